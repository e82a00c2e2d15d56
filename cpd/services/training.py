"""Training written down, for one person or many or by oneself; confirmed, withdrawn, never changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from compliance.services.evidence import stored_evidence
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement, Person
from core.services.documents import Upload
from core.services.history import create_with_reason, save_with_reason
from cpd.domain.training_entry import TrainingEntry, check_training
from cpd.enums import TrainingOrigin
from cpd.models import Course, PolicySignature, Training

DOUBLE = "This training is recorded for that day already. Withdraw that one first if it is wrong."


@dataclass(frozen=True, slots=True)
class RecordedForMany:
    """How many were recorded, and whose record had it already.

    ``own_waits`` where the writer was among them: somebody else has to confirm that one.
    """

    recorded: int
    known: tuple[str, ...]
    own_waits: bool = False


@transaction.atomic
def record_training(
    *, engagement_id: int, entry: TrainingEntry, by: Actor, now: datetime, upload: Upload | None = None
) -> Training:
    """Write down one training of somebody, as the school knows it; the certificate with it or not at all.

    What is written down about oneself waits for somebody else to confirm it, as ``add_own_training`` does.
    Raises ``DomainError`` for an entry that cannot be, and for one that is there already.
    """
    engagement = _lock(engagement_id)
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, engagement.school_id))
    with stored_evidence(school_id=engagement.school_id, upload=upload, by=by, now=now) as certificate:
        training = _new(engagement, _checked(entry, engagement.school_id, now), by=by, now=now)
        training.certificate = certificate
        save_with_reason(training, by=by, reason="recorded", now=now)
    return training


@transaction.atomic
def add_own_training(
    *, engagement_id: int, entry: TrainingEntry, by: Actor, now: datetime, upload: Upload | None = None
) -> Training:
    """Write down one's own training. It waits until the school has confirmed it.

    Raises ``NotAllowed`` for anybody else's record, and ``DomainError`` as ``record_training`` does.
    """
    engagement = _lock(engagement_id)
    require(deny_role(by, Permission.KEEP_OWN_RECORD, engagement.school_id))
    if engagement.person.user_id != by.acting_id:
        raise DomainError("not_own", "You can add training to your own record only.")
    with stored_evidence(school_id=engagement.school_id, upload=upload, by=by, now=now) as certificate:
        training = _new(engagement, _checked(entry, engagement.school_id, now), by=by, now=now)
        training.certificate = certificate
        save_with_reason(training, by=by, reason="added by oneself", now=now)
    return training


@transaction.atomic
def record_for_many(
    *,
    school_id: int,
    engagement_ids: Collection[int],
    entry: TrainingEntry,
    by: Actor,
    now: datetime,
    origin: str = TrainingOrigin.SCHOOL,
) -> RecordedForMany:
    """Write down the same training on the same day for many people of a school: all of them or none.

    Who has it on that day already is left as they are and named. Raises ``DomainError`` where nobody is
    chosen or somebody is not of this school.
    """
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    entry = _checked(entry, school_id, now)
    if not engagement_ids:
        raise DomainError("nobody_chosen", "Tick the people who completed it.", "people")
    engagements = _chosen(school_id, engagement_ids)
    known = _holders(entry, school_id, [one.person_id for one in engagements])
    people: dict[int, Engagement] = {}
    for one in engagements:
        if one.person_id not in known:
            people.setdefault(one.person_id, one)
    rows = [_fill(one, entry, by=by, now=now, origin=origin) for one in people.values()]
    create_with_reason(Training, rows, by=by, reason="recorded for many", now=now)
    names = {one.person_id: one.person.full_name for one in engagements if one.person_id in known}
    waits = any(one.confirmed_at is None for one in rows)
    return RecordedForMany(len(rows), tuple(sorted(names.values())), own_waits=waits)


@transaction.atomic
def record_reading(*, signature: PolicySignature, by: Actor, now: datetime) -> Training | None:
    """The training that a signature counts as, where its edition says so and it is not on record that day.

    Whoever published the edition has confirmed it by that; for the publisher themselves it waits.
    """
    version = signature.version
    if version.counts_as_id is None:
        return None
    entry = TrainingEntry(signature.signed_date, course_id=version.counts_as_id)
    school_id = version.policy.school_id
    if _holders(entry, school_id, [signature.person_id]):
        return None
    training = make_record(
        signature.person, entry, school_id=school_id, origin=TrainingOrigin.READING, by=by, now=now
    )
    training.signature = signature
    if version.published_by_id != signature.person.user_id:
        training.origin = TrainingOrigin.READING
        training.confirmed_at, training.confirmed_by_id = now, version.published_by_id
    save_with_reason(training, by=by, reason="policy read and signed", now=now)
    return training


@transaction.atomic
def confirm_training(*, training_id: int, by: Actor, now: datetime) -> Training:
    """Confirm what somebody has added to their own record: from then on it counts."""
    training = _lock_training(training_id, by)
    if training.confirmed_at is not None:
        raise DomainError("confirmed_already", "This training is confirmed already.")
    if by.user_id in (training.recorded_by_id, training.person.user_id):
        raise DomainError("own_record", "Somebody else has to confirm what you added to your own record.")
    training.confirmed_at, training.confirmed_by_id = now, by.acting_id
    fields = ["confirmed_at", "confirmed_by"]
    save_with_reason(training, by=by, reason="confirmed", update_fields=fields, now=now)
    return training


@transaction.atomic
def withdraw_training(*, training_id: int, reason: str, by: Actor, now: datetime) -> Training:
    """Take a record back for a reason: it stays in sight and counts no more."""
    training = _lock_training(training_id, by)
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words what was wrong with it.", "reason")
    training.withdrawn_at, training.withdrawn_by_id = now, by.acting_id
    training.withdrawn_reason = reason.strip()
    fields = ["withdrawn_at", "withdrawn_by", "withdrawn_reason"]
    save_with_reason(training, by=by, reason=reason.strip(), update_fields=fields, now=now)
    return training


def _lock(engagement_id: int) -> Engagement:
    """Locked, so that the same is not written down twice at once."""
    return (
        Engagement.objects.select_for_update(of=("self",))
        .select_related("person", "school")
        .get(pk=engagement_id)
    )


def _lock_training(training_id: int, by: Actor) -> Training:
    training = Training.objects.select_for_update(of=("self",)).select_related("person").get(pk=training_id)
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, training.school_id))
    if training.withdrawn_at is not None:
        raise DomainError("withdrawn_already", "This record has been withdrawn already.")
    return training


def _checked(entry: TrainingEntry, school_id: int, now: datetime) -> TrainingEntry:
    """The entry, once it can be and its course is one of the school's."""
    check_training(entry, today=day_of(now))
    if entry.course_id is not None:
        courses = Course.objects.known_at([school_id]).filter(pk=entry.course_id)
        if not courses.exists():
            raise DomainError("course_unknown", "Choose one of the school's courses.", "course")
    return entry


def _chosen(school_id: int, engagement_ids: Collection[int]) -> Sequence[Engagement]:
    found = list(
        Engagement.objects.select_for_update(of=("self",))
        .filter(pk__in=engagement_ids, school_id=school_id)
        .select_related("person")
        .order_by("pk")
    )
    if len(found) != len(set(engagement_ids)):
        raise DomainError("not_of_this_school", "Choose people of this school only.", "people")
    return found


def _holders(entry: TrainingEntry, school_id: int, person_ids: Collection[int]) -> set[int]:
    """Whose record at the school has the training on that day."""
    same = Q(course_id=entry.course_id) if entry.course_id else Q(course=None, title=entry.title.strip())
    standing = Training.objects.standing().filter(
        same, school_id=school_id, awarded_date=entry.awarded_date, person_id__in=person_ids
    )
    return set(standing.values_list("person_id", flat=True))


def _new(engagement: Engagement, entry: TrainingEntry, *, by: Actor, now: datetime) -> Training:
    if _holders(entry, engagement.school_id, [engagement.person_id]):
        raise DomainError("recorded_already", DOUBLE, "awarded_date")
    return _fill(engagement, entry, by=by, now=now, origin=TrainingOrigin.SCHOOL)


def _fill(engagement: Engagement, entry: TrainingEntry, *, by: Actor, now: datetime, origin: str) -> Training:
    return make_record(
        engagement.person, entry, school_id=engagement.school_id, origin=origin, by=by, now=now
    )


def make_record(
    person: Person, entry: TrainingEntry, *, school_id: int, origin: str, by: Actor, now: datetime
) -> Training:
    """A record yet to be stored: confirmed by its writer, save what they write about themselves."""
    is_own = person.user_id is not None and person.user_id == by.user_id
    return Training(
        person_id=person.pk,
        school_id=school_id,
        course_id=entry.course_id,
        title=entry.title.strip(),
        provider=entry.provider.strip(),
        awarded_date=entry.awarded_date,
        printed_expiry=entry.printed_expiry,
        quarter_hours=entry.quarter_hours,
        cost_pence=entry.cost_pence,
        origin=TrainingOrigin.SELF if is_own else origin,
        recorded_at=now,
        recorded_by_id=by.acting_id,
        confirmed_at=None if is_own else now,
        confirmed_by_id=None if is_own else by.acting_id,
    )
