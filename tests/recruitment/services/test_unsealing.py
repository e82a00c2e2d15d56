"""Scores open once, together, when nothing is outstanding and two people have really scored."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import ROLES, Permission, Role
from recruitment.domain.scoring import UNIT_BASE
from recruitment.enums import StageStatus
from recruitment.models import (
    Application,
    PanelAgreement,
    PanelMember,
    RecruitmentEvent,
    ScoreSheet,
    Stage,
    StageResult,
    VacancyCriterion,
)
from recruitment.services.moves import move
from recruitment.services.unsealing import unseal_stage
from tests.factories import make_actor, make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import list_criteria, make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, list[PanelMember], list[Application]]


@pytest.fixture
def scene() -> Scene:
    """Two members who have submitted a sheet for each of two candidates."""
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(2)]
    applications = [make_application(vacancy) for _ in range(2)]
    for member, application in product(members, applications):
        make_sheet(member, application, [2, 2, 2])
    return stage, members, applications


def unseal(stage: Stage, role: Role = Role.HR_OFFICER) -> Stage:
    return unseal_stage(stage_id=stage.pk, by=make_actor(role, school=stage.vacancy.school), now=NOW)


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as caught:
        action()
    return caught.value.code


def test_unseal_stage_opens_it_and_writes_the_event(scene: Scene) -> None:
    stage = unseal(scene[0])

    assert (stage.status, stage.unsealed_at) == ("unsealed", NOW)
    event = RecruitmentEvent.objects.get()
    assert (event.kind, event.from_status, event.to_status) == ("scores_unsealed", "scoring", "unsealed")


def test_unseal_stage_keeps_a_result_for_every_application() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    members = [make_panel_member(stage) for _ in range(2)]
    strong, weak, divided, untold = [make_application(vacancy) for _ in range(4)]
    for member, points in zip(members, ([3, 2, 1], [2, 2, 1]), strict=True):
        make_sheet(member, strong, points)
    for member in members:
        make_sheet(member, weak, [0, 2, 3], notes={0: "No children mentioned"})
    for member, points in zip(members, ([0, 2, 1], [1, 2, 1]), strict=True):
        make_sheet(member, divided, points)
    for member, points in zip(members, ([2, 2, None], [2, 2, 3]), strict=True):
        make_sheet(member, untold, points)

    unseal(stage)

    found = {
        result.application_id: (
            result.is_complete,
            result.gate,
            result.total_units,
            result.essentials_met,
            result.sheet_count,
            result.discuss_count,
        )
        for result in StageResult.objects.all()
    }
    half = UNIT_BASE // 2
    assert found == {
        strong.pk: (True, "met", 25 * half, 2, 2, 0),
        weak.pk: (True, "not_met", 14 * half, 1, 2, 0),
        divided.pk: (False, "open", None, 1, 2, 1),
        untold.pk: (False, "met", None, 2, 2, 1),
    }
    kept = StageResult.objects.get(application=weak)
    assert kept.failing == [list_criteria(stage)[0].pk]
    assert kept.cells == [[0, "nf"], [2 * UNIT_BASE, ""], [3 * UNIT_BASE, ""]]
    assert (kept.essential_units, kept.desirable_units) == (4 * UNIT_BASE, 3 * UNIT_BASE)


def test_unseal_stage_keeps_how_far_the_panel_agreed(scene: Scene) -> None:
    unseal(scene[0])

    kept = PanelAgreement.objects.get()
    assert (kept.method, kept.value, kept.rated_items, kept.pairs, kept.pairs_within_one) == (
        "weighted_kappa",
        None,
        6,
        6,
        6,
    )


def test_unseal_stage_with_differences_has_a_coefficient() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    first, second = [make_panel_member(stage) for _ in range(2)]
    for points in ([0, 1, 2], [3, 2, 1], [1, 1, 0], [2, 3, 3]):
        application = make_application(vacancy)
        make_sheet(first, application, points)
        make_sheet(second, application, [points[0], points[1], 3 - points[2]])

    unseal(stage)

    kept = PanelAgreement.objects.get()
    assert kept.value == Decimal("0.2258")  # 1 - 12 × 20 / 310
    assert (kept.rated_items, kept.pairs, kept.pairs_within_one) == (12, 12, 10)


def test_one_sheet_outstanding_keeps_the_seal(scene: Scene) -> None:
    ScoreSheet.objects.filter(member=scene[1][0], application=scene[2][0]).update(
        status="open", is_current=False, finished_at=None
    )

    assert code_of(lambda: unseal(scene[0])) == "sheets_outstanding"
    assert StageResult.objects.count() == 0


def test_one_shortlister_alone_keeps_the_seal(scene: Scene) -> None:
    PanelMember.objects.filter(pk=scene[1][1].pk).update(left_at=NOW, leaving_reason="Moved away")
    ScoreSheet.objects.filter(member=scene[1][1]).delete()

    assert code_of(lambda: unseal(scene[0])) == "too_few_members"


def test_a_member_recused_from_everybody_is_no_second_scorer(scene: Scene) -> None:
    ScoreSheet.objects.filter(member=scene[1][1]).update(status="recused", reason="Related to both")

    assert code_of(lambda: unseal(scene[0])) == "too_few_members"


def test_recused_sheets_are_not_outstanding_and_count_for_nothing(scene: Scene) -> None:
    ScoreSheet.objects.filter(member=scene[1][1], application=scene[2][0]).update(
        status="recused", reason="Her sister"
    )

    unseal(scene[0])

    assert list(StageResult.objects.order_by("application_id").values_list("sheet_count", flat=True)) == [
        1,
        2,
    ]


def test_submitted_sheets_of_a_member_who_left_still_count(scene: Scene) -> None:
    PanelMember.objects.filter(pk=scene[1][1].pk).update(left_at=NOW, leaving_reason="Moved away")

    unseal(scene[0])

    assert set(StageResult.objects.values_list("sheet_count", flat=True)) == {2}


def test_open_sheets_of_a_member_who_left_are_not_outstanding(scene: Scene) -> None:
    stage, _, applications = scene
    gone = make_panel_member(stage)
    make_sheet(gone, applications[0], [3], status="open")
    PanelMember.objects.filter(pk=gone.pk).update(left_at=NOW, leaving_reason="Moved away")

    assert unseal(stage).status == "unsealed"


def test_withdrawn_candidates_are_not_outstanding_and_have_no_result(scene: Scene) -> None:
    stage, _, _ = scene
    gone = make_application(stage.vacancy, status="withdrawn")

    unseal(stage)

    assert not StageResult.objects.filter(application=gone).exists()


def test_an_open_correction_leaves_the_version_that_was_submitted(scene: Scene) -> None:
    make_sheet(scene[1][0], scene[2][0], [3, 3, 3], status="open", version=2, reason="A slip")

    unseal(scene[0])

    assert set(StageResult.objects.values_list("total_units", flat=True)) == {12 * UNIT_BASE}


def test_a_stage_without_candidates_stays_sealed() -> None:
    stage = make_stage(make_vacancy())
    for _ in range(2):
        make_panel_member(stage)

    assert code_of(lambda: unseal(stage)) == "too_few_members"


@pytest.mark.parametrize("status", ["preparing", "unsealed", "decided"])
def test_only_a_stage_in_scoring_is_unsealed(status: str) -> None:
    assert code_of(lambda: unseal(make_stage(make_vacancy(), status=status))) == "not_scoring"


@pytest.mark.parametrize("role", [role for role in Role if Permission.UNSEAL_SCORES not in ROLES[role]])
def test_unsealing_by_a_role_that_may_not_is_refused(scene: Scene, role: Role) -> None:
    assert code_of(lambda: unseal(scene[0], role)) == "not_permitted"
    scene[0].refresh_from_db()
    assert (scene[0].status, StageResult.objects.count()) == ("scoring", 0)


@pytest.mark.parametrize("role", [role for role in Role if Permission.UNSEAL_SCORES in ROLES[role]])
def test_unsealing_by_each_role_that_may(scene: Scene, role: Role) -> None:
    assert unseal(scene[0], role).status == "unsealed"


def test_editing_a_criterion_after_unsealing_changes_no_stored_score(scene: Scene) -> None:
    unseal(scene[0])
    before = list(StageResult.objects.order_by("pk").values())
    labels = list(ScoreSheet.objects.order_by("pk").values_list("scores__label", "scores__points"))

    VacancyCriterion.objects.update(text="Something else", weight=9)
    scene[0].vacancy.scale_labels = ["No", "Hardly", "Some", "Plenty"]
    scene[0].vacancy.save()

    assert list(StageResult.objects.order_by("pk").values()) == before
    assert list(ScoreSheet.objects.order_by("pk").values_list("scores__label", "scores__points")) == labels


STAGE_MOVES = {
    ("preparing", "scoring"): Permission.EDIT_VACANCIES,
    ("scoring", "unsealed"): Permission.UNSEAL_SCORES,
    ("unsealed", "decided"): Permission.DECIDE_SHORTLIST,
}


@pytest.mark.parametrize(("source", "target"), list(product(StageStatus.values, repeat=2)))
def test_stages_move_only_as_the_table_says_and_for_whom(source: str, target: str) -> None:
    allowed = STAGE_MOVES.get((source, target))

    for role in Role:
        stage = make_stage(make_vacancy(), status=source)
        for word, reached in (("opened", "scoring"), ("unsealed", "unsealed"), ("decided", "decided")):
            if target == reached:
                setattr(stage, f"{word}_at", NOW)
                setattr(stage, f"{word}_by", stage.vacancy.created_by)

        def go(stage: Stage = stage, role: Role = role) -> None:
            move(
                "stage",
                stage,
                target,
                vacancy_id=stage.vacancy_id,
                school_id=stage.vacancy.school_id,
                by=make_actor(role, school=stage.vacancy.school),
                now=NOW,
                stage=stage,
            )

        if allowed is None:
            assert code_of(go) == "impossible_move"
        elif allowed not in ROLES[role]:
            assert code_of(go) == "not_permitted"
        else:
            go()
            assert Stage.objects.get(pk=stage.pk).status == target
