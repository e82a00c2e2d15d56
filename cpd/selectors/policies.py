"""The school's pages of policies: which edition is asked, who has read it, who has not."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import FETCH_RAISE, Prefetch, QuerySet

from core.domain.permissions import Actor, Permission
from cpd.domain.policies import ReadingState, due_date, edition_in_force, is_asked, reading_state
from cpd.models import Policy, PolicySignature, PolicyVersion
from cpd.selectors.policy_readers import Reader, as_edition, present_on, readers_of
from cpd.selectors.reach import within_reach


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader of one edition; ``signature`` is None while it is not signed."""

    reader: Reader
    due: date
    state: ReadingState
    signature: PolicySignature | None

    @property
    def name(self) -> str:
        return self.reader.person.full_name


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """A policy of the list: its edition in force and how far its reading is."""

    policy: Policy
    version: PolicyVersion | None
    coming: tuple[PolicyVersion, ...]
    asked: int
    signed: int
    overdue: int

    @property
    def missing(self) -> int:
        return self.asked - self.signed


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """One edition of a policy. ``former`` signed it and are not asked now: they have left, or do other work.

    An edition that is not in force has no ``readings``: nobody is asked to read it now.
    """

    policy: Policy
    version: PolicyVersion
    versions: tuple[PolicyVersion, ...]
    is_in_force: bool
    readings: tuple[Reading, ...]
    former: tuple[PolicySignature, ...]
    undescribed: tuple[Reader, ...]

    def count(self, state: ReadingState) -> int:
        return sum(one.state == state for one in self.readings)

    @property
    def signed(self) -> int:
        return self.count(ReadingState.SIGNED)

    @property
    def overdue(self) -> int:
        return self.count(ReadingState.OVERDUE)

    @property
    def missing(self) -> tuple[Reading, ...]:
        return tuple(one for one in self.readings if one.state != ReadingState.SIGNED)

    @property
    def signatures(self) -> int:
        """How many there are at all, whoever's."""
        return self.signed + len(self.former)


def visible_policies(actor: Actor) -> QuerySet[Policy]:
    """Policies of the schools whose development the actor looks after."""
    return Policy.objects.filter(school_id__in=actor.schools_with(Permission.VIEW_DEVELOPMENT))


def visible_versions(actor: Actor) -> QuerySet[PolicyVersion]:
    """Editions of those policies, each with its policy, school and file."""
    return PolicyVersion.objects.filter(policy__in=visible_policies(actor)).select_related(
        "policy__school", "document"
    )


def list_policies(actor: Actor, *, today: date) -> list[PolicyCard]:
    """Every policy, those asked for first, then by school and title; four queries."""
    versions = PolicyVersion.objects.order_by("-in_force_from", "-pk")
    policies = list(
        visible_policies(actor)
        .select_related("school")
        .prefetch_related(Prefetch("versions", versions))
        .order_by("school__name", "title", "pk")
        .fetch_mode(FETCH_RAISE)
    )
    readers = readers_of(present_on(within_reach(actor, today=today), today))
    current = [_in_force(policy.versions.all(), today) for policy in policies]
    signers = _signers([one for one in current if one is not None])
    cards = [
        _card(policy, version, readers, signers, today)
        for policy, version in zip(policies, current, strict=True)
    ]
    return sorted(cards, key=lambda card: card.policy.withdrawn_at is not None)


def get_policy_page(
    policy: Policy, actor: Actor, *, today: date, version_id: int | None = None
) -> PolicyPage | None:
    """The edition in force, the newest where none is, or the one chosen; None for no such edition."""
    versions = tuple(
        PolicyVersion.objects.filter(policy=policy)
        .select_related("document", "published_by", "counts_as")
        .order_by("-in_force_from", "-pk")
    )
    current = _in_force(versions, today)
    wanted = (current or versions[0]).pk if version_id is None else version_id
    chosen = next((one for one in versions if one.pk == wanted), None)
    if chosen is None:
        return None
    is_asked_now = chosen == current and policy.withdrawn_at is None
    readers = _readers_at(policy, actor, today) if is_asked_now else []
    signatures = _signatures_of(chosen)
    readings = tuple(list_readings(chosen, readers, signatures, today=today))
    asked = {one.reader.person.pk for one in readings}
    return PolicyPage(
        policy=policy,
        version=chosen,
        versions=versions,
        is_in_force=chosen == current,
        readings=readings,
        former=tuple(one for key, one in signatures.items() if key not in asked),
        undescribed=tuple(one for one in readers if chosen.kinds and not one.kinds),
    )


def _readers_at(policy: Policy, actor: Actor, today: date) -> list[Reader]:
    here = within_reach(actor, today=today).filter(school_id=policy.school_id)
    return readers_of(present_on(here, today))


def _signatures_of(version: PolicyVersion) -> dict[int, PolicySignature]:
    """By the person's key, in order of the names."""
    rows = PolicySignature.objects.filter(version=version).order_by("name", "pk")
    return {one.person_id: one for one in rows}


def list_readings(
    version: PolicyVersion,
    readers: Iterable[Reader],
    signatures: Mapping[int, PolicySignature],
    *,
    today: date,
) -> list[Reading]:
    """Those of the readers who are asked, in their order, with what they have signed."""
    edition = as_edition(version)
    return [
        Reading(
            reader=reader,
            due=(due := due_date(edition, reader.first_day)),
            state=reading_state(is_signed=reader.person.pk in signatures, due=due, today=today),
            signature=signatures.get(reader.person.pk),
        )
        for reader in readers
        if is_asked(edition, reader.kinds)
    ]


def _in_force(versions: Iterable[PolicyVersion], today: date) -> PolicyVersion | None:
    by_key = {one.pk: one for one in versions}
    edition = edition_in_force([as_edition(one) for one in by_key.values()], today)
    return by_key[edition.key] if edition else None


def _signers(versions: Collection[PolicyVersion]) -> Mapping[int, set[int]]:
    """Who has signed each of these editions, by the person's key."""
    found: dict[int, set[int]] = {one.pk: set() for one in versions}
    rows = PolicySignature.objects.filter(version__in=versions).order_by("pk")
    for version_id, person_id in rows.values_list("version_id", "person_id"):
        found[version_id].add(person_id)
    return found


def _card(
    policy: Policy,
    version: PolicyVersion | None,
    readers: Sequence[Reader],
    signers: Mapping[int, set[int]],
    today: date,
) -> PolicyCard:
    coming = tuple(one for one in policy.versions.all() if one.in_force_from > today)
    if version is None or policy.withdrawn_at is not None:
        return PolicyCard(policy, version, coming, 0, 0, 0)
    edition, signed = as_edition(version), signers[version.pk]
    asked = [one for one in readers if one.school_id == policy.school_id and is_asked(edition, one.kinds)]
    states = [
        reading_state(is_signed=one.person.pk in signed, due=due_date(edition, one.first_day), today=today)
        for one in asked
    ]
    return PolicyCard(
        policy,
        version,
        coming,
        asked=len(asked),
        signed=states.count(ReadingState.SIGNED),
        overdue=states.count(ReadingState.OVERDUE),
    )
