"""Training as pages show it: whose, at which schools, and what is behind one person's line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import FETCH_RAISE, Count, Exists, OuterRef, Q, QuerySet

from core.domain.permissions import Actor, Permission
from core.models import Engagement, School
from cpd.domain.training import Award, Standing, judge_training
from cpd.domain.training_matrix import Cell, Column
from cpd.models import Training
from cpd.selectors.reach import within_reach
from cpd.selectors.training_matrix import MatrixRow, TrainingMatrix, at_work_on, get_training_matrix


@dataclass(frozen=True, slots=True)
class TrainingSchool:
    """A school with how many people of it the reader may look at."""

    school: School
    people: int
    may_record: bool
    may_set_rules: bool


def list_training_schools(actor: Actor, *, today: date) -> list[TrainingSchool]:
    """The schools where the actor has anybody's training to look at, or sets the rules, by name."""
    reach = within_reach(actor, today=today).filter(at_work_on(today))
    counts = dict(reach.values_list("school_id").annotate(number=Count("pk")).order_by())
    rules = actor.schools_with(Permission.EDIT_DEVELOPMENT_RULES)
    schools = School.objects.filter(Q(pk__in=counts) | Q(pk__in=rules)).order_by("name", "pk")
    return [
        TrainingSchool(
            school,
            counts.get(school.pk, 0),
            actor.holds(Permission.RECORD_DEVELOPMENT, school.pk),
            school.pk in rules,
        )
        for school in schools
    ]


def schools_in_reach(actor: Actor, *, today: date) -> QuerySet[School]:
    """Schools where the actor may look at anybody's training, were it only their own."""
    return School.objects.filter(
        Q(pk__in=actor.schools_with(Permission.VIEW_DEVELOPMENT))
        | Q(pk__in=within_reach(actor, today=today).values("school_id"))
    )


def get_matrix_for(actor: Actor, *, school_id: int, as_at: date, today: date) -> TrainingMatrix:
    """The matrix of a school as far as the actor may see it."""
    if actor.holds(Permission.VIEW_DEVELOPMENT, school_id):
        return get_training_matrix(school_id=school_id, as_at=as_at)
    return get_training_matrix(school_id=school_id, as_at=as_at, people=within_reach(actor, today=today))


@dataclass(frozen=True, slots=True)
class CourseStory:
    """One course of one person in words: how it stands, why it is asked, and every award of it."""

    column: Column
    cell: Cell
    standing: Standing
    records: tuple[Training, ...]


@dataclass(frozen=True, slots=True)
class PersonTraining:
    """Everything that is known of one person's training, for one engagement."""

    engagement: Engagement
    row: MatrixRow | None
    courses: tuple[CourseStory, ...]
    records: tuple[Training, ...]

    @property
    def waiting(self) -> list[Training]:
        """What they added themselves and the school has not confirmed."""
        return [one for one in self.records if one.confirmed_at is None and one.withdrawn_at is None]


def visible_training(actor: Actor, *, today: date) -> QuerySet[Training]:
    """Records of people within reach, at the schools where they are."""
    reach = within_reach(actor, today=today)
    theirs = reach.filter(person_id=OuterRef("person_id"), school_id=OuterRef("school_id"))
    return Training.objects.filter(
        Q(school_id__in=actor.schools_with(Permission.VIEW_DEVELOPMENT)) | Exists(theirs)
    )


def list_training(actor: Actor, *, today: date) -> QuerySet[Training]:
    """The same with all that their JSON names, the newest first."""
    return visible_training(actor, today=today).select_related("person", "course").order_by("-pk")


def training_known_at(school: School) -> Q:
    """A condition on records: those of the school and of the others of its trust, and of nobody else."""
    here = Q(school_id=school.pk)
    return here | Q(school__trust_id=school.trust_id) if school.trust_id else here


def list_evidence_for(engagement: Engagement) -> QuerySet[Training]:
    """What has been confirmed of the person's training, as far as the school knows it, the latest first."""
    confirmed = Training.objects.confirmed().filter(
        training_known_at(engagement.school), person_id=engagement.person_id
    )
    return confirmed.select_related("course").order_by("-awarded_date", "-pk")


def list_training_of(engagement: Engagement) -> list[Training]:
    """Every record of the person at the school or its trust, the latest first; with those withdrawn."""
    return list(
        Training.objects.filter(training_known_at(engagement.school), person_id=engagement.person_id)
        .select_related("course", "school", "certificate", "recorded_by", "confirmed_by", "withdrawn_by")
        .order_by("-awarded_date", "-pk")
        .fetch_mode(FETCH_RAISE)
    )


def get_person_training(engagement: Engagement, *, as_at: date) -> PersonTraining:
    """One person's courses, with what is asked first, and every record."""
    records = list_training_of(engagement)
    matrix = get_training_matrix(
        school_id=engagement.school_id, as_at=as_at, people=Engagement.objects.filter(pk=engagement.pk)
    )
    row = matrix.rows[0] if matrix.rows else None
    return PersonTraining(
        engagement,
        row,
        tuple(_story(column, cell, records, as_at) for column, cell in _paired(matrix.columns, row)),
        tuple(records),
    )


def _paired(columns: Sequence[Column], row: MatrixRow | None) -> list[tuple[Column, Cell]]:
    return list(zip(columns, row.cells, strict=True)) if row else []


def _story(column: Column, cell: Cell, records: Sequence[Training], as_at: date) -> CourseStory:
    own = tuple(one for one in records if one.course_id == column.course_id and one.withdrawn_at is None)
    award = cell.award or _latest(own, as_at)
    standing = judge_training(
        column.rule,
        award,
        as_at=as_at,
        policy_months=column.months,
        appointed_date=cell.why.appointed_date if cell.why else None,
    )
    return CourseStory(column, cell, standing, own)


def _latest(records: Sequence[Training], as_at: date) -> Award | None:
    """The last confirmed award of what is not asked any more, which has expired."""
    held = [
        Award(one.awarded_date, one.printed_expiry)
        for one in records
        if one.confirmed_at is not None and one.awarded_date <= as_at
    ]
    return held[0] if held else None
