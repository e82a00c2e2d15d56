"""Which wordings are questioned, and, as important, which are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.linter.wording_risks import WORDING_RISKS
from tests.recruitment.domain.linter.plain_wordings import PLAIN
from tests.recruitment.domain.linter.risky_wordings import RISKY


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


@pytest.mark.parametrize("text", ["Female changing-room attendant required", "Male caretaker"])
def test_one_sex_asked_for_has_to_be_justified(text: str) -> None:
    [risk] = [risk for risk in WORDING_RISKS if risk.find(text)]

    assert "able to justify it" in risk.why
    assert risk.source.provision.startswith("Schedule 9, paragraph 1")


def test_a_wording_for_others_excuses_no_demand_beside_it() -> None:
    assert codes_of("Keeps pupils fit and healthy, and is physically fit") == {"health_demand"}
