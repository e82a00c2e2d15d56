"""What a vacancy goes through in the demonstration, done by the people who would do it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from overview.demonstration.candidates import Candidate, apply, points_for
from overview.demonstration.people import Cast
from recruitment.domain.scales import DEFAULT_SCALE
from recruitment.domain.sheets import Answer
from recruitment.domain.vacancy_terms import VacancyTerms
from recruitment.enums import StageKind
from recruitment.models import Application, JobProfileVersion, Stage, Vacancy, VacancyCriterion
from recruitment.selectors.stages import get_frame
from recruitment.services.panels import add_panel_member, copy_panel
from recruitment.services.scoring import open_stage, save_scores, submit_sheet
from recruitment.services.vacancies import close_vacancy, create_vacancy, publish_vacancy, set_weights

PANEL = (("Helen", "chair", 900), ("Tom", "member", 400), ("Gwen", "governor", None))
NOTES = (
    "Names the setting, the age group and what she did.",
    "Says so, but gives no example: ask at interview.",
    "Good example; the outcome is not clear.",
)
# By who wrote them: of what a candidate has nothing to show.
NOTES_ON_NOTHING = {
    "Helen": "Nothing of this yet. She would like to learn it, and has asked when she could begin.",
    "Tom": "Not shown on the form.",
    "Gwen": "",
}
# By the points they go with.
NOTES_ON_A_TASK = (
    "Nothing that could be sent.",
    "The date was missing and two names were misspelt.",
    "Ready in time; one comma too many.",
    "Ready to send in eleven minutes, and laid out as ours are.",
)


def publish(
    cast: Cast,
    version: JobProfileVersion,
    now: datetime,
    *,
    opened_days_ago: int,
    closed_days_ago: int,
    **terms: object,
) -> Vacancy:
    """A vacancy as Nia would set it up: the weights of the essentials doubled, a panel of three."""
    created = now - timedelta(days=opened_days_ago + 4)
    nia = cast.actor("Nia")
    vacancy = create_vacancy(
        job_profile_version=version,
        terms=VacancyTerms(
            opens_date=(now - timedelta(days=opened_days_ago)).date(),
            closes_date=(now - timedelta(days=closed_days_ago)).date(),
            interview_date=(now + timedelta(days=14 - closed_days_ago)).date(),
            start_date=(now + timedelta(days=60 - closed_days_ago)).date(),
            scale_labels=DEFAULT_SCALE.words,
            **terms,  # type: ignore[arg-type]
        ),
        by=nia,
        now=created,
    )
    weights = {one.pk: 2 if one.is_essential else 1 for one in vacancy.criteria.all()}
    set_weights(vacancy=vacancy, weights=weights, by=nia, now=created)
    seat_panel(cast, vacancy.stages.get(kind="application"), created)
    return publish_vacancy(vacancy=vacancy, by=nia, now=now - timedelta(days=opened_days_ago))


def seat_panel(cast: Cast, stage: Stage, now: datetime) -> None:
    for name, role, trained_days_ago in PANEL:
        trained = (now - timedelta(days=trained_days_ago)).date() if trained_days_ago else None
        add_panel_member(
            stage=stage,
            user=cast.users[name],
            role=role,
            safer_recruitment_date=trained,
            by=cast.actor("Nia"),
            now=now,
        )


def receive(
    cast: Cast, vacancy: Vacancy, candidates: Sequence[Candidate], now: datetime, *, days_ago: tuple[int, int]
) -> dict[int, Candidate]:
    """Applications spread over the days the form was open, by the id of each."""
    first, last = days_ago
    span = timedelta(days=first - last) / max(len(candidates), 1)
    return {
        apply(cast, vacancy, candidate, now - timedelta(days=first) + span * place).pk: candidate
        for place, candidate in enumerate(candidates)
    }


def close_and_open_scoring(cast: Cast, vacancy: Vacancy, now: datetime) -> Stage:
    close_vacancy(vacancy=vacancy, by=cast.actor("Nia"), now=now)
    stage = vacancy.stages.get(kind="application")
    return open_stage(stage_id=stage.pk, by=cast.actor("Nia"), now=now + timedelta(minutes=20))


def open_next(cast: Cast, vacancy: Vacancy, kind: str, now: datetime) -> Stage:
    """Open the task or the interviews for the panel that shortlisted."""
    stages = {stage.kind: stage for stage in vacancy.stages.all()}
    copy_panel(source=stages["application"], target=stages[kind], by=cast.actor("Nia"), now=now)
    return open_stage(stage_id=stages[kind].pk, by=cast.actor("Nia"), now=now)


def score(
    cast: Cast,
    stage: Stage,
    scorer: str,
    people: Mapping[int, Candidate],
    now: datetime,
    *,
    submit: bool = True,
) -> None:
    """Let a scorer fill in a sheet for each of these applications, and submit it."""
    frame = get_frame(stage)
    actor = cast.actor(scorer)
    for place, (application_id, candidate) in enumerate(people.items()):
        at = now + timedelta(minutes=9 * place)
        answers = [
            Answer(row.pk, 0, note=NOTES_ON_NOTHING[scorer])
            if candidate.is_without(row)
            else answer(stage, row, points_for(candidate, row, scorer), place=place, number=number)
            for number, row in enumerate(frame.rows)
        ]
        given = answers if submit else answers[: len(answers) // 2]
        save_scores(stage_id=stage.pk, application_id=application_id, answers=given, by=actor, now=at)
        if submit:
            submit_sheet(stage_id=stage.pk, application_id=application_id, by=actor, now=at)


def answer(stage: Stage, row: VacancyCriterion, points: int, *, place: int, number: int) -> Answer:
    """Points, and a note now and then."""
    if number % 7:
        return Answer(row.pk, points)
    note = NOTES_ON_A_TASK[points] if stage.kind == StageKind.TASK else NOTES[(place + number) % 3]
    return Answer(row.pk, points, note=note)


def first(people: Mapping[int, Candidate], count: int) -> dict[int, Candidate]:
    return dict(list(people.items())[:count])


def still_in(stage: Stage, people: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """Those of the candidates who are shortlisted."""
    shortlisted = Application.objects.filter(vacancy=stage.vacancy, status="shortlisted").order_by("pk")
    return {pk: people[pk] for pk in shortlisted.values_list("pk", flat=True)}
