"""Text as it is printed out of a PDF: columns held by spaces that move, running lines, codes and cells."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts_of

MOVED = """Hillmoor Council                                                      Post HM/1
PERSON SPECIFICATION

Criteria                              Essential     Desirable     How assessed
Qualifications
A degree in social work or a closely  √                           A, C
related subject
Membership of a professional body                   √             A
Experience
Leading a team of volunteers          √                           A, I

Family worker                                                                        1
\f
Hillmoor Council                                                      Post HM/1
Work with families under strain   √                       I
Supervising students on                         √         A, I
placement
Skills
Writes reports for courts         √                       A
Speaks a second language                        √         I
Keeps records well                √                       I

Family worker                                                                        2
\f
"""


def test_columns_that_begin_elsewhere_on_the_next_page() -> None:
    assert facts_of(MOVED) == [
        ("A degree in social work or a closely related subject", "Qualifications", "essential", "AC"),
        ("Membership of a professional body", "Qualifications", "desirable", "A"),
        ("Leading a team of volunteers", "Experience", "essential", "AI"),
        ("Work with families under strain", "Experience", "essential", "I"),
        ("Supervising students on placement", "Experience", "desirable", "AI"),
        ("Writes reports for courts", "Skills", "essential", "A"),
        ("Speaks a second language", "Skills", "desirable", "I"),
        ("Keeps records well", "Skills", "essential", "I"),
    ]


def test_the_first_running_head_stays_and_names_the_employer() -> None:
    pages = [
        f"STRATHBRAE COUNCIL\nJOB OUTLINE\nJob title: Cook\n{part}\nStrathbrae – Cook\n" for part in "AB"
    ]

    assert read_text("\f".join(pages)).profile.employer == "STRATHBRAE COUNCIL"


CODES_LAST = """PERSON SPECIFICATION
E = essential. D = desirable.
Ref       Requirement                                                        Evidence
1. Skills and commitment
          Willing to support and uphold the Catholic ethos of the
E1        school                                                             L, I
E2        Willing to lead children in prayer                                 I
D1        Practising Catholic                                                A, R
          Catholic Certificate in Religious Studies, or willing to
D2        work towards it                                                    A, C
2. Qualifications
E3        Degree or equivalent                                               A, C
          Training in phonics, which may have been part of a
D3        course                                                             A

Evidence: A – application form; L – letter of application; C – certificates; I – interview; R – references
"""


def test_a_code_beside_the_last_line_of_its_wording() -> None:
    assert facts_of(CODES_LAST) == [
        (
            "Willing to support and uphold the Catholic ethos of the school",
            "Skills and commitment",
            "essential",
            "AI",
        ),
        ("Willing to lead children in prayer", "Skills and commitment", "essential", "I"),
        ("Practising Catholic", "Skills and commitment", "desirable", "AR"),
        (
            "Catholic Certificate in Religious Studies, or willing to work towards it",
            "Skills and commitment",
            "desirable",
            "AC",
        ),
        ("Degree or equivalent", "Qualifications", "essential", "AC"),
        ("Training in phonics, which may have been part of a course", "Qualifications", "desirable", "A"),
    ]


CELLS = """PERSON SPECIFICATION

Skills

No.

Criterion

Essential or
desirable

How measured

1

Able to plan a timetable and to find
and resolve clashes

Essential

Interview & in-tray
task

2

High level of accuracy

Essential

Application form &
interview

3

Knowledge of examinations

Desirable

Interview
"""


def test_cells_of_several_lines_between_blank_lines() -> None:
    four = CELLS + "\n4\n\nCalm\n\nEssential\n\nReferences\n"

    assert facts_of(four) == [
        ("Able to plan a timetable and to find and resolve clashes", "Skills", "essential", "IT"),
        ("High level of accuracy", "Skills", "essential", "AI"),
        ("Knowledge of examinations", "Skills", "desirable", "I"),
        ("Calm", "Skills", "essential", "R"),
    ]


SEVEN_POINTS = """EMPLOYEE SPECIFICATION

1. PHYSICAL

  Essential       Able to stand for long periods and to lift
                  pans and trays.
                  Good standard of cleanliness.
  Desirable       None
  Assessed by     Interview, medical questionnaire

2. ATTAINMENTS

  Essential       None
  Desirable       Food Hygiene Certificate.
                  NVQ level 1 in catering.
  Assessed by     Application form, sight of certificates
"""


def test_wordings_that_hang_beside_essential_and_desirable() -> None:
    assert facts_of(SEVEN_POINTS) == [
        ("Able to stand for long periods and to lift pans and trays.", "PHYSICAL", "essential", "ID"),
        ("Good standard of cleanliness.", "PHYSICAL", "essential", "ID"),
        ("Food Hygiene Certificate.", "ATTAINMENTS", "desirable", "AC"),
        ("NVQ level 1 in catering.", "ATTAINMENTS", "desirable", "AC"),
    ]


TICKS = """Person Specification
Criteria\tEssential\tDesirable\tAssessed by
\t\t\tA\tI\tT\tR
Skills
Runs a kitchen\tü\t\tü\t\t\tü
Bakes\t\tü\tü\tü\t\t
Keeps accounts\tü\t\t\tü\tü\t
A = application, I = interview, T = task, R = references
"""


def test_one_name_over_the_columns_of_all_methods() -> None:
    assert facts_of(TICKS) == [
        ("Runs a kitchen", "Skills", "essential", "AR"),
        ("Bakes", "Skills", "desirable", "AI"),
        ("Keeps accounts", "Skills", "essential", "IT"),
    ]


def test_lists_in_cells_that_have_lost_their_breaks() -> None:
    text = (
        "Person Specification\n| ATTRIBUTES | ESSENTIAL | DESIRABLE |\n|---|---|---|\n"
        "| Skills | • Runs a kitchen (A, I) • Bakes (T) | • Keeps accounts (A) |\n"
        "| Qualities | • Calm (I) |  |\n"
    )

    assert facts_of(text) == [
        ("Runs a kitchen", "Skills", "essential", "AI"),
        ("Bakes", "Skills", "essential", "T"),
        ("Keeps accounts", "Skills", "desirable", "A"),
        ("Calm", "Qualities", "essential", "I"),
    ]


LETTERS_INSIDE = """PERSON SPECIFICATION
Key to assessment: A – Application form I – Interview C – Certificates
Criteria Assessed by
Essential
• A diploma in social services, or another award accepted by the council  A, C
for work as a carer
• Registered, or able to be registered within three months, with  A, C
the council
Desirable
• Experience of working with children in an early years  A, I
setting
• First aid  A
"""


def test_letters_in_the_middle_of_wordings_that_wrap() -> None:
    assert facts_of(LETTERS_INSIDE) == [
        (
            "A diploma in social services, or another award accepted by the council for work as a carer",
            None,
            "essential",
            "AC",
        ),
        (
            "Registered, or able to be registered within three months, with the council",
            None,
            "essential",
            "AC",
        ),
        ("Experience of working with children in an early years setting", None, "desirable", "AI"),
        ("First aid", None, "desirable", "A"),
    ]


def test_two_labels_on_each_line_of_a_form() -> None:
    text = (
        "JOB OUTLINE\nJob Title Early Years Officer Grade Grade 7\n"
        "Service Education and Children’s Services Salary £26,978 - £30,114\n"
        "Location Kirkburn Centre Hours 32.5 hours per week\n"
        "Reports to Depute Head of Centre Contract Temporary until June\nMain duties\n• Plays with children\n"
    )

    profile = read_text(text).profile

    assert (profile.title, profile.grade, profile.salary, profile.hours, profile.reports_to) == (
        "Early Years Officer",
        "Grade 7",
        "£26,978 - £30,114",
        "32.5 hours per week",
        "Depute Head of Centre",
    )
