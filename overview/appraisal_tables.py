"""The tables of appraisal as pages of the handbook: its moves, and who reads which side when."""

from cpd.domain.appraisal_states import MOVES, PART_LABELS, STATE_LABELS, Part, State
from cpd.domain.appraisal_visibility import READING_LABELS, VISIBLE, Side

GENERATED = "*Built by `make docs`; do not edit.*"


def list_appraisal_moves() -> list[str]:
    """The diagram and the table of moves, as lines of a page."""
    return [
        "## Appraisal",
        "",
        "```mermaid",
        "stateDiagram-v2",
        *(f"    {one.source} --> {one.target}: {one.event}" for one in MOVES),
        "```",
        "",
        "| from | to | by | event | reason |",
        "|---|---|---|---|---|",
        *(
            f"| {one.source} | {one.target} | {', '.join(part for part in Part if part in one.parts)} | "
            f"{one.event} | {'yes' if one.needs_reason else '–'} |"
            for one in MOVES
        ),
        "",
    ]


def visibility_page() -> str:
    """Who reads which side of a review in which state, from the table that queries and tests read too."""
    text = (
        "A review has two sides, written apart. A side is its writer's draft until it is shared; nobody "
        "reads the other's draft, in no state. Whoever has none of these parts, a line manager who is not "
        "the appraiser among them, finds no appraisal at all. Of several parts somebody has the first."
    )
    head = "| state | side | " + " | ".join(PART_LABELS[part] for part in Part) + " | nobody else |"
    rows = [
        f"| {STATE_LABELS[state]} | {side.value} | "
        + " | ".join(READING_LABELS[VISIBLE[state, part, side]] for part in Part)
        + " | – |"
        for state in State
        for side in Side
    ]
    rule = "|---|---|" + "---|" * (len(Part) + 1)
    return "\n".join(
        ["# Who reads which side of a review", "", GENERATED, "", text, "", head, rule, *rows, ""]
    )
