"""Handing out a stored file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.http import Http404, HttpRequest
from django.middleware.csp import ContentSecurityPolicyMiddleware

from core.documents.kinds import Kind
from core.models import Document
from core.views.documents import document_response
from tests.factories.people import make_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(tmp_path: Path, settings) -> Document:
    settings.MEDIA_ROOT = tmp_path
    document = Document(
        school=make_school(),
        kind="pdf",
        original_name="Zoë “Lee”; letter.pdf",
        size_bytes=8,
        sha256="0" * 64,
        uploaded_at=datetime(2026, 11, 2, tzinfo=UTC),
    )
    document.file.save("x", ContentFile(b"%PDF-1.7"))
    return document


def test_document_response_is_the_file_as_an_attachment(document: Document) -> None:
    response = document_response(document)

    assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''Zo%C3%AB%20%E2%80%9CLee%E2%80%9D%3B%20letter.pdf"
    )
    assert response.headers["Content-Length"] == "8"
    response.close()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Content-Type", "application/pdf"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "private, no-store"),
    ],
)
def test_document_response_cannot_run_in_the_browser(document: Document, header: str, expected: str) -> None:
    response = document_response(document)

    assert response.headers[header] == expected
    response.close()


def test_document_response_keeps_its_policy_where_the_site_sets_one(document: Document, settings) -> None:
    settings.SECURE_CSP = {"default-src": ["'self'"]}
    middleware = ContentSecurityPolicyMiddleware(lambda _: document_response(document))

    response = middleware(HttpRequest())

    assert response.headers["Content-Security-Policy"] == (
        "sandbox; default-src 'none'; frame-ancestors 'none'"
    )
    response.close()


@pytest.mark.parametrize("kind", list(Kind))
def test_document_response_serves_every_kind_under_its_own_ending(document: Document, kind: Kind) -> None:
    document.kind = kind.value
    document.original_name = "cv.pdf.exe"

    response = document_response(document)

    assert response.headers["Content-Disposition"] == f'attachment; filename="cv.{kind}"'
    response.close()


def test_document_response_of_a_lost_file_is_not_found(document: Document) -> None:
    document.file.storage.delete(document.file.name)

    with pytest.raises(Http404):
        document_response(document)
