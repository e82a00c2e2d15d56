"""The rules of accessibility, asked of a page in the browser."""

import os

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# More than half of the time goes into the contrast of every letter. The gallery, which shows every component,
# is always asked about it; the pages are where the build server runs (scripts/test says so).
LEFT_OUT = () if os.environ.get("CI") else ("color-contrast",)
# Begun when the call has been answered: until then the test could do nothing else.
START = """([context, options]) => {
    window.asked = new Promise(begin => setTimeout(begin)).then(() => axe.run(context, options));
}"""


def start_asking(page: Page, *, without: tuple[str, ...] = LEFT_OUT, passing: tuple[str, ...] = ()) -> None:
    """Begin to ask; the test goes on meanwhile, but must leave the page as it is.

    ``without`` names rules that are not asked, ``passing`` elements that are passed over, by CSS.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # What is not broken is not told, or a page of a thousand elements answers with each of them.
    options = {
        "runOnly": {"type": "tag", "values": list(RULES)},
        "rules": {rule: {"enabled": False} for rule in without},
        "resultTypes": ["violations"],
    }
    page.evaluate(START, [{"include": ["html"], "exclude": list(passing)}, options])


def broken_rules(page: Page) -> list[str]:
    """What came of ``start_asking``: one line for each element that breaks a rule, with where."""
    violations = page.evaluate("asked.then(results => results.violations)")
    return [
        f"{broken['id']} ({broken['impact']}): {node['target']}"
        for broken in violations
        for node in broken["nodes"]
    ]
