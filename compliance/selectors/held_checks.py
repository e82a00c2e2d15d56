"""Checks of people, read once and handed to the rules."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from compliance.domain.categories import CheckType
from compliance.domain.held_checks import HeldCheck, Outcome
from compliance.enums import CheckState
from compliance.models import Check
from core.domain.dates import add_months
from core.domain.school_time import day_of

NOTICE_MONTHS = 6
_CHECKS = {check.value: check for check in CheckType}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class CheckRow(NamedTuple):
    """What the rules need of a check, read as values: thousands are, and models cost several times that."""

    pk: int
    person_id: int
    school_id: int
    check_type: str
    state: str
    done_date: date | None
    requested_date: date | None
    outcome: str
    is_assurance: bool
    recheck_date: date | None
    done_by: str
    reference_number: str
    evidence_seen: str
    origin: str
    supersedes_id: int | None
    recorded_at: datetime
    superseded_at: datetime | None
    evidence_destroyed_date: date | None
    relied_on_until: date | None
    includes_barred_list: bool | None
    issued_date: date | None
    permission_end: date | None
    pvn_date: date | None
    qualification: str | None


FIELDS = (
    *CheckRow._fields[:-5],
    "certificate__includes_barred_list",
    "certificate__issued_date",
    "right_to_work__permission_end",
    "right_to_work__pvn_date",
    "qualification__title",
)


def held_checks_of(
    *,
    person_ids: Collection[int] | QuerySet[Any],
    school_ids: Collection[int],
    at: datetime | None = None,
) -> Mapping[int, list[HeldCheck]]:
    """The checks in force of each person at these schools, by person; with ``at``, as they then stood.

    One query, whatever there is. Schools of one trust share what they hold, so name them all.
    """
    checks = Check.objects.filter(person_id__in=person_ids, school_id__in=school_ids)
    if at is not None:
        checks = checks.filter(recorded_at__lte=at)
    rows = checks.order_by("person_id", "pk").values_list(*FIELDS)
    return hold_current(map(CheckRow._make, rows.iterator(chunk_size=5000)), at)


def hold_current(rows: Iterable[CheckRow], at: datetime | None) -> Mapping[int, list[HeldCheck]]:
    """Of all that was recorded by a moment, what is in force, each with the day it was first done."""
    found: dict[int, list[HeldCheck]] = defaultdict(list)
    earlier: dict[int, CheckRow] = {}
    renewing: list[tuple[int, int, CheckRow]] = []
    for row in rows:
        if row.superseded_at is not None and (at is None or row.superseded_at <= at):
            earlier[row.pk] = row
            continue
        if row.supersedes_id is not None:
            renewing.append((row.person_id, len(found[row.person_id]), row))
        found[row.person_id].append(_as_held(row))
    for person_id, place, row in renewing:
        found[person_id][place] = replace(found[person_id][place], first_done_date=first_done(row, earlier))
    return found


def first_done(row: CheckRow, earlier: Mapping[int, CheckRow]) -> date | None:
    """On which day a check was done for the first time, over all that it renews.

    What was done after the earlier one had been written down is a renewal. Anything else corrects it, and
    the day that was wrong does not count.
    """
    first = row.done_date
    while row.supersedes_id is not None and (before := earlier.get(row.supersedes_id)) is not None:
        is_renewal = row.done_date is not None and row.done_date > day_of(before.recorded_at)
        if is_renewal and before.done_date is not None:
            first = min(first, before.done_date) if first else before.done_date
        row = before
    return first


def _as_held(row: CheckRow) -> HeldCheck:
    return HeldCheck(
        check=_CHECKS[row.check_type],
        is_done=row.state == CheckState.DONE,
        done_date=row.done_date,
        requested_date=row.requested_date,
        outcome=_OUTCOMES[row.outcome],
        is_assurance=row.is_assurance,
        includes_barred_list=bool(row.includes_barred_list),
        issued_date=row.issued_date,
        expires_date=row.relied_on_until
        or expiry_of(permission_end=row.permission_end, pvn_date=row.pvn_date),
        recheck_date=row.recheck_date,
        done_by=row.done_by,
        number=row.reference_number,
        evidence=row.qualification or row.evidence_seen,
        ids=(row.pk,),
        origin=row.origin,
        school_id=row.school_id,
        evidence_destroyed_date=row.evidence_destroyed_date,
    )


def expiry_of(*, permission_end: date | None, pvn_date: date | None) -> date | None:
    """The last day a right-to-work check excuses the employer; None where it never ends."""
    return add_months(pvn_date, NOTICE_MONTHS) if pvn_date else permission_end
