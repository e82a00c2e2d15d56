"""Criteria that seem to ask for the same thing, gathered so that one question settles them all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from recruitment.domain.wording_likeness import Subject, subject_of

MOST_COMPARED = 600


class Asked(Protocol):
    """What a comparison needs to know of a criterion."""

    @property
    def text(self) -> str: ...
    @property
    def requirement(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Places of two or more criteria, each alike to at least one of the others.

    ``is_contradiction``: two of them that are alike state different requirements.
    """

    places: tuple[int, ...]
    is_contradiction: bool


@dataclass(slots=True)
class _Wording:
    """One wording, in however many criteria it stands word for word, and what they require."""

    subject: Subject
    places: list[int]
    stated: set[str]


def group_alike(criteria: Sequence[Asked]) -> tuple[AlikeGroup, ...]:
    """The groups among the first ``MOST_COMPARED`` criteria, in the order of their first member.

    Likeness is handed on: where A is like B and B is like C, the three are one group. Two that state
    different requirements have to be more alike than others: a contradiction stands in the way of confirming.
    """
    wordings = _distinct(criteria[:MOST_COMPARED])
    groups = list(range(len(wordings)))  # of each wording: the number of its group
    split = {place for place, wording in enumerate(wordings) if len(wording.stated) > 1}
    for first, second in combinations(range(len(wordings)), 2):
        one, other = wordings[first], wordings[second]
        differ = len(one.stated | other.stated) > 1
        if one.subject.contradicts(other.subject) if differ else one.subject.is_same_as(other.subject):
            if differ:
                split.add(first)
            joined, gone = groups[first], groups[second]
            if joined != gone:
                groups = [joined if group == gone else group for group in groups]
    return _groups(wordings, groups, split)


def _distinct(criteria: Iterable[Asked]) -> list[_Wording]:
    found: dict[str, _Wording] = {}
    for place, criterion in enumerate(criteria):
        subject = subject_of(criterion.text)
        if not subject.folded:
            continue
        wording = found.setdefault(subject.folded, _Wording(subject, [], set()))
        wording.places.append(place)
        wording.stated |= {criterion.requirement} - {None, ""}  # type: ignore[arg-type]
    return list(found.values())


def _groups(wordings: Sequence[_Wording], groups: Sequence[int], split: set[int]) -> tuple[AlikeGroup, ...]:
    members: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    found = [
        AlikeGroup(tuple(sorted(p for one in own for p in wordings[one].places)), bool(split & set(own)))
        for own in members.values()
    ]
    return tuple(sorted((group for group in found if len(group.places) > 1), key=lambda group: group.places))
