"""Providers and their rules, and who is registered as an ELSA."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from core.domain.errors import Denial, DomainError, require
from core.domain.permissions import Actor, Permission, deny_role
from core.domain.school_time import day_of
from core.models import Engagement
from core.services.history import save_with_reason
from core.services.schools import lock_school
from cpd.domain.elsa_entries import deny_registration
from cpd.models import ElsaProvider, ElsaRegistration
from cpd.selectors.elsa import category_of, in_charge_of


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """A provider's rules as somebody enters them; ``session_min_hours`` is a number of hours."""

    name: str
    preset: str
    training_days: int
    sessions_required: int
    sessions_offered: int
    session_min_hours: Decimal
    group_max: int
    accepts_trainee_year_3: bool
    joiner_rule: str
    certificate_after_sessions: int | None
    recommended_weekly_minutes: int
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class RegistrationEntry:
    """What the provider is told of an ELSA; ``weekly_minutes`` is the time the school gives the work."""

    provider_id: int
    registration_number: str
    registered_date: date | None
    valid_until: date | None
    nominated_by: str
    line_manager: str
    weekly_minutes: int | None
    is_small_school: bool


@transaction.atomic
def add_provider(*, school_id: int, entry: ProviderEntry, by: Actor, now: datetime) -> ElsaProvider:
    """Enter a provider of ELSA training and supervision for a school.

    Raises ``NotAllowed`` for a role too low and ``DomainError`` for a name or numbers that cannot be.
    """
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, school_id))
    provider = ElsaProvider(school_id=school_id, **asdict(entry))
    _check_provider(provider)
    save_with_reason(provider, by=by, reason="provider entered", now=now)
    return provider


@transaction.atomic
def change_provider(
    *, provider_id: int, entry: ProviderEntry, reason: str, by: Actor, now: datetime
) -> ElsaProvider:
    """Correct a provider's rules, for a reason: everybody's standing follows from them at once."""
    provider = ElsaProvider.objects.select_for_update().get(pk=provider_id)
    require(deny_role(by, Permission.EDIT_DEVELOPMENT_RULES, provider.school_id))
    for name, value in asdict(entry).items():
        setattr(provider, name, value)
    _check_provider(provider)
    save_with_reason(provider, by=by, reason=need_reason(reason), now=now)
    return provider


def _check_provider(provider: ElsaProvider) -> None:
    lock_school(provider.school_id)
    namesakes = ElsaProvider.objects.filter(school_id=provider.school_id, name=provider.name)
    if namesakes.exclude(pk=provider.pk).exists():
        raise DomainError("name_taken", "This school has a provider of that name already.", "name")
    if provider.sessions_required > provider.sessions_offered:
        raise DomainError(
            "more_than_offered",
            "No more sessions can be wanted than are offered. Change one of the two.",
            "sessions_required",
        )


@transaction.atomic
def register_elsa(
    *,
    engagement_id: int,
    entry: RegistrationEntry,
    is_declared_employed: bool | None = None,
    by: Actor,
    now: datetime,
) -> ElsaRegistration:
    """Put somebody on the ledger who is, or trains to be, an ELSA: only whom the school employs.

    Raises ``NotAllowed`` for anybody else and where the actor is not in charge of them.
    """
    engagement = _lock_in_charge(engagement_id, by, day_of(now))
    require(deny_registration(category_of(engagement), is_declared_employed=is_declared_employed))
    if ElsaRegistration.objects.filter(engagement=engagement).exists():
        raise DomainError("registered_already", "They are on the ledger already: correct the registration.")
    registration = ElsaRegistration(engagement=engagement, **asdict(entry))
    _check_registration(registration, engagement)
    save_with_reason(registration, by=by, reason="registered", now=now)
    return registration


@transaction.atomic
def change_registration(
    *, registration_id: int, entry: RegistrationEntry, reason: str, by: Actor, now: datetime
) -> ElsaRegistration:
    """Renew or correct a registration, for a reason; how it stood before is kept in its history.

    Somebody whose registration had ended is on the ledger again.
    """
    registration = _lock_registration(registration_id, by, now)
    require(deny_registration(category_of(registration.engagement), is_declared_employed=True))
    for name, value in asdict(entry).items():
        setattr(registration, name, value)
    registration.ended_date = None
    _check_registration(registration, registration.engagement)
    save_with_reason(registration, by=by, reason=need_reason(reason), now=now)
    return registration


@transaction.atomic
def end_registration(
    *, registration_id: int, ended_date: date, reason: str, by: Actor, now: datetime
) -> ElsaRegistration:
    """Take somebody off the ledger after a day, for a reason. What they attended is kept.

    Raises ``DomainError`` for a day before they were registered or had started.
    """
    registration = _lock_registration(registration_id, by, now)
    begun = (registration.registered_date, registration.engagement.start_date)
    if any(day is not None and ended_date < day for day in begun):
        raise DomainError("ended_before_it_began", "They were no ELSA of the school yet then.", "ended_date")
    registration.ended_date = ended_date
    save_with_reason(registration, by=by, reason=need_reason(reason), update_fields=["ended_date"], now=now)
    return registration


def need_reason(reason: str) -> str:
    """The reason without blanks around it. Raises ``DomainError`` where there is none."""
    if not reason.strip():
        raise DomainError("reason_missing", "Say in a few words why this changes.", "reason")
    return reason.strip()


def deny_charge(*, is_in_charge: bool) -> Denial | None:
    """Whether the actor may register somebody or speak for the school about them."""
    if is_in_charge:
        return None
    return Denial("not_in_charge", "The line manager, the office or the head does this.")


def _lock_in_charge(engagement_id: int, by: Actor, today: date) -> Engagement:
    engagement = (
        Engagement.objects.select_for_update(of=("self",)).select_related("role").get(pk=engagement_id)
    )
    is_in_charge = in_charge_of(by, today=today).filter(pk=engagement_id).exists()
    require(deny_charge(is_in_charge=is_in_charge))
    return engagement


def _lock_registration(registration_id: int, by: Actor, now: datetime) -> ElsaRegistration:
    registration = ElsaRegistration.objects.select_for_update().get(pk=registration_id)
    registration.engagement = _lock_in_charge(registration.engagement_id, by, day_of(now))
    return registration


def _check_registration(registration: ElsaRegistration, engagement: Engagement) -> None:
    if not ElsaProvider.objects.filter(pk=registration.provider_id, school_id=engagement.school_id).exists():
        raise DomainError("no_such_provider", "Choose a provider of this school.", "provider")
    first, last = registration.registered_date, registration.valid_until
    if last is not None and first is None:
        raise DomainError("date_missing", "Give the day of the registration too.", "registered_date")
    if first is not None and last is not None and last < first:
        raise DomainError("dates_reversed", "A registration ends after it begins.", "valid_until")
