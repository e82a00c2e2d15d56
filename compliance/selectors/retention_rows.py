"""Records that may be destroyed one day, asked for in queries of one shape that are joined into one.

What stands in the way is asked in the same breath: a legal hold, or a proposal made already.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat

from compliance.domain.categories import CheckType
from compliance.domain.school_policy import field_of
from compliance.enums import DestructionStatus
from compliance.models import Check, DestructionItem, LegalHold, RightToWorkEvidence
from core.domain.dates import add_months
from core.domain.retention import PERIODS, Record
from core.models import Engagement
from recruitment.enums import ApplicationStatus, EventKind, VacancyStatus
from recruitment.models import Application, RecruitmentEvent

_ERASABLE = (Record.UNSUCCESSFUL_APPLICATION, Record.DBS_COPY, Record.PERSONNEL_FILE, Record.RIGHT_TO_WORK)
ENDED = (VacancyStatus.FILLED, VacancyStatus.NOT_FILLED)
# Somebody appointed is kept by the staff record's clock; an offer may still become an appointment.
STILL_WANTED = (ApplicationStatus.APPOINTED, ApplicationStatus.OFFERED)
# A month's end can fall some days short of the months counted back from another.
CLAMPED_DAYS = 3

NO_WORDS = Value("", output_field=CharField())


class RetentionRow(NamedTuple):
    """One record as the database tells it. It is counted from ``event_at`` or, without, ``event_date``."""

    record: str
    record_key: str
    object_id: int
    school_id: int
    school_name: str
    person_id: int
    given_name: str
    family_name: str
    event_at: datetime | None
    event_date: date | None
    vacancy_id: int | None
    vacancy_title: str
    vacancy_reference: str
    policy_months: int | None
    hold_reason: str
    is_proposed: bool


@dataclass(frozen=True, slots=True)
class _Facts:
    """Where the columns of a kind of record are, beginning at its table."""

    school: str = "school"
    key: tuple[str, ...] = ()
    object_id: str = "pk"
    event_at: object = None
    event_date: object = None
    vacancy: str = ""


def list_retention_rows(
    school_ids: Collection[int], *, until: date, kinds: Collection[str]
) -> list[RetentionRow]:
    """Every record of these kinds whose day may come by ``until``, each once; one query."""
    asked = [_query(record, school_ids, until) for record in _ERASABLE if record in kinds]
    if not asked:
        return []
    first, *others = asked
    by_key = {(row[0], row[1]): RetentionRow(*row) for row in first.union(*others, all=True)}
    return list(by_key.values())


def _query(record: Record, school_ids: Collection[int], until: date) -> QuerySet[Any, Any]:
    if record == Record.UNSUCCESSFUL_APPLICATION:
        return _applications(school_ids, until)
    return _dbs_copies(school_ids) if record == Record.DBS_COPY else _leavers(record, school_ids, until)


def _applications(school_ids: Collection[int], until: date) -> QuerySet[Any, Any]:
    """Applications of vacancies that ended, from the day they ended, but for those who got the post."""
    ended = RecruitmentEvent.objects.filter(
        vacancy_id=OuterRef("vacancy_id"), kind__in=[EventKind.VACANCY_FILLED, EventKind.VACANCY_ENDED]
    ).order_by("-at", "-pk")
    usual = Record.UNSUCCESSFUL_APPLICATION
    may_be_over = Q(vacancy__closes_date__lte=_counted_back(usual, until)) | Q(
        **{f"vacancy__school__compliance_policy__{field_of(usual)}__lt": PERIODS[usual].months}
    )
    rows = Application.objects.filter(
        may_be_over, vacancy__school_id__in=school_ids, vacancy__status__in=ENDED
    ).exclude(status__in=STILL_WANTED)
    facts = _Facts(
        school="vacancy__school",
        key=("application-", "pk"),
        event_at=Subquery(ended.values("at")[:1]),
        event_date=F("vacancy__closes_date"),
        vacancy="vacancy",
    )
    return _shaped(rows, usual, facts)


def _dbs_copies(school_ids: Collection[int]) -> QuerySet[Any, Any]:
    """Files kept with a DBS check, whether it still stands or is superseded, from the day of storing."""
    rows = Check.objects.filter(
        school_id__in=school_ids, check_type=CheckType.ENHANCED_DBS, document__isnull=False
    )
    return _shaped(
        rows, Record.DBS_COPY, _Facts(key=("dbs-copy-", "pk"), event_at=F("document__uploaded_at"))
    )


def _leavers(record: Record, school_ids: Collection[int], until: date) -> QuerySet[Any, Any]:
    """People whose every engagement at the school, and in its trust, ended long enough ago.

    Their last day counts over the trust: leaving one of its schools for another is no leaving.
    """
    cutoff = _counted_back(Record.RIGHT_TO_WORK, until)  # no policy may make it shorter
    here = Q(school_id=OuterRef("school_id")) | Q(school__trust_id=OuterRef("school__trust_id"))
    of_trust = Engagement.objects.filter(here, person_id=OuterRef("person_id"))
    left = Engagement.objects.filter(
        ~Exists(of_trust.filter(Q(end_date=None) | Q(end_date__gt=cutoff))),
        school_id__in=school_ids,
        end_date__lte=cutoff,
    )
    if record == Record.RIGHT_TO_WORK:
        evidence = RightToWorkEvidence.objects.filter(
            check_record__person_id=OuterRef("person_id"), check_record__school_id=OuterRef("school_id")
        )
        left = left.filter(Exists(evidence))
    facts = _Facts(
        key=(f"{record.value.replace('_', '-')}-p", "person_id", "-s", "school_id"),
        object_id="person_id",
        event_date=Subquery(of_trust.order_by("-end_date").values("end_date")[:1]),
    )
    return _shaped(left, record, facts)


def _counted_back(record: Record, until: date) -> date:
    """The latest event whose usual period can be over by a day."""
    return add_months(until, -PERIODS[record].months) + timedelta(days=CLAMPED_DAYS)


def _shaped(rows: QuerySet[Any], record: Record, facts: _Facts) -> QuerySet[Any, Any]:
    """The columns of ``RetentionRow``, of the same types whatever the record is."""
    school, of_vacancy = facts.school, facts.vacancy
    return rows.order_by().values_list(
        Value(record.value, output_field=CharField()),
        _key_of(facts.key, F),
        F(facts.object_id),
        F(f"{school}_id"),
        F(f"{school}__name"),
        F("person_id"),
        F("person__given_name"),
        F("person__family_name"),
        Cast(facts.event_at or Value(None), DateTimeField()),  # type: ignore[arg-type]
        Cast(facts.event_date or Value(None), DateField()),  # type: ignore[arg-type]
        Cast(F(f"{of_vacancy}_id") if of_vacancy else Value(None), IntegerField()),
        F(f"{of_vacancy}__title") if of_vacancy else NO_WORDS,
        F(f"{of_vacancy}__reference") if of_vacancy else NO_WORDS,
        F(f"{school}__compliance_policy__{field_of(record)}"),
        _hold_reason(school),
        _is_proposed(facts.key),
    )


def _key_of(parts: tuple[str, ...], column: type[F]) -> Concat:
    """Words as they stand, and the names of columns in between; ``OuterRef`` finds them from a subquery."""
    return Concat(
        *(
            Cast(column(part), CharField()) if place % 2 else Value(part, output_field=CharField())
            for place, part in enumerate(parts)
        ),
        output_field=CharField(),
    )


def _hold_reason(school: str) -> Coalesce:
    """Why the school holds what it has of the person, as such or as a candidate; empty if not."""
    theirs = Q(person_id=OuterRef("person_id")) | Q(vacancy__applications__person_id=OuterRef("person_id"))
    holds = LegalHold.objects.running().filter(theirs, school_id=OuterRef(f"{school}_id"))
    return Coalesce(Subquery(holds.order_by("pk").values("reason")[:1]), NO_WORDS)


def _is_proposed(key: tuple[str, ...]) -> Exists:
    waiting = DestructionItem.objects.filter(batch__status=DestructionStatus.PROPOSED, is_settled=False)
    return Exists(waiting.filter(record_key=_key_of(key, OuterRef)))
