"""The shape of a school's own policy: four numbers about checks, and how long each record is kept."""

from typing import Any

from django import forms

from compliance.domain.school_policy import SchoolPolicy, field_of, room_for
from compliance.enums import ErasableRecord
from compliance.selectors.policy import KEPT, NAMES
from core.domain.retention import PERIODS, PolicyMay, Record


def kept_hint(record: Record) -> str:
    """What holds without a policy, and which way the school may go."""
    period, (least, most) = PERIODS[record], room_for(record)
    said = f"Months from {period.counted_from}. Left empty: {period.months}."
    if period.policy_may == PolicyMay.LENGTHEN:
        return f"{said} Never less than {least}: {period.sources[0].title}."
    if period.policy_may == PolicyMay.SHORTEN:
        return f"{said} Never more than {most}: {period.sources[0].title}."
    return f"{said} No law sets it: {period.sources[0].title}."


class PolicyForm(forms.Form):
    references_wanted = forms.IntegerField(
        label="References wanted", help_text="Guidance sets no number. Two is usual."
    )
    early_start_review_days = forms.IntegerField(
        label="Days until an early start is reviewed", help_text="Fourteen is usual."
    )
    expiring_soon_days = forms.IntegerField(label="Days before its end from which a check counts as expiring")
    dbs_renewal_months = forms.IntegerField(
        label="Months after which a DBS certificate is renewed",
        required=False,
        help_text="The law sets no expiry. Leave it empty where the school does not renew.",
    )
    reason = forms.CharField(
        label="Who decided this, or why",
        max_length=100,
        help_text="For example: governors' meeting of 12 November. It is kept with the change.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for record in KEPT:
            self.fields[field_of(record)] = forms.IntegerField(
                label=ErasableRecord(record.value).label, required=False, help_text=kept_hint(record)
            )

    def about_checks(self) -> list[forms.BoundField]:
        return [self[name] for name in NAMES[: -len(KEPT)]]

    def about_keeping(self) -> list[forms.BoundField]:
        return [self[field_of(record)] for record in KEPT]

    def policy(self) -> SchoolPolicy:
        data = self.cleaned_data
        return SchoolPolicy(
            **{name: data[name] for name in NAMES[: -len(KEPT)]},
            kept_months={record: data[field_of(record)] for record in KEPT},
        )
