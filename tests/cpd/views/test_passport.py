"""The CPD passport: for its owner and the school's office, with what is confirmed and nothing else."""

from datetime import date
from http import HTTPStatus
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from core.domain.permissions import Role
from core.models import Engagement, School
from cpd.exports.passport import get_facts
from cpd.models import LineManagement
from cpd.selectors.passport import get_passport
from tests.factories import make_person, make_school, make_trust, make_user
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.elsa import make_elsa, make_provider
from tests.factories.people import NOW
from tests.factories.policies import make_policy, make_signature, make_version
from tests.factories.training import make_course, make_training

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)


@pytest.fixture
def school() -> School:
    return make_school(trust=make_trust(), name="Mill Lane Primary School")


@pytest.fixture
def post(school: School) -> Engagement:
    user = make_user(Role.STAFF_MEMBER, school=school)
    person = make_person(given_name="Josie", family_name="Lane", user=user)
    return make_engagement(school=school, person=person, start_date=date(2021, 9, 1))


def facts_of(post: Engagement) -> dict[str, object]:
    return get_facts(get_passport(post, today=TODAY), now=NOW)


def test_passport_names_posts_training_and_policies(school: School, post: Engagement) -> None:
    sister = make_school(trust=school.trust, name="Castle Hill High School")
    make_engagement(
        school=sister,
        person=post.person,
        job_title="Midday supervisor",
        start_date=date(2019, 1, 7),
        end_date=date(2021, 7, 31),
    )
    make_engagement(school=make_school(), person=post.person, job_title="At another employer")
    printed = {"printed_expiry": date(2026, 11, 1), "provider": "Quayside First Aid", "quarter_hours": 50}
    make_training(post, make_course("paediatric_first_aid"), awarded_date=date(2023, 11, 2), **printed)
    make_training(post, None, title="Phonics", awarded_date=date(2026, 5, 1), quarter_hours=5)
    version = make_version(make_policy(school=school), edition="Fourth edition")
    make_signature(version, post.person)
    make_signature(version, make_person(), name="Somebody Else")
    facts = facts_of(post)
    assert facts["posts"] == [
        {"title": "Teaching assistant", "school": "Mill Lane Primary School", "span": "01/09/2021 to today"},
        {
            "title": "Midday supervisor",
            "school": "Castle Hill High School",
            "span": "07/01/2019 to 31/07/2021",
        },
    ]
    assert facts["training"] == [
        {"day": "01/05/2026", "name": "Phonics", "provider": "", "hours": "1.25", "until": "no end"},
        {
            "day": "02/11/2023",
            "name": "Paediatric first aid (full)",
            "provider": "Quayside First Aid",
            "hours": "12.5",
            "until": "01/11/2026 (past)",
        },
    ]
    assert facts["hours"] == "13.75"
    assert facts["policies"] == [
        {"title": "Staff code of conduct", "edition": "Fourth edition", "signed": "01/09/2026"}
    ]


def test_what_is_not_confirmed_is_not_in_it(post: Engagement) -> None:
    make_training(post, None, title="Waits", origin="self", confirmed_at=None, confirmed_by=None)
    make_training(
        post, None, title="Gone", withdrawn_at=NOW, withdrawn_by=post.created_by, withdrawn_reason="No"
    )
    assert facts_of(post)["training"] == []


def test_an_elsas_standing_is_in_it_and_nobody_elses(school: School, post: Engagement) -> None:
    provider = make_provider(school, name="Harbour Psychology Service")
    make_elsa(engagement=post, provider=provider, days=4, registration_number="HPS-17")
    make_elsa(engagement=make_engagement(school=school), provider=provider)
    assert facts_of(post)["elsa"] == [
        [
            ["School", "Mill Lane Primary School"],
            ["Provider", "Harbour Psychology Service"],
            ["Standing on 02/11/2026", "In training"],
            ["Training days attended", "4 of 6"],
            ["Registration number", "HPS-17"],
        ]
    ]


def test_file_is_tagged_and_says_nothing_of_checks_or_cost(client: Client, post: Engagement) -> None:
    make_certificate(post, note="Conviction of 1999")
    make_training(post, None, title="Phonics", cost_pence=98765)
    assert post.person.user is not None
    client.force_login(post.person.user)
    answer = client.get(reverse("cpd:passport", args=[post.pk]))
    reader = PdfReader(BytesIO(answer.content))
    words = "".join(page.extract_text() for page in reader.pages)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="cpd-passport-josie-lane.pdf"'
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712 (an object of the reader)
    assert "Phonics" in words
    assert [hidden for hidden in ("987", "DBS", "Conviction") if hidden in words] == []


def test_only_its_owner_and_the_office_get_it(client: Client, school: School, post: Engagement) -> None:
    manager = make_user(Role.LINE_MANAGER, school=school)
    LineManagement.objects.create(engagement=post, manager=manager, valid_from=timezone.localdate())
    readers = {
        "owner": post.person.user,
        "office": make_user(Role.HR_OFFICER, school=school),
        "manager": manager,
        "colleague": make_user(Role.STAFF_MEMBER, school=school),
        "stranger": make_user(Role.HR_OFFICER, school=make_school()),
    }
    answers = {}
    for name, user in readers.items():
        assert user is not None
        client.force_login(user)
        answers[name] = client.get(reverse("cpd:passport", args=[post.pk])).status_code
    assert answers == {
        "owner": HTTPStatus.OK,
        "office": HTTPStatus.OK,
        "manager": HTTPStatus.NOT_FOUND,
        "colleague": HTTPStatus.NOT_FOUND,
        "stranger": HTTPStatus.NOT_FOUND,
    }
