"""The ways that a job document can be spoilt, by its kind."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

Spoil = Callable[[bytes, random.Random], bytes]


def truncated(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(1, len(data))]


def flipped(data: bytes, rng: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(rng.randint(1, 40)):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    return bytes(spoilt)


def doubled(data: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(data))
    return data[:place] + data[place // 2 :]


def _text(change: Callable[[list[str], random.Random], str]) -> Spoil:
    return lambda data, rng: change(data.decode("utf-8", "replace").split("\n"), rng).encode()


def _reordered(lines: list[str], rng: random.Random) -> str:
    return "\n".join(rng.sample(lines, len(lines)))


def _repeated(lines: list[str], rng: random.Random) -> str:
    return "\n".join(line for line in lines for _ in range(rng.randint(0, 4)))


def _many_pages(lines: list[str], rng: random.Random) -> str:
    return "\f".join(["\n".join(lines[: rng.randint(5, 60)])] * 150)[:390_000]


def _one_line(lines: list[str], rng: random.Random) -> str:
    return rng.choice((" ", "\t", " | ", " / ")).join(lines)


def _nested(lines: list[str], rng: random.Random) -> str:
    sign = rng.choice(("(", "[", "|", "\t", "**", "> ", "<div>", "- "))
    return "\n".join(sign * rng.randint(1, 300) + line for line in lines)


def _odd_encoding(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        rng.choice(("utf-16", "utf-16-le", "cp1252", "utf-32", "utf-7", "shift_jis")), "replace"
    )


def _in_part(part_name: str, change: Callable[[str, random.Random], str]) -> Spoil:
    """Change one part of an Office file and pack it again."""

    def spoil(data: bytes, rng: random.Random) -> bytes:
        made = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                part = old.read(name)
                if name == part_name:
                    part = change(part.decode("utf-8"), rng).encode()
                new.writestr(name, part)
        return made.getvalue()

    return spoil


_PIECES = re.compile(r"(<w:p[ >].*?</w:p>)", re.DOTALL)


def _shuffled_xml(text: str, rng: random.Random) -> str:
    pieces = _PIECES.split(text)
    bodies = pieces[1::2]
    rng.shuffle(bodies)
    pieces[1::2] = bodies
    return "".join(pieces)


def _repeated_xml(text: str, rng: random.Random) -> str:
    pieces = _PIECES.split(text)
    pieces[1::2] = [piece * rng.randint(0, 6) for piece in pieces[1::2]]
    return "".join(pieces)


def _deep_xml(text: str, rng: random.Random) -> str:
    depth = rng.randint(20, 400)
    opened = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    return text.replace("</w:body>", opened + "</w:body>", 1)


def _cut_xml(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text))]


def _bomb_xml(text: str, rng: random.Random) -> str:
    filler = "<w:p><w:r><w:t>" + " " * rng.randint(1_000_000, 4_000_000) + "</w:t></w:r></w:p>"
    return text.replace("</w:body>", filler + "</w:body>", 1)


def _pages(*counts: int) -> Spoil:
    """The pages of a PDF in another order, some of them often."""

    def spoil(data: bytes, rng: random.Random) -> bytes:
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(data))
        writer = pypdf.PdfWriter()
        for _ in range(rng.choice(counts)):
            writer.add_page(reader.pages[rng.randrange(len(reader.pages))])
        made = io.BytesIO()
        writer.write(made)
        return made.getvalue()

    return spoil


def _pdf_bomb(data: bytes, rng: random.Random) -> bytes:
    """A few kilobytes whose one page swells: to blanks, to lines, or to words laid over each other."""
    import pypdf
    from pypdf.generic import NameObject, StreamObject

    drawing = rng.choice((b" ", b"0 0 m 9 9 l S ", b"BT /F1 9 Tf 5 5 Td (Essential) Tj ET "))
    stream = StreamObject()
    stream.set_data(zlib.compress(drawing * (rng.randint(100_000, 4_000_000) // len(drawing)), 9))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer = pypdf.PdfWriter()
    page = writer.add_page(pypdf.PdfReader(io.BytesIO(data)).pages[0])
    page[NameObject("/Contents")] = writer._add_object(stream)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


_ROWS = re.compile(r"(<row[ >].*?</row>)", re.DOTALL)


def _shuffled_rows(text: str, rng: random.Random) -> str:
    pieces = _ROWS.split(text)
    bodies = pieces[1::2]
    rng.shuffle(bodies)
    pieces[1::2] = bodies
    return "".join(pieces)


def _far_cell(text: str, rng: random.Random) -> str:
    place, row = rng.choice(
        (("XFD1", 1), ("A1048576", 1_048_576), ("XFD1048576", 1_048_576), ("AZ40000", 40_000))
    )
    far = f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>Essential</t></is></c></row>'
    return text.replace("</sheetData>", far + "</sheetData>", 1)


def _vast_merge(text: str, rng: random.Random) -> str:
    ends = rng.choice(("ZZ40000", "XFD1048576", "D5000"))
    return text.replace(
        "</sheetData>", f'</sheetData><mergeCells><mergeCell ref="A1:{ends}"/></mergeCells>', 1
    )


def _many_rows(text: str, rng: random.Random) -> str:
    cell = '<c t="inlineStr"><is><t>Able to lead a team</t></is></c>' * rng.randint(1, 60)
    return text.replace("</sheetData>", f"<row>{cell}</row>" * rng.randint(500, 20_000) + "</sheetData>", 1)


def _shuffled_tags(text: str, rng: random.Random) -> str:
    pieces = re.split(r"(?=<)", text)
    return "".join(rng.sample(pieces, len(pieces)))


def _deep_page(text: str, rng: random.Random) -> str:
    opened = rng.choice(("<div>", "<table><tr><td>", "<ul><li>", "<b><i>"))
    return opened * rng.randint(50, 60_000) + text


def _wide_page(text: str, rng: random.Random) -> str:
    cells = f'<td colspan="{rng.randint(1, 99_999)}" rowspan="{rng.randint(1, 99_999)}">Essential</td>'
    return text + "<table>" + ("<tr>" + cells * rng.randint(1, 60) + "</tr>") * rng.randint(10, 400)


def _long_page(text: str, rng: random.Random) -> str:
    return text * max(1, rng.randint(100_000, 1_900_000) // max(len(text), 1))


def _page(change: Callable[[str, random.Random], str]) -> Spoil:
    return lambda data, rng: change(data.decode("utf-8", "replace"), rng).encode()


_WORD, _SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
_ANY: dict[str, Spoil] = {"truncated": truncated, "flipped": flipped, "doubled": doubled}
WAYS: dict[str, dict[str, Spoil]] = {
    "txt": {
        **_ANY,
        "reordered": _text(_reordered),
        "repeated": _text(_repeated),
        "many pages": _text(_many_pages),
        "one line": _text(_one_line),
        "nested": _text(_nested),
        "encoding": _odd_encoding,
    },
    "docx": {
        **_ANY,
        "reordered": _in_part(_WORD, _shuffled_xml),
        "repeated": _in_part(_WORD, _repeated_xml),
        "nested": _in_part(_WORD, _deep_xml),
        "cut part": _in_part(_WORD, _cut_xml),
        "bomb": _in_part(_WORD, _bomb_xml),
    },
    "pdf": {**_ANY, "pages": _pages(1, 3, 20), "many pages": _pages(290, 320), "bomb": _pdf_bomb},
    "xlsx": {
        **_ANY,
        "reordered": _in_part(_SHEET, _shuffled_rows),
        "far cell": _in_part(_SHEET, _far_cell),
        "vast merge": _in_part(_SHEET, _vast_merge),
        "many rows": _in_part(_SHEET, _many_rows),
        "cut part": _in_part(_SHEET, _cut_xml),
    },
    "html": {
        **_ANY,
        "reordered": _page(_shuffled_tags),
        "nested": _page(_deep_page),
        "wide": _page(_wide_page),
        "long": _page(_long_page),
        "encoding": _odd_encoding,
    },
}
# What no school has: these copies may take as long as the guards allow, the others may not.
HOSTILE = frozenset({"many pages", "nested", "bomb", "far cell", "vast merge", "many rows", "wide", "long"})
