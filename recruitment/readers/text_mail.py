"""A document pasted into an e-mail: what the mail says of itself, and to its reader, is no part of it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from recruitment.readers.headings import (
    is_requirement_heading,
    is_section_name,
    names_description,
    names_specification,
    part_of,
)
from recruitment.readers.labels import label_values
from recruitment.readers.wording import split_marker

_HEADER = re.compile(r"^\s*(?P<name>From|Sent|To|Cc|Subject|Date|Attachments?):\s*\S")
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hiya|dear)\b|(?:good )?(?:morning|afternoon)(?: (?:all|both|everyone|team))?[,.!]*$)",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"(?i:many thanks|thanks|thank you|with thanks|(?:kind(?:est)? |warm |best )?regards|best wishes|best|"
    r"cheers)[,.!]*(?: [A-Z]\w+)?[,.!]*"
)
_RULE = re.compile(
    r"^\s*(?:[-_=*]{10,}|-+ ?(?:original|forwarded) message ?-+|begin forwarded message:)\s*$", re.IGNORECASE
)
_DISCLAIMS = re.compile(
    r"^(?:this (?:e-?mail|message)\b.{0,60}\b(?:confidential|intended|transmitted)|"
    r"please (?:think|consider)\b.{0,40}\bprint)",
    re.IGNORECASE,
)
_FEWEST_HEADERS = 3
_TOP, _LONGEST_NOTE, _FOOT = 40, 20, 20  # lines: that may hold the headers, of what is said below, at the end
_MOST_SIGNED = 2  # lines below a farewell: a name and a post
_LONGEST_FAREWELL = 40  # letters


def without_mail(texts: Sequence[str]) -> list[str]:
    """Physical lines, blank where a mail has its headers, its greeting, its farewell and its signature.

    What is said below the headers reaches no further than the first line that a document may begin with.
    """
    headers = _headers_in(texts)
    if not headers:
        return [*texts]
    begin = headers[-1] + 1
    note = list(
        takewhile(
            lambda place: not _belongs_to_document(texts[place].strip()),
            range(begin, min(begin + _LONGEST_NOTE, len(texts))),
        )
    )
    begin = _end_of_note(texts, note, begin)
    made = list(texts)
    made[headers[0] : begin] = [""] * (begin - headers[0])
    end = _begins_signature(texts, begin)
    made[end:] = [""] * (len(texts) - end)
    return made


def _headers_in(texts: Sequence[str]) -> list[int]:
    """The first lines right below each other that are headers of a mail, its subject among them."""
    run: list[int] = []
    for place, text in enumerate([*texts[:_TOP], ""]):
        if _HEADER.match(text):
            run.append(place)
            continue
        names = [found["name"] for own in run if (found := _HEADER.match(texts[own]))]
        if len(run) >= _FEWEST_HEADERS and {"From", "Subject"} <= set(names):
            return run
        run = []
    return []


def _belongs_to_document(text: str) -> bool:
    """A field of the form, a heading or a list item."""
    if not text:
        return False
    heads = part_of(text) or names_specification(text) or names_description(text)
    named = is_section_name(text) or is_requirement_heading(text)
    return bool(heads or named or label_values(text) or split_marker(text)[0])


def _end_of_note(texts: Sequence[str], note: Sequence[int], begin: int) -> int:
    """Where what is said to the reader ends: at a rule, else behind a farewell, else behind the greeting."""
    rules = [place for place in note if _RULE.match(texts[place])]
    if rules:
        return rules[-1] + 1
    filled = [place for place in note if texts[place].strip()]
    if not filled or not _GREETING.match(texts[filled[0]].strip()):
        return begin
    closes = [place for place in filled if _is_farewell(texts[place].strip())]
    last = closes[-1] if closes else filled[0]
    more = takewhile(str.strip, (texts[place] for place in note if place > last))
    rest = len(list(more))
    return last + 1 + (min(rest, _MOST_SIGNED) if closes else rest)


def _is_farewell(text: str) -> bool:
    return len(text) <= _LONGEST_FAREWELL and _FAREWELL.fullmatch(text) is not None


def _begins_signature(texts: Sequence[str], begin: int) -> int:
    """Where the foot of the mail begins: at a rule, if one begins the document, or at what it says of it."""
    foot = range(max(begin, len(texts) - _FOOT), len(texts))
    ruled = bool(begin) and bool(_RULE.match(texts[begin - 1]))
    for place in foot:
        signs = (ruled and _RULE.match(texts[place])) or _DISCLAIMS.match(texts[place].strip())
        if signs and not any(_belongs_to_document(text.strip()) for text in texts[place + 1 :]):
            return place
    return len(texts)
