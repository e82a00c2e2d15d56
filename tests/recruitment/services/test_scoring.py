"""Sheets: filled in by their owner alone, submitted once, corrected in a new version."""

from collections.abc import Callable

import pytest

from core.domain.errors import DomainError
from core.domain.permissions import Role
from recruitment.domain.sheets import Answer
from recruitment.models import (
    Application,
    PanelMember,
    RecruitmentEvent,
    Score,
    ScoreSheet,
    Stage,
    StageResult,
)
from recruitment.services.scoring import save_scores, start_correction, submit_sheet
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_stage,
    make_vacancy,
)
from tests.factories.people import NOW
from tests.factories.scoring import actor_of, answers_for, list_criteria, make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, list[PanelMember], list[Application]]


@pytest.fixture
def scene() -> Scene:
    """A stage in scoring with two members and two candidates."""
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    return stage, [make_panel_member(stage) for _ in range(2)], [make_application(vacancy) for _ in range(2)]


def save(scene: Scene, answers: list[Answer], *, member: int = 0, candidate: int = 0) -> ScoreSheet:
    stage, members, applications = scene
    return save_scores(
        stage_id=stage.pk,
        application_id=applications[candidate].pk,
        answers=answers,
        by=actor_of(members[member]),
        now=NOW,
    )


def submit(scene: Scene, *, member: int = 0, candidate: int = 0) -> ScoreSheet:
    stage, members, applications = scene
    return submit_sheet(
        stage_id=stage.pk, application_id=applications[candidate].pk, by=actor_of(members[member]), now=NOW
    )


def correct(scene: Scene, reason: str = "I read the wrong statement", *, member: int = 0) -> ScoreSheet:
    stage, members, applications = scene
    return start_correction(
        stage_id=stage.pk,
        application_id=applications[0].pk,
        reason=reason,
        by=actor_of(members[member]),
        now=NOW,
    )


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as caught:
        action()
    return caught.value.code


def stored(sheet: ScoreSheet) -> list[tuple[int | None, bool, str, str]]:
    return list(
        sheet.scores.order_by("criterion__position").values_list("points", "cannot_tell", "label", "note")
    )


# Filling in


def test_save_scores_begins_a_sheet_and_keeps_the_words_of_the_scale(scene: Scene) -> None:
    first, second, third = list_criteria(scene[0])

    sheet = save(
        scene,
        [
            Answer(first.pk, 0, note="Nothing about the age group"),
            Answer(second.pk, 3),
            Answer(third.pk, cannot_tell=True),
        ],
    )

    assert (sheet.version, sheet.status, sheet.is_current) == (1, "open", False)
    assert stored(sheet) == [
        (0, False, "Not shown", "Nothing about the age group"),
        (3, False, "Strongly shown", ""),
        (None, True, "", ""),
    ]


def test_save_scores_changes_only_the_criteria_given(scene: Scene) -> None:
    first, second, _ = list_criteria(scene[0])
    save(scene, [Answer(first.pk, 1), Answer(second.pk, 2)])

    sheet = save(scene, [Answer(second.pk, 3, note="Named two trainings")])

    assert ScoreSheet.objects.count() == 1
    assert stored(sheet) == [
        (1, False, "Partly shown", ""),
        (3, False, "Strongly shown", "Named two trainings"),
    ]


def test_save_scores_takes_points_back_and_keeps_the_note(scene: Scene) -> None:
    first = list_criteria(scene[0])[0]
    save(scene, [Answer(first.pk, 1, note="Ask about the age group")])

    sheet = save(scene, [Answer(first.pk, note="Ask about the age group")])

    assert stored(sheet) == [(None, False, "", "Ask about the age group")]


def test_save_scores_with_a_blank_answer_leaves_no_row(scene: Scene) -> None:
    first = list_criteria(scene[0])[0]
    sheet = save(scene, [Answer(first.pk, 1)])

    save(scene, [Answer(first.pk)])

    assert stored(sheet) == []


@pytest.mark.parametrize(("points", "code"), [(-1, "off_scale"), (4, "off_scale")])
def test_save_scores_off_the_scale_is_refused(scene: Scene, points: int, code: str) -> None:
    first = list_criteria(scene[0])[0]

    assert code_of(lambda: save(scene, [Answer(first.pk, points)])) == code
    assert Score.objects.count() == 0


@pytest.mark.parametrize("points", [0, 3])
def test_save_scores_at_the_ends_of_the_scale(scene: Scene, points: int) -> None:
    first = list_criteria(scene[0])[0]

    assert stored(save(scene, [Answer(first.pk, points)]))[0][0] == points


def test_save_scores_of_a_criterion_of_another_stage_is_refused(scene: Scene) -> None:
    interview_only = scene[0].vacancy.criteria.get(evidence="I")

    assert code_of(lambda: save(scene, [Answer(interview_only.pk, 2)])) == "not_assessed_here"


def test_save_scores_by_somebody_who_is_not_on_the_panel_is_refused(scene: Scene) -> None:
    stage, _, applications = scene
    head = make_actor(Role.HEADTEACHER, school=stage.vacancy.school)

    assert (
        code_of(
            lambda: save_scores(
                stage_id=stage.pk, application_id=applications[0].pk, answers=[], by=head, now=NOW
            )
        )
        == "not_on_panel"
    )


def test_save_scores_after_leaving_the_panel_is_refused(scene: Scene) -> None:
    PanelMember.objects.filter(pk=scene[1][0].pk).update(left_at=NOW, leaving_reason="Ill")

    assert code_of(lambda: save(scene, [])) == "not_on_panel"


def test_save_scores_of_a_withdrawn_candidate_is_refused(scene: Scene) -> None:
    Application.objects.filter(pk=scene[2][0].pk).update(status="withdrawn")

    assert code_of(lambda: save(scene, [])) == "not_in_stage"


@pytest.mark.parametrize(
    ("status", "code"), [("preparing", "not_open"), ("unsealed", "scores_open"), ("decided", "scores_open")]
)
def test_save_scores_on_a_new_sheet_outside_scoring_is_refused(status: str, code: str) -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status=status)
    member, application = make_panel_member(stage), make_application(vacancy)
    if status in {"unsealed", "decided"}:
        StageResult.objects.create(stage=stage, application=application, is_complete=False, gate="open")

    assert code_of(lambda: save((stage, [member], [application]), [])) == code


# Submitting


def test_submit_sheet_makes_it_the_current_version(scene: Scene) -> None:
    save(scene, answers_for(scene[0], [2, None, 0]))

    sheet = submit(scene)

    assert (sheet.status, sheet.is_current, sheet.finished_at) == ("submitted", True, NOW)
    event = RecruitmentEvent.objects.get()
    assert (event.kind, event.from_status, event.to_status, event.reason) == (
        "sheet_submitted",
        "open",
        "submitted",
        "",
    )


@pytest.mark.parametrize("answered", [0, 1, 2])
def test_submit_sheet_with_an_unanswered_criterion_is_refused(scene: Scene, answered: int) -> None:
    save(scene, answers_for(scene[0], [2, 2, 2])[:answered])

    assert code_of(lambda: submit(scene)) == "unanswered"
    assert ScoreSheet.objects.filter(status="submitted").count() == 0


def test_submit_sheet_with_only_a_note_on_a_criterion_is_refused(scene: Scene) -> None:
    answers = answers_for(scene[0], [2, 2, 2])
    answers[1] = Answer(answers[1].criterion_id, note="To be looked at again")
    save(scene, answers)

    assert code_of(lambda: submit(scene)) == "unanswered"


def test_a_submitted_sheet_cannot_be_changed_or_submitted_again(scene: Scene) -> None:
    answers = answers_for(scene[0], [2, 2, 2])
    save(scene, answers)
    sheet = submit(scene)

    assert code_of(lambda: save(scene, answers_for(scene[0], [3, 3, 3]))) == "already_submitted"
    assert code_of(lambda: submit(scene)) == "already_submitted"
    assert [points for points, *_ in stored(sheet)] == [2, 2, 2]


def test_the_seventeenth_sheet_of_a_candidate_is_refused(scene: Scene) -> None:
    stage, _, applications = scene
    for _ in range(16):
        make_sheet(make_panel_member(stage), applications[0], [2, 2, 2])
    save(scene, answers_for(stage, [2, 2, 2]))

    assert code_of(lambda: submit(scene)) == "too_many_sheets"


# Correcting


def test_start_correction_copies_the_scores_and_leaves_the_old_version_current(scene: Scene) -> None:
    first = make_sheet(scene[1][0], scene[2][0], [2, 1, None], notes={0: "Two schools named"})

    second = correct(scene)

    first.refresh_from_db()
    assert (first.status, first.is_current) == ("submitted", True)
    assert (second.version, second.status, second.is_current) == (2, "open", False)
    assert stored(second) == stored(first)
    assert RecruitmentEvent.objects.get().reason == ""


def test_submitting_a_correction_replaces_the_old_version_and_keeps_it(scene: Scene) -> None:
    first = make_sheet(scene[1][0], scene[2][0], [2, 1, 0])
    correct(scene)
    save(scene, answers_for(scene[0], [3, 1, 0])[:1])

    second = submit(scene)

    first.refresh_from_db()
    assert (first.is_current, second.is_current, second.version) == (False, True, 2)
    assert [points for points, *_ in stored(first)] == [2, 1, 0]
    assert [points for points, *_ in stored(second)] == [3, 1, 0]


@pytest.mark.parametrize("reason", ["", "   \n"])
def test_start_correction_without_a_reason_is_refused(scene: Scene, reason: str) -> None:
    make_sheet(scene[1][0], scene[2][0], [2, 1, 0])

    assert code_of(lambda: correct(scene, reason)) == "reason_missing"


def test_start_correction_of_an_open_sheet_is_refused(scene: Scene) -> None:
    make_sheet(scene[1][0], scene[2][0], [2], status="open")

    assert code_of(lambda: correct(scene)) == "still_open"


def test_start_correction_twice_is_refused(scene: Scene) -> None:
    make_sheet(scene[1][0], scene[2][0], [2, 1, 0])
    correct(scene)

    assert code_of(lambda: correct(scene)) == "still_open"


def test_start_correction_of_nothing_is_refused(scene: Scene) -> None:
    assert code_of(lambda: correct(scene)) == "not_submitted"


def test_start_correction_of_a_recusal_is_refused(scene: Scene) -> None:
    make_sheet(scene[1][0], scene[2][0], status="recused")

    assert code_of(lambda: correct(scene)) == "recused"


def test_a_correction_after_unsealing_renews_the_kept_result() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status="unsealed")
    scene: Scene = stage, [make_panel_member(stage) for _ in range(2)], [make_application(vacancy)]
    for member in scene[1]:
        make_sheet(member, scene[2][0], [2, 2, 2])
    StageResult.objects.create(stage=stage, application=scene[2][0], is_complete=False, gate="open")

    correct(scene)
    save(scene, answers_for(stage, [3, 2, 2])[:1])
    submit(scene)

    result = StageResult.objects.get()
    assert (result.is_complete, result.gate, result.sheet_count) == (True, "met", 2)
    assert result.total_units == 720720 * 27 // 2  # weights 3, 2, 1; means 2.5, 2, 2


def test_a_correction_once_the_stage_is_decided_is_refused() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status="decided")
    scene: Scene = stage, [make_panel_member(stage)], [make_application(vacancy)]
    make_sheet(scene[1][0], scene[2][0], [2, 2, 2])
    StageResult.objects.create(stage=stage, application=scene[2][0], is_complete=True, gate="met")

    assert code_of(lambda: correct(scene)) == "stage_decided"


def test_a_correction_left_open_when_the_stage_is_decided_cannot_be_finished() -> None:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status="decided")
    scene: Scene = stage, [make_panel_member(stage)], [make_application(vacancy)]
    make_sheet(scene[1][0], scene[2][0], [2, 2, 2])
    make_sheet(scene[1][0], scene[2][0], [3, 2, 2], status="open", version=2, reason="A slip")
    StageResult.objects.create(stage=stage, application=scene[2][0], is_complete=True, gate="met")

    assert code_of(lambda: save(scene, [])) == "stage_decided"
    assert code_of(lambda: submit(scene)) == "stage_decided"


def test_somebody_who_comes_back_to_the_panel_does_not_score_twice(scene: Scene) -> None:
    stage, members, applications = scene
    make_sheet(members[0], applications[0], [2, 2, 2])
    PanelMember.objects.filter(pk=members[0].pk).update(left_at=NOW, leaving_reason="Ill")
    again = make_panel_member(stage, members[0].user)

    assert code_of(lambda: save((stage, [again], applications), [])) == "already_submitted"


def test_save_scores_without_a_role_at_the_school_any_more(scene: Scene) -> None:
    stage, members, applications = scene
    members[0].user.roles.all().delete()

    with pytest.raises(DomainError) as raised:
        save_scores(
            stage_id=stage.pk,
            application_id=applications[0].pk,
            answers=answers_for(stage, [1, 1, 1]),
            by=actor_of(members[0]),
            now=NOW,
        )

    assert (raised.value.code, ScoreSheet.objects.count()) == ("not_permitted", 0)
