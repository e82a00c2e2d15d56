"""A year of appraisal under way at the invented school: teaching assistants, the ELSA, some teachers."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from core.domain.permissions import Actor, Role
from core.domain.school_time import day_of
from core.models import Engagement, RoleAssignment, User
from core.selectors import get_actor
from cpd.domain.appraisal import CycleKind, Ground, Phase
from cpd.domain.appraisal_visibility import Side
from cpd.domain.appraisal_writing import usual_dates
from cpd.models import Appraisal, AppraisalCycle, AppraisalTemplate
from cpd.services.appraisal_cycles import Chosen, create_cycle, open_appraisals
from cpd.services.appraisal_exclusions import record_exclusion
from cpd.services.appraisal_settings import save_template, set_policy
from cpd.services.appraisal_signing import make_appeal, sign_appraisal
from cpd.services.appraisals import agree_objectives, close_appraisal, leave_out_mid_year
from cpd.services.objectives import add_evidence, add_objective
from cpd.services.reviews import Draft, save_side, share_side
from overview.demonstration.appraisal_words import (
    ASSISTANT_PROMPTS,
    EVERY_TEACHER,
    EVERYBODY,
    FINALS,
    OBJECTIVES,
    TEACHER_PROMPTS,
    Final,
    Goal,
    mid_year_of,
)
from overview.demonstration.people import Cast

LAST_YEAR = (
    "Josie Lane",
    "Carol Bettany",
    "Sunita Rao",
    "Amara Nwosu",
    "Lowri Bevan",
    "Marta Silva",
    "Bethany Crowe",
    "Ruth Ambrose",
    "Philippa Dunn",
)
# The head has still to write the final review of the last of them.
LAST_YEAR_TEACHERS = ("Grace Adeyemi", "Tom Ellery", "Leila Haddon", "Rhodri Pugh")
ASSISTANTS = ("Josie Lane", "Philippa Dunn", "Carol Bettany", "Sunita Rao", "Kieran Doyle", "Amara Nwosu")
TEACHERS = ("Tom Ellery", "Grace Adeyemi", "Rhodri Pugh", "Bronagh Kerr")
IN_INDUCTION, IN_CAPABILITY = "Hannah Broadbent", "Bronagh Kerr"
# Whose review of last year is not signed by themselves yet, and who appeals against theirs.
NOT_SIGNED, APPEALS = "Philippa Dunn", "Bethany Crowe"
NOT_AGREED = ("Carol Bettany", "Amara Nwosu", "Rhodri Pugh")


def make_appraisals(cast: Cast, now: datetime) -> None:
    """Last year's reviews of the assistants are nearly all signed; this year's objectives mostly agreed."""
    for name in (*LAST_YEAR, *LAST_YEAR_TEACHERS, *ASSISTANTS, *TEACHERS):
        give_account(cast, name, now)
    year = school_year(day_of(now))
    nia = cast.actor("Nia")
    set_policy(
        school_id=cast.school.pk,
        most_objectives=3,
        appeal_working_days=10,
        term_weeks=12,
        has_pay_recommendation=False,
        by=nia,
        now=at(year - 1, 9, 4, now),
    )
    templates = {kind: make_template(cast, kind, at(year - 1, 9, 4, now)) for kind in CycleKind}
    hannah = engagement_of(cast, IN_INDUCTION)
    assert hannah.start_date is not None  # noqa: S101 (she is at work; for the type checker)
    record_exclusion(
        engagement_id=hannah.pk, ground=Ground.INDUCTION, valid_from=hannah.start_date, by=nia, now=now
    )
    finish_last_year(cast, year - 1, templates, now)
    begin_this_year(cast, year, templates, now)


def at(year: int, month: int, day: int, now: datetime) -> datetime:
    """Ten o'clock of that day, or a few days before now where that is still to come."""
    moment = now.replace(year=year, month=month, day=day)
    return min(moment, now - timedelta(days=3))


def school_year(day: date) -> int:
    """The year in which the school year of a day began."""
    return day.year - (day.month < 9)


def make_template(cast: Cast, kind: CycleKind, now: datetime) -> AppraisalTemplate:
    prompts = TEACHER_PROMPTS if kind == CycleKind.TEACHERS else ASSISTANT_PROMPTS
    template = AppraisalTemplate(
        school=cast.school,
        name="Teachers" if kind == CycleKind.TEACHERS else "Teaching assistants and ELSAs",
        kind=kind.value,
        self_prompts="\n".join(prompts[Side.SELF]),
        manager_prompts="\n".join(prompts[Side.MANAGER]),
    )
    return save_template(template=template, by=cast.actor("Nia"), now=now)


def make_cycle(cast: Cast, kind: CycleKind, year: int, now: datetime) -> AppraisalCycle:
    first = date(year, 9, 1)
    words = "Teachers" if kind == CycleKind.TEACHERS else "Support staff"
    return create_cycle(
        school_id=cast.school.pk,
        name=f"{words} {year} to {year + 1}",
        kind=kind,
        dates={"first_date": first} | usual_dates(kind, first),
        by=cast.actor("Nia"),
        now=now,
    )


def engagement_of(cast: Cast, name: str) -> Engagement:
    given, _, family = name.partition(" ")
    found = Engagement.objects.filter(
        school=cast.school, person__given_name=given, person__family_name=family, end_date=None
    )
    return found.select_related("person").order_by("pk")[0]


def give_account(cast: Cast, name: str, now: datetime) -> None:
    """Whoever writes and signs needs an account; these have no password, so nobody signs in with them."""
    person = engagement_of(cast, name).person
    if person.user_id is None:
        email = f"{name.lower().replace(' ', '.')}@millane.example"
        user = User.objects.create_user(email=email, name=name, is_demonstration=True)
        RoleAssignment.objects.create(
            user=user, role=Role.STAFF_MEMBER, school=cast.school, granted_at=now - timedelta(days=500)
        )
        person.user = user
        person.save(update_fields=["user"])


def actor_of(appraisal: Appraisal) -> Actor:
    """The appraisee, who writes and signs for themselves."""
    user = appraisal.engagement.person.user
    assert user is not None  # noqa: S101 (given above; for the type checker)
    return get_actor(user)


def open_for(
    cast: Cast,
    cycle: AppraisalCycle,
    names: Sequence[str],
    *,
    appraiser: str,
    template: AppraisalTemplate,
    now: datetime,
) -> dict[str, Appraisal]:
    """Open the cycle for these people and return each appraisal by name."""
    names_of = {engagement_of(cast, name).pk: name for name in names}
    opened = open_appraisals(
        cycle_id=cycle.pk,
        chosen=[Chosen(key, cast.users[appraiser].pk) for key in names_of],
        template_id=template.pk,
        by=cast.actor("Nia"),
        now=now,
    )
    return {names_of[one.engagement_id]: one for one in opened}


def write_objectives(appraisal: Appraisal, goals: Sequence[Goal], by: Actor, now: datetime) -> None:
    for goal in goals:
        add_objective(
            appraisal=appraisal,
            text=goal.text,
            success_measures=goal.measures,
            evidence_wanted=goal.evidence,
            origin=goal.origin,
            due_date=appraisal.cycle.last_date,
            by=by,
            now=now,
        )


def finish_last_year(
    cast: Cast, year: int, templates: Mapping[CycleKind, AppraisalTemplate], now: datetime
) -> None:
    """Objectives, mid-year, final review; most are signed by both, one is late, one waits, one appeals."""
    groups = (
        (CycleKind.SUPPORT_STAFF, LAST_YEAR, "Samira"),
        (CycleKind.TEACHERS, LAST_YEAR_TEACHERS, "Helen"),
    )
    for kind, names, appraiser in groups:
        cycle, by = make_cycle(cast, kind, year, at(year, 9, 4, now)), cast.actor(appraiser)
        opened = open_for(
            cast, cycle, names, appraiser=appraiser, template=templates[kind], now=at(year, 9, 11, now)
        )
        for name, appraisal in opened.items():
            live_through(appraisal, name, by, year=year, now=now)


def live_through(appraisal: Appraisal, name: str, by: Actor, *, year: int, now: datetime) -> None:
    """One person's year, as far as it went."""
    goal = EVERY_TEACHER if name in LAST_YEAR_TEACHERS else EVERYBODY
    write_objectives(appraisal, [goal], by, at(year, 9, 25, now))
    agree_objectives(appraisal_id=appraisal.pk, by=by, now=at(year, 10, 9, now))
    spring, summer = at(year + 1, 2, 12, now), at(year + 1, 7, 2, now)
    if name in FINALS and FINALS[name].unrated_reason:
        leave_out_mid_year(appraisal_id=appraisal.pk, reason="Away at the time.", by=by, now=spring)
    else:
        share_mid_year(appraisal, name, by, spring)
    if name in FINALS:
        share_final(appraisal, FINALS[name], by, summer)
        finish(appraisal, name, by, signed=at(year + 1, 7, 8, now))


def share_mid_year(appraisal: Appraisal, name: str, appraiser: Actor, now: datetime) -> None:
    own, managers = mid_year_of(name)
    for side, words, by in ((Side.SELF, own, actor_of(appraisal)), (Side.MANAGER, managers, appraiser)):
        share_side(
            appraisal_id=appraisal.pk,
            phase=Phase.MID_YEAR,
            side=side,
            draft=Draft(words),
            version=0,
            by=by,
            now=now,
        )


def share_final(appraisal: Appraisal, final: Final, appraiser: Actor, now: datetime) -> None:
    keys = appraisal.objectives.order_by("position").values_list("pk", flat=True)
    manager = Draft(
        final.manager,
        development_needs="\n".join(final.needs),
        overall_rating=final.overall,
        unrated_reason=final.unrated_reason,
        ratings=dict(zip(keys, final.ratings, strict=True)),
    )
    own = (Side.SELF, Draft(final.own), actor_of(appraisal))
    for side, draft, by in (own, (Side.MANAGER, manager, appraiser)):
        share_side(
            appraisal_id=appraisal.pk, phase=Phase.FINAL, side=side, draft=draft, version=0, by=by, now=now
        )


def finish(appraisal: Appraisal, name: str, by: Actor, *, signed: datetime) -> None:
    """Sign it and, once appeals are over, close it; but for whom there is something left to do."""
    sign_appraisal(appraisal_id=appraisal.pk, comment="", by=by, now=signed)
    if name == NOT_SIGNED:
        return
    own = actor_of(appraisal)
    sign_appraisal(appraisal_id=appraisal.pk, comment="Read and talked through.", by=own, now=signed)
    if name == APPEALS:
        make_appeal(
            appraisal_id=appraisal.pk,
            reason="The note home was stopped by the office for six weeks while the printer was away. I ask "
            "that this is taken into account and the objective is rated as met.",
            by=own,
            now=signed + timedelta(days=5),
        )
    elif name != "Josie Lane":
        close_appraisal(appraisal_id=appraisal.pk, by=by, now=signed + timedelta(days=23))


def begin_this_year(
    cast: Cast, year: int, templates: Mapping[CycleKind, AppraisalTemplate], now: datetime
) -> None:
    """Two cycles: objectives agreed for most, one appraisal suspended, a first draft of the mid-year."""
    groups = (
        (CycleKind.SUPPORT_STAFF, ASSISTANTS, "Samira"),
        (CycleKind.TEACHERS, TEACHERS, "Helen"),
    )
    for kind, names, appraiser in groups:
        cycle = make_cycle(cast, kind, year, at(year, 9, 3, now))
        opened = open_for(
            cast, cycle, names, appraiser=appraiser, template=templates[kind], now=at(year, 9, 10, now)
        )
        for name, appraisal in opened.items():
            by = cast.actor(appraiser)
            write_objectives(appraisal, OBJECTIVES.get(name, [EVERYBODY]), by, at(year, 9, 24, now))
            if name not in NOT_AGREED:
                agree_objectives(appraisal_id=appraisal.pk, by=by, now=at(year, 10, 8, now))
            if name == "Josie Lane":
                go_on(appraisal, by, now)
    record_exclusion(
        engagement_id=engagement_of(cast, IN_CAPABILITY).pk,
        ground=Ground.CAPABILITY,
        valid_from=day_of(now) - timedelta(days=9),
        by=cast.actor("Nia"),
        now=now - timedelta(days=9),
    )


def go_on(appraisal: Appraisal, appraiser: Actor, now: datetime) -> None:
    """Evidence from both, and two drafts of the mid-year review that nobody else reads."""
    own = actor_of(appraisal)
    reading = appraisal.objectives.order_by("position")[0]
    add_evidence(
        objective_id=reading.pk,
        text="Reading ages of the six children, September: on average eleven months behind.",
        seen_date=day_of(now) - timedelta(days=50),
        by=own,
        now=now - timedelta(days=3),
    )
    add_evidence(
        objective_id=reading.pk,
        text="I watched the group: brisk start, every child read aloud, two chose to take the book home.",
        seen_date=day_of(now) - timedelta(days=4),
        by=appraiser,
        now=now - timedelta(days=2),
    )
    drafts = (
        (
            Side.SELF,
            own,
            "The group runs four mornings a week. Fridays are hard because of assembly.",
        ),
        (Side.MANAGER, appraiser, "Well prepared groups. To ask: is there time to write the records?"),
    )
    for side, by, words in drafts:
        save_side(
            appraisal_id=appraisal.pk,
            phase=Phase.MID_YEAR,
            side=side,
            draft=Draft(words),
            version=0,
            by=by,
            now=now - timedelta(days=1),
        )
