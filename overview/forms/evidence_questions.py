"""The rules of certificates and of the right to work, as forms."""

from django import forms

from compliance.domain.categories import CATEGORY_LABELS
from compliance.domain.right_to_work_documents import DOCUMENTS
from compliance.enums import (
    BarredListReason,
    DbsLevel,
    DbsWorkforce,
    RightToWorkRoute,
    UpdateServiceResult,
)
from core.enums import SchoolType
from overview.forms.questions import ChoiceField, QuestionForm, YesNoField, as_at_field

DOCUMENT_WORDS = {key: one.title[0].upper() + one.title[1:] for key, one in DOCUMENTS.items()}
ENGAGEMENTS = {
    "employee": "Employee",
    "worker_contract": "On a worker's contract (casual, invigilator, tutor)",
    "self_employed": "Self-employed, with clients of their own",
    "business": "Sent by a business under contract with us",
}


def day_field(label: str, help_text: str = "") -> forms.DateField:
    return forms.DateField(label=label, required=False, help_text=help_text)


class RightToWorkForm(QuestionForm):
    topic = "right-to-work"
    title = "Does this prove the right to work?"
    lead = "Whether the check counts, until when, and when it is to be followed up."
    document = ChoiceField("What was shown", DOCUMENT_WORDS, required=False)
    route = ChoiceField("How it was checked", dict(RightToWorkRoute.choices), required=False)
    checked_date = day_field("Checked on")
    start_date = day_field("First day of work")
    engagement = ChoiceField("They are engaged as", ENGAGEMENTS, required=False)
    original_seen = YesNoField("The original was seen")
    clipped = YesNoField("A corner of the passport is clipped")
    document_expiry = day_field("The document expires on")
    permission_end = day_field("Permission to work ends on")
    pvn_date = day_field("Date of the Positive Verification Notice")
    share_code = forms.CharField(label="Share code", required=False, max_length=20)
    share_code_created = day_field("Share code made on")
    employed = YesNoField("Already works here")
    in_time_application = YesNoField("Has applied to stay, or appealed, in time")
    left_date = day_field("Left on", "To know until when the copies are kept.")
    as_at = as_at_field()
    groups = (
        (
            "The document",
            ("original_seen", "clipped", "document_expiry", "permission_end", "pvn_date"),
        ),
        ("An online check", ("share_code", "share_code_created")),
        ("Later on", ("employed", "in_time_application", "left_date", "as_at")),
    )


class DbsForm(QuestionForm):
    topic = "dbs"
    title = "Can we rely on this DBS certificate?"
    lead = "Whether it is valid, and whether the barred list may be checked apart from it."
    school_type = ChoiceField("Kind of school", dict(SchoolType.choices), required=False)
    category = ChoiceField("Kind of worker", CATEGORY_LABELS, required=False)
    regulated_activity = YesNoField("In regulated activity")
    start_date = day_field("First day of work")
    applicant__name = forms.CharField(label="Name of the person", required=False, max_length=200)
    applicant__birth_date = day_field("Date of birth")
    certificate__number = forms.CharField(
        label="Certificate number", required=False, max_length=30, help_text="Twelve digits."
    )
    certificate__name = forms.CharField(label="Name on the certificate", required=False, max_length=200)
    certificate__issued_date = day_field("Issued on")
    certificate__level = ChoiceField("Level", dict(DbsLevel.choices), required=False)
    certificate__workforce = ChoiceField("Workforce", dict(DbsWorkforce.choices), required=False)
    certificate__barred_list = YesNoField("Children's barred list included")
    certificate__original_seen_date = day_field("Original seen on")
    certificate__own_school = YesNoField("Asked for by this school")
    certificate__copy_stored_date = day_field("Copy stored on")
    worked_with_children_until = day_field(
        "Last day of regular work in a school or college", "For the rule of three months."
    )
    barred_list_check_reason = ChoiceField(
        "Why the barred list would be checked by itself", dict(BarredListReason.choices), required=False
    )
    update_service__consent = YesNoField("Consents to the Update Service")
    update_service__original_seen = YesNoField("The original was seen before")
    update_service__result = ChoiceField("Result", dict(UpdateServiceResult.choices), required=False)
    update_service__checked_date = day_field("Checked on")
    policy_renewal_months = forms.IntegerField(
        label="Months after which our policy renews it", required=False, min_value=1, max_value=1200
    )
    as_at = as_at_field()
    groups = (
        ("The person", ("applicant__name", "applicant__birth_date")),
        (
            "The certificate",
            (
                "certificate__number",
                "certificate__name",
                "certificate__issued_date",
                "certificate__level",
                "certificate__workforce",
                "certificate__barred_list",
                "certificate__original_seen_date",
                "certificate__own_school",
                "certificate__copy_stored_date",
            ),
        ),
        ("Without a new certificate", ("worked_with_children_until", "barred_list_check_reason")),
        (
            "Update Service",
            (
                "update_service__consent",
                "update_service__original_seen",
                "update_service__result",
                "update_service__checked_date",
            ),
        ),
        ("Policy", ("policy_renewal_months", "as_at")),
    )
