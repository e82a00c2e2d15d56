"""The shape of a cycle, of who is taken into it, of policy and templates."""

from typing import Any

from django import forms
from django.http import QueryDict

from core.models import School
from cpd.domain.appraisal import CycleKind
from cpd.enums import CYCLE_CHOICES
from cpd.forms.appraisals import lines
from cpd.models import AppraisalTemplate
from cpd.services.appraisal_cycles import Chosen

DATES = (
    "first_date",
    "last_date",
    "objectives_by_date",
    "mid_year_by_date",
    "final_by_date",
    "head_objectives_by_date",
    "head_final_by_date",
)


class AtSchoolForm(forms.Form):
    """A form about one of several schools."""

    school = forms.ChoiceField(label="School")

    def __init__(self, *args: Any, schools: list[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = [(str(one.pk), one.name) for one in schools]  # type: ignore[attr-defined]
        if len(schools) == 1:
            self.fields["school"].widget = forms.HiddenInput()
            self.fields["school"].initial = str(schools[0].pk)


class CycleForm(AtSchoolForm):
    name = forms.CharField(label="Name", max_length=120, help_text="For example: Teachers 2026 to 2027")
    kind = forms.ChoiceField(label="Who is in it", choices=CYCLE_CHOICES, widget=forms.RadioSelect)
    first_date = forms.DateField(label="First day")
    last_date = forms.DateField(label="Last day")
    objectives_by_date = forms.DateField(label="Objectives agreed by")
    mid_year_by_date = forms.DateField(label="Mid-year review by")
    final_by_date = forms.DateField(label="Final review by")
    head_objectives_by_date = forms.DateField(label="The head’s objectives by", required=False)
    head_final_by_date = forms.DateField(label="The head’s final review by", required=False)

    def clean_kind(self) -> CycleKind:
        return CycleKind(self.cleaned_data["kind"])

    def dates(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in DATES}


class PolicyForm(forms.Form):
    most_objectives = forms.IntegerField(label="Most objectives", min_value=1, max_value=20)
    appeal_working_days = forms.IntegerField(
        label="Working days to appeal",
        min_value=1,
        max_value=60,
        help_text="Counted from the day the second of the two signs.",
    )
    term_weeks = forms.IntegerField(
        label="Weeks that count as a term",
        min_value=1,
        max_value=20,
        help_text="A contract that runs for less is out of appraisal. The regulations count no weeks.",
    )
    has_pay_recommendation = forms.BooleanField(
        label="The report holds a recommendation on pay",
        required=False,
        help_text="Pay related to performance is not compulsory since September 2024.",
    )


class TemplateForm(AtSchoolForm):
    name = forms.CharField(label="Name", max_length=120, help_text="For example: Teaching assistants")
    kind = forms.ChoiceField(label="For", choices=CYCLE_CHOICES, widget=forms.RadioSelect)
    self_prompts = forms.CharField(
        label="Questions to the appraisee", required=False, widget=lines(4), help_text="One on each line."
    )
    manager_prompts = forms.CharField(
        label="Questions to the appraiser", required=False, widget=lines(4), help_text="One on each line."
    )
    standard_objectives = forms.CharField(
        label="Objectives everybody is given",
        required=False,
        widget=lines(3),
        help_text="One on each line. They can be changed for each person until they are agreed.",
    )

    def fill(self, template: AppraisalTemplate) -> AppraisalTemplate:
        """The template with what was typed."""
        given = self.cleaned_data
        template.school_id = int(given["school"])
        for name in ("name", "kind", "self_prompts", "manager_prompts", "standard_objectives"):
            setattr(template, name, given[name].strip())
        return template


def read_chosen(data: QueryDict) -> list[Chosen]:
    """Whoever was ticked, with the appraiser chosen beside them; what is no number is left out."""
    return [
        Chosen(
            int(key),
            int(appraiser) if (appraiser := data.get(f"appraiser_{key}", "")).isdecimal() else 0,
            is_headteacher=data.get(f"head_{key}") == "yes",
        )
        for key in data.getlist("chosen")
        if key.isdecimal()
    ]
