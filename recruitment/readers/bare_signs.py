"""Signs that stand bare behind the wordings of a list, whose columns have fallen together."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recruitment.domain.specification_evidence import is_codes
from recruitment.readers.blocks import Line
from recruitment.readers.column_heads import heads_evidence
from recruitment.readers.headings import is_requirement_heading, is_section_name

_FEWEST = 4  # lines
# Behind a wording E or D, and the letters of its evidence.
_ENDING = re.compile(
    r"(?<=[\w)”\"'])\s+(?P<need>[ED])(?:\s+(?P<how>[A-Z]{1,3}(?:\s*[/,;&+ ]\s*[A-Z]{1,3})*))?$"
)
# “… related disciplineE – AF, I”, whose need has run into the last word.
_GLUED = re.compile(r"(?<=[\w)”])(?P<need>[ED])\s*[–—-]\s*(?P<how>[A-Z]{1,3}(?:\s*[/,;&+]\s*[A-Z]{1,3})*)$")
_LONGEST_ENDING = 40  # letters
_BEFORE_A_GRADE = re.compile(
    r"\b(?:grades?|levels?|categor(?:y|ies)|parts?|sections?|class|band|block|scale|vitamin|hepatitis|type|or|to)$",
    re.IGNORECASE,
)
_METHODS = re.compile(r"(?<=[\w)”\"'.])\s+(?P<how>[A-Z]{1,4}(?:\s*[/,;&+ ]\s*[A-Z]{1,4})*)$")
_BRACKETED = re.compile(r"[(\[]([A-Z]{1,4}(?:\s*[/,;&+ ]\s*[A-Z]{1,4})*)[)\]]$")
_COLUMN_NAMES = re.compile(r"\s+(?:E\s*/\s*D|Essential\s*/\s*Desirable)\b.*$", re.IGNORECASE)
_MOST_HEADING_WORDS = 8
_MOST_NAME_WORDS = 4  # of the column of methods: “Method of assessment”


def with_bracketed_letters(lines: Sequence[Line], key: Mapping[str, str]) -> Sequence[Line]:
    """“Keeps records E A/I” as “Keeps records (E, A/I)”, and “Keeps records A/I” by a key so too.

    Only where most lines end so; names of columns behind the headings are taken off.
    """
    if any(is_requirement_heading(line.text) for line in lines):
        return _with_bracketed_methods(_without_names_of_methods(lines), key)
    ends = [_bare_letters(line.text, key) for line in lines]
    if not _are_most(sum(end is not None for end in ends), lines):
        return _with_bracketed_methods(lines, key)
    return [
        replace(line, text=_in_brackets(line.text, end) if end else _COLUMN_NAMES.sub("", line.text))
        for line, end in zip(lines, ends, strict=True)
    ]


def without_letters(text: str, key: Mapping[str, str]) -> list[str]:
    """A wording without E or D, or without the methods of a key, where such stand bare behind it."""
    ends = (_ENDING.search(text, max(len(text) - _LONGEST_ENDING, 0)), _bare_methods(text, key))
    return [text[: end.start()] for end in ends if end]


def ends_in_codes(text: str, key: Mapping[str, str]) -> bool:
    """Whether brackets at the end hold codes of the key and nothing else."""
    found = _BRACKETED.search(text)
    return found is not None and all(code in key for code in re.findall(r"[A-Z]+", found[1]))


def _are_most(count: int, lines: Sequence[Line]) -> bool:
    wordings = [line for line in lines if not _is_heading(line.text)]
    return count >= _FEWEST and count * 2 > len(wordings)


def _is_heading(text: str) -> bool:
    return is_section_name(text) or is_requirement_heading(text)


def _bare_letters(text: str, key: Mapping[str, str]) -> re.Match[str] | None:
    begin = max(len(text) - _LONGEST_ENDING, 0)
    end = _ENDING.search(text, begin) or _GLUED.search(text, begin)
    if end and end["how"] and not is_codes(end["how"], key):
        end = _ENDING.search(text, end.start() + 1)
    is_glued = end is not None and end.start() == end.start("need")
    return end if end and (is_glued or not _BEFORE_A_GRADE.search(text[: end.start()])) else None


def _in_brackets(text: str, end: re.Match[str]) -> str:
    signs = ", ".join(sign for sign in end.groupdict().values() if sign)
    return f"{text[: end.start()]} ({signs})"


def _with_bracketed_methods(lines: Sequence[Line], key: Mapping[str, str]) -> Sequence[Line]:
    """By a key that lists them all; E and D are said by headings, so they are nothing else here."""
    ends = [_bare_methods(line.text, key) for line in lines] if key else []
    kinds = {end["how"] for end in ends if end}
    if len(kinds) == 1 or not _are_most(sum(end is not None for end in ends), lines):
        return lines
    return [
        replace(line, text=_in_brackets(line.text, end)) if end else line
        for line, end in zip(lines, ends, strict=True)
    ]


def _bare_methods(text: str, key: Mapping[str, str]) -> re.Match[str] | None:
    end = _METHODS.search(text, max(len(text) - _LONGEST_ENDING, 0))
    while end and not all(code in key for code in re.findall(r"[A-Z]+", end["how"])):
        end = _METHODS.search(text, end.start() + 1)
    return end if end and not _BEFORE_A_GRADE.search(text[: end.start()]) else None


def _without_names_of_methods(lines: Sequence[Line]) -> Sequence[Line]:
    """“Education  Stage” and “Working with Others  Stage” as the names of sections alone."""
    names = Counter(name for line in lines if (name := name_of_methods(line.text)))
    usual = tuple(f" {name}" for name, times in names.items() if times > 1)
    return [
        replace(line, text=_without(line.text, usual), bold=True)
        if usual and line.text.endswith(usual) and len(line.text.split()) <= _MOST_HEADING_WORDS
        else line
        for line in lines
    ]


def _without(text: str, ends: Sequence[str]) -> str:
    return next(text.removesuffix(end) for end in ends if text.endswith(end))


def without_name_of_methods(text: str) -> str:
    """“Education” of “Education  Stage”."""
    return text.removesuffix(name_of_methods(text)).rstrip()


def name_of_methods(text: str) -> str:
    """What heads the methods behind the name of a section on one line, or nothing."""
    words = text.split()
    for count in range(1, min(_MOST_NAME_WORDS, len(words) - 1) + 1):
        name, head = " ".join(words[:-count]), " ".join(words[-count:])
        if head[:1].isupper() and heads_evidence(head) and is_section_name(name):
            return text[text.rindex(words[-count]) :]
    return ""
