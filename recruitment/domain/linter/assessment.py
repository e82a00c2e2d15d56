"""Whether each criterion is assessed where it can be shown, and the list as a whole can be scored."""

import re
from collections.abc import Iterator, Sequence, Set

from recruitment.domain.linter.certificates import is_about_teaching, names_school_exam
from recruitment.domain.linter.remarks import LintedCriterion, Remark, shorten
from recruitment.domain.linter.sources import GOOD_PRACTICE
from recruitment.domain.scoring import STAGE_LETTERS, Stage
from recruitment.domain.sources import ESSENTIALS_FIRST, PRE_OFFER_HEALTH_QUESTIONS
from recruitment.domain.wording_checks import is_trait_only

MANY_ESSENTIALS = 15  # more than a panel scores with care, candidate after candidate
LIST_OF_SOME_LENGTH = 8

_SCORED_STAGES = (Stage.APPLICATION, Stage.TASK, Stage.INTERVIEW)
_SCORED = frozenset().union(*(STAGE_LETTERS[stage] for stage in _SCORED_STAGES))
_TASKS = {"T": "a task", "P": "a presentation", "O": "observation"}
_CHECKED_AFTER_OFFER = re.compile(
    r"\b(?:satisfactory|enhanced|clear|current|valid)\b.{0,25}\b(?:DBS|disclosure|barred)\b|"
    r"\bDBS (?:check|clearance|certificate|disclosure)\b|\bright to work in\b|"
    r"\b(?:health|medical) clearance\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(r"\b(?:health|medical)\b", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"^(?:(?:an?|hold(?:s|ing)?|have|possess(?:ion of)?|current|valid|full|relevant|recognised)\s+){0,3}"
    r"(?:GCSEs?|A[- ]levels?|NVQ|BTEC|NNEB|degree|diploma|HND|honours degree|QTS|qualified teacher status|"
    r"HLTA status|(?:paediatric )?first aid (?:certificate|qualification))\b",
    re.IGNORECASE,
)


def remarks_on_assessment(criteria: Sequence[LintedCriterion]) -> tuple[Remark, ...]:
    """Remarks about single criteria and their stages, then those about the whole list."""
    single = [
        remark for place, criterion in enumerate(criteria) for remark in _of_criterion(place, criterion)
    ]
    return (*single, *_every_stage(criteria), *_of_list(criteria))


def _of_criterion(place: int, criterion: LintedCriterion) -> Iterator[Remark]:
    letters, text = set(criterion.evidence), criterion.text
    if not letters or not text.strip():
        return
    if _CHECKED_AFTER_OFFER.search(text) and letters & _SCORED:
        yield _remark_on_check(place, text)
    elif criterion.requirement == "essential" and not letters & _SCORED and letters != {"D"}:
        yield _never_scored(place, text)
    elif letters == {"A"} and is_trait_only(text):
        yield Remark(
            "not_seen_on_form",
            "Cannot be seen on a form",
            "A quality of a person shows in what they do, not in what they write about themselves. Scored"
            " from the form alone, it measures how well somebody writes.",
            "Add interview, a task or the reference.",
            GOOD_PRACTICE,
            shorten(text),
            (place,),
        )
    elif _CERTIFICATE.search(text) and not _is_for_pupils(text) and not letters & {"A", "C"}:
        yield Remark(
            "certificate_not_asked_for",
            "A qualification without its certificate",
            "A qualification is stated on the form and proved by its certificate. At the stage named here"
            " it can only be talked about.",
            "Add application form, certificate or both.",
            GOOD_PRACTICE,
            shorten(text),
            (place,),
        )


def _is_for_pupils(text: str) -> bool:
    """“Teaching GCSE mathematics” names what pupils are taught for; a degree is the person's own."""
    return names_school_exam(text) and is_about_teaching(text)


def _remark_on_check(place: int, text: str) -> Remark:
    is_health = bool(_HEALTH.search(text))
    return Remark(
        "checked_too_early",
        "A check before the offer",
        "This is settled after a conditional offer, for the person who is offered the post. As a scored "
        "criterion it would be asked of every candidate.",
        "Take it out of the specification and name it in the advert, or assess it by pre-employment "
        "checks (D).",
        PRE_OFFER_HEALTH_QUESTIONS if is_health else GOOD_PRACTICE,
        shorten(text),
        (place,),
    )


def _never_scored(place: int, text: str) -> Remark:
    return Remark(
        "essential_never_scored",
        "An essential that no stage scores",
        "It is only looked at once somebody has been chosen, so it can neither keep anybody from the "
        "shortlist nor decide between two people.",
        "Add the application form, a task or the interview, or make it a condition of the offer.",
        ESSENTIALS_FIRST,
        shorten(text),
        (place,),
    )


def _every_stage(criteria: Sequence[LintedCriterion]) -> Iterator[Remark]:
    everywhere = tuple(
        place
        for place, criterion in enumerate(criteria)
        if criterion.text.strip()
        and all(STAGE_LETTERS[stage] & set(criterion.evidence) for stage in _SCORED_STAGES)
    )
    if everywhere:
        letters = set().union(*(criteria[place].evidence for place in everywhere))
        what = "One criterion is" if len(everywhere) == 1 else f"{len(everywhere)} criteria are"
        yield Remark(
            "every_stage",
            "Tested at every stage",
            f"{what} scored from the form, by {_name_tasks(letters)} and at interview: the same "
            "strength counts three times, and the panel spends time on what it already knows.",
            "Keep the stage where it shows best, and one more where there is doubt.",
            GOOD_PRACTICE,
            criteria=everywhere,
        )


def _name_tasks(letters: Set[str]) -> str:
    """What stands between form and interview, in the words of its letters: “a task or observation”."""
    return " or ".join(words for letter, words in _TASKS.items() if letter in letters)


def _of_list(criteria: Sequence[LintedCriterion]) -> Iterator[Remark]:
    worded = [criterion for criterion in criteria if criterion.text.strip()]
    essential = [criterion for criterion in worded if criterion.requirement == "essential"]
    if len(essential) > MANY_ESSENTIALS:
        yield Remark(
            "too_many_essentials",
            "Many essentials",
            f"{len(essential)} criteria are essential. Each is a gate that every candidate has to pass, and "
            f"each is scored for everybody. Above about {MANY_ESSENTIALS}, good people fall at a detail and "
            "panels tire.",
            "Keep as essential what somebody needs on the first day; make the rest desirable, join what "
            "belongs together, or mark it as trainable.",
            GOOD_PRACTICE,
        )
    if len(worded) >= LIST_OF_SOME_LENGTH and len(essential) == len(worded):
        yield Remark(
            "nothing_desirable",
            "No desirable criteria",
            "Every criterion is essential, so nothing is left to sort by when many people meet all of them.",
            "Make desirable what could be learned in the first year.",
            ESSENTIALS_FIRST,
        )
    if essential and all(criterion.evidence and "A" not in criterion.evidence for criterion in essential):
        yield Remark(
            "no_essential_on_form",
            "No essential can be shown on the form",
            "Shortlisting goes by the essentials that the application form shows, and here it shows none.",
            "Assess at least the qualifications and the experience from the application form (A).",
            ESSENTIALS_FIRST,
        )
