"""Some checks wait: for the shortlist, or for an accepted offer."""

import pytest

from compliance.domain.categories import CheckType
from compliance.domain.check_timing import Standing, deny_too_early

WAITING = {
    CheckType.ONLINE_SEARCH: Standing.SHORTLISTED,
    CheckType.CRIMINAL_SELF_DECLARATION: Standing.SHORTLISTED,
    CheckType.MEDICAL_FITNESS: Standing.ENGAGED,
}


@pytest.mark.parametrize("check", CheckType)
@pytest.mark.parametrize("standing", Standing)
def test_deny_too_early(check: CheckType, standing: Standing) -> None:
    denial = deny_too_early(check, standing)

    assert (denial is None) == (standing >= WAITING.get(check, Standing.APPLIED))


def test_deny_too_early_names_the_law() -> None:
    denial = deny_too_early(CheckType.MEDICAL_FITNESS, Standing.SHORTLISTED)

    assert denial is not None
    assert denial.message == (
        "Health and fitness are asked about after an accepted offer, never before. Source: Equality Act "
        "2010, Section 60: health and fitness are asked about after a conditional offer, not before."
    )
