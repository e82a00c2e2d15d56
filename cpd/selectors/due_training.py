"""Training that ends, for the calendar: one line for each course and day, however many people it is."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.urls import reverse

from compliance.domain.reminders import DueThing
from compliance.selectors.people_here import people_here
from core.models import Engagement
from cpd.domain.training_matrix import CellState, Column
from cpd.domain.training_reminders import RULE_OF
from cpd.selectors.training_matrix import MatrixRow, TrainingMatrix, judge_training_of

FAR_DAYS = 400
NAMES_SHOWN = 5


def list_training_due(
    school_ids: Collection[int],
    *,
    today: date,
    days_ahead: int = FAR_DAYS,
    people: Sequence[Engagement] | None = None,
) -> list[DueThing]:
    """What is asked of people and ends, or is wanted by law, within ``days_ahead``; and what has ended.

    Three queries, however many schools and people there are, or two where the people are read.
    """
    here = list(people_here(school_ids, today)) if people is None else people
    until = today + timedelta(days=days_ahead)
    return [thing for matrix in judge_training_of(here, as_at=today) for thing in _things(matrix, until)]


def _things(matrix: TrainingMatrix, until: date) -> list[DueThing]:
    found: dict[tuple[int, date], list[MatrixRow]] = defaultdict(list)
    for row in matrix.rows:
        for place, cell in enumerate(row.cells):
            if cell.why is not None and cell.due_date is not None and cell.due_date <= until:
                found[place, cell.due_date].append(row)
    return [_thing(matrix, place, day, rows) for (place, day), rows in found.items()]


def _thing(matrix: TrainingMatrix, place: int, day: date, rows: Sequence[MatrixRow]) -> DueThing:
    column, school = matrix.columns[place], matrix.school
    only = rows[0] if len(rows) == 1 else None
    record_key = f"training-{school.pk}-{column.course_id}-{day:%Y%m%d}"
    rule = RULE_OF[column.basis]
    return DueThing(
        rule=rule,
        record_key=record_key,
        school_id=school.pk,
        school_name=school.name,
        title=_title(column, rows, is_missing=rows[0].cells[place].state == CellState.MISSING),
        due_date=day,
        href=reverse("compliance:due-thing", args=[rule.key, record_key]),
        done_at=_done_at(matrix, column, only),
        person_name=f"{only.given_name} {only.family_name}" if only else "",
        initials=" ".join(f"{name[0]}." for name in (only.given_name, only.family_name) if name)
        if only
        else "",
        detail=f"{only.job_title}." if only else _names(rows),
    )


def _initials(row: MatrixRow) -> str:
    return " ".join(f"{name[0]}." for name in (row.given_name, row.family_name) if name)


def _title(column: Column, rows: Sequence[MatrixRow], *, is_missing: bool) -> str:
    words = f"{'Complete' if is_missing else 'Renew'}: {column.name}"
    return words if len(rows) == 1 else f"{words} ({len(rows)} people)"


def _done_at(matrix: TrainingMatrix, column: Column, only: MatrixRow | None) -> str:
    if only is not None:
        return reverse("cpd:training-person", args=[only.engagement_id])
    return f"{reverse('cpd:training-many', args=[matrix.school.pk])}?course={column.course_id}"


def _names(rows: Sequence[MatrixRow]) -> str:
    names = [f"{row.given_name} {row.family_name}" for row in rows]
    if len(names) <= NAMES_SHOWN:
        return f"{', '.join(names)}."
    return f"{', '.join(names[:NAMES_SHOWN])} and {len(names) - NAMES_SHOWN} more."
