"""Panels in the browser: who sits on them, and what stands against them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import RoleAssignment, User
from recruitment.domain.panel import Post
from recruitment.models import PanelMember, Stage, Vacancy
from recruitment.selectors.panels import post_of
from tests.factories import make_panel_member, make_school, make_stage, make_user, make_vacancy
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy(school=make_school(school_type="maintained"))


@pytest.fixture
def stage(vacancy: Vacancy) -> Stage:
    return vacancy.stages.get(kind="application")


@pytest.fixture
def grace(vacancy: Vacancy) -> User:
    return make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Grace Adeyemi")


def sign_in(client: Client, vacancy: Vacancy, role: Role = Role.HR_OFFICER) -> User:
    user = make_user(role, school=vacancy.school, name="Priya Marsh")
    client.force_login(user)
    return user


def address(vacancy: Vacancy, kind: str = "application", name: str = "stage-panel", *more: int) -> str:
    return reverse(f"recruitment:{name}", args=[vacancy.pk, kind, *more])


def findings(client: Client, vacancy: Vacancy, kind: str) -> list[str]:
    return [one.code for one in client.get(address(vacancy, kind)).context["panel"].findings]


def test_somebody_joins_a_panel(client: Client, vacancy: Vacancy, grace: User) -> None:
    sign_in(client, vacancy)

    response = client.post(
        address(vacancy), {"user": grace.pk, "role": "chair", "safer_recruitment_date": "1/3/2024"}
    )

    assert response["Location"] == address(vacancy)
    assert list(PanelMember.objects.values_list("user__name", "role", "safer_recruitment_date")) == [
        ("Grace Adeyemi", "chair", date(2024, 3, 1))
    ]


def test_only_people_who_may_score_here_are_offered(client: Client, vacancy: Vacancy, grace: User) -> None:
    make_user(Role.LINE_MANAGER, school=vacancy.school, name="Lee Manager")
    make_user(Role.PANEL_MEMBER, school=make_school(), name="Sam Elsewhere")
    sign_in(client, vacancy)

    assert [one.name for one in client.get(address(vacancy)).context["panel"].candidates] == [
        vacancy.created_by.name,
        "Grace Adeyemi",
        "Priya Marsh",
    ]


def test_a_person_chosen_beforehand_comes_with_their_training(
    client: Client, vacancy: Vacancy, grace: User
) -> None:
    make_panel_member(
        make_vacancy(school=vacancy.school).stages.get(kind="interview"),
        grace,
        safer_recruitment_date=date(2025, 1, 9),
    )
    sign_in(client, vacancy)

    form = client.get(address(vacancy), {"person": grace.pk}).context["form"]

    assert (form["user"].value(), form["safer_recruitment_date"].value()) == (grace.pk, date(2025, 1, 9))


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"user": "", "role": "member"}, "user"),
        ({"user": "0", "role": "member"}, "user"),
        ({"user": "grace", "role": "boss"}, "role"),
        ({"user": "grace", "role": "member", "safer_recruitment_date": "soon"}, "safer_recruitment_date"),
        ({"user": "grace", "role": "member", "safer_recruitment_date": "1/1/2999"}, "safer_recruitment_date"),
        ({"user": "grace", "role": "chair"}, "__all__"),
    ],
)
def test_joining_with_bad_input_keeps_what_was_typed(
    client: Client, vacancy: Vacancy, grace: User, sent: dict[str, str], field: str
) -> None:
    make_panel_member(vacancy.stages.get(kind="application"), role="chair")
    sign_in(client, vacancy)
    sent = {name: str(grace.pk) if value == "grace" else value for name, value in sent.items()}

    response = client.post(address(vacancy), sent)

    form = response.context["form"]
    assert response.status_code == 422
    assert list(form.errors) == [field]
    assert all(form[name].value() == value for name, value in sent.items())
    assert PanelMember.objects.count() == 1


def test_nobody_joins_once_the_scores_are_open(client: Client, vacancy: Vacancy, grace: User) -> None:
    make_stage(vacancy, status="unsealed")
    sign_in(client, vacancy)

    response = client.post(address(vacancy), {"user": grace.pk, "role": "member"})

    assert response.status_code == 422
    assert "nobody can join its panel now" in response.content.decode()


def test_somebody_leaves_with_a_reason(client: Client, vacancy: Vacancy, stage: Stage) -> None:
    member = make_panel_member(stage)
    leave = address(vacancy, "application", "panel-member-leave", member.pk)
    sign_in(client, vacancy)

    assert client.get(leave).status_code == 200
    assert client.post(leave, {"reason": ""}).status_code == 422
    client.post(leave, {"reason": "Related to a candidate"})

    member.refresh_from_db()
    assert member.leaving_reason == "Related to a candidate"
    assert "Related to a candidate" in client.get(address(vacancy)).content.decode()
    assert client.get(leave).status_code == 404


def test_an_entry_is_corrected(client: Client, vacancy: Vacancy, stage: Stage) -> None:
    member = make_panel_member(stage)
    edit = address(vacancy, "application", "panel-member-edit", member.pk)
    sign_in(client, vacancy)

    assert client.get(edit).status_code == 200
    assert client.post(edit, {"role": "nobody"}).status_code == 422
    client.post(edit, {"role": "governor", "safer_recruitment_date": "09/01/2025"})

    member.refresh_from_db()
    assert (member.role, member.safer_recruitment_date) == ("governor", date(2025, 1, 9))


def test_the_shortlisting_panel_is_copied_in_one_press(
    client: Client, vacancy: Vacancy, stage: Stage
) -> None:
    make_panel_member(stage, role="chair")
    make_panel_member(stage)
    sign_in(client, vacancy)
    copy = address(vacancy, "interview", "stage-panel-copy")

    offered = client.get(address(vacancy, "interview")).context["panel"].can_copy
    client.post(copy)

    assert offered is True
    assert PanelMember.objects.filter(stage__kind="interview").count() == 2
    assert client.get(address(vacancy, "interview")).context["panel"].can_copy is False


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([], ["too_few_shortlisters"]),
        (["chair"], ["too_few_shortlisters"]),
        (["member", "member"], ["no_chair"]),
        (["chair", "governor"], []),
    ],
)
def test_a_shortlisting_panel_is_judged(
    client: Client, vacancy: Vacancy, stage: Stage, roles: list[str], expected: list[str]
) -> None:
    for role in roles:
        make_panel_member(stage, role=role)
    sign_in(client, vacancy)

    assert findings(client, vacancy, "application") == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([date(2019, 5, 1), None, None], []),
        ([None, None], ["no_trained_interviewer"]),
        ([None], ["no_trained_interviewer", "lone_interviewer"]),
        ([date(2019, 5, 1)], ["lone_interviewer"]),
        ([], ["no_interviewer"]),
    ],
)
def test_an_interview_panel_is_judged(
    client: Client, vacancy: Vacancy, dates: list[date | None], expected: list[str]
) -> None:
    """Case 1: training of 2019 has no legal expiry. Case 2: a lone interviewer without it is blocked."""
    interview = vacancy.stages.get(kind="interview")
    for day in dates:
        make_panel_member(interview, safer_recruitment_date=day)
    sign_in(client, vacancy)

    assert findings(client, vacancy, "interview") == expected


def test_findings_name_their_source(client: Client, vacancy: Vacancy) -> None:
    make_panel_member(vacancy.stages.get(kind="interview"))
    sign_in(client, vacancy)

    page = client.get(address(vacancy, "interview")).content.decode()

    assert "Law: " in page
    assert "School Staffing (England) Regulations 2009" in page


def who_can_match(client: Client, vacancy: Vacancy, kind: str = "application") -> list[str]:
    """The names in the notice, and that the page has it exactly where there are any."""
    response = client.get(address(vacancy, kind))
    names = [member.user.name for member in response.context["panel"].can_match_names]
    assert ("Names can be found out" in response.content.decode()) is bool(names)
    return names


def test_the_panel_says_who_can_match_codes_to_names(client: Client, vacancy: Vacancy, stage: Stage) -> None:
    officer = sign_in(client, vacancy)
    make_panel_member(stage)
    assert who_can_match(client, vacancy) == []

    make_panel_member(stage, officer)
    head = make_user(Role.PANEL_MEMBER, Role.HEADTEACHER, school=vacancy.school, name="Grace Adeyemi")
    make_panel_member(stage, head)

    assert who_can_match(client, vacancy) == ["Priya Marsh", "Grace Adeyemi"]
    assert (
        "Priya Marsh and Grace Adeyemi score here without names"
        in client.get(address(vacancy)).content.decode()
    )


def test_nobody_can_match_who_has_left_or_looks_after_applicants_elsewhere(
    client: Client, vacancy: Vacancy, stage: Stage
) -> None:
    officer = sign_in(client, vacancy)
    make_panel_member(stage, officer, left_at=NOW, leaving_reason="Runs the vacancy")
    elsewhere = make_user(Role.HR_OFFICER, school=make_school())
    RoleAssignment.objects.create(
        user=elsewhere, role=Role.PANEL_MEMBER, school=vacancy.school, granted_at=NOW
    )
    make_panel_member(stage, elsewhere)

    assert who_can_match(client, vacancy) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [("scoring", ["Priya Marsh"]), ("unsealed", ["Priya Marsh"]), ("decided", [])],
)
def test_names_can_be_matched_until_the_shortlist_is_decided(
    client: Client, vacancy: Vacancy, status: str, expected: list[str]
) -> None:
    make_panel_member(make_stage(vacancy, "application", status), sign_in(client, vacancy))

    assert who_can_match(client, vacancy) == expected


def test_there_is_nothing_to_match_where_names_are_known(client: Client, vacancy: Vacancy) -> None:
    officer = sign_in(client, vacancy)
    named = make_vacancy(school=vacancy.school, is_anonymous=False)
    make_panel_member(named.stages.get(kind="application"), officer)
    make_panel_member(vacancy.stages.get(kind="interview"), officer)

    assert (who_can_match(client, named), who_can_match(client, vacancy, "interview")) == ([], [])


def test_a_headship_needs_governors(client: Client) -> None:
    vacancy = make_vacancy(school=make_school(school_type="maintained"), title="Headteacher")
    interview = vacancy.stages.get(kind="interview")
    make_panel_member(interview, safer_recruitment_date=date(2025, 1, 9), role="governor")
    make_panel_member(interview)
    sign_in(client, vacancy)

    assert findings(client, vacancy, "interview") == ["too_few_governors"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Headteacher", Post.HEAD),
        ("Head Teacher (Primary)", Post.HEAD),
        ("Executive Principal", Post.HEAD),
        ("Deputy Headteacher", Post.DEPUTY),
        ("Vice Principal", Post.DEPUTY),
        ("Assistant Headteacher", Post.DEPUTY),
        ("Head of Year 9", Post.OTHER),
        ("Learning Mentor", Post.OTHER),
    ],
)
def test_post_of(title: str, expected: Post) -> None:
    assert post_of(title) == expected


@pytest.mark.parametrize("count", [1, 3])
def test_panel_asks_the_database_the_same_whatever_its_size(
    client: Client,
    vacancy: Vacancy,
    stage: Stage,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    for _ in range(count):
        make_panel_member(stage)
    sign_in(client, vacancy)

    with assert_queries(10):
        client.get(address(vacancy))


@pytest.mark.parametrize(
    ("role", "reading", "writing"),
    [
        (Role.HR_OFFICER, 200, 422),
        (Role.TRUST_ADMINISTRATOR, 200, 403),
        (Role.PANEL_MEMBER, 403, 403),
        (Role.INSPECTOR, 403, 403),
    ],
)
def test_panel_by_role(client: Client, vacancy: Vacancy, role: Role, reading: int, writing: int) -> None:
    member = make_panel_member(vacancy.stages.get(kind="application"))
    sign_in(client, vacancy, role)
    leave = address(vacancy, "application", "panel-member-leave", member.pk)

    assert client.get(address(vacancy)).status_code == reading
    assert client.post(address(vacancy), {}).status_code == writing
    assert client.post(leave, {}).status_code == writing


def test_panel_is_not_there_for_strangers(client: Client, vacancy: Vacancy, stage: Stage) -> None:
    member = make_panel_member(stage)
    sign_in(client, make_vacancy())

    assert client.get(address(vacancy)).status_code == 404
    assert client.post(address(vacancy, "application", "panel-member-leave", member.pk)).status_code == 404
    assert client.post(address(vacancy, "interview", "stage-panel-copy")).status_code == 404


def test_panel_of_another_stage_or_vacancy_is_not_reached_through_this_one(
    client: Client, vacancy: Vacancy, stage: Stage
) -> None:
    member = make_panel_member(stage)
    elsewhere = make_panel_member(make_vacancy(school=vacancy.school).stages.get(kind="application"))
    sign_in(client, vacancy)

    assert client.get(address(vacancy, "task")).status_code == 404
    assert client.get(address(vacancy, "interview", "panel-member-edit", member.pk)).status_code == 404
    assert client.get(address(vacancy, "application", "panel-member-edit", elsewhere.pk)).status_code == 404


def test_panel_asks_to_sign_in(client: Client, vacancy: Vacancy) -> None:
    assert client.get(address(vacancy))["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("trained", "is_said"), [(None, True), (NOW.date(), False)])
def test_a_shortlisting_panel_without_training_is_told_early(
    client: Client, trained: object, is_said: bool
) -> None:
    stage = make_stage(make_vacancy(), status="preparing")
    make_panel_member(stage, safer_recruitment_date=trained)
    make_panel_member(stage, role="chair")
    client.force_login(make_user(Role.HR_OFFICER, school=stage.vacancy.school))
    address = reverse("recruitment:stage-panel", args=[stage.vacancy_id, stage.kind])

    page = client.get(address).content.decode()

    assert ("nobody here has safer-recruitment training on record" in page) is is_said
