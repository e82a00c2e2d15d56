"""What a person confirmed of a workbook comes in whole or not at all, once, and with nothing made up."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from compliance.domain.central_record_reading import reading_to_json
from compliance.domain.import_report import ImportReport, report_from_json
from compliance.domain.workbook_choices import PersonChoice
from compliance.models import Check, EngagementRole, WorkbookReading
from compliance.readers.central_record.sandboxed import read_workbook
from compliance.selectors.workbooks import get_plan
from compliance.services.central_record_import import import_people, import_workbook
from compliance.services.workbooks import (
    choose_people,
    choose_repairs,
    discard_workbook,
    forget_workbooks,
    read_columns_again,
    read_workbook_upload,
)
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.domain.schools import SchoolType
from core.models import Document, Engagement, Person, School
from tests.factories import make_actor, make_person, make_school
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.workbooks import AS_AT

pytestmark = pytest.mark.django_db

SAMPLE = Path("fixtures/documents/central-record.xlsx")
EVERYTHING = (Person, Engagement, EngagementRole, Check)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def by(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


def drop_in(school: School, by: Actor) -> WorkbookReading:
    return read_workbook_upload(
        school_id=school.pk,
        upload=SimpleUploadedFile("record.xlsx", SAMPLE.read_bytes()),
        as_at=AS_AT,
        by=by,
        now=NOW,
    )


@cache
def sample_reading() -> dict[str, Any]:
    """The sample as the limited child reads it: once, for all that begins with a workbook already read."""
    read = read_workbook(SAMPLE, name=SAMPLE.name, school=SchoolType.ACADEMY, as_at=AS_AT)
    return reading_to_json(read)


def already_read(school: School, by: Actor) -> WorkbookReading:
    """What ``drop_in`` leaves, without the file."""
    return WorkbookReading.objects.create(
        school=school,
        source_name="record.xlsx",
        as_at=AS_AT,
        reading=sample_reading(),
        created_at=NOW,
        created_by_id=by.acting_id,
        changed_at=NOW,
    )


def bring_in(reading: WorkbookReading, by: Actor) -> ImportReport:
    return report_from_json(import_workbook(reading_id=reading.pk, by=by, now=NOW).report)


def counts() -> list[int]:
    return [model.objects.count() for model in EVERYTHING]


def checks_of(name: str) -> dict[str, Check]:
    return {one.check_type: one for one in Check.objects.filter(person__family_name=name)}


def test_a_workbook_dropped_in_is_read(school: School, by: Actor) -> None:
    assert drop_in(school, by).reading == already_read(school, by).reading


def test_people_posts_and_checks_come_in(school: School, by: Actor) -> None:
    report = bring_in(drop_in(school, by), by)

    assert (report.people_new, report.people_known, report.posts) == (15, 0, 15)
    assert counts() == [15, 15, 15, len(report.checks)]
    assert set(Check.objects.values_list("origin", flat=True)) == {"workbook"}
    thorne = Engagement.objects.select_related("person", "role").get(person__family_name="Thorne")
    assert (thorne.person.given_name, thorne.person.birth_date) == ("Bethan", date(1971, 9, 28))
    assert (thorne.job_title, thorne.start_date) == ("Headteacher", date(2017, 9, 1))
    assert thorne.role.category == "leader_academy"
    identity = checks_of("Thorne")["identity"]
    assert (identity.done_date, identity.done_by, identity.evidence_seen) == (
        date(2017, 7, 4),
        "GT",
        "Passport",
    )


def test_a_certificate_is_seen_on_its_day_and_includes_the_list_of_its_date(
    school: School, by: Actor
) -> None:
    bring_in(already_read(school, by), by)
    check = checks_of("Thorne")["enhanced_dbs"]

    assert (check.done_date, check.reference_number) == (date(2017, 7, 10), "001661134115")
    assert (check.certificate.issued_date, check.certificate.includes_barred_list) == (
        date(2017, 7, 7),
        True,
    )
    assert "children_barred_list" not in checks_of("Thorne")


def test_done_without_a_date_stays_without_one(school: School, by: Actor) -> None:
    bring_in(already_read(school, by), by)

    missing = checks_of("Lister")["right_to_work"]
    assert (missing.state, missing.done_date, missing.is_date_missing) == ("done", None, True)
    month_only = checks_of("Okafor")["identity"]
    assert (month_only.done_date, month_only.is_date_missing) == (None, True)
    late = checks_of("Okafor")["right_to_work"]
    assert late.done_date == date(2018, 9, 16)


def test_a_first_day_without_its_day_is_left_empty_and_said(school: School, by: Actor) -> None:
    bring_in(already_read(school, by), by)
    quaye = Engagement.objects.get(person__family_name="Quaye")

    assert quaye.start_date is None
    assert quaye.history.get().history_change_reason == "The workbook has only 09/2019 as the first day"


def test_what_must_not_come_in_is_listed(school: School, by: Actor) -> None:
    report = bring_in(already_read(school, by), by)
    places = Counter(one.place for one in report.skipped)

    assert places["Support!M5"] == places["Volunteers!H3"] == places["Governors & Trustees!H3"] == 1
    assert places["Leavers, row 2"] == 1
    assert "children_barred_list" not in checks_of("Green")
    assert not Check.objects.exclude(note="").exists()


def test_a_letter_of_an_agency_stands_for_the_checks_it_vouches_for(school: School, by: Actor) -> None:
    bring_in(already_read(school, by), by)
    checks = checks_of("Nunn")

    assert (checks["identity"].is_assurance, checks["identity"].done_date) == (False, date(2026, 10, 5))
    assert (checks["enhanced_dbs"].is_assurance, checks["enhanced_dbs"].done_date) == (
        True,
        date(2026, 10, 2),
    )
    assert checks["enhanced_dbs"].evidence_seen == "Written confirmation, Northgate Supply"
    assert checks["enhanced_dbs"].certificate.issued_date == date(2026, 6, 1)


def test_the_same_workbook_twice_changes_nothing(school: School, by: Actor) -> None:
    first = bring_in(drop_in(school, by), by)
    before = counts()
    again = bring_in(drop_in(school, by), by)

    assert counts() == before
    assert (again.people_new, again.people_known, again.posts, again.checks) == (0, 15, 0, ())
    assert again.already >= len(first.checks)


def test_somebody_known_by_name_and_birth_date_is_not_made_twice(school: School, by: Actor) -> None:
    person = make_person(given_name="bethan", family_name="THORNE", birth_date=date(1971, 9, 28))
    make_engagement(school=school, person=person, job_title="Head")
    namesake = make_person(given_name="Daniel", family_name="Okafor", birth_date=date(1950, 1, 1))
    make_engagement(school=school, person=namesake)
    report = bring_in(already_read(school, by), by)

    assert (report.people_new, report.people_known) == (14, 1)
    assert Person.objects.filter(family_name__iexact="thorne").count() == 1
    assert Person.objects.filter(family_name="Okafor").count() == 2


def test_nothing_stays_of_an_import_that_fails_half_way(school: School, by: Actor) -> None:
    plan = get_plan(by, already_read(school, by))
    before = counts()
    # A kind of worker that the database refuses, met when half of the people are in.
    broken = [*plan[:8], replace(plan[8], worker="nobody", entries=()), *plan[9:]]

    with pytest.raises(IntegrityError):
        import_people(broken, school_id=school.pk, by=by, now=NOW)
    assert counts() == before
    import_people(plan, school_id=school.pk, by=by, now=NOW)
    assert counts() != before


def test_what_was_chosen_of_people_counts(school: School, by: Actor) -> None:
    known = make_person(given_name="Joanne", family_name="Lister")
    make_engagement(school=school, person=known, job_title="Cook")
    reading = already_read(school, by)
    said = {
        "Teaching Staff!6": PersonChoice(is_taken=False),
        "Teaching Staff!8": PersonChoice(known="new"),
        "Support!5": PersonChoice(worker="contractor_ra"),
        "Leavers!2": PersonChoice(is_taken=True, worker="teacher"),
        "Nowhere!1": PersonChoice(),
    }
    choose_people(reading_id=reading.pk, people=said, by=by, now=NOW)
    report = bring_in(reading, by)

    assert not Person.objects.filter(family_name="Thorne").exists()
    assert Person.objects.filter(family_name="Lister").count() == 2
    assert EngagementRole.objects.get(engagement__person__family_name="Nowak").category == "contractor_ra"
    assert Engagement.objects.get(person__family_name="Ball").end_date == date(2025, 8, 31)
    assert (report.people_new, report.people_known) == (15, 0)


def test_a_leaver_without_a_leaving_date_does_not_come_back_to_work(school: School, by: Actor) -> None:
    reading = already_read(school, by)
    choose_people(reading_id=reading.pk, people={"Support!9": PersonChoice(is_taken=True)}, by=by, now=NOW)
    report = bring_in(reading, by)

    assert [one.why for one in report.skipped if one.place == "Support, row 9"] == [
        "Has left, and the workbook does not say on which day. Write the whole leaving date there."
    ]


def test_only_ticked_repairs_are_made(school: School, by: Actor) -> None:
    reading = already_read(school, by)
    shown = {"Teaching Staff!K7", "Support!F5"}
    choose_repairs(reading_id=reading.pk, shown=shown, ticked={"Support!F5"}, by=by, now=NOW)
    report = bring_in(reading, by)

    assert checks_of("Nowak")["enhanced_dbs"].reference_number == "001848226796"
    assert checks_of("Quaye")["enhanced_dbs"].reference_number == "001735307263"
    assert checks_of("Okafor")["enhanced_dbs"].reference_number == ""
    assert "Teaching Staff!K7" in {one.place for one in report.skipped}


def test_a_column_said_to_hold_something_else_is_read_again(school: School, by: Actor) -> None:
    reading = drop_in(school, by)
    (key,) = {
        f"{one['sheet']}!{one['column']}!{one['heading']}"
        for one in reading.reading["columns"]
        if (one["sheet"], one["column"]) == ("Governors & Trustees", "E")
    }
    again = read_columns_again(reading_id=reading.pk, columns={key: "dbs.by"}, by=by, now=NOW)
    (column,) = [
        one
        for one in again.reading["columns"]
        if (one["sheet"], one["column"]) == ("Governors & Trustees", "E")
    ]

    assert (column["field"], column["sure"]) == ("dbs.by", True)
    assert again.choices["columns"] == {key: "dbs.by"}
    assert len(again.reading["people"]) == len(reading.reading["people"])
    bring_in(again, by)
    assert checks_of("Wetherby")["enhanced_dbs"].done_by == "LC"
    assert checks_of("Wetherby")["identity"].done_by == "Not recorded"


def test_a_column_cannot_hold_what_nobody_knows(school: School, by: Actor) -> None:
    reading = already_read(school, by)
    with pytest.raises(DomainError) as caught:
        read_columns_again(reading_id=reading.pk, columns={"Support!A!Name": "nothing"}, by=by, now=NOW)

    assert caught.value.code == "field_unknown"


@pytest.mark.parametrize("days", [90, 91])
def test_a_workbook_is_forgotten_in_time(
    school: School, by: Actor, days: int, django_capture_on_commit_callbacks: Any
) -> None:
    reading = drop_in(school, by)
    file = reading.document.file
    with django_capture_on_commit_callbacks(execute=True):
        count = forget_workbooks(now=NOW + timedelta(days=days))

    is_gone = days > 90
    assert count == is_gone
    assert WorkbookReading.objects.exists() is not is_gone
    assert Document.objects.exists() is not is_gone
    assert file.storage.exists(file.name) is not is_gone


def test_a_discarded_workbook_leaves_nothing(
    school: School, by: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    reading = drop_in(school, by)
    file = reading.document.file
    with django_capture_on_commit_callbacks(execute=True):
        discard_workbook(reading_id=reading.pk, by=by, now=NOW)
    reading.refresh_from_db()

    assert (reading.status, reading.reading, reading.document) == ("discarded", {}, None)
    assert not file.storage.exists(file.name)
    assert not Document.objects.exists()
    with pytest.raises(DomainError) as caught:
        bring_in(reading, by)
    assert caught.value.code == "workbook_closed"


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.INSPECTOR, Role.TRUST_ADMINISTRATOR])
def test_who_may_not_bring_in_a_workbook(school: School, by: Actor, role: Role) -> None:
    reading, other = already_read(school, by), make_actor(role, school=school)

    with pytest.raises(NotAllowed):
        drop_in(school, other)
    with pytest.raises(NotAllowed):
        bring_in(reading, other)
    assert counts() == [0, 0, 0, 0]


def test_nobody_ticked_is_said(school: School, by: Actor) -> None:
    reading = already_read(school, by)
    rows = [f"{one['sheet']}!{one['row']}" for one in reading.reading["people"]]
    nobody = {key: PersonChoice(is_taken=False) for key in rows}
    choose_people(reading_id=reading.pk, people=nobody, by=by, now=NOW)
    with pytest.raises(DomainError) as caught:
        bring_in(reading, by)

    assert caught.value.code == "nobody_ticked"


def test_a_file_that_is_no_workbook_is_not_kept(school: School, by: Actor) -> None:
    with pytest.raises(DomainError):
        read_workbook_upload(
            school_id=school.pk,
            upload=SimpleUploadedFile("record.xlsx", b"PK not really"),
            as_at=AS_AT,
            by=by,
            now=NOW,
        )

    assert not Document.objects.exists()
    assert not WorkbookReading.objects.exists()
