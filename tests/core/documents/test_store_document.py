"""Taking in a file, from the upload to the stored row."""

import hashlib
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import IntegrityError

from core.documents.guard import UPLOAD_BYTES
from core.documents.kinds import Kind
from core.domain.errors import DomainError
from core.domain.permissions import NOBODY, Actor
from core.enums import ScanState
from core.models import Document, School
from core.services.documents import store_document
from tests.core.documents.builders import docx, pdf
from tests.core.documents.clamd import HARMFUL, Clamd, running_clamd, unused_address
from tests.factories.people import make_school, make_user

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
ANY = frozenset(Kind)


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.CLAMD_ADDRESS = ""
    return settings.MEDIA_ROOT


@pytest.fixture
def clamd(settings):
    with running_clamd() as scanner:
        settings.CLAMD_ADDRESS = scanner.address
        yield scanner


@pytest.fixture
def school() -> School:
    return make_school()


def upload(data: bytes, name: str = "Job description.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def store(school: School, file, allowed: frozenset[Kind] = ANY, by: Actor = NOBODY) -> Document:
    return store_document(school_id=school.pk, upload=file, allowed=allowed, by=by, now=NOW)


def refusal_of(school: School, file, allowed: frozenset[Kind] = ANY) -> str:
    with pytest.raises(DomainError) as caught:
        store(school, file, allowed)
    return caught.value.code


def stored_files(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def test_store_document_keeps_the_file_and_its_facts(school: School) -> None:
    user, data = make_user(), pdf()

    document = store(school, upload(data), by=Actor(user_id=user.pk))

    document.refresh_from_db()
    assert (document.school, document.kind, document.original_name) == (school, "pdf", "Job description.pdf")
    assert (document.size_bytes, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (document.uploaded_by, document.uploaded_at) == (user, NOW)
    assert document.scan_state == ScanState.NOT_SCANNED
    with document.file.open("rb") as file:
        assert file.read() == data


def test_store_document_stores_under_a_name_that_says_nothing(school: School, media: Path) -> None:
    first, second = (store(school, upload(pdf(), "Mrs Khan reference.pdf")) for _ in range(2))

    assert stored_files(media) == sorted([first.file.name, second.file.name])
    assert first.file.name != second.file.name
    assert "khan" not in first.file.name.lower()
    assert Path(first.file.name).suffix == ""


def test_store_document_stores_for_the_server_alone(school: School) -> None:
    document = store(school, upload(pdf()))

    assert Path(document.file.path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.b.pdf", "a.b.pdf"),
        ("cv.pdf.exe", "cv.pdf"),
        (".pdf.exe", "document.pdf"),
        ("letter.docx", "letter.pdf"),
    ],
)
def test_store_document_shows_a_cleaned_name(school: School, name: str, expected: str) -> None:
    assert store(school, upload(pdf(), name)).original_name == expected


def test_store_document_takes_a_file_without_a_name(school: School) -> None:
    file = upload(docx())
    file._name = None

    assert store(school, file).original_name == "document.docx"


def test_store_document_takes_an_upload_that_lies_on_disk(school: School) -> None:
    with TemporaryUploadedFile("cv.pdf", "application/pdf", 0, None) as file:
        file.write(pdf())
        file.seek(0)

        assert store(school, file).size_bytes == len(pdf())


def test_store_document_refuses_a_program_that_calls_itself_a_pdf(school: School, media: Path) -> None:
    assert refusal_of(school, upload(b"MZ\x90\0" + b"\0" * 60, "cv.pdf.exe")) == "program"
    assert stored_files(media) == []
    assert Document.objects.count() == 0


def test_store_document_refuses_a_kind_that_is_not_wanted(school: School, media: Path) -> None:
    assert refusal_of(school, upload(pdf()), frozenset({Kind.DOCX})) == "kind_not_allowed"
    assert stored_files(media) == []


def test_store_document_refuses_an_empty_file(school: School) -> None:
    assert refusal_of(school, upload(b"")) == "file_empty"


class Endless:
    """An upload that says it is small and goes on for ever."""

    name = "cv.pdf"
    size = 10

    def __init__(self) -> None:
        self.sent = 0

    def chunks(self):
        while True:
            self.sent += 1 << 20
            yield b"%PDF-1.7\n".ljust(1 << 20)


def test_store_document_stops_receiving_at_the_limit(school: School) -> None:
    endless = Endless()

    assert refusal_of(school, endless) == "file_too_big"
    assert endless.sent == UPLOAD_BYTES + (1 << 20)


def test_store_document_does_not_receive_what_says_it_is_too_big(school: School) -> None:
    endless = Endless()
    endless.size = UPLOAD_BYTES + 1

    assert refusal_of(school, endless) == "file_too_big"
    assert endless.sent == 0


def test_store_document_scanned_and_clean_says_so(school: School, clamd: Clamd) -> None:
    document = store(school, upload(pdf()))

    assert document.scan_state == ScanState.CLEAN
    assert clamd.received == [pdf()]


def test_store_document_keeps_nothing_of_a_virus(school: School, clamd: Clamd, media: Path) -> None:
    assert refusal_of(school, upload(HARMFUL, "notes.txt")) == "virus_found"
    assert stored_files(media) == []
    assert Document.objects.count() == 0


def test_store_document_with_the_scanner_away_keeps_nothing(school: School, settings, media: Path) -> None:
    settings.CLAMD_ADDRESS = unused_address()

    assert refusal_of(school, upload(pdf())) == "scanner_away"
    assert stored_files(media) == []
    assert Document.objects.count() == 0


def test_store_document_scans_before_it_looks_inside(school: School, clamd: Clamd) -> None:
    assert refusal_of(school, upload(pdf()[:60] + HARMFUL)) == "virus_found"


def test_store_document_does_not_trouble_the_scanner_with_what_is_refused_anyway(
    school: School, clamd: Clamd
) -> None:
    assert refusal_of(school, upload(b"{\\rtf1}")) == "rich_text"
    assert clamd.received == []


@pytest.mark.django_db(transaction=True)
def test_store_document_whose_row_cannot_be_saved_leaves_no_file(school: School, media: Path) -> None:
    with pytest.raises(IntegrityError):
        store_document(school_id=0, upload=upload(pdf()), allowed=ANY, by=NOBODY, now=NOW)

    assert stored_files(media) == []


def test_store_document_leaves_nothing_in_the_temporary_folder(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    store(school, upload(pdf()))
    refusal_of(school, upload(pdf()[:60]))

    assert list(folder.iterdir()) == []


def test_store_document_reads_nothing_but_name_size_and_chunks(school: School) -> None:
    class Plain:
        name, size = "notes.txt", None

        def chunks(self):
            return iter(io.BytesIO(b"Interview notes: asked about safeguarding."))

    assert store(school, Plain()).kind == "txt"
