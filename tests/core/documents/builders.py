"""Files made on the spot: whole ones, and ones that are wrong in a single way."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

type Parts = Mapping[str, str | bytes]


def content_types(main_part: str, main_type: str, *, extra: str = "") -> str:
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main_part}" ContentType="{main_type}"/>{extra}</Types>'
    )


def relationships(*entries: tuple[str, str, str]) -> str:
    """Relationships of (type, target, mode)."""
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(entries, start=1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{XML}<Relationships xmlns="{namespace}">{lines}</Relationships>'


def word_parts(main_type: str = WORD_MAIN, *, extra_types: str = "") -> dict[str, str | bytes]:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {
        "[Content_Types].xml": content_types("word/document.xml", main_type, extra=extra_types),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml", "Internal")),
        "word/document.xml": (
            f'{XML}<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>Teaching assistant, Mill Lane '
            "Primary School</w:t></w:r></w:p></w:body></w:document>"
        ),
    }


def excel_parts(
    main_type: str = EXCEL_MAIN, *, dimension: str = "A1:C3", cells: str = ""
) -> dict[str, str | bytes]:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", main_type),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml", "Internal")),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{namespace}"/>',
        "xl/worksheets/sheet1.xml": (
            f'{XML}<worksheet xmlns="{namespace}"><dimension ref="{dimension}"/>'
            f"<sheetData>{cells}</sheetData></worksheet>"
        ),
    }


def zipped(
    parts: Parts, *, method: int = zipfile.ZIP_DEFLATED, more: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """A zip archive of the parts, and after them of ``more``, which may repeat names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in [*parts.items(), *more]:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return buffer.getvalue()


def docx(more: Parts | None = None, *, extra_types: str = "") -> bytes:
    return zipped(word_parts(extra_types=extra_types) | dict(more or {}))


def xlsx(*, dimension: str = "A1:C3", cells: str = "") -> bytes:
    return zipped(excel_parts(dimension=dimension, cells=cells))


def ole(*streams: str) -> bytes:
    """The head of an old Office container with a directory that names these streams."""
    names = ["Root Entry", *streams]
    return OLE_MARK + b"\0" * 504 + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


def pdf_writer(pages: int = 1) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    return writer


def pdf(writer: PdfWriter | None = None) -> bytes:
    buffer = io.BytesIO()
    (writer or pdf_writer()).write(buffer)
    return buffer.getvalue()


def locked_pdf(*, user_password: str, algorithm: str = "AES-256") -> bytes:
    writer = pdf_writer()
    writer.encrypt(user_password, owner_password="harbour-lights", algorithm=algorithm)
    return pdf(writer)


def pdf_with_drawing(operators: bytes, *, pages: int = 1) -> bytes:
    """A PDF whose pages are each drawn by these operators, compressed."""
    writer = pdf_writer(pages)
    for page in writer.pages:
        stream = DecodedStreamObject()
        stream.set_data(operators)
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    return pdf(writer)


def pdf_of_objects(objects: Sequence[str]) -> bytes:
    """A PDF of these objects as they are written, numbered from 1; the first is its root."""
    data, offsets = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def pdf_with_root_entry(key: str, value: DictionaryObject) -> bytes:
    writer = pdf_writer()
    writer.root_object[NameObject(key)] = writer._add_object(value)
    return pdf(writer)


def pdf_dictionary(**entries: str) -> DictionaryObject:
    """A dictionary of names to texts; a text that begins with a slash is a name."""
    values = {
        NameObject(f"/{key}"): NameObject(text) if text.startswith("/") else TextStringObject(text)
        for key, text in entries.items()
    }
    return DictionaryObject(values)


def saved(folder: Path, data: bytes, name: str = "upload") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
