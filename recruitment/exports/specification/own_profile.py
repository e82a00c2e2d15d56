"""The facts of the post in a school's own Word document: written where the document says such facts.

A value is put in the place of the one that our reader read there, beside its label where nothing stands, or
on a line of its own below another fact. Whether that was right shows when the document is read again.
"""

import copy
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.rows import tidy
from recruitment.domain.written_specification import LABELS
from recruitment.exports.specification.own_layout import cells_of, text_of
from recruitment.exports.specification.own_writing import set_words
from recruitment.readers.labels import label_of, label_values

MOST_TRIED = 24  # places, for all facts together: each is read again
_OF_COMMAND = frozenset(["responsible_to", "reports_to"])  # a single line of command fills one of them

type Fields = Mapping[str, str]
type Undo = Callable[[], None]
type Write = Callable[[], Undo]


def fields_of(profile: ProfileDraft) -> dict[str, str]:
    """What can be compared: the facts, the purpose and the duties, each on one line."""
    fields = {name: tidy(getattr(profile, name)) for name in (*LONGEST, "purpose")}
    duties = "\n".join(f"{duty.section or ''}: {duty.text}" for duty in profile.duties)
    return {**fields, "duties": tidy(duties)}


def write_fields(document: Any, wanted: Fields, read: Callable[[], Fields]) -> tuple[str, ...]:
    """Write what the document says otherwise; the names of what it does not say afterwards.

    ``read`` reads the document as it is at the moment. A change that does not come to what was wanted, or
    that changes anything else, is taken back.
    """
    are = dict(read())
    tried = 0
    for name in (*LONGEST, "purpose"):
        if are[name] == wanted[name]:
            continue
        for write in _ways(document, name, are[name], wanted[name]):
            if tried == MOST_TRIED:
                break
            tried += 1
            undo = write()
            if (now := dict(read())) == {**are, name: wanted[name]}:
                are = now
                break
            undo()
    return tuple(name for name in wanted if are[name] != wanted[name])


def _ways(document: Any, name: str, was: str, value: str) -> Iterator[Write]:
    """Over the old value, wherever it stands; else beside an empty label; else on a line of its own."""
    names = _OF_COMMAND if name in _OF_COMMAND else frozenset([name])
    body = document.element.body
    paragraphs = list(body.iter(qn("w:p")))
    if was:
        yield from (_replacing(one, was, value) for one in paragraphs if was in _raw(one))
        return
    rows = [(row, cells_of(row)) for row in body.iter(qn("w:tr"))]
    for _, cells in rows:
        for label, cell in pairwise(cells):
            if label_of(text_of(label)) in names and not text_of(cell):
                yield _filling(cell, value)
    pairs = [(one, label_values(text_of(one))) for one in paragraphs]
    for paragraph, said in pairs:
        if len(said) == 1 and said[0][0] in names and not said[0][1]:
            yield _appending(paragraph, value)
    if name in LABELS:
        forms = [(row, cells) for row, cells in rows if len(cells) == 2 and _labels_fact(cells[0])]
        yield from (_adding_row(row, LABELS[name], value) for row, _ in forms[-1:])
        lines = [one for one, said in pairs if len(said) == 1 and said[0][0] in LABELS and said[0][1]]
        yield from (_adding_line(one, LABELS[name], value) for one in lines[-1:])


def _labels_fact(cell: Any) -> bool:
    return label_of(text_of(cell)) in LABELS


def _raw(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def _replacing(paragraph: Any, was: str, value: str) -> Write:
    """The value in the place of the old one, in the font of its first letter."""

    def write() -> Undo:
        undo = _keeping(paragraph)
        _replace(paragraph, was, value)
        return undo

    return write


def _filling(cell: Any, value: str) -> Write:
    def write() -> Undo:
        undo = _keeping(cell)
        set_words(cell, value)
        return undo

    return write


def _appending(paragraph: Any, value: str) -> Write:
    def write() -> Undo:
        undo = _keeping(paragraph)
        *_, last = paragraph.iter(qn("w:t"))
        _say(last, f"{(last.text or '').rstrip()} {value}")
        return undo

    return write


def _adding_row(row: Any, label: str, value: str) -> Write:
    """A row like this one below it."""

    def write() -> Undo:
        made = copy.deepcopy(row)
        first, second = cells_of(made)
        set_words(first, f"{label}:" if text_of(first).endswith(":") else label)
        set_words(second, value)
        row.addnext(made)
        return lambda: made.getparent().remove(made)

    return write


def _adding_line(paragraph: Any, label: str, value: str) -> Write:
    """A paragraph like this one below it, label and value in the fonts that they have here."""

    def write() -> Undo:
        made = copy.deepcopy(paragraph)
        own = label_values(text_of(paragraph))[0][1]
        before = _raw(made).removesuffix(own)
        if before == _raw(made):
            set_words(made, f"{label}: {value}")
        else:
            _replace(made, own, value, last=True)
            _replace(made, before, f"{label}: ")
        paragraph.addnext(made)
        return lambda: made.getparent().remove(made)

    return write


def _replace(paragraph: Any, was: str, words: str, *, last: bool = False) -> None:
    """Words over others, in the font of the first letter that goes."""
    raw = _raw(paragraph)
    start = raw.rindex(was) if last else raw.index(was)
    end, at, new = start + len(was), 0, words
    for node in paragraph.iter(qn("w:t")):
        text = node.text or ""
        first, behind = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if first < behind:
            _say(node, f"{text[:first]}{new}{text[behind:]}")
            new = ""


def _say(node: Any, words: str) -> None:
    node.text = words
    node.set(qn("xml:space"), "preserve")


def _keeping(element: Any) -> Undo:
    """How to bring back what the element holds now."""
    kept = copy.deepcopy(list(element))

    def undo() -> None:
        for child in list(element):
            element.remove(child)
        element.extend(kept)

    return undo
