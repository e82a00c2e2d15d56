"""What a wording asks somebody to do, and with what: “plan” and “art clubs” of “able to plan art clubs”.

Who has planned a club need not have led one, and a breakfast club is no art club. Wordings that name no
activity first (“experience of phonics”, “able to work with children”) have none here.
"""

import re
from dataclasses import dataclass

from recruitment.domain.wording_stems import FRAME_STEMS, stem

# Verbs that ask for the same in schools' documents. One verb may stand in several lines.
_ALIKE = tuple(
    frozenset(stem(word) for word in line.split())
    for line in (
        "plan arrange organise coordinate prepare",
        "lead manage run supervise direct oversee head",
        "lead deliver run teach facilitate implement provide give offer",
        "teach tutor instruct educate",
        "support help assist aid",
        "build form establish develop maintain create foster make keep",
        "develop create design produce write draft prepare",
        "improve develop enhance raise",
        "record document keep maintain log minute write",
        "assess evaluate measure judge mark review",
        "monitor track review check follow",
        "communicate liaise talk speak converse consult",
        "relate build form communicate",
        "encourage motivate inspire engage promote foster stimulate",
        "promote safeguard protect ensure maintain",
        "answer take handle deal respond react manage cope",
        "use operate apply",
        "contribute participate take",
        "collaborate cooperate team liaise",
        "supervise watch care",
        "care look nurture",
        "analyse interpret evaluate",
        "administer manage process run",
        "explain present communicate describe",
        "prioritise organise manage plan",
        "meet achieve keep",
        "adapt differentiate adjust",
        "clean tidy",
        "cook cater prepare",
    )
)
_KNOWN = frozenset().union(*_ALIKE)
# “Able to use”, “experience of working with”: nothing that one does and another does not.
_LIGHT = frozenset(
    stem(word)
    for word in re.findall(
        r"\w+",
        "be have hold do work use show demonstrate undertake train gain achieve complete start know"
        " understand",
    )
)
# Nouns that name the same people or things.
_SAME_NOUNS = {
    stem(word): stem(line.split()[0])
    for line in (
        "child children pupil student learner youngster",
        "family families parent carer",
        "staff colleague adult team",
        "lesson session class",
        "policy policies procedure",
        "need needs requirement",
        "relationship relation rapport partnership",
        "behaviour conduct",
        "activity activities",
    )
    for word in line.split()
}
# How well or in what way it is done, not with what.
_QUALITIES = frozenset(
    stem(word)
    for word in re.findall(
        r"\w+",
        """
    positive professional productive trusting trust warm supportive constructive healthy accurate engaging
    stimulating quality safe secure caring calm close lasting meaningful respectful open honest exciting
    creative interesting imaginative confident independent individual own young successfully small large
    whole full regular daily complex challenging difficult important key main new first
    """,
    )
)
_LEAD = (
    r"^\W*(?:(?:the|an?|has|have|proven|proved|good|strong|excellent|recent|successful|demonstrable|relevant"
    r"|previous|some|substantial|significant|extensive|wide|sound|direct|practical|demonstrated|evidence of"
    r"|must)\s+)*"
)
_TO_DO = re.compile(
    rf"{_LEAD}(?:(?:abilit(?:y|ies)|able|capable|competent|confident|aptitude|capacity|skills?|prepared|ready"
    r"|willing(?:ness)?|commit(?:ted|ment)|know(?:s|ledge of)?\s+how)\s+to|can|to|how to)\s+"
)
_OF_DOING = re.compile(
    rf"{_LEAD}(?:experienced?|skills?|skilled|track record|capable|competent|confident|knowledge"
    r"|understanding|practice|expertise|history|abilit(?:y|ies))\s+(?:of|in|at|with|from)\s+"
)
_ANY = re.compile(_LEAD)
_VERB = re.compile(r"\s*(?:[a-z-]+ly\s+)*(?P<verb>[a-z0-9'-]+)\s*")
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|or)?|/|&|\band\b|\bor\b)\s*")
_AT_ONCE = re.compile(r"\s*(?:(?:with|to|on|for|at|in|of|after|up|out)\b\s*)*")
_END = re.compile(
    r"[.;:()]|,(?!\s*\w+(?:,|\s+and\b))|\b(?:of|in|with|for|to|at|on|by|from|within|across|through"
    r"|during|under|who|which|that|including|using|as|into|about|between|towards|so)\b"
)

_BINDING = frozenset(["of", "in", "with", "for", "on", "about"])


@dataclass(frozen=True, slots=True)
class Activity:
    """``verbs`` and the words of the ``thing`` as stems; ``words`` are all stems that tell something.

    ``bound`` is what the thing is bound to, and ``link`` the word that binds it: “for” and “governors” of
    “reports for governors”. Without verbs there is no activity, and it differs from none.
    """

    words: frozenset[str]
    verbs: frozenset[str] = frozenset()
    thing: frozenset[str] = frozenset()
    link: str = ""
    bound: frozenset[str] = frozenset()

    def is_other_than(self, other: "Activity") -> bool:
        """Whether something else is done, or the same with other things: each names what the other lacks."""
        if not self.verbs or not other.verbs:
            return False
        if not _share_a_verb(self.verbs, other.verbs):
            return not (self.verbs & other.words or other.verbs & self.words)
        has_other_thing = self.thing - other.words and other.thing - self.words
        is_bound_elsewhere = self.link == other.link and self.bound - other.words and other.bound - self.words
        return bool(has_other_thing or is_bound_elsewhere)


def _share_a_verb(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some & others) or any(some & alike and others & alike for alike in _ALIKE)


def activity_of(lowered: str) -> Activity:
    """The activity a wording in small letters begins with, after “able to”, “experience of” and the like."""
    verbs, rest = _verbs_of(lowered)
    words = frozenset(_telling(lowered))
    if not verbs:
        return Activity(words)
    begin = _AT_ONCE.match(rest)
    rest = rest[begin.end() :] if begin else rest
    thing = frozenset(_telling(_END.split(rest, maxsplit=1)[0]))
    link = _END.search(rest)
    if link is None or link.group() not in _BINDING:
        return Activity(words, frozenset(verbs), thing)
    bound = frozenset(_telling(_END.split(rest[link.end() :], maxsplit=1)[0]))
    return Activity(words, frozenset(verbs), thing, link.group(), bound)


def _verbs_of(lowered: str) -> tuple[list[str], str]:
    """The verbs at the beginning, and what follows them. “Work” and its like say nothing by themselves."""
    to_do, of_doing = _TO_DO.match(lowered), _OF_DOING.match(lowered)
    begin = to_do or of_doing or _ANY.match(lowered)
    rest = lowered[begin.end() :] if begin else lowered
    verbs: list[str] = []
    while (found := _VERB.match(rest)) and _is_verb(
        found["verb"],
        is_to_do=bool(to_do and not verbs),
        is_of_doing=not verbs and (bool(of_doing) or _is_gerund(found["verb"])),
    ):
        verbs.append(_verb_stem(found["verb"]))
        rest = rest[found.end() :]
        if not (between := _BETWEEN.match(rest)) or not _names_verb(rest[between.end() :]):
            break
        rest = rest[between.end() :]
    return [verb for verb in verbs if verb not in _LIGHT], rest


def _names_verb(rest: str) -> bool:
    found = _VERB.match(rest)
    return found is not None and _is_verb(found["verb"])


def _is_verb(word: str, *, is_to_do: bool = False, is_of_doing: bool = False) -> bool:
    """After “able to” whatever stands first is a verb, after “experience of” what ends in -ing."""
    if is_of_doing:
        return _is_gerund(word)
    return is_to_do or _verb_stem(word) in _KNOWN


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and len(word) > len("bring")


def _verb_stem(word: str) -> str:
    """As ``stem``, with the doubled consonant of “planning” made single."""
    cut = stem(word)
    if word.endswith("ing") and len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsfz":
        return cut[:-1]
    return cut


def _telling(words: str) -> list[str]:
    stems = [_SAME_NOUNS.get(cut := _verb_stem(word), cut) for word in re.findall(r"[a-z0-9]+", words)]
    return [cut for cut in stems if cut not in FRAME_STEMS and cut not in _QUALITIES]
