"""What a row of a workbook is taken to say: never more than it does."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record_cells import Diagnosis
from compliance.domain.central_record_reading import ReadCell, ReadPerson
from compliance.domain.check_entry import CheckEntry
from compliance.domain.workbook_checks import RowChecks, read_checks
from compliance.domain.workbook_right_to_work import without_share_code
from compliance.domain.workbook_rows import Told, WorkbookRow, as_day, split_name
from core.domain.schools import SchoolType

AS_AT = date(2026, 11, 23)
JANE = ReadPerson("Staff", 5, "Jane Ball", "support", "2020-09-01", leaver=False)


def cell(field: str, value: str | None, diagnosis: Diagnosis = Diagnosis.OK, **more: object) -> ReadCell:
    return ReadCell("Staff", 5, "F5", field, value, diagnosis, **more)  # type: ignore[arg-type]


def row(*cells: ReadCell, repaired: frozenset[str] = frozenset()) -> WorkbookRow:
    return WorkbookRow(JANE, cells, repaired)


def checks(*cells: ReadCell, category: WorkerCategory = WorkerCategory.TA_ELSA) -> RowChecks:
    return read_checks(row(*cells), category=category, school=SchoolType.ACADEMY, as_at=AS_AT)


def only(*cells: ReadCell) -> CheckEntry:
    (entry,) = checks(*cells).entries
    return entry


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Ball", ("Jane", "Ball")),
        ("Jane Ann Ball", ("Jane Ann", "Ball")),
        ("Jan van der Berg", ("Jan", "van der Berg")),
        ("Van Berg", ("Van", "Berg")),
        ("Ball", ("", "Ball")),
        ("", ("", "")),
    ],
)
def test_a_name_is_split_before_the_last_word_and_its_particles(name: str, expected: tuple[str, str]) -> None:
    assert split_name(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2020-09-01", date(2020, 9, 1)), ("2020-09", None), ("2020", None), ("yes", None), ("", None)],
)
def test_only_a_whole_date_is_a_day(text: str, expected: date | None) -> None:
    assert as_day(text) == expected


@pytest.mark.parametrize(
    ("value", "diagnosis", "expected"),
    [
        ("2020-08-01", Diagnosis.OK, Told(date(2020, 8, 1), "F5")),
        ("2020-10-01", Diagnosis.LATE, Told(date(2020, 10, 1), "F5")),
        (None, Diagnosis.DATE_MISSING, Told(None, "F5")),
        ("2020-08", Diagnosis.AMBIGUOUS_DATE, Told(None, "F5")),
        ("2020-08-09", Diagnosis.AMBIGUOUS_DATE, Told(None, "F5")),
        ("2020-08", Diagnosis.OK, Told(None, "F5")),
        ("not_required", Diagnosis.OK, None),
        ("not_required", Diagnosis.NA_WITHOUT_REASON, None),
        (None, Diagnosis.OK, None),
        (None, Diagnosis.BLANK, None),
        (None, Diagnosis.IN_PROGRESS, None),
        ("2033-08-01", Diagnosis.FUTURE, None),
        ("2020-08-01", Diagnosis.NOT_PERMITTED, None),
        ("2001-08-01", Diagnosis.LEGACY, None),
        (None, Diagnosis.IMPOSSIBLE, None),
        (None, Diagnosis.UNREADABLE, None),
    ],
)
def test_what_a_cell_tells_of_a_check(value: str | None, diagnosis: Diagnosis, expected: Told | None) -> None:
    assert row(cell("identity.date", value, diagnosis)).told("identity.date") == expected


def test_a_number_is_repaired_only_where_that_was_ticked() -> None:
    wrong = cell("dbs.number", "001234567890", Diagnosis.WRONG_DIGITS, fix="001234567890")

    assert row(wrong).digits("dbs.number") == ""
    assert row(wrong, repaired=frozenset({"Staff!F5"})).digits("dbs.number") == "001234567890"
    assert [one.place for one in row(wrong).skipped()] == ["Staff!F5"]
    assert list(row(wrong, repaired=frozenset({"Staff!F5"})).skipped()) == []


def test_a_certificate_without_the_day_it_was_seen_is_done_date_missing() -> None:
    found = checks(cell("dbs.issue_date", "2020-07-01"), cell("dbs.number", "001234567890"))
    (entry,) = found.entries

    assert (entry.check, entry.is_done, entry.done_date) == (CheckType.ENHANCED_DBS, True, None)
    assert entry.certificate is not None
    assert entry.certificate.issued_date == date(2020, 7, 1)
    assert [one.what for one in found.skipped] == ["DBS certificate seen"]


@pytest.mark.parametrize(("barred", "is_apart"), [("2020-07-01", False), ("2020-07-02", True)])
def test_the_barred_list_is_apart_where_it_bears_another_date(barred: str, is_apart: bool) -> None:
    entries = checks(
        cell("dbs.issue_date", "2020-07-01"), cell("dbs.seen_date", "2020-07-09"), cell("barred.date", barred)
    ).entries
    certificate = entries[0].certificate

    assert certificate is not None
    assert certificate.includes_barred_list is not is_apart
    assert [one.check for one in entries[1:]] == ([CheckType.CHILDREN_BARRED_LIST] if is_apart else [])


def test_a_basic_certificate_does_not_answer_for_an_enhanced_one() -> None:
    found = checks(cell("dbs.seen_date", "2020-07-09"), cell("dbs.level", "Basic"))

    assert found.entries == ()
    assert [one.what for one in found.skipped] == ["Enhanced DBS certificate"]


def test_the_end_of_a_permission_to_work_comes_up_again() -> None:
    entry = only(cell("rtw.date", "2024-08-01"), cell("rtw.expiry", "2027-03-31"))

    assert entry.recheck_date == date(2027, 3, 31)
    assert entry.note == "The workbook says that the permission to work ends on 31/03/2027."
    assert only(cell("rtw.date", "2024-08-01"), cell("rtw.expiry", "2027-03")).recheck_date is None


def test_words_that_have_no_place_in_the_record_stay_out() -> None:
    found = checks(cell("medical.date", "2024-08-01"), cell("medical.evidence", "Epilepsy, controlled"))

    assert [one.evidence_seen for one in found.entries] == [""]
    assert [one.what for one in found.skipped] == ["Medical fitness: what was seen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("W7K 533 380", "share code ending 380"),
        ("eVisa W7K533380", "eVisa share code ending 380"),
        ("Passport 533380006", "Passport 533380006"),
    ],
)
def test_a_share_code_is_never_kept_whole(text: str, expected: str) -> None:
    assert without_share_code(text) == expected


def test_a_letter_stands_for_what_the_agency_has_to_check() -> None:
    entries = checks(
        cell("supply.confirmation_date", "2026-10-02"),
        cell("identity.date", "2026-10-05"),
        category=WorkerCategory.SUPPLY_AGENCY,
    ).entries

    own = [one.check for one in entries if not one.is_assurance]
    assert own == [CheckType.IDENTITY]
    assert {one.done_date for one in entries if one.is_assurance} == {date(2026, 10, 2)}
    assert CheckType.ENHANCED_DBS in {one.check for one in entries if one.is_assurance}
    assert CheckType.REFERENCES not in {one.check for one in entries}


@pytest.mark.parametrize(("written", "kept"), [(291, 300), (292, 300)])
def test_what_was_seen_abroad_fits_into_the_record(written: int, kept: int) -> None:
    parts = {"overseas.evidence": "x" * written, "overseas.country": "Spain, X"}
    entry = only(cell("overseas.date", "2020-08-14", parts=parts))

    assert len(entry.evidence_seen) == kept
    assert entry.evidence_seen.startswith("x" * written + ", Spain")


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("Passport", "manual"),
        ("British passport seen", "manual"),
        ("Birth certificate and NI letter", "manual"),
        ("Share code", "online"),
        ("share-code WAB12CD34", "online"),
        ("WAB 12C D34", "online"),
        ("eVisa", "online"),
        ("IDSP report", "digital"),
        ("PVN 3/9/26", "employer_checking_service"),
        ("Passport and share code", None),
        ("BRP exp 03/25", None),
        ("Seen", None),
        ("", None),
    ],
)
def test_the_route_of_a_right_to_work_check_is_what_the_words_say(words: str, route: str | None) -> None:
    shown = only(cell("rtw.date", "2024-08-01"), cell("rtw.evidence", words)).right_to_work

    assert (shown.route if shown else None) == route
    assert shown is None or "WAB" not in shown.document + shown.share_code


def test_a_permission_checked_online_ends_by_law_and_a_share_code_stays_secret() -> None:
    words, ends = cell("rtw.evidence", "Share code WAB12CD34"), cell("rtw.expiry", "2027-03-31")

    entry = only(cell("rtw.date", "2024-08-01"), words, ends)
    by_hand = only(cell("rtw.date", "2024-08-01"), cell("rtw.evidence", "Passport"), ends)

    shown = entry.right_to_work
    assert shown is not None
    assert entry.evidence_seen == "share code ending D34"
    assert (shown.document, shown.share_code) == ("Share code", "D34")
    assert (shown.permission_end, entry.recheck_date) == (date(2027, 3, 31), None)
    assert by_hand.right_to_work is not None
    assert (by_hand.right_to_work.permission_end, by_hand.recheck_date) == (None, date(2027, 3, 31))


def test_only_the_printed_date_of_a_certificate_is_told_with_what_to_ask() -> None:
    found = checks(cell("dbs.number", "001234567890"), cell("dbs.issue_date", "2019-03-12"))

    (left,) = found.skipped
    assert "printed on the certificate, 12/03/2019, not the day" in left.why
    assert "Ask who saw the original and when" in left.why
    assert [(one.done_date, one.certificate.issued_date) for one in found.entries if one.certificate] == [
        (None, date(2019, 3, 12))
    ]
