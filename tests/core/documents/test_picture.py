"""Photographs of documents: the picture is kept, and nothing that lay beside it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from core.documents import picture
from core.documents.guard import inspect
from core.documents.kinds import Kind, Note
from core.domain.errors import DomainError

PICTURES = frozenset({Kind.PDF, Kind.JPEG, Kind.PNG})
CAMERA, PLACE, ORIENTATION = 0x010F, 0x8825, 0x0112


def photograph(*, orientation: int = 1, size: tuple[int, int] = (40, 20)) -> bytes:
    """A page taken by a telephone that says which telephone and where."""
    exif = Image.Exif()
    exif[CAMERA] = "Telephone of Rowan Ashdown"
    exif[ORIENTATION] = orientation
    exif.get_ifd(PLACE)[1] = "N"
    made = BytesIO()
    Image.new("RGB", size, "navy").save(made, "JPEG", exif=exif, comment=b"taken at 12 Mill Lane")
    return made.getvalue()


def drawing(mode: str = "RGBA") -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Rowan Ashdown")
    made = BytesIO()
    Image.new(mode, (30, 30)).save(made, "PNG", pnginfo=told)
    return made.getvalue()


def taken_in(tmp_path: Path, body: bytes, name: str = "passport.jpg") -> tuple[Kind, tuple[Note, ...], bytes]:
    path = tmp_path / "upload"
    path.write_bytes(body)
    found = inspect(path, name=name, allowed=PICTURES)
    return found.kind, found.notes, path.read_bytes()


def refused(tmp_path: Path, body: bytes, allowed: frozenset[Kind] = PICTURES) -> str:
    path = tmp_path / "upload"
    path.write_bytes(body)
    with pytest.raises(DomainError) as caught:
        inspect(path, name="passport.jpg", allowed=allowed)
    assert path.read_bytes() == body
    return caught.value.code


def test_a_photograph_loses_camera_place_and_comment(tmp_path: Path) -> None:
    body = photograph()
    assert b"Rowan" in body
    assert b"Mill Lane" in body

    kind, notes, kept = taken_in(tmp_path, body)

    assert (kind, notes) == (Kind.JPEG, ())
    with Image.open(BytesIO(kept)) as shown:
        assert (shown.size, dict(shown.getexif()), "comment" in shown.info) == ((40, 20), {}, False)
    assert b"Rowan" not in kept
    assert b"Mill Lane" not in kept


def test_a_photograph_is_turned_the_way_it_is_looked_at(tmp_path: Path) -> None:
    _, _, kept = taken_in(tmp_path, photograph(orientation=6))

    with Image.open(BytesIO(kept)) as shown:
        assert shown.size == (20, 40)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "I;16"])
def test_a_png_of_any_sort_loses_its_words(tmp_path: Path, mode: str) -> None:
    kind, _, kept = taken_in(tmp_path, drawing(mode), name="scan.png")

    assert kind == Kind.PNG
    assert b"Rowan" not in kept
    with Image.open(BytesIO(kept)) as shown:
        assert shown.size == (30, 30)


def test_what_is_hung_on_to_a_picture_is_not_kept(tmp_path: Path) -> None:
    _, _, kept = taken_in(tmp_path, photograph() + b"<script>alert(1)</script>PK\x03\x04")

    assert b"script" not in kept
    assert b"PK\x03\x04" not in kept


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("passport.jpg", ()),
        ("passport.JPEG", ()),
        ("passport.pdf", (Note.NAME_DIFFERS,)),
        ("", (Note.NAME_DIFFERS,)),
    ],
)
def test_the_name_decides_nothing(tmp_path: Path, name: str, notes: tuple[Note, ...]) -> None:
    assert taken_in(tmp_path, photograph(), name)[:2] == (Kind.JPEG, notes)


@pytest.mark.parametrize(
    "body",
    [
        photograph()[:200],
        photograph()[:-400],
        b"\xff\xd8\xff" + b"\0" * 4000,
        b"\x89PNG\r\n\x1a\n",
        drawing()[:40],
        b"\x89PNG\r\n\x1a\n" + b"IHDR" * 500,
    ],
)
def test_what_does_not_open_is_refused_in_words(tmp_path: Path, body: bytes) -> None:
    assert refused(tmp_path, body) == "picture_unreadable"


@pytest.mark.parametrize("mark", [b"GIF89a", b"II*\x00", b"\0\0\0\x18ftypheic"])
def test_pictures_of_other_kinds_are_refused_with_what_to_do(tmp_path: Path, mark: bytes) -> None:
    assert refused(tmp_path, mark + b"\0" * 99) == "picture_of_other_kind"


def test_a_picture_where_words_are_read_is_refused_as_ever(tmp_path: Path) -> None:
    assert refused(tmp_path, photograph(), frozenset({Kind.PDF, Kind.DOCX})) == "picture"


@pytest.mark.parametrize(("points", "is_refused"), [(8, True), (9, False)])
def test_more_points_than_a_page_needs_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, points: int, is_refused: bool
) -> None:
    monkeypatch.setattr(picture, "MOST_PIXELS", points)
    path = tmp_path / "upload"
    path.write_bytes(photograph(size=(3, 3)))

    if is_refused:
        with pytest.raises(DomainError) as caught:
            picture.clean_picture(str(path))
        assert caught.value.code == "picture_too_large"
    else:
        assert picture.clean_picture(str(path)) == {"kind": "jpg", "notes": []}
