"""Tables as they arrive in pasted text: tabs, pipes, wide spaces, slashes, or one cell a line."""

import re
from collections.abc import Callable, Iterator, Sequence

from recruitment.readers.column_heads import is_joint_head
from recruitment.readers.headings import names_specification
from recruitment.readers.raw_lines import RawLine, Taken
from recruitment.readers.text_cells import take_cells
from recruitment.readers.text_copied import take_copied
from recruitment.readers.text_dumps import take_flat
from recruitment.readers.text_groups import take_grouped
from recruitment.readers.text_led import take_led
from recruitment.readers.text_pipes import take_open_pipes, take_pipes
from recruitment.readers.text_printed import take_printed
from recruitment.readers.text_slashes import take_slashes
from recruitment.readers.text_spaces import take_wide_spaces
from recruitment.readers.text_stacked import take_stacked
from recruitment.readers.text_tabs import is_tabbed_key, take_tabs
from recruitment.readers.text_turned import take_turned
from recruitment.readers.text_vertical import take_vertical

# “Essential (E) / Desirable (D)” heads no columns, alone on a line or behind “Person specification”.
_EXPLAINS_LETTERS = re.compile(
    r"^(?P<title>(?:[^()=]{0,60}\w)?)\W{0,9}(?:essential \(E\)\W{1,3}desirable \(D\)|"
    r"E ?[=–-] ?essential\W{1,9}D ?[=–-] ?desirable)\W*$",
    re.IGNORECASE,
)


def take_table(lines: Sequence[RawLine], start: int) -> Taken | None:
    """The table that begins at a line and the index after it, or None; a table always takes a line."""
    taken = _take(lines, start)
    return taken if taken is not None and taken[1] > start else None


def _take(lines: Sequence[RawLine], start: int) -> Taken | None:
    text = lines[start].text
    if "\t" in text.rstrip() and not is_tabbed_key(text):
        return take_cells(lines, start) or take_tabs(lines, start)
    if text.lstrip().startswith("|"):
        return take_printed(lines, start) or take_pipes(lines, start)
    return next((taken for way in _ways(text) if (taken := way(lines, start))), None)


def _is_title(text: str) -> bool:
    return not text.strip() or names_specification(text.strip())


def _ways(text: str) -> Iterator[Callable[[Sequence[RawLine], int], Taken | None]]:
    """The readers whose signs a line shows, the surest first; tables without any sign come last."""
    if (explains := _EXPLAINS_LETTERS.match(text)) and _is_title(explains["title"]):
        return
    if "|" in text:
        yield take_printed
    if " | " in text:
        yield take_open_pipes
    if re.search(r"\S {2,}\S", text):
        yield take_turned
        yield take_wide_spaces
    yield take_grouped
    yield take_led
    if is_joint_head(text):
        yield take_copied
        yield take_stacked
        yield take_vertical  # its slash stands in a head, not between cells
    if re.search(r"(?:^|\s)/(?:\s|$)", text):
        yield take_slashes
    yield take_flat
    yield take_copied
    yield take_stacked
    yield take_vertical
