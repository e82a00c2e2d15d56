"""My record: what I still have to read, my training, my hours; and signing what I have read."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.views.base import PermittedView
from core.views.documents import document_response
from core.views.faults import faults_on
from cpd.forms.policies import ReadForm
from cpd.selectors.my_record import get_my_training
from cpd.selectors.own_reading import (
    OwnReading,
    find_own_reading,
    list_own_posts,
    list_own_readings,
)
from cpd.services.policy_signatures import sign_edition


class MyRecordView(PermittedView):
    """The reader's own record and nobody else's: it takes no number from the address."""

    permission = Permission.KEEP_OWN_RECORD

    def get(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        posts = list_own_posts(self.actor, today=today)
        readings = list_own_readings(posts, today=today)
        chosen = number_in(request.GET.get("post", ""))
        post = next((one for one in posts if one.pk == chosen), posts[0] if posts else None)
        context = {
            "posts": posts,
            "post": post,
            "training": get_my_training(post, today=today) if post else None,
            "waiting": [one for one in readings if one.is_waiting],
            "signed": [one for one in readings if one.signature is not None],
            "today": today,
        }
        return render(request, "cpd/my_record/record.html", context)


class OwnReadingView(PermittedView):
    """What the doors of one edition share: found among what the actor is asked to read, 404 otherwise."""

    permission = Permission.KEEP_OWN_RECORD

    def get_reading(self, pk: int) -> OwnReading:
        reading = find_own_reading(self.actor, pk, today=timezone.localdate())
        if reading is None:
            raise Http404
        return reading


class ReadAndSignView(OwnReadingView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.get_reading(pk), ReadForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        form = ReadForm(request.POST)
        if form.is_valid():
            with faults_on(form):
                sign_edition(version_id=pk, by=self.actor, now=timezone.now())
                messages.success(request, f"You have signed {reading.version.policy.title}. Thank you.")
                return redirect("cpd:my-record")
        return self.show(request, reading, form, status=422)

    def show(
        self, request: HttpRequest, reading: OwnReading, form: ReadForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "reading": reading,
            "version": reading.version,
            "policy": reading.version.policy,
            "form": form,
            "today": timezone.localdate(),
        }
        return render(request, "cpd/my_record/read.html", context, status=status)


class OwnReadingFileView(OwnReadingView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        document = self.get_reading(pk).version.document
        if document is None:
            raise Http404
        return document_response(document)
