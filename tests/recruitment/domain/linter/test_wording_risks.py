"""Which wordings are questioned, and, as important, which are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.linter.wording_risks import WORDING_RISKS

RISKY = [
    ("age_wording", "A young and energetic person", "young and energetic"),
    ("age_wording", "Youthful enthusiasm", "Youthful"),
    ("age_wording", "Dynamic, young outlook", "Dynamic, young"),
    ("age_wording", "Would suit a recent graduate", "recent graduate"),
    ("age_wording", "Recently graduated in a relevant subject", "Recently graduated"),
    ("age_wording", "Recently qualified", "Recently qualified"),
    ("age_wording", "Would suit a recently-qualified teacher", "recently-qualified"),
    ("age_wording", "A mature person with common sense", "mature person"),
    ("age_wording", "Happy to join our young team", "young team"),
    ("age_wording", "A digital native", "digital native"),
    ("age_limit", "Applicants must be over 25", "must be over 25"),
    ("age_limit", "Someone under 35", "Someone under 35"),
    ("years_of_experience", "At least five years’ experience in a school office", "five years’ experience"),
    ("years_of_experience", "2 years minimum experience working with children", "2 years minimum experience"),
    ("years_of_experience", "5+ years of classroom experience", "5+ years of classroom experience"),
    ("years_of_experience", "Experience of leading a team for at least three years", None),
    ("years_of_experience", "A minimum of 3 years in a similar post", "minimum of 3 years in a"),
    ("years_of_experience", "Several years' post-qualification experience", None),
    ("native_speaker", "Native English speaker", "Native English speaker"),
    ("native_speaker", "English as a first language", "English as a first language"),
    ("native_speaker", "English mother tongue", "mother tongue"),
    ("native_speaker", "Must hold a UK passport", "UK passport"),
    ("one_sex", "Experience as a dinner lady", "dinner lady"),
    ("one_sex", "A practical handyman", "handyman"),
    ("one_sex", "He will lead the site team", "He will"),
    ("one_sex", "Must be female", "Must be female"),
    ("health_demand", "Physically fit", "Physically fit"),
    ("health_demand", "In good health", "In good health"),
    ("health_demand", "Good attendance record", "Good attendance record"),
    ("health_demand", "Excellent health and attendance record", None),
    ("health_demand", "Low sickness record", "Low sickness record"),
    ("driving_demand", "Full, clean driving licence", "Full, clean driving licence"),
    ("driving_demand", "Car owner", "Car owner"),
    ("driving_demand", "Use of own vehicle", "Use of own vehicle"),
    ("religion_demand", "A practising Catholic", "practising Catholic"),
    ("religion_demand", "A committed Christian with a personal faith", "committed Christian"),
    ("family_wording", "No family commitments", "No family commitments"),
    ("family_wording", "An unbroken employment history", "unbroken employment"),
    ("residence_demand", "Must live within 5 miles", "Must live within 5 miles"),
    ("residence_demand", "Living locally", "Living locally"),
    ("culture_wording", "Fits in with the team", None),
    ("culture_wording", "A good cultural fit", "cultural fit"),
    ("no_equivalent", "GCSE grade C or above in English and mathematics", "GCSE"),
    ("no_equivalent", "NVQ level 3 in childcare", "NVQ"),
    ("no_equivalent", "NVQ level 3 in supporting teaching and learning", "NVQ"),
    ("no_equivalent", "NVQ level 2 for teaching assistants", "NVQ"),
    ("no_equivalent", "Experience in childcare and GCSE mathematics", "GCSE"),
    ("no_equivalent", "Experience with children at NVQ level 3", "NVQ"),
    ("no_equivalent", "Able to support reading, with GCSE English", "GCSE"),
    ("no_equivalent", "Hold an A level in a science", "A level"),
    ("stock_phrase", "A strong team player", "team player"),
    ("stock_phrase", "Willing to go the extra mile", "go the extra mile"),
]

PLAIN = [
    "Experience of working with young people",
    "Experience of supporting young children with speech and language needs",
    "Understands how younger pupils learn through play",
    "Able to mentor young carers",
    "Experience in early years",
    "Experience of working with children aged 3 to 5 years",
    "Experience with pupils aged 11-16 years",
    "Experience of teaching Years 3 and 4",
    "Experience of teaching across Key Stage 1 and Year 6",
    "Paediatric first aid certificate gained within the last 3 years",
    "Recent experience of leading a team",
    "Experience of a school census in the last two years",
    "Experience of supporting pupils for whom English is not their first language",
    "Experience of working with families whose first language is not English",
    "Fluent spoken English",
    "Able to speak Welsh with children and parents",
    "Knowledge of native plants and habitats",
    "Able to promote fundamental British values",
    "Knowledge of health and safety in a kitchen",
    "Able to promote the good health of pupils",
    "Mental health first aid certificate",
    "Experience of improving pupils’ attendance records",
    "Experience of managing staff absence",
    "Able to drive the school minibus (category D1 driving licence)",
    "Full driving licence or the ability to travel between sites",
    "Able to travel between sites",
    "Supportive of the Christian ethos of the school",
    "Knowledge of religious education",
    "GCSE English and mathematics at grade 4 or above, or equivalent",
    "Level 3 childcare qualification or willing to work towards an NVQ",
    "Experience of teaching GCSE mathematics",
    "Able to offer GCSE mathematics to the higher tier",
    "GCSE mathematics lessons that hold the interest of a class",
    "Knowledge of the International GCSE",
    "Can raise attainment in GCSE mathematics",
    "A level groups with good outcomes",
    "Teacher of GCSE English",
    "Supporting Year 11 with GCSE mathematics",
    "A Level 3 qualification in supporting teaching and learning",
    "Hold a Level 5 early years qualification",
    "Degree in a relevant subject",
    "Works well as part of a team",
    "Able to use a database and spreadsheets",
    "Able to plan and lead small group work",
    "Knows when to pass on a safeguarding concern",
    "He or she will work with families",
    "Experience of working with boys and girls of primary age",
    "Able to lift and carry equipment with the aids provided",
    "Committed to the local community",
    "Knowledge of the area’s family services",
    "Flexible about start and finish times",
    "Able to work two evenings a term",
    "A mature understanding of confidentiality",
    "Qualified teacher status",
    "Mentoring recently qualified teachers",
    "Recent qualification in first aid",
    "Has completed induction as an early career teacher",
    "Experience of one-to-one tuition",
    "Experience of leading three assemblies a year",
    "Willing to attend training five days a year",
]


def codes_of(text: str) -> set[str]:
    return {risk.code for risk in WORDING_RISKS if risk.find(text)}


@pytest.mark.parametrize(("code", "text", "quote"), RISKY)
def test_risky_wording_is_found_and_quoted(code: str, text: str, quote: str | None) -> None:
    found = {risk.code: risk.find(text) for risk in WORDING_RISKS if risk.find(text)}

    assert code in found
    assert quote is None or found[code] == quote


@pytest.mark.parametrize("text", PLAIN)
def test_plain_wording_is_left_in_peace(text: str) -> None:
    assert codes_of(text) == set()


@given(st.text(max_size=120))
def test_what_is_quoted_stands_in_the_wording(text: str) -> None:
    assert [risk.find(text) for risk in WORDING_RISKS if risk.find(text) not in text] == []


def test_every_kind_of_risk_is_tried_here() -> None:
    assert {risk.code for risk in WORDING_RISKS} == {code for code, _, _ in RISKY}
