"""A vacancy, the criteria it freezes, its stages and their panels."""

import secrets
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from simple_history.models import HistoricalRecords

from core.domain.permissions import Actor, Permission
from core.models import School, User
from recruitment.enums import ContractType, PanelRole, Requirement, StageKind, StageStatus, VacancyStatus
from recruitment.models.job_profile import Criterion, CriterionFields, JobProfileVersion


def public_code() -> str:
    """The unguessable last part of the address of a vacancy's application form."""
    return secrets.token_urlsafe(8)


class VacancyQuerySet(models.QuerySet["Vacancy"]):
    def visible_to(self, actor: Actor) -> Self:
        """Vacancies of the actor's schools, and those on whose panel the actor sits."""
        on_panel = PanelMember.objects.filter(
            stage__vacancy=OuterRef("pk"), user_id=actor.user_id or 0, left_at=None
        )
        return self.filter(Q(school_id__in=actor.schools_with(Permission.VIEW_VACANCIES)) | Exists(on_panel))

    def run_by(self, actor: Actor) -> Self:
        """Vacancies whose running the actor sees: not merely as a member of a panel."""
        return self.filter(school_id__in=actor.schools_with(Permission.VIEW_VACANCIES))


class Vacancy(models.Model):
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="vacancies")
    job_profile_version = models.ForeignKey(
        JobProfileVersion, on_delete=models.PROTECT, related_name="vacancies"
    )
    title = models.CharField(max_length=200)
    reference = models.CharField(max_length=40)
    public_code = models.CharField(max_length=20, unique=True, default=public_code)
    summary = models.TextField("about the post", blank=True)
    contract_type = models.CharField(max_length=20, choices=ContractType, default=ContractType.PERMANENT)
    fixed_term_reason = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    salary = models.CharField(max_length=200, blank=True)
    start_date = models.DateField("expected start", null=True, blank=True)
    end_date = models.DateField("end of a fixed term", null=True, blank=True)
    opens_date = models.DateField("opens for applications")
    closes_date = models.DateField("closes for applications")
    interview_date = models.DateField(null=True, blank=True)
    is_anonymous = models.BooleanField("anonymous shortlisting", default=True)
    statement_per_criterion = models.BooleanField(default=True)
    scale_min = models.PositiveSmallIntegerField(default=0)
    scale_max = models.PositiveSmallIntegerField(default=3)
    scale_labels = models.JSONField(default=list)
    essential_threshold = models.PositiveSmallIntegerField(default=1)
    shortlist_size = models.PositiveSmallIntegerField("number to interview", default=6)
    status = models.CharField(max_length=20, choices=VacancyStatus, default=VacancyStatus.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    specification_hash = models.CharField(max_length=64, blank=True)
    last_code_number = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = VacancyQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "reference"],
                name="vacancy_reference_once",
                violation_error_message="Another vacancy of this school already has this reference.",
            ),
            models.CheckConstraint(condition=Q(status__in=VacancyStatus.values), name="vacancy_status_known"),
            models.CheckConstraint(
                condition=Q(contract_type__in=ContractType.values), name="vacancy_contract_known"
            ),
            models.CheckConstraint(
                condition=Q(closes_date__gte=models.F("opens_date")),
                name="vacancy_dates_in_order",
                violation_error_message="The closing date cannot be before the opening date.",
            ),
            models.CheckConstraint(
                condition=Q(scale_max__gt=models.F("scale_min")), name="vacancy_scale_rises"
            ),
            models.CheckConstraint(condition=Q(scale_max__lte=10), name="vacancy_scale_at_most_ten"),
            models.CheckConstraint(
                condition=Q(essential_threshold__gt=models.F("scale_min"))
                & Q(essential_threshold__lte=models.F("scale_max")),
                name="vacancy_threshold_on_scale",
                violation_error_message=(
                    "The threshold for essentials must be on the scale, above its lowest."
                ),
            ),
            models.CheckConstraint(
                condition=(
                    Q(status=VacancyStatus.DRAFT, published_at=None, published_by=None, specification_hash="")
                    | (
                        ~Q(status=VacancyStatus.DRAFT)
                        & Q(published_at__isnull=False, published_by__isnull=False)
                        & ~Q(specification_hash="")
                    )
                ),
                name="vacancy_frozen_when_published",
            ),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = (
            "school",
            "job_profile_version",
            "title",
            "reference",
            "public_code",
            "summary",
            "contract_type",
            "fixed_term_reason",
            "hours",
            "salary",
            "start_date",
            "end_date",
            "opens_date",
            "closes_date",
            "interview_date",
            "is_anonymous",
            "statement_per_criterion",
            "scale_min",
            "scale_max",
            "scale_labels",
            "essential_threshold",
            "shortlist_size",
            "status",
            "published_at",
            "published_by",
            "specification_hash",
            "last_code_number",
            "created_at",
            "created_by",
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.reference})"

    @property
    def is_frozen(self) -> bool:
        return self.status != VacancyStatus.DRAFT


class VacancyCriterion(CriterionFields):
    """A criterion as this vacancy assesses it, with its weight. Frozen when the vacancy is published."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="criteria")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    weight = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "position"], name="vacancy_criterion_position_once"),
            models.CheckConstraint(
                condition=Q(requirement__in=Requirement.values), name="vacancy_criterion_requirement_known"
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=10),
                name="vacancy_criterion_weight_one_to_ten",
                violation_error_message="A weight is a whole number from 1 to 10.",
            ),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = (
            "vacancy",
            "criterion",
            "position",
            "section",
            "text",
            "requirement",
            "evidence",
            "is_trainable",
            "weight",
        )


class Stage(models.Model):
    """One round of independent scoring, with a panel of its own: shortlisting, task or interview."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="stages")
    kind = models.CharField(max_length=20, choices=StageKind)
    status = models.CharField(max_length=20, choices=StageStatus, default=StageStatus.PREPARING)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unsealed_at = models.DateTimeField(null=True, blank=True)
    unsealed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    guaranteed_limit = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The most guaranteed interviews; empty: everybody who qualifies"
    )
    guaranteed_limit_reason = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "kind"], name="stage_once_a_kind"),
            models.CheckConstraint(condition=Q(kind__in=StageKind.values), name="stage_kind_known"),
            models.CheckConstraint(
                condition=(
                    Q(status=StageStatus.PREPARING, opened_at=None, unsealed_at=None, decided_at=None)
                    | Q(
                        status=StageStatus.SCORING, opened_at__isnull=False, unsealed_at=None, decided_at=None
                    )
                    | Q(
                        status=StageStatus.UNSEALED,
                        opened_at__isnull=False,
                        unsealed_at__isnull=False,
                        decided_at=None,
                    )
                    | Q(
                        status=StageStatus.DECIDED,
                        opened_at__isnull=False,
                        unsealed_at__isnull=False,
                        decided_at__isnull=False,
                    )
                ),
                name="stage_moments_match_status",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{word}_at": None, f"{word}_by": None})
                    | Q(**{f"{word}_at__isnull": False, f"{word}_by__isnull": False}),
                    name=f"stage_{word}_at_and_by",
                )
                for word in ("opened", "unsealed", "decided")
            ),
            models.CheckConstraint(
                condition=Q(guaranteed_limit=None, guaranteed_limit_reason="")
                | (
                    Q(guaranteed_limit__isnull=False, guaranteed_limit__gte=1)
                    & ~Q(guaranteed_limit_reason="")
                ),
                name="stage_guaranteed_limit_has_reason",
            ),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = (
            "vacancy",
            "kind",
            "status",
            "opened_at",
            "opened_by",
            "unsealed_at",
            "unsealed_by",
            "decided_at",
            "decided_by",
            "guaranteed_limit",
            "guaranteed_limit_reason",
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} for {self.vacancy_id}"

    @property
    def is_sealed(self) -> bool:
        return self.status in {StageStatus.PREPARING, StageStatus.SCORING}


class PanelMember(models.Model):
    """A person on the panel of a stage. Membership owns the sheets, so they outlive a change of role."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="panel_memberships")
    role = models.CharField(max_length=20, choices=PanelRole, default=PanelRole.MEMBER)
    safer_recruitment_date = models.DateField(
        "safer-recruitment training",
        null=True,
        blank=True,
        help_text="Copied here when the panel is confirmed",
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    leaving_reason = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "user"],
                condition=Q(left_at=None),
                name="panel_member_once_a_stage",
                violation_error_message="This person is already on the panel.",
            ),
            models.UniqueConstraint(
                fields=["stage"],
                condition=Q(role=PanelRole.CHAIR, left_at=None),
                name="panel_one_chair",
                violation_error_message="The panel already has a chair.",
            ),
            models.CheckConstraint(condition=Q(role__in=PanelRole.values), name="panel_role_known"),
            models.CheckConstraint(
                condition=Q(left_at=None, leaving_reason="")
                | (Q(left_at__isnull=False) & ~Q(leaving_reason="")),
                name="panel_leaving_has_reason",
            ),
        ]

    class DataProtection:
        retention = "vacancy"
        plain = ("stage", "role", "added_at", "added_by", "left_at", "leaving_reason")
        personal = ("user", "safer_recruitment_date")

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.user_id}"
