"""The days that come: the calendar, the Monday list to print, and one day with its reminders."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.reminder_rules import RULES
from compliance.domain.reminders import DIGEST_DAYS, DueThing, week_of
from compliance.domain.school_calendar import list_months
from compliance.forms.reminders import SnoozeForm
from compliance.selectors.due_things import gather_due_things
from compliance.selectors.reminders import Row, by_week, list_rows, list_sent, matches
from compliance.services.snoozes import end_snooze, snooze
from core.domain.dates import in_words
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.domain.terms import MONTHS, Period
from core.views.base import PermittedView
from core.views.faults import faults_on

type Gather = Callable[..., list[DueThing]]

AHEAD_DAYS = 90


class DaysView(PermittedView):
    """What the pages of days share."""

    permission = Permission.VIEW_CHECKS
    gather: ClassVar[Gather] = staticmethod(gather_due_things)

    def list_things(self, today: date, rule: str | None = None) -> list[DueThing]:
        schools: Collection[int] = self.actor.schools_with(Permission.VIEW_CHECKS)
        return self.gather(schools, today=today, rule=rule)

    def find_thing(self, rule: str, record_key: str, today: date) -> DueThing:
        """The thing, out of those at the actor's schools; 404 otherwise."""
        for thing in self.list_things(today, rule):
            if (thing.rule.key, thing.record_key) == (rule, record_key):
                return thing
        raise Http404


class CalendarView(DaysView):
    """Past its day on top, then week by week: three months ahead, or the month or half-term chosen."""

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        filters = {
            "search": request.GET.get("q", "").strip(),
            "rule": request.GET.get("rule", ""),
            "school": request.GET.get("school", ""),
        }
        things = self.list_things(today)
        rows = [row for row in list_rows(things, today=today) if self.is_wanted(row, filters)]
        months, half_terms = list_months(today), MONTHS.half_terms_from(today)
        chosen = find_period([*months, *half_terms], request.GET.get("period", ""))
        period = chosen or Period("", "The next three months", today, today + timedelta(days=AHEAD_DAYS))
        coming = [row for row in rows if not row.is_past and period.holds(row.thing.due_date)]
        context = {
            "today": today,
            "past": [row for row in rows if row.is_past],
            "weeks": by_week(coming),
            "coming_count": len(coming),
            "period": period,
            "months": counted(months, rows),
            "half_terms": counted(half_terms, rows),
            "rules": rules_among(things),
            "schools": schools_among(things),
            "is_filtered": any(filters.values()),
            "has_things": bool(things),
            "may_manage_retention": self.actor.holds_anywhere(Permission.MANAGE_RETENTION),
            "may_edit_policy": self.actor.holds_anywhere(Permission.EDIT_COMPLIANCE_POLICY),
        }
        return render(request, "compliance/calendar/calendar.html", context | filters)

    def is_wanted(self, row: Row, filters: dict[str, str]) -> bool:
        school = number_in(filters["school"]) if filters["school"] else None
        return matches(row.thing, search=filters["search"], rule=filters["rule"], school_id=school)


class MondayListView(DaysView):
    """One page to print: what is past, this week, and the fortnight after."""

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        monday = week_of(today)
        last = monday + timedelta(days=6 + DIGEST_DAYS)
        rows = [row for row in list_rows(self.list_things(today), today=today) if row.thing.due_date <= last]
        context = {
            "today": today,
            "monday": monday,
            "caption": f"Week of Monday {in_words(monday)}",
            "past": [row for row in rows if row.is_past],
            "weeks": by_week(row for row in rows if not row.is_past),
            "schools": schools_among([row.thing for row in rows]),
        }
        return render(request, "compliance/calendar/monday_list.html", context)


class DueThingView(DaysView):
    """One day: who says so, what was sent, and letting its reminders rest."""

    def get(self, request: HttpRequest, rule: str, record_key: str) -> HttpResponse:
        today = timezone.localdate()
        return self.show(request, self.find_thing(rule, record_key, today), SnoozeForm(), today=today)

    def post(self, request: HttpRequest, rule: str, record_key: str) -> HttpResponse:
        today = timezone.localdate()
        thing = self.find_thing(rule, record_key, today)
        self.require_at(thing.school_id, Permission.RECORD_CHECKS)
        form = SnoozeForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                snooze(thing=thing, **form.cleaned_data, by=self.actor, today=today, now=timezone.now())
                until = form.cleaned_data["until_date"]
                messages.success(request, f"The reminders rest until {until:%d/%m/%Y}.")
                return redirect("compliance:due-thing", rule=rule, record_key=record_key)
        return self.show(request, thing, form, today=today, status=422)

    def show(
        self, request: HttpRequest, thing: DueThing, form: SnoozeForm, *, today: date, status: int = 200
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "row": list_rows([thing], today=today)[0],
            "thing": thing,
            "sent": list_sent(thing),
            "steps": steps_in_words(thing.rule.steps),
            "form": form,
            "may_snooze": self.actor.holds(Permission.RECORD_CHECKS, thing.school_id),
            "today": today,
        }
        return render(request, "compliance/calendar/due_thing.html", context, status=status)


class SnoozeEndView(DaysView):
    permission = Permission.RECORD_CHECKS

    def post(self, request: HttpRequest, rule: str, record_key: str) -> HttpResponse:
        thing = self.find_thing(rule, record_key, timezone.localdate())
        self.require_at(thing.school_id)
        end_snooze(thing=thing, by=self.actor, now=timezone.now())
        messages.success(request, "The reminders are awake again.")
        return redirect("compliance:due-thing", rule=rule, record_key=record_key)


def find_period(periods: list[Period], key: str) -> Period | None:
    return next((one for one in periods if one.key == key), None)


def counted(periods: list[Period], rows: list[Row]) -> list[tuple[Period, int]]:
    """Each period with the number of days that come in it."""
    return [
        (period, sum(not row.is_past and period.holds(row.thing.due_date) for row in rows))
        for period in periods
    ]


def rules_among(things: list[DueThing]) -> list[tuple[str, str]]:
    """The kinds of day to choose from: those of compliance and those that other apps brought."""
    found = {rule.key: rule.title for rule in RULES.values()}
    found |= {thing.rule.key: thing.rule.title for thing in things}
    return list(found.items())


def schools_among(things: list[DueThing]) -> list[tuple[int, str]]:
    """The schools that have days, by name."""
    found = {(thing.school_name, thing.school_id) for thing in things}
    return [(number, name) for name, number in sorted(found)]


def steps_in_words(steps: Sequence[int]) -> str:
    """90, 60, 30, 14 and 7: those before the day itself."""
    *some, last = [str(step) for step in steps if step > 0]
    return f"{', '.join(some)} and {last}" if some else last
