"""Turns a typst template and its facts into a tagged PDF (PDF/UA-1)."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def render_pdf(template: Path, facts: dict[str, Any], *, now: datetime) -> bytes:
    """Compile a template, which reads ``facts.json`` and may import ``style.typ``, and nothing else.

    ``now`` is the moment written into the file's properties.
    """
    import typst  # noqa: PLC0415 (a heavy library that most requests never need)

    # Several files at once work, but are missing from the types of the library.
    files = {
        "main": template.read_bytes(),
        "style.typ": (HERE / "style.typ").read_bytes(),
        "facts.json": json.dumps(facts, ensure_ascii=False).encode(),
    }
    return typst.compile(  # type: ignore[call-overload]
        files,
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(now.timestamp()),
    )
