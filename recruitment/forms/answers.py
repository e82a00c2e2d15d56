"""Everything typed into the public form, in words, for checking before it is sent."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from recruitment.forms.application_parts import Parts
from recruitment.forms.public import Step
from recruitment.forms.rows import RowFormSet

type Answer = tuple[str, str]

_ROW_WORDS = {"qualifications": "Qualification", "history": "Entry", "referees": "Referee"}


def answers_of(step: Step, parts: Parts) -> list[Answer]:
    """Label and words of each answer on a step; several of a row together, right or wrong as typed."""
    return [answer for key in step.parts for answer in _answers(key, parts[key])]


def _answers(key: str, part: Any) -> Iterator[Answer]:
    if not isinstance(part, RowFormSet):
        for field in part:
            yield str(field.label), _words(field)
        return
    filled = [form for form in part.forms if form.has_changed()]
    for number, form in enumerate(filled, start=1):
        yield f"{_ROW_WORDS[key]} {number}", "\n".join(_row_lines(form))
    if not filled:
        yield f"{_ROW_WORDS[key]}s" if key != "history" else "Entries", ""


def _row_lines(form: forms.BaseForm) -> Iterator[str]:
    for field in form:
        words = _words(field)
        if words and not (isinstance(field.field, forms.BooleanField) and words == "No"):
            yield f"{field.label}: {words}"


def _words(field: BoundField) -> str:
    value = field.value()
    if isinstance(field.field, forms.BooleanField):
        return "Yes" if value else "No"
    if isinstance(field.field, forms.ChoiceField):
        return str(dict(field.field.choices).get(value, ""))  # type: ignore[arg-type]
    return str(value or "")
