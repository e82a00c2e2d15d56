"""One side of a review as a form; the appraiser's final review has ratings as well."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cpd.domain.appraisal import Phase, Rating
from cpd.domain.appraisal_visibility import Side
from cpd.enums import RATING_CHOICES
from cpd.forms.appraisals import lines
from cpd.models import Objective, ReviewSide
from cpd.services.reviews import Draft


class ReviewForm(forms.Form):
    """``text`` and the version it began from. Nothing is required: a draft may be half a sentence."""

    text = forms.CharField(label="What you have to say", required=False, widget=lines(12), strip=False)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    @classmethod
    def initial_of(cls, stored: ReviewSide | None) -> dict[str, Any]:
        """What is stored, as the form shows it."""
        return {"text": stored.text, "version": stored.version} if stored else {"version": 0}

    def as_draft(self) -> Draft:
        return Draft(self.cleaned_data["text"])


class FinalReviewForm(ReviewForm):
    """The appraiser's final review: how far each objective was met, the year as a whole, what comes of it."""

    overall_rating = forms.ChoiceField(
        label="The year as a whole", required=False, choices=RATING_CHOICES, widget=forms.RadioSelect
    )
    unrated_reason = forms.CharField(
        label="Why it is unrated",
        required=False,
        max_length=500,
        help_text="Only where there is no rating, such as after a long absence. No details of health.",
    )
    development_needs = forms.CharField(
        label="Development needs",
        required=False,
        widget=lines(4),
        help_text="One on each line. They become training and next year’s first objectives.",
    )
    pay_recommendation = forms.CharField(label="Recommendation on pay", required=False, widget=lines(2))

    def __init__(
        self, *args: Any, objectives: Sequence[Objective], has_pay_recommendation: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.objectives = objectives
        if not has_pay_recommendation:
            del self.fields["pay_recommendation"]
        for objective in objectives:
            self.fields[f"rating_{objective.pk}"] = forms.ChoiceField(
                label=f"Objective {objective.position}",
                required=False,
                choices=RATING_CHOICES,
                widget=forms.RadioSelect,
                help_text=objective.text,
            )

    @property
    def rating_fields(self) -> list[forms.BoundField]:
        return [self[f"rating_{objective.pk}"] for objective in self.objectives]

    @classmethod
    def initial_of(cls, stored: ReviewSide | None) -> dict[str, Any]:
        initial = super().initial_of(stored)
        if stored is None:
            return initial
        names = ("overall_rating", "unrated_reason", "development_needs", "pay_recommendation")
        ratings = {f"rating_{one.objective_id}": one.rating for one in stored.ratings.all()}
        return initial | {name: getattr(stored, name) for name in names} | ratings

    def as_draft(self) -> Draft:
        given = self.cleaned_data
        chosen = {one.pk: given.get(f"rating_{one.pk}") for one in self.objectives}
        return Draft(
            text=given["text"],
            development_needs=given["development_needs"],
            pay_recommendation=given.get("pay_recommendation", ""),
            overall_rating=Rating(given["overall_rating"]) if given["overall_rating"] else None,
            unrated_reason=given["unrated_reason"],
            ratings={key: Rating(rating) for key, rating in chosen.items() if rating},
        )


def make_review_form(
    phase: Phase,
    side: Side,
    *,
    objectives: Sequence[Objective],
    has_pay_recommendation: bool,
    stored: ReviewSide | None = None,
    data: Any = None,
) -> ReviewForm:
    """The form of one side, filled in from what was sent, else from what is stored."""
    if (phase, side) == (Phase.FINAL, Side.MANAGER):
        return FinalReviewForm(
            data,
            initial=FinalReviewForm.initial_of(stored),
            objectives=objectives,
            has_pay_recommendation=has_pay_recommendation,
        )
    return ReviewForm(data, initial=ReviewForm.initial_of(stored))
