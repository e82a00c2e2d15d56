"""The linter's remarks about a document under review, by the keys of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.domain.linter.dismissals import Dismissal, find_dismissal, words_of
from recruitment.domain.linter.lint import lint_criteria, lint_lines
from recruitment.domain.linter.remarks import Remark
from recruitment.domain.person_specification import DocumentLine, SourceLine
from recruitment.domain.rows import Row


@dataclass(frozen=True, slots=True)
class DraftRemark:
    """A remark, the rows it is about, the words it is known by, and why it was let stand (if it was)."""

    remark: Remark
    keys: tuple[int, ...]
    words: str
    reason: str = ""

    @property
    def message(self) -> str:
        about = f"“{self.remark.quote}”: " if self.remark.quote else ""
        return f"{about}{self.remark.why}"


def remark_on(
    kept: Sequence[Row], lines: Sequence[DocumentLine], dismissals: Sequence[Dismissal]
) -> tuple[DraftRemark, ...]:
    """Remarks on the kept rows, then on the lines of the document that no kept row was read from."""
    read = {(row.page, row.line) for row in kept if row.line}
    others = [
        (SourceLine(line.page, line.line), line.text) for line in lines if (line.page, line.line) not in read
    ]
    texts = [row.text for row in kept]
    found = []
    for remark in (*lint_criteria(kept), *lint_lines(others)):
        words = words_of(remark, texts)
        dismissed = find_dismissal(dismissals, remark.code, words)
        keys = tuple(kept[place].key for place in remark.criteria)
        found.append(DraftRemark(remark, keys, words, dismissed.reason if dismissed else ""))
    return tuple(found)
