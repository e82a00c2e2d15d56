"""docs/benchmarks.md: a heading for each part that is measured, under it a section for each database."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"


def replace_section(text: str, heads: tuple[str, ...], head: str, section: str) -> str:
    """The page with one database's section of one part replaced, and everything else as it was.

    ``heads`` are the headings of all parts with the words under them, in their order; ``head`` is one of
    them. A section begins with its title, ``## SQLite``.
    """
    sections = {known: _sections_under(text, known) for known in heads}
    title = section.split("\n", 1)[0]
    others = [one for one in sections[head] if one.split("\n", 1)[0] != title]
    sections[head] = sorted([section.rstrip() + "\n", *others], reverse=True)
    return "\n".join("\n".join([known, *sections[known]]) for known in heads if sections[known])


def _sections_under(text: str, head: str) -> list[str]:
    title = head.split("\n", 1)[0]
    parts = re.split(r"^(?=# )", text, flags=re.M)
    part = next((one for one in parts if one.startswith(f"{title}\n")), "")
    return [one.rstrip() + "\n" for one in re.split(r"^(?=## )", part, flags=re.M)[1:]]
