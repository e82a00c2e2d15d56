"""What is known of a person when a check of theirs is written down."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import CompliancePolicy
from compliance.selectors.entry_context import get_known, split_names
from compliance.selectors.requirements import list_requirements_of
from core.models import Engagement
from tests.factories import make_person
from tests.factories.compliance import make_check, make_engagement

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)


def known(engagement: Engagement, check: CheckType = CheckType.IDENTITY):
    here = {"school_id": engagement.school_id, "today": TODAY}
    requirements = list_requirements_of(person_id=engagement.person_id, **here)
    return get_known(engagement.person, check=check, requirements=requirements, **here)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("", []),
        ("Rowan Elm", ["Rowan Elm"]),
        ("Rowan Elm; Rowan Oak,Ash\nLinden", ["Rowan Elm", "Rowan Oak", "Ash", "Linden"]),
    ],
)
def test_split_names(names: str, expected: list[str]) -> None:
    assert list(split_names(names)) == expected


def test_get_known_gathers_what_the_rules_need() -> None:
    person = make_person(given_name="Rowan", family_name="Ashdown", former_names="Elm; Oak")
    engagement = make_engagement(
        person=person, start_date=date(2026, 11, 9), role={"worked_with_children_until": date(2026, 10, 1)}
    )
    make_engagement(school=engagement.school, person=person, start_date=date(2026, 11, 23))
    make_engagement(
        school=engagement.school, person=person, start_date=date(2020, 1, 1), end_date=date(2020, 12, 31)
    )
    CompliancePolicy.objects.create(school=engagement.school, dbs_renewal_months=36)
    found = known(engagement)

    assert (found.name, found.former_names, found.start_date, found.worked_with_children_until) == (
        "Rowan Ashdown",
        ("Elm", "Oak"),
        date(2026, 11, 9),
        date(2026, 10, 1),
    )
    assert (found.regulated_activity, found.is_repeat, found.renewal_months) == (True, False, 36)


def test_get_known_tells_a_repeat_from_a_first_check() -> None:
    engagement = make_engagement()
    make_check(engagement, CheckType.RIGHT_TO_WORK)

    assert known(engagement, CheckType.RIGHT_TO_WORK).is_repeat is True
    assert known(engagement, CheckType.IDENTITY).is_repeat is False


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        (WorkerCategory.TRUSTEE_ACADEMY, False),
        (WorkerCategory.TA_ELSA, True),
        (None, None),
    ],
)
def test_get_known_says_whether_it_is_regulated_activity(
    category: WorkerCategory | None, expected: bool | None
) -> None:
    assert known(make_engagement(category=category)).regulated_activity is expected
