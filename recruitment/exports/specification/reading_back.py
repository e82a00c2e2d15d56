"""Where a document that was written says something else than it should, by row and field."""

from collections.abc import Sequence
from typing import NamedTuple

from recruitment.domain.person_specification import ReadCriterion
from recruitment.domain.written_specification import WrittenCriterion

FIELDS = ("text", "section", "requirement", "evidence")

type _Facts = tuple[str, str, str, list[str]]


class Difference(NamedTuple):
    """The first criterion that does not read as it should: its number from 1, its words, and which field.

    ``field`` is “order” where it stands elsewhere, and “added” where nobody wanted it (its number is 0).
    """

    row: int
    words: str
    field: str


def find_difference(
    found: Sequence[ReadCriterion], wanted: Sequence[WrittenCriterion], *, in_order: bool
) -> Difference | None:
    """None where the criteria found are exactly the ones wanted; their order counts only where asked."""
    are = [_of_found(one) for one in found]
    should = [_of_wanted(one) for one in wanted]
    if are == should or (not in_order and sorted(are) == sorted(should)):
        return None
    left = list(are)
    for facts in should:
        if facts in left:
            left.remove(facts)
    for number, facts in enumerate(should, start=1):
        if facts not in are:
            return Difference(number, facts[0], _field(facts, left))
    if len(are) > len(should):
        return Difference(0, next(iter(left))[0], "added")
    place = next((at for at, facts in enumerate(should) if are[at : at + 1] != [facts]), 0)
    return Difference(place + 1, should[place][0], "order")


def _field(wanted: _Facts, left: Sequence[_Facts]) -> str:
    """What reads otherwise, beside the criterion with the same words where there is one."""
    same = next((one for one in left if one[0] == wanted[0]), None)
    if same is None:
        return "text"
    return next(name for name, was, now in zip(FIELDS, wanted, same, strict=True) if was != now)


def _of_found(one: ReadCriterion) -> _Facts:
    return one.text, one.section or "", one.requirement or "", sorted(one.evidence)


def _of_wanted(one: WrittenCriterion) -> _Facts:
    return one.text, one.section, one.requirement, sorted(one.evidence)
