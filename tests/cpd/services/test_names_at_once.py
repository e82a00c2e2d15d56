"""One name given in several windows at the same moment: it is there once, the others are told in words."""

from collections.abc import Callable
from datetime import date

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.models import School
from cpd.domain.appraisal import CycleKind
from cpd.models import AppraisalCycle, Policy
from cpd.services.appraisal_cycles import create_cycle
from cpd.services.policies import EditionEntry, create_policy
from tests.factories import make_actor, make_school
from tests.factories.people import NOW
from tests.recruitment.services.test_saving_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
WINDOWS = 3
ENTRY = EditionEntry("First", date(2026, 9, 1), date(2026, 9, 30), text="Doors stay closed.")
DATES = {
    "first_date": date(2026, 9, 1),
    "last_date": date(2027, 8, 31),
    "objectives_by_date": date(2026, 10, 31),
    "mid_year_by_date": date(2027, 3, 31),
    "final_by_date": date(2027, 10, 31),
}


def codes_of(write: Callable[[School, Actor], object]) -> list[str]:
    """What each window hears: nothing, or the code of what was wrong."""
    school = make_school()
    by, heard = make_actor(Role.HR_OFFICER, school=school), []

    def window() -> None:
        try:
            write(school, by)
            heard.append("")
        except DomainError as error:
            heard.append(error.code)

    at_once([window] * WINDOWS)
    return sorted(heard)


def test_a_cycle_of_one_name_is_made_once() -> None:
    def make(school: School, by: Actor) -> object:
        kind = CycleKind.TEACHERS
        return create_cycle(school_id=school.pk, name="Teachers", kind=kind, dates=DATES, by=by, now=NOW)

    assert codes_of(make) == ["", "name_taken", "name_taken"]
    assert AppraisalCycle.objects.count() == 1


def test_a_policy_of_one_title_is_added_once() -> None:
    def add(school: School, by: Actor) -> object:
        return create_policy(
            school_id=school.pk, title="Conduct", basis="policy", entry=ENTRY, by=by, now=NOW
        )

    assert codes_of(add) == ["", "title_taken", "title_taken"]
    assert Policy.objects.count() == 1
