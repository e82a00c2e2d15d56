"""Making a vacancy, changing its terms, weighing its criteria."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import School
from core.selectors import get_actor
from recruitment.domain.scales import DEFAULT_SCALE
from recruitment.models import JobProfileVersion, Vacancy
from recruitment.services.vacancies import publish_vacancy
from tests.factories import (
    make_job_profile_version,
    make_school,
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


def test_cancel_of_a_change_is_a_link_to_the_vacancy(client: Client, draft: Vacancy) -> None:
    sign_in(client, draft.school)

    page = client.get(page_of(draft, "edit")).content.decode()

    cancels = re.findall(r"<(\w+) [^>]*?(?:href=\"([^\"]*)\")?><span>Cancel<", page)
    assert cancels == [("a", page_of(draft))]


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


def test_criteria_say_whether_the_seal_of_publication_holds(client: Client, draft: Vacancy) -> None:
    today = timezone.localdate()
    Vacancy.objects.update(closes_date=today)
    user = make_user(Role.HR_OFFICER, school=draft.school)
    vacancy = publish_vacancy(vacancy=draft, by=get_actor(user), now=timezone.now())
    client.force_login(user)

    whole = client.get(page_of(vacancy, "criteria")).content.decode()
    vacancy.criteria.filter(position=1).update(weight=9)
    broken = client.get(page_of(vacancy, "criteria")).content.decode()

    assert "nothing has changed." in whole
    assert "Something has changed since publication" in broken


def test_a_fixed_term_without_a_reason_is_said_beside_other_errors(client: Client) -> None:
    version = make_job_profile_version()
    sign_in(client, version.job_profile.school)

    response = client.post(
        CREATE, terms(profile=str(version.pk), contract_type="fixed_term", closes_date="soon")
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert ("Say why the post is for a fixed term" in page, "must be a date" in page) == (True, True)
    assert 'Why it is for a fixed term <span class="optional"' not in page


@pytest.mark.parametrize(("contract", "chosen"), [("Fixed term for 1 year", 1), ("Permanent", 0)])
def test_the_contract_follows_the_document(client: Client, contract: str, chosen: int) -> None:
    version = make_job_profile_version(contract=contract)
    sign_in(client, version.job_profile.school)

    page = client.get(CREATE, {"profile": version.pk}).content.decode()

    chosen_value = ("permanent", "fixed_term")[chosen]
    assert f'name="contract_type" value="{chosen_value}"' in page
    marked = [part.split(">")[0] for part in page.split('name="contract_type" ')[1:]]
    assert ["checked" in one for one in marked] == [number == chosen for number in range(len(marked))]


def test_profiles_of_one_title_are_told_apart(client: Client) -> None:
    version = make_job_profile_version()
    sign_in(client, version.job_profile.school)

    page = client.get(CREATE).content.decode()

    assert f"version 1, confirmed on {version.confirmed_at:%d/%m/%Y}" in page
