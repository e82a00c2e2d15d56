"""Policies that people read and sign, edition by edition, and their signatures."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from core.models import Document, Person, School, User
from cpd.enums import ReadingBasis, SigningWay
from cpd.models.course import Course


class Policy(models.Model):
    """One policy of a school. Withdrawn, it is asked of nobody any more; what was signed stays."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="policies")
    title = models.CharField(max_length=200)
    basis = models.CharField("who asks for it", max_length=20, choices=ReadingBasis)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawal_reason = models.CharField(max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("title"),
                "school",
                name="policy_title_once_a_school",
                violation_error_message="The school already has a policy of this title.",
            ),
            models.CheckConstraint(condition=Q(basis__in=ReadingBasis.values), name="policy_basis_known"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="policy_withdrawn_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "school",
            "title",
            "basis",
            "created_at",
            "created_by",
            "withdrawn_at",
            "withdrawn_by",
            "withdrawal_reason",
        )

    def __str__(self) -> str:
        return self.title


class PolicyVersion(models.Model):
    """One edition: what is read, from when it is in force, who reads it and by when.

    ``kinds`` are those of ``compliance.domain.kinds.PersonKind`` who read it; none stands for everybody.
    ``counts_as`` is the training that signing it counts as, where the school says so.
    Nothing of it changes once somebody has signed it (``cpd.services.policies``).
    """

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="versions")
    edition = models.CharField(max_length=100)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    address = models.URLField("web address", max_length=500, blank=True)
    text = models.TextField("words to read", blank=True)
    in_force_from = models.DateField()
    read_by = models.DateField("to be read by")
    kinds = models.JSONField("kinds of people who read it", default=list, blank=True)
    counts_as = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="counts as"
    )
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("edition"),
                "policy",
                name="policy_edition_once",
                violation_error_message="This policy already has an edition of that name.",
            ),
            models.CheckConstraint(
                condition=Q(document__isnull=False) | ~Q(address="") | ~Q(text=""),
                name="policy_version_can_be_read",
            ),
            models.CheckConstraint(
                condition=Q(read_by__gte=F("in_force_from")),
                name="policy_version_dates_in_order",
                violation_error_message="The day to read it by cannot be before it is in force.",
            ),
        ]

    class DataProtection:
        retention = "organisation"
        plain = (
            "policy",
            "edition",
            "document",
            "address",
            "text",
            "in_force_from",
            "read_by",
            "kinds",
            "counts_as",
            "published_at",
            "published_by",
        )

    def __str__(self) -> str:
        return self.edition


class PolicySignature(models.Model):
    """Somebody has read and understood an edition. It is written once and never changed or removed.

    Signed here, ``recorded_by`` is the reader. A signature on paper says who has seen it.
    """

    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="policy_signatures")
    name = models.CharField("name as signed", max_length=200)
    way = models.CharField("how", max_length=20, choices=SigningWay)
    signed_date = models.DateField()
    seen_by = models.CharField("paper seen by", max_length=150, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "person"],
                name="policy_version_signed_once",
                violation_error_message="This edition is signed already.",
            ),
            models.CheckConstraint(condition=Q(way__in=SigningWay.values), name="policy_signing_way_known"),
            models.CheckConstraint(condition=~Q(name=""), name="policy_signature_has_a_name"),
            models.CheckConstraint(
                condition=Q(way=SigningWay.ONLINE, seen_by="") | (Q(way=SigningWay.PAPER) & ~Q(seen_by="")),
                name="policy_paper_seen_by_somebody",
            ),
        ]

    class DataProtection:
        retention = "personnel_file"
        plain = ("version", "way", "seen_by", "recorded_at", "recorded_by")
        personal = ("person", "name", "signed_date")

    def __str__(self) -> str:
        return f"{self.name}, {self.signed_date:%d/%m/%Y}"
