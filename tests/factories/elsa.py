"""ELSAs with a provider, training days and supervision. Each call makes a new one; name only what matters."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from core.models import Engagement, School, User
from cpd.models import ElsaProvider, ElsaRegistration, ElsaTrainingDay, LineManagement, SupervisionSession
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW

TRAINED = date(2024, 6, 18)

_number = count(1)


def make_provider(school: School, **fields: Any) -> ElsaProvider:
    """A provider with the network's usual rules."""
    defaults = {"name": f"Harbour Psychology Service {next(_number)}", "preset": "network"}
    return ElsaProvider.objects.create(school=school, **defaults | fields)


def make_elsa(
    *,
    engagement: Engagement | None = None,
    provider: ElsaProvider | None = None,
    days: int = 6,
    **fields: Any,
) -> ElsaRegistration:
    """Somebody registered as an ELSA who attended so many training days long ago."""
    engagement = engagement or make_engagement()
    defaults = {"nominated_by": "Helen Marsh", "line_manager": "Samira Haddad"}
    registration = ElsaRegistration.objects.create(
        engagement=engagement,
        provider=provider or make_provider(engagement.school),
        **defaults | fields,
    )
    for number in range(1, days + 1):
        make_training_day(registration, number)
    return registration


def make_training_day(registration: ElsaRegistration, number: int, **fields: Any) -> ElsaTrainingDay:
    defaults = {
        "training_date": TRAINED - timedelta(days=14 * (6 - number)),
        "topic": "friendship",
        "attended": True,
    }
    return ElsaTrainingDay.objects.create(registration=registration, number=number, **defaults | fields)


def make_session(registration: ElsaRegistration, day: date, **fields: Any) -> SupervisionSession:
    """A psychologist's session that was attended and conforms, unless the fields say otherwise."""
    defaults = {
        "attended": True,
        "session_hours": Decimal(2),
        "group_size": 8,
        "supervisor_kind": "educational_psychologist",
        "supervisor_name": "Dr Miriam Achebe",
        "recorded_at": NOW,
        "recorded_by": registration.engagement.created_by,
    }
    return SupervisionSession.objects.create(registration=registration, session_date=day, **defaults | fields)


def make_planned(registration: ElsaRegistration, day: date, **fields: Any) -> SupervisionSession:
    """A psychologist's session still to come."""
    return make_session(registration, day, is_planned=True, attended=None, **fields)


def make_own(engagement: Engagement, user: User) -> None:
    """The engagement becomes the account's own."""
    engagement.person.user = user
    engagement.person.save(update_fields=["user"])


def make_managed(engagement: Engagement, user: User) -> LineManagement:
    """The account manages the engagement."""
    return LineManagement.objects.create(engagement=engagement, manager=user, valid_from=date(2026, 9, 1))
