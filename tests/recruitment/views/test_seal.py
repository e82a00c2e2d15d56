"""Before unsealing nobody learns anything of another person's points, wherever they look.

The same pages are asked for by everybody who could, before and after a member gives other points, another
order and other notes: every answer must be the same to the byte, apart from tokens that are new each time
and the minute at which a page to print was made.
"""

import ast
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from core.domain.permissions import Role
from core.models import User
from recruitment.models import Application, PanelMember, Score, ScoreSheet, Stage
from tests.architecture.tree import app_of, list_modules, name_of, parse
from tests.factories import make_application, make_panel_member, make_stage, make_user, make_vacancy
from tests.factories.scoring import list_criteria, make_sheet

pytestmark = pytest.mark.django_db

type Scene = tuple[Stage, list[PanelMember], list[Application]]

TOKENS = re.compile(
    rb'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"'
    rb'|nonce="[^"]*"|/password/reset/key/[^"]*"|<dt>Printed</dt><dd>[^<]*'
)
NOTE = "Zzyzx: an uncommonly telling note"


@pytest.fixture
def scene() -> Scene:
    """Three members: the first has finished, the second is half-way, the third has not begun."""
    vacancy = make_vacancy(shortlist_size=1)
    stage = make_stage(vacancy)
    members = [make_panel_member(stage, role="chair"), make_panel_member(stage), make_panel_member(stage)]
    applications = [make_application(vacancy) for _ in range(3)]
    for application in applications:
        make_sheet(members[0], application, [3, 3, 3], notes={0: NOTE})
    make_sheet(members[1], applications[0], [1, 1, 1])
    make_sheet(members[1], applications[1], [2], status="open")
    return stage, members, applications


def change_everything(scene: Scene) -> None:
    """The first member's points, notes, order of candidates and a correction; the second's open points."""
    stage, members, applications = scene
    mine = Score.objects.filter(sheet__member=members[0])
    for place, application in enumerate(applications):
        mine.filter(sheet__application=application).update(
            points=place, note=f"{NOTE} {place}", label="Changed"
        )
    Score.objects.filter(sheet__member=members[1], sheet__status="open").update(points=0, note="Doubtful")
    make_sheet(members[0], applications[2], [0, 0, 0], status="open", version=2, reason="Second thoughts")
    first = list_criteria(stage)[1]
    Score.objects.create(
        sheet=ScoreSheet.objects.get(member=members[1], status="open"), criterion=first, points=0, note=NOTE
    )


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    """Every address as it is written, with the names of what is to be filled in.

    Those of compliance are left out: it reads nothing of a stage, which the test below holds. So are those of
    cpd, which reads the scores of an appointment: nobody here is appointed.
    """
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, route)
        elif not entry.callback.__module__.startswith(("compliance.", "cpd.")):
            yield route


def addresses(scene: Scene) -> list[str]:
    """Every page, file and answer that can be asked for by what is known of the stage."""
    stage, members, applications = scene
    values = {
        "pk": stage.vacancy_id,
        "vacancy_pk": stage.vacancy_id,
        "kind": stage.kind,
        "stage_id": stage.pk,
        "code": applications[0].code,
        "criterion_id": list_criteria(stage)[0].pk,
        "member_pk": members[2].pk,
    }
    found = set()
    for route in routes(get_resolver().url_patterns):
        asked = set(re.findall(r"<(?:\w+:)?(\w+)>", route))
        if asked and asked <= set(values):
            found.add(re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values[match[1]]), route))
    return sorted([*found, reverse("recruitment:panel-list"), reverse("overview:home")])


def onlookers(scene: Scene) -> dict[str, Client]:
    """Whoever could be curious, signed in."""
    stage, members, _ = scene
    school = stage.vacancy.school
    users = {
        "HR": make_user(Role.HR_OFFICER, school=school),
        "headteacher": make_user(Role.HEADTEACHER, school=school),
        "trust administrator": make_user(Role.TRUST_ADMINISTRATOR, school=school),
        "another member": members[2].user,
    }
    return {who: signed_in(user) for who, user in users.items()}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


# Where results would be shown, sorted and narrowed: what is asked for in the address must not tell either.
ASKED_MORE = ("/vacancies/", "/panels/", "/api/v1/")


def look_everywhere(
    scene: Scene, clients: dict[str, Client]
) -> dict[tuple[str, str], tuple[int, str, bytes]]:
    seen = {}
    for who, client in clients.items():
        for address in addresses(scene):
            for query in ("", *(("?names=1&sort=rank&line=50",) if address.startswith(ASKED_MORE) else ())):
                response = client.get(address + query)
                content = b"".join(response) if response.streaming else response.content
                seen[who, address + query] = (
                    response.status_code,
                    response.get("Location", ""),
                    TOKENS.sub(b"", content),
                )
    return seen


# Files written anew on each request carry the moment they were made.
MADE_ANEW = (".pdf", ".xlsx")


def test_every_page_is_the_same_whatever_another_member_gives(scene: Scene) -> None:
    clients = onlookers(scene)
    before = look_everywhere(scene, clients)

    change_everything(scene)
    after = look_everywhere(scene, clients)

    differing = [
        key for key in before if before[key] != after[key] and not key[1].split("?")[0].endswith(MADE_ANEW)
    ]
    assert differing == []
    told = [key for seen in (before, after) for key, (_, _, content) in seen.items() if b"Zzyzx" in content]
    assert told == []


def test_compliance_reads_nothing_of_a_stage() -> None:
    scored = {"Score", "ScoreSheet", "AgreedScore", "StageResult", "PanelAgreement"}
    readers = [
        name_of(path)
        for path in list_modules()
        if app_of(path) == "compliance" and scored & {alias.name for alias in imported(parse(path))}
    ]
    assert readers == []


def imported(tree: ast.Module) -> Iterator[ast.alias]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from node.names


def test_the_same_pages_would_leak_once_the_scores_are_open(scene: Scene) -> None:
    """Proof that the test above looks where something could be seen."""
    stage, members, _ = scene
    clients = onlookers(scene)
    for member in members[1:]:
        ScoreSheet.objects.filter(member=member).delete()
        for application in scene[2]:
            make_sheet(member, application, [2, 2, 2])
    hr = clients["HR"]
    hr.post(reverse("recruitment:stage-unseal", kwargs={"pk": stage.vacancy_id, "kind": stage.kind}))

    seen = look_everywhere(scene, {"HR": hr})

    telling = {
        address.split("?")[0] for (who, address), (_, _, content) in seen.items() if NOTE.encode() in content
    }
    cells = reverse(
        "recruitment:cell-detail",
        kwargs={"pk": stage.vacancy_id, "kind": stage.kind, "code": scene[2][0].code},
    )
    assert cells in telling


@pytest.mark.parametrize("name", ["ranked-list", "scoring-grid", "discussion"])
def test_pages_of_results_lead_to_the_seal_for_everybody(scene: Scene, name: str) -> None:
    stage, members, _ = scene
    kwargs = {"pk": stage.vacancy_id, "kind": stage.kind}
    everybody = {**onlookers(scene), "chair": signed_in(members[0].user)}
    del everybody["trust administrator"]
    for client in everybody.values():
        response = client.get(reverse(f"recruitment:{name}", kwargs=kwargs))

        assert response.status_code == 302
        assert response["Location"] == reverse("recruitment:stage-status", kwargs=kwargs)


def test_agreeing_points_on_sealed_scores_tells_nothing(scene: Scene) -> None:
    stage, members, applications = scene
    kwargs = {"pk": stage.vacancy_id, "kind": stage.kind, "code": applications[0].code}
    address = reverse("recruitment:score-agree", kwargs=kwargs | {"criterion_id": list_criteria(stage)[0].pk})
    client = signed_in(members[2].user)

    response = client.post(address, {"points": "2", "reason": "To see what happens"})

    assert response["Location"] == reverse(
        "recruitment:stage-status", kwargs={"pk": stage.vacancy_id, "kind": stage.kind}
    )


def test_the_light_goes_on_only_when_everything_is_finished(scene: Scene) -> None:
    stage, members, applications = scene
    client = signed_in(members[2].user)
    address = reverse("recruitment:stage-status", kwargs={"pk": stage.vacancy_id, "kind": stage.kind})
    halfway = TOKENS.sub(b"", client.get(address).content)

    make_sheet(members[1], applications[2], status="recused")
    one_left = TOKENS.sub(b"", client.get(address).content)
    ScoreSheet.objects.filter(member=members[1], status="open").delete()
    make_sheet(members[1], applications[1], [2, 2, 2])
    finished = TOKENS.sub(b"", client.get(address).content)

    assert one_left == halfway
    assert finished != halfway
