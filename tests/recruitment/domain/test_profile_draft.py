"""Duties in groups and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.person_specification import DocumentLine, Duty
from recruitment.domain.profile_draft import DutyGroup, find_word_of_command, group_duties, ungroup_duties

DUTIES = (Duty(None, "Be kind"), Duty("Home", "Visit"), Duty("Home", "Telephone"), Duty(None, "Keep records"))


def test_neighbours_under_one_sub_heading_stand_together() -> None:
    groups = group_duties(DUTIES)

    assert groups == (
        DutyGroup("", ("Be kind",)),
        DutyGroup("Home", ("Visit", "Telephone")),
        DutyGroup("", ("Keep records",)),
    )
    assert groups[1].as_lines == "Visit\nTelephone"


def test_empty_lines_are_no_duties() -> None:
    assert ungroup_duties((DutyGroup(" Home ", (" Visit ", "", "  ")), DutyGroup("School", ()))) == (
        Duty("Home", "Visit"),
    )


@given(
    st.lists(
        st.builds(
            Duty,
            st.none() | st.sampled_from(["Home", "School"]),
            st.text(alphabet="abc", min_size=1, max_size=5),
        ),
        max_size=8,
    )
)
def test_grouping_loses_nothing(duties: list[Duty]) -> None:
    assert ungroup_duties(group_duties(tuple(duties))) == tuple(duties)


@pytest.mark.parametrize(
    ("lines", "who", "expected"),
    [
        (["Teaching Assistant", "Responsible to: Class Teacher"], "Class Teacher", "Responsible to"),
        (["Post: Assistant | Line Manager: Headteacher"], "Headteacher", "Line manager"),
        (["REPORTS TO", "Headteacher"], "Headteacher", "Reports to"),
        (["Responsible for: the library"], "the library", ""),
        (["Headteacher"], "Headteacher", ""),
        (["Responsible to the Head of Mathematics"], "Head of Mathematics", "Responsible to"),
        (["You will report to: Head", "Report to reception on arrival"], "Head", "You will report to"),
        (["Report to reception on arrival", "Managed by: Bursar"], "Bursar", "Managed by"),
        (["Reporting to parents each term on the progress of every pupil in the class"], "parents", ""),
        (["Able to do what is asked by whoever you are responsible to"], "whoever", ""),
        (["Responsible to: Class Teacher"], "", ""),
        ([], "Head", ""),
    ],
)
def test_the_word_for_whom_the_post_reports_to_is_found(lines: list[str], who: str, expected: str) -> None:
    document = [DocumentLine(None, number, text) for number, text in enumerate(lines, start=1)]

    assert find_word_of_command(document, who) == expected
