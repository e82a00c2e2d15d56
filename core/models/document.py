"""Files that people gave us: stored under a random name, served only as an attachment."""

import secrets

from django.db import models

from core.enums import ScanState
from core.models.school import School
from core.models.user import User


def random_path(instance: "Document", filename: str) -> str:
    """A random path; the given name is never trusted."""
    name = secrets.token_hex(16)
    return f"documents/{name[:2]}/{name}"


class Document(models.Model):
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    original_name = models.CharField(max_length=200)
    file = models.FileField(upload_to=random_path, max_length=200)
    size_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scan_state = models.CharField(max_length=20, choices=ScanState, default=ScanState.NOT_SCANNED)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scan_state__in=ScanState.values), name="document_scan_state_known"
            )
        ]

    class DataProtection:
        retention = "with_its_record"
        plain = ("school", "kind", "size_bytes", "sha256", "scan_state", "uploaded_by", "uploaded_at")
        personal = ("original_name", "file")

    def __str__(self) -> str:
        return self.original_name
