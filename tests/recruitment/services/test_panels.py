from datetime import UTC, date, datetime

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from recruitment.models import PanelMember, Score, ScoreSheet, Stage, Vacancy
from recruitment.services.panels import (
    add_panel_member,
    copy_panel,
    remove_panel_member,
    update_panel_member,
)
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def stage(vacancy: Vacancy) -> Stage:
    return vacancy.stages.get(kind="application")


@pytest.fixture
def officer(vacancy: Vacancy) -> Actor:
    return make_actor(Role.HR_OFFICER, school=vacancy.school)


def test_add_panel_member_copies_the_training_date(stage: Stage, officer: Actor) -> None:
    user = make_user(Role.PANEL_MEMBER, school=stage.vacancy.school, name="Grace Adeyemi")

    member = add_panel_member(
        stage=stage, user=user, role="chair", by=officer, now=NOW, safer_recruitment_date=date(2019, 5, 1)
    )

    event = stage.events.get()
    assert (member.role, member.safer_recruitment_date, member.added_by_id) == (
        "chair",
        date(2019, 5, 1),
        officer.user_id,
    )
    assert (event.kind, event.reason) == ("panel_member_added", "Grace Adeyemi, chair")


def test_add_panel_member_who_may_not_score_at_this_school(stage: Stage, officer: Actor) -> None:
    user = make_user(Role.PANEL_MEMBER, school=make_school())

    with pytest.raises(NotAllowed) as raised:
        add_panel_member(stage=stage, user=user, role="member", by=officer, now=NOW)

    assert raised.value.code == "cannot_score"


def test_add_panel_member_twice(stage: Stage, officer: Actor) -> None:
    member = make_panel_member(stage)

    with pytest.raises(NotAllowed) as raised:
        add_panel_member(stage=stage, user=member.user, role="member", by=officer, now=NOW)

    assert raised.value.code == "already_on_panel"


def test_add_panel_member_again_after_leaving(stage: Stage, officer: Actor) -> None:
    member = make_panel_member(stage)
    remove_panel_member(member=member, reason="On leave", by=officer, now=NOW)

    back = add_panel_member(stage=stage, user=member.user, role="member", by=officer, now=NOW)

    assert back.pk != member.pk
    assert stage.members.filter(left_at=None).get() == back


def test_add_panel_member_as_a_second_chair(stage: Stage, officer: Actor) -> None:
    make_panel_member(stage, role="chair")
    user = make_user(Role.HEADTEACHER, school=stage.vacancy.school)

    with pytest.raises(NotAllowed) as raised:
        add_panel_member(stage=stage, user=user, role="chair", by=officer, now=NOW)

    assert raised.value.code == "chair_taken"


@pytest.mark.parametrize(
    ("status", "expected"),
    [("preparing", None), ("scoring", None), ("unsealed", "scores_open"), ("decided", "scores_open")],
)
def test_add_panel_member_by_the_status_of_the_stage(
    vacancy: Vacancy, officer: Actor, status: str, expected: str | None
) -> None:
    stage = make_stage(vacancy, status=status)
    user = make_user(Role.PANEL_MEMBER, school=vacancy.school)

    try:
        add_panel_member(stage=stage, user=user, role="member", by=officer, now=NOW)
        code = None
    except NotAllowed as error:
        code = error.code

    assert code == expected


@pytest.mark.parametrize(("day", "expected"), [(2, None), (3, "training_in_future")])
def test_add_panel_member_with_training_up_to_today(
    stage: Stage, officer: Actor, day: int, expected: str | None
) -> None:
    user = make_user(Role.PANEL_MEMBER, school=stage.vacancy.school)

    try:
        add_panel_member(
            stage=stage,
            user=user,
            role="member",
            by=officer,
            now=NOW,
            safer_recruitment_date=date(2026, 11, day),
        )
        code = None
    except DomainError as error:
        code = error.code

    assert code == expected


def test_add_panel_member_is_not_for_a_panel_member(stage: Stage) -> None:
    user = make_user(Role.PANEL_MEMBER, school=stage.vacancy.school)

    with pytest.raises(NotAllowed) as raised:
        add_panel_member(
            stage=stage,
            user=user,
            role="member",
            by=make_actor(Role.PANEL_MEMBER, school=stage.vacancy.school),
            now=NOW,
        )

    assert raised.value.code == "not_permitted"


def test_update_panel_member_corrects_role_and_training(stage: Stage, officer: Actor) -> None:
    member = make_panel_member(stage)

    update_panel_member(
        member=member, role="chair", safer_recruitment_date=date(2026, 1, 9), by=officer, now=NOW
    )

    assert PanelMember.objects.filter(pk=member.pk).values_list("role", "safer_recruitment_date").get() == (
        "chair",
        date(2026, 1, 9),
    )


def test_update_panel_member_to_a_second_chair(stage: Stage, officer: Actor) -> None:
    make_panel_member(stage, role="chair")
    member = make_panel_member(stage)

    with pytest.raises(DomainError) as raised:
        update_panel_member(member=member, role="chair", safer_recruitment_date=None, by=officer, now=NOW)

    assert raised.value.code == "chair_taken"


def test_remove_panel_member_leaves_the_scores(vacancy: Vacancy, officer: Actor) -> None:
    stage = make_stage(vacancy, status="scoring")
    member = make_panel_member(stage)
    sheet = ScoreSheet.objects.create(
        member=member, application=make_application(vacancy), created_at=NOW, version=1
    )
    Score.objects.create(sheet=sheet, criterion=vacancy.criteria.first(), points=2, label="Shown")

    left = remove_panel_member(member=member, reason="Related to a candidate", by=officer, now=NOW)

    assert (left.left_at, left.leaving_reason) == (NOW, "Related to a candidate")
    assert list(Score.objects.values_list("points", "label")) == [(2, "Shown")]


def test_remove_panel_member_without_a_reason(stage: Stage, officer: Actor) -> None:
    member = make_panel_member(stage)

    with pytest.raises(DomainError) as raised:
        remove_panel_member(member=member, reason=" ", by=officer, now=NOW)

    assert (raised.value.code, raised.value.field) == ("reason_missing", "reason")


def test_remove_panel_member_twice(stage: Stage, officer: Actor) -> None:
    member = make_panel_member(stage)
    remove_panel_member(member=member, reason="On leave", by=officer, now=NOW)

    with pytest.raises(NotAllowed) as raised:
        remove_panel_member(member=member, reason="On leave", by=officer, now=NOW)

    assert raised.value.code == "already_left"


def test_copy_panel_brings_everybody_in_their_role(vacancy: Vacancy, stage: Stage, officer: Actor) -> None:
    chair = make_panel_member(stage, role="chair", safer_recruitment_date=date(2024, 3, 1))
    governor = make_panel_member(stage, role="governor")
    gone = make_panel_member(stage)
    remove_panel_member(member=gone, reason="On leave", by=officer, now=NOW)
    interview = vacancy.stages.get(kind="interview")

    copy_panel(source=stage, target=interview, by=officer, now=NOW)

    rows = interview.members.order_by("pk").values_list("user_id", "role", "safer_recruitment_date")
    assert list(rows) == [
        (chair.user_id, "chair", date(2024, 3, 1)),
        (governor.user_id, "governor", None),
    ]


def test_copy_panel_keeps_the_chair_who_is_there(vacancy: Vacancy, stage: Stage, officer: Actor) -> None:
    interview = vacancy.stages.get(kind="interview")
    head = make_panel_member(interview, role="chair")
    other_chair = make_panel_member(stage, role="chair")

    copy_panel(source=stage, target=interview, by=officer, now=NOW)

    assert list(interview.members.order_by("pk").values_list("user_id", "role")) == [
        (head.user_id, "chair"),
        (other_chair.user_id, "member"),
    ]


def test_copy_panel_leaves_out_who_may_no_longer_score(
    vacancy: Vacancy, stage: Stage, officer: Actor
) -> None:
    stays, role_ended = make_panel_member(stage), make_panel_member(stage)
    role_ended.user.roles.all().delete()

    copied = copy_panel(source=stage, target=vacancy.stages.get(kind="interview"), by=officer, now=NOW)

    assert [member.user_id for member in copied] == [stays.user_id]


def test_copy_panel_twice_changes_nothing(vacancy: Vacancy, stage: Stage, officer: Actor) -> None:
    make_panel_member(stage)
    interview = vacancy.stages.get(kind="interview")
    copy_panel(source=stage, target=interview, by=officer, now=NOW)

    assert copy_panel(source=stage, target=interview, by=officer, now=NOW) == []
    assert interview.members.count() == 1


def test_copy_panel_of_another_vacancy_is_refused(stage: Stage, officer: Actor) -> None:
    elsewhere = make_vacancy(school=stage.vacancy.school).stages.get(kind="interview")

    with pytest.raises(DomainError) as raised:
        copy_panel(source=stage, target=elsewhere, by=officer, now=NOW)

    assert raised.value.code == "another_vacancy"
