"""Which criterion is assessed by what, and what an author should know before publishing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

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
_SCORED = frozenset().union(
    *(STAGE_LETTERS[stage] for stage in (Stage.APPLICATION, Stage.TASK, Stage.INTERVIEW))
)


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
    """What is never assessed, or only by something that gives no points."""
    findings = []
    if criteria and not any("A" in criterion.evidence for criterion in criteria):
        findings.append(
            CoverageFinding(
                "nothing_to_shortlist_by",
                "No criterion is assessed from the application form, so nobody could be shortlisted.",
                stops=True,
            )
        )
    for criterion in criteria:
        letters = set(criterion.evidence)
        if not letters:
            findings.append(
                CoverageFinding("never_assessed", f"Nothing says how this is assessed: “{criterion.text}”.")
            )
        elif criterion.requirement == "essential" and not letters & _SCORED:
            findings.append(
                CoverageFinding(
                    "essential_never_scored",
                    f"This essential is never scored, only checked afterwards: “{criterion.text}”.",
                )
            )
    return tuple(findings)


def share_of_stage(criteria: Sequence[FrozenCriterion], stage: Stage) -> tuple[float | None, ...]:
    """What each criterion weighs at a stage, in percent with one decimal; None where it is not assessed."""
    letters = STAGE_LETTERS[stage]
    assessed = [bool(letters & set(criterion.evidence)) for criterion in criteria]
    total = sum(criterion.weight for criterion, counts in zip(criteria, assessed, strict=True) if counts)
    return tuple(
        percent_one_decimal(Fraction(criterion.weight, total)) if counts else None
        for criterion, counts in zip(criteria, assessed, strict=True)
    )
