"""How allauth behaves here: accounts are made by an administrator, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.models import User


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: object) -> HttpResponse | None:
        """Demonstration accounts have published passwords: they sign in only in demonstration mode."""
        if user.is_demonstration and not settings.DEMONSTRATION:
            return render(request, "account/demonstration_only.html", status=403)
        return super().pre_login(request, user, **kwargs)
