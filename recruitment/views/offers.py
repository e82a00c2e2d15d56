"""A conditional offer: made, answered, its conditions settled one by one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.faults import faults_on
from recruitment.forms.offers import AnswerForm, ConditionForm, CorrectionForm, OfferForm
from recruitment.models import Application, Offer
from recruitment.selectors.offers import get_proposed_conditions, list_offers
from recruitment.services.offers import (
    accept_offer,
    decline_offer,
    make_offer,
    settle_condition,
    withdraw_offer,
)
from recruitment.services.reversals import take_back_acceptance


class OfferCreateView(PermittedView):
    permission = Permission.MAKE_OFFERS

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        vacancy = application.vacancy
        initial = {
            "start_date": vacancy.start_date,
            "salary": vacancy.salary,
            "conditions": "\n".join(get_proposed_conditions(application)),
        }
        return self.show(request, application, OfferForm(initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        application = self.get_application(pk)
        form = OfferForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                offer = make_offer(application_id=pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, f"The offer to {application.person.full_name} is recorded.")
                return redirect("recruitment:offer-detail", pk=offer.pk)
        return self.show(request, application, form, status=422)

    def get_application(self, pk: int) -> Application:
        visible = Application.objects.visible_to(self.actor).select_related("vacancy__school", "person")
        application = self.get_or_404(visible, pk=pk)
        self.require_at(application.vacancy.school_id)
        return application

    def show(
        self, request: HttpRequest, application: Application, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {"application": application, "vacancy": application.vacancy, "form": form}
        return render(request, "recruitment/decisions/offer_create.html", context, status=status)


class OfferView(PermittedView):
    """What the pages of one offer share."""

    permission = Permission.MAKE_OFFERS

    def get_offer(self, pk: int, permission: Permission | None = None) -> Offer:
        offer = self.get_or_404(list_offers(self.actor), pk=pk)
        self.require_at(offer.application.vacancy.school_id, permission)
        return offer

    def show(self, request: HttpRequest, offer: Offer, status: int = 200, **forms_given: Any) -> HttpResponse:
        conditions = list(offer.conditions.all())
        context = {
            "offer": offer,
            "application": offer.application,
            "vacancy": offer.application.vacancy,
            "conditions": conditions,
            "met": sum(one.status == "met" for one in conditions),
            "answer_form": AnswerForm(),
            "correction_form": CorrectionForm(),
            "may_answer": self.actor.holds(Permission.MAKE_OFFERS, offer.application.vacancy.school_id),
        }
        return render(request, "recruitment/decisions/offer.html", context | forms_given, status=status)


class OfferDetailView(OfferView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_offer(pk))


class OfferAnswerView(OfferView):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        offer = self.get_offer(pk)
        form = AnswerForm(request.POST)
        if form.is_valid():
            act = {"accept": accept_offer, "decline": decline_offer, "withdraw": withdraw_offer}
            with faults_on(form):
                act[form.cleaned_data["answer"]](
                    offer_id=pk, note=form.cleaned_data["note"], by=self.actor, now=timezone.now()
                )
                messages.success(request, "The answer is recorded.")
                return redirect("recruitment:offer-detail", pk=pk)
        return self.show(request, offer, status=422, answer_form=form)


class OfferReopenView(OfferView):
    """Takes back an acceptance that was recorded in error."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        offer = self.get_offer(pk)
        form = CorrectionForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                take_back_acceptance(
                    offer_id=pk, reason=form.cleaned_data["reason"], by=self.actor, now=timezone.now()
                )
                messages.success(request, "The acceptance is taken back. The offer waits for an answer.")
                return redirect("recruitment:offer-detail", pk=pk)
        return self.show(request, offer, status=422, correction_form=form)


class ConditionSettleView(OfferView):
    permission = Permission.RECORD_EVIDENCE

    def get(self, request: HttpRequest, pk: int, condition_pk: int) -> HttpResponse:
        form = ConditionForm(initial={"settled_date": timezone.localdate()})
        return self.show_condition(request, pk, condition_pk, form)

    def post(self, request: HttpRequest, pk: int, condition_pk: int) -> HttpResponse:
        offer = self.get_offer(pk)
        condition = self.get_or_404(offer.conditions.all(), pk=condition_pk)
        form = ConditionForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                settle_condition(
                    condition_id=condition.pk, **form.cleaned_data, by=self.actor, now=timezone.now()
                )
                messages.success(request, "The condition is recorded.")
                return redirect("recruitment:offer-detail", pk=pk)
        return self.show_condition(request, pk, condition_pk, form, status=422)

    def show_condition(
        self, request: HttpRequest, pk: int, condition_pk: int, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        offer = self.get_offer(pk)
        condition = self.get_or_404(offer.conditions.all(), pk=condition_pk)
        context = {
            "offer": offer,
            "application": offer.application,
            "vacancy": offer.application.vacancy,
            "condition": condition,
            "form": form,
        }
        return render(request, "recruitment/decisions/condition.html", context, status=status)
