"""The API asks the same table as the pages: ``view.permission`` names what is needed."""

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from core.domain.permissions import Actor

if TYPE_CHECKING:  # views import the settings, and the settings name this module
    from rest_framework.views import APIView


class HoldsPermission(BasePermission):
    def has_permission(self, request: Request, view: "APIView") -> bool:
        if not request.user.is_authenticated:
            return False
        permission = getattr(view, "permission", None)
        actor: Actor = request._request.actor  # type: ignore[attr-defined]
        return permission is not None and actor.holds_anywhere(permission)
