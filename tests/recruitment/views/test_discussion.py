"""The discussion list in the browser: agreed without leaving it, and what is agreed stays in sight."""

import pytest
from django.test import Client
from django.urls import reverse

from recruitment.models import AgreedScore, PanelMember, Stage
from tests.factories.scoring import list_criteria
from tests.recruitment.views.test_moderation import scored, url

pytestmark = pytest.mark.django_db

DIVIDED = [[[1, 2, 0], [3, 2, 2]], [[3, 2, 2], [1, 2, 2]]]


def agree(client: Client, stage: Stage, member: PanelMember, **data: str):
    client.force_login(member.user)
    address = url(stage, "score-agree", code="C01", criterion_id=list_criteria(stage)[0].pk)
    return client.post(f"{address}?on=discussion", {"points": "2", "reason": "It counts in part"} | data)


def test_a_mistake_brings_the_list_back_with_what_was_typed(client: Client) -> None:
    stage, members = scored(DIVIDED)

    response = agree(client, stage, members[0], points="")

    page = response.content.decode()
    first = list_criteria(stage)[0]
    assert response.status_code == 422
    assert "<h1>" in page
    assert "Discussion list" in page
    assert f'<a href="#why-C01-{first.pk}">Choose the points the panel agreed.</a>' in page
    assert "It counts in part</textarea>" in page
    assert page.count('<li class="card" id="item-') == 3
    assert not AgreedScore.objects.exists()


def test_recording_leads_to_the_next_difference(client: Client) -> None:
    stage, members = scored(DIVIDED)
    client.force_login(members[0].user)
    page = client.get(url(stage, "discussion")).content.decode()
    keys = [part.split('"')[0] for part in page.split('<li class="card" id="')[1:]]

    addresses = [part.split('"')[0] for part in page.split('name="next" value="')[1:]]

    here = url(stage, "discussion")
    assert addresses == [f"{here}#{key}" for key in [*keys[1:], "item-agreed"]]


def test_what_was_agreed_stays_on_the_page_with_a_way_to_change_it(client: Client) -> None:
    stage, members = scored(DIVIDED)
    first = list_criteria(stage)[0]

    agree(client, stage, members[0])

    page = client.get(url(stage, "discussion")).content.decode()
    assert f'id="item-C01-{first.pk}"' not in page
    _, agreed = page.split("Agreed so far</h2>")
    assert "It counts in part" in agreed
    cell = url(stage, "cell-detail", code="C01")
    assert f'<a href="{cell}?criterion={first.pk}">Change<' in agreed
    shown = client.get(f"{cell}?criterion={first.pk}").content.decode()
    assert "Change what was agreed" in shown


def test_the_list_of_one_candidate_has_nobody_else(client: Client) -> None:
    stage, members = scored(DIVIDED)
    client.force_login(members[0].user)
    agree(client, stage, members[0])
    client.get(url(stage, "discussion"))  # where the message about C01 is read

    page = client.get(url(stage, "discussion") + "?candidate=C02").content.decode()

    assert "Only C02 is listed" in page
    assert "C01" not in page


def test_to_settle_leads_to_what_is_to_settle(client: Client) -> None:
    stage, members = scored([[[0, 2, 2], [2, 2, 2]], [[2, 2, 2]] * 2])
    client.force_login(members[0].user)
    expected = f'<a href="{url(stage, "discussion")}?candidate=C01"><span class="pill pill-warning">'

    pages = [client.get(url(stage, name)).content.decode() for name in ("scoring-grid", "ranked-list")]

    assert [page.count(expected) for page in pages] == [1, 1]
    assert [page.count("the panel has points to agree on the others") for page in pages] == [1, 1]


def test_the_grid_for_paper_says_what_it_is_and_cuts_no_words(client: Client) -> None:
    stage, members = scored([[[2, 2, 2]] * 2])
    long = "A thorough understanding of the range of barriers that pupils meet on their way to learning"
    criterion = list_criteria(stage)[0]
    type(criterion).objects.filter(pk=criterion.pk).update(text=long)
    client.force_login(members[0].user)

    page = client.get(
        reverse("recruitment:scoring-grid", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})
    )

    shown = page.content.decode()
    assert f'<span class="whole">{long}</span>' in shown
    vacancy = stage.vacancy
    assert f"Shortlisting · {vacancy.school.name} · {vacancy.reference} · printed on " in shown
