"""A relationship a candidate declares is seen before anybody scores them."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from recruitment.models import Application, PanelMember, Stage
from recruitment.services.recusals import record_conflict
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

WORDS = "My cousin Gwen Pritchard is a governor"


def make_scene(status: str = "scoring") -> tuple[Stage, PanelMember]:
    vacancy = make_vacancy()
    stage = make_stage(vacancy, status=status)
    governor = make_user(Role.PANEL_MEMBER, school=vacancy.school, name="Gwen Pritchard")
    seat = make_panel_member(stage, governor)
    make_panel_member(stage)
    make_application(vacancy)
    make_application(vacancy, is_related_to_school=True, relationship_details=WORDS)
    return stage, seat


def read(client: Client, stage: Stage, name: str, role: Role = Role.HR_OFFICER) -> str:
    client.force_login(make_user(role, school=stage.vacancy.school))
    address = reverse(f"recruitment:{name}", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})
    return client.get(address).content.decode()


@pytest.mark.parametrize("status", ["preparing", "scoring"])
def test_the_stage_says_whom_a_candidate_may_mean(client: Client, status: str) -> None:
    stage, _ = make_scene(status)

    page = read(client, stage, "stage-status")

    assert "<li>C02 may mean <strong>Gwen Pritchard</strong>, who is on this panel</li>" in page
    assert WORDS not in page


def test_the_panel_is_told_nothing_of_it(client: Client) -> None:
    stage, seat = make_scene()
    client.force_login(seat.user)
    address = reverse("recruitment:stage-status", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})

    page = client.get(address).content.decode()

    assert "Relationships declared" not in page
    assert "C02" not in page


def test_conflicts_show_the_words_and_lead_to_recording(client: Client) -> None:
    stage, seat = make_scene()

    page = read(client, stage, "conflict-record")
    prefilled = client.get(
        reverse("recruitment:conflict-record", kwargs={"pk": stage.vacancy_id, "kind": stage.kind}),
        {"member": seat.pk, "application": "C02"},
    ).content.decode()

    assert WORDS in page
    assert f'<a href="?member={seat.pk}&amp;application=C02#record">Record the conflict' in page
    assert f'<option value="{seat.pk}" selected>Gwen Pritchard</option>' in prefilled
    assert 'name="application" value="C02"' in prefilled


def test_once_recorded_nobody_is_left_to_name(client: Client) -> None:
    stage, seat = make_scene()
    record_conflict(
        stage_id=stage.pk,
        member_id=seat.pk,
        application_id=Application.objects.get(code="C02").pk,
        reason="Her cousin",
        by=make_actor(Role.HR_OFFICER, school=stage.vacancy.school),
        now=NOW,
    )

    assert "<li>C02: nobody on this panel by that name who has not stood aside</li>" in read(
        client, stage, "stage-status"
    )


def test_before_scoring_opens_conflicts_say_why_there_is_no_form(client: Client) -> None:
    stage, _ = make_scene("preparing")

    page = read(client, stage, "conflict-record")

    assert "Conflicts are recorded here once scoring is open" in page
    assert 'name="member"' not in page


def test_the_list_of_applications_marks_the_candidate(client: Client) -> None:
    stage, _ = make_scene()
    client.force_login(make_user(Role.HR_OFFICER, school=stage.vacancy.school))

    page = client.get(reverse("recruitment:application-list", args=[stage.vacancy_id])).content.decode()

    assert page.count("Relationship declared") == 1


def test_the_stage_costs_no_more_for_three_than_for_one(client: Client, assert_queries: object) -> None:
    stage, _ = make_scene()
    for _ in range(2):
        make_application(stage.vacancy, is_related_to_school=True, relationship_details=WORDS)
    client.force_login(make_user(Role.HR_OFFICER, school=stage.vacancy.school))
    address = reverse("recruitment:stage-status", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})

    for related in (3, 1):
        if related == 1:
            Application.objects.exclude(code="C02").update(is_related_to_school=False)
        with assert_queries(12):  # type: ignore[operator]
            client.get(address)
