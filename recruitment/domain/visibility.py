"""Who may see whose scores and which fields, and when: one table for query, page, API and export."""

from dataclasses import dataclass
from enum import StrEnum

from core.domain.errors import Denial


class Viewer(StrEnum):
    """What somebody is to a score sheet."""

    OWNER = "owner"
    PANEL = "panel"
    STAFF = "staff"


# A sheet's content, by the status of its stage. Owners always read their own.
SHEETS_VISIBLE: dict[tuple[str, Viewer], bool] = {
    ("preparing", Viewer.OWNER): True,
    ("preparing", Viewer.PANEL): False,
    ("preparing", Viewer.STAFF): False,
    ("scoring", Viewer.OWNER): True,
    ("scoring", Viewer.PANEL): False,
    ("scoring", Viewer.STAFF): False,
    ("unsealed", Viewer.OWNER): True,
    ("unsealed", Viewer.PANEL): True,
    ("unsealed", Viewer.STAFF): True,
    ("decided", Viewer.OWNER): True,
    ("decided", Viewer.PANEL): True,
    ("decided", Viewer.STAFF): True,
}

# The statuses of a stage in which anybody but the owner may read a sheet: what queries filter on.
OPEN_TO_OTHERS = frozenset(
    status for (status, viewer), visible in SHEETS_VISIBLE.items() if visible and viewer is not Viewer.OWNER
)

# Fields of an application a scorer may read while shortlisting is anonymous. What is not here is not queried.
ANONYMOUS_APPLICATION = ("id", "code")
ANONYMOUS_QUALIFICATION = ("title", "subject", "grade")
ANONYMOUS_HISTORY = ("kind", "job_title", "started", "ended", "duties", "reason_for_leaving")
ANONYMOUS_STATEMENT = ("criterion_id", "text")

# Added once names may be known: shortlisting is decided, or the vacancy is not anonymous.
NAMED_APPLICATION = (
    *ANONYMOUS_APPLICATION,
    "person__given_name",
    "person__family_name",
    "education_ended",
    "received_at",
    "gap_explanation",
)
NAMED_QUALIFICATION = (*ANONYMOUS_QUALIFICATION, "awarding_place", "awarded")
NAMED_HISTORY = (*ANONYMOUS_HISTORY, "organisation")


@dataclass(frozen=True, slots=True)
class EvidenceFields:
    """The columns a panel's queries may select."""

    application: tuple[str, ...]
    qualification: tuple[str, ...]
    history: tuple[str, ...]
    statement: tuple[str, ...]


def shows_names(*, is_anonymous: bool, shortlist_decided: bool) -> bool:
    """Interviews meet people by name; anonymous shortlisting does not."""
    return shortlist_decided or not is_anonymous


def is_scored_blind(*, is_anonymous: bool, stage_kind: str, stage_status: str) -> bool:
    """Whether the panel of a stage is meant not to know who stands behind a code: until it has decided.

    Tasks and interviews open once shortlisting is decided, and then names are known.
    """
    return is_anonymous and stage_kind == "application" and stage_status != "decided"


def evidence_fields(*, is_anonymous: bool, shortlist_decided: bool) -> EvidenceFields:
    """The allow-list for a panel's reading."""
    if not shows_names(is_anonymous=is_anonymous, shortlist_decided=shortlist_decided):
        return EvidenceFields(
            ANONYMOUS_APPLICATION, ANONYMOUS_QUALIFICATION, ANONYMOUS_HISTORY, ANONYMOUS_STATEMENT
        )
    return EvidenceFields(NAMED_APPLICATION, NAMED_QUALIFICATION, NAMED_HISTORY, ANONYMOUS_STATEMENT)


def deny_view_of_results(stage_status: str) -> Denial | None:
    """Totals, order, counts and the grid are nobody's before the stage is unsealed."""
    if stage_status in OPEN_TO_OTHERS:
        return None
    return Denial(
        "sealed",
        "Scores are sealed. They open together when every panel member has submitted, or stood aside from, "
        "every sheet.",
    )


def deny_unsealing(*, stage_status: str, sheets_open: int, members: int) -> Denial | None:
    """Unsealing needs a stage in scoring, two panel members at least, and nothing outstanding."""
    if stage_status != "scoring":
        return Denial("not_scoring", "This stage is not being scored, so there are no scores to open.")
    if members < 2:
        return Denial(
            "too_few_members", "At least two people must score independently before scores are opened."
        )
    if sheets_open:
        return Denial(
            "sheets_outstanding",
            "Scores stay sealed until every panel member has submitted, or stood aside from, every sheet.",
        )
    return None
