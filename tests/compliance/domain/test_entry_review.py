"""Entries held against the rules: refused in their words, or taken with a warning."""

from dataclasses import replace
from datetime import date

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CertificateEntry, CheckEntry, RightToWorkEntry
from compliance.domain.entry_review import Known, regulated_by, review_entry, with_policy_recheck
from compliance.domain.held_checks import Outcome
from compliance.domain.requirement import Requirement, Status

TODAY = date(2026, 11, 2)
START = date(2026, 11, 9)
KNOWN = Known(name="Rowan Ashdown", start_date=START, regulated_activity=True)
CERTIFICATE = CheckEntry(
    CheckType.ENHANCED_DBS,
    is_done=True,
    done_date=date(2026, 10, 14),
    outcome=Outcome.CLEAR,
    done_by="Nia Owen",
    reference_number="001234567890",
    certificate=CertificateEntry(
        name="Rowan Ashdown", includes_barred_list=True, issued_date=date(2026, 10, 5)
    ),
)
PASSPORT = CheckEntry(
    CheckType.RIGHT_TO_WORK,
    is_done=True,
    done_date=date(2026, 10, 12),
    outcome=Outcome.CLEAR,
    done_by="Nia Owen",
    right_to_work=RightToWorkEntry(route="manual", document="A1"),
)


def faults(entry: CheckEntry, known: Known = KNOWN) -> list[tuple[str, str]]:
    return [(one.code, one.field) for one in review_entry(entry, known, today=TODAY).faults]


def certificate(**change: object) -> CheckEntry:
    return replace(CERTIFICATE, certificate=replace(CERTIFICATE.certificate, **change))


def shown(**change: object) -> CheckEntry:
    return replace(PASSPORT, right_to_work=replace(PASSPORT.right_to_work, **change))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"name": "rowan ashdown"}, []),
        ({"name": "Rowan Alderton"}, [("name_mismatch", "name_on_certificate")]),
        ({"level": "standard"}, [("wrong_level", "level")]),
        ({"workforce": "adult"}, [("wrong_workforce", "workforce")]),
        ({"includes_barred_list": False}, [("barred_list_missing", "includes_barred_list")]),
        ({"is_own": False}, [("not_portable", "is_own")]),
        (
            {"is_own": False, "status_result": "blank_no_new", "status_checked_date": date(2026, 10, 20)},
            [("update_without_consent", "update_service_consent_date")],
        ),
        (
            {
                "is_own": False,
                "status_result": "blank_no_new",
                "status_checked_date": date(2026, 10, 20),
                "update_service_consent_date": date(2026, 10, 14),
            },
            [],
        ),
    ],
)
def test_certificates_are_judged_by_the_rule(
    change: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert faults(certificate(**change)) == expected


def test_a_former_name_counts_on_a_certificate() -> None:
    known = replace(KNOWN, former_names=("Rowan Alderton",))

    assert faults(certificate(name="Rowan Alderton"), known) == []


def test_the_list_in_a_certificate_outside_regulated_activity_is_recorded_with_a_warning() -> None:
    """It cannot be unmade: the record says what was done, and that it must not be."""
    known = replace(KNOWN, regulated_activity=False)

    inside = review_entry(CERTIFICATE, KNOWN, today=TODAY)
    outside = review_entry(CERTIFICATE, known, today=TODAY)

    assert (outside.faults, len(outside.warnings) - len(inside.warnings)) == ((), 1)


@pytest.mark.parametrize(
    ("birth_date", "expected"), [(date(2010, 11, 2), []), (date(2010, 11, 3), ["under_16"])]
)
def test_nobody_under_16_is_checked_even_if_only_asked_for(birth_date: date, expected: list[str]) -> None:
    asked = CheckEntry(CheckType.ENHANCED_DBS, is_done=False, requested_date=TODAY)

    assert [code for code, _ in faults(asked, replace(KNOWN, birth_date=birth_date))] == expected


@pytest.mark.parametrize(
    ("reason", "known", "expected"),
    [
        ("pending", KNOWN, []),
        ("three_month", KNOWN, ["barred_list_check_not_permitted"]),
        ("three_month", replace(KNOWN, worked_with_children_until=date(2026, 8, 9)), []),
        (
            "three_month",
            replace(KNOWN, worked_with_children_until=date(2026, 8, 8)),
            ["barred_list_check_not_permitted"],
        ),
        ("pending", replace(KNOWN, regulated_activity=None), ["barred_list_check_not_permitted"]),
    ],
)
def test_the_list_by_itself_needs_a_reason_that_stands(
    reason: str, known: Known, expected: list[str]
) -> None:
    entry = CheckEntry(
        CheckType.CHILDREN_BARRED_LIST,
        is_done=True,
        done_date=date(2026, 10, 14),
        outcome=Outcome.CLEAR,
        done_by="Nia Owen",
        permitted_reason=reason,
    )

    assert [code for code, _ in faults(entry, known)] == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"is_clipped": True}, [("clipped", "is_clipped")]),
        ({"route": "online"}, [("wrong_route", "route"), ("share_code_missing", "share_code")]),
        ({"document": "driving_licence"}, [("document_not_acceptable", "document")]),
        (
            {"document": "A-online", "route": "online", "share_code": "XAB12CD34"},
            [("share_code_malformed", "share_code")],
        ),
        (
            {"document": "A-online", "route": "online", "share_code": "wab12cd34"},
            [],
        ),
        (
            {"document": "B1-online", "route": "online", "share_code": "WAB12CD34"},
            [("permission_end_missing", "permission_end")],
        ),
    ],
)
def test_right_to_work_is_judged_by_the_rule(
    change: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert faults(shown(**change)) == expected


@pytest.mark.parametrize(
    ("start", "note", "is_repeat", "expected"),
    [
        (date(2026, 10, 12), "", False, []),
        (date(2026, 10, 11), "", False, [("checked_late", "note")]),
        (date(2026, 10, 11), "The school had not asked in time", False, []),
        (date(2026, 10, 11), "", True, []),
    ],
)
def test_a_late_check_needs_a_word_and_a_follow_up_none(
    start: date, note: str, is_repeat: bool, expected: list[tuple[str, str]]
) -> None:
    known = replace(KNOWN, start_date=start, is_repeat=is_repeat)

    assert faults(replace(PASSPORT, note=note), known) == expected


def test_the_follow_up_is_said() -> None:
    online = shown(
        document="B1-online",
        route="online",
        share_code="WAB12CD34",
        share_code_created=date(2026, 10, 1),
        permission_end=date(2027, 5, 31),
    )

    assert review_entry(online, KNOWN, today=TODAY).warnings == (
        "Check the right to work again by 31/05/2027. Aim for 28/05/2027, the last working day.",
    )


def test_wording_is_judged_whatever_the_check() -> None:
    identity = CheckEntry(
        CheckType.IDENTITY, is_done=True, done_date=TODAY, outcome=Outcome.CLEAR, note="Convicted of theft"
    )

    assert faults(identity) == [("offence_details", "note")]


@pytest.mark.parametrize(
    ("months", "given", "expected"),
    [
        (None, None, None),
        (36, None, date(2029, 10, 5)),
        (36, date(2027, 1, 1), date(2027, 1, 1)),
        (0, None, None),
    ],
)
def test_policy_proposes_the_renewal(months: int | None, given: date | None, expected: date | None) -> None:
    assert with_policy_recheck(replace(CERTIFICATE, recheck_date=given), months).recheck_date == expected


def test_policy_proposes_no_day_that_had_passed() -> None:
    old = certificate(issued_date=date(2023, 10, 14))

    assert with_policy_recheck(old, 36).recheck_date is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.REQUIRED, True),
        (Status.ASSURANCE, True),
        (Status.DEPENDS, None),
        (Status.NOT_PERMITTED, False),
    ],
)
def test_regulated_by(status: Status, expected: bool | None) -> None:
    assert regulated_by(Requirement(status, "Reason")) is expected
