"""What the training records say of people on a panel: shown, proposed, taken over."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.models import User
from recruitment.models import PanelMember, Stage, Vacancy
from tests.factories import make_panel_member, make_person, make_user, make_vacancy
from tests.factories.compliance import make_engagement
from tests.factories.training import make_course, make_training

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def stage(vacancy: Vacancy) -> Stage:
    return vacancy.stages.get(kind="application")


@pytest.fixture
def grace(vacancy: Vacancy) -> User:
    return make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Grace Adeyemi")


def address(vacancy: Vacancy, name: str = "stage-panel") -> str:
    return reverse(f"recruitment:{name}", args=[vacancy.pk, "application"])


def with_training(user: User, vacancy: Vacancy, day: date) -> None:
    person = make_person(user=user)
    engagement = make_engagement(school=vacancy.school, person=person)
    make_training(engagement, make_course("safer_recruitment"), awarded_date=day)


def test_the_training_record_is_shown_beside_what_was_typed_and_taken_where_nothing_was(
    client: Client, vacancy: Vacancy, stage: Stage
) -> None:
    nothing, differs, same, without = (make_panel_member(stage) for _ in range(4))
    for member in (nothing, differs, same):
        with_training(member.user, vacancy, date(2026, 3, 12))
    PanelMember.objects.filter(pk=differs.pk).update(safer_recruitment_date=date(2025, 1, 1))
    PanelMember.objects.filter(pk=same.pk).update(safer_recruitment_date=date(2026, 3, 12))
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))

    seats = client.get(address(vacancy)).context["panel"].seats
    shown = {member.pk: recorded for member, recorded in seats}
    client.post(address(vacancy, "stage-panel-training"))

    assert shown == {
        nothing.pk: date(2026, 3, 12),
        differs.pk: date(2026, 3, 12),
        same.pk: None,
        without.pk: None,
    }
    assert dict(PanelMember.objects.values_list("pk", "safer_recruitment_date")) == {
        nothing.pk: date(2026, 3, 12),
        differs.pk: date(2025, 1, 1),
        same.pk: date(2026, 3, 12),
        without.pk: None,
    }


def test_a_person_chosen_beforehand_comes_with_the_date_of_the_training_record(
    client: Client, vacancy: Vacancy, grace: User
) -> None:
    with_training(grace, vacancy, date(2026, 3, 12))
    client.force_login(make_user(Role.HR_OFFICER, school=vacancy.school))
    form = client.get(f"{address(vacancy)}?person={grace.pk}").context["form"]
    assert form["safer_recruitment_date"].value() == date(2026, 3, 12)
