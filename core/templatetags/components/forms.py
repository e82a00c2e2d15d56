"""Form fields in one shape: label, hint, error, control; and the summary of what went wrong."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.components.registry import register
from core.templatetags.components.words import svg

WIDTHS = ("", "full", "short", "date", "number")
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
NUMBERS = (forms.IntegerField, forms.DecimalField, forms.FloatField)
MISSING = {
    "text": "Fill in “{}”.",
    "date": "Fill in “{}”.",
    "select": "Choose an answer for “{}”.",
    "group": "Choose an answer for “{}”.",
    "file": "Choose a file for “{}”.",
    "checkbox": "Tick “{}” to go on.",
}
DATE_HINT = "For example, 27/3/2027"


@register.inclusion_tag("core/components/field.html")
def field(
    *,
    field: BoundField,
    label: str = "",
    hint: str | None = "",
    width: str = "",
    inline: bool = False,
    drop: bool = False,
    needed: bool = False,
) -> dict[str, Any]:
    """One form field, whatever its widget. Set ``hx-…`` and the like on the widget, in the form.

    Without ``hint`` the field's help text is shown; ``None`` shows neither.
    ``needed`` is for a field that only another answer makes required: it is not called optional.
    ``inline`` lays choices side by side; ``drop`` makes a file field a zone to drop a file on.
    """
    if width not in WIDTHS:
        raise ValueError(f"unknown width {width!r}: use one of {', '.join(WIDTHS[1:])}")
    if label:
        relabel(field=field, label=label)
    hint = "" if hint is None else hint or str(field.help_text) or default_hint(field)
    described = described_by(field, hint)
    kind = kind_of(field)
    if kind == "date" and not width:
        width = "date"
    return {
        "field": field,
        "kind": kind,
        "errors": messages_of(field),
        "label": field.label,
        "hint": hint,
        "described": described,
        "optional": not (needed or field.field.required or kind == "checkbox"),
        "control": "" if kind == "group" else control(field, kind, described),
        "choices": list(choices_of(field)) if kind == "group" else [],
        "width": width,
        "inline": inline,
        "drop": drop,
    }


def kind_of(field: BoundField) -> str:
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, GROUPS):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.Select):
        return "select"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "date" if type(field.field) is forms.DateField else "text"


def default_hint(field: BoundField) -> str:
    return DATE_HINT if kind_of(field) == "date" else ""


def described_by(field: BoundField, hint: str) -> str:
    ids = []
    if hint:
        ids.append(f"{field.auto_id}_hint")
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    return " ".join(ids)


def control(field: BoundField, kind: str, described: str) -> SafeString:
    """The widget with our class and its descriptions. A placeholder is never the place for a label."""
    own = field.field.widget.attrs.get("class", "")
    css = {"checkbox": "form-check-input", "select": "form-select", "hidden": ""}.get(kind, "form-control")
    attrs: dict[str, Any] = {"class": f"{css} {own}".strip() or False, "placeholder": False}
    if described:
        attrs["aria-describedby"] = described
    if field.errors:
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs=attrs)


def messages_of(field: BoundField) -> list[str]:
    """The field's errors; where a form has left Django's own words, the label says which field is meant."""
    return [in_words(field, error) for error in field.errors.as_data()]


def in_words(field: BoundField, error: ValidationError) -> str:
    message = str(error.messages[0])
    if message == str(forms.Field.default_error_messages["required"]):
        return MISSING.get(kind_of(field), MISSING["text"]).format(field.label)
    if type(field.field) is forms.DateField and message == str(
        forms.DateField.default_error_messages["invalid"]
    ):
        return f"“{field.label}” must be a date, such as 27/3/2027."
    if isinstance(field.field, NUMBERS) and message == str(field.field.default_error_messages["invalid"]):
        return f"“{field.label}” must be a number."
    return message


def choices_of(field: BoundField) -> Iterator[dict[str, Any]]:
    """Radios and ticks one by one, each input beside its own label."""
    for choice in field:
        attrs = choice.data["attrs"]
        attrs["class"] = "form-check-input"
        if field.errors:
            attrs["aria-invalid"] = "true"
        yield {"tag": choice.tag(), "id": choice.id_for_label, "label": choice.choice_label}


@register.simple_tag
def relabel(*, field: BoundField, label: str) -> str:
    """Gives a field of somebody else's form our word, for its label and for its errors alike."""
    field.label = label
    return ""


@register.simple_block_tag
def fieldset(
    content: SafeString, *, legend: str, hint: str = "", error: str = "", large: bool = False
) -> SafeString:
    """Fields that belong together, under one question."""
    return format_html(
        '<fieldset class="fieldset{}"><legend>{}</legend>{}{}{}</fieldset>',
        " fieldset-large" if large else "",
        legend,
        format_html('<p class="hint">{}</p>', hint) if hint else "",
        error_line(text=error) if error else "",
        content,
    )


@register.simple_tag
def error_line(*, text: str) -> SafeString:
    return format_html(
        '<p class="field-error">{}<span><span class="visually-hidden">Error: </span>{}</span></p>',
        svg("exclamation-octagon-fill"),
        text,
    )


@register.inclusion_tag("core/components/error_summary.html")
def error_summary(
    *, form: forms.BaseForm | None = None, forms: Iterable[forms.BaseForm] = ()
) -> dict[str, Any]:
    """Everything that went wrong, on top of the page, each line a link to its field."""
    every = [*([form] if form is not None else []), *forms]
    return {"problems": [problem for one in every for problem in problems_of(one)]}


def problems_of(form: forms.BaseForm) -> Iterator[dict[str, str]]:
    for name, errors in form.errors.items():
        href = target_of(form[name]) if name in form.fields else ""
        for text in messages_of(form[name]) if name in form.fields else errors:
            yield {"text": str(text), "href": href}


def target_of(field: BoundField) -> str:
    """Where to jump: the first choice of a group, else the control; nowhere for a hidden field."""
    match kind_of(field):
        case "hidden":
            return ""
        case "group":
            return f"#{field.auto_id}_0"
    return f"#{field.auto_id}"
