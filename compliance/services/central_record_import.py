"""Brings in what a person confirmed of a workbook: all of it, or nothing where anything goes wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from compliance.domain.categories import (
    CATEGORY_LABELS,
    CHECK_LABELS,
    SEVERAL_AT_ONCE,
    CheckType,
    WorkerCategory,
)
from compliance.domain.check_entry import CheckEntry
from compliance.domain.import_report import ImportedCheck, ImportReport, report_to_json
from compliance.domain.workbook_choices import PersonChoice
from compliance.domain.workbook_import import PlannedPerson
from compliance.domain.workbook_rows import Skipped
from compliance.enums import CheckState, WorkbookStatus
from compliance.models import Check, EngagementRole, WorkbookReading
from compliance.selectors.workbooks import get_plan
from compliance.services.checks import record_workbook_checks
from compliance.services.engagements import RoleEntry, describe_role
from compliance.services.people import PersonEntry, take_on
from compliance.services.workbooks import keep_people, lock_open_workbook
from core.domain.errors import DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.models import Engagement, School


@transaction.atomic
def import_workbook(
    *, reading_id: int, by: Actor, now: datetime, people: dict[str, PersonChoice] | None = None
) -> WorkbookReading:
    """Bring in the rows of a workbook under review that were not left out, and keep the report with it.

    ``people``: what was said of rows, by ``person_key``, with the confirmation. Raises ``DomainError`` where
    nothing is left to bring in, or the workbook is closed already.
    """
    reading = lock_open_workbook(reading_id=reading_id, by=by)
    for permission in (Permission.EDIT_STAFF_RECORDS, Permission.RECORD_CHECKS):
        require(deny_role(by, permission, reading.school_id))
    keep_people(reading, people=people or {}, now=now)
    reading.school = School.objects.get(pk=reading.school_id)
    plan = get_plan(by, reading)
    if not any(one.choice.is_taken for one in plan):
        raise DomainError("nobody_ticked", "Nobody is ticked, so there is nothing to bring in.")
    report = import_people(plan, school_id=reading.school_id, by=by, now=now)
    reading.report = report_to_json(report)
    reading.status = WorkbookStatus.IMPORTED
    reading.changed_at = reading.settled_at = now
    reading.settled_by_id = by.acting_id
    reading.save(update_fields=["report", "status", "changed_at", "settled_at", "settled_by"])
    return reading


@transaction.atomic
def import_people(plan: Sequence[PlannedPerson], *, school_id: int, by: Actor, now: datetime) -> ImportReport:
    """Bring in planned rows at a school. What stands in the record already is never written again."""
    run = _Run(school_id, by, now)
    for planned in plan:
        run.take(planned)
    return ImportReport(
        people_new=run.people_new,
        people_known=run.people_known,
        posts=run.posts,
        already=run.already,
        checks=tuple(run.checks),
        skipped=tuple(run.skipped),
    )


@dataclass(slots=True)
class _Run:
    """One import as it goes on. ``persons``: whom each row turned out to be, by its key."""

    school_id: int
    by: Actor
    now: datetime
    persons: dict[str, int] = field(default_factory=dict)
    people_new: int = 0
    people_known: int = 0
    posts: int = 0
    already: int = 0
    checks: list[ImportedCheck] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def take(self, planned: PlannedPerson) -> None:
        if not planned.choice.is_taken:
            why = "Left out, as nobody ticked this row."
        elif planned.first and planned.first not in self.persons:
            why = "The first row of this person was not brought in."
        else:
            why = planned.why_not
        if why:
            self.skipped.append(Skipped(planned.place, planned.row.name, "The whole row", why))
            return
        person_id = self._person(planned)
        self.persons[planned.key] = person_id
        held = list(
            Check.objects.filter(person_id=person_id, school_id=self.school_id)
            .select_related("qualification")
            .order_by("pk")
        )
        entries = [entry for entry in planned.entries if not self._stands(planned, entry, held)]
        if entries:
            self._record(planned, person_id, entries)
        self.skipped += planned.skipped

    def _person(self, planned: PlannedPerson) -> int:
        """Whose row it is, with the post of the row; each of them new only where it is not there."""
        known_id = planned.known.id if planned.known else self.persons.get(planned.first)
        post = _find_post(planned, known_id, self.school_id) if known_id else None
        if post is None:
            post = self._take_on(planned, known_id)
            self.posts += 1
        else:
            self._describe(planned, post)
        if not planned.first:
            self.people_new += known_id is None
            self.people_known += known_id is not None
        return post.person_id

    def _take_on(self, planned: PlannedPerson, known_id: int | None) -> Engagement:
        return take_on(
            person=PersonEntry(
                planned.given_name, planned.family_name, planned.former_names, planned.birth_date
            ),
            known_id=known_id,
            is_somebody_else=known_id is None,
            school_id=self.school_id,
            job_title=planned.job_title,
            start_date=planned.start_date,
            end_date=planned.end_date,
            role=_role_of(planned),
            by=self.by,
            now=self.now,
            reason=planned.date_note or "brought in from the school's workbook",
        )

    def _describe(self, planned: PlannedPerson, post: Engagement) -> None:
        """Describes the role of a post that has none; one that differs stays and is listed."""
        role = EngagementRole.objects.filter(engagement=post).first()
        if role is None:
            why = "brought in from the school's workbook"
            describe_role(engagement_id=post.pk, role=_role_of(planned), by=self.by, now=self.now, reason=why)
        elif role.category != planned.worker:
            label = CATEGORY_LABELS[WorkerCategory(role.category)]
            why = f"Stands on the staff record as: {label}. That was not changed."
            self._skip(planned, "Kind of worker", why)
        for what, told, stands in (
            ("First day", planned.start_date, post.start_date),
            ("Last day", planned.end_date, post.end_date),
        ):
            if told and told != stands:
                has = f"{stands:%d/%m/%Y}" if stands else "no such day"
                why = f"The workbook says {told:%d/%m/%Y}, the record has {has}. That was not changed."
                self._skip(planned, what, why)

    def _stands(self, planned: PlannedPerson, entry: CheckEntry, held: list[Check]) -> bool:
        """Whether a check is in the record already; one that differs is listed, and stays."""
        same = [one for one in held if one.check_type == entry.check]
        if entry.check in SEVERAL_AT_ONCE:
            match = next((one for one in same if _is_equal(one, entry)), None)
            if match is not None:
                held.remove(match)  # two referees of one day are two checks
        else:
            match = next((one for one in same if one.superseded_at is None), None)
        if match is None:
            return False
        self.already += 1
        if not _is_equal(match, entry):
            why = f"The record has {_in_words(match)}. That was not changed."
            self._skip(planned, CHECK_LABELS[entry.check], why)
        return True

    def _record(self, planned: PlannedPerson, person_id: int, entries: list[CheckEntry]) -> None:
        """Write down what the rules allow of these, and list what they refuse."""
        refused: list[tuple[CheckEntry, DomainError]] = []
        written = record_workbook_checks(
            person_id=person_id,
            school_id=self.school_id,
            entries=entries,
            by=self.by,
            now=self.now,
            refused=refused,
        )
        for check in written:
            label = CHECK_LABELS[CheckType(check.check_type)]
            self.checks.append(ImportedCheck(planned.place, planned.row.name, label, check.done_date))
        for entry, error in refused:
            self._skip(planned, CHECK_LABELS[entry.check], error.message)

    def _skip(self, planned: PlannedPerson, what: str, why: str) -> None:
        self.skipped.append(Skipped(planned.place, planned.row.name, what, why))


def _find_post(planned: PlannedPerson, person_id: int, school_id: int) -> Engagement | None:
    """The engagement a row is about, if it is on the record: by its title, else by its first day."""
    posts = list(Engagement.objects.filter(person_id=person_id, school_id=school_id).order_by("pk"))
    title, start = planned.job_title.casefold(), planned.start_date
    by_title = [one for one in posts if one.job_title.casefold() == title]
    by_day = [one for one in posts if start and one.start_date == start and not planned.first]
    return next(iter([*_of_day(by_title, start), *by_day]), None)


def _of_day(posts: Iterable[Engagement], start: date | None) -> list[Engagement]:
    return [one for one in posts if one.start_date == start or not one.start_date or not start]


def _role_of(planned: PlannedPerson) -> RoleEntry:
    if planned.worker is None:
        raise DomainError("category_missing", "Say what kind of worker this is.", "worker")
    return RoleEntry(planned.worker, planned.facts, agency=planned.agency)


def _is_equal(check: Check, entry: CheckEntry) -> bool:
    """Whether a check on the record says what the workbook says."""
    if check.state != CheckState.DONE or check.done_date != entry.done_date:
        return False
    if entry.qualification:
        return getattr(check, "qualification", None) is not None and (
            check.qualification.title == entry.qualification.title.strip()
        )
    return entry.check not in SEVERAL_AT_ONCE or check.evidence_seen == entry.evidence_seen.strip()


def _in_words(check: Check) -> str:
    if check.state == CheckState.REQUESTED:
        return f"this as asked for on {check.requested_date:%d/%m/%Y}"
    return f"{check.done_date:%d/%m/%Y}" if check.done_date else "this as done, date missing"
