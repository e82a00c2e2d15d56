"""What stops a check, what leaves it open and what only warns, on each side of every boundary."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DocumentId, Route
from compliance.domain.right_to_work_problems import Effect, find_problems

EDITION = date(2026, 11, 22)
BY_HAND = RightToWorkCheck(
    document_id=DocumentId.A1,
    route=Route.MANUAL,
    original_seen=True,
    clipped=False,
    checked_date=date(2026, 11, 2),
    start_date=date(2026, 11, 9),
)
DIGITAL = replace(BY_HAND, route=Route.DIGITAL, document_expiry=date(2031, 1, 1))
ONLINE = RightToWorkCheck(
    document_id=DocumentId.B1_ONLINE,
    route=Route.ONLINE,
    checked_date=date(2026, 11, 2),
    start_date=date(2026, 11, 9),
    permission_end=date(2028, 2, 29),
    share_code="W12345678",
    share_code_created=date(2026, 11, 1),
)
NOTICE = RightToWorkCheck(
    document_id=DocumentId.B2_4,
    route=Route.EMPLOYER_CHECKING_SERVICE,
    checked_date=date(2026, 11, 2),
    start_date=date(2026, 11, 9),
    pvn_date=date(2026, 11, 2),
)
ENDORSED = replace(BY_HAND, document_id=DocumentId.A4, document_expiry=date(2031, 1, 1))
STOPS, OPEN, WARNS = Effect.STOPS, Effect.LEAVES_OPEN, Effect.WARNS


def problems(check: RightToWorkCheck, **changes: Any) -> list[tuple[str, Effect]]:
    found = find_problems(replace(check, **changes), edition=EDITION)
    return [(problem.code, problem.effect) for problem in found]


@pytest.mark.parametrize("check", [BY_HAND, DIGITAL, ONLINE, NOTICE, ENDORSED])
def test_sound_check_has_no_problem(check: RightToWorkCheck) -> None:
    assert problems(check) == []


@pytest.mark.parametrize(
    ("check", "name", "expected"),
    [
        (BY_HAND, "document_id", ("document_not_known", OPEN)),
        (BY_HAND, "route", ("route_not_known", OPEN)),
        (BY_HAND, "original_seen", ("original_not_known", OPEN)),
        (BY_HAND, "checked_date", ("check_date_not_known", OPEN)),
        (BY_HAND, "clipped", ("clipped_not_known", WARNS)),
        (DIGITAL, "document_expiry", ("expiry_not_known", OPEN)),
        (ENDORSED, "document_expiry", ("expiry_not_known", WARNS)),
        (ONLINE, "share_code", ("share_code_missing", STOPS)),
        (ONLINE, "share_code_created", ("share_code_age_not_known", WARNS)),
        (ONLINE, "permission_end", ("permission_end_missing", STOPS)),
        (NOTICE, "pvn_date", ("verification_missing", STOPS)),
    ],
)
def test_what_is_not_known_is_said_and_named(
    check: RightToWorkCheck, name: str, expected: tuple[str, Effect]
) -> None:
    assert problems(check, **{name: None}) == [expected]


@pytest.mark.parametrize(
    ("check", "name", "missing"),
    [
        (BY_HAND, "document_id", "document"),
        (BY_HAND, "original_seen", "original_seen"),
        (ONLINE, "permission_end", "permission_end"),
        (NOTICE, "pvn_date", "pvn_date"),
    ],
)
def test_what_is_missing_is_asked_for_by_its_name(check: RightToWorkCheck, name: str, missing: str) -> None:
    found = find_problems(replace(check, **{name: None}), edition=EDITION)  # type: ignore[arg-type]

    assert [problem.needs for problem in found] == [missing]


@pytest.mark.parametrize(
    ("check", "name"),
    [
        (BY_HAND, "document_expiry"),
        (BY_HAND, "permission_end"),
        (BY_HAND, "pvn_date"),
        (BY_HAND, "share_code"),
        (BY_HAND, "start_date"),
        (DIGITAL, "original_seen"),
        (ONLINE, "original_seen"),
        (ONLINE, "clipped"),
        (ONLINE, "document_expiry"),
        (ENDORSED, "clipped"),
        (NOTICE, "original_seen"),
        (NOTICE, "checked_date"),
    ],
)
def test_what_a_check_does_not_need_may_stay_unknown(check: RightToWorkCheck, name: str) -> None:
    assert problems(check, **{name: None}) == []


@pytest.mark.parametrize(
    ("document", "clipped", "checked", "expected"),
    [
        (DocumentId.A1, True, date(2026, 11, 2), [("clipped", STOPS)]),
        (DocumentId.A2, True, date(2026, 11, 2), [("clipped", STOPS)]),
        (DocumentId.A1, True, date(2025, 2, 12), [("clipped", STOPS)]),
        (DocumentId.A1, True, date(2025, 2, 11), [("clipped_elsewhere", WARNS)]),
        (DocumentId.A1, False, date(2026, 11, 2), []),
        (DocumentId.A4, True, date(2026, 11, 2), [("clipped_elsewhere", WARNS)]),
        (DocumentId.A4, False, date(2026, 11, 2), []),
        (DocumentId.A6, True, date(2026, 11, 2), []),
    ],
)
def test_clipped_corner(document: DocumentId, clipped: bool, checked: date, expected: list[Any]) -> None:
    assert problems(ENDORSED, document_id=document, clipped=clipped, checked_date=checked) == expected


def test_clipped_passport_is_refused_by_a_digital_service_too() -> None:
    assert problems(DIGITAL, clipped=True) == [("clipped", STOPS)]


@pytest.mark.parametrize("document", [DocumentId.A1, DocumentId.A2, DocumentId.A6, DocumentId.A8])
def test_expired_passport_counts_by_hand(document: DocumentId) -> None:
    assert problems(BY_HAND, document_id=document, document_expiry=date(2015, 5, 1)) == []


@pytest.mark.parametrize(
    ("check", "document"),
    [
        (DIGITAL, DocumentId.A1),
        (DIGITAL, DocumentId.A2),
        (ENDORSED, DocumentId.A4),
        (ENDORSED, DocumentId.A5),
        (ENDORSED, DocumentId.B1_1),
        (ENDORSED, DocumentId.B1_3),
    ],
)
@pytest.mark.parametrize(
    ("expiry", "expected"),
    [(date(2026, 11, 1), [("document_expired", STOPS)]), (date(2026, 11, 2), []), (date(2026, 11, 3), [])],
)
def test_current_document_is_current_on_the_day_of_the_check(
    check: RightToWorkCheck, document: DocumentId, expiry: date, expected: list[Any]
) -> None:
    limits = {"permission_end": date(2028, 2, 29)}

    assert problems(check, document_id=document, document_expiry=expiry, **limits) == expected


def test_expired_document_of_a_check_without_a_day_is_open() -> None:
    assert problems(DIGITAL, checked_date=None, document_expiry=date(2026, 11, 21)) == [
        ("document_expired", OPEN),
        ("check_date_not_known", OPEN),
    ]


def test_original_not_seen_stops_a_check_by_hand_alone() -> None:
    assert problems(BY_HAND, original_seen=False) == [("original_not_seen", STOPS)]
    assert problems(DIGITAL, original_seen=False) == []


@pytest.mark.parametrize(
    "code",
    [
        "S12345678",
        "W1234567",
        "W123456789",
        "w12345678",
        "W12 345 678",
        "W1234567é",
        "W1234567٣",
        "W12345678\n",
    ],
)
def test_malformed_share_code_is_refused(code: str) -> None:
    assert problems(ONLINE, share_code=code) == [("share_code_malformed", STOPS)]


@pytest.mark.parametrize("code", ["W12345678", "WABCDEFGH", "W1A2B3C4D"])
def test_well_formed_share_code_is_accepted(code: str) -> None:
    assert problems(ONLINE, share_code=code) == []


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (date(2026, 8, 31), [("share_code_not_yet_created", STOPS)]),
        (date(2026, 9, 1), []),
        (date(2026, 11, 30), []),
        (date(2026, 12, 1), [("share_code_expired", STOPS)]),
    ],
)
def test_share_code_can_be_used_for_90_days(checked: date, expected: list[Any]) -> None:
    changes = {"checked_date": checked, "start_date": None, "share_code_created": date(2026, 9, 1)}

    assert problems(ONLINE, **changes) == expected


def test_share_code_too_old_by_now_leaves_a_check_without_a_day_open() -> None:
    changes = {"checked_date": None, "share_code_created": date(2026, 8, 23)}

    assert problems(ONLINE, **changes) == [("share_code_expired", OPEN), ("check_date_not_known", OPEN)]
    assert problems(ONLINE, checked_date=None, share_code_created=date(2026, 8, 24)) == [
        ("check_date_not_known", OPEN)
    ]


@pytest.mark.parametrize(
    ("check", "checked", "expected"),
    [
        (BY_HAND, date(2026, 11, 8), []),
        (BY_HAND, date(2026, 11, 9), [("checked_on_first_day", WARNS)]),
        (BY_HAND, date(2026, 11, 10), [("checked_late", STOPS)]),
        (ONLINE, date(2026, 11, 9), [("checked_on_first_day", WARNS)]),
        (ONLINE, date(2026, 11, 10), [("checked_late", STOPS)]),
        (NOTICE, date(2026, 11, 10), [("checked_late", STOPS)]),
    ],
)
def test_check_is_made_before_the_first_day(
    check: RightToWorkCheck, checked: date, expected: list[Any]
) -> None:
    assert problems(check, checked_date=checked) == expected


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        (date(2026, 11, 8), []),
        (date(2026, 11, 9), [("checked_on_first_day", WARNS)]),
        (date(2026, 11, 10), [("checked_late", STOPS)]),
    ],
)
def test_check_by_notice_is_complete_when_the_notice_comes(notice: date, expected: list[Any]) -> None:
    assert problems(NOTICE, pvn_date=notice) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, date(2026, 11, 1), [("permission_ended", STOPS)]),
        (None, date(2026, 11, 2), []),
        (date(2026, 11, 9), date(2026, 11, 8), [("permission_ended", STOPS)]),
        (date(2026, 11, 9), date(2026, 11, 9), []),
        (date(2026, 11, 9), date(2026, 11, 10), []),
    ],
)
def test_permission_reaches_to_the_check_and_the_start(
    start: date | None, end: date, expected: list[Any]
) -> None:
    assert problems(ONLINE, start_date=start, permission_end=end) == expected


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        (date(2026, 5, 8), [("verification_lapsed", STOPS)]),
        (date(2026, 5, 9), []),
        (date(2026, 5, 10), []),
    ],
)
def test_notice_reaches_to_the_start(notice: date, expected: list[Any]) -> None:
    assert problems(NOTICE, pvn_date=notice) == expected


def test_permission_that_ended_before_the_start_stops_a_check_without_a_day() -> None:
    assert problems(ONLINE, checked_date=None, permission_end=date(2026, 11, 8)) == [
        ("permission_ended", STOPS),
        ("check_date_not_known", OPEN),
    ]


@pytest.mark.parametrize(
    ("document", "checked", "expected"),
    [
        (DocumentId.B1_4, date(2025, 2, 11), [("older_document_rules", OPEN)]),
        (DocumentId.B1_4, date(2025, 2, 12), []),
        (DocumentId.BIOMETRIC_RESIDENCE_PERMIT, date(2022, 4, 5), [("older_document_rules", OPEN)]),
        (DocumentId.BIOMETRIC_RESIDENCE_PERMIT, date(2022, 4, 6), [("document_not_acceptable", STOPS)]),
        (DocumentId.BIOMETRIC_RESIDENCE_PERMIT, date(2024, 12, 31), [("document_not_acceptable", STOPS)]),
        (DocumentId.BIRTH_CERTIFICATE_ALONE, date(2019, 1, 1), [("document_not_acceptable", STOPS)]),
        (DocumentId.A1, date(2022, 4, 5), [("older_rules", WARNS)]),
        (DocumentId.A1, date(2022, 4, 6), []),
    ],
)
def test_check_is_judged_by_the_rules_of_its_day(
    document: DocumentId, checked: date, expected: list[Any]
) -> None:
    changes = {"checked_date": checked, "permission_end": date(2028, 2, 29), "start_date": None}

    assert problems(BY_HAND, document_id=document, **changes) == expected


def test_gravest_problem_comes_first() -> None:
    assert problems(BY_HAND, clipped=None, original_seen=None, checked_date=date(2026, 11, 10)) == [
        ("checked_late", STOPS),
        ("original_not_known", OPEN),
        ("clipped_not_known", WARNS),
    ]
