"""Where an ELSA stands in the year, as a form: the sessions share their length, group and supervisor."""

from typing import Any

from django import forms

from overview.forms.evidence_questions import day_field
from overview.forms.questions import ChoiceField, DaysField, QuestionForm, YesNoField, as_at_field

EMPLOYMENTS = {"employed": "Employed by the school", "self_employed": "Self-employed"}
SUPERVISORS = {
    "educational_psychologist": "Educational psychologist",
    "trainee_year_3": "Trainee psychologist, third year",
    "trainee_year_1_2": "Trainee psychologist, first or second year",
}


def number_field(label: str, help_text: str = "", *, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=least, help_text=help_text)


def hours_field(label: str, help_text: str = "") -> forms.FloatField:
    return forms.FloatField(label=label, required=False, min_value=0, max_value=24, help_text=help_text)


class ElsaStatusForm(QuestionForm):
    topic = "elsa-status"
    title = "Is this ELSA’s supervision on track?"
    lead = "Which sessions count this school year, how many are still needed, and whether they can be had."
    employment = ChoiceField("They are", EMPLOYMENTS, required=False)
    training_days = number_field("Training days attended")
    sessions__date = DaysField("Days of supervision attended", help_text="One date on each line.")
    sessions__hours = hours_field("Each lasted, in hours", "For example 2 or 2.5.")
    sessions__group_size = number_field("People in the group", least=1)
    sessions__supervisor = ChoiceField("Led by", SUPERVISORS, required=False)
    planned = DaysField("Days still planned", help_text="One date on each line.")
    rules__training_days = number_field("Days of training", "Left empty: 6.")
    rules__sessions_required = number_field("Sessions wanted in a year", "Left empty: 4.")
    rules__session_min_hours = hours_field("Hours a session lasts at the least", "Left empty: 2.")
    rules__group_max = number_field("People in a group at the most", "Left empty: 8.", least=1)
    rules__trainee_year_3 = YesNoField("A trainee psychologist in the third year may lead it")
    year_start = day_field("The year begins on", "Left empty: 1 September of the school year.")
    as_at = as_at_field()
    groups = (
        (
            "Supervision",
            (
                "sessions__date",
                "sessions__hours",
                "sessions__group_size",
                "sessions__supervisor",
                "planned",
            ),
        ),
        (
            "The provider’s rules, where they differ",
            (
                "rules__training_days",
                "rules__sessions_required",
                "rules__session_min_hours",
                "rules__group_max",
                "rules__trainee_year_3",
            ),
        ),
        ("The day", ("year_start", "as_at")),
    )

    def facts(self) -> dict[str, Any]:
        """The days become sessions that were attended, each with what was said of all."""
        found = super().facts()
        shared = found.pop("sessions", {})
        days = shared.pop("date", [])
        return found | {"sessions": [{"date": day, "attended": True, **shared} for day in days]}
