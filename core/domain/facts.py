"""Reads facts that came as JSON, strictly, and says where each fault is.

What is unknown is refused: a field nobody asked for, a word that is not a choice, a number written as
text. Absent and null both mean *not known* and are never read as *no*. Every fault is a
``DomainError`` with the code ``invalid`` and the place of the fact, such as ``criteria[2].weight``.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import isfinite
from typing import Never, Self

from core.domain.dates import DayOrMonth, parse_day
from core.domain.errors import DomainError

MOST_CHARACTERS = 500
MOST_ITEMS = 100_000
# Nothing a school records lies outside these years, and no sum of months leaves the calendar from them.
FIRST_YEAR, LAST_YEAR = 1900, 2999
MOST_MONTHS = 1_200


def invalid(field: str | None, message: str) -> DomainError:
    """The error for facts that cannot be read; ``field`` is None where it is the whole of them."""
    return DomainError("invalid", message, field)


@dataclass(frozen=True, slots=True)
class Fact:
    """One value and its place. Every way of reading it refuses null: ask for it with ``Facts.get``."""

    value: object
    path: str

    def refuse(self, message: str) -> Never:
        raise invalid(self.path or None, message)

    def text(self) -> str:
        if not isinstance(self.value, str):
            self._refuse_as("a text in quotation marks")
        if not self.value.strip():
            self.refuse("Leave this out or give it a text; it must not be blank.")
        if len(self.value) > MOST_CHARACTERS:
            self.refuse(f"Keep this to {MOST_CHARACTERS} characters.")
        return self.value

    def yes_or_no(self) -> bool:
        if not isinstance(self.value, bool):
            self._refuse_as("true or false")
        return self.value

    def whole_number(self, *, least: int | None = None, most: int | None = None) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self._refuse_as("a whole number")
        self._refuse_outside(self.value, least, most)
        return self.value

    def number(self, *, least: int | None = None, most: int | None = None) -> Fraction:
        """An exact number: 1.5 is three halves, whatever a computer makes of it."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self._refuse_as("a number")
        if isinstance(self.value, float) and not isfinite(self.value):
            self._refuse_as("a number")
        exact = Fraction(self.value) if isinstance(self.value, int) else Fraction(str(self.value))
        self._refuse_outside(exact, least, most)
        return exact

    def months(self) -> int:
        """A number of months something stays valid: one at least."""
        return self.whole_number(least=1, most=MOST_MONTHS)

    def day(self) -> date:
        return self._parse(parse_day, "a date written YYYY-MM-DD, such as 2026-09-01")

    def day_or_month(self) -> DayOrMonth:
        wanted = "a date written YYYY-MM-DD or a month written YYYY-MM, such as 2026-09"
        return self._parse(DayOrMonth.parse, wanted)

    def one_of[Choice: StrEnum](self, choices: type[Choice]) -> Choice:
        if not isinstance(self.value, str) or self.value not in set(choices):
            self._refuse_as(f"one of: {', '.join(choices)}")
        return choices(self.value)

    def items(self, *, most: int = MOST_ITEMS) -> list["Fact"]:
        if not isinstance(self.value, list):
            self._refuse_as("a list in square brackets")
        if len(self.value) > most:
            self.refuse(f"Give at most {most} entries.")
        return [Fact(item, f"{self.path}[{index}]") for index, item in enumerate(self.value)]

    def entries(self) -> dict[str, "Fact"]:
        """The values of an object whose names are the asker's own, such as the ids of criteria."""
        return {name: Fact(value, self._inside(name)) for name, value in self._object().items()}

    def facts(self, fields: Collection[str]) -> "Facts":
        """The values of an object whose names are fixed; any other name is refused."""
        given = self._object()
        for name in given:
            if name not in fields:
                raise invalid(
                    self._inside(name), f"There is no such field here. The fields are: {', '.join(fields)}."
                )
        return Facts({name: Fact(given.get(name), self._inside(name)) for name in fields})

    def _object(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            self._refuse_as("an object in curly brackets")
        if len(self.value) > MOST_ITEMS:
            self.refuse(f"Give at most {MOST_ITEMS} entries.")
        return self.value

    def _inside(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _parse[Date: date | DayOrMonth](self, parse: Callable[[str], Date], wanted: str) -> Date:
        if not isinstance(self.value, str):
            self._refuse_as(wanted)
        try:
            parsed = parse(self.value)
        except ValueError:
            self._refuse_as(wanted)
        year = parsed.year if isinstance(parsed, date) else parsed.earliest.year
        if not FIRST_YEAR <= year <= LAST_YEAR:
            self.refuse(f"Check the year: it must lie between {FIRST_YEAR} and {LAST_YEAR}.")
        return parsed

    def _refuse_outside(self, number: int | Fraction, least: int | None, most: int | None) -> None:
        if least is not None and number < least:
            self.refuse(f"This must be {least} or more.")
        if most is not None and number > most:
            self.refuse(f"This must be {most} or less.")

    def _refuse_as(self, wanted: str) -> Never:
        if self.value is None:
            self.refuse(f"This is needed to answer: give {wanted}.")
        self.refuse(f"This must be {wanted}.")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one object, by the names it may have."""

    by_name: dict[str, Fact]

    @classmethod
    def read(cls, value: object, fields: Collection[str]) -> Self:
        """The whole of what was sent."""
        return cls(Fact(value, "").facts(fields).by_name)

    def need(self, name: str) -> Fact:
        """A fact without which there is no answer; reading it as anything refuses null."""
        return self.by_name[name]

    def get(self, name: str) -> Fact | None:
        """A fact that may be unknown: None where it is absent or null."""
        fact = self.by_name[name]
        return None if fact.value is None else fact
