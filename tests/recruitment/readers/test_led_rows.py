"""Copied tables whose rows begin with a sign, and methods that stand in the middle of wordings."""

import pytest

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of

MEASURED = """Person specification
Each criterion will be measured by (a) Application form, (b) Test or exercise, (c) Interview, (d)
Presentation.
Measured by Criterion Essential/Desirable
Experience
a, c Has run the front desk of a busy
school office Essential
a A year or more in a college Desirable
Working with others
d Can explain a rota to new starters Essential
b, c Sets out figures so that nobody has to ask Desirable
"""


def test_rows_that_begin_with_their_methods_and_end_in_their_need() -> None:
    assert facts_of(MEASURED) == [
        ("Has run the front desk of a busy school office", "Experience", "essential", "AI"),
        ("A year or more in a college", "Experience", "desirable", "A"),
        ("Can explain a rota to new starters", "Working with others", "essential", "P"),
        ("Sets out figures so that nobody has to ask", "Working with others", "desirable", "TI"),
    ]


NEED_FIRST = """Person specification
A = Application form, I = Interview
E/D Criteria Assessed by
E A sense of humour that lasts until Friday I
D Speaks some Polish or
Romanian A/
I
E Good spelling A
The post needs an enhanced disclosure.
"""


def test_rows_that_begin_with_their_need() -> None:
    assert facts_of(NEED_FIRST) == [
        ("A sense of humour that lasts until Friday", None, "essential", "I"),
        ("Speaks some Polish or Romanian", None, "desirable", "AI"),
        ("Good spelling", None, "essential", "A"),
    ]


def test_an_article_at_the_start_of_a_line_is_no_method() -> None:
    text = """Person specification
    Evidence Criteria E/D
    A good standard of education E
    A kind manner with small children D
    A safe pair of hands E
    """

    assert [(wording, letters) for wording, *_, letters in facts_of(text)][-3:] == [
        ("A good standard of education E", ""),
        ("A kind manner with small children D", ""),
        ("A safe pair of hands E", ""),
    ]


IN_LINES = """PERSON SPECIFICATION
Essential Desirable How assessed

Qualifications  • Degree in pharmacy or equivalent Application form
Eligibility
• Able to join the register of the regulator by the Application form
time of appointment
• Evidence of work within the last two years Application form
in a hospital or overseas equivalent Interview/Selection
centre
Fit to practise  • Is up to date with the storage of medicines References
Personal skills  • Keeps an even temper when wards call at once and Interview
finishes what was begun
"""


def test_methods_in_the_middle_of_wordings() -> None:
    reading = read_text(IN_LINES)

    assert [(item.text, item.section, "".join(item.evidence), item.check) for item in reading.criteria] == [
        ("Degree in pharmacy or equivalent", "Qualifications", "A", ("requirement",)),
        (
            "Able to join the register of the regulator by the time of appointment",
            "Eligibility",
            "A",
            ("requirement",),
        ),
        (
            "Evidence of work within the last two years in a hospital or overseas equivalent",
            "Eligibility",
            "AIT",
            ("requirement",),
        ),
        ("Is up to date with the storage of medicines", "Fit to practise", "R", ("requirement",)),
        (
            "Keeps an even temper when wards call at once and finishes what was begun",
            "Personal skills",
            "I",
            ("requirement",),
        ),
    ]


@pytest.mark.parametrize("head", ["Essential Desirable", "Essential criteria", ""])
def test_a_wording_that_ends_in_interview_keeps_it_without_such_a_head(head: str) -> None:
    text = f"""Person specification
    {head}
    • Has taken part in a panel for an Interview
    • Has filled in a long Application form
    • Knows how to take up References
    • Knows how to run an Assessment centre
    """

    assert [wording for wording, *_ in facts_of(text)] == [
        "Has taken part in a panel for an Interview",
        "Has filled in a long Application form",
        "Knows how to take up References",
        "Knows how to run an Assessment centre",
    ]
