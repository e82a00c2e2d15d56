"""The head's own appraisal: the chair of the governors holds it, by days later than everybody else's."""

from datetime import datetime

from core.domain.school_time import day_of
from cpd.domain.appraisal import CycleKind
from cpd.models import AppraisalCycle
from cpd.services.appraisal_cycles import Chosen, open_appraisals
from cpd.services.line_management import assign_line_manager
from cpd.services.objectives import add_objective
from overview.demonstration.appraisal_words import Goal
from overview.demonstration.appraisals import at, engagement_of, school_year
from overview.demonstration.people import Cast

GOALS = (
    Goal(
        "Bring attendance of the children who miss most to the level of the whole school by July.",
        "Absence of that group, each half term beside last year’s, without any child named.",
        "The attendance officer’s half-termly figures",
    ),
    Goal(
        "Let every middle leader lead one staff meeting a term on what they have changed in their subject.",
        "Six meetings by July, each followed by something seen in lessons.",
        "Agendas, notes of the governor who visits",
    ),
)


def make_heads_appraisal(cast: Cast, now: datetime) -> None:
    """Governors appraise the head; here their chair does, and the objectives are still to be agreed."""
    year, head = school_year(day_of(now)), engagement_of(cast, "Helen Marsh")
    nia, chair = cast.actor("Nia"), cast.users["Gwen"]
    begun = at(year, 9, 24, now)
    assign_line_manager(
        engagement_ids=[head.pk],
        manager_id=chair.pk,
        valid_from=day_of(at(year - 1, 9, 4, now)),
        by=nia,
        now=begun,
    )
    cycle = AppraisalCycle.objects.filter(school=cast.school, kind=CycleKind.TEACHERS).latest("first_date")
    (appraisal,) = open_appraisals(
        cycle_id=cycle.pk,
        chosen=[Chosen(head.pk, chair.pk, is_headteacher=True)],
        template_id=None,
        by=nia,
        now=begun,
    )
    for goal in GOALS:
        add_objective(
            appraisal=appraisal,
            text=goal.text,
            success_measures=goal.measures,
            evidence_wanted=goal.evidence,
            origin=goal.origin,
            due_date=cycle.last_date,
            by=cast.actor("Gwen"),
            now=begun,
        )
