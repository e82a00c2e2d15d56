"""Dates in their order, conditions proposed, an offer only where somebody decided."""

from datetime import date

import pytest

from core.domain.errors import DomainError
from recruitment.domain.offers import STANDARD_CONDITIONS, check_offer_dates, deny_offer, propose_conditions
from recruitment.domain.references import check_reference_dates, find_referee_concerns

TODAY = date(2026, 11, 2)


def test_conditions_name_each_outstanding_reference_and_certificate() -> None:
    proposed = propose_conditions(
        references_outstanding=["Mrs Khan"], certificates_outstanding=["GCSE grade C in English"]
    )
    assert proposed == (
        *STANDARD_CONDITIONS,
        "Satisfactory reference from Mrs Khan",
        "Original certificate seen: GCSE grade C in English",
    )


def test_offer_needs_a_decision_and_no_standing_offer() -> None:
    assert deny_offer(decided_to_appoint=True, standing_offer=False) is None
    not_decided = deny_offer(decided_to_appoint=False, standing_offer=False)
    standing = deny_offer(decided_to_appoint=True, standing_offer=True)
    assert (not_decided and not_decided.code, standing and standing.code) == ("not_decided", "offer_standing")


@pytest.mark.parametrize(
    ("start", "reply_by", "code"),
    [
        (date(2027, 1, 4), date(2026, 11, 2), None),
        (date(2027, 1, 4), date(2026, 11, 1), "reply_date_passed"),
        (date(2027, 1, 4), date(2027, 1, 4), None),
        (date(2027, 1, 4), date(2027, 1, 5), "reply_after_start"),
        (None, None, None),
    ],
)
def test_offer_dates(start: date | None, reply_by: date | None, code: str | None) -> None:
    found = None
    try:
        check_offer_dates(start_date=start, reply_by_date=reply_by, today=TODAY)
    except DomainError as error:
        found = error.code
    assert found == code


@pytest.mark.parametrize(
    ("requested", "received", "verified", "problem"),
    [
        (date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 2), None),
        (date(2026, 11, 2), date(2026, 11, 1), None, ("dates_out_of_order", "received_date")),
        (None, date(2026, 11, 2), date(2026, 11, 1), ("dates_out_of_order", "verified_date")),
        (date(2026, 11, 3), None, None, ("date_ahead", "requested_date")),
        (None, None, None, None),
    ],
)
def test_reference_dates_follow_one_another(
    requested: date | None, received: date | None, verified: date | None, problem: tuple[str, str] | None
) -> None:
    found = None
    try:
        check_reference_dates(requested=requested, received=received, verified=verified, today=TODAY)
    except DomainError as error:
        found = (error.code, error.field)
    assert found == problem


def test_referee_concerns() -> None:
    def concerns(email: str) -> int:
        return len(
            find_referee_concerns(
                email=email, panel_emails=["a.head@millane.example"], candidate_email="rowan@example.org"
            )
        )

    assert concerns("A.Head@millane.example") == 1
    assert concerns("rowan@example.org") == 1
    assert concerns("old.boss@gmail.com") == 1
    assert concerns("office@otherschool.example") == 0
    assert concerns("") == 0
