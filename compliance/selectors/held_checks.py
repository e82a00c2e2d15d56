"""Checks of people, read once and handed to the rules."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

from compliance.domain.categories import CheckType
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.enums import CheckState
from compliance.models import Check, RightToWorkEvidence
from core.domain.dates import add_months

NOTICE_MONTHS = 6


def held_checks_of(
    *, person_ids: Collection[int], school_ids: Collection[int], at: datetime | None = None
) -> Mapping[int, list[HeldCheck]]:
    """The checks in force of each person at these schools, by person; with ``at``, as they then stood.

    One query, whatever there is. Schools of one trust share what they hold, so name them all.
    """
    checks = Check.objects.current() if at is None else Check.objects.as_recorded_at(at)
    rows = (
        checks.filter(person_id__in=person_ids, school_id__in=school_ids)
        .select_related("certificate", "right_to_work", "qualification")
        .order_by("person_id", "pk")
    )
    found: dict[int, list[HeldCheck]] = defaultdict(list)
    for row in rows.iterator(chunk_size=2000):
        found[row.person_id].append(as_held(row))
    return found


def as_held(row: Check) -> HeldCheck:
    """A row as the rules see it; load ``certificate`` and ``right_to_work`` with it."""
    certificate = getattr(row, "certificate", None)
    qualification = getattr(row, "qualification", None)
    return HeldCheck(
        check=CheckType(row.check_type),
        is_done=row.state == CheckState.DONE,
        done_date=row.done_date,
        requested_date=row.requested_date,
        outcome=Outcome(row.outcome),
        is_assurance=row.is_assurance,
        includes_barred_list=bool(certificate and certificate.includes_barred_list),
        expires_date=expiry_of(getattr(row, "right_to_work", None)),
        recheck_date=row.recheck_date,
        done_by=row.done_by,
        number=row.reference_number,
        evidence=qualification.title if qualification else row.evidence_seen,
        ids=(row.pk,),
        origin=row.origin,
    )


def expiry_of(evidence: RightToWorkEvidence | None) -> date | None:
    """The last day a right-to-work check excuses the employer; None where it never ends."""
    if evidence is None:
        return None
    if evidence.pvn_date:
        return add_months(evidence.pvn_date, NOTICE_MONTHS)
    return evidence.permission_end
