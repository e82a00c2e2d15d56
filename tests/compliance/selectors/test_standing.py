"""How far somebody has come with a school decides what may be asked of them."""

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CheckEntry
from compliance.domain.check_timing import Standing
from compliance.domain.held_checks import Outcome
from compliance.selectors.standing import get_standing
from compliance.services.checks import record_check
from core.domain.errors import NotAllowed
from core.domain.permissions import Role
from tests.factories import make_actor, make_application, make_vacancy
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("received", Standing.APPLIED),
        ("not_shortlisted", Standing.APPLIED),
        ("shortlisted", Standing.SHORTLISTED),
        ("offered", Standing.SHORTLISTED),
        ("not_appointed", Standing.SHORTLISTED),
    ],
)
def test_get_standing_of_an_applicant(status: str, expected: Standing) -> None:
    application = make_application(make_vacancy(), status=status)
    here = {"person_id": application.person_id, "school_id": application.vacancy.school_id}

    assert get_standing(**here) == expected


def test_get_standing_of_somebody_at_work_is_for_that_school() -> None:
    engagement = make_engagement()
    elsewhere = make_engagement().school_id

    assert get_standing(person_id=engagement.person_id, school_id=engagement.school_id) == Standing.ENGAGED
    assert get_standing(person_id=engagement.person_id, school_id=elsewhere) == Standing.APPLIED


@pytest.mark.parametrize(
    ("status", "check", "is_refused"),
    [
        ("received", CheckType.ONLINE_SEARCH, True),
        ("shortlisted", CheckType.ONLINE_SEARCH, False),
        ("received", CheckType.CRIMINAL_SELF_DECLARATION, True),
        ("shortlisted", CheckType.CRIMINAL_SELF_DECLARATION, False),
        ("offered", CheckType.MEDICAL_FITNESS, True),
        ("received", CheckType.IDENTITY, False),
    ],
)
def test_record_check_of_an_applicant_waits(status: str, check: CheckType, is_refused: bool) -> None:
    application = make_application(make_vacancy(), status=status)
    school = application.vacancy.school
    entry = CheckEntry(check, is_done=True, done_date=NOW.date(), outcome=Outcome.CLEAR, done_by="Nia Owen")
    given = {"person_id": application.person_id, "school_id": school.pk, "entry": entry}
    by = make_actor(Role.HR_OFFICER, school=school)
    if is_refused:
        with pytest.raises(NotAllowed) as caught:
            record_check(**given, by=by, now=NOW)
        assert caught.value.code == "too_early"
    else:
        assert record_check(**given, by=by, now=NOW).check_type == check
