"""From an uploaded document to a confirmed job profile: upload, review, confirm."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.html import format_html

from core.domain.errors import DomainError
from core.domain.numbers import number_in
from core.domain.permissions import Permission
from core.kept_forms import (
    find_kept_form,
    forget_kept_form,
    is_typed_by_other,
    show_other_person,
    sign_author,
)
from core.models import School
from core.selectors import list_schools
from core.views.base import PermittedView
from core.views.documents import document_response
from recruitment.domain.review import Draft, Fault, NotReadyError, list_faults
from recruitment.domain.review_dates import default_review_date
from recruitment.domain.review_edit import ONLY_SAVES, Press
from recruitment.domain.review_merge import marks_of
from recruitment.enums import ReadingStatus
from recruitment.forms.job_profiles import ConfirmForm, UploadForm, read_press, typed_keys
from recruitment.models import DocumentReading, JobProfile
from recruitment.selectors.drafts import draft_of
from recruitment.selectors.review_clashes import clash_views, say_clashes
from recruitment.selectors.review_page import (
    find_same_open,
    get_review_page,
    group_problems,
    list_continuable,
    readings_to_edit,
)
from recruitment.services.job_profiles import edit_and_confirm
from recruitment.services.readings import (
    ReadingEdit,
    carry_typed_over,
    discard_reading,
    edit_reading,
    look_at_typed,
    read_upload,
    start_reading,
    take_up_reading,
)
from recruitment.views.closed_readings import CARRY_OVER, TAKE_UP, show_closed

REVIEW = "recruitment/job_profiles/review.html"
CHANGED_ELSEWHERE = (
    "This list was changed in another window, or by somebody else, after you opened it. What you typed is "
    "kept, and their changes stand beside it. Look through the list, then press the button again."
)


_OPENED = {
    TAKE_UP: "This document is open for review again.",
    CARRY_OVER: "This is the draft of the next version, with what you typed. Nothing is confirmed yet.",
}


class DocumentUploadView(PermittedView):
    """A file or pasted words, read and then shown for review."""

    permission = Permission.EDIT_JOB_PROFILES

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, UploadForm(schools=self.schools()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES, schools=self.schools())
        if form.is_valid():
            try:
                reading = self.read(form, timezone.now())
            except DomainError as error:
                form.add_error("file" if form.cleaned_data.get("file") else "text", error.message)
            else:
                return redirect("recruitment:reading-review", pk=reading.pk)
        return self.show(request, form, status=422)

    def schools(self) -> list[School]:
        revises = self.revises
        every = list_schools(self.actor, Permission.EDIT_JOB_PROFILES)
        return every if revises is None else [one for one in every if one.pk == revises.school_id]

    @cached_property
    def revises(self) -> JobProfile | None:
        """The profile this document is to be the next version of, where the address names one."""
        named = self.request.GET.get("profile", "")
        if not named:
            return None
        profile = self.get_or_404(JobProfile.objects.visible_to(self.actor), pk=number_in(named))
        self.require_at(profile.school_id)
        return profile

    def read(self, form: UploadForm, now: datetime) -> DocumentReading:
        school: School = form.cleaned_data["school"]
        upload, revises = form.cleaned_data["file"], self.revises
        if upload is not None:
            return read_upload(school_id=school.pk, upload=upload, by=self.actor, now=now, revises=revises)
        name = form.cleaned_data["name"] or f"Pasted on {timezone.localtime(now):%d/%m/%Y at %H:%M}"
        text = form.cleaned_data["text"]
        return start_reading(
            school_id=school.pk, by=self.actor, now=now, source_name=name, text=text, revises=revises
        )

    def show(self, request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "revises": self.revises}
        return render(request, "recruitment/job_profiles/upload.html", context, status=status)


class ReadingView(PermittedView):
    """What the pages of one reading share."""

    permission = Permission.EDIT_JOB_PROFILES

    def get_reading(self, pk: int) -> DocumentReading:
        reading = self.get_or_404(readings_to_edit(self.actor), pk=pk)
        self.require_at(reading.school_id)
        return reading


class ReadingReviewView(ReadingView):
    """The document beside the rows read from it. Every press first keeps what was typed."""

    keeps_form = True

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        kept = find_kept_form(request)
        if reading.status != ReadingStatus.OPEN:
            return show_closed(request, reading, kept)
        if kept:
            edit = look_at_typed(reading=reading, press=read_press(kept, typed_keys(kept)))
            return self.show(request, edit)
        return self.show(request, ReadingEdit(reading, draft_of(reading)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        if is_typed_by_other(request):
            return show_other_person(request)
        forget_kept_form(request)
        press = read_press(request.POST, typed_keys(request.POST))
        try:
            if press.action == "confirm":
                return self.confirm(request, reading, press)
            edit = self.edit(request, pk, press)
        except DomainError as error:
            if error.code == "reading_closed":
                if reading.status == ReadingStatus.OPEN:  # it was closed while this press was on its way
                    reading.refresh_from_db()
                return show_closed(request, reading, request.POST)
            messages.error(request, error.message)
            return redirect("recruitment:reading-review", pk=pk)
        is_refused = edit.was_changed_elsewhere and press.action.partition(":")[0] not in ONLY_SAVES
        if is_refused or edit.error or edit.clashes:
            return self.show_problem(request, edit, edit.error, is_refused=is_refused)
        return self.carry_on(request, edit, press.action)

    def edit(self, request: HttpRequest, pk: int, press: Press) -> ReadingEdit:
        now = timezone.now()
        if press.action == TAKE_UP:
            return take_up_reading(reading_id=pk, press=press, by=self.actor, now=now)
        if press.action == CARRY_OVER:
            return carry_typed_over(reading_id=pk, press=press, by=self.actor, now=now)
        return edit_reading(reading_id=pk, press=press, by=self.actor, now=now, seen_at=seen_at(request))

    def confirm(self, request: HttpRequest, reading: DocumentReading, press: Press) -> HttpResponse:
        form = self.confirm_form(reading, data=request.POST)
        form.is_valid()
        chosen = form.cleaned_data.get("next_version_of")
        outcome = edit_and_confirm(
            reading_id=reading.pk,
            press=press,
            review_date=form.cleaned_data.get("review_date"),
            by=self.actor,
            now=timezone.now(),
            next_version_of=chosen.pk if chosen else None,
            seen_at=seen_at(request),
            misread=[Fault(name, str(text)) for name, found in form.errors.items() for text in found],
            is_same_meant="same_meant" in request.POST,
        )
        if outcome.version is None:
            is_refused = outcome.edit.was_changed_elsewhere
            return self.show_problem(request, outcome.edit, outcome.error, is_refused=is_refused)
        version = outcome.version
        messages.success(request, f"{version} is confirmed. You can now make a vacancy of it.")
        return redirect("recruitment:job-profile-version", pk=version.job_profile_id, number=version.number)

    def show_problem(
        self, request: HttpRequest, edit: ReadingEdit, error: DomainError | None, *, is_refused: bool
    ) -> HttpResponse:
        """The page again, with what stands in the way at its fields."""
        focus = "" if edit.error or is_refused else "clashes-open"
        if error is None:
            problems = [Fault("", CHANGED_ELSEWHERE)] if is_refused else []
        elif isinstance(error, NotReadyError):
            problems = list(error.faults)
        else:
            problems, focus = [Fault(error.field or "", error.message)], error.field or ""
        return self.show(request, edit, problems=problems, focus=focus)

    def carry_on(self, request: HttpRequest, edit: ReadingEdit, action: str) -> HttpResponse:
        """The fragment for a script that asked for it, else the page again at the row to go on with."""
        place = f"row-{edit.focus}" if edit.focus else ("" if action in {"", "save"} else "questions")
        if request.headers.get("HX-Request"):
            return self.show(request, edit, focus=place)
        if action == "save":
            beside = ", beside what was changed in another window" if edit.was_changed_elsewhere else ""
            messages.success(request, f"Saved{beside}. Nothing is confirmed yet.")
        elif action in _OPENED:
            messages.success(request, _OPENED[action])
        address = reverse("recruitment:reading-review", kwargs={"pk": edit.reading.pk})
        return redirect(f"{address}#{place}" if place else address)

    def confirm_form(self, reading: DocumentReading, **kwargs: Any) -> ConfirmForm:
        profiles: Any = list_continuable(reading)
        return ConfirmForm(profiles=profiles, is_revision=bool(reading.revises_id), **kwargs)

    def show(
        self,
        request: HttpRequest,
        edit: ReadingEdit,
        *,
        problems: Sequence[Fault] = (),
        focus: str = "",
    ) -> HttpResponse:
        """The page, or for a script the part of it that changes."""
        reading, draft = edit.reading, edit.draft
        is_part = bool(request.headers.get("HX-Request"))
        form = self.filled_form(reading, draft)
        clashes = clash_views(draft, edit.clashes)
        faults = {fault.field: fault.message for fault in problems}
        grouped = group_problems(problems)
        context = {
            "reading": reading,
            "review": get_review_page(draft, faults=faults, blocking=self.blocking(form, draft)),
            "form": form,
            "title_is_known": form.find_same_title(draft.profile.title) is not None,
            "problems": grouped,
            "wrong": {field.replace("-", "_"): message for field, message in faults.items()},
            "chosen": self.letters(request, is_refused=bool(problems)),
            "focus": focus or ("problems" if problems else ""),
            "typed_by": sign_author(self.actor.user_id),
            "marks": self.marks(edit, form),
            "was_changed_elsewhere": edit.was_changed_elsewhere,
            "clashes": clashes,
            "clash_rows": {clash.row for clash in edit.clashes},
            "trouble": say_clashes(clashes) if clashes else self.say_refused(problems),
            "is_unsaved": edit.saved is not None,
            "open_already": None if is_part else find_same_open(self.actor, reading),
        }
        template = f"{REVIEW}#review" if is_part else REVIEW
        return render(request, template, context, status=422 if problems or clashes else 200)

    def blocking(self, form: ConfirmForm, draft: Draft) -> tuple[Fault, ...]:
        """What would be answered if the page were confirmed as it is shown."""
        misread = []
        review_date = None
        try:
            review_date = form.fields["review_date"].clean(form.initial["review_date"])
        except ValidationError as error:
            misread = [Fault("review_date", message) for message in error.messages]
        return list_faults(draft, review_date=review_date, today=timezone.localdate(), misread=misread)

    def marks(self, edit: ReadingEdit, form: ConfirmForm) -> dict[str, str]:
        """What the page shows and has on record, so that the next press tells what was typed since."""
        if edit.saved is not None:
            return {**marks_of(edit.saved), **edit.open_marks}
        proposed = replace(
            edit.draft.answers,
            review_date=str(form.initial["review_date"]),
            next_version_of=str(form.initial["next_version_of"]),
        )
        return {**marks_of(edit.draft, proposed), **edit.open_marks}

    def letters(self, request: HttpRequest, *, is_refused: bool) -> tuple[str, ...]:
        """The letters chosen in the key, until they have been changed everywhere."""
        if request.POST.get("action") == "letter" and not is_refused:
            return ()
        return tuple(request.POST.get(name, "") for name in ("letter-from", "letter-to"))

    def say_refused(self, problems: Sequence[Fault]) -> str:
        """What a script says of a press that was not carried out because the list is another by now."""
        is_refused = any(fault.message == CHANGED_ELSEWHERE for fault in problems)
        return "Another window changed this list. What you typed is kept; press again." if is_refused else ""

    def filled_form(self, reading: DocumentReading, draft: Draft) -> ConfirmForm:
        year = default_review_date(timezone.localdate())
        initial = {"review_date": draft.answers.review_date or f"{year:%d/%m/%Y}"}
        form = self.confirm_form(reading, initial=initial)
        suggested = str(form.find_same_title(draft.profile.title) or "")
        # Before anybody has answered, a profile of the same title is suggested to be continued.
        is_answered = bool(draft.answers.review_date)
        form.initial["next_version_of"] = draft.answers.next_version_of if is_answered else suggested
        return form


class ReadingDiscardView(ReadingView):
    """Sets a document aside: no job profile is made of it."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        reading = self.get_reading(pk)
        try:
            discard_reading(reading_id=pk, by=self.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, error.message)
        else:
            address = reverse("recruitment:reading-review", kwargs={"pk": pk})
            link = format_html('<a href="{}">Look at it, or take it up again</a>', address)
            said = "“{}” was set aside. No job profile was made of it. {}"
            messages.success(request, format_html(said, reading.source_name, link))
        return redirect("recruitment:job-profile-list")


class ReadingDocumentView(ReadingView):
    """The original file, to be saved."""

    permission = Permission.VIEW_JOB_PROFILES

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        reading = self.get_reading(pk)
        if reading.document is None:
            raise Http404
        return document_response(reading.document)


def seen_at(request: HttpRequest) -> datetime | None:
    """When the page that was sent had been made; nothing where it does not say so properly."""
    try:
        moment = parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
