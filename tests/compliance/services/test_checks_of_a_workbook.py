"""Checks taken over from a school's own workbook: written at once, all or none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CheckEntry
from compliance.models import Check
from compliance.services.checks import record_workbook_checks
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Role
from core.models import Engagement
from tests.compliance.services.recording import CERTIFICATE, IDENTITY, fault, make_rowan, record
from tests.factories import make_actor, make_school
from tests.factories.compliance import make_engagement
from tests.factories.dated import make_early_start
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()

WORKBOOK = {"origin": "workbook"}
SEPARATE_LIST = replace(IDENTITY, check=CheckType.CHILDREN_BARRED_LIST)


@pytest.fixture
def engagement() -> Engagement:
    return make_rowan()


def test_a_workbook_may_know_that_it_was_done_and_not_when(engagement: Engagement) -> None:
    check = record(engagement, replace(IDENTITY, done_date=None), **WORKBOOK)

    assert (check.state, check.done_date, check.is_date_missing) == ("done", None, True)
    assert fault(engagement, replace(IDENTITY, done_date=None), reason="again") == (
        "date_missing",
        "done_date",
    )


@pytest.mark.parametrize(
    "entry",
    [
        replace(CERTIFICATE, certificate=None),
        replace(IDENTITY, check=CheckType.RIGHT_TO_WORK),
        replace(IDENTITY, check=CheckType.QUALIFICATIONS),
    ],
    ids=lambda entry: entry.check.value,
)
def test_a_workbook_may_not_know_what_was_seen(engagement: Engagement, entry: CheckEntry) -> None:
    with pytest.raises(DomainError):
        record(engagement, entry)

    assert record(engagement, entry, **WORKBOOK).check_type == entry.check


def test_a_workbook_has_no_place_for_the_reason_of_a_separate_barred_list_check(
    engagement: Engagement,
) -> None:
    assert fault(engagement, SEPARATE_LIST) == ("reason_missing", None)
    assert record(engagement, SEPARATE_LIST, **WORKBOOK).permitted_reason == ""


def test_a_workbook_does_not_permit_what_must_not_be_checked() -> None:
    engagement = make_engagement(school=make_school(), category=WorkerCategory.VOLUNTEER_BELOW)

    assert fault(engagement, SEPARATE_LIST, **WORKBOOK)[0] == "not_permitted"
    assert fault(engagement, replace(IDENTITY, done_by=""), **WORKBOOK) == ("who_missing", "done_by")
    assert fault(engagement, replace(IDENTITY, done_date=TODAY + timedelta(days=1)), **WORKBOOK) == (
        "date_ahead",
        "done_date",
    )


@pytest.mark.parametrize("before", [0, 1])
def test_checks_of_a_workbook_are_written_as_one_by_one(engagement: Engagement, before: int) -> None:
    """Two referees stand side by side; a second identity check takes the place of what was asked for."""
    asked = CheckEntry(CheckType.IDENTITY, is_done=False, requested_date=date(2026, 10, 1))
    referee = replace(IDENTITY, check=CheckType.REFERENCES, done_date=None)
    entries = [asked, IDENTITY, CERTIFICATE, referee, replace(referee, evidence_seen="Omar Reid")]
    other = make_engagement(school=engagement.school, start_date=date(2026, 11, 9))
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    for some in (entries[:before], entries[before:]):
        written = record_workbook_checks(
            person_id=engagement.person_id, school_id=engagement.school_id, entries=some, by=by, now=NOW
        )
        assert [one.check_type for one in written] == [one.check.value for one in some]
    for entry in entries:
        record(other, entry, origin="workbook")
    assert facts_of(engagement) == facts_of(other)
    assert len(facts_of(other)) == 5


def facts_of(engagement: Engagement) -> list[tuple[object, ...]]:
    """What is on record of somebody, but for whose it is and who wrote it."""
    checks = Check.objects.filter(person_id=engagement.person_id).order_by("pk")
    return list(
        checks.values_list(
            "check_type",
            "state",
            "requested_date",
            "done_date",
            "is_date_missing",
            "reference_number",
            "evidence_seen",
            "origin",
            "reason",
            "superseded_at",
            "recorded_at",
            "supersedes__check_type",
            "certificate__name_on_certificate",
        )
    )


def test_a_clear_certificate_of_a_workbook_ends_an_early_start(engagement: Engagement) -> None:
    early_start = make_early_start(engagement, TODAY + timedelta(days=7))
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    ended = []
    for entry in (IDENTITY, CERTIFICATE):
        record_workbook_checks(
            person_id=engagement.person_id, school_id=engagement.school_id, entries=[entry], by=by, now=NOW
        )
        early_start.refresh_from_db()
        ended.append(early_start.ended_at)
    assert ended == [None, NOW]


def test_a_workbooks_checks_are_written_all_or_none(engagement: Engagement) -> None:
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    with pytest.raises(DomainError):
        record_workbook_checks(
            person_id=engagement.person_id,
            school_id=engagement.school_id,
            entries=[IDENTITY, replace(IDENTITY, done_date=TODAY + timedelta(days=1))],
            by=by,
            now=NOW,
        )
    assert Check.objects.count() == 0


def test_only_who_records_checks_takes_over_a_workbooks(engagement: Engagement) -> None:
    by = make_actor(Role.LINE_MANAGER, school=engagement.school)
    with pytest.raises(NotAllowed):
        record_workbook_checks(
            person_id=engagement.person_id, school_id=engagement.school_id, entries=[IDENTITY], by=by, now=NOW
        )
    assert Check.objects.count() == 0


def test_with_a_list_for_what_is_refused_the_others_are_written(engagement: Engagement) -> None:
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    ahead = replace(CERTIFICATE, done_date=TODAY + timedelta(days=1))
    early_start = make_early_start(engagement, TODAY + timedelta(days=7))
    refused: list[tuple[CheckEntry, DomainError]] = []
    written = record_workbook_checks(
        person_id=engagement.person_id,
        school_id=engagement.school_id,
        entries=[ahead, IDENTITY],
        by=by,
        now=NOW,
        refused=refused,
    )
    early_start.refresh_from_db()

    assert [(entry, error.code) for entry, error in refused] == [(ahead, "date_ahead")]
    assert [one.pk for one in written] == list(Check.objects.values_list("pk", flat=True))
    assert early_start.ended_at is None


def test_more_checks_of_a_person_cost_no_more_queries(engagement: Engagement) -> None:
    by = make_actor(Role.HR_OFFICER, school=engagement.school)
    entries = [
        replace(IDENTITY, check=check)
        for check in (CheckType.IDENTITY, CheckType.PROHIBITION_TEACHING, CheckType.ONLINE_SEARCH)
    ]
    counted = []
    for some in (entries[:1], entries[1:]):
        with CaptureQueriesContext(connection) as queries:
            record_workbook_checks(
                person_id=engagement.person_id, school_id=engagement.school_id, entries=some, by=by, now=NOW
            )
        counted.append(len(queries))

    assert counted[0] == counted[1]
    assert Check.objects.count() == 3
