"""All remarks together: their order, what stands behind each, and how they are let stand."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.sources import LegalSource
from recruitment.domain.linter import sources
from recruitment.domain.linter.dismissals import Dismissal, find_dismissal, words_of
from recruitment.domain.linter.lint import BASIS, lint_criteria

EVERY_SOURCE = {name: value for name, value in vars(sources).items() if isinstance(value, LegalSource)}


@dataclass(frozen=True)
class Written:
    text: str
    requirement: str | None = "essential"
    evidence: str = "AI"


def test_remarks_come_in_the_order_of_the_criteria_and_say_why() -> None:
    criteria = [Written("Native English speaker"), Written("Plans", evidence="AIT"), Written("Car owner")]

    remarks = lint_criteria(criteria)

    assert [(remark.code, remark.criteria) for remark in remarks] == [
        ("native_speaker", (0,)),
        ("every_stage", (1,)),
        ("driving_demand", (2,)),
    ]
    assert [bool(remark.why and remark.suggestion and remark.name) for remark in remarks] == [True] * 3


def test_one_wording_can_carry_two_risks() -> None:
    codes = [
        remark.code
        for remark in lint_criteria([Written("Young, dynamic native speaker with a certificate of the CRB")])
    ]

    assert codes == ["age_wording", "native_speaker", "dated_crb"]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("Physically fit and able-bodied", "health_demand", "Physically fit”, “able-bodied"),
        ("Recently qualified, with a youthful outlook", "age_wording", "Recently qualified”, “youthful"),
        ("Car owner with a driving licence", "driving_demand", "Car owner”, “driving licence"),
        ("Car owner; car owner", "driving_demand", "Car owner”, “car owner"),
    ],
)
def test_each_place_of_one_wording_is_quoted(text: str, code: str, quote: str) -> None:
    assert [(remark.code, remark.quote) for remark in lint_criteria([Written(text)])] == [(code, quote)]


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        ("essential", "are ruled out"),
        (None, "are ruled out"),
        ("desirable", "cannot earn these points"),
    ],
)
def test_a_driving_licence_is_worded_by_what_it_is(requirement: str | None, words: str) -> None:
    [remark] = lint_criteria([Written("Driving licence", requirement)])

    assert words in remark.why
    assert "essential" not in remark.source.provision


@pytest.mark.parametrize(
    ("evidence", "codes"), [("D", []), ("RD", ["health_demand"]), ("R", ["health_demand"])]
)
def test_health_may_be_left_to_the_checks(evidence: str, codes: list[str]) -> None:
    criteria = [Written("Excellent sickness record", evidence=evidence), Written("Plans lessons")]

    assert [remark.code for remark in lint_criteria(criteria)] == codes


@given(
    st.sampled_from(
        ["Excellent sickness record", "Good attendance and punctuality", "Enhanced DBS clearance"]
    ),
    st.sampled_from(["essential", "desirable", None]),
    st.text("ACIRTPOD", max_size=4),
)
def test_no_remark_leads_a_check_into_a_stage(text: str, requirement: str | None, evidence: str) -> None:
    remarks = lint_criteria([Written(text, requirement, evidence), Written("Plans lessons")])

    assert [one for one in remarks if one.criteria == (0,) and "interview" in one.suggestion] == []


@given(
    st.lists(
        st.builds(
            Written,
            st.one_of(st.text(max_size=60), st.sampled_from(["Enthusiastic", "5 years' experience", "GCSE"])),
            st.sampled_from(["essential", "desirable", None]),
            st.text("ACIRTPOD", max_size=4),
        ),
        max_size=20,
    )
)
def test_remarks_point_only_at_criteria_that_exist(criteria: list[Written]) -> None:
    remarks = lint_criteria(criteria)

    assert {place for remark in remarks for place in remark.criteria} <= set(range(len(criteria)))
    assert remarks == lint_criteria(criteria)


def test_a_dismissal_holds_for_the_wording_it_was_given_for() -> None:
    [remark] = lint_criteria([Written("Car owner")])
    words = words_of(remark, ["Car owner"])
    given_reason = Dismissal("driving_demand", words, "Visits three villages a day without a bus")

    assert find_dismissal([given_reason], "driving_demand", words) == given_reason
    assert find_dismissal([given_reason], "driving_demand", words_of(remark, ["Car driver"])) is None
    assert find_dismissal([given_reason], "native_speaker", words) is None


def test_sources_written_from_memory_are_these() -> None:
    assert {name for name, source in EVERY_SOURCE.items() if not source.verified} == {
        "GOOD_PRACTICE",
        "EHC_PLANS",
        "DATA_PROTECTION_ACT",
        "UK_ENIC",
    }
    assert {name: source.verified for name, source in EVERY_SOURCE.items()} == {
        name: source.url is not None and source.last_checked is not None
        for name, source in EVERY_SOURCE.items()
    }


def test_every_finding_of_the_reader_has_something_behind_it() -> None:
    assert set(BASIS) == {
        "contradiction",
        "duplicate",
        "compound",
        "either_or",
        "untestable",
        "no_evidence",
        "no_requirement",
        "two_lists",
        "outdated_disclosure",
    }
