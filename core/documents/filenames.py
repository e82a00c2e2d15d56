"""The name under which a file is shown and downloaded. It never decides anything and is never a path."""

import re
import unicodedata
from pathlib import PurePosixPath

from core.documents.kinds import Kind

NAME_CHARACTERS = 120
UNNAMED = "document"

_NOT_IN_NAMES = re.compile(r'[<>:"|?*]+')
_DOCUMENT_ENDINGS = {"doc", "docm", "docx", "dot", "dotm", "dotx", "odt", "pages", "pdf", "rtf", "txt"}
_SHEET_ENDINGS = {"csv", "xls", "xlsb", "xlsm", "xlsx"}
_PROGRAM_ENDINGS = {"bat", "cmd", "com", "exe", "hta", "jar", "js", "lnk", "msi", "ps1", "scr", "vbs"}
_OTHER_ENDINGS = {"htm", "html", "jpeg", "jpg", "msg", "png", "zip"}
_ENDINGS = _DOCUMENT_ENDINGS | _SHEET_ENDINGS | _PROGRAM_ENDINGS | _OTHER_ENDINGS
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def clean_filename(name: str | None, kind: Kind) -> str:
    """A name fit to show and to save on any computer, with the one ending that is true.

    Keeps the sender's words: "a.b.pdf" stays, "cv.pdf.exe" of a PDF becomes "cv.pdf", no name becomes
    "document.pdf". At most 120 characters.
    """
    stem = _without_endings(_plain(_last_part(name or ""))).strip(" .")
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    stem = stem[: NAME_CHARACTERS - len(kind) - 1].strip(" .")
    return f"{stem or UNNAMED}.{kind}"


def ending_of(name: str | None) -> str:
    """What follows the last dot of a name, in lower case; empty where there is no dot."""
    return PurePosixPath(_plain(_last_part(name or "")).strip().lower()).suffix.removeprefix(".")


def _last_part(name: str) -> str:
    """Old browsers, and attackers, send whole paths."""
    return re.split(r"[/\\]", name)[-1]


def _plain(name: str) -> str:
    """Without characters that cannot be seen: one of them writes backwards and makes "fdp.exe" look a PDF."""
    composed = unicodedata.normalize("NFC", name)
    visible = "".join(
        " " if unicodedata.category(character) in {"Zs", "Zl", "Zp"} or character in "\t\r\n" else character
        for character in composed
        if character in "\t\r\n" or unicodedata.category(character)[0] != "C"
    )
    return re.sub(r"\s+", " ", _NOT_IN_NAMES.sub("_", visible))


def _without_endings(name: str) -> str:
    """Takes off every ending that names a kind of file, so that none is left to contradict the true one."""
    while True:
        stem, dot, ending = name.rstrip(" .").rpartition(".")
        if not dot or ending.strip().lower() not in _ENDINGS:
            return name
        name = stem
