"""What may be told of a check: no number but a certificate's, no words that give something away."""

from datetime import date

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.record_privacy import birth_date_told, evidence_told, number_told

TELLING = {
    CheckType.IDENTITY,
    CheckType.RIGHT_TO_WORK,
    CheckType.QUALIFICATIONS,
    CheckType.REFERENCES,
    CheckType.OVERSEAS,
}


@pytest.mark.parametrize("check", CheckType)
def test_a_number_is_told_of_a_certificate_alone(check: CheckType) -> None:
    with_number = check in {CheckType.ENHANCED_DBS, CheckType.CHILDREN_BARRED_LIST}

    assert number_told(check, "001234567890", masked=False) == ("001234567890" if with_number else "")
    assert number_told(check, "001234567890", masked=True) == ("••••••••7890" if with_number else "")


@pytest.mark.parametrize(
    ("number", "masked"), [("", ""), ("123", "•••"), ("1234", "••••"), ("12345", "•2345")]
)
def test_a_masked_number_keeps_its_last_four_of_more_than_four(number: str, masked: str) -> None:
    assert number_told(CheckType.ENHANCED_DBS, number, masked=True) == masked


@pytest.mark.parametrize("check", CheckType)
def test_evidence_is_told_of_documents_and_places_alone(check: CheckType) -> None:
    assert evidence_told(check, "Seen in the original") == (
        "Seen in the original" if check in TELLING else ""
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Passport 533380006, expired", "Passport (number left out), expired"),
        ("Share code W7K 5F3 38D seen", "Share code (number left out) seen"),
        ("share code w7k5f338d", "share code (number left out)"),
        ("NI number QQ123456C", "NI number (number left out)"),
        ("TRN 1234567", "TRN (number left out)"),
        ("Passport and council-tax bill, seen 12/9/2026", "Passport and council-tax bill, seen 12/9/2026"),
        ("GCSE mathematics, grade C, 1998", "GCSE mathematics, grade C, 1998"),
        ("Farida Khan, Castle Hill High School", "Farida Khan, Castle Hill High School"),
        ("BTEC Level 3 Diploma", "BTEC Level 3 Diploma"),
    ],
)
def test_what_looks_like_a_number_is_left_out(typed: str, told: str) -> None:
    assert evidence_told(CheckType.IDENTITY, typed) == told


@pytest.mark.parametrize(("masked", "told"), [(False, "29/02/1988"), (True, "••/••/••••")])
def test_a_date_of_birth_is_told_or_hidden(masked: bool, told: str) -> None:
    assert birth_date_told(date(1988, 2, 29), masked=masked) == told
    assert birth_date_told(None, masked=masked) == ""
