"""A school's policy stays within the room that law and guidance leave."""

from dataclasses import replace

import pytest

from compliance.domain.school_policy import SchoolPolicy, check_policy, kept_months
from core.domain.errors import DomainError
from core.domain.retention import Record

USUAL = SchoolPolicy()


def fault(policy: SchoolPolicy) -> tuple[str, str | None] | None:
    try:
        check_policy(policy)
    except DomainError as error:
        return error.code, error.field
    return None


def keeping(**months: int | None) -> SchoolPolicy:
    return replace(USUAL, kept_months={Record(name): number for name, number in months.items()})


def test_what_holds_without_a_policy_is_within_it() -> None:
    assert fault(USUAL) is None
    assert kept_months(Record.PERSONNEL_FILE, {}) == 72


@pytest.mark.parametrize(
    ("record", "months", "code"),
    [
        ("right_to_work", 23, "no_room_for_policy"),
        ("right_to_work", 24, None),
        ("right_to_work", 72, None),
        ("dbs_copy", 0, None),
        ("dbs_copy", 6, None),
        ("dbs_copy", 7, "no_room_for_policy"),
        ("unsuccessful_application", 0, "no_room_for_policy"),
        ("unsuccessful_application", 1, None),
        ("unsuccessful_application", 24, None),
        ("personnel_file", 24, None),
        ("personnel_file", 1201, "no_room_for_policy"),
    ],
)
def test_months_keep_to_what_guidance_leaves(record: str, months: int, code: str | None) -> None:
    assert fault(keeping(**{record: months})) == ((code, f"{record}_months") if code else None)


@pytest.mark.parametrize(
    ("right_to_work", "personnel_file", "is_refused"),
    [
        (None, 23, True),
        (None, 24, False),
        (73, None, True),
        (72, None, False),
        (96, 95, True),
        (96, 96, False),
    ],
)
def test_a_staff_record_stays_as_long_as_the_evidence_in_it(
    right_to_work: int | None, personnel_file: int | None, is_refused: bool
) -> None:
    policy = keeping(right_to_work=right_to_work, personnel_file=personnel_file)

    expected = ("evidence_goes_with_it", "personnel_file_months") if is_refused else None
    assert fault(policy) == expected


@pytest.mark.parametrize(
    ("field", "number", "is_refused"),
    [
        ("references_wanted", 0, False),
        ("references_wanted", -1, True),
        ("references_wanted", 6, True),
        ("early_start_review_days", 0, True),
        ("early_start_review_days", 1, False),
        ("expiring_soon_days", 366, True),
        ("dbs_renewal_months", 0, True),
        ("dbs_renewal_months", None, False),
    ],
)
def test_numbers_about_checks_have_bounds(field: str, number: int | None, is_refused: bool) -> None:
    assert fault(replace(USUAL, **{field: number})) == (("out_of_range", field) if is_refused else None)
