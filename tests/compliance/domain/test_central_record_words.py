"""What words in a cell say, which numbers are certain, and names made one way."""

import pytest

from compliance.domain.central_record_names import read_full_name, repair_name
from compliance.domain.central_record_numbers import (
    CERTIFICATE_DIGITS,
    TEACHER_DIGITS,
    ReadNumber,
    number_in_quantity,
    number_in_text,
)
from compliance.domain.central_record_parts import Beside, read_beside
from compliance.domain.central_record_words import Said, Saying, read_words, reason_in
from compliance.domain.offence_words import may_tell_offence


@pytest.mark.parametrize(
    ("saying", "texts"),
    [
        (Saying.EMPTY, ["", "  "]),
        (
            Saying.DONE,
            [
                "✓",
                "✔",
                "Y",
                "yes",
                "X",
                "Done",
                "seen",
                "Yes JB",
                "received",
                "QTS ✔ 1998",
                "No match",
                "Not barred",
                "none found",
            ],
        ),
        (Saying.NOT_DONE, ["N", "No", "✗", "not yet seen", "outstanding"]),
        (Saying.UNKNOWN, ["N/K", "not known", "?", "see file", "on form", "as per Linda", "in file"]),
        (Saying.IN_PROGRESS, ["TBC", "pending", "applied 26/8", "awaiting cert", "chasing", "to follow"]),
        (Saying.LEGACY, ["pre 2002", "pre-2002", "pre CRB", "List 99", "ISA", "pre employment", "EEA check"]),
        (Saying.WITH_CERTIFICATE, ["with DBS", "see DBS", "incl in DBS", "as CRB", "DBS"]),
        (Saying.OTHER, ["Nasreen", "Level 2", "Enhanced"]),
    ],
)
def test_words_are_told_apart(saying: Saying, texts: list[str]) -> None:
    assert {text: read_words(text) for text in texts} == {text: Said(saying) for text in texts}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("N/A", ""),
        ("n.a.", ""),
        ("-", ""),
        ("–", ""),
        ("N/R", ""),
        ("not req", ""),
        ("None", ""),
        ("N/A see file", ""),
        ("N/A not a teacher", "not a teacher"),
        ("- not a teacher", "not a teacher"),
        ("N/A - governor not in reg activity", "governor not in reg activity"),
        ("Not required: UK only", "UK only"),
        ("Not a teacher", "Not a teacher"),
        ("Never lived abroad", "Never lived abroad"),
    ],
)
def test_not_required_has_a_reason_or_none(text: str, reason: str) -> None:
    assert read_words(text) == Said(Saying.NOT_REQUIRED, reason)


@pytest.mark.parametrize(
    ("note", "reason"),
    [("not a teacher", "not a teacher"), ("see notes", ""), ("N/A", ""), ("?", ""), ("", ""), ("12", "")],
)
def test_a_note_gives_a_reason_or_none(note: str, reason: str) -> None:
    assert reason_in(note) == reason


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("001234567890", ReadNumber("001234567890")),
        ("0012 3456 7890", ReadNumber("001234567890")),
        ("DBS 001234567890", ReadNumber("001234567890")),
        ("001234567890 12/9/22", ReadNumber("001234567890")),
        ("OO1234567890", ReadNumber("001234567890", repaired=True)),
        ("00123456789", ReadNumber(None)),
        ("0012345678901", ReadNumber(None)),
        ("1234567890", ReadNumber(None)),
        ("awaiting", None),
    ],
)
def test_certificate_numbers_in_text(text: str, read: ReadNumber | None) -> None:
    assert number_in_text(text, CERTIFICATE_DIGITS) == read


@pytest.mark.parametrize(
    ("quantity", "shown_with_zeros", "read"),
    [
        (1234567890, False, ReadNumber("001234567890", repaired=True)),
        (1234567890.0, False, ReadNumber("001234567890", repaired=True)),
        (1234567890, True, ReadNumber("001234567890")),
        (12345678901, False, ReadNumber("012345678901", repaired=True)),
        (123456789, False, ReadNumber(None)),
        (123456789012, False, ReadNumber("123456789012")),
        (1234567890123, False, ReadNumber(None)),
        (1.5, False, ReadNumber(None)),
    ],
)
def test_only_zeros_that_excel_lost_are_put_back(
    quantity: float, shown_with_zeros: bool, read: ReadNumber
) -> None:
    assert number_in_quantity(quantity, CERTIFICATE_DIGITS, shown_with_zeros=shown_with_zeros) == read


@pytest.mark.parametrize(
    ("text", "digits"),
    [("20/15238", "2015238"), ("RP 20/15238", "2015238"), ("941342", None), ("12345678", None)],
)
def test_teacher_numbers_have_seven_figures(text: str, digits: str | None) -> None:
    assert number_in_text(text, TEACHER_DIGITS) == ReadNumber(digits)


@pytest.mark.parametrize(
    ("text", "full", "former", "known_as"),
    [
        ("SMITH, Jane (née Ball)", "Jane Smith", "Ball", ""),
        ("Jane Smith (formerly Ball)", "Jane Smith", "Ball", ""),
        ("Mrs J. Smith", "J. Smith", "", ""),
        ("Smith, Jane (Mrs)", "Jane Smith", "", ""),
        ("SMITH Jane", "Jane Smith", "", ""),
        ("JANE SMITH", "Jane Smith", "", ""),
        ("Smith J", "J Smith", "", ""),
        ("O'BRIEN, PAT", "Pat O'Brien", "", ""),
        ("MCDONALD, ANN-MARIE", "Ann-Marie McDonald", "", ""),
        ("Katherine (Kate) Palmer", "Katherine Palmer", "", "Kate"),
        ("Dr Ana de Souza", "Ana de Souza", "", ""),
        ("VAN DER BERG, Anna", "Anna van der Berg", "", ""),
        ("Hamish MacAskill", "Hamish MacAskill", "", ""),
    ],
)
def test_names_are_made_one_way(text: str, full: str, former: str, known_as: str) -> None:
    name = read_full_name(text)

    assert (name.full, name.former, name.known_as) == (full, former, known_as)


def test_a_heading_may_say_that_the_surname_comes_first() -> None:
    assert read_full_name("Smith Jane", surname_first=True).full == "Jane Smith"


@pytest.mark.parametrize(
    ("text", "repaired"),
    [("PRYDDERCH", "Prydderch"), ("MacAskill", "MacAskill"), (" Gayle ", "Gayle"), ("siân", "Siân")],
)
def test_only_names_without_case_get_one(text: str, repaired: str) -> None:
    assert repair_name(text) == repaired


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Passport seen  LC", Beside("Passport", "LC")),
        ("Passport & DL -  (JB)", Beside("Passport & DL", "JB")),
        ("Good conduct cert (Spain) ", Beside("Good conduct cert", "", "Spain")),
        ("seen by L Crabtree", Beside("", "L Crabtree")),
        ("DL", Beside("DL")),
        ("", Beside()),
    ],
)
def test_document_initials_and_country_are_told_apart(text: str, beside: Beside) -> None:
    assert read_beside(text, with_country=True) == beside


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Disclosed caution 2011 (shoplifting) - discussed, ok to appoint", True),
        ("Conviction 1998, spent", True),
        ("positive DBS, see head", True),
        ("No convictions or cautions disclosed", False),
        ("DBS disclosure received", False),
        ("DBS chased 14/9, not to be left alone w. children - RA in file", False),
        ("keyholder", False),
    ],
)
def test_notes_that_may_tell_of_offences_are_noticed(text: str, may: bool) -> None:
    assert may_tell_offence(text) is may
