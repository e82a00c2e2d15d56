"""What stands against a check of the right to work, gravest first.

What is wrong stops it. What a check consists of and nobody has recorded (the document, the route, the
day, whether the original was seen, the expiry on the digital route) leaves open whether it counts. A
defect nobody has recorded (a clipped corner, an expiry seen by hand, the age of a share code) does not
unmake it: whoever made the check would have noted it, so that is a warning. A limit or a share code that
is missing stops it, for without them there is nothing that could count.

A check is judged by the rules of the day it was made; one with no day by those of the edition asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import RULES_HELD_FROM, DocumentList, Route
from compliance.domain.sources import right_to_work as sources
from core.domain.dates import in_words
from core.domain.sources import LegalSource

SHARE_CODE = re.compile(r"W[A-Z0-9]{8}")
SHARE_CODE_DAYS = 90


class Effect(IntEnum):
    """What a problem does to a check, in rising order of gravity."""

    WARNS = 0
    LEAVES_OPEN = 1
    STOPS = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """``needs`` names the fact that is missing, where one is."""

    code: str
    effect: Effect
    reason: str
    source: LegalSource
    needs: str | None = None


def find_problems(check: RightToWorkCheck, *, edition: date) -> tuple[Problem, ...]:
    """Everything that stands against a check, those that stop it first.

    Of a document that is no evidence at all only that is said: no route or day would mend it.
    """
    on = check.made_on or edition
    of_document = list(_document_problems(check, on))
    if check.document and check.document.refusal:
        return tuple(of_document)
    found = [
        *of_document,
        *_clipped_problems(check, on),
        *_route_problems(check),
        *_expiry_problems(check, on),
        *_share_code_problems(check, on),
        *_limit_problems(check),
        *_day_problems(check),
    ]
    return tuple(sorted(found, key=lambda problem: -problem.effect))


def _document_problems(check: RightToWorkCheck, on: date) -> Iterator[Problem]:
    document = check.document
    if document is None:
        yield _DOCUMENT_NOT_KNOWN
    elif document.ruled_from and on < document.ruled_from:
        yield Problem(
            "older_document_rules",
            Effect.LEAVES_OPEN,
            f"Whether {document.title} counted before {in_words(document.ruled_from)} is not held here: "
            "see the guide of that day, and keep the record of the check.",
            document.source,
        )
    elif document.refusal:
        yield Problem("document_not_acceptable", Effect.STOPS, document.refusal, document.source)


_DOCUMENT_NOT_KNOWN = Problem(
    "document_not_known",
    Effect.LEAVES_OPEN,
    "Which document was checked is not known: record it.",
    sources.LISTS,
    needs="document",
)


def _clipped_problems(check: RightToWorkCheck, on: date) -> Iterator[Problem]:
    document = check.document
    if document is None or not document.is_passport or check.clipped is False:
        return
    if check.is_refused_as_clipped(on):
        yield Problem(
            "clipped",
            Effect.STOPS,
            "A British or Irish passport with a clipped corner has been cancelled and is not accepted. Ask "
            "for another document.",
            sources.LISTS_2025,
        )
    elif check.clipped:
        yield Problem(
            "clipped_elsewhere",
            Effect.WARNS,
            "A clipped corner usually means that a passport was cancelled. The rule held here refuses "
            "British and Irish ones, since 12 February 2025: make sure that this one counted.",
            sources.LISTS_2025,
        )
    elif document.refused_when_clipped:
        yield Problem(
            "clipped_not_known",
            Effect.WARNS,
            "Whether a corner of the passport is clipped is not recorded. A clipped one is not accepted.",
            sources.LISTS_2025,
            needs="clipped",
        )


def _route_problems(check: RightToWorkCheck) -> Iterator[Problem]:
    document = check.document
    if check.route is None:
        yield _ROUTE_NOT_KNOWN
    elif document and check.route not in document.routes:
        fitting = " or ".join(_ROUTES[route] for route in document.routes)
        yield Problem(
            "wrong_route",
            Effect.STOPS,
            f"A check {_ROUTES[check.route]} does not fit {document.title}, and gives no excuse. "
            f"It is checked {fitting}.",
            sources.WRONG_ROUTE,
        )
    if check.route == Route.MANUAL and check.original_seen is not True:
        yield _ORIGINAL_NOT_KNOWN if check.original_seen is None else _ORIGINAL_NOT_SEEN


_ROUTES = {
    Route.MANUAL: "by hand",
    Route.ONLINE: "with the online service",
    Route.DIGITAL: "with a digital verification service",
    Route.EMPLOYER_CHECKING_SERVICE: "with the Employer Checking Service",
}
_ROUTE_NOT_KNOWN = Problem(
    "route_not_known",
    Effect.LEAVES_OPEN,
    "How the check was made is not known: by hand, online, with a digital verification service or with the "
    "Employer Checking Service.",
    sources.ROUTES,
    needs="route",
)
_ORIGINAL_NOT_KNOWN = Problem(
    "original_not_known",
    Effect.LEAVES_OPEN,
    "Whether the original was seen is not recorded. By hand only an original counts.",
    sources.ROUTES,
    needs="original_seen",
)
_ORIGINAL_NOT_SEEN = Problem(
    "original_not_seen",
    Effect.STOPS,
    "The original was not seen. A photograph, a scan or a copy does not count: see the original with the "
    "person there or on live video.",
    sources.ROUTES,
)


def _expiry_problems(check: RightToWorkCheck, on: date) -> Iterator[Problem]:
    document, is_digital = check.document, check.route == Route.DIGITAL
    if document is None or not (is_digital or document.must_be_current):
        return
    if check.document_expiry is None:
        yield Problem(
            "expiry_not_known",
            Effect.LEAVES_OPEN if is_digital else Effect.WARNS,
            "The expiry of the document is not recorded. It counts only where it had not expired.",
            sources.ROUTES if is_digital else document.source,
            needs="document_expiry",
        )
    elif check.document_expiry < on:
        yield Problem(
            "document_expired",
            _stops_if_dated(check),
            f"The document expired on {in_words(check.document_expiry)}. "
            + (
                "A digital verification service needs one that is valid."
                if is_digital
                else f"What counts is {document.title}, while it is current."
            ),
            sources.ROUTES if is_digital else document.source,
        )


def _stops_if_dated(check: RightToWorkCheck) -> Effect:
    """What has expired by now had perhaps not on the day of a check nobody has dated."""
    return Effect.STOPS if check.made_on else Effect.LEAVES_OPEN


def _share_code_problems(check: RightToWorkCheck, on: date) -> Iterator[Problem]:
    if check.route != Route.ONLINE:
        return
    if check.share_code is None:
        yield _share_code("share_code_missing", "An online check needs the share code of the person.")
        return
    if not SHARE_CODE.fullmatch(check.share_code):
        yield _share_code(
            "share_code_malformed",
            "A share code for work has nine characters without spaces, capital letters and figures, and "
            "begins with W. Ask for a new one.",
        )
    created = check.share_code_created
    if created is None:
        yield _SHARE_CODE_AGE_NOT_KNOWN
    elif on < created:
        yield _share_code(
            "share_code_not_yet_created",
            f"The share code was created on {in_words(created)}, after the check. Correct the dates.",
            _stops_if_dated(check),
        )
    elif on > (last := created + timedelta(days=SHARE_CODE_DAYS)):
        yield _share_code(
            "share_code_expired",
            f"The share code could be used for {SHARE_CODE_DAYS} days, until {in_words(last)}. Ask for a new "
            "one.",
            _stops_if_dated(check),
        )


def _share_code(code: str, reason: str, effect: Effect = Effect.STOPS) -> Problem:
    return Problem(code, effect, reason, sources.SHARE_CODE)


_SHARE_CODE_AGE_NOT_KNOWN = Problem(
    "share_code_age_not_known",
    Effect.WARNS,
    f"When the share code was created is not recorded. It can be used for {SHARE_CODE_DAYS} days.",
    sources.SHARE_CODE,
    needs="share_code_created",
)


def _limit_problems(check: RightToWorkCheck) -> Iterator[Problem]:
    """A limit that is missing, or that had passed before the check or the start, whichever is later."""
    if check.list not in {DocumentList.B1, DocumentList.B2}:
        return
    is_notice = check.list == DocumentList.B2
    if check.limit is None:
        yield _NOTICE_MISSING if is_notice else _PERMISSION_END_MISSING
        return
    known = [day for day in (check.made_on, check.start_date) if day]
    if known and check.limit < max(known):
        what = "verification notice carried" if is_notice else "permission lasted"
        yield Problem(
            "verification_lapsed" if is_notice else "permission_ended",
            Effect.STOPS,
            f"The {what} until {in_words(check.limit)}, which is before the check or the start. Check anew.",
            sources.FOLLOW_UP,
        )


_PERMISSION_END_MISSING = Problem(
    "permission_end_missing",
    Effect.STOPS,
    "The permission is limited, and its last day is not recorded: without it the check does not count.",
    sources.FOLLOW_UP,
    needs="permission_end",
)
_NOTICE_MISSING = Problem(
    "verification_missing",
    Effect.STOPS,
    "There is no date of a Positive Verification Notice: without the notice the check does not count.",
    sources.FOLLOW_UP,
    needs="pvn_date",
)


def _day_problems(check: RightToWorkCheck) -> Iterator[Problem]:
    made_on, start = check.made_on, check.start_date
    if made_on is None:
        yield _DAY_NOT_KNOWN
        return
    if start and made_on > start:
        yield Problem(
            "checked_late",
            Effect.STOPS,
            f"The check was made on {in_words(made_on)}, after the start on {in_words(start)}. A check after "
            "the first day is too late for it; a follow-up is asked about without the start.",
            sources.BEFORE_THE_FIRST_DAY,
        )
    elif made_on == start:
        yield _ON_THE_FIRST_DAY
    if made_on < RULES_HELD_FROM:
        yield _OLDER_RULES


_DAY_NOT_KNOWN = Problem(
    "check_date_not_known",
    Effect.LEAVES_OPEN,
    "The day of the check is not recorded. It has to be made, and dated, before the first day of work.",
    sources.BEFORE_THE_FIRST_DAY,
    needs="checked_date",
)
_ON_THE_FIRST_DAY = Problem(
    "checked_on_first_day",
    Effect.WARNS,
    "The check was made on the first day. Make sure it was before work began, and check earlier next time.",
    sources.BEFORE_THE_FIRST_DAY,
)
_OLDER_RULES = Problem(
    "older_rules",
    Effect.WARNS,
    f"The check was made before {in_words(RULES_HELD_FROM)}, under older rules. It is judged here by the "
    "later ones.",
    sources.ROUTES,
)
