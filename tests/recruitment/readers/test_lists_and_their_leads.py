"""What stands over, behind and below the items of lists: leads, letters, methods and notes."""

from recruitment.readers.reader import read_text
from tests.recruitment.readers.samples import facts, facts_of


def test_a_sentence_that_begins_with_its_requirement_stands_over_a_list() -> None:
    text = """Person specification

Experience

Essential. Applicants must show on the application form experience of each of the following:
1. Organising events
2. Keeping records

Desirable. The panel may shortlist on the following, assessed from the application form and certificates:
3. Work in a council

Skills

Essential. These criteria will be tested at interview:
4. Plans work well
"""
    assert facts_of(text) == [
        ("Organising events", "Experience", "essential", "A"),
        ("Keeping records", "Experience", "essential", "A"),
        ("Work in a council", "Experience", "desirable", "AC"),
        ("Plans work well", "Skills", "essential", "I"),
    ]


def test_methods_alone_below_each_item_are_its_evidence() -> None:
    text = """Person specification

Experience
1. Leading learning activities
Application and interview
2. Keeping to a budget
Application

Skills
3. Writes clearly
Practical task
"""
    assert [(text, how) for text, _, _, how in facts_of(text)] == [
        ("Leading learning activities", "AI"),
        ("Keeping to a budget", "A"),
        ("Writes clearly", "T"),
    ]


def test_letters_behind_a_dash_are_evidence_where_a_key_explains_them() -> None:
    listed = "Essential\n- Plans lessons – A, I\n- Reads music – R\n- Knows Key Stage 1 – 2\n"
    key = "\nKey: A = application, I = interview, R = references, T = task at interview\n"

    assert [how for *_, how in facts_of(f"Person specification\n{listed}{key}")] == ["AI", "R", ""]
    assert [how for *_, how in facts_of(f"Person specification\n{listed}")] == ["", "", ""]


def test_what_two_letters_of_a_key_share_belongs_to_the_one_that_says_nothing_else() -> None:
    key = "I = interview, T = task on the day of the interview, Q = interview questions and a presentation"
    text = f"Person specification\n{key}\nEssential\n- Plans (T)\n- Sings (I)\n- Speaks (Q)\n"

    assert [how for *_, how in facts_of(text)] == ["T", "I", "P"]


def test_a_line_that_explains_two_letters_heads_no_table() -> None:
    text = """Person specification
Essential (E) / Desirable (D)
Qualifications:
• Five GCSEs (E)
• A levels (D)
Experience:
• Work in an office, with references (E)
"""
    assert facts_of(text) == [
        ("Five GCSEs", "Qualifications", "essential", ""),
        ("A levels", "Qualifications", "desirable", ""),
        ("Work in an office, with references", "Experience", "essential", ""),
    ]


def test_methods_below_each_list_are_the_evidence_of_its_section() -> None:
    text = """Person specification
Experience
• Two years in a classroom
• Leads a group
Application form
References
Skills
• Uses a tablet
Interview
Written exercise
"""
    assert [(section, how) for _, section, _, how in facts_of(text)] == [
        ("Experience", "AR"),
        ("Experience", "AR"),
        ("Skills", "IT"),
    ]


def test_what_the_school_will_do_with_a_section_is_its_evidence() -> None:
    text = """Person specification

Qualifications
We will look for these on your application form and ask to see your certificates.
- Canoe leader award

Skills
We will assess these at interview and by a practical test on the water.
- Sound judgement

Qualities
We will ask your referees about these.
- Energy
"""
    assert [(text, how) for text, _, _, how in facts_of(text)] == [
        ("Canoe leader award", "AC"),
        ("Sound judgement", "IT"),
        ("Energy", "R"),
    ]


def test_a_note_about_asterisks_may_stand_among_other_sentences() -> None:
    note = (
        "Few people can offer everything. Each point below is essential unless it is followed by an "
        "asterisk (*), in which case it is desirable. We will look for evidence of all of the points in your "
        "application form and at interview. Please talk with us before you apply for the post."
    )
    listed = "- Plans lessons\n- Reads music*\n"

    assert [
        (text, need, how) for text, _, need, how in facts_of(f"What you’ll bring\n{note}\n\n{listed}")
    ] == [
        ("Plans lessons", "essential", "AI"),
        ("Reads music", "desirable", "AI"),
    ]


def test_where_no_wording_has_what_the_document_speaks_of_all_are_to_be_looked_at() -> None:
    key = "A = application form, I = interview"
    listed = "Essential\n- Plans lessons\n- Reads music\n"

    assert [item.check for item in read_text(f"Person specification\n{key}\n{listed}").criteria] == [
        ("evidence",),
        ("evidence",),
    ]
    assert [item.check for item in read_text(f"Person specification\n{listed}").criteria] == [(), ()]


def test_the_head_of_a_lost_table_does_not_part_a_requirement_from_its_sections() -> None:
    text = """Person specification
DESIRABLE CRITERIA
Category Criteria Evidence
Experience • Leads a group
Skills • Uses a tablet
"""
    assert facts_of(text) == [
        ("Leads a group", "Experience", "desirable", ""),
        ("Uses a tablet", "Skills", "desirable", ""),
    ]


def test_lines_that_begin_with_their_section_keep_the_requirement_above_them() -> None:
    text = """Person specification

Essential

Qualifications: GCSE English; a first aid certificate, or willing to gain one.
Experience: working on a busy front desk.

Desirable

Experience: work in a school office; use of Arbor.
"""
    found = read_text(text)

    assert facts(found) == [
        ("GCSE English", "Qualifications", "essential", ""),
        ("a first aid certificate, or willing to gain one", "Qualifications", "essential", ""),
        ("working on a busy front desk", "Experience", "essential", ""),
        ("work in a school office", "Experience", "desirable", ""),
        ("use of Arbor", "Experience", "desirable", ""),
    ]
    assert found.unread == ()


def test_a_heading_may_say_more_than_its_requirement() -> None:
    text = """Person specification

A. ESSENTIAL - all candidates must meet these

Skills
(a) Speaks clearly

B. DESIRABLE - these will be used if there are many applications

Skills
(a) Uses a laptop
"""
    assert facts_of(text) == [
        ("Speaks clearly", "Skills", "essential", ""),
        ("Uses a laptop", "Skills", "desirable", ""),
    ]


def test_capitals_before_wordings_head_no_list() -> None:
    text = (
        "Person specification\n\nWhat you know\n\n"
        "ESSENTIAL: health and safety law; safeguarding in schools.\n\n"
        "DESIRABLE: experience of a site with several buildings.\n\n"
        "Data protection: records are kept in line with our schedule.\n"
    )

    assert facts_of(text) == [
        ("health and safety law", "What you know", "essential", ""),
        ("safeguarding in schools", "What you know", "essential", ""),
        ("experience of a site with several buildings.", "What you know", "desirable", ""),
    ]
