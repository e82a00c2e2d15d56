"""How the right to work was checked, as far as the words of a workbook say it.

A passport seen is a check by hand, a share code one online. Words that name two routes, or none, leave the
route open: nothing is guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from compliance.domain.check_entry import CheckEntry, RightToWorkEntry
from compliance.domain.right_to_work_documents import Route

_ROUTES: Mapping[Route, re.Pattern[str]] = {
    Route.ONLINE: re.compile(r"\bshare[ -]?code\b|\be-?visa\b|\bon-?line\b", re.IGNORECASE),
    Route.MANUAL: re.compile(r"\bpassports?\b|\b(?:birth|naturalisation) certificate\b", re.IGNORECASE),
    Route.DIGITAL: re.compile(r"\bIDSP\b|\bIDVT\b|\bdigital verification\b", re.IGNORECASE),
    Route.EMPLOYER_CHECKING_SERVICE: re.compile(
        r"\bemployer checking service\b|\bpositive verification notice\b|\bPVN\b", re.IGNORECASE
    ),
}
_SHARE_CODE = re.compile(r"\b[WRS][A-Z0-9]{2}[ -]?[A-Z0-9]{3}[ -]?([A-Z0-9]{3})\b")
_SAID_CODE = re.compile(rf"(?:\b[Ss]hare[ -]?code:? *)?{_SHARE_CODE.pattern}")
_DOCUMENT_LENGTH = 60


def with_route(entry: CheckEntry, words: str, ends: date | None) -> CheckEntry:
    """The check with its route where the words say it, and with the day the permission ends.

    That day is the law's where the check was online; of a document it may be the document's own, so it is
    then only a day on which to look again.
    """
    route = _route_in(words)
    is_ahead = ends is not None and not (entry.done_date and ends <= entry.done_date)
    by_law = ends if is_ahead and route == Route.ONLINE else None
    if route is not None:
        code = _SHARE_CODE.search(words)
        shown = RightToWorkEntry(
            route=route.value,
            document=_SHARE_CODE.sub("", words).strip(" ,:;-")[:_DOCUMENT_LENGTH].strip() or "Share code",
            permission_end=by_law,
            share_code=code[1] if code else "",
        )
        entry = replace(entry, right_to_work=shown)
    if ends is None or not is_ahead or by_law:
        return entry
    note = f"The workbook says that the permission to work ends on {ends:%d/%m/%Y}."
    return replace(entry, recheck_date=ends, note=note)


def _route_in(words: str) -> Route | None:
    """The one route that the words name. A bare share code names it too."""
    named = [route for route, pattern in _ROUTES.items() if pattern.search(words)]
    if not named and _SHARE_CODE.fullmatch(words.strip()):
        return Route.ONLINE
    return named[0] if len(named) == 1 else None


def without_share_code(text: str) -> str:
    """A share code is a secret: only its last characters stay."""
    return _SAID_CODE.sub(r"share code ending \1", text)
