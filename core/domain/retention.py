"""How long a record is kept, from which day it is to be destroyed, and who says so.

Where only policy or custom stands behind a period the school's own policy replaces it. Guidance on right
to work and on allegations names the least, so a policy may only lengthen it; guidance on copies of DBS
certificates and on the central record names the most, so a policy may only shorten it.

Records of unsuccessful candidates, their declarations and online searches too, are kept for the time in
which a claim can be brought and conciliated. Training is kept with the personnel file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.domain import retention_sources as sources
from core.domain.dates import add_months, in_words
from core.domain.sources import LegalSource


class Record(StrEnum):
    UNSUCCESSFUL_APPLICATION = "unsuccessful_application"
    INTERVIEW_NOTES = "interview_notes"
    SELF_DECLARATION_UNSUCCESSFUL = "self_declaration_unsuccessful"
    ONLINE_SEARCH_UNSUCCESSFUL = "online_search_unsuccessful"
    EQUALITY_MONITORING = "equality_monitoring"
    DBS_COPY = "dbs_copy"
    RIGHT_TO_WORK = "right_to_work"
    PERSONNEL_FILE = "personnel_file"
    APPRAISAL = "appraisal"
    ALLEGATION = "allegation"
    CENTRAL_RECORD_LINE = "central_record_line"
    TRAINING = "training"


class Basis(StrEnum):
    GUIDANCE = "guidance"
    POLICY = "policy"


class PolicyMay(StrEnum):
    """What the school's own policy may do to a period."""

    REPLACE = "replace"
    LENGTHEN = "lengthen"
    SHORTEN = "shorten"


@dataclass(frozen=True, slots=True)
class Period:
    """Months from an event, which ``counted_from`` names in the words of a sentence."""

    months: int
    counted_from: str
    basis: Basis
    policy_may: PolicyMay
    sources: tuple[LegalSource, ...]

    def under_policy(self, policy_months: int | None) -> int:
        """The months that hold where the school's policy is this; None for no policy."""
        if policy_months is None:
            return self.months
        if self.policy_may == PolicyMay.LENGTHEN:
            return max(self.months, policy_months)
        if self.policy_may == PolicyMay.SHORTEN:
            return min(self.months, policy_months)
        return policy_months


_CLOSURE = "the day the vacancy closes"
_LEAVING = "the day the person leaves"
_CLAIMS = Period(
    12, _CLOSURE, Basis.POLICY, PolicyMay.REPLACE, (sources.SCHOOL_POLICY, sources.CLAIMS_TIME_LIMIT)
)
_FILE = Period(72, _LEAVING, Basis.POLICY, PolicyMay.REPLACE, (sources.PERSONNEL_FILE,))

PERIODS: Mapping[Record, Period] = {
    Record.UNSUCCESSFUL_APPLICATION: _CLAIMS,
    Record.INTERVIEW_NOTES: _CLAIMS,
    Record.SELF_DECLARATION_UNSUCCESSFUL: _CLAIMS,
    Record.ONLINE_SEARCH_UNSUCCESSFUL: _CLAIMS,
    Record.EQUALITY_MONITORING: Period(
        0, _CLOSURE, Basis.POLICY, PolicyMay.REPLACE, (sources.SCHOOL_POLICY,)
    ),
    Record.DBS_COPY: Period(
        6, "the day the copy was stored", Basis.GUIDANCE, PolicyMay.SHORTEN, (sources.DBS_COPY,)
    ),
    Record.RIGHT_TO_WORK: Period(
        24, _LEAVING, Basis.GUIDANCE, PolicyMay.LENGTHEN, (sources.RIGHT_TO_WORK_COPY,)
    ),
    Record.PERSONNEL_FILE: _FILE,
    Record.APPRAISAL: _FILE,
    Record.ALLEGATION: Period(
        120, "the day of the allegation", Basis.GUIDANCE, PolicyMay.LENGTHEN, (sources.ALLEGATION,)
    ),
    Record.CENTRAL_RECORD_LINE: Period(
        0, _LEAVING, Basis.GUIDANCE, PolicyMay.SHORTEN, (sources.REMOVE_ON_LEAVING,)
    ),
    Record.TRAINING: Period(
        72, _LEAVING, Basis.POLICY, PolicyMay.REPLACE, (sources.SCHOOL_POLICY, sources.PERSONNEL_FILE)
    ),
}


@dataclass(frozen=True, slots=True)
class Retention:
    """``due`` is None where an unknown decides; ``needs`` names what to find out."""

    destroy_after: date
    due: bool | None
    basis: Basis
    reason: str
    needs: tuple[str, ...]
    sources: tuple[LegalSource, ...]


def destroy_after(record: Record, event_date: date, policy_months: int | None = None) -> date:
    """The day from which a record is to be destroyed, by month arithmetic from its event."""
    return add_months(event_date, PERIODS[record].under_policy(policy_months))


def judge_retention(
    record: Record,
    event_date: date,
    *,
    as_at: date,
    legal_hold: bool | None = None,
    policy_months: int | None = None,
) -> Retention:
    """Whether a record is to be destroyed as at a day: from ``destroy_after`` on, and never under a hold.

    A hold that is not known does not stop the day from coming, but has to be ruled out before anything
    is destroyed. Ten years after an allegation the normal pension age decides, which is not asked for
    here: the day is then the earliest possible, and ``due`` is not known.
    """
    judged = _Judged(
        period=PERIODS[record],
        day=destroy_after(record, event_date, policy_months),
        as_at=as_at,
        legal_hold=legal_hold,
        policy_months=policy_months,
        until_pension_age=record == Record.ALLEGATION,
    )
    by_policy = judged.months != judged.period.months
    return Retention(
        destroy_after=judged.day,
        due=judged.due,
        basis=Basis.POLICY if by_policy else judged.period.basis,
        reason=" ".join(_sentences(judged)),
        needs=judged.needs,
        sources=(*judged.period.sources, *((sources.SCHOOL_POLICY,) if by_policy else ())),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """The facts of one record beside its period, and what follows from them."""

    period: Period
    day: date
    as_at: date
    legal_hold: bool | None
    policy_months: int | None
    until_pension_age: bool

    @property
    def months(self) -> int:
        return self.period.under_policy(self.policy_months)

    @property
    def is_policy_overruled(self) -> bool:
        return self.policy_months is not None and self.policy_months != self.months

    @property
    def is_over(self) -> bool:
        return self.as_at >= self.day

    @property
    def due(self) -> bool | None:
        if self.legal_hold or not self.is_over:
            return False
        return None if self.until_pension_age else True

    @property
    def needs(self) -> tuple[str, ...]:
        """What to find out before anything is destroyed; nothing before that day."""
        if self.due is False:
            return ()
        pension_age = ("normal_pension_age_date",) if self.until_pension_age else ()
        return (*pension_age, *(("legal_hold",) if self.legal_hold is None else ()))


def _sentences(judged: _Judged) -> list[str]:
    said = [_length(judged)]
    if judged.is_policy_overruled:
        verb = "shorten" if judged.period.policy_may == PolicyMay.LENGTHEN else "lengthen"
        said.append(f"The {judged.policy_months} months of the school's policy cannot {verb} that.")
    if judged.until_pension_age:
        said.append("That is the least: it is kept until normal pension age where that comes later.")
    if judged.legal_hold:
        return [*said, "A legal hold is on it: nothing is destroyed until the hold is lifted."]
    if not judged.is_over:
        return [*said, "That day has not come."]
    said.append(
        "Find out whether the person has reached it before destroying anything."
        if judged.until_pension_age
        else "That day has come: destroy it."
    )
    if judged.legal_hold is None:
        said.append("Whether a legal hold is on it is not known: rule that out first.")
    return said


def _length(judged: _Judged) -> str:
    months = f"{judged.months} months from" if judged.months else "until"
    return f"This is kept {months} {judged.period.counted_from}: until {in_words(judged.day)}."
