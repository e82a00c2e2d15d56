"""Essential or desirable: the words, letters, marks and notes by which documents say it."""

import re
from typing import Literal

from recruitment.domain.heading_spelling import as_meant
from recruitment.domain.remembering import remembered

Requirement = Literal["essential", "desirable"]

_TICKS = frozenset("✓✔√☑☒✗✘✕✖×●■•xXyY*ü")
ESSENTIAL = r"(?:essentials?|must[ -]haves?|mandatory|hanfodol)"
DESIRABLE = r"(?:desirables?|desired|prefer+ed|preferable|nice[ -]to[ -]haves?|advantageous|dymunol)"
# Words that say it only where they stand alone, in a head or a cell: “Required” beside “Preferred”.
_ESSENTIAL_ALONE = r"(?:required|needed|necessary|minimum|compulsory|non[ -]negotiables?|ess\.?|essen\.?)"
_DESIRABLE_ALONE = (
    r"(?:beneficial|ideal(?:ly)?|useful|an? advantage|advantages?|optional|bonus(?: points?)?|welcome|"
    r"des\.?|desir\.?)"
)
_KINDS = r"(?:criteri(?:a|on)|requirements?)"


def _alone(anywhere: str, alone: str, letter: str) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:the |our |minimum )?(?:{anywhere}|{alone})(?:\W+{_KINDS})?(?:\W+\(?{letter}\)?)?$",
        re.IGNORECASE,
    )


_ALONE: tuple[tuple[Requirement, re.Pattern[str]], ...] = (
    ("essential", _alone(ESSENTIAL, _ESSENTIAL_ALONE, "E")),
    ("desirable", _alone(DESIRABLE, _DESIRABLE_ALONE, "D")),
)
ESSENTIAL_RE = re.compile(rf"\b{ESSENTIAL}\b", re.IGNORECASE)
DESIRABLE_RE = re.compile(rf"\b{DESIRABLE}\b", re.IGNORECASE)
_EITHER_WORD = re.compile(
    rf"\(?\b(?:{ESSENTIAL}|{DESIRABLE})\b\)?"
    r"(?:\s+(?:entry |selection )?(?:criteri(?:a|on)|requirements?)\b)?",
    re.IGNORECASE,
)
_LEAD_IN_WORDS = re.compile(
    r"\b(?:it|would|is|are|be|to|have|has|also|the|following|candidates?|applicants?|you|will|should|we|these|"
    r"for|this|post|role|job|a|an|of|in|order|considered|shortlisted|appointed|successful|ideal|and|that|if)\b|"
    r"[^A-Za-z]",
    re.IGNORECASE,
)
# “Essential upon appointment”, “Desirable on appointment (if not attained, training is provided)”.
_ON_APPOINTMENT = re.compile(
    r"[\s–—,(-]{0,9}\b(?:(?:up)?on|at(?: the (?:time|point) of)?) (?:appointment|entry)\b\)?"
    r"(?:\s*\([^()]*\))?\W*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:section|part|stage|group|list)?\s*(?:[A-Z0-9]{1,3}|[ivx]+)?\s*[.):–—-]*\s*$", re.IGNORECASE
)
_SUFFIX = re.compile(r"[\s,;–—-]*[\(\[]\s*([^()\[\]]{1,60})\s*[\)\]]\s*[.;,]?\s*$")
# “… – E”, “… - desirable”, “…- essential”, and in two languages “… – Dymunol / Desirable”.
_BARE_SUFFIX = re.compile(
    r"(?:\s+[–—-]\s*(?:\w+\s*/\s*)?|(?<=[a-z])[–—-]\s+(?=[ed][a-z]))(E|D|essential|desirable)\s*[.;]?\s*$",
    re.IGNORECASE,
)
_WORD_AT_START = re.compile(
    rf"^({ESSENTIAL}|{DESIRABLE})(?:\s+{_KINDS})?\s*(?::|[–—-]\s)\s*(?=\S)", re.IGNORECASE
)
_PROSE = re.compile(
    r"^(?P<what>.+?)\s+(?:would|will|is|are|may|could)\s+(?:also\s+)?(?:be\s+)?(?:an?\s+|of\s+|highly\s+|particularly\s+)?"
    r"(?P<word>advantage(?:ous)?|desirable|preferred|beneficial|useful|welcome|essential|required|necessary|benefit)"
    r"(?:,?\s+(?:although|though|but|as|since|because)\b.*)?\s*[.;]?$",
    re.IGNORECASE,
)
# “It is essential that …”, “It would be helpful if …”, “Ideally …”: what is asked for comes after.
_PROSE_LEADS: tuple[tuple[Requirement, re.Pattern[str]], ...] = (
    (
        "essential",
        re.compile(r"^it is (?:essential|necessary|vital) (?:that|to|for)\s+(?=\S)", re.IGNORECASE),
    ),
    (
        "desirable",
        re.compile(
            r"^(?:ideally,?|it (?:is|would be) (?:helpful|useful|desirable|an advantage) (?:if|that|to)|"
            r"we (?:would|should) (?:welcome|like|prefer) (?:someone|somebody|a person) who)\s+(?=\S)",
            re.IGNORECASE,
        ),
    ),
)


def requirement_of_word(text: str) -> Requirement | None:
    """E, D, essential, desirable and their kin standing alone in a cell."""
    word = text.strip(" .:;()[]*").lower()
    if word == "e" or re.fullmatch(ESSENTIAL, word):
        return "essential"
    if word == "d" or re.fullmatch(DESIRABLE, word):
        return "desirable"
    return None


def requirement_of_head(text: str) -> Requirement | None:
    """What a head or heading says with nothing else in it: “Required”, “Must have:”, “Desirable (D)”."""
    bare = as_meant(_ON_APPOINTMENT.sub("", re.sub(r"\s+", " ", text)).strip(" .:;*()[]–—-"))
    return next((requirement for requirement, pattern in _ALONE if pattern.match(bare)), None)


def is_mark(text: str) -> bool:
    """A tick, cross or X in a column, alone or repeated; also “yes”."""
    text = text.strip()
    ticked = text[:1] in _TICKS and _TICKS.issuperset(text.replace(" ", ""))
    return ticked or text.lower() in {"yes", "tick"}


@remembered
def split_heading(text: str) -> tuple[Requirement | None, str]:
    """The requirement in a heading and what is left of it as the name of a section.

    “Desirable criteria:” → desirable and nothing; “Essential Qualifications and Experience” →
    essential and “Qualifications and Experience”; both words together give neither.
    """
    bare = text.strip(" .:;*")
    mended = as_meant(bare)
    if len(_EITHER_WORD.findall(mended)) > len(_EITHER_WORD.findall(bare)):
        bare = mended
    if alone := requirement_of_head(text):
        return alone, ""
    if len(bare.split()) > 10:
        return None, text
    essential, desirable = ESSENTIAL_RE.search(bare), DESIRABLE_RE.search(bare)
    if essential and desirable:
        return (
            ("desirable", "")
            if re.match(rf"{DESIRABLE}\W+(?:but\s+)?not\b", bare, re.IGNORECASE)
            else (None, text)
        )
    if not essential and not desirable:
        return None, text
    rest = re.sub(r"\s{2,}", " ", _EITHER_WORD.sub(" ", bare)).strip(" .:;–—-/,")
    rest = re.sub(
        r"^(?:criteri(?:a|on)|requirements?)\b|\bcriteri(?:a|on)$",
        "",
        rest,
        flags=re.I,
    )
    rest = rest.strip(" .:;–—-/,&")
    if text.rstrip().endswith(":") and not _LEAD_IN_WORDS.sub("", rest).strip():
        rest = ""
    return ("essential" if essential else "desirable"), "" if _NUMBERING.match(rest) else rest


def split_lead(text: str) -> tuple[Requirement | None, str]:
    """“Essential: a full driving licence” → essential and the rest."""
    found = _WORD_AT_START.match(text)
    return (requirement_of_word(found[1]), text[found.end() :]) if found else (None, text)


_RUN_IN = re.compile(rf"^({ESSENTIAL}|{DESIRABLE})(?:\s+{_KINDS})?\s*[.–—-]\s+(?=[A-Z])", re.IGNORECASE)


def split_run_in(text: str) -> tuple[Requirement | None, str]:
    """“Essential. These will be tested at interview:” → essential and the sentence behind it."""
    found = _RUN_IN.match(text)
    return (requirement_of_word(found[1]), text[found.end() :]) if found else (None, text)


_REMARKED = re.compile(
    rf"^(?:(?:part|section)\s+)?(?:[A-Z0-9][.):]?\s+)?({ESSENTIAL}|{DESIRABLE})(?:\s+{_KINDS})?"
    r"\s*(?:[:–—-]|\()\s*(?=[a-z])",
    re.IGNORECASE,
)


_REMARK = re.compile(
    r"(?:(?:all|the|these|those|any|every|our) )*(?:following |successful |shortlisted )?"
    r"(?:candidates?|applicants?|criteria|requirements|you|we|they|these|those|this|must)\b|"
    r"(?:to be |will be |are )?(?:met|needed|required|used|assessed|tested) (?:by|for|in|to|at|from)\b|"
    r"without (?:these|which|this)\b",
    re.IGNORECASE,
)


def requirement_with_remark(text: str) -> Requirement | None:
    """What a heading says before a remark: “A. ESSENTIAL – all candidates must meet these”.

    “ESSENTIAL: a degree; a driving licence” goes on with wordings instead.
    """
    found = _REMARKED.match(text)
    if not found or not text[found.end()].islower() or ";" in text or not _REMARK.match(text, found.end()):
        return None
    return requirement_of_word(found[1])


def split_suffix(text: str) -> tuple[str, str | None]:
    """The text without what stands in brackets, or after a dash, at its end; and that."""
    if found := _SUFFIX.search(text):
        return text[: found.start()].rstrip(), found[1].strip()
    if found := _BARE_SUFFIX.search(text):
        return text[: found.start()].rstrip(), found[1].strip()
    return text, None


def split_prose(text: str) -> tuple[Requirement | None, str]:
    """“A first aid certificate would be an advantage” → desirable and what it is about."""
    for requirement, lead in _PROSE_LEADS:
        if begun := lead.match(text.strip()):
            return requirement, text.strip()[begun.end() :]
    found = _PROSE.match(text.strip())
    if not found or re.search(r"\bnot?\b", found["what"], re.IGNORECASE):
        return None, text
    word = found["word"].lower()
    return ("essential" if word in {"essential", "required", "necessary"} else "desirable"), found["what"]


_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|why|how|what|where|when|because|if|whether)\b|\bas$", re.IGNORECASE
)
_AN_ITEM = re.compile(
    r"^(?!(?:this|that|it|these|those|they|all|both|each|which|able|willing|ready|can|has|is|to|"
    r"(?:recogni[sz]|believ|accept|understand|know|agree|think|see|appreciat|acknowledg|attend|undertak|ensur|"
    r"realis|feel)\w*)\b)[A-Z]",
    re.IGNORECASE,
)
_NEED_WORDS = re.compile(
    r"\b(?:advantage(?:ous)?|desirable|preferred|beneficial|useful|welcome|essential|required|necessary|benefit)\b",
    re.IGNORECASE,
)


def split_statement(text: str) -> tuple[Requirement | None, str]:
    """“A clean driving licence is desirable”, as an item of a list: what it says of its one subject.

    “Understands why confidentiality is essential” and “such training as may be required” speak of something
    else and stay whole; so does what says two things: “useful, but a love of reading is essential”.
    """
    requirement, what = split_prose(text)
    plain = requirement and _AN_ITEM.match(what) and not _CLAUSE.search(what)
    said_once = len(_NEED_WORDS.findall(text)) == 1 and not re.search(r"\bmay\b", text)
    return (requirement, what) if plain and said_once else (None, text)


_LONGEST_ENDING = 120  # letters
_LAST_WORD = re.compile(r"(?:[\w’'-]+[,:]? ){3,}(?P<word>essential|desirable)\W*$", re.IGNORECASE)
_BEFORE_LAST_WORD = re.compile(
    r"\b(?:not|and|or|is|are|be|as|the|an?|from|remains?|considered|highly|most|less|more|very) \w+\W*$",
    re.IGNORECASE,
)


def requirement_of_last_word(text: str) -> Requirement | None:
    """“Level 2 certificate in garden design desirable”, where the word closes no sentence."""
    found = _LAST_WORD.search(text, max(len(text) - _LONGEST_ENDING, 0))
    return requirement_of_word(found["word"]) if found and not _BEFORE_LAST_WORD.search(text) else None


# What somebody will have, without a word of need: essential beside a list of what is only desirable.
_EXPECTS = re.compile(
    r"^(?:you(?=['’]ll| )|(?:the |our )?(?:(?:successful|ideal|right) )?(?:candidate|applicant|person)s?)"
    r"(?:['’]ll| will| should| must)(?: also| therefore| already)*"
    r"(?: (?:have|be|be able to|bring|hold|possess|demonstrate|show|know(?: about| how to)?|understand))?"
    r"(?: all of)?(?: the following)?\W*$",
    re.IGNORECASE,
)
_SPOKEN_LEADS: tuple[tuple[Requirement, re.Pattern[str]], ...] = (
    (
        "desirable",
        re.compile(
            r"\b(?:would|will|could|might|may)\b.{0,25}"
            r"\b(?:help|advantage|bonus|useful|nice|great|good|beneficial|welcome)\b|"
            r"\bwould also be (?:glad|pleased|delighted) to see\b|\bit helps if\b|\bideally\b|\bbonus\b|"
            r"\bwe(?: would|['’]d)(?: also)? (?:like|love|welcome|prefer)\b|"
            r"\byou (?:may|might|could) also have\b|"
            r"\b(?:these|the following|all)(?: \w+){0,6} are (?:all )?desirable\b|"
            r"\b(?:desirable|advantageous|helpful|useful),? (?:that|if|for) (?:the )?"
            r"(?:candidates?|applicants?|you)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "essential",
        re.compile(
            r"\byou(?:['’]ll| will)? (?:must|need)\b|\b(?:must|have to) (?:have|be|show|demonstrate)\b|"
            r"\bwe (?:need|require)\b|\bneeds? to (?:have|be)\b|"
            r"\bit is (?:essential|necessary) (?:that|to)\b|"
            r"\b(?:these|the following|all)(?: \w+){0,6} are (?:all )?essential\b",
            re.IGNORECASE,
        ),
    ),
    ("essential", _EXPECTS),
)
_THOUGH_NOT = re.compile(
    r",?\s*\b(?:although|though|but|while|if)\s+(?:it\s+)?(?:is\s+|are\s+)?not\s+(?:strictly\s+|absolutely\s+)?(?:essential|required|necessary)\b,?",
    re.IGNORECASE,
)


_LONGEST_LEAD = 18  # words


def only_expects(text: str) -> bool:
    """“You will have:”, which says essential only where another list is called desirable."""
    return bool(_EXPECTS.match(text)) and not re.search(r"\b(?:must|need)\b", text)


def requirement_of_lead(text: str) -> Requirement | None:
    """What a spoken line over a list says: “You will need to have:”, “It would help if you also have:”."""
    said = " ".join(_THOUGH_NOT.sub(" ", text).split())
    if len(said.split()) > _LONGEST_LEAD or re.search(r"\bnot\b", said):
        return None
    return next((requirement for requirement, pattern in _SPOKEN_LEADS if pattern.search(said)), None)


def explains_letters(text: str) -> bool:
    """“Essential (E) Desirable (D)”: what the letters mean, and no criterion."""
    words = set(re.findall(r"[A-Za-z]+", text))
    both = bool(ESSENTIAL_RE.search(text) and DESIRABLE_RE.search(text))
    return both and {"E", "D"} <= words and len(text.split()) <= 20
