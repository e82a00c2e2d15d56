"""Whatever lines and tables stand beside each other, they are read, and nothing is read that is not there."""

import re
from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from core.domain.errors import DomainError
from recruitment.readers.blocks import Block, Cell, Line, Row, Table
from recruitment.readers.reader import read_blocks
from tests.recruitment.readers.samples import HERE, line, table

# What the stages look for, so that tables of it take their rarer turns.
TEXTS = st.sampled_from(
    """
    Essential; Desirable; Criteria; Evidence; How assessed; Weighting; Notes; % of time; E; D; X; ✓; A; I;
    A/I; A, I, R; 1; 1.; High; 60%; Yes; |; •; Application form; Interview;
    Key: A = application, I = interview; Main duties; Job purpose; Job description; Person specification;
    Other requirements; Qualifications; Experience; Knowledge and skills; Personal qualities; Job title;
    Job title: Teaching Assistant; Grade; Scale 4; Responsible to; Head teacher; Mill Lane Primary School;
    Good GCSEs; Able to drive; Patience (E); Stays calm – essential;
    1. Prepares the budget. 2. Pays the bills.; To help children learn.; Essential: a first aid certificate
    """.replace("\n", " ").split(";")
).map(str.strip)
LINES = st.builds(
    line,
    TEXTS,
    marker=st.sampled_from(["", "", "bullet", "number"]),
    bold=st.booleans(),
    level=st.integers(0, 1),
)
CELLS = st.builds(Cell, st.lists(LINES, max_size=3).map(tuple), span=st.sampled_from([1, 1, 1, 2]))
ROWS = st.builds(Row, st.lists(CELLS, min_size=1, max_size=5).map(tuple), st.just(HERE))
TABLES = st.builds(Table, st.lists(ROWS, min_size=1, max_size=5).map(tuple), gapped=st.booleans())
DUTIES = table(["", "Main duties"], ["Finance", "1. Prepares the budget."], ["Premises", "1. Lets the hall."])


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def words_in(blocks: Sequence[Block]) -> set[str]:
    lines = [block for block in blocks if isinstance(block, Line)]
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    texts = [*(one.text for one in lines), *(cell.text for row in rows for cell in row.cells)]
    return words_of(" ".join(texts))


@given(st.lists(st.one_of(LINES, TABLES), min_size=1, max_size=4))
@example([DUTIES])
def test_any_blocks_are_read_and_nothing_is_made_up(blocks: list[Block]) -> None:
    try:
        reading = read_blocks(blocks)
    except DomainError as error:
        code, reading = error.code, None
    if reading is None:
        assert code == "empty"
        return
    said = [*(one.text for one in reading.criteria), *(duty.text for duty in reading.profile.duties)]
    assert words_of(" ".join(said)) <= words_in(blocks)
    assert all(text.strip() for text in said)
    assert {one.requirement for one in reading.criteria} <= {"essential", "desirable", None}
