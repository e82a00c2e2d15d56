"""What is done with an appraisal: its moves, signatures, appeals, another appraiser. Each on a small page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.permissions import Permission
from core.models import User
from core.selectors import list_people_holding
from core.views.faults import faults_on
from cpd.domain.appraisal_states import EVENT_LABELS, STATE_LABELS, Event, State, list_events_of
from cpd.forms.appraisals import (
    AgreeForm,
    AppealForm,
    AppraiserForm,
    DecisionForm,
    PlainForm,
    ReasonForm,
    SignForm,
)
from cpd.models import Appraisal
from cpd.selectors.appraisal_reading import part_of
from cpd.services import appraisal_signing, appraisals
from cpd.views.appraisals import AppraisalView


@dataclass(frozen=True, slots=True)
class Act:
    """One small page: its words, its form, and the service that does it."""

    title: str
    lead: str
    button: str
    form: type[forms.Form]
    service: Callable[..., Any]
    variant: str = "primary"
    event: Event | None = None


MOVES: Mapping[Event, Act] = {
    Event.OBJECTIVES_AGREED: Act(
        "Agree the objectives",
        "Both of you have talked them through. From then on the appraiser alone changes them, with a reason.",
        "Agree the objectives",
        AgreeForm,
        appraisals.agree_objectives,
    ),
    Event.OBJECTIVES_REOPENED: Act(
        "Open the objectives again",
        "They can be added, changed and taken out by both until they are agreed again.",
        "Open them again",
        ReasonForm,
        appraisals.reopen_objectives,
    ),
    Event.MID_YEAR_LEFT_OUT: Act(
        "Leave out the mid-year review",
        "For example after a long absence or a late start. Nobody is put at a disadvantage by it.",
        "Leave it out",
        ReasonForm,
        appraisals.leave_out_mid_year,
    ),
    Event.SENT_BACK: Act(
        "Send the final review back",
        "It becomes a draft of the appraiser again, and signatures on it no longer count.",
        "Send it back",
        ReasonForm,
        appraisals.send_back,
        "danger",
    ),
    Event.FINAL_REOPENED: Act(
        "Write the final review again",
        "The appeal was upheld. The review becomes a draft again, and is shared and signed anew.",
        "Write it again",
        PlainForm,
        appraisals.reopen_final,
    ),
    Event.CLOSED: Act(
        "Close the appraisal",
        "Nothing changes after this.",
        "Close it",
        PlainForm,
        appraisals.close_appraisal,
    ),
    Event.ENDED_EARLY: Act(
        "End the appraisal early",
        "For example because the person has left. It is closed as it stands, and nothing changes after this.",
        "End it early",
        ReasonForm,
        appraisals.end_early,
        "danger",
    ),
    Event.SUSPENDED: Act(
        "Suspend the appraisal",
        "It stands still and is taken up again where it stood. For induction or a capability procedure, "
        "record that on the person’s page instead: it suspends by itself.",
        "Suspend it",
        ReasonForm,
        appraisals.suspend_appraisal,
        "danger",
    ),
    Event.RESUMED: Act(
        "Take the appraisal up again",
        "It goes on where it stood.",
        "Take it up again",
        ReasonForm,
        appraisals.resume_appraisal,
    ),
}
SIGN = Act(
    "Sign the final review",
    "Signing says that you have read it and talked about it. It does not say that you agree with it.",
    "Sign",
    SignForm,
    appraisal_signing.sign_appraisal,
    event=Event.SIGNED,
)
APPEAL = Act(
    "Appeal against the final review",
    "The head or HR looks at it again, and never the appraiser. They decide with a reason you will read.",
    "Send the appeal",
    AppealForm,
    appraisal_signing.make_appeal,
    event=Event.APPEALED,
)
DECIDE = Act(
    "Decide the appeal",
    "Where it is upheld, the appraiser writes the final review again.",
    "Decide",
    DecisionForm,
    appraisal_signing.decide_appeal,
    event=Event.APPEAL_DECIDED,
)


class ActView(AppraisalView):
    """Shows the form of an act and does it. What was typed stays where it cannot be done."""

    act: Act
    done = "Done."

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.open(request, self.get_appraisal(pk), self.act, self.act.event)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.do(request, self.get_appraisal(pk), self.act, self.act.form(request.POST))

    def open(self, request: HttpRequest, appraisal: Appraisal, act: Act, event: Event | None) -> HttpResponse:
        """The form where it is this person's to do now; otherwise the appraisal, with a word why not."""
        if event and event not in list_events_of(part_of(self.actor, appraisal), appraisal.state):
            stands = STATE_LABELS[State(appraisal.state)]
            messages.warning(
                request, f"“{act.title}” is not yours to do now: the appraisal stands at “{stands}”."
            )
            return redirect("cpd:appraisal-detail", pk=appraisal.pk)
        return self.show(request, appraisal, act, act.form())

    def do(self, request: HttpRequest, appraisal: Appraisal, act: Act, form: forms.Form) -> HttpResponse:
        if form.is_valid():
            with faults_on(form):
                act.service(appraisal_id=appraisal.pk, **form.cleaned_data, by=self.actor, now=timezone.now())
                messages.success(request, self.done)
                return redirect("cpd:appraisal-detail", pk=appraisal.pk)
        return self.show(request, appraisal, act, form, status=422)

    def show(
        self, request: HttpRequest, appraisal: Appraisal, act: Act, form: forms.Form, status: int = 200
    ) -> HttpResponse:
        context = {
            "appraisal": appraisal,
            "person": appraisal.engagement.person,
            "act": act,
            "form": form,
        }
        return render(request, "cpd/appraisals/act.html", context, status=status)


class AppraisalMoveView(ActView):
    """One of the moves of ``MOVES``; the address says which."""

    def get(self, request: HttpRequest, pk: int, event: str) -> HttpResponse:  # type: ignore[override]
        return self.open(request, self.get_appraisal(pk), self.get_act(event), Event(event))

    def post(self, request: HttpRequest, pk: int, event: str) -> HttpResponse:  # type: ignore[override]
        act = self.get_act(event)
        self.done = f"{EVENT_LABELS[Event(event)]}."
        return self.do(request, self.get_appraisal(pk), act, act.form(request.POST))

    def get_act(self, event: str) -> Act:
        found = next((act for one, act in MOVES.items() if one.value == event), None)
        if found is None:
            raise Http404
        return found


class SignView(ActView):
    act = SIGN
    done = "You have signed the final review."


class AppealView(ActView):
    act = APPEAL
    done = "Your appeal has been sent to the head and HR."


class AppealDecideView(ActView):
    permission = Permission.RECORD_DEVELOPMENT
    act = DECIDE
    done = "The appeal is decided."


class AppraiserChangeView(ActView):
    """Hand the appraisal to somebody else."""

    permission = Permission.RECORD_DEVELOPMENT
    act = Act(
        "Change the appraiser",
        "What the present appraiser has written and not shared is not handed on, because nobody reads "
        "another’s draft: ask them to share it first.",
        "Change the appraiser",
        AppraiserForm,
        appraisals.change_appraiser,
    )
    done = "Somebody else appraises now."

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        appraisal = self.get_appraisal(pk)
        form = AppraiserForm(appraisers=self.list_appraisers(appraisal))
        return self.show(request, appraisal, self.act, form)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        appraisal = self.get_appraisal(pk)
        form = AppraiserForm(request.POST, appraisers=self.list_appraisers(appraisal))
        if form.is_valid():
            form.cleaned_data["appraiser_id"] = int(form.cleaned_data.pop("appraiser"))
        return self.do(request, appraisal, self.act, form)

    def list_appraisers(self, appraisal: Appraisal) -> list[User]:
        return list_people_holding(Permission.MANAGE_TEAM, school_id=appraisal.engagement.school_id)
