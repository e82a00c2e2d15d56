"""The shape of a vacancy's terms, of its weights, and of the moves that need a word of explanation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from recruitment.domain.scales import DEFAULT_SCALE, SCALE_PRESETS, ScalePreset
from recruitment.domain.vacancy_freeze import MOST_WEIGHT
from recruitment.domain.vacancy_terms import (
    FIXED_TERM_REASON_MISSING,
    LONGEST_LABEL,
    MOST_INTERVIEWS,
    VacancyTerms,
    find_faults,
)
from recruitment.enums import ContractType
from recruitment.models import Vacancy, VacancyCriterion
from recruitment.selectors.vacancies import terms_of

OWN_SCALE = "own"
FIXED = {"is_anonymous", "statement_per_criterion", "scale"}
YES_NO = [("True", "Yes"), ("False", "No")]


def yes(value: str) -> bool:
    return value == "True"


class VacancyForm(forms.Form):
    """All terms of a vacancy. Every scale has its own fields for its words; the chosen one counts."""

    title = forms.CharField(label="Job title", max_length=200)
    reference = forms.CharField(
        label="Reference",
        max_length=40,
        help_text="Candidates quote it. Yours, or the one suggested.",
    )
    summary = forms.CharField(
        label="About the post",
        required=False,
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Shown on top of the public page. A few sentences in your own words.",
    )
    contract_type = forms.ChoiceField(
        label="Contract", choices=ContractType.choices, widget=forms.RadioSelect
    )
    fixed_term_reason = forms.CharField(
        label="Why it is for a fixed term",
        required=False,
        max_length=200,
        help_text="For example: maternity cover.",
    )
    start_date = forms.DateField(label="Expected first day", required=False)
    end_date = forms.DateField(label="Last day", required=False, help_text="Only for a fixed term.")
    hours = forms.CharField(
        label="Hours",
        required=False,
        max_length=200,
        help_text="For example: 32.5 hours a week, term time only",
    )
    salary = forms.CharField(label="Salary or grade", required=False, max_length=200)
    opens_date = forms.DateField(label="Applications open on")
    closes_date = forms.DateField(
        label="Applications close on",
        help_text="Open until midnight that day",
    )
    interview_date = forms.DateField(label="Interviews on", required=False)
    shortlist_size = forms.IntegerField(
        label="How many people to interview",
        min_value=1,
        max_value=MOST_INTERVIEWS,
        help_text="Up to six fit into a day. The number draws the line in the ranking; people decide.",
    )
    is_anonymous = forms.TypedChoiceField(
        label="Shortlist without names",
        choices=YES_NO,
        coerce=yes,
        widget=forms.RadioSelect,
        help_text="Scorers see C01, C02 and so on, without names, contact details, schools or employers.",
    )
    statement_per_criterion = forms.TypedChoiceField(
        label="What candidates write",
        choices=[
            ("True", "An answer to each criterion assessed from the form"),
            ("False", "One supporting statement"),
        ],
        coerce=yes,
        widget=forms.RadioSelect,
    )
    scale = forms.ChoiceField(label="Points", widget=forms.RadioSelect)

    def __init__(self, *args: Any, vacancy: Vacancy | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vacancy = vacancy
        self.scales: list[ScalePreset] = []
        if vacancy is not None and vacancy.is_frozen:
            self.fields = {name: field for name, field in self.fields.items() if name not in FIXED}
        else:
            self._offer_scales()

    def _offer_scales(self) -> None:
        self.scales = scales_for(self.vacancy)
        scale = self.fields["scale"]
        assert isinstance(scale, forms.ChoiceField)  # noqa: S101 (for the type checker)
        scale.choices = [(preset.key, name_of_scale(preset)) for preset in self.scales]
        for preset in self.scales:
            self._add_words(preset)

    def _add_words(self, preset: ScalePreset) -> None:
        """Only the fields of the chosen scale must be filled in; before anything is sent, any could be."""
        counts = not self.is_bound or preset == self._chosen_scale()
        for points, words in preset.words_by_points.items():
            self.fields[f"words_{preset.key}_{points}"] = forms.CharField(
                label=f"{points} {'point' if points == 1 else 'points'}",
                required=counts,
                max_length=LONGEST_LABEL,
                initial=words,
                error_messages={"required": f"Give words for {points} on the scale."},
            )
        self.fields[f"threshold_{preset.key}"] = forms.TypedChoiceField(
            label="An essential is met from",
            choices=[
                (str(points), str(points)) for points in range(preset.min_points + 1, preset.max_points + 1)
            ],
            coerce=int,
            required=counts,
            initial=str(preset.essential_threshold),
        )

    def scale_blocks(self) -> Iterator[tuple[ScalePreset, list[BoundField], BoundField]]:
        """Each scale with the fields for its words and its threshold, for the template."""
        for preset in self.scales:
            words = [self[f"words_{preset.key}_{points}"] for points in preset.words_by_points]
            yield preset, words, self[f"threshold_{preset.key}"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            for fault in find_faults(self.terms()):
                self.add_error(fault.field, fault.message)
        elif data.get("contract_type") == ContractType.FIXED_TERM and not data.get("fixed_term_reason"):
            # Said together with what else is wrong, not only once all of that is mended.
            self.add_error("fixed_term_reason", FIXED_TERM_REASON_MISSING)
        return data

    def add_error(self, field: str | None, error: Any) -> None:
        """The rules speak of the scale's words and threshold; here they have a field for each scale."""
        preset = self._chosen_scale()
        if field == "essential_threshold" and preset:
            field = f"threshold_{preset.key}"
        elif field == "scale" and preset:
            field = f"words_{preset.key}_{preset.min_points}"
        super().add_error(field if field in self.fields else None, error)

    def terms(self) -> VacancyTerms:
        """The terms as typed, once every field is valid on its own; what is fixed stays as it is stored."""
        data = self.cleaned_data
        if self.vacancy is not None and self.vacancy.is_frozen:
            return replace(terms_of(self.vacancy), **data)
        preset = self._chosen_scale() or DEFAULT_SCALE
        return VacancyTerms(
            **{name: data[name] for name in VacancyForm.base_fields if name != "scale"},
            scale_min=preset.min_points,
            scale_max=preset.max_points,
            scale_labels=tuple(data[f"words_{preset.key}_{points}"] for points in preset.words_by_points),
            essential_threshold=data[f"threshold_{preset.key}"],
        )

    def _chosen_scale(self) -> ScalePreset | None:
        key = self.data.get(self.add_prefix("scale"))
        return next((preset for preset in self.scales if preset.key == key), None)


def name_of_scale(preset: ScalePreset) -> str:
    return f"{preset.min_points} to {preset.max_points}"


def scales_for(vacancy: Vacancy | None = None) -> list[ScalePreset]:
    """The presets, the vacancy's own words in place of those of its scale."""
    presets = dict(SCALE_PRESETS)
    if vacancy is not None:
        same = [key for key, one in presets.items() if _spans(one) == (vacancy.scale_min, vacancy.scale_max)]
        key = same[0] if same else OWN_SCALE
        presets[key] = ScalePreset(
            key=key,
            words=tuple(vacancy.scale_labels),
            min_points=vacancy.scale_min,
            essential_threshold=vacancy.essential_threshold,
            source=presets[key].source if same else DEFAULT_SCALE.source,
        )
    return list(presets.values())


def initial_of(vacancy: Vacancy) -> dict[str, Any]:
    """A stored vacancy as the form shows it."""
    spans = (vacancy.scale_min, vacancy.scale_max)
    scale = next((one.key for one in scales_for(vacancy) if _spans(one) == spans), OWN_SCALE)
    named = {name: getattr(vacancy, name) for name in VacancyForm.base_fields if name != "scale"}
    return named | {"scale": scale}


def _spans(preset: ScalePreset) -> tuple[int, int]:
    return preset.min_points, preset.max_points


class WeightsForm(forms.Form):
    """One whole number for each criterion of a vacancy."""

    def __init__(self, *args: Any, criteria: Sequence[VacancyCriterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for criterion in self.criteria:
            self.fields[f"weight_{criterion.pk}"] = forms.IntegerField(
                label=f"Weight of: {criterion.text}",
                min_value=1,
                max_value=MOST_WEIGHT,
                initial=criterion.weight,
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control"}),
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value"),
                    f"A weight is a whole number from 1 to {MOST_WEIGHT}. Check: {criterion.text}",
                ),
            )

    def weights(self) -> Mapping[int, int]:
        return {one.pk: self.cleaned_data[f"weight_{one.pk}"] for one in self.criteria}


class CloseForm(forms.Form):
    reason = forms.CharField(
        label="Why now",
        required=False,
        max_length=500,
        help_text="Only if you close before the closing date. It goes on the record.",
    )


class ReopenForm(forms.Form):
    closes_date = forms.DateField(label="New closing date")
    reason = forms.CharField(
        label="Why it is reopened", max_length=500, help_text="For example: too few applications."
    )


class EndForm(forms.Form):
    reason = forms.CharField(
        label="Why it ends without an appointment",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: nobody met the essential criteria; the post will be advertised again.",
    )
