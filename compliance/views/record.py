"""The single central record on the screen: which schools have one, one school's, one line of it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode as encode

from compliance.domain.central_record import COLUMNS, STATE_LABELS, STATE_MEANINGS, CellState, Column
from compliance.domain.record_lines import Line, count_states, have_confirmation
from compliance.domain.record_lists import (
    ALL,
    COMING,
    EVERYBODY,
    GROUPS,
    LEFT,
    TAB_LABELS,
    TO_DO,
    USUAL_GROUPS,
    USUAL_TABS,
    count_tabs,
    in_tab,
    list_lines,
    sort_lines,
)
from compliance.forms.record import AsAtForm
from compliance.selectors.central_record import (
    SchoolRecord,
    count_leavers,
    find_record_line,
    get_central_record,
)
from compliance.selectors.record_schools import list_record_schools
from compliance.views.record_html import build_head, build_rows
from compliance.views.record_line import show_line
from core.domain.permissions import Permission
from core.models import School
from core.views.base import PermittedView

LINES_A_PAGE = 250
SORTS = {"name": "Last name", "trouble": "Most to do", "start": "First day, latest first"}


class RecordListView(PermittedView):
    """The schools whose record this person may see; straight to it where it is one."""

    permission = Permission.VIEW_CENTRAL_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list_record_schools(
            self.actor, search=request.GET.get("q", "").strip(), today=timezone.localdate()
        )
        if len(schools) == 1 and "q" not in request.GET:
            name = "record" if schools[0].may_view_checks else "record-inspection"
            return redirect(f"compliance:{name}", pk=schools[0].school.pk)
        context = {
            "schools": schools,
            "search": request.GET.get("q", ""),
            "may_export": sum(row.may_view_checks for row in schools) > 1,
            "may_import": self.actor.holds_anywhere(Permission.IMPORT_CENTRAL_RECORD),
            "may_edit_policy": self.actor.holds_anywhere(Permission.EDIT_COMPLIANCE_POLICY),
        }
        return render(request, "compliance/record/list.html", context)


class SchoolRecordView(PermittedView):
    """What pages of one school's record share. Strangers find nothing; a role too low is told so."""

    permission = Permission.VIEW_CHECKS

    def get_school(self, pk: int) -> School:
        school = self.get_or_404(
            School.objects.where(self.actor, Permission.VIEW_CENTRAL_RECORD).select_related("trust"), pk=pk
        )
        self.require_at(school.pk)
        return school

    @property
    def teams(self) -> frozenset[int]:
        """Among these the trust's own team may be seen with the school."""
        return self.actor.schools_with(self.permission) if self.permission else frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks the record for; nonsense in it is as good as nothing."""

    tab: str
    show: str
    check: str
    search: str
    sort: str
    page: int
    moment: dict[str, str]

    def params(self, **more: str) -> dict[str, str]:
        """What links keep, with what they change."""
        kept = {"tab": self.tab, "show": self.show, "check": self.check, "q": self.search, "sort": self.sort}
        every = {**self.moment, **kept, **more}
        return {key: value for key, value in every.items() if value}


def read_asked(request: HttpRequest) -> Asked:
    data = request.GET
    tab, show, page = data.get("tab", ""), data.get("show", ""), data.get("page", "")
    return Asked(
        tab=tab if tab in TAB_LABELS else EVERYBODY,
        show=show if show in {*GROUPS, ALL, TO_DO} else "",
        check=data.get("check", "")
        if data.get("check") in {column.check.value for column in COLUMNS}
        else "",
        search=data.get("q", "").strip(),
        sort=data.get("sort", "") or "name",
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        moment={key: data[key] for key in ("day", "time") if data.get(key)},
    )


class RecordView(SchoolRecordView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school, now = self.get_school(pk), timezone.now()
        form, asked = AsAtForm(request.GET, now=now), read_asked(request)
        at = form.moment()
        record = get_central_record(
            school_id=school.pk,
            at=at,
            now=now,
            left=asked.tab == LEFT,
            shows_outcomes=True,
            teams=self.teams,
        )
        leavers = count_leavers(school_id=school.pk, at=at, now=now)
        context = page_context(record, asked, leavers=leavers) | {
            "school": school,
            "form": form,
            "at": at,
            "may_import": self.actor.holds(Permission.IMPORT_CENTRAL_RECORD, school.pk),
        }
        return render(
            request, "compliance/record/record.html", context, status=200 if form.is_valid() else 422
        )


def page_context(record: SchoolRecord, asked: Asked, *, leavers: int) -> dict[str, Any]:
    """Tabs, figures, rows. Without being asked, the record opens on those for whom something is to do."""
    tab_lines = in_tab(record.lines, asked.tab)
    to_do = list_lines(tab_lines, show=TO_DO)
    show = asked.show or (TO_DO if to_do and not asked.search and not asked.check else ALL)
    found = list_lines(tab_lines, show=show, check=asked.check, search=asked.search)
    page = Paginator(sort_lines(found, asked.sort), LINES_A_PAGE).get_page(asked.page)
    shows_agency = asked.tab != EVERYBODY and have_confirmation(tab_lines)
    params = asked.params(show=show)
    return {
        "record": record,
        "asked": asked,
        "show": show,
        "page": page,
        "tab_count": len(tab_lines),
        "tabs": list_tabs(record, asked, leavers),
        "elsewhere": [] if found else list_elsewhere(record, asked, leavers),
        "tiles": list_tiles(tab_lines, asked),
        "shows": [(key, label, key == show) for key, label in show_labels().items()],
        "checks": [(column.check.value, column.label, column.check == asked.check) for column in COLUMNS],
        "sorts": SORTS.items(),
        "head": build_head(COLUMNS, sort=asked.sort, params=params, shows_agency=shows_agency),
        "rows": build_rows(
            page.object_list,
            COLUMNS,
            address_of=line_address("record-line", record.school.pk, asked.moment),
            shows_agency=shows_agency,
        ),
        "legend": legend(shows_outcomes=True),
        "keep": asked.moment.items(),
        "query": encode(asked.moment),
    }


def show_labels() -> dict[str, str]:
    return {
        TO_DO: "Something to do",
        ALL: "Everybody",
        **{key: f"With a cell: {group.label.lower()}" for key, group in GROUPS.items()},
    }


def list_tabs(record: SchoolRecord, asked: Asked, leavers: int) -> list[dict[str, Any]]:
    counts = count_tabs(record.lines, leavers)
    return [
        {
            "label": label,
            "count": counts[tab] if asked.tab != LEFT or tab == LEFT else None,
            "href": "?" + encode({**asked.moment, "tab": tab}),
            "is_here": tab == asked.tab,
        }
        for tab, label in TAB_LABELS.items()
        if tab in USUAL_TABS or counts[tab] or tab == asked.tab
    ]


def list_elsewhere(record: SchoolRecord, asked: Asked, leavers: int) -> list[tuple[str, str]]:
    """Where to look on for a name that this tab has not: the tabs that have it, and those who have left."""
    if not asked.search:
        return []
    address = {**asked.moment, "show": ALL, "q": asked.search}
    if asked.tab == LEFT:  # of the others nothing is read there
        return [("Look among everybody", "?" + encode({**address, "tab": EVERYBODY}))]
    found = {
        tab: len(list_lines(in_tab(record.lines, tab), search=asked.search))
        for tab in (EVERYBODY, COMING)
        if tab != asked.tab
    }
    links = [
        (f"{TAB_LABELS[tab]}: {number} found", "?" + encode({**address, "tab": tab}))
        for tab, number in found.items()
        if number
    ]
    if leavers:
        links.append(("Look among the leavers", "?" + encode({**address, "tab": LEFT})))
    return links


def list_tiles(
    lines: list[Line], asked: Asked, columns: tuple[Column, ...] = COLUMNS
) -> list[dict[str, Any]]:
    """One figure for each group of states, leading to its cells."""
    counts = count_states(tuple(lines), len(columns))
    tones = {"missing": "danger", "not_permitted": "danger", "expiring": "warning", "date_missing": "warning"}
    found = []
    for key, group in GROUPS.items():
        number = sum(counts[state] for state in group.states)
        if number or key in USUAL_GROUPS:
            address = "?" + encode({**asked.moment, "tab": asked.tab, "show": key})
            found.append(
                {
                    "label": group.label,
                    "value": number,
                    "href": address if number else "",
                    "tone": tones.get(key, "") if number else "",
                }
            )
    return found


def legend(*, shows_outcomes: bool = False) -> list[tuple[CellState, str, str]]:
    """The words of the cells and what they mean, without those that are not told here."""
    told = [state for state in CellState if shows_outcomes or state != CellState.TO_CONSIDER]
    return [(state, STATE_LABELS[state], STATE_MEANINGS[state]) for state in told]


def line_address(name: str, school_id: int, moment: dict[str, str]) -> Any:
    """Where a line stands, for many of them at little cost."""
    before, after = reverse(f"compliance:{name}", kwargs={"pk": school_id, "engagement_id": 987654321}).split(
        "987654321"
    )
    query = f"?{urlencode(moment)}" if moment else ""
    return lambda engagement_id: f"{before}{engagement_id}{after}{query}"


class RecordLineView(SchoolRecordView):
    """One line, or one cell of it in the drawer: who, when, what was seen, and the rule behind it."""

    def get(self, request: HttpRequest, pk: int, engagement_id: int) -> HttpResponse:
        school, now = self.get_school(pk), timezone.now()
        form = AsAtForm(request.GET, now=now)
        found = find_record_line(
            school_id=school.pk,
            engagement_id=engagement_id,
            at=form.moment(),
            now=now,
            shows_outcomes=True,
            teams=self.teams,
        )
        if found is None:
            raise Http404
        return show_line(
            request,
            school,
            found,
            form=form,
            masked=False,
            columns=COLUMNS,
            may_record=self.actor.holds(Permission.RECORD_CHECKS, found.school.pk),
        )
