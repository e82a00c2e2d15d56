"""Which row of a corrected list continues which row of the list before."""

from collections.abc import Sequence


def match_rows[T](before: Sequence[T], after: Sequence[T]) -> list[int | None]:
    """For each row afterwards the place of the row before that it continues; None for a new one.

    Rows that read the same belong together, wherever they stand; what is left is paired in its order. So
    one row taken out of the middle is one row taken out, and not a change to every row after it.
    """
    left = list(range(len(before)))
    origins: list[int | None] = []
    for row in after:
        same = next((place for place in left if before[place] == row), None)
        if same is not None:
            left.remove(same)
        origins.append(same)
    for place, origin in enumerate(origins):
        if origin is None and left:
            origins[place] = left.pop(0)
    return origins
