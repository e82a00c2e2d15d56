"""The rules of training and of those who support children, as forms."""

from django import forms

from compliance.domain.categories import CATEGORY_LABELS
from core.enums import SchoolType
from cpd.domain.appraisal import CYCLE_LABELS, GROUND_LABELS
from cpd.domain.training_rules import RULES
from overview.forms.questions import ChoiceField, QuestionForm, YesNoField, as_at_field

TRAINING = {key: rule.name for key, rule in RULES.items()}


class TrainingRenewalForm(QuestionForm):
    topic = "training-renewal"
    title = "Until when does this training count?"
    lead = "When it is due again, who says so, and what it is worth on a day."
    training = ChoiceField(
        "Training", TRAINING, required=False, help_text="Not known: training of the school's own."
    )
    renewal_months = forms.IntegerField(
        label="Months after which our policy renews it", required=False, min_value=1, max_value=1200
    )
    awarded_date = forms.DateField(label="Completed on", required=False)
    printed_expiry = forms.DateField(label="Last valid day, as the certificate prints it", required=False)
    appointed_date = forms.DateField(
        label="Appointed on", required=False, help_text="For the qualification of a SENCO."
    )
    due_soon_days = forms.IntegerField(
        label="Days before the end that count as soon",
        required=False,
        min_value=0,
        max_value=3660,
        help_text="Left empty: 60.",
    )
    as_at = as_at_field()
    groups = (
        ("The award", ("awarded_date", "printed_expiry", "appointed_date")),
        ("How it is judged", ("renewal_months", "due_soon_days", "as_at")),
    )


class AppraisalForm(QuestionForm):
    topic = "appraisal"
    title = "Is this person appraised?"
    lead = "Whether they are in a cycle of teachers or of support staff, and who says so."
    cycle = ChoiceField("Cycle of", CYCLE_LABELS)
    school_type = ChoiceField("Kind of school", dict(SchoolType.choices))
    category = ChoiceField("Kind of worker", CATEGORY_LABELS)
    ground = ChoiceField(
        "Induction or capability",
        GROUND_LABELS,
        required=False,
        help_text="Where it runs on the day asked for.",
    )
    teaching_work = YesNoField("Does teaching work")
    start_date = forms.DateField(label="First day of work", required=False)
    end_date = forms.DateField(label="Last day of work", required=False)
    term_weeks = forms.IntegerField(
        label="Weeks our policy counts as a term",
        required=False,
        min_value=1,
        max_value=20,
        help_text="Left empty: 12.",
    )
    as_at = as_at_field()
    groups = (
        ("The work", ("teaching_work", "start_date", "end_date")),
        ("How it is judged", ("term_weeks", "as_at")),
    )
