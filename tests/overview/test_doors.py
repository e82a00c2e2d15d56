"""Every role at every door: what the generated table says is what happens, and strangers find nothing."""

import re
from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from compliance.models import DestructionBatch, LegalHold
from core.domain.permissions import Permission, Role
from core.models import Document, Engagement, School, User
from core.views.base import Access
from cpd.models import Training, TrainingLog
from overview.handbook import list_doors, may_open
from recruitment.models import (
    Application,
    ApplicationDocument,
    ApplicationDraft,
    Decision,
    DocumentReading,
    Offer,
    OfferCondition,
    Referee,
    Vacancy,
)
from tests.factories import (
    make_application,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.dated import make_document, make_early_start
from tests.factories.people import NOW
from tests.factories.training import make_course, make_requirement, make_training

pytestmark = pytest.mark.django_db

ROLES_OF_A_SCHOOL = [role for role in Role if role != Role.TRUST_ADMINISTRATOR]
# Doors whose second lock is a role of its own: whom to appoint is the head's alone.
DECIDED_BY_THE_HEAD = {"recruitment:stage-decide"}


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def addresses(school: School) -> dict[str, str]:
    """The address of every door, each leading to a row of this school."""
    vacancy = make_vacancy(school=school)
    application = make_application(vacancy, status="shortlisted")
    values = {**sample_of(vacancy, application), **sample_of_people(school)}
    return {name: fill(pattern, values) for pattern, name, _ in list_doors()}


def sample_of(vacancy: Vacancy, application: Application) -> dict[str, object]:
    """What the arguments of recruitment's addresses stand for, with the folder before them for namesakes."""
    by = vacancy.created_by
    stage = make_stage(vacancy, "application", "unsealed")
    offer = make_offer(vacancy, application)
    reading = DocumentReading.objects.create(
        school=vacancy.school, source_name="mentor.docx", created_at=NOW, created_by=by, changed_at=NOW
    )
    document = Document.objects.create(
        school=vacancy.school,
        kind="txt",
        original_name="form.txt",
        file="documents/gone",
        size_bytes=1,
        sha256="0" * 64,
        uploaded_at=NOW,
    )
    attached = ApplicationDocument.objects.create(application=application, document=document)
    draft = ApplicationDraft.objects.create(vacancy=vacancy, created_at=NOW, changed_at=NOW)
    return {
        "vacancies/pk": vacancy.pk,
        "schools/pk": vacancy.school_id,
        "applications/pk": application.pk,
        "offers/pk": offer.pk,
        "readings/pk": reading.pk,
        "job-profiles/pk": vacancy.job_profile_version.job_profile_id,
        "kind": "application",
        "stage_id": stage.pk,
        "member_pk": make_panel_member(stage).pk,
        "criterion_pk": vacancy.criteria.get(evidence="AC").pk,
        "criterion_id": vacancy.criteria.get(position=1).pk,
        "condition_pk": OfferCondition.objects.create(offer=offer, position=1, text="DBS seen").pk,
        "referee_pk": Referee.objects.create(application=application, position=1, name="Farida Khan").pk,
        "document_pk": attached.pk,
        "apply/code": vacancy.public_code,
        "code": application.code,
        "token": draft.token,
        "references/step": "request",
        "step": "about-you",
        "number": 1,
        "before": 1,
        "after": 1,
        "topic": "ranking",
    }


def make_offer(vacancy: Vacancy, application: Application) -> Offer:
    by = vacancy.created_by
    stage = make_stage(vacancy, "interview", "decided")
    Decision.objects.create(
        stage=stage, application=application, outcome="appoint", reason="Best", decided_at=NOW, decided_by=by
    )
    return Offer.objects.create(application=application, made_at=NOW, made_by=by)


def sample_of_people(school: School) -> dict[str, object]:
    user = make_user(Role.STAFF_MEMBER, school=school)
    return {
        "people/pk": user.pk,
        "assignment_pk": user.roles.get().pk,
        **sample_of_staff(school),
    }


def sample_of_staff(school: School) -> dict[str, object]:
    """Somebody at work with a day that comes; a hold and a proposed destruction."""
    by = make_user()
    engagement = make_engagement(school=school)
    early_start = make_early_start(engagement, timezone.localdate())
    hold = LegalHold.objects.create(
        school=school, person=engagement.person, reason="Claim", placed_at=NOW, placed_by=by
    )
    batch = DestructionBatch.objects.create(school=school, kind="dbs_copy", proposed_at=NOW, proposed_by=by)
    return {
        "rule": "early_start_review",
        "record_key": f"early-start-{early_start.pk}",
        "holds/pk": hold.pk,
        "destructions/pk": batch.pk,
        "staff/pk": engagement.pk,
        "starters/pk": engagement.pk,
        "engagements/pk": engagement.pk,
        "early-starts/pk": early_start.pk,
        "person/pk": engagement.person_id,
        "schools/pk": school.pk,
        "central-record/pk": school.pk,
        "engagement_id": engagement.pk,
        "checks/pk": make_certificate(engagement, document=make_document(school)).pk,
        "check": "identity",
        **sample_of_training(engagement),
    }


def sample_of_training(engagement: Engagement) -> dict[str, object]:
    """Training of somebody at work, a course asked of them by name, a log being looked through."""
    course, by = make_course("faw"), engagement.created_by
    log = TrainingLog.objects.create(
        school=engagement.school,
        source_name="log.xlsx",
        reading={"columns": [], "lines": [], "notes": []},
        created_at=NOW,
        created_by=by,
    )
    certificate = make_document(engagement.school)
    return {
        "training/people/pk": engagement.pk,
        "records/pk": make_training(engagement, course, certificate=certificate).pk,
        "training/pk": Training.objects.get().pk,
        "requirements/pk": make_requirement(course, engagement.school).pk,
        "course_id": course.pk,
        "logs/pk": log.pk,
    }


def fill(pattern: str, values: dict[str, object]) -> str:
    """The pattern with its arguments filled in; the nearest folder before one tells namesakes apart."""

    def value(match: re.Match[str]) -> str:
        name = match["name"]
        folders = [folder for folder in pattern[: match.start()].split("/") if folder and "<" not in folder]
        pairs = [f"{'/'.join(folders[-2:])}/{name}"] if len(folders) > 1 else []
        keys = [*pairs, *(f"{folder}/{name}" for folder in reversed(folders))]
        return str(next((values[key] for key in (*keys, name) if key in values), f"<no sample for {name}>"))

    return re.sub(r"<(?:\w+:)?(?P<name>\w+)>", value, pattern)


def knock(client: Client, address: str) -> int:
    """Try the door by GET, and by an empty POST where it takes nothing else or only leads on."""
    response = client.get(address)
    if response.streaming:  # read to its end, so that the file behind it is closed
        response.getvalue()
    status = response.status_code
    if status in {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.FOUND}:
        return client.post(address).status_code
    return status


def asked_of(name: str) -> Permission | Access:
    return next(asked for _, found, asked in list_doors() if found == name)


def is_refused(role: Role, name: str) -> bool:
    return not may_open(role, asked_of(name))


def test_every_argument_has_a_sample(addresses: dict[str, str]) -> None:
    assert {name: address for name, address in addresses.items() if "<" in address} == {}


@pytest.mark.parametrize("role", ROLES_OF_A_SCHOOL)
def test_role_too_low_is_refused_and_no_other(
    client: Client, school: School, addresses: dict[str, str], role: Role
) -> None:
    client.force_login(make_user(role, school=school))
    refused = {name for name, address in addresses.items() if knock(client, address) == HTTPStatus.FORBIDDEN}
    assert refused == {name for name in addresses if is_refused(role, name)}


@pytest.mark.parametrize("role", ROLES_OF_A_SCHOOL)
def test_stranger_finds_no_row(client: Client, addresses: dict[str, str], role: Role) -> None:
    client.force_login(make_user(role, school=make_school()))
    to_rows = {
        name: address
        for name, address in addresses.items()
        if re.search(r"/(\d+|C\d+)/", address)
        and asked_of(name) not in set(Access)
        and not is_refused(role, name)
    }
    answers = {name: knock(client, address) for name, address in to_rows.items()}
    assert answers == dict.fromkeys(to_rows, HTTPStatus.NOT_FOUND)


def test_signed_out_comes_no_further_than_the_public_pages(client: Client, addresses: dict[str, str]) -> None:
    turned_away = {HTTPStatus.FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.UNAUTHORIZED}
    inside = {
        name
        for name, address in addresses.items()
        if asked_of(name) != Access.PUBLIC and knock(client, address) not in turned_away
    }
    assert inside == set()


def test_account_that_is_switched_off_opens_nothing(
    client: Client, school: School, addresses: dict[str, str]
) -> None:
    user = make_user(Role.HR_OFFICER, school=school)
    client.force_login(user)
    get_user_model().objects.filter(pk=user.pk).update(is_active=False)
    assert User.objects.get(pk=user.pk).is_active is False
    assert client.get(addresses["recruitment:vacancy-list"]).status_code == HTTPStatus.FOUND
