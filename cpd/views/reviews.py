"""One's own side of a review: written, saved as it is typed, shared."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError, NotAllowed
from core.views.faults import add_fault
from cpd.domain.appraisal import PHASE_LABELS, Phase
from cpd.domain.appraisal_states import STATE_LABELS, Part
from cpd.domain.appraisal_visibility import WRITER, Side, first_read
from cpd.domain.appraisal_writing import deny_writing
from cpd.forms.reviews import ReviewForm, make_review_form
from cpd.selectors.appraisals import AppraisalPage, get_appraisal_page
from cpd.services.reviews import save_side, share_side
from cpd.views.appraisals import AppraisalView, detail_context, prompts_of


class ReviewView(AppraisalView):
    """The reader's own side; whoever writes none of the two has no such page."""

    def get_place(self, pk: int, phase: str) -> tuple[AppraisalPage, Phase, Side]:
        page = get_appraisal_page(self.get_appraisal(pk), self.actor)
        side = next((side for side, part in WRITER.items() if part is page.part), None)
        if side is None or phase not in set(Phase):
            raise Http404
        return page, Phase(phase), side

    def make_form(self, page: AppraisalPage, phase: Phase, side: Side, data: object = None) -> ReviewForm:
        return make_review_form(
            phase,
            side,
            objectives=page.objectives,
            has_pay_recommendation=page.policy.has_pay_recommendation,
            stored=page.side(phase, side),
            data=data,
        )


class ReviewEditView(ReviewView):
    def get(self, request: HttpRequest, pk: int, phase: str) -> HttpResponse:
        page, which, side = self.get_place(pk, phase)
        stored = page.side(which, side)
        is_shared = stored is not None and stored.shared_at is not None
        if denial := deny_writing(which, side, state=page.appraisal.state, is_shared=is_shared):
            raise NotAllowed.because(denial)
        return self.show(request, page, (which, side), self.make_form(page, which, side))

    def post(self, request: HttpRequest, pk: int, phase: str) -> HttpResponse:
        page, which, side = self.get_place(pk, phase)
        form = self.make_form(page, which, side, request.POST)
        shares = request.POST.get("action") == "share"
        clash = False
        if form.is_valid():
            try:
                (share_side if shares else save_side)(
                    appraisal_id=pk,
                    phase=which,
                    side=side,
                    draft=form.as_draft(),
                    version=form.cleaned_data["version"],
                    by=self.actor,
                    now=timezone.now(),
                )
            except DomainError as error:
                clash = error.code == "changed_meanwhile"
                add_fault(form, error)
            else:
                messages.success(request, "It is shared." if shares else "Your draft is saved.")
                return redirect("cpd:appraisal-detail", pk=pk)
        return self.show(request, page, (which, side), form, status=422, clash=clash)

    def show(
        self,
        request: HttpRequest,
        page: AppraisalPage,
        place: tuple[Phase, Side],
        form: ReviewForm,
        *,
        status: int = 200,
        clash: bool = False,
    ) -> HttpResponse:
        """After a clash the form carries the stored version, so that saving again is a decision."""
        phase, side = place
        stored = page.side(phase, side)
        if clash and stored is not None:
            form.data = dict(form.data.items()) | {"version": str(stored.version)}
        other = Side.MANAGER if side is Side.SELF else Side.SELF
        context = detail_context(page) | {
            "phase": phase,
            "title": PHASE_LABELS[phase],
            "form": form,
            "prompts": prompts_of(page.appraisal)[side],
            "other": page.side(phase, other),
            "mid_year": page.side(Phase.MID_YEAR, Side.MANAGER) if phase is Phase.FINAL else None,
            "stored": stored if clash else None,
            "later_readers": list_later_readers(side),
            "reader": page.appraisal.appraiser.name
            if side is Side.SELF
            else page.appraisal.engagement.person.full_name,
        }
        return render(request, "cpd/appraisals/review.html", context, status=status)


def list_later_readers(side: Side) -> list[str]:
    """Who else reads a side once it is shared, and from when, in words, by the table of visibility."""
    words = {Part.MODERATOR: "the head", Part.HR: "HR"}
    found = [(word, first_read(part, side)) for part, word in words.items()]
    return [f"{word} from “{STATE_LABELS[state]}” on" for word, state in found if state is not None]


class ReviewAutosaveView(ReviewView):
    """Saves the draft while it is typed. Answers in JSON, for the script of the page alone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, phase: str) -> HttpResponse:
        page, which, side = self.get_place(pk, phase)
        form = self.make_form(page, which, side, request.POST)
        if not form.is_valid():
            return JsonResponse({"saved": False, "message": "something cannot be read"}, status=422)
        try:
            version = save_side(
                appraisal_id=pk,
                phase=which,
                side=side,
                draft=form.as_draft(),
                version=form.cleaned_data["version"],
                by=self.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            return JsonResponse({"saved": False, "message": error.message, "final": True}, status=409)
        return JsonResponse({"saved": True, "version": version})
