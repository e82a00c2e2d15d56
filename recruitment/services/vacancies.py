"""Vacancies: written as a draft, published once and for good, closed, reopened, ended."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from django.db import IntegrityError, transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.services.history import save_with_reason
from recruitment.domain.vacancy_freeze import (
    MOST_WEIGHT,
    FrozenSpecification,
    deny_changing,
    deny_publishing,
    deny_reopening,
    specification_hash,
    stage_kinds,
)
from recruitment.domain.vacancy_terms import VacancyTerms, check_terms
from recruitment.enums import EventKind, StageKind, VacancyStatus
from recruitment.models import JobProfileVersion, Stage, Vacancy, VacancyCriterion
from recruitment.selectors.vacancy_criteria import as_frozen
from recruitment.services.events import record_event
from recruitment.services.moves import move

COPIED_FROM_CRITERION = ("position", "section", "text", "requirement", "evidence", "is_trainable")


@transaction.atomic
def create_vacancy(
    *, job_profile_version: JobProfileVersion, terms: VacancyTerms, by: Actor, now: datetime
) -> Vacancy:
    """A draft at the school of the job profile, with its criteria copied at weight 1 and its stages.

    Raises ``DomainError`` with a field where the terms do not hold together or the reference is taken.
    """
    school_id = job_profile_version.job_profile.school_id
    require(deny_role(by, Permission.EDIT_VACANCIES, school_id))
    check_terms(terms)
    vacancy = Vacancy(
        school_id=school_id,
        job_profile_version=job_profile_version,
        created_at=now,
        created_by_id=by.acting_id,
        **_columns(terms),
    )
    _save_terms(vacancy, by=by, reason="Created")
    _copy_criteria(vacancy, job_profile_version, by=by)
    record_event(EventKind.VACANCY_CREATED, vacancy_id=vacancy.pk, by=by, now=now, to_status=vacancy.status)
    return vacancy


@transaction.atomic
def update_vacancy(
    *, vacancy: Vacancy, terms: VacancyTerms, by: Actor, now: datetime, reason: str = ""
) -> Vacancy:
    """Save changed terms. What publication froze cannot change (``NotAllowed`` ``frozen``).

    A change to a published vacancy is an event that names what changed. Nothing changed: nothing is written.
    """
    vacancy = _lock(vacancy)
    require(deny_role(by, Permission.EDIT_VACANCIES, vacancy.school_id))
    check_terms(terms)
    columns = _columns(terms)
    changes = [name for name, value in columns.items() if getattr(vacancy, name) != value]
    if not changes:
        return vacancy
    require(deny_changing(status=vacancy.status, changes=changes))
    for name in changes:
        setattr(vacancy, name, columns[name])
    words = _changes_in_words(changes, reason)
    _save_terms(vacancy, by=by, reason=words)
    if vacancy.status != VacancyStatus.DRAFT:
        record_event(EventKind.VACANCY_CHANGED, vacancy_id=vacancy.pk, by=by, now=now, reason=words)
    return vacancy


@transaction.atomic
def use_job_profile_version(
    *, vacancy: Vacancy, job_profile_version: JobProfileVersion, by: Actor, now: datetime
) -> Vacancy:
    """Give a draft the criteria of another job profile of its school, at weight 1 again."""
    vacancy = _lock(vacancy)
    require(deny_role(by, Permission.EDIT_VACANCIES, vacancy.school_id))
    require(deny_changing(status=vacancy.status, changes=["job_profile_version", "criteria"]))
    if job_profile_version.job_profile.school_id != vacancy.school_id:
        raise DomainError("another_school", "Choose a job profile of the same school.", "job_profile_version")
    vacancy.job_profile_version = job_profile_version
    save_with_reason(vacancy, by=by, reason="Job profile changed")
    vacancy.criteria.all().delete()
    vacancy.stages.all().delete()
    _copy_criteria(vacancy, job_profile_version, by=by)
    record_event(
        EventKind.VACANCY_CHANGED, vacancy_id=vacancy.pk, by=by, now=now, reason="Job profile changed"
    )
    return vacancy


@transaction.atomic
def set_weights(*, vacancy: Vacancy, weights: Mapping[int, int], by: Actor, now: datetime) -> None:
    """Set weights by criterion id, whole numbers from 1 to 10. Only while the vacancy is a draft."""
    vacancy = _lock(vacancy)
    require(deny_role(by, Permission.EDIT_VACANCIES, vacancy.school_id))
    require(deny_changing(status=vacancy.status, changes=["weights"]))
    criteria = {criterion.pk: criterion for criterion in vacancy.criteria.all()}
    for number, weight in weights.items():
        if number not in criteria:
            raise DomainError("unknown_criterion", "This criterion belongs to another vacancy.", "weights")
        if not 1 <= weight <= MOST_WEIGHT:
            raise DomainError(
                "weight_out_of_range",
                f"A weight is a whole number from 1 to {MOST_WEIGHT}.",
                f"weight_{number}",
            )
    changed = [c for number, c in criteria.items() if c.weight != weights.get(number, c.weight)]
    for criterion in changed:
        criterion.weight = weights[criterion.pk]
    VacancyCriterion.objects.bulk_update(changed, ["weight"])
    if changed:
        record_event(
            EventKind.VACANCY_CHANGED, vacancy_id=vacancy.pk, by=by, now=now, reason="Weights changed"
        )


@transaction.atomic
def publish_vacancy(*, vacancy: Vacancy, by: Actor, now: datetime) -> Vacancy:
    """Publish a draft and freeze criteria, weights, evidence, scale and threshold under one hash.

    Raises ``NotAllowed`` with ``already_published``, ``no_criteria``, ``nothing_to_shortlist_by`` or
    ``closing_date_past``.
    """
    vacancy = _lock(vacancy)
    specification = frozen_specification(vacancy=vacancy)
    require(
        deny_publishing(
            status=vacancy.status,
            evidence=[criterion.evidence for criterion in specification.criteria],
            closes_date=vacancy.closes_date,
            today=day_of(now),
        )
    )
    vacancy.published_at = now
    vacancy.published_by_id = by.user_id
    vacancy.specification_hash = specification_hash(specification)
    _move(vacancy, VacancyStatus.PUBLISHED, by=by, now=now)
    return vacancy


@transaction.atomic
def close_vacancy(*, vacancy: Vacancy, by: Actor, now: datetime, reason: str = "") -> Vacancy:
    """Take no more applications through the public form."""
    vacancy = _lock(vacancy)
    _move(vacancy, VacancyStatus.CLOSED, by=by, now=now, reason=reason)
    return vacancy


@transaction.atomic
def reopen_vacancy(
    *, vacancy: Vacancy, by: Actor, now: datetime, reason: str, closes_date: date | None = None
) -> Vacancy:
    """Open a closed vacancy for applications again, with a new closing date where the old one has passed."""
    vacancy = _lock(vacancy)
    if not reason.strip():
        raise DomainError(
            "reason_missing", "Say why the vacancy is reopened; it goes on the record.", "reason"
        )
    vacancy.closes_date = closes_date or vacancy.closes_date
    require(
        deny_reopening(
            shortlisting_status=vacancy.stages.get(kind=StageKind.APPLICATION).status,
            opens_date=vacancy.opens_date,
            closes_date=vacancy.closes_date,
            interview_date=vacancy.interview_date,
            today=day_of(now),
        )
    )
    _move(vacancy, VacancyStatus.PUBLISHED, by=by, now=now, reason=reason)
    return vacancy


@transaction.atomic
def end_vacancy(*, vacancy: Vacancy, by: Actor, now: datetime, reason: str) -> Vacancy:
    """End a vacancy without an appointment, for a reason that stays on the record."""
    vacancy = _lock(vacancy)
    if not reason.strip():
        raise DomainError("reason_missing", "Say why the vacancy ends without an appointment.", "reason")
    _move(vacancy, VacancyStatus.NOT_FILLED, by=by, now=now, reason=reason)
    return vacancy


def frozen_specification(*, vacancy: Vacancy) -> FrozenSpecification:
    """What publication freezes, as the vacancy holds it now."""
    criteria = vacancy.criteria.order_by("position", "pk")
    return FrozenSpecification(
        criteria=tuple(as_frozen(criterion) for criterion in criteria),
        scale_min=vacancy.scale_min,
        scale_max=vacancy.scale_max,
        scale_labels=tuple(vacancy.scale_labels),
        essential_threshold=vacancy.essential_threshold,
    )


def verify_freeze(*, vacancy: Vacancy) -> bool:
    """Whether a vacancy still holds exactly what was frozen; a draft has frozen nothing, so False."""
    if not vacancy.specification_hash:
        return False
    return specification_hash(frozen_specification(vacancy=vacancy)) == vacancy.specification_hash


def _columns(terms: VacancyTerms) -> dict[str, object]:
    return asdict(terms) | {"scale_labels": [label.strip() for label in terms.scale_labels]}


def _save_terms(vacancy: Vacancy, *, by: Actor, reason: str) -> None:
    """The one uniqueness that terms can break is the reference; asking first would leave a race."""
    try:
        with transaction.atomic():
            save_with_reason(vacancy, by=by, reason=reason)
    except IntegrityError as error:
        taken = Vacancy.objects.filter(school_id=vacancy.school_id, reference=vacancy.reference)
        if not taken.exclude(pk=vacancy.pk).exists():
            raise
        message = "Another vacancy of this school already has this reference. Choose another."
        raise DomainError("reference_taken", message, "reference") from error


def _copy_criteria(vacancy: Vacancy, version: JobProfileVersion, *, by: Actor) -> None:
    sources = list(version.person_specification.criteria.order_by("position", "pk"))
    VacancyCriterion.objects.bulk_create(
        VacancyCriterion(
            vacancy=vacancy,
            criterion=source,
            **{name: getattr(source, name) for name in COPIED_FROM_CRITERION},
        )
        for source in sources
    )
    for kind in stage_kinds([source.evidence for source in sources]):
        save_with_reason(Stage(vacancy=vacancy, kind=kind), by=by, reason="Created with the vacancy")


def _changes_in_words(changes: list[str], reason: str) -> str:
    labels = {field.name: str(field.verbose_name) for field in Vacancy._meta.fields}
    names = ", ".join(labels[name] for name in changes)
    return f"{names.capitalize()} changed" + (f": {reason}" if reason.strip() else "")


def _move(vacancy: Vacancy, target: str, *, by: Actor, now: datetime, reason: str = "") -> None:
    move(
        "vacancy",
        vacancy,
        target,
        vacancy_id=vacancy.pk,
        school_id=vacancy.school_id,
        by=by,
        now=now,
        reason=reason,
    )


def _lock(vacancy: Vacancy) -> Vacancy:
    return Vacancy.objects.select_for_update(of=("self",)).get(pk=vacancy.pk)
