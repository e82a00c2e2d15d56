"""How a school's document says essential, desirable and evidence: learned from the criteria it holds.

Each part of a unit (a cell, what stands before or after the words, their slant) is a ``Sign`` of some fact.
To say another fact, the part is taken from a unit that says it; only what no unit says is put together.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn

from recruitment.domain.evidence_key import USUAL_MEANINGS
from recruitment.exports.specification.own_layout import Facts, Unit
from recruitment.readers.columns import Role

type Meaning = Callable[[Facts], Hashable]

_LETTERS = re.compile(r"^[A-Z]{1,2}(?:[^A-Za-z]*[A-Z]{1,2})*$")
_OTHERS = {"e": "d", "essential": "desirable"}
_OTHERS |= {other: word for word, other in _OTHERS.items()}


def _nothing(_: Facts) -> Hashable:
    return ()


def _requirement(facts: Facts) -> Hashable:
    return facts.requirement


def _evidence(facts: Facts) -> Hashable:
    return facts.evidence


def _both(facts: Facts) -> Hashable:
    return (facts.requirement, facts.evidence)


def _is(requirement: str) -> Meaning:
    return lambda facts: facts.requirement == requirement


def _when(requirement: str) -> Meaning:
    return lambda facts: facts.evidence if facts.requirement == requirement else None


def _holds(letter: str | None) -> Meaning:
    return lambda facts: letter in facts.evidence


def meaning_of_cell(units: Sequence[Unit], place: int) -> Meaning | None:
    """What the cell at this place of units of one shape says; None where it says none of these facts."""
    unit = units[0]
    role = unit.role(place)
    if role is Role.REQUIREMENT:
        return _requirement
    if role is Role.EVIDENCE:
        return _evidence
    if role is Role.METHOD:
        return _holds(unit.columns.methods[place])
    if role in {Role.ESSENTIAL, Role.DESIRABLE}:
        said = {one.cells()[place] for one in units} - {""}
        is_evidence = any(one.facts.evidence for one in units) and not _has_own_evidence(unit)
        varied = len(said) > 1 or any(_LETTERS.match(words) and words not in {"X", "Y"} for words in said)
        return _when(role.value) if is_evidence and varied else _is(role.value)
    return None


def _has_own_evidence(unit: Unit) -> bool:
    return bool({Role.EVIDENCE, Role.METHOD} & set(unit.columns.roles))


def meaning_of_words(units: Sequence[Unit], value: Callable[[Unit], Hashable]) -> Meaning | None:
    """Which fact goes with what stands around the words, or with their look; None where none does."""
    return next(
        (one for one in (_nothing, _requirement, _evidence, _both) if _agrees(units, one, value)), None
    )


def _agrees(units: Iterable[Unit], meaning: Meaning, value: Callable[[Unit], Hashable]) -> bool:
    seen: dict[Hashable, Hashable] = {}
    return all(seen.setdefault(meaning(unit.facts), value(unit)) == value(unit) for unit in units)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the parts of units of one shape say; ``numbered``: a number counts on in what stands before."""

    cells: Mapping[int, Meaning]
    before: Meaning | None
    after: Meaning | None
    look: Meaning | None

    @property
    def says_requirement(self) -> bool:
        """Whether a unit itself says if it is essential; else its heading does."""
        probes = (Facts("", "essential", frozenset("A")), Facts("", "desirable", frozenset("A")))
        meanings = [*self.cells.values(), self.before, self.after, self.look]
        return any(one and one(probes[0]) != one(probes[1]) for one in meanings)

    @property
    def says_evidence(self) -> bool:
        probes = [
            Facts("", requirement, frozenset(letter))
            for requirement in ("essential", "desirable")
            for letter in "AICRTPOD"
        ]
        meanings = [*self.cells.values(), self.before, self.after, self.look]
        halves = (probes[:8], probes[8:])
        return any(one and len({one(probe) for probe in half}) > 1 for one in meanings for half in halves)


def learn_signs(units: Sequence[Unit]) -> Signs:
    """The signs of units of one shape."""
    found = {
        place: meaning_of_cell(units, place) for place in range(units[0].shape[1]) if place != units[0].place
    }
    return Signs(
        {place: meaning for place, meaning in found.items() if meaning is not None},
        meaning_of_words(units, lambda unit: without_number(unit.before)),
        meaning_of_words(units, lambda unit: unit.after),
        meaning_of_words(units, is_slanted),
    )


def without_number(before: str) -> str:
    return re.sub(r"\d+", "#", before)


def is_slanted(unit: Unit) -> bool:
    """Whether the words stand in italics; the mark can be there to say that they do not."""
    marks = (one for run in unit.carrier.iter(qn("w:r")) for one in run.iter(qn("w:i")))
    return any(one.get(qn("w:val"), "1") not in {"0", "false", "off"} for one in marks)


def other_requirement(words: str) -> str:
    """The words with E for D, essential for desirable, or the other way about, in the same letters."""

    def turn(found: "re.Match[str]") -> str:
        other = _OTHERS[found[0].casefold()]
        return other.upper() if found[0].isupper() else other.capitalize() if found[0].istitle() else other

    return re.sub(r"\b(?:essential|desirable|E|D)\b", turn, words, flags=re.IGNORECASE)


def compose(letters: str, said: Mapping[frozenset[str], str]) -> str:
    """Evidence that no criterion of the document has, in the way in which it writes what it has."""
    single = {next(iter(evidence)): words for evidence, words in said.items() if len(evidence) == 1}
    if said and not all(_LETTERS.match(words) for words in said.values()):
        parts = [single.get(letter, USUAL_MEANINGS[letter]) for letter in letters]
        return " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
    between = (re.search(r"[A-Z]([^A-Z]*)[A-Z]", words) for words in said.values())
    separator = next((found[1] for found in between if found), "/")
    return separator.join(single.get(letter, letter) for letter in letters)
