"""Tables whose columns a text holds by spaces: turned ones, and cells of boxes to tick."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of

TURNED = """Person specification

             Qualifications &        Track record          {last}
             Training

Essential    • A degree in           • Proven record of    • Able to learn
requirements library studies         managing a shop       new software
             • First aid             with several tills    quickly

Desirable    • A diploma in          • Some experience
             music                   of leading a choir

Assessed by  Application form;       Interview             Interview; Test
             Certificate
"""


def test_sections_over_columns_held_by_spaces() -> None:
    assert facts_of(TURNED.format(last="What you can do")) == [
        ("A degree in library studies", "Qualifications & Training", "essential", "AC"),
        ("First aid", "Qualifications & Training", "essential", "AC"),
        ("A diploma in music", "Qualifications & Training", "desirable", "AC"),
        ("Proven record of managing a shop with several tills", "Track record", "essential", "I"),
        ("Some experience of leading a choir", "Track record", "desirable", "I"),
        ("Able to learn new software quickly", "What you can do", "essential", "IT"),
    ]


MERGED = """Person specification

              Criteria                          Assessed by

Essential     Keeps accurate records            Application form

              Works with children               Interview

Desirable     Speaks Polish                     Interview
"""


def test_a_head_with_criteria_and_methods_turns_nothing() -> None:
    assert [(text, need) for text, _, need, _ in facts_of(MERGED)] == [
        ("Keeps accurate records", "essential"),
        ("Works with children", "essential"),
        ("Speaks Polish", "desirable"),
    ]


BOXES = """Person specification

Criteria                                          E or D                  How assessed

Keeps accurate records in a busy office           [x] Essential  [ ]      [x] Form  [ ] Interview
with several visitors                             Desirable               [ ] Reference

Speaks Polish                                     [ ] Essential  [x]      [ ] Form  [x] Interview
                                                  Desirable               [x] Reference

Can lift heavy loads                              [x] Essential  [ ]      [ ] Form  [ ]
                                                  Desirable               Interview  [x] Reference
"""


def test_boxes_wrapped_inside_columns_held_by_spaces() -> None:
    assert facts_of(BOXES) == [
        ("Keeps accurate records in a busy office with several visitors", None, "essential", "A"),
        ("Speaks Polish", None, "desirable", "IR"),
        ("Can lift heavy loads", None, "essential", "R"),
    ]


def test_lines_of_boxes_are_choices_and_no_list() -> None:
    text = (
        "Person specification\nCriteria\nE or D\nHow assessed\n"
        "Keeps records\n☑ Essential  ☐ Desirable\n☑ Form  ☐ Interview\n"
        "Speaks Polish\n☐ Essential  ☑ Desirable\n☑ Form  ☑ Interview\n"
        "Lifts loads\n☑ Essential  ☐ Desirable\n☐ Form  ☑ Interview\n"
    )

    assert facts_of(text) == [
        ("Keeps records", None, "essential", "A"),
        ("Speaks Polish", None, "desirable", "AI"),
        ("Lifts loads", None, "essential", "I"),
    ]


CENTRED = """Person specification

             Qualifications                Experience

Essential    GCSE English and Maths        Experience of working with
             at grade C or above           children in a school

Desirable    A diploma in music            Leading a choir of children
             or drama                      or young people
"""


def test_names_over_the_middle_of_their_columns_cut_no_word() -> None:
    moved = CENTRED.replace("                Experience", "                    Experience")
    words = {word for text, *_ in facts_of(moved) for word in text.split()} | set(
        " ".join(read_text(moved).unread).split()
    )

    assert facts_of(CENTRED)[0][0] == "GCSE English and Maths at grade C or above"
    assert not {"Expe", "rience", "chil", "dren"} & words


NOTED = """Person specification

Criteria            Need
                    ☒ Essential  ☐ Desirable
Evidence is checked at interview and by references.
Keeps records       ☒ Essential  ☐ Desirable
Speaks Polish       ☐ Essential  ☒ Desirable
"""


def test_words_below_a_whole_choice_stay() -> None:
    assert "and by references" in " ".join(line.text for line in read_text(NOTED).lines)


def test_lines_of_empty_boxes_leave_the_others_their_numbers() -> None:
    text = "Person specification\nSkills\n" + "".join(
        f"{name}\n☒ Essential  ☐ Desirable\n☐ Yes  ☐ No\n"
        for name in ("One skill", "Two skills", "Third skill")
    )

    assert [item.source.line for item in read_text(text).criteria if "kill" in item.text] == [3, 6, 9]


WRAPPED_HEAD = """Person specification

Attribute     Ref                                                     Means of
                                                                      assessment

Knowledge     E1     Understanding of financial regulations in the    Form
                     public sector.

              E2     Familiarity with the returns of the census.      Certificate

Attributes    E3     Curious about how things work.                   Form &
                                                                      Reference

              D1     Calm and consistent.                             Interview
"""


def test_the_usual_word_of_a_head_may_stand_on_its_second_line() -> None:
    assert facts_of(WRAPPED_HEAD) == [
        ("Understanding of financial regulations in the public sector.", "Knowledge", "essential", "A"),
        ("Familiarity with the returns of the census.", "Knowledge", "essential", "C"),
        ("Curious about how things work.", "Attributes", "essential", "AR"),
        ("Calm and consistent.", "Attributes", "desirable", "I"),
    ]


def test_feet_of_pages_in_an_answered_email_are_none_of_its_text() -> None:
    pages = [
        "Person specification\n\nEssential\n\n- Plays the piano\n- Sings in tune\n",
        "- Reads music\n\nDesirable\n",
        "- Drives a van\n",
    ]
    text = "\f".join(f"{page}\nForm HR7       {number}\n" for number, page in enumerate(pages, 1))
    quoted = "\n".join(f"> {one}" for one in text.replace("\f", "\f\n").split("\n"))

    assert facts_of(quoted) == [
        ("Plays the piano", None, "essential", ""),
        ("Sings in tune", None, "essential", ""),
        ("Reads music", None, "essential", ""),
        ("Drives a van", None, "desirable", ""),
    ]
    assert read_text(quoted).unread == ()


NAMED = """Person specification

Required                                          Preferred

o Sings in tune at any time of the day or week.   o Reads music.
o Plays the piano for the choir.

How assessed: A

{name}

o Recent work in a helpdesk so that others
can rely on it.
o Recent work in a busy office.

How assessed: I

Values and behaviours

o Curious about how things work.                  o Reliable and punctual.

How assessed: A
"""


def test_a_name_above_the_bullets_of_one_side_names_their_section() -> None:
    assert facts_of(NAMED.format(name="EXPERIENCE"))[3:] == [
        ("Recent work in a helpdesk so that others can rely on it.", "EXPERIENCE", "essential", "I"),
        ("Recent work in a busy office.", "EXPERIENCE", "essential", "I"),
        ("Curious about how things work.", "Values and behaviours", "essential", "A"),
        ("Reliable and punctual.", "Values and behaviours", "desirable", "A"),
    ]


def test_a_short_line_that_is_no_usual_name_there_is_asked_about() -> None:
    text = NAMED.format(name="Working with others").replace("others\n\no Recent", "others\no Recent")
    checks = {one.text: one.check for one in read_text(text).criteria}

    assert (checks["Working with others"], checks["Recent work in a busy office."]) == (("text",), ())
