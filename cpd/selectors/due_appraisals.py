"""The days of appraisals that are under way at some schools. Two queries, however many there are."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import FETCH_RAISE, Max, Q
from django.urls import reverse

from compliance.domain.reminders import DueThing, in_order
from compliance.selectors.due_things import FAR_DAYS, initials_of
from core.domain.school_time import day_of
from cpd.domain.appraisal_reminders import RULE_OF_STATE, TITLES
from cpd.domain.appraisal_states import State
from cpd.domain.appraisal_steps import find_step
from cpd.domain.appraisal_writing import appeal_by
from cpd.models import Appraisal
from cpd.selectors.appraisals import dates_of, policy_of


def list_due_appraisals(
    school_ids: Collection[int], *, today: date, days_ahead: int = FAR_DAYS
) -> list[DueThing]:
    """What is to be done by a day in each appraisal of somebody who works there, past or within the days."""
    here = Q(engagement__end_date=None) | Q(engagement__end_date__gte=today)
    appraisals = (
        Appraisal.objects.filter(
            here, engagement__school_id__in=school_ids, state__in=[state.value for state in RULE_OF_STATE]
        )
        .select_related("engagement__person", "engagement__school__appraisal_policy", "cycle", "appraiser")
        .annotate(appealed_at=Max("appeals__made_at", filter=Q(appeals__decided_at=None)))
        .order_by("pk")
        .fetch_mode(FETCH_RAISE)
    )
    until = today + timedelta(days=days_ahead)
    return in_order(
        _thing(one, due) for one in appraisals if (due := _due_date(one)) is not None and due <= until
    )


def _due_date(appraisal: Appraisal) -> date | None:
    if appraisal.state == State.APPEALED:
        working_days = policy_of(appraisal).appeal_working_days
        return appeal_by(day_of(appraisal.appealed_at), working_days)  # type: ignore[attr-defined]
    step = find_step(appraisal.state, dates_of(appraisal.cycle, is_headteacher=appraisal.is_headteacher))
    return step.due_date if step else None


def _thing(appraisal: Appraisal, due: date) -> DueThing:
    state, person, school = State(appraisal.state), appraisal.engagement.person, appraisal.engagement.school
    href = reverse("cpd:appraisal-detail", args=[appraisal.pk])
    return DueThing(
        rule=RULE_OF_STATE[state],
        record_key=f"appraisal-{appraisal.pk}",
        school_id=school.pk,
        school_name=school.name,
        title=TITLES[state],
        due_date=due,
        href=href,
        done_at=href,
        person_name=person.full_name,
        initials=initials_of(person),
        detail=f"{appraisal.cycle.name}; the appraiser is {appraisal.appraiser.name}. A day of policy.",
    )
