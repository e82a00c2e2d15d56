"""Ways in which offices write what is right, and the mistakes they make, with what a reader should say."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

EPOCH = date(1899, 12, 30)
MONTHS = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
FULL_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True)
class Written:
    """What goes into a cell, and the diagnoses and the value a reader may come to."""

    raw: Any
    accept: frozenset[str] = frozenset({"ok"})
    value: str | None = None
    format: str = ""
    note: str = ""
    parts: dict[str, str] = field(default_factory=dict)


def _said(raw: Any, *accept: str, value: str | None = None, **more: Any) -> Written:
    return Written(raw, frozenset(accept), value, **more)


def ordinal(day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def write_day(random: Random, day: date, *, plain: bool = False) -> Written:
    """A day in any of the shapes that mean it without doubt."""
    month, short = MONTHS[day.month - 1], f"{day.year % 100:02}"
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    shapes: list[tuple[Any, str]] = [
        (midnight, "dd/mm/yyyy"),
        (midnight, "dd-mmm-yy"),
        (f"{day:%d/%m/%Y}", "@"),
        (f"{day.day}/{day.month}/{short}", "@"),
        (f"{day.day}.{day.month}.{short}", "@"),
        (f" {day:%d/%m/%Y} ", "@"),
        (f"{ordinal(day.day)} {month} {day.year}", ""),
        (f"{day.day} {FULL_MONTHS[day.month - 1]} {day.year}", ""),
        (f"{DAYS[day.weekday()]} {day.day} {FULL_MONTHS[day.month - 1]} {day.year}", ""),
        (f"{day.day}-{month[:3]}-{short}", "@"),
        (f"{day:%Y-%m-%d}", "@"),
        ((day - EPOCH).days, ""),
        (str((day - EPOCH).days), "@"),
    ]
    raw, number_format = random.choice(shapes[:9] if plain else shapes)
    return Written(raw, value=day.isoformat(), format=number_format)


def write_check(random: Random, day: date, initials: str, document: str) -> Written:
    """A check's date, sometimes with the document seen and the initials of who saw it."""
    if random.random() < 0.75:
        return write_day(random, day)
    shape = random.choice(
        ["{doc} {day} {who}", "{doc} seen {day} {who}", "{day} {who}", "{doc} - {day} ({who})", "Y {day}"]
    )
    text = shape.format(doc=document, day=f"{day.day}/{day.month}/{day.year % 100:02}", who=initials)
    return Written(text, value=day.isoformat())


def misdate(random: Random, day: date, start: date, as_at: date, *, may_be_late: bool) -> Written:
    """A mistake in the cell of a check that is certain to be needed."""
    month = MONTHS[day.month - 1]
    ahead = as_at.year + 2
    under_way = ["TBC", "pending", "awaiting", f"applied {day.day}/{day.month}", "chasing"]
    not_needed = ["N/A", "n/a", "-", "–", "N/R", "not req"]
    late = start + timedelta(days=random.randrange(1, 90))
    mistakes = [
        _said(None, "blank"),
        _said(random.choice(["Y", "Yes", "✓", "✔", "X", "Done", "seen", "Yes - JB"]), "date_missing"),
        _said(f"{month} {day.year % 100:02}", "ambiguous_date", value=f"{day:%Y-%m}"),
        _said(f"{FULL_MONTHS[day.month - 1]} {day.year}", "ambiguous_date", value=f"{day:%Y-%m}"),
        _said(random.choice(["30/02/23", "31/04/2021", "31.11.19", "45/13/22"]), "impossible"),
        _said(f"{day.day}/{day.month}/{ahead}", "future", value=f"{ahead}-{day:%m-%d}"),
        _said(random.choice(["N/K", "not known", "see file", "as per Linda", "on form", "?"]), "unreadable"),
        _said(random.choice(under_way), "in_progress"),
        _said(random.choice(not_needed), "na_without_reason", value="not_required"),
        _said(random.choice(["pre 2002", "List 99", "pre-CRB"]), "legacy"),
    ]
    if may_be_late and late <= as_at:
        mistakes += [_said(f"{late:%d/%m/%Y}", "late", value=late.isoformat())] * 2
    return random.choice(mistakes)


def write_not_required(random: Random, reason: str) -> Written:
    """Not needed, with a reason in the cell or in a note on it."""
    if random.random() < 0.2:
        return _said("N/A", "ok", value="not_required", note=reason)
    return _said(
        random.choice(["N/A {}", "N/A - {}", "n/a ({})", "Not required: {}"]).format(reason),
        "ok",
        value="not_required",
    )


def write_certificate(random: Random, number: str) -> Written:
    return random.choice(
        [
            _said(number, "ok", value=number, format="@"),
            _said(f"{number[:4]} {number[4:8]} {number[8:]}", "ok", value=number, format="@"),
            _said(f"DBS {number}", "ok", value=number),
            _said(int(number), "ok", value=number, format="0" * 12),
        ]
    )


def miswrite_certificate(random: Random, number: str) -> Written:
    return random.choice(
        [
            _said(int(number), "wrong_digits", value=number, format="0"),
            _said(number[:11], "wrong_digits", format="@"),
            _said(f"{number}4", "wrong_digits", format="@"),
            _said(f"OO{number[2:]}", "wrong_digits", value=number),
            _said(None, "blank"),
            _said("awaiting", "in_progress"),
        ]
    )


def write_teacher_number(random: Random, number: str) -> Written:
    if number.startswith("0") and random.random() < 0.5:
        return _said(int(number), "wrong_digits", value=number, format="0")
    return random.choice(
        [
            _said(number, "ok", value=number, format="@"),
            _said(f"{number[:2]}/{number[2:]}", "ok", value=number, format="@"),
            _said(number[:6], "wrong_digits", format="@"),
        ]
    )


def write_surname(random: Random, surname: str) -> Written:
    """As it is, with a blank, or in capitals, which lose how a name such as MacLeod was cased."""
    repaired = "-".join(part.capitalize() for part in surname.lower().split("-"))
    shapes = [(surname, surname), (f"{surname} ", surname), (surname.upper(), repaired)]
    raw, value = random.choice(shapes)
    return _said(raw, "ok", value=value)


def write_full_name(random: Random, forename: str, surname: str, former: str) -> Written:
    shapes = [
        f"{forename} {surname}",
        f"{surname}, {forename}",
        f"{surname.upper()}, {forename}",
        f"{forename} {surname.upper()}",
        f"Mrs {forename} {surname}",
        f"{surname}, {forename} (Ms)",
    ]
    if former:
        shapes += [f"{surname}, {forename} (née {former})", f"{forename} {surname} (formerly {former})"]
    raw = random.choice(shapes)
    capitals = surname.upper() in raw
    repaired = "-".join(part.capitalize() for part in surname.lower().split("-")) if capitals else surname
    parts = {"person.former_names": former} if former and former in raw else {}
    return _said(raw, "ok", value=f"{forename} {repaired}", parts=parts)
