"""The parts of an application form put together: all on one page, or a few on each step."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from django import forms

from recruitment.domain.application_form import (
    ApplicationData,
    PersonData,
    QualificationData,
    RefereeData,
    StatementData,
)
from recruitment.forms.applications import (
    CircumstancesForm,
    DeclarationForm,
    EducationForm,
    GapForm,
    HistoryRows,
    PersonForm,
    QualificationRows,
    RefereeRows,
    StatementsForm,
)
from recruitment.forms.rows import RowFormSet, change_rows, typed_rows, typed_values
from recruitment.models import Vacancy, VacancyCriterion

type Part = forms.BaseForm | RowFormSet
type Parts = dict[str, Any]

ROWS: Mapping[str, type[RowFormSet]] = {
    "qualifications": QualificationRows,
    "history": HistoryRows,
    "referees": RefereeRows,
}
_FORMS: Mapping[str, type[forms.Form]] = {
    "person": PersonForm,
    "education": EducationForm,
    "gaps": GapForm,
    "statements": StatementsForm,
    "circumstances": CircumstancesForm,
    "declaration": DeclarationForm,
}
_STRICT = {"person", "education", "statements", "circumstances", "declaration"}
ALL_PARTS = (
    "person",
    "education",
    "qualifications",
    "history",
    "gaps",
    "statements",
    "referees",
    "circumstances",
    "declaration",
)
EVIDENCE_PARTS = {"education", "qualifications", "history", "gaps", "statements"}


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What the parts are made for: the criteria to be answered, and how much must be.

    ``strict`` is for candidates: every essential answered, contact and declarations given. Whoever types
    in a form on paper leaves out what it leaves out, and always has room for one statement.
    """

    asked: tuple[VacancyCriterion, ...]
    strict: bool = False

    @classmethod
    def of(cls, vacancy: Vacancy, *, strict: bool = False, answered: Collection[int] = ()) -> "Blueprint":
        """``answered`` are criteria that have an answer already, asked for or not."""
        criteria = vacancy.criteria.order_by("position", "pk")
        asked = [
            one
            for one in criteria
            if one.pk in answered or (vacancy.statement_per_criterion and "A" in one.evidence)
        ]
        return cls(tuple(asked), strict)

    def make(self, key: str, *, data: Any = None, initial: Any = None) -> Part:
        """One part, its fields named after it; judged against ``data`` where that is given."""
        if key in ROWS:
            return ROWS[key](data=data, initial=initial, prefix=key)
        extra: dict[str, Any] = {"strict": self.strict} if key in _STRICT else {}
        if key == "statements":
            extra["criteria"] = self.asked
        return _FORMS[key](data=data, initial=initial, prefix=key, **extra)


def judged(keys: Iterable[str], blueprint: Blueprint, data: Any) -> Parts:
    """The parts with what was typed, ready to be asked whether they are valid."""
    return {key: blueprint.make(key, data=data) for key in keys}


def shown_again(keys: Iterable[str], blueprint: Blueprint, data: Any, *, button: str = "") -> Parts:
    """The parts with what was typed and no judgement; ``button`` (``history-remove-2``) changes rows."""
    wanted, _, action = button.partition("-")
    parts: Parts = {}
    for key in keys:
        if key in ROWS:
            rows = typed_rows(ROWS[key], key, data)
            if key == wanted:
                rows = change_rows(rows, action, most=ROWS[key].max_num)
            parts[key] = blueprint.make(key, initial=rows)
        else:
            blank = cast(forms.BaseForm, blueprint.make(key))
            parts[key] = blueprint.make(key, initial=typed_values(blank, data))
    return parts


def filled_in(keys: Iterable[str], blueprint: Blueprint, data: ApplicationData) -> Parts:
    """The parts with what is stored."""
    values = asdict(data)
    history = [row | {"is_current": not row["ended"]} for row in values["history"]]
    statements = {
        f"criterion_{one.criterion_id}" if one.criterion_id else "general": one.text
        for one in data.statements
    }
    words = {True: "yes", False: "no", None: ""}
    circumstances = {
        name: words[values[name]] if name in {"is_related_to_school", "has_lived_abroad"} else values[name]
        for name in CircumstancesForm.base_fields
    }
    initial = {
        "person": values["person"],
        "education": values,
        "qualifications": values["qualifications"],
        "history": history,
        "gaps": values,
        "statements": statements,
        "referees": values["referees"],
        "circumstances": circumstances,
        "declaration": values,
    }
    return {key: blueprint.make(key, initial=initial[key]) for key in keys}


def are_valid(parts: Parts) -> bool:
    """Whether every part is; all are asked, so that every error shows at once."""
    verdicts = [part.is_valid() for part in parts.values()]
    return all(verdicts)


def all_forms(parts: Parts) -> list[forms.BaseForm]:
    """Every single form, in order, for the summary of errors."""
    return [
        form for part in parts.values() for form in (part.forms if isinstance(part, RowFormSet) else [part])
    ]


def data_in(parts: Parts, *, base: ApplicationData | None = None) -> ApplicationData:
    """The application that the parts, each valid, describe; parts that are not there come from ``base``."""
    changes: dict[str, Any] = {}
    for key, part in parts.items():
        changes |= _values_of(key, part)
    if base is None:
        return ApplicationData(**changes)
    return replace(base, **changes)


def _values_of(key: str, part: Any) -> dict[str, Any]:
    match key:
        case "person":
            return {"person": PersonData(**part.cleaned_data)}
        case "qualifications":
            return {key: tuple(QualificationData(**row) for row in part.rows())}
        case "history":
            return {key: tuple(form.entry() for form in part.forms if form.has_changed())}
        case "referees":
            return {key: tuple(RefereeData(**row) for row in part.rows())}
        case "statements":
            return {key: tuple(_statements(part.cleaned_data))}
    return dict(part.cleaned_data)


def _statements(answers: Mapping[str, str]) -> Iterable[StatementData]:
    for name, text in answers.items():
        if text:
            yield StatementData(text, int(name.removeprefix("criterion_")) if name != "general" else None)
