"""The topic ``adverse-impact``: whether a stage fell harder on one group. The same on every day."""

from datetime import date
from fractions import Fraction
from math import floor

from core.domain.facts import Fact, Facts
from core.domain.sources import cite
from recruitment.domain.adverse_impact import Group, measure_impact
from recruitment.domain.sources import FOUR_FIFTHS_RULE, INDIRECT_DISCRIMINATION

FIELDS = ("groups",)
OF_A_GROUP = ("group", "applied", "selected")
MOST_PEOPLE = 10_000
MOST_GROUPS = 100


def answer(facts: object, today: date) -> dict[str, object]:
    """How the groups of one stage compare. Rates, ratios and p have four decimals.

    Raises ``DomainError`` for facts that cannot be, such as more selected than applied.
    """
    given = Facts.read(facts, FIELDS)
    impact = measure_impact(_read_groups(given.need("groups")))
    ratios = impact.ratios and [
        {"group": one.group, "rate": four_decimals(one.rate), "ratio": four_decimals(one.ratio)}
        for one in impact.ratios
    ]
    return {
        "ratios": ratios,
        "flag": impact.is_flagged,
        "p_value": None if impact.p_value is None else four_decimals(impact.p_value),
        "suppressed": impact.is_suppressed,
        "reason": impact.reason,
        "sources": cite(FOUR_FIFTHS_RULE, INDIRECT_DISCRIMINATION),
    }


def _read_groups(given: Fact) -> list[Group]:
    groups = [_read_group(item) for item in given.items(most=MOST_GROUPS)]
    if not groups:
        given.refuse("Give the groups to be compared.")
    names = [group.name for group in groups]
    if len(set(names)) < len(names):
        given.refuse("Give each group once.")
    return groups


def _read_group(item: Fact) -> Group:
    given = item.facts(OF_A_GROUP)
    applied = given.need("applied").whole_number(least=0, most=MOST_PEOPLE)
    selected = given.need("selected")
    if selected.whole_number(least=0, most=MOST_PEOPLE) > applied:
        selected.refuse("More cannot be selected than applied.")
    return Group(given.need("group").text(), applied, selected.whole_number())


def four_decimals(share: Fraction) -> float:
    """Nought or more, with four decimals, half upwards: 2/3 is 0.6667."""
    return floor(share * 10_000 + Fraction(1, 2)) / 10_000
