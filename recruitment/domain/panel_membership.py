"""Who may join and leave a panel, and until when. Scores given stay whatever happens to a membership."""

from core.domain.errors import Denial


def deny_joining(
    *, stage_status: str, may_score: bool, is_on_panel: bool, role: str, has_chair: bool
) -> Denial | None:
    """A person who may score at the school, once a panel, one chair, before the scores are opened."""
    if stage_status in {"unsealed", "decided"}:
        return Denial(
            "scores_open", "The scores of this stage have been opened, so nobody can join its panel now."
        )
    if not may_score:
        return Denial(
            "cannot_score",
            "This person has no role at the school that lets them score. Ask an administrator to give them "
            "the role of panel member.",
        )
    if is_on_panel:
        return Denial("already_on_panel", "This person is already on the panel.")
    if role == "chair" and has_chair:
        return Denial("chair_taken", "The panel already has a chair. Choose another role for this person.")
    return None


def deny_leaving(*, stage_status: str, has_left: bool) -> Denial | None:
    """Somebody can leave, with a reason, until the stage is decided."""
    if has_left:
        return Denial("already_left", "This person has already left the panel.")
    if stage_status == "decided":
        return Denial("stage_decided", "This stage is decided; its panel is part of the record.")
    return None
