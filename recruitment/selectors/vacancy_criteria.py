"""A vacancy's criteria with their weights, how each is assessed, and what each counts for."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.domain.coverage import (
    CoverageFinding,
    find_coverage_gaps,
    methods_in_use,
    share_of_stage,
)
from recruitment.domain.scoring import Stage as StageOfScoring
from recruitment.domain.vacancy_freeze import FrozenCriterion
from recruitment.models import Vacancy, VacancyCriterion


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """``methods`` says of each method in use whether it assesses this one; shares are percents of a stage."""

    criterion: VacancyCriterion
    starts_section: bool
    methods: tuple[bool, ...]
    shortlisting_share: float | None
    interview_share: float | None


@dataclass(frozen=True, slots=True)
class CriteriaPage:
    rows: tuple[CriterionRow, ...]
    methods: tuple[tuple[str, str], ...]
    findings: tuple[CoverageFinding, ...]
    essentials: int
    desirables: int

    @property
    def is_publishable(self) -> bool:
        return bool(self.rows) and not any(finding.stops for finding in self.findings)


def get_criteria_page(vacancy: Vacancy) -> CriteriaPage:
    """All criteria of the vacancy in order, shaped for the table."""
    criteria = list(VacancyCriterion.objects.filter(vacancy=vacancy).order_by("position", "pk"))
    frozen = [as_frozen(criterion) for criterion in criteria]
    methods = methods_in_use(frozen)
    return CriteriaPage(
        rows=tuple(_rows(criteria, frozen, [letter for letter, _words in methods])),
        methods=methods,
        findings=find_coverage_gaps(frozen),
        essentials=sum(criterion.is_essential for criterion in criteria),
        desirables=sum(not criterion.is_essential for criterion in criteria),
    )


def _rows(
    criteria: Sequence[VacancyCriterion], frozen: Sequence[FrozenCriterion], letters: Sequence[str]
) -> list[CriterionRow]:
    shortlisting = share_of_stage(frozen, StageOfScoring.APPLICATION)
    interview = share_of_stage(frozen, StageOfScoring.INTERVIEW)
    return [
        CriterionRow(
            criterion=criterion,
            starts_section=bool(criterion.section)
            and (index == 0 or criteria[index - 1].section != criterion.section),
            methods=tuple(letter in criterion.evidence for letter in letters),
            shortlisting_share=shortlisting[index],
            interview_share=interview[index],
        )
        for index, criterion in enumerate(criteria)
    ]


def as_frozen(criterion: VacancyCriterion) -> FrozenCriterion:
    """A criterion as publication fixes it."""
    return FrozenCriterion(
        criterion.section,
        criterion.text,
        criterion.requirement,
        criterion.evidence,
        criterion.is_trainable,
        criterion.weight,
    )
