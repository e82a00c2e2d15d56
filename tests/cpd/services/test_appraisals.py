"""An appraisal from its objectives to the end: agreed, reviewed, shared, signed, appealed, suspended."""

from datetime import date, timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import School
from core.selectors import get_actor
from cpd.domain.appraisal import Ground, Phase, Rating
from cpd.domain.appraisal_visibility import Side
from cpd.enums import AppealOutcome
from cpd.models import Appeal, Appraisal, AppraisalEvent, ObjectiveRating, ReviewSide, Signature
from cpd.selectors.appraisal_reading import finished_reviews
from cpd.selectors.appraisals import lines_of
from cpd.services import appraisals
from cpd.services.appraisal_exclusions import end_exclusion, record_exclusion
from cpd.services.appraisal_signing import decide_appeal, make_appeal, sign_appraisal
from cpd.services.reviews import Draft, save_side, share_side
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal, make_objective, make_side
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def appraisal(school: School) -> Appraisal:
    return make_appraisal(school=school)


def appraisee(appraisal: Appraisal) -> Actor:
    user = appraisal.engagement.person.user
    assert user is not None
    return get_actor(user)


def appraiser(appraisal: Appraisal) -> Actor:
    return get_actor(appraisal.appraiser)


def somebody(role: Role, school: School) -> Actor:
    return get_actor(make_user(role, school=school))


def state_of(appraisal: Appraisal) -> str:
    return Appraisal.objects.get(pk=appraisal.pk).state


def put(appraisal: Appraisal, state: str) -> Appraisal:
    Appraisal.objects.filter(pk=appraisal.pk).update(state=state)
    appraisal.refresh_from_db()
    return appraisal


def code_of(call: object, **given: object) -> str:
    with pytest.raises(DomainError) as refused:
        call(**given)  # type: ignore[operator]
    return refused.value.code


def share(appraisal: Appraisal, phase: Phase, side: Side, draft: Draft, by: Actor) -> ReviewSide:
    return share_side(
        appraisal_id=appraisal.pk, phase=phase, side=side, draft=draft, version=0, by=by, now=NOW
    )


def test_from_objectives_to_closed(appraisal: Appraisal) -> None:
    own, manager, objective = appraisee(appraisal), appraiser(appraisal), make_objective(appraisal)
    appraisals.agree_objectives(appraisal_id=appraisal.pk, by=manager, now=NOW)
    share(appraisal, Phase.MID_YEAR, Side.SELF, Draft("It goes well."), own)
    share(appraisal, Phase.MID_YEAR, Side.MANAGER, Draft("It does."), manager)
    share(appraisal, Phase.FINAL, Side.SELF, Draft("I am glad."), own)
    final = Draft(
        "A good year.",
        development_needs="ELSA training\n\n  First aid ",
        overall_rating=Rating.MET,
        ratings={objective.pk: Rating.EXCEEDED},
    )
    share(appraisal, Phase.FINAL, Side.MANAGER, final, manager)
    sign_appraisal(appraisal_id=appraisal.pk, comment=" Read. ", by=own, now=NOW)
    assert state_of(appraisal) == "final_drafted"
    sign_appraisal(appraisal_id=appraisal.pk, comment="", by=manager, now=NOW)
    appraisals.close_appraisal(appraisal_id=appraisal.pk, by=manager, now=NOW + timedelta(days=30))

    events = AppraisalEvent.objects.filter(appraisal=appraisal).order_by("pk")
    assert list(events.values_list("kind", "by_id", "to_state")) == [
        ("objectives_agreed", manager.user_id, "objectives_agreed"),
        ("mid_year_held", manager.user_id, "mid_year_reviewed"),
        ("final_shared", manager.user_id, "final_drafted"),
        ("signed", manager.user_id, "signed"),
        ("closed", manager.user_id, "closed"),
    ]
    final_review = finished_reviews(manager).get()
    assert lines_of(final_review.development_needs) == ["ELSA training", "First aid"]
    assert ObjectiveRating.objects.get().rating == "exceeded"
    assert Signature.objects.get(signed_as="appraisee").comment == "Read."


def test_agreeing_needs_an_objective_and_the_appraiser(appraisal: Appraisal) -> None:
    given = {"appraisal_id": appraisal.pk, "now": NOW}
    assert code_of(appraisals.agree_objectives, by=appraiser(appraisal), **given) == "no_objectives"
    make_objective(appraisal)
    assert code_of(appraisals.agree_objectives, by=appraisee(appraisal), **given) == "not_your_part"
    assert state_of(appraisal) == "planned"


def test_the_head_of_a_maintained_school_is_appraised_with_an_adviser() -> None:
    appraisal = make_appraisal(school=make_school(school_type="maintained"), is_headteacher=True)
    make_objective(appraisal)
    given = {"appraisal_id": appraisal.pk, "by": appraiser(appraisal), "now": NOW}
    assert code_of(appraisals.agree_objectives, **given) == "no_adviser"
    appraisals.agree_objectives(external_adviser="Dr Ada Forsyth", **given)  # type: ignore[arg-type]
    assert Appraisal.objects.get(pk=appraisal.pk).external_adviser == "Dr Ada Forsyth"


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("who", ["appraisee", "appraiser", "head", "hr", "line_manager"])
def test_each_side_is_written_by_its_writer_alone(school: School, phase: Phase, who: str) -> None:
    state = "objectives_agreed" if phase is Phase.MID_YEAR else "mid_year_reviewed"
    appraisal = make_appraisal(school=school, state=state)
    actor = {
        "appraisee": lambda: appraisee(appraisal),
        "appraiser": lambda: appraiser(appraisal),
        "head": lambda: somebody(Role.HEADTEACHER, school),
        "hr": lambda: somebody(Role.HR_OFFICER, school),
        "line_manager": lambda: somebody(Role.LINE_MANAGER, school),
    }[who]()
    written = set()
    for side in Side:
        given = {"appraisal_id": appraisal.pk, "phase": phase, "side": side, "draft": Draft("x")}
        try:
            save_side(**given, version=0, by=actor, now=NOW)
            written.add(side)
        except NotAllowed:
            continue
    assert written == {"appraisee": {Side.SELF}, "appraiser": {Side.MANAGER}}.get(who, set())


def test_two_windows_do_not_write_over_one_another(appraisal: Appraisal) -> None:
    put(appraisal, "objectives_agreed")
    given = {
        "appraisal_id": appraisal.pk,
        "phase": Phase.MID_YEAR,
        "side": Side.SELF,
        "by": appraisee(appraisal),
        "now": NOW,
    }
    assert save_side(draft=Draft("first"), version=0, **given) == 1
    assert save_side(draft=Draft("second"), version=1, **given) == 2
    assert code_of(save_side, draft=Draft("late"), version=1, **given) == "changed_meanwhile"
    assert code_of(save_side, draft=Draft("later"), version=0, **given) == "changed_meanwhile"
    assert ReviewSide.objects.get().text == "second"


def test_drafts_leave_no_history_and_sharing_does(appraisal: Appraisal) -> None:
    put(appraisal, "objectives_agreed")
    given = {"appraisal_id": appraisal.pk, "phase": Phase.MID_YEAR, "side": Side.SELF, "now": NOW}
    save_side(draft=Draft("half a thought"), version=0, by=appraisee(appraisal), **given)
    assert ReviewSide.history.count() == 0
    share_side(draft=Draft("A whole thought."), version=1, by=appraisee(appraisal), **given)
    assert list(ReviewSide.history.values_list("text", "history_change_reason")) == [
        ("A whole thought.", "shared")
    ]


def test_what_is_shared_stands(appraisal: Appraisal) -> None:
    put(appraisal, "objectives_agreed")
    share(appraisal, Phase.MID_YEAR, Side.SELF, Draft("Once."), appraisee(appraisal))
    given = {"appraisal_id": appraisal.pk, "phase": Phase.MID_YEAR, "side": Side.SELF, "version": 1}
    assert code_of(save_side, draft=Draft("Twice."), by=appraisee(appraisal), now=NOW, **given) == "shared"


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (Draft(" "), "words_missing", "text"),
        (Draft("A year."), "rating_missing", "overall_rating"),
        (Draft("A year.", overall_rating=Rating.MET), "rating_missing", "rating_{}"),
        (
            Draft("A year.", overall_rating=Rating.UNRATED, unrated_reason=" ", ratings={0: Rating.UNRATED}),
            "reason_missing",
            "unrated_reason",
        ),
    ],
)
def test_a_final_review_is_shared_whole(appraisal: Appraisal, draft: Draft, code: str, field: str) -> None:
    objective = make_objective(put(appraisal, "mid_year_reviewed"))
    if draft.ratings:
        draft = Draft(draft.text, overall_rating=draft.overall_rating, ratings={objective.pk: Rating.UNRATED})
    with pytest.raises(DomainError) as refused:
        share(appraisal, Phase.FINAL, Side.MANAGER, draft, appraiser(appraisal))
    assert (refused.value.code, refused.value.field) == (code, field.format(objective.pk))
    assert ReviewSide.objects.count() == 0


def test_unrated_after_a_long_absence_says_why(appraisal: Appraisal) -> None:
    objective = make_objective(put(appraisal, "objectives_agreed"))
    manager = appraiser(appraisal)
    appraisals.leave_out_mid_year(appraisal_id=appraisal.pk, reason="Away since January", by=manager, now=NOW)
    draft = Draft(
        "Most of the year cannot be judged.",
        overall_rating=Rating.UNRATED,
        unrated_reason="Long absence",
        ratings={objective.pk: Rating.UNRATED},
    )
    shared = share(appraisal, Phase.FINAL, Side.MANAGER, draft, manager)
    shared.refresh_from_db()
    assert (shared.overall_rating, shared.unrated_reason) == ("unrated", "Long absence")


def drafted(school: School) -> Appraisal:
    appraisal = make_appraisal(school=school, state="final_drafted")
    make_objective(appraisal)
    make_side(appraisal, is_shared=True, overall_rating="met")
    return appraisal


def test_sending_back_makes_a_draft_again_and_voids_signatures(school: School) -> None:
    appraisal, head = drafted(school), somebody(Role.HEADTEACHER, school)
    sign_appraisal(appraisal_id=appraisal.pk, comment="", by=appraisee(appraisal), now=NOW)
    assert code_of(appraisals.send_back, appraisal_id=appraisal.pk, reason=" ", by=head, now=NOW) == (
        "reason_missing"
    )
    appraisals.send_back(appraisal_id=appraisal.pk, reason="Rate like your colleagues", by=head, now=NOW)
    assert state_of(appraisal) == "mid_year_reviewed"
    assert ReviewSide.objects.get().shared_at is None
    assert Signature.objects.count() == 0
    assert Signature.history.filter(history_type="-").count() == 1


def test_nobody_signs_twice_or_for_somebody_else(school: School) -> None:
    appraisal = drafted(school)
    given = {"appraisal_id": appraisal.pk, "comment": "", "now": NOW}
    sign_appraisal(by=appraisee(appraisal), **given)
    assert code_of(sign_appraisal, by=appraisee(appraisal), **given) == "signed_already"
    assert code_of(sign_appraisal, by=somebody(Role.HEADTEACHER, school), **given) == "not_your_part"
    assert code_of(sign_appraisal, by=somebody(Role.LINE_MANAGER, school), **given) == "no_part"
    assert state_of(appraisal) == "final_drafted"


def signed(school: School) -> Appraisal:
    appraisal = drafted(school)
    for by in (appraisee(appraisal), appraiser(appraisal)):
        sign_appraisal(appraisal_id=appraisal.pk, comment="", by=by, now=NOW)
    return appraisal


# NOW is Monday 2 November 2026: ten working days later is Monday 16 November.
@pytest.mark.parametrize(("days", "may_appeal"), [(14, True), (15, False)])
def test_an_appeal_comes_in_time_or_the_appraisal_closes(school: School, days: int, may_appeal: bool) -> None:
    appraisal, now = signed(school), NOW + timedelta(days=days)
    closing = {"appraisal_id": appraisal.pk, "by": appraiser(appraisal), "now": now}
    appeal = {"appraisal_id": appraisal.pk, "reason": "Not fair", "by": appraisee(appraisal), "now": now}
    if may_appeal:
        assert code_of(appraisals.close_appraisal, **closing) == "appeal_possible"
        make_appeal(**appeal)
        assert state_of(appraisal) == "appealed"
    else:
        assert code_of(make_appeal, **appeal) == "appeal_too_late"
        appraisals.close_appraisal(**closing)  # type: ignore[arg-type]
        assert state_of(appraisal) == "closed"


@pytest.mark.parametrize("outcome", AppealOutcome)
def test_an_appeal_is_decided_by_somebody_else_with_a_reason(school: School, outcome: AppealOutcome) -> None:
    appraisal, hr = signed(school), somebody(Role.HR_OFFICER, school)
    make_appeal(appraisal_id=appraisal.pk, reason="Not fair", by=appraisee(appraisal), now=NOW)
    given = {"appraisal_id": appraisal.pk, "outcome": outcome, "now": NOW}
    assert code_of(decide_appeal, reason="So", by=appraiser(appraisal), **given) == "not_your_part"
    assert code_of(decide_appeal, reason=" ", by=hr, **given) == "reason_missing"
    decide_appeal(reason="The evidence was there.", by=hr, **given)  # type: ignore[arg-type]
    appeal = Appeal.objects.get()
    assert (appeal.outcome, appeal.decision_reason, appeal.decided_by_id) == (
        outcome,
        "The evidence was there.",
        hr.user_id,
    )
    reopen = {"appraisal_id": appraisal.pk, "by": appraiser(appraisal), "now": NOW}
    if outcome == AppealOutcome.NOT_UPHELD:
        assert code_of(appraisals.reopen_final, **reopen) == "not_upheld"
    else:
        appraisals.reopen_final(**reopen)  # type: ignore[arg-type]
        assert state_of(appraisal) == "mid_year_reviewed"


def test_capability_suspends_and_its_end_takes_up_where_it_stood(school: School) -> None:
    """Case 75."""
    appraisal = make_appraisal(school=school, state="mid_year_reviewed")
    other = make_appraisal(school=school, state="mid_year_reviewed")
    closed = make_appraisal(school=school, engagement=appraisal.engagement, state="closed")
    hr = somebody(Role.HR_OFFICER, school)
    exclusion = record_exclusion(
        engagement_id=appraisal.engagement_id,
        ground=Ground.CAPABILITY,
        valid_from=NOW.date(),
        by=hr,
        now=NOW,
    )
    assert [state_of(one) for one in (appraisal, other, closed)] == [
        "suspended",
        "mid_year_reviewed",
        "closed",
    ]
    end_exclusion(exclusion_id=exclusion.pk, valid_until=NOW.date(), by=hr, now=NOW)
    assert state_of(appraisal) == "mid_year_reviewed"
    events = AppraisalEvent.objects.filter(appraisal=appraisal).order_by("pk")
    assert list(events.values_list("kind", "reason")) == [
        ("suspended", "Capability procedure"),
        ("resumed", "Capability procedure has ended"),
    ]


@pytest.mark.parametrize(("days", "code"), [(0, None), (1, "date_ahead")])
def test_an_exclusion_begins_today_at_the_latest(school: School, days: int, code: str | None) -> None:
    appraisal, hr = make_appraisal(school=school), somebody(Role.HR_OFFICER, school)
    given = {
        "engagement_id": appraisal.engagement_id,
        "ground": Ground.CAPABILITY,
        "valid_from": NOW.date() + timedelta(days=days),
        "by": hr,
        "now": NOW,
    }
    if code is None:
        assert record_exclusion(**given).valid_until is None  # type: ignore[arg-type]
    else:
        assert code_of(record_exclusion, **given) == code


def test_nobody_records_their_own_capability(school: School) -> None:
    appraisal = make_appraisal(school=school)
    user = make_user(Role.HR_OFFICER, school=school)
    appraisal.engagement.person.user = user
    appraisal.engagement.person.save(update_fields=["user"])
    given = {"engagement_id": appraisal.engagement_id, "ground": Ground.CAPABILITY, "now": NOW}
    assert code_of(record_exclusion, valid_from=NOW.date(), by=get_actor(user), **given) == "about_oneself"
    manager = appraiser(appraisal)
    assert code_of(record_exclusion, valid_from=NOW.date(), by=manager, **given) == "not_permitted"


def test_exclusion_ends_between_its_first_day_and_today(school: School) -> None:
    appraisal, hr = make_appraisal(school=school), somebody(Role.HR_OFFICER, school)
    exclusion = record_exclusion(
        engagement_id=appraisal.engagement_id,
        ground=Ground.CAPABILITY,
        valid_from=date(2026, 10, 1),
        by=hr,
        now=NOW,
    )
    for day in (date(2026, 9, 30), date(2026, 11, 3)):
        given = {"exclusion_id": exclusion.pk, "valid_until": day, "by": hr, "now": NOW}
        assert code_of(end_exclusion, **given) == "date_impossible"
    end_exclusion(exclusion_id=exclusion.pk, valid_until=date(2026, 10, 1), by=hr, now=NOW)
    again = {"exclusion_id": exclusion.pk, "valid_until": date(2026, 10, 2), "by": hr, "now": NOW}
    assert code_of(end_exclusion, **again) == "ended_already"


def test_another_appraiser_gets_no_draft_of_the_one_before(school: School) -> None:
    appraisal = make_appraisal(school=school, state="mid_year_reviewed")
    objective = make_objective(appraisal)
    draft = make_side(appraisal, overall_rating="met")
    ObjectiveRating.objects.create(review_side=draft, objective=objective, rating="met")
    shared = make_side(appraisal, "mid_year", is_shared=True)
    new, head = make_user(Role.LINE_MANAGER, school=school), somebody(Role.HEADTEACHER, school)
    given = {"appraisal_id": appraisal.pk, "reason": "On leave", "now": NOW}
    own = appraisee(appraisal)
    assert code_of(appraisals.change_appraiser, appraiser_id=new.pk, by=own, **given) == "not_your_part"
    assert code_of(appraisals.change_appraiser, appraiser_id=own.user_id, by=head, **given) == "no_appraiser"
    appraisals.change_appraiser(appraiser_id=new.pk, by=head, **given)  # type: ignore[arg-type]
    assert Appraisal.objects.get().appraiser_id == new.pk
    assert list(ReviewSide.objects.all()) == [shared]
    assert (ReviewSide.history.filter(id=draft.pk).count(), ReviewSide.history.count()) == (0, 1)
    assert ObjectiveRating.history.count() == 0


def test_another_appraiser_writes_the_review_again_once_an_appeal_is_upheld(school: School) -> None:
    appraisal = make_appraisal(school=school, state="appeal_decided")
    make_side(appraisal, is_shared=True, overall_rating="not_met")
    new, hr = make_user(Role.LINE_MANAGER, school=school), somebody(Role.HR_OFFICER, school)
    appraisals.change_appraiser(
        appraisal_id=appraisal.pk, appraiser_id=new.pk, reason="Has left", by=hr, now=NOW
    )
    appraisals.reopen_final(appraisal_id=appraisal.pk, by=get_actor(new), now=NOW)
    assert state_of(appraisal) == "mid_year_reviewed"


def test_an_appraiser_is_not_changed_once_the_review_is_out(school: School) -> None:
    appraisal, new = drafted(school), make_user(Role.LINE_MANAGER, school=school)
    given = {"appraisal_id": appraisal.pk, "appraiser_id": new.pk, "reason": "x", "now": NOW}
    assert code_of(appraisals.change_appraiser, by=somebody(Role.HR_OFFICER, school), **given) == "too_late"
