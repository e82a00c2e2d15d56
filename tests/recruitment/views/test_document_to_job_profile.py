"""Both sample documents, in every format, from the upload to the confirmed profile without scripts."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.domain.permissions import Role
from core.models import School
from recruitment.models import DocumentReading, JobProfileVersion
from tests.factories import make_school, make_user
from tests.recruitment.views.plain_form import PlainForm

pytestmark = pytest.mark.django_db

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"
FORMATS = ["docx", "pdf", "txt"]


class Officer:
    """An HR officer at the review page of one document, whose browser runs no scripts."""

    def __init__(self, client: Client, school: School, name: str) -> None:
        self.client = client
        client.force_login(make_user(Role.HR_OFFICER, school=school))
        upload = SimpleUploadedFile(name, (DOCUMENTS / name).read_bytes())
        answer = client.post("/job-profiles/upload/", {"school": school.pk, "file": upload})
        self.address = answer.headers["Location"]
        self.page = client.get(self.address).content.decode()

    def press(self, value: str) -> None:
        sent = PlainForm(self.page, "review-form").press(value)
        self.page = self.client.post(self.address, sent, follow=True).content.decode()

    def settle_pairs(self) -> int:
        """Keep the first row of every pair that stands in the way; how many there were."""
        count = 0
        while keeps := [value for _, value in self.must() if value.startswith("keep:")]:
            self.press(keeps[0])
            count += 1
        return count

    def must(self) -> list[tuple[str, str]]:
        start = self.page.index('id="questions-body"')
        questions = self.page[start : self.page.index('aria-labelledby="post-title"')].split("<details")[0]
        return PlainForm(f'<form id="must">{questions}</form>', "must").buttons


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.mark.parametrize("kind", FORMATS)
def test_the_model_profile_is_confirmed_as_it_was_read(client: Client, school: School, kind: str) -> None:
    officer = Officer(client, school, f"learning-mentor-elsa.{kind}")

    officer.press("confirm")

    version = JobProfileVersion.objects.get()
    criteria = list(version.person_specification.criteria.order_by("position"))
    assert (version.title, version.grade, version.model_number) == ("Learning Mentor / ELSA", "Grade 3", "24")
    assert [criterion.position for criterion in criteria] == list(range(1, 21))
    assert [criterion.position for criterion in criteria if not criterion.is_essential] == [3, 16, 19]
    assert [(one.position, one.evidence) for one in criteria if one.evidence != "AI"] == [
        (3, "A"),
        (16, "A"),
        (17, "A"),
        (18, "A"),
        (19, "A"),
    ]
    assert [criterion.position for criterion in criteria if criterion.is_trainable] == [16]


@pytest.mark.parametrize("kind", FORMATS)
def test_two_lists_become_one_after_every_question_is_answered(
    client: Client, school: School, kind: str
) -> None:
    officer = Officer(client, school, f"elsa-home-link-worker.{kind}")
    officer.press("confirm")
    assert JobProfileVersion.objects.count() == 0

    officer.press("essential-for-all")
    officer.press("evidence-for-all")
    officer.press("merge")
    assert officer.settle_pairs() > 0
    officer.press("confirm")

    version = JobProfileVersion.objects.get()
    criteria = list(version.person_specification.criteria.order_by("position"))
    assert (version.title, version.employer) == ("ELSA & Home Link Worker", "Everychild Partnership Trust")
    elsa = [(one.text.rstrip("."), one.requirement) for one in criteria if one.text.startswith("ELSA ")]
    assert elsa == [("ELSA qualification or started ELSA training", "essential")]
    assert [criterion.position for criterion in criteria] == list(range(1, len(criteria) + 1))
    assert {criterion.requirement for criterion in criteria} == {"essential", "desirable"}
    assert "" not in {criterion.evidence for criterion in criteria}


@pytest.mark.parametrize("kind", FORMATS)
def test_the_list_of_another_post_is_left_out(client: Client, school: School, kind: str) -> None:
    officer = Officer(client, school, f"elsa-home-link-worker.{kind}")

    officer.press("drop-list:0")
    officer.press("confirm")

    criteria = list(JobProfileVersion.objects.get().person_specification.criteria.order_by("position"))
    assert (len(criteria), criteria[0].evidence, criteria[4].evidence) == (21, "AI", "AIR")
    assert [one.text for one in criteria if one.evidence in {"I", "R"}] == [
        "Enthusiastic",
        "Reliable and has good time keeping",
    ]


def test_a_page_sent_as_it_came_changes_nothing(client: Client, school: School) -> None:
    officer = Officer(client, school, "elsa-home-link-worker.docx")
    before = DocumentReading.objects.get()

    officer.press("save")

    after = DocumentReading.objects.get()
    assert (after.rows, after.undo_stack, after.profile["purpose"], after.profile["duties"]) == (
        before.rows,
        [],
        before.profile["purpose"],
        before.profile["duties"],
    )
