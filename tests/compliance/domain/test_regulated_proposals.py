"""What the rule on regulated activity says of each kind of worker."""

from datetime import date

import pytest

from compliance.domain.categories import EMPLOYED, WorkerCategory
from compliance.domain.regulated_proposals import propose_regulated_activity
from compliance.domain.requirement import RoleFacts

W = WorkerCategory
TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("category", "facts", "expected"),
    [
        *((category, RoleFacts(), True) for category in sorted(EMPLOYED)),
        (W.SUPPLY_AGENCY, RoleFacts(), True),
        (W.VOLUNTEER_RA, RoleFacts(supervised=True), True),
        (W.VOLUNTEER_BELOW, RoleFacts(), False),
        (W.VOLUNTEER_BELOW, RoleFacts(personal_care=True), True),
        (W.CONTRACTOR_RA, RoleFacts(), True),
        (W.CONTRACTOR_REGULAR, RoleFacts(), None),
        (W.CONTRACTOR_NONE, RoleFacts(), False),
        (W.GOVERNOR_MAINTAINED, RoleFacts(), False),
        (W.TRUSTEE_ACADEMY, RoleFacts(), False),
    ],
)
def test_proposal(category: WorkerCategory, facts: RoleFacts, expected: bool | None) -> None:
    assert propose_regulated_activity(category, facts, as_at=TODAY).regulated is expected


def test_supervision_still_counted_until_the_end_of_august_2026() -> None:
    facts = RoleFacts(supervised=True)
    days = (date(2026, 8, 31), date(2026, 9, 1))

    assert [propose_regulated_activity(W.VOLUNTEER_RA, facts, as_at=day).regulated for day in days] == [
        False,
        True,
    ]


def test_every_kind_has_a_proposal_with_a_source() -> None:
    found = [propose_regulated_activity(one, RoleFacts(), as_at=TODAY) for one in WorkerCategory]

    assert [one for one in found if not one.sources or not one.reason] == []
