"""The workbook, opened again: who is on which sheet, what its cells say, and what is in none of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.central_record import COLUMNS
from compliance.exports.central_record import write_central_record
from compliance.selectors.central_record import list_central_records
from core.models import School
from tests.compliance.views.record_people import NUMBER, SECRETS, make_telling_engagement
from tests.factories import make_person, make_school, make_trust
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db
OLDEST_EDITION = "KCSIE 2025 and the early years framework 2025"


def written(*schools: School, at: datetime | None = None) -> Workbook:
    records = list_central_records(school_ids=[school.pk for school in schools], at=at, now=NOW)
    with closing(write_central_record(records, now=NOW)) as file:
        return load_workbook(file)


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    """The lines of a sheet by their heads."""
    heads = [cell.value for cell in sheet[4]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=5)]


def every_value(book: Workbook) -> str:
    return "\n".join(
        str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value
    )


def test_a_line_says_who_and_of_each_check_its_state_day_and_by_whom() -> None:
    school = make_school(name="Mill Lane Primary School", urn="123456")
    make_telling_engagement(school, start_date=date(2026, 9, 1))

    (row,) = rows_of(written(school)["Teaching"])

    assert list(row.values())[:8] == [
        "Mill Lane Primary School",
        "123456",
        "Ashdown",
        "Rowan",
        "Class teacher",
        "Teacher, qualified or not, employed by the school or trust",
        datetime(2026, 9, 1),  # noqa: DTZ001 (a workbook knows no time zones)
        None,
    ]
    assert [row["Enhanced DBS certificate"], row["Enhanced DBS: date"], row["Enhanced DBS: by"]] == [
        "Complete",
        datetime(2026, 8, 20),  # noqa: DTZ001
        "Nia Owen",
    ]
    assert row["Certificate number"] == NUMBER
    assert (row["Section 128 direction"], row["Section 128: date"]) == ("Not required", None)
    assert [head for head in row if head in {column.label for column in COLUMNS}] == [
        column.label for column in COLUMNS
    ]


def test_nothing_secret_is_in_the_workbook() -> None:
    school = make_school()
    make_telling_engagement(school)

    told = every_value(written(school))

    assert [secret for secret in (*SECRETS, "1988", "To be considered") if secret in told] == []
    assert "Ashdown" in told


def test_a_sheet_for_each_kind_of_person_and_no_leavers() -> None:
    school = make_school()
    categories = [
        WorkerCategory.TEACHER,
        WorkerCategory.SUPPLY_AGENCY,
        WorkerCategory.GOVERNOR_MAINTAINED,
        WorkerCategory.VOLUNTEER_RA,
        WorkerCategory.CONTRACTOR_RA,
        WorkerCategory.SUPPORT_STAFF,
    ]
    for category in categories:
        make_engagement(school=school, category=category)
    make_engagement(school=school, start_date=date(2026, 11, 3))
    make_engagement(school=school, person=make_person(family_name="Gone"), end_date=date(2026, 11, 1))

    book = written(school)

    assert book.sheetnames == [
        "Summary",
        "Teaching",
        "Support",
        "Supply and agency",
        "Governors and trustees",
        "Volunteers",
        "Contractors and third party",
        "Yet to start",
        "Legend",
    ]
    assert "Gone" not in every_value(book)


def test_several_schools_each_have_their_part_and_their_sums() -> None:
    trust = make_trust()
    birch, alder = (make_school(trust=trust, name=f"{name} School") for name in ("Birch", "Alder"))
    person = make_person()
    make_check(make_engagement(school=birch, person=person), CheckType.IDENTITY)
    make_engagement(school=alder, person=person)

    book = written(birch, alder)

    assert [row["School"] for row in rows_of(book["Support"])] == ["Alder School", "Birch School"]
    assert [row["Identity"] for row in rows_of(book["Support"])] == ["Complete", "Complete"]
    assert [(row["School"], row["Lines"], row["Complete"]) for row in rows_of(book["Summary"])] == [
        ("Alder School", 1, 1),
        ("Birch School", 1, 1),
    ]


def test_the_agency_columns_stand_on_the_sheets_they_belong_to() -> None:
    school = make_school()
    supply = make_engagement(
        school=school, category=WorkerCategory.SUPPLY_AGENCY, role={"agency": "Bright Supply"}
    )
    make_certificate(supply, is_assurance=True)
    make_engagement(school=school)

    book = written(school)

    (row,) = rows_of(book["Supply and agency"])
    assert list(row.items())[-4:] == [
        ("Agency or provider", "Bright Supply"),
        ("Confirmation received", "No: 2 of 6"),
        ("Confirmed on", None),
        ("Enhanced certificate supplied", "Yes"),
    ]
    assert "Confirmation received" not in rows_of(book["Support"])[0]


def test_heads_stay_in_sight_filters_reach_every_line_and_a_page_is_a3() -> None:
    school = make_school()
    for _ in range(2):
        make_engagement(school=school)

    sheet = written(school)["Support"]

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("E5", "A4:AS6")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 8)
    assert sheet.print_title_rows == "$1:$4"


def test_words_that_look_like_formulas_stay_words() -> None:
    school = make_school()
    make_engagement(
        school=school,
        person=make_person(given_name="=1+1", family_name="=HYPERLINK(0)"),
        job_title="=cmd",
    )

    row = written(school)["Support"][5]

    assert [(cell.value, cell.data_type) for cell in row[2:5]] == [
        ("=HYPERLINK(0)", "s"),
        ("=1+1", "s"),
        ("=cmd", "s"),
    ]


def test_a_pasted_control_character_does_not_break_the_whole_file() -> None:
    school = make_school()
    make_engagement(school=school, job_title="Teaching\x0bassistant")

    assert written(school)["Support"][5][4].value == "Teaching assistant"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "As it stands, by the rules of 02/11/2026 (newest edition: Right to work: the wider scheme)"),
        (
            datetime(2026, 7, 1, 11, 30, tzinfo=UTC),
            "As at 01/07/2026 12:30, by the rules of that day (newest edition: " + OLDEST_EDITION + ")",
        ),
    ],
)
def test_it_says_as_at_when(at: datetime | None, words: str) -> None:
    sheet = written(make_school(), at=at)["Summary"]

    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "Single central record",
        words,
        "Written on 02/11/2026 at 09:30",
    ]


@pytest.mark.parametrize("people", [1, 3])
def test_a_workbook_takes_as_many_queries_for_one_as_for_three(
    people: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    schools = [make_school(trust=make_trust()) for _ in range(people)]
    for school in schools:
        make_telling_engagement(school)

    with django_assert_num_queries(6):
        written(*schools)
