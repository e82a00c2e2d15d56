"""Choices that compliance stores."""

from django.db import models

from compliance.domain.categories import CATEGORY_LABELS, CHECK_LABELS
from core.domain.retention import Record

# Told apart in the domain, where the law of checks needs them.
CATEGORY_CHOICES = [(category.value, label) for category, label in CATEGORY_LABELS.items()]
CHECK_CHOICES = [(check.value, label) for check, label in CHECK_LABELS.items()]


class CheckState(models.TextChoices):
    REQUESTED = "requested", "Asked for"
    DONE = "done", "Done"


class CheckOutcome(models.TextChoices):
    PENDING = "pending", "Not known yet"
    CLEAR = "clear", "Satisfactory"
    CONCERN = "concern", "To be considered"


class CheckOrigin(models.TextChoices):
    """Where a check was first written down."""

    ENTERED = "entered", "Entered here"
    RECRUITMENT = "recruitment", "Known from recruitment"
    WORKBOOK = "workbook", "Brought in from the school's workbook"


class DbsLevel(models.TextChoices):
    BASIC = "basic", "Basic"
    STANDARD = "standard", "Standard"
    ENHANCED = "enhanced", "Enhanced"


class DbsWorkforce(models.TextChoices):
    CHILD = "child", "Child"
    ADULT = "adult", "Adult"
    CHILD_AND_ADULT = "child_and_adult", "Child and adult"


class BarredListReason(models.TextChoices):
    """The only two reasons for which the children's barred list may be checked apart from a certificate."""

    PENDING = "pending", "Starting while the certificate is pending"
    THREE_MONTH = "three_month", "Worked in a school within the last three months"


class UpdateServiceResult(models.TextChoices):
    BLANK_NO_NEW = "blank_no_new", "No new information; the certificate is blank"
    CONTENT_NO_NEW = "content_no_new", "No new information; the certificate has content"
    NO_LONGER_CURRENT = "no_longer_current", "No longer current: a new certificate is needed"
    NOT_FOUND = "not_found", "Not found"


class RightToWorkRoute(models.TextChoices):
    MANUAL = "manual", "Original documents, the holder present"
    ONLINE = "online", "Online, by share code"
    DIGITAL = "digital", "Registered digital verification service"
    EMPLOYER_CHECKING_SERVICE = "employer_checking_service", "Employer Checking Service"


class ErasableRecord(models.TextChoices):
    """What Appoint really erases, by the names of ``core.domain.retention.Record``, and nothing else."""

    UNSUCCESSFUL_APPLICATION = Record.UNSUCCESSFUL_APPLICATION.value, "Unsuccessful application"
    DBS_COPY = Record.DBS_COPY.value, "Copy of a DBS certificate"
    RIGHT_TO_WORK = Record.RIGHT_TO_WORK.value, "Right-to-work evidence of a leaver"
    PERSONNEL_FILE = Record.PERSONNEL_FILE.value, "Staff record of a leaver"


class DestructionStatus(models.TextChoices):
    PROPOSED = "proposed", "Waiting for a second person"
    DESTROYED = "destroyed", "Destroyed"
    CANCELLED = "cancelled", "Cancelled, nothing destroyed"


class WorkbookStatus(models.TextChoices):
    OPEN = "open", "Being looked through"
    IMPORTED = "imported", "Brought in"
    DISCARDED = "discarded", "Discarded"
