"""Checks written down in the browser: each kind by its own page, refusals in words, files behind them."""

import hashlib
from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType, WorkerCategory
from compliance.models import CentralRecordLook, Check, CompliancePolicy, UpdateServiceCheck
from core.domain.permissions import Role
from core.models import Engagement
from tests.core.documents.test_picture import photograph
from tests.factories import make_person, make_school, make_user
from tests.factories.compliance import make_certificate, make_check, make_engagement

pytestmark = pytest.mark.django_db

DONE = {"state": "done", "outcome": "clear", "done_by": "Nia Owen", "note": ""}
CERTIFICATE = {
    "reference_number": "001234567890",
    "name_on_certificate": "Rowan Ashdown",
    "level": "enhanced",
    "workforce": "child",
    "includes_barred_list": "yes",
    "is_own": "yes",
}


@pytest.fixture
def engagement() -> Engagement:
    person = make_person(given_name="Rowan", family_name="Ashdown", birth_date=date(1990, 5, 3))
    return make_engagement(
        school=make_school(), person=person, start_date=timezone.localdate() + timedelta(days=14)
    )


def sign_in(client: Client, engagement: Engagement, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=engagement.school))


def day(days_ago: int) -> str:
    return f"{timezone.localdate() - timedelta(days=days_ago):%d/%m/%Y}"


def record(client: Client, engagement: Engagement, check: CheckType, **data: object):
    address = reverse("compliance:check-record", args=[engagement.pk, check])
    return client.post(address, DONE | {"done_date": day(3)} | data)


EVERY_KIND = [
    (CheckType.IDENTITY, {"evidence_seen": "Passport"}),
    (CheckType.ENHANCED_DBS, CERTIFICATE | {"issued_date": day(10)}),
    (CheckType.CHILDREN_BARRED_LIST, {"permitted_reason": "pending"}),
    (CheckType.RIGHT_TO_WORK, {"route": "manual", "document": "A1"}),
    (CheckType.PROHIBITION_TEACHING, {"evidence_seen": "Check a teacher's record"}),
    (CheckType.S128, {"evidence_seen": "The list of directions"}),
    (CheckType.QUALIFICATIONS, {"title": "GCSE English, grade 5"}),
    (CheckType.OVERSEAS, {"evidence_seen": "France, certificate of good conduct"}),
    (CheckType.REFERENCES, {"evidence_seen": "Farida Khan, Elm Road School"}),
    (CheckType.EMPLOYMENT_HISTORY_GAPS, {}),
    (CheckType.ONLINE_SEARCH, {}),
    (CheckType.CRIMINAL_SELF_DECLARATION, {}),
    (CheckType.MEDICAL_FITNESS, {"note": "Fit for the post"}),
    (CheckType.CHILDCARE_DISQUALIFICATION, {}),
]


@pytest.mark.parametrize(("check", "data"), EVERY_KIND)
def test_each_kind_has_its_page_and_is_recorded(
    client: Client, engagement: Engagement, check: CheckType, data: dict[str, str]
) -> None:
    sign_in(client, engagement)
    page = client.get(reverse("compliance:check-record", args=[engagement.pk, check]))
    answer = record(client, engagement, check, **data)

    assert page.status_code == HTTPStatus.OK
    assert answer.headers["Location"] == reverse("compliance:staff-person", args=[engagement.person_id])
    made = Check.objects.get()
    assert (made.check_type, made.state, made.outcome, made.done_by) == (check, "done", "clear", "Nia Owen")


def test_every_kind_of_check_is_covered() -> None:
    assert {check for check, _ in EVERY_KIND} == set(CheckType)


def test_asked_for_and_then_done(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    client.post(
        reverse("compliance:check-record", args=[engagement.pk, CheckType.REFERENCES]),
        {"state": "requested", "requested_date": day(9), "evidence_seen": "Farida Khan"},
    )
    asked = Check.objects.get()
    address = reverse("compliance:check-record", args=[engagement.pk, CheckType.REFERENCES])
    form = client.get(f"{address}?supersedes={asked.pk}").context["form"]
    assert form["evidence_seen"].value() == "Farida Khan"

    record(client, engagement, CheckType.REFERENCES, supersedes=str(asked.pk), evidence_seen="Farida Khan")
    done = Check.objects.current().get()
    assert (done.supersedes_id, done.state) == (asked.pk, "done")


def test_a_second_one_asks_why_and_keeps_what_was_typed(client: Client, engagement: Engagement) -> None:
    make_check(engagement, CheckType.IDENTITY)
    sign_in(client, engagement)
    answer = record(client, engagement, CheckType.IDENTITY, evidence_seen="Birth certificate")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert list(answer.context["form"].errors) == ["reason"]
    assert 'value="Birth certificate"' in answer.content.decode()

    record(client, engagement, CheckType.IDENTITY, evidence_seen="Birth certificate", reason="Earlier names")
    assert Check.objects.current().get().evidence_seen == "Birth certificate"


def test_what_must_not_be_made_has_no_form(client: Client) -> None:
    trustee = make_engagement(category=WorkerCategory.TRUSTEE_ACADEMY)
    sign_in(client, trustee)
    address = reverse("compliance:check-record", args=[trustee.pk, CheckType.CHILDREN_BARRED_LIST])
    page = client.get(address).content.decode()
    answer = record(client, trustee, CheckType.CHILDREN_BARRED_LIST, permitted_reason="pending")

    assert "This check must not be made" in page
    assert "so the barred list must not be asked for" in page
    assert 'name="permitted_reason"' not in page
    assert (answer.status_code, Check.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)


@pytest.mark.parametrize(
    ("check", "data", "field"),
    [
        (CheckType.CHILDCARE_DISQUALIFICATION, {"note": "Asked about the household"}, "note"),
        (CheckType.CRIMINAL_SELF_DECLARATION, {"note": "Any convictions ever"}, "note"),
        (CheckType.IDENTITY, {"evidence_seen": "Passport", "note": "Convicted of theft in 2009"}, "note"),
        (CheckType.RIGHT_TO_WORK, {"route": "online", "document": "A1"}, "route"),
        (CheckType.RIGHT_TO_WORK, {"route": "manual", "document": "A1", "is_clipped": "on"}, "is_clipped"),
        (CheckType.RIGHT_TO_WORK, {"route": "manual", "document": ""}, "document"),
        (CheckType.ENHANCED_DBS, CERTIFICATE | {"reference_number": "12"}, "reference_number"),
    ],
)
def test_refusals_stand_beside_their_field(
    client: Client, engagement: Engagement, check: CheckType, data: dict[str, str], field: str
) -> None:
    sign_in(client, engagement)
    answer = record(client, engagement, check, **({"issued_date": day(10)} | data))

    assert (answer.status_code, Check.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)
    assert field in answer.context["form"].errors


def test_refusals_cite_their_source(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    answer = record(client, engagement, CheckType.CHILDCARE_DISQUALIFICATION, note="Her husband")

    (message,) = answer.context["form"].errors["note"]
    assert message.startswith("Ask about the person only.")
    assert "Source: Lancashire: disqualification under the Childcare Act 2006" in message


def test_another_name_asks_for_evidence_and_then_counts(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    other = CERTIFICATE | {"issued_date": day(10), "name_on_certificate": "Rowan Alderton"}
    answer = record(client, engagement, CheckType.ENHANCED_DBS, **other)
    page = answer.content.decode()
    assert (answer.status_code, Check.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)
    assert "The name on the certificate is another" in page
    assert 'name="name_evidence"' in page

    record(client, engagement, CheckType.ENHANCED_DBS, **other, name_evidence="Marriage certificate")
    engagement.person.refresh_from_db()
    assert engagement.person.former_names == "Rowan Alderton"
    assert Check.objects.get().certificate.name_on_certificate == "Rowan Alderton"


def test_renewal_follows_the_policy_of_the_school(client: Client, engagement: Engagement) -> None:
    CompliancePolicy.objects.create(school=engagement.school, dbs_renewal_months=36)
    sign_in(client, engagement)
    issued = date(timezone.localdate().year - 1, 3, 5)
    record(client, engagement, CheckType.ENHANCED_DBS, **CERTIFICATE | {"issued_date": f"{issued:%d/%m/%Y}"})

    assert Check.objects.get().recheck_date == issued.replace(year=issued.year + 3)


def test_a_follow_up_is_said(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    data = {
        "route": "online",
        "document": "B1-online",
        "share_code": "WAB12CD34",
        "share_code_created": day(20),
        "permission_end": "31/05/2040",
    }
    answer = record(client, engagement, CheckType.RIGHT_TO_WORK, **data)
    page = client.get(answer.headers["Location"]).content.decode()

    assert "Check the right to work again by 31/05/2040." in page
    assert "WAB12CD34" not in page


@pytest.fixture
def media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.usefixtures("media")
def test_evidence_is_kept_and_handed_out_to_those_who_may(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    file = SimpleUploadedFile("passport.txt", b"Copy of the passport, page 31\n")
    record(client, engagement, CheckType.IDENTITY, evidence_seen="Passport", file=file)
    check = Check.objects.get()
    address = reverse("compliance:check-file", args=[check.pk])

    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"Copy of the passport, page 31\n"
    assert 'filename="passport.txt"' in answer.headers["Content-Disposition"]
    for role, expected in (
        (Role.INSPECTOR, HTTPStatus.FORBIDDEN),
        (Role.STAFF_MEMBER, HTTPStatus.FORBIDDEN),
    ):
        sign_in(client, engagement, role)
        assert client.get(address).status_code == expected
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND
    assert list(CentralRecordLook.objects.values_list("what", "engagement")) == [
        ("File: Identity", engagement.pk)
    ]


@pytest.mark.usefixtures("media")
def test_a_photographed_document_is_kept_as_its_picture_alone(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    file = SimpleUploadedFile("IMG 2041.JPEG", photograph())
    record(client, engagement, CheckType.IDENTITY, evidence_seen="Passport", file=file)
    document = Check.objects.get().document

    assert document is not None
    assert (document.kind, document.original_name) == ("jpg", "IMG 2041.jpg")
    answer = client.get(reverse("compliance:check-file", args=[Check.objects.get().pk]))
    kept = b"".join(answer.streaming_content)
    assert (len(kept), hashlib.sha256(kept).hexdigest()) == (document.size_bytes, document.sha256)
    assert b"Rowan" not in kept
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.usefixtures("media")
def test_a_program_is_refused_and_nothing_is_kept(client: Client, engagement: Engagement, tmp_path) -> None:
    sign_in(client, engagement)
    file = SimpleUploadedFile("passport.pdf", b"MZ\x00\x00" + b"\0" * 100)
    answer = record(client, engagement, CheckType.IDENTITY, evidence_seen="Passport", file=file)

    assert list(answer.context["form"].errors) == ["file"]
    assert (Check.objects.count(), list(tmp_path.rglob("*.pdf"))) == (0, [])


def test_a_check_without_a_file_has_none(client: Client, engagement: Engagement) -> None:
    check = make_check(engagement, CheckType.IDENTITY)
    sign_in(client, engagement)

    assert client.get(reverse("compliance:check-file", args=[check.pk])).status_code == HTTPStatus.NOT_FOUND


def test_certificates_take_no_scan(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    page = client.get(
        reverse("compliance:check-record", args=[engagement.pk, CheckType.ENHANCED_DBS])
    ).content.decode()

    assert 'type="file"' not in page
    assert "No scan of the certificate is kept here" in page


def test_an_agency_confirms_in_writing(client: Client) -> None:
    worker = make_engagement(category=WorkerCategory.SUPPLY_AGENCY, role={"agency": "Bright Supply"})
    sign_in(client, worker)
    address = reverse("compliance:check-record", args=[worker.pk, CheckType.ENHANCED_DBS])
    form = client.get(address).context["form"]
    assert form["evidence_seen"].value() == "Bright Supply"

    record(client, worker, CheckType.ENHANCED_DBS, evidence_seen="Bright Supply, letter")
    made = Check.objects.get()
    assert (made.is_assurance, made.evidence_seen) == (True, "Bright Supply, letter")
    assert "reference_number" in client.get(f"{address}?own=1").context["form"].fields


def test_a_look_at_the_update_service(client: Client, engagement: Engagement) -> None:
    check = make_certificate(engagement)
    sign_in(client, engagement)
    address = reverse("compliance:update-service-record", args=[check.pk])
    data = {"checked_date": day(0), "result": "blank_no_new"}
    assert client.post(address, data).status_code == HTTPStatus.UNPROCESSABLE_ENTITY

    check.certificate.update_service_consent_date = timezone.localdate()
    check.certificate.save()
    client.post(address, data)
    assert UpdateServiceCheck.objects.get().result == "blank_no_new"


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.HR_OFFICER, HTTPStatus.OK),
        (Role.HEADTEACHER, HTTPStatus.OK),
        (Role.INSPECTOR, HTTPStatus.FORBIDDEN),
        (Role.LINE_MANAGER, HTTPStatus.FORBIDDEN),
        (Role.TRUST_ADMINISTRATOR, HTTPStatus.FORBIDDEN),
    ],
)
def test_who_may_record(client: Client, engagement: Engagement, role: Role, expected: HTTPStatus) -> None:
    sign_in(client, engagement, role)
    address = reverse("compliance:check-record", args=[engagement.pk, CheckType.IDENTITY])

    assert client.get(address).status_code == expected


def test_strangers_and_unknown_kinds_find_nothing(client: Client, engagement: Engagement) -> None:
    sign_in(client, engagement)
    unknown = client.get(reverse("compliance:check-record", args=[engagement.pk, "horoscope"]))
    client.force_login(make_user(Role.HR_OFFICER, school=make_school()))
    strange = client.get(reverse("compliance:check-record", args=[engagement.pk, CheckType.IDENTITY]))

    assert (unknown.status_code, strange.status_code) == (HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND)
