"""What is measured, as a stage lives: a sheet, saving it, opening the scores, pages, files."""

import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.models import User
from core.selectors import get_actor
from recruitment.domain import scoring
from recruitment.domain.sheets import Answer
from recruitment.exports.grid_workbook import build_grid_workbook
from recruitment.exports.score_list import stream_score_list
from recruitment.models import Application, Score, ScoreSheet, Stage
from recruitment.selectors.ranking import rank_stage
from recruitment.selectors.stages import get_frame, stages_visible_to
from recruitment.services.results import write_agreement, write_results
from recruitment.services.scoring import save_scores, submit_sheet
from recruitment.services.unsealing import unseal_stage
from tests.bench import bare
from tests.bench.filling import MEMBERS, NOW, Filled, People, fill, make_people
from tests.bench.measuring import Cost, counted, measure, peak_of, timed
from tests.bench.savers import SAVERS, SHEETS_EACH, Saving, save_at_once


@dataclass(frozen=True, slots=True)
class Measured:
    """``costs`` by work and number of applications."""

    database: str
    python: str
    sizes: tuple[int, ...]
    costs: dict[str, dict[int, Cost]]
    saving: Saving


def measure_everything(sizes: list[int]) -> Measured:
    call_command("migrate", verbosity=0)
    people = make_people(max(MEMBERS, SAVERS))
    filled = []
    for size in sizes:
        say(f"filling {size:,} applications")
        filled.append(fill(people, size))
    analyse()
    costs = measure_side_by_side([list_sealed_works(people, one) for one in filled], sizes)
    say("opening the scores")
    costs |= {"opening the scores, once a stage": {one.size: open_scores(people, one) for one in filled}}
    analyse()
    costs |= measure_side_by_side([list_open_works(people, one) for one in filled], sizes)
    say(f"{SAVERS} people saving at once")
    together = fill(people, SHEETS_EACH, members=SAVERS, scored=False)
    saving = save_at_once(
        together.stage.pk, [user.pk for user in people.scorers[:SAVERS]], len(together.criteria)
    )
    return Measured(describe_database(), describe_python(), tuple(sizes), costs, saving)


type Work = Callable[[], object]


def measure_side_by_side(works: list[dict[str, Work]], sizes: list[int]) -> dict[str, dict[int, Cost]]:
    """Each work at every size, in turns."""
    costs = {}
    for name in works[0]:
        costs[name] = measure({size: some[name] for size, some in zip(sizes, works, strict=True)})
        say(f"{name}: " + ", ".join(f"{cost.milliseconds:.1f}" for cost in costs[name].values()))
    return costs


def list_sealed_works(people: People, filled: Filled) -> dict[str, Work]:
    scorer = people.scorers[MEMBERS - 1]
    client = signed_in(scorer)
    sheet = reverse("recruitment:sheet-edit", kwargs={"stage_id": filled.stage.pk, "code": filled.open_code})
    application = Application.objects.get(vacancy=filled.stage.vacancy_id, code=filled.open_code)
    actor = get_actor(scorer)
    answers = [Answer(criterion.pk, 2, note="Names the setting.") for criterion in filled.criteria]

    def save() -> ScoreSheet:
        return save_scores(
            stage_id=filled.stage.pk, application_id=application.pk, answers=answers, by=actor, now=NOW
        )

    cell = {f"points-{filled.criteria[0].pk}": "2", f"note-{filled.criteria[0].pk}": "Names the setting."}
    save_cell = reverse(
        "recruitment:score-save", kwargs={"stage_id": filled.stage.pk, "code": filled.open_code}
    )
    return {
        "one sheet, page": lambda: get(client, sheet),
        "saving a sheet of 17": save,
        "saving one cell, whole request": lambda: post(client, save_cell, cell),
    }


def open_scores(people: People, filled: Filled) -> Cost:
    """The last sheet is submitted and the scores are opened: it happens once, so it is measured once."""
    application = Application.objects.get(vacancy=filled.stage.vacancy_id, code=filled.open_code)
    submit_sheet(
        stage_id=filled.stage.pk,
        application_id=application.pk,
        by=get_actor(people.scorers[MEMBERS - 1]),
        now=NOW + timedelta(minutes=1),
    )
    actor = get_actor(people.hr)
    with counted() as counts:
        milliseconds = timed(lambda: unseal_stage(stage_id=filled.stage.pk, by=actor, now=NOW))
    again = Stage.objects.select_related("vacancy").get(pk=filled.stage.pk)
    ids = list(again.results.values_list("application_id", flat=True))
    peak = peak_of(lambda: (write_results(stage=again, application_ids=ids), write_agreement(stage=again)))
    return Cost(milliseconds, counts.queries, counts.rows, peak)


def list_open_works(people: People, filled: Filled) -> dict[str, Work]:
    client = signed_in(people.hr)
    actor = get_actor(people.hr)
    stage = stages_visible_to(actor).get(pk=filled.stage.pk)
    kwargs = {"pk": stage.vacancy_id, "kind": stage.kind}
    ranked, grid = (reverse(f"recruitment:{name}", kwargs=kwargs) for name in ("ranked-list", "scoring-grid"))
    agree_on_ranking(stage)
    return {
        "ranking alone, from kept results": lambda: rank_stage(stage),
        "the same in bare SQL": lambda: bare.rank_kept(stage),
        "ranking anew, from every score, by the rule": lambda: rank_anew(stage),
        "the same in bare SQL, exact": lambda: bare.rank_every_score(stage),
        "ranked list, page of 250": lambda: get(client, ranked),
        "grid 250 × 17, page": lambda: get(client, grid),
        "every score as CSV": lambda: sum(len(part) for part in stream_score_list(stage)),
        "grid as xlsx": lambda: build_grid_workbook(stage, names=False),
    }


def rank_anew(stage: Stage) -> dict[scoring.Key, int]:
    """What ranking would cost without kept results: every score fetched, the pure rule asked."""
    frame = get_frame(stage)
    sheets: dict[int, tuple[int, int, dict[scoring.Key, int | None]]] = {}
    rows = Score.objects.filter(
        sheet__member__stage=stage, sheet__is_current=True, sheet__status="submitted"
    ).values_list("sheet_id", "sheet__member_id", "sheet__application_id", "criterion_id", "points")
    for sheet_id, member_id, application_id, criterion_id, points in rows:
        _, _, scores = sheets.setdefault(sheet_id, (member_id, application_id, {}))
        scores[criterion_id] = points
    given = [
        scoring.Sheet(assessor=member, application=application, submitted=True, scores=scores)
        for member, application, scores in sheets.values()
    ]
    return scoring.rank(scoring.score_stage(frame.criteria, frame.scale, frame.threshold, given, {}))


def agree_on_ranking(stage: Stage) -> None:
    """Four ways to the same ranks; measuring one that is wrong would be worth nothing."""
    found = [rank_stage(stage), bare.rank_kept(stage), bare.rank_every_score(stage), rank_anew(stage)]
    if any(ranks != found[0] for ranks in found):
        raise SystemExit("The ways of ranking do not agree.")


def signed_in(user: User) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client


def get(client: Client, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return response.content


def post(client: Client, address: str, data: dict[str, str]) -> bytes:
    response = client.post(address, data)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return response.content


def analyse() -> None:
    """Fresh statistics, as a database that has been in use for a day would have."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def describe_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        (version,) = cursor.fetchone()
    return f"{connection.display_name} {version.split()[0]}"


def describe_python() -> str:
    return f"Python {platform.python_version()}, Django {django.get_version()}"


def say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
