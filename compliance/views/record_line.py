"""One line of the central record in words, cell by cell, for the page and for the drawer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from compliance.domain.central_record import STATE_LABELS, STATE_MEANINGS, Cell, CellState, Column
from compliance.domain.held_checks import HeldCheck
from compliance.domain.record_lists import place_of
from compliance.domain.record_privacy import birth_date_told, destruction_told, evidence_told, number_told
from compliance.domain.requirement import POLICY, Status
from compliance.enums import CheckOrigin
from compliance.selectors.central_record import RecordLine
from core.domain.sources import LegalSource
from core.models import School

TONES = {
    CellState.COMPLETE: "good",
    CellState.MISSING: "danger",
    CellState.NOT_PERMITTED: "danger",
    CellState.EXPIRED: "danger",
    CellState.EXPIRING: "warning",
    CellState.LATE: "warning",
    CellState.DATE_MISSING: "warning",
    CellState.TO_CONSIDER: "warning",
    CellState.ASKED_FOR: "waiting",
    CellState.UNDECIDED: "waiting",
    CellState.POLICY: "neutral",
    CellState.NOT_REQUIRED: "neutral",
}
RULE_WORDS = {
    Status.REQUIRED: "Required",
    Status.SHOULD: "Guidance asks for it",
    Status.ASSURANCE: "Confirmed in writing by the agency or provider",
    Status.NOT_REQUIRED: "Not required",
    Status.NOT_PERMITTED: "Must not be asked for",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One check, as far as it may be told."""

    check: HeldCheck
    number: str
    evidence: str
    origin: str
    destroyed: str = ""


@dataclass(frozen=True, slots=True)
class CellStory:
    """A cell in words: what it says, the checks behind it, the rule and where the rule comes from."""

    column: Column
    cell: Cell
    word: str
    meaning: str
    tone: str
    rule: str
    sources: tuple[LegalSource, ...]
    told: tuple[Told, ...]


def show_line(
    request: HttpRequest,
    school: School,
    found: RecordLine,
    *,
    form: Form,
    masked: bool,
    columns: Sequence[Column],
    may_record: bool = False,
) -> HttpResponse:
    """The page of a line, or of the one cell that ``criterion`` names; in the drawer where htmx asks."""
    place = place_of(request.GET.get("criterion", ""), len(columns))
    pairs = list(zip(columns, found.line.cells, strict=False))
    wanted = pairs if place is None else pairs[place : place + 1]
    context = {
        "school": school,
        "line": found.line,
        "engaged": found.line.engaged,
        "birth_date": birth_date_told(found.line.engaged.birth_date, masked=masked),
        "stories": [tell_cell(found, column, cell, masked=masked) for column, cell in wanted],
        "is_single": place is not None,
        "masked": masked,
        "may_record": may_record,
        "form": form,
        "at": form.moment(),  # type: ignore[attr-defined]
        "query": "?" + moment if (moment := moment_query(request)) else "",
    }
    partial = "#drawer" if request.htmx else ""  # type: ignore[attr-defined]
    return render(request, f"compliance/record/line.html{partial}", context)


def moment_query(request: HttpRequest) -> str:
    kept = request.GET.copy()
    for name in set(kept) - {"day", "time"}:
        del kept[name]
    return kept.urlencode()


def tell_cell(found: RecordLine, column: Column, cell: Cell, *, masked: bool) -> CellStory:
    """The story of one cell."""
    behind = set(cell.held.ids) if cell.held else set()
    return CellStory(
        column=column,
        cell=cell,
        word=STATE_LABELS[cell.state],
        meaning=STATE_MEANINGS[cell.state],
        tone=TONES[cell.state],
        rule=rule_in_words(cell),
        sources=cell.requirement.sources,
        told=tuple(
            tell_check(column, check, masked=masked) for check in found.held if behind & set(check.ids)
        ),
    )


def tell_check(column: Column, check: HeldCheck, *, masked: bool) -> Told:
    return Told(
        check=check,
        number=number_told(column.check, check.number, masked=masked),
        evidence=evidence_told(column.check, check.evidence),
        destroyed=destruction_told(column.check, check.evidence_destroyed_date),
        origin="" if check.origin in {"", CheckOrigin.ENTERED} else CheckOrigin(check.origin).label,
    )


def rule_in_words(cell: Cell) -> str:
    status = cell.requirement.status
    if status == Status.DEPENDS:
        return "Your policy decides" if set(cell.requirement.needs) == {POLICY} else "Depends on the post"
    return RULE_WORDS[status]
