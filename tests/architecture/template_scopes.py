"""Where a page uses a name that is set elsewhere in its templates, and not known at that place.

``{% url … as back %}`` in one block is unknown in the next, after the loop around it, and in a fragment that
is rendered alone. Django puts an empty text there and says nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.template.base import Lexer, TokenType
from django.utils.text import smart_split

Load = Callable[[str], str]

SCOPES = {"block", "for", "with", "partialdef"}
# What their words mean is no variable of the page.
NAMING = {"extends", "load", "partial", "partialdef"}
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
NAME = re.compile(r"(?<![\w.|])([A-Za-z_]\w*)(?![\w=])(\.\w)?")
GIVEN = re.compile(r"\b([A-Za-z_]\w*)=")


@dataclass(frozen=True, slots=True)
class Part:
    """A tag or a variable of a template, with what stands inside it where it has a scope of its own."""

    tag: str
    words: tuple[str, ...]
    inside: list["Part"] = field(default_factory=list)

    @property
    def kept_names(self) -> set[str]:
        """Names known from here to the end of the scope around it: ``as back``."""
        return {self.words[-1]} if self.tag not in SCOPES and self.words[-2:-1] == ("as",) else set()

    @property
    def lent_names(self) -> set[str]:
        """Names known inside it alone: of a loop, of ``with``."""
        if self.tag == "for":
            names = " ".join(self.words[: self.words.index("in")]).replace(",", " ").split()
            return {*names, "forloop"}
        if self.tag == "with" or (self.tag == "include" and "with" in self.words):
            legacy = self.words[-1:] if self.words[-2:-1] == ("as",) else ()
            return {*GIVEN.findall(QUOTED.sub("", " ".join(self.words))), *legacy}
        return set()

    @property
    def used_names(self) -> Iterator[tuple[str, bool]]:
        """Each name that is read, and whether something of it is asked for (``vacancy.title``)."""
        if self.tag in NAMING or self.tag == "block":
            return
        words = self.words
        if self.tag == "for":
            words = words[words.index("in") + 1 :]
        elif words[-2:-1] == ("as",):
            words = words[:-2]
        for match in NAME.finditer(QUOTED.sub("''", " ".join(words))):
            yield match[1], bool(match[2])


def parse(source: str) -> list[Part]:
    top: list[Part] = []
    open_parts = [Part("", (), top)]
    is_comment = False
    for token in Lexer(source).tokenize():
        if token.token_type == TokenType.VAR and not is_comment:
            open_parts[-1].inside.append(Part("", (token.contents,)))
        if token.token_type != TokenType.BLOCK:
            continue
        tag, *words = smart_split(token.contents)
        is_comment = tag == "comment" or (is_comment and tag != "endcomment")
        if is_comment:
            continue
        if tag.removeprefix("end") in SCOPES and tag.startswith("end"):
            open_parts.pop()
            continue
        part = Part(tag, tuple(words))
        open_parts[-1].inside.append(part)
        if tag in SCOPES:
            open_parts.append(part)
    return top


def assemble(name: str, load: Load) -> list[Part]:
    """The parts of a whole page: its outermost template with the blocks that were put into it."""
    blocks: dict[str, Part] = {}
    parts = parse(load(name))
    while (parent := _parent_of(parts)) is not None:
        for block in _blocks_in(parts):
            blocks.setdefault(block.words[0], block)
        parts = parse(load(parent))
    return list(_fill(parts, blocks, load, (name,)))


def find_unknown_names(name: str, load: Load) -> list[str]:
    """Names of ``name`` that are set elsewhere in its page and unknown where they are used."""
    page = assemble(name, load)
    setters = list(_setters_in(page))
    anywhere = {known for _, names in setters for known in names}
    # An address is a text: where something of it is asked for, another thing of that name is meant.
    texts = anywhere - {known for tag, names in setters for known in names if tag != "url"}
    found = [
        known
        for known, is_asked in _unknown(page, [set()])
        if known in anywhere and not (is_asked and known in texts)
    ]
    return sorted(set(found))


def _parent_of(parts: Sequence[Part]) -> str | None:
    return next((part.words[0].strip("\"'") for part in parts if part.tag == "extends"), None)


def _blocks_in(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.tag == "block":
            yield part
        yield from _blocks_in(part.inside)


def _fill(
    parts: Iterable[Part], blocks: dict[str, Part], load: Load, seen: tuple[str, ...]
) -> Iterator[Part]:
    for part in parts:
        inside: Iterable[Part] = part.inside
        if part.tag == "block":
            inside = blocks.get(part.words[0], part).inside
        elif part.tag == "include" and (included := part.words[0].strip("\"'")) != part.words[0]:
            inside = parse(load(included)) if included not in seen else ()
            yield Part(part.tag, part.words, list(_fill(inside, {}, load, (*seen, included))))
            continue
        yield Part(part.tag, part.words, list(_fill(inside, blocks, load, seen)))


def _setters_in(parts: Iterable[Part]) -> Iterator[tuple[str, set[str]]]:
    for part in parts:
        yield part.tag, part.kept_names
        yield from _setters_in(part.inside)


def _unknown(parts: Iterable[Part], scopes: list[set[str]]) -> Iterator[tuple[str, bool]]:
    for part in parts:
        known = set().union(*scopes)
        yield from ((name, is_asked) for name, is_asked in part.used_names if name not in known)
        is_alone = part.tag == "partialdef" or part.words[-1:] == ("only",)
        around = [] if is_alone else scopes
        yield from _unknown(part.inside, [*around, part.lent_names])
        scopes[-1].update(part.kept_names)
