"""Files that come with an application: stored with it, or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Document
from recruitment.domain.application_form import ApplicationData, PersonData
from recruitment.models import Application, Vacancy
from recruitment.services.applications import add_documents, enter_application
from tests.factories import make_actor, make_application, make_vacancy

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)
DATA = ApplicationData(person=PersonData("Priya", "Nair"))
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def vacancy() -> Vacancy:
    return make_vacancy()


@pytest.fixture
def officer(vacancy: Vacancy) -> Actor:
    return make_actor(Role.HR_OFFICER, school=vacancy.school)


def file(name: str, content: bytes = b"Application for the post of Learning Mentor") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def enter(vacancy: Vacancy, by: Actor, *uploads: SimpleUploadedFile) -> Application:
    return enter_application(
        vacancy=vacancy,
        data=DATA,
        channel="paper",
        received_at=NOW,
        uploads=uploads,
        by=by,
        now=NOW,
    )


def files_on_disk() -> set[Path]:
    return {path for path in (Path(settings.MEDIA_ROOT) / "documents").rglob("*") if path.is_file()}


def test_enter_application_with_its_files(vacancy: Vacancy, officer: Actor) -> None:
    application = enter(vacancy, officer, file("form.txt"), file("letter.txt", b"Dear headteacher"))

    attached = application.documents.order_by("pk").values_list(
        "document__original_name", "document__school_id", "document__uploaded_by_id"
    )
    assert list(attached) == [
        ("form.txt", vacancy.school_id, officer.user_id),
        ("letter.txt", vacancy.school_id, officer.user_id),
    ]


def test_enter_application_with_a_file_refused_keeps_nothing(vacancy: Vacancy, officer: Actor) -> None:
    before = files_on_disk()

    with pytest.raises(DomainError) as raised:
        enter(vacancy, officer, file("form.txt"), file("photo.png", PICTURE))

    assert raised.value.field == "documents"
    assert raised.value.message.startswith("photo.png: This is a picture")
    assert not Application.objects.exists()
    assert not Document.objects.exists()
    assert files_on_disk() == before


def test_enter_application_that_is_denied_keeps_no_file(vacancy: Vacancy) -> None:
    before = files_on_disk()

    with pytest.raises(NotAllowed):
        enter(vacancy, make_actor(Role.PANEL_MEMBER, school=vacancy.school), file("form.txt"))

    assert files_on_disk() == before


def test_add_documents_attaches_what_came_later(vacancy: Vacancy, officer: Actor) -> None:
    application = make_application(vacancy)

    add_documents(application=application, uploads=[file("certificate.txt")], by=officer, now=NOW)

    assert application.documents.get().document.original_name == "certificate.txt"


def test_add_documents_is_not_for_a_panel_member(vacancy: Vacancy) -> None:
    member = make_actor(Role.PANEL_MEMBER, school=vacancy.school)

    with pytest.raises(NotAllowed) as raised:
        add_documents(
            application=make_application(vacancy), uploads=[file("certificate.txt")], by=member, now=NOW
        )

    assert raised.value.code == "not_permitted"
