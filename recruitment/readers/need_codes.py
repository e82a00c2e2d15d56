"""Other codes than E and D for essential and desirable, where a note explains them: “Rank A = essential”."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recruitment.domain.specification_requirement import Requirement, requirement_of_head
from recruitment.readers.blocks import Block, Cell, Line, Row, Table

_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?<![Ss]ection )(?<![Pp]art )(?<![Ll]ist )(?<![Tt]able )(?P<code>[A-Z]|[0-9])\)?"
    r"\s*(?:=|–|—|-|:|\bmeans\b|\bis\b|\bare\b)\s*(?P<words>[A-Za-z]+(?: have)?)"
    r"(?=\s*(?:[.,;:)/–—-]|$|(?:and |or )?(?:[Rr]ank |[Cc]ode )?[A-Z0-9]\s*[=:–—-]))",
)
_COUNTS = re.compile(r"^(?:no|nr|number|ref|item|#|score|points|weight\w*)\W*$", re.IGNORECASE)
_LONGEST_NOTE = 40  # words
_FEWEST = 3  # cells with a code in one column
_WORDS: dict[Requirement, str] = {"essential": "Essential", "desirable": "Desirable"}


def read_need_codes(text: str) -> dict[str, Requirement]:
    """The codes of a note that explains both; E and D need no note."""
    if len(text.split()) > _LONGEST_NOTE:
        return {}
    pairs = [(found["code"], requirement_of_head(found["words"])) for found in _CODE.finditer(text)]
    codes = {code: need for code, need in pairs if need and code not in {"E", "D"}}
    return codes if set(codes.values()) == {"essential", "desirable"} else {}


def with_needs_in_words(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the words in place of the codes, in columns of tables that hold nothing else."""
    codes: dict[str, Requirement] = {}
    for block in blocks:
        texts = (
            [block.text]
            if isinstance(block, Line)
            else [cell.text for row in block.rows for cell in row.cells]
        )
        codes |= next((found for text in texts if (found := read_need_codes(text))), {})
    if not codes:
        return [*blocks]
    return [block if isinstance(block, Line) else _in_words(block, codes) for block in blocks]


def _in_words(table: Table, codes: Mapping[str, Requirement]) -> Table:
    width = max((len(row.cells) for row in table.rows), default=0)
    for place in range(width):
        column = [row.cells[place].text.strip() for row in table.rows if len(row.cells) == width]
        head, body = column[0] if column else "", [text for text in column[1:] if text]
        if head and not _COUNTS.match(head) and len(body) >= _FEWEST and all(text in codes for text in body):
            rows = (
                _row_in_words(row, place, codes) if len(row.cells) == width else row for row in table.rows
            )
            return replace(table, rows=tuple(rows))
    return table


def _row_in_words(row: Row, place: int, codes: Mapping[str, Requirement]) -> Row:
    cell = row.cells[place]
    if not cell.lines:
        return row
    said = codes.get(cell.text.strip())
    text = _WORDS[said] if said else f"{_WORDS['essential']}/{_WORDS['desirable']}"
    changed = Cell((replace(cell.lines[0], text=text),), cell.span, cell.merged)
    return replace(row, cells=(*row.cells[:place], changed, *row.cells[place + 1 :]))
