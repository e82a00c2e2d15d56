"""Needs proposed from an appointment, once; accepted, planned, met and dropped by those who may."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement, School
from core.selectors import get_actor
from cpd.domain.development import NeedKind
from cpd.domain.development_plan import Step
from cpd.models import DevelopmentNeed, LineManagement, Training
from cpd.selectors.training import list_evidence_for
from cpd.services.needs import (
    accept_need,
    add_need,
    complete_step,
    drop_need,
    meet_need,
    plan_need,
    propose_needs,
    propose_review_needs,
)
from recruitment.models import AgreedScore, CertificateSighting, Stage
from tests.factories import make_actor, make_school, make_trust, make_user
from tests.factories.compliance import make_engagement
from tests.factories.development import (
    make_manager,
    make_need,
    make_own_user,
    make_scored_appointment,
    make_step,
)
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
CRITERIA = (
    ("Experience with children", "essential", "I", 2),
    ("Knowledge of safeguarding", "essential", "I", 2),
    ("Completed, or a willingness to undertake, ELSA training", "essential", "IC", 2),
    ("Experience of home visits", "desirable", "I", 1),
    ("Speaks a second language", "desirable", "I", 1),
    ("Paediatric first aid certificate", "desirable", "C", 1),
)


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school)


def told(needs: list[DevelopmentNeed]) -> list[tuple[str, str, str]]:
    return [(one.origin, one.kind, one.origin_text) for one in needs]


def test_what_the_appointment_left_to_learn_is_proposed(school: School, hr: Actor) -> None:
    engagement, _ = make_scored_appointment(
        school,
        CRITERIA,
        ((2, 0, 1, 0, 2), (2, 1, 2, 1, 2)),
        notes={1: "Could not name the lead", 3: "None so far"},
        trainable=(3,),
        override_reason="She has the safeguarding course in September.",
    )
    needs = propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)
    assert told(needs) == [
        ("essential_with_development", "objective", "Knowledge of safeguarding"),
        ("trainable", "training", "Completed, or a willingness to undertake, ELSA training"),
        ("desirable_not_met", "objective", "Experience of home visits"),
    ]
    assert [one.panel_note for one in needs] == [
        (
            "Scorer 1: Could not name the lead\n"
            "Appointed all the same: She has the safeguarding course in September."
        ),
        "",
        "Scorer 1: None so far",
    ]
    assert {one.status for one in needs} == {"proposed"}
    vacancy = engagement.offer.application.vacancy
    assert {one.origin_source for one in needs} == {
        f"Vacancy Learning Mentor, reference {vacancy.reference}, interview"
    }


def test_what_nobody_could_tell_is_no_need(school: School, hr: Actor) -> None:
    engagement, _ = make_scored_appointment(school, CRITERIA, ((2, 2, 3, None, 2), (2, 2, 3, None, 2)))
    assert propose_needs(engagement_id=engagement.pk, by=hr, now=NOW) == []


@pytest.mark.parametrize(("other", "is_need"), [(0, True), (1, True), (2, False)])
def test_desirable_is_met_where_the_mean_reaches_the_threshold(
    school: School, hr: Actor, other: int, is_need: bool
) -> None:
    engagement, _ = make_scored_appointment(school, CRITERIA, ((2, 2, 3, 0, 2), (2, 2, 3, other, 2)))
    assert len(propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)) == is_need


def test_points_the_panel_agreed_decide_over_the_sheets(school: School, hr: Actor) -> None:
    engagement, application = make_scored_appointment(school, CRITERIA, ((2, 2, 3, 2, 2), (2, 2, 3, 2, 2)))
    AgreedScore.objects.create(
        stage=Stage.objects.get(vacancy=application.vacancy, kind="interview"),
        application=application,
        criterion=application.vacancy.criteria.get(position=4),
        points=0,
        reason="They were school trips, not visits",
        agreed_at=NOW,
        agreed_by=application.vacancy.created_by,
    )
    (need,) = propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)
    assert need.origin_text == "Experience of home visits"
    assert need.panel_note == "Agreed by the panel: They were school trips, not visits"


@pytest.mark.parametrize(
    ("points", "was_seen", "is_need"),
    [(1, None, True), (2, None, True), (3, None, False), (1, True, False), (1, False, True)],
)
def test_trainable_is_proposed_until_the_thing_itself_was_shown(
    school: School, hr: Actor, points: int, was_seen: bool | None, is_need: bool
) -> None:
    engagement, application = make_scored_appointment(
        school, CRITERIA, ((2, 2, points, 2, 2), (2, 2, points, 2, 2)), trainable=(3,)
    )
    if was_seen is not None:
        see_certificate(application, 3, was_seen=was_seen)
    assert len(propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)) == is_need


@pytest.mark.parametrize(("was_seen", "is_need"), [(True, False), (False, True), (None, False)])
def test_desirable_known_by_certificate_alone(
    school: School, hr: Actor, was_seen: bool | None, is_need: bool
) -> None:
    engagement, application = make_scored_appointment(school, CRITERIA, ((2, 2, 3, 2, 2), (2, 2, 3, 2, 2)))
    if was_seen is not None:
        see_certificate(application, 6, was_seen=was_seen)
    assert len(propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)) == is_need


def see_certificate(application: object, position: int, *, was_seen: bool) -> None:
    vacancy = application.vacancy  # type: ignore[attr-defined]
    CertificateSighting.objects.create(
        application=application,
        criterion=vacancy.criteria.get(position=position),
        was_seen=was_seen,
        seen_date=TODAY if was_seen else None,
        seen_by=vacancy.created_by,
        recorded_at=NOW,
    )


def test_sealed_scores_make_no_need(school: School, hr: Actor) -> None:
    engagement, application = make_scored_appointment(
        school, CRITERIA, ((2, 2, 3, 0, 0), (2, 2, 3, 0, 0)), notes={3: "A secret of the panel"}
    )
    Stage.objects.filter(vacancy=application.vacancy, kind="interview").update(
        status="scoring", unsealed_at=None, unsealed_by=None, decided_at=None, decided_by=None
    )
    assert propose_needs(engagement_id=engagement.pk, by=hr, now=NOW) == []


def test_nothing_is_proposed_twice_even_once_dropped(school: School, hr: Actor) -> None:
    engagement, _ = make_scored_appointment(school, CRITERIA, ((2, 2, 3, 0, 0), (2, 2, 3, 0, 0)))
    first, _ = propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)
    drop_need(need_id=first.pk, reason="Done at the last school", by=hr, now=NOW)
    assert propose_needs(engagement_id=engagement.pk, by=hr, now=NOW) == []
    assert sorted(engagement.development_needs.values_list("status", flat=True)) == ["dropped", "proposed"]


def test_whoever_came_otherwise_has_nothing_to_propose(engagement: Engagement, hr: Actor) -> None:
    with pytest.raises(DomainError) as error:
        propose_needs(engagement_id=engagement.pk, by=hr, now=NOW)
    assert error.value.code == "no_vacancy"


def test_a_final_review_becomes_training_needs_once(engagement: Engagement, hr: Actor) -> None:
    facts = {"engagement_id": engagement.pk, "source": "Final review 2026/27", "by": hr, "now": NOW}
    lines = ["Team-Teach refresher", "Phonics  course"]
    first = propose_review_needs(review_key="appraisal-12", lines=lines, **facts)
    again = propose_review_needs(review_key="appraisal-12", lines=["phonics course", "Makaton"], **facts)
    later = propose_review_needs(review_key="appraisal-13", lines=["Phonics course"], **facts)
    assert told(first) == [("final_review", "training", "")] * 2
    assert [one.text for one in (*first, *again, *later)] == [
        "Team-Teach refresher",
        "Phonics course",
        "Makaton",
        "Phonics course",
    ]


@pytest.mark.parametrize("who", ["manager", "head", "hr"])
def test_manager_head_and_hr_may_decide(engagement: Engagement, who: str) -> None:
    roles = {"head": Role.HEADTEACHER, "hr": Role.HR_OFFICER}
    user = make_manager(engagement) if who == "manager" else make_user(roles[who], school=engagement.school)
    need = make_need(engagement)
    drop_need(need_id=need.pk, reason="Not for this post", by=get_actor(user), now=NOW)
    need.refresh_from_db()
    assert (need.status, need.decided_by_id, need.reason) == ("dropped", user.pk, "Not for this post")


def test_nobody_decides_about_themselves_whatever_their_role(engagement: Engagement) -> None:
    by = get_actor(make_own_user(engagement, Role.HR_OFFICER))
    with pytest.raises(NotAllowed) as error:
        drop_need(need_id=make_need(engagement).pk, reason="I would rather not", by=by, now=NOW)
    assert error.value.code == "own_record"


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.PANEL_MEMBER])
def test_others_decide_nothing(engagement: Engagement, role: Role) -> None:
    by = make_actor(role, school=engagement.school)
    with pytest.raises(NotAllowed):
        accept_need(
            need_id=make_need(engagement).pk,
            kind=NeedKind.TRAINING,
            text="X",
            target_date=None,
            by=by,
            now=NOW,
        )


def test_a_manager_of_before_decides_no_longer(engagement: Engagement) -> None:
    user = make_manager(engagement, valid_until=TODAY - timedelta(days=1))
    assert LineManagement.objects.filter(manager=user).exists()
    with pytest.raises(NotAllowed):
        drop_need(need_id=make_need(engagement).pk, reason="Old", by=get_actor(user), now=NOW)


def test_from_proposal_to_evidence(engagement: Engagement, hr: Actor) -> None:
    need = make_need(engagement)
    accept_need(
        need_id=need.pk, kind=NeedKind.TRAINING, text=" Train as an ELSA ", target_date=None, by=hr, now=NOW
    )
    steps = [Step("Day 2", TODAY + timedelta(days=9)), Step("Day 1", TODAY)]
    plan_need(need_id=need.pk, steps=steps, by=hr, now=NOW)
    first = need.steps.get(position=1)
    assert (first.text, first.due_date) == ("Day 1", TODAY)
    complete_step(step_id=first.pk, done_date=TODAY, by=hr, now=NOW)
    plan_need(need_id=need.pk, steps=[Step("Day 2", TODAY + timedelta(days=30))], by=hr, now=NOW)
    assert list(need.steps.order_by("position").values_list("text", "due_date", "done_date")) == [
        ("Day 1", TODAY, TODAY),
        ("Day 2", TODAY + timedelta(days=30), None),
    ]
    meet_need(need_id=need.pk, met_date=TODAY, evidence="Certificate seen", by=hr, now=NOW)
    need.refresh_from_db()
    assert (need.text, need.status, need.target_date) == (
        "Train as an ELSA",
        "met",
        TODAY + timedelta(days=30),
    )
    reasons = list(need.history.order_by("history_id").values_list("history_change_reason", flat=True))
    assert reasons == [None, "accepted", "planned", "planned", "met"]


def test_a_step_done_out_of_turn_leaves_room_for_a_new_plan(engagement: Engagement, hr: Actor) -> None:
    need = make_need(engagement, "planned")
    make_step(need, 1)
    make_step(need, 2, done_date=TODAY, done_by=engagement.created_by)
    plan_need(need_id=need.pk, steps=[Step("Day 3", TODAY)], by=hr, now=NOW)
    assert list(need.steps.order_by("position").values_list("position", "text")) == [
        (2, "ELSA training, day 2 of 6"),
        (3, "Day 3"),
    ]


def test_training_on_record_is_evidence(engagement: Engagement, hr: Actor) -> None:
    need = make_need(engagement, "accepted")
    training = make_training(engagement)
    meet_need(need_id=need.pk, met_date=TODAY, evidence="", training_id=training.pk, by=hr, now=NOW)
    need.refresh_from_db()
    assert (need.training, need.evidence) == (training, "ELSA training, completed 01/10/2026")


@pytest.mark.parametrize(("of_the_trust", "counts"), [(True, True), (False, False)])
def test_training_of_another_school_is_evidence_within_the_trust_alone(
    engagement: Engagement, hr: Actor, of_the_trust: bool, counts: bool
) -> None:
    trust = make_trust()
    School.objects.filter(pk=engagement.school_id).update(trust=trust)
    other = make_school(trust=trust if of_the_trust else make_trust())
    need = make_need(engagement, "accepted")
    training = make_training(make_engagement(school=other, person=engagement.person))
    engagement.refresh_from_db()
    assert list(list_evidence_for(engagement)) == ([training] if counts else [])
    found = None
    try:
        meet_need(need_id=need.pk, met_date=TODAY, evidence="", training_id=training.pk, by=hr, now=NOW)
    except DomainError as error:
        found = error.code
    assert found == (None if counts else "training_unknown")


@pytest.mark.parametrize("fault", ["of somebody else", "withdrawn", "not confirmed"])
def test_training_that_does_not_count_is_no_evidence(engagement: Engagement, hr: Actor, fault: str) -> None:
    need = make_need(engagement, "accepted")
    training = make_training(make_engagement(school=engagement.school) if "else" in fault else engagement)
    changes = {
        "withdrawn": {"withdrawn_at": NOW, "withdrawn_by": training.recorded_by, "withdrawn_reason": "Wrong"},
        "not confirmed": {"confirmed_at": None, "confirmed_by": None, "origin": "self"},
    }
    Training.objects.filter(pk=training.pk).update(**changes.get(fault, {"title": "ELSA"}))
    with pytest.raises(DomainError) as error:
        meet_need(need_id=need.pk, met_date=TODAY, evidence="", training_id=training.pk, by=hr, now=NOW)
    assert error.value.code == "training_unknown"


def make_training(engagement: Engagement) -> Training:
    return Training.objects.create(
        person=engagement.person,
        school=engagement.school,
        title="ELSA training",
        awarded_date=date(2026, 10, 1),
        recorded_at=NOW,
        recorded_by=engagement.created_by,
        confirmed_at=NOW,
        confirmed_by=engagement.created_by,
    )


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("meet without evidence", "words_missing"),
        ("meet tomorrow", "date_ahead"),
        ("drop without reason", "words_missing"),
        ("add without words", "words_missing"),
        ("add for yesterday", "date_behind"),
        ("plan what is proposed", "need_not_there"),
    ],
)
def test_what_is_missing_is_said(engagement: Engagement, hr: Actor, act: str, code: str) -> None:
    accepted, proposed = make_need(engagement, "accepted"), make_need(engagement)
    acts = {
        "meet without evidence": lambda: meet_need(
            need_id=accepted.pk, met_date=TODAY, evidence=" ", by=hr, now=NOW
        ),
        "meet tomorrow": lambda: meet_need(
            need_id=accepted.pk, met_date=TODAY + timedelta(days=1), evidence="Seen", by=hr, now=NOW
        ),
        "drop without reason": lambda: drop_need(need_id=accepted.pk, reason=" ", by=hr, now=NOW),
        "add without words": lambda: add(engagement, hr, text=" "),
        "add for yesterday": lambda: add(engagement, hr, target_date=TODAY - timedelta(days=1)),
        "plan what is proposed": lambda: plan_need(
            need_id=proposed.pk, steps=[Step("Day 1", TODAY)], by=hr, now=NOW
        ),
    }
    with pytest.raises(DomainError) as error:
        acts[act]()
    assert error.value.code == code


def add(engagement: Engagement, by: Actor, **change: object) -> DevelopmentNeed:
    facts: dict[str, object] = {"kind": NeedKind.OBJECTIVE, "text": "Lead a group", "target_date": TODAY}
    return add_need(engagement_id=engagement.pk, **facts | change, by=by, now=NOW)  # type: ignore[arg-type]


def test_added_need_counts_as_accepted(engagement: Engagement, hr: Actor) -> None:
    need = add(engagement, hr)
    assert (need.status, need.origin, need.text, need.target_date) == (
        "accepted",
        "added",
        "Lead a group",
        TODAY,
    )


def test_a_step_is_done_once_and_never_before_its_time(engagement: Engagement, hr: Actor) -> None:
    step = make_step(make_need(engagement, "planned"))
    with pytest.raises(DomainError) as ahead:
        complete_step(step_id=step.pk, done_date=TODAY + timedelta(days=1), by=hr, now=NOW)
    complete_step(step_id=step.pk, done_date=TODAY, by=hr, now=NOW)
    with pytest.raises(DomainError) as again:
        complete_step(step_id=step.pk, done_date=TODAY, by=hr, now=NOW)
    assert (ahead.value.code, again.value.code) == ("date_ahead", "step_settled")
