"""Which criterion is assessed by what, and what an author should know before publishing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from recruitment.domain.after_offer import (
    AfterOffer,
    find_too_early,
    is_settled_on_paper,
    matter_after_offer,
)
from recruitment.domain.scoring import STAGE_LETTERS, Stage, percent_one_decimal
from recruitment.domain.vacancy_freeze import FrozenCriterion

METHODS: tuple[tuple[str, str], ...] = (
    ("A", "Application form"),
    ("I", "Interview"),
    ("T", "Task or test"),
    ("P", "Presentation"),
    ("O", "Observation"),
    ("R", "Reference"),
    ("C", "Certificate"),
    ("D", "Pre-employment checks"),
)
SCORED_STAGES = (Stage.APPLICATION, Stage.TASK, Stage.INTERVIEW)
SCORED_LETTERS = frozenset().union(*(STAGE_LETTERS[stage] for stage in SCORED_STAGES))


class Unscored(StrEnum):
    """Why nobody gives points for an essential: it is checked in papers alone, or only confirmed."""

    ONLY_CHECKED = "essential_only_checked"
    NEVER_SCORED = "essential_never_scored"


def find_unscored(text: str, letters: Collection[str]) -> Unscored | None:
    """What is amiss with an essential that some method assesses and no stage scores; None where all is well.

    What has to wait for an offer is never to be scored, and what papers settle may be left to the checks.
    """
    if not letters or set(letters) & SCORED_LETTERS or find_too_early(text, letters):
        return None
    if set(letters) == {"D"}:
        return None if is_settled_on_paper(text) else Unscored.ONLY_CHECKED
    return None if matter_after_offer(text) else Unscored.NEVER_SCORED


def is_at_every_stage(letters: Collection[str]) -> bool:
    """Whether form, task and interview all score it."""
    return all(STAGE_LETTERS[stage] & set(letters) for stage in SCORED_STAGES)


@dataclass(frozen=True, slots=True)
class CoverageFinding:
    """Something worth a second look. ``stops`` says that the vacancy cannot be published like this."""

    code: str
    message: str
    stops: bool = False


def methods_in_use(criteria: Iterable[FrozenCriterion]) -> tuple[tuple[str, str], ...]:
    """The methods that some criterion is assessed by, in the order of the process; A and I always."""
    used = set("AI").union(*(criterion.evidence for criterion in criteria))
    return tuple(method for method in METHODS if method[0] in used)


def find_coverage_gaps(criteria: Sequence[FrozenCriterion]) -> tuple[CoverageFinding, ...]:
    """What is never assessed, or only by something that gives no points, or too early."""
    findings: list[CoverageFinding] = []
    if criteria and not any("A" in criterion.evidence for criterion in criteria):
        findings.append(
            CoverageFinding(
                "nothing_to_shortlist_by",
                "No criterion is assessed from the application form, so nobody could be shortlisted.",
                stops=True,
            )
        )
    found = (_gap_of(criterion) for criterion in criteria)
    return (*findings, *(gap for gap in found if gap))


_WORDS = {
    AfterOffer.HEALTH: "Health and attendance may not be asked about before an offer: leave it to the checks",
    AfterOffer.BAN: "This shuts out everybody with a criminal record: take it out of the criteria",
    AfterOffer.CHECK: "This is settled after a conditional offer: leave it to the pre-employment checks",
    Unscored.ONLY_CHECKED: "Checks after the offer cannot show this essential, so nobody finds out before",
    Unscored.NEVER_SCORED: "This essential is confirmed by a reference or certificate and never scored",
}


def _gap_of(criterion: FrozenCriterion) -> CoverageFinding | None:
    text, letters = criterion.text, criterion.evidence
    if early := find_too_early(text, letters):
        return CoverageFinding(f"{early}_before_offer", f"{_WORDS[early]}: “{text}”.")
    if not letters:
        return CoverageFinding("never_assessed", f"Nothing says how this is assessed: “{text}”.")
    if criterion.requirement == "essential" and (unscored := find_unscored(text, letters)):
        return CoverageFinding(unscored, f"{_WORDS[unscored]}: “{text}”.")
    return None


def share_of_stage(criteria: Sequence[FrozenCriterion], stage: Stage) -> tuple[float | None, ...]:
    """What each criterion weighs at a stage, in percent with one decimal; None where it is not assessed."""
    letters = STAGE_LETTERS[stage]
    assessed = [bool(letters & set(criterion.evidence)) for criterion in criteria]
    total = sum(criterion.weight for criterion, counts in zip(criteria, assessed, strict=True) if counts)
    return tuple(
        percent_one_decimal(Fraction(criterion.weight, total)) if counts else None
        for criterion, counts in zip(criteria, assessed, strict=True)
    )
