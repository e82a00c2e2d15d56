from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.reminder_rules import RULES
from compliance.domain.reminders import DueThing
from compliance.exports.calendar_file import escape, fold, uid_of, write_calendar
from tests.compliance.exports.calendar_reader import read_events, unfold
from tests.factories.people import NOW

SITE = "https://appoint.example.org/"
THING = DueThing(
    rule=RULES["right_to_work"],
    record_key="check-7",
    school_id=3,
    school_name="St Mary's; Infants, Juniors",
    title="Check the right to work again",
    due_date=date(2026, 12, 31),
    href="/calendar/right_to_work/check-7/",
    person_name="Zoë Ångström",
    initials="Z. Å.",
    detail="The check carries until the close of 31 December 2026.",
)
# Any text a school might type; control characters but line ends cannot stand in a calendar file.
TEXT = st.text(st.characters(blacklist_categories=["Cc", "Cs"], whitelist_characters="\n"), max_size=200)


def write(*things: DueThing, shows_names: bool = False) -> bytes:
    return write_calendar(things, now=NOW, site=SITE, shows_names=shows_names)


def test_event_is_read_back_whole() -> None:
    assert read_events(write(THING)) == [
        {
            "UID": uid_of(THING),
            "DTSTAMP": "20261102T093000Z",
            "DTSTART;VALUE=DATE": "20261231",
            "DTEND;VALUE=DATE": "20270101",
            "SUMMARY": "Right-to-work follow-up: Z. Å.",
            "DESCRIPTION": "Law. Open Appoint to see what is to be done.",
            "LOCATION": "St Mary's; Infants, Juniors",
            "CATEGORIES": "Law",
            "URL": "https://appoint.example.org/calendar/right_to_work/check-7/",
            "TRANSP": "TRANSPARENT",
        }
    ]


def test_file_without_days_is_a_calendar_still() -> None:
    assert unfold(write()) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Appoint//School calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Appoint",
        "X-WR-CALNAME:Appoint",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(
    ("shows_names", "summary"),
    [(False, "Right-to-work follow-up: Z. Å."), (True, "Right-to-work follow-up: Zoë Ångström")],
)
def test_names_leave_only_by_choice(shows_names: bool, summary: str) -> None:
    body = write(THING, shows_names=shows_names)

    assert read_events(body)[0]["SUMMARY"] == summary
    assert ("Zoë" in "".join(unfold(body))) is shows_names


def test_what_a_check_found_never_leaves() -> None:
    told = replace(THING, title="Repeat: Medical fitness", detail="Caution of 2019 discussed")
    text = "".join(unfold(write(told, shows_names=True)))

    assert ("Medical" in text, "Caution" in text) == (False, False)


def test_event_keeps_its_identity_when_its_day_or_words_change() -> None:
    moved = replace(THING, due_date=date(2027, 3, 1), title="Another", person_name="Zoë Berg")

    assert uid_of(moved) == uid_of(THING)
    assert len({uid_of(THING), uid_of(replace(THING, record_key="check-8"))}) == 2
    assert len({uid_of(THING), uid_of(replace(THING, rule=RULES["recheck"]))}) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b", "a\\,b"),
        ("a;b", "a\\;b"),
        ("a\\b", "a\\\\b"),
        ("a\nb", "a\\nb"),
        ("a\r\nb", "a\\nb"),
        ("a:b", "a:b"),
    ],
)
def test_escape_covers_what_means_something(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("length", "lines"), [(74, [74]), (75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2])]
)
def test_fold_breaks_after_75_octets(length: int, lines: list[int]) -> None:
    assert [len(line) for line in fold("x" * length)[:-2].split(b"\r\n")] == lines


def test_fold_never_cuts_a_character() -> None:
    assert fold("x" * 74 + "é") == b"x" * 74 + b"\r\n \xc3\xa9\r\n"


@given(TEXT, TEXT)
def test_any_words_are_read_back(school: str, name: str) -> None:
    (event,) = read_events(write(replace(THING, school_name=school, person_name=name), shows_names=True))

    assert event["LOCATION"] == school
    assert event["SUMMARY"] == (f"Right-to-work follow-up: {name}" if name else "Right-to-work follow-up")
