"""Rows that repeat on a form: added and removed by plain buttons, blank ones passed over."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.formsets import BaseFormSet

from recruitment.domain.partial_dates import read_partial_date, write_partial_date

type Typed = Mapping[str, Any]


class PartialDateField(forms.CharField):
    """A month and a year, or a day, as people write them; cleaned to ``2024-09`` or ``2024-09-15``."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Month and year, such as 9/2024")
        super().__init__(max_length=30, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not text:
            return ""
        try:
            return str(read_partial_date(text))
        except ValueError:
            raise forms.ValidationError("Give a month and a year, such as 9/2024.") from None

    def prepare_value(self, value: Any) -> Any:
        """What is stored is shown as people write it; what somebody typed stays as they typed it."""
        if isinstance(value, str) and value[:4].isdigit() and value.count("-") in {1, 2}:
            return write_partial_date(value)
        return value


class RowForm(forms.Form):
    """One row. It counts once something is typed into it; a choice alone is not something."""

    use_required_attribute = False

    def has_changed(self) -> bool:
        return any(
            str(self.data.get(self.add_prefix(name)) or "").strip()
            for name, field in self.fields.items()
            if not isinstance(field, forms.ChoiceField | forms.BooleanField)
        )


class RowFormSet(BaseFormSet[RowForm]):
    """Rows of one kind. Without data it shows its initial rows, and ``shown`` at least."""

    shown: ClassVar[int] = 1
    things: ClassVar[str] = "row"

    def initial_form_count(self) -> int:
        return 0

    def total_form_count(self) -> int:
        if self.is_bound:
            return min(super().total_form_count(), self.max_num)
        return max(len(self.initial or []), self.shown)

    def rows(self) -> list[dict[str, Any]]:
        """The cleaned rows somebody filled in, in their order; only of a valid set."""
        return [form.cleaned_data for form in self.forms if form.has_changed()]


def row_formset(form: type[RowForm], *, most: int, shown: int = 1) -> type[RowFormSet]:
    """A set of these rows, ``shown`` blank ones to begin with and ``most`` at the most."""
    made = forms.formset_factory(
        form, formset=RowFormSet, extra=0, max_num=most, absolute_max=most, validate_max=False
    )
    made.shown = shown  # type: ignore[attr-defined]
    return made  # type: ignore[return-value]


def typed_values(form: forms.BaseForm, data: Any) -> dict[str, Any]:
    """What somebody typed into a form, to show it again without judging it."""
    return {
        name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
    }


def typed_rows(formset: type[RowFormSet], prefix: str, data: Any) -> list[dict[str, Any]]:
    """What somebody typed into rows, blank ones included."""
    count = str(data.get(f"{prefix}-TOTAL_FORMS", ""))
    total = min(int(count), formset.max_num) if count.isdecimal() else 0
    return [typed_values(formset.form(prefix=f"{prefix}-{index}"), data) for index in range(total)]


def change_rows(rows: Sequence[dict[str, Any]], action: str, *, most: int) -> list[dict[str, Any]]:
    """The rows after a button was pressed: ``add`` brings a blank one, ``remove-2`` takes out the third."""
    word, _, number = action.partition("-")
    if word == "add" and len(rows) < most:
        return [*rows, {}]
    if word == "remove" and number.isdecimal():
        return [row for index, row in enumerate(rows) if index != int(number)]
    return list(rows)


def as_typed(
    formset: type[RowFormSet], prefix: str, rows: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Rows as a browser would send them; a blank one with what its fields begin with."""
    typed = {f"{prefix}-TOTAL_FORMS": [str(len(rows))], f"{prefix}-INITIAL_FORMS": ["0"]}
    for index, row in enumerate(rows):
        for name, field in formset.form.base_fields.items():
            value = row.get(name, field.initial if not row else None)
            if isinstance(field, forms.BooleanField):
                value = "on" if value else None
            if value:
                typed[f"{prefix}-{index}-{name}"] = [str(value)]
    return typed
