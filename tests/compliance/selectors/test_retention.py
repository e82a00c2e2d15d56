"""What comes up for destruction, from which day, and what stands in its way."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta

import pytest

from compliance.domain.retention_list import RetentionItem
from compliance.models import DestructionBatch, DestructionItem, LegalHold
from compliance.selectors.retention import list_destructions_due, list_retention_items
from core.models import Engagement, Person, School
from recruitment.models import Vacancy
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.dated import make_document, make_right_to_work
from tests.factories.people import NOW, make_school, make_trust, make_user
from tests.factories.recruitment import make_application, make_vacancy
from tests.factories.whole_application import make_ended_vacancy

pytestmark = pytest.mark.django_db
ENDED = date(2026, 11, 2)  # the day of NOW
LEFT = date(2024, 8, 31)


def items(school: School, today: date, **asked: object) -> list[RetentionItem]:
    return list_retention_items([school.pk], today=today, **asked)  # type: ignore[arg-type]


def keys(school: School, today: date) -> list[str]:
    return [item.record_key for item in items(school, today)]


@pytest.mark.parametrize(
    ("today", "is_listed"),
    [(date(2027, 11, 1), False), (date(2027, 11, 2), True), (date(2027, 11, 3), True)],
)
def test_application_is_kept_twelve_months_from_the_end_of_the_vacancy(today: date, is_listed: bool) -> None:
    application = make_application(make_ended_vacancy(), status="not_appointed")

    assert keys(application.vacancy.school, today) == ([f"application-{application.pk}"] if is_listed else [])


def test_vacancy_without_the_event_counts_from_its_closing_date() -> None:
    application = make_application(make_vacancy(status="filled"), status="not_appointed")

    assert keys(application.vacancy.school, date(2027, 10, 30)) == [f"application-{application.pk}"]
    assert keys(application.vacancy.school, date(2027, 10, 29)) == []


@pytest.mark.parametrize(
    ("status", "is_listed"),
    [
        ("received", True),
        ("shortlisted", True),
        ("not_shortlisted", True),
        ("reserve", True),
        ("not_appointed", True),
        ("withdrawn", True),
        ("offered", False),
        ("appointed", False),
    ],
)
def test_whoever_got_the_post_is_not_listed(status: str, is_listed: bool) -> None:
    application = make_application(make_ended_vacancy(), status=status)

    assert (keys(application.vacancy.school, date(2030, 1, 1)) != []) is is_listed


@pytest.mark.parametrize("status", ["published", "closed"])
def test_vacancy_that_goes_on_is_not_listed(status: str) -> None:
    application = make_application(make_vacancy(status=status), status="not_shortlisted")

    assert keys(application.vacancy.school, date(2030, 1, 1)) == []


def test_dbs_copy_is_listed_six_months_after_storing() -> None:
    engagement = make_engagement()
    stored = datetime(2026, 8, 31, 12, tzinfo=UTC)
    check = make_certificate(engagement, document=make_document(engagement.school, uploaded_at=stored))
    make_certificate(make_engagement(school=engagement.school))

    assert keys(engagement.school, date(2027, 2, 27)) == []
    assert keys(engagement.school, date(2027, 2, 28)) == [f"dbs-copy-{check.pk}"]


@pytest.fixture
def leaver() -> Engagement:
    engagement = make_engagement(start_date=date(2020, 9, 1), end_date=LEFT)
    make_right_to_work(engagement)
    return engagement


def right_to_work_key(person: Person, school: School) -> str:
    return f"right-to-work-p{person.pk}-s{school.pk}"


def file_key(person: Person, school: School) -> str:
    return f"personnel-file-p{person.pk}-s{school.pk}"


def test_leaver_loses_evidence_after_two_years_and_the_file_after_six(leaver: Engagement) -> None:
    evidence = right_to_work_key(leaver.person, leaver.school)
    whole = file_key(leaver.person, leaver.school)

    assert keys(leaver.school, date(2026, 8, 30)) == []
    assert keys(leaver.school, date(2026, 8, 31)) == [evidence]
    assert keys(leaver.school, date(2030, 8, 30)) == [evidence]
    assert keys(leaver.school, date(2030, 8, 31)) == [evidence, whole]


def test_leaver_without_evidence_has_a_file_alone() -> None:
    engagement = make_engagement(start_date=date(2020, 9, 1), end_date=LEFT)

    assert keys(engagement.school, date(2030, 8, 31)) == [file_key(engagement.person, engagement.school)]


def test_somebody_who_came_back_is_not_listed(leaver: Engagement) -> None:
    make_engagement(school=leaver.school, person=leaver.person, start_date=date(2025, 1, 1))

    assert keys(leaver.school, date(2031, 1, 1)) == []


def test_leaver_who_came_back_counts_from_the_last_day(leaver: Engagement) -> None:
    make_engagement(
        school=leaver.school, person=leaver.person, start_date=date(2025, 1, 1), end_date=date(2025, 7, 31)
    )
    evidence = right_to_work_key(leaver.person, leaver.school)

    assert keys(leaver.school, date(2027, 7, 30)) == []
    assert keys(leaver.school, date(2027, 7, 31)) == [evidence]


@pytest.mark.parametrize(("is_one_trust", "is_listed"), [(True, False), (False, True)])
def test_leaving_for_a_school_of_the_trust_is_no_leaving(is_one_trust: bool, is_listed: bool) -> None:
    trust = make_trust()
    left = make_engagement(school=make_school(trust=trust), start_date=date(2020, 9, 1), end_date=LEFT)
    elsewhere = make_school(trust=trust if is_one_trust else make_trust())
    make_engagement(school=elsewhere, person=left.person, start_date=date(2024, 9, 1))

    assert (keys(left.school, date(2031, 1, 1)) != []) is is_listed


def test_last_day_in_the_trust_counts_though_the_other_school_is_not_asked_for() -> None:
    trust = make_trust()
    left = make_engagement(school=make_school(trust=trust), start_date=date(2020, 9, 1), end_date=LEFT)
    make_right_to_work(left)
    make_engagement(
        school=make_school(trust=trust),
        person=left.person,
        start_date=date(2024, 9, 1),
        end_date=date(2025, 3, 31),
    )

    assert keys(left.school, date(2027, 3, 30)) == []
    assert keys(left.school, date(2027, 3, 31)) == [right_to_work_key(left.person, left.school)]


def hold(school: School, **on: Person | Vacancy) -> LegalHold:
    return LegalHold.objects.create(
        school=school, reason="Tribunal claim", placed_at=NOW, placed_by=make_user(), **on
    )


def test_hold_on_a_person_holds_all_of_them_at_that_school_alone(leaver: Engagement) -> None:
    other = make_engagement(school=leaver.school, start_date=date(2020, 9, 1), end_date=LEFT)
    elsewhere = make_engagement(person=leaver.person, start_date=date(2020, 9, 1), end_date=LEFT)
    hold(leaver.school, person=leaver.person)
    today = date(2030, 8, 31)

    held = {item.record_key: (item.hold_reason, item.is_due) for item in items(leaver.school, today)}
    assert held == {
        right_to_work_key(leaver.person, leaver.school): ("Tribunal claim", False),
        file_key(leaver.person, leaver.school): ("Tribunal claim", False),
        file_key(other.person, leaver.school): ("", True),
    }
    assert [item.is_due for item in items(elsewhere.school, today)] == [True]


def test_hold_on_a_vacancy_holds_its_applications_and_candidates(leaver: Engagement) -> None:
    vacancy = make_ended_vacancy(school=leaver.school)
    make_application(vacancy, status="not_appointed")
    make_application(vacancy, status="withdrawn", person=leaver.person)
    free = make_application(
        make_ended_vacancy(school=leaver.school, reference="AGAIN-2"), status="not_appointed"
    )
    hold(leaver.school, vacancy=vacancy)

    due = {item.record_key for item in items(leaver.school, date(2028, 1, 1)) if item.is_due}
    assert due == {f"application-{free.pk}"}


def test_lifted_hold_holds_nothing(leaver: Engagement) -> None:
    placed = hold(leaver.school, person=leaver.person)
    placed.lifted_at, placed.lifted_by, placed.lift_reason = NOW, placed.placed_by, "Settled"
    placed.save()

    assert [item.is_due for item in items(leaver.school, date(2026, 8, 31))] == [True]


def test_proposed_is_not_due_again(leaver: Engagement) -> None:
    batch = DestructionBatch.objects.create(
        school=leaver.school, kind="right_to_work", proposed_at=NOW, proposed_by=make_user()
    )
    DestructionItem.objects.create(
        batch=batch,
        record_key=right_to_work_key(leaver.person, leaver.school),
        description="Evidence",
        destroy_after=LEFT,
    )

    (item,) = items(leaver.school, date(2026, 8, 31))
    assert (item.is_proposed, item.is_due) == (True, False)


def test_kinds_are_asked_for_one_by_one(leaver: Engagement) -> None:
    found = items(leaver.school, date(2030, 8, 31), kinds=["personnel_file"])

    assert [item.record_key for item in found] == [file_key(leaver.person, leaver.school)]


def test_calendar_has_one_day_for_all_applications_of_a_vacancy() -> None:
    vacancy = make_ended_vacancy()
    for _ in range(3):
        make_application(vacancy, status="not_shortlisted")
    (thing,) = list_destructions_due([vacancy.school_id], today=ENDED, until=ENDED + timedelta(days=400))

    assert (thing.record_key, thing.title, thing.due_date, thing.person_name) == (
        f"vacancy-{vacancy.pk}",
        "Destroy 3 unsuccessful applications",
        date(2027, 11, 2),
        "",
    )


def test_calendar_leaves_out_what_is_held(leaver: Engagement) -> None:
    hold(leaver.school, person=leaver.person)

    assert list_destructions_due([leaver.school_id], today=LEFT, until=date(2030, 8, 31)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow(
    number: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    school = make_school()
    vacancy = make_ended_vacancy(school=school)
    for _ in range(number):
        make_application(vacancy, status="not_shortlisted")
        engagement = make_engagement(school=school, start_date=date(2020, 9, 1), end_date=LEFT)
        make_right_to_work(engagement)
        make_certificate(engagement, document=make_document(school))
        hold(school, person=engagement.person)
    hold(school, vacancy=vacancy)

    with assert_queries(1):
        found = list_retention_items([school.pk], today=date(2031, 1, 1))

    assert len(found) == 4 * number
