"""The board of new starters and the page of one: the verdict, what is next, early starts, the first day."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import EarlyStart, EarlyStartReview, StartConfirmation
from core.domain.permissions import Role
from core.models import Engagement, School
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement
from tests.factories.dated import make_early_start

pytestmark = pytest.mark.django_db

FACTS = {
    "teaching_work": False,
    "has_trn": False,
    "lived_abroad": False,
    "early_years_or_wraparound": False,
    "manages_early_years": False,
}
MUSTS = (CheckType.IDENTITY, CheckType.RIGHT_TO_WORK, CheckType.MEDICAL_FITNESS)


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


def starter(school: School, family_name: str = "Ashdown", **fields: object) -> Engagement:
    given = {"start_date": timezone.localdate() + timedelta(days=5), "role": FACTS}
    person = make_person(given_name="Rowan", family_name=family_name)
    return make_engagement(school=school, person=person, **given | fields)


def with_musts(engagement: Engagement, *, pending: bool = False) -> Engagement:
    for check in MUSTS:
        make_check(engagement, check)
    if pending:
        asked = timezone.localdate() - timedelta(days=12)
        make_check(engagement, CheckType.CHILDREN_BARRED_LIST, permitted_reason="pending")
        make_check(
            engagement,
            CheckType.ENHANCED_DBS,
            state="requested",
            requested_date=asked,
            done_date=None,
            outcome="pending",
        )
    else:
        make_certificate(engagement)
    return engagement


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def board(client: Client, query: str = "") -> list[tuple[str, str]]:
    cards = client.get(reverse("compliance:starter-list") + query).context["cards"]
    return [(card.engagement.person.family_name, card.verdict_short) for card in cards]


def test_board_says_of_each_whether_they_can_start(client: Client, school: School) -> None:
    today = timezone.localdate()
    starter(school, "Abel", start_date=today + timedelta(days=3))
    with_musts(starter(school, "Brook", start_date=today + timedelta(days=1)))
    early = with_musts(starter(school, "Cole", start_date=today + timedelta(days=2)), pending=True)
    make_early_start(early, today + timedelta(days=14))
    make_engagement(school=school, category=None, person=make_person(family_name="Dale"), start_date=None)
    starter(make_school(), "Elsewhere")
    sign_in(client, school)

    assert board(client) == [
        ("Brook", "Clear to start"),
        ("Cole", "Only with risk assessment"),
        ("Abel", "Do not start"),
        ("Dale", "Role to describe"),
    ]
    assert board(client, "?q=cole") == [("Cole", "Only with risk assessment")]
    assert board(client, "?turn=third_party") == [("Cole", "Only with risk assessment")]
    assert board(client, "?turn=us") == [("Abel", "Do not start"), ("Dale", "Role to describe")]
    assert board(client, "?turn=candidate") == []


@pytest.mark.parametrize(
    ("days_ago", "was_entered_before", "is_shown"),
    [(90, False, True), (91, False, False), (91, True, True)],
)
def test_board_leaves_out_who_was_here_long_before(
    client: Client, school: School, days_ago: int, was_entered_before: bool, is_shown: bool
) -> None:
    start = timezone.localdate() - timedelta(days=days_ago)
    created = timezone.now() - timedelta(days=days_ago + (10 if was_entered_before else -10))
    starter(school, start_date=start, created_at=created)
    sign_in(client, school)

    assert len(board(client)) == is_shown


def test_board_leaves_out_whose_first_day_a_workbook_did_not_have(client: Client, school: School) -> None:
    make_check(starter(school, "Abel", start_date=None), CheckType.IDENTITY, origin="workbook")
    make_check(starter(school, "Brook", start_date=None), CheckType.IDENTITY)
    make_check(starter(school, "Cole"), CheckType.IDENTITY, origin="workbook")
    sign_in(client, school)

    assert [name for name, _ in board(client)] == ["Cole", "Brook"]


def test_board_forgets_who_has_started_and_who_has_left(client: Client, school: School) -> None:
    today = timezone.localdate()
    user = make_user()
    for family_name, with_early_start in (("Abel", False), ("Brook", True)):
        engagement = starter(school, family_name, start_date=today)
        StartConfirmation.objects.create(
            engagement=engagement,
            started_date=today,
            confirmed_at=timezone.now(),
            confirmed_by=user,
            edition="E",
        )
        if with_early_start:
            make_early_start(engagement, today + timedelta(days=14))
    starter(school, "Cole", start_date=today - timedelta(days=9), end_date=today - timedelta(days=1))
    sign_in(client, school)

    assert [name for name, _ in board(client)] == ["Brook"]


def test_checks_of_another_school_of_the_trust_count(client: Client, school: School) -> None:
    sister = make_school(trust=school.trust)
    engagement = starter(school)
    with_musts(make_engagement(school=sister, person=engagement.person, role=FACTS))
    sign_in(client, school)

    assert board(client) == [("Ashdown", "Clear to start")]


def test_checks_of_a_stranger_school_do_not_count(client: Client, school: School) -> None:
    engagement = starter(school)
    with_musts(make_engagement(school=make_school(), person=engagement.person, role=FACTS))
    sign_in(client, school)

    assert board(client) == [("Ashdown", "Do not start")]


def test_an_empty_board_says_so(client: Client, school: School) -> None:
    sign_in(client, school)

    assert "Nobody is about to start" in client.get(reverse("compliance:starter-list")).content.decode()


@pytest.mark.parametrize("name", ["starter-list", "starter-nudges", "starter-detail"])
def test_pages_cost_the_same_for_one_and_three(
    client: Client, school: School, django_assert_num_queries, name: str
) -> None:
    engagement = with_musts(starter(school), pending=True)
    sign_in(client, school)
    address = reverse(f"compliance:{name}", args=[engagement.pk] if name == "starter-detail" else [])
    queries = {"starter-list": 6, "starter-nudges": 5, "starter-detail": 8}[name]
    for number in (1, 2):
        for _ in range(number):
            with_musts(starter(school), pending=True)
            make_check(engagement, CheckType.REFERENCES)
        if number == 1:
            make_early_start(engagement, timezone.localdate() + timedelta(days=14))
        with django_assert_num_queries(queries):
            client.get(address)


def test_detail_names_what_blocks_with_its_rule(client: Client, school: School) -> None:
    engagement = starter(school)
    sign_in(client, school)
    page = client.get(reverse("compliance:starter-detail", args=[engagement.pk])).content.decode()

    for words in (
        "Do not start",
        "Right to work: not done. Check it before the first day.",
        "What is a must",
        "What the school should do as well",
        "Not needed, and why",
        "Stone King: right-to-work checks in schools",
    ):
        assert words in page
    assert "Confirm the start</span>" not in page


def test_detail_of_an_arrival_asks_for_the_role(client: Client, school: School) -> None:
    engagement = starter(school, category=None, role=None, job_title="Class teacher")
    sign_in(client, school)
    page = client.get(reverse("compliance:starter-detail", args=[engagement.pk])).content.decode()

    assert "The role is not described yet" in page
    assert "Teacher, qualified or not, employed by the school or trust" in page


def test_reminders_are_ready(client: Client, school: School) -> None:
    engagement = with_musts(starter(school), pending=True)
    make_check(
        engagement,
        CheckType.QUALIFICATIONS,
        state="requested",
        requested_date=timezone.localdate(),
        done_date=None,
        outcome="pending",
    )
    sign_in(client, school)
    page = client.get(reverse("compliance:starter-nudges")).content.decode()

    assert "Dear Rowan," in page
    assert "the original certificates of your qualifications" in page
    assert f'href="mailto:{engagement.person.email}?subject=Before%20you%20start' in page


def test_start_is_confirmed_on_the_day(client: Client, school: School) -> None:
    today = timezone.localdate()
    engagement = with_musts(starter(school, start_date=today))
    sign_in(client, school)
    address = reverse("compliance:start-confirm", args=[engagement.pk])
    ahead = client.post(address, {"started_date": f"{today + timedelta(days=1):%d/%m/%Y}"})
    assert list(ahead.context["confirm_form"].errors) == ["started_date"]

    answer = client.post(address, {"started_date": f"{today:%d/%m/%Y}"})
    assert answer.headers["Location"] == reverse("compliance:starter-detail", args=[engagement.pk])
    assert StartConfirmation.objects.get().started_date == today


def test_start_is_not_confirmed_while_the_verdict_says_no(client: Client, school: School) -> None:
    today = timezone.localdate()
    engagement = starter(school, start_date=today)
    sign_in(client, school)
    answer = client.post(
        reverse("compliance:start-confirm", args=[engagement.pk]), {"started_date": f"{today:%d/%m/%Y}"}
    )

    assert (answer.status_code, StartConfirmation.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)
    assert "Do not start." in answer.context["confirm_form"].errors["__all__"][0]


def test_early_start_is_signed_reviewed_and_ended(client: Client, school: School) -> None:
    today = timezone.localdate()
    engagement = with_musts(starter(school), pending=True)
    sign_in(client, school, Role.HEADTEACHER)
    sign = reverse("compliance:early-start-sign", args=[engagement.pk])
    assert client.get(sign).context["form"]["review_date"].value() == today + timedelta(days=19)
    incomplete = client.post(sign, {"supervisor": "Helen Marsh"})
    assert (incomplete.status_code, EarlyStart.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)
    assert 'value="Helen Marsh"' in incomplete.content.decode()

    day = f"{today + timedelta(days=14):%d/%m/%Y}"
    words = {"supervisor": "Helen Marsh", "supervision_plan": "Never alone", "risks": "Low"}
    client.post(sign, words | {"review_date": day})
    early_start = EarlyStart.objects.get()
    review = reverse("compliance:early-start-review", args=[early_start.pk])
    late = client.post(review, {"note": "Goes on", "next_review_date": f"{today:%d/%m/%Y}"})
    assert list(late.context["form"].errors) == ["next_review_date"]
    client.post(review, {"note": "Goes on", "next_review_date": day})
    assert EarlyStartReview.objects.get().note == "Goes on"

    end = reverse("compliance:early-start-end", args=[early_start.pk])
    assert client.get(end).status_code == HTTPStatus.OK
    client.post(end, {"reason": "Does not start after all"})
    early_start.refresh_from_db()
    assert early_start.end_reason == "Does not start after all"
    assert client.get(end).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("role", [Role.HR_OFFICER, Role.LINE_MANAGER, Role.TRUST_ADMINISTRATOR])
def test_early_starts_are_for_the_head(client: Client, school: School, role: Role) -> None:
    engagement = with_musts(starter(school), pending=True)
    early_start = make_early_start(engagement, timezone.localdate())
    sign_in(client, school, role)
    for name, pk in (
        ("early-start-sign", engagement.pk),
        ("early-start-review", early_start.pk),
        ("early-start-end", early_start.pk),
    ):
        assert client.post(reverse(f"compliance:{name}", args=[pk]), {}).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "role", [Role.INSPECTOR, Role.TRUST_ADMINISTRATOR, Role.STAFF_MEMBER, Role.PANEL_MEMBER]
)
def test_other_roles_see_no_starters(client: Client, school: School, role: Role) -> None:
    engagement = starter(school)
    sign_in(client, school, role)
    for address in (
        reverse("compliance:starter-list"),
        reverse("compliance:starter-nudges"),
        reverse("compliance:starter-detail", args=[engagement.pk]),
    ):
        assert client.get(address).status_code == HTTPStatus.FORBIDDEN


def test_strangers_find_nothing(client: Client, school: School) -> None:
    engagement = with_musts(starter(school), pending=True)
    early_start = make_early_start(engagement, timezone.localdate())
    sign_in(client, make_school(), Role.HEADTEACHER)
    for name, pk in (
        ("start-confirm", engagement.pk),
        ("early-start-sign", engagement.pk),
        ("early-start-review", early_start.pk),
        ("early-start-end", early_start.pk),
    ):
        answer = client.post(reverse(f"compliance:{name}", args=[pk]), {})
        assert (name, answer.status_code) == (name, HTTPStatus.NOT_FOUND)
    detail = client.get(reverse("compliance:starter-detail", args=[engagement.pk]))
    assert detail.status_code == HTTPStatus.NOT_FOUND


def test_an_agency_worker_waits_for_the_agency(client: Client, school: School) -> None:
    engagement = starter(school, category=WorkerCategory.SUPPLY_AGENCY, role={})
    make_check(engagement, CheckType.IDENTITY)
    sign_in(client, school)
    page = client.get(reverse("compliance:starter-detail", args=[engagement.pk])).content.decode()

    assert "Ask the agency or provider to confirm its checks in writing." in page
