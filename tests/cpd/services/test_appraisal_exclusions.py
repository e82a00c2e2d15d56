"""An appraisal stays suspended as long as anything holds it."""

from datetime import timedelta

import pytest

from core.domain.permissions import Role
from core.models import School
from cpd.domain.appraisal import Ground
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
