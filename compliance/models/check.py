"""Checks as evidence. A row is never changed: what is known later is a new row that supersedes it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from compliance.domain.categories import SEVERAL_AT_ONCE, CheckType
from compliance.domain.right_to_work_documents import DOCUMENTS
from compliance.enums import (
    CHECK_CHOICES,
    BarredListReason,
    CheckOrigin,
    CheckOutcome,
    CheckState,
    DbsLevel,
    DbsWorkforce,
    RightToWorkRoute,
    UpdateServiceResult,
)
from core.domain.permissions import Actor, Permission
from core.models import Document, Person, School, User


class CheckQuerySet(models.QuerySet["Check"]):
    def visible_to(self, actor: Actor) -> Self:
        """Checks made at the schools whose central record the actor may see."""
        return self.filter(school_id__in=actor.schools_with(Permission.VIEW_CENTRAL_RECORD))

    def current(self) -> Self:
        return self.filter(superseded_at=None)

    def as_recorded_at(self, moment: object) -> Self:
        """What stood in the record at a moment: written by then and not yet superseded."""
        return self.filter(recorded_at__lte=moment).filter(
            Q(superseded_at=None) | Q(superseded_at__gt=moment)
        )


class Check(models.Model):
    """One check of one person, made for a school. It counts for all that the person does there.

    ``done_date`` is the day somebody looked, never the date printed on what was looked at. Done without a
    known date is said so (``is_date_missing``); a date is never made up.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="checks")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="checks")
    check_type = models.CharField("check", max_length=40, choices=CHECK_CHOICES)
    state = models.CharField(max_length=20, choices=CheckState)
    requested_date = models.DateField("asked for on", null=True, blank=True)
    done_date = models.DateField("done on", null=True, blank=True)
    is_date_missing = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20, choices=CheckOutcome, default=CheckOutcome.PENDING)
    done_by = models.CharField("seen or done by", max_length=150, blank=True)
    is_assurance = models.BooleanField("confirmed in writing by an agency or provider", default=False)
    reference_number = models.CharField(max_length=60, blank=True)
    evidence_seen = models.CharField("what was seen", max_length=300, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    permitted_reason = models.CharField(
        "reason for a separate barred-list check", max_length=20, choices=BarredListReason, blank=True
    )
    recheck_date = models.DateField("to be checked again, by the school's policy", null=True, blank=True)
    note = models.TextField(blank=True)
    origin = models.CharField(max_length=20, choices=CheckOrigin, default=CheckOrigin.ENTERED)
    edition = models.CharField("edition of the rules", max_length=60, blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    reason = models.CharField("why it supersedes the earlier one", max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    superseded_at = models.DateTimeField(null=True, blank=True)
    # Of evidence whose time was up: the day it went, and the one fact of it that the record's past rests on.
    evidence_destroyed_date = models.DateField(null=True, blank=True)
    relied_on_until = models.DateField(null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(check_type__in=[check.value for check in CheckType]), name="check_type_known"
            ),
            models.CheckConstraint(condition=Q(state__in=CheckState.values), name="check_state_known"),
            models.CheckConstraint(condition=Q(outcome__in=CheckOutcome.values), name="check_outcome_known"),
            models.CheckConstraint(condition=Q(origin__in=CheckOrigin.values), name="check_origin_known"),
            models.CheckConstraint(
                condition=Q(
                    state=CheckState.REQUESTED,
                    requested_date__isnull=False,
                    done_date=None,
                    is_date_missing=False,
                    outcome=CheckOutcome.PENDING,
                )
                | Q(state=CheckState.DONE, done_date__isnull=False, is_date_missing=False)
                | Q(state=CheckState.DONE, done_date=None, is_date_missing=True),
                name="check_done_on_a_day_or_date_missing",
            ),
            models.CheckConstraint(
                condition=Q(requested_date=None)
                | Q(done_date=None)
                | Q(done_date__gte=models.F("requested_date")),
                name="check_dates_in_order",
                violation_error_message="A check cannot be done before it was asked for.",
            ),
            models.CheckConstraint(
                condition=Q(permitted_reason="")
                | Q(
                    check_type=CheckType.CHILDREN_BARRED_LIST,
                    permitted_reason__in=BarredListReason.values,
                ),
                name="check_permitted_reason_for_barred_list",
            ),
            models.CheckConstraint(
                condition=Q(supersedes=None) | ~Q(reason=""), name="check_supersedes_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(superseded_at=None) | Q(superseded_at__gte=models.F("recorded_at")),
                name="check_superseded_after_recorded",
            ),
            models.CheckConstraint(
                condition=Q(evidence_destroyed_date=None, relied_on_until=None)
                | Q(evidence_destroyed_date__isnull=False, document=None),
                name="check_evidence_destroyed_or_there",
            ),
            models.UniqueConstraint(
                fields=["person", "school", "check_type"],
                condition=Q(superseded_at=None) & ~Q(check_type__in=[one.value for one in SEVERAL_AT_ONCE]),
                name="check_one_current",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "person", "check_type"], name="check_by_person"),
            models.Index(fields=["person", "recorded_at"], name="check_as_recorded"),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = (
            "school",
            "check_type",
            "state",
            "requested_date",
            "is_date_missing",
            "done_by",
            "is_assurance",
            "document",
            "permitted_reason",
            "recheck_date",
            "origin",
            "edition",
            "supersedes",
            "reason",
            "recorded_at",
            "recorded_by",
            "superseded_at",
            "evidence_destroyed_date",
        )
        personal = ("person", "done_date", "reference_number", "evidence_seen", "relied_on_until")
        criminal_offence = ("outcome", "note")

    def __str__(self) -> str:
        return f"{self.get_check_type_display()}: {self.get_state_display()}"

    @property
    def summary(self) -> str:
        """What was seen, in a line; load ``certificate``, ``right_to_work`` and ``qualification`` with it."""
        if qualification := getattr(self, "qualification", None):
            return str(qualification.title)
        if shown := getattr(self, "right_to_work", None):
            return f"{capfirst(shown.document_title)}, {shown.get_route_display().lower()}"
        if self.reference_number:
            return f"Number {self.reference_number}"
        return self.evidence_seen or self.get_permitted_reason_display()


class DbsCertificate(models.Model):
    """What an enhanced check's certificate says of itself. Its number is the check's reference number."""

    check_record = models.OneToOneField(Check, on_delete=models.PROTECT, related_name="certificate")
    issued_date = models.DateField(null=True, blank=True)
    level = models.CharField(max_length=20, choices=DbsLevel, default=DbsLevel.ENHANCED)
    workforce = models.CharField(max_length=20, choices=DbsWorkforce, default=DbsWorkforce.CHILD)
    includes_barred_list = models.BooleanField("children's barred list included")
    name_on_certificate = models.CharField(max_length=200)
    is_own = models.BooleanField("asked for by this school or trust", default=True)
    update_service_consent_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__in=DbsLevel.values), name="dbs_level_known"),
            models.CheckConstraint(
                condition=Q(workforce__in=DbsWorkforce.values), name="dbs_workforce_known"
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = (
            "check_record",
            "level",
            "workforce",
            "includes_barred_list",
            "is_own",
            "update_service_consent_date",
        )
        personal = ("issued_date", "name_on_certificate")

    def __str__(self) -> str:
        return f"Certificate of check {self.check_record_id}"


class UpdateServiceCheck(models.Model):
    """One look at the DBS Update Service, with the holder's consent."""

    certificate = models.ForeignKey(DbsCertificate, on_delete=models.PROTECT, related_name="status_checks")
    checked_date = models.DateField()
    result = models.CharField(max_length=30, choices=UpdateServiceResult)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result__in=UpdateServiceResult.values), name="update_service_result_known"
            )
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("certificate", "checked_date", "recorded_at", "recorded_by")
        criminal_offence = ("result",)

    def __str__(self) -> str:
        return self.get_result_display()


class RightToWorkEvidence(models.Model):
    """How the right to work was checked. Of a share code only the last characters are kept.

    ``document`` is an id of ``compliance.domain.right_to_work_documents``.
    """

    check_record = models.OneToOneField(Check, on_delete=models.PROTECT, related_name="right_to_work")
    route = models.CharField(max_length=30, choices=RightToWorkRoute)
    document = models.CharField(max_length=60)
    document_expiry = models.DateField(null=True, blank=True)
    is_clipped = models.BooleanField("corner clipped", default=False)
    permission_end = models.DateField("permission ends", null=True, blank=True)
    pvn_date = models.DateField("date of the Positive Verification Notice", null=True, blank=True)
    share_code_ending = models.CharField(max_length=3, blank=True)
    share_code_created = models.DateField(null=True, blank=True)
    is_copy_kept = models.BooleanField("an unalterable copy is kept", default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(route__in=RightToWorkRoute.values), name="right_to_work_route_known"
            )
        ]

    class DataProtection:
        retention = "right_to_work"
        plain = ("check_record", "route", "is_clipped", "is_copy_kept", "share_code_created")
        personal = ("document", "document_expiry", "permission_end", "pvn_date", "share_code_ending")

    def __str__(self) -> str:
        return self.document

    @property
    def document_title(self) -> str:
        """The document in words; what an older list or a workbook called it stays as it was written."""
        known = DOCUMENTS.get(self.document)  # type: ignore[call-overload]
        return known.title if known else self.document


class QualificationSeen(models.Model):
    """One certificate that a criterion or the role demands, seen in the original."""

    check_record = models.OneToOneField(Check, on_delete=models.PROTECT, related_name="qualification")
    title = models.CharField(max_length=200)
    awarding_body = models.CharField(max_length=200, blank=True)
    awarded = models.CharField("awarded (year, month or day)", max_length=10, blank=True)
    demanded_by = models.CharField("criterion or rule that demands it", max_length=500, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="qualification_has_title")]

    class DataProtection:
        retention = "personnel_file"
        plain = ("check_record", "demanded_by")
        personal = ("title", "awarding_body", "awarded")

    def __str__(self) -> str:
        return self.title
