"""Editions that somebody at a school has still to sign, as days that come."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.urls import reverse

from compliance.domain.reminders import DueThing
from compliance.selectors.people_here import people_here
from core.models import Engagement
from cpd.domain.policies import due_date, edition_in_force, is_asked
from cpd.domain.reading_reminders import GUIDANCE_TO_READ, POLICY_TO_READ
from cpd.enums import ReadingBasis
from cpd.models import PolicySignature, PolicyVersion
from cpd.selectors.policy_readers import Reader, as_edition, readers_of
from cpd.selectors.rows_beside import Beside

RULE_OF = {ReadingBasis.GUIDANCE: GUIDANCE_TO_READ, ReadingBasis.POLICY: POLICY_TO_READ}
SIGNATURES = Beside(PolicySignature, "version_id", ("person_id",))


def list_due_readings(
    school_ids: Collection[int], *, today: date, people: Iterable[Engagement] | None = None
) -> list[DueThing]:
    """One day for each edition in force that anybody has not signed: the day it is to be read by.

    Two queries, however many schools, policies and people there are; one where the people are read already.
    The calendar says how many they are; their names stay on the policy's own page. Where all of them came
    after that day, it is the first day of whoever came first.
    """
    versions = _in_force(school_ids, today)
    if not versions:
        return []
    here = people_here(school_ids, today) if people is None else people
    begun = [one for one in here if one.start_date is not None and one.start_date <= today]
    readers: dict[int, list[Reader]] = {}
    for reader in readers_of(begun):
        readers.setdefault(reader.school_id, []).append(reader)
    return [
        _thing(version, missing)
        for version in versions
        if (missing := list(_missing(version, readers.get(version.policy.school_id, []))))
    ]


def _in_force(school_ids: Collection[int], today: date) -> list[PolicyVersion]:
    by_policy: dict[int, dict[int, PolicyVersion]] = {}
    begun = (
        PolicyVersion.objects.filter(
            policy__school_id__in=school_ids, policy__withdrawn_at=None, in_force_from__lte=today
        )
        .select_related("policy__school")
        .annotate(signatures_beside=SIGNATURES.of(PolicySignature.objects.all()))
        .order_by("policy_id", "pk")
    )
    for version in begun:
        by_policy.setdefault(version.policy_id, {})[version.pk] = version
    current = [
        (some, edition_in_force([as_edition(one) for one in some.values()], today))
        for some in by_policy.values()
    ]
    return [some[edition.key] for some, edition in current if edition is not None]


def _missing(version: PolicyVersion, readers: list[Reader]) -> Iterator[Reader]:
    edition = as_edition(version)
    signed = {one.person_id for one in SIGNATURES.read(version.signatures_beside)}  # type: ignore[attr-defined]
    for reader in readers:
        if is_asked(edition, reader.kinds) and reader.person.pk not in signed:
            yield reader


def _thing(version: PolicyVersion, missing: list[Reader]) -> DueThing:
    rule, policy = RULE_OF[ReadingBasis(version.policy.basis)], version.policy
    edition = as_edition(version)
    return DueThing(
        rule=rule,
        record_key=f"policy-version-{version.pk}",
        school_id=policy.school_id,
        school_name=policy.school.name,
        title=f"To be read and signed: {policy.title}",
        due_date=min(due_date(edition, reader.first_day) for reader in missing),
        href=reverse("compliance:due-thing", args=[rule.key, f"policy-version-{version.pk}"]),
        done_at=reverse("cpd:policy-detail", args=[policy.pk]),
        detail=f"{version.edition}: {len(missing)} still to sign.",
    )
