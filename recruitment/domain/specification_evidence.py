"""How a criterion will be assessed: the document's own letters and words, as canonical letters.

A application, CV or letter · I interview · R reference · C certificate · T test, task or assessment
centre · P presentation · O observation · D checks (DBS, registration, health). The words are English, and
the Welsh ones that stand beside them in Wales (cais, cyfweliad, tystysgrif, prawf, geirda).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from recruitment.domain.remembering import remembered

_METHODS: tuple[tuple[str, str], ...] = (
    (
        "D",
        (
            r"pre-?\s?(?:employment|appointment)(?: health)?(?: check| screening)?|health (?:screening|check|"
            r"questionnaire)|occupational health|"
            r"medical|disclosure|\bdbs\b|\bcrb\b|registration check|right to work|police check|"
            r"vetting|\bchecks?\b|\bpvg\b|\bregister\b"
        ),
    ),
    ("P", r"presentations?|\bcyflwyniad\b"),
    (
        "O",
        (
            r"observ(?:ation|ations|ed)|watching you(?: with [a-z ]{2,40})?|"
            r"(?:sample|taught|teaching) (?:lesson|episode|session)|lessons? (?:taught|given)|"
            r"micro-?\s?teach|\blesson\b(?! (?:task|exercise|planning|plan)\b)|\barsylwi\b"
        ),
    ),
    (
        "T",
        (
            r"\btest(?:s|ing)?\b|\btasks?\b|(?:group )?exercises?(?: with (?:pupils|students|children))?|"
            r"assessment(?:s)?(?: cent(?:re|er)s?| day)?|"
            r"selection (?:procedure|process|day|"
            r"cent(?:re|er)|event)|in-?\s?tray|activit(?:y|ies)|\bpractical\b|work sample|case stud(?:y|"
            r"ies)|role ?play|\btrials?\b|(?<!meini )\bprawf\b"
        ),
    ),
    (
        "C",
        r"certificat(?:e|es|ion)|tystysgrif(?:au)?|qualifications?|transcripts?|documents?|documentary|documentation|proof",
    ),
    ("R", r"references?|referees?|\bgeirda\b"),
    ("I", r"cyfweliad|interviews?(?! day (?:through|by|using)\b)"),
    (
        "A",
        (
            r"applications?(?: form| pack| letter)?|\bforms?\b|\bcv\b|curriculum vitae|\bletters?\b|"
            r"(?:personal |supporting |written )?statements?|short-?\s?list(?:ing|ed)?\b|"
            r"\b(?:ffurflen )?(?:gais|cais)\b"
        ),
    ),
)
_ANY = "|".join(f"(?P<m{letter}>{pattern})" for letter, pattern in _METHODS)
_ANY_METHOD = re.compile(_ANY, re.IGNORECASE)
_ANY_METHOD_LOW = re.compile(_ANY)  # in small letters it is found in two thirds of the time
_COMMON_CODES = {
    **{letter: (letter,) for letter in "AIRCTPO"},
    "AF": ("A",),
    "AP": ("A",),
    "APP": ("A",),
    "IV": ("I",),
    "INT": ("I",),
    "REF": ("R",),
    "CERT": ("C",),
    "PRES": ("P",),
    "OBS": ("O",),
    "AC": ("T",),
    "DBS": ("D",),
    "CV": ("A",),
}
_TWO_WAYS = frozenset(["AP", "AC", "PT"])  # one code, or two letters run together
_FILLER = re.compile(
    r"and|or|any|the|an?|of|at|by|via|from|through|plus|with|also|both|associated|related|other|process|stage|"
    r"methods?|only|form|panel|formal|day|tasks|during|your|letter|covering|alone|sight|original|copy|copies|"
    r"written|selection|structured|aptitude|in|on|contents|production|discussion|verification|independent|professional|applicants?|"
    r"candidates?|s",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?:\b(?:criteria|these|this|the following|all of this)\b.{0,50}\b(?:will be|are|is) "
    r"(?:used (?:to short-?list|for short-?listing)|assessed|"
    r"tested|measured|evaluated|judged|identified|checked|considered|sought|explored|"
    r"looked for|looked at|taken|confirmed|verified|established|evidenced|demonstrated|scored) |"
    r"\bwe (?:will|shall) (?:check|assess|test|judge|explore) (?:these|them|all of this) |"
    r"\bfollowing,? (?:to be )?assessed |"
    r"\bwhich we (?:will|shall) (?:check|assess|test|judge|explore) )"
    r"(?:by|through|via|from|using|at|on|in)(?: the| a| an)?\s+(?P<how>[^.]+)",
    re.IGNORECASE,
)
# “We will look for these on your application form and talk about them at interview.”
_WE_WILL = re.compile(
    r"\bwe(?: will| shall|['’]ll)\s+(?:look for|assess|check|test|explore|judge|ask(?: about)?|find out "
    r"about|talk about|seek|see)\b(?! you\b)",
    re.IGNORECASE,
)
_ABOUT_THESE = re.compile(
    r"\b(?:this|these|them|it)\b|\ball of (?:the|these) (?:points|criteria)\b|\bevidence of (?:all|each)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^A-Za-z]+")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,4}(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class EvidenceRead:
    """Canonical letters in the order of the document, and whether a person should look."""

    letters: tuple[str, ...]
    doubtful: bool = False


def without_dots(text: str) -> str:
    """“A.F. / I” as “AF / I”."""
    return _DOTTED.sub(lambda code: code[0].replace(".", ""), text)


@remembered
def methods_in(text: str) -> tuple[str, ...]:
    """Canonical letters of the methods named in words, in their order, each once."""
    text = _GLUED.sub(" ", text)
    found = (match.lastgroup or "" for match in _ANY_METHOD_LOW.finditer(text.lower()))
    return tuple(dict.fromkeys(name[1:] for name in found if name))


def are_methods_alone(text: str) -> bool:
    """“Application form / Interview”, as in a cell: each part begins with a capital and names one method."""
    return all(part[:1].isupper() for part in _parts(text)) and names_methods_only(text)


def names_methods_only(text: str) -> bool:
    """Whether each part of a text is one way to assess and nothing else: “interview and test”."""
    left = [word for part in _parts(text) for word in _SPLIT.split(_ANY_METHOD.sub(" ", part)) if word]
    named = all(len(methods_in(part)) == 1 for part in _parts(text))
    return named and all(_FILLER.fullmatch(word) for word in left)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[/,;&]|\band\b", text)]


# “certificates seen at interview” are certificates, and a “task set on the day of interview” is a task.
_SEEN = re.compile(
    r"\s+(?:seen|shown|produced|brought|presented|checked|set|taken|sat|done|given|completed)"
    r" (?:at|on|during|before) (?:the )?(?:day of (?:the )?)?(?:interview|selection day)s?\b",
    re.IGNORECASE,
)


def evidence_of_all(text: str, key: Mapping[str, str]) -> tuple[str, ...]:
    """“These criteria will be assessed by application form and interview”: the letters, or nothing.

    A sentence that says “may”, or speaks of stages one after the other, settles nothing.
    """
    found = _ALL.search(text)
    if not found and (said := _WE_WILL.search(text)) and len(text.split()) <= 30:
        return methods_in(_WE_WILL.sub(" ", text, count=1)) if _ABOUT_THESE.search(said[0] + text) else ()
    if not found or len(text.split()) > 30 or re.search(r"\b(?:may|might|first|further|not)\b", found[0]):
        return ()
    read = parse_evidence(found["how"], key)
    return read.letters if read else methods_in(found["how"])


_TO_SHOW = re.compile(
    r"\b(?:must|should|need to)(?: clearly)? (?:show|demonstrate|state|evidence)\b[^.]{0,30}?"
    r"\b(?:on|in|through) (?:the|your|their) (?P<how>[a-z ]{2,20}?)(?=\W|\b(?:how|that|at)\b)",
    re.IGNORECASE,
)


def evidence_to_show(text: str) -> tuple[str, ...]:
    """“Applicants must show on the application form …”: the letters, or nothing."""
    found = _TO_SHOW.search(text)
    return methods_in(found["how"]) if found else ()


def parse_evidence(text: str, key: Mapping[str, str]) -> EvidenceRead | None:
    """The methods a cell or phrase names, by the key first, then by common letters, then by words.

    None where the text is not about evidence. Unknown letters, and a lone D without a key (it may
    mean desirable), make the answer doubtful.
    """
    text = without_dots(text)
    if any(code.isdigit() for code in key) and re.fullmatch(r"(?:[\d\s,;/&+.]|\band\b)+", text):
        known = [methods_in(key.get(number, "")) for number in re.findall(r"\d", text)]
        return EvidenceRead(tuple(dict.fromkeys(letter for own in known for letter in own)), not all(known))
    tokens = [token for token in _SPLIT.split(_GLUED.sub(" ", text)) if token]
    if not tokens:
        return None
    letters: list[str] = []
    doubtful = False
    rest: list[str] = []
    for token in tokens:
        codes = _codes_of(token, key)
        if codes is None:
            rest.append(token)
            continue
        letters.extend(codes.letters)
        doubtful = doubtful or codes.doubtful
    if rest and not letters:
        return _in_words(text)
    if rest and not all(_FILLER.fullmatch(word) or methods_in(word) for word in rest):
        return _in_words(text)
    for word in rest:
        letters.extend(methods_in(word))
    return EvidenceRead(tuple(dict.fromkeys(letters)), doubtful)


def _codes_of(word: str, key: Mapping[str, str]) -> EvidenceRead | None:
    """One word as a code of the key, as letters run together, or, without a key, as a common code."""
    known = {code.upper(): words for code, words in key.items() if code.strip()}
    if word.upper() in known and (word.isupper() or word in key):
        return EvidenceRead(_meaning(word.upper(), known))
    if not key and word.istitle() and len(word) > 2 and word.upper() in _COMMON_CODES:
        return EvidenceRead(_COMMON_CODES[word.upper()])
    if not word.isupper() or len(word) > 6:
        return None
    if parts := _segments(word, known):
        letters = [letter for part in parts for letter in _meaning(part, known)]
        return EvidenceRead(tuple(dict.fromkeys(letters)))
    return _common_codes(word, has_key=bool(key))


def _meaning(code: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The letters of a code; in “T = task at interview” beside “I = interview” only the task counts."""
    letters = methods_in(_SEEN.sub("", known[code]))
    others = [methods_in(_SEEN.sub("", words)) for own, words in known.items() if own != code]
    own = tuple(letter for letter in letters if (letter,) not in others) or letters
    named = code in own and set(own) <= {"O", "T", "P"}  # “T = micro-teach or other task”
    return (code,) if named else own


def _common_codes(word: str, *, has_key: bool) -> EvidenceRead | None:
    """Codes that most documents share. Beside a key that does not list them they are doubtful."""
    if not has_key and word in _COMMON_CODES:
        return EvidenceRead(_COMMON_CODES[word], doubtful=word in _TWO_WAYS)
    if not has_key and word == "D":
        return EvidenceRead(("D",), doubtful=True)
    if all(letter in _COMMON_CODES for letter in word):
        return EvidenceRead(tuple(dict.fromkeys(word)), doubtful=has_key or word in _TWO_WAYS)
    return None


def is_codes(text: str, key: Mapping[str, str]) -> bool:
    """Whether a cell holds codes of methods and nothing else: “AF/I”, “App, Int”."""
    tokens = [token for token in _SPLIT.split(without_dots(text)) if token and token not in {"and", "or"}]
    return bool(tokens) and all(_codes_of(token, key) is not None for token in tokens)


def _segments(word: str, known: Mapping[str, str]) -> list[str]:
    """Letters run together (AIR, AFI) as codes of the key, longest first; empty where they do not fit."""
    for code in sorted(known, key=len, reverse=True):
        if word == code:
            return [code]
        if word.startswith(code) and (rest := _segments(word[len(code) :], known)):
            return [code, *rest]
    return []


def _in_words(text: str) -> EvidenceRead | None:
    """Words that name methods, unless too much of the text is about something else."""
    spaced = _SEEN.sub("", _GLUED.sub(" ", text))
    letters = methods_in(spaced)
    if not letters:
        return None
    left = [
        word for word in _SPLIT.split(_ANY_METHOD.sub(" ", spaced)) if word and not _FILLER.fullmatch(word)
    ]
    if len(left) > 2:
        return None
    return EvidenceRead(letters, doubtful=len(left) > 1)
