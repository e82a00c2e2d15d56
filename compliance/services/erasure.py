"""What a staff record is made of, for the day it, or a copy kept with it, is taken out for good."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Case, CharField, DateField, Model, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.module_loading import import_string

from compliance.domain.categories import CheckType
from compliance.domain.retention_list import RetentionItem
from compliance.enums import ErasableRecord
from compliance.models import (
    CentralRecordLook,
    Check,
    DbsCertificate,
    EarlyStart,
    EarlyStartReview,
    EngagementRole,
    LegalHold,
    QualificationSeen,
    RightToWorkEvidence,
    Snooze,
    StartConfirmation,
    UpdateServiceCheck,
)
from compliance.selectors.held_checks import expiry_of
from core.models import Document, Engagement, School
from core.services.erasure import Blanks, Erasure, Rows, known_ids
from recruitment.models import Application
from recruitment.services.erasure import plan_application_erasure

CHECKS, ROLES = "Checks and their evidence", "Engagements, roles and early starts"
SNOOZES = "Reasons for putting off reminders"


def plan_erasure(*, kind: str, school_id: int, items: Sequence[RetentionItem], today: date) -> Erasure:
    """What goes with these items of one kind at one school."""
    objects = [item.object_id for item in items]
    people = frozenset(item.person_id for item in items)
    match ErasableRecord(kind):
        case ErasableRecord.UNSUCCESSFUL_APPLICATION:
            return plan_application_erasure(application_ids=objects, person_ids=people)
        case ErasableRecord.DBS_COPY:
            return plan_dbs_copy_erasure(checks=Q(id__in=objects), today=today)
        case ErasableRecord.RIGHT_TO_WORK:
            return plan_right_to_work_erasure(school_id=school_id, person_ids=people, today=today)
        case ErasableRecord.PERSONNEL_FILE:
            return plan_personnel_file_erasure(school_id=school_id, person_ids=people, today=today)


def plan_dbs_copy_erasure(*, checks: Q, today: date) -> Erasure:
    """The file alone. That the original was seen, when and by whom stays with the check."""
    checks &= Q(check_type=CheckType.ENHANCED_DBS, document__isnull=False)
    emptied = {"document": None, "evidence_destroyed_date": today}
    blank = Blanks("Checks that lose their file", Check, checks, emptied)
    kept = Check.objects.filter(checks)
    return Erasure((blank,), Document.objects.filter(pk__in=kept.values("document_id")), frozenset())


def plan_right_to_work_erasure(*, school_id: int, person_ids: Collection[int], today: date) -> Erasure:
    """Copies and what they showed. That the check was made, when, and until when it could be relied on stays.

    Those are facts of the line in the central record, kept as long as the staff record is; so the record as
    it stood on an earlier day goes on telling the truth.
    """
    checks = Q(person_id__in=person_ids, school_id=school_id, check_type=CheckType.RIGHT_TO_WORK)
    checks &= Q(evidence_destroyed_date=None)
    kept = Check.objects.filter(checks, document__isnull=False)
    emptied = {
        "document": None,
        "reference_number": "",
        "evidence_seen": "",
        "note": "",
        "relied_on_until": _relied_on_until(checks),
        "evidence_destroyed_date": today,
    }
    parts = (
        Rows(
            "Right-to-work evidence",
            RightToWorkEvidence,
            known_ids(model=Check, where=checks, column="check_record_id"),
        ),
        Blanks("Checks that lose number, note and copy", Check, checks, emptied),
        Rows(
            "Reasons for putting off reminders",
            Snooze,
            Q(record_key__in=calendar_keys("check-", Check, checks)),
        ),
    )
    return Erasure(parts, Document.objects.filter(pk__in=kept.values("document_id")), frozenset())


def _relied_on_until(checks: Q) -> Case | None:
    """For each check the last day it counted by what its evidence says."""
    ends: Mapping[date, list[int]] = defaultdict(list)
    evidence = RightToWorkEvidence.objects.filter(check_record__in=Check.objects.filter(checks))
    for check_id, permission_end, pvn_date in evidence.values_list(
        "check_record_id", "permission_end", "pvn_date"
    ):
        if end := expiry_of(permission_end=permission_end, pvn_date=pvn_date):
            ends[end].append(check_id)
    cases = [When(id__in=ids, then=Value(end)) for end, ids in ends.items()]
    return Case(*cases, default=None, output_field=DateField()) if cases else None


def plan_personnel_file_erasure(*, school_id: int, person_ids: Collection[int], today: date) -> Erasure:
    """Everything the school holds of people who left: checks, roles, starts, and how they were appointed.

    Applications that came to nothing have a clock of their own and stay. What later apps keep of them goes
    too: the setting ``PERSONNEL_FILE_PLANS`` names their plans.
    """
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    early = known_ids(model=EarlyStart, where=of_engagement, column="early_start_id")
    plans = [
        *(import_string(path)(school_id=school_id, person_ids=person_ids) for path in _later_plans()),
        _plan_appointments(here),
        *_plan_checks(school_id=school_id, person_ids=frozenset(person_ids), today=today),
    ]
    parts = (
        *(part for plan in plans for part in plan.parts),
        Rows(ROLES, EarlyStartReview, early),
        *(Rows(ROLES, model, of_engagement) for model in (EarlyStart, StartConfirmation, EngagementRole)),
        Rows("Looks at the line in the central record", CentralRecordLook, of_engagement),
        *(
            Rows(SNOOZES, Snooze, Q(record_key__in=keys))
            for keys in (
                calendar_keys("engagement-", Engagement, here),
                calendar_keys("early-start-", EarlyStart, of_engagement),
            )
        ),
        Rows("Holds that were lifted", LegalHold, here & Q(lifted_at__isnull=False)),
        Rows(ROLES, Engagement, here),
    )
    kept = Q()
    for plan in plans:
        kept |= Q(pk__in=plan.documents.values("pk"))
    return Erasure(parts, Document.objects.filter(kept), frozenset(person_ids))


def _plan_appointments(here: Q) -> Erasure:
    """The applications that led to these engagements."""
    engagements = Engagement.objects.filter(here)
    offered = Application.objects.filter(offers__engagement__in=engagements.values("pk"))
    appointed = list(offered.distinct().order_by("pk").values_list("pk", flat=True))
    return plan_application_erasure(application_ids=appointed, person_ids=())


def _plan_checks(*, school_id: int, person_ids: frozenset[int], today: date) -> Iterator[Erasure]:
    """Their checks, wherever in the trust they were made: its schools share them.

    Those of somebody whose staff record another school of the trust still keeps stay for that one, without
    their copies, and go with the last.
    """
    trust = School.objects.filter(Q(pk=school_id) | Q(trust__schools=school_id)).values("pk")
    elsewhere = Engagement.objects.filter(person_id__in=person_ids, school_id__in=trust)
    others = elsewhere.exclude(school_id=school_id).order_by()
    staying = frozenset(others.values_list("person_id", flat=True))
    checks = Q(person_id__in=staying, school_id=school_id)
    yield plan_dbs_copy_erasure(checks=checks, today=today)
    yield plan_right_to_work_erasure(school_id=school_id, person_ids=staying, today=today)
    yield _plan_whole_checks(Q(person_id__in=person_ids - staying, school_id__in=trust))


def _plan_whole_checks(checks: Q) -> Erasure:
    of_check = known_ids(model=Check, where=checks, column="check_record_id")
    certificates = DbsCertificate.objects.filter(of_check)
    parts: tuple[Rows | Blanks, ...] = (
        Rows(CHECKS, UpdateServiceCheck, Q(certificate_id__in=certificates.values("pk"))),
        *(
            Rows(CHECKS, model, of_check)
            for model in (DbsCertificate, RightToWorkEvidence, QualificationSeen)
        ),
        Rows(SNOOZES, Snooze, Q(record_key__in=calendar_keys("check-", Check, checks))),
        Blanks("", Check, checks, {"supersedes": None}),
        Rows(CHECKS, Check, checks),
    )
    files = Check.objects.filter(checks, document__isnull=False)
    return Erasure(parts, Document.objects.filter(pk__in=files.values("document_id")), frozenset())


def _later_plans() -> Sequence[str]:
    paths: Sequence[str] = settings.PERSONNEL_FILE_PLANS
    return paths


def calendar_keys(prefix: str, model: type[Model], where: Q) -> QuerySet[Any, Any]:
    """The keys under which the calendar knows these rows."""
    key = Concat(Value(prefix), Cast("pk", CharField()))
    rows: QuerySet[Any, Any] = model._base_manager.filter(where).annotate(record_key=key)
    return rows.values("record_key")
