"""A limit on guaranteed interviews: recorded with its reason, and deciding about nobody."""

import pytest
from django.db import IntegrityError, transaction

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from recruitment.models import Decision, RecruitmentEvent, Stage
from recruitment.services.decisions import limit_guaranteed_interviews
from tests.factories import make_actor, make_stage, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

REASON = "312 applications, and three days for interviews"


@pytest.fixture
def stage() -> Stage:
    return make_stage(make_vacancy(), "application", "unsealed")


@pytest.fixture
def officer(stage: Stage) -> Actor:
    return make_actor(Role.HR_OFFICER, school=stage.vacancy.school)


def limit_to(stage: Stage, by: Actor, limit: int | None, reason: str = REASON) -> tuple[int | None, str]:
    limit_guaranteed_interviews(stage_id=stage.pk, limit=limit, reason=reason, by=by, now=NOW)
    stage.refresh_from_db()
    return stage.guaranteed_limit, stage.guaranteed_limit_reason


def events() -> list[str]:
    told = RecruitmentEvent.objects.filter(kind="guaranteed_limit_set").order_by("pk")
    return list(told.values_list("reason", flat=True))


def test_limit_is_recorded_with_who_when_and_why(stage: Stage, officer: Actor) -> None:
    assert limit_to(stage, officer, 10, f" {REASON} ") == (10, REASON)
    event = RecruitmentEvent.objects.get()
    line = stage.history.first()
    assert (event.kind, event.by_id, event.at, event.stage, event.application, event.reason) == (
        "guaranteed_limit_set",
        officer.user_id,
        NOW,
        stage,
        None,
        f"At most 10: {REASON}",
    )
    assert (line.guaranteed_limit, line.history_user_id, line.history_change_reason) == (
        10,
        officer.user_id,
        REASON,
    )
    assert Decision.objects.count() == 0


def test_limit_is_changed_and_lifted_with_a_reason(stage: Stage, officer: Actor) -> None:
    limit_to(stage, officer, 10)
    assert limit_to(stage, officer, 12, "Another day was found") == (12, "Another day was found")
    assert limit_to(stage, officer, None, "Everybody can be seen") == (None, "")
    assert events() == [
        f"At most 10: {REASON}",
        "At most 12: Another day was found",
        "No limit: Everybody can be seen",
    ]


@pytest.mark.parametrize("limit", [10, None])
def test_limit_said_again_is_not_recorded_anew(stage: Stage, officer: Actor, limit: int | None) -> None:
    limit_to(stage, officer, limit)
    before = events()
    limit_to(stage, officer, limit)
    assert events() == before


@pytest.mark.parametrize(
    ("limit", "reason", "expected"),
    [(0, REASON, ("limit_too_low", "limit")), (1, " ", ("reason_missing", "reason"))],
)
def test_limit_lacks_what_it_needs(
    stage: Stage, officer: Actor, limit: int, reason: str, expected: tuple[str, str]
) -> None:
    with pytest.raises(DomainError) as caught:
        limit_to(stage, officer, limit, reason)
    stage.refresh_from_db()
    assert (caught.value.code, caught.value.field) == expected
    assert (stage.guaranteed_limit, events()) == (None, [])


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("application", "preparing", "sealed"),
        ("application", "scoring", "sealed"),
        ("application", "unsealed", None),
        ("application", "decided", None),
        ("interview", "unsealed", "after_interview"),
    ],
)
def test_limit_needs_open_scores_before_the_interviews(kind: str, status: str, expected: str | None) -> None:
    stage = make_stage(make_vacancy(), kind, status)
    head = make_actor(Role.HEADTEACHER, school=stage.vacancy.school)
    try:
        limit_to(stage, head, 1)
        code = None
    except NotAllowed as error:
        code = error.code
    assert code == expected


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR, Role.INSPECTOR])
def test_limit_is_for_those_who_decide(stage: Stage, role: Role) -> None:
    with pytest.raises(DomainError) as caught:
        limit_to(stage, make_actor(role, school=stage.vacancy.school), 10)
    assert (caught.value.code, events()) == ("not_permitted", [])


@pytest.mark.parametrize(("limit", "reason"), [(0, REASON), (5, ""), (None, REASON)])
def test_limit_and_reason_come_together_in_the_database(stage: Stage, limit: int | None, reason: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.filter(pk=stage.pk).update(guaranteed_limit=limit, guaranteed_limit_reason=reason)
