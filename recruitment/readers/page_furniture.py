"""What stands around a document on its pages: numbers, running titles, the words of a website."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from recruitment.domain.specification_requirement import requirement_of_word
from recruitment.readers.column_heads import heads_numbers
from recruitment.readers.headings import is_section_name, names_specification, part_of
from recruitment.readers.raw_lines import METHOD_NUMBERS
from recruitment.readers.titles import is_organisation, is_proper
from recruitment.readers.wording import clean, split_marker

_FURNITURE = re.compile(
    r"^\W*(?:you are on )?(?:page|p\.)\s*\d+\s*(?:of\s*\d+)?\b.{0,80}$|"
    r"^.{0,90}(?:\bpage\s*\d+\s*(?:of|/)\s*\d+|[–—|·-]\s*(?:page|p\.)\s*\d+)\W*$|^[-–—_=~.\s]*\d{0,3}[-–—_=~.\s]*$",
    re.IGNORECASE,
)
# What the website of a document shows around it.
_WEBSITE = re.compile(
    r"^\W*(?:download (?:as|now|this|full|pdf)\b.{0,40}|you might also like|uploaded by\b.{0,60}|"
    r"share (?:(?:this|on|via|by|job|page|vacancy|role|advert|post|facebook|twitter|linkedin|e-?mail)\W*)+|"
    r"(?:(?:save|share|print|apply|e-?mail)(?: this (?:job|page|vacancy|role))?\W+){2,}"
    r"(?:save|share|print|apply)|"
    r"save .{1,60} for later|full description|available formats|"
    r"\d+ ratings?.{0,40}|report this document|back to top|skip to .{0,30})\W*$",
    re.IGNORECASE,
)
# The code or the date of a form and a page: “HR/Role v5 Page 1”, “PCC/Feb 2019Page 2”.
_FORM_PAGE = re.compile(r"^\S*(?:[A-Z]+/|\bv\d).{0,50}(?: |(?<=\d))Page \d+$")
_FORM_CODE = re.compile(
    r"^\s*(?=.*\d)[A-Z]{2,}[A-Z\d]*(?:[ /._-][A-Z\d]+)+\s*$"
)  # “DCPS/BS/2024” on each page
# “Caretaker JD/PS            2 of 3            Sept 2015”
_WIDE_FOOT = re.compile(r"^(?:.{0,60}\S {3,})?\d{1,2} of \d{1,2}(?: {3,}\S.{0,40})?$")
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_CELL_EDGE = re.compile(r"\||(?:^|\s)/(?:\s|$)|\t")  # of a table written with pipes, slashes or tabs
_LONGEST_NAME = 9  # words
_FEWEST_ANSWERS = 3
_LONGEST_TITLE = 120  # letters
_FEWEST_PAGES, _SHORTEST_PAGE = 3, 8  # that tell a running line by its number; lines
_FEWEST_COUNTED = 2  # pages, where each says of how many it is one, or which version of the document
_PAGE_OF = re.compile(r"\bpage\W{0,3}\d|\d\s*(?:of|/)\s*\d", re.IGNORECASE)
_VERSION = re.compile(r"\bv\.?\d|\b(?:19|20)\d\d\b", re.IGNORECASE)
_COUNTS_OTHERS = re.compile(
    r"\b(?:level|stage|year|grade|band|part|phase|tier|step|section|essential|desirable|criteria)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3  # of such a line, and one more
_PAGE = re.compile(r"\s+(?P<word>page\s+)?(?P<number>\d{1,2})(?P<of> of \d{1,2})?$", re.IGNORECASE)
_FEWEST_ROWS, _LONGEST_ROW = 4, 10  # with a number each; lines


def pages_of(text: str) -> list[int]:
    """The page of each line, by the form feeds between pages; they count as ends of lines too."""
    return [page for page, own in enumerate(text.split("\f")) for _ in own.split("\n")]


def furniture_in(texts: Sequence[str]) -> frozenset[int]:
    """The places of the lines that are no part of the document."""
    times = Counter(text.strip() for text in texts)
    titles = Counter(title for text in texts if (title := _running_title(text)))
    kept = _answers_in(texts) | _row_numbers_in(texts)
    counted = _counted_titles(texts)
    named: set[str] = set()
    found: set[int] = set()
    for place, text in enumerate(texts):
        bare = text.strip()
        again = times[bare] > 1
        is_foot = _is_foot(text) and not _CELL_EDGE.search(text) and place not in kept
        coded = len(bare) <= _LONGEST_TITLE and _FORM_CODE.match(bare)
        is_running = again and (coded or _ADDRESS.match(bare) or bare in named)
        if is_foot or is_running or titles[_running_title(text)] > 1 or place in counted:
            found.add(place)
        if again and _names_school(bare):
            named.add(bare)
        if again and "|" in bare and _VERSION.search(bare) and any(map(_names_school, bare.split(" | "))):
            found.add(place)
    return frozenset(found | _beside_feet(texts, found))


def _beside_feet(texts: Sequence[str], found: Iterable[int]) -> set[int]:
    """“Caretaker – JD and PS – May 2025” right over or below “Page 2 of 3”, on several pages."""
    feet = {place for place in found if _PAGE_OF.search(texts[place])}
    beside = [
        place
        for place, text in enumerate(texts)
        if (place - 1 in feet or place + 1 in feet)
        and len(text.split()) >= _FEWEST_WORDS
        and not (_CELL_EDGE.search(text) or _COUNTS_OTHERS.search(text) or _is_heading(text))
    ]
    times = Counter(texts[place].strip() for place in beside)
    return {place for place in beside if times[texts[place].strip()] > 1}


def _row_numbers_in(texts: Sequence[str]) -> frozenset[int]:
    """The numbers 1, 2, 3 … that stand alone below “No”, each near the last: rows of a table, no pages."""
    found: list[int] = []
    begun = -1
    for place, text in enumerate(texts):
        bare = text.strip()
        if begun < 0 and heads_numbers(bare):
            begun = place
        elif begun >= 0 and bare == str(len(found) + 1):
            if place - (found[-1] if found else begun) > _LONGEST_ROW:
                break
            found.append(place)
    return frozenset(found if len(found) >= _FEWEST_ROWS else ())


def without_running_lines(texts: Sequence[str], pages: Sequence[int]) -> list[str]:
    """The lines, blank where they head or foot several pages and say the same but for a number.

    ``pages`` are those of the lines, where form feeds mark them. The first head of all stays: it may name the
    employer.
    """
    filled: dict[int, list[int]] = {}
    for place, (text, page) in enumerate(zip(texts, pages, strict=True)):
        if text.strip():
            filled.setdefault(page, []).append(place)
    edges = [
        {
            (is_foot, re.sub(r"\d+", "#", clean(texts[place]))): place
            for is_foot, place in _edges_of(places)
            if not (_CELL_EDGE.search(texts[place]) or (not is_foot and _is_heading(texts[place])))
        }
        for places in filled.values()
    ]
    times = Counter(said for of_page in edges for said in of_page)
    seen: set[tuple[bool, str]] = set()
    made = list(texts)
    for of_page in edges:
        for said, place in of_page.items():
            is_foot, _ = said
            if times[said] > 1 and (said in seen or is_foot):
                made[place] = ""
        seen |= set(of_page)
    return made


def _is_heading(text: str) -> bool:
    """“Person specification” at the head of each page says where the lines below belong."""
    bare = clean(text)
    return part_of(bare) is not None or names_specification(bare) or is_section_name(bare)


def _edges_of(places: Sequence[int]) -> list[tuple[bool, int]]:
    """The outermost lines of a page, and the next ones where a blank line parts them from the rest."""
    edges = [(False, places[0]), (True, places[-1])]
    if len(places) > 2 and places[2] - places[1] > 1:
        edges.append((False, places[1]))
    if len(places) > 2 and places[-2] - places[-3] > 1:
        edges.append((True, places[-2]))
    return edges


def _is_foot(text: str) -> bool:
    bare = clean(text)
    if len(bare) > _LONGEST_TITLE:
        return not bare.strip("-–—_=~. ")
    counted = _FORM_PAGE.match(text.strip()) or _WIDE_FOOT.match(text.strip())
    return bool(counted or _FURNITURE.match(bare) or _WEBSITE.match(bare))


def _names_school(text: str) -> bool:
    """The name of the school alone, as it runs over each page."""
    parts = [part for part in re.split(r" {3,}", text) if len(part.split()) <= _LONGEST_NAME]
    return any(is_organisation(part) and is_proper(part) for part in parts)


def _running_title(text: str) -> str:
    """“Hillmoor School – Headteacher” of “Hillmoor School – Headteacher 2”, at the foot of each page."""
    bare = text.strip()
    page = _PAGE.search(bare) if len(bare) <= _LONGEST_TITLE else None
    title = bare[: page.start()] if page else ""
    parts = re.split(r"\s[–—|-]\s", title)
    named = len(parts) > 1 and any(map(_names_school, parts))
    return title if named or (page and page["word"]) else ""


def _counted_titles(texts: Sequence[str]) -> frozenset[int]:
    """Lines far apart that say the same but for the number at their end, which counts the pages."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        may_count = len(text.split()) > _FEWEST_WORDS and not _COUNTS_OTHERS.search(text)
        page = _PAGE.search(text.strip()) if may_count else None
        if page and not (split_marker(clean(text))[0] or _is_heading(text)):
            places.setdefault(text.strip()[: page.start()], []).append(place)
    counted: set[int] = set()
    for own in places.values():
        pages = [page for place in own if (page := _PAGE.search(texts[place].strip()))]
        numbers = [int(page["number"]) for page in pages]
        in_order = numbers == list(range(numbers[0], numbers[0] + len(own)))
        apart = all(below - above >= _SHORTEST_PAGE for above, below in pairwise(own))
        told = all(page["of"] for page in pages) or all(_VERSION.search(texts[place]) for place in own)
        fewest = _FEWEST_COUNTED if told else _FEWEST_PAGES
        counted.update(own if len(own) >= fewest and in_order and apart else ())
    return frozenset(counted)


def _answers_in(texts: Sequence[str]) -> frozenset[int]:
    """Numbers below “Essential” or “Desirable”, row for row: a column of the table, and no pages."""
    filled = [place for place, text in enumerate(texts) if text.strip()]
    below = {
        place
        for above, place in pairwise(filled)
        if requirement_of_word(texts[above]) and METHOD_NUMBERS.match(texts[place].strip())
    }
    return frozenset(below if len(below) >= _FEWEST_ANSWERS else ())
