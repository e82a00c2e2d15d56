"""Several people press save at the same moment: every save is there and nobody meets an error."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.domain.permissions import Actor
from recruitment.models import Score, ScoreSheet, Stage
from recruitment.services.scoring import save_scores, submit_sheet
from recruitment.services.unsealing import unseal_stage
from tests.factories import make_application, make_panel_member, make_stage, make_vacancy
from tests.factories.people import NOW
from tests.factories.scoring import actor_of, answers_for

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, CANDIDATES = 4, 6


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Run all at the same moment, each on a connection of its own; an error of one is raised here."""
    together = Barrier(len(works))

    def run(work: Callable[[], object]) -> object:
        try:
            together.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result() for future in [pool.submit(run, work) for work in works]]


@pytest.fixture
def stage() -> Stage:
    vacancy = make_vacancy()
    stage = make_stage(vacancy)
    for _ in range(CANDIDATES):
        make_application(vacancy)
    return stage


def save_all(stage: Stage, actor: Actor, points: int) -> None:
    for application_id in stage.vacancy.applications.order_by("pk").values_list("pk", flat=True):
        answers = answers_for(stage, [points, points, None])
        for answer in answers:
            save_scores(stage_id=stage.pk, application_id=application_id, answers=[answer], by=actor, now=NOW)


def test_four_people_saving_at_once_lose_nothing(stage: Stage) -> None:
    actors = [actor_of(make_panel_member(stage)) for _ in range(PEOPLE)]

    at_once(
        [
            lambda actor=actor, points=points: save_all(stage, actor, points)
            for points, actor in enumerate(actors)
        ]
    )

    for points, actor in enumerate(actors):
        mine = Score.objects.filter(sheet__member__user_id=actor.user_id)
        assert mine.filter(points=points).count() == CANDIDATES * 2
        assert mine.filter(cannot_tell=True).count() == CANDIDATES


def test_two_windows_of_one_person_share_one_sheet(stage: Stage) -> None:
    actor = actor_of(make_panel_member(stage))
    application = stage.vacancy.applications.order_by("pk")[0]
    answers = answers_for(stage, [1, 2, 3])

    def save(place: int) -> None:
        save_scores(
            stage_id=stage.pk, application_id=application.pk, answers=[answers[place]], by=actor, now=NOW
        )

    at_once([lambda place=place: save(place) for place in range(3)])

    assert ScoreSheet.objects.count() == 1
    assert sorted(Score.objects.values_list("points", flat=True)) == [1, 2, 3]


def test_submitting_and_unsealing_at_once_leaves_no_sheet_out(stage: Stage) -> None:
    """Either the last sheet is in time and counts, or the seal holds: never opened without it."""
    first, second = (actor_of(make_panel_member(stage)) for _ in range(2))
    applications = list(stage.vacancy.applications.order_by("pk"))
    for actor in (first, second):
        save_all(stage, actor, 2)
    for actor, application in [(a, b) for a in (first, second) for b in applications][:-1]:
        submit_sheet(stage_id=stage.pk, application_id=application.pk, by=actor, now=NOW)

    def submit() -> str:
        submit_sheet(stage_id=stage.pk, application_id=applications[-1].pk, by=second, now=NOW)
        return "submitted"

    def unseal() -> str:
        from core.domain.errors import DomainError
        from core.domain.permissions import Role
        from tests.factories import make_actor

        try:
            unseal_stage(
                stage_id=stage.pk, by=make_actor(Role.HR_OFFICER, school=stage.vacancy.school), now=NOW
            )
        except DomainError as error:
            return error.code
        return "unsealed"

    _, outcome = at_once([submit, unseal])

    stage.refresh_from_db()
    assert (outcome, stage.status) in {("unsealed", "unsealed"), ("sheets_outstanding", "scoring")}
    assert stage.results.count() == (CANDIDATES if outcome == "unsealed" else 0)
    assert set(stage.results.values_list("sheet_count", flat=True)) <= {2}
