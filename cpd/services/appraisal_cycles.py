"""A school's cycles: made, and opened for chosen people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.selectors import list_people_holding
from core.services.history import create_with_reason, save_with_reason
from core.services.schools import lock_school
from cpd.domain.appraisal import CycleKind
from cpd.domain.appraisal_states import Event, State
from cpd.models import (
    Appraisal,
    AppraisalCycle,
    AppraisalEvent,
    AppraisalTemplate,
    Objective,
)
from cpd.selectors.appraisal_cycles import CyclePerson, judge_people
from cpd.selectors.appraisals import lines_of

DATE_FIELDS = ("first_date", "last_date", "objectives_by_date", "mid_year_by_date", "final_by_date")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person to be taken into a cycle, with whoever appraises them."""

    engagement_id: int
    appraiser_id: int
    is_headteacher: bool = False


@transaction.atomic
def create_cycle(
    *,
    school_id: int,
    name: str,
    kind: CycleKind,
    dates: Mapping[str, date | None],
    by: Actor,
    now: datetime,
) -> AppraisalCycle:
    """Make a cycle of a school. Raises ``DomainError`` where its days do not come in order."""
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    if not name.strip():
        raise DomainError("name_missing", "Give the cycle a name, such as Teachers 2026 to 2027.", "name")
    lock_school(school_id)
    if AppraisalCycle.objects.filter(school_id=school_id, name=name.strip()).exists():
        raise DomainError("name_taken", "The school already has a cycle of this name.", "name")
    _require_order(dates)
    cycle = AppraisalCycle(
        school_id=school_id,
        name=name.strip(),
        kind=kind.value,
        created_at=now,
        created_by_id=by.acting_id,
        **dates,
    )
    save_with_reason(cycle, by=by, reason="cycle made", now=now)
    return cycle


@transaction.atomic
def open_appraisals(
    *, cycle_id: int, chosen: Sequence[Chosen], template_id: int | None, by: Actor, now: datetime
) -> list[Appraisal]:
    """Take people into a cycle, with the objectives of a template.

    Raises ``DomainError`` for whoever is out of it by rule or in it already, and where an appraiser is
    missing, is the person, or manages nobody at the school.
    """
    cycle = AppraisalCycle.objects.select_for_update(of=("self",)).select_related("school").get(pk=cycle_id)
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, cycle.school_id))
    if not chosen:
        raise DomainError("nobody_chosen", "Choose at least one person, each with an appraiser.")
    template = _template_of(cycle, template_id)
    found = {one.engagement.pk: one for one in judge_people(cycle, today=day_of(now))}
    appraisers = {one.pk for one in list_people_holding(Permission.MANAGE_TEAM, school_id=cycle.school_id)}
    for one in chosen:
        _require_fit(one, found.get(one.engagement_id), appraisers)
    return _open(cycle, chosen, template, by=by, now=now)


def _require_fit(one: Chosen, person: CyclePerson | None, appraisers: set[int]) -> None:
    if person is None:
        raise DomainError("not_here", "One of these people does not work at the school.")
    name = person.engagement.person.full_name
    if person.appraisal is not None:
        raise DomainError("in_it_already", f"{name} is in the cycle already.")
    if not person.eligibility.is_in:
        raise DomainError("not_in_cycle", f"{name}: {person.eligibility.reason}")
    if one.appraiser_id not in appraisers or one.appraiser_id == person.engagement.person.user_id:
        raise DomainError(
            "no_appraiser",
            f"Choose an appraiser for {name}: a line manager or the head, and not the person.",
            f"appraiser_{one.engagement_id}",
        )


def _template_of(cycle: AppraisalCycle, template_id: int | None) -> AppraisalTemplate | None:
    if template_id is None:
        return None
    template = AppraisalTemplate.objects.filter(pk=template_id, school_id=cycle.school_id).first()
    if template is None or template.kind != cycle.kind:
        raise DomainError("no_template", "Choose a template for this kind of cycle.", "template")
    return template


def _open(
    cycle: AppraisalCycle,
    chosen: Sequence[Chosen],
    template: AppraisalTemplate | None,
    *,
    by: Actor,
    now: datetime,
) -> list[Appraisal]:
    """Store them with their first event and the template's objectives, all at once."""
    rows = [
        Appraisal(
            engagement_id=one.engagement_id,
            cycle=cycle,
            template=template,
            appraiser_id=one.appraiser_id,
            is_headteacher=one.is_headteacher,
            opened_at=now,
            opened_by_id=by.acting_id,
        )
        for one in chosen
    ]
    create_with_reason(Appraisal, rows, by=by, reason="appraisal opened", now=now)
    wanted = [one.engagement_id for one in chosen]
    opened = list(
        Appraisal.objects.filter(cycle=cycle, engagement_id__in=wanted)
        .select_related("engagement__person", "engagement__school")
        .order_by("pk")
    )
    _write_first_lines(opened, template, by=by, now=now)
    return opened


def _write_first_lines(
    opened: Sequence[Appraisal], template: AppraisalTemplate | None, *, by: Actor, now: datetime
) -> None:
    """The first event of each, and the objectives everybody of the template is given."""
    AppraisalEvent.objects.bulk_create(
        AppraisalEvent(
            appraisal=one,
            kind=Event.OPENED.value,
            to_state=State.PLANNED.value,
            at=now,
            by_id=by.acting_id,
        )
        for one in opened
    )
    standard = lines_of(template.standard_objectives) if template else []
    objectives = [
        Objective(
            appraisal=one,
            position=position,
            text=text,
            origin=f"Template: {template}",
            added_at=now,
            added_by_id=by.acting_id,
        )
        for one in opened
        for position, text in enumerate(standard, start=1)
    ]
    create_with_reason(Objective, objectives, by=by, reason="from the template", now=now)


def _require_order(dates: Mapping[str, date | None]) -> None:
    days = [dates[name] for name in DATE_FIELDS]
    first, last, objectives, mid_year, final = (day for day in days if day is not None)
    if last <= first:
        raise DomainError("dates_out_of_order", "The last day comes after the first.", "last_date")
    for field, day, earlier in (
        ("objectives_by_date", objectives, first),
        ("mid_year_by_date", mid_year, objectives),
        ("final_by_date", final, mid_year),
    ):
        if day < earlier:
            raise DomainError("dates_out_of_order", "This day comes before the one above it.", field)
