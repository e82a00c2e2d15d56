"""Choices that recruitment stores."""

from django.db import models


class Requirement(models.TextChoices):
    ESSENTIAL = "essential", "Essential"
    DESIRABLE = "desirable", "Desirable"


class Evidence(models.TextChoices):
    """How a criterion is assessed; the letters schools print in their evidence key."""

    APPLICATION = "A", "Application form"
    INTERVIEW = "I", "Interview"
    REFERENCE = "R", "Reference"
    CERTIFICATE = "C", "Certificate"
    TASK = "T", "Test or task"
    PRESENTATION = "P", "Presentation"
    OBSERVATION = "O", "Observation"
    DISCLOSURE = "D", "Pre-employment checks"


class StageKind(models.TextChoices):
    APPLICATION = "application", "Shortlisting"
    TASK = "task", "Task"
    INTERVIEW = "interview", "Interview"


class ReadingStatus(models.TextChoices):
    OPEN = "open", "To be confirmed"
    CONFIRMED = "confirmed", "Confirmed"
    DISCARDED = "discarded", "Discarded"


class VacancyStatus(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Open for applications"
    CLOSED = "closed", "Closed to applications"
    FILLED = "filled", "Filled"
    NOT_FILLED = "not_filled", "Ended without an appointment"


class ContractType(models.TextChoices):
    PERMANENT = "permanent", "Permanent"
    FIXED_TERM = "fixed_term", "Fixed term"
    CASUAL = "casual", "Casual or as needed"


class StageStatus(models.TextChoices):
    PREPARING = "preparing", "Being prepared"
    SCORING = "scoring", "Sealed scoring"
    UNSEALED = "unsealed", "Scores open"
    DECIDED = "decided", "Decided"


class PanelRole(models.TextChoices):
    CHAIR = "chair", "Chair"
    MEMBER = "member", "Member"
    GOVERNOR = "governor", "Governor"
    ADVISER = "adviser", "Adviser"


class ApplicationChannel(models.TextChoices):
    ONLINE = "online", "Online form"
    EMAIL = "email", "E-mail"
    PAPER = "paper", "Paper"
    SPREADSHEET = "spreadsheet", "List from a spreadsheet"


class ApplicationStatus(models.TextChoices):
    RECEIVED = "received", "Received"
    SHORTLISTED = "shortlisted", "Shortlisted"
    NOT_SHORTLISTED = "not_shortlisted", "Not shortlisted"
    RESERVE = "reserve", "In reserve"
    OFFERED = "offered", "Offer made"
    APPOINTED = "appointed", "Appointed"
    NOT_APPOINTED = "not_appointed", "Not appointed"
    WITHDRAWN = "withdrawn", "Withdrawn by the candidate"


class HistoryKind(models.TextChoices):
    EMPLOYMENT = "employment", "Employment"
    EDUCATION = "education", "Education or training"
    OTHER = "other", "Other, such as caring, travel or looking for work"


class SheetStatus(models.TextChoices):
    OPEN = "open", "Not yet submitted"
    SUBMITTED = "submitted", "Submitted"
    RECUSED = "recused", "Stood aside"


class DecisionOutcome(models.TextChoices):
    SHORTLISTED = "shortlisted", "Shortlisted"
    RESERVE = "reserve", "In reserve"
    NOT_SHORTLISTED = "not_shortlisted", "Not shortlisted"
    APPOINT = "appoint", "To be appointed"
    NOT_APPOINTED = "not_appointed", "Not appointed"


class ReferenceStatus(models.TextChoices):
    NOT_REQUESTED = "not_requested", "Not requested"
    REQUESTED = "requested", "Requested"
    RECEIVED = "received", "Received"
    VERIFIED = "verified", "Verified"
    DECLINED = "declined", "Could not be given"


class Confirmation(models.TextChoices):
    """What a reference says of a criterion keyed R."""

    CONFIRMED = "confirmed", "Confirmed"
    PARTLY = "partly", "Partly confirmed"
    NOT_CONFIRMED = "not_confirmed", "Not confirmed"
    NOT_COVERED = "not_covered", "Not covered"


class OfferStatus(models.TextChoices):
    MADE = "made", "Made, waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn by the school"


class ConditionStatus(models.TextChoices):
    OUTSTANDING = "outstanding", "Outstanding"
    MET = "met", "Met"
    NOT_MET = "not_met", "Not met"


class EventKind(models.TextChoices):
    VACANCY_CREATED = "vacancy_created", "Vacancy created"
    VACANCY_CHANGED = "vacancy_changed", "Vacancy changed"
    VACANCY_PUBLISHED = "vacancy_published", "Vacancy published"
    VACANCY_CLOSED = "vacancy_closed", "Closed to applications"
    VACANCY_REOPENED = "vacancy_reopened", "Reopened for applications"
    VACANCY_FILLED = "vacancy_filled", "Vacancy filled"
    VACANCY_ENDED = "vacancy_ended", "Ended without an appointment"
    PANEL_MEMBER_ADDED = "panel_member_added", "Panel member added"
    PANEL_MEMBER_REMOVED = "panel_member_removed", "Panel member left the panel"
    SCORING_OPENED = "scoring_opened", "Scoring opened"
    SCORES_UNSEALED = "scores_unsealed", "Scores opened"
    STAGE_DECIDED = "stage_decided", "Stage decided"
    APPLICATION_RECEIVED = "application_received", "Application received"
    APPLICATION_WITHDRAWN = "application_withdrawn", "Application withdrawn"
    APPLICATION_REINSTATED = "application_reinstated", "Withdrawal taken back"
    SHEET_SUBMITTED = "sheet_submitted", "Score sheet submitted"
    SHEET_RECUSED = "sheet_recused", "Panel member stood aside"
    SHEET_REOPENED = "sheet_reopened", "Correction started"
    SCORE_AGREED = "score_agreed", "Points agreed"
    NAME_REVEALED = "name_revealed", "Names shown"
    GUARANTEED_LIMIT_SET = "guaranteed_limit_set", "Limit on guaranteed interviews"
    DECISION_MADE = "decision_made", "Decision made"
    REFERENCE_MOVED = "reference_moved", "Reference updated"
    REFERENCE_CORRECTED = "reference_corrected", "Dates of a reference corrected"
    CERTIFICATE_SEEN = "certificate_seen", "Certificate checked"
    OFFER_MADE = "offer_made", "Conditional offer made"
    OFFER_ACCEPTED = "offer_accepted", "Offer accepted"
    OFFER_REOPENED = "offer_reopened", "Acceptance taken back"
    OFFER_DECLINED = "offer_declined", "Offer declined"
    OFFER_WITHDRAWN = "offer_withdrawn", "Offer withdrawn"
    CONDITION_SETTLED = "condition_settled", "Condition settled"
