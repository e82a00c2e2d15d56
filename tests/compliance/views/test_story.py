"""One whole story in the browser: appointed, arrived, checked, held up, started early, cleared, started."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import CheckType
from compliance.models import Check, EarlyStart, StartConfirmation
from core.domain.permissions import Role
from tests.factories import make_school, make_user
from tests.factories.appointed import make_appointed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def day(days: int) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


class Story:
    """One browser in the hands of the HR officer and of the head by turns."""

    def __init__(self, client: Client) -> None:
        school = make_school()
        self.client = client
        self.hr = make_user(Role.HR_OFFICER, school=school)
        self.head = make_user(Role.HEADTEACHER, school=school)
        self.engagement = make_appointed(school, timezone.localdate())
        self.client.force_login(self.hr)

    def shown(self, name: str) -> str:
        return self.client.get(self.address(name)).content.decode()

    def address(self, name: str) -> str:
        return reverse(f"compliance:{name}", args=[] if name == "starter-list" else [self.engagement.pk])

    def post(self, name: str, **data: object):
        return self.client.post(self.address(name), data)

    def record(self, check: CheckType, **data: object) -> None:
        done = {"state": "done", "done_date": day(-2), "outcome": "clear", "done_by": "Nia Owen", "note": ""}
        address = reverse("compliance:check-record", args=[self.engagement.pk, check])
        answer = self.client.post(address, done | data)
        assert answer.status_code == HTTPStatus.FOUND, answer.context["form"].errors

    def arrive(self) -> None:
        """The role is described, and what recruitment knows is carried over."""
        answers = dict.fromkeys(FACTS, "no")
        self.post("engagement-role", category="ta_elsa", **answers)

    def check_all_but_the_certificate(self) -> None:
        file = SimpleUploadedFile("passport.txt", b"Copy of the passport\n")
        self.record(CheckType.IDENTITY, evidence_seen="Passport")
        self.record(CheckType.RIGHT_TO_WORK, route="manual", document="A1", file=file)
        self.record(CheckType.MEDICAL_FITNESS, note="Fit for the post")
        asked = {"state": "requested", "requested_date": day(-12), "level": "enhanced", "workforce": "child"}
        self.client.post(
            reverse("compliance:check-record", args=[self.engagement.pk, CheckType.ENHANCED_DBS]), asked
        )

    def see_the_certificate(self) -> None:
        self.record(
            CheckType.ENHANCED_DBS,
            done_date=day(0),
            reference_number="001234567890",
            issued_date=day(-1),
            name_on_certificate="Rowan Ashdown",
            level="enhanced",
            workforce="child",
            includes_barred_list="yes",
            is_own="yes",
        )


FACTS = ("teaching_work", "has_trn", "lived_abroad", "early_years_or_wraparound", "manages_early_years")


@pytest.fixture
def story(client: Client) -> Story:
    return Story(client)


def test_an_arrival_brings_what_recruitment_knows(story: Story) -> None:
    assert "Describe the role. From the title it may be: Teaching assistant" in story.shown("starter-list")

    story.arrive()
    carried = Check.objects.current().filter(origin="recruitment")
    assert sorted(carried.values_list("check_type", "state")) == [
        ("qualifications", "requested"),
        ("references", "done"),
        ("references", "requested"),
    ]


def test_from_the_offer_to_the_first_day(story: Story) -> None:
    story.arrive()
    assert "Right to work: not done." in story.shown("starter-detail")
    blocked = story.post("start-confirm", started_date=day(0))
    assert (blocked.status_code, StartConfirmation.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)
    assert "Do not start." in blocked.content.decode()

    story.check_all_but_the_certificate()
    start_early(story)
    assert "May start only with risk assessment, barred-list check and supervision" in story.shown(
        "starter-detail"
    )
    story.post("start-confirm", started_date=day(0))
    started = StartConfirmation.objects.get()
    assert (started.is_early_start, started.edition) == (True, "Right to work: the wider scheme")

    story.client.force_login(story.hr)
    story.see_the_certificate()
    ended = EarlyStart.objects.get()
    assert (ended.end_reason, ended.ended_by_id) == ("The certificate has arrived", story.hr.pk)
    page = story.shown("starter-detail")
    assert "Clear to start" in page
    assert "Every check that is a must is done." in page
    assert "Rowan Ashdown" not in story.shown("starter-list")


def start_early(story: Story) -> None:
    """Signed by the head alone, and only once the barred list is checked by itself."""
    assessment = {
        "supervisor": "Helen Marsh",
        "supervision_plan": "Never alone with children",
        "risks": "Low: with the class teacher throughout",
        "review_date": day(14),
    }
    story.client.force_login(story.head)
    too_early = story.post("early-start-sign", **assessment)
    assert (too_early.status_code, EarlyStart.objects.count()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)

    story.client.force_login(story.hr)
    story.record(CheckType.CHILDREN_BARRED_LIST, permitted_reason="pending")
    assert "Waiting for the DBS certificate, asked for 12 days ago." in story.shown("starter-list")
    assert story.post("early-start-sign", **assessment).status_code == HTTPStatus.FORBIDDEN

    story.client.force_login(story.head)
    story.post("early-start-sign", **assessment)
    assert EarlyStart.objects.get().supervisor == "Helen Marsh"
