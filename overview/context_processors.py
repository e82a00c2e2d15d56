"""What the sign-in page of a demonstration says, and no other page or installation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from overview.demonstration import PASSWORD
from overview.demonstration.people import ACCOUNTS, ADMINISTRATOR


def demonstration_accounts(request: HttpRequest) -> dict[str, Any]:
    """Whom a visitor can sign in as, each with their address and what they do; and everybody's password."""
    if not settings.DEMONSTRATION or request.path != reverse("account_login"):
        return {}
    accounts = [(name, email, purpose) for name, email, _role, purpose in ACCOUNTS]
    accounts.append((*ADMINISTRATOR, "trust administrator"))
    return {"demonstration_accounts": accounts, "demonstration_password": PASSWORD}
