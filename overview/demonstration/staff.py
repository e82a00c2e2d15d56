"""Sixty people at work in an invented school, their checks right for most and wrong for some on purpose."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from simple_history.utils import bulk_update_with_history

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CertificateEntry, CheckEntry, QualificationEntry, RightToWorkEntry
from compliance.domain.held_checks import Outcome
from compliance.domain.requirement import MUST, Requirement, RoleFacts, Status
from compliance.domain.role_questions import questions_for
from compliance.selectors.requirements import requirements_for
from compliance.services.checks import record_workbook_checks
from compliance.services.engagements import RoleEntry, create_person, engage
from compliance.services.starts import confirm_start
from core.domain.school_time import day_of
from core.models import Engagement, Person
from overview.demonstration.candidates import FOLDER
from overview.demonstration.people import Cast

# The school keeps its record in Appoint since then; what is older was brought over from a workbook.
MOVED_DAYS_AGO = 380
# Whose start is so near that somebody has confirmed it here.
STARTERS_DAYS = 120
# How long before the first day each check is made; references come in first, the rest once an offer stands.
DAYS_BEFORE_START = {
    CheckType.EMPLOYMENT_HISTORY_GAPS: 42,
    CheckType.ONLINE_SEARCH: 40,
    CheckType.CRIMINAL_SELF_DECLARATION: 40,
    CheckType.REFERENCES: 34,
    CheckType.PROHIBITION_TEACHING: 22,
    CheckType.S128: 22,
    CheckType.IDENTITY: 20,
    CheckType.RIGHT_TO_WORK: 20,
    CheckType.QUALIFICATIONS: 20,
    CheckType.OVERSEAS: 18,
    CheckType.MEDICAL_FITNESS: 16,
    CheckType.CHILDCARE_DISQUALIFICATION: 16,
    CheckType.ENHANCED_DBS: 12,
    CheckType.CHILDREN_BARRED_LIST: 12,
}
EVIDENCE = {
    CheckType.IDENTITY: "Passport and a council-tax bill",
    CheckType.PROHIBITION_TEACHING: "Check a teacher's record",
    CheckType.S128: "Section 128 list",
    CheckType.OVERSEAS: "Certificate of good conduct",
    CheckType.ONLINE_SEARCH: "Search by the office, nothing to raise",
    CheckType.EMPLOYMENT_HISTORY_GAPS: "Form compared with references",
}
MADE_WHERE = MUST | {Status.SHOULD}


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff. ``late`` days after the first day by check, ``permission_in`` days from today."""

    given_name: str
    family_name: str
    job_title: str
    category: str
    years_ago: int
    started: tuple[int, int]
    facts: dict[str, bool | None] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    late: dict[str, int] = field(default_factory=dict)
    date_missing: tuple[str, ...] = ()
    permission_in: int | None = None
    agency: str = ""
    no_list: bool = False
    left_days_ago: int | None = None

    def role_facts(self) -> RoleFacts:
        """What is asked of such a worker is answered with no unless it is said otherwise."""
        asked: dict[str, Any] = dict.fromkeys(questions_for(WorkerCategory(self.category)), False)
        return RoleFacts(**asked | self.facts)


def load_members() -> list[Member]:
    rows: list[dict[str, Any]] = json.loads((FOLDER / "staff.json").read_text(encoding="utf-8"))
    return [as_member(row) for row in rows]


def as_member(row: dict[str, Any]) -> Member:
    """JSON knows no tuples."""
    facts: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Member(**facts)


def make_staff(cast: Cast, now: datetime) -> None:
    """Take on everybody, each dated back to their first day or to the day the record was moved."""
    for number, member in enumerate(load_members(), start=1):
        take_on(cast, member, number, now)


def take_on(cast: Cast, member: Member, number: int, now: datetime) -> Engagement:
    """One person with role and checks."""
    today = day_of(now)
    start = first_day(member, today)
    nia = cast.actor("Nia")
    recorded = recorded_at(start - timedelta(days=45), now)
    person = create_person(
        school_id=cast.school.pk,
        given_name=member.given_name,
        family_name=member.family_name,
        birth_date=date(1962 + number * 7 % 40, 1 + number % 12, 1 + number * 5 % 28),
        by=nia,
        now=recorded,
    )
    left = today - timedelta(days=member.left_days_ago) if member.left_days_ago else None
    engagement = engage(
        person_id=person.pk,
        school_id=cast.school.pk,
        job_title=member.job_title,
        start_date=start,
        end_date=left,
        role=RoleEntry(WorkerCategory(member.category), member.role_facts(), agency=member.agency),
        by=nia,
        now=recorded,
    )
    by_moment: dict[datetime, list[CheckEntry]] = defaultdict(list)
    for entry in list_entries(cast, member, number, start, today):
        by_moment[recorded_at(entry.done_date or start, now)].append(entry)
    for moment, entries in by_moment.items():
        record_workbook_checks(
            person_id=person.pk, school_id=cast.school.pk, entries=entries, by=nia, now=moment
        )
    if start >= today - timedelta(days=STARTERS_DAYS) and not member.without:
        moment = recorded_at(start + timedelta(days=max(member.late.values(), default=0)), now)
        confirm_start(engagement_id=engagement.pk, started_date=start, by=nia, now=moment)
    return engagement


def first_day(member: Member, today: date) -> date:
    """The day of the month named, so many years ago; a year earlier where it has not come yet."""
    month, day = member.started
    found = date(today.year - member.years_ago, month, day)
    return found if found < today else found.replace(year=found.year - 1)


def recorded_at(day: date, now: datetime) -> datetime:
    """The moment something of a day was written down: then, or when the record was moved."""
    moment = now - timedelta(days=(day_of(now) - day).days)
    return min(max(moment, now - timedelta(days=MOVED_DAYS_AGO)), now)


def list_entries(cast: Cast, member: Member, number: int, start: date, today: date) -> Iterator[CheckEntry]:
    """Every check that somebody in this post has, but for what is missing on purpose."""
    rules = requirements_for(today, cast.school.school_type, member.category, member.role_facts())
    for check, requirement in rules.items():
        if requirement.status not in MADE_WHERE or check in member.without:
            continue
        if check == CheckType.CHILDREN_BARRED_LIST and requirement.status != Status.ASSURANCE:
            continue
        entry = make_entry(
            member, check, requirement, number=number, done=done_on(member, check, start), today=today
        )
        if check == CheckType.REFERENCES:
            yield replace(entry, evidence_seen="Last headteacher")
            yield replace(entry, evidence_seen="Employer before that")
        else:
            yield entry


def done_on(member: Member, check: CheckType, start: date) -> date:
    if check in member.late:
        return start + timedelta(days=member.late[check])
    return start - timedelta(days=DAYS_BEFORE_START[check])


def make_entry(
    member: Member, check: CheckType, requirement: Requirement, *, number: int, done: date, today: date
) -> CheckEntry:
    entry = CheckEntry(
        check=check,
        is_done=True,
        done_date=None if check in member.date_missing else done,
        outcome=Outcome.CLEAR,
        done_by="Nia Owen" if number % 3 else "Deborah Finch",
        evidence_seen=EVIDENCE.get(check, ""),
    )
    if requirement.status == Status.ASSURANCE:
        return replace(entry, is_assurance=True, evidence_seen=f"Letter of {member.agency}")
    if check == CheckType.ENHANCED_DBS:
        return with_certificate(entry, member, number, done)
    if check == CheckType.RIGHT_TO_WORK:
        return replace(entry, right_to_work=shown_by(member, done, today))
    if check == CheckType.QUALIFICATIONS:
        return replace(entry, qualification=QualificationEntry("Qualified teacher status"))
    return entry


def with_certificate(entry: CheckEntry, member: Member, number: int, done: date) -> CheckEntry:
    certificate = CertificateEntry(
        name=f"{member.given_name} {member.family_name}",
        includes_barred_list=not member.no_list and "children_barred_list" not in member.without,
        issued_date=done - timedelta(days=9),
    )
    return replace(entry, reference_number=f"{1_300_000_000 + number * 7_919:012d}", certificate=certificate)


def shown_by(member: Member, done: date, today: date) -> RightToWorkEntry:
    """A British passport; somebody whose permission ends showed it online."""
    if member.permission_in is None:
        return RightToWorkEntry(route="manual", document="A1", is_copy_kept=True)
    return RightToWorkEntry(
        route="online",
        document="B1-online",
        permission_end=today + timedelta(days=member.permission_in),
        share_code_created=done - timedelta(days=5),
        is_copy_kept=True,
    )


def link_accounts(cast: Cast, now: datetime) -> None:
    """Whoever signs in and is on the staff record under the same name is the same person."""
    by_name = {user.name: user for user in cast.users.values() if not hasattr(user, "person")}
    linked = []
    for person in Person.objects.filter(user=None, engagements__school=cast.school).distinct():
        if user := by_name.pop(person.full_name, None):
            person.user = user
            linked.append(person)
    bulk_update_with_history(
        linked,
        Person,
        ["user"],
        default_user=cast.users["Nia"],
        default_change_reason="account linked",
        default_date=now,
    )
