"""Signing what has been read: on one's own page, or on paper that somebody has seen. Never removed."""

from datetime import date, datetime

from django.db import transaction

from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement, Person
from cpd.domain.policies import Edition, check_paper_date, deny_signing, edition_in_force, is_asked
from cpd.enums import SigningWay
from cpd.models import PolicySignature, PolicyVersion
from cpd.selectors.policy_readers import as_edition, present_on, readers_of
from cpd.selectors.reach import own
from cpd.services.training import record_reading


@transaction.atomic
def sign_edition(*, version_id: int, by: Actor, now: datetime) -> PolicySignature:
    """Sign the edition in force as read and understood: the reader's own name, once.

    Raises ``NotAllowed`` (``cpd.domain.policies.deny_signing``) where it is not asked of them now.
    """
    today = day_of(now)
    version = _lock(version_id)
    mine = readers_of(present_on(own(by).filter(school_id=version.policy.school_id), today))
    reader = next(iter(mine), None)
    edition = as_edition(version)
    current = edition_in_force(_editions_of(version), today)
    is_signed = reader is not None and _has_signed(version, reader.person)
    require(
        deny_signing(
            is_in_force=current == edition,
            has_begun=edition.in_force_from <= today,
            is_withdrawn=version.policy.withdrawn_at is not None,
            is_asked=reader is not None and is_asked(edition, reader.kinds),
            is_signed=is_signed,
        )
    )
    assert reader is not None  # noqa: S101 (nobody is asked of nothing; for the type checker)
    return _sign(version, reader.person, SigningWay.ONLINE, today, by=by, now=now)


@transaction.atomic
def record_paper_signature(
    *, version_id: int, person_id: int, signed_date: date, seen_by: str, by: Actor, now: datetime
) -> PolicySignature:
    """Write down that somebody of the school signed an edition on paper, and who has seen the sheet.

    Raises ``NotAllowed`` for a role too low, ``DomainError`` for a day the edition was not in force, for
    somebody who has signed it already, and where nobody has seen the paper.
    """
    version = _lock(version_id)
    school_id = version.policy.school_id
    require(deny_role(by, Permission.RECORD_DEVELOPMENT, school_id))
    person = Person.objects.get(pk=person_id)
    last_days = list(
        Engagement.objects.filter(person=person, school_id=school_id).values_list("end_date", flat=True)
    )
    if not last_days:
        raise DomainError("not_here", "This person does not work at the school.", "person")
    if not seen_by.strip():
        raise DomainError("seen_by_missing", "Say who has seen the signed paper.", "seen_by")
    left = [day for day in last_days if day is not None]
    check_paper_date(
        signed_date,
        in_force_from=version.in_force_from,
        today=day_of(now),
        last_day=max(left) if len(left) == len(last_days) else None,
    )
    if _has_signed(version, person):
        raise DomainError("already_signed", f"{person.full_name} has signed this edition already.", "person")
    return _sign(version, person, SigningWay.PAPER, signed_date, by=by, now=now, seen_by=seen_by.strip())


def _sign(
    version: PolicyVersion,
    person: Person,
    way: SigningWay,
    signed_date: date,
    *,
    by: Actor,
    now: datetime,
    seen_by: str = "",
) -> PolicySignature:
    signature = PolicySignature.objects.create(
        version=version,
        person=person,
        name=person.full_name,
        way=way,
        signed_date=signed_date,
        seen_by=seen_by,
        recorded_at=now,
        recorded_by_id=by.acting_id,
    )
    record_reading(signature=signature, by=by, now=now)
    return signature


def _has_signed(version: PolicyVersion, person: Person) -> bool:
    return PolicySignature.objects.filter(version=version, person=person).exists()


def _editions_of(version: PolicyVersion) -> list[Edition]:
    return [as_edition(one) for one in PolicyVersion.objects.filter(policy_id=version.policy_id)]


def _lock(version_id: int) -> PolicyVersion:
    """The edition, locked so that it cannot be corrected while it is being signed."""
    return PolicyVersion.objects.select_for_update(of=("self",)).select_related("policy").get(pk=version_id)
