"""Templates written in a test, rendered as a page would render them."""

from typing import Any

from django.http import HttpRequest
from django.template import Context, RequestContext, Template


def render(source: str, *, request: HttpRequest | None = None, **context: Any) -> str:
    holder = RequestContext(request, context) if request else Context(context)
    return Template(source).render(holder).strip()
