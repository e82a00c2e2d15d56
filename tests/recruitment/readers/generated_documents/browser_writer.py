"""A generated document as a PDF that a browser prints of the web page."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, PdfMargins, sync_playwright

_FIND_CHROMIUM = Path(__file__).parents[4] / "scripts" / "find-chromium"
_MARGINS: PdfMargins = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
_LOOK = """<style>
table { border-collapse: collapse; margin: 8px 0 }
td { padding: 4px 8px; vertical-align: %s }
.ruled td { border: 1px solid #555 }
</style>"""


def print_by_browser(paths: Sequence[Path]) -> None:
    """Web pages beside these paths become PDF files."""
    found = subprocess.run([_FIND_CHROMIUM], capture_output=True, text=True, check=False)  # noqa: S603
    if found.returncode:
        raise SystemExit("There is no Chromium here; take pdf in place of browser in --formats.")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found.stdout.strip(), chromium_sandbox=False)
        page = browser.new_page()
        for number, path in enumerate(paths):
            print_page(page, path.with_suffix(".html"), path, is_centred=number % 2 == 0)
        browser.close()


def print_page(page: Page, source: Path, path: Path, *, is_centred: bool) -> None:
    """Prints a web page as people do, on A4 and with its colours; cells are centred downwards or not."""
    page.set_content(_LOOK % ("middle" if is_centred else "top") + source.read_text(encoding="utf-8"))
    page.pdf(path=path, format="A4", print_background=True, margin=_MARGINS)
