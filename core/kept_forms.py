"""A form that arrived after its session had ended, kept through signing in for whoever typed it.

Only views that say ``keeps_form`` take part: their form names its author in ``typed_by``, and their page
shows what was kept, not saved, until it is sent again. Only the author is shown it; nothing is done in their
name.
"""

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.views.csrf import csrf_failure

TYPED_BY = "typed_by"
MOST_CHARACTERS = 400_000  # far more than a person types; nobody fills the table of sessions from outside
_KEPT = "kept_form"
_SIGNER = Signer(salt="core.kept_forms")
_NOT_TYPED = frozenset({"csrfmiddlewaretoken"})


def sign_author(user_id: int | None) -> str:
    """What the form names its author by. It is signed: only what a page of ours sends is ever kept."""
    return _SIGNER.sign(str(user_id))


def is_typed_by_other(request: HttpRequest) -> bool:
    """Whether the form was opened by somebody else than the person who is signed in now."""
    given = request.POST.get(TYPED_BY, "")
    return bool(given) and given != sign_author(request.user.pk)


def keep_form(request: HttpRequest) -> bool:
    """Keep what was typed, for its author alone. Scripts keep it on their own page, so theirs is not kept."""
    fields = [[name, values] for name, values in request.POST.lists() if name not in _NOT_TYPED]
    size = sum(len(text) for name, values in fields for text in (name, *values))
    is_meant = (
        request.method == "POST" and not request.headers.get("HX-Request") and _is_kept_at(request.path)
    )
    if not is_meant or size > MOST_CHARACTERS or not _is_signed(request.POST.get(TYPED_BY, "")):
        return False
    request.session[_KEPT] = {"path": request.path, "fields": fields}
    return True


def _is_signed(author: str) -> bool:
    try:
        _SIGNER.unsign(author)
    except BadSignature:
        return False
    return True


def _is_kept_at(path: str) -> bool:
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    return bool(getattr(getattr(view, "view_class", None), "keeps_form", False))


def find_kept_form(request: HttpRequest) -> QueryDict | None:
    """What its author typed on this page and could not send; None for anybody else, who never sees it."""
    kept = request.session.get(_KEPT)
    if not kept or kept["path"] != request.path:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept["fields"]:
        data.setlist(name, values)
    if data.get(TYPED_BY) != sign_author(request.user.pk):
        forget_kept_form(request)
        return None
    return data


def forget_kept_form(request: HttpRequest) -> None:
    """The page was sent again: what it held is saved, or shown with what is wrong."""
    if request.session.get(_KEPT, {}).get("path") == request.path:
        del request.session[_KEPT]


def show_other_person(request: HttpRequest) -> HttpResponse:
    """Nothing is saved under the name of somebody who did not type it."""
    return render(request, "core/other_person.html", status=409)


def on_stale_token(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Signing in anew makes the pages that were open before unusable: what was typed on them is kept.

    Only for a form of our own. The address it came from has been compared by then, or the reason would not be
    the token; a browser that does not say where a form comes from is told the usual.
    """
    if "Origin" in request.headers and reason.startswith("CSRF token from POST"):
        if request.user.is_authenticated and is_typed_by_other(request):
            return show_other_person(request)
        if keep_form(request):
            return redirect(request.path)
    return csrf_failure(request, reason=reason)
