"""Which criterion of a list answers to which of another: word for word, reworded, or about the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from math import log, sqrt

from recruitment.domain.wording_likeness import Subject, subject_of

ALIKE = 0.6  # share of letters in common from which a wording counts as the old one changed
_SAME_SUBJECT = 1.0  # above everything that is only near
_NEAR = 0.35  # of 1: how much of what two wordings are about they share, told by several words or a name
_NEAR_IN_KIND = 0.18  # the same by one word, where both ask to have, know or do something
_NO_KIND = "quality"

type Likeness = float


def pair_texts(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """By place of a text afterwards, the place of the text before that it answers to.

    The same words find each other first, then the pairs that are most alike, wherever they stand.
    """
    partners = _with_the_same_words(before, after)
    free = [place for place in range(len(before)) if place not in partners.values()]
    left = [place for place in range(len(after)) if place not in partners]
    alike = _Likenesses(before, after)
    found = [
        (likeness, -place, -old)
        for place in left
        for old in free
        if (likeness := alike.between(old, place)) > 0
    ]
    taken: set[int] = set()
    for _, place, old in sorted(found, reverse=True):
        if -place not in partners and -old not in taken:
            partners[-place] = -old
            taken.add(-old)
    return partners


def _with_the_same_words(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    partners: dict[int, int] = {}
    for fold in (str, str.casefold):
        free: dict[str, list[int]] = {}
        for place, text in enumerate(before):
            if place not in partners.values():
                free.setdefault(fold(text), []).append(place)
        for place, text in enumerate(after):
            if place not in partners and (places := free.get(fold(text))):
                partners[place] = places.pop(0)
    return partners


class _Likenesses:
    """How alike two wordings of the two lists are; a word that few of them use tells more than others."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self.texts = [text.casefold() for text in before], [text.casefold() for text in after]
        self.subjects = [subject_of(text) for text in before], [subject_of(text) for text in after]
        self.weights = _weights(*self.subjects)

    def between(self, old: int, new: int) -> Likeness:
        """0 where they do not belong together."""
        one, other = self.subjects[0][old], self.subjects[1][new]
        near = self._near(one, other)
        if one.is_same_as(other):
            return _SAME_SUBJECT + near
        letters = _letters(self.texts[0][old], self.texts[1][new])
        return max(near if _is_near(one, other, near) else 0.0, letters)

    def _near(self, one: Subject, other: Subject) -> float:
        """Of 1: what they share of their telling words, weighted."""
        shared = self._sum(one.words & other.words)
        return shared / sqrt(self._sum(one.words) * self._sum(other.words)) if shared else 0.0

    def _sum(self, words: frozenset[str]) -> float:
        return sum(self.weights[word] ** 2 for word in sorted(words))


def _is_near(one: Subject, other: Subject, near: float) -> bool:
    shared = one.words & other.words
    told = len(shared) > 1 or bool(shared & one.named & other.named)
    is_kind = one.kind == other.kind != _NO_KIND
    return (told and near >= _NEAR) or (is_kind and near >= _NEAR_IN_KIND)


def _weights(before: Sequence[Subject], after: Sequence[Subject]) -> Mapping[str, float]:
    """The rarer a word is in the list that uses it more, the more it tells."""
    counts = [Counter(word for one in subjects for word in one.words) for subjects in (before, after)]
    most = counts[0] | counts[1]
    return {word: log(1 + max(len(before), len(after)) / count) for word, count in most.items()}


def _letters(one: str, other: str) -> Likeness:
    """The share of letters in common, or 0 where that is too little to count."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def in_order_of_both[T](
    before: Sequence[T], after: Sequence[T], partners: Mapping[int, int]
) -> Iterator[tuple[T | None, T | None]]:
    """Pairs in the order of the list afterwards; what is gone stands behind what it stood behind before."""
    gone = [place for place in range(len(before)) if place not in partners.values()]
    found = {old: new for new, old in partners.items()}
    behind: dict[int, list[int]] = {}
    for place in gone:
        above = next((found[old] for old in range(place - 1, -1, -1) if old in found), -1)
        behind.setdefault(above, []).append(place)
    yield from ((before[place], None) for place in behind.get(-1, ()))
    for place, one in enumerate(after):
        yield (before[partners[place]] if place in partners else None, one)
        yield from ((before[old], None) for old in behind.get(place, ()))
