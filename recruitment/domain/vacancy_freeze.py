"""What publishing a vacancy fixes for good, and the policies around it.

Candidates apply against the criteria as they were advertised. No criterion may be added at
shortlisting, and weights are set before applications open (sector guidance on shortlisting); so from
publication on, neither they nor the scale can change for this vacancy.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from core.domain.errors import Denial
from recruitment.domain.scoring import STAGE_LETTERS, Stage

MOST_WEIGHT = 10


@dataclass(frozen=True, slots=True)
class FrozenCriterion:
    """A criterion as a vacancy assesses it; ``evidence`` holds letters of the key, such as AI."""

    section: str
    text: str
    requirement: str
    evidence: str
    is_trainable: bool
    weight: int


@dataclass(frozen=True, slots=True)
class FrozenSpecification:
    """All that is fixed: criteria in their order, the scale with its words, the threshold."""

    criteria: tuple[FrozenCriterion, ...]
    scale_min: int
    scale_max: int
    scale_labels: tuple[str, ...]
    essential_threshold: int


# The name of what would change, as services report it, and the words for it on a page.
FROZEN: dict[str, str] = {
    "criteria": "the criteria",
    "weights": "the weights",
    "evidence": "how a criterion is assessed",
    "job_profile_version": "the job profile",
    "scale_min": "the scale",
    "scale_max": "the scale",
    "scale_labels": "the words of the scale",
    "essential_threshold": "the threshold for essentials",
    "statement_per_criterion": "what candidates are asked to write",
    "is_anonymous": "anonymous shortlisting",
}


def specification_hash(specification: FrozenSpecification) -> str:
    """SHA-256, in hexadecimal, of the specification as canonical JSON: any change to it shows."""
    canonical = json.dumps(
        asdict(specification), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def deny_changing(*, status: str, changes: Collection[str]) -> Denial | None:
    """Whether these may change now. A draft is free; afterwards nothing of ``FROZEN`` moves."""
    if status == "draft":
        return None
    words = list(dict.fromkeys(FROZEN[name] for name in changes if name in FROZEN))
    if words:
        named = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
        return Denial(
            "frozen",
            f"This vacancy has been published, so {named} cannot change: people have applied, or may have, "
            "against what was advertised. To advertise something different, end this vacancy and start a "
            "new one.",
        )
    if status in {"filled", "not_filled"} and changes:
        return Denial("vacancy_ended", "This vacancy has ended. Its record stays as it was.")
    return None


def deny_publishing(*, status: str, evidence: Sequence[str], closes_date: date, today: date) -> Denial | None:
    """A draft with criteria that the application form can show, and a closing day not yet past."""
    if status != "draft":
        return Denial("already_published", "This vacancy has already been published.")
    if not evidence:
        return Denial(
            "no_criteria", "There are no criteria yet. Choose a job profile with a person specification."
        )
    if not any("A" in letters for letters in evidence):
        return Denial(
            "nothing_to_shortlist_by",
            "No criterion is assessed from the application form, so nobody could be shortlisted. Correct "
            "how the criteria are assessed in the job profile, then choose its new version here.",
        )
    if closes_date < today:
        return Denial("closing_date_past", "The closing date has passed. Choose a later one first.")
    return None


def deny_reopening(
    *,
    shortlisting_status: str,
    opens_date: date,
    closes_date: date,
    interview_date: date | None,
    today: date,
) -> Denial | None:
    """Reopening needs scores that are still sealed, and a closing day from today on, before interviews."""
    if shortlisting_status in {"unsealed", "decided"}:
        return Denial(
            "scores_open",
            "The shortlisting scores have been opened, so further applications could not be scored on equal "
            "terms. To look for more candidates, end this vacancy and start a new one.",
        )
    if closes_date < today:
        return Denial(
            "closing_date_past", "Choose a new closing date, today or later, to reopen this vacancy."
        )
    if closes_date < opens_date:
        return Denial(
            "closes_before_opening",
            f"This vacancy opens on {opens_date:%d/%m/%Y}. Choose a closing date on that day or later.",
        )
    if interview_date and interview_date <= closes_date:
        return Denial(
            "closes_after_interviews",
            f"Interviews are on {interview_date:%d/%m/%Y}. Choose an earlier closing date, or change the day "
            "of the interviews first.",
        )
    return None


def stage_kinds(evidence: Collection[str]) -> tuple[str, ...]:
    """The stages a vacancy has: shortlisting, interview, and a task where a criterion is assessed by one."""
    has_task = any(set(letters) & STAGE_LETTERS[Stage.TASK] for letters in evidence)
    return ("application", "task", "interview") if has_task else ("application", "interview")
