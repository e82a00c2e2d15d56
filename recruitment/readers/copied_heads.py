"""The head of a table whose columns a copy has lost, and the signs that its rows may end in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recruitment.domain.specification_evidence import are_methods_alone, is_codes, parse_evidence
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import (
    Requirement,
    requirement_of_head,
    requirement_of_word,
)
from recruitment.readers.bare_signs import name_of_methods
from recruitment.readers.column_heads import heads_evidence, may_head, read_header
from recruitment.readers.columns import Role, is_generic
from recruitment.readers.headings import is_section_name
from recruitment.readers.need_codes import read_need_codes
from recruitment.readers.raw_lines import RawLine
from recruitment.readers.wording import clean, starts_low

_LONGEST_HEAD = 8  # words
_MOST_LINES = 6  # of a head whose columns have wrapped
_COLUMNS = 3  # of a head that names a requirement
_MOST_SIGNS = 8  # words
_NEAR = 60  # lines above a head that may hold its key
_WEIGHS = re.compile(r"\d+|high|medium|low", re.IGNORECASE)
_WEIGHT = re.compile(r"\b(?:weight(?:ing|s)?|score|points)\b", re.IGNORECASE)
# Names of a column of requirements; the ranks only where a note explains them.
_RANK = re.compile(r"^(?:rank(?:ing)?|code|category|priority|level)$", re.IGNORECASE)
_NEED = re.compile(rf"^(?:requirement|need|status)$|{_RANK.pattern}", re.IGNORECASE)
_BOTH = re.compile(r"^E ?/ ?D$")
_OF_NEED = re.compile(r"\b(?:essential|desirable|or)\b|\([ED]\)|/", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:E|Essential) / (?:D|Desirable)\b", re.IGNORECASE)
_ROW_NUMBERS = re.compile(r"^(?:no|nr|ref|item|#)\W+(?=\w)", re.IGNORECASE)  # before the name of the wordings
_WORD_BEFORE = re.compile(r"[a-z]{2}|\d")
_CODES = re.compile(r"[A-Za-z/,;&+ ]+")
_WRAPPED = re.compile(r"\n(?=[a-z])")
_REMARK = re.compile(r"\s*\([^()]*\)$")
_SEPARATED = re.compile(r"[/,;&+ ]")


@dataclass(frozen=True, slots=True)
class CopiedHead:
    """“Criteria E / D Assessed by”, “Criteria Essential M.O.A.”, or “Criteria How assessed” alone.

    ``says_need``: each row says its requirement, by one of the ``codes`` or by E and D; ``weighs``: a number
    beside it says how much it counts; ``lines``: how many printed lines it takes.
    """

    names: tuple[str, ...]
    key: dict[str, str]
    codes: Mapping[str, Requirement]
    says_need: bool
    weighs: bool
    lines: int = 1

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the table that is made of the rows."""
        wording, *need, how = self.names
        named = ["Essential/Desirable"] if self.says_need else need
        return ("Section", wording or "Criteria", *named, "Weighting", how)

    @property
    def is_plain(self) -> bool:
        """Whether it names the wordings and their methods alone."""
        return len(self.names) == 2

    @property
    def numbers_rows(self) -> bool:
        return bool(_ROW_NUMBERS.match(self.names[0]))


def copied_head(lines: Sequence[RawLine], place: int) -> CopiedHead | None:
    """The head that a line is, or several, with the key and the codes that stand above it."""
    return _head_on_lines(lines, place) or _head_on_line(lines, place)


def _head_on_lines(lines: Sequence[RawLine], place: int) -> CopiedHead | None:
    """“Attribute Essential (E) or How” over “Desirable (D) identified”, whose columns have wrapped.

    The last of them may go on for some lines more: “application / interview /” and “both”.
    """
    above = clean(lines[place].text)
    below = clean(lines[place + 1].text) if place + 1 < len(lines) else ""
    split = "essential" in above.lower() and "desirable" in below.lower() and "\t" not in lines[place].text
    if not split or "desirable" in above.lower():
        return None
    text, found = above, None
    for count, line in enumerate(lines[place + 1 : place + _MOST_LINES], 2):
        more = clean(line.text)
        text = f"{text} {more}"
        if not more or (found and not starts_low(more)) or len(text.split()) > 2 * _LONGEST_HEAD:
            break
        if names := _names_around_need(text):
            read = read_header(names)
            key = {**(read.key if read else {}), **key_above(lines, place)}
            found = CopiedHead(names, key, {}, says_need=True, weighs=False, lines=count)
    return found


def _names_around_need(text: str) -> tuple[str, str, str] | None:
    """The names beside “Essential or Desirable” in a head, of which the second stands over the methods."""
    words = _OF_NEED.sub(" ", text).split()
    for count in range(1, len(words)):
        name, how = " ".join(words[:count]), " ".join(words[count:])
        if is_generic(name) and heads_evidence(how):
            return name, "Essential/Desirable", how
    return None


def _head_on_line(lines: Sequence[RawLine], place: int) -> CopiedHead | None:
    text = clean(lines[place].text)
    words = _WEIGHT.sub(" ", text).split()
    if not 2 <= len(words) <= _LONGEST_HEAD or not may_head(text) or "\t" in lines[place].text:
        return None
    if " / " in _EITHER.sub("", text):  # the columns are not lost
        return None
    for names in sorted(_parted(words), key=lambda names: not _BOTH.match(names[1])):
        if (says_need := _says_need(names)) is not None:
            above = [line.text for line in lines[max(place - _NEAR, 0) : place]]
            codes = _codes_in(above) if says_need else {}
            if codes or not _RANK.match(names[1]):
                return CopiedHead(
                    names, key_above(lines, place), codes, says_need, bool(_WEIGHT.search(text))
                )
    return None


def key_above(lines: Sequence[RawLine], place: int) -> dict[str, str]:
    """The key on the lines above a head; the words of a code may go on in small letters on the next line."""
    above = "\n".join(clean(line.text) for line in lines[max(place - _NEAR, 0) : place])
    return parse_key(_WRAPPED.sub(" ", above))


def head_before_name(text: str) -> tuple[Requirement | None, str]:
    """“Factor Essential Criteria Method of Assessment Knowledge”: a head that has run into a section."""
    words = text.split()
    if not may_head(text) or len(words) > 2 * _LONGEST_HEAD:
        return None, ""
    for count in range(_COLUMNS, min(_LONGEST_HEAD, len(words) - 1) + 1):
        name = " ".join(words[count:])
        if not is_section_name(name):
            continue
        for names in _parted(words[:count]):
            if len(names) == _COLUMNS and is_generic(names[0]) and _says_need(names) is False:
                return requirement_of_head(names[1]), name
    return None, ""


def need_of_lone_column(text: str, below: Sequence[str]) -> Requirement | None:
    """“Attributes Essential (levels that must be reached)”: a head whose only column says what all are.

    Not where the names of other columns stand below it.
    """
    words = _REMARK.sub("", text).split()
    others = any(requirement_of_head(own) or heads_evidence(own) for own in below)
    if not _COLUMNS > len(words) > 1 or text.endswith(".") or others:
        return None
    return requirement_of_head(words[-1]) if is_generic(words[0]) else None


def heads_section(head: CopiedHead, lines: Sequence[RawLine]) -> bool:
    """“Attributes  Stage” where “Education  Stage” too stands over a list."""
    same = (clean(line.text) for line in lines if line.text.rstrip().endswith(head.names[-1]))
    return head.is_plain and is_section_name(head.names[0]) and any(map(name_of_methods, same))


def signs_at_end(text: str, head: CopiedHead) -> tuple[str, tuple[str, str, str]] | None:
    """What a printed line says before its signs, and those: requirement, weight and methods.

    None where it has no signs at its end.
    """
    words = text.split()
    for place in range(max(len(words) - _MOST_SIGNS, 0), len(words)):
        signs = _signs_in(words[place:], head)
        before = " ".join(words[:place])
        if signs and (_WORD_BEFORE.search(before) if before else not is_section_name(text)):
            return before, signs
    return None


def _codes_in(texts: Sequence[str]) -> Mapping[str, Requirement]:
    """What a note on one or two lines says that other letters than E and D mean."""
    notes = (read_need_codes(f"{one} {two}") for one, two in pairwise([*texts, ""]))
    return next((codes for codes in notes if codes), {})


def _parted(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of a head as the names of three columns, of which the first may be lost, or of two."""
    for first in range(len(words) - 1):
        for second in range(first + 1, len(words)):
            yield " ".join(words[:first]), " ".join(words[first:second]), " ".join(words[second:])
    for first in range(1, len(words)):
        yield " ".join(words[:first]), " ".join(words[first:])


def _says_need(names: tuple[str, ...]) -> bool | None:
    """Whether the second of three names stands over E and D; None where they are no head."""
    if len(names) == 2:
        read = read_header(names) if is_generic(names[0]) else None
        return False if read and read.roles == (Role.UNNAMED, Role.EVIDENCE) else None
    joint = "Essential/Desirable" if _NEED.match(names[1]) else names[1]
    read = read_header([names[0] or "Criteria", joint, names[2]])
    if not read or read.roles[2] is not Role.EVIDENCE or read.roles[0] is not Role.UNNAMED:
        return None
    return read.roles[1] is Role.REQUIREMENT if _is_need(read.roles[1]) else None


def _is_need(role: Role) -> bool:
    return role in {Role.REQUIREMENT, Role.ESSENTIAL, Role.DESIRABLE}


def _signs_in(words: Sequence[str], head: CopiedHead) -> tuple[str, str, str] | None:
    """Requirement, weight and methods, where the words are nothing else."""
    rest = list(words)
    need = rest.pop(0) if head.says_need else ""
    if head.says_need and need not in head.codes and requirement_of_word(need) is None:
        return None
    weights = [word for word in rest[:1] + rest[-1:] if head.weighs and _WEIGHS.fullmatch(word)]
    if weights:
        rest.remove(weights[0])
    how = " ".join(rest)
    whole = _are_methods(how, head) if how else head.says_need and (len(words) > 1 or not head.weighs)
    return (need, weights[0] if weights else "", how) if whole else None


def _are_methods(text: str, head: CopiedHead) -> bool:
    """Codes of the key, or common ones that cannot be an abbreviation at the end of a wording."""
    if not _CODES.fullmatch(text):
        return False
    if not is_codes(text, head.key):
        read = parse_evidence(text, head.key)
        told = head.says_need or (head.is_plain and are_methods_alone(text))
        return told and read is not None and bool(read.letters) and not read.doubtful
    return head.says_need or bool(_SEPARATED.search(text)) or text in head.key or len(text) == 1
