from datetime import date

import pytest

from compliance.domain.forbidden_questions import (
    SOURCES_BY_CODE,
    deny_barred_list,
    deny_dbs_application,
    deny_declaration_question,
    deny_household_question,
)
from core.domain.errors import Denial

REACHES_PROTECTED = """\
Any convictions ever?
any convictions ever
Have you ever been convicted of a criminal offence?
HAVE YOU EVER BEEN CONVICTED OF A CRIMINAL OFFENCE?
Do you have any convictions, cautions, reprimands or final warnings?
Do you have a criminal record?
Have you ever received a caution?
Please give details of all convictions, spent or unspent.
Please list all spent and unspent convictions.
Please disclose all convictions and cautions, including those that are protected.
Do you have any convictions that are not spent, even if they are filtered?
Declare any offences.
Give details of your criminal history
Do you have any unspent convictions? Have you ever been cautioned?
You need not tell us about protected cautions. List all convictions, including any that are protected.
Please state whether you have been reprimanded or cautioned by the police.
""".splitlines()
MAY_BE_ASKED = """\
Do you have any unspent convictions or conditional cautions?
Do you have any convictions or cautions that are not ‘protected’ as defined by law?
Do you have any spent convictions that are not protected?
Do you have any convictions, cautions, reprimands or final warnings which would not be filtered?
Have you any convictions, excluding youth cautions and any that are protected?
Have you ever been convicted of an offence? You do not have to tell us about protected convictions.
Please list your convictions. Those that are protected should not be disclosed.
A conviction will not necessarily bar you from working here.
Any conviction you tell us of will be discussed with you in confidence.
The post needs an enhanced criminal record check.
Please complete the criminal record self-declaration.
Have you ever been barred from working with children?
This post is exempt from the Rehabilitation of Offenders Act 1974.
Why do you want to work with children?
""".splitlines()
ABOUT_THE_HOUSEHOLD = """\
Is anyone in your household disqualified from working with children?
Does anybody living with you have a conviction?
Has anyone who lives in the same house been barred?
Please give details of household members.
Are you disqualified by association?
With whom do you live? Do you live with anyone who is disqualified?
Has your partner ever been convicted of an offence?
Do people working at your address have convictions?
Who do you live with?
""".splitlines()
ABOUT_THE_PERSON = """\
Are you disqualified under the Childcare Act 2006?
Have you been barred from working with children?
Have you worked with household chemicals?
How would you work with the families of your class?
Would your family move with you?
Have you lived with a long commute?
""".splitlines()


@pytest.mark.parametrize("text", REACHES_PROTECTED)
def test_declaration_that_reaches_protected_matters_is_denied(text: str) -> None:
    denial = deny_declaration_question(text)

    assert denial is not None
    assert denial.code == "protected_matters"


@pytest.mark.parametrize("text", MAY_BE_ASKED)
def test_declaration_that_keeps_to_the_law_may_be_asked(text: str) -> None:
    assert deny_declaration_question(text) is None


def test_denial_names_the_sentence_at_fault() -> None:
    denial = deny_declaration_question("Do you have unspent convictions? Have you ever been cautioned?")

    assert denial == Denial(
        "protected_matters",
        "“Have you ever been cautioned?” reaches convictions and cautions that are protected, which nobody "
        "may ask about. Ask for those that are unspent, or spent but not protected.",
    )


@pytest.mark.parametrize("text", ABOUT_THE_HOUSEHOLD)
def test_household_question_is_for_domestic_settings_only(text: str) -> None:
    denial = deny_household_question(text, in_domestic_setting=False)

    assert denial is not None
    assert denial.code == "household_question"
    assert deny_household_question(text, in_domestic_setting=True) is None


@pytest.mark.parametrize("text", ABOUT_THE_PERSON)
def test_question_about_the_person_alone_may_be_asked(text: str) -> None:
    assert deny_household_question(text, in_domestic_setting=False) is None


@pytest.mark.parametrize(
    ("regulated", "code"),
    [
        (True, None),
        (False, "barred_list_outside_regulated_activity"),
        (None, "regulated_activity_not_known"),
    ],
)
def test_barred_list_is_for_regulated_activity(regulated: bool | None, code: str | None) -> None:
    denial = deny_barred_list(regulated=regulated)

    assert (denial.code if denial else None) == code


@pytest.mark.parametrize(
    ("birth", "as_at", "denied"),
    [
        (date(2010, 11, 22), date(2026, 11, 21), True),
        (date(2010, 11, 22), date(2026, 11, 22), False),
        (date(2011, 11, 22), date(2026, 11, 22), True),
        (date(2008, 2, 29), date(2024, 2, 28), True),
        (date(2008, 2, 29), date(2024, 2, 29), False),
    ],
)
def test_nobody_under_16_is_checked(birth: date, as_at: date, denied: bool) -> None:
    denial = deny_dbs_application(birth, as_at=as_at)

    assert (denial is not None) is denied
    if denial:
        assert denial.message.endswith(f"turns 16 on {birth:%d/%m}/{birth.year + 16}.")


def test_every_denial_has_its_source() -> None:
    denials = [
        deny_barred_list(regulated=False),
        deny_barred_list(regulated=None),
        deny_dbs_application(date(2020, 1, 1), as_at=date(2026, 1, 1)),
        deny_household_question("Who do you live with?", in_domestic_setting=False),
        deny_declaration_question("Any convictions ever?"),
    ]

    assert {denial.code for denial in denials if denial} == set(SOURCES_BY_CODE)
