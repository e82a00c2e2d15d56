"""Managers, needs with plans, induction, probation and reviews of job descriptions, made directly."""

from datetime import date, timedelta
from typing import Any

from core.domain.permissions import Role
from core.models import Engagement, School, User
from cpd.models import (
    DevelopmentNeed,
    DevelopmentStep,
    Induction,
    InductionItem,
    JobDescriptionReview,
    LineManagement,
    Probation,
    ProbationDecision,
    ProbationReview,
)
from recruitment.models import Application, Decision, JobProfileVersion, Offer
from recruitment.services.offers import accept_offer
from recruitment.services.unsealing import unseal_stage
from tests.factories.people import NOW, make_actor, make_person, make_user
from tests.factories.recruitment import (
    make_application,
    make_job_profile_version,
    make_panel_member,
    make_stage,
    make_vacancy,
)
from tests.factories.scoring import make_sheet

TODAY = NOW.date()


def make_manager(engagement: Engagement, **fields: Any) -> User:
    """The line manager of somebody since the first of September, with an account."""
    user = fields.pop("user", None) or make_user(Role.LINE_MANAGER, school=engagement.school)
    defaults = {"valid_from": date(2026, 9, 1)}
    LineManagement.objects.create(engagement=engagement, manager=user, **defaults | fields)
    return user


def make_own_user(engagement: Engagement, role: Role = Role.STAFF_MEMBER) -> User:
    """The account of the person themselves."""
    user = make_user(role, school=engagement.school)
    engagement.person.user = user
    engagement.person.save()
    return user


def make_need(engagement: Engagement, status: str = "proposed", **fields: Any) -> DevelopmentNeed:
    """A need that came from an appointment, brought to a status with what belongs to it."""
    by = engagement.created_by
    defaults: dict[str, Any] = {
        "kind": "training",
        "text": "Complete: ELSA training",
        "origin": "trainable",
        "origin_text": "Completed, or a willingness to undertake, ELSA training",
        "origin_requirement": "essential",
        "origin_source": "Vacancy Learning Mentor, reference LM-1, interview",
        "panel_note": "Tom Ellery: keen, has not begun",
        "proposed_at": NOW,
        "proposed_by": by,
    }
    if status != "proposed":
        defaults |= {"decided_at": NOW, "decided_by": by}
    if status == "dropped":
        defaults["reason"] = "Came with the certificate"
    if status == "met":
        defaults |= {"met_date": TODAY, "evidence": "Certificate seen"}
    return DevelopmentNeed.objects.create(engagement=engagement, status=status, **defaults | fields)


def make_step(need: DevelopmentNeed, position: int = 1, **fields: Any) -> DevelopmentStep:
    defaults = {
        "text": f"ELSA training, day {position} of 6",
        "due_date": TODAY + timedelta(days=14 * position),
    }
    return DevelopmentStep.objects.create(need=need, position=position, **defaults | fields)


def make_induction(engagement: Engagement, *, items: int = 2) -> Induction:
    induction = Induction.objects.create(engagement=engagement, begun_at=NOW, begun_by=engagement.created_by)
    for position in range(1, items + 1):
        InductionItem.objects.create(
            induction=induction,
            position=position,
            text=f"Fire procedures, part {position}",
            by_whom="Site manager",
            due_date=TODAY + timedelta(days=position),
        )
    return induction


def make_probation(engagement: Engagement, **fields: Any) -> Probation:
    """Six months from the first of September, with one review still to be held."""
    defaults = {
        "start_date": date(2026, 9, 1),
        "end_date": date(2027, 2, 28),
        "set_at": NOW,
        "set_by": engagement.created_by,
    }
    probation = Probation.objects.create(engagement=engagement, **defaults | fields)
    ProbationReview.objects.create(probation=probation, due_date=TODAY + timedelta(days=20))
    return probation


def make_job_description_review(
    engagement: Engagement, version: JobProfileVersion | None = None, **fields: Any
) -> JobDescriptionReview:
    defaults = {
        "due_date": TODAY + timedelta(days=30),
        "planned_at": NOW,
        "planned_by": engagement.created_by,
    }
    return JobDescriptionReview.objects.create(
        engagement=engagement,
        version=version or make_job_profile_version(school=engagement.school),
        **defaults | fields,
    )


def make_scored_appointment(
    school: School,
    criteria: tuple[tuple[str, str, str, int], ...],
    points: tuple[tuple[int | None, ...], ...],
    *,
    notes: dict[int, str] | None = None,
    trainable: tuple[int, ...] = (),
    override_reason: str = "",
) -> tuple[Engagement, Application]:
    """Somebody appointed after an interview: ``points`` of each scorer, ``notes`` of the first by place."""
    vacancy = make_vacancy(school=school, criteria=criteria, title="Learning Mentor", is_anonymous=False)
    vacancy.criteria.filter(position__in=trainable).update(is_trainable=True)
    application = make_application(vacancy, person=make_person(given_name="Rowan"), status="shortlisted")
    stage = make_stage(vacancy, "interview")
    for place, row in enumerate(points):
        user = make_user(Role.PANEL_MEMBER, school=school, name=f"Scorer {place + 1}")
        make_sheet(make_panel_member(stage, user), application, row, notes=notes if place == 0 else None)
    hr = make_actor(Role.HR_OFFICER, school=school)
    unseal_stage(stage_id=stage.pk, by=hr, now=NOW)
    make_stage(vacancy, "interview", "decided")
    Decision.objects.create(
        stage=stage,
        application=application,
        outcome="appoint",
        reason="Best",
        override_reason=override_reason,
        decided_at=NOW,
        decided_by=vacancy.created_by,
    )
    application.status = "offered"
    application.save()
    offer = Offer.objects.create(
        application=application,
        status="made",
        start_date=date(2026, 12, 1),
        made_at=NOW,
        made_by=vacancy.created_by,
    )
    engagement = accept_offer(offer_id=offer.pk, note="By telephone", by=hr, now=NOW).engagement
    assert engagement is not None
    return engagement, application


def make_whole_development(engagement: Engagement, word: str) -> None:
    """Something in every table of somebody's needs, induction, probation and job description."""
    by = engagement.created_by
    need = make_need(engagement, "dropped", text=word, origin_text=word, panel_note=word, reason=word)
    need.evidence = ""
    need.save()
    make_step(need, text=word, done_date=TODAY, done_by=by)
    item = make_induction(engagement, items=1).items.get()
    item.outcome, item.settled_date, item.settled_at, item.settled_by = "not_needed", TODAY, NOW, by
    item.reason = word
    item.save()
    probation = make_probation(engagement)
    review = probation.reviews.get()
    review.held_date, review.note, review.recorded_at, review.recorded_by = TODAY, word, NOW, by
    review.save()
    ProbationDecision.objects.create(
        probation=probation,
        outcome="passed",
        reason=word,
        previous_end_date=probation.end_date,
        decided_at=NOW,
        decided_by=by,
    )
    make_job_description_review(
        engagement,
        consulted_date=TODAY,
        postholder_words=word,
        is_agreed=True,
        outcome="unchanged",
        reason=word,
        held_at=NOW,
        held_by=by,
    )
    make_manager(engagement, valid_from=date(2016, 9, 1))
