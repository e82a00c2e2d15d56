"""Every role at every door: what the generated table says is what happens, and strangers find nothing."""

import re
from datetime import date
from functools import cache
from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from compliance.models import DestructionBatch, LegalHold
from config import urls
from core.domain.permissions import Permission, Role
from core.models import Document, Engagement, School, User
from core.views.base import Access
from cpd.models import AppraisalExclusion, AppraisalTemplate, TrainingLog
from cpd.services.elsa_records import attest_attendance
from overview.handbook import list_doors, may_open
from recruitment.models import (
    Application,
    ApplicationDocument,
    ApplicationDraft,
    Decision,
    DismissedRemark,
    DocumentReading,
    Offer,
    OfferCondition,
    Referee,
    Vacancy,
)
from tests.factories import (
    make_actor,
    make_application,
    make_panel_member,
    make_school,
    make_stage,
    make_user,
    make_vacancy,
)
from tests.factories.appraisals import make_appraisal, make_objective
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.dated import make_document, make_early_start
from tests.factories.development import (
    make_induction,
    make_job_description_review,
    make_manager,
    make_need,
    make_probation,
    make_step,
)
from tests.factories.elsa import make_elsa, make_session
from tests.factories.people import NOW
from tests.factories.policies import make_version
from tests.factories.training import make_course, make_requirement, make_training

pytestmark = pytest.mark.django_db

ROLES_OF_A_SCHOOL = [role for role in Role if role != Role.TRUST_ADMINISTRATOR]


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture(autouse=True)
def bare_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two in three doors refuse, and here only the status of a refusal is read: its page is not made."""
    for status in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND):
        monkeypatch.setattr(
            urls,
            f"handler{status:d}",
            lambda *_, status=status, **__: HttpResponse(status=status),
            raising=False,
        )


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
    version = vacancy.job_profile_version
    let_stand = DismissedRemark.objects.create(
        version=version, code="driving_demand", reason="No bus", dismissed_at=NOW, dismissed_by=by
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
        "files/kind": "word",
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
        "remark_pk": let_stand.pk,
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
        **sample_of_appraisals(school),
    }


def sample_of_staff(school: School) -> dict[str, object]:
    """Somebody at work with a day that comes; a hold and a proposed destruction."""
    by = make_user()
    engagement = make_engagement(school=school)
    early_start = make_early_start(engagement, timezone.localdate())
    hold = LegalHold.objects.create(
        school=school, person=engagement.person, reason="Claim", placed_at=NOW, placed_by=by
    )
    edition = make_version(school=school, document=make_document(school))
    added = make_training(
        engagement, None, title="Phonics", origin="self", confirmed_at=None, confirmed_by=None
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
        "policies/pk": edition.policy_id,
        "editions/pk": edition.pk,
        "added/pk": added.pk,
        **sample_of_elsa(engagement),
        "checks/pk": make_certificate(engagement, document=make_document(school)).pk,
        "check": "identity",
        **sample_of_training(engagement),
        **sample_of_development(engagement),
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
    training = make_training(engagement, course, certificate=make_document(engagement.school))
    return {
        "training/people/pk": engagement.pk,
        "passports/people/pk": engagement.pk,
        "my-record/people/pk": engagement.pk,
        "records/pk": training.pk,
        "training/pk": training.pk,
        "requirements/pk": make_requirement(course, engagement.school).pk,
        "course_id": course.pk,
        "logs/pk": log.pk,
    }


def sample_of_elsa(engagement: Engagement) -> dict[str, object]:
    """Somebody at work as an ELSA with a session and a certificate."""
    elsa = make_elsa(engagement=engagement)
    session = make_session(elsa, date(2026, 10, 6))
    hr = make_actor(Role.HR_OFFICER, school=engagement.school)
    return {
        "elsa/people/pk": engagement.pk,
        "elsa/pk": engagement.pk,
        "supervision/pk": session.pk,
        "supervision-sessions/pk": session.pk,
        "elsa-attestations/pk": attest_attendance(registration_id=elsa.pk, by=hr, now=NOW).pk,
        "elsa-providers/pk": elsa.provider_id,
        "school_id": engagement.school_id,
        "half_term": "2025-autumn-1",
    }


def sample_of_development(engagement: Engagement) -> dict[str, object]:
    """Somebody's manager, needs, induction, probation and job description."""
    make_manager(engagement)
    step = make_step(make_need(engagement, "planned"))
    probation = make_probation(engagement)
    return {
        "development/people/pk": engagement.pk,
        "line-management/pk": engagement.line_management.get().pk,
        "needs/pk": step.need_id,
        "steps/pk": step.pk,
        "induction-items/pk": make_induction(engagement, items=1).items.get().pk,
        "probations/pk": probation.pk,
        "probation-reviews/pk": probation.reviews.get().pk,
        "job-description-reviews/pk": make_job_description_review(engagement).pk,
        "school_id": engagement.school_id,
        "induction/kind": "support",
    }


def sample_of_appraisals(school: School) -> dict[str, object]:
    """An appraisal with an objective, evidence and a template; somebody out of it for a time."""
    appraisal = make_appraisal(school=school)
    by = appraisal.appraiser
    objective = make_objective(appraisal)
    evidence = objective.evidence.create(
        text="Seen", seen_date=NOW.date(), document=make_document(school), added_at=NOW, added_by=by
    )
    template = AppraisalTemplate.objects.create(school=school, name="TA", kind="support_staff")
    exclusion = AppraisalExclusion.objects.create(
        engagement=appraisal.engagement,
        ground="capability",
        valid_from=NOW.date(),
        recorded_at=NOW,
        recorded_by=by,
    )
    return {
        "appraisals/pk": appraisal.pk,
        "cycles/pk": appraisal.cycle_id,
        "templates/pk": template.pk,
        "appraisals/people/pk": appraisal.engagement_id,
        "exclusions/pk": exclusion.pk,
        "objectives/pk": objective.pk,
        "objectives/evidence/pk": evidence.pk,
        "event": "suspended",
        "phase": "final",
    }


def fill(pattern: str, values: dict[str, object]) -> str:
    """The pattern with its arguments filled in; the folders before one tell namesakes apart."""

    def value(match: re.Match[str]) -> str:
        name = match["name"]
        folders = [folder for folder in pattern[: match.start()].split("/") if folder and "<" not in folder]
        keys = ["/".join([*folders[at:], name]) for at in range(len(folders))]
        keys += [f"{folder}/{name}" for folder in reversed(folders)]
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


@cache
def asked_of_each() -> dict[str, Permission | Access]:
    return {name: asked for _, name, asked in list_doors()}


def asked_of(name: str) -> Permission | Access:
    return asked_of_each()[name]


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
