"""The coverage map of a profile's version, or of a vacancy with its panels and days."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recruitment.domain.coverage_map import CoverageMap, PlanPart, map_coverage, plan_of
from recruitment.models import Criterion, JobProfileVersion, PanelMember, Vacancy, VacancyCriterion

# The stage of a vacancy at which each part of the plan is scored.
_STAGE_OF = {"A": "application", "T": "task", "I": "interview"}


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A part of the panel's plan, with who does it and when where a vacancy says so."""

    part: PlanPart
    panel: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """The map and the plan made of it."""

    coverage: CoverageMap
    plan: tuple[PlanSection, ...]
    essentials: int
    desirables: int


def coverage_of_version(version: JobProfileVersion) -> CoveragePage:
    """Shape a version that came from ``version_pages``; asks the database nothing."""
    criteria: Sequence[Criterion] = version.person_specification.in_order  # type: ignore[attr-defined]
    coverage = map_coverage(criteria)
    return _page(coverage, tuple(PlanSection(part) for part in plan_of(coverage)))


def coverage_of_vacancy(vacancy: Vacancy) -> CoveragePage:
    """The vacancy's own criteria, with the panels that sit now and the day of the interviews."""
    criteria = list(VacancyCriterion.objects.filter(vacancy=vacancy).order_by("position", "pk"))
    panels = _panels(vacancy)
    coverage = map_coverage(criteria)
    sections = []
    for part in plan_of(coverage):
        stage = _STAGE_OF.get(part.letters[0], "")
        day = vacancy.interview_date if stage in {"interview", "task"} else None
        sections.append(PlanSection(part, tuple(panels.get(stage, ())), day))
    return _page(coverage, tuple(sections))


def _panels(vacancy: Vacancy) -> dict[str, list[str]]:
    members = PanelMember.objects.filter(stage__vacancy=vacancy, left_at=None).select_related("stage", "user")
    panels: dict[str, list[str]] = defaultdict(list)
    for member in members.order_by("added_at", "pk"):
        panels[member.stage.kind].append(f"{member.user.name} ({member.get_role_display().lower()})")
    return panels


def _page(coverage: CoverageMap, plan: tuple[PlanSection, ...]) -> CoveragePage:
    essentials = sum(row.criterion.requirement == "essential" for row in coverage.rows)
    return CoveragePage(coverage, plan, essentials, len(coverage.rows) - essentials)
