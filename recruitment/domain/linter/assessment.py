"""Whether each criterion is assessed where it can be shown, and the list as a whole can be scored."""

import re
from collections.abc import Iterator, Sequence, Set

from recruitment.domain.after_offer import AfterOffer, find_too_early
from recruitment.domain.coverage import Unscored, find_unscored, is_at_every_stage
from recruitment.domain.linter.certificates import is_about_teaching, names_school_exam
from recruitment.domain.linter.remarks import LintedCriterion, Remark, shorten
from recruitment.domain.linter.sources import EXCEPTIONS_ORDER, GOOD_PRACTICE
from recruitment.domain.seen_in_person import is_seen_in_person
from recruitment.domain.sources import ESSENTIALS_FIRST, REFERENCES_BEFORE_INTERVIEW
from recruitment.domain.wording_checks import is_trait_only

MANY_ESSENTIALS = 15  # more than a panel scores with care, candidate after candidate
LIST_OF_SOME_LENGTH = 8

_TASKS = {"T": "a task", "P": "a presentation", "O": "observation"}
_CERTIFICATE = re.compile(
    r"^(?:(?:an?|hold(?:s|ing)?|have|possess(?:ion of)?|current|valid|full|relevant|recognised)\s+){0,3}"
    r"(?:GCSEs?|A[- ]levels?|NVQ\d?|BTEC|NNEB|degree|diploma|HND|honours degree|QTS|qualified teacher status|"
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
    if not text.strip():
        return
    if early := find_too_early(text, letters):
        if early is AfterOffer.BAN:
            yield _blanket_ban(place, text)
        elif early is AfterOffer.CHECK and letters:  # what asks about health is remarked on by its wording
            yield _remark_on_check(place, text)
    elif not letters:
        return
    elif criterion.requirement == "essential" and (unscored := find_unscored(text, letters)):
        yield _unscored(place, text, unscored, letters)
    elif letters == {"A"} and (is_trait_only(text) or is_seen_in_person(text)):
        yield _not_seen_on_form(place, text)
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


def _blanket_ban(place: int, text: str) -> Remark:
    return Remark(
        "criminal_record_ban",
        "Everybody with a criminal record shut out",
        "Nobody can score it at shortlisting, and it shuts people out whatever they did and however long "
        "ago. Cautions and convictions that are protected need not be disclosed and may not be relied on, "
        "also where the post is exempt from the Rehabilitation of Offenders Act; what remains is declared "
        "by those on the shortlist alone and judged case by case.",
        "Take it out of the criteria. Write in the advert that people on the shortlist declare what is not "
        "protected, and that the post is subject to an enhanced DBS check after the offer.",
        EXCEPTIONS_ORDER,
        shorten(text),
        (place,),
    )


def _remark_on_check(place: int, text: str) -> Remark:
    return Remark(
        "checked_too_early",
        "A check before the offer",
        "This is settled after a conditional offer, for the person who is offered the post. As a scored "
        "criterion it would be asked of every candidate.",
        "Take it out of the specification and name it in the advert, or assess it by pre-employment "
        "checks (D).",
        GOOD_PRACTICE,
        shorten(text),
        (place,),
    )


def _unscored(place: int, text: str, unscored: Unscored, letters: Set[str]) -> Remark:
    name, source = "An essential that no stage scores", ESSENTIALS_FIRST
    suggestion = "Add the application form, a task or the interview."
    if unscored is Unscored.ONLY_CHECKED:
        name = "An essential that is only checked after the offer"
        why = (
            "Checks after the offer look at papers. They cannot show this, so nobody would find out "
            "whether a candidate meets it before somebody is chosen."
        )
    elif "R" in letters:
        source = REFERENCES_BEFORE_INTERVIEW
        why = (
            "References are read before the interview where possible, so that what they raise can be taken "
            "up there. They confirm and give no points: this can neither keep anybody from the shortlist "
            "nor decide between two people."
        )
    else:
        why = (
            "A certificate proves what somebody has and gives no points: this can neither keep anybody "
            "from the shortlist nor decide between two people."
        )
        suggestion = "Add the application form, a task or the interview, or make it a condition of the offer."
    return Remark(unscored, name, why, suggestion, source, shorten(text), (place,))


def _not_seen_on_form(place: int, text: str) -> Remark:
    return Remark(
        "not_seen_on_form",
        "Cannot be seen on a form",
        "It shows in what somebody does, not in what they write about themselves. Scored from the form "
        "alone, it measures how well they write.",
        "Add interview, a task or the reference.",
        GOOD_PRACTICE,
        shorten(text),
        (place,),
    )


def _every_stage(criteria: Sequence[LintedCriterion]) -> Iterator[Remark]:
    everywhere = tuple(
        place
        for place, criterion in enumerate(criteria)
        if criterion.text.strip()
        and is_at_every_stage(criterion.evidence)
        and not find_too_early(criterion.text, criterion.evidence)
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
