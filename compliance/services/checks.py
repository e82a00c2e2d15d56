"""Checks written down as evidence: added and superseded, never changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from compliance.domain.categories import SEVERAL_AT_ONCE, CheckType
from compliance.domain.check_entry import (
    SHARE_CODE_KEPT,
    CheckEntry,
    check_entry,
    deny_check,
)
from compliance.domain.check_timing import Standing, deny_too_early
from compliance.domain.dbs_certificate import normalise_number
from compliance.domain.editions import edition_on
from compliance.domain.entry_review import review_entry, with_policy_recheck
from compliance.domain.held_checks import Outcome
from compliance.domain.requirement import Requirement
from compliance.enums import CheckOrigin, CheckState
from compliance.models import (
    Check,
    DbsCertificate,
    QualificationSeen,
    RightToWorkEvidence,
    UpdateServiceCheck,
)
from compliance.selectors.entry_context import get_known
from compliance.selectors.requirements import list_requirements_of
from compliance.selectors.standing import get_standing
from compliance.services.evidence import stored_evidence
from compliance.services.people import add_former_name
from compliance.services.starts import end_for_certificate
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Document, Person
from core.services.documents import Upload


@transaction.atomic
def record_check(
    *,
    person_id: int,
    school_id: int,
    entry: CheckEntry,
    by: Actor,
    now: datetime,
    supersedes_id: int | None = None,
    reason: str = "",
    document: Document | None = None,
    upload: Upload | None = None,
    name_evidence: str = "",
    origin: str = CheckOrigin.ENTERED,
) -> Check:
    """Write down one check of a person for a school.

    A check of the same kind that stood until now is superseded, never overwritten: *asked for* becomes
    *done*, a correction keeps what was corrected. Of certificates, referees and countries there may be
    several at once; name the one that is superseded. ``reason`` is needed where *done* is superseded.
    ``upload`` is stored with the check or not at all. ``name_evidence`` says what shows that the name on a
    certificate is a former name of the person, and adds it. What is entered here is held against the rules
    of right to work, DBS and wording; what a workbook knows is taken as it is, even without a date.
    Raises ``DomainError`` for an entry that cannot be, and ``NotAllowed`` for a check that must not be made.
    """
    today = day_of(now)
    subject = _find_subject(person_id, school_id, by=by, today=today)
    person = subject.person
    _require_possible(entry, subject, today=today, from_workbook=origin == CheckOrigin.WORKBOOK)
    if name_evidence.strip() and entry.certificate:
        person = add_former_name(
            person_id=person.pk, name=entry.certificate.name, evidence=name_evidence, by=by, now=now
        )
    if origin == CheckOrigin.ENTERED:
        known = get_known(
            person,
            school_id=school_id,
            check=entry.check,
            requirements=subject.requirements,
            today=today,
        )
        review_entry(entry, known, today=today, reason=reason).require()
        entry = with_policy_recheck(entry, known.renewal_months)
    earlier = _find_earlier(person.pk, school_id, entry.check, supersedes_id)
    why = _reason_for(earlier, entry, reason)
    with stored_evidence(school_id=school_id, upload=upload, by=by, now=now) as stored:
        check = _write(
            entry,
            person_id=person.pk,
            school_id=school_id,
            earlier=earlier,
            reason=why,
            document=stored or document,
            origin=origin,
            by=by,
            now=now,
        )
    if _is_clear_certificate(entry):
        end_for_certificate(person_id=person.pk, school_id=school_id, by=by, now=now)
    return check


@transaction.atomic
def take_over_checks(
    *, person_id: int, school_id: int, entries: Iterable[CheckEntry], by: Actor, now: datetime
) -> list[Check]:
    """Write down what recruitment knows of a person as it is, beside whatever stands already.

    Only certificates, referees and countries are known from there. Raises as ``record_check`` does.
    """
    today = day_of(now)
    subject = _find_subject(person_id, school_id, by=by, today=today)
    taken = []
    for entry in entries:
        _require_possible(entry, subject, today=today)
        taken.append(
            _write(
                entry,
                person_id=person_id,
                school_id=school_id,
                earlier=None,
                reason="",
                document=None,
                origin=CheckOrigin.RECRUITMENT,
                by=by,
                now=now,
            )
        )
    return taken


@transaction.atomic
def record_workbook_checks(
    *,
    person_id: int,
    school_id: int,
    entries: Sequence[CheckEntry],
    by: Actor,
    now: datetime,
    refused: list[tuple[CheckEntry, DomainError]] | None = None,
) -> list[Check]:
    """Write down the checks of one person that a workbook knows, each as ``record_check`` would.

    The person is locked and the rules are asked once for all of them. None is written where one cannot be:
    raises as ``record_check`` does. With a list of ``refused`` that one is put there, and the others written.
    """
    today = day_of(now)
    subject = _find_subject(person_id, school_id, by=by, today=today)
    standing = _current_checks(person_id, school_id).exclude(check_type__in=SEVERAL_AT_ONCE)
    latest = {one.check_type: one for one in standing.order_by("-pk")}
    written: list[Check] = []
    waiting: list[tuple[Check, CheckEntry]] = []
    for entry in entries:
        earlier = latest.get(entry.check)
        if earlier is not None and earlier._state.adding:  # one of these entries renews another
            _store(waiting)
            waiting.clear()
        try:
            _require_possible(entry, subject, today=today, from_workbook=True)
            reason = _reason_for(earlier, entry, "")
        except DomainError as error:
            if refused is None:
                raise
            refused.append((entry, error))
            continue
        check = _build(
            entry,
            person_id=person_id,
            school_id=school_id,
            earlier=earlier,
            reason=reason,
            document=None,
            origin=CheckOrigin.WORKBOOK,
            by=by,
            now=now,
        )
        written.append(check)
        waiting.append((check, entry))
        if entry.check not in SEVERAL_AT_ONCE:
            latest[entry.check] = check
    _store(waiting)
    left_out = [entry for entry, _ in refused or ()]
    if any(_is_clear_certificate(entry) and entry not in left_out for entry in entries):
        end_for_certificate(person_id=person_id, school_id=school_id, by=by, now=now)
    return written


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose checks are written down: locked, with what their roles at the school need."""

    person: Person
    requirements: list[Mapping[CheckType, Requirement]]
    standing: Standing


def _find_subject(person_id: int, school_id: int, *, by: Actor, today: date) -> _Subject:
    require(deny_role(by, Permission.RECORD_CHECKS, school_id))
    return _Subject(
        person=Person.objects.select_for_update().get(pk=person_id),
        requirements=list_requirements_of(person_id=person_id, school_id=school_id, today=today),
        standing=get_standing(person_id=person_id, school_id=school_id),
    )


def _require_possible(
    entry: CheckEntry, subject: _Subject, *, today: date, from_workbook: bool = False
) -> None:
    """Raise for a check that must not be made, or not yet, and for an entry that cannot be."""
    required = [one[entry.check] for one in subject.requirements]
    require(deny_check(entry, required, from_workbook=from_workbook))
    require(deny_too_early(entry.check, subject.standing))
    check_entry(entry, today=today, from_workbook=from_workbook)


def _is_clear_certificate(entry: CheckEntry) -> bool:
    return entry.check == CheckType.ENHANCED_DBS and entry.is_done and entry.outcome == Outcome.CLEAR


def _current_checks(person_id: int, school_id: int) -> QuerySet[Check]:
    """What stands of somebody at a school, held until the transaction ends."""
    return Check.objects.select_for_update().current().filter(person_id=person_id, school_id=school_id)


def _find_earlier(
    person_id: int, school_id: int, check: CheckType, supersedes_id: int | None
) -> Check | None:
    current = _current_checks(person_id, school_id).filter(check_type=check)
    if supersedes_id is not None:
        found = current.filter(pk=supersedes_id).first()
        if found is None:
            raise DomainError(
                "superseded_meanwhile", "Somebody has recorded this check meanwhile. Look at it, then go on."
            )
        return found
    return None if check in SEVERAL_AT_ONCE else current.first()


def _reason_for(earlier: Check | None, entry: CheckEntry, reason: str) -> str:
    if earlier is None:
        return ""
    if not entry.is_done and earlier.state == CheckState.DONE and earlier.outcome == Outcome.CLEAR:
        raise DomainError(
            "stands_already",
            "This check is done, and stands until the next one is. Record the next one when it is done.",
            "state",
        )
    if reason.strip():
        return reason.strip()[:300]
    if earlier.state == CheckState.REQUESTED:
        return "Asked for before"
    raise DomainError(
        "reason_missing",
        "This check is recorded already. Say why there is a new one: renewed, corrected, checked again.",
        "reason",
    )


def _write(entry: CheckEntry, **known: Any) -> Check:
    check = _build(entry, **known)
    check.save()
    _write_parts(check, entry)
    return check


def _store(made: Sequence[tuple[Check, CheckEntry]]) -> None:
    """All of these at once: none of them supersedes another."""
    Check.objects.bulk_create(check for check, _ in made)
    for check, entry in made:
        _write_parts(check, entry)


def _build(
    entry: CheckEntry,
    *,
    person_id: int,
    school_id: int,
    earlier: Check | None,
    reason: str,
    document: Document | None,
    origin: str,
    by: Actor,
    now: datetime,
) -> Check:
    """The check, not stored yet; what stood until now does not any more."""
    if earlier is not None:
        Check.objects.filter(pk=earlier.pk).update(superseded_at=now)
        entry = replace(entry, requested_date=entry.requested_date or _asked_for(earlier, entry.done_date))
    number = normalise_number(entry.reference_number) if entry.certificate else None
    return Check(
        person_id=person_id,
        school_id=school_id,
        check_type=entry.check,
        state=CheckState.DONE if entry.is_done else CheckState.REQUESTED,
        requested_date=entry.requested_date,
        done_date=entry.done_date if entry.is_done else None,
        is_date_missing=entry.is_done and entry.done_date is None,
        outcome=entry.outcome if entry.is_done else "pending",
        done_by=entry.done_by.strip() if entry.is_done else "",
        is_assurance=entry.is_assurance,
        reference_number=number or entry.reference_number.strip(),
        evidence_seen=entry.evidence_seen.strip(),
        document=document,
        permitted_reason=entry.permitted_reason,
        recheck_date=entry.recheck_date,
        note=entry.note.strip(),
        origin=origin,
        edition=edition.name if (edition := edition_on(day_of(now))) else "",
        supersedes=earlier,
        reason=reason,
        recorded_at=now,
        recorded_by_id=by.acting_id,
    )


def _asked_for(earlier: Check, done_date: date | None) -> date | None:
    """When a check that is now done was asked for; a renewal has a request of its own.

    One that turns out to have been done before somebody asked answers no request.
    """
    asked = earlier.requested_date if earlier.state == CheckState.REQUESTED else None
    return None if asked and done_date and done_date < asked else asked


def _write_parts(check: Check, entry: CheckEntry) -> None:
    if not entry.is_done:
        return
    if entry.certificate:
        certificate = DbsCertificate.objects.create(
            check_record=check,
            issued_date=entry.certificate.issued_date,
            level=entry.certificate.level,
            workforce=entry.certificate.workforce,
            includes_barred_list=entry.certificate.includes_barred_list,
            name_on_certificate=entry.certificate.name.strip(),
            is_own=entry.certificate.is_own,
            update_service_consent_date=entry.certificate.update_service_consent_date,
        )
        if entry.certificate.status_result and entry.certificate.status_checked_date:
            UpdateServiceCheck.objects.create(
                certificate=certificate,
                checked_date=entry.certificate.status_checked_date,
                result=entry.certificate.status_result,
                recorded_at=check.recorded_at,
                recorded_by_id=check.recorded_by_id,
            )
    if shown := entry.right_to_work:
        RightToWorkEvidence.objects.create(
            check_record=check,
            route=shown.route,
            document=shown.document,
            document_expiry=shown.document_expiry,
            is_clipped=shown.is_clipped,
            permission_end=shown.permission_end,
            pvn_date=shown.pvn_date,
            share_code_ending=shown.share_code.strip()[-SHARE_CODE_KEPT:],
            share_code_created=shown.share_code_created,
            is_copy_kept=shown.is_copy_kept,
        )
    if seen := entry.qualification:
        QualificationSeen.objects.create(
            check_record=check,
            title=seen.title.strip(),
            awarding_body=seen.awarding_body.strip(),
            awarded=seen.awarded.strip(),
            demanded_by=seen.demanded_by.strip()[:500],
        )
