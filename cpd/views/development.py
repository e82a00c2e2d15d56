"""The page the menu leads to: whose development is the reader's business, and what waits for whom."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from compliance.domain.kinds import KIND_LABELS
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.views.base import PermittedView
from cpd.domain.people_waiting import TURN_LABELS, WAIT_LABELS
from cpd.selectors.people import SORTS, PeopleFilter, count_kinds, list_people

PEOPLE_A_PAGE = 50


class DevelopmentView(PermittedView):
    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        wanted = read_filter(request)
        everybody = list_people(self.actor, today=today)
        lines = list_people(self.actor, today=today, wanted=wanted)
        schools = {line.engagement.school_id: line.engagement.school.name for line in everybody}
        managers = {line.manager_id: line.manager_name for line in everybody if line.manager_id}
        counts = count_kinds(everybody)
        context = {
            "today": today,
            "page": Paginator(lines, PEOPLE_A_PAGE).get_page(request.GET.get("page")),
            "wanted": wanted,
            "total": len(everybody),
            "waiting": sum(bool(line.waits) for line in everybody),
            "late": sum(any(one.is_late for one in line.waits) for line in everybody),
            "without_manager": sum(any(one.kind == "no_manager" for one in line.waits) for line in everybody),
            "is_filtered": wanted != PeopleFilter(sort=wanted.sort),
            "schools": sorted(schools.items(), key=lambda one: one[1]),
            "managers": sorted(managers.items(), key=lambda one: one[1]),
            "kinds": [(kind, label, counts[kind]) for kind, label in KIND_LABELS.items() if kind in counts],
            "wait_choices": wait_choices(),
            "is_alone": len(everybody) == 1 and everybody[0].engagement.person.user_id == self.actor.user_id,
            "may_assign": self.actor.holds_anywhere(Permission.RECORD_DEVELOPMENT),
        }
        return render(request, "cpd/development.html", context)


def read_filter(request: HttpRequest) -> PeopleFilter:
    """What the address asks for; what makes no sense is left out."""
    sort = request.GET.get("sort", "name")
    waiting = request.GET.get("waiting", "")
    kind = request.GET.get("kind", "")
    manager, school = request.GET.get("manager", ""), request.GET.get("school", "")
    return PeopleFilter(
        search=request.GET.get("q", "").strip()[:200],
        kind=kind if kind in KIND_LABELS else "",
        waiting=waiting if waiting in dict(wait_choices()) else "",
        manager=number_in(manager) if manager else None,
        school_id=number_in(school) if school else None,
        sort=sort if sort in SORTS else "name",
    )


def wait_choices() -> list[tuple[str, str]]:
    """What the list can be narrowed to: anything that waits, one thing, or one side's turn."""
    turns = [(f"turn-{turn}", f"Turn of: {label.lower()}") for turn, label in TURN_LABELS.items()]
    return [("anything", "Anything"), *((str(kind), label) for kind, label in WAIT_LABELS.items()), *turns]
