"""Questions about health or absence, which nobody may put before an offer is made.

Words are matched, not understood. A word of health counts against a question unless it is about pupils
or others, or asked for a purpose the law allows before an offer. Each clause is judged by itself, so
that a permitted question does not carry another one in with it.
"""

import re
from collections.abc import Sequence

from core.domain.errors import Denial
from core.domain.sources import LegalSource
from recruitment.domain.sources import PRE_OFFER_HEALTH_QUESTIONS

PRE_OFFER_SOURCES: tuple[LegalSource, ...] = (PRE_OFFER_HEALTH_QUESTIONS,)

# Words that ask about health on their own.
_HEALTH = re.compile(
    r"health|illness(?:es)?|ill|sick(?:ness)?|unwell|diseases?|disab(?:led|ility|ilities)|impairments?|"
    r"medical|medication|medicines?|pregnan(?:t|cy)|depress(?:ion|ed)|epilep(?:sy|tic)|diabet(?:es|ic)|asthma|"
    r"dyslexi[ac]|autis(?:m|tic)|adhd|neurodiver(?:se|sity|gent)|absen(?:t|ces?|teeism)|"
    r"time-away|fit-to-work|lasting-condition"
)
# Words that do so only when the applicant is named: "your doctor", not "a doctor who visits the school".
_HEALTH_OF_SOMEBODY = re.compile(
    r"anxiety|diagnos(?:ed|is)|hospital(?:ised)?|doctor|gp|injur(?:y|ies|ed)|surgery|addict(?:ion|ed)"
)
_OTHERS = re.compile(
    r"(?:pupil|child|children|student|learner|person|people|adult|teenager|boy|girl|parent|colleague|employee)"
    r"(?:s|'s|s')?|class(?:es)?|cohort|famil(?:y|ies)|staff|team|school|whole-school"
)
_APPLICANT = re.compile(r"you|yours?|yourself|(?:applicant|candidate)(?:'s)?")
_LINK = re.compile(r"of|amongst?|for|in|across")
WORDS_LOOKED_BACK = 8

_CLAUSES = re.compile(
    r"[.?!;\n]+|,?\s+(?:and|but|also|or)\s+(?=(?:do|does|have|has|had|are|is|were|was|how|what|which|when|why|"
    r"please|did|will|would|can|could|if|any|whether|describe|tell|give|list)\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*'?")
# Several words that mean one thing, put as one word of the lists above.
_PHRASES = (
    (re.compile(r"\b(?:days?|time|weeks?|months?) off\b|\boff (?:work|sick)\b"), "time-away"),
    (
        re.compile(
            r"\bfit(?:ness)? (?:to|for) (?:work|teach|the (?:job|role|post))|"
            r"\b(?:physically|mentally) (?:fit|able|capable)\b"
        ),
        "fit-to-work",
    ),
    (
        re.compile(
            r"\b(?:physical|mental|long-term|underlying|existing|pre-existing) conditions?\b|"
            r"\bconditions? (?:that|which) (?:may|might|could|would|will|affects?|limits?)\b"
        ),
        "lasting-condition",
    ),
)
# Duties and subjects that only have health in their name, and managing absence, which is a school's work.
_NEUTRAL = re.compile(
    r"\bhealth (?:and|&) (?:safety|social care)\b|\b(?:public|environmental) health\b|"
    r"\bhealth (?:education|visitors?|service)\b|\bmental health (?:first aid(?:er)?|lead|award|training)\b|"
    r"\bmedical (?:training|qualifications?)\b|\badminist\w+ (?:\w+ )?medic\w+|\bpersistent absence\b|"
    r"\b(?:reduc|tackl|lower|cut|manag|monitor|address)\w* (?:(?!your|own)\w+ ){0,3}?absen(?:ces?|teeism)\b"
)
# What section 60 allows before an offer: adjustments for the selection itself, a function intrinsic to the
# work, monitoring, positive action, and an occupational requirement.
_ADJUSTMENT = re.compile(
    r"\b(?:adjust(?:ments?|ed)?|arrangements?|access(?:ibility)? (?:needs?|requirements?)|assistance|help)\b"
)
_SELECTION = re.compile(
    r"\b(?:interview|selection|assessment|recruitment process|application (?:process|form)|test|task)\b"
)
_OTHER_PURPOSE = re.compile(
    r"\bintrinsic\b|\b(?:equality|diversity|equal opportunities) monitoring\b|"
    r"\bmonitoring (?:equality|diversity|form|purposes)\b|\bpositive action\b|\bguaranteed interview\b|"
    r"\binterview scheme\b|\bdisability confident\b|\boccupational requirement\b"
)


def deny_question(text: str) -> Denial | None:
    """Deny a question for a form, a reference or an interview that asks about health or absence.

    Allowed before an offer are adjustments for the selection itself, a function intrinsic to the work,
    equality monitoring, positive action and an occupational requirement (Equality Act 2010, section 60).
    """
    for clause in _CLAUSES.split(text):
        plain = clause.lower().replace("’", "'")
        if not _has_allowed_purpose(plain) and _asks_about_health(plain):
            return Denial(
                "health_question_before_offer",
                f"“{clause.strip()}” asks about health or absence, which must wait until an offer is made. "
                "Ask whether adjustments are needed for the interview instead, and leave the rest to the "
                "checks after the offer.",
            )
    return None


def _has_allowed_purpose(clause: str) -> bool:
    for_selection = _ADJUSTMENT.search(clause) and _SELECTION.search(clause)
    return bool(for_selection or _OTHER_PURPOSE.search(clause))


def _asks_about_health(clause: str) -> bool:
    plain = _NEUTRAL.sub(" ", clause)
    for phrase, word in _PHRASES:
        plain = phrase.sub(f" {word} ", plain)
    words = _WORDS.findall(plain)
    return any(_counts(words, index) for index in range(len(words)))


def _counts(words: Sequence[str], index: int) -> bool:
    """Whether the word asks about the health of the applicant, or of nobody in particular."""
    on_its_own = _HEALTH.fullmatch(words[index]) is not None
    if not on_its_own and not _HEALTH_OF_SOMEBODY.fullmatch(words[index]):
        return False
    if _is_about_others_after(words, index):
        return False
    whose = _whose(words, index)
    return whose == "applicant" or (whose is None and on_its_own)


def _is_about_others_after(words: Sequence[str], index: int) -> bool:
    """As in: autistic pupils, the health of younger pupils."""
    after = words[index + 1 : index + 5]
    if after and _OTHERS.fullmatch(after[0]):
        return True
    linked = bool(after) and _LINK.fullmatch(after[0]) is not None and "your" not in after
    return linked and any(_OTHERS.fullmatch(word) for word in after[1:])


def _whose(words: Sequence[str], index: int) -> str | None:
    """The last one named before the word: "children with medical needs", "your own health"."""
    for at in range(index - 1, max(index - 1 - WORDS_LOOKED_BACK, -1), -1):
        if _APPLICANT.fullmatch(words[at]):
            return "applicant"
        if _OTHERS.fullmatch(words[at]):
            return "applicant" if _belongs_to_the_applicant(words, at) else "others"
    return None


def _belongs_to_the_applicant(words: Sequence[str], at: int) -> bool:
    """As in: your children, do you have a child. That asks about the applicant all the same."""
    before = words[max(at - 2, 0) : at]
    return "your" in before[-1:] or "have" in before[-1:] or before in (["have", "a"], ["have", "any"])
