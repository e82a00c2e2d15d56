"""An appraisal stays suspended as long as anything holds it."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Role
from core.models import School
from cpd.domain.appraisal import Ground, check_exclusion_start
from cpd.services import appraisals
from cpd.services.appraisal_exclusions import end_exclusion, record_exclusion
from tests.cpd.services.test_appraisals import code_of, somebody, state_of
from tests.factories import make_school
from tests.factories.appraisals import make_appraisal
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


def test_a_second_ground_keeps_it_suspended(school: School) -> None:
    appraisal, hr = make_appraisal(school=school), somebody(Role.HR_OFFICER, school)
    given = {"engagement_id": appraisal.engagement_id, "valid_from": NOW.date(), "by": hr, "now": NOW}
    first = record_exclusion(ground=Ground.CAPABILITY, **given)
    record_exclusion(ground=Ground.INDUCTION, **given)
    assert code_of(record_exclusion, ground=Ground.INDUCTION, **given) == "on_record"
    end_exclusion(exclusion_id=first.pk, valid_until=NOW.date(), by=hr, now=NOW)
    assert state_of(appraisal) == "suspended"


def test_what_was_suspended_for_another_reason_stays_so_when_capability_ends(school: School) -> None:
    appraisal, hr = make_appraisal(school=school), somebody(Role.HR_OFFICER, school)
    appraisals.suspend_appraisal(appraisal_id=appraisal.pk, reason="On maternity leave", by=hr, now=NOW)
    later = NOW + timedelta(hours=1)
    exclusion = record_exclusion(
        engagement_id=appraisal.engagement_id,
        ground=Ground.CAPABILITY,
        valid_from=NOW.date(),
        by=hr,
        now=later,
    )
    end_exclusion(exclusion_id=exclusion.pk, valid_until=NOW.date(), by=hr, now=later)
    assert state_of(appraisal) == "suspended"


def test_nobody_takes_up_by_hand_what_capability_suspends(school: School) -> None:
    appraisal, hr = make_appraisal(school=school), somebody(Role.HR_OFFICER, school)
    exclusion = record_exclusion(
        engagement_id=appraisal.engagement_id,
        ground=Ground.CAPABILITY,
        valid_from=NOW.date(),
        by=hr,
        now=NOW,
    )
    given = {"appraisal_id": appraisal.pk, "reason": "Go on", "by": hr, "now": NOW}
    assert code_of(appraisals.resume_appraisal, **given) == "ground_runs"
    end_exclusion(exclusion_id=exclusion.pk, valid_until=NOW.date(), by=hr, now=NOW)
    assert state_of(appraisal) == "planned"


FIRST, LAST = NOW.date() - timedelta(days=400), NOW.date() - timedelta(days=3)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (FIRST, None),
        (FIRST - timedelta(days=1), "before_first_day"),
        (LAST, None),
        (LAST + timedelta(days=1), "after_last_day"),
    ],
)
def test_an_exclusion_begins_while_somebody_works_here(school: School, day: date, code: str | None) -> None:
    appraisal, hr = make_appraisal(school=school), somebody(Role.HR_OFFICER, school)
    engagement = appraisal.engagement
    engagement.start_date, engagement.end_date = FIRST, LAST
    engagement.save()
    given = {"engagement_id": engagement.pk, "ground": Ground.CAPABILITY, "by": hr, "now": NOW}
    if code is None:
        assert record_exclusion(valid_from=day, **given).valid_from == day
    else:
        assert code_of(record_exclusion, valid_from=day, **given) == code


@pytest.mark.parametrize(("days", "is_refused"), [(0, False), (1, True)])
def test_where_no_first_day_is_known_ten_years_are_the_end(days: int, is_refused: bool) -> None:
    today = date(2026, 11, 28)
    day = date(2016, 11, 28) - timedelta(days=days)
    if is_refused:
        with pytest.raises(DomainError, match="Check the year"):
            check_exclusion_start(day, today=today, first_day=None, last_day=None)
    else:
        check_exclusion_start(day, today=today, first_day=None, last_day=None)
