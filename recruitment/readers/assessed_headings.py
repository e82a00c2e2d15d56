"""Lines over or under criteria that say how these are assessed, with or without the name of a section."""

import re
from collections.abc import Mapping

from recruitment.domain.specification_evidence import (
    evidence_of_all,
    is_codes,
    names_methods_only,
    parse_evidence,
)
from recruitment.domain.specification_requirement import requirement_of_head, requirement_of_word
from recruitment.readers.headings import is_section_name

_WAYS = (
    r"assess(?:ed|ment)|evidenced?|measured|tested|identified|demonstrated|explored|considered|judged|sought"
)
_ASSESSED = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?(?P<part>(?:part|section|stage|group)\s+(?:[a-z]|\d{1,2}|[ivx]+)\W+)?\W*"
    rf"(?:(?:(?:what(?:['’]s| is) |criteria |to be )*(?:{_WAYS})|methods? of assessment|how assessed|"
    r"how (?:(?:we|you)(?: will|['’]ll)? (?:assess|test|measure) (?:this|these|it|them|you)|"
    r"(?:this|these|it) (?:will be|is|are) (?:assessed|tested|measured)))"
    r"(?: (?:by|through|via|at|from|in|on|using|methods?|the)\b)*"
    r"\s*(?:[:–—-]|\b(?:by|through|via)\b)?\s*)(?P<how>.+)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\s–—-]*[\(\[]\s*(?P<how>[^()\[\]]{2,90})\s*[\)\]]\s*:?\s*$")
_BEHIND = re.compile(rf"\s*[–—:-]\s*(?P<how>(?:to be )?(?:{_WAYS})\b.+)$", re.IGNORECASE)
# “What you’ll need: at interview”, “Skills – from your application”: where it is looked for.
_PLACED = re.compile(
    r"\s*[–—:-]\s*(?P<how>(?:from|at|in|on|by) (?:(?:the|your|an?) )?[a-z][a-z ,]+)$", re.IGNORECASE
)
_DASHED = re.compile(r"(?:\s*[–—:]|\s+-)\s+(?P<how>.+)$")
_ASKS_HOW = re.compile(
    r"^(?:[^/]{2,30} / )?(?:(?:to be|how|criteria|these are) )*(?:assess|evidenc|measur|test)ed "
    r"(?:by|through|via)\W*$",
    re.IGNORECASE,
)
_MOST_WORDS = 16
_MOST_METHOD_WORDS = 7
_OF_A_HEADING = re.compile(r"[:(\[–—]|\s-\s")  # “Knowledge (interview)”, “Assessed by: interview”


def asks_how(text: str) -> bool:
    """“Assessed by” alone, over or beside the methods."""
    return bool(_ASKS_HOW.search(text))


def assessment_in(text: str, key: Mapping[str, str]) -> tuple[str, ...]:
    """The letters in “Assessed by: application form and interview”, or nothing."""
    found = _ASSESSED.match(text)
    read = parse_evidence(found["how"], key) if found and len(text.split()) <= _MOST_WORDS else None
    return read.letters if read else ()


def methods_alone(text: str, key: Mapping[str, str]) -> tuple[str, ...]:
    """The letters of a line with methods in words and nothing else: “Practical task and interview”."""
    short = len(text.split()) <= _MOST_METHOD_WORDS and bool(re.search(r"[a-z]{4}", text))
    if _OF_A_HEADING.search(text):
        return ()
    read = parse_evidence(text, key) if short and not is_section_name(text) else None
    return read.letters if read and not read.doubtful else ()


def names_part(text: str) -> bool:
    """“Part B: assessed at interview”, or “What’s assessed at interview”, over sections of its own."""
    found = _ASSESSED.match(text)
    return bool(found and (found["part"] or text.lower().startswith("what")))


def _behind_requirement(text: str, key: Mapping[str, str]) -> re.Match[str] | None:
    """“Essential criteria – interview and test”, where the dash is enough."""
    found = _DASHED.search(text)
    told = found and (names_methods_only(found["how"]) or is_codes(found["how"], key))
    return found if found and told and requirement_of_head(text[: found.start()]) else None


def _placed(text: str) -> re.Match[str] | None:
    found = _PLACED.search(text)
    return found if found and names_methods_only(found["how"].partition(" ")[2]) else None


def split_assessed(text: str, key: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The name of a section and the letters behind it.

    “Knowledge (interview)”, “Driving [application form, licence check]”, “Skills – assessed at interview”.
    A lone letter in brackets is no evidence: it may number the section.
    """
    bare = text.strip()
    found = _BRACKET.search(bare) or _BEHIND.search(bare) or _placed(bare) or _behind_requirement(bare, key)
    if not found or not bare[: found.start()].strip():
        return text, ()
    how = found["how"].strip()
    if requirement_of_word(re.split(r"[\s,;:/–-]+", how)[0]):  # “… [D, App]” is the end of a criterion
        return text, ()
    letters = assessment_in(how, key) or evidence_of_all(how, key)
    if not letters and len(how) > 1 and (read := parse_evidence(how, key)):
        letters = read.letters
    return (bare[: found.start()].strip(), letters) if letters else (text, ())
