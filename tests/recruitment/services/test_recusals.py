"""Standing aside, by the scorer or by HR for them: locked, counted for nothing, kept on record."""

from collections.abc import Callable

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Role
from recruitment.models import Application, PanelMember, RecruitmentEvent, ScoreSheet, Stage, StageResult
from recruitment.services.recusals import lift_recusal, record_conflict, recuse
from recruitment.services.scoring import save_scores
from tests.factories import make_actor, make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import actor_of, answers_for, make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, PanelMember, Application]


@pytest.fixture
def scene() -> Scene:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    make_panel_member(stage)
    return stage, make_panel_member(stage), make_application(vacancy)


def stand_aside(scene: Scene, reason: str = "She is my sister") -> ScoreSheet:
    stage, member, application = scene
    return recuse(
        stage_id=stage.pk, application_id=application.pk, reason=reason, by=actor_of(member), now=NOW
    )


def record(scene: Scene, role: Role = Role.HR_OFFICER, reason: str = "Her sister") -> ScoreSheet:
    stage, member, application = scene
    return record_conflict(
        stage_id=stage.pk,
        member_id=member.pk,
        application_id=application.pk,
        reason=reason,
        by=make_actor(role, school=stage.vacancy.school),
        now=NOW,
    )


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as caught:
        action()
    return caught.value.code


def versions() -> list[tuple[int, str, bool]]:
    return list(ScoreSheet.objects.order_by("version").values_list("version", "status", "is_current"))


def test_recuse_without_a_sheet_makes_a_recused_one(scene: Scene) -> None:
    sheet = stand_aside(scene)

    assert versions() == [(1, "recused", True)]
    assert (sheet.reason, sheet.finished_at) == ("She is my sister", NOW)


def test_recuse_keeps_the_reason_out_of_the_event(scene: Scene) -> None:
    stand_aside(scene)

    event = RecruitmentEvent.objects.get()
    words = f"{scene[1].user.name} takes no part."
    assert (event.kind, event.reason, event.application_id) == ("sheet_recused", words, scene[2].pk)


def test_recuse_from_an_open_sheet_keeps_what_was_put_down(scene: Scene) -> None:
    make_sheet(scene[1], scene[2], [2, 1], status="open")

    stand_aside(scene)

    assert versions() == [(1, "recused", True)]
    assert ScoreSheet.objects.get().scores.count() == 2


def test_recuse_after_submitting_is_a_new_version(scene: Scene) -> None:
    make_sheet(scene[1], scene[2], [2, 1, 0])

    stand_aside(scene)

    assert versions() == [(1, "submitted", False), (2, "recused", True)]


def test_recuse_locks_the_sheet(scene: Scene) -> None:
    stage, member, application = scene
    stand_aside(scene)

    def score() -> None:
        save_scores(
            stage_id=stage.pk,
            application_id=application.pk,
            answers=answers_for(stage, [3, 3, 3]),
            by=actor_of(member),
            now=NOW,
        )

    assert code_of(score) == "already_submitted"


def test_recuse_twice_is_refused(scene: Scene) -> None:
    stand_aside(scene)

    assert code_of(lambda: stand_aside(scene)) == "already_recused"


def test_recuse_without_a_reason_is_refused(scene: Scene) -> None:
    assert code_of(lambda: stand_aside(scene, " ")) == "reason_missing"
    assert versions() == []


def test_record_conflict_recuses_the_member_and_keeps_the_record(scene: Scene) -> None:
    make_sheet(scene[1], scene[2], [3, 3, 3])

    sheet = record(scene)

    assert versions() == [(1, "submitted", False), (2, "recused", True)]
    assert sheet.reason == "Her sister"


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR, Role.LINE_MANAGER])
def test_record_conflict_by_a_role_that_may_not_is_refused(scene: Scene, role: Role) -> None:
    assert code_of(lambda: record(scene, role)) == "not_permitted"
    assert versions() == []


def test_record_conflict_of_a_member_of_another_stage_is_refused(scene: Scene) -> None:
    elsewhere = make_panel_member(make_vacancy().stages.get(kind="application"))

    assert code_of(lambda: record((scene[0], elsewhere, scene[2]))) == "not_on_panel"


def test_record_conflict_after_unsealing_renews_the_kept_result() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status="unsealed")
    member, other, application = make_panel_member(stage), make_panel_member(stage), make_application(vacancy)
    make_sheet(member, application, [3, 3, 3])
    make_sheet(other, application, [1, 1, 1])
    StageResult.objects.create(stage=stage, application=application, is_complete=False, gate="open")

    record((stage, member, application))

    result = StageResult.objects.get()
    assert (result.sheet_count, result.is_complete, result.total_units) == (1, True, 720720 * 6)


def test_record_conflict_once_decided_is_refused() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status="decided")
    member, application = make_panel_member(stage), make_application(vacancy)
    StageResult.objects.create(stage=stage, application=application, is_complete=True, gate="met")

    assert code_of(lambda: record((stage, member, application))) == "stage_decided"


def lift(scene: Scene) -> None:
    stage, member, application = scene
    lift_recusal(
        stage_id=stage.pk,
        member_id=member.pk,
        application_id=application.pk,
        by=make_actor(Role.HR_OFFICER, school=stage.vacancy.school),
        now=NOW,
    )


def test_lift_recusal_lets_the_member_score_again_in_a_new_version(scene: Scene) -> None:
    stage, member, application = scene
    stand_aside(scene)

    lift(scene)
    save_scores(
        stage_id=stage.pk,
        application_id=application.pk,
        answers=answers_for(stage, [1, 1, 1]),
        by=actor_of(member),
        now=NOW,
    )

    assert versions() == [(1, "recused", False), (2, "open", False)]


def test_lift_recusal_where_there_is_none_is_refused(scene: Scene) -> None:
    make_sheet(scene[1], scene[2], [1, 1, 1])

    assert code_of(lambda: lift(scene)) == "not_recused"


def test_lift_recusal_after_unsealing_is_refused() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status="unsealed")
    member, application = make_panel_member(stage), make_application(vacancy)
    make_sheet(member, application, status="recused")

    assert code_of(lambda: lift((stage, member, application))) == "scores_open"
