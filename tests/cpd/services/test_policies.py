"""Policies published, corrected while nobody has signed, signed once, and withdrawn."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoCaptureOnCommitCallbacks

from compliance.domain.kinds import PersonKind
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Document, Engagement, School
from core.selectors import get_actor
from core.services.erasure import erase
from cpd.models import Policy, PolicySignature, PolicyVersion
from cpd.services.erasure import plan_development_erasure
from cpd.services.policies import (
    EditionEntry,
    change_edition,
    create_policy,
    publish_edition,
    withdraw_policy,
)
from cpd.services.policy_signatures import record_paper_signature, sign_edition
from tests.factories import make_actor, make_person, make_school, make_user
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW
from tests.factories.policies import make_policy, make_signature, make_version

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
ENTRY = EditionEntry("Fourth edition", date(2026, 9, 1), date(2026, 9, 30), text="Doors stay closed.")


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def office(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def colleague(school: School) -> Engagement:
    """A teaching assistant who signs in."""
    user = make_user(Role.STAFF_MEMBER, school=school)
    person = make_person(given_name="Josie", family_name="Lane", user=user)
    return make_engagement(school=school, person=person)


def actor_of(engagement: Engagement) -> Actor:
    user = engagement.person.user
    assert user is not None
    return get_actor(user)


def notice(words: str = "Doors stay closed.") -> SimpleUploadedFile:
    return SimpleUploadedFile("notice.txt", words.encode())


def test_a_policy_is_added_with_its_first_edition(school: School, office: Actor) -> None:
    entry = replace(ENTRY, kinds=(PersonKind.TEACHING, PersonKind.SUPPORT), text=" Doors stay closed. ")
    policy = create_policy(
        school_id=school.pk, title=" Code of conduct ", basis="policy", entry=entry, by=office, now=NOW
    )
    version = policy.versions.get()
    assert (policy.title, policy.created_by_id) == ("Code of conduct", office.user_id)
    assert (version.edition, version.text, version.kinds) == (
        "Fourth edition",
        "Doors stay closed.",
        ["support", "teaching"],
    )
    assert version.history.get().history_change_reason == "edition published"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"text": " "}, "nothing_to_read", "file"),
        ({"read_by": date(2026, 8, 31)}, "read_by_too_early", "read_by"),
        ({"edition": "FIRST"}, "edition_taken", "edition"),
    ],
)
def test_an_edition_nobody_could_read_is_refused(
    school: School, office: Actor, changes: dict[str, object], code: str, field: str
) -> None:
    policy = make_version(school=school, edition="First").policy
    with pytest.raises(DomainError) as caught:
        publish_edition(policy_id=policy.pk, entry=replace(ENTRY, **changes), by=office, now=NOW)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == (code, field)
    assert policy.versions.count() == 1


def test_a_title_the_school_has_is_refused(school: School, office: Actor) -> None:
    make_policy(school=school, title="Code of conduct")
    with pytest.raises(DomainError, match="already has this policy"):
        create_policy(
            school_id=school.pk, title="code of CONDUCT", basis="policy", entry=ENTRY, by=office, now=NOW
        )


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.TRUST_ADMINISTRATOR])
def test_only_who_runs_development_publishes(school: School, role: Role) -> None:
    by = make_actor(role, school=school)
    with pytest.raises(NotAllowed):
        create_policy(school_id=school.pk, title="Code", basis="policy", entry=ENTRY, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        withdraw_policy(policy_id=make_policy(school=school).pk, reason="Gone", by=by, now=NOW)
    assert PolicyVersion.objects.count() == 0


def test_a_file_is_replaced_while_nobody_has_signed(
    school: School, office: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    version = publish_edition(
        policy_id=make_policy(school=school).pk,
        entry=replace(ENTRY, text=""),
        upload=notice("Doors stay opne."),
        by=office,
        now=NOW,
    )
    first = version.document
    assert first is not None
    kept = change_edition(version_id=version.pk, entry=replace(ENTRY, text=""), by=office, now=NOW)
    assert kept.document == first
    with django_capture_on_commit_callbacks(execute=True):
        changed = change_edition(version_id=version.pk, entry=ENTRY, upload=notice(), by=office, now=NOW)
    assert changed.document is not None
    assert list(Document.objects.all()) == [changed.document]
    assert not default_storage.exists(str(first.file.name))
    assert Path(str(changed.document.file.name)).name != Path(str(first.file.name)).name


def test_an_edition_that_somebody_signed_is_never_changed(school: School, office: Actor) -> None:
    version = make_version(school=school)
    make_signature(version, make_person())
    with pytest.raises(NotAllowed) as caught:
        change_edition(version_id=version.pk, entry=ENTRY, upload=notice(), by=office, now=NOW)
    version.refresh_from_db()
    assert caught.value.code == "already_signed"
    assert (version.edition, version.document) == ("Edition 1", None)


def test_a_withdrawn_policy_is_asked_no_more_and_stays(
    school: School, office: Actor, colleague: Engagement
) -> None:
    version = make_version(school=school)
    make_signature(version, make_person())
    policy = withdraw_policy(policy_id=version.policy_id, reason=" Merged ", by=office, now=NOW)
    assert (policy.withdrawal_reason, policy.withdrawn_by_id) == ("Merged", office.user_id)
    assert PolicySignature.objects.count() == 1
    with pytest.raises(NotAllowed, match="no longer asks"):
        sign_edition(version_id=version.pk, by=actor_of(colleague), now=NOW)
    with pytest.raises(DomainError, match="withdrawn"):
        publish_edition(policy_id=policy.pk, entry=ENTRY, by=office, now=NOW)


def test_a_policy_is_withdrawn_for_a_reason(school: School, office: Actor) -> None:
    policy = make_policy(school=school)
    with pytest.raises(DomainError) as caught:
        withdraw_policy(policy_id=policy.pk, reason=" ", by=office, now=NOW)
    assert caught.value.field == "reason"
    assert Policy.objects.get().withdrawn_at is None


def test_a_reader_signs_once_under_their_own_name(school: School, colleague: Engagement) -> None:
    version = make_version(school=school)
    signature = sign_edition(version_id=version.pk, by=actor_of(colleague), now=NOW)
    assert (signature.name, signature.way, signature.signed_date, signature.recorded_at) == (
        "Josie Lane",
        "online",
        TODAY,
        NOW,
    )
    assert (signature.person, signature.recorded_by) == (colleague.person, colleague.person.user)
    with pytest.raises(NotAllowed, match="One signature is enough"):
        sign_edition(version_id=version.pk, by=actor_of(colleague), now=NOW)


def test_a_new_edition_is_asked_anew_and_the_old_one_no_more(school: School, colleague: Engagement) -> None:
    first = make_version(school=school)
    sign_edition(version_id=first.pk, by=actor_of(colleague), now=NOW)
    second = make_version(first.policy, in_force_from=TODAY, read_by=TODAY)
    other = make_person(user=make_user(Role.STAFF_MEMBER, school=school))
    newcomer = make_engagement(school=school, person=other)
    sign_edition(version_id=second.pk, by=actor_of(colleague), now=NOW)
    with pytest.raises(NotAllowed) as caught:
        sign_edition(version_id=first.pk, by=actor_of(newcomer), now=NOW)
    assert caught.value.code == "replaced"
    assert PolicySignature.objects.filter(person=colleague.person).count() == 2


def test_nobody_signs_what_is_not_asked_of_them(school: School, colleague: Engagement) -> None:
    tomorrow = TODAY + timedelta(days=1)
    versions = {
        "not_in_force": make_version(
            make_policy(school=school, title="A"), in_force_from=tomorrow, read_by=tomorrow
        ),
        "not_asked": make_version(make_policy(school=school, title="B"), kinds=["governance"]),
    }
    elsewhere = make_version()
    for code, version in (*versions.items(), ("not_asked", elsewhere)):
        with pytest.raises(NotAllowed) as caught:
            sign_edition(version_id=version.pk, by=actor_of(colleague), now=NOW)
        assert caught.value.code == code
    assert PolicySignature.objects.count() == 0


def test_who_has_left_signs_nothing(school: School, colleague: Engagement) -> None:
    Engagement.objects.filter(pk=colleague.pk).update(end_date=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed):
        sign_edition(version_id=make_version(school=school).pk, by=actor_of(colleague), now=NOW)


def test_a_signature_on_paper_says_who_saw_it(school: School, office: Actor, colleague: Engagement) -> None:
    version = make_version(school=school)
    signature = record_paper_signature(
        version_id=version.pk,
        person_id=colleague.person_id,
        signed_date=date(2026, 9, 3),
        seen_by=" Nia Owen ",
        by=office,
        now=NOW,
    )
    assert (signature.name, signature.way, signature.signed_date, signature.seen_by) == (
        "Josie Lane",
        "paper",
        date(2026, 9, 3),
        "Nia Owen",
    )
    assert signature.recorded_by_id == office.user_id


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"seen_by": " "}, ("seen_by_missing", "seen_by")),
        ({"signed_date": date(2026, 8, 31)}, ("before_edition", "signed_date")),
        ({"signed_date": TODAY + timedelta(days=1)}, ("date_ahead", "signed_date")),
    ],
)
def test_paper_that_shows_nothing_is_refused(
    school: School, office: Actor, colleague: Engagement, changes: dict[str, object], fault: tuple[str, str]
) -> None:
    given = {"person_id": colleague.person_id, "signed_date": TODAY, "seen_by": "Nia Owen"} | changes
    with pytest.raises(DomainError) as caught:
        record_paper_signature(version_id=make_version(school=school).pk, **given, by=office, now=NOW)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == fault


def test_paper_is_recorded_once_of_people_of_the_school_by_its_office(
    school: School, office: Actor, colleague: Engagement
) -> None:
    version = make_version(school=school)
    make_signature(version, colleague.person)
    stranger = make_engagement().person
    given = {"version_id": version.pk, "signed_date": TODAY, "seen_by": "Nia Owen", "now": NOW}
    with pytest.raises(DomainError, match="signed this edition already"):
        record_paper_signature(person_id=colleague.person_id, by=office, **given)  # type: ignore[arg-type]
    with pytest.raises(DomainError, match="does not work at the school"):
        record_paper_signature(person_id=stranger.pk, by=office, **given)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        record_paper_signature(person_id=colleague.person_id, by=actor_of(colleague), **given)  # type: ignore[arg-type]
    assert PolicySignature.objects.count() == 1


def test_signatures_go_with_the_personnel_file_of_that_school_alone(
    school: School, colleague: Engagement
) -> None:
    elsewhere = make_engagement(person=colleague.person)
    other = make_engagement(school=school)
    version = make_version(school=school)
    make_signature(version, colleague.person)
    kept = {
        make_signature(version, other.person).pk,
        make_signature(make_version(school=elsewhere.school), colleague.person).pk,
    }
    erase(erasure=plan_development_erasure(school_id=school.pk, person_ids=[colleague.person_id]))
    assert set(PolicySignature.objects.values_list("pk", flat=True)) == kept


@pytest.mark.parametrize(("days", "is_refused"), [(0, False), (1, True)])
def test_nobody_signs_on_paper_after_their_last_day(
    school: School, office: Actor, colleague: Engagement, days: int, is_refused: bool
) -> None:
    colleague.end_date = date(2026, 9, 10)
    colleague.save()
    given = {"person_id": colleague.person_id, "seen_by": "Nia Owen", "by": office, "now": NOW}
    version = make_version(school=school)
    signed = colleague.end_date + timedelta(days=days)
    if is_refused:
        with pytest.raises(DomainError, match="Their last day here was 10/09/2026") as caught:
            record_paper_signature(version_id=version.pk, signed_date=signed, **given)  # type: ignore[arg-type]
        assert caught.value.code == "after_last_day"
    else:
        record_paper_signature(version_id=version.pk, signed_date=signed, **given)  # type: ignore[arg-type]
    assert PolicySignature.objects.count() == int(not is_refused)


def test_whoever_works_on_in_another_post_still_signs(
    school: School, office: Actor, colleague: Engagement
) -> None:
    colleague.end_date = date(2026, 9, 10)
    colleague.save()
    make_engagement(school=school, person=colleague.person, job_title="Midday supervisor")
    record_paper_signature(
        version_id=make_version(school=school).pk,
        person_id=colleague.person_id,
        signed_date=date(2026, 9, 11),
        seen_by="Nia Owen",
        by=office,
        now=NOW,
    )
    assert PolicySignature.objects.count() == 1
