"""The kinds of document that are taken, and how a file's first bytes tell them apart."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

HEAD_BYTES = 2048


class Kind(StrEnum):
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    TXT = "txt"
    JPEG = "jpg"
    PNG = "png"
    HTML = "html"


PICTURES = frozenset({Kind.JPEG, Kind.PNG})


KIND_LABELS: Mapping[Kind, str] = {
    Kind.DOCX: "a Word document (.docx)",
    Kind.PDF: "a PDF",
    Kind.XLSX: "an Excel workbook (.xlsx)",
    Kind.TXT: "a plain text file (.txt)",
    Kind.JPEG: "a photograph (.jpg)",
    Kind.PNG: "a picture (.png)",
    Kind.HTML: "a web page (.html)",
}

CONTENT_TYPES: Mapping[Kind, str] = {
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.PDF: "application/pdf",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.TXT: "text/plain",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.HTML: "text/plain",  # a stored page is shown as its text, never run
}


class Note(StrEnum):
    """What was noticed in a file that was taken all the same."""

    NAME_DIFFERS = "name_differs"
    LINKED_CONTENT = "linked_content"
    TEMPLATE_ON_OWN_NETWORK = "template_on_own_network"
    PDF_SCRIPT = "pdf_script"
    PDF_ATTACHMENTS = "pdf_attachments"
    PDF_XFA_FORM = "pdf_xfa_form"
    PDF_EDITING_LOCKED = "pdf_editing_locked"


class Container(StrEnum):
    """What the first bytes say, whatever the name says."""

    PDF = "pdf"
    ZIP = "zip"
    OLE = "ole"
    RICH_TEXT = "rich_text"
    WEB_PAGE = "web_page"
    PICTURE = "picture"
    PROGRAM = "program"
    OTHER = "other"


_AT_START: tuple[tuple[bytes, Container], ...] = (
    (b"PK\x03\x04", Container.ZIP),
    (b"PK\x05\x06", Container.ZIP),
    (b"PK\x07\x08", Container.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Container.OLE),
    (b"{\\rtf", Container.RICH_TEXT),
    (b"\xff\xd8\xff", Container.PICTURE),
    (b"\x89PNG\r\n\x1a\n", Container.PICTURE),
    (b"GIF8", Container.PICTURE),
    (b"II*\x00", Container.PICTURE),
    (b"MM\x00*", Container.PICTURE),
    (b"MZ", Container.PROGRAM),
    (b"\x7fELF", Container.PROGRAM),
    (b"\xcf\xfa\xed\xfe", Container.PROGRAM),
)
_PHONE_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_WEB_PAGE_STARTS = (b"<!doctype html", b"<html")


def recognise(head: bytes) -> Container:
    """What a file is by its first ``HEAD_BYTES`` bytes. Text has no mark of its own: it is ``OTHER``."""
    for mark, container in _AT_START:
        if head.startswith(mark) and (container is not Container.PROGRAM or b"\0" in head):
            return container
    if head[4:12] in _PHONE_PICTURES or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return Container.PICTURE
    if b"%PDF-" in head[:1024]:  # readers of PDF allow for stray bytes before the mark, and so do senders
        return Container.PDF
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB_PAGE_STARTS):
        return Container.WEB_PAGE
    return Container.OTHER


def picture_kind(head: bytes) -> Kind | None:
    """Which of the pictures that may be taken a file is by its first bytes; None for another."""
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    return Kind.PNG if head.startswith(b"\x89PNG\r\n\x1a\n") else None


def in_words(kinds: Iterable[Kind]) -> str:
    """The kinds as a person would list them: "a Word document (.docx), a PDF or a plain text file (.txt)"."""
    labels = [KIND_LABELS[kind] for kind in Kind if kind in set(kinds)]
    if len(labels) < 2:
        return "".join(labels)
    return f"{', '.join(labels[:-1])} or {labels[-1]}"
