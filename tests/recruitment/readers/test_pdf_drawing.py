"""What a PDF page shows: letters, lines, rectangles and bullets, each where a reader of the page sees it."""

from pathlib import Path

import pytest

from core.domain.errors import DomainError
from recruitment.readers import pdf_letters, pdf_shapes
from recruitment.readers.pdf_drawing import DrawnPages
from recruitment.readers.pdf_words import words_of
from tests.recruitment.readers.drawn_pdf import draw, page_of, places

TWO_WORDS = b"BT /F1 10 Tf 50 742 Td (Holds QTS) Tj ET"


def texts(path: Path) -> list[str]:
    return [word.text for word in words_of(page_of(path).letters)]


def test_letters_stand_on_their_line_as_high_as_their_font(tmp_path: Path) -> None:
    page = page_of(draw(tmp_path / "a.pdf", b"BT /F2 10 Tf 50 742 Td (E) Tj ET"))

    [letter] = page.letters
    assert (letter.text, letter.font, letter.size) == ("E", "Helvetica-Bold", 10)
    assert places([letter]) == [(50, 90, 57, 100)]


@pytest.mark.parametrize(
    ("turns", "place"),
    [(0, (50, 90, 57, 100)), (1, (742, 50, 752, 57)), (2, (538, 742, 545, 752)), (3, (90, 538, 100, 545))],
)
def test_a_page_that_is_shown_turned_is_read_as_it_is_looked_at(
    tmp_path: Path, turns: int, place: tuple[int, int, int, int]
) -> None:
    drawing = b"BT /F1 10 Tf 50 742 Td (E) Tj ET 50 100 m 150 100 l S"
    page = page_of(draw(tmp_path / "a.pdf", drawing, turns=turns))

    assert places(page.letters) == [place]
    assert (page.width, page.height) == ((842, 595) if turns % 2 else (595, 842))
    level = [line["top"] == line["bottom"] for line in page.lines]
    assert level == [turns % 2 == 0]


def test_words_are_parted_where_a_file_moves_on_in_place_of_a_space(tmp_path: Path) -> None:
    moved = b"BT /F1 10 Tf 50 742 Td [(Holds) -280 (QTS)] TJ ET"

    assert texts(draw(tmp_path / "a.pdf", TWO_WORDS)) == ["Holds", "QTS"]
    assert texts(draw(tmp_path / "b.pdf", moved)) == ["Holds", "QTS"]


def test_letters_drawn_closer_or_wider_than_usual_are_one_word(tmp_path: Path) -> None:
    kerned = b"BT /F1 10 Tf 50 742 Td [(Ho) 20 (ld) -60 (s)] TJ ET"

    assert texts(draw(tmp_path / "a.pdf", kerned)) == ["Holds"]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (b"[(Ho) -400 (lds)]", ["Ho", "lds"]),
        (b"[(Ho) 400 (lds)]", ["Ho", "lds"]),  # over the letters before
        (b"[(Ho) -90 (lds)]", ["Holds"]),
        (b"[(Ho) 90 (lds)]", ["Holds"]),
    ],
)
def test_a_word_of_known_letters_is_parted_like_any_other(
    tmp_path: Path, drawn: bytes, expected: list[str]
) -> None:
    known = b"BT /F1 10 Tf 50 742 Td (Holds) Tj 0 -20 Td "

    found = texts(draw(tmp_path / "a.pdf", known + drawn + b" TJ ET"))

    assert sorted(found) == sorted(["Holds", *expected])


def test_a_word_of_known_letters_is_one_piece(tmp_path: Path) -> None:
    page = page_of(
        draw(
            tmp_path / "a.pdf",
            b"BT /F1 10 Tf 50 742 Td (Hold Hold) Tj ET",
            b"BT /F2 10 Tf 50 722 Td (Hold) Tj ET",  # in another font
            b"BT /F1 20 Tf 50 702 Td (Hold) Tj ET",  # in another size
        )
    )

    assert [letter.text for letter in page.letters] == [*"Hold", " ", "Hold", *"Hold", *"Hold"]


def test_a_word_of_known_letters_stands_where_it_is_drawn(tmp_path: Path) -> None:
    alone = b"BT /F1 10 Tf 50 742 Td (Wills) Tj ET"
    again = b"BT /F1 10 Tf 50 722 Td (Wills) Tj ET"
    spaced = b"BT /F1 10 Tf 1.5 Tc 50 702 Td (Wills) Tj ET"
    page = page_of(draw(tmp_path / "a.pdf", alone, again, spaced))

    measured, known, wide = sorted(words_of(page.letters), key=lambda word: word.top)

    assert [word.text for word in (measured, known, wide)] == ["Wills"] * 3
    assert (known.x0, known.x1) == (pytest.approx(measured.x0), pytest.approx(measured.x1))
    assert wide.x1 - measured.x1 == pytest.approx(4 * 1.5, abs=0.01)


def test_a_gap_that_parts_words_is_no_wider_in_large_letters(tmp_path: Path) -> None:
    drawing = b"BT /F1 40 Tf 50 742 Td (Holds) Tj 0 -60 Td [(Ho) -85 (lds)] TJ ET"

    assert texts(draw(tmp_path / "a.pdf", drawing)) == ["Holds", "Ho", "lds"]


@pytest.mark.parametrize(("turns", "beside"), [(0, ["Holds", "QTS"]), (1, ["Holds QTS"]), (3, ["Holds QTS"])])
def test_words_said_for_a_picture_are_one(tmp_path: Path, turns: int, beside: list[str]) -> None:
    picture = b"/Span <</ActualText (Logo of the school)>> BDC BT /F1 10 Tf 50 742 Td (XYZ) Tj ET EMC "
    below = b"BT /F1 10 Tf 50 700 Td (Holds QTS) Tj ET"

    found = texts(draw(tmp_path / "a.pdf", picture, below, turns=turns))

    assert found == ["Logo of the school", *beside]


def test_one_glyph_for_several_letters_is_told_in_every_word(tmp_path: Path) -> None:
    path = draw(
        tmp_path / "a.pdf", b"BT /F1 10 Tf 50 742 Td (oAce oAce oAce) Tj ET", mapped="<41> <00660066>"
    )

    assert texts(path) == ["offce", "offce", "offce"]


def test_a_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    lines = b"BT /F1 10 Tf 50 742 Td (pupils in co-) Tj 0 -12 Td (operative play) Tj ET"

    assert texts(draw(tmp_path / "a.pdf", lines)) == ["pupils", "in", "co-", "operative", "play"]


@pytest.mark.parametrize(
    ("matrix", "place"),
    [(b"0 1 -1 0 100 200", (90, 635, 100, 642)), (b"0 -1 1 0 100 200", (100, 642, 110, 649))],
)
def test_letters_printed_upwards_or_downwards(
    tmp_path: Path, matrix: bytes, place: tuple[int, int, int, int]
) -> None:
    page = page_of(draw(tmp_path / "a.pdf", b"BT /F1 10 Tf " + matrix + b" Tm (E) Tj ET"))

    assert places(page.letters) == [place]


def test_words_printed_upwards_are_put_together(tmp_path: Path) -> None:
    drawing = b"BT /F1 10 Tf 0 1 -1 0 100 200 Tm (Application form) Tj ET"

    assert texts(draw(tmp_path / "a.pdf", drawing)) == ["Application form"]


def test_lines_and_rectangles(tmp_path: Path) -> None:
    drawing = b"50 742 m 150 742 l S 60 642 m 60 692 l S 0 1 0 rg 70 542 100 50 re f"
    page = page_of(draw(tmp_path / "a.pdf", drawing))

    assert places(page.lines) == [(50, 100, 150, 100), (60, 150, 60, 200)]
    assert places(page.rects) == [(70, 250, 170, 300)]
    assert [(rect["fill"], rect["non_stroking_color"]) for rect in page.rects] == [(True, (0, 1, 0))]


def test_a_path_of_several_parts_is_several_shapes(tmp_path: Path) -> None:
    drawing = b"50 742 m 150 742 l 50 700 m 150 700 l 50 700 100 42 re S"
    page = page_of(draw(tmp_path / "a.pdf", drawing))

    assert places(page.lines) == [(50, 100, 150, 100), (50, 142, 150, 142)]
    assert places(page.rects) == [(50, 100, 150, 142)]


def test_what_is_not_straight_is_a_curve(tmp_path: Path) -> None:
    bent, slanted = b"50 742 m 60 752 80 752 90 750 c S ", b"50 700 m 90 640 l S "
    three_sides, four_sides = b"50 600 m 90 600 l 90 640 l h S ", b"50 500 m 90 500 l 95 540 l 50 540 l h S "
    page = page_of(draw(tmp_path / "a.pdf", bent, slanted, three_sides, four_sides))

    assert [len(curve["pts"]) for curve in page.curves] == [2, 2, 4, 5]
    assert (page.lines, page.rects) == ([], [])


def test_a_line_that_slants_by_less_than_one_sees_is_level(tmp_path: Path) -> None:
    page = page_of(
        draw(tmp_path / "a.pdf", b"50 742 m 150 742.2 l S 60 642 m 60.2 692 l S 60 642 m 61 692 l S")
    )

    assert [(line["height"] == 0, line["width"] == 0) for line in page.lines] == [
        (True, False),
        (False, True),
    ]


def test_clipping_and_paths_without_paint_are_no_shapes(tmp_path: Path) -> None:
    page = page_of(draw(tmp_path / "a.pdf", b"q 0 0 595 842 re W n 10 10 50 50 re n Q"))

    assert (page.rects, page.lines, page.curves) == ([], [], [])


def test_drawings_that_a_page_places_are_found_where_they_stand(tmp_path: Path) -> None:
    form = b"0 0 m 100 0 l S BT /F1 10 Tf 0 5 Td (E) Tj ET"
    page = page_of(draw(tmp_path / "a.pdf", b"q 0.5 0 0 0.5 50 742 cm /Form Do Q", form=form))

    assert places(page.lines) == [(50, 100, 100, 100)]


def test_letters_of_a_size_below_zero_are_turned_round(tmp_path: Path) -> None:
    page = page_of(draw(tmp_path / "a.pdf", b"BT /F1 -10 Tf -1 0 0 -1 50 742 Tm (negative) Tj ET"))

    assert [word.text for word in words_of(page.letters)] == ["negative"]
    assert (page.letters[0].runs, round(page.letters[0].x0)) == ("", 50)


@pytest.mark.parametrize(
    ("mapped", "text"),
    [
        ("<41> <0051>", "Q"),
        ("<41> <D83DDE00>", "\U0001f600"),  # in two halves
        ("<41> <D83D>", "\ufffd"),  # half a letter
        ("<41> <0000>", "•"),
        ("<41> <0007>", None),
    ],
)
def test_signs_are_letters_that_can_be_kept(tmp_path: Path, mapped: str, text: str | None) -> None:
    path = draw(tmp_path / "a.pdf", b"BT /F1 10 Tf 50 742 Td (ABA) Tj ET", mapped=mapped)

    found = "".join(letter.text for letter in page_of(path).letters)

    assert found.replace("B", "").strip() in ({text * 2} if text else {"", "AA", "••"})
    assert all(letter.isprintable() for letter in found)


def test_a_sign_in_two_halves_leaves_the_others_their_places(tmp_path: Path) -> None:
    drawing = b"BT /F1 10 Tf 50 742 Td (A Holds) Tj 0 -20 Td (Works well) Tj ET"

    found = texts(draw(tmp_path / "a.pdf", drawing, mapped="<41> <D83DDE00>"))

    assert found == ["\U0001f600", "Holds", "Works", "well"]


def test_a_page_whose_visible_part_is_nothing_is_shown_whole(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", TWO_WORDS, visible=(2000, 2000, 2100, 2100))

    page = page_of(path)

    assert (page.width, page.height) == (595, 842)
    assert places(page.letters[:1]) == [(50, 90, 57, 100)]


DOT = (
    b"0 g 40 743 m 42 743 44 745 44 747 c 44 749 42 751 40 751 c "
    b"38 751 36 749 36 747 c 36 745 38 743 40 743 c f "
)
SQUARE = b"37 745 4 4 re f "


@pytest.mark.parametrize("shape", [DOT, SQUARE])
def test_a_dot_or_square_before_a_text_is_a_bullet(tmp_path: Path, shape: bytes) -> None:
    page = page_of(draw(tmp_path / "a.pdf", shape + TWO_WORDS))

    assert sorted(word.text for word in words_of(page.letters)) == ["Holds", "QTS", "•"]
    assert (page.curves, page.rects) == ([], [])


@pytest.mark.parametrize(
    "drawing",
    [
        SQUARE,  # alone
        b"37 745 4 4 re S " + TWO_WORDS,  # a box to tick
        b"1 g 37 745 4 4 re f 0 g " + TWO_WORDS,  # white
        SQUARE + b"BT /F1 10 Tf 90 742 Td (Holds) Tj ET",  # far before a text
        SQUARE + b"BT /F1 10 Tf 50 720 Td (Holds) Tj ET",  # above a text
        SQUARE + b"BT /F1 10 Tf 31 742 Td (EE) Tj ET",  # behind a letter that it touches
        b"33 740 12 12 re f " + TWO_WORDS,  # large
        b"40 745 3 6 re f " + TWO_WORDS,  # a rule
    ],
)
def test_other_shapes_are_no_bullets(tmp_path: Path, drawing: bytes) -> None:
    page = page_of(draw(tmp_path / "a.pdf", drawing))

    assert "•" not in [word.text for word in words_of(page.letters)]
    assert len(page.rects) == 1


def test_a_page_of_too_many_letters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = draw(tmp_path / "a.pdf", b"BT /F1 10 Tf 50 742 Td (Holds) Tj ET")

    monkeypatch.setattr(pdf_letters, "MOST_LETTERS", 5)
    assert len(page_of(path).letters) == 5
    monkeypatch.setattr(pdf_letters, "MOST_LETTERS", 4)
    with pytest.raises(DomainError) as caught, DrawnPages(path) as pages:
        list(pages.first(1))

    assert caught.value.code == "pdf_too_complex"


def test_a_page_of_too_many_points_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = draw(tmp_path / "a.pdf", b"50 742 m 150 742 l S")

    monkeypatch.setattr(pdf_shapes, "MOST_POINTS", 2)
    assert len(page_of(path).lines) == 1
    monkeypatch.setattr(pdf_shapes, "MOST_POINTS", 1)
    with pytest.raises(DomainError) as caught, DrawnPages(path) as pages:
        list(pages.first(1))

    assert caught.value.code == "pdf_too_complex"
