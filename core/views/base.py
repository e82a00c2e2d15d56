"""What every page has: a declared permission, the actor, and objects filtered before they are found."""

from enum import StrEnum
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View

from core.domain.errors import NotAllowed
from core.domain.permissions import Actor, Permission


class Access(StrEnum):
    """For the few pages that need no permission."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"


class PermittedView(View):
    """A page that states what it needs. Strangers to a row get 404; a role too low gets 403."""

    permission: ClassVar[Permission | None] = None
    access: ClassVar[Access | None] = None
    keeps_form: ClassVar[bool] = False  # what is sent to it signed out is there after signing in
    actor: Actor

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.actor = request.actor  # type: ignore[attr-defined]
        if self.access is None and (
            self.permission is None or not self.actor.holds_anywhere(self.permission)
        ):
            raise PermissionDenied
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotAllowed as denial:  # where no form is there to say it, a page does
            return render(request, "core/not_now.html", {"message": denial.message}, status=409)

    def get_or_404[M: Model](self, queryset: QuerySet[M], **lookup: Any) -> M:
        """The row, out of those the actor may see at all; 404 otherwise."""
        return get_object_or_404(queryset, **lookup)

    def require_at(self, school_id: int, permission: Permission | None = None) -> None:
        """403 where the actor may see the row but not do this at its school."""
        wanted = permission or self.permission
        if wanted is None or not self.actor.holds(wanted, school_id):
            raise PermissionDenied


class PublicView(PermittedView):
    access = Access.PUBLIC

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        view = super().as_view(**initkwargs)
        view.login_required = False  # type: ignore[attr-defined]
        return view


def redirect_back(request: HttpRequest, fallback: str) -> HttpResponse:
    """To the page named by ``next`` where it is ours, else to the fallback."""
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = fallback
    return redirect(target)
