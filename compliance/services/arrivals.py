"""An appointed candidate arrives with what recruitment already knows."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from compliance.domain.categories import CheckType
from compliance.domain.check_entry import CheckEntry, QualificationEntry
from compliance.domain.held_checks import Outcome
from compliance.models import EngagementRole
from compliance.services.checks import take_over_checks
from compliance.services.engagements import RoleEntry, describe_role
from core.domain.errors import DomainError
from core.domain.permissions import Actor
from core.domain.school_time import day_of
from core.models import Engagement
from recruitment.enums import Confirmation, ReferenceStatus
from recruitment.models import Application, Offer
from recruitment.selectors.evidence import CertificateRow, RefereeRow, get_evidence

DOUBTFUL = frozenset({Confirmation.NOT_CONFIRMED, Confirmation.PARTLY})


@transaction.atomic
def take_over_arrival(*, engagement_id: int, role: RoleEntry, by: Actor, now: datetime) -> EngagementRole:
    """Describe the role of somebody who was appointed, and carry over references and certificates.

    Raises ``DomainError`` where that was done before.
    """
    engagement = Engagement.objects.select_for_update().get(pk=engagement_id)
    if EngagementRole.objects.filter(engagement=engagement).exists():
        raise DomainError("taken_over", "This person is on the staff record already.")
    described = describe_role(engagement_id=engagement_id, role=role, by=by, now=now, reason="appointed")
    offer = Offer.objects.filter(engagement=engagement).select_related("application__person").first()
    if offer is not None:
        take_over_checks(
            person_id=engagement.person_id,
            school_id=engagement.school_id,
            entries=list_known(offer.application, offer),
            by=by,
            now=now,
        )
    return described


def list_known(application: Application, offer: Offer) -> Iterator[CheckEntry]:
    """What recruitment knows of an appointed candidate, as checks."""
    evidence = get_evidence(application)
    asked = day_of(offer.made_at)
    for row in evidence.referees:
        if row.reference is not None and (entry := _reference(row)) is not None:
            yield entry
    for certificate in evidence.certificates:
        sighting = certificate.sighting
        if sighting is not None and sighting.was_seen:
            yield _certificate(certificate)
        else:
            yield CheckEntry(
                check=CheckType.QUALIFICATIONS,
                is_done=False,
                requested_date=asked,
                evidence_seen=certificate.criterion.text[:300],
            )


def _reference(row: RefereeRow) -> CheckEntry | None:
    reference = row.reference
    if reference is None or reference.status in {ReferenceStatus.NOT_REQUESTED, ReferenceStatus.DECLINED}:
        return None
    who = ", ".join(part for part in (row.referee.name, row.referee.organisation) if part)[:300]
    if reference.verified_date is None:
        asked = reference.requested_date or reference.received_date
        return CheckEntry(CheckType.REFERENCES, is_done=False, requested_date=asked, evidence_seen=who)
    is_doubtful = any(answer.confirmation in DOUBTFUL for answer in row.answers)
    return CheckEntry(
        check=CheckType.REFERENCES,
        is_done=True,
        requested_date=reference.requested_date,
        done_date=reference.verified_date,
        outcome=Outcome.CONCERN if is_doubtful else Outcome.CLEAR,
        done_by=reference.verified_by.name if reference.verified_by else "",
        evidence_seen=who,
    )


def _certificate(row: CertificateRow) -> CheckEntry:
    sighting = row.sighting
    if sighting is None:
        raise ValueError("there is no sighting to carry over")
    return CheckEntry(
        check=CheckType.QUALIFICATIONS,
        is_done=True,
        done_date=sighting.seen_date,
        outcome=Outcome.CLEAR,
        done_by=sighting.seen_by.name,
        qualification=QualificationEntry(
            title=sighting.title or row.criterion.text[:200], demanded_by=row.criterion.text
        ),
    )
