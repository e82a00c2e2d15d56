"""Two people about to start: one cleared, one who may start early while the certificate is pending."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.domain.check_entry import CheckEntry
from compliance.domain.held_checks import Outcome
from compliance.services.checks import record_check
from compliance.services.engagements import RoleEntry, create_person, engage
from compliance.services.starts import RiskAssessment, sign_early_start
from core.domain.school_time import day_of
from core.models import Engagement
from overview.demonstration.people import Cast
from overview.demonstration.staff import Member, list_entries

TEACHER = Member("Rosalind", "Achterberg", "Class teacher, Year 4", "teacher", 0, (1, 1))
SUPERVISOR = Member("Dean", "Whitlock", "Midday supervisor", "support_staff", 0, (1, 1), no_list=True)
CERTIFICATES = frozenset({CheckType.ENHANCED_DBS, CheckType.CHILDREN_BARRED_LIST})


def make_starters(cast: Cast, now: datetime) -> None:
    """The teacher of January has every check; the midday supervisor waits for a certificate."""
    monday = next_monday(day_of(now) + timedelta(days=2))
    teacher = expect(cast, TEACHER, 71, monday + timedelta(days=28), now - timedelta(days=20))
    for entry in list_entries(cast, TEACHER, 71, day_of(now), day_of(now)):
        write_down(cast, teacher, entry, now)
    supervisor = expect(cast, SUPERVISOR, 72, monday, now - timedelta(days=20))
    for entry in list_entries(cast, SUPERVISOR, 72, day_of(now), day_of(now)):
        if entry.check not in CERTIFICATES:
            write_down(cast, supervisor, entry, now)
    wait_for_certificate(cast, supervisor, now)
    sign_early_start(
        engagement_id=supervisor.pk,
        assessment=RiskAssessment(
            supervision_plan="On duty beside a colleague at all times; never alone with a child or a group.",
            supervisor="Teresa Moffat",
            risks="Busy playground at midday. A yellow lanyard shows that he is accompanied.",
            review_date=monday + timedelta(days=14),
        ),
        by=cast.actor("Helen"),
        now=now - timedelta(hours=1),
    )


def next_monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def expect(cast: Cast, member: Member, number: int, start: date, now: datetime) -> Engagement:
    """Somebody taken on who has not started yet."""
    nia = cast.actor("Nia")
    person = create_person(
        school_id=cast.school.pk,
        given_name=member.given_name,
        family_name=member.family_name,
        birth_date=date(1970 + number % 30, 5, 12),
        by=nia,
        now=now,
    )
    return engage(
        person_id=person.pk,
        school_id=cast.school.pk,
        job_title=member.job_title,
        start_date=start,
        end_date=None,
        role=RoleEntry(WorkerCategory(member.category), member.role_facts()),
        by=nia,
        now=now,
    )


def wait_for_certificate(cast: Cast, engagement: Engagement, now: datetime) -> None:
    """The certificate is asked for, and the barred list checked by itself meanwhile."""
    asked = day_of(now) - timedelta(days=15)
    write_down(cast, engagement, CheckEntry(CheckType.ENHANCED_DBS, is_done=False, requested_date=asked), now)
    listed = CheckEntry(
        CheckType.CHILDREN_BARRED_LIST,
        is_done=True,
        done_date=day_of(now) - timedelta(days=3),
        outcome=Outcome.CLEAR,
        done_by="Nia Owen",
        permitted_reason="pending",
    )
    write_down(cast, engagement, listed, now)


def write_down(cast: Cast, engagement: Engagement, entry: CheckEntry, now: datetime) -> None:
    record_check(
        person_id=engagement.person_id,
        school_id=engagement.school_id,
        entry=replace(entry, done_by=entry.done_by),
        by=cast.actor("Nia"),
        now=now - timedelta(hours=2),
    )
