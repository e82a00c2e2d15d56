"""Every move a vacancy, a stage, an application, a sheet, a reference and an offer can make, as data.

One service assigns each status, after asking ``find_transition`` here. The diagram in
``docs/generated/states.md`` is built from these tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from core.domain.errors import DomainError
from core.domain.permissions import Permission


@dataclass(frozen=True, slots=True)
class Transition:
    """From one status to another: who may, and which event is written."""

    source: str
    target: str
    permission: Permission | None
    event: str


def _moves(
    sources: Iterable[str], target: str, permission: Permission | None, event: str
) -> tuple[Transition, ...]:
    return tuple(Transition(source, target, permission, event) for source in sources)


_P = Permission

VACANCY = (
    *_moves(["draft"], "published", _P.EDIT_VACANCIES, "vacancy_published"),
    *_moves(["published"], "closed", _P.EDIT_VACANCIES, "vacancy_closed"),
    *_moves(["closed"], "published", _P.EDIT_VACANCIES, "vacancy_reopened"),
    *_moves(["published", "closed"], "filled", _P.MAKE_OFFERS, "vacancy_filled"),
    *_moves(["filled"], "published", _P.MAKE_OFFERS, "offer_reopened"),
    *_moves(["filled"], "closed", _P.MAKE_OFFERS, "offer_reopened"),
    *_moves(["published", "closed"], "not_filled", _P.EDIT_VACANCIES, "vacancy_ended"),
)

STAGE = (
    *_moves(["preparing"], "scoring", _P.EDIT_VACANCIES, "scoring_opened"),
    *_moves(["scoring"], "unsealed", _P.UNSEAL_SCORES, "scores_unsealed"),
    *_moves(["unsealed"], "decided", _P.DECIDE_SHORTLIST, "stage_decided"),
)

APPLICATION = (
    *_moves(["received", "reserve", "not_shortlisted"], "shortlisted", _P.DECIDE_SHORTLIST, "decision_made"),
    *_moves(["received", "shortlisted", "reserve"], "not_shortlisted", _P.DECIDE_SHORTLIST, "decision_made"),
    *_moves(["received", "shortlisted", "not_shortlisted"], "reserve", _P.DECIDE_SHORTLIST, "decision_made"),
    *_moves(["shortlisted", "reserve"], "offered", _P.MAKE_OFFERS, "offer_made"),
    *_moves(["offered"], "appointed", _P.MAKE_OFFERS, "offer_accepted"),
    *_moves(["offered"], "withdrawn", _P.MAKE_OFFERS, "offer_declined"),
    *_moves(["offered"], "shortlisted", _P.MAKE_OFFERS, "offer_withdrawn"),
    *_moves(["shortlisted", "reserve"], "not_appointed", _P.DECIDE_APPOINTMENT, "decision_made"),
    *_moves(["not_appointed"], "shortlisted", _P.DECIDE_APPOINTMENT, "decision_made"),
    *_moves(
        ["received", "shortlisted", "reserve"], "withdrawn", _P.ENTER_APPLICATIONS, "application_withdrawn"
    ),
    *_moves(["withdrawn"], "received", _P.ENTER_APPLICATIONS, "application_reinstated"),
    *_moves(["withdrawn"], "shortlisted", _P.ENTER_APPLICATIONS, "application_reinstated"),
    *_moves(["withdrawn"], "reserve", _P.ENTER_APPLICATIONS, "application_reinstated"),
    *_moves(["appointed"], "offered", _P.MAKE_OFFERS, "offer_reopened"),
)

SHEET = (
    *_moves(["open"], "submitted", _P.SCORE_APPLICATIONS, "sheet_submitted"),
    *_moves(["open"], "recused", _P.SCORE_APPLICATIONS, "sheet_recused"),
)

REFERENCE = (
    *_moves(["not_requested"], "requested", _P.RECORD_EVIDENCE, "reference_moved"),
    *_moves(["not_requested", "requested"], "received", _P.RECORD_EVIDENCE, "reference_moved"),
    *_moves(["received"], "verified", _P.RECORD_EVIDENCE, "reference_moved"),
    *_moves(["not_requested", "requested", "received"], "declined", _P.RECORD_EVIDENCE, "reference_moved"),
    *_moves(["declined"], "requested", _P.RECORD_EVIDENCE, "reference_moved"),
)

OFFER = (
    *_moves(["made"], "accepted", _P.MAKE_OFFERS, "offer_accepted"),
    *_moves(["accepted"], "made", _P.MAKE_OFFERS, "offer_reopened"),
    *_moves(["made"], "declined", _P.MAKE_OFFERS, "offer_declined"),
    *_moves(["made"], "withdrawn", _P.MAKE_OFFERS, "offer_withdrawn"),
)

MACHINES: dict[str, tuple[Transition, ...]] = {
    "vacancy": VACANCY,
    "stage": STAGE,
    "application": APPLICATION,
    "sheet": SHEET,
    "reference": REFERENCE,
    "offer": OFFER,
}


def find_transition(machine: str, source: str, target: str) -> Transition:
    """The move from source to target; raises ``DomainError`` ``impossible_move`` where there is none."""
    for transition in MACHINES[machine]:
        if transition.source == source and transition.target == target:
            return transition
    words = (machine, source.replace("_", " "), target.replace("_", " "))
    raise DomainError("impossible_move", "The {} cannot go from “{}” to “{}”.".format(*words))
