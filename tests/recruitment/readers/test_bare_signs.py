"""Lists whose columns have fallen together, so that signs stand bare behind the wordings."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

STAGES = """Person specification
Stage: A = application, I = interview, T = test
ESSENTIAL CRITERIA
Education Stage
A degree in a biological subject A
Experience Stage
Work in a teaching laboratory A/I
Keeps records that others can follow A
Accurate weighing of samples T
DESIRABLE CRITERIA
Experience Stage
Trains students or new staff {last}
"""


def test_methods_behind_wordings_below_essential_and_desirable() -> None:
    reading = read_text(STAGES.format(last="A/I"))

    assert facts(reading) == [
        ("A degree in a biological subject", "Education", "essential", "A"),
        ("Work in a teaching laboratory", "Experience", "essential", "AI"),
        ("Keeps records that others can follow", "Experience", "essential", "A"),
        ("Accurate weighing of samples", "Experience", "essential", "T"),
        ("Trains students or new staff", "Experience", "desirable", "AI"),
    ]
    assert reading.unread == ()


def test_a_letter_that_is_not_in_the_key_stays_a_word() -> None:
    last = facts_of(STAGES.format(last="in Key Stage A/P"))[-1]

    assert last == ("Trains students or new staff in Key Stage A/P", "Experience", "desirable", "")


def test_a_grade_behind_most_wordings_is_no_method() -> None:
    text = STAGES.replace(" A\n", "\n").replace(" A/I\n", "\n").replace(" T\n", "\n")
    wordings = facts_of(text.format(last="for vitamin A"))

    assert [(wording, letters) for wording, _, _, letters in wordings][-1] == (
        "Trains students or new staff for vitamin A",
        "",
    )


RANKS = """Person specification
Rank A = essential, the postholder must have this. Rank B = desirable, the postholder
could be trained.
No Criteria Rank How identified
Experience
1 Cleaning at work or in the home to a good
standard
A Application form
2 Cleaning in a school B Application form /
Interview
3 Fit to carry out the duties A Health questionnaire
"""


def test_ranks_that_a_note_explains_behind_numbered_rows() -> None:
    assert facts_of(RANKS) == [
        ("Cleaning at work or in the home to a good standard", "Experience", "essential", "A"),
        ("Cleaning in a school", "Experience", "desirable", "AI"),
        ("Fit to carry out the duties", "Experience", "essential", "D"),
    ]


def test_ranks_without_a_note_say_no_requirement() -> None:
    lines = RANKS.splitlines(keepends=True)

    assert {need for _, _, need, _ in facts_of("".join([lines[0], *lines[3:]]))} == {None}


def test_a_line_that_ends_in_a_page_is_a_foot() -> None:
    reading = read_text(
        "Person specification\n\nEssential\n• Keeps records\n\nHR form v5 Page 1\n\n• Cooks\n"
    )

    assert [text for text, *_ in facts(reading)] == ["Keeps records", "Cooks"]
