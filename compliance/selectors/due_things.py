"""The days that come at some schools, gathered from checks, engagements and early starts.

A constant number of queries, however many schools and people there are. Destruction dates are gathered
beside them in ``compliance.selectors.retention``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.urls import reverse
from django.utils.module_loading import import_string

from compliance.domain.categories import CHECK_LABELS, CheckType
from compliance.domain.reminder_rules import (
    DBS_RENEWAL,
    EARLY_START_REVIEW,
    FIXED_TERM_END,
    RECHECK,
    RIGHT_TO_WORK,
)
from compliance.domain.reminders import DueThing, ReminderRule, in_order
from compliance.enums import CheckState
from compliance.models import Check, EarlyStart
from compliance.selectors.held_checks import NOTICE_MONTHS, expiry_of
from compliance.selectors.people_here import people_here
from compliance.selectors.retention import list_destructions_due
from core.domain.dates import (
    add_months,
    first_day_reaching,
    in_words,
    last_working_day_on_or_before,
    next_working_day_on_or_after,
)
from core.models import Engagement, Person, School

# Targets are pulled back over weekends and bank holidays, so rows a little further on are looked at too.
PULLED_BACK_DAYS = 14
FAR_DAYS = 400


def gather_due_things(school_ids: Collection[int], *, today: date, rule: str | None = None) -> list[DueThing]:
    """Those of every app, in order: the setting ``DUE_THINGS`` names what gathers them.

    For the days of one rule only the app that knows them is asked; it may bring others of its own along.
    """
    gathered: list[DueThing] = import_string(settings.DUE_THINGS)(school_ids, today=today, rule=rule)
    return gathered


def list_due_things(
    school_ids: Collection[int],
    *,
    today: date,
    days_ahead: int = FAR_DAYS,
    people: Sequence[Engagement] | None = None,
) -> list[DueThing]:
    """Everything with a day at these schools, past or within ``days_ahead``, in order; three queries.

    Two where ``people_here`` is read already.
    """
    until = today + timedelta(days=days_ahead)
    here = list(people_here(school_ids, today)) if people is None else people
    gathered = (
        *_checks(school_ids, today, until),
        *_fixed_terms(here),
        *_early_starts(here),
        *list_destructions_due(school_ids, today=today, until=until),
    )
    return in_order(one for one in gathered if one.due_date <= until)


def count_past_due(school_ids: Collection[int], *, today: date) -> dict[str, int]:
    """How many follow-ups, reviews and checks to repeat are past their day, by rule; one query.

    For the page everybody begins on. Days of policy alone (renewals) and destruction are in the calendar.
    """
    next_day = next_working_day_on_or_after(today)  # what ended before it had a target before today
    ended = Q(right_to_work__pvn_date=None, right_to_work__permission_end__lt=next_day) | Q(
        right_to_work__pvn_date__lt=first_day_reaching(next_day, NOTICE_MONTHS)
    )
    checks = _checks_of_people_here(school_ids, today)
    reviews = _running_early_starts(school_ids, today).filter(review_date__lt=today)
    counts = [
        rows.order_by()
        .values(rule=Value(rule.key))
        .annotate(number=Count("pk"))
        .values_list("rule", "number")
        for rule, rows in (
            (RIGHT_TO_WORK, checks.filter(ended)),
            (RECHECK, checks.filter(recheck_date__lt=today)),
            (EARLY_START_REVIEW, reviews),
        )
    ]
    return {rule: number for rule, number in counts[0].union(*counts[1:], all=True) if number}


def _checks_of_people_here(school_ids: Collection[int], today: date) -> QuerySet[Check]:
    """Checks in force, of people who still work at the school or at another of its trust."""
    here = Q(school_id=OuterRef("school_id")) | Q(school__trust_id=OuterRef("school__trust_id"))
    working = Engagement.objects.filter(here, person_id=OuterRef("person_id")).exclude(end_date__lt=today)
    return Check.objects.current().filter(Exists(working), school_id__in=school_ids, state=CheckState.DONE)


def _checks(school_ids: Collection[int], today: date, until: date) -> Iterator[DueThing]:
    """Those with a day."""
    latest = until + timedelta(days=PULLED_BACK_DAYS)
    follows_up = Q(right_to_work__permission_end__lte=latest) | Q(right_to_work__pvn_date__lte=latest)
    renews = Q(
        check_type=CheckType.ENHANCED_DBS,
        is_assurance=False,
        recheck_date=None,
        school__compliance_policy__dbs_renewal_months__isnull=False,
    )
    checks = (
        _checks_of_people_here(school_ids, today)
        .filter(follows_up | renews | Q(recheck_date__lte=until))
        .select_related("person", "school__compliance_policy", "right_to_work", "certificate")
        .order_by("pk")
    )
    for check in checks:
        for thing in (_right_to_work(check), _renewal(check), _recheck(check)):
            if thing is not None:
                yield thing


def _right_to_work(check: Check) -> DueThing | None:
    shown = getattr(check, "right_to_work", None)
    expiry = expiry_of(permission_end=shown.permission_end, pvn_date=shown.pvn_date) if shown else None
    if expiry is None:
        return None
    return _thing(
        RIGHT_TO_WORK,
        f"check-{check.pk}",
        check.school,
        check.person,
        due_date=last_working_day_on_or_before(expiry),
        title="Check the right to work again",
        detail=f"The check carries until the close of {in_words(expiry)}.",
    )


def _renewal(check: Check) -> DueThing | None:
    """Only where the school has a policy of renewing, and nobody wrote down a day of their own."""
    policy = getattr(check.school, "compliance_policy", None)
    certificate = getattr(check, "certificate", None)
    begins = certificate.issued_date if certificate and certificate.issued_date else check.done_date
    is_renewed = check.check_type == CheckType.ENHANCED_DBS and not check.is_assurance
    if not is_renewed or check.recheck_date or begins is None or not policy:
        return None
    if policy.dbs_renewal_months is None:
        return None
    return _thing(
        DBS_RENEWAL,
        f"check-{check.pk}",
        check.school,
        check.person,
        due_date=add_months(begins, policy.dbs_renewal_months),
        title="Renew the DBS check",
        detail=f"The school renews every {policy.dbs_renewal_months} months. No law asks for it.",
    )


def _recheck(check: Check) -> DueThing | None:
    if check.recheck_date is None:
        return None
    return _thing(
        RECHECK,
        f"check-{check.pk}",
        check.school,
        check.person,
        due_date=check.recheck_date,
        title=f"Repeat: {CHECK_LABELS[CheckType(check.check_type)]}",
        detail="The day was set by the school. No law asks for it.",
    )


def _fixed_terms(people: Iterable[Engagement]) -> Iterator[DueThing]:
    for engagement in people:
        if engagement.end_date is not None:
            yield _thing(
                FIXED_TERM_END,
                f"engagement-{engagement.pk}",
                engagement.school,
                engagement.person,
                due_date=engagement.end_date,
                title=f"Last day as {engagement.job_title}",
                detail="Decide in time whether it is extended, made permanent or ends.",
            )


def _running_early_starts(school_ids: Collection[int], today: date) -> QuerySet[EarlyStart]:
    """Of people who still work there: with somebody who has left there is nothing to review."""
    running = EarlyStart.objects.filter(ended_at=None, engagement__school_id__in=school_ids)
    return running.exclude(engagement__end_date__lt=today)


def _early_starts(people: Iterable[Engagement]) -> Iterator[DueThing]:
    for engagement in people:
        if engagement.early_start_id is not None:  # type: ignore[attr-defined]
            yield _thing(
                EARLY_START_REVIEW,
                f"early-start-{engagement.early_start_id}",  # type: ignore[attr-defined]
                engagement.school,
                engagement.person,
                due_date=engagement.early_start_review,  # type: ignore[attr-defined]
                title="Review the risk assessment of the early start",
                detail="Until the certificate arrives. Write down whether the arrangements still hold.",
            )


def _thing(
    rule: ReminderRule,
    record_key: str,
    school: School,
    person: Person,
    *,
    due_date: date,
    title: str,
    detail: str,
) -> DueThing:
    return DueThing(
        rule=rule,
        record_key=record_key,
        school_id=school.pk,
        school_name=school.name,
        title=title,
        due_date=due_date,
        href=reverse("compliance:due-thing", args=[rule.key, record_key]),
        done_at=reverse("compliance:staff-person", args=[person.pk]),
        person_name=person.full_name,
        initials=initials_of(person),
        detail=detail,
    )


class Named(Protocol):
    """Whoever has a name: a person, or a row that tells of one."""

    @property
    def given_name(self) -> str: ...
    @property
    def family_name(self) -> str: ...


def initials_of(person: Named) -> str:
    """R. A. for Rowan Ashdown."""
    return " ".join(f"{name[0]}." for name in (person.given_name, person.family_name) if name)
