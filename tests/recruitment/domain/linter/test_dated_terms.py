"""Terms and notices that have been replaced."""

from datetime import date

import pytest

from recruitment.domain.linter.dated_terms import lint_lines
from recruitment.domain.person_specification import SourceLine


def found(*texts: str) -> list[tuple[str, int]]:
    lines = [(SourceLine(None, number), text) for number, text in enumerate(texts, start=1)]
    return [(remark.code, remark.line.line) for remark in lint_lines(lines) if remark.line]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("An enhanced CRB check will be carried out", "dated_crb"),
        ("Registered with the Independent Safeguarding Authority", "dated_isa"),
        ("Subject to a List 99 check", "dated_list_99"),
        ("This post is open to NQTs", "dated_nqt"),
        ("Support for statemented pupils", "dated_statement"),
        ("Knows the Disability Discrimination Act", "dated_equality_act"),
        ("Under the Data Protection Act 1998", "dated_data_protection"),
        ("Works with the LEA", "dated_lea"),
        ("Experience of more than one local education authority", "dated_lea"),
        ("ISA registration is needed", "dated_isa"),
        ("Subject to DBS and ISA vetting", "dated_isa"),
        ("ISA/DBS clearance", "dated_isa"),
        ("Passed the Professional Skills Test", "dated_skills_test"),
        ("QTS skills tests in literacy and numeracy", "dated_skills_test"),
        ("Overseas qualifications with a NARIC statement", "dated_naric"),
        ("You must declare all convictions, including those that are spent", "every_conviction"),
        ("Any convictions or cautions must be listed even if they are regarded as spent", "every_conviction"),
    ],
)
def test_what_is_out_of_date_is_found_with_its_line(text: str, code: str) -> None:
    assert found("Person specification", text) == [(code, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "An enhanced DBS certificate will be asked for",
        "This post is open to early career teachers",
        "Support for pupils with an EHC plan",
        "Able to write a clear statement of account",
        "Knows the Equality Act 2010",
        "Under the Data Protection Act 2018",
        "Declare all convictions, including spent ones, unless they are protected",
        "Unspent convictions may be asked about",
        "Works with the local authority",
        "THE LEA VALLEY ACADEMY",
        "Lea Manor High School",
        "Knowledge of pensions, ISAs and payroll",
        "A member of the Independent Schools Association (ISA)",
        "Audits by ISA 315",
        "A numeracy skills test will be set at the interview",
        "Professional skills tested at interview",
        "A UK ENIC statement of comparability",
        "This post is exempt from the Rehabilitation of Offenders Act 1974",
    ],
)
def test_what_is_up_to_date_is_left_in_peace(text: str) -> None:
    assert found(text) == []


def test_a_term_is_remarked_on_once_where_it_first_stands() -> None:
    assert found("A CRB check", "A DBS check", "The CRB form") == [("dated_crb", 1)]


def test_since_when_is_said() -> None:
    [remark] = lint_lines([(SourceLine(None, 1), "A CRB check")])

    assert remark.why.startswith("“CRB” has been replaced since 01/12/2012.")
    assert remark.source.in_force_from == date(2012, 12, 1)


def test_what_has_ended_is_to_be_left_out() -> None:
    [remark] = lint_lines([(SourceLine(None, 1), "Professional Skills Test in English")])

    assert remark.why.startswith("“Professional Skills Test” has not been asked for since 25/06/2020.")
    assert remark.suggestion == "Leave it out."
