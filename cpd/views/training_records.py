"""One person's training, and records written down for one or for many."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.models import Engagement, School
from core.views.base import PermittedView
from core.views.documents import document_response
from core.views.faults import faults_on
from cpd.domain.training_matrix import CellState
from cpd.forms.training import ManyForm, ReasonForm, RecordForm
from cpd.forms.training_lists import DayForm
from cpd.models import Training
from cpd.selectors.courses import list_courses, list_people_at
from cpd.selectors.reach import within_reach
from cpd.selectors.training import get_person_training, visible_training
from cpd.services.training import confirm_training, record_for_many, record_training, withdraw_training

OWN_WAITS = "Your own training is written down. It counts once somebody else has confirmed it."


class PersonTrainingView(PermittedView):
    """What is asked of one person, how it stands, and every record of it."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        today = timezone.localdate()
        reach = within_reach(self.actor, today=today).select_related("person", "school", "role", "elsa")
        engagement, day = self.get_or_404(reach, pk=pk), DayForm(request.GET)
        page = get_person_training(engagement, as_at=day.day_or(today))
        context = {
            "page": page,
            "engagement": engagement,
            "person": engagement.person,
            "school": engagement.school,
            "as_at": day.day_or(today),
            "today": today,
            "day_form": day,
            "may_record": self.actor.holds(Permission.RECORD_DEVELOPMENT, engagement.school_id),
            "asked": [one for one in page.courses if one.cell.why],
            "others": [one for one in page.courses if not one.cell.why and one.records],
            "is_own": engagement.person.user_id == self.actor.user_id,
        }
        if request.headers.get("HX-Request") and "criterion" in request.GET:
            return self.show_cell(request, context)
        return render(request, "cpd/training/person.html", context, status=200 if day.is_valid() else 422)

    def show_cell(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        """One course of the person, for the drawer beside the matrix."""
        course_id = number_in(request.GET["criterion"])
        story = next((one for one in context["page"].courses if one.column.course_id == course_id), None)
        if story is None:
            raise Http404
        asked = story.cell.state != CellState.NOT_REQUIRED
        return render(request, "cpd/training/_cell.html", context | {"story": story, "is_asked": asked})


class RecordView(PermittedView):
    """Write down one training of one person."""

    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        return self.show(
            request, engagement, self.form(engagement, initial={"course": request.GET.get("course")})
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        form = self.form(engagement, request.POST, request.FILES)
        if form.is_valid():
            with faults_on(form):
                training = record_training(
                    engagement_id=pk,
                    entry=form.entry(),
                    upload=form.cleaned_data["file"],
                    by=self.actor,
                    now=timezone.now(),
                )
                waits = training.confirmed_at is None
                messages.success(
                    request,
                    OWN_WAITS if waits else f"The training is recorded for {engagement.person.full_name}.",
                )
                return redirect("cpd:training-person", pk=pk)
        return self.show(request, engagement, form, status=422)

    def get_engagement(self, pk: int) -> Engagement:
        reach = within_reach(self.actor, today=timezone.localdate()).select_related("person", "school")
        engagement = self.get_or_404(reach, pk=pk)
        self.require_at(engagement.school_id)
        return engagement

    def form(self, engagement: Engagement, *args: Any, **kwargs: Any) -> RecordForm:
        courses = list_courses(engagement.school_id, today=timezone.localdate())
        return RecordForm(*args, courses=courses, **kwargs)

    def show(
        self, request: HttpRequest, engagement: Engagement, form: RecordForm, status: int = 200
    ) -> HttpResponse:
        context = {"engagement": engagement, "person": engagement.person, "form": form}
        return render(request, "cpd/training/record.html", context, status=status)


class RecordManyView(PermittedView):
    """An INSET day: one training, one date, many people ticked."""

    permission = Permission.RECORD_DEVELOPMENT

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        return self.show(request, school, self.form(school, initial={"course": request.GET.get("course")}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        school = self.get_school(pk)
        form = self.form(school, request.POST)
        if form.is_valid():
            with faults_on(form):
                done = record_for_many(
                    school_id=pk,
                    engagement_ids=form.people_chosen(),
                    entry=form.entry(),
                    by=self.actor,
                    now=timezone.now(),
                )
                people = "person" if done.recorded == 1 else "people"
                messages.success(request, f"The training is recorded for {done.recorded} {people}.")
                if done.own_waits:
                    messages.info(request, OWN_WAITS)
                if done.known:
                    messages.info(request, f"Recorded for that day already: {', '.join(done.known)}.")
                return redirect("cpd:training-matrix", pk=pk)
        return self.show(request, school, form, status=422)

    def get_school(self, pk: int) -> School:
        return self.get_or_404(School.objects.where(self.actor, Permission.RECORD_DEVELOPMENT), pk=pk)

    def form(self, school: School, *args: Any, **kwargs: Any) -> ManyForm:
        today = timezone.localdate()
        return ManyForm(
            *args,
            courses=list_courses(school.pk, today=today),
            people=list_people_at(school.pk, today=today),
            **kwargs,
        )

    def show(self, request: HttpRequest, school: School, form: ManyForm, status: int = 200) -> HttpResponse:
        return render(request, "cpd/training/many.html", {"school": school, "form": form}, status=status)


class TrainingRecordView(PermittedView):
    """One record that stands, to be confirmed or withdrawn."""

    permission = Permission.RECORD_DEVELOPMENT

    def get_training(self, pk: int) -> tuple[Training, Engagement]:
        visible = visible_training(self.actor, today=timezone.localdate())
        training = self.get_or_404(visible.select_related("person", "course", "school"), pk=pk)
        self.require_at(training.school_id)
        here = Engagement.objects.filter(person_id=training.person_id, school_id=training.school_id)
        engagement = here.order_by("-start_date", "-pk").first()
        if engagement is None:
            raise Http404
        return training, engagement


class TrainingConfirmView(TrainingRecordView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        training, engagement = self.get_training(pk)
        try:
            confirm_training(training_id=pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, f"Confirmed for {training.person.full_name}: it counts from now on.")
        return redirect("cpd:training-person", pk=engagement.pk)


class TrainingWithdrawView(TrainingRecordView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, *self.get_training(pk), ReasonForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        training, engagement = self.get_training(pk)
        form = ReasonForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                withdraw_training(
                    training_id=pk, reason=form.cleaned_data["reason"], by=self.actor, now=timezone.now()
                )
                messages.success(request, "The record is withdrawn. It stays in sight and counts no more.")
                return redirect("cpd:training-person", pk=engagement.pk)
        return self.show(request, training, engagement, form, status=422)

    def show(
        self,
        request: HttpRequest,
        training: Training,
        engagement: Engagement,
        form: Form,
        status: int = 200,
    ) -> HttpResponse:
        context = {"training": training, "engagement": engagement, "person": training.person, "form": form}
        return render(request, "cpd/training/withdraw.html", context, status=status)


class CertificateView(PermittedView):
    """The certificate behind a record, as a download."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        visible = visible_training(self.actor, today=timezone.localdate())
        training = self.get_or_404(visible.select_related("certificate"), pk=pk)
        if training.certificate is None:
            raise Http404
        return document_response(training.certificate)
