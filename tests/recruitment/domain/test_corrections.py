from datetime import UTC, datetime

from recruitment.domain.corrections import Change, KeptRow, list_changes

FIRST, SECOND, THIRD = (datetime(2026, 11, day, tzinfo=UTC) for day in (2, 3, 4))
GCSE = {"Subject": "English", "Grade": "B", "Where": ""}


def test_list_changes_of_a_row_from_its_beginning_to_its_end() -> None:
    rows = [
        KeptRow(FIRST, GCSE),
        KeptRow(SECOND, GCSE | {"Grade": "A", "Where": "Seaview School"}),
        KeptRow(THIRD, GCSE, is_deleted=True),
    ]

    assert list(list_changes("Qualification 1", rows)) == [
        (FIRST, Change("Qualification 1", None, "Subject: English\nGrade: B")),
        (SECOND, Change("Qualification 1: Grade", "B", "A")),
        (SECOND, Change("Qualification 1: Where", "", "Seaview School")),
        (THIRD, Change("Qualification 1", "Subject: English\nGrade: A\nWhere: Seaview School", None)),
    ]


def test_list_changes_of_a_row_that_is_one_text() -> None:
    rows = [KeptRow(FIRST, {"": "I led a group."}), KeptRow(SECOND, {"": "I led two groups."})]

    assert list(list_changes("Statement", rows)) == [
        (FIRST, Change("Statement", None, "I led a group.")),
        (SECOND, Change("Statement", "I led a group.", "I led two groups.")),
    ]


def test_list_changes_where_nothing_changed() -> None:
    assert list(list_changes("Referee 1", [])) == []
    assert list(list_changes("Referee 1", [KeptRow(FIRST, GCSE), KeptRow(SECOND, GCSE)]))[1:] == []


def test_list_changes_of_which_only_the_end_is_known() -> None:
    assert list(list_changes("Referee 1", [KeptRow(FIRST, GCSE, is_deleted=True)])) == []
