"""Pages that draw more than any page of a document does, told before the library works through them.

The library takes some tenths of a millisecond and 5 KB for everything on a page. A full page of a job
document has 150 texts and 100 lines; a file of four kilobytes can hold a page of hundreds of thousands.
"""

import re

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value

MOST_TEXTS, MOST_LINES = 20_000, 50_000  # on a page
_TEXT_SHOWN = re.compile(rb"[)>\]]\s*(?:T[jJ]|['\"])(?=\s|$)")
_LINE_DRAWN = re.compile(rb"\d\s+(?:l|c|v|y|re)(?=\s|$)")


def is_too_dense(page: PDFPage) -> bool:
    """Whether a page would take too long to read. The guard bounds what its drawing inflates to."""
    drawing = b" ".join(stream_value(part).get_data() for part in page.contents)
    return len(_TEXT_SHOWN.findall(drawing)) > MOST_TEXTS or len(_LINE_DRAWN.findall(drawing)) > MOST_LINES
