"""Nobody reads of a colleague out of their reach: every page, file, feed and API answer of their own school.

``test_doors`` holds that strangers find nothing; here the reader works at the same school. The colleague's
name and words are everywhere a record of development can hold them.
"""

from datetime import date
from http import HTTPStatus
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from pypdf import PdfReader

from core.domain.permissions import Role
from core.models import Engagement, Person, School, User
from cpd.models import (
    Appeal,
    AppraisalEvent,
    DevelopmentNeed,
    DevelopmentStep,
    ElsaRegistration,
    Objective,
    ObjectiveEvidence,
    ReviewSide,
    Signature,
    SupervisionSession,
    Training,
)
from overview.handbook import list_doors
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.appraisals import make_side
from tests.factories.compliance import make_engagement
from tests.factories.development import make_manager
from tests.factories.people import NOW
from tests.overview.views.test_doors import fill, is_refused, sample_of_people

pytestmark = pytest.mark.django_db

MARK, PART_OF_IT = "Quillfeather", "Quillf"
SHORTEST_PDF = 500  # a sample that only looks like one is shorter
TEXTS = {
    DevelopmentNeed: ("text", "origin_text"),
    DevelopmentStep: ("text",),
    ElsaRegistration: ("nominated_by",),
    Objective: ("text", "success_measures"),
    ObjectiveEvidence: ("text",),
    ReviewSide: ("text",),
    SupervisionSession: ("supervisor_name",),
    Training: ("provider",),
}
# Whose pages these are by right: an inspector's central record, an administrator's list of accounts.
BY_RIGHT = {
    Role.INSPECTOR: ("/central-record/",),
    Role.TRUST_ADMINISTRATOR: ("/central-record/", "/people/"),
}
READERS = (
    Role.STAFF_MEMBER,
    Role.LINE_MANAGER,
    Role.PANEL_MEMBER,
    Role.INSPECTOR,
    Role.TRUST_ADMINISTRATOR,
)


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust())


@pytest.fixture
def addresses(school: School) -> dict[str, str]:
    """Every door that leads to the colleague, or to a list in which they could stand."""
    samples = sample_of_people(school)
    mark(school)
    found = {name: fill(pattern, samples) for pattern, name, _ in list_doors()}
    return {name: address for name, address in found.items() if "<" not in address}


def mark(school: School) -> None:
    """The word into every name and text that a colleague of the school has by now."""
    Person.objects.update(family_name=MARK, given_name=f"{MARK} {PART_OF_IT}")
    for model, fields in TEXTS.items():
        model.objects.update(**dict.fromkeys(fields, MARK))
    for engagement in Engagement.objects.filter(appraisals__isnull=False).distinct():
        appraisal = engagement.appraisals.get()
        for side in ("self", "manager"):
            make_side(appraisal, side=side, is_shared=True, text=MARK)
        Appeal.objects.create(appraisal=appraisal, reason=MARK, made_at=NOW, made_by=appraisal.appraiser)
        Signature.objects.create(
            appraisal=appraisal,
            signed_as="appraiser",
            signed_at=NOW,
            signed_by=appraisal.appraiser,
            comment=MARK,
        )
        by = appraisal.appraiser
        AppraisalEvent.objects.create(
            appraisal=appraisal, kind="opened", to_state="planned", at=NOW, by=by, reason=MARK
        )


def make_reader(role: Role, school: School) -> User:
    """Somebody of the role who works there; a line manager manages one person, who is not the colleague."""
    place = {"trust": school.trust} if role == Role.TRUST_ADMINISTRATOR else {"school": school}
    user = make_user(role, **place)
    if role in (Role.STAFF_MEMBER, Role.LINE_MANAGER, Role.PANEL_MEMBER):
        make_engagement(school=school, person=make_person(user=user), start_date=date(2020, 9, 1))
    if role == Role.LINE_MANAGER:
        make_manager(make_engagement(school=school, start_date=date(2020, 9, 1)), user=user)
    return user


def words_of(client: Client, address: str) -> str:
    """Everything an answer says, out of a workbook or a PDF as well."""
    response = client.get(address, follow=True)
    content = response.getvalue() if response.streaming else response.content
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as package:
            content = b"".join(package.read(name) for name in package.namelist())
    elif content.startswith(b"%PDF") and len(content) > SHORTEST_PDF:
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return content.decode(errors="replace")


def test_whoever_looks_after_the_school_reads_of_them(
    client: Client, school: School, addresses: dict[str, str]
) -> None:
    """So that what is absent below is there to be seen."""
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    told = {
        "cpd:appraisal-detail",
        "cpd:development",
        "cpd:elsa-ledger",
        "cpd:hours-workbook",
        "cpd:passport",
        "cpd:person-development",
        "cpd:training-matrix",
        "cpd:training-person",
        "cpd:training-workbook",
    }
    assert {name for name in told if MARK in words_of(client, addresses[name])} == told


@pytest.mark.parametrize("role", READERS)
def test_a_colleague_out_of_reach_is_on_no_page(
    client: Client, school: School, addresses: dict[str, str], role: Role
) -> None:
    client.force_login(make_reader(role, school))
    opened = [
        address
        for name, address in addresses.items()
        if not name.startswith("recruitment:") and not is_refused(role, name)
    ]
    lists = [address for address in opened if not any(part.isdigit() for part in address.split("/"))]
    searched = [f"{address}?q={PART_OF_IT}&search={PART_OF_IT}" for address in lists]
    leaks = [
        address
        for address in (*opened, *searched)
        if not address.startswith(BY_RIGHT.get(role, ("/none/",))) and MARK in words_of(client, address)
    ]
    assert (len(opened) > 5, leaks) == (True, [])


@pytest.mark.parametrize("role", [Role.STAFF_MEMBER, Role.LINE_MANAGER, Role.PANEL_MEMBER])
def test_nothing_is_written_about_a_colleague_out_of_reach(
    client: Client, school: School, addresses: dict[str, str], role: Role
) -> None:
    """Each door to a row of theirs answers a form that is sent as it answers one that asks to see it."""
    client.force_login(make_reader(role, school))
    to_rows = {
        name: address
        for name, address in addresses.items()
        if name.startswith("cpd:") and any(part.isdigit() for part in address.split("/"))
    }
    del to_rows["cpd:my-policy"]  # an edition that everybody reads: the form is their own
    allowed = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
    answers = {name: client.post(address).status_code for name, address in to_rows.items()}
    assert {name: status for name, status in answers.items() if status not in allowed} == {}
