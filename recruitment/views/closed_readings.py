"""A document that was confirmed or set aside: nothing is saved in it, and what was typed before stays."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from core.kept_forms import sign_author
from recruitment.enums import ReadingStatus
from recruitment.forms.job_profiles import read_press, typed_keys
from recruitment.models import DocumentReading
from recruitment.selectors.review_page import get_closed_page
from recruitment.services.readings import look_at_typed

CLOSED = "recruitment/job_profiles/closed.html"
TAKE_UP, CARRY_OVER = "take-up", "carry-over"
_NOT_CARRIED = frozenset({"csrfmiddlewaretoken", "action", "typed_by"})


def show_closed(request: HttpRequest, reading: DocumentReading, sent: QueryDict | None) -> HttpResponse:
    """The document, read only, with what came from a page that was opened before.

    ``sent`` is that page's form. A script is given the notice alone: the words stand on its own page.
    """
    is_part = bool(request.headers.get("HX-Request"))
    press = read_press(sent or QueryDict(), typed_keys(sent or QueryDict()))
    page = get_closed_page(look_at_typed(reading=reading, press=press).draft, reading)
    is_confirmed = reading.status == ReadingStatus.CONFIRMED
    if is_confirmed and not (is_part or page.typed):
        return _show_version(request, reading, is_pressed=sent is not None)
    context = {
        "reading": reading,
        "closed": page,
        "is_confirmed": is_confirmed,
        "is_refused": is_part or sent is not None,
        "carried": list(_fields(sent)) if sent and page.typed else [],
        "typed_by": sign_author(request.user.pk),
    }
    template = f"{CLOSED}#notice" if is_part else CLOSED
    return render(request, template, context, status=409 if is_part or request.method == "POST" else 200)


def _show_version(request: HttpRequest, reading: DocumentReading, *, is_pressed: bool) -> HttpResponse:
    version = reading.version
    if is_pressed:
        messages.info(
            request,
            f"This document has already been confirmed, by {version.confirmed_by.name}, as {version}. "
            "Nothing was changed.",
        )
    return redirect("recruitment:job-profile-version", pk=version.job_profile_id, number=version.number)


def _fields(sent: QueryDict) -> Iterator[tuple[str, str]]:
    """What the form held, to be sent once more."""
    return (
        (name, str(value)) for name, values in sent.lists() if name not in _NOT_CARRIED for value in values
    )
