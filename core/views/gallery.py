"""Every component in every state, on one page, for those who build pages and for those who check them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template import Engine
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from core.domain.permissions import Permission
from core.templatetags.components import score_class
from core.views.base import PermittedView

EXAMPLES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Frame and words",
        (
            ("Breadcrumbs and page header", "page_header"),
            ("Notices", "notices"),
            ("Pills and badges", "words"),
            ("Empty state", "empty_state"),
        ),
    ),
    ("Actions", (("Buttons", "buttons"), ("A question before it is done", "confirm"))),
    ("Figures", (("Tiles", "tiles"), ("Progress and steps", "progress"))),
    (
        "Lists",
        (
            ("Task list", "tasks"),
            ("Summary list", "summary"),
            ("Timeline", "timeline"),
            ("Table", "table"),
            ("Pages of a list", "pagination"),
        ),
    ),
    ("Forms", (("Fields", "fields"), ("What went wrong", "errors"))),
    (
        "Recruitment",
        (
            ("Candidate × criterion grid", "grid"),
            ("Evidence drawer", "drawer"),
            ("Score sheet", "sheet"),
            ("Document review", "review"),
        ),
    ),
)

CRITERIA = (
    ("Qualified to level 3", "E", "A/C"),
    ("ELSA trained or training", "E", "A/C"),
    ("Primary-age experience", "E", "A/I"),
    ("SEMH experience", "E", "A/I"),
    ("Work with families", "E", "A/I"),
    ("Safe­guarding knowledge", "E", "A/I"),
    ("Child develop­ment", "E", "A/I"),
    ("Record keeping", "E", "A/R"),
    ("Home-link role before", "D", "A"),
    ("SEND knowledge", "D", "A/I"),
    ("Home visits", "D", "A"),
    ("Attend­ance training", "D", "A/C"),
)
# Who, their points (None not scored, "?" cannot tell), total, rank, outcome and its tone.
CANDIDATES: tuple[tuple[str, str, tuple[int | str | None, ...], str, str, str, str], ...] = (
    ("C07", "form, 4 pages", (2, 3, 2, 3, 3, 2, 3, 3, 2, 3, 2, 2), "51", "1", "Suggested", "good"),
    ("C12", "form, 6 pages", (3, 3, 3, 2, 2, 2, 2, 2, 3, 3, 2, 3), "49", "2", "Suggested", "good"),
    ("C03", "form, 5 pages", (2, 2, 3, 3, 2, 3, 2, 2, 1, 2, 3, 1), "45", "3", "Suggested", "good"),
    ("C21", "letter and form", (2, 1, 2, 3, 2, 2, 3, 2, 2, 2, 1, 3), "42", "4=", "Suggested", "good"),
    ("C16", "form, 4 pages", (3, 2, 2, 0, 3, 2, 2, 3, 3, 2, 1, 2), "42", "4=", "Essential not met", "danger"),
    ("C09", "form, 3 pages", (2, 2, 2, 1, 2, 1, 2, 2, 0, 2, 1, 1), "32", "6", "Reserve", "info"),
    (
        "C18",
        "scan, 5 pages",
        (None, 2, 1, 2, "?", 2, 1, 2, 1, 0, 1, 2),
        "–",
        "–",
        "To settle",
        "waiting",
    ),
    ("C02", "form, 4 pages", (1, 0, 1, 0, 1, 1, 1, 2, 0, 1, 0, 1), "16", "7", "Essential not met", "danger"),
)
LINE_AFTER = 5
MARKS = {(0, 1): "a", (1, 4): "n", (2, 7): "w", (3, 1): "n a", (5, 5): "n"}


class SampleForm(forms.Form):
    title = forms.CharField(label="Post title", help_text="As it will stand in the advert.")
    duties = forms.CharField(label="Main duties", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    phase = forms.ChoiceField(
        label="Phase", choices=[("", "Choose"), ("primary", "Primary"), ("secondary", "Secondary")]
    )
    contract = forms.ChoiceField(
        label="Contract",
        choices=[("permanent", "Permanent"), ("fixed", "Fixed term"), ("casual", "Casual")],
        widget=forms.RadioSelect,
    )
    stages = forms.MultipleChoiceField(
        label="What the panel will use",
        choices=[
            ("task", "A task with pupils"),
            ("interview", "An interview"),
            ("tour", "A tour of the school"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    closing_date = forms.DateField(label="Closing date")
    hours = forms.DecimalField(label="Hours a week", required=False)
    document = forms.FileField(
        label="Job description and person specification",
        help_text="Word, PDF or plain text, up to 10 MB. Drop the file on the field or choose it.",
    )
    anonymous = forms.BooleanField(
        label="Hide names from the panel until the shortlist is decided",
        help_text="On unless you turn it off.",
        required=False,
    )


def cell(points: int | str | None, essential: bool, mark: str) -> str:  # noqa: FBT001 (a column is E or D)
    """One cell as the grid page should write it: one class, no element inside."""
    if points is None:
        return '<td class="sn">–</td>'
    if isinstance(points, str):
        return '<td class="su">?</td>'
    css = score_class(points=points, lowest=0, highest=3)
    if essential and points == 0:
        return f'<td class="{css} f">{points}<span class="visually-hidden"> essential not met</span></td>'
    return f'<td class="{css} {mark}">{points}</td>' if mark else f'<td class="{css}">{points}</td>'


def grid_rows() -> Iterator[SafeString]:
    for number, (code, form, points, total, rank, outcome, tone) in enumerate(CANDIDATES):
        if number == LINE_AFTER:
            yield SafeString(
                '<tr class="line"><td colspan="17"><span>Suggested line: candidates above have at least '
                "40 of 60 points. Every essential criterion must also score 1 or more.</span></td></tr>"
            )
        cells = SafeString(
            "".join(
                cell(value, CRITERIA[column][1] == "E", MARKS.get((number, column), ""))
                for column, value in enumerate(points)
            )
        )
        met = sum(isinstance(value, int) and value > 0 for value in points[:8])
        failed = 0 in points[:8]
        yield format_html(
            '<tr><th scope="row"><a href="#grid">{}</a><small>{}</small></th>{}<td class="m{}">{} of 8</td>'
            '<td class="t">{}</td><td class="t">{}</td>'
            '<td class="o"><span class="pill pill-{}">{}</span></td></tr>',
            code,
            form,
            cells,
            " miss" if failed else "",
            met,
            total,
            rank,
            tone,
            outcome,
        )


class GalleryView(PermittedView, TemplateView):
    """Only where people try things out: in a demonstration or while developing."""

    permission: ClassVar[Permission | None] = Permission.ASK_RULES
    template_name = "core/gallery.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (settings.DEMONSTRATION or settings.DEBUG):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "sections": [(title, [self.example(*one) for one in examples]) for title, examples in EXAMPLES],
            "form": SampleForm(auto_id="sample_%s"),
            "wrong": SampleForm({"title": "", "closing_date": "soon", "anonymous": "on"}, auto_id="wrong_%s"),
            "page": Paginator(range(1, 245), 25).page(4),
            "moment": datetime(2027, 1, 12, 14, 5, tzinfo=UTC),
            "criteria": [(*one, one[1].lower()) for one in CRITERIA],
            "rows": list(grid_rows()),
        }

    def example(self, title: str, name: str) -> dict[str, str]:
        template = f"core/gallery/{name}.html"
        source = Engine.get_default().get_template(template).source.strip()
        return {"title": title, "anchor": name, "template": template, "source": source}
