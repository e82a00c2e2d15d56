"""Undo leads back exactly, step by step, and remembers no more than it must."""

from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.row_undo import STEPS_KEPT, Step, go_back, push, step_between
from recruitment.domain.rows import Row, Rows, add, join, leave_out, split

ROWS: Rows = tuple(Row(key, f"Criterion {key} | of many", line=key) for key in range(1, 5))


def test_a_step_holds_only_the_rows_that_changed() -> None:
    step = step_between("leaving a row out", ROWS, leave_out(ROWS, [3]))

    assert step == Step("leaving a row out", (1, 2, 3, 4), (ROWS[2],))


def test_nothing_changed_is_no_step() -> None:
    assert step_between("saving", ROWS, ROWS) is None
    assert push((), None) == ()


def test_the_oldest_step_is_given_up() -> None:
    steps: tuple[Step, ...] = ()
    for number in range(STEPS_KEPT + 1):
        steps = push(steps, Step(str(number), (), ()))

    assert len(steps) == STEPS_KEPT
    assert steps[0].label == "1"


def test_going_back_keeps_what_was_typed_into_other_rows_since() -> None:
    step = step_between("leaving a row out", ROWS, leave_out(ROWS, [3]))
    assert step is not None
    typed = tuple(Row(1, "Typed since", line=1) if row.key == 1 else row for row in leave_out(ROWS, [3]))

    assert go_back(typed, step) == (Row(1, "Typed since", line=1), *ROWS[1:])


@given(st.lists(st.tuples(st.sampled_from("salj"), st.integers(0, 3)), max_size=15))
def test_undo_leads_back_through_every_state(edits: list[tuple[str, int]]) -> None:
    states, steps = [ROWS], ()
    for name, place in edits:
        rows = states[-1]
        key = rows[place % len(rows)].key
        if name == "s":
            after = split(rows, key, ["one", "two"])
        elif name == "a":
            after = add(rows, key)
        elif name == "l":
            after = leave_out(rows, [key])
        else:
            after = join(rows, rows[0].key) if sum(not row.is_left_out for row in rows[1:]) else rows
        step = step_between(name, rows, after)
        if step is not None:
            steps = push(steps, step)
            states.append(after)

    rows = states.pop()
    for step in reversed(steps):
        rows = go_back(rows, step)
        assert rows == states.pop()
    assert states == []
