"""Whether one wording asks for several activities, each with something of its own that is done.

“Plan, deliver and evaluate interventions” is one activity in three steps: the verbs share what is done, and
nobody would be scored on a step alone. “Planning lessons, managing behaviour and leading a team” are three,
and so are two longer ones: “work on own initiative and manage a budget of one's own”.
"""

import re

# Verbs that are nouns as often (“care”, “support”) are left out: “a health, care or school setting”.
_VERBS = re.findall(
    r"\w+",
    """
    achieve adapt administer advise analyse answer assess assist build coach collaborate communicate
    contribute coordinate create deal deliver demonstrate develop direct drive encourage engage enforce
    ensure establish evaluate explain facilitate follow foster give handle help identify implement
    improve inspire interpret keep lead liaise listen maintain make manage meet mentor monitor motivate
    negotiate operate organise plan prepare prioritise produce promote provide raise read relate
    represent resolve respond run set solve supervise take teach track use work write
    """,
)
_LEAD = re.compile(
    r"^\W*(?:(?:the|an?|has|have|proven|proved|good|strong|excellent|recent|successful|demonstrable)\s+)*"
    r"(?:(?:abilit(?:y|ies)|able|capable|competent|confident|willing(?:ness)?|experienced?|skills?|skilled|"
    r"track record)\s+(?:to|of|in|at)\s+)?",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*;\s*|,\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+", re.IGNORECASE)
_BEFORE_A_VERB = re.compile(
    r"^(?:(?:to|also|then|both|effectively|successfully|the ability to)\s+)+", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"\b(?:it|its|them|their|theirs|these|those|this|such|others?)\b", re.IGNORECASE)
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")
_WORDS_OF_TWO = 2  # of two activities, each says in two words or more what is done
_ACTIVITIES = 3


def forms_of(verb: str) -> tuple[str, str]:
    """“Plan” and “planning”, “manage” and “managing”, “set” and “setting”, “meet” and “meeting”.

    Of one syllable that ends in one consonant after one vowel, the consonant is doubled; an e is lost, not
    one of two.
    """
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb, f"{verb.removesuffix('e')}ing"
    return verb, f"{verb}{verb[-1] if _DOUBLES.match(verb) else ''}ing"


_FORMS = frozenset(form for verb in _VERBS for form in forms_of(verb))


def names_several_activities(text: str) -> bool:
    """Whether three parts name an activity with its object, or two do so at some length."""
    lengths = [length for part in _PIECES.split(_LEAD.sub("", text)) if (length := _length_of_object(part))]
    long_ones = [length for length in lengths if length >= _WORDS_OF_TWO]
    return len(lengths) >= _ACTIVITIES or len(long_ones) > 1


def _length_of_object(part: str) -> int:
    """How many words follow the verb that this part begins with; 0 for no activity of its own."""
    words = re.findall(r"[\w'’-]+", _BEFORE_A_VERB.sub("", part.strip()))
    if not words or words[0].lower() not in _FORMS or _POINTS_BACK.search(part):
        return 0
    return len(words) - 1
