"""What comes up for destruction at some schools. A constant number of queries, whatever there is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from compliance.domain.categories import CheckType
from compliance.domain.reminder_rules import DESTRUCTIONS
from compliance.domain.reminders import DueThing
from compliance.domain.retention_list import RetentionItem
from compliance.domain.school_policy import field_of
from compliance.enums import DestructionStatus, ErasableRecord
from compliance.models import Check, CompliancePolicy, DestructionItem, LegalHold, RightToWorkEvidence
from core.domain.dates import add_months
from core.domain.retention import PERIODS, Record, judge_retention
from core.domain.school_time import day_of
from core.models import Engagement, Person, School
from recruitment.enums import ApplicationStatus, EventKind, VacancyStatus
from recruitment.models import Application, RecruitmentEvent

ENDED = (VacancyStatus.FILLED, VacancyStatus.NOT_FILLED)
# Somebody appointed is kept by the staff record's clock; an offer may still become an appointment.
STILL_WANTED = (ApplicationStatus.APPOINTED, ApplicationStatus.OFFERED)
LEAVERS_RECORDS = frozenset({Record.RIGHT_TO_WORK, Record.PERSONNEL_FILE})
# A month's end can fall some days short of the months counted back from another.
CLAMPED_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is asked for, and what stands in the way of destruction at these schools.

    ``people`` says by school and person why something is held, ``vacancies`` by vacancy.
    """

    school_ids: Collection[int]
    today: date
    until: date
    people: Mapping[tuple[int, int], str]
    vacancies: Mapping[int, str]
    proposed: frozenset[str]


def list_retention_items(
    school_ids: Collection[int],
    *,
    today: date,
    until: date | None = None,
    kinds: Iterable[str] = ErasableRecord.values,
) -> list[RetentionItem]:
    """Records whose day comes by ``until`` (today where not given), by day; held ones too, saying so."""
    until = until or today
    frame = _get_frame(school_ids, today, until)
    wanted = frozenset(kinds)
    found: list[RetentionItem] = []
    if Record.UNSUCCESSFUL_APPLICATION in wanted:
        found += _applications(frame)
    if Record.DBS_COPY in wanted:
        found += _dbs_copies(frame)
    if wanted & LEAVERS_RECORDS:
        found += [item for item in _leavers(frame) if item.record in wanted]
    return sorted(
        (item for item in found if item.retention.destroy_after <= until),
        key=lambda item: (item.retention.destroy_after, item.subject, item.record_key),
    )


def list_destructions_due(school_ids: Collection[int], *, today: date, until: date) -> list[DueThing]:
    """The same as days to be reminded of: one for all applications of a vacancy, one for anything else.

    What is held or proposed already is nobody's to do.
    """
    grouped: dict[tuple[Record, str], list[RetentionItem]] = defaultdict(list)
    for item in list_retention_items(school_ids, today=today, until=until):
        if not item.is_held and not item.is_proposed:
            key = f"vacancy-{item.vacancy_id}" if item.vacancy_id else item.record_key
            grouped[item.record, key].append(item)
    return [_as_due_thing(record, key, items) for (record, key), items in grouped.items()]


def _as_due_thing(record: Record, key: str, items: list[RetentionItem]) -> DueThing:
    first, rule = items[0], DESTRUCTIONS[record]
    of_vacancy = first.vacancy_id is not None
    return DueThing(
        rule=rule,
        record_key=key,
        school_id=first.school_id,
        school_name=first.school_name,
        title=f"Destroy {len(items)} unsuccessful application{'s' if len(items) != 1 else ''}"
        if of_vacancy
        else f"Destroy: {first.description}",
        due_date=first.retention.destroy_after,
        href=f"{reverse('compliance:retention-list')}?kind={record}&school={first.school_id}",
        person_name="" if of_vacancy else first.subject,
        initials="" if of_vacancy else "".join(f"{word[0]}. " for word in first.subject.split()).strip(),
        detail=first.description if of_vacancy else first.retention.reason,
    )


def _get_frame(school_ids: Collection[int], today: date, until: date) -> _Frame:
    holds = LegalHold.objects.running().filter(school_id__in=school_ids).order_by("pk")
    people: dict[tuple[int, int], str] = {}
    vacancies: dict[int, str] = {}
    for school, person, vacancy, candidate, reason in holds.values_list(
        "school_id", "person_id", "vacancy_id", "vacancy__applications__person_id", "reason"
    ):
        if vacancy:
            vacancies[vacancy] = reason
        if person or candidate:
            people.setdefault((school, person or candidate), reason)
    proposed = DestructionItem.objects.filter(
        batch__school_id__in=school_ids, batch__status=DestructionStatus.PROPOSED
    ).values_list("record_key", flat=True)
    return _Frame(
        school_ids,
        today,
        until,
        people,
        vacancies,
        frozenset(proposed.order_by("pk")),
    )


def months_by_policy(record: Record, school: School) -> int | None:
    """What the school's own policy says of a record; None where it says nothing.

    Load ``compliance_policy`` with the school.
    """
    policy: CompliancePolicy | None = getattr(school, "compliance_policy", None)
    return getattr(policy, field_of(record)) if policy else None


def _applications(frame: _Frame) -> Iterator[RetentionItem]:
    """Applications of vacancies that ended, from the day they ended, but for those who got the post."""
    ended = RecruitmentEvent.objects.filter(
        vacancy_id=OuterRef("vacancy_id"), kind__in=[EventKind.VACANCY_FILLED, EventKind.VACANCY_ENDED]
    ).order_by("-at", "-pk")
    usual, of_school = Record.UNSUCCESSFUL_APPLICATION, "vacancy__school__compliance_policy"
    may_be_over = Q(vacancy__closes_date__lte=_counted_back(usual, frame.until)) | Q(
        **{f"{of_school}__{field_of(usual)}__lt": PERIODS[usual].months}
    )
    applications = (
        Application.objects.filter(
            vacancy__school_id__in=frame.school_ids,
            vacancy__status__in=ENDED,
        )
        .filter(may_be_over)
        .exclude(status__in=STILL_WANTED)
        .select_related("person", "vacancy__school__compliance_policy")
        .annotate(ended_at=ended.values("at")[:1])
        .order_by("pk")
    )
    for application in applications:
        vacancy = application.vacancy
        closed = day_of(application.ended_at) if application.ended_at else vacancy.closes_date
        yield _item(
            Record.UNSUCCESSFUL_APPLICATION,
            f"application-{application.pk}",
            vacancy.school,
            application.person,
            event_date=closed,
            frame=frame,
            description=f"Application for {vacancy.title}, {vacancy.reference}",
            object_id=application.pk,
            vacancy_id=vacancy.pk,
        )


def _dbs_copies(frame: _Frame) -> Iterator[RetentionItem]:
    """Files kept with a DBS check, whether it still stands or is superseded, from the day of storing."""
    checks = (
        Check.objects.filter(
            school_id__in=frame.school_ids, check_type=CheckType.ENHANCED_DBS, document__isnull=False
        )
        .select_related("document", "person", "school__compliance_policy")
        .order_by("pk")
    )
    for check in checks:
        assert check.document is not None  # noqa: S101 (filtered above; for the type checker)
        yield _item(
            Record.DBS_COPY,
            f"dbs-copy-{check.pk}",
            check.school,
            check.person,
            event_date=day_of(check.document.uploaded_at),
            frame=frame,
            description="Copy of a DBS certificate",
            object_id=check.pk,
        )


def _leavers(frame: _Frame) -> Iterator[RetentionItem]:
    """People whose every engagement at the school, and in its trust, ended long enough ago.

    Their last day counts over the trust: leaving one of its schools for another is no leaving.
    """
    cutoff = _counted_back(Record.RIGHT_TO_WORK, frame.until)  # no policy may make it shorter
    here = Q(school_id=OuterRef("school_id")) | Q(school__trust_id=OuterRef("school__trust_id"))
    of_trust = Engagement.objects.filter(here, person_id=OuterRef("person_id"))
    evidence = RightToWorkEvidence.objects.filter(
        check_record__person_id=OuterRef("person_id"), check_record__school_id=OuterRef("school_id")
    )
    left = (
        Engagement.objects.filter(
            ~Exists(of_trust.filter(Q(end_date=None) | Q(end_date__gt=cutoff))),
            school_id__in=frame.school_ids,
            end_date__lte=cutoff,
        )
        .select_related("person", "school__compliance_policy")
        .annotate(
            last_day=of_trust.order_by("-end_date").values("end_date")[:1], has_evidence=Exists(evidence)
        )
        .order_by("person_id", "school_id", "pk")
    )
    seen: set[tuple[int, int]] = set()
    for engagement in left:
        place = (engagement.person_id, engagement.school_id)
        if place in seen:
            continue
        seen.add(place)
        yield _leaver(Record.PERSONNEL_FILE, engagement, engagement.last_day, frame)
        if engagement.has_evidence:
            yield _leaver(Record.RIGHT_TO_WORK, engagement, engagement.last_day, frame)


def _leaver(record: Record, engagement: Engagement, last_day: date, frame: _Frame) -> RetentionItem:
    return _item(
        record,
        f"{record.value.replace('_', '-')}-p{engagement.person_id}-s{engagement.school_id}",
        engagement.school,
        engagement.person,
        event_date=last_day,
        frame=frame,
        description=ErasableRecord(record.value).label,
        object_id=engagement.person_id,
    )


def _counted_back(record: Record, until: date) -> date:
    """The latest event whose usual period can be over by a day."""
    return add_months(until, -PERIODS[record].months) + timedelta(days=CLAMPED_DAYS)


def _item(
    record: Record,
    record_key: str,
    school: School,
    person: Person,
    *,
    event_date: date,
    frame: _Frame,
    description: str,
    object_id: int,
    vacancy_id: int | None = None,
) -> RetentionItem:
    held = frame.people.get((school.pk, person.pk), "")
    held = held or (frame.vacancies.get(vacancy_id, "") if vacancy_id else "")
    return RetentionItem(
        record=record,
        record_key=record_key,
        school_id=school.pk,
        school_name=school.name,
        subject=person.full_name,
        description=description,
        event_date=event_date,
        retention=judge_retention(
            record,
            event_date,
            as_at=frame.today,
            legal_hold=bool(held),
            policy_months=months_by_policy(record, school),
        ),
        person_id=person.pk,
        vacancy_id=vacancy_id,
        object_id=object_id,
        hold_reason=held,
        is_proposed=record_key in frame.proposed,
    )
