"""The public application form: its steps, and when each of them is complete."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict

from recruitment.domain.application_form import HistoryData, find_history_gaps
from recruitment.domain.history import Gap
from recruitment.domain.history_line import gap_dates, gap_days
from recruitment.domain.partial_dates import read_partial_date
from recruitment.forms.application_parts import (
    ROWS,
    Blueprint,
    Parts,
    all_forms,
    are_valid,
    data_in,
    judged,
    shown_again,
)
from recruitment.forms.rows import RowFormSet, as_typed, change_rows, typed_rows

FEWEST_REFEREES = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the form, known in its address by ``slug``."""

    slug: str
    title: str
    parts: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step("about-you", "About you", ("person",)),
    Step("education", "Education and qualifications", ("education", "qualifications")),
    Step("employment", "What you have done since", ("history", "gaps")),
    Step("statement", "How you meet the criteria", ("statements",)),
    Step("referees", "Referees", ("referees",)),
    Step("declarations", "Last questions", ("circumstances", "declaration")),
)
STEP_BY_SLUG: Mapping[str, Step] = {step.slug: step for step in STEPS}

type Typed = Mapping[str, Sequence[str]]


def as_data(typed: Typed) -> QueryDict:
    """What was typed, as forms read it."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, list(values))
    for prefix, formset in ROWS.items():  # there is always a blank row to begin with
        count = data.get(f"{prefix}-TOTAL_FORMS", "")
        data[f"{prefix}-TOTAL_FORMS"] = str(max(int(count) if count.isdecimal() else 0, formset.shown))
        data[f"{prefix}-INITIAL_FORMS"] = "0"
    return data


def show_step(step: Step, blueprint: Blueprint, typed: Typed) -> Parts:
    """The parts of a step with what was typed there so far, not judged."""
    if not typed:
        return {key: blueprint.make(key) for key in step.parts}
    return shown_again(step.parts, blueprint, as_data(typed))


def judge_step(step: Step, blueprint: Blueprint, typed: Typed, *, education_ended: str, today: date) -> Parts:
    """The parts of a step with every error a candidate has to put right before sending."""
    parts = judged(step.parts, blueprint, as_data(typed))
    if are_valid(parts):
        if "referees" in parts:
            _judge_referees(parts["referees"])
        gaps = gaps_in(typed, education_ended=education_ended, today=today) if "gaps" in parts else ()
        if gaps and not parts["gaps"].cleaned_data["gap_explanation"]:
            parts["gaps"].add_error("gap_explanation", "Say what you did in the gaps, in your own words.")
    return parts


def is_complete(parts: Parts) -> bool:
    """Whether nothing is left to put right. Asking again would lose the errors that were added."""
    return not any(form.errors for form in all_forms(parts))


def application_in(steps: Iterable[Parts]) -> Any:
    """The application that the complete steps describe together."""
    together: Parts = {}
    for parts in steps:
        together |= parts
    return data_in(together)


def gaps_in(typed: Typed, *, education_ended: str, today: date) -> tuple[Gap, ...]:
    """The certain gaps in the entries typed so far, those with impossible dates passed over."""
    entries = []
    for row in typed_rows(ROWS["history"], "history", as_data(typed)):
        try:
            started = str(read_partial_date(row["started"] or ""))
            ended = "" if row["is_current"] else str(read_partial_date(row["ended"] or ""))
        except ValueError:
            continue
        entry = HistoryData(row["kind"] or "other", started, ended)
        if not ended or started[:7] <= ended[:7]:
            entries.append(entry)
    gaps = find_history_gaps(entries, education_ended=education_ended, until=today)
    return tuple(gap for gap in gaps if gap.certain)


def gaps_in_words(gaps: Iterable[Gap]) -> list[tuple[str, str]]:
    return [(gap_dates(gap), gap_days(gap)) for gap in gaps]


def education_ended_in(typed: Typed) -> str:
    """When education ended, if that was typed and can be read; nothing otherwise."""
    values = typed.get("education-education_ended") or [""]
    try:
        return str(read_partial_date(values[-1])) if values[-1].strip() else ""
    except ValueError:
        return ""


def press_row_button(typed: Typed, button: str, *, gaps: Sequence[Gap] = ()) -> dict[str, list[str]]:
    """What was typed, after a button that adds or removes a row, or adds one for a gap."""
    prefix, _, action = button.partition("-")
    if prefix not in ROWS:
        return {name: list(values) for name, values in typed.items()}
    formset = ROWS[prefix]
    rows = typed_rows(formset, prefix, as_data(typed))
    word, _, number = action.partition("-")
    if word == "gap" and number.isdecimal() and int(number) < len(gaps):
        rows = [*_without_blank(rows), _row_for(gaps[int(number)])]
    else:
        rows = change_rows(rows, action, most=formset.max_num)
    others = {name: list(values) for name, values in typed.items() if not name.startswith(f"{prefix}-")}
    return others | as_typed(formset, prefix, rows)


def _row_for(gap: Gap) -> dict[str, Any]:
    return {"kind": "other", "started": f"{gap.from_date:%m/%Y}", "ended": f"{gap.to_date:%m/%Y}"}


def _without_blank(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row.get("started") or row.get("job_title") or row.get("organisation")]


def _judge_referees(referees: RowFormSet) -> None:
    filled = cast(list[forms.Form], [form for form in referees.forms if form.has_changed()])
    for form in filled:
        if not form.cleaned_data["email"] and not form.cleaned_data["phone"]:
            form.add_error("email", "Give an e-mail address or a telephone number for this referee.")
    if len(filled) < FEWEST_REFEREES:
        blank = next(form for form in referees.forms if not form.has_changed())
        blank.add_error("name", "Name two referees, one of them your present or most recent employer.")
