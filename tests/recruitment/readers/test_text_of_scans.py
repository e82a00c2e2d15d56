"""Text as scans, adverts and copies give it: misread dots, codes without columns, methods that wrap."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of

SCAN = """Person Specification

Skills

Essential
¢ Keeps the minibus log and the fuel cards in
order
e Speaks up when a check of the tyres is over-
due
• Up to date knowledge of the National
Standards and of safe loading
e lntegrity with cash and
cards

Desirable
¢ Has led the develop-
ment of a timetable

Evidence: Application form and interview

Qualities

Essential
¢ Warm and patient

Evidence: Interview
"""


def test_dots_that_a_scan_made_letters_begin_the_items_of_a_list() -> None:
    assert facts_of(SCAN) == [
        ("Keeps the minibus log and the fuel cards in order", "Skills", "essential", "AI"),
        ("Speaks up when a check of the tyres is over-due", "Skills", "essential", "AI"),
        ("Up to date knowledge of the National Standards and of safe loading", "Skills", "essential", "AI"),
        ("lntegrity with cash and cards", "Skills", "essential", "AI"),
        ("Has led the development of a timetable", "Skills", "desirable", "AI"),
        ("Warm and patient", "Qualities", "essential", "I"),
    ]


def test_two_lines_that_begin_so_make_no_list() -> None:
    text = "Person specification\nEssential\n• Uses the school’s\ne mail with care\n• Drives a minibus\n"

    assert [wording for wording, *_ in facts_of(text)] == [
        "Uses the school’s e mail with care",
        "Drives a minibus",
    ]


ADVERT = """What we are looking for

Qualifications
Essential: a degree in music; a clean driving licence. Desirable: a teaching award; a diploma in voice.
How we assess this: application form, certificates

Skills
You must be able to show:
a wide knowledge of choral music
kind and clear teaching
We would also be glad to see:
some skill at the organ
How we assess this: lesson observation

Personal qualities
All of these are essential.
Energy and good humour
A calm manner on the day of a concert
How we assess this: interview
"""


def test_an_advert_says_the_need_in_front_of_its_lists_or_in_a_sentence() -> None:
    assert facts_of(ADVERT) == [
        ("a degree in music", "Qualifications", "essential", "AC"),
        ("a clean driving licence", "Qualifications", "essential", "AC"),
        ("a teaching award", "Qualifications", "desirable", "AC"),
        ("a diploma in voice", "Qualifications", "desirable", "AC"),
        ("a wide knowledge of choral music", "Skills", "essential", "O"),
        ("kind and clear teaching", "Skills", "essential", "O"),
        ("some skill at the organ", "Skills", "desirable", "O"),
        ("Energy and good humour", "Personal qualities", "essential", "I"),
        ("A calm manner on the day of a concert", "Personal qualities", "essential", "I"),
    ]


BRACKETED = """Person specification

Essential
* Runs a youth club [A, I]
* Plans a term of visits [T]

[A] your application form   [I] interview   [T] a task on the day   [R] references
"""


def test_codes_in_brackets_stand_before_their_words() -> None:
    reading = read_text(BRACKETED)

    assert reading.specifications[0].evidence_key == {
        "A": "your application form",
        "I": "interview",
        "T": "a task on the day",
        "R": "references",
    }
    assert [item.evidence for item in reading.criteria] == [("A", "I"), ("T",)]


LOST_TICKS = """Job title | Teaching Assistant
Grade | Scale 5
Line manager | Class Teacher
Person Specification
Criteria | Essential | Desirable | Assessed
Knowledge
Knows how signing helps a child to speak | | | A/I
Knows the stages of play | | | I
Care
Gives personal care with respect | | | I /R
"""


def test_methods_behind_empty_cells_that_pipes_part() -> None:
    reading = read_text(LOST_TICKS)

    assert facts(reading) == [
        ("Knows how signing helps a child to speak", "Knowledge", None, "AI"),
        ("Knows the stages of play", "Knowledge", None, "I"),
        ("Gives personal care with respect", "Care", None, "IR"),
    ]
    profile = reading.profile
    assert (profile.title, profile.grade, profile.reports_to) == (
        "Teaching Assistant",
        "Scale 5",
        "Class Teacher",
    )


NUMBERED = """PERSON SPECIFICATION
A – application form; I – interview; O – observation; R – references; T
– a task on the day

1. Has looked after young children at home or at a playgroup (D)
A/I
2. Deals firmly but kindly with poor behaviour in the playground (E)
I/R
3. Writes short notes in the accident book (E) T
4. Is happy to be outdoors in all weathers (E) I
5. Holds a certificate in food hygiene (D) A
"""


def test_methods_wrapped_behind_a_need_and_a_key_wrapped_at_its_dash() -> None:
    reading = read_text(NUMBERED)

    assert facts(reading) == [
        ("Has looked after young children at home or at a playgroup", None, "desirable", "AI"),
        ("Deals firmly but kindly with poor behaviour in the playground", None, "essential", "IR"),
        ("Writes short notes in the accident book", None, "essential", "T"),
        ("Is happy to be outdoors in all weathers", None, "essential", "I"),
        ("Holds a certificate in food hygiene", None, "desirable", "A"),
    ]
    assert reading.unread == ()


def test_items_of_a_cell_belong_to_the_line_that_asks_for_one_of_them() -> None:
    text = (
        "Person specification\nCriteria\tEssential\tDesirable\tEvidence\nExperience\n"
        "Has led one or more of the following across a school:\n- a core subject\n- assessment\t✓\t\tA / I\n"
        "Has worked with governors\t\t✓\tA\n"
    )

    assert facts_of(text) == [
        (
            "Has led one or more of the following across a school: a core subject assessment",
            "Experience",
            "essential",
            "AI",
        ),
        ("Has worked with governors", "Experience", "desirable", "A"),
    ]


CODED = """Person Specification
L – Letter of application; R – References; I – Interview; T – Task
Area Essential Desirable
Qualificatio
ns and
training
E1 Qualified Teacher Status (L)
E2 Training as Designated
Safeguarding Lead in the last two years
(L)
D1 National Professional
Qualification for Headship
(L)
Experience E3 A headship of at least
three years (L, R, I)
E4 Leading a school through an
inspection (L,
JRP Headteacher v3 Nov 2021 2
R)
D2 Leadership of several multi-
site projects (L, I)
–
Personal
qualities
E5 Integrity and good
humour (R, I)
All appointments are subject to references and an enhanced DBS check.





JRP Headteacher v3 Nov 2021 3
"""


def test_codes_that_count_up_begin_wordings_and_methods_in_brackets_end_them() -> None:
    assert facts_of(CODED) == [
        ("Qualified Teacher Status", "Qualifications and training", "essential", "A"),
        (
            "Training as Designated Safeguarding Lead in the last two years",
            "Qualifications and training",
            "essential",
            "A",
        ),
        ("National Professional Qualification for Headship", "Qualifications and training", "desirable", "A"),
        ("A headship of at least three years", "Experience", "essential", "ARI"),
        ("Leading a school through an inspection", "Experience", "essential", "AR"),
        ("Leadership of several multi-site projects", "Experience", "desirable", "AI"),
        ("Integrity and good humour", "Personal qualities", "essential", "RI"),
    ]


SLASHES = """PERSON SPECIFICATION

/ Essential / Desirable / Evidence
Qualifications / Training /
  • NVQ Level 2 or equal experience
  • Willing to train as a first aider
/
  • Paediatric first aid
/ A, C
Knowledge / Skills /
  • Uses a tablet and a photocopier
  • Relates well to children
/
  • Knows the Code of Practice
/ A, I
"""


def test_the_name_of_a_section_may_have_a_slash_itself() -> None:
    assert facts_of(SLASHES) == [
        ("NVQ Level 2 or equal experience", "Qualifications / Training", "essential", "AC"),
        ("Willing to train as a first aider", "Qualifications / Training", "essential", "AC"),
        ("Paediatric first aid", "Qualifications / Training", "desirable", "AC"),
        ("Uses a tablet and a photocopier", "Knowledge / Skills", "essential", "AI"),
        ("Relates well to children", "Knowledge / Skills", "essential", "AI"),
        ("Knows the Code of Practice", "Knowledge / Skills", "desirable", "AI"),
    ]


WRAPPED_METHODS = """Person Specification
Area Requirement E/D How assessed
Education and
Qualifications
Music degree, or performance
diploma
E Application,
certificates
Grade 5 on a second instrument
D Application,
certificates
Experience Teaching of strings
to beginners
E Application
Leading whole class tuition D Interview
E = essential D = desirable
"""


def test_methods_that_go_on_in_small_letters_below_the_need() -> None:
    assert facts_of(WRAPPED_METHODS) == [
        ("Music degree, or performance diploma", "Education and Qualifications", "essential", "AC"),
        ("Grade 5 on a second instrument", "Education and Qualifications", "desirable", "AC"),
        ("Teaching of strings to beginners", "Experience", "essential", "A"),
        ("Leading whole class tuition", "Experience", "desirable", "I"),
    ]
