"""A document under review: read, edited, set aside; nothing else is saved before it is confirmed."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Document, School
from recruitment.domain.review_edit import Press
from recruitment.domain.rows import Correction, Row, list_kept
from recruitment.models import Criterion, DocumentReading, JobProfile, JobProfileVersion
from recruitment.selectors.drafts import draft_of
from recruitment.services.readings import (
    carry_typed_over,
    discard_reading,
    edit_reading,
    read_upload,
    start_reading,
    start_revision,
    take_up_reading,
)
from tests.factories import make_actor, make_job_profile_version, make_school
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"
LATER = NOW + timedelta(minutes=5)
WORDS = """Job title: Midday Supervisor

Person specification

Essential
- Experience of caring for children
- Able to stay calm in a busy playground

Desirable
- Paediatric first aid certificate
"""


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def reading(school: School, hr: Actor) -> DocumentReading:
    return start_reading(school_id=school.pk, by=hr, now=NOW, source_name="Pasted", text=WORDS)


def texts(reading: DocumentReading) -> list[str]:
    reading.refresh_from_db()
    return [row.text for row in list_kept(draft_of(reading).rows)]


def test_pasted_words_are_read(reading: DocumentReading) -> None:
    rows = draft_of(reading).rows

    assert [(row.text, row.requirement) for row in rows] == [
        ("Experience of caring for children", "essential"),
        ("Able to stay calm in a busy playground", "essential"),
        ("Paediatric first aid certificate", "desirable"),
    ]
    assert (reading.status, reading.profile["title"]) == ("open", "Midday Supervisor")


def test_reading_saves_nothing_but_the_reading(reading: DocumentReading) -> None:
    counts = [model.objects.count() for model in (JobProfile, JobProfileVersion, Criterion, Document)]

    assert counts == [0, 0, 0, 0]


def test_an_upload_is_stored_and_read(school: School, hr: Actor) -> None:
    upload = SimpleUploadedFile("mentor.docx", (DOCUMENTS / "learning-mentor-elsa.docx").read_bytes())

    reading = read_upload(school_id=school.pk, upload=upload, by=hr, now=NOW)

    assert reading.document is not None
    assert (reading.source_name, reading.document.original_name) == ("mentor.docx", "mentor.docx")
    assert len(draft_of(reading).rows) == 20


def test_an_upload_without_words_is_refused_and_not_kept(school: School, hr: Actor) -> None:
    with pytest.raises(DomainError):
        read_upload(school_id=school.pk, upload=SimpleUploadedFile("empty.txt", b" \n \n"), by=hr, now=NOW)

    assert (Document.objects.count(), DocumentReading.objects.count()) == (0, 0)


def test_an_empty_spreadsheet_is_not_kept(school: School, hr: Actor) -> None:
    workbook = BytesIO()
    Workbook().save(workbook)
    upload = SimpleUploadedFile("criteria.xlsx", workbook.getvalue())

    with pytest.raises(DomainError) as refused:
        read_upload(school_id=school.pk, upload=upload, by=hr, now=NOW)

    assert (refused.value.code, Document.objects.count()) == ("empty", 0)


def test_nothing_to_read_is_said(school: School, hr: Actor) -> None:
    with pytest.raises(DomainError) as refused:
        start_reading(school_id=school.pk, by=hr, now=NOW, source_name="Nothing")

    assert refused.value.code == "nothing_to_read"


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.PANEL_MEMBER, Role.STAFF_MEMBER, Role.INSPECTOR])
def test_only_editors_of_job_profiles_may_read_a_document(school: School, role: Role) -> None:
    with pytest.raises(NotAllowed):
        start_reading(
            school_id=school.pk,
            by=make_actor(role, school=school),
            now=NOW,
            source_name="Pasted",
            text=WORDS,
        )


def test_a_document_cannot_become_a_version_of_another_schools_profile(school: School, hr: Actor) -> None:
    theirs = make_job_profile_version().job_profile

    with pytest.raises(DomainError) as refused:
        start_reading(school_id=school.pk, by=hr, now=NOW, source_name="Pasted", text=WORDS, revises=theirs)

    assert refused.value.code == "other_school"


def test_an_edit_is_kept_and_can_be_undone(reading: DocumentReading, hr: Actor) -> None:
    edit = edit_reading(reading_id=reading.pk, press=Press(action="drop:2"), by=hr, now=LATER)

    assert texts(reading) == ["Experience of caring for children", "Paediatric first aid certificate"]
    assert (edit.focus, edit.error, reading.changed_at) == (3, None, LATER)

    edit_reading(reading_id=reading.pk, press=Press(action="undo"), by=hr, now=LATER)
    assert len(texts(reading)) == 3


def test_typed_words_are_kept_where_the_action_cannot_be_done(reading: DocumentReading, hr: Actor) -> None:
    typed = {1: Correction("Experience of playgrounds", "", "essential", "AI", is_trainable=False)}

    edit = edit_reading(reading_id=reading.pk, press=Press(None, typed, "split:1"), by=hr, now=LATER)

    assert edit.error is not None
    assert (edit.error.code, texts(reading)[0]) == ("nothing_to_split", "Experience of playgrounds")


def test_a_press_on_an_old_page_keeps_the_words_and_does_not_act(reading: DocumentReading, hr: Actor) -> None:
    edit_reading(reading_id=reading.pk, press=Press(action="drop:3"), by=hr, now=LATER)
    typed = {1: Correction("Experience of playgrounds", "", "essential", "", is_trainable=False)}

    edit = edit_reading(
        reading_id=reading.pk, press=Press(None, typed, "drop:2"), by=hr, now=LATER, seen_at=NOW
    )

    assert edit.was_changed_elsewhere is True
    assert texts(reading) == ["Experience of playgrounds", "Able to stay calm in a busy playground"]


def test_a_press_on_the_newest_page_acts(reading: DocumentReading, hr: Actor) -> None:
    edit = edit_reading(
        reading_id=reading.pk, press=Press(action="drop:2"), by=hr, now=LATER, seen_at=reading.changed_at
    )

    assert (edit.was_changed_elsewhere, len(texts(reading))) == (False, 2)


def test_a_stranger_cannot_edit(reading: DocumentReading) -> None:
    stranger = make_actor(Role.HR_OFFICER, school=make_school())

    with pytest.raises(NotAllowed):
        edit_reading(reading_id=reading.pk, press=Press(action="drop:2"), by=stranger, now=LATER)

    assert len(texts(reading)) == 3


def test_a_discarded_reading_is_closed(reading: DocumentReading, hr: Actor) -> None:
    discard_reading(reading_id=reading.pk, by=hr, now=LATER)

    with pytest.raises(DomainError) as refused:
        edit_reading(reading_id=reading.pk, press=Press(action="drop:2"), by=hr, now=LATER)
    reading.refresh_from_db()

    assert (reading.status, refused.value.code) == ("discarded", "reading_closed")


def test_what_was_set_aside_is_taken_up_again_with_what_was_typed(
    reading: DocumentReading, hr: Actor
) -> None:
    typed = {1: Correction("Experience of playgrounds", "", "essential", "AI", is_trainable=False)}
    discard_reading(reading_id=reading.pk, by=hr, now=LATER)

    for _ in range(2):  # once more where it is open already
        take_up_reading(reading_id=reading.pk, press=Press(None, typed, "take-up"), by=hr, now=LATER)

    assert texts(reading)[0] == "Experience of playgrounds"
    assert (reading.status, reading.changed_at) == ("open", LATER)


def test_a_stranger_takes_nothing_up(reading: DocumentReading, hr: Actor) -> None:
    discard_reading(reading_id=reading.pk, by=hr, now=LATER)
    stranger = make_actor(Role.HR_OFFICER, school=make_school())

    for act in (take_up_reading, carry_typed_over):
        with pytest.raises(NotAllowed):
            act(reading_id=reading.pk, press=Press(), by=stranger, now=LATER)

    reading.refresh_from_db()
    assert reading.status == "discarded"


def test_what_was_typed_goes_to_the_next_version_only_once_there_is_one(
    reading: DocumentReading, hr: Actor
) -> None:
    with pytest.raises(DomainError) as refused:
        carry_typed_over(reading_id=reading.pk, press=Press(), by=hr, now=LATER)

    assert (refused.value.code, DocumentReading.objects.count()) == ("not_confirmed", 1)


def test_a_revision_opens_the_newest_version(school: School, hr: Actor) -> None:
    version = make_job_profile_version(
        school=school, criteria=(("Knows phonics", "essential", "AI", 1), ("Kind", "desirable", "I", 1))
    )

    reading = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)

    draft = draft_of(reading)
    assert draft.rows == (
        Row(1, "Knows phonics", requirement="essential", evidence="AI", line=1),
        Row(2, "Kind", requirement="desirable", evidence="I", line=2),
    )
    assert [line.text for line in draft.lines] == ["Knows phonics", "Kind"]
    assert (reading.revises_id, reading.source_name) == (
        version.job_profile_id,
        "Learning Mentor, version 1",
    )


def test_a_revision_that_is_open_already_is_gone_on_with(school: School, hr: Actor) -> None:
    version = make_job_profile_version(school=school)

    first = start_revision(job_profile_id=version.job_profile_id, by=hr, now=NOW)
    second = start_revision(job_profile_id=version.job_profile_id, by=hr, now=LATER)

    assert (first.pk, DocumentReading.objects.count()) == (second.pk, 1)


def test_a_stranger_cannot_revise(school: School) -> None:
    version = make_job_profile_version()

    with pytest.raises(NotAllowed):
        start_revision(
            job_profile_id=version.job_profile_id, by=make_actor(Role.HR_OFFICER, school=school), now=NOW
        )
