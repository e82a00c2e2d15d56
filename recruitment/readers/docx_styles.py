"""What a Word file says of its paragraphs by their styles and lists, and how its elements are asked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of its paragraphs: heading level, kind of list, bold and italic."""

    heading: int
    marker: str
    bold: bool
    italic: bool


class Styles:
    """The paragraph styles of a document: hundreds in the file, so each is worked out when it is met."""

    def __init__(self, document: Any) -> None:
        self._elements = {
            style.get(W + "styleId") or "": style
            for style in document.styles.element.iterchildren(W + "style")
        }
        self._met: dict[str, Style] = {}
        self.numbered = _number_formats(document)

    def style_of(self, key: str) -> Style:
        if key not in self._met:
            self._met[key] = _read_style(key, self._elements.get(key))
        return self._met[key]


def _read_style(key: str, element: "_Element | None") -> Style:
    name = (value_of(child_of(element, "name")) or key).lower()
    level = int(name[-1]) if name.startswith("heading") and name[-1].isdecimal() else 0
    marker = "number" if "list number" in name else "bullet" if "bullet" in name else ""
    looks = child_of(element, "rPr")
    heading = 1 if name == "title" else level
    return Style(heading, marker, bold=is_on(child_of(looks, "b")), italic=is_on(child_of(looks, "i")))


def _number_formats(document: Any) -> dict[tuple[str, str], str]:
    """Whether a list (numId, level) is numbered or bulleted."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - slow to load, and only needed for this format

    try:
        element = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:  # a document without lists has no such part
        return {}
    abstract: dict[str, dict[str, str]] = {}
    for item in element.iter(W + "abstractNum"):
        levels = abstract.setdefault(item.get(W + "abstractNumId") or "", {})
        for level in item.iter(W + "lvl"):
            levels[level.get(W + "ilvl") or "0"] = value_of(child_of(level, "numFmt")) or "bullet"
    formats: dict[tuple[str, str], str] = {}
    for item in element.iter(W + "num"):
        for level, kind in abstract.get(value_of(child_of(item, "abstractNumId")), {}).items():
            formats[item.get(W + "numId") or "", level] = kind
    return formats


def child_of(parent: "_Element | None", name: str) -> "_Element | None":
    """The first element of Word's with this name right below another; None where either is missing."""
    return next(parent.iterchildren(W + name), None) if parent is not None else None


def value_of(element: "_Element | None") -> str:
    """What an element says in its one value; nothing where it is missing."""
    return (element.get(W + "val") or "") if element is not None else ""


def is_on(element: "_Element | None", namespace: str = W) -> bool:
    """An XML toggle: present means on, unless its value says otherwise."""
    return element is not None and (element.get(namespace + "val") or "1").lower() not in {
        "0",
        "false",
        "off",
        "none",
    }
