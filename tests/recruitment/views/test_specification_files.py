"""The files of a version: each under a plain name, and the school's own layout where it is safe."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Actor, Role
from core.models import School
from recruitment.domain.review_edit import Press
from recruitment.models import JobProfileVersion
from recruitment.services.job_profiles import confirm_reading
from recruitment.services.readings import edit_reading, read_upload, start_revision
from tests.factories import make_actor, make_job_profile_version, make_school, make_user, make_vacancy
from tests.factories.people import NOW
from tests.recruitment.readers.samples import WordFile

pytestmark = pytest.mark.django_db

REVIEW = date(2028, 3, 1)
DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """What came of a document is kept by the keys of its rows, which begin anew with every test."""
    cache.clear()


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def version(school: School) -> JobProfileVersion:
    return make_job_profile_version(school=school, criteria=[("Plans lessons", "essential", "AI", 1)])


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def address(version: JobProfileVersion, kind: str = "") -> str:
    if not kind:
        return reverse("recruitment:job-profile-files", args=[version.job_profile_id, version.number])
    return f"{address(version)}{kind}/"


def confirm_document(name: str, school: School, hr: Actor) -> JobProfileVersion:
    """A version read from one of the demonstration's documents."""
    return confirm_upload(DOCUMENTS / name, school, hr)


def confirm_upload(path: Path, school: School, hr: Actor) -> JobProfileVersion:
    upload = SimpleUploadedFile(path.name, path.read_bytes())
    reading = read_upload(school_id=school.pk, upload=upload, by=hr, now=NOW)
    edit_reading(reading_id=reading.pk, press=Press(action="evidence-for-all"), by=hr, now=NOW)
    return confirm_reading(reading_id=reading.pk, review_date=REVIEW, by=hr, now=NOW)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("word", "learning-mentor-version-1.docx"),
        ("excel", "learning-mentor-version-1-excel-workbook.xlsx"),
        ("json", "learning-mentor-version-1-json-for-other-systems.json"),
        ("score-form", "learning-mentor-version-1-blank-score-form.docx"),
        ("statement-form", "learning-mentor-version-1-blank-supporting-statement.docx"),
    ],
)
def test_each_file_leaves_under_a_plain_name(
    client: Client, school: School, version: JobProfileVersion, kind: str, name: str
) -> None:
    sign_in(client, school, Role.LINE_MANAGER)

    answer = client.get(address(version, kind))

    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.content[:1] == (b"{" if kind == "json" else b"P")


def test_a_score_form_has_the_scale_of_the_vacancy(
    client: Client, school: School, version: JobProfileVersion
) -> None:
    sign_in(client, school)
    make_vacancy(
        school=school,
        job_profile_version=version,
        reference="LM-7",
        scale_max=2,
        scale_labels=["Not met", "Partly met", "Fully met"],
    )

    form = docx.Document(BytesIO(client.get(address(version, "score-form")).content))

    [scale] = [one.text for one in form.paragraphs if one.text.startswith("Points: ")]
    assert scale.startswith("Points: 0 = Not met, 1 = Partly met, 2 = Fully met. ")
    assert scale.endswith("This is the scale of vacancy LM-7.")


def test_json_says_what_was_confirmed(client: Client, school: School, version: JobProfileVersion) -> None:
    sign_in(client, school)

    answer = json.loads(client.get(address(version, "json")).content)

    assert (answer["format"], answer["version"]) == ("appoint-person-specification", 1)
    assert [one["text"] for one in answer["specifications"][0]["criteria"]] == ["Plans lessons"]


def test_a_file_that_is_none_is_not_found(client: Client, school: School, version: JobProfileVersion) -> None:
    sign_in(client, school)

    statuses = [client.get(address(version, kind)).status_code for kind in ("pdf", "own-layout")]
    assert statuses == [HTTPStatus.NOT_FOUND] * 2


def test_the_page_offers_the_schools_own_layout_where_there_is_one(
    client: Client, school: School, version: JobProfileVersion, hr: Actor
) -> None:
    sign_in(client, school)

    assert "your own layout" not in client.get(address(version)).content.decode()

    read = confirm_document("learning-mentor-elsa.docx", school, hr)
    page = client.get(address(read)).content.decode()
    assert "Word document in your own layout" in page
    assert "with the criteria written anew in its table with one row for each criterion" in page


def test_the_page_says_why_the_own_layout_cannot_be_had(
    client: Client, school: School, hr: Actor, tmp_path: Path
) -> None:
    sign_in(client, school)
    word = WordFile()
    word.lines("Job title: Caretaker")
    word.heading("Person specification")
    word.heading("Essential", 2)
    word.bullets("Experience of looking after a building", "Able to lift boxes")
    read = confirm_upload(word.save(tmp_path), school, hr)

    page = client.get(address(read)).content.decode()
    answer = client.get(address(read, "own-layout"), follow=True)

    why = "cannot be written anew, because it does not say how the criteria are assessed"
    assert ("Not in your own layout" in page, why in page, "own-layout/" in page) == (True, True, False)
    assert answer.redirect_chain == [(address(read), HTTPStatus.FOUND)]
    row = "row 1, “Experience of looking after a building”."
    text = answer.content.decode()
    assert f"{why}, so there is no place to write it: {row} Take the Word document" in text
    assert f"{row}</p>\n  <p>Take the Word document in our layout below" in page


def test_the_next_version_is_written_into_the_document_of_the_first(
    client: Client, school: School, hr: Actor
) -> None:
    sign_in(client, school)
    first = confirm_document("learning-mentor-elsa.docx", school, hr)
    reading = start_revision(job_profile_id=first.job_profile_id, by=hr, now=NOW)
    reading.rows[0]["text"] = "Works well with every member of the team"
    reading.save()
    second = confirm_reading(reading_id=reading.pk, review_date=REVIEW, by=hr, now=NOW)

    answer = client.get(address(second, "own-layout"))

    assert answer.status_code == HTTPStatus.OK
    table = docx.Document(BytesIO(answer.content)).tables[0]
    assert table.cell(1, 0).text == "Works well with every member of the team"


def test_facts_set_in_the_review_are_in_the_own_layout_or_named_on_the_page(
    client: Client, school: School, hr: Actor
) -> None:
    sign_in(client, school)
    first = confirm_document("learning-mentor-elsa.docx", school, hr)
    reading = start_revision(job_profile_id=first.job_profile_id, by=hr, now=NOW)
    reading.profile |= {"hours": "32.5", "duties": reading.profile["duties"][1:]}
    reading.save()
    second = confirm_reading(reading_id=reading.pk, review_date=REVIEW, by=hr, now=NOW)

    answer = client.get(address(second, "own-layout"))
    page = client.get(address(second))

    document = docx.Document(BytesIO(answer.content))
    words = [paragraph.text for paragraph in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert [text for text in words if "32.5" in text] != []
    assert [fact.label for fact in page.context["own"].unsaid] == ["Duties"]
    text = page.content.decode()
    assert "Your document has no place where these can be written" in text
    assert "This is the document of version 1." in text


def test_a_version_read_from_a_pdf_says_whose_word_document_it_would_be_written_into(
    client: Client, school: School, hr: Actor
) -> None:
    sign_in(client, school)
    first = confirm_document("learning-mentor-elsa.docx", school, hr)
    pdf = DOCUMENTS / "learning-mentor-elsa.pdf"
    reading = read_upload(
        school_id=school.pk,
        upload=SimpleUploadedFile(pdf.name, pdf.read_bytes()),
        by=hr,
        now=NOW,
        revises=first.job_profile,
    )
    edit_reading(reading_id=reading.pk, press=Press(action="evidence-for-all"), by=hr, now=NOW)
    second = confirm_reading(reading_id=reading.pk, review_date=REVIEW, by=hr, now=NOW)

    pages = [client.get(address(one)).content.decode() for one in (first, second)]

    older = (
        "This is the document of version 1: version 2 was read from “learning-mentor-elsa.pdf”, which is no "
        "Word document."
    )
    assert [older in page for page in pages] == [False, True]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_little(
    client: Client,
    school: School,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    count: int,
) -> None:
    sign_in(client, school)
    version = make_job_profile_version(school=school, criteria=[("Plans", "essential", "AI", 1)] * count)

    with django_assert_num_queries(7):
        client.get(address(version))
