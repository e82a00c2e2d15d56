"""Started early, reviewed, ended; and the start confirmed."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from compliance.forms.starts import ConfirmForm, EarlyStartForm, EndForm, ReviewForm
from compliance.models import EarlyStart
from compliance.selectors.staff import visible_engagements
from compliance.services.starts import (
    confirm_start,
    end_early_start,
    review_early_start,
    sign_early_start,
)
from compliance.views.starters import StarterView, review_days
from core.domain.permissions import Permission
from core.models import Engagement
from core.views.base import PermittedView
from core.views.faults import faults_on


class StartConfirmView(StarterView):
    permission = Permission.CONFIRM_START

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        form = ConfirmForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                confirm_start(engagement_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"The start of {engagement.person.full_name} is confirmed.")
                return redirect("compliance:starter-detail", pk=pk)
        return self.show(request, engagement, 422, confirm_form=form)


class EarlyStartSignView(StarterView):
    permission = Permission.SIGN_EARLY_START

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        first = max(timezone.localdate(), engagement.start_date or timezone.localdate())
        review = first + timedelta(days=review_days(engagement.school_id))
        return self.show_form(request, engagement, EarlyStartForm(initial={"review_date": review}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        engagement = self.get_engagement(pk)
        form = EarlyStartForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                sign_early_start(
                    engagement_id=pk, assessment=form.assessment(), by=self.actor, now=timezone.now()
                )
                messages.success(request, f"The risk assessment for {engagement.person.full_name} is signed.")
                return redirect("compliance:starter-detail", pk=pk)
        return self.show_form(request, engagement, form, status=422)

    def show_form(
        self, request: HttpRequest, engagement: Engagement, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {"engagement": engagement, "person": engagement.person, "form": form}
        return render(request, "compliance/starters/early_start.html", context, status=status)


class EarlyStartView(PermittedView):
    """What the pages of one running early start share."""

    permission = Permission.SIGN_EARLY_START

    def get_early_start(self, pk: int) -> EarlyStart:
        visible = EarlyStart.objects.filter(engagement__in=visible_engagements(self.actor), ended_at=None)
        early_start = self.get_or_404(
            visible.select_related("engagement__person", "engagement__school"), pk=pk
        )
        self.require_at(early_start.engagement.school_id)
        return early_start

    def show(
        self,
        request: HttpRequest,
        early_start: EarlyStart,
        form: forms.Form,
        template: str,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "early_start": early_start,
            "engagement": early_start.engagement,
            "person": early_start.engagement.person,
            "form": form,
        }
        return render(request, f"compliance/starters/{template}.html", context, status=status)


class EarlyStartReviewView(EarlyStartView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        early_start = self.get_early_start(pk)
        days = review_days(early_start.engagement.school_id)
        initial = {"next_review_date": timezone.localdate() + timedelta(days=days)}
        return self.show(request, early_start, ReviewForm(initial=initial), "review")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        early_start = self.get_early_start(pk)
        form = ReviewForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                review_early_start(early_start_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The review is recorded.")
                return redirect("compliance:starter-detail", pk=early_start.engagement_id)
        return self.show(request, early_start, form, "review", 422)


class EarlyStartEndView(EarlyStartView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_early_start(pk), EndForm(), "end")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        early_start = self.get_early_start(pk)
        form = EndForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                end_early_start(early_start_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, "The early start has ended.")
                return redirect("compliance:starter-detail", pk=early_start.engagement_id)
        return self.show(request, early_start, form, "end", 422)
