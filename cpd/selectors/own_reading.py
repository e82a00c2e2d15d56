"""What somebody has to read and has signed, on their own page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, FilteredRelation, Q

from core.domain.permissions import Actor
from core.models import Engagement
from cpd.domain.policies import (
    ReadingState,
    due_date,
    edition_in_force,
    is_asked,
    reading_state,
)
from cpd.models import PolicyVersion
from cpd.selectors.policy_readers import Reader, as_edition, present_on, readers_of
from cpd.selectors.reach import own


@dataclass(frozen=True, slots=True)
class Signed:
    """The reader's own signature, in the words of ``PolicySignature``."""

    pk: int
    name: str
    way: str
    signed_date: date
    seen_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class OwnReading:
    """One edition as its reader sees it. ``newer`` is the one that has replaced it."""

    version: PolicyVersion
    reader: Reader
    due: date
    state: ReadingState
    signature: Signed | None
    newer: PolicyVersion | None

    @property
    def is_waiting(self) -> bool:
        """Whether it is to be signed now."""
        return self.signature is None and self.newer is None


def list_own_posts(actor: Actor, *, today: date) -> list[Engagement]:
    """Where the actor works now, the latest first; one query."""
    posts = present_on(own(actor), today).select_related("person__user", "role", "school", "elsa")
    return sorted(posts, key=lambda one: (one.start_date or today, one.pk), reverse=True)


def list_own_readings(posts: Sequence[Engagement], *, today: date) -> list[OwnReading]:
    """What the holder of these posts is to read, most urgent first, then what they signed, latest first.

    Editions that were replaced before they were signed are left out: nobody asks for them any more. One
    query beside the posts, which are those of ``list_own_posts``.
    """
    readings = _find(posts, today)
    waiting = sorted((one for one in readings if one.is_waiting), key=lambda one: (one.due, one.version.pk))
    signed = [(one.signature, one) for one in readings if one.signature is not None]
    signed.sort(key=lambda pair: (pair[0].signed_date, pair[0].pk), reverse=True)
    return [*waiting, *(one for _signature, one in signed)]


def find_own_reading(actor: Actor, version_id: int, *, today: date) -> OwnReading | None:
    """One edition that the actor is or was asked to read, or has signed; None for any other."""
    readings = _find(list_own_posts(actor, today=today), today)
    return next((one for one in readings if one.version.pk == version_id), None)


def _find(posts: Sequence[Engagement], today: date) -> list[OwnReading]:
    readers = {one.school_id: one for one in readers_of(posts)}
    if not readers:
        return []
    person_id = posts[0].person_id  # an account is one person's
    versions = (
        PolicyVersion.objects.filter(policy__school_id__in=readers, in_force_from__lte=today)
        .annotate(mine=FilteredRelation("signatures", condition=Q(signatures__person_id=person_id)))
        .annotate(
            mine_pk=F("mine__pk"),
            mine_name=F("mine__name"),
            mine_way=F("mine__way"),
            mine_signed_date=F("mine__signed_date"),
            mine_seen_by=F("mine__seen_by"),
            mine_recorded_at=F("mine__recorded_at"),
        )
        .select_related("policy__school", "document")
        .order_by("policy_id", "pk")
    )
    by_policy: dict[int, list[PolicyVersion]] = {}
    for version in versions:
        by_policy.setdefault(version.policy_id, []).append(version)
    return [
        reading
        for some in by_policy.values()
        for reading in _readings_of(some, readers[some[0].policy.school_id], today)
    ]


def _readings_of(versions: Sequence[PolicyVersion], reader: Reader, today: date) -> Iterable[OwnReading]:
    """The editions of one policy that are this reader's, of which one is in force."""
    current = edition_in_force([as_edition(one) for one in versions], today)
    newest = next((one for one in versions if current and one.pk == current.key), None)
    for version in versions:
        edition, signature = as_edition(version), _signature_on(version)
        is_theirs = is_asked(edition, reader.kinds) and version.policy.withdrawn_at is None
        if signature is None and not is_theirs:
            continue
        due = due_date(edition, reader.first_day)
        yield OwnReading(
            version=version,
            reader=reader,
            due=due,
            state=reading_state(is_signed=signature is not None, due=due, today=today),
            signature=signature,
            newer=None if newest == version else newest,
        )


def _signature_on(version: PolicyVersion) -> Signed | None:
    """The one that ``_find`` has joined to the edition."""
    joined = {name: getattr(version, f"mine_{name}") for name in Signed.__slots__}
    return None if joined["pk"] is None else Signed(**joined)
