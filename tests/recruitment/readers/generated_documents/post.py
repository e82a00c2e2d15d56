"""A random post: what a school or council might ask for, and how its document says so."""

from dataclasses import dataclass, field
from random import Random
from typing import Literal

from tests.recruitment.readers.generated_documents import wordings

Requirement = Literal["essential", "desirable"]
NEEDS: tuple[Requirement, ...] = ("essential", "desirable")


@dataclass(frozen=True, slots=True)
class TrueCriterion:
    """What a careful person reads in one criterion; None and empty where the document does not say."""

    text: str
    section: str | None = None
    requirement: Requirement | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One method of a key: what stands in the document, its words, and the canonical letter."""

    code: str
    words: str
    letter: str


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    criteria: tuple[TrueCriterion, ...]

    def of(self, requirement: Requirement) -> list[TrueCriterion]:
        return [item for item in self.criteria if item.requirement == requirement]


@dataclass(frozen=True, slots=True)
class Post:
    """The profile, the duties as (sub-heading, text), and the groups of criteria."""

    title: str
    employer: str
    values: dict[str, str]
    purpose: str
    duties: tuple[tuple[str | None, str], ...]
    groups: tuple[Group, ...]
    codes: tuple[Code, ...]
    rng: Random = field(repr=False)

    def pick(self, options: "tuple[str, ...] | list[str]") -> str:
        return self.rng.choice(options)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    @property
    def criteria(self) -> list[TrueCriterion]:
        return [item for group in self.groups for item in group.criteria]


def random_post(seed: int) -> Post:
    """The same seed gives the same post."""
    rng = Random(seed)  # noqa: S311 - not for secrets
    codes = _codes(rng)
    title = wordings.title(rng)
    employer = wordings.employer(rng)
    return Post(
        title=title,
        employer=employer,
        values={name: rng.choice(options) for name, options in wordings.VALUES.items()},
        purpose=rng.choice(wordings.PURPOSES).format(title=title),
        duties=_duties(rng),
        groups=_groups(rng, codes),
        codes=codes,
        rng=rng,
    )


def _codes(rng: Random) -> tuple[Code, ...]:
    style = rng.choice(wordings.KEY_STYLES)
    first = [Code(*style["A"], "A"), Code(*style["I"], "I")]
    others = [Code(*style[letter], letter) for letter in "RTCPO" if letter in style]
    rng.shuffle(others)
    return (*first, *others[: rng.randint(0, len(others))])


def _duties(rng: Random) -> tuple[tuple[str | None, str], ...]:
    texts = wordings.duties(rng, rng.randint(4, 14))
    if rng.random() < 0.6:
        return tuple((None, text) for text in texts)
    names = rng.sample(wordings.DUTY_GROUPS, 3)
    size = len(texts) // 3 + 1
    return tuple((names[place // size], text) for place, text in enumerate(texts))


def _groups(rng: Random, codes: tuple[Code, ...]) -> tuple[Group, ...]:
    names = wordings.section_names(rng)
    pool = wordings.Pool(rng)
    groups = []
    for name, theme in names:
        texts = [pool.take(theme) for _ in range(rng.randint(2, 6))]
        criteria = []
        for place, text in enumerate(texts):
            requirement: Requirement = "essential" if place == 0 or rng.random() < 0.65 else "desirable"
            criteria.append(TrueCriterion(text, name, requirement, _evidence(rng, codes)))
        criteria.sort(key=lambda item: item.requirement != "essential")
        groups.append(Group(name, tuple(criteria)))
    return tuple(groups)


def _evidence(rng: Random, codes: tuple[Code, ...]) -> tuple[str, ...]:
    count = min(len(codes), rng.choice((1, 1, 2, 2, 3)))
    return tuple(code.letter for code in sorted(rng.sample(codes, count), key=codes.index))
