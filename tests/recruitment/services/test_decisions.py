"""Deciding about applications: recorded, superseded, never without a reason, never on sealed scores."""

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Role
from recruitment.domain.decisions import Choice
from recruitment.models import Decision, RecruitmentEvent, Stage, StageResult
from recruitment.services.decisions import confirm_stage, decide_applications
from tests.factories import make_actor, make_application, make_stage, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def make_decidable(status: str = "unsealed", kind: str = "application"):
    vacancy = make_vacancy()
    stage = make_stage(vacancy, kind, status)
    first, second = make_application(vacancy), make_application(vacancy)
    failing = [vacancy.criteria.order_by("position").first().pk]
    StageResult.objects.create(stage=stage, application=first, is_complete=True, gate="met")
    StageResult.objects.create(
        stage=stage, application=second, is_complete=True, gate="not_met", failing=failing
    )
    return stage, first, second, make_actor(Role.HEADTEACHER, school=vacancy.school)


def test_decision_moves_the_application_and_writes_who_when_why() -> None:
    stage, first, _second, head = make_decidable()
    decide_applications(
        stage_id=stage.pk,
        choices={first.pk: Choice("shortlisted", "Meets every essential")},
        by=head,
        now=NOW,
    )
    first.refresh_from_db()
    event = RecruitmentEvent.objects.get(application=first)
    assert first.status == "shortlisted"
    assert (event.kind, event.by_id, event.at, event.reason, event.from_status, event.to_status) == (
        "decision_made",
        head.user_id,
        NOW,
        "Meets every essential",
        "received",
        "shortlisted",
    )


def test_decision_is_superseded_and_kept() -> None:
    stage, first, _second, head = make_decidable()
    for choice in (Choice("reserve", "Just below the line"), Choice("shortlisted", "A place came free")):
        decide_applications(stage_id=stage.pk, choices={first.pk: choice}, by=head, now=NOW)
    kept = list(
        Decision.objects.filter(application=first).order_by("pk").values_list("outcome", "is_current")
    )
    assert kept == [("reserve", False), ("shortlisted", True)]


def test_decision_said_again_is_not_recorded_anew() -> None:
    stage, first, second, head = make_decidable()
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)
    said = Choice("shortlisted", "Meets every essential")
    decide_applications(stage_id=stage.pk, choices={first.pk: said}, by=head, now=NOW)
    other = Choice("not_shortlisted", "No record of group work")
    saved = decide_applications(stage_id=stage.pk, choices={first.pk: said, second.pk: other}, by=hr, now=NOW)
    assert [one.application_id for one in saved] == [second.pk]
    assert Decision.objects.get(application=first).decided_by_id == head.user_id


@pytest.mark.parametrize("status", ["offered", "appointed"])
def test_nothing_else_is_decided_while_an_offer_stands(status: str) -> None:
    stage, first, _second, head = make_decidable(kind="interview")
    type(first).objects.filter(pk=first.pk).update(status=status)
    with pytest.raises(DomainError) as caught:
        decide_applications(
            stage_id=stage.pk, choices={first.pk: Choice("appoint", "Best evidence")}, by=head, now=NOW
        )
    first.refresh_from_db()
    assert (caught.value.code, caught.value.field) == ("offer_made", f"{first.pk}.outcome")
    assert (first.status, Decision.objects.count(), RecruitmentEvent.objects.count()) == (status, 0, 0)


def test_decision_without_reason_saves_nothing() -> None:
    stage, first, second, head = make_decidable()
    choices = {
        first.pk: Choice("shortlisted", "Meets every essential"),
        second.pk: Choice("not_shortlisted", ""),
    }
    with pytest.raises(DomainError) as caught:
        decide_applications(stage_id=stage.pk, choices=choices, by=head, now=NOW)
    assert (caught.value.code, caught.value.field) == ("reason_missing", f"{second.pk}.reason")
    assert Decision.objects.count() == 0


def test_essential_not_met_is_overridden_only_with_a_reason_of_its_own() -> None:
    stage, _first, second, head = make_decidable()
    with pytest.raises(DomainError) as caught:
        decide_applications(
            stage_id=stage.pk,
            choices={second.pk: Choice("shortlisted", "Strong elsewhere")},
            by=head,
            now=NOW,
        )
    assert caught.value.code == "override_missing"
    (decision,) = decide_applications(
        stage_id=stage.pk,
        choices={second.pk: Choice("shortlisted", "Strong elsewhere", "Shown at her last school")},
        by=head,
        now=NOW,
    )
    assert decision.override_reason == "Shown at her last school"


@pytest.mark.parametrize("status", ["preparing", "scoring"])
def test_nothing_is_decided_on_sealed_scores(status: str) -> None:
    stage, first, _second, head = make_decidable(status)
    with pytest.raises(NotAllowed):
        decide_applications(stage_id=stage.pk, choices={first.pk: Choice("reserve", "x")}, by=head, now=NOW)


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        (Role.HR_OFFICER, "application", True),
        (Role.HR_OFFICER, "interview", False),
        (Role.HEADTEACHER, "interview", True),
        (Role.PANEL_MEMBER, "application", False),
        (Role.TRUST_ADMINISTRATOR, "application", False),
    ],
)
def test_who_may_decide(role: Role, kind: str, allowed: bool) -> None:
    stage, first, _second, _head = make_decidable(kind=kind)
    first.status = "shortlisted"
    first.save()
    actor = make_actor(role, school=stage.vacancy.school)
    choice = Choice("reserve", "Close to the line")
    if allowed:
        assert len(decide_applications(stage_id=stage.pk, choices={first.pk: choice}, by=actor, now=NOW)) == 1
    else:
        with pytest.raises(DomainError) as caught:
            decide_applications(stage_id=stage.pk, choices={first.pk: choice}, by=actor, now=NOW)
        assert caught.value.code == "not_permitted"


def test_application_of_another_vacancy_is_not_decided() -> None:
    stage, _first, _second, head = make_decidable()
    other = make_application(make_vacancy())
    assert (
        decide_applications(stage_id=stage.pk, choices={other.pk: Choice("reserve", "x")}, by=head, now=NOW)
        == []
    )


def test_stage_is_confirmed_when_all_are_decided() -> None:
    stage, first, second, head = make_decidable()
    decide_applications(
        stage_id=stage.pk,
        choices={first.pk: Choice("shortlisted", "Meets every essential")},
        by=head,
        now=NOW,
    )
    with pytest.raises(NotAllowed) as caught:
        confirm_stage(stage_id=stage.pk, by=head, now=NOW)
    assert caught.value.code == "undecided"
    decide_applications(
        stage_id=stage.pk,
        choices={second.pk: Choice("not_shortlisted", "Essential not met")},
        by=head,
        now=NOW,
    )
    confirm_stage(stage_id=stage.pk, by=head, now=NOW)
    assert Stage.objects.get(pk=stage.pk).status == "decided"


def test_missing_score_blocks_the_confirmation() -> None:
    stage, first, second, head = make_decidable()
    StageResult.objects.filter(application=second).update(is_complete=False, gate="open", failing=[])
    choices = {pk: Choice("not_shortlisted", "Below the line") for pk in (first.pk, second.pk)}
    decide_applications(stage_id=stage.pk, choices=choices, by=head, now=NOW)
    with pytest.raises(NotAllowed) as caught:
        confirm_stage(stage_id=stage.pk, by=head, now=NOW)
    assert caught.value.code == "incomplete"
