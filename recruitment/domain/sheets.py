"""What may happen to a score sheet and when: filling it in, submitting, recusing, correcting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.domain.errors import Denial, DomainError
from recruitment.domain.scoring import MOST_ASSESSORS, Scale

LONGEST_NOTE = 4_000
FEWEST_SCORERS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scorer puts down for one criterion: points, *cannot tell*, or nothing yet; and a note."""

    criterion_id: int
    points: int | None = None
    cannot_tell: bool = False
    note: str = ""

    @property
    def is_given(self) -> bool:
        return self.points is not None or self.cannot_tell

    @property
    def is_blank(self) -> bool:
        return not self.is_given and not self.note


def check_answers(answers: Iterable[Answer], *, criteria: Collection[int], scale: Scale) -> None:
    """Raise ``DomainError`` for points off the scale, or for a criterion this stage does not assess.

    The error's field is ``points-<criterion>`` or ``note-<criterion>``.
    """
    for answer in answers:
        field = f"points-{answer.criterion_id}"
        if answer.criterion_id not in criteria:
            raise DomainError("not_assessed_here", "This criterion is not scored at this stage.", field)
        if answer.points is not None and answer.cannot_tell:
            raise DomainError("points_or_cannot_tell", "Give points or say “cannot tell”, not both.", field)
        if answer.points is not None and not scale.min_points <= answer.points <= scale.max_points:
            raise DomainError("off_scale", f"Points go from {scale.min_points} to {scale.max_points}.", field)
        if len(answer.note) > LONGEST_NOTE:
            raise DomainError(
                "note_too_long",
                f"A note can have up to {LONGEST_NOTE} characters; this one has {len(answer.note)}.",
                f"note-{answer.criterion_id}",
            )


def check_complete(*, criteria: Collection[int], answered: Collection[int]) -> None:
    """Raise ``DomainError`` ``unanswered`` unless every criterion has points or *cannot tell*."""
    missing = len(set(criteria) - set(answered))
    if missing:
        words = "1 criterion is" if missing == 1 else f"{missing} criteria are"
        raise DomainError(
            "unanswered",
            f"{words} still without an answer. Give points, or choose “cannot tell” where the evidence "
            "does not show it.",
        )


def check_reason(reason: str) -> str:
    """The reason without blanks around it; raises ``DomainError`` ``reason_missing`` where there is none."""
    if not reason.strip():
        raise DomainError("reason_missing", "Give the reason in a sentence; it goes on the record.", "reason")
    return reason.strip()


def deny_opening(
    *,
    stage_kind: str,
    stage_status: str,
    vacancy_status: str,
    members: int,
    criteria: int,
    shortlist_decided: bool,
) -> Denial | None:
    """Scoring opens once: on frozen criteria, with two scorers at least, and candidates to come to it."""
    obstacles = (
        (stage_status != "preparing", "already_open", "Scoring has been opened for this stage already."),
        (
            vacancy_status not in {"published", "closed"},
            "not_published",
            "Publish the vacancy first: its criteria and weights are fixed before anybody scores.",
        ),
        (not criteria, "nothing_to_score", "None of the criteria is assessed at this stage."),
        (
            stage_kind != "application" and not shortlist_decided,
            "shortlist_open",
            "Confirm the shortlist first: this stage is for those on it.",
        ),
        (
            members < FEWEST_SCORERS,
            "too_few_members",
            "At least two people must score independently. Add them to the panel first.",
        ),
        (members > MOST_ASSESSORS, "too_many_members", f"A panel can have up to {MOST_ASSESSORS} people."),
    )
    return next((Denial(code, words) for stands, code, words in obstacles if stands), None)


def deny_scoring(stage_status: str) -> Denial | None:
    """New sheets are filled in while a stage is being scored, not before and not after."""
    if stage_status == "scoring":
        return None
    if stage_status == "preparing":
        return Denial("not_open", "Scoring has not been opened yet. You can begin when it has.")
    return Denial("scores_open", "The scores of this stage have been opened, so no new sheet can be begun.")


def deny_change_of_sheet(*, stage_status: str) -> Denial | None:
    """Corrections and recusals are possible until the stage is decided."""
    if stage_status == "preparing":
        return Denial("not_open", "Scoring has not been opened yet.")
    if stage_status == "decided":
        return Denial("stage_decided", "This stage is decided; its scores are part of the record.")
    return None


def deny_correcting(*, stage_status: str, current_status: str | None, has_open: bool) -> Denial | None:
    """Only a submitted sheet is corrected, in a new version, one at a time."""
    if has_open:
        return Denial("still_open", "This sheet is open already: change it and submit it.")
    if current_status == "recused":
        return Denial(
            "recused", "You stood aside from this candidate. Ask the HR officer if that is a mistake."
        )
    if current_status is None:
        return Denial("not_submitted", "There is nothing to correct: this sheet has not been submitted.")
    return deny_change_of_sheet(stage_status=stage_status)
