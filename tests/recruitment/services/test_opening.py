"""Scoring opens once a panel is there, and a shortlist where interviews need one."""

from collections.abc import Callable
from datetime import date

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Role
from recruitment.enums import StageStatus
from recruitment.models import RecruitmentEvent
from recruitment.services.scoring import open_stage
from tests.factories import make_actor, make_panel_member, make_person, make_stage, make_vacancy
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.training import make_course, make_training

pytestmark = pytest.mark.django_db


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as caught:
        action()
    return caught.value.code


def test_open_stage_with_two_members_moves_it_and_writes_the_event() -> None:
    stage = make_vacancy().stages.get(kind="application")
    for _ in range(2):
        make_panel_member(stage)
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    opened = open_stage(stage_id=stage.pk, by=hr, now=NOW)

    assert (opened.status, opened.opened_at, opened.opened_by_id) == ("scoring", NOW, hr.user_id)
    event = RecruitmentEvent.objects.get()
    assert (event.kind, event.stage_id, event.by_id) == ("scoring_opened", stage.pk, hr.user_id)


def test_opening_confirms_the_panel_with_the_dates_of_the_training_records() -> None:
    stage = make_vacancy().stages.get(kind="application")
    empty, typed = make_panel_member(stage), make_panel_member(stage, safer_recruitment_date=date(2024, 1, 1))
    for member in (empty, typed):
        engagement = make_engagement(school=stage.vacancy.school, person=make_person(user=member.user))
        make_training(engagement, make_course("safer_recruitment"), awarded_date=date(2026, 3, 12))
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    open_stage(stage_id=stage.pk, by=hr, now=NOW)

    dates = dict(stage.members.values_list("pk", "safer_recruitment_date"))
    assert dates == {empty.pk: date(2026, 3, 12), typed.pk: date(2024, 1, 1)}
    line = empty.history.get(history_type="~")
    assert (line.history_change_reason, line.history_user_id) == (
        "Taken from the training record",
        hr.user_id,
    )


@pytest.mark.parametrize(
    ("members", "code"), [(0, "too_few_members"), (1, "too_few_members"), (17, "too_many_members")]
)
def test_open_stage_needs_two_to_sixteen_members(members: int, code: str) -> None:
    stage = make_vacancy().stages.get(kind="application")
    for _ in range(members):
        make_panel_member(stage)
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    assert code_of(lambda: open_stage(stage_id=stage.pk, by=hr, now=NOW)) == code


def test_open_stage_does_not_count_members_who_left() -> None:
    stage = make_vacancy().stages.get(kind="application")
    make_panel_member(stage)
    make_panel_member(stage, left_at=NOW, leaving_reason="Moved away")
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    assert code_of(lambda: open_stage(stage_id=stage.pk, by=hr, now=NOW)) == "too_few_members"


def test_open_stage_of_a_draft_vacancy_is_refused() -> None:
    stage = make_vacancy(published=False).stages.get(kind="application")
    for _ in range(2):
        make_panel_member(stage)
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    assert code_of(lambda: open_stage(stage_id=stage.pk, by=hr, now=NOW)) == "not_published"


def test_open_stage_of_interviews_before_the_shortlist_is_decided_is_refused() -> None:
    stage = make_vacancy().stages.get(kind="interview")
    for _ in range(2):
        make_panel_member(stage)
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    assert code_of(lambda: open_stage(stage_id=stage.pk, by=hr, now=NOW)) == "shortlist_open"

    make_stage(stage.vacancy, status="decided")
    assert open_stage(stage_id=stage.pk, by=hr, now=NOW).status == "scoring"


def test_open_stage_that_assesses_no_criterion_is_refused() -> None:
    stage = make_vacancy(criteria=[("Calm under pressure", "essential", "I", 1)]).stages.get(
        kind="application"
    )
    for _ in range(2):
        make_panel_member(stage)
    hr = make_actor(Role.HR_OFFICER, school=stage.vacancy.school)

    assert code_of(lambda: open_stage(stage_id=stage.pk, by=hr, now=NOW)) == "nothing_to_score"


@pytest.mark.parametrize(
    "role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.TRUST_ADMINISTRATOR, Role.INSPECTOR]
)
def test_open_stage_by_a_role_that_may_not_is_refused(role: Role) -> None:
    stage = make_vacancy().stages.get(kind="application")
    for _ in range(2):
        make_panel_member(stage)
    actor = make_actor(role, school=stage.vacancy.school)

    assert code_of(lambda: open_stage(stage_id=stage.pk, by=actor, now=NOW)) == "not_permitted"
    stage.refresh_from_db()
    assert stage.status == StageStatus.PREPARING
