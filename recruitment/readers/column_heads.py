"""What each column of a table is for, from the words of its head."""

import re
from collections.abc import Mapping, Sequence

from recruitment.domain.heading_spelling import as_meant
from recruitment.domain.remembering import remembered
from recruitment.domain.specification_evidence import is_codes, methods_in, parse_evidence
from recruitment.domain.specification_key import parse_key
from recruitment.domain.specification_requirement import requirement_of_head
from recruitment.readers.assessed_headings import assessment_in
from recruitment.readers.columns import Columns, Role, is_generic
from recruitment.readers.headings import is_section_name

_EVIDENCE = re.compile(
    r"assess|^moa$|\bevidenced?\b|identified|identification|measured?\b|measurement|\bevaluated?\b|\bmethods?\b|\btested\b|\bsources?\b|\bdemonstrated\b|"
    r"\bverif|\bchecked\b|(?<!know-)(?<!know )\bhow\b|\bwhere (?:shown|seen|met|we)\b|"
    r"^(?:shown|seen|found|met) (?:by|at|in|from|through)$|^stage$",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"weight|\bpoints\b|\bscore\b|importance", re.IGNORECASE)
_EITHER_LETTER = re.compile(r"^E\s*(?:/|\||or|&|,)\s*D$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:no|nr|number|ref|item|#)\.?$", re.IGNORECASE)


_EVIDENCE_WORDS = re.compile(
    r"\b(?:how|where|when|what|who|methods?|means|of|assess\w*|evaluat\w+|evidenced?|sources?|identif\w+|by|via|from|through|to|be|"
    r"is|are|will|we|you|your|this|it|the|measure\w*|test\w*|demonstrated?|verif\w+|checked|stages?|shown|seen|met|at|or|and|"
    r"for|each|criteri(?:a|on)|requirements?|process|selection|key|codes?|used|find|out|look|check)\b|\([^()]*\)?|[^A-Za-z]+",
    re.IGNORECASE,
)


_ONE_WORD = re.compile(r"[a-z]{1,16}$")
_PLAIN_HEAD = 2
_LONGEST_HEAD = 12  # words, but for a key
_LONGEST_JOINT = 7  # words of a head that says both needs
_SAY_NOTHING = {Role.UNNAMED, Role.NUMBER}
_FEWEST_METHODS = 3  # that head a table by themselves: two may be a wording and its evidence
_ROLE_OF = {"essential": Role.ESSENTIAL, "desirable": Role.DESIRABLE}
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# The column of wordings in a framework of competencies: “What this looks like at this level”.
_SHOWN = re.compile(
    r"^(?:what (?:this|it|good|that) (?:looks|means)\b|(?:positive |key )?(?:behaviou?rs?|indicators?)\b|"
    r"(?:behaviou?ral|performance) indicators?\b|how (?:this|it) is shown\b)",
    re.IGNORECASE,
)
# “Essential A, I, R*”: a head that lists the codes which stand below it.
_LISTED_CODES = re.compile(r"(?<=[a-z])\s+[A-Z]{1,3}(?:\s*[,/]\s*[A-Z]{1,3})+\s*\*?$")
# “Essential  These are qualities without which the applicant could not be appointed.”
_EXPLAINED = re.compile(
    r"^(?P<need>essential|desirable)(?: criteria)?(?:\W{0,3}\s"
    r"(?:these|this|those|without|applicants?|candidates?|you)\b.{15,}|"
    r"(?:\s+(?:up)?on appointment)?\s*\([^()]{20,}\))$",
    re.IGNORECASE | re.DOTALL,
)
_ASSESSED_SIDE = re.compile(
    r"^(?P<need>essential|desirable)(?: criteria)?\W+"
    r"(?P<how>(?:to be |how )?(?:identified|assessed|evidenced|tested|measured)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
# Columns that the panel fills in on paper.
_FOR_PANEL = re.compile(
    r"\b(?:panel|office|official|hr) use\b|^(?:(?:not|part(?:ly|ially)?|fully) )?met\W*$|"
    r"^(?:comments?|notes?)\W*$",
    re.IGNORECASE,
)


def is_for_panel(text: str) -> bool:
    """“Met”, “Comments”, “Panel use only”: a column that says nothing of the criterion."""
    return bool(_FOR_PANEL.search(text))


def explains_head(text: str) -> bool:
    """“Essential  These are qualities without which the applicant could not be appointed.”"""
    return bool(_EXPLAINED.match(text))


def heads_numbers(text: str) -> bool:
    """“No.” or “Ref”, over the numbers of the rows."""
    return bool(_NUMBER.match(text))


def heads_evidence(text: str) -> bool:
    """“Method of assessment”, “How will this be identified?”; not “Evidence of recent training”.

    In two languages, “Dull Asesu / Assessed by”, one of them says it.
    """
    if len(sides := text.split(" / ")) == 2 and any(heads_evidence(side) for side in sides):
        return True
    squeezed = re.sub(r"[^a-z]", "", text.lower())
    if not (_speaks_of_assessing(text) or (len(text.split()) <= 3 and _speaks_of_assessing(squeezed))):
        return False
    left = [word for word in _EVIDENCE_WORDS.sub(" ", text).split() if len(word) > 1 and not methods_in(word)]
    return len(left) <= 1 or bool(
        _speaks_of_assessing(squeezed) and len(text) <= 24 and not _speaks_of_assessing(text)
    )


@remembered
def _speaks_of_assessing(text: str) -> bool:
    return bool(_EVIDENCE.search(text))


def read_header(cells: Sequence[str]) -> Columns | None:
    """The columns that a row announces, or None where it is no head.

    One requirement word alone is no head (“GCSE mathematics | Essential | Application” is a row of
    content): another cell must then be a usual column name.
    """
    cells, of_sides = _without_assessment(cells)
    cells = [_EXPLAINED.sub(r"\g<need>", cell) for cell in cells]
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 and not (len(cells) > 1 and filled and is_joint_head(filled[0])):
        return None
    if any(len(cell.split()) > _LONGEST_HEAD and not parse_key(cell) for cell in cells):
        return None
    if _is_content(cells):
        return None
    roles = [_role_of(cell) for cell in cells]
    letters = {cell.strip() for cell in filled if len(cell.strip()) == 1}
    if {"E", "D"} <= letters:
        roles = [_letter_role(cell.strip(), role) for cell, role in zip(cells, roles, strict=True)]
    if not _is_header(cells, roles):
        return None
    keys = [parse_key(cell) | _key_of_both(cell) for cell in cells]
    methods = tuple(
        method_of(cell) if role is Role.METHOD else None for cell, role in zip(cells, roles, strict=True)
    )
    if roles[0] is Role.METHOD:  # “Qualifications” at the left names a group, not a way to assess
        roles[0] = Role.UNNAMED
    if Role.EVIDENCE in roles and sum(role is Role.METHOD for role in roles) == 1:
        roles = [Role.UNNAMED if role is Role.METHOD else role for role in roles]
    merged = {code: words for key in keys for code, words in key.items()}
    sides = {role: letters for role, letters in zip(roles, of_sides, strict=True) if letters}
    names = tuple(cell.strip() for cell in cells)
    return Columns(tuple(roles), methods, names, merged, methods_of_sides=sides)


def _is_content(cells: Sequence[str]) -> bool:
    """A wording beside marks, codes and numbers: most rows of most tables, told without looking at it.

    Alone it could only be a joint head, and for that it is too long.
    """
    *others, longest = sorted(cells, key=len)
    if len(longest.split()) <= _LONGEST_JOINT or {"E", "D"} <= {cell.strip() for cell in others}:
        return False
    return all(_role_of(cell) in _SAY_NOTHING and not is_generic(cell) for cell in others)


def _without_assessment(cells: Sequence[str]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The heads without “To be identified by: interview” below “Essential”, and the letters of that."""
    found = [_ASSESSED_SIDE.match(cell) for cell in cells]
    told = [assessment_in(one["how"], {}) if one else () for one in found]
    bare = [one["need"] if one and how else cell for one, how, cell in zip(found, told, cells, strict=True)]
    return bare, told


def _key_of_both(text: str) -> dict[str, str]:
    """“How identified: interview, application form, both”, below which “Both” says two methods."""
    named = len(methods_in(text)) == 2 and re.search(r"\bboth\b", text, re.IGNORECASE)
    return {"Both": re.sub(r"(?:\W+or)?\W+both\b", "", text, flags=re.IGNORECASE)} if named else {}


_MAY_HEAD = re.compile(
    r"essen|desir|criteri|\b[ED]\b|prefer|requir|must|nice|assess|evidence|how|method|identif|ideal|needed|useful|advantag|"
    r"\bmoa\b|measure|tested|\bstage\b|demonstrat|\bsources?\b",
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
    return (
        len(text.split()) <= _LONGEST_JOINT and _requirement_role(" ".join(text.split())) is Role.REQUIREMENT
    )


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
    if Role.ESSENTIAL in named and Role.DESIRABLE in named:
        return True
    filled = [cell for cell in cells if cell.strip()]
    if _says_no_need(filled, len(cells)):
        return True
    if Role.REQUIREMENT in named:
        return any(is_joint_head(cell) for cell in cells)
    if Role.ESSENTIAL in named or Role.DESIRABLE in named:
        return Role.EVIDENCE in named or generic
    only_methods = not cells[0].strip() and methods == len(filled) >= _FEWEST_METHODS
    return (Role.EVIDENCE in named and generic) or (
        methods >= 2 and (generic or only_methods or Role.WEIGHT in named)
    )


def _says_no_need(filled: Sequence[str], count: int) -> bool:
    """“Criteria | Qualities”, or “Competency | What this looks like”: a head that tells no requirement."""
    shown = is_generic(filled[0]) and any(_SHOWN.match(cell) for cell in filled[1:])
    if len(filled) == count == _PLAIN_HEAD and is_section_name(filled[0]) and not methods_in(filled[1]):
        return heads_evidence(filled[1])  # “Education | Stage”
    return shown or (len(filled) == count == _PLAIN_HEAD and all(is_generic(cell) for cell in filled))


@remembered
def _role_of(cell: str) -> Role:
    text = _LISTED_CODES.sub("", as_meant(" ".join(cell.split())))
    if not re.search(r"[A-Za-z#]", text):
        return Role.UNNAMED
    return _requirement_role(text) or _other_role(text) or Role.UNNAMED


def _requirement_role(text: str) -> Role | None:
    squeezed = re.sub(r"[^a-z]", "", text.lower())  # narrow columns break “Essenti al”
    essential = "essential" in squeezed
    desirable = "desirable" in squeezed or "preferred" in squeezed
    if parse_key(text):
        alone = requirement_of_head(_BRACKETS.sub("", text))
        return Role.EVIDENCE if alone is None else _ROLE_OF[alone]
    if (essential and desirable) or _EITHER_LETTER.match(text):
        return Role.REQUIREMENT
    if alone := requirement_of_head(text) or (_ONE_WORD.match(squeezed) and requirement_of_head(squeezed)):
        return _ROLE_OF[alone]
    if len(text.split()) > 5 or not (essential or desirable):
        return None
    return Role.ESSENTIAL if essential else Role.DESIRABLE


def _other_role(text: str) -> Role | None:
    words = len(text.split())
    if _FOR_PANEL.search(text):
        return None
    if heads_numbers(text):
        return Role.NUMBER
    if words <= 4 and _WEIGHT.search(text):
        return Role.WEIGHT
    if method_of(text) is not None:
        return Role.METHOD
    return Role.EVIDENCE if words <= 9 and heads_evidence(text) and not is_generic(text) else None


def method_of(text: str, key: Mapping[str, str] | None = None) -> str | None:
    """The method a tick column is headed with: a word, or a code."""
    if _speaks_of_assessing(text) or re.search(r"\d", text):
        return None
    if len(text.split()) > 4:
        return _method_of_squeezed(text)
    read = parse_evidence(text, key or {})
    if read is None or len(read.letters) != 1:
        return _method_of_squeezed(text)
    return read.letters[0] if methods_in(text) or is_codes(text, key or {}) else None


def _method_of_squeezed(text: str) -> str | None:
    """Narrow columns break “Intervie w”, “Applica tion” and “Inter-view”."""
    squeezed = re.sub(r"[^A-Za-z]", "", text)
    broken = len(re.split(r"[\s-]+", text)) > 1 and len(squeezed) <= 30
    letters = set(methods_in(squeezed) if broken else ())
    return letters.pop() if len(letters) == 1 else None
