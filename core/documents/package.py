"""How Word and Excel files say what their parts are: content types and relationships between parts."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from core.documents.kinds import Kind, Note
from core.documents.refusals import refuse
from core.documents.xml_parts import parse_part

CONTENT_TYPES_PART = "[Content_Types].xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_MAIN_PARTS: Mapping[str, Kind] = {
    f"{_WORD}document.main+xml": Kind.DOCX,
    f"{_EXCEL}sheet.main+xml": Kind.XLSX,
}
_TEMPLATES = frozenset({f"{_WORD}template.main+xml", f"{_EXCEL}template.main+xml"})
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
_MACRO_MARKS = ("macroenabled", "vbaproject", "macrosheet")
_BARE_SERVER = re.compile(r"[a-z][a-z0-9_$-]*", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z][:|]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """The type of each part: by its name, or else by its extension. Names are kept in lower case."""

    overrides: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        name = name.lower()
        return self.overrides.get(name) or self.defaults.get(name.rpartition(".")[2], "")


def read_content_types(data: bytes) -> ContentTypes:
    """Raises ``DomainError`` where ``data`` is not plain XML."""
    overrides: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for element in parse_part(data):
        content_type = element.get("ContentType", "").strip().lower()
        if _local_name(element) == "Override":
            overrides[element.get("PartName", "").lstrip("/").lower()] = content_type
        elif _local_name(element) == "Default":
            defaults[element.get("Extension", "").lower()] = content_type
    return ContentTypes(overrides, defaults)


def kind_of(types: ContentTypes, names: Collection[str]) -> Kind:
    """Word or Excel, by the type of the main part among those that are there.

    Raises ``DomainError`` for macros, templates, presentations and anything else.
    """
    held = {types.of(name) for name in names}
    if _has_macros(held, names):
        raise refuse("office_macros")
    kinds = {_MAIN_PARTS[content_type] for content_type in held & _MAIN_PARTS.keys()}
    if len(kinds) == 1:
        return kinds.pop()
    if held & _TEMPLATES:
        raise refuse("office_template")
    if any(content_type.startswith(_PRESENTATION) for content_type in held):
        raise refuse("powerpoint")
    raise refuse("office_damaged")


def kind_without_types(names: Iterable[str], mimetype: bytes) -> str:
    """The code with which a zip archive that is no Word or Excel file is refused."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return "open_document"
    if any(name.lower().endswith(".iwa") for name in names):
        return "apple_document"
    return "zip_of_files"


def relationship_notes(data: bytes) -> frozenset[Note]:
    """What a part's relationships reach for outside the file.

    Raises ``DomainError`` for a template on the internet. One on a drive or a bare server name is noted:
    councils write those by the thousand, and such a name means nothing outside their network.
    """
    notes: set[Note] = set()
    for element in parse_part(data):
        kind = element.get("Type", "").rpartition("/")[2].lower()
        if element.get("TargetMode", "").strip().lower() != "external" or kind == "hyperlink":
            continue
        if kind != "attachedtemplate":
            notes.add(Note.LINKED_CONTENT)
        elif is_on_internet(element.get("Target", "")):
            raise refuse("office_remote_template")
        else:
            notes.add(Note.TEMPLATE_ON_OWN_NETWORK)
    return frozenset(notes)


def is_on_internet(target: str) -> bool:
    """Whether an address could lead out of the reader's own computer and network."""
    scheme, colon, rest = unquote(target).strip().replace("\\", "/").partition(":")
    if colon and scheme.lower() != "file":
        return len(scheme) > 1  # one letter is a drive
    path = rest if colon else scheme
    slashes = len(path) - len(path.lstrip("/"))
    if slashes < 2 or (colon and slashes == 3):
        return False
    host = _server_of(path)
    return not (_DRIVE.fullmatch(host) or _BARE_SERVER.fullmatch(host))


def _server_of(path: str) -> str:
    """The first name in //server/share, also where it is written as //?/UNC/server/share."""
    segments = [segment for segment in path.split("/") if segment not in {"", "?", "."}]
    if len(segments) > 1 and segments[0].lower() == "unc":
        segments = segments[1:]
    return segments[0] if segments else ""


def _has_macros(content_types: Iterable[str], names: Iterable[str]) -> bool:
    return any(mark in content_type for content_type in content_types for mark in _MACRO_MARKS) or any(
        name.lower().endswith("vbaproject.bin") or name.lower().startswith("xl/macrosheets/")
        for name in names
    )


def _local_name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
