"""What a column's heading means: the field it holds, with the group titles above and the column to its left.

A heading that is known by itself decides. A general one (*date*, *checked by*, *number*) takes its subject
from the nearest group title that has one, else from the column to its left.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compliance.domain.central_record_aliases import ALIASES
from compliance.domain.central_record_cells import Legacy
from compliance.domain.central_record_titles import (
    ALONE,
    ASPECTS,
    BIND_FIRST,
    BINDS_LEFT,
    BY_SUBJECT,
    DATED_SUBJECTS,
    GENERAL_WORDS,
    NAME_OF,
    NEVER_GENERAL,
    OF_A_CERTIFICATE,
    OF_THE_GROUP,
    PERSON_WORDS,
    SUBJECTS,
    Aspect,
)

LIKENESS = 0.88
_NO_CHECK = frozenset({"", "person", "role", "meta"})
_FEWEST_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column is taken for. ``field`` None: kept, but not mapped.

    ``marks``: the check whose Y/N column this is, where it has no field of its own. ``sure`` is False where
    the subject was taken from the column to the left or the heading is only like a known one.
    """

    field: str | None = None
    subject: str = ""
    aspect: Aspect = Aspect.MAIN
    marks: str = ""
    sure: bool = True
    legacy: Legacy | None = None
    surname_first: bool = False


def plain_heading(text: str) -> str:
    """Lower case, without punctuation and apostrophes, single blanks."""
    plain = re.sub(r"[’'`]", "", text.lower().replace("&", " and ").replace("_", " "))
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def read_heading(path: Sequence[str], *, left: Heading | None = None) -> Heading:
    """What the column under these titles holds; ``path`` runs from the outermost group to the heading.

    ``left``: what the column beside it was taken for.
    """
    titles = [plain_heading(title) for title in path if plain_heading(title)]
    if not titles:
        return Heading()
    leaf, groups = titles[-1], [title for title in titles[:-1] if title != titles[-1]]
    if _is_general(leaf):
        return _general(leaf, groups, left)
    if known := _known(leaf):
        return _within(known, leaf, groups)
    if NAME_OF.match(leaf):
        return Heading("person.full_name", "person")
    return _by_words(leaf, groups) or _in_part(path[-1]) or _like_known(leaf) or Heading()


def is_heading_like(text: str) -> bool:
    """Whether a text could stand above a column: known, or made of the words of headings only."""
    plain = plain_heading(text)
    return bool(plain) and (
        plain in ALIASES or _is_general(plain) or (len(plain) <= 70 and _subject_of(plain) is not None)
    )


def _by_words(leaf: str, groups: Sequence[str]) -> Heading | None:
    """A heading nobody has listed, by the words in it, alone or with its group title."""
    named = _subject_of(leaf)
    found = _of_subject(named, _aspect_of(leaf), leaf) if named else None
    joined = _known(f"{groups[-1]} {leaf}") if groups else None
    # About a check, and not of its record: when it is due, what it cost. Kept, and never guessed further.
    return found or joined or (Heading() if named else None)


def _in_part(title: str) -> Heading | None:
    """A heading with more around what is known: *Start date (dd/mm/yy)*, *Post / Role*."""
    without = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", title)
    parts = [without, *re.split(r"[/,;|\n]|\bor\b", without)]
    known = next((found for part in parts if (found := _known(plain_heading(part)))), None)
    plain = plain_heading(title)
    named = next((field for field, words in PERSON_WORDS.items() if re.search(words, plain)), None)
    return known or (Heading(named, named.partition(".")[0], sure=False) if named else None)


def _within(known: Heading, leaf: str, groups: Sequence[str]) -> Heading:
    """A known heading means another thing inside some groups: *type* of DBS, *date issued* of a visa."""
    subjects = (_subject_of(title) for title in reversed(groups))
    named = next((subject for subject in subjects if subject), None)
    another = leaf in OF_THE_GROUP and known.subject in {"role", "person", "meta"}
    another = another or (leaf in OF_A_CERTIFICATE and named not in {"dbs", "barred"})
    found = _of_subject(named, _aspect_of(leaf), leaf) if named and another else None
    return found or known


def _general(leaf: str, groups: Sequence[str], left: Heading | None) -> Heading:
    """A general heading: the subject of the nearest group, else of the column to the left, else its own."""
    aspect = _aspect_of(leaf)
    for title in reversed(groups):
        if named := _subject_of_group(title):
            found = _of_subject(named, aspect, f"{title} {leaf}")
            return found or Heading(ALONE.get(aspect), named, aspect)
        if known := _known(f"{title} {leaf}"):
            return known
    if (known := _known(leaf)) and leaf not in BIND_FIRST:
        return known
    if found := _bound_left(aspect, leaf, left):
        return found
    alone = ALONE.get(aspect)
    return Heading(alone, alone.partition(".")[0] if alone else "", aspect)


def _subject_of_group(title: str) -> str | None:
    """What a group title is about; the person and the post are nobody's check."""
    if named := _subject_of(title):
        return named
    known = _known(title)
    return known.subject if known and known.subject not in _NO_CHECK else None


def _bound_left(aspect: Aspect, leaf: str, left: Heading | None) -> Heading | None:
    """The same side of the check that stands in the column to the left."""
    if left is None or left.subject in _NO_CHECK or aspect not in BINDS_LEFT:
        return None
    found = _of_subject(left.subject, aspect, leaf)
    if found is None or (found.field == left.field and aspect not in {Aspect.DATE, Aspect.SEEN}):
        return None
    return replace(found, aspect=aspect, sure=False)


def _of_subject(subject: str, aspect: Aspect, title: str) -> Heading | None:
    """The field for this side of a subject; a Y/N column without a field marks the subject’s date."""
    fields = BY_SUBJECT.get(subject, {})
    field = fields.get(aspect)
    if (
        field is None
        and subject in DATED_SUBJECTS
        and aspect in {Aspect.MAIN, Aspect.DATE, Aspect.SEEN, Aspect.ISSUED}
    ):
        field = f"{subject}.date"
    legacy = _legacy_of(title)
    if field is not None:
        return Heading(field, _root(field), aspect, legacy=legacy)
    if aspect in {Aspect.REQUIRED, Aspect.DONE} and (main := fields.get(Aspect.MAIN, f"{subject}.date")):
        return Heading(None, _root(main), aspect, marks=main)
    return None


def _known(plain: str) -> Heading | None:
    field = ALIASES.get(plain)
    if field is None:
        return None
    surname_first = field == "person.full_name" and (plain.startswith("surname") or "surname first" in plain)
    marker = re.search(r"\by n\b|\byes no\b", plain) if field.endswith(".date") else None
    if marker:
        return Heading(None, field.partition(".")[0], Aspect.DONE, marks=field)
    aspect = _aspect_of(plain)
    return Heading(
        field,
        _root(field),
        Aspect.MAIN if aspect in {Aspect.NAME, Aspect.LEVEL} else aspect,
        legacy=_legacy_of(plain),
        surname_first=surname_first,
    )


def _like_known(plain: str) -> Heading | None:
    """A heading mistyped: nearly one that is known."""
    if len(plain) < _FEWEST_LETTERS:
        return None
    close = difflib.get_close_matches(plain, ALIASES, n=1, cutoff=LIKENESS)
    if not close:
        return None
    field = ALIASES[close[0]]
    return Heading(field, _root(field), _aspect_of(close[0]), sure=False, legacy=_legacy_of(close[0]))


def _root(field: str) -> str:
    """The subject a neighbour to the right would take over."""
    subject, _, rest = field.partition(".")
    if subject == "training":
        return rest if rest != "first_aid_expiry" else "first_aid"
    return {"overseas.eea": "eea", "qualification.qts": "qts", "qualification.trn": "trn"}.get(field, subject)


def _legacy_of(plain: str) -> Legacy | None:
    """The older check a heading names, where it does not name today's as well."""
    if re.search(r"\beea\b", plain):
        return Legacy.EEA
    older = re.search(r"\blist 99\b|\bisa\b|\bpoca\b", plain)
    return Legacy.LIST_99 if older and not re.search(r"\bbarr(?:ed|ing)\b", plain) else None


def _subject_of(plain: str) -> str | None:
    """The check a title is about; of two checks in one title, the one that the other only adds to."""
    if re.search(r"\b(?:dbs|crb|disclosure)\b.*\b(?:with|and|inc\w*|plus)\b.*\bbarred\b", plain):
        return "dbs"
    found = [name for name, words in SUBJECTS.items() if re.search(words, plain)]
    if found[:1] == ["s128"] and "prohibition" in found and "management" not in plain:
        return min(("s128", "prohibition"), key=lambda name: _place_of(name, plain))
    if {"qts", "qualification"} <= set(found):
        return min(("qts", "qualification"), key=lambda name: _place_of(name, plain))
    return found[0] if found else None


def _place_of(subject: str, plain: str) -> int:
    match = re.search(SUBJECTS[subject], plain)
    return match.start() if match else len(plain)


def _aspect_of(plain: str) -> Aspect:
    """What a heading asks for; one that asks for the date among other things asks for the date."""
    plain = re.sub(
        r"\b(?:if|where|when|as) (?:applicable|required|needed|necessary|appropriate)\b", " ", plain
    )
    if re.search(r"\bdate\b", plain) and re.search(r"\b(?:doc\w*|evidence|initials?|by)\b", plain):
        return Aspect.SEEN if re.search(r"\bseen\b", plain) else Aspect.DATE
    if re.search(r"\b(?:lived|worked|resided)\b", plain) and not re.search(r"\bchecks?\b", plain):
        return Aspect.REQUIRED
    return _aspect_in(plain)


def _aspect_in(plain: str) -> Aspect:
    found = next((aspect for aspect, words in ASPECTS.items() if re.search(words, plain)), Aspect.MAIN)
    return Aspect.DATE if found is Aspect.DONE and re.search(r"\bdate\b", plain) else found


def _is_general(plain: str) -> bool:
    plain = re.sub(r"\b(?:if|where|when|as) (?:applicable|required|needed)\b", " ", plain)
    numbered = re.search(r"\bref(?:erence)?s?\b(?! no| num)", plain) and " " in plain
    return (
        not numbered and plain not in NEVER_GENERAL and all(word in GENERAL_WORDS for word in plain.split())
    )
