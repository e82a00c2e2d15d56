"""Holds on destruction, and destruction itself: proposed by one person, confirmed by another, recorded."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from compliance.enums import DestructionStatus, ErasableRecord
from core.domain.permissions import Actor, Permission
from core.models import Person, School, User
from recruitment.models import Vacancy


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(school_id__in=actor.schools_with(Permission.MANAGE_RETENTION))

    def running(self) -> Self:
        return self.filter(lifted_at=None)


class LegalHold(models.Model):
    """Nothing of a person, or of a vacancy, is destroyed at a school until somebody lifts this."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="legal_holds"
    )
    vacancy = models.ForeignKey(
        Vacancy, on_delete=models.PROTECT, null=True, blank=True, related_name="legal_holds"
    )
    reason = models.CharField(max_length=300)
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lift_reason = models.CharField(max_length=300, blank=True)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(vacancy__isnull=True), name="hold_on_person_or_vacancy"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="hold_says_why"),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None, lift_reason="")
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lift_reason="")),
                name="hold_lifted_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["school", "person"],
                condition=Q(lifted_at=None, person__isnull=False),
                name="hold_one_a_person",
            ),
            models.UniqueConstraint(
                fields=["school", "vacancy"],
                condition=Q(lifted_at=None, vacancy__isnull=False),
                name="hold_one_a_vacancy",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("school", "vacancy", "placed_at", "placed_by", "lifted_at", "lifted_by")
        personal = ("person", "reason", "lift_reason")

    def __str__(self) -> str:
        return f"Hold {self.pk}"


class DestructionBatchQuerySet(models.QuerySet["DestructionBatch"]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(school_id__in=actor.schools_with(Permission.MANAGE_RETENTION))


class DestructionBatch(models.Model):
    """Records of one kind that one person proposed to destroy at a school, and what became of that.

    It stays as the destruction record. The counts are what really went, history and all; empty until then.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40, choices=ErasableRecord)
    status = models.CharField(max_length=20, choices=DestructionStatus, default=DestructionStatus.PROPOSED)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    row_count = models.PositiveIntegerField(null=True, blank=True)
    file_count = models.PositiveIntegerField(null=True, blank=True)
    person_count = models.PositiveIntegerField("people no longer known", null=True, blank=True)

    objects = DestructionBatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ErasableRecord.values), name="destruction_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=DestructionStatus.values), name="destruction_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status=DestructionStatus.PROPOSED, settled_at=None, settled_by=None)
                | (
                    ~Q(status=DestructionStatus.PROPOSED)
                    & Q(settled_at__isnull=False, settled_by__isnull=False)
                ),
                name="destruction_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=DestructionStatus.DESTROYED) | ~Q(settled_by=F("proposed_by")),
                name="destruction_confirmed_by_another",
                violation_error_message="Whoever proposed a destruction cannot confirm it.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=DestructionStatus.DESTROYED,
                    row_count__isnull=False,
                    file_count__isnull=False,
                    person_count__isnull=False,
                )
                | (
                    ~Q(status=DestructionStatus.DESTROYED)
                    & Q(row_count=None, file_count=None, person_count=None)
                ),
                name="destruction_counted_when_done",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "school",
            "kind",
            "status",
            "proposed_at",
            "proposed_by",
            "settled_at",
            "settled_by",
            "row_count",
            "file_count",
            "person_count",
        )

    def __str__(self) -> str:
        return f"Destruction {self.pk}: {self.get_status_display()}"


class DestructionItem(models.Model):
    """One record of a batch. ``description`` says what it was, and nothing of whom.

    Once settled it may be proposed again: of somebody who came back and left again there is new evidence.

    ``recorded_at`` is the moment from which a destroyed staff record stood in the central record: so a past
    view of it can say that somebody is no longer told of.
    """

    batch = models.ForeignKey(DestructionBatch, on_delete=models.CASCADE, related_name="items")
    record_key = models.CharField(max_length=60)
    description = models.CharField(max_length=300)
    destroy_after = models.DateField()
    is_settled = models.BooleanField(default=False, help_text="Its batch was carried out or cancelled")
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_key"], condition=Q(is_settled=False), name="destruction_proposed_once"
            )
        ]

    class DataProtection:
        retention = "organisation"
        plain = ("batch", "record_key", "description", "destroy_after", "is_settled", "recorded_at")

    def __str__(self) -> str:
        return self.description
