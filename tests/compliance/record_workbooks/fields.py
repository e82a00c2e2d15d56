"""What is written into one cell of somebody's row, and what a reader should say of it."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from random import Random

from tests.compliance.record_workbooks import shapes
from tests.compliance.record_workbooks.layouts import ColumnSpec, Layout, date_field
from tests.compliance.record_workbooks.people import TruePerson
from tests.compliance.record_workbooks.shapes import Written

AS_AT = date(2026, 11, 23)
MISTAKES = 0.12
DOCUMENTS = ("Passport", "DL", "Birth cert", "Passport + DL")

type Writer = Callable[[Random, TruePerson], Written]


def write_field(random: Random, column: ColumnSpec, layout: Layout, person: TruePerson) -> Written:
    """What stands under a column for somebody."""
    if column.asks_whether_needed:
        return Written("Y" if _asked_for(layout, column) in person.checked else "N")
    if column.marks:
        return Written("Y" if column.marks in {date_field(check) for check in person.checked} else "N")
    if column.field is None:
        return Written(random.choice([None, "F34", 112]))
    if column.field in _PLAIN:
        return _PLAIN[column.field](random, person)
    return _write_date(random, column.field, layout, person)


def _as_it_is(text: str | None) -> Written:
    return Written(text, value=text)


def _write_leaving(random: Random, person: TruePerson) -> Written:
    has_left = person.category == "leavers" or random.random() < 0.05
    return Written("31/8/2026", value="2026-08-31") if has_left else Written(None)


def _write_teacher_number(random: Random, person: TruePerson) -> Written:
    if person.category != "teaching":
        return Written(None)
    return shapes.write_teacher_number(random, person.teacher_number)


def _write_certificate(random: Random, person: TruePerson) -> Written:
    wrong = random.random() < MISTAKES and person.needs("dbs")
    write = shapes.miswrite_certificate if wrong else shapes.write_certificate
    return write(random, person.certificate)


def _write_document(random: Random, _person: TruePerson) -> Written:
    return _as_it_is(random.choice(DOCUMENTS))


def _write_eea(random: Random, _person: TruePerson) -> Written:
    return random.choice([Written(None), Written("12/3/2015", frozenset({"legacy"}), "2015-03-12")])


_PLAIN: Mapping[str, Writer] = {
    "person.surname": lambda random, person: shapes.write_surname(random, person.surname),
    "person.forename": lambda _random, person: _as_it_is(person.forename),
    "person.former_names": lambda _random, person: _as_it_is(person.former or None),
    "person.full_name": lambda random, person: shapes.write_full_name(
        random, person.forename, person.surname, person.former
    ),
    "person.dob": lambda random, person: shapes.write_day(random, person.born, plain=True),
    "role.title": lambda _random, person: _as_it_is(person.role),
    "role.start_date": lambda random, person: shapes.write_day(random, person.start),
    "role.leave_date": _write_leaving,
    "qualification.trn": _write_teacher_number,
    "dbs.number": _write_certificate,
    "supply.agency": lambda _random, person: _as_it_is(
        "Northgate Supply" if person.category == "supply" else None
    ),
    "overseas.required": lambda _random, _person: Written("N", value="no"),
    "overseas.date": lambda random, _person: random.choice(
        [Written(None), Written("N/A", value="not_required")]
    ),
    "overseas.eea": _write_eea,
    "identity.evidence": _write_document,
    "rtw.evidence": _write_document,
    **{
        f"{check}.by": lambda _random, person: _as_it_is(person.initials)
        for check in ("identity", "rtw", "dbs", "barred", "prohibition", "s128")
    },
    "training.safeguarding": lambda random, _person: shapes.write_day(
        random, date(2026, 9, random.randrange(1, 29))
    ),
    "meta.notes": lambda random, _person: _as_it_is(
        random.choice([None, "keyholder", "mentor for new staff"])
    ),
}


def _write_date(random: Random, name: str, layout: Layout, person: TruePerson) -> Written:
    check = name.partition(".")[0]
    day = person.checked.get(check)
    is_odd = name in {layout.swapped_field, layout.month_first_field}
    if check == "barred" and not person.may_be_barred_listed:
        return _write_forbidden(random, person, may_be_made=not is_odd)
    if day is None:
        return _write_unneeded(random, name, check, layout, person)
    if is_odd:
        return _write_swapped(day) if name == layout.swapped_field else _write_month_first(day)
    if random.random() < MISTAKES and person.needs(check):
        wrong = shapes.misdate(random, day, person.start, AS_AT, may_be_late=True)
        is_marked = wrong.raw is None and _has_mark(layout, name)
        return Written(None, frozenset({"date_missing"})) if is_marked else wrong
    if check == "barred" and random.random() < 0.1:
        return Written("with DBS", frozenset({"ok", "date_missing", "late", "future", "ambiguous_date"}))
    return shapes.write_check(random, day, person.initials, random.choice(DOCUMENTS))


def _write_forbidden(random: Random, person: TruePerson, *, may_be_made: bool) -> Written:
    """The barred list for somebody outside regulated activity: made all the same, or not needed and why."""
    if may_be_made and random.random() < 0.3:
        made = shapes.write_day(random, person.start)
        return Written(made.raw, frozenset({"not_permitted"}), made.value, made.format)
    return shapes.write_not_required(random, "not in regulated activity")


def _write_unneeded(random: Random, name: str, check: str, layout: Layout, person: TruePerson) -> Written:
    if check == "s128" and person.role == "Deputy Head":
        return Written(None, frozenset({"blank", "ok", "date_missing"}))
    if any(column.asks_whether_needed and column.marks == name for column in layout.columns):
        return random.choice([Written(None), Written("N/A", value="not_required")])
    if _has_mark(layout, name):
        return Written(None)
    return random.choice([Written(None), shapes.write_not_required(random, "not a teacher")])


def _has_mark(layout: Layout, name: str) -> bool:
    return any(column.marks == name and not column.asks_whether_needed for column in layout.columns)


def _asked_for(layout: Layout, column: ColumnSpec) -> str:
    """The check that a *required?* column asks about: that of the column after it."""
    following = layout.columns[layout.columns.index(column) + 1].field or ""
    return following.partition(".")[0]


def _write_swapped(day: date) -> Written:
    """As an American Excel takes 3/9/2019: 9 March. What cannot be a month stays text."""
    if day.day > 12:
        return Written(f"{day:%d/%m/%Y}", value=day.isoformat())
    swapped = datetime(day.year, day.day, day.month, tzinfo=UTC).replace(tzinfo=None)
    accept = frozenset({"ok"} if day.day == day.month else {"ambiguous_date", "swapped"})
    return Written(swapped, accept, swapped.date().isoformat(), "mm/dd/yyyy")


def _write_month_first(day: date) -> Written:
    return Written(f"{day:%m/%d/%Y}", frozenset({"ambiguous_date"}), day.isoformat())
