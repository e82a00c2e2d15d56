"""What may stand in a PDF, by pypdf, whose own limits bound what a stream can swell to.

``inspect_pdf`` is run in the child process: even looking at a hostile file can take long.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from core.documents.archive import Inspected
from core.documents.kinds import Kind, Note
from core.documents.refusals import refuse

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PdfLimits:
    pages: int = 300
    objects: int = 100_000
    drawing_bytes: int = 200 * MB


def inspect_pdf(path: str, limits: PdfLimits | None = None) -> Inspected:
    """What was noticed in a PDF. Raises ``DomainError`` to refuse it."""
    limits = limits or PdfLimits()
    try:
        with PdfReader(path) as reader:
            _refuse_password(reader)
            _refuse_size(reader, limits)
            return {"kind": Kind.PDF.value, "notes": sorted(_notes(reader))}
    except (LimitReachedError, RecursionError) as error:
        raise refuse("pdf_too_complex") from error
    except PyPdfError as error:
        raise refuse("pdf_damaged") from error
    except RuntimeError as error:  # "not implemented": locked by the scheme of some shop or library
        raise refuse("pdf_password_protected") from error


def _refuse_password(reader: PdfReader) -> None:
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise refuse("pdf_password_protected")


def _refuse_size(reader: PdfReader, limits: PdfLimits) -> None:
    objects = sum(len(section) for section in reader.xref.values()) + len(reader.xref_objStm)
    if objects > limits.objects:
        raise refuse("pdf_too_complex")
    pages = len(reader.pages)
    if pages == 0:
        raise refuse("pdf_no_pages")
    if pages > limits.pages:
        raise refuse("pdf_too_many_pages")
    # Readers that come later have no limit of their own, so every page is inflated once under pypdf's.
    total = 0
    for page in reader.pages:
        for stream in drawing_streams(page):
            total += len(stream.get_data())
            if total > limits.drawing_bytes:
                raise refuse("pdf_too_complex")


def drawing_streams(page: DictionaryObject) -> Iterator[StreamObject]:
    """The parts of what draws a page, in order."""
    contents = _resolved(page, "/Contents")
    parts = contents if isinstance(contents, ArrayObject) else [contents]
    for part in parts:
        stream = part.get_object() if part is not None else None
        if isinstance(stream, StreamObject):
            yield stream


def _notes(reader: PdfReader) -> Iterator[Note]:
    root = reader.root_object
    names, form, opening = (_resolved(root, key) for key in ("/Names", "/AcroForm", "/OpenAction"))
    if _holds(names, "/JavaScript") or (_holds(opening, "/S") and opening["/S"] == "/JavaScript"):
        yield Note.PDF_SCRIPT
    if _holds(names, "/EmbeddedFiles"):
        yield Note.PDF_ATTACHMENTS
    if _holds(form, "/XFA"):
        yield Note.PDF_XFA_FORM
    if reader.is_encrypted:
        yield Note.PDF_EDITING_LOCKED


def _resolved(dictionary: DictionaryObject, key: str) -> Any:
    value = dictionary.get(key)
    return value.get_object() if value is not None else None


def _holds(value: Any, key: str) -> bool:
    return isinstance(value, DictionaryObject) and key in value
