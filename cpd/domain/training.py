"""When training ends and what it is worth on a day. Computed for the day, never stored.

Training awarded on a day with n months is due on ``add_months(day, n)`` and valid until the day before. An
expiry that the certificate prints is its last valid day, and due the day after: it wins over any reckoning.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.domain.dates import add_months, in_words
from core.domain.sources import LegalSource
from cpd.domain.sources import training as sources
from cpd.domain.training_rules import Basis, CourseRule

DUE_SOON_DAYS = 60
_ONE_DAY = timedelta(days=1)

_WHOSE = {
    Basis.STATUTORY: "by law",
    Basis.GUIDANCE: "by guidance",
    Basis.NETWORK_RULE: "by the rule of the network",
    Basis.POLICY: "by the school's policy",
}


class TrainingStatus(StrEnum):
    VALID = "valid"
    DUE_SOON = "due_soon"
    EXPIRED = "expired"
    NO_EXPIRY = "no_expiry"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Interval:
    """Months from award to renewal and who sets them; None for never."""

    months: int | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Award:
    """That somebody completed a training. ``printed_expiry`` is the last valid day, as printed."""

    awarded_date: date
    printed_expiry: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What training is worth on a day. ``due_date`` of what is missing is the day by which law wants it."""

    due_date: date | None
    valid_until: date | None
    status: TrainingStatus
    basis: Basis
    reason: str
    sources: tuple[LegalSource, ...]


def interval_in_force(rule: CourseRule | None, policy_months: int | None, *, as_at: date) -> Interval:
    """The interval on a day. What law, guidance or a network sets, policy may shorten but never lengthen.

    Where none of them sets an interval the policy's months hold, else the customary ones. Without a rule
    there is only policy.
    """
    if rule is None:
        return Interval(policy_months, Basis.POLICY)
    basis = rule.basis_on(as_at)
    if policy_months is None:
        return Interval(rule.renewal_months, basis)
    is_free = rule.renewal_months is None or basis == Basis.POLICY
    if is_free or policy_months < (rule.renewal_months or 0):
        return Interval(policy_months, Basis.POLICY)
    return Interval(rule.renewal_months, basis)


def due_date_of(award: Award, months: int | None) -> date | None:
    """The first day on which the training no longer counts; None where nothing ends it."""
    if award.printed_expiry is not None:
        return award.printed_expiry + _ONE_DAY
    return None if months is None else add_months(award.awarded_date, months)


def status_on(due_date: date | None, as_at: date, *, due_soon_days: int = DUE_SOON_DAYS) -> TrainingStatus:
    """What an award is worth on a day: expired on its due date, due soon so many days before."""
    if due_date is None:
        return TrainingStatus.NO_EXPIRY
    if as_at >= due_date:
        return TrainingStatus.EXPIRED
    if (due_date - as_at).days <= due_soon_days:
        return TrainingStatus.DUE_SOON
    return TrainingStatus.VALID


def judge_training(
    rule: CourseRule | None,
    award: Award | None,
    *,
    as_at: date,
    policy_months: int | None = None,
    appointed_date: date | None = None,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Standing:
    """What training is worth on a day, with the reason in words and where the rule stands.

    An award that comes after the day is not yet held: missing. ``rule`` None is training of the school's own.
    """
    interval = interval_in_force(rule, policy_months, as_at=as_at)
    if award is None or award.awarded_date > as_at:
        return _missing(rule, award, interval, as_at=as_at, appointed_date=appointed_date)
    due_date = due_date_of(award, interval.months)
    status = status_on(due_date, as_at, due_soon_days=due_soon_days)
    return Standing(
        due_date=due_date,
        valid_until=due_date - _ONE_DAY if due_date else None,
        status=status,
        basis=interval.basis,
        reason=_reason(
            rule, award, interval, due_date, as_at=as_at, is_soon=status == TrainingStatus.DUE_SOON
        ),
        sources=_sources(rule, interval, is_printed=award.printed_expiry is not None),
    )


def _missing(
    rule: CourseRule | None,
    award: Award | None,
    interval: Interval,
    *,
    as_at: date,
    appointed_date: date | None,
) -> Standing:
    said = ["No award is recorded."]
    if award is not None:
        said = [f"The award of {in_words(award.awarded_date)} comes after the day asked for."]
    deadline = None
    if rule is not None and rule.within_months is not None:
        months = rule.within_months
        if appointed_date is None:
            said.append(f"Law wants it within {months} months of the appointment, whose date is not known.")
        else:
            deadline = add_months(appointed_date, months)
            verb = "wanted" if as_at >= deadline else "wants"
            said.append(
                f"Law {verb} it by {in_words(deadline)}, {months} months after the appointment of "
                f"{in_words(appointed_date)}."
            )
    return Standing(
        due_date=deadline,
        valid_until=None,
        status=TrainingStatus.MISSING,
        basis=interval.basis,
        reason=" ".join(said),
        sources=_sources(rule, interval, is_printed=False),
    )


def _reason(
    rule: CourseRule | None,
    award: Award,
    interval: Interval,
    due_date: date | None,
    *,
    as_at: date,
    is_soon: bool,
) -> str:
    said = [f"Awarded on {in_words(award.awarded_date)}{_ends(rule, award, interval, due_date)}."]
    if due_date and as_at >= due_date:
        said.append("That day has come: it no longer counts.")
    elif due_date and is_soon:
        days = (due_date - as_at).days
        said.append(f"That is in {days} {'day' if days == 1 else 'days'}.")
    if rule is not None and rule.note:
        said.append(rule.note)
    return " ".join(said)


def _ends(rule: CourseRule | None, award: Award, interval: Interval, due_date: date | None) -> str:
    if due_date is None:
        return ", and nothing ends it"
    if award.printed_expiry is not None:
        return (
            f"; the certificate prints {in_words(award.printed_expiry)} as its last day, so it is due on "
            f"{in_words(due_date)}"
        )
    whose = _WHOSE[interval.basis]
    if rule is not None and rule.has_duty:
        whose = "by policy, as law asks for the training but names no interval"
    elif rule is not None and interval.months != rule.renewal_months:
        whose = "by the school's policy"
    months = "1 month" if interval.months == 1 else f"{interval.months} months"
    return f", renewed after {months} {whose}: due on {in_words(due_date)}"


def _sources(rule: CourseRule | None, interval: Interval, *, is_printed: bool) -> tuple[LegalSource, ...]:
    found = list(rule.sources) if rule else []
    if interval.basis == Basis.POLICY and sources.POLICY_INTERVAL not in found:
        found.append(sources.POLICY_INTERVAL)
    return (*found, *((sources.PRINTED_EXPIRY,) if is_printed else ()))
