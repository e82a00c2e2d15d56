"""What each column of a table is for, from its head and from what stands below it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from recruitment.domain.specification_evidence import (
    EvidenceRead,
    is_codes,
    methods_in,
    parse_evidence,
    parse_key,
)
from recruitment.domain.specification_requirement import is_mark, requirement_of_head, requirement_of_word


class Role(StrEnum):
    NUMBER = "number"
    SECTION = "section"
    TEXT = "text"
    ESSENTIAL = "essential"
    DESIRABLE = "desirable"
    REQUIREMENT = "requirement"
    EVIDENCE = "evidence"
    METHOD = "method"
    WEIGHT = "weight"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Columns:
    """Roles by column; the canonical letter of each tick column; a section named in the head; its key."""

    roles: tuple[Role, ...]
    methods: tuple[str | None, ...] = ()
    names: tuple[str, ...] = ()
    key: dict[str, str] = field(default_factory=dict)
    texts_side_by_side: bool = False

    def at(self, role: Role) -> list[int]:
        return [index for index, own in enumerate(self.roles) if own is role]

    @property
    def asks_requirement(self) -> bool:
        return bool({Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT} & set(self.roles))

    def with_first(self, role: Role) -> "Columns":
        """The same columns behind one more at the left."""
        methods = (None, *self.methods) if self.methods else ()
        return replace(self, roles=(role, *self.roles), methods=methods, names=("", *self.names))

    def with_last(self, role: Role) -> "Columns":
        """The same columns with one more at the right."""
        methods = (*self.methods, None) if self.methods else ()
        return replace(self, roles=(*self.roles, role), methods=methods, names=(*self.names, ""))

    @property
    def head_names(self) -> list[str]:
        """What stands over the wordings, where no column of its own names the section."""
        if self.at(Role.SECTION) or self.texts_side_by_side:
            return []
        places = [index for index, role in enumerate(self.roles) if role in {Role.TEXT, Role.NUMBER}]
        names = [self.names[index].strip(" :") for index in places if index < len(self.names)]
        return [name for name in names if name]

    @property
    def section(self) -> str | None:
        """“Skills and Abilities” standing where other tables say “Criteria”."""
        return next((name for name in self.head_names if not is_generic(name)), None)


_GENERIC = re.compile(
    r"^(?:the |key |job |post |selection |person |personal specification |specific |main )*"
    r"(?:criteri(?:a|on)|attributes?|categor(?:y|ies)|factors?|requirements?|areas?|headings?|items?|aspects?|elements?|"
    r"competenc(?:y|ies|e|es)|descriptions?|specification|sections?|dimensions?|qualit(?:y|ies)|details?|no|number|ref)"
    r"(?: (?:area|description|details?|criteria|for the (?:post|role|job)))?s?$",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"assess|^moa$|\bevidenced?\b|identified|identification|measured?\b|measurement|\bmethods?\b|\btested\b|\bsources?\b|\bdemonstrated\b|"
    r"\bverif|\bhow\b|\bwhere (?:shown|seen|met)\b|^stage$",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"weight|\bpoints\b|\bscore\b|importance", re.IGNORECASE)
_EITHER_LETTER = re.compile(r"^E\s*(?:/|\||or|&|,)\s*D$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:no|nr|number|ref|item|#)\.?$", re.IGNORECASE)


_EVIDENCE_WORDS = re.compile(
    r"\b(?:how|where|when|what|who|methods?|means|of|assess\w*|evidenced?|sources?|identif\w+|by|via|from|through|to|be|"
    r"is|are|will|we|you|your|this|it|the|measure\w*|test\w*|demonstrated?|verif\w+|stages?|shown|seen|met|at|or|and|"
    r"for|each|criteri(?:a|on)|requirements?|process|selection|key|codes?|used)\b|\([^()]*\)?|[^A-Za-z]+",
    re.IGNORECASE,
)


def _heads_evidence(text: str) -> bool:
    """“Method of assessment”, “How will this be identified?”; not “Evidence of recent training”."""
    squeezed = re.sub(r"[^a-z]", "", text.lower())
    if not (_EVIDENCE.search(text) or (len(text.split()) <= 3 and _EVIDENCE.search(squeezed))):
        return False
    left = [word for word in _EVIDENCE_WORDS.sub(" ", text).split() if len(word) > 1 and not methods_in(word)]
    return len(left) <= 1 or bool(
        _EVIDENCE.search(squeezed) and len(text) <= 24 and not _EVIDENCE.search(text)
    )


def is_generic(name: str) -> bool:
    """Whether a head says only “Criteria”, “Category” and the like, and so names no section."""
    return bool(_GENERIC.match(re.sub(r"[^A-Za-z ]+", " ", name).strip()))


def read_header(cells: Sequence[str]) -> Columns | None:
    """The columns that a row announces, or None where it is no head.

    One requirement word alone is no head (“GCSE mathematics | Essential | Application” is a row of
    content): another cell must then be a usual column name.
    """
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 and not (len(cells) > 1 and filled and is_joint_head(filled[0])):
        return None
    roles = [_role_of(cell) for cell in cells]
    letters = {cell.strip() for cell in filled if len(cell.strip()) == 1}
    if {"E", "D"} <= letters:
        roles = [_letter_role(cell.strip(), role) for cell, role in zip(cells, roles, strict=True)]
    if not _is_header(cells, roles):
        return None
    keys = [parse_key(cell) for cell in cells]
    methods = tuple(
        _method_of(cell) if role is Role.METHOD else None for cell, role in zip(cells, roles, strict=True)
    )
    if roles[0] is Role.METHOD:  # “Qualifications” at the left names a group, not a way to assess
        roles[0] = Role.UNNAMED
    if Role.EVIDENCE in roles and sum(role is Role.METHOD for role in roles) == 1:
        roles = [Role.UNNAMED if role is Role.METHOD else role for role in roles]
    merged = {code: words for key in keys for code, words in key.items()}
    return Columns(tuple(roles), methods, tuple(cell.strip() for cell in cells), merged)


_MAY_HEAD = re.compile(
    r"essen|desir|criteri|\b[ED]\b|prefer|requir|must|nice|assess|evidence|how|method|identif|ideal|needed|useful|advantag",
    re.IGNORECASE,
)


def may_head(text: str) -> bool:
    """A quick look before the columns of a line are worked out: whether any usual word of a head is in it."""
    return bool(_MAY_HEAD.search(text))


def names_requirement(text: str) -> bool:
    """Whether a head says essential, desirable or both."""
    return _role_of(text) in {Role.ESSENTIAL, Role.DESIRABLE, Role.REQUIREMENT}


def is_joint_head(text: str) -> bool:
    """“E/D” or “Essential or desirable”, which heads a column even where no other cell has a head."""
    return len(text.split()) <= 7 and _requirement_role(" ".join(text.split())) is Role.REQUIREMENT


def _letter_role(letter: str, role: Role) -> Role:
    return {"E": Role.ESSENTIAL, "D": Role.DESIRABLE}.get(letter, role)


def _is_header(cells: Sequence[str], roles: Sequence[Role]) -> bool:
    named = {role for role in roles if role not in {Role.UNNAMED, Role.METHOD, Role.NUMBER}}
    generic = any(
        is_generic(cell)
        for cell, role in zip(cells, roles, strict=True)
        if cell.strip() and role is not Role.NUMBER
    )
    methods = sum(role is Role.METHOD for role in roles)
    if any(len(cell.split()) > 12 and not parse_key(cell) for cell in cells):
        return False
    if Role.ESSENTIAL in named and Role.DESIRABLE in named:
        return True
    if Role.REQUIREMENT in named:
        return any(is_joint_head(cell) for cell in cells)
    if Role.ESSENTIAL in named or Role.DESIRABLE in named:
        return Role.EVIDENCE in named or generic
    return (Role.EVIDENCE in named and generic) or (methods >= 2 and (generic or Role.WEIGHT in named))


@lru_cache(maxsize=2048)
def _role_of(cell: str) -> Role:
    text = " ".join(cell.split())
    if not re.search(r"[A-Za-z#]", text):
        return Role.UNNAMED
    return _requirement_role(text) or _other_role(text) or Role.UNNAMED


def _requirement_role(text: str) -> Role | None:
    squeezed = re.sub(r"[^a-z]", "", text.lower())  # narrow columns break “Essenti al”
    essential = "essential" in squeezed
    desirable = "desirable" in squeezed or "preferred" in squeezed
    if parse_key(text):
        return Role.EVIDENCE
    if (essential and desirable) or _EITHER_LETTER.match(text):
        return Role.REQUIREMENT
    if alone := requirement_of_head(text) or requirement_of_head(squeezed):
        return Role.ESSENTIAL if alone == "essential" else Role.DESIRABLE
    if len(text.split()) > 5 or not (essential or desirable):
        return None
    return Role.ESSENTIAL if essential else Role.DESIRABLE


def _other_role(text: str) -> Role | None:
    words = len(text.split())
    evidence = _heads_evidence(text)
    tests = (
        (Role.NUMBER, bool(_NUMBER.match(text))),
        (Role.WEIGHT, words <= 4 and bool(_WEIGHT.search(text))),
        (Role.METHOD, _method_of(text) is not None),
        (Role.EVIDENCE, words <= 9 and evidence and not is_generic(text)),
    )
    return next((role for role, holds in tests if holds), None)


def _method_of(text: str, key: Mapping[str, str] | None = None) -> str | None:
    """The method a tick column is headed with: a word, or a code."""
    if _EVIDENCE.search(text):
        return None
    if len(text.split()) > 4:
        return _method_of_squeezed(text)
    read = parse_evidence(text, key or {})
    if read is None or len(read.letters) != 1:
        return _method_of_squeezed(text)
    return read.letters[0] if methods_in(text) or is_codes(text, key or {}) else None


def _method_of_squeezed(text: str) -> str | None:
    """Narrow columns break “Intervie w” and “Applica tion”."""
    squeezed = re.sub(r"[^A-Za-z]", "", text)
    broken = len(text.split()) > 1 and len(squeezed) <= 30
    letters = set(methods_in(squeezed) if broken else ())
    return letters.pop() if len(letters) == 1 else None


def settle(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """Give the unnamed columns their roles by what stands in them below the head."""
    columns = _settle_methods(columns, body)
    roles = list(columns.roles)
    sided = Role.TEXT not in roles and _holds_texts(columns, body)
    unnamed = [index for index, role in enumerate(roles) if role is Role.UNNAMED]
    for index in list(unnamed):
        if role := _role_by_content(index, _cells_below(body, index), columns.key):
            roles[index] = role
            unnamed.remove(index)
    if sided:
        for index in unnamed[:1]:
            roles[index] = Role.SECTION
    elif unnamed:
        text = max(unnamed, key=lambda index: (_average_length(body, index), index))
        roles[text] = Role.TEXT
        before = [index for index in unnamed if index < text]
        if before:
            roles[before[-1]] = Role.SECTION
    return replace(columns, roles=tuple(roles), texts_side_by_side=sided)


def _cells_below(body: Sequence[Sequence[str]], index: int) -> list[str]:
    return [row[index].strip() for row in body if index < len(row) and row[index].strip()]


def _settle_methods(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """Columns of ticks are methods, known by the key or not; “Qualifications” over wordings is none."""
    roles, methods = list(columns.roles), list(columns.methods or [None] * len(columns.roles))
    for index, role in enumerate(roles):
        below = _cells_below(body, index)
        ticked = bool(below) and all(is_mark(cell) for cell in below)
        if (role is Role.UNNAMED and index and (ticked or not below)) or (role is Role.NUMBER and ticked):
            name = columns.names[index] if index < len(columns.names) else ""
            letter = _method_of(name, columns.key)
            if letter or (ticked and name and len(name.split()) <= 4):
                roles[index], methods[index] = Role.METHOD, letter
        elif role is Role.METHOD and any(not is_sign(cell, columns.key) for cell in below):
            roles[index], methods[index] = Role.UNNAMED, None
        elif (
            role is Role.METHOD and columns.key and (letter := _method_of(columns.names[index], columns.key))
        ):
            methods[index] = letter
    return replace(columns, roles=tuple(roles), methods=tuple(methods))


def _role_by_content(index: int, below: Sequence[str], key: dict[str, str]) -> Role | None:
    """Requirement letters, evidence or numbers alone; the first column is never evidence."""
    if below and index and all(requirement_of_word(cell) for cell in below):
        return Role.REQUIREMENT
    if below and index and all(_is_surely_evidence(parse_evidence(cell, key)) for cell in below):
        return Role.EVIDENCE
    if below and all(re.fullmatch(r"[\dA-Za-z]{1,2}[.)]?|\d+(?:\.\d+)*[.)]?", cell) for cell in below):
        return Role.NUMBER
    return None


def _is_surely_evidence(read: EvidenceRead | None) -> bool:
    return read is not None and bool(read.letters) and not read.doubtful


def _average_length(body: Sequence[Sequence[str]], index: int) -> float:
    below = [len(row[index]) for row in body if index < len(row) and row[index].strip()]
    return sum(below) / len(below) if below else 0.0


def _holds_texts(columns: Columns, body: Sequence[Sequence[str]]) -> bool:
    """Whether wordings, not marks, stand in the essential and desirable columns."""
    cells = [
        row[index].strip()
        for row in body
        for index in (*columns.at(Role.ESSENTIAL), *columns.at(Role.DESIRABLE))
        if index < len(row) and row[index].strip()
    ]
    texts = [cell for cell in cells if not is_sign(cell, columns.key) and len(cell) > 3]
    return len(texts) * 2 > len(cells)


# Codes with nothing else between them than what parts them, whatever they stand for: “F / I”, “A and I”.
CODES = re.compile(r"^[A-Z]{1,3}(?:(?:[,/; &+]|\band\b|\bor\b)+[A-Z]{1,3})*$")


def is_sign(cell: str, key: dict[str, str]) -> bool:
    """A tick, a requirement letter or word, a dash, or evidence letters: anything but a wording."""
    cell = cell.strip()
    if is_mark(cell) or requirement_of_word(cell) or not re.search(r"[A-Za-z]", cell):
        return True
    if is_codes(cell, key):
        return True
    return (
        len(cell) <= 24
        and not re.search(r"[a-z]{3}|[A-Z]{7}", cell)
        and parse_evidence(cell, key) is not None
    )
