import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.application_list import HEADINGS, find_columns, plain_heading, split_name


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("E-mail  (home)", "e mail"),
        ("Forename/s", "forename s"),
        ("  SURNAME* ", "surname"),
        ("Qualification(s) with grade(s)", "qualification with grade"),
        ("", ""),
        ("Prénom", "prénom"),
    ],
)
def test_plain_heading(heading: str, expected: str) -> None:
    assert plain_heading(heading) == expected


@pytest.mark.parametrize(("field", "alias"), [(f, alias) for f, some in HEADINGS.items() for alias in some])
def test_every_heading_is_known_whatever_its_case(field: str, alias: str) -> None:
    assert find_columns([f" {alias.upper()}: "]).fields == {0: field}


def test_no_heading_stands_for_two_fields() -> None:
    aliases = [alias for some in HEADINGS.values() for alias in some]

    assert sorted(aliases) == sorted(set(aliases))


def test_find_columns_passes_over_what_selection_must_not_know() -> None:
    columns = find_columns(
        ["Surname", "First name", "DOB", "Ethnic origin", "Any convictions?", "Shoe size", "Disability", ""]
    )

    assert columns.fields == {0: "family_name", 1: "given_name"}
    assert columns.not_for_selection == ("DOB", "Ethnic origin", "Any convictions?", "Disability")
    assert columns.unknown == ("Shoe size",)


def test_find_columns_takes_the_first_of_a_kind() -> None:
    columns = find_columns(["Name", "Telephone", "Mobile"])

    assert (columns.fields, columns.unknown) == ({0: "full_name", 1: "phone"}, ("Mobile",))


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Name"], True),
        (["Surname", "Forename"], True),
        (["Surname"], False),
        (["Forename", "E-mail"], False),
        ([], False),
    ],
)
def test_has_name(headings: list[str], expected: bool) -> None:
    assert find_columns(headings).has_name is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Smith", ("Jane", "Smith")),
        ("Jane Mary Smith", ("Jane Mary", "Smith")),
        ("SMITH, Jane", ("Jane", "Smith")),
        ("O'NEILL, Siân", ("Siân", "O'Neill")),
        ("van Dyk, Piet", ("Piet", "van Dyk")),
        ("Cher", ("", "Cher")),
        ("", ("", "")),
        ("Smith,", ("", "Smith")),
    ],
)
def test_split_name(name: str, expected: tuple[str, str]) -> None:
    assert split_name(name) == expected


@given(st.lists(st.text(max_size=40), max_size=30))
def test_any_headings_are_sorted_into_one_place_each(headings: list[str]) -> None:
    columns = find_columns(headings)

    counted = len(columns.fields) + len(columns.unknown) + len(columns.not_for_selection)
    assert counted == sum(bool(plain_heading(heading)) for heading in headings)
