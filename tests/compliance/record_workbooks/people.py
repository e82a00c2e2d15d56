"""Invented people and what was truly checked for them, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

FORENAMES = [
    "Jane",
    "Amir",
    "Siân",
    "Piotr",
    "Grace",
    "Oluwaseun",
    "Hannah",
    "Tomasz",
    "Priya",
    "Callum",
    "Niamh",
    "Yusuf",
    "Bethan",
    "Ruth",
    "Kofi",
    "Elena",
]
SURNAMES = [
    "Ball",
    "Okafor",
    "Woźniak",
    "Prior",
    "Haddad",
    "MacLeod",
    "Venn",
    "Osei",
    "Lister",
    "Fairweather",
    "Nunn",
    "Bright",
    "Quaye",
    "Thorne",
    "Adeyemi",
]
ROLES: Mapping[str, tuple[str, ...]] = {
    "teaching": ("Class teacher Y4", "Deputy Head", "SENCo 0.8", "Teacher of Maths", "Class Teacher (ECT)"),
    "support": (
        "Teaching Assistant",
        "HLTA",
        "Caretaker",
        "Admin Officer",
        "Midday supervisor",
        "ELSA / TA",
        "Cook",
    ),
    "governors": ("Parent Governor", "Chair of Governors", "Foundation Governor", "Governor - LA"),
    "volunteers": ("Volunteer reader (weekly)", "Volunteer - school trips only", "Volunteer, every Tuesday"),
    "supply": ("Supply teacher", "Supply TA"),
    "contractors": ("Sports coach, weekly", "Catering assistant (daily)"),
    "leavers": ("Class teacher Y6", "Teacher of Art"),
}
# What stands in the record of each category: checks made before a start.
CHECKS: Mapping[str, tuple[str, ...]] = {
    "teaching": ("identity", "rtw", "dbs", "barred", "prohibition", "qualification"),
    "support": ("identity", "rtw", "dbs", "barred"),
    "governors": ("identity", "dbs", "s128"),
    "volunteers": ("identity", "dbs", "barred"),
    "supply": ("identity", "dbs", "barred", "prohibition", "rtw", "qualification", "supply"),
    "contractors": ("identity", "dbs", "barred"),
    "leavers": ("identity", "rtw", "dbs", "barred", "prohibition", "qualification"),
}
# Certain to be needed, so that an empty cell is a gap whatever else is known of the person.
REQUIRED: Mapping[str, frozenset[str]] = {
    "teaching": frozenset({"identity", "rtw", "dbs", "barred", "prohibition", "qualification"}),
    "support": frozenset({"identity", "rtw", "dbs", "barred"}),
    "governors": frozenset({"identity", "dbs", "s128"}),
    "volunteers": frozenset({"identity", "dbs"}),
    "supply": frozenset({"identity", "dbs", "barred", "rtw", "supply"}),
    "contractors": frozenset({"identity", "dbs", "barred"}),
    "leavers": frozenset({"identity", "rtw", "dbs", "barred", "prohibition", "qualification"}),
}


@dataclass(frozen=True)
class TruePerson:
    """Somebody invented. ``checked`` holds the true day of each check made."""

    forename: str
    surname: str
    former: str
    born: date
    category: str
    role: str
    start: date
    certificate: str
    teacher_number: str
    initials: str
    checked: Mapping[str, date] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}"

    def needs(self, check: str) -> bool:
        """Whether an empty cell is a gap for certain."""
        occasional = "trips only" in self.role
        return check in REQUIRED[self.category] and not occasional

    @property
    def may_be_barred_listed(self) -> bool:
        return self.category != "governors" and "trips only" not in self.role


def invent_people(random: Random, category: str, count: int) -> list[TruePerson]:
    return [_invent(random, category) for _ in range(count)]


def _invent(random: Random, category: str) -> TruePerson:
    start = date(2015, 1, 5) + timedelta(days=random.randrange(4_000))
    made = {check: start - timedelta(days=random.randrange(3, 60)) for check in CHECKS[category]}
    return TruePerson(
        forename=random.choice(FORENAMES),
        # Two surnames keep any two people apart: nobody is a second row by accident.
        surname=f"{random.choice(SURNAMES)}-{random.choice(SURNAMES)}{''.join(random.choices('aeiou', k=3))}",
        former=random.choice(["", "", "Ridley"]),
        born=date(1960, 1, 1) + timedelta(days=random.randrange(15_000)),
        category=category,
        role=random.choice(ROLES[category]),
        start=start,
        certificate=f"001{random.randrange(10**8, 10**9)}",
        teacher_number=f"{random.choice('0123')}{random.randrange(10**5, 10**6)}",
        initials=random.choice(["JB", "LC", "AK", "P Venn"]),
        checked=made,
    )
