"""The secret address at which one person's calendar program reads."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from compliance.models import CalendarFeed
from core.domain.permissions import Actor

TOKEN_BYTES = 32


@transaction.atomic
def renew_feed(*, shows_names: bool, by: Actor, now: datetime) -> str:
    """Give a person's calendar a new secret address and return its secret; the old address is dead.

    Only the fingerprint of the secret is kept, so it can be shown this once.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    CalendarFeed.objects.update_or_create(
        user_id=by.acting_id,
        defaults={"token_hash": hash_of(token=token), "shows_names": shows_names, "made_at": now},
    )
    return token


def stop_feed(*, by: Actor) -> None:
    """Take a person's calendar away: the address is dead."""
    CalendarFeed.objects.filter(user_id=by.acting_id).delete()


def hash_of(*, token: str) -> str:
    """The fingerprint of a secret. It is long and random, so one plain digest cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()
