"""Confirming a document under review: the one place where job profiles and their versions are made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.services.history import create_with_reason, save_with_reason
from recruitment.domain.evidence_key import joined_key
from recruitment.domain.profile_draft import LONGEST
from recruitment.domain.review import Draft, Fault, NotReadyError, list_faults, list_questions
from recruitment.domain.review_edit import Press
from recruitment.domain.rows import list_kept
from recruitment.domain.version_changes import say_the_same
from recruitment.enums import ReadingStatus
from recruitment.models import (
    Criterion,
    DismissedRemark,
    DocumentReading,
    JobProfile,
    JobProfileVersion,
    PersonSpecification,
)
from recruitment.selectors.drafts import draft_of, profile_of_version, row_of
from recruitment.services.readings import ReadingEdit, edit_reading, lock_open_reading


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What pressing the confirm button led to: a version, or what was kept and why there is none."""

    edit: ReadingEdit
    version: JobProfileVersion | None = None
    error: DomainError | None = None


@transaction.atomic
def confirm_reading(
    *,
    reading_id: int,
    review_date: date | None,
    by: Actor,
    now: datetime,
    next_version_of: int | None = None,
) -> JobProfileVersion:
    """Make the reviewed document the first version of a new job profile, or the next one of an old.

    It is the next version of the profile that the reading revises, or of ``next_version_of``. Criteria take
    positions 1, 2, 3 … in the order of the rows that were kept. Raises ``NotReadyError`` with everything that
    is still to settle, and ``DomainError`` ``reading_closed`` for a reading confirmed or set aside before.
    """
    reading = lock_open_reading(reading_id=reading_id, by=by)
    return _confirm(
        reading,
        review_date=review_date,
        by=by,
        now=now,
        next_version_of=next_version_of,
        is_same_meant=True,
    )


@transaction.atomic
def edit_and_confirm(
    *,
    reading_id: int,
    press: Press,
    review_date: date | None,
    by: Actor,
    now: datetime,
    next_version_of: int | None = None,
    seen_at: datetime | None = None,
    misread: Sequence[Fault] = (),
    is_same_meant: bool = False,
) -> Confirmation:
    """Keep what was typed beside the confirm button, then confirm as ``confirm_reading`` does.

    A version that reads the same as the one before is made only where ``is_same_meant``: the error says so.
    ``misread`` are fields whose words could not be understood: they stand in the way like anything that is
    missing. What was typed is kept also where it cannot be confirmed; the answer then carries the error.
    """
    edit = edit_reading(
        reading_id=reading_id, press=replace(press, action=""), by=by, now=now, seen_at=seen_at
    )
    if edit.was_changed_elsewhere or edit.clashes:
        return Confirmation(edit)
    try:
        with transaction.atomic():
            version = _confirm(
                edit.reading,
                review_date=review_date,
                by=by,
                now=now,
                next_version_of=next_version_of,
                misread=misread,
                is_same_meant=is_same_meant,
            )
    except DomainError as error:
        return Confirmation(edit, error=error)
    return Confirmation(edit, version)


def _confirm(
    reading: DocumentReading,
    *,
    review_date: date | None,
    by: Actor,
    now: datetime,
    next_version_of: int | None,
    misread: Sequence[Fault] = (),
    is_same_meant: bool,
) -> JobProfileVersion:
    draft = draft_of(reading)
    if faults := list_faults(draft, review_date=review_date, today=day_of(now), misread=misread):
        raise NotReadyError(faults)
    profile = _profile_for(reading, draft, next_version_of=next_version_of, by=by, now=now)
    if not is_same_meant:
        _refuse_same(profile, draft)
    version = _create_version(profile, reading, draft, review_date=review_date, by=by, now=now)
    _create_specification(version, draft)
    _create_dismissals(version, draft, by=by, now=now)
    reading.status, reading.changed_at, reading.undo_stack = ReadingStatus.CONFIRMED, now, []
    reading.save(update_fields=["status", "changed_at", "undo_stack"])
    return version


def _profile_for(
    reading: DocumentReading, draft: Draft, *, next_version_of: int | None, by: Actor, now: datetime
) -> JobProfile:
    """The locked profile this becomes a version of; it is called what its newest version is called."""
    profile_id = reading.revises_id or next_version_of
    if profile_id is None:
        return JobProfile.objects.create(
            school_id=reading.school_id,
            title=draft.profile.title,
            created_at=now,
            created_by_id=by.acting_id,
        )
    profile = (
        JobProfile.objects.select_for_update().filter(pk=profile_id, school_id=reading.school_id).first()
    )
    if profile is None:
        raise DomainError(
            "no_such_profile", "Choose one of this school's job profiles, or a new one.", "next_version_of"
        )
    profile.title = draft.profile.title
    profile.save(update_fields=["title"])
    return profile


def _refuse_same(profile: JobProfile, draft: Draft) -> None:
    """Raise ``DomainError`` ``same_as_last`` where the next version would read as the newest one does."""
    last = profile.versions.select_related("person_specification", "confirmed_by").order_by("-number").first()
    if last is None:
        return
    criteria = last.person_specification.criteria.order_by("position", "pk")
    before = [row_of(criterion, criterion.position) for criterion in criteria]
    kept = list_kept(draft.rows)
    key = _key_of(draft, {row.specification for row in kept})
    is_same_key = key == last.person_specification.evidence_key
    if is_same_key and say_the_same(profile_of_version(last), before, draft.profile, kept):
        raise DomainError(
            "same_as_last",
            f"This says the same as version {last.number}, which {last.confirmed_by.name} confirmed on "
            f"{day_of(last.confirmed_at):%d/%m/%Y}; at most the review date differs. Tick the box at the "
            "confirm button if you want another version all the same.",
            "same_meant",
        )


def _create_version(
    profile: JobProfile,
    reading: DocumentReading,
    draft: Draft,
    *,
    review_date: date | None,
    by: Actor,
    now: datetime,
) -> JobProfileVersion:
    newest = profile.versions.aggregate(newest=Max("number"))["newest"] or 0
    version = JobProfileVersion(
        job_profile=profile,
        number=newest + 1,
        **{name: getattr(draft.profile, name) for name in (*LONGEST, "purpose")},
        duties=[{"section": duty.section, "text": duty.text} for duty in draft.profile.duties],
        review_date=review_date,
        reading=reading,
        confirmed_at=now,
        confirmed_by_id=by.acting_id,
    )
    save_with_reason(version, by=by, reason=f"Confirmed from {reading.source_name}")
    return version


def _create_specification(version: JobProfileVersion, draft: Draft) -> None:
    kept = list_kept(draft.rows)
    specification = PersonSpecification.objects.create(
        version=version, evidence_key=_key_of(draft, {row.specification for row in kept})
    )
    Criterion.objects.bulk_create(
        Criterion(
            specification=specification,
            position=position,
            section=row.section,
            text=row.text,
            requirement=row.requirement or "",
            evidence=row.evidence,
            is_trainable=row.is_trainable,
            source_page=row.page,
            source_line=row.line,
        )
        for position, row in enumerate(kept, start=1)
    )


def _key_of(draft: Draft, used: Collection[int]) -> dict[str, str]:
    """The words for the letters, from the lists that were used; of all where rows were only added."""
    heads = [head for place, head in enumerate(draft.lists) if place in used]
    return joined_key(heads or draft.lists)


def _create_dismissals(version: JobProfileVersion, draft: Draft, *, by: Actor, now: datetime) -> None:
    """What was let stand while the document was reviewed goes on record with the version."""
    noticed = [question.noticed for question in list_questions(draft) if question.noticed]
    settled = {(one.remark.code, one.words): one for one in noticed if one.reason}
    rows = [
        DismissedRemark(
            version=version,
            code=one.remark.code,
            words=one.words,
            reason=one.reason,
            dismissed_at=now,
            dismissed_by_id=by.acting_id,
        )
        for one in settled.values()
    ]
    create_with_reason(DismissedRemark, rows, by=by, reason="Let stand at the review", now=now)
