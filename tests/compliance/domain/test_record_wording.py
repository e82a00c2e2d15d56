"""Offences, illnesses, other people's matters: refused where they plainly are there, and only there."""

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.record_wording import find_refusal

DBS = CheckType.ENHANCED_DBS
DECLARATION = CheckType.CRIMINAL_SELF_DECLARATION
CHILDCARE = CheckType.CHILDCARE_DISQUALIFICATION
MEDICAL = CheckType.MEDICAL_FITNESS


def code(check: CheckType, text: str) -> str | None:
    refusal = find_refusal(check, text)
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("Certificate seen, nothing on it", None),
        ("No convictions declared", None),
        ("Never convicted of an offence", None),
        ("No cautions or convictions", None),
        ("Something to consider: see the risk assessment", None),
        ("Fine to start on Monday", None),
        ("Wrote a sentence about it", None),
        ("Convicted of theft in 2009", "offence_details"),
        ("Shoplifting when 17", "offence_details"),
        ("Police caution 2015", "offence_details"),
        ("conviction for assault", "offence_details"),
        ("No convictions, but a caution for criminal damage", "offence_details"),
        ("Not relevant to the post. Drink-driving in 2012", "offence_details"),
    ],
)
def test_offence_details_are_refused(text: str, expected: str | None) -> None:
    assert code(DBS, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asked for unspent convictions and for others that are not protected", None),
        ("Form sent with the invitation", None),
        ("Unspent convictions only", None),
        ("Has she ever been convicted of anything", "protected_matters"),
        ("Asked about any convictions ever", "protected_matters"),
        ("All convictions, spent and unspent", "protected_matters"),
        ("All spent and unspent convictions that are not protected", None),
    ],
)
def test_asking_for_everything_is_refused(text: str, expected: str | None) -> None:
    assert code(DECLARATION, text) == expected


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (CHILDCARE, "Signed, nothing to declare", None),
        (CHILDCARE, "Nobody in the household is disqualified", "household_members"),
        (CHILDCARE, "Asked about her husband", "household_members"),
        (CHILDCARE, "lives with a brother", "household_members"),
        (CheckType.REFERENCES, "Reference of a partner school", None),
        (MEDICAL, "Fit for the post with adjustments", None),
        (MEDICAL, "Takes medication", "health_details"),
        (MEDICAL, "diagnosed in 2020", "health_details"),
        (CheckType.REFERENCES, "Worked at the hospital school", None),
    ],
)
def test_other_peoples_matters_and_health_are_refused(
    check: CheckType, text: str, expected: str | None
) -> None:
    assert code(check, text) == expected
