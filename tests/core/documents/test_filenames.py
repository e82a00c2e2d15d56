import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.filenames import NAME_CHARACTERS, clean_filename, ending_of
from core.documents.kinds import Kind


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.b.pdf", "a.b.pdf"),
        ("Job description v1.2", "Job description v1.2.pdf"),
        ("Mr. P. Okafor - CV.PDF", "Mr. P. Okafor - CV.pdf"),
        ("", "document.pdf"),
        (None, "document.pdf"),
        (".pdf", "document.pdf"),
        (".pdf.exe", "document.pdf"),
        ("cv.pdf.exe", "cv.pdf"),
        ("cv.docx", "cv.pdf"),
        ("cv.pdf ", "cv.pdf"),
        ("cv.exe .", "cv.pdf"),
        ("...", "document.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Head\\Desktop\\letter.pdf", "letter.pdf"),
        ("references/", "document.pdf"),
        ("cv\u202efdp.exe", "cvfdp.pdf"),
        ("cv\x00.pdf\r\nX-Header: 1", "cv.pdf X-Header_ 1.pdf"),
        ("Zoe\u0308 Hart.pdf", "Zo\u00eb Hart.pdf"),
        ("a\u00a0\u2003 b.pdf", "a b.pdf"),
        ('who?"<b>".pdf', "who_b_.pdf"),
        ("con.pdf", "_con.pdf"),
        ("CON.backup.pdf", "_CON.backup.pdf"),
        ("console.pdf", "console.pdf"),
        ("lpt1", "_lpt1.pdf"),
    ],
)
def test_clean_filename_keeps_words_and_tells_the_true_ending(name: str | None, expected: str) -> None:
    assert clean_filename(name, Kind.PDF) == expected


@pytest.mark.parametrize(("letters", "expected"), [(116, 116), (117, 116), (500, 116)])
def test_clean_filename_shortens_the_stem_and_keeps_the_ending(letters: int, expected: int) -> None:
    assert clean_filename("a" * letters + ".pdf", Kind.PDF) == "a" * expected + ".pdf"


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_clean_filename_is_always_fit_to_save(name: str, kind: Kind) -> None:
    cleaned = clean_filename(name, kind)

    assert cleaned.endswith(f".{kind}")
    assert len(cleaned) <= NAME_CHARACTERS
    assert not set(cleaned) & set('/\\<>:"|?*')
    assert all(unicodedata.category(character)[0] != "C" for character in cleaned)
    assert cleaned[0] not in " ."


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_clean_filename_of_a_clean_name_changes_nothing(name: str, kind: Kind) -> None:
    cleaned = clean_filename(name, kind)

    assert clean_filename(cleaned, kind) == cleaned


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.b.PDF", "pdf"),
        ("cv.pdf.exe", "exe"),
        ("cv", ""),
        ("", ""),
        (None, ""),
        ("x.d/cv", ""),
        ("cv.docx ", "docx"),
    ],
)
def test_ending_of_is_what_follows_the_last_dot(name: str | None, expected: str) -> None:
    assert ending_of(name) == expected
