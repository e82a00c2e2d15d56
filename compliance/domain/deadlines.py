"""By when a request about somebody's own data is to be answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain.dates import add_months, in_words, next_working_day_on_or_after

MONTHS, EXTENDED_MONTHS = 1, 3


class DeadlineKind(StrEnum):
    SUBJECT_ACCESS_REQUEST = "subject_access_request"


@dataclass(frozen=True, slots=True)
class Deadline:
    """``due_date`` is the law's; by ``respond_by`` the regulator still counts an answer as in time."""

    due_date: date
    respond_by: date
    reason: str


def subject_access_deadline(received_date: date, *, extended: bool | None) -> Deadline:
    """One calendar month from the day of receipt, or three where the time has been extended.

    The months are counted at once, from the day of receipt: 31 January is due on 28 February, extended on
    30 April. An extension is something the school has told the person, so one month holds while it is not
    known. ``respond_by`` moves to the next working day in England, on or after the due day.
    """
    due = add_months(received_date, EXTENDED_MONTHS if extended else MONTHS)
    respond_by = next_working_day_on_or_after(due)
    return Deadline(due, respond_by, " ".join(_sentences(due, respond_by, extended=extended)))


def _sentences(due: date, respond_by: date, *, extended: bool | None) -> list[str]:
    months = "three calendar months, as extended," if extended else "one calendar month"
    said = [f"A subject access request is answered within {months} of its receipt: by {in_words(due)}."]
    if respond_by != due:
        said.append(f"That is no working day, so an answer on {in_words(respond_by)} is still in time.")
    if extended is None:
        said.append(
            "Whether the time was extended is not known; if the person has been told so, it is three months."
        )
    return said
