"""Which kind of person a row is about, and what the matrix then asks."""

from datetime import date

import pytest

from compliance.domain.categories import WorkerCategory as W
from compliance.domain.central_record_needs import needs_of
from compliance.domain.central_record_people import RowWords, propose_place, section_category
from core.domain.schools import SchoolType

AS_AT = date(2026, 11, 23)
MAINTAINED, ACADEMY = SchoolType.MAINTAINED, SchoolType.ACADEMY


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Teaching Staff", "teaching"),
        ("Teaching assistants", "support"),
        ("Non-teaching staff", "support"),
        ("Supply & Agency", "supply"),
        ("Governors/Trustees", "governors"),
        ("PTA", "volunteers"),
        ("Visiting teachers", "peripatetic"),
        ("Third party", "contractors"),
        ("ITT students", "trainees"),
        ("Central team", "trust"),
        ("Staff who have left", "leavers"),
        ("SCR", None),
        ("Staff", None),
        ("Teaching and support staff", None),
        ("Governors and volunteers", None),
        ("Govs", "governors"),
    ],
)
def test_sections_and_sheets_name_a_category(text: str, category: str | None) -> None:
    assert section_category(text) == category


@pytest.mark.parametrize(
    ("role", "category", "workers"),
    [
        ("Headteacher", "teaching", (W.TEACHER, W.LEADER_ACADEMY)),
        ("Deputy Head / Y6", "teaching", (W.TEACHER, W.LEADER_ACADEMY)),
        ("SENCo 0.6", "teaching", (W.TEACHER,)),
        ("Class teacher Y3 (ECT)", "teaching", (W.TEACHER,)),
        ("Teaching Assistant", "support", (W.TA_ELSA,)),
        ("ELSA / TA", "support", (W.TA_ELSA,)),
        ("Caretaker", "support", (W.SUPPORT_STAFF,)),
        ("Clerk to the Governors", "support", (W.SUPPORT_STAFF,)),
        ("Nursery nurse", "support", (W.EY_WRAP,)),
        ("Governor - Chair", "governors", (W.TRUSTEE_ACADEMY,)),
        ("Volunteer reader (Tues + Thurs)", "volunteers", (W.VOLUNTEER_RA,)),
        ("Volunteer - school trips only", "volunteers", (W.VOLUNTEER_BELOW,)),
        ("Peripatetic music - strings", "peripatetic", (W.CONTRACTOR_RA,)),
        ("Supply teacher", "supply", (W.SUPPLY_AGENCY,)),
        ("Trainee teacher (salaried)", "trainees", (W.TRAINEE_SALARIED,)),
        ("PGCE placement", "trainees", (W.TRAINEE_FEE,)),
        ("Contractor, one-off", "contractors", (W.CONTRACTOR_REGULAR,)),
        ("Contractor (escorted)", "contractors", (W.CONTRACTOR_NONE,)),
        ("Chief Financial Officer", "trust", (W.LEADER_ACADEMY,)),
        ("", "support", (W.SUPPORT_STAFF,)),
    ],
)
def test_without_a_section_the_post_decides(role: str, category: str, workers: tuple[W, ...]) -> None:
    place = propose_place(RowWords(role), section=None, sheet=None, school=ACADEMY)

    assert (place.category, place.workers) == (category, workers)


def test_the_nearest_label_decides() -> None:
    words = RowWords("Teaching Assistant", category="Volunteer")

    places = [
        propose_place(words, section="governors", sheet="teaching", school=ACADEMY),
        propose_place(RowWords("Teaching Assistant"), section="governors", sheet="teaching", school=ACADEMY),
        propose_place(RowWords("Teaching Assistant"), section=None, sheet="teaching", school=ACADEMY),
    ]

    assert [place.category for place in places] == ["volunteers", "governors", "teaching"]


def test_a_leaver_owes_what_the_post_owed() -> None:
    place = propose_place(RowWords("Class teacher"), section=None, sheet="leavers", school=MAINTAINED)

    assert (place.category, place.workers) == ("leavers", (W.TEACHER,))


@pytest.mark.parametrize(
    ("role", "school", "check", "required", "forbidden"),
    [
        ("Class teacher", MAINTAINED, "prohibition_teaching", True, False),
        ("Caretaker", MAINTAINED, "prohibition_teaching", False, False),
        ("Caretaker", MAINTAINED, "children_barred_list", True, False),
        ("Parent Governor", MAINTAINED, "children_barred_list", False, True),
        ("Parent Governor", MAINTAINED, "s128", True, False),
        ("Trustee", ACADEMY, "s128", True, False),
        ("Headteacher", ACADEMY, "s128", True, False),
        ("Headteacher", ACADEMY, "qualifications", True, False),
        ("Headteacher", MAINTAINED, "s128", True, False),
        ("Deputy Head", MAINTAINED, "s128", False, False),
        ("Volunteer - trips only", MAINTAINED, "children_barred_list", False, True),
        ("Volunteer, weekly", MAINTAINED, "children_barred_list", True, False),
        ("Supply teacher", MAINTAINED, "enhanced_dbs", True, False),
        ("Supply teacher", MAINTAINED, "supply_confirmation", True, False),
        ("Class teacher", MAINTAINED, "supply_confirmation", False, False),
    ],
)
def test_the_matrix_says_what_must_and_must_not_stand(
    role: str, school: SchoolType, check: str, required: bool, forbidden: bool
) -> None:
    place = propose_place(RowWords(role), section=None, sheet=None, school=school)

    needs = needs_of(place, as_at=AS_AT, school=school)

    assert (check in needs.required, check in needs.not_permitted) == (required, forbidden)


def test_a_governor_who_reads_weekly_may_be_checked() -> None:
    words = RowWords("Parent Governor", notes="also reads in class weekly")
    place = propose_place(words, section=None, sheet=None, school=MAINTAINED)

    assert needs_of(place, as_at=AS_AT, school=MAINTAINED).not_permitted == frozenset()


def test_time_abroad_makes_the_overseas_checks_required() -> None:
    found = [
        "overseas"
        in needs_of(
            propose_place(RowWords("Cook", lived_abroad=abroad), section=None, sheet=None, school=MAINTAINED),
            as_at=AS_AT,
            school=MAINTAINED,
        ).required
        for abroad in (True, False, None)
    ]

    assert found == [True, False, False]
