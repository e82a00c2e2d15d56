"""Invented specifications of many shapes, as they would leave Appoint."""

from hypothesis import strategies as st

from recruitment.domain.person_specification import Duty
from recruitment.domain.profile_draft import ProfileDraft
from recruitment.domain.rows import sort_evidence
from recruitment.domain.written_specification import WrittenCriterion, WrittenSpecification, explain_letters

SECTIONS = ("Qualifications", "Experience", "Knowledge", "Skills and abilities", "Personal attributes")
TEXTS = (
    "Level 3 childcare qualification or equivalent",
    "Experience of supporting pupils with speech and language needs",
    "Experience of keeping a small budget",
    "Knowledge of how children learn to read",
    "Understands when a concern has to be passed on",
    "Able to write clear letters to families",
    "Able to plan and lead a small group",
    "Works calmly when plans change at short notice",
    "Uses spreadsheets to keep records exact",
    "Paediatric first aid certificate, or willing to train for it",
    "Keeps information confidential (including online)",
    "Speaks a second language used by families at the school",
    "Can lift equipment with the aids provided",
    "Takes part in training outside term time",
    "Knows the school’s policies on behaviour, attendance and exclusion",
)
PROFILE = ProfileDraft(
    title="Learning Mentor",
    employer="Millane Learning Trust",
    grade="Grade 6",
    hours="32.5 hours a week, term time only",
    reports_to="Headteacher",
    purpose="To help pupils overcome what keeps them from learning.",
    duties=(Duty(None, "Meet each pupil once a week"), Duty(None, "Keep a record of each meeting")),
)


def write(*criteria: WrittenCriterion, **fields: object) -> WrittenSpecification:
    given = {"profile": PROFILE, "number": 2, "key": explain_letters([one.evidence for one in criteria], {})}
    return WrittenSpecification(criteria=criteria, **given | fields)  # type: ignore[arg-type]


@st.composite
def specifications(draw: st.DrawFn, fewest: int = 1) -> WrittenSpecification:
    """Up to twelve criteria under one to three headings, each assessed by one to four methods."""
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=fewest, max_size=12, unique=True))
    titles = draw(st.lists(st.sampled_from(SECTIONS), min_size=1, max_size=3, unique=True))
    cuts = sorted(
        draw(st.lists(st.integers(0, len(texts)), min_size=len(titles) - 1, max_size=len(titles) - 1))
    )
    criteria = []
    for place, text in enumerate(texts):
        section = titles[sum(cut <= place for cut in cuts)]
        requirement = draw(st.sampled_from(["essential", "desirable"]))
        letters = draw(st.sets(st.sampled_from("AICRTPO"), min_size=1, max_size=4))
        criteria.append(WrittenCriterion(text, section, requirement, sort_evidence(letters)))
    return write(*criteria)


def facts_of(written: WrittenSpecification) -> list[tuple[str, str | None, str | None, frozenset[str]]]:
    return [(one.text, one.section, one.requirement, frozenset(one.evidence)) for one in written.criteria]
