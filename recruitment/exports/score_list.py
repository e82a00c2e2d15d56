"""Every score of a stage as CSV."""

import csv
from collections.abc import Iterable, Iterator
from itertools import batched

from core.domain.spreadsheet_text import guard_formula
from recruitment.models import Stage
from recruitment.selectors.score_export import iter_scores
from recruitment.selectors.stages import get_frame

HEADINGS = ("Candidate", "Scorer", "Criterion", "Requirement", "Weight", "Points", "Note")
ROWS_AT_A_TIME = 2000


class _Echo:
    """A file that hands each written row straight back."""

    def write(self, text: str) -> str:
        return text


def stream_score_list(stage: Stage) -> Iterator[str]:
    """The file in pieces. Points stay numbers; "cannot tell" is said in words, never as nought.

    Raises ``NotAllowed`` while scores are sealed.
    """
    scores = iter_scores(stage)
    criteria = {
        row.pk: (guard_formula(row.text), row.get_requirement_display(), row.weight)
        for row in get_frame(stage).rows
    }

    def rows() -> Iterable[tuple[object, ...]]:
        yield HEADINGS
        for line in scores:
            points = "cannot tell" if line.points is None else line.points
            note = guard_formula(line.note) if line.note else ""
            yield (line.code, guard_formula(line.scorer), *criteria[line.criterion_id], points, note)

    writer = csv.writer(_Echo())
    # A mark at the start tells Excel that the letters are Unicode.
    yield "\ufeff"
    for some in batched(rows(), ROWS_AT_A_TIME):
        yield "".join(writer.writerow(row) for row in some)
