"""The shape of a score sheet's input, from the whole page or from one cell of it."""

from collections.abc import Mapping

from core.domain.errors import DomainError
from recruitment.domain.sheets import Answer
from recruitment.selectors.stages import ScoringFrame

CANNOT_TELL = "cannot_tell"
LONGEST_POINTS = 3


def read_answers(data: Mapping[str, str], frame: ScoringFrame) -> list[Answer]:
    """The answers that the input holds, for the criteria it mentions and no others.

    A criterion is mentioned by ``note-<id>`` or ``points-<id>``; mentioned without points, it is
    unscored. Raises ``DomainError`` with the field where points are no number.
    """
    cleared = data.get("clear", "")
    answers = []
    for row in frame.rows:
        points, note = data.get(f"points-{row.pk}"), data.get(f"note-{row.pk}")
        if points is None and note is None:
            continue
        given = "" if cleared == str(row.pk) else (points or "")
        answers.append(
            Answer(
                row.pk,
                points=read_points(given, field=f"points-{row.pk}"),
                cannot_tell=given == CANNOT_TELL,
                note=(note or "").replace("\r\n", "\n").strip(),
            )
        )
    return answers


def read_points(given: str, *, field: str) -> int | None:
    """The number chosen, or None for none or *cannot tell*."""
    if given in {"", CANNOT_TELL}:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= LONGEST_POINTS):
        raise DomainError("not_points", "Choose one of the points offered.", field)
    return int(given)


# Why somebody stands aside; the first two say enough without further words.
RECUSAL_KINDS = (
    ("recognise", "I recognise this person"),
    ("related", "I am related to, or close to, this person"),
    ("other", "Another reason"),
)


def read_recusal_reason(data: Mapping[str, str]) -> str:
    """The kind of reason and the words to it, as one sentence; empty where neither is given."""
    words = data.get("reason", "").strip()
    kind = data.get("kind", "")
    label = dict(RECUSAL_KINDS).get(kind, "") if kind != "other" else ""
    return ": ".join(part for part in (label, words) if part)
