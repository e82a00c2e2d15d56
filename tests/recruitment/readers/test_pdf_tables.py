"""Tables of PDF files as typesetters really leave them: tight, narrow, turned, and cut by pages."""

from pathlib import Path

from recruitment.readers.blocks import Block, Table
from recruitment.readers.pdf_pages import append_page
from recruitment.readers.reader import read_specification
from tests.recruitment.readers.samples import facts, pdf, table

Facts = list[tuple[str, str | None, str | None, str]]
TITLE = "= Person Specification: Office Manager\n"
LONG = "Keeps accurate stock lists for a large school and orders what is missing in good time"


def read(source: str, folder: Path) -> Facts:
    return facts(read_specification(pdf(source, folder), kind="pdf"))


def test_rows_hardly_further_apart_than_their_lines_are_known_by_their_signs(tmp_path: Path) -> None:
    rows = "".join(f"[{LONG} of kind {n}], [{'E' if n % 3 else 'D'}], [A, I],\n" for n in range(1, 7))
    found = read(
        f"{TITLE}#table(columns: (6cm, 3cm, 3cm), stroke: none, inset: 4.4pt,\n"
        f"[*Criteria*], [*E or D*], [*Evidence*],\n{rows})",
        tmp_path,
    )

    assert found == [
        (f"{LONG} of kind {n}", None, "essential" if n % 3 else "desirable", "AI") for n in range(1, 7)
    ]


def test_heads_that_run_into_each_other_still_head_their_columns(tmp_path: Path) -> None:
    rows = "".join(f"[Plays tune {n}], {'[x], []' if n % 2 else '[], [x]'}, [A],\n" for n in range(1, 8))
    found = read(
        f"{TITLE}#set text(11pt)\n#table(columns: (5cm, 2.4cm, 2.4cm, 3cm), stroke: none,\n"
        f"[*Criteria*], [*ESSENTIAL*], [*DESIRABLE*], [*Evidence*],\n{rows})",
        tmp_path,
    )

    assert [need for _, _, need, _ in found] == ["essential", "desirable"] * 3 + ["essential"]
    assert {how for *_, how in found} == {"A"}


def test_heads_printed_upwards_are_read(tmp_path: Path) -> None:
    def turned(text: str) -> str:
        return f"[#rotate(-90deg, reflow: true)[#box(width: 4cm)[{text}]]]"

    found = read(
        f"{TITLE}#table(columns: (6cm, 1.2cm, 1.2cm, 1.2cm),\n[Criteria], {turned('Essential criteria')}, "
        f"{turned('Desirable criteria')}, {turned('How assessed')},\n"
        "[Sings in tune], [x], [], [A],\n[Drives a van], [], [x], [I],\n)",
        tmp_path,
    )

    assert found == [
        ("Sings in tune", None, "essential", "A"),
        ("Drives a van", None, "desirable", "I"),
    ]


def test_a_head_that_stands_last_on_its_page_heads_the_next(tmp_path: Path) -> None:
    found = read(
        f"#set page(height: 6cm, width: 16cm, margin: 1cm)\n{TITLE}#v(1.9cm)\n"
        "#table(columns: (6cm, 3cm, 3cm), stroke: none, [*Criteria*], [*E or D*], [*Evidence*],\n"
        "[Sings in tune], [E], [A],\n[Drives a van], [D], [I],\n[Reads music], [E], [A])",
        tmp_path,
    )

    assert found == [
        ("Sings in tune", None, "essential", "A"),
        ("Drives a van", None, "desirable", "I"),
        ("Reads music", None, "essential", "A"),
    ]


def test_the_rest_of_a_row_alone_on_a_page_belongs_to_it(tmp_path: Path) -> None:
    found = read(
        f"#set page(height: 5.5cm, width: 16cm, margin: 1cm)\n{TITLE}"
        "#table(columns: (4cm, 3cm, 3cm), stroke: none, [*Criteria*], [*E or D*], [*Evidence*],\n"
        f"[Sings in tune], [E], [A],\n[Drives a van], [D], [I],\n[{LONG}], [E], [A])",
        tmp_path,
    )

    assert [text for text, *_ in found] == ["Sings in tune", "Drives a van", LONG]


def test_a_head_that_each_page_repeats_stands_once(tmp_path: Path) -> None:
    rows = ", ".join(f"[E{n}], [Plays tune {n}], [A]" for n in range(1, 9))
    found = read(
        f"#set page(height: 7cm)\n{TITLE}#table(columns: 3,\n"
        f"table.header([Ref], [What we ask for], [Where assessed]), {rows})",
        tmp_path,
    )

    assert found == [(f"Plays tune {n}", None, "essential", "A") for n in range(1, 9)]


def test_a_running_title_of_one_word_names_no_section(tmp_path: Path) -> None:
    rows = ", ".join(f"[Plays tune {n}], [E], [A]" for n in range(1, 9))
    found = read(
        f"#set page(height: 8cm, header: [CONFIDENTIAL])\n{TITLE}"
        f"#table(columns: 3, [Criteria], [E/D], [Evidence], {rows})",
        tmp_path,
    )

    assert found == [(f"Plays tune {n}", None, "essential", "A") for n in range(1, 9)]


def test_wordings_stacked_in_a_cell_that_a_page_cuts_keep_their_signs(tmp_path: Path) -> None:
    wordings = (
        "Accurate typing and filing",
        "Runs the Autumn Fair",
        "Keeps the visitors book",
        "Sings in tune",
    )
    stack = " \\ ".join(wordings)
    found = read(
        f"#set page(height: 6cm, width: 16cm, margin: 1cm)\n{TITLE}#v(1cm)\n"
        "#table(columns: (3cm, 3.4cm, 2cm, 2cm), [Area], [Criteria], [E/D], [Evidence],\n"
        f"[Skills], [{stack}], [E \\ D \\ E \\ D], [A \\ I \\ A/I \\ I])",
        tmp_path,
    )

    assert found == [
        (text, "Skills", need, how)
        for text, need, how in zip(
            wordings, ("essential", "desirable") * 2, ("A", "I", "AI", "I"), strict=True
        )
    ]


def test_a_line_that_stands_apart_below_the_table_is_no_criterion(tmp_path: Path) -> None:
    rows = ", ".join(f"[Plays tune {n}], [E], [A]" for n in range(1, 5))
    found = read(
        f"{TITLE}#table(columns: (9cm, 2cm, 3cm), stroke: none,\n"
        f"[*Criteria*], [*E/D*], [*Evidence*], {rows})\n"
        "#v(0.6cm)\nWe welcome applications from everybody.",
        tmp_path,
    )

    assert [text for text, *_ in found] == [f"Plays tune {n}" for n in range(1, 5)]


def test_a_paragraph_below_a_list_is_no_part_of_its_last_item(tmp_path: Path) -> None:
    found = read(
        f"#set page(width: 11cm)\n{TITLE}== Essential\n- {LONG}.\n"
        "- Sings in tune and reads music from a sheet.\n\n"
        "#block(above: 0.65em)[We welcome applications from everybody who wishes to join.]",
        tmp_path,
    )

    assert [text for text, *_ in found] == [f"{LONG}.", "Sings in tune and reads music from a sheet."]


def test_names_of_sections_below_numbers_stand_in_rows_of_their_own(tmp_path: Path) -> None:
    rows = "".join(
        f"[], [{name}], [], [],\n"
        f"[{place}.1], [Looks after {thing} every day, in term time and in the holidays], [E], [A],\n"
        f"[{place}.2], [Able to carry out duties outside], [D], [],\n"
        for place, (name, thing) in enumerate([("Experience", "boilers"), ("Knowledge", "pumps")], 1)
    )
    found = read(
        f"{TITLE}#table(columns: (1.5cm, 7cm, 3cm, 3cm), stroke: none, inset: (x: 2pt, y: 2.6pt),\n"
        f"[No.], [Criteria], [E/D], [Assessed by],\n{rows})",
        tmp_path,
    )

    assert found == [
        (text, name, need, how)
        for name, thing in [("Experience", "boilers"), ("Knowledge", "pumps")]
        for text, need, how in [
            (f"Looks after {thing} every day, in term time and in the holidays", "essential", "A"),
            ("Able to carry out duties outside", "desirable", ""),
        ]
    ]


PAGES = "#set page(width: 14cm, height: 8cm, margin: 1.5cm{footer})\n"


def test_a_foot_with_the_number_of_each_of_two_pages_does_not_part_a_table(tmp_path: Path) -> None:
    foot = ", footer: context [Specification approved by governors in March #counter(page).display()]"
    row = "[{name}], [Plans lessons {n}], [Sings {n}], [A, I],\n"
    rows = "".join(row.format(name=name, n=n) for n, name in enumerate(["Skills", "Other", "More", "Last"]))
    head = "#table(columns: (3cm, 4cm, 2cm, 2cm), [], [*Essential*], [*Desirable*], [*Evidence*],\n"
    cut = "#v(1.3cm)\n" + head + rows + "[End], [Reads #linebreak() #v(4cm) Writes], [], [R])"
    found = read(PAGES.format(footer=foot) + TITLE + cut, tmp_path)

    assert [(text, section) for text, section, _, _ in found][:2] == [
        ("Plans lessons 0", "Skills"),
        ("Sings 0", "Skills"),
    ]
    assert not any("governors" in text for text, *_ in found)


def test_a_footnote_below_the_first_half_of_a_table_stands_behind_the_whole(tmp_path: Path) -> None:
    rows = "".join(f"[Plays tune {n}], [Sings song {n}],\n" for n in range(1, 9))
    source = (
        f"{PAGES.format(footer='')}{TITLE}#table(columns: (6cm, 4cm), [*Essential*], [*Desirable*],\n"
        f"[Plays the organ#footnote[Applicants with a diploma may say so.]], [],\n{rows})"
    )
    found = read(source, tmp_path)

    assert len([text for text, *_ in found if text.startswith(("Plays tune", "Sings"))]) == 16
    assert not any("Applicants" in text for text, *_ in found)


def test_a_cell_that_goes_on_in_the_middle_of_a_sentence_belongs_to_the_row_the_page_cut() -> None:
    above = table(["Essential", "Desirable"], ["Plans lessons.", "Knows the law on admissions"])
    below = table(["Reads music.", "to church schools"], ["Sings well.", ""])
    blocks: list[Block] = [above]
    append_page(blocks, [below])
    [joined] = blocks

    assert isinstance(joined, Table)
    assert [[cell.text for cell in row.cells] for row in joined.rows] == [
        ["Essential", "Desirable"],
        ["Plans lessons. Reads music.", "Knows the law on admissions to church schools"],
        ["Sings well.", ""],
    ]


def test_where_other_cells_begin_low_one_that_does_is_no_rest() -> None:
    above = table(["Essential", "Desirable"], ["plans lessons", "knows the law on admissions"])
    below = table(["Reads music", "sings in a choir"])
    blocks: list[Block] = [above]
    append_page(blocks, [below])
    [joined] = blocks

    assert isinstance(joined, Table)
    assert [[cell.text for cell in row.cells] for row in joined.rows[1:]] == [
        ["plans lessons", "knows the law on admissions"],
        ["Reads music", "sings in a choir"],
    ]
