"""Retention in the browser: who may, what is listed, two people, holds, the record."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.models import Check, DestructionBatch, LegalHold
from core.domain.permissions import Role
from core.models import Engagement, School, User
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.dated import make_document, make_right_to_work
from tests.factories.people import NOW, make_person, make_school, make_user
from tests.factories.recruitment import make_application, make_vacancy
from tests.factories.whole_application import make_ended_vacancy
from tests.factories.whole_leaver import make_whole_leaver

pytestmark = pytest.mark.django_db
LIST = "/retention/"
MAY = {Role.HR_OFFICER, Role.HEADTEACHER}
PAGES = ("retention-list", "hold-list", "hold-create", "destruction-list")
TWO_DAYS = (date(1980, 3, 2), date(1991, 5, 4))


@pytest.fixture(autouse=True)
def own_files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def leaver(school: School) -> Engagement:
    """Right-to-work evidence is due, the file not yet."""
    person = make_person(given_name="Imogen", family_name="Fairweather")
    left = timezone.localdate() - timedelta(days=800)
    engagement = make_engagement(school=school, person=person, start_date=date(2015, 9, 1), end_date=left)
    make_right_to_work(engagement)
    return engagement


@pytest.fixture
def hr(client: Client, school: School) -> User:
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    return user


def key_of(leaver: Engagement) -> str:
    return f"right-to-work-p{leaver.person_id}-s{leaver.school_id}"


def propose(client: Client, leaver: Engagement, **fields: object) -> str:
    data = {"kind": "right_to_work", "school": leaver.school_id, "record": key_of(leaver)} | fields
    answer = client.post(LIST, data)
    assert answer.status_code == HTTPStatus.FOUND
    return answer.headers["Location"]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_for_those_who_manage_retention(
    client: Client, school: School, role: Role, name: str
) -> None:
    client.force_login(make_user(role, school=school))
    expected = HTTPStatus.OK if role in MAY else HTTPStatus.FORBIDDEN

    assert client.get(reverse(f"compliance:{name}")).status_code == expected


@pytest.mark.parametrize("name", PAGES)
def test_signed_out_is_asked_to_sign_in(client: Client, name: str) -> None:
    address = reverse(f"compliance:{name}")

    assert client.get(address).headers["Location"] == f"/account/login/?next={address}"


def test_list_opens_at_what_is_due(client: Client, leaver: Engagement, hr: User) -> None:
    answer = client.get(LIST)

    assert answer.context["kind"] == "right_to_work"
    assert [item.record_key for item in answer.context["page"]] == [key_of(leaver)]
    assert "Evidence of the check is kept during employment" in answer.content.decode()


def test_empty_list_says_what_comes_here(client: Client, hr: User) -> None:
    assert "Nothing to destroy" in client.get(LIST).content.decode()


@pytest.mark.parametrize(("search", "number"), [("fair", 1), ("evidence", 1), ("nobody", 0)])
def test_search_looks_at_name_and_kind(
    client: Client, leaver: Engagement, hr: User, search: str, number: int
) -> None:
    assert len(client.get(f"{LIST}?q={search}").context["page"]) == number


def test_other_schools_are_not_seen(client: Client, leaver: Engagement) -> None:
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))

    assert "Fairweather" not in client.get(f"{LIST}?school={leaver.school_id}").content.decode()
    assert client.get(f"/retention/holds/new/?school={leaver.school_id}").status_code == HTTPStatus.NOT_FOUND
    assert (
        client.post(
            LIST, {"kind": "right_to_work", "school": leaver.school_id, "record": key_of(leaver)}
        ).status_code
        == HTTPStatus.FORBIDDEN
    )


def test_two_people_destroy_and_the_record_names_nobody(client: Client, leaver: Engagement, hr: User) -> None:
    address = propose(client, leaver)
    own = client.get(address).content.decode()
    client.force_login(make_user(Role.HEADTEACHER, school=leaver.school, name="Bea Holt"))
    seen = client.get(address).content.decode()
    answer = client.post(f"{address}confirm/")
    record = client.get(address).content.decode()

    assert "You proposed this, so somebody else has to confirm it." in own
    assert ("Imogen Fairweather" in seen, "Right-to-work evidence" in seen) == (True, True)
    assert (answer.status_code, answer.headers["Location"]) == (HTTPStatus.FOUND, address)
    assert ("Fairweather" in record, "Bea Holt" in record) == (False, True)
    assert Check.objects.filter(right_to_work__isnull=False).count() == 0


def test_own_proposal_cannot_be_confirmed(client: Client, leaver: Engagement, hr: User) -> None:
    address = propose(client, leaver)

    assert client.post(f"{address}confirm/").status_code == HTTPStatus.CONFLICT
    assert Check.objects.filter(right_to_work__isnull=False).count() == 1


@pytest.mark.parametrize("step", ["confirm", "cancel"])
def test_getting_destroys_nothing(client: Client, leaver: Engagement, hr: User, step: str) -> None:
    address = propose(client, leaver)

    assert client.get(f"{address}{step}/").status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("step", ["", "confirm/", "cancel/"])
def test_stranger_does_not_find_a_proposal(client: Client, leaver: Engagement, hr: User, step: str) -> None:
    address = f"{propose(client, leaver)}{step}"
    client.force_login(make_user(Role.HEADTEACHER, school=make_school()))
    answer = client.post(address) if step else client.get(address)

    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
@pytest.mark.parametrize("step", ["", "confirm/", "cancel/"])
def test_role_too_low_is_refused(client: Client, leaver: Engagement, hr: User, role: Role, step: str) -> None:
    address = f"{propose(client, leaver)}{step}"
    client.force_login(make_user(role, school=leaver.school))
    answer = client.post(address) if step else client.get(address)

    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_cancelled_proposal_is_due_again(client: Client, leaver: Engagement, hr: User) -> None:
    address = propose(client, leaver)
    client.post(f"{address}cancel/")

    assert [item.is_due for item in client.get(LIST).context["page"]] == [True]
    assert "Cancelled proposal" in client.get(address).content.decode()


def test_everything_due_is_proposed_at_once(client: Client, leaver: Engagement, hr: User) -> None:
    other = make_engagement(school=leaver.school, start_date=leaver.start_date, end_date=leaver.end_date)
    make_right_to_work(other)
    propose(client, leaver, everything="on", record="")

    assert DestructionBatch.objects.get().items.count() == 2


def test_nothing_ticked_is_said(client: Client, leaver: Engagement, hr: User) -> None:
    answer = client.post(LIST, {"kind": "right_to_work", "school": leaver.school_id})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Tick what is to be destroyed." in answer.content.decode()


def test_ticks_are_kept_when_one_of_them_is_held(client: Client, leaver: Engagement, hr: User) -> None:
    other = make_engagement(school=leaver.school, start_date=leaver.start_date, end_date=leaver.end_date)
    make_right_to_work(other)
    hold(leaver, hr)
    answer = client.post(
        LIST,
        {"kind": "right_to_work", "school": leaver.school_id, "record": [key_of(leaver), key_of(other)]},
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'value="{key_of(other)}" checked' in answer.content.decode()


@pytest.mark.parametrize("data", [{}, {"kind": "allegation", "school": "1"}, {"kind": "dbs_copy"}])
def test_nonsense_is_a_bad_request(client: Client, hr: User, data: dict[str, str]) -> None:
    assert client.post(LIST, data).status_code == HTTPStatus.BAD_REQUEST


def hold(leaver: Engagement, by: User) -> LegalHold:
    return LegalHold.objects.create(
        school=leaver.school, person=leaver.person, reason="Tribunal claim", placed_at=NOW, placed_by=by
    )


def test_hold_placed_since_is_shown_and_stops_it(client: Client, leaver: Engagement, hr: User) -> None:
    address = propose(client, leaver)
    hold(leaver, hr)
    client.force_login(make_user(Role.HEADTEACHER, school=leaver.school))
    answer = client.post(f"{address}confirm/")

    assert "1 of these can no longer be destroyed" in client.get(address).content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert Check.objects.filter(right_to_work__isnull=False).count() == 1


def test_held_record_says_why_and_cannot_be_ticked(client: Client, leaver: Engagement, hr: User) -> None:
    hold(leaver, hr)
    body = client.get(f"{LIST}?kind=right_to_work").content.decode()

    assert ("Tribunal claim" in body, f'value="{key_of(leaver)}"' in body) == (True, False)


def test_hold_is_found_placed_and_lifted(client: Client, leaver: Engagement, hr: User) -> None:
    new = reverse("compliance:hold-create")
    found = client.get(f"{new}?q=imogen+fair").context["holdables"]
    client.post(new, {"about": found[0].key, "reason": "Tribunal claim"})
    placed = LegalHold.objects.get()
    lift = reverse("compliance:hold-lift", args=[placed.pk])
    assert client.get(lift).status_code == HTTPStatus.OK
    client.post(lift, {"reason": "Claim settled"})
    placed.refresh_from_db()

    assert [(one.key, one.label) for one in found] == [(f"person-{leaver.person_id}", "Imogen Fairweather")]
    assert (placed.reason, placed.lift_reason) == ("Tribunal claim", "Claim settled")
    assert "Claim settled" in client.get(reverse("compliance:hold-list")).content.decode()


def test_two_of_one_name_are_told_apart_before_a_hold(client: Client, school: School, hr: User) -> None:
    twins = [make_person(given_name="Wendy", family_name="Amos", birth_date=day) for day in TWO_DAYS]
    make_engagement(school=school, person=twins[0], job_title="Cook")
    make_application(make_vacancy(school=school), person=twins[1])

    found = client.get(f"{reverse('compliance:hold-create')}?q=amos").context["holdables"]

    assert [one.hint for one in found] == ["Cook, born 02/03/1980", "applied on 02/11/2026, born 04/05/1991"]


def test_vacancy_is_found_by_its_reference(client: Client, school: School, hr: User) -> None:
    vacancy = make_vacancy(school=school, reference="LM-77")
    make_vacancy(reference="LM-77")
    found = client.get(f"{reverse('compliance:hold-create')}?q=LM-77").context["holdables"]

    assert [one.key for one in found] == [f"vacancy-{vacancy.pk}"]


def test_people_of_other_schools_are_not_found(client: Client, hr: User) -> None:
    other = make_engagement()
    make_application(make_vacancy(), person=make_person(family_name="Elsewhere"))
    new = reverse("compliance:hold-create")

    for query in (f"q={other.person.family_name}", "q=Elsewhere", f"about=person-{other.person_id}"):
        assert client.get(f"{new}?{query}").context["holdables"] == []


def test_hold_without_reason_keeps_the_choice(client: Client, leaver: Engagement, hr: User) -> None:
    answer = client.post(
        reverse("compliance:hold-create"), {"about": f"person-{leaver.person_id}", "reason": ""}
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'value="person-{leaver.person_id}" id="id_about_0"' in " ".join(
        answer.content.decode().split()
    ).replace('class="form-check-input" ', "").replace("required ", "")
    assert LegalHold.objects.count() == 0


@pytest.mark.parametrize("about", ["person-0", "person-x", "vacancy-1", "", "person-99999999999999999999"])
def test_hold_on_nobody_is_refused(client: Client, hr: User, about: str) -> None:
    answer = client.post(reverse("compliance:hold-create"), {"about": about, "reason": "Claim"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_hold_of_another_school_is_not_found(client: Client, leaver: Engagement, hr: User) -> None:
    placed = hold(leaver, hr)
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    lift = reverse("compliance:hold-lift", args=[placed.pk])

    assert client.get(lift).status_code == HTTPStatus.NOT_FOUND
    assert client.post(lift, {"reason": "x"}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_three(
    client: Client,
    school: School,
    hr: User,
    number: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    today = timezone.localdate()
    for _ in range(number):
        engagement = make_engagement(
            school=school, start_date=date(2010, 9, 1), end_date=today - timedelta(days=3000)
        )
        make_right_to_work(engagement)
        make_certificate(engagement, document=make_document(school, uploaded_at=NOW - timedelta(days=400)))
        make_application(
            make_ended_vacancy(school=school, closes_date=date(2020, 1, 2), opens_date=date(2020, 1, 1)),
            status="withdrawn",
        )
    with assert_queries():
        answer = client.get(f"{LIST}?kind=personnel_file")

    assert len(answer.context["page"]) == number


@pytest.mark.parametrize("number", [1, 3])
def test_preview_costs_the_same_for_one_and_three(
    client: Client,
    school: School,
    hr: User,
    number: int,
    assert_queries: Callable[..., AbstractContextManager[object]],
) -> None:
    for place in range(number):
        make_whole_leaver(school, f"Quillfeather{place}")
    client.post(LIST, {"kind": "personnel_file", "school": school.pk, "everything": "on"})
    batch = DestructionBatch.objects.get()
    with assert_queries():
        answer = client.get(reverse("compliance:destruction-detail", args=[batch.pk]))

    assert len(answer.context["preview"].items) == number
