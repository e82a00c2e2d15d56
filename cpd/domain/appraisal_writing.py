"""What may be written, agreed, appealed and closed when, and the days a school usually sets."""

from collections.abc import Mapping
from datetime import date

from core.domain.dates import add_working_days, in_words
from core.domain.errors import Denial
from core.domain.schools import SchoolType
from cpd.domain.appraisal import APPEAL_WORKING_DAYS, PHASE_LABELS, CycleKind, Phase
from cpd.domain.appraisal_states import State
from cpd.domain.appraisal_visibility import Side

# Where a side of a review may be written: the state of the appraisal.
WRITABLE: Mapping[tuple[Phase, Side], frozenset[State]] = {
    (Phase.MID_YEAR, Side.SELF): frozenset({State.OBJECTIVES_AGREED, State.MID_YEAR_REVIEWED}),
    (Phase.MID_YEAR, Side.MANAGER): frozenset({State.OBJECTIVES_AGREED}),
    (Phase.FINAL, Side.SELF): frozenset({State.MID_YEAR_REVIEWED, State.FINAL_DRAFTED}),
    (Phase.FINAL, Side.MANAGER): frozenset({State.MID_YEAR_REVIEWED}),
}
# Where objectives may change; after they are agreed only the appraiser changes them, with a reason.
OBJECTIVES_OPEN = frozenset({State.PLANNED, State.OBJECTIVES_AGREED, State.MID_YEAR_REVIEWED})
EVIDENCE_OPEN = OBJECTIVES_OPEN | {State.FINAL_DRAFTED}


def deny_writing(phase: Phase, side: Side, *, state: str, is_shared: bool) -> Denial | None:
    """Whether a side may be written on now."""
    if is_shared:
        return Denial("shared", "This side is shared, so it stands as it is.")
    if State(state) not in WRITABLE[phase, side]:
        words = PHASE_LABELS[phase].lower()
        return Denial("not_now", f"The {words} is not being written at this stage of the appraisal.")
    return None


def deny_objective_change(state: str) -> Denial | None:
    """Whether objectives may be added, changed or taken out now."""
    if State(state) in OBJECTIVES_OPEN:
        return None
    return Denial("objectives_fixed", "Objectives can no longer change: the final review is written on them.")


def deny_one_more(count: int, most: int) -> Denial | None:
    """Whether there is room for another objective by the school's policy."""
    if count < most:
        return None
    return Denial(
        "too_many_objectives",
        f"The school’s policy is up to {most} objectives, and there are {count}. Take one out or change one.",
    )


def deny_agreement(*, objectives: int, needs_adviser: bool, adviser: str) -> Denial | None:
    """Whether objectives can be agreed: there is one, and the head of a maintained school has an adviser."""
    if not objectives:
        return Denial("no_objectives", "Write at least one objective first.")
    if needs_adviser and not adviser.strip():
        return Denial(
            "no_adviser",
            "The head of a maintained school is appraised with an external adviser: name the adviser first.",
        )
    return None


def needs_adviser(school_type: SchoolType, *, is_headteacher: bool) -> bool:
    """Whether the law wants an external adviser: for the head of a maintained school."""
    return is_headteacher and school_type in (SchoolType.MAINTAINED, SchoolType.PRU)


def appeal_by(signed: date, working_days: int = APPEAL_WORKING_DAYS) -> date:
    """The last day to appeal: so many working days after the day the second of the two signed."""
    return add_working_days(signed, working_days)


def deny_appeal(*, signed: date | None, today: date, working_days: int) -> Denial | None:
    """Whether an appeal comes in time. Before both have signed there is no last day."""
    if signed is None or today <= (last := appeal_by(signed, working_days)):
        return None
    return Denial("appeal_too_late", f"Appeals were possible until {in_words(last)}.")


def deny_closing(*, signed: date | None, today: date, working_days: int) -> Denial | None:
    """Whether a signed appraisal may be closed: not while an appeal is still possible."""
    if signed is None or today > (last := appeal_by(signed, working_days)):
        return None
    return Denial("appeal_possible", f"It stays open until {in_words(last)}, the last day to appeal.")


def usual_dates(kind: CycleKind, first_date: date) -> dict[str, date | None]:
    """The customary dates of a cycle that begins on a day, to be changed as the school likes.

    Teachers are reviewed by 31 October after their year and set objectives by then; the head by 31 December;
    mid-year by 31 March. Support staff have the same dates until their policy says otherwise.
    """
    year = first_date.year
    is_teachers = kind == CycleKind.TEACHERS
    return {
        "last_date": date(year + 1, 8, 31),
        "objectives_by_date": date(year, 10, 31),
        "mid_year_by_date": date(year + 1, 3, 31),
        "final_by_date": date(year + 1, 10, 31),
        "head_objectives_by_date": date(year, 12, 31) if is_teachers else None,
        "head_final_by_date": date(year + 1, 12, 31) if is_teachers else None,
    }
