"""What a staff record is made of, for the day it, or a copy kept with it, is taken out for good."""

from collections.abc import Collection, Sequence
from typing import Any

from django.conf import settings
from django.db.models import CharField, Model, Q, QuerySet, Value
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
from core.models import Document, Engagement
from core.services.erasure import Blanks, Erasure, Rows, known_ids
from recruitment.models import Application
from recruitment.services.erasure import plan_application_erasure

CHECKS, ROLES = "Checks and their evidence", "Engagements, roles and early starts"
SNOOZES = "Reasons for putting off reminders"


def plan_erasure(*, kind: str, school_id: int, items: Sequence[RetentionItem]) -> Erasure:
    """What goes with these items of one kind at one school."""
    objects = [item.object_id for item in items]
    people = frozenset(item.person_id for item in items)
    match ErasableRecord(kind):
        case ErasableRecord.UNSUCCESSFUL_APPLICATION:
            return plan_application_erasure(application_ids=objects, person_ids=people)
        case ErasableRecord.DBS_COPY:
            return plan_dbs_copy_erasure(check_ids=objects)
        case ErasableRecord.RIGHT_TO_WORK:
            return plan_right_to_work_erasure(school_id=school_id, person_ids=people)
        case ErasableRecord.PERSONNEL_FILE:
            return plan_personnel_file_erasure(school_id=school_id, person_ids=people)


def plan_dbs_copy_erasure(*, check_ids: Collection[int]) -> Erasure:
    """The file alone. That the original was seen, when and by whom stays with the check."""
    kept = Check.objects.filter(pk__in=check_ids, document__isnull=False)
    blank = Blanks("Checks that lose their file", Check, Q(id__in=check_ids), {"document": None})
    return Erasure((blank,), Document.objects.filter(pk__in=kept.values("document_id")), frozenset())


def plan_right_to_work_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Copies and what they showed. That the check was made, and when, stays with the staff record.

    So the central record as it stood on an earlier day goes on telling the truth.
    """
    checks = Q(person_id__in=person_ids, school_id=school_id, check_type=CheckType.RIGHT_TO_WORK)
    kept = Check.objects.filter(checks, document__isnull=False)
    emptied = {"document": None, "reference_number": "", "evidence_seen": "", "note": ""}
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


def plan_personnel_file_erasure(*, school_id: int, person_ids: Collection[int]) -> Erasure:
    """Everything the school holds of people who left: checks, roles, starts, and how they were appointed.

    Applications that came to nothing have a clock of their own and stay. What later apps keep of them goes
    too: the setting ``PERSONNEL_FILE_PLANS`` names their plans.
    """
    here = Q(person_id__in=person_ids, school_id=school_id)
    of_engagement = known_ids(model=Engagement, where=here, column="engagement_id")
    of_check = known_ids(model=Check, where=here, column="check_record_id")
    certificates = DbsCertificate.objects.filter(of_check)
    early = known_ids(model=EarlyStart, where=of_engagement, column="early_start_id")
    appointed = list(
        Application.objects.filter(
            person_id__in=person_ids, offers__engagement__in=Engagement.objects.filter(here).values("pk")
        )
        .distinct()
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    applications = plan_application_erasure(application_ids=appointed, person_ids=())
    later = [import_string(path)(school_id=school_id, person_ids=person_ids) for path in _later_plans()]
    parts = (
        *(part for plan in later for part in plan.parts),
        *applications.parts,
        Rows(CHECKS, UpdateServiceCheck, Q(certificate_id__in=certificates.values("pk"))),
        *(
            Rows(CHECKS, model, of_check)
            for model in (DbsCertificate, RightToWorkEvidence, QualificationSeen)
        ),
        Blanks("", Check, here, {"supersedes": None}),
        Rows(CHECKS, Check, here),
        Rows(ROLES, EarlyStartReview, early),
        *(Rows(ROLES, model, of_engagement) for model in (EarlyStart, StartConfirmation, EngagementRole)),
        Rows("Looks at the line in the central record", CentralRecordLook, of_engagement),
        *(
            Rows(SNOOZES, Snooze, Q(record_key__in=keys))
            for keys in (
                calendar_keys("check-", Check, here),
                calendar_keys("engagement-", Engagement, here),
                calendar_keys("early-start-", EarlyStart, of_engagement),
            )
        ),
        Rows("Holds that were lifted", LegalHold, here & Q(lifted_at__isnull=False)),
        Rows(ROLES, Engagement, here),
    )
    files = Check.objects.filter(here, document__isnull=False).values("document_id")
    kept = Q(pk__in=files) | Q(pk__in=applications.documents.values("pk"))
    for plan in later:
        kept |= Q(pk__in=plan.documents.values("pk"))
    documents = Document.objects.filter(kept)
    return Erasure(parts, documents, frozenset(person_ids))


def _later_plans() -> Sequence[str]:
    paths: Sequence[str] = settings.PERSONNEL_FILE_PLANS
    return paths


def calendar_keys(prefix: str, model: type[Model], where: Q) -> QuerySet[Any, Any]:
    """The keys under which the calendar knows these rows."""
    key = Concat(Value(prefix), Cast("pk", CharField()))
    rows: QuerySet[Any, Any] = model._base_manager.filter(where).annotate(record_key=key)
    return rows.values("record_key")
