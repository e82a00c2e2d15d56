"""The name of the post and of the employer, where no label gives them."""

import re
from collections.abc import Sequence

from recruitment.readers.blocks import Line
from recruitment.readers.headings import (
    is_requirement_heading,
    is_section_name,
    names_description,
    names_specification,
    part_of,
    starts_like_criterion,
    without_part_names,
)
from recruitment.readers.items import is_filler
from recruitment.readers.labels import label_of, label_values

_ORGANISATION = (
    r"School|Schools|Academy|Academies|Trust|Council|Borough|College|University|Diocese|"
    r"Consortium|Federation|Referral Unit|"
    r"Partnership|Authority|Foundation|Nursery|Infants|Juniors|Library Board|Pre-?School|Playgroup|"
    r"Hospice|Hospital|Infirmary|Museum|Charity|Children[’']s Centre|"
    r"(?<!of )(?<!of the )Music Service"
)
# “School Business Manager” names a post: the organisation's noun stands at the end, or before “of”.
_ORGANISATION_RE = re.compile(
    rf"[\w’']*(?:{_ORGANISATION})\b(?:\s*(?:of|for|and|&|,|\(|–|-|/|Ltd\b|Limited\b|CIC\b)\s*.*)?$"
    r"|\b(?:Borough|University|Diocese|City) of\b|^(?:Ysgol|Coleg)\b",
    re.IGNORECASE,
)
_ANY_ORGANISATION = re.compile(rf"{_ORGANISATION}|Academ|Universit|Ysgol|Coleg", re.IGNORECASE)
_PLAIN_WORDS = re.compile(
    rf"^(?:{_ORGANISATION}|the|of|and|for|in|voluntary|aided|controlled|community|church|england|catholic|high|secondary|special|grammar|"
    r"primary|junior|infant|foundation|county|city|district|multi|academy|nursery|local|education|"
    r"senior|lower|middle|upper|prep|preparatory|boarding|day|independent|our|this|a|all|any|whole|every|nhs|each)$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"((?:(?:St|Dr|Ss)\.? )?(?:[A-Z][\w’'.&-]*(?: (?:of|and|the|in|&|"
    r"for))? ){0,6}[A-Z]?[\w’'.-]*(?:School|Academy|Trust|Council|Borough of [A-Z]\w+|"
    r"College|University|Consortium|Federation)(?: of [A-Z]\w+)?)(?!\w)"
)
_OF_A_SCHOOL = re.compile(
    r"\b(?:School(?! of\b)|Academy|College|Nursery|Unit|Centre|Infants|Juniors)\b", re.IGNORECASE
)
_SERVES = re.compile(r"^(?:[A-Z][\w’'-]*,? (?:and )?){1,4}to the\b")
_WITH_GRADE = re.compile(
    r"^(?:grade|band|scale)\s+[\w-]{1,4}\s+(?=\S)|"
    r"\s*[–—(,-]?\s*\b(?:(?:band|grade|scale)\s+[\w-]{1,4}|(?:mps|ups|njc)(?:\s*/\s*(?:mps|ups))?)\)?\s*$",
    re.IGNORECASE,
)
_GRADE_BEHIND = re.compile(r"(?<=\w)\W+((?:band|grade|scale)\s+(?:\d[\w-]{0,3}|[A-Z]))\)?\W*$", re.IGNORECASE)
_ONLY_PAY = re.compile(
    r"^(?:(?:mps|ups|njc|scp|pay|salary|scale|grade|band|points?|range|main|upper|[A-Z]?\d+)\b\W*)+$",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:\w*teacher|head|principal|lecturer|professor|tutor|instructor|coach|mentor|assistant|officer|manager|"
    r"supervisor|co-?ordinator|leader|lead|director|administrator|receptionist|secretary|clerk|bursar|"
    r"technician|engineer|analyst|adviser|advisor|counsell?or|psychologist|therapist|nurse|matron|"
    r"\w*worker|\w*keeper|caretaker|cleaner|cook|chef|porter|driver|escort|warden|practitioner|librarian|"
    r"invigilator|examiner|educator|operative|\w+person|trainer|trainee|apprentice|volunteer|governor|chaplain|accountant|buyer|"
    r"parent|houseparent|gardener|consultant|specialist|senco|sendco|elsa|ta|hlta|lsa|mdsa)s?\b",
    re.IGNORECASE,
)
# Who leads a school, and what a website asks its visitors.
_NAMES_NO_POST = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Revd?|Sir|Dame)\b|\bvacanc|^(?:become|join|meet|our)\b", re.IGNORECASE
)
_PATH = re.compile(r" [>›»] ")  # between the pages of a website
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_LONG_WORD = re.compile(r"\S{60,}")  # no name, and slow to search
_NOT_A_TITLE = re.compile(
    r"\?|^(?:home|menu|search|share|skip to .*|log ?in|cookies?|current vacancies|various|title)$|"
    r"^(?:part|full)[ -]time$|"
    r"^(?:the )?(?:person|role|post|job|candidate|basics)$|^ref(?:erence)?\b|"
    r"\b(?:details|overview|summary|information|about|how|looking|notes?|nb|applicants?|candidates?|appendix|annex|page|section|"
    r"draft|version|confidential|model|template|example|essential|desirable|criteria|document|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|\d{4})\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^\W*(?:for|of)\s+(?:the\s+)?(?:post|role|position|job)?\s*(?:of|:)?\s*(?:an?\s+|the\s+)?", re.IGNORECASE
)
# “Teacher at …”, “Caretaker in Fenbridge School”; “Lecturer in Human Geography” is a title as it stands.
_PLACE = re.compile(
    rf"\s+(?:at\s+(?:the\s+)?(?:[A-Zx]|x{{2,}}).*|in\s+(?:the\s+)?(?:x{{2,}}.*|(?=[A-Z]).*\b(?:{_ORGANISATION})\b.*))$"
)
_SMALL_EMPLOYER = re.compile(
    r"\b(?:Homes|Housing|Hub|Fostering|Adoption|Centre|Group|Society|Association|Institute|Project|Limited|Ltd|"
    r"CIC|Church|Agency|Network|Alliance|Nurseries|Company|Collective|Theatre|Surgery)$",
    re.IGNORECASE,
)
_LONGEST_NAME, _LONGEST_LINK = 6, 3  # words; letters of “of”, “and” or “the”
_EDGE = " \t-–—:/|,.&*\x00"


def title_in_heading(text: str) -> str | None:
    """What a heading says beside “person specification”: “Person Specification – Caretaker” → Caretaker.

    An organisation before a dash is left out; “for a Playworker” loses its little words.
    """
    bare = re.sub(
        r"(?:^|(?<=\x00))[^\x00/]{2,40}\s/\s*(?=\x00)", "", without_part_names(text)
    )  # the same in another language
    pieces = re.split(r"\x00|\s[–—-]\s|\s\|\s", bare)
    pieces = [piece.strip(_EDGE) for piece in pieces]
    pieces = [
        re.sub(r"\s*\b(?:and|&)$|^(?:and|&)\s*", "", piece, flags=re.IGNORECASE).strip(_EDGE)
        for piece in pieces
    ]
    good = [
        cleaned
        for piece in pieces
        if (cleaned := _trim(piece)) and is_title_like(cleaned) and not is_organisation(cleaned)
    ]
    return good[0] if good else None


def _trim(piece: str) -> str:
    piece = _PLACE.sub("", _FOR.sub("", _WITH_GRADE.sub("", piece)))
    return re.sub(r"\s*\(\s*\d[^()]*\)$", "", piece).strip(_EDGE)


def is_title_like(text: str) -> bool:
    """A short name of a post: no sentence, no date, no usual heading."""
    words = text.split()
    if not _names_more(text):
        return False
    if (
        not 1 <= len(words) <= 9
        or not re.search(r"[A-Za-z]{3}", text)
        or text.rstrip().endswith((".", ";", ":", ","))
    ):
        return False
    if all(
        word.lower() in {"the", "a", "an", "we", "you", "it", "our", "for", "and", "of"} for word in words
    ):
        return False
    if (
        ": " in text
        or _NOT_A_TITLE.search(text)
        or _ONLY_PAY.match(text)
        or is_section_name(text)
        or part_of(text)
        or is_requirement_heading(text)
    ):
        return False
    return words[0][:1].isupper() and not label_values(text) and label_of(text) is None


def _names_more(text: str) -> bool:
    """Whether a line says more than “Job description and person specification”."""
    return bool(re.sub(r"\b(?:and|the)\b|\W", "", without_part_names(text), flags=re.IGNORECASE))


def is_organisation(text: str) -> bool:
    """A name of a school, a council and the like; “Clerk to the Trust” is a post."""
    text = _IN_BRACKETS.sub("", text)
    return (
        len(text) <= 150
        and not _SERVES.search(text)
        and bool(_ORGANISATION_RE.search(text))
        and bool(re.search(r"[A-Z]", text))
    )


def find_title(
    before: Sequence[Line], headings: Sequence[tuple[str, Sequence[Line]]], top: Sequence[Line] = ()
) -> str | None:
    """The title from the headings of the document, then from the lines right beside them.

    What has the usual noun of a post comes before what has none, from the ``top`` of the page too, where a
    website shows its own names.
    """
    if titled := _at_end_of_path(top):
        return titled
    for line in before:
        if (names_specification(line.text) or names_description(line.text)) and (
            title := title_in_heading(line.text)
        ):
            return title
    in_headings = [title_in_heading(heading) for heading, _ in headings]
    below = [_beside(lines[0].text) for _, lines in headings if lines and not lines[0].marker]
    above = [line for line in before[:6] if not line.marker]
    heavy = [_beside(line.text) for line in above if line.bold or line.heading or line.text.isupper()]
    near = [_beside(line.text) for line in (reversed(above[-2:]) if headings else above[:2])]
    first = [_beside(line.text) for line in above[:1]]
    titles = (*in_headings, *below, _over_the_form(before), *heavy, *near, *first)
    found = [title for title in titles if title]
    further = (_beside(line.text) for line in top if not (line.marker or _NAMES_NO_POST.search(line.text)))
    posts = (title for title in (*found, *further) if title and _POST.search(title))
    return next(posts, found[0] if found else None)


def _at_end_of_path(top: Sequence[Line]) -> str | None:
    """What a path of pages, “Home > Jobs > Caretaker”, ends with, where it stands again as a line below."""
    for place, line in enumerate(top):
        *pages, last = _PATH.split(line.text)
        stands_again = any(below.text == last for below in top[place + 1 :])
        if pages and stands_again and _POST.search(last):
            return _beside(last)
    return None


def _over_the_form(before: Sequence[Line]) -> str | None:
    """The line right over the first label: “Caretaker”, then “Grade: 4”."""
    for place, line in enumerate(before):
        if label_values(line.text) or label_of(line.text) is not None:
            named = [own for own in before[:place] if _names_more(own.text)]
            over = named[-1] if named else None
            return _beside(over.text) if over and not over.marker else None
    return None


def _beside(text: str) -> str | None:
    """A line that is the name of the post, or says it beside a name, or at the end of a path of pages."""
    pieces = re.split(r"\s[–—-]\s|\s\|\s", _PATH.split(text)[-1])
    others = [piece for piece in pieces if not is_organisation(piece)]
    trimmed = _trim(others[0] if len(others) == 1 < len(pieces) else _PATH.split(text)[-1])
    return (
        trimmed
        if is_title_like(trimmed)
        and not (is_organisation(trimmed) or starts_like_criterion(trimmed))
        and len(trimmed.split()) <= 7
        else None
    )


def employer_named(top: Sequence[str]) -> str | None:
    """An organisation that is named in a line at the top, and nothing else in that line."""
    named: list[str] = []
    for text in top:
        if label_values(text):
            continue
        for piece in re.split(r"\s[–—|]\s|\x00", without_part_names(text)):
            piece = _FOR.sub("", piece.rpartition(":")[2].strip(_EDGE))
            if (
                len(piece.split()) <= 9
                and is_organisation(piece)
                and not is_filler(piece)
                and is_proper(piece)
                and not re.search(r"[.?!:;]$|^(?:Schools|Academies)\b", piece)
                and piece[:1].isupper()
            ):
                named.append(piece)
    # A school before the council, the diocese or the trust that it belongs to.
    return next((name for name in named if _OF_A_SCHOOL.search(name)), named[0] if named else None)


def grade_beside_title(texts: Sequence[str]) -> str | None:
    """“Grade 5” of “Workshop Technician (Grade 5)”, in a line that names the post."""
    for text in texts:
        for piece in re.split(r"\x00|\s[–—|]\s(?=[A-Z][a-z]+ [A-Z])", without_part_names(text)):
            found = _GRADE_BEHIND.search(piece.strip(_EDGE))
            if found and is_title_like(_trim(piece)):
                return found[1]
    return None


def employer_at_top(texts: Sequence[str]) -> str | None:
    """The first line of all, where it is a name that ends as those of small employers do."""
    first = texts[0].strip(_EDGE) if texts else ""
    words = re.findall(r"[A-Za-z][\w’'-]*", first)
    named = all(word[0].isupper() or len(word) <= _LONGEST_LINK for word in words)
    return first if 1 < len(words) <= _LONGEST_NAME and named and _SMALL_EMPLOYER.search(first) else None


def employer_mentioned(texts: Sequence[str]) -> str | None:
    """The first name of an organisation written in full anywhere."""
    for text in texts:
        for found in _NAME.finditer(_LONG_WORD.sub(" ", text)):
            if is_proper(found[1]):
                return re.sub(r"^(?:The|This|Our|At|In|All|Of)\s+", "", found[1]).strip()
    return None


def is_proper(name: str) -> bool:
    """Whether at least one word is a name of its own, not “Voluntary Aided School”, “Diploma for School”."""
    if re.search(r"\bfor (?:School|College|University)$", name):
        return False
    words = re.findall(r"[A-Za-z][\w’']*", name)
    if any(word[:1].islower() and len(word) > 3 for word in words) or re.search(
        r"\bx{2,}\b", name, re.IGNORECASE
    ):
        return False
    own = any(word[:1].isupper() and not _PLAIN_WORDS.match(word) for word in words)
    return own and bool(_ANY_ORGANISATION.search(name))
