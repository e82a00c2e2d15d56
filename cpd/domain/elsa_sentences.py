"""What an ELSA's page says in a sentence: where she stands, what is next, and the time she has for it."""

from cpd.domain.elsa import Status
from cpd.domain.elsa_rings import Record, TrainingDay, Year

STATUS_WORDS = {
    Status.NOT_ELIGIBLE: "Cannot be registered",
    Status.TRAINEE: "In training",
    Status.MET: "Met",
    Status.ON_TRACK: "On track",
    Status.LAST_CHANCE: "Last chance",
    Status.LAPSED: "Lapsed",
}
STATUS_TONES = {
    Status.NOT_ELIGIBLE: "danger",
    Status.TRAINEE: "info",
    Status.MET: "good",
    Status.ON_TRACK: "good",
    Status.LAST_CHANCE: "warning",
    Status.LAPSED: "danger",
}
MINUTES_IN_AN_HOUR = 60


def write_warning(year: Year) -> str:
    """The warning of two sessions before the end: how many are needed and how many are left."""
    if not year.is_warned:
        return ""
    standing = year.standing
    needed = counted_in_words(standing.needed, "more session", "more sessions")
    left = f"{standing.remaining} left"
    if standing.may_miss:
        return f"{needed} needed, {left}: only one may be missed."
    return f"{needed} needed, {left}: last chance."


def write_remaining(year: Year) -> str:
    """How the sessions that remain come about."""
    parts = []
    if year.planned:
        parts.append(f"{year.planned} planned")
    if year.unplanned:
        parts.append(
            counted_in_words(year.unplanned, "half term", "half terms") + " with nothing planned yet"
        )
    return ", ".join(parts) or "none"


def write_next(year: Year, record: Record, training_days: int) -> str:
    """The one thing to do next."""
    status = year.standing.status
    if status == Status.NOT_ELIGIBLE:
        return "Only somebody the school employs can be its ELSA. End the registration, or correct the role."
    if (open_entry := year.to_confirm) is not None:
        return f"Say whether the session of {open_entry.entry.day:%d/%m/%Y} took place."
    if status == Status.TRAINEE:
        return _next_training_day(year, record.training, training_days)
    return _next_session(year)


def _next_session(year: Year) -> str:
    status = year.standing.status
    if status == Status.LAPSED:
        return "Speak with the provider about how to come back: this year can no longer be met."
    planned, ring = year.next_session, year.next_open
    wants_more = year.standing.needed > year.planned
    if ring is not None and wants_more and (planned is None or ring.period.last < planned.entry.day):
        return f"Plan the session of {ring.period.label}: by {ring.period.last:%d/%m/%Y}."
    if planned is not None:
        return f"Supervision on {planned.entry.day:%d/%m/%Y}."
    return "Nothing more is needed this school year."


def _next_training_day(year: Year, training: tuple[TrainingDay, ...], training_days: int) -> str:
    ahead = sorted((one.day, one.number) for one in training if one.day > year.as_at)
    if ahead:
        day, number = ahead[0]
        return f"Training day {number} of {training_days} on {day:%d/%m/%Y}."
    attended = {one.number for one in training if one.attended and one.day <= year.as_at}
    missing = next(number for number in range(1, training_days + 1) if number not in attended)
    return f"Book training day {missing} of {training_days}."


def write_time(weekly_minutes: int | None, recommended_minutes: int, *, is_small_school: bool) -> str:
    """The time allocated a week against what is recommended, which is half in a very small school."""
    wanted = recommended_minutes // 2 if is_small_school else recommended_minutes
    recommended = f"{time_in_words(wanted)} a week recommended"
    if weekly_minutes is None:
        return f"No time is written down; {recommended}."
    given = f"{time_in_words(weekly_minutes)} a week; {recommended}"
    if weekly_minutes >= wanted:
        return f"{given}."
    return f"{given}: {time_in_words(wanted - weekly_minutes)} short."


def time_in_words(minutes: int) -> str:
    """Minutes as hours and minutes: 5 hours 59 minutes."""
    hours, rest = divmod(minutes, MINUTES_IN_AN_HOUR)
    parts = [counted_in_words(hours, "hour", "hours")] if hours else []
    parts += [counted_in_words(rest, "minute", "minutes")] if rest or not hours else []
    return " ".join(parts)


def counted_in_words(number: int, one: str, many: str) -> str:
    """A number with its noun: 1 half term, 2 half terms."""
    return f"{number} {one if number == 1 else many}"
