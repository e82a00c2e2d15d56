"""Looks at the DBS Update Service, logged with the certificate they are about."""

from datetime import date, datetime

from django.db import transaction

from compliance.enums import UpdateServiceResult
from compliance.models import Check, DbsCertificate, UpdateServiceCheck
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of


@transaction.atomic
def record_update_service(
    *, check_id: int, checked_date: date, result: str, by: Actor, now: datetime
) -> UpdateServiceCheck:
    """Log one look at the DBS Update Service.

    Raises ``DomainError`` without the holder's consent, without the original seen, or for a day ahead.
    """
    check = Check.objects.select_for_update(of=("self",)).select_related("certificate").get(pk=check_id)
    require(deny_role(by, Permission.RECORD_CHECKS, check.school_id))
    certificate: DbsCertificate | None = getattr(check, "certificate", None)
    if certificate is None or check.done_date is None:
        raise DomainError("original_not_seen", "Record first that the original certificate was seen.")
    if certificate.update_service_consent_date is None:
        raise DomainError("no_consent", "The holder has to consent before the Update Service is asked.")
    if checked_date > day_of(now):
        raise DomainError("date_ahead", "This date has not come yet.", "checked_date")
    if checked_date < certificate.update_service_consent_date:
        raise DomainError("before_consent", "This is before the holder gave consent.", "checked_date")
    return UpdateServiceCheck.objects.create(
        certificate=certificate,
        checked_date=checked_date,
        result=UpdateServiceResult(result),
        recorded_at=now,
        recorded_by_id=by.acting_id,
    )
