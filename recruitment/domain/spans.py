"""How long something in a history lasted, in the words of a school."""

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_in_words(given: str) -> str:
    """``2024-09`` or ``2024-09-15`` as Sep 2024."""
    return f"{MONTHS[int(given[5:7]) - 1]} {given[:4]}"


def months_held(started: str, ended: str, today: date) -> int:
    """Calendar months touched from start to end, both counted; without an end, up to today."""
    last = ended or today.isoformat()
    return (int(last[:4]) - int(started[:4])) * 12 + int(last[5:7]) - int(started[5:7]) + 1


def length_in_words(months: int) -> str:
    """13 months are 1 year 1 month; nothing for none."""
    if months <= 0:
        return ""
    years, rest = divmod(months, 12)
    parts = [_count(years, "year"), _count(rest, "month")]
    return " ".join(part for part in parts if part)


def span_in_words(started: str, ended: str, today: date) -> str:
    """Sep 2019 to Aug 2022 (3 years); without an end, to now."""
    end = month_in_words(ended) if ended else "now"
    length = length_in_words(months_held(started, ended, today))
    return f"{month_in_words(started)} to {end}" + (f" ({length})" if length else "")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number > 0 else ""
