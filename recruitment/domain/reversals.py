"""What was recorded in error and may be put right: only while nothing has been built on it."""

from collections.abc import Mapping

from core.domain.errors import Denial, DomainError


def check_correction_reason(reason: str) -> str:
    """The reason without space around it; raises ``DomainError`` where there is none."""
    if not reason.strip():
        raise DomainError("reason_missing", "Say what was wrong; it goes on the record.", "reason")
    return reason.strip()


def deny_reinstating(
    *, was: str, vacancy_status: str, stages: Mapping[str, str], has_result: bool
) -> Denial | None:
    """Whether a withdrawal can be taken back: nothing may have been decided without the candidate.

    ``was`` is the status before the withdrawal, empty where none was recorded; ``stages`` holds the status
    of each stage by its kind; ``has_result`` says whether the candidate was scored at an opened stage.
    """
    if was not in {"received", "shortlisted", "reserve"}:
        return Denial("not_withdrawn", "This candidate did not withdraw before an offer.")
    if vacancy_status not in {"published", "closed"}:
        return Denial("vacancy_over", "The vacancy is over, so it was decided without this candidate.")
    ahead = {
        kind: status for kind, status in stages.items() if (kind == "application") == (was == "received")
    }
    if "decided" in ahead.values():
        return Denial(
            "decided_without",
            "A stage has been decided without this candidate, so the withdrawal stands. Was it the school’s "
            "mistake? Take advice before you go on with the appointment.",
        )
    if "unsealed" in ahead.values() and was != "reserve" and not has_result:
        return Denial(
            "scores_open",
            "The scores were opened without this candidate, who could no longer be scored on equal terms.",
        )
    return None
