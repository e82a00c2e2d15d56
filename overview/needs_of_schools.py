"""What needs those who look after a whole school's development, one line each. Reads only."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse

from compliance.selectors.people_here import people_here
from core.domain.permissions import Actor, Permission
from core.models import Engagement
from cpd.domain.elsa import Status
from cpd.domain.training_lists import ANY_TROUBLE, THIS_TERM, list_lapses
from cpd.domain.training_matrix import CellState
from cpd.selectors.due_appraisals import list_due_appraisals
from cpd.selectors.due_readings import list_due_readings
from cpd.selectors.elsa import list_standings, with_elsa
from cpd.selectors.training_matrix import TrainingMatrix, judge_training_of
from overview.need import Need
from overview.needs_of_development import appraisals_to_go_on_with, names_in_words, readings_to_sign


def list_school_needs(actor: Actor, *, today: date) -> list[Need]:
    """ELSAs, training, appraisals and policies of these schools, then what is the actor's own to do.

    Eight queries at most, however many schools and people there are.
    """
    school_ids = actor.schools_with(Permission.VIEW_DEVELOPMENT)
    people = list(with_elsa(people_here(school_ids, today)))
    gathered = (
        *elsas_at_risk(people, today),
        *training_that_ends(people, today),
        *appraisals_past_their_day(school_ids, today),
        *policies_unread(school_ids, people, today),
        *readings_to_sign(actor, today),
        *appraisals_to_go_on_with(actor, today),
    )
    return sorted(gathered, key=lambda need: (need.urgency, need.title, need.href))


def elsas_at_risk(people: Sequence[Engagement], today: date) -> Iterator[Need]:
    """Who has lapsed, and for whom every session left is needed."""
    lines = list(list_standings(people, as_at=today))
    for status, title, tone, urgency in (
        (Status.LAPSED, "ELSA registration has lapsed", "danger", 0),
        (Status.LAST_CHANCE, "ELSA on the last chance", "warning", 1),
    ):
        names = [one.engagement.person.full_name for one in lines if one.status == status]
        if names:
            yield Need(
                urgency,
                f"{title}: {len(names)} {'person' if len(names) == 1 else 'people'}",
                f"{names_in_words(names)}.",
                "See the ledger",
                f"{reverse('cpd:elsa-ledger')}?status={status.value}",
                tone,
            )


def training_that_ends(people: Sequence[Engagement], today: date) -> Iterator[Need]:
    """One line of a school: how many trainings have lapsed, and how many lapse by the end of its term."""
    for matrix in judge_training_of(people, as_at=today):
        expired = sum(
            cell.state == CellState.EXPIRED and cell.why is not None
            for row in matrix.rows
            for cell in row.cells
        )
        lapsing = _lapsing(matrix, today)
        if expired or lapsing:
            past = f"{expired} {'has' if expired == 1 else 'have'} lapsed" if expired else ""
            coming = f"{lapsing} {'lapses' if lapsing == 1 else 'lapse'} this term" if lapsing else ""
            shown = ANY_TROUBLE if expired else THIS_TERM
            yield Need(
                1 if expired else 3,
                f"Training at {matrix.school.name}",
                f"Asked of people here: {' and '.join(words for words in (past, coming) if words)}.",
                "See the training",
                f"{reverse('cpd:training-matrix', args=[matrix.school.pk])}?state={shown}",
                "danger" if expired else "waiting",
            )


def _lapsing(matrix: TrainingMatrix, today: date) -> int:
    last = matrix.school.terms.term_of(today).last
    return len(list_lapses(matrix.rows, matrix.columns, first=today + timedelta(days=1), last=last))


def appraisals_past_their_day(school_ids: Collection[int], today: date) -> Iterator[Need]:
    late = [one for one in list_due_appraisals(school_ids, today=today, days_ahead=0) if one.due_date < today]
    if late:
        yield Need(
            1,
            f"Past their day: {len(late)} appraisal{'' if len(late) == 1 else 's'}",
            f"{names_in_words([one.person_name for one in late])}.",
            "See the appraisals",
            reverse("cpd:appraisal-list"),
            "warning",
        )


def policies_unread(school_ids: Collection[int], people: Sequence[Engagement], today: date) -> Iterator[Need]:
    """One line for every edition past its day that somebody has not signed."""
    for one in list_due_readings(school_ids, today=today, people=people):
        if one.due_date < today:
            yield Need(
                1,
                one.title.replace("To be read and signed", "Not signed in time"),
                one.detail,
                "See who has not",
                f"{one.done_at}?show=overdue#readers",
                "warning",
            )
