"""What every endpoint has: a declared permission, the actor, rows filtered before they are found."""

from typing import ClassVar

from django.core.exceptions import PermissionDenied
from rest_framework.generics import GenericAPIView

from core.domain.permissions import NOBODY, Actor, Permission


class PermittedAPIView(GenericAPIView):
    """An endpoint that states what it needs; ``core.api.permissions.HoldsPermission`` asks for it."""

    permission: ClassVar[Permission]

    @property
    def actor(self) -> Actor:
        """Who asks; nobody while the description of the API is being built."""
        return getattr(self.request._request, "actor", NOBODY)

    def require_at(self, school_id: int, permission: Permission | None = None) -> None:
        """403 where the actor may see the row but not do this at its school."""
        if not self.actor.holds(permission or self.permission, school_id):
            raise PermissionDenied
