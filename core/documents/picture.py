"""A photograph of a document, written anew: what was seen stays, what the camera wrote beside it goes.

Runs in the child process. Place, time, camera, earlier versions and whatever is hung on to the file are
gone, because nothing but the points of the picture is carried over.
"""

from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from core.documents.kinds import Kind
from core.documents.refusals import refuse

MOST_PIXELS = 50_000_000
JPEG_QUALITY = 90
_MODES = {Kind.JPEG: frozenset({"RGB", "L"}), Kind.PNG: frozenset({"RGB", "RGBA", "L", "LA"})}
_OTHERWISE = {Kind.JPEG: "RGB", Kind.PNG: "RGBA"}


def clean_picture(path: str) -> dict[str, Any]:
    """Replace the file by its picture alone, turned the way it is to be looked at; say of which kind it is.

    Raises ``DomainError`` for more points than a photograph of a page has, and for what does not open.
    """
    cleaned = Path(f"{path}.cleaned")
    try:
        with Image.open(path, formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise refuse("picture_too_large")
            kind = Kind.PNG if picture.format == "PNG" else Kind.JPEG
            _points_of(picture, kind).save(
                cleaned, format="PNG" if kind is Kind.PNG else "JPEG", quality=JPEG_QUALITY
            )
    except Image.DecompressionBombError as error:
        raise refuse("picture_too_large") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise refuse("picture_unreadable") from error
    cleaned.replace(path)
    return {"kind": kind.value, "notes": []}


def _points_of(picture: Image.Image, kind: Kind) -> Image.Image:
    """A new picture of the same points, which knows nothing of the old one."""
    turned = ImageOps.exif_transpose(picture)
    if turned.mode not in _MODES[kind]:
        turned = turned.convert(_OTHERWISE[kind])
    fresh = Image.new(turned.mode, turned.size)
    fresh.paste(turned)
    return fresh
