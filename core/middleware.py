"""What every request passes: signing in, no characters a database cannot keep, and who asks put on it."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from core.kept_forms import keep_form
from core.selectors import get_actor


class SignInMiddleware(LoginRequiredMiddleware):
    """Sends people to sign in; a long form that they sent meanwhile is there again afterwards."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]) -> Any:
        keep_form(request)
        return super().handle_no_permission(request, view_func)


class NulCharacterMiddleware:
    """Refuses the character NUL in addresses and forms: nobody types it, and PostgreSQL cannot store it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        texts = [request.path, *values_of(request.GET), *values_of(request.POST)]
        if any("\0" in text for text in texts):
            raise BadRequest("The address or the form holds a character that cannot be stored.")
        return self.get_response(request)


def values_of(data: QueryDict) -> list[str]:
    return [value for name, values in data.lists() for value in (name, *values)]


class ActorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: get_actor(request.user))  # type: ignore[attr-defined]
        return self.get_response(request)
