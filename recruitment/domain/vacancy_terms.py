"""The terms of a vacancy as somebody fills them in, and what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.domain.errors import DomainError
from recruitment.domain.pre_offer_questions import deny_question

MOST_POINTS = 10
LONGEST_LABEL = 100
MOST_INTERVIEWS = 50
FIXED_TERM_REASON_MISSING = "Say why the post is for a fixed term, such as maternity cover."


@dataclass(frozen=True, slots=True)
class VacancyTerms:
    """Everything about a vacancy that a person types. Dates are inclusive: both days take applications.

    ``scale_labels`` holds one wording for each point from ``scale_min`` to ``scale_max``;
    ``essential_threshold`` is the fewest points at which an essential criterion is met.
    """

    title: str
    reference: str
    opens_date: date
    closes_date: date
    scale_labels: tuple[str, ...]
    scale_min: int = 0
    scale_max: int = 3
    essential_threshold: int = 1
    shortlist_size: int = 6
    summary: str = ""
    contract_type: str = "permanent"
    fixed_term_reason: str = ""
    hours: str = ""
    salary: str = ""
    start_date: date | None = None
    end_date: date | None = None
    interview_date: date | None = None
    is_anonymous: bool = True
    statement_per_criterion: bool = True


def is_fixed_term(contract: str) -> bool:
    """Whether a document's words on the contract speak of a fixed term, as "temporary" does."""
    return re.search(r"\b(?:fixed[ -]?term|temporary|maternity cover)\b", contract, re.IGNORECASE) is not None


def check_terms(terms: VacancyTerms) -> None:
    """Raise the first ``DomainError`` of ``find_faults``; do nothing where there is none."""
    for fault in find_faults(terms):
        raise fault


def find_faults(terms: VacancyTerms) -> list[DomainError]:
    """Everything that must be put right before these terms can be saved, each with its field."""
    return [
        *_date_faults(terms),
        *_contract_faults(terms),
        *_scale_faults(terms),
        *_question_faults(terms),
    ]


def _date_faults(terms: VacancyTerms) -> Iterator[DomainError]:
    if terms.closes_date < terms.opens_date:
        yield DomainError(
            "dates_out_of_order", "The closing date cannot be before the opening date.", "closes_date"
        )
    if terms.interview_date and terms.interview_date <= terms.closes_date:
        yield DomainError(
            "interview_before_closing",
            "Applications are taken until the end of the closing date, so interviews come after it. "
            "Choose a later day, or leave it empty until you know.",
            "interview_date",
        )
    if terms.start_date and terms.start_date <= terms.closes_date:
        yield DomainError(
            "start_before_closing", "The post cannot start before applications close.", "start_date"
        )


def _contract_faults(terms: VacancyTerms) -> Iterator[DomainError]:
    fixed = terms.contract_type == "fixed_term"
    if fixed and not terms.fixed_term_reason.strip():
        yield DomainError("fixed_term_reason_missing", FIXED_TERM_REASON_MISSING, "fixed_term_reason")
    if terms.end_date and not fixed:
        yield DomainError(
            "end_without_fixed_term",
            "Only a fixed-term post has a last day. Take it out, or choose fixed term.",
            "end_date",
        )
    if terms.end_date and terms.start_date and terms.end_date <= terms.start_date:
        yield DomainError(
            "end_before_start", "The last day of the post must be after its first day.", "end_date"
        )


def _question_faults(terms: VacancyTerms) -> Iterator[DomainError]:
    """Questions put to candidates in the words on top of the form: none about health before an offer."""
    for question in re.findall(r"[^.?!\n]*\?", terms.summary):
        denial = deny_question(question)
        if denial is not None:
            yield DomainError(denial.code, denial.message, "summary")


def _scale_faults(terms: VacancyTerms) -> Iterator[DomainError]:
    points = terms.scale_max - terms.scale_min + 1
    if points < 2 or terms.scale_min < 0 or terms.scale_max > MOST_POINTS:
        yield DomainError(
            "scale_impossible",
            f"A scale rises from its lowest to its highest point, {MOST_POINTS} at most.",
            "scale_max",
        )
        return
    if len(terms.scale_labels) != points or not all(label.strip() for label in terms.scale_labels):
        yield DomainError(
            "scale_words_missing", "Give words for each point, so that every scorer means the same.", "scale"
        )
    elif len({label.strip().casefold() for label in terms.scale_labels}) < points:
        yield DomainError("scale_words_repeated", "Two points have the same words. Tell them apart.", "scale")
    if any(len(label) > LONGEST_LABEL for label in terms.scale_labels):
        yield DomainError(
            "scale_words_long", f"Keep the words for a point to {LONGEST_LABEL} characters.", "scale"
        )
    if not terms.scale_min < terms.essential_threshold <= terms.scale_max:
        yield DomainError(
            "threshold_off_scale",
            f"An essential is met from {terms.scale_min + 1} to {terms.scale_max} points on this scale; "
            "the lowest point cannot meet it.",
            "essential_threshold",
        )
    if not 1 <= terms.shortlist_size <= MOST_INTERVIEWS:
        yield DomainError(
            "shortlist_size", f"Plan to interview between 1 and {MOST_INTERVIEWS} people.", "shortlist_size"
        )
