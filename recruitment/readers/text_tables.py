"""Tables as they arrive in pasted text: tabs, pipes, wide spaces, slashes, or one cell a line."""

import re
from collections.abc import Sequence

from recruitment.readers.column_heads import is_joint_head
from recruitment.readers.raw_lines import RawLine, Taken
from recruitment.readers.text_dumps import take_flat
from recruitment.readers.text_pipes import take_pipes
from recruitment.readers.text_slashes import take_slashes
from recruitment.readers.text_spaces import take_wide_spaces
from recruitment.readers.text_tabs import take_tabs
from recruitment.readers.text_vertical import take_vertical


def take_table(lines: Sequence[RawLine], start: int) -> Taken | None:
    """The table that begins at a line and the index after it, or None; a table always takes a line."""
    taken = _take(lines, start)
    return taken if taken is not None and taken[1] > start else None


def _take(lines: Sequence[RawLine], start: int) -> Taken | None:
    text = lines[start].text
    if "\t" in text.strip():
        return take_tabs(lines, start)
    if text.lstrip().startswith("|"):
        return take_pipes(lines, start)
    if re.search(r"\S {2,}\S", text) and (taken := take_wide_spaces(lines, start)):
        return taken
    if is_joint_head(text) and (taken := take_vertical(lines, start)):
        return taken  # its slash stands in a head, not between cells
    if re.search(r"(?:^|\s)/(?:\s|$)", text) and (taken := take_slashes(lines, start)):
        return taken
    return take_flat(lines, start) or take_vertical(lines, start)
