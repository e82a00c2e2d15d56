"""Reads a calendar file back, by RFC 5545 and without the writer: unfolds, splits, unescapes."""

import re

_UNESCAPED = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}


def unfold(body: bytes) -> list[str]:
    """The content lines. Fails where a line end is not CRLF, or a line has more than 75 octets."""
    assert body.endswith(b"\r\n")
    physical = body[:-2].split(b"\r\n")
    assert [line for line in physical if b"\n" in line or b"\r" in line or len(line) > 75] == []
    for line in physical:
        line.decode()  # no character is cut in two
    return body[:-2].replace(b"\r\n ", b"").decode().split("\r\n")


def read_events(body: bytes) -> list[dict[str, str]]:
    """Every event by the names of its properties, parameters left out of the name."""
    lines = unfold(body)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    inside = False
    for line in lines[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            inside = True
            events.append({})
        elif line == "END:VEVENT":
            inside = False
        elif inside:
            text = re.sub(r"\\[\\;,nN]", lambda found: _UNESCAPED[found.group()], value)
            events[-1][name] = text
    return events
