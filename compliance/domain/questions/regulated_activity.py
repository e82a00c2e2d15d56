"""The topic ``regulated-activity``: whether work with children is regulated, and since when."""

from datetime import date

from compliance.domain.frequency import Attendance, Pattern
from compliance.domain.regulated_activity import Activity, Role, Work, judge_regulated_activity
from core.domain.facts import Fact, Facts
from core.domain.sources import cite

FIELDS = ("as_at", "role", "activity", "supervised", "personal_care", "pattern", "attendance")
ATTENDANCE_FIELDS = ("date", "setting", "overnight")


def answer(facts: object, today: date) -> dict[str, object]:
    """Whether the work is regulated activity as at ``as_at`` or else today.

    Raises ``DomainError`` for facts that cannot be read. Nothing is needed, but what is missing may decide.
    """
    given = Facts.read(facts, FIELDS)
    as_at = given.get("as_at")
    judged = judge_regulated_activity(_read_work(given), as_at.day() if as_at else today)
    return {
        "regulated_activity": judged.regulated,
        "since": judged.since.isoformat() if judged.since else None,
        "barred_list": judged.barred_list,
        "reason": judged.reason,
        "needs": list(judged.needs),
        "sources": cite(*judged.sources),
    }


def _read_work(given: Facts) -> Work:
    role, activity, pattern = given.get("role"), given.get("activity"), given.get("pattern")
    supervised, care, attendance = (
        given.get("supervised"),
        given.get("personal_care"),
        given.get("attendance"),
    )
    return Work(
        role=role.one_of(Role) if role else None,
        activity=activity.one_of(Activity) if activity else None,
        supervised=supervised.yes_or_no() if supervised else None,
        personal_care=care.yes_or_no() if care else None,
        pattern=pattern.one_of(Pattern) if pattern else None,
        attendance=tuple(_read_attendance(item) for item in attendance.items()) if attendance else None,
    )


def _read_attendance(item: Fact) -> Attendance:
    given = item.facts(ATTENDANCE_FIELDS)
    setting, overnight = given.get("setting"), given.get("overnight")
    return Attendance(
        given.need("date").day(),
        setting.text() if setting else None,
        is_overnight=overnight.yes_or_no() if overnight else False,
    )
