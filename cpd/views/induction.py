"""Induction: the lists of a school, somebody's begun from one, ticked off; probation reviewed and decided."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.domain.kinds import KIND_LABELS, PersonKind
from core.domain.permissions import Permission
from core.models import School
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.domain.induction import PRESETS
from cpd.domain.sources import development as sources
from cpd.enums import ItemOutcome
from cpd.forms.induction import (
    ItemForm,
    ProbationDecisionForm,
    ProbationReviewForm,
    ReopenForm,
    TemplateForm,
)
from cpd.models import InductionItem, InductionTemplate, Probation, ProbationReview
from cpd.selectors.induction import find_entry
from cpd.selectors.person_development import others_within_reach
from cpd.services.induction import begin_induction, reopen_item, save_template, settle_item
from cpd.services.probation import decide_probation, record_probation_review
from cpd.views.person_development import PersonView

SOURCES = (
    sources.SAFEGUARDING_INDUCTION,
    sources.FIRE_SAFETY,
    sources.SCHOOL_INDUCTION,
    sources.PROBATION,
)


class InductionTemplateListView(PermittedView):
    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest) -> HttpResponse:
        schools = list(School.objects.where(self.actor, self.permission).order_by("name", "pk"))
        own = {
            (one.school_id, one.kind): one
            for one in InductionTemplate.objects.filter(school__in=schools).prefetch_related("items")
        }
        parts = [
            (school, [row_of(kind, own.get((school.pk, kind))) for kind in KIND_LABELS]) for school in schools
        ]
        return render(request, "cpd/induction/lists.html", {"parts": parts, "sources": SOURCES})


def row_of(kind: PersonKind, own: InductionTemplate | None) -> dict[str, object]:
    """One line of a school's lists: its own, or the usual one."""
    usual = PRESETS[kind]
    return {
        "kind": kind,
        "label": KIND_LABELS[kind],
        "is_own": own is not None,
        "number": len(own.items.all()) if own else len(usual.items),
        "months": own.probation_months if own else usual.probation_months,
        "reviews": own.review_months if own else usual.review_months,
    }


class InductionTemplateView(PermittedView):
    permission = Permission.EDIT_DEVELOPMENT_RULES

    def get(self, request: HttpRequest, school_id: int, kind: str) -> HttpResponse:
        school, found = self.get_school(school_id), self.get_kind(kind)
        entry = find_entry(school_id=school.pk, kind=found)
        form = TemplateForm(
            items=entry.items,
            initial={
                "probation_months": entry.probation_months,
                "review_months": ", ".join(str(month) for month in entry.review_months),
            },
        )
        return self.show(request, school, found, form)

    def post(self, request: HttpRequest, school_id: int, kind: str) -> HttpResponse:
        school, found = self.get_school(school_id), self.get_kind(kind)
        form = TemplateForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                save_template(
                    school_id=school.pk, kind=found, entry=form.entry(), by=self.actor, now=timezone.now()
                )
                messages.success(request, "The list is saved. It holds for inductions begun from now on.")
                return redirect("cpd:induction-template-list")
        return self.show(request, school, found, form, status=422)

    def show(
        self, request: HttpRequest, school: School, kind: PersonKind, form: TemplateForm, status: int = 200
    ) -> HttpResponse:
        context = {"school": school, "kind": kind, "label": KIND_LABELS[kind], "form": form}
        return render(request, "cpd/induction/list.html", context, status=status)

    def get_school(self, school_id: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, self.permission), pk=school_id)

    def get_kind(self, kind: str) -> PersonKind:
        if kind not in KIND_LABELS:
            raise Http404
        return PersonKind(kind)


class InductionBeginView(PersonView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_other(pk)
        self.press(
            request,
            lambda: begin_induction(engagement_id=engagement.pk, by=self.actor, now=timezone.now()),
            "The induction has begun: each thing has its day.",
        )
        return self.back_to(pk)


class InductionItemView(PersonView):
    """Tick one thing off, or say why it is not needed. The page's own button ticks it for today."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = self.get_item(pk)
        form = ItemForm(initial={"outcome": ItemOutcome.DONE, "settled_date": timezone.localdate()})
        return self.show_item(request, item, form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        item, form = self.get_item(pk), ItemForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: settle_item(item_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            f"Ticked off: {item.text}",
        ):
            return self.back_to(item.induction.engagement_id)
        return self.show_item(request, item, form)

    def show_item(self, request: HttpRequest, item: InductionItem, form: ItemForm) -> HttpResponse:
        engagement = self.get_person(item.induction.engagement_id)
        return self.show_form(request, engagement, "induction_item", form, item=item)

    def get_item(self, pk: int) -> InductionItem:
        people = others_within_reach(self.actor, today=timezone.localdate())
        items = InductionItem.objects.filter(induction__engagement__in=people)
        return self.get_or_404(items.select_related("induction"), pk=pk)


class InductionItemReopenView(InductionItemView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show_reopen(request, self.get_item(pk), ReopenForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        item, form = self.get_item(pk), ReopenForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: reopen_item(item_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            f"Still to do: {item.text}",
        ):
            return self.back_to(item.induction.engagement_id)
        return self.show_reopen(request, item, form)

    def show_reopen(self, request: HttpRequest, item: InductionItem, form: ReopenForm) -> HttpResponse:
        engagement = self.get_person(item.induction.engagement_id)
        return self.show_form(request, engagement, "induction_item_reopen", form, item=item)


class ProbationReviewView(PersonView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ProbationReviewForm(initial={"held_date": timezone.localdate()})
        return self.show_review(request, self.get_review(pk), form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        review, form = self.get_review(pk), ProbationReviewForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: record_probation_review(
                review_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()
            ),
            "The review is recorded.",
        ):
            return self.back_to(review.probation.engagement_id)
        return self.show_review(request, review, form)

    def show_review(
        self, request: HttpRequest, review: ProbationReview, form: ProbationReviewForm
    ) -> HttpResponse:
        engagement = self.get_person(review.probation.engagement_id)
        return self.show_form(request, engagement, "probation_review", form, review=review)

    def get_review(self, pk: int) -> ProbationReview:
        people = others_within_reach(self.actor, today=timezone.localdate())
        reviews = ProbationReview.objects.filter(probation__engagement__in=people)
        return self.get_or_404(reviews.select_related("probation"), pk=pk)


class ProbationDecideView(PersonView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show_probation(request, self.get_probation(pk), ProbationDecisionForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        probation, form = self.get_probation(pk), ProbationDecisionForm(request.POST)
        if form.is_valid() and self.try_to(
            request,
            form,
            lambda: decide_probation(probation_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now()),
            "The decision is on the record.",
        ):
            return self.back_to(probation.engagement_id)
        return self.show_probation(request, probation, form)

    def show_probation(
        self, request: HttpRequest, probation: Probation, form: ProbationDecisionForm
    ) -> HttpResponse:
        engagement = self.get_person(probation.engagement_id)
        return self.show_form(request, engagement, "probation_decide", form, probation=probation)

    def get_probation(self, pk: int) -> Probation:
        people = others_within_reach(self.actor, today=timezone.localdate())
        return self.get_or_404(Probation.objects.filter(engagement__in=people), pk=pk)
