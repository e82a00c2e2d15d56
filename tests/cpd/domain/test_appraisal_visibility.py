"""What must hold of the table whatever it says line by line."""

from itertools import product

import pytest

from cpd.domain.appraisal_states import Part, State
from cpd.domain.appraisal_visibility import (
    VISIBLE,
    WRITER,
    Reading,
    Side,
    first_read,
    is_written_by,
    may_read,
    reading_of,
    states_read,
)


def test_the_table_has_a_line_for_every_state_part_and_side() -> None:
    assert set(VISIBLE) == set(product(State, Part, Side))


@pytest.mark.parametrize(("state", "part", "side"), list(product(State, Part, Side)))
def test_drafts_are_read_by_their_writer_and_nobody_else(state: State, part: Part, side: Side) -> None:
    assert may_read(state, part, side, is_shared=False) == (WRITER[side] is part)


@pytest.mark.parametrize(("state", "side"), list(product(State, Side)))
def test_the_two_read_what_is_shared_in_every_state(state: State, side: Side) -> None:
    assert [may_read(state, part, side, is_shared=True) for part in (Part.APPRAISEE, Part.APPRAISER)] == [
        True,
        True,
    ]


@pytest.mark.parametrize("side", Side)
def test_the_head_reads_from_the_final_review_on_and_hr_from_the_signatures_on(side: Side) -> None:
    finished = {State.SIGNED, State.APPEALED, State.APPEAL_DECIDED, State.CLOSED}
    assert set(states_read(Part.MODERATOR, side, Reading.SHARED)) == finished | {State.FINAL_DRAFTED}
    assert set(states_read(Part.HR, side, Reading.SHARED)) == finished


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part.APPRAISEE, State.PLANNED),
        (Part.APPRAISER, State.PLANNED),
        (Part.MODERATOR, State.FINAL_DRAFTED),
        (Part.HR, State.SIGNED),
    ],
)
@pytest.mark.parametrize("side", Side)
def test_first_read_is_what_the_page_says_of_a_side(part: Part, expected: State, side: Side) -> None:
    assert first_read(part, side) is expected


@pytest.mark.parametrize(("state", "side"), list(product(State, Side)))
def test_whoever_has_no_part_reads_nothing(state: State, side: Side) -> None:
    assert reading_of(state, None, side) is Reading.NOTHING
    assert not may_read(state, None, side, is_shared=True)
    assert not is_written_by(None, side)
