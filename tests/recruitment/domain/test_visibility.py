import pytest

from recruitment.domain.visibility import is_scored_blind


@pytest.mark.parametrize(
    ("is_anonymous", "stage_kind", "stage_status", "expected"),
    [
        (True, "application", "preparing", True),
        (True, "application", "scoring", True),
        (True, "application", "unsealed", True),
        (True, "application", "decided", False),
        (True, "task", "scoring", False),
        (True, "interview", "scoring", False),
        (False, "application", "scoring", False),
    ],
)
def test_a_stage_is_scored_blind(
    is_anonymous: bool, stage_kind: str, stage_status: str, expected: bool
) -> None:
    blind = is_scored_blind(is_anonymous=is_anonymous, stage_kind=stage_kind, stage_status=stage_status)

    assert blind is expected
