"""Word and Excel files are zip archives: what their directory says, then what inflating them really yields.

``inspect_archive`` is run in the child process; nothing here imports Django.
"""

import zipfile
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from core.documents.kinds import Kind, Note
from core.documents.package import (
    CONTENT_TYPES_PART,
    ContentTypes,
    kind_of,
    kind_without_types,
    read_content_types,
    relationship_notes,
)
from core.documents.refusals import refuse
from core.documents.xml_parts import (
    OVERLAP,
    looks_like_xml,
    refuse_declarations,
    refuse_unusual_encoding,
    refuse_vast_sheet,
    without_marks,
)

MB = 1024 * 1024
CHUNK = 256 * 1024
ENCRYPTED_FLAG = 0x1
# What zipfile raises on archives that are cut off, overwritten or made by something unheard of.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    entries: int = 2_000
    entry_bytes: int = 100 * MB
    total_bytes: int = 200 * MB
    ratio: int = 150
    ratio_from_bytes: int = MB
    small_part_bytes: int = 4 * MB
    sheet_rows: int = 50_000
    sheet_columns: int = 500


class Inspected(TypedDict):
    """What the child answers about a file that may come in."""

    kind: str
    notes: list[str]


def inspect_archive(path: str, limits: ArchiveLimits | None = None) -> Inspected:
    """The kind of a Word or Excel file and what was noticed in it. Raises ``DomainError`` to refuse it."""
    with Path(path).open("rb") as file:
        try:
            with zipfile.ZipFile(file) as archive:
                return _inspect(archive, limits or ArchiveLimits())
        except _DAMAGE as error:
            raise refuse("office_damaged") from error


def _inspect(archive: zipfile.ZipFile, limits: ArchiveLimits) -> Inspected:
    entries = archive.infolist()
    refuse_directory(entries, limits)
    types = _content_types(archive, limits)
    kind = kind_of(types, archive.namelist())
    notes = _Inflation(archive, types, kind, limits).run(entries)
    return {"kind": kind.value, "notes": sorted(notes)}


def refuse_directory(entries: Sequence[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    """Raise ``DomainError`` for a directory that no Word or Excel file would have."""
    if len(entries) > limits.entries:
        raise refuse("office_too_many_parts")
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise refuse("office_password_protected")
    if any(_is_unsafe(entry) for entry in entries):
        raise refuse("office_unsafe_part")
    # The format compares names without regard to case, so "A.xml" and "a.xml" are one part twice.
    if len({entry.filename.casefold() for entry in entries}) != len(entries):
        raise refuse("office_duplicate_parts")
    if sum(entry.file_size for entry in entries) > limits.total_bytes:
        raise refuse("office_too_big_inside")
    if any(_is_bloated(entry, limits) for entry in entries):
        raise refuse("office_too_big_inside")


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    return (
        name.startswith("/")
        or ".." in name.split("/")
        or any(mark in name for mark in "\\\0:")
        # Other methods need memory by the gigabyte, and the format allows only these two.
        or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    )


def _is_bloated(entry: zipfile.ZipInfo, limits: ArchiveLimits) -> bool:
    if entry.file_size > limits.entry_bytes:
        return True
    return entry.file_size > limits.ratio_from_bytes and entry.file_size > limits.ratio * max(
        entry.compress_size, 1
    )


def _content_types(archive: zipfile.ZipFile, limits: ArchiveLimits) -> ContentTypes:
    names = archive.namelist()
    if CONTENT_TYPES_PART not in names:
        raise refuse(kind_without_types(names, _mimetype(archive, names)))
    return read_content_types(_small_part(archive, CONTENT_TYPES_PART, limits))


def _mimetype(archive: zipfile.ZipFile, names: Collection[str]) -> bytes:
    if "mimetype" not in names:
        return b""
    with archive.open("mimetype") as stream:
        return stream.read(200)


def _small_part(archive: zipfile.ZipFile, name: str, limits: ArchiveLimits) -> bytes:
    with archive.open(name) as stream:
        data = stream.read(limits.small_part_bytes + 1)
    if len(data) > limits.small_part_bytes:
        raise refuse("office_too_big_inside")
    return data


class _Inflation:
    """Inflates every part once, in chunks, and judges what comes out.

    Sizes in the directory can lie. zipfile yields no more than they state, so their sum, judged before,
    bounds the work; and it fails where the contents do not agree with them.
    """

    def __init__(
        self, archive: zipfile.ZipFile, types: ContentTypes, kind: Kind, limits: ArchiveLimits
    ) -> None:
        self.archive = archive
        self.types = types
        self.kind = kind
        self.limits = limits

    def run(self, entries: Sequence[zipfile.ZipInfo]) -> frozenset[Note]:
        notes: set[Note] = set()
        for entry in entries:
            self._inflate(entry.filename)
            if entry.filename.lower().endswith(".rels"):
                notes |= relationship_notes(_small_part(self.archive, entry.filename, self.limits))
        return frozenset(notes)

    def _inflate(self, name: str) -> None:
        with self.archive.open(name) as stream:
            chunk = stream.read(CHUNK)
            is_xml = self._is_xml(name, chunk)
            if is_xml:
                refuse_unusual_encoding(chunk[:OVERLAP])
            tail = b""
            while chunk:
                if is_xml:
                    window = tail + without_marks(chunk)
                    self._judge(name, window)
                    tail = window[-OVERLAP:]
                chunk = stream.read(CHUNK)

    def _judge(self, name: str, window: bytes) -> None:
        refuse_declarations(window)
        if self._is_sheet(name):
            refuse_vast_sheet(window, rows=self.limits.sheet_rows, columns=self.limits.sheet_columns)

    def _is_xml(self, name: str, start: bytes) -> bool:
        name, content_type = name.lower(), self.types.of(name)
        if name.endswith(".svg") and content_type == "image/svg+xml":
            return (
                False  # a drawing: Office shows it, nothing here parses it, and it may have a document type
            )
        return (
            name.endswith((".xml", ".rels", ".vml"))
            or content_type.endswith(("+xml", "/xml"))
            or looks_like_xml(start)
        )

    def _is_sheet(self, name: str) -> bool:
        return self.kind is Kind.XLSX and (
            name.lower().startswith("xl/worksheets/") or self.types.of(name).endswith("worksheet+xml")
        )
