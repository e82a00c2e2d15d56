"""Training that somebody adds to their own record, and the school's answer to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.permissions import Permission
from core.models import Engagement
from core.views.base import PermittedView
from core.views.faults import faults_on
from cpd.forms.my_record import DeclineForm, OwnTrainingForm
from cpd.models import Training
from cpd.selectors.added_training import list_added_training, visible_added_training
from cpd.selectors.courses import list_courses
from cpd.selectors.own_reading import list_own_posts
from cpd.services.training import add_own_training, confirm_training, withdraw_training


class AddOwnTrainingView(PermittedView):
    """For a post of one's own, named by its number; anybody else's is not there."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_own(pk)
        form = self.form(engagement, initial={"course": request.GET.get("course")})
        return self.show(request, engagement, form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_own(pk)
        form = self.form(engagement, request.POST, request.FILES)
        if form.is_valid():
            with faults_on(form):
                add_own_training(
                    engagement_id=pk,
                    entry=form.entry(),
                    upload=form.cleaned_data["file"],
                    by=self.actor,
                    now=timezone.now(),
                )
                messages.success(request, "It is added. It counts once the school has confirmed it.")
                return redirect("cpd:my-record")
        return self.show(request, engagement, form, status=422)

    def get_own(self, pk: int) -> Engagement:
        posts = list_own_posts(self.actor, today=timezone.localdate())
        engagement = next((one for one in posts if one.pk == pk), None)
        if engagement is None:
            raise Http404
        return engagement

    def form(self, engagement: Engagement, *args: Any, **kwargs: Any) -> OwnTrainingForm:
        courses = list_courses(engagement.school_id, today=timezone.localdate())
        return OwnTrainingForm(*args, courses=courses, **kwargs)

    def show(
        self, request: HttpRequest, engagement: Engagement, form: OwnTrainingForm, status: int = 200
    ) -> HttpResponse:
        context = {"engagement": engagement, "form": form}
        return render(request, "cpd/my_record/add_training.html", context, status=status)


class AddedTrainingView(PermittedView):
    """What people have added themselves and nobody has answered yet."""

    permission = Permission.VIEW_DEVELOPMENT

    def get(self, request: HttpRequest) -> HttpResponse:
        added = list_added_training(self.actor)
        context = {
            "added": added,
            "shows_school": len({one.school_id for one in added}) > 1,
            "may_answer": self.actor.holds_anywhere(Permission.RECORD_DEVELOPMENT),
        }
        return render(request, "cpd/my_record/added.html", context)


class AnswerView(PermittedView):
    """What confirming and declining share."""

    permission = Permission.RECORD_DEVELOPMENT

    def get_training(self, pk: int) -> Training:
        added = visible_added_training(self.actor).select_related("person", "course")
        training = self.get_or_404(added, pk=pk)
        self.require_at(training.school_id)
        return training


class ConfirmAddedView(AnswerView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        training = self.get_training(pk)
        try:
            confirm_training(training_id=pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, f"Confirmed for {training.person.full_name}: it counts from now on.")
        return redirect("cpd:added-training")


class DeclineAddedView(AnswerView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_training(pk), DeclineForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        training = self.get_training(pk)
        form = DeclineForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                withdraw_training(training_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                name = training.person.full_name
                messages.success(request, f"Not confirmed. {name} reads the reason on their own page.")
                return redirect("cpd:added-training")
        return self.show(request, training, form, status=422)

    def show(
        self, request: HttpRequest, training: Training, form: DeclineForm, status: int = 200
    ) -> HttpResponse:
        context = {"training": training, "person": training.person, "form": form}
        return render(request, "cpd/my_record/decline.html", context, status=status)
