"""Who may join and leave a panel, and until when. Scores given stay whatever happens to a membership."""

from collections.abc import Sequence

from core.domain.errors import Denial
from recruitment.domain import sources
from recruitment.domain.panel import Finding, Member, PanelVerdict, Verdict

FEWEST_SCORERS = 2


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


def judge_composition(members: Sequence[Member]) -> PanelVerdict:
    """Judge a shortlisting panel while nothing can be said yet of who has submitted.

    Fewer than two people cannot shortlist; without a chair nobody leads the discussion afterwards.
    """
    findings = []
    if len(members) < FEWEST_SCORERS:
        findings.append(
            Finding(
                "too_few_shortlisters",
                f"{_counted(members)} Two people at least shortlist, each on their own. Add somebody.",
                Verdict.BLOCKED,
                sources.TWO_SHORTLISTERS,
            )
        )
    elif all(member.role != "chair" for member in members):
        findings.append(
            Finding(
                "no_chair",
                "The panel has no chair yet. Somebody should lead when scores are compared and agreed.",
                Verdict.WARNING,
                sources.SCORE_ALONE_THEN_AGREE,
            )
        )
    return PanelVerdict(
        max((finding.verdict for finding in findings), default=Verdict.ALLOWED), tuple(findings), ()
    )


def _counted(members: Sequence[Member]) -> str:
    return f"Only {members[0].name} is on this panel." if members else "Nobody is on this panel yet."
