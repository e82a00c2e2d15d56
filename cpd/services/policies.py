"""Publishing policies to be read, and withdrawing them."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db import transaction

from compliance.domain.kinds import PersonKind
from compliance.services.evidence import stored_evidence
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import Document
from core.services.documents import Upload
from core.services.history import save_with_reason
from core.services.schools import lock_school
from cpd.domain.policies import deny_change
from cpd.models import Policy, PolicySignature, PolicyVersion
from cpd.selectors.courses import list_courses_by_reading


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """An edition as it is typed in. ``kinds`` empty: everybody reads it. ``counts_as`` is a course's key."""

    edition: str
    in_force_from: date
    read_by: date
    kinds: Sequence[PersonKind] = ()
    address: str = ""
    text: str = ""
    counts_as: int | None = None


@transaction.atomic
def create_policy(
    *,
    school_id: int,
    title: str,
    basis: str,
    entry: EditionEntry,
    by: Actor,
    now: datetime,
    upload: Upload | None = None,
) -> Policy:
    """Add a policy with its first edition.

    Raises ``NotAllowed`` for a role too low, and ``DomainError`` for a title the school already has or an
    edition nobody could read.
    """
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    lock_school(school_id)
    title = title.strip()
    if Policy.objects.filter(school_id=school_id, title__iexact=title).exists():
        raise DomainError(
            "title_taken", "The school already has this policy. Publish a new edition of it instead.", "title"
        )
    policy = Policy(school_id=school_id, title=title, basis=basis, created_at=now, created_by_id=by.acting_id)
    save_with_reason(policy, by=by, reason="policy added", now=now)
    _publish(policy, entry, upload, by=by, now=now)
    return policy


@transaction.atomic
def publish_edition(
    *, policy_id: int, entry: EditionEntry, by: Actor, now: datetime, upload: Upload | None = None
) -> PolicyVersion:
    """Add a new edition. From its day in force everybody it is for is asked anew."""
    return _publish(_lock_policy(policy_id, by), entry, upload, by=by, now=now)


@transaction.atomic
def change_edition(
    *, version_id: int, entry: EditionEntry, by: Actor, now: datetime, upload: Upload | None = None
) -> PolicyVersion:
    """Correct an edition that nobody has signed; without a new file it keeps the one it has.

    Raises ``NotAllowed`` with ``already_signed`` once somebody has.
    """
    version = (
        PolicyVersion.objects.select_for_update(of=("self",))
        .select_related("policy", "document")
        .get(pk=version_id)
    )
    _lock_policy(version.policy_id, by)
    require(deny_change(PolicySignature.objects.filter(version=version).count()))
    _check_entry(version.policy, entry, has_file=bool(upload or version.document), except_id=version.pk)
    former = version.document
    with _stored(version.policy, upload, by=by, now=now) as document:
        _fill(version, entry)
        version.document = document or former
        save_with_reason(version, by=by, reason="edition corrected", now=now)
    if former is not None and document is not None:
        former.delete()
        transaction.on_commit(partial(former.file.storage.delete, str(former.file.name)))
    return version


@transaction.atomic
def withdraw_policy(*, policy_id: int, reason: str, by: Actor, now: datetime) -> Policy:
    """Ask for a policy no longer, for a reason. Its editions and signatures stay."""
    policy = _lock_policy(policy_id, by)
    if not reason.strip():
        raise DomainError("reason_missing", "Say why it is no longer asked for.", "reason")
    policy.withdrawn_at, policy.withdrawn_by_id = now, by.acting_id
    policy.withdrawal_reason = reason.strip()
    save_with_reason(policy, by=by, reason=policy.withdrawal_reason, now=now)
    return policy


def _publish(
    policy: Policy, entry: EditionEntry, upload: Upload | None, *, by: Actor, now: datetime
) -> PolicyVersion:
    _check_entry(policy, entry, has_file=upload is not None)
    version = PolicyVersion(policy=policy, published_at=now, published_by_id=by.acting_id)
    with _stored(policy, upload, by=by, now=now) as document:
        _fill(version, entry)
        version.document = document
        save_with_reason(version, by=by, reason="edition published", now=now)
    return version


def _stored(
    policy: Policy, upload: Upload | None, *, by: Actor, now: datetime
) -> AbstractContextManager[Document | None]:
    return stored_evidence(school_id=policy.school_id, upload=upload, by=by, now=now)


def _fill(version: PolicyVersion, entry: EditionEntry) -> None:
    version.edition = entry.edition.strip()
    version.in_force_from, version.read_by = entry.in_force_from, entry.read_by
    version.address, version.text = entry.address.strip(), entry.text.strip()
    version.kinds = sorted(PersonKind(kind).value for kind in entry.kinds)
    version.counts_as_id = entry.counts_as


def _check_entry(
    policy: Policy, entry: EditionEntry, *, has_file: bool, except_id: int | None = None
) -> None:
    if not (has_file or entry.address.strip() or entry.text.strip()):
        raise DomainError(
            "nothing_to_read",
            "Give people something to read: a file, a web address, or the words themselves.",
            "file",
        )
    if entry.read_by < entry.in_force_from:
        raise DomainError(
            "read_by_too_early",
            "It cannot be due before it is in force: people sign from then on.",
            "read_by",
        )
    courses = list_courses_by_reading([policy.school_id]) if entry.counts_as is not None else []
    if entry.counts_as is not None and entry.counts_as not in [one.pk for one in courses]:
        raise DomainError(
            "not_by_reading",
            "Choose a training that consists in reading, or one of the school's own courses.",
            "counts_as",
        )
    others = PolicyVersion.objects.filter(policy=policy, edition__iexact=entry.edition.strip())
    if any(pk != except_id for pk in others.values_list("pk", flat=True)):
        raise DomainError(
            "edition_taken",
            "This policy already has an edition of that name. Give this one another.",
            "edition",
        )


def _lock_policy(policy_id: int, by: Actor) -> Policy:
    """The policy, where this person may publish and it is still asked for."""
    policy = Policy.objects.select_for_update().get(pk=policy_id)
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, policy.school_id))
    if policy.withdrawn_at is not None:
        raise DomainError("withdrawn", "This policy has been withdrawn. Add it anew if it is needed again.")
    return policy
