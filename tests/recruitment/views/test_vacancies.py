"""Vacancies in the browser: listed, made, changed, and run from one page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import School
from recruitment.domain.scales import DEFAULT_SCALE
from recruitment.models import JobProfileVersion, Vacancy
from tests.factories import (
    make_application,
    make_job_profile_version,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)

pytestmark = pytest.mark.django_db

LIST = reverse("recruitment:vacancy-list")
CREATE = reverse("recruitment:vacancy-create")


def uk(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def terms(**changes: Any) -> dict[str, Any]:
    """Terms as a browser sends them."""
    today = timezone.localdate()
    words = {f"words_0-3_{points}": text for points, text in DEFAULT_SCALE.words_by_points.items()}
    return {
        "title": "Learning Mentor",
        "reference": "LM-26-77",
        "summary": "",
        "contract_type": "permanent",
        "opens_date": uk(today),
        "closes_date": uk(today + timedelta(days=21)),
        "shortlist_size": "6",
        "is_anonymous": "True",
        "statement_per_criterion": "True",
        "scale": "0-3",
        "threshold_0-3": "1",
        **words,
        **changes,
    }


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def draft() -> Vacancy:
    return make_vacancy(published=False)


def page_of(vacancy: Vacancy, name: str = "detail") -> str:
    return reverse(f"recruitment:vacancy-{name}", args=[vacancy.pk])


PAGES = ("detail", "timeline", "criteria", "edit", "publish", "close", "reopen", "end")


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_open_for_hr(client: Client, vacancy: Vacancy, name: str) -> None:
    sign_in(client, vacancy.school)

    assert client.get(page_of(vacancy, name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_are_not_there_for_strangers(client: Client, vacancy: Vacancy, name: str) -> None:
    sign_in(client, make_school())

    assert client.get(page_of(vacancy, name)).status_code == 404


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.INSPECTOR])
@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_are_denied_to_lesser_roles(
    client: Client, vacancy: Vacancy, name: str, role: Role
) -> None:
    sign_in(client, vacancy.school, role)

    assert client.get(page_of(vacancy, name)).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_vacancy_ask_to_sign_in(client: Client, vacancy: Vacancy, name: str) -> None:
    response = client.get(page_of(vacancy, name))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("detail", 200), ("timeline", 200), ("criteria", 200), ("edit", 403), ("publish", 403), ("end", 403)],
)
def test_a_trust_administrator_reads_and_changes_nothing(
    client: Client, vacancy: Vacancy, name: str, expected: int
) -> None:
    sign_in(client, vacancy.school, Role.TRUST_ADMINISTRATOR)

    assert client.get(page_of(vacancy, name)).status_code == expected


def test_timeline_keeps_applicants_from_who_may_not_see_them(client: Client, vacancy: Vacancy) -> None:
    application = make_application(vacancy)
    vacancy.events.create(kind="vacancy_closed", at=vacancy.created_at, reason="Enough applications")
    vacancy.events.create(
        kind="application_withdrawn", at=vacancy.created_at, application=application, reason="Moved to Leeds"
    )
    sign_in(client, vacancy.school, Role.TRUST_ADMINISTRATOR)
    seen_by_trust = client.get(page_of(vacancy, "timeline")).content.decode()
    sign_in(client, vacancy.school)
    seen_by_hr = client.get(page_of(vacancy, "timeline")).content.decode()

    assert "Enough applications" in seen_by_trust
    assert "Moved to Leeds" not in seen_by_trust
    assert application.code not in seen_by_trust
    assert "Moved to Leeds" in seen_by_hr


def titles(client: Client, **query: str) -> list[str]:
    return [one.title for one in client.get(LIST, query).context["page"].object_list]


def test_list_searches_filters_and_sorts(client: Client) -> None:
    school = make_school()
    make_vacancy(school=school, title="Learning Mentor", closes_date=date(2026, 10, 30))
    make_vacancy(school=school, title="Site Manager", closes_date=date(2026, 10, 20))
    cook = make_vacancy(school=school, title="Cook", closes_date=date(2026, 10, 25), published=False)
    make_vacancy(title="Elsewhere")
    make_application(cook)
    sign_in(client, school)

    assert titles(client) == ["Learning Mentor", "Cook", "Site Manager"]
    assert titles(client, sort="title") == ["Cook", "Learning Mentor", "Site Manager"]
    assert titles(client, sort="newest") == ["Cook", "Site Manager", "Learning Mentor"]
    assert titles(client, sort="applications") == ["Cook", "Learning Mentor", "Site Manager"]
    assert titles(client, sort="nonsense") == titles(client)
    assert titles(client, q="mentor") == ["Learning Mentor"]
    assert titles(client, q=cook.reference) == ["Cook"]
    assert titles(client, status="draft") == ["Cook"]
    assert titles(client, q="nobody") == []
    assert titles(client, school=str(school.pk)) == titles(client)
    assert titles(client, school="0") == []


def test_list_without_vacancies_says_how_to_begin(client: Client) -> None:
    sign_in(client, make_school())

    page = client.get(LIST).content.decode()

    assert "No vacancies yet" in page
    assert f'href="{CREATE}"' in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_database_the_same_whatever_its_length(
    client: Client, count: int, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    school = make_school()
    for _ in range(count):
        make_application(make_vacancy(school=school))
    sign_in(client, school)

    with assert_queries(7):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_hub_asks_the_database_the_same_whatever_it_counts(
    client: Client,
    vacancy: Vacancy,
    count: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    stage = make_stage(vacancy, status="scoring")
    for _ in range(count):
        make_application(vacancy)
        make_panel_member(stage)
        vacancy.events.create(kind="vacancy_changed", at=vacancy.created_at, by=vacancy.created_by)
    sign_in(client, vacancy.school)

    with assert_queries(11):
        client.get(page_of(vacancy))


def test_hub_says_what_is_next_and_who_is_waited_for(client: Client, vacancy: Vacancy) -> None:
    stage = make_stage(vacancy, status="scoring")
    make_application(vacancy)
    make_panel_member(stage, make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Grace Adeyemi"))
    make_panel_member(stage, make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Tom Reid"))
    sign_in(client, vacancy.school)

    hub = client.get(page_of(vacancy)).context["hub"]

    assert hub.next_step.sentence == (
        "Waiting for Grace Adeyemi and Tom Reid to finish scoring. Everything stays sealed until then."
    )
    assert (hub.facts.applications, hub.facts.criteria, hub.facts.stage("application").members) == (1, 5, 2)


def test_hub_counts_what_follows_the_shortlist(client: Client, vacancy: Vacancy) -> None:
    make_stage(vacancy, status="decided")
    for status in ("shortlisted", "shortlisted", "not_shortlisted", "withdrawn"):
        application = make_application(vacancy, status=status)
        application.referees.create(position=1, name="Jo Marsh")
        application.referees.create(position=2, name="Sam Lowe")
    sign_in(client, vacancy.school)

    facts = client.get(page_of(vacancy)).context["hub"].facts

    assert (facts.shortlisted, facts.references, facts.references_verified, facts.certificates) == (
        2,
        4,
        0,
        2,
    )


def version_at(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school)


def test_create_begins_with_the_job_profile(client: Client) -> None:
    school = make_school()
    version = version_at(school)
    make_job_profile_version()
    sign_in(client, school)

    assert list(client.get(CREATE).context["versions"]) == [version]


def test_create_starts_from_what_the_profile_says(client: Client) -> None:
    school = make_school()
    version = make_job_profile_version(school=school, hours="30 hours a week", grade="Scale 4")
    sign_in(client, school)

    form = client.get(CREATE, {"profile": version.pk}).context["form"]

    assert (form["hours"].value(), form["salary"].value(), form["is_anonymous"].value()) == (
        "30 hours a week",
        "Scale 4",
        True,
    )
    assert form["reference"].value() == f"LM-{timezone.localdate():%y}-01"


def test_create_saves_a_draft(client: Client) -> None:
    school = make_school()
    version = version_at(school)
    sign_in(client, school)

    response = client.post(CREATE, terms(profile=version.pk))

    vacancy = Vacancy.objects.get()
    assert response["Location"] == page_of(vacancy)
    assert (vacancy.status, vacancy.school_id, vacancy.criteria.count()) == ("draft", school.pk, 5)
    assert vacancy.scale_labels == list(DEFAULT_SCALE.words)


def test_create_with_another_scale_and_own_words(client: Client) -> None:
    school = make_school()
    own = {"scale": "0-2", "words_0-2_0": "No", "words_0-2_1": "Partly", "words_0-2_2": "Yes"}
    sign_in(client, school)

    client.post(CREATE, terms(profile=version_at(school).pk, **own, **{"threshold_0-2": "2"}))

    vacancy = Vacancy.objects.get()
    assert (vacancy.scale_min, vacancy.scale_max, vacancy.essential_threshold, vacancy.scale_labels) == (
        0,
        2,
        2,
        ["No", "Partly", "Yes"],
    )


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"closes_date": "31/13/2026"}, "closes_date", "Enter a valid date."),
        ({"closes_date": "01/01/2020"}, "closes_date", "The closing date cannot be before the opening date."),
        (
            {"contract_type": "fixed_term"},
            "fixed_term_reason",
            "Say why the post is for a fixed term, such as maternity cover.",
        ),
        ({"words_0-3_2": " "}, "words_0-3_2", "Give words for 2 on the scale."),
        (
            {"words_0-3_2": "No evidence"},
            "words_0-3_0",
            "Two points have the same words. Tell them apart.",
        ),
    ],
)
def test_create_with_bad_input_says_so_and_keeps_what_was_typed(
    client: Client, changes: dict[str, str], field: str, message: str
) -> None:
    school = make_school()
    sign_in(client, school)
    sent = terms(profile=version_at(school).pk, summary="We are a small school by the sea.", **changes)

    response = client.post(CREATE, sent)

    form = response.context["form"]
    assert response.status_code == 422
    assert form.errors[field] == [message]
    assert form["summary"].value() == "We are a small school by the sea."
    assert all(form[name].value() == value for name, value in changes.items())
    assert not Vacancy.objects.exists()


def test_create_with_a_reference_taken_says_so(client: Client) -> None:
    school = make_school()
    make_vacancy(school=school, reference="LM-26-77")
    sign_in(client, school)

    response = client.post(CREATE, terms(profile=version_at(school).pk))

    assert response.status_code == 422
    assert response.context["form"].errors == {
        "reference": ["Another vacancy of this school already has this reference. Choose another."]
    }


@pytest.mark.parametrize("profile", ["", "0", "nonsense"])
def test_create_from_a_profile_that_is_not_there(client: Client, profile: str) -> None:
    sign_in(client, make_school())

    assert client.post(CREATE, terms(profile=profile)).status_code == 404


def test_create_from_a_profile_of_another_school(client: Client) -> None:
    sign_in(client, make_school())

    assert client.get(CREATE, {"profile": make_job_profile_version().pk}).status_code == 404


def test_edit_saves_a_draft(client: Client, draft: Vacancy) -> None:
    sign_in(client, draft.school)

    response = client.post(page_of(draft, "edit"), terms(title="Senior Learning Mentor"))

    draft.refresh_from_db()
    assert response["Location"] == page_of(draft)
    assert draft.title == "Senior Learning Mentor"


def test_edit_shows_the_vacancys_own_words_for_its_scale(client: Client, draft: Vacancy) -> None:
    sign_in(client, draft.school)

    form = client.get(page_of(draft, "edit")).context["form"]

    assert form["scale"].value() == "0-3"
    assert [form[f"words_0-3_{points}"].value() for points in range(4)] == [
        "Not shown",
        "Partly shown",
        "Shown",
        "Strongly shown",
    ]


def test_edit_keeps_a_scale_that_is_no_preset(client: Client) -> None:
    draft = make_vacancy(
        published=False, scale_min=1, scale_max=3, scale_labels=["Low", "Mid", "High"], essential_threshold=2
    )
    sign_in(client, draft.school)
    form = client.get(page_of(draft, "edit")).context["form"]
    words = {f"words_own_{points}": form[f"words_own_{points}"].value() for points in (1, 2, 3)}

    client.post(page_of(draft, "edit"), terms(scale="own", threshold_own="3", **words))

    draft.refresh_from_db()
    assert (draft.scale_min, draft.scale_max, draft.scale_labels, draft.essential_threshold) == (
        1,
        3,
        ["Low", "Mid", "High"],
        3,
    )


def test_edit_after_publication_offers_nothing_that_is_fixed(client: Client, vacancy: Vacancy) -> None:
    sign_in(client, vacancy.school)

    form = client.get(page_of(vacancy, "edit")).context["form"]

    fixed = {"scale", "is_anonymous", "statement_per_criterion", "words_0-3_0", "threshold_0-3"}
    assert fixed & set(form.fields) == set()


def test_edit_after_publication_changes_dates_and_no_scale(client: Client, vacancy: Vacancy) -> None:
    sign_in(client, vacancy.school)
    sent = terms(
        reference=vacancy.reference,
        opens_date="01/10/2026",
        closes_date="06/11/2026",
        scale="0-2",
        is_anonymous="False",
    )

    client.post(page_of(vacancy, "edit"), sent)

    vacancy.refresh_from_db()
    assert (vacancy.closes_date, vacancy.scale_max, vacancy.is_anonymous) == (date(2026, 11, 6), 3, True)


def weights(vacancy: Vacancy, weight: str) -> dict[str, str]:
    return {f"weight_{pk}": weight for pk in vacancy.criteria.values_list("pk", flat=True)}


def test_criteria_save_weights_of_a_draft(client: Client, draft: Vacancy) -> None:
    sign_in(client, draft.school)

    response = client.post(page_of(draft, "criteria"), weights(draft, "4"))

    assert response["Location"] == page_of(draft, "criteria")
    assert set(draft.criteria.values_list("weight", flat=True)) == {4}


@pytest.mark.parametrize("weight", ["0", "11", "", "two", "1.5"])
def test_criteria_with_a_bad_weight_keep_what_was_typed(client: Client, draft: Vacancy, weight: str) -> None:
    sign_in(client, draft.school)
    first = draft.criteria.order_by("position").first()

    response = client.post(page_of(draft, "criteria"), weights(draft, "4") | {f"weight_{first.pk}": weight})

    form = response.context["form"]
    assert response.status_code == 422
    assert form.errors == {
        f"weight_{first.pk}": [f"A weight is a whole number from 1 to 10. Check: {first.text}"]
    }
    assert form[f"weight_{first.pk}"].value() == weight
    assert 4 not in set(draft.criteria.values_list("weight", flat=True))


def test_criteria_after_publication_cannot_change(client: Client, vacancy: Vacancy) -> None:
    sign_in(client, vacancy.school)
    before = list(vacancy.criteria.order_by("pk").values())

    response = client.post(page_of(vacancy, "criteria"), weights(vacancy, "9"))

    assert response.status_code == 422
    assert "the weights cannot change" in response.content.decode()
    assert list(vacancy.criteria.order_by("pk").values()) == before


def test_criteria_of_another_profile_replace_those_of_a_draft(client: Client, draft: Vacancy) -> None:
    other = make_job_profile_version(school=draft.school, criteria=[("Cooks", "essential", "AI", 1)])
    sign_in(client, draft.school)

    client.post(page_of(draft, "criteria"), {"action": "profile", "profile": other.pk})

    assert list(draft.criteria.values_list("text", flat=True)) == ["Cooks"]


def test_criteria_are_read_by_a_trust_administrator_who_may_not_weigh_them(
    client: Client, draft: Vacancy
) -> None:
    sign_in(client, draft.school, Role.TRUST_ADMINISTRATOR)

    assert client.get(page_of(draft, "criteria")).context["may_edit"] is False
    assert client.post(page_of(draft, "criteria"), weights(draft, "4")).status_code == 403
