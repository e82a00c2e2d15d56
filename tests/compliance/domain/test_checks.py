"""What decides the conditions of the matrix of checks, on which day, and in which school."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.domain.categories import CATEGORY_LABELS, CHECK_LABELS, CheckType, WorkerCategory
from compliance.domain.checks import required_checks, rule_in_force
from compliance.domain.requirement import Requirement, RoleFacts, Status
from core.domain.schools import SchoolType

NOW = date(2026, 11, 22)
BEFORE = date(2026, 6, 9)
CATEGORIES = [category.value for category in WorkerCategory]
NAMES = [field.name for field in fields(RoleFacts)]
UNKNOWN, YES = RoleFacts(), RoleFacts(*[True] * len(NAMES))


def ask(
    check: str,
    category: str,
    facts: RoleFacts = UNKNOWN,
    *,
    as_at: date = NOW,
    school_type: SchoolType | None = SchoolType.ACADEMY,
) -> Requirement:
    answers = required_checks(as_at, school_type, WorkerCategory(category), facts)
    return answers[CheckType(check)]


def status(check: str, category: str, **known: bool | None) -> str:
    return ask(check, category, RoleFacts(**known)).status


def facts_strategy() -> st.SearchStrategy[RoleFacts]:
    return st.builds(RoleFacts, **dict.fromkeys(NAMES, st.sampled_from([True, False, None])))


DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("check", "category", "needs"),
    [
        ("enhanced_dbs", "contractor_none", ("policy",)),
        ("enhanced_dbs", "volunteer_below", ("policy",)),
        ("right_to_work", "contractor_ra", ("individual_contract",)),
        ("right_to_work", "volunteer_ra", ("policy",)),
        ("right_to_work", "trustee_academy", ("policy",)),
        ("prohibition_teaching", "support_staff", ("teaching_work", "has_trn")),
        ("prohibition_teaching", "ta_elsa", ("teaching_work", "has_trn")),
        ("prohibition_teaching", "leader_academy", ("teaching_work", "has_trn")),
        ("prohibition_teaching", "contractor_ra", ("teaching_work",)),
        ("prohibition_teaching", "ey_wrap", ("teaching_work",)),
        ("prohibition_teaching", "volunteer_ra", ("teaching_work", "supervised")),
        ("s128", "teacher", ("management_role", "governor")),
        ("s128", "support_staff", ("management_role",)),
        ("s128", "supply_agency", ("management_role",)),
        ("s128", "leader_maintained", ("governor",)),
        ("qualifications", "ta_elsa", ("policy",)),
        ("overseas", "teacher", ("lived_abroad",)),
        ("overseas", "volunteer_below", ("lived_abroad", "policy")),
        ("references", "volunteer_below", ("policy",)),
        ("online_search", "governor_maintained", ("policy",)),
        ("criminal_self_declaration", "volunteer_ra", ("policy",)),
        ("childcare_disqualification", "ta_elsa", ("early_years_or_wraparound", "manages_early_years")),
    ],
)
def test_what_depends_names_what_is_missing(check: str, category: str, needs: tuple[str, ...]) -> None:
    assert ask(check, category).needs == needs


@pytest.mark.parametrize(
    ("check", "category", "known", "expected"),
    [
        ("prohibition_teaching", "ta_elsa", {"teaching_work": True}, "required"),
        ("prohibition_teaching", "ta_elsa", {"teaching_work": False, "has_trn": True}, "should"),
        ("prohibition_teaching", "ta_elsa", {"teaching_work": False, "has_trn": False}, "not_required"),
        ("prohibition_teaching", "ta_elsa", {"teaching_work": False}, "depends"),
        ("prohibition_teaching", "ta_elsa", {"has_trn": True}, "depends"),
        ("prohibition_teaching", "support_staff", {"teaching_work": True}, "required"),
        ("prohibition_teaching", "support_staff", {"teaching_work": False, "has_trn": True}, "should"),
        ("prohibition_teaching", "leader_maintained", {"has_trn": True}, "required"),
        ("prohibition_teaching", "leader_maintained", {"teaching_work": False}, "depends"),
        ("prohibition_teaching", "leader_academy", {"teaching_work": False, "has_trn": False}, "should"),
        ("prohibition_teaching", "contractor_ra", {"teaching_work": True}, "required"),
        ("prohibition_teaching", "contractor_ra", {"teaching_work": False}, "not_required"),
        ("prohibition_teaching", "volunteer_ra", {"teaching_work": True, "supervised": False}, "required"),
        ("prohibition_teaching", "volunteer_ra", {"teaching_work": True, "supervised": True}, "not_required"),
        ("prohibition_teaching", "volunteer_ra", {"teaching_work": True}, "depends"),
        ("prohibition_teaching", "volunteer_ra", {"supervised": True}, "not_required"),
        ("prohibition_teaching", "volunteer_ra", {"supervised": False}, "depends"),
        ("overseas", "teacher", {"lived_abroad": True}, "required"),
        ("overseas", "contractor_regular", {"lived_abroad": True}, "required"),
        ("overseas", "contractor_none", {"lived_abroad": True}, "not_required"),
        ("overseas", "volunteer_below", {"lived_abroad": True}, "depends"),
        ("overseas", "volunteer_below", {"lived_abroad": False}, "not_required"),
        ("childcare_disqualification", "teacher", {"early_years_or_wraparound": True}, "required"),
        ("childcare_disqualification", "teacher", {"manages_early_years": True}, "required"),
        ("childcare_disqualification", "teacher", {"early_years_or_wraparound": False}, "depends"),
        (
            "childcare_disqualification",
            "contractor_none",
            {"early_years_or_wraparound": True},
            "not_required",
        ),
        ("childcare_disqualification", "supply_agency", {"early_years_or_wraparound": False}, "assurance"),
        ("childcare_disqualification", "ey_wrap", {"early_years_or_wraparound": False}, "required"),
    ],
)
def test_conditions(check: str, category: str, known: dict[str, bool], expected: str) -> None:
    assert status(check, category, **known) == expected


@pytest.mark.parametrize("category", CATEGORIES)
def test_regulated_activity_decided_by_the_school_outweighs_the_category(category: str) -> None:
    confirmed = category in {"supply_agency", "trainee_fee"}

    assert status("children_barred_list", category, regulated_activity=True) == (
        "assurance" if confirmed else "required"
    )
    assert status("children_barred_list", category, regulated_activity=False) == "not_permitted"


@pytest.mark.parametrize("category", ["volunteer_ra", "volunteer_below", "contractor_none"])
def test_certificate_follows_regulated_activity(category: str) -> None:
    assert status("enhanced_dbs", category, regulated_activity=True) == "required"
    outside = ask("enhanced_dbs", category, RoleFacts(regulated_activity=False))
    assert (outside.status, outside.needs) == (Status.DEPENDS, ("policy",))


@pytest.mark.parametrize("category", ["volunteer_below", "governor_maintained", "contractor_regular"])
@pytest.mark.parametrize("as_at", [BEFORE, NOW])
def test_personal_care_is_regulated_whenever(category: str, as_at: date) -> None:
    facts = RoleFacts(personal_care=True, supervised=True)

    assert ask("children_barred_list", category, facts, as_at=as_at).status == "required"
    assert ask("enhanced_dbs", category, facts, as_at=as_at).status == "required"


@pytest.mark.parametrize(
    ("as_at", "supervised", "expected"),
    [
        (date(2026, 8, 31), True, "not_permitted"),
        (date(2026, 8, 31), False, "required"),
        (date(2026, 8, 31), None, "depends"),
        (date(2026, 9, 1), True, "required"),
        (date(2026, 9, 1), False, "required"),
        (date(2026, 9, 1), None, "required"),
    ],
)
def test_supervision_exempts_a_volunteer_until_31_august_2026(
    as_at: date, supervised: bool | None, expected: str
) -> None:
    facts = RoleFacts(supervised=supervised)

    assert ask("children_barred_list", "volunteer_ra", facts, as_at=as_at).status == expected


@pytest.mark.parametrize(
    ("supervised", "expected", "needs"),
    [(True, "depends", ("policy",)), (False, "required", ()), (None, "depends", ("supervised",))],
)
def test_certificate_of_a_supervised_volunteer_was_a_matter_of_risk_assessment(
    supervised: bool | None, expected: str, needs: tuple[str, ...]
) -> None:
    found = ask("enhanced_dbs", "volunteer_ra", RoleFacts(supervised=supervised), as_at=BEFORE)

    assert (found.status, found.needs) == (expected, needs)


@pytest.mark.parametrize("category", [one for one in CATEGORIES if one != "volunteer_ra"])
def test_end_of_the_exemption_touches_nobody_else(category: str) -> None:
    facts = RoleFacts(supervised=True)

    assert ask("children_barred_list", category, facts, as_at=BEFORE) == ask(
        "children_barred_list", category, facts, as_at=date(2026, 9, 1)
    )


@pytest.mark.parametrize("category", ["contractor_ra", "contractor_regular", "contractor_none"])
@pytest.mark.parametrize(
    ("as_at", "individual", "expected"),
    [
        (date(2026, 9, 30), True, "not_required"),
        (date(2026, 9, 30), None, "not_required"),
        (date(2026, 10, 1), True, "required"),
        (date(2026, 10, 1), False, "not_required"),
        (date(2026, 10, 1), None, "depends"),
    ],
)
def test_right_to_work_widens_on_1_october_2026(
    category: str, as_at: date, individual: bool | None, expected: str
) -> None:
    facts = RoleFacts(individual_contract=individual)

    assert ask("right_to_work", category, facts, as_at=as_at).status == expected


@pytest.mark.parametrize(
    ("as_at", "expected"), [(date(2025, 8, 31), "should"), (date(2025, 9, 1), "required")]
)
def test_references_in_early_years_become_a_must(as_at: date, expected: str) -> None:
    assert ask("references", "ey_wrap", as_at=as_at).status == expected
    assert ask("references", "ta_elsa", as_at=as_at).status == "should"


INDEPENDENT = [SchoolType.ACADEMY, SchoolType.INDEPENDENT]
OTHERS = [SchoolType.MAINTAINED, SchoolType.PRU]


def section_128(category: str, school_type: SchoolType | None, **known: bool | None) -> Requirement:
    return ask("s128", category, RoleFacts(**known), school_type=school_type)


@pytest.mark.parametrize("category", ["teacher", "support_staff", "supply_agency", "ey_wrap"])
def test_section_128_follows_management_where_the_school_is_independent_in_law(category: str) -> None:
    known = {"management_role": True, "governor": False}

    assert {section_128(category, one, **known).status for one in INDEPENDENT} == {Status.REQUIRED}
    assert {section_128(category, one, **known).status for one in OTHERS} == {Status.NOT_REQUIRED}
    unknown = section_128(category, None, **known)
    assert (unknown.status, unknown.needs) == (Status.DEPENDS, ("school_type",))


@pytest.mark.parametrize("school_type", SchoolType)
@pytest.mark.parametrize("category", ["teacher", "support_staff", "supply_agency", "leader_maintained"])
def test_section_128_follows_governing_everywhere(category: str, school_type: SchoolType) -> None:
    assert section_128(category, school_type, governor=True).status == Status.REQUIRED


@pytest.mark.parametrize("school_type", [*SchoolType, None])
@pytest.mark.parametrize("category", ["leader_academy", "governor_maintained", "trustee_academy"])
def test_section_128_of_those_who_lead_academies_or_govern(
    category: str, school_type: SchoolType | None
) -> None:
    assert section_128(category, school_type).status == Status.REQUIRED


def test_interim_finance_director_in_the_leadership_of_an_academy_needs_section_128() -> None:
    assert section_128("supply_agency", SchoolType.ACADEMY, management_role=True).status == "required"
    assert section_128("teacher", SchoolType.ACADEMY, management_role=True).status == "required"


def test_deputy_of_a_maintained_school_needs_section_128_only_as_a_governor() -> None:
    maintained = SchoolType.MAINTAINED

    assert section_128("leader_maintained", maintained, governor=False).status == Status.NOT_REQUIRED
    assert section_128("leader_maintained", maintained, governor=True).status == Status.REQUIRED
    assert section_128("leader_maintained", maintained, management_role=True).needs == ("governor",)


def test_teacher_of_a_maintained_school_is_asked_only_whether_they_govern() -> None:
    found = section_128("teacher", SchoolType.MAINTAINED, management_role=True)

    assert (found.status, found.needs) == (Status.DEPENDS, ("governor",))


def test_office_clerk_paid_daily_needs_certificate_and_barred_list() -> None:
    found = required_checks(NOW, SchoolType.MAINTAINED, WorkerCategory.SUPPORT_STAFF, RoleFacts())

    assert (found[CheckType.ENHANCED_DBS].status, found[CheckType.CHILDREN_BARRED_LIST].status) == (
        Status.REQUIRED,
        Status.REQUIRED,
    )


def test_every_category_and_check_has_a_label() -> None:
    assert set(CATEGORY_LABELS) == set(WorkerCategory)
    assert set(CHECK_LABELS) == set(CheckType)


@given(day=DAYS)
def test_exactly_one_rule_holds_for_each_check_category_and_day(day: date) -> None:
    found = [rule_in_force(check, category, day) for check in CheckType for category in WorkerCategory]

    assert len(found) == 14 * 16


@given(
    day=DAYS,
    school_type=st.sampled_from([*SchoolType, None]),
    category=st.sampled_from(WorkerCategory),
    facts=facts_strategy(),
)
def test_every_answer_has_a_reason_sources_and_needs_only_where_it_depends(
    day: date, school_type: SchoolType | None, category: WorkerCategory, facts: RoleFacts
) -> None:
    for one in required_checks(day, school_type, category, facts).values():
        assert one.reason != ""
        assert one.sources != ()
        assert (one.needs != ()) is (one.status == Status.DEPENDS)


@given(
    day=DAYS,
    school=st.sampled_from(SchoolType),
    category=st.sampled_from(WorkerCategory),
    facts=facts_strategy(),
)
def test_a_fact_that_is_not_needed_decides_nothing(
    day: date, school: SchoolType, category: WorkerCategory, facts: RoleFacts
) -> None:
    """An answer that does not depend stays, whatever an unknown fact turns out to be."""
    # Two facts are claims: not made, they leave the category to decide, as the next test says.
    for name in facts.unknown(*[one for one in NAMES if one not in CLAIMS]):
        for value in (True, False):
            told = required_checks(day, school, category, replace(facts, **{name: value}))
            for check, before in required_checks(day, school, category, facts).items():
                if before.status != Status.DEPENDS and (check, name) != (CheckType.S128, "governor"):
                    assert (check, told[check].status) == (check, before.status)


CLAIMS = ("regulated_activity", "personal_care")


@given(
    day=DAYS,
    school=st.sampled_from(SchoolType),
    category=st.sampled_from(WorkerCategory),
    facts=facts_strategy(),
)
def test_what_is_needed_settles_what_depends(
    day: date, school: SchoolType, category: WorkerCategory, facts: RoleFacts
) -> None:
    """Once every fact named as missing is known, only the policy may still be missing."""
    for check, before in required_checks(day, school, category, facts).items():
        known = replace(facts, **{name: False for name in before.needs if name != "policy"})
        after = required_checks(day, school, category, known)[check]
        assert after.needs in ((), ("policy",))


@given(day=st.dates(date(2026, 10, 1), date(2029, 1, 1)), category=st.sampled_from(WorkerCategory))
def test_rules_stay_as_they_are_after_the_last_change(day: date, category: WorkerCategory) -> None:
    assert required_checks(day, None, category, YES) == required_checks(
        day + timedelta(days=1), None, category, YES
    )


@pytest.mark.parametrize(
    ("check", "category", "fact"),
    [
        ("s128", "ta_elsa", "management_role"),
        ("s128", "volunteer_below", "governor"),
        ("prohibition_teaching", "contractor_regular", "teaching_work"),
        ("childcare_disqualification", "contractor_none", "manages_early_years"),
    ],
)
def test_what_the_category_does_not_need_is_asked_for_another_one(
    check: str, category: str, fact: str
) -> None:
    claimed = ask(check, category, RoleFacts(**{fact: True}))

    assert claimed.status == Status.NOT_REQUIRED
    assert claimed.reason.endswith(": ask for that category as well.")
    assert ask(check, category, RoleFacts(**{fact: False})).reason.startswith("This category ")
