"""Each diagnosis, with its neighbours."""

from datetime import UTC, date, datetime

import pytest

from compliance.domain.central_record_cells import (
    Beside,
    Context,
    Diagnosis,
    Finding,
    Legacy,
    Person,
    RawCell,
    RawValue,
)
from compliance.domain.central_record_diagnosis import diagnose_cell
from compliance.domain.central_record_fields import FIELDS
from compliance.domain.central_record_needs import Needs
from core.domain.dates import DayOrMonth

AS_AT = date(2026, 11, 23)
REQUIRED = frozenset(
    {
        "identity",
        "right_to_work",
        "enhanced_dbs",
        "children_barred_list",
        "prohibition_teaching",
        "qualifications",
    }
)
TEACHER = Person("teaching", Needs(REQUIRED), DayOrMonth.parse("2020-09-01"))
CLEANER = Person("support", Needs(frozenset({"identity"})), DayOrMonth.parse("2020-09-01"))
GOVERNOR = Person("governors", Needs(frozenset({"s128"}), frozenset({"children_barred_list"})))


def diagnose(
    field: str,
    value: RawValue,
    person: Person = TEACHER,
    beside: Beside = Beside(),  # noqa: B008 (frozen)
    *,
    note: str = "",
    swapped: bool = False,
    legacy: Legacy | None = None,
) -> Finding:
    context = Context(FIELDS[field], person, AS_AT, beside, swapped, legacy)
    return diagnose_cell(RawCell(value, note), context)


def summary(found: Finding) -> tuple[str, str | None]:
    return found.diagnosis.value, found.value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1/9/20", ("ok", "2020-09-01")),
        ("31/8/20", ("ok", "2020-08-31")),
        ("2/9/20", ("late", "2020-09-02")),
        (datetime(2020, 8, 3, tzinfo=UTC), ("ok", "2020-08-03")),
        (44_068, ("ok", "2020-08-25")),
        ("Passport 12/8/20 JB", ("ok", "2020-08-12")),
        ("23/11/26", ("late", "2026-11-23")),
        ("24/11/26", ("future", "2026-11-24")),
        ("Aug 20", ("ambiguous_date", "2020-08")),
        ("Sept 20", ("ambiguous_date", "2020-09")),
        ("Oct 20", ("late", "2020-10")),
        ("2020", ("ambiguous_date", "2020")),
        ("26/8", ("ambiguous_date", None)),
        ("30/2/20", ("impossible", None)),
        ("12/8/1920", ("impossible", "1920-08-12")),
        ("Yes", ("date_missing", None)),
        ("DL + bank stmt", ("date_missing", None)),
        ("as per Linda", ("unreadable", None)),
        ("N/K", ("unreadable", None)),
        ("TBC", ("in_progress", None)),
        ("applied 1/8/20", ("in_progress", None)),
        ("N/A", ("na_without_reason", "not_required")),
        ("N/A agency holds it", ("ok", "not_required")),
        ("pre 2002", ("legacy", None)),
        ("n/a pre 2022", ("ok", "not_required")),
        ("N", ("blank", None)),
        (None, ("blank", None)),
    ],
)
def test_a_required_check(value: RawValue, expected: tuple[str, str | None]) -> None:
    assert summary(diagnose("identity.date", value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ("ok", None)),
        ("N", ("ok", "no")),
        ("N/A", ("na_without_reason", "not_required")),
        ("Y", ("date_missing", None)),
    ],
)
def test_a_check_nobody_asks_for(value: RawValue, expected: tuple[str, str | None]) -> None:
    assert summary(diagnose("prohibition.date", value, CLEANER)) == expected


def test_what_stands_in_a_combined_cell_is_told_apart() -> None:
    found = diagnose("rtw.date", "Passport exp 1/3/30 seen 12/8/20 JB")

    assert (found.value, found.parts) == (
        "2020-08-12",
        {"rtw.evidence": "Passport", "rtw.by": "JB", "rtw.expiry": "2030-03-01"},
    )


def test_the_year_of_an_award_is_not_the_day_of_a_check() -> None:
    found = diagnose("qualification.date", "QTS ✔ 1998")

    assert (summary(found), found.parts) == (
        ("date_missing", None),
        {"qualification.qts": "yes", "qualification.qts_year": "1998"},
    )


@pytest.mark.parametrize(
    ("certificate", "expected"),
    [
        ("2020-07-01", ("ok", "2020-07-01")),
        ("2020-10-01", ("late", "2020-10-01")),
        ("2020-07", ("ambiguous_date", "2020-07")),
        (None, ("date_missing", None)),
    ],
)
def test_a_barred_list_with_the_certificate_is_as_old_as_that(
    certificate: str | None, expected: tuple[str, str | None]
) -> None:
    beside = Beside(certificate_date=certificate)

    assert summary(diagnose("barred.date", "with DBS", beside=beside)) == expected


@pytest.mark.parametrize(
    ("value", "diagnosis"),
    [
        ("1/9/20", Diagnosis.NOT_PERMITTED),
        ("30/2/20", Diagnosis.NOT_PERMITTED),
        ("Yes", Diagnosis.NOT_PERMITTED),
        ("with DBS", Diagnosis.NOT_PERMITTED),
        ("applied 3/9", Diagnosis.NOT_PERMITTED),
        ("N/A - governance only", Diagnosis.OK),
        (None, Diagnosis.OK),
    ],
)
def test_a_check_that_must_not_be_made(value: RawValue, diagnosis: Diagnosis) -> None:
    assert diagnose("barred.date", value, GOVERNOR).diagnosis is diagnosis


@pytest.mark.parametrize(
    ("beside", "value", "expected"),
    [
        (Beside(done="Y"), None, ("date_missing", None)),
        (Beside(done="N"), None, ("blank", None)),
        (Beside(required="N"), None, ("ok", None)),
        (Beside(required="N"), "N/A", ("ok", "not_required")),
        (Beside(required="Y"), "N/A", ("na_without_reason", "not_required")),
        (Beside(told_elsewhere=True), None, ("ok", None)),
    ],
)
def test_the_column_beside_counts(beside: Beside, value: RawValue, expected: tuple[str, str | None]) -> None:
    assert summary(diagnose("identity.date", value, beside=beside)) == expected


@pytest.mark.parametrize(
    ("note", "diagnosis"),
    [("not a teacher", "ok"), ("see notes", "na_without_reason"), ("", "na_without_reason")],
)
def test_a_note_on_the_cell_may_hold_the_reason(note: str, diagnosis: str) -> None:
    assert diagnose("prohibition.date", "N/A", note=note).diagnosis.value == diagnosis


@pytest.mark.parametrize(
    ("field", "start", "diagnosis"),
    [
        ("prohibition.date", "2012-03-31", "ok"),
        ("prohibition.date", "2012-04-01", "late"),
        ("barred.date", "2009-10-11", "ok"),
        ("barred.date", "2009-10-12", "late"),
        ("s128.date", "2014-08-31", "ok"),
        ("s128.date", "2014-09-01", "late"),
        ("rtw.date", "1997-01-26", "ok"),
        ("rtw.date", "1997-01-27", "late"),
        ("references.first", "2012-04-01", "ok"),
    ],
)
def test_nobody_was_late_before_the_check_existed(field: str, start: str, diagnosis: str) -> None:
    person = Person("teaching", Needs(), DayOrMonth.parse(start))

    assert diagnose(field, "1/5/15", person).diagnosis.value == diagnosis


@pytest.mark.parametrize(("start", "diagnosis"), [("2020-08", "late"), ("2020-09", "ok"), (None, "ok")])
def test_a_start_known_to_the_month_ends_with_it(start: str | None, diagnosis: str) -> None:
    person = Person("teaching", Needs(), DayOrMonth.parse(start) if start else None)

    assert diagnose("identity.date", "15/9/20", person).diagnosis.value == diagnosis


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("role.start_date", "4/1/27", ("ok", "2027-01-04")),
        ("role.start_date", "Sept 19", ("ambiguous_date", "2019-09")),
        ("rtw.expiry", "4/1/27", ("ok", "2027-01-04")),
        ("training.first_aid_expiry", "N/A", ("ok", "not_required")),
        ("training.safeguarding", "4/1/27", ("future", "2027-01-04")),
        ("person.dob", "28/9/68", ("ok", "1968-09-28")),
        ("person.dob", "11/10/04", ("ok", "2004-10-11")),
    ],
)
def test_dates_that_are_no_checks(field: str, value: str, expected: tuple[str, str | None]) -> None:
    assert summary(diagnose(field, value)) == expected


@pytest.mark.parametrize(
    ("legacy", "field", "value", "diagnosis"),
    [
        (Legacy.LIST_99, "barred.date", "11/10/09", "legacy"),
        (Legacy.LIST_99, "barred.date", "12/10/09", "ok"),
        (None, "barred.date", "11/10/09", "ok"),
        (Legacy.EEA, "overseas.eea", "1/8/20", "legacy"),
        (Legacy.EEA, "overseas.eea", None, "ok"),
        (None, "prohibition.date", "List 99 12/3/01", "legacy"),
    ],
)
def test_checks_of_older_days(legacy: Legacy | None, field: str, value: RawValue, diagnosis: str) -> None:
    assert diagnose(field, value, legacy=legacy).diagnosis.value == diagnosis


def test_in_a_swapped_column_no_date_is_certain() -> None:
    assert summary(diagnose("identity.date", "2/9/20", swapped=True)) == ("ambiguous_date", "2020-09-02")


@pytest.mark.parametrize(
    ("value", "diagnosis", "digits", "fix"),
    [
        ("0012 3456 7890", "ok", "001234567890", None),
        (1234567890, "wrong_digits", "001234567890", "001234567890"),
        ("1234567890", "wrong_digits", None, None),
        ("awaiting", "in_progress", None, None),
        ("N/A", "na_without_reason", "not_required", None),
        ("see file", "unreadable", None, None),
        (None, "blank", None, None),
    ],
)
def test_a_certificate_number(value: RawValue, diagnosis: str, digits: str | None, fix: str | None) -> None:
    found = diagnose("dbs.number", value)

    assert (found.diagnosis.value, found.value, found.fix) == (diagnosis, digits, fix)


def test_a_certificate_number_may_bring_its_date() -> None:
    assert diagnose("dbs.number", "001234567890 12/9/19").parts == {"dbs.issue_date": "2019-09-12"}


@pytest.mark.parametrize(
    ("person", "value", "expected"),
    [
        (TEACHER, 348741, ("wrong_digits", "0348741")),
        (TEACHER, "941342", ("wrong_digits", None)),
        (TEACHER, "N/A", ("na_without_reason", "not_required")),
        (CLEANER, "N/A", ("ok", "not_required")),
        (CLEANER, None, ("ok", None)),
    ],
)
def test_a_teacher_number(person: Person, value: RawValue, expected: tuple[str, str | None]) -> None:
    assert summary(diagnose("qualification.trn", value, person)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Y", ("ok", "yes")),
        ("✓", ("ok", "yes")),
        ("N", ("ok", "no")),
        ("UK only", ("ok", "no")),
        ("N/A", ("ok", "not_required")),
        (None, ("ok", None)),
        ("Perhaps", ("unreadable", None)),
        ("TBC", ("in_progress", None)),
    ],
)
def test_yes_or_no(value: RawValue, expected: tuple[str, str | None]) -> None:
    assert summary(diagnose("overseas.required", value)) == expected


def test_the_country_somebody_lived_in_is_kept() -> None:
    assert diagnose("overseas.required", "Y - Spain 2015-18").parts == {"overseas.country": "Spain"}


@pytest.mark.parametrize(
    "cell", [RawCell("Caution 2011 (theft)"), RawCell("keyholder", note="Conviction 1998")]
)
def test_details_of_an_offence_are_set_aside_and_not_repeated(cell: RawCell) -> None:
    found = diagnose_cell(cell, Context(FIELDS["meta.notes"], TEACHER, AS_AT))

    assert (found.diagnosis, found.value) == (Diagnosis.NOT_PERMITTED, None)
    assert not [word for word in ("2011", "theft", "1998", "onviction 1") if word in found.message]


def test_a_formula_without_result_cannot_be_read() -> None:
    found = diagnose_cell(RawCell(calculated=True), Context(FIELDS["identity.date"], TEACHER, AS_AT))

    assert found.diagnosis is Diagnosis.UNREADABLE


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("person.former_names", "N/A", None),
        ("person.surname", "PRYDDERCH", "Prydderch"),
        ("meta.notes", " weekly from Sept ", "weekly from Sept"),
        ("person.employee_no", 1042.0, "1042"),
    ],
)
def test_words_and_names(field: str, value: RawValue, expected: str | None) -> None:
    assert summary(diagnose(field, value)) == ("ok", expected)
