"""What somebody has to read and has signed, on their own page."""

from dataclasses import dataclass
from datetime import date

from core.domain.permissions import Actor
from cpd.domain.policies import (
    ReadingState,
    due_date,
    edition_in_force,
    is_asked,
    reading_state,
)
from cpd.models import PolicySignature, PolicyVersion
from cpd.selectors.policy_readers import Reader, as_edition, present_on, readers_of
from cpd.selectors.reach import own


@dataclass(frozen=True, slots=True)
class OwnReading:
    """One edition as its reader sees it. ``newer`` is the one that has replaced it."""

    version: PolicyVersion
    reader: Reader
    due: date
    state: ReadingState
    signature: PolicySignature | None
    newer: PolicyVersion | None

    @property
    def is_waiting(self) -> bool:
        """Whether it is to be signed now."""
        return self.signature is None and self.newer is None


def list_own_readings(actor: Actor, *, today: date) -> list[OwnReading]:
    """What is to be read, the most urgent first, then what was signed, the latest first; three queries.

    Editions that were replaced before they were signed are left out: nobody asks for them any more.
    """
    readings = _find(actor, today)
    waiting = sorted((one for one in readings if one.is_waiting), key=lambda one: (one.due, one.version.pk))
    signed = [(one.signature, one) for one in readings if one.signature is not None]
    signed.sort(key=lambda pair: (pair[0].signed_date, pair[0].pk), reverse=True)
    return [*waiting, *(one for _signature, one in signed)]


def find_own_reading(actor: Actor, version_id: int, *, today: date) -> OwnReading | None:
    """One edition that the actor is or was asked to read, or has signed; None for any other."""
    return next((one for one in _find(actor, today) if one.version.pk == version_id), None)


def _find(actor: Actor, today: date) -> list[OwnReading]:
    readers = {one.school_id: one for one in readers_of(present_on(own(actor), today))}
    if not readers:
        return []
    signatures = {
        one.version_id: one
        for one in PolicySignature.objects.filter(
            person_id__in={one.person.pk for one in readers.values()}
        ).select_related("recorded_by")
    }
    versions = (
        PolicyVersion.objects.filter(policy__school_id__in=readers, in_force_from__lte=today)
        .select_related("policy__school", "document")
        .order_by("policy_id", "pk")
    )
    by_policy: dict[int, dict[int, PolicyVersion]] = {}
    for version in versions:
        by_policy.setdefault(version.policy_id, {})[version.pk] = version
    return [
        reading for some in by_policy.values() for reading in _readings_of(some, readers, signatures, today)
    ]


def _readings_of(
    versions: dict[int, PolicyVersion],
    readers: dict[int, Reader],
    signatures: dict[int, PolicySignature],
    today: date,
) -> list[OwnReading]:
    """The editions of one policy that are this reader's, of which one is in force."""
    current = edition_in_force([as_edition(one) for one in versions.values()], today)
    found = []
    for version in versions.values():
        reader, edition = readers[version.policy.school_id], as_edition(version)
        signature = signatures.get(version.pk)
        is_theirs = is_asked(edition, reader.kinds) and version.policy.withdrawn_at is None
        if signature is None and not is_theirs:
            continue
        due = due_date(edition, reader.first_day)
        found.append(
            OwnReading(
                version=version,
                reader=reader,
                due=due,
                state=reading_state(is_signed=signature is not None, due=due, today=today),
                signature=signature,
                newer=versions[current.key] if current and current.key != version.pk else None,
            )
        )
    return found
