"""How allauth behaves here: accounts are made by an administrator, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.client_address import client_address
from core.models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "That e-mail address and password do not go together. Check both.",
        "too_many_login_attempts": "Too many tries from this address. Wait a minute, then try again.",
        "enter_current_password": "That is not your present password.",
        "incorrect_password": "That is not your password. Try again.",
        "incorrect_code": "That code does not fit. Wait for the app to show a new one, then enter it.",
        "rate_limited": "That was asked for several times in a row. Wait a minute, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: object) -> HttpResponse | None:
        """Demonstration accounts have published passwords: they sign in only in demonstration mode."""
        if user.is_demonstration and not settings.DEMONSTRATION:
            return render(request, "account/demonstration_only.html", status=403)
        return super().pre_login(request, user, **kwargs)
