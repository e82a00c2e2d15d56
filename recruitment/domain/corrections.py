"""What a correction changed in an application: each thing as it read before and as it reads since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A line of history: how a row stood from this moment on. ``is_deleted``: it was taken out then."""

    at: datetime
    values: Mapping[str, str]
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` is None for what was added, ``after`` for what was taken out."""

    what: str
    before: str | None
    after: str | None


def list_changes(name: str, rows: Sequence[KeptRow]) -> Iterable[tuple[datetime, Change]]:
    """The changes of one row, from its lines of history in their order, each with its moment.

    The first line adds the row, as its receipt does too: which moments are corrections the caller knows.
    """
    if rows and not rows[0].is_deleted:
        yield rows[0].at, Change(name, None, _in_one(rows[0].values))
    for earlier, later in pairwise(rows):
        if later.is_deleted:
            yield later.at, Change(name, _in_one(earlier.values), None)
            continue
        for label, after in later.values.items():
            before = earlier.values[label]
            if before != after:
                yield later.at, Change(f"{name}: {label}" if label else name, before, after)


def _in_one(values: Mapping[str, str]) -> str:
    return "\n".join(f"{label}: {text}" if label else text for label, text in values.items() if text)
