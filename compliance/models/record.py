"""Who looked at the single central record, and at what."""

from django.db import models

from core.models import Engagement, School, User


class CentralRecordLook(models.Model):
    """One look in inspection mode, at the record of a school or at one person's line of it; or at a file."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    engagement = models.ForeignKey(
        Engagement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    as_at = models.DateTimeField(null=True, blank=True, help_text="The past moment looked at; empty: now")
    looked_at = models.DateTimeField()
    looked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=100)

    class Meta:
        indexes = [models.Index(fields=["school", "-looked_at"], name="look_in_order")]

    class DataProtection:
        retention = "central_record_line"
        plain = ("school", "engagement", "as_at", "looked_at", "looked_by", "what")

    def __str__(self) -> str:
        return self.what
