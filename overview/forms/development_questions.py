"""The rules of training and of those who support children, as forms."""

from django import forms

from cpd.domain.training_rules import RULES
from overview.forms.questions import ChoiceField, QuestionForm, as_at_field

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
