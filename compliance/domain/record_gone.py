"""What a past view of the central record can no longer tell, said in words: nothing is left out in silence.

The staff record of somebody who left goes as a whole when its time is up, name and checks and all; to keep a
line of it for a past view would be to keep the record. That there were lines, and how many people they were
of, names nobody and is said.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Gone:
    """So many people had been recorded by the moment of a view, and their staff records went on this day."""

    destroyed_date: date
    people: int

    @property
    def words(self) -> str:
        who = "1 person" if self.people == 1 else f"{self.people} people"
        records = "staff record was" if self.people == 1 else "staff records were"
        return (
            f"{who} recorded by then cannot be shown any more: the {records} destroyed on "
            f"{self.destroyed_date:%d/%m/%Y}, when the time to keep staff records was up."
        )


def add_up(some: Iterable[Gone]) -> tuple[Gone, ...]:
    """Those of several schools or destructions together, by the day they went."""
    people: Counter[date] = Counter()
    for one in some:
        people[one.destroyed_date] += one.people
    return tuple(Gone(day, people[day]) for day in sorted(people))
