"""Days as a calendar file that every calendar program reads (RFC 5545).

All that leaves is the kind of day, who says so, the school, and initials or the name: nothing of what a
check found. An event keeps its identity when its day moves.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from compliance.domain.reminders import BASIS_WORDS, DueThing

LINE_OCTETS = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def write_calendar(
    things: Iterable[DueThing], *, now: datetime, site: str, shows_names: bool = False
) -> bytes:
    """The whole file, with an all-day event for each thing."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Appoint//School calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Appoint",
        "X-WR-CALNAME:Appoint",
    ]
    for thing in things:
        lines += _event(thing, now=now, site=site, shows_names=shows_names)
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def fold(line: str) -> bytes:
    """A line in pieces of at most 75 octets, never inside a character; each but the first begins blank."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"".join(part + b"\r\n" for part in (*pieces, piece))


def escape(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line ends would otherwise mean something."""
    return text.translate(_ESCAPED)


def uid_of(thing: DueThing) -> str:
    """Who an event is, whatever its day: the rule and the record, as a fingerprint."""
    name = f"{thing.rule.key}/{thing.record_key}/{thing.school_id}"
    return f"{hashlib.sha256(name.encode()).hexdigest()[:32]}@appoint"


def _event(thing: DueThing, *, now: datetime, site: str, shows_names: bool) -> Iterator[str]:
    who = thing.person_name if shows_names else thing.initials
    basis = BASIS_WORDS[thing.basis]
    yield "BEGIN:VEVENT"
    yield f"UID:{uid_of(thing)}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(thing.due_date)}"
    yield f"DTEND;VALUE=DATE:{_day(thing.due_date + timedelta(days=1))}"
    yield f"SUMMARY:{escape(': '.join(part for part in (thing.rule.title, who) if part))}"
    yield f"DESCRIPTION:{escape(f'{basis}. Open Appoint to see what is to be done.')}"
    yield f"LOCATION:{escape(thing.school_name)}"
    yield f"CATEGORIES:{escape(basis)}"
    yield f"URL:{site.rstrip('/')}{thing.href}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"
