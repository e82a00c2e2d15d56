"""An application as it is written down, whoever writes it: candidate, HR officer or a spreadsheet's row.

Dates are a day or a month as text, ``2024-09-15`` or ``2024-09``; an empty end is still going on.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from core.domain.dates import DayOrMonth
from core.domain.errors import Denial, DomainError
from recruitment.domain.history import Gap, Kind, Occupation, find_gaps

MOST_QUALIFICATIONS = 30
MOST_HISTORY_ENTRIES = 60
MOST_REFEREES = 4
EARLIEST_YEAR = 1930
SCORES_OPENED = frozenset({"unsealed", "decided"})


@dataclass(frozen=True, slots=True)
class PersonData:
    """Who applies and how to reach them. Scorers never see any of it while shortlisting is anonymous."""

    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    address: str = ""
    former_names: str = ""


@dataclass(frozen=True, slots=True)
class QualificationData:
    title: str
    subject: str = ""
    grade: str = ""
    awarding_place: str = ""
    awarded: str = ""


@dataclass(frozen=True, slots=True)
class HistoryData:
    """One job, course or other span of time."""

    kind: str
    started: str
    ended: str = ""
    organisation: str = ""
    job_title: str = ""
    duties: str = ""
    reason_for_leaving: str = ""


@dataclass(frozen=True, slots=True)
class StatementData:
    """What was written in support of one criterion, or of all where ``criterion_id`` is None."""

    text: str
    criterion_id: int | None = None


@dataclass(frozen=True, slots=True)
class RefereeData:
    name: str
    job_title: str = ""
    organisation: str = ""
    relationship: str = ""
    email: str = ""
    phone: str = ""
    is_current_employer: bool = False
    may_contact_before_interview: bool = True


@dataclass(frozen=True, slots=True)
class ApplicationData:
    """A whole application. None for a yes-or-no question means it was not answered."""

    person: PersonData
    qualifications: tuple[QualificationData, ...] = ()
    history: tuple[HistoryData, ...] = ()
    statements: tuple[StatementData, ...] = ()
    referees: tuple[RefereeData, ...] = ()
    education_ended: str = ""
    gap_explanation: str = ""
    wants_guaranteed_interview: bool = False
    interview_adjustments: str = ""
    is_related_to_school: bool | None = None
    relationship_details: str = ""
    has_lived_abroad: bool | None = None
    is_declared_true: bool = False


def check_application(data: ApplicationData, *, criterion_ids: Collection[int]) -> None:
    """Raise ``DomainError`` for what no application may hold, however it arrived.

    A name; dates that are dates, in order; statements once each and about criteria of this vacancy.
    """
    if not data.person.given_name.strip() or not data.person.family_name.strip():
        raise DomainError("name_missing", "Give the first name and the last name.", "given_name")
    check_partial_date(data.education_ended, "education_ended")
    for entry in data.history:
        check_history_entry(entry)
    about = [statement.criterion_id for statement in data.statements]
    if len(set(about)) < len(about):
        raise DomainError(
            "statement_twice", "There are two statements about the same criterion.", "statements"
        )
    if not {number for number in about if number is not None} <= set(criterion_ids):
        raise DomainError(
            "statement_elsewhere", "A statement is about a criterion of another vacancy.", "statements"
        )


def check_history_entry(entry: HistoryData) -> None:
    """Raise ``DomainError`` where an entry has no start, an impossible date, or ends before it starts."""
    if not entry.started:
        raise DomainError("start_missing", "Say when this started. A month and a year will do.", "started")
    check_partial_date(entry.started, "started")
    check_partial_date(entry.ended, "ended")
    if _occupation(entry).is_reversed:
        raise DomainError("ends_before_start", "This ends before it starts. Check both dates.", "ended")


def check_partial_date(text: str, field: str) -> None:
    """Raise ``DomainError`` where a text is neither empty nor a day or month of a likely year."""
    if not text:
        return
    try:
        parsed = DayOrMonth.parse(text)
    except ValueError:
        parsed = None
    if parsed is None or parsed.earliest.year < EARLIEST_YEAR:
        raise DomainError("not_a_date", "Give a month and a year, such as 09/2024.", field)


def find_history_gaps(
    history: Collection[HistoryData], *, education_ended: str, until: date
) -> tuple[Gap, ...]:
    """The gaps a panel has to ask about, up to the day the application was received."""
    return find_gaps(
        [_occupation(entry) for entry in history],
        education_ended=DayOrMonth.parse(education_ended) if education_ended else None,
        until=DayOrMonth.on(until),
    )


def _occupation(entry: HistoryData) -> Occupation:
    return Occupation(
        DayOrMonth.parse(entry.started),
        DayOrMonth.parse(entry.ended) if entry.ended else None,
        Kind(entry.kind),
    )


def is_late(*, received_date: date, closes_date: date) -> bool:
    """The closing day itself is in time."""
    return received_date > closes_date


def deny_applying_online(
    *, status: str, shortlisting_status: str, opens_date: date, closes_date: date, today: date
) -> Denial | None:
    """The public form is open for a published vacancy on its opening day, its closing day and between.

    Not once the shortlisting scores are opened, whatever the days: nobody could score the application then.
    """
    if status == "draft":
        return Denial("not_published", "There is no vacancy at this address.")
    if status in {"filled", "not_filled"}:
        return Denial("vacancy_ended", "This vacancy has ended. Thank you for your interest.")
    if status == "closed" or today > closes_date or shortlisting_status in SCORES_OPENED:
        return Denial(
            "closed", "Applications for this post have closed. Please contact the school if you need to."
        )
    if today < opens_date:
        return Denial("not_open_yet", "Applications for this post have not opened yet.")
    return None


def deny_entering(*, vacancy_status: str, shortlisting_status: str) -> Denial | None:
    """HR may enter what arrived on paper, late ones too, until the shortlisting scores are opened."""
    if vacancy_status not in {"published", "closed"}:
        return Denial(
            "vacancy_not_running",
            "Applications can be entered while a vacancy is published or closed, not before and not after.",
        )
    if shortlisting_status in SCORES_OPENED:
        return Denial(
            "scores_open",
            "The shortlisting scores have been opened, so a further application could no longer be scored "
            "on equal terms. Keep it on file and tell the candidate.",
        )
    return None


def deny_withdrawing(status: str) -> Denial | None:
    """An application is withdrawn until an offer is made; from then on the candidate declines the offer."""
    if status != "offered":
        return None
    return Denial(
        "offer_made", "This candidate has been made an offer. Record on the offer that they decline it."
    )


def deny_changing_evidence(shortlisting_status: str) -> Denial | None:
    """What scorers read stands still once scoring has opened."""
    if shortlisting_status == "preparing":
        return None
    return Denial(
        "scoring_open",
        "Scoring has opened, so what the panel reads can no longer change: everybody scores the same words. "
        "Names, contact details, referees and adjustments can still be corrected.",
    )
