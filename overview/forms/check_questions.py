"""The rules of checks and of keeping records, as forms."""

from typing import Any

from django import forms

from compliance.domain.categories import CATEGORY_LABELS, CHECK_LABELS
from core.domain.retention import Record
from core.enums import SchoolType
from overview.forms.questions import INSIDE, ChoiceField, DaysField, QuestionForm, YesNoField, as_at_field

ROLES = {
    "employee": "Employed and paid",
    "volunteer": "Volunteer",
    "contractor": "Contractor",
    "governor": "Governor or trustee",
}
ACTIVITIES = {
    "teaching": "Teaching, training or instructing",
    "care": "Caring for children",
    "supervision": "Supervising children",
    "advice": "Advice or guidance given only to children",
    "driving": "Driving only children",
    "work_with_contact": "Other work in a school with the opportunity for contact",
    "none": "None of these",
}
RECORDS = {
    Record.UNSUCCESSFUL_APPLICATION: "Application of somebody not appointed",
    Record.INTERVIEW_NOTES: "Scores and interview notes",
    Record.SELF_DECLARATION_UNSUCCESSFUL: "Self-declaration of somebody not appointed",
    Record.ONLINE_SEARCH_UNSUCCESSFUL: "Online search about somebody not appointed",
    Record.EQUALITY_MONITORING: "Equality monitoring",
    Record.DBS_COPY: "Copy of a DBS certificate",
    Record.RIGHT_TO_WORK: "Right-to-work copies",
    Record.PERSONNEL_FILE: "Personnel file",
    Record.APPRAISAL: "Appraisal",
    Record.ALLEGATION: "Allegation",
    Record.CENTRAL_RECORD_LINE: "Line of the single central record",
    Record.TRAINING: "Training record",
}
FACTS = {
    "teaching_work": "Does teaching work that nobody directs (plans, teaches, assesses, reports)",
    "management_role": "Has a management role",
    "governor": "Is a governor or trustee too",
    "early_years_or_wraparound": "Works in early years, or with under-eights outside school hours",
    "manages_early_years": "Manages such provision directly",
    "lived_abroad": "Has lived or worked abroad",
    "has_trn": "Has a teacher reference number",
    "individual_contract": "Is engaged as a person, not through a business",
    "regulated_activity": "Is in regulated activity, as the school has decided",
    "supervised": "Is supervised by somebody in regulated activity",
    "personal_care": "Gives personal or health care",
}


class RoleQuestionForm(QuestionForm):
    """What several questions ask of a post."""

    school_type = ChoiceField("Kind of school", dict(SchoolType.choices), required=False)
    category = ChoiceField("Kind of worker", CATEGORY_LABELS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in FACTS.items():
            self.fields[f"facts{INSIDE}{name}"] = YesNoField(label)


ROLE_FACTS = ("What is known of the role", tuple(f"facts{INSIDE}{name}" for name in FACTS))


class RequiredChecksForm(RoleQuestionForm):
    topic = "required-checks"
    title = "Which checks does this person need?"
    lead = "Required, good practice, not needed, or not allowed to be made: with the rule behind each."
    as_at = as_at_field()
    groups = (ROLE_FACTS,)


class RegulatedActivityForm(QuestionForm):
    topic = "regulated-activity"
    title = "Is this regulated activity?"
    lead = "Whether the children's barred list must be checked, or must not be."
    role = ChoiceField("They are", ROLES, required=False)
    activity = ChoiceField("What they do", ACTIVITIES, required=False)
    pattern = ChoiceField(
        "How often",
        {"weekly": "About once a week or more"},
        required=False,
        help_text="Leave this if there is no pattern; the days below are judged.",
    )
    supervised = YesNoField("Supervised by somebody in regulated activity")
    personal_care = YesNoField("Personal or health care, even once")
    days = DaysField("Days already worked", help_text="One date on each line, such as 27/3/2027.")
    nights = DaysField("Nights stayed (between 2 and 6 in the morning)", help_text="One date on each line.")
    as_at = as_at_field()

    def facts(self) -> dict[str, Any]:
        found = super().facts()
        days, nights = found.pop("days", []), found.pop("nights", [])
        attendance = [{"date": day} for day in days] + [{"date": day, "overnight": True} for day in nights]
        return found | ({"attendance": attendance} if attendance else {})


class ClearToStartForm(RoleQuestionForm):
    topic = "clear-to-start"
    title = "Can they start on Monday?"
    lead = "The verdict with what stands in the way, from the checks made so far."
    start_date = forms.DateField(label="First day")
    as_at = as_at_field()
    early_start__supervision_plan = YesNoField("There is a supervision plan for an early start")
    early_start__risk_assessment_by = forms.CharField(
        label="Risk assessment signed by", required=False, max_length=150
    )
    early_start__review_date = forms.DateField(label="To be reviewed on", required=False)
    groups = (
        (
            "Starting before the certificate",
            (
                "early_start__supervision_plan",
                "early_start__risk_assessment_by",
                "early_start__review_date",
            ),
        ),
        ROLE_FACTS,
        (
            "Checks made so far",
            tuple(
                f"checks{INSIDE}{check}{INSIDE}{part}"
                for check in CHECK_LABELS
                for part in ("done_date", "outcome")
            ),
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcomes = {"clear": "Satisfactory", "pending": "Pending", "concern": "To be considered"}
        for check, label in CHECK_LABELS.items():
            name = f"checks{INSIDE}{check}{INSIDE}"
            self.fields[f"{name}done_date"] = forms.DateField(label=f"{label}: done on", required=False)
            self.fields[f"{name}outcome"] = ChoiceField(f"{label}: outcome", outcomes, required=False)


class RetentionForm(QuestionForm):
    topic = "retention"
    title = "How long do we keep this?"
    lead = "The day after which a record is to be destroyed, and who says so."
    record = ChoiceField("Record", RECORDS)
    event_date = forms.DateField(
        label="Counted from", help_text="The day the vacancy closed, the copy was stored, or the person left."
    )
    policy_months = forms.IntegerField(
        label="Months by the school's own policy", required=False, min_value=0, max_value=1200
    )
    legal_hold = YesNoField("Kept for a claim or an investigation (legal hold)")
    as_at = as_at_field()


class DeadlineForm(QuestionForm):
    topic = "deadline"
    title = "By when must we answer?"
    lead = "A request for a person's own data (subject access request)."
    received_date = forms.DateField(label="Received on")
    extended = YesNoField("Extended because it is complex")

    def facts(self) -> dict[str, Any]:
        return {"kind": "subject_access_request"} | super().facts()
