"""Points agreed after unsealing stand beside the originals; names are shown on purpose and on record."""

from collections.abc import Callable

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Role
from recruitment.domain.scoring import UNIT_BASE
from recruitment.models import (
    AgreedScore,
    Application,
    PanelMember,
    RecruitmentEvent,
    Score,
    Stage,
    StageResult,
)
from recruitment.services.moderation import agree_points, reveal_names
from recruitment.services.unsealing import unseal_stage
from tests.factories import make_actor, make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import actor_of, list_criteria, make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, list[PanelMember], Application]


@pytest.fixture
def scene() -> Scene:
    """An unsealed stage in which two members differ by two points on the first essential."""
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(2)]
    application = make_application(vacancy)
    make_sheet(members[0], application, [1, 2, 2])
    make_sheet(members[1], application, [3, 2, 2])
    hr = make_actor(Role.HR_OFFICER, school=vacancy.school)
    return unseal_stage(stage_id=stage.pk, by=hr, now=NOW), members, application


def agree(
    scene: Scene, points: int = 2, reason: str = "The second setting counts in part", by=None, place: int = 0
):
    stage, members, application = scene
    return agree_points(
        stage_id=stage.pk,
        application_id=application.pk,
        criterion_id=list_criteria(stage)[place].pk,
        points=points,
        reason=reason,
        by=by or actor_of(members[0]),
        now=NOW,
    )


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as caught:
        action()
    return caught.value.code


def test_agree_points_stands_beside_the_originals(scene: Scene) -> None:
    agree(scene, 3)

    agreed = AgreedScore.objects.get()
    assert (agreed.points, agreed.agreed_by_id, agreed.agreed_at) == (3, scene[1][0].user_id, NOW)
    criterion = list_criteria(scene[0])[0]
    assert sorted(Score.objects.filter(criterion=criterion).values_list("points", flat=True)) == [1, 3]


def test_agree_points_renews_the_kept_result(scene: Scene) -> None:
    before = StageResult.objects.get()

    agree(scene, 3)

    after = StageResult.objects.get()
    assert (before.total_units, before.discuss_count) == (12 * UNIT_BASE, 1)
    assert (after.total_units, after.discuss_count, after.cells[0]) == (
        15 * UNIT_BASE,
        0,
        [3 * UNIT_BASE, "a"],
    )


def test_agree_points_below_the_threshold_closes_the_gate(scene: Scene) -> None:
    agree(scene, 0)

    assert StageResult.objects.get().gate == "not_met"


def test_agree_points_writes_an_event_with_the_reason(scene: Scene) -> None:
    agree(scene)

    event = RecruitmentEvent.objects.get(kind="score_agreed")
    words = f"{list_criteria(scene[0])[0].text}: 2. The second setting counts in part"
    assert (event.reason, event.by_id) == (words, scene[1][0].user_id)


def test_agreeing_again_replaces_it_and_history_keeps_both(scene: Scene) -> None:
    agree(scene, 2)
    agree(scene, 3, "Looked at the reference to Year 2 again")

    agreed = AgreedScore.objects.get()
    assert agreed.points == 3
    assert list(agreed.history.order_by("pk").values_list("points", "history_change_reason")) == [
        (2, "The second setting counts in part"),
        (3, "Looked at the reference to Year 2 again"),
    ]


@pytest.mark.parametrize("reason", ["", "  "])
def test_agree_points_without_a_reason_is_refused(scene: Scene, reason: str) -> None:
    assert code_of(lambda: agree(scene, reason=reason)) == "reason_missing"
    assert AgreedScore.objects.count() == 0


@pytest.mark.parametrize("points", [-1, 4])
def test_agree_points_off_the_scale_is_refused(scene: Scene, points: int) -> None:
    assert code_of(lambda: agree(scene, points)) == "off_scale"


@pytest.mark.parametrize("points", [0, 3])
def test_agree_points_at_the_ends_of_the_scale(scene: Scene, points: int) -> None:
    assert agree(scene, points).points == points


def test_agree_points_on_a_criterion_of_another_stage_is_refused(scene: Scene) -> None:
    stage, members, application = scene
    criterion = stage.vacancy.criteria.get(evidence="I")

    def attempt() -> None:
        agree_points(
            stage_id=stage.pk,
            application_id=application.pk,
            criterion_id=criterion.pk,
            points=2,
            reason="Heard in passing",
            by=actor_of(members[0]),
            now=NOW,
        )

    assert code_of(attempt) == "not_assessed_here"


def test_agree_points_by_hr_of_the_school(scene: Scene) -> None:
    hr = make_actor(Role.HR_OFFICER, school=scene[0].vacancy.school)

    assert agree(scene, by=hr).agreed_by_id == hr.user_id


@pytest.mark.parametrize("role", [Role.TRUST_ADMINISTRATOR, Role.LINE_MANAGER, Role.INSPECTOR])
def test_agree_points_by_a_role_that_may_not_is_refused(scene: Scene, role: Role) -> None:
    stranger = make_actor(role, school=scene[0].vacancy.school)

    assert code_of(lambda: agree(scene, by=stranger)) == "not_permitted"


def test_agree_points_by_a_panel_member_of_the_school_who_is_not_on_this_panel_is_refused(
    scene: Scene,
) -> None:
    other = make_actor(Role.PANEL_MEMBER, school=scene[0].vacancy.school)

    assert code_of(lambda: agree(scene, by=other)) == "not_permitted"


def test_agree_points_by_hr_of_another_school_is_refused(scene: Scene) -> None:
    elsewhere = make_actor(Role.HR_OFFICER, school=make_vacancy().school)

    assert code_of(lambda: agree(scene, by=elsewhere)) == "not_permitted"


def test_agree_points_while_sealed_is_refused() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    scene: Scene = stage, [make_panel_member(stage)], make_application(vacancy)

    assert code_of(lambda: agree(scene)) == "sealed"


def test_agree_points_once_decided_is_refused(scene: Scene) -> None:
    make_stage(scene[0].vacancy, status="decided")

    assert code_of(lambda: agree(scene)) == "stage_decided"


def test_agree_points_of_a_candidate_of_another_vacancy_is_refused(scene: Scene) -> None:
    stage, members, _ = scene
    other = make_application(make_vacancy())

    assert code_of(lambda: agree((stage, members, other))) == "not_in_stage"


def reveal(stage: Stage, role: Role, reason: str = "To check the guaranteed interview") -> RecruitmentEvent:
    return reveal_names(
        stage_id=stage.pk, reason=reason, by=make_actor(role, school=stage.vacancy.school), now=NOW
    )


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.HEADTEACHER])
def test_reveal_names_is_an_event_with_its_reason(scene: Scene, role: Role) -> None:
    event = reveal(scene[0], role)

    assert (event.kind, event.stage_id, event.reason) == (
        "name_revealed",
        scene[0].pk,
        "To check the guaranteed interview",
    )


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR])
def test_reveal_names_by_a_role_that_may_not_is_refused(scene: Scene, role: Role) -> None:
    assert code_of(lambda: reveal(scene[0], role)) == "not_permitted"


def test_reveal_names_without_a_reason_is_refused(scene: Scene) -> None:
    assert code_of(lambda: reveal(scene[0], Role.HR_OFFICER, " ")) == "reason_missing"


def test_reveal_names_while_sealed_is_refused() -> None:
    assert code_of(lambda: reveal(make_stage(make_vacancy()), Role.HR_OFFICER)) == "sealed"
