"""What two windows both changed, as the review page asks about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.domain.review import Draft
from recruitment.domain.review_merge import Clash
from recruitment.domain.rows import list_kept


@dataclass(frozen=True, slots=True)
class ClashView:
    """A part by its name on the page, where it stands, and its words here and as they are saved."""

    part: str
    name: str
    anchor: str
    here: str
    there: str


def clash_views(draft: Draft, clashes: Sequence[Clash]) -> tuple[ClashView, ...]:
    """The parts in the order of the page; a row that is left out by now has no number and no place."""
    numbers = {row.key: number for number, row in enumerate(list_kept(draft.rows), start=1)}
    return tuple(
        ClashView(clash.part, _name(clash, numbers), _anchor(clash, numbers), clash.here, clash.there)
        for clash in clashes
    )


def say_clashes(views: Sequence[ClashView]) -> str:
    """What the bar says as long as they are open."""
    names = ", ".join(view.name for view in views[:3])
    more = f" and {len(views) - 3} more" if len(views) > 3 else ""
    return f"Not saved, another window changed it too: {names}{more}. Choose at the top of the page."


def _name(clash: Clash, numbers: dict[int, int]) -> str:
    if clash.row is not None:
        return f"Row {numbers[clash.row]}" if clash.row in numbers else "A row that is left out"
    kind, _, name = clash.part.partition("-")
    return f"Letter {name}" if kind == "key" else (name or kind).replace("_", " ").capitalize()


def _anchor(clash: Clash, numbers: dict[int, int]) -> str:
    if clash.row is not None:
        return f"row-{clash.row}" if clash.row in numbers else ""
    return "duty-0-texts" if clash.part == "duties" else clash.part
