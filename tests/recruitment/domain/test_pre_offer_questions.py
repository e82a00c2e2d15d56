import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.pre_offer_questions import deny_question

NOT_BEFORE_AN_OFFER = """\
How many days' sickness absence have you had in the last two years?
Do you have any health problems?
Please give details of any medical conditions.
Do you consider yourself to be disabled?
Are you in good health?
ARE YOU IN GOOD HEALTH?
Have you ever suffered from depression?
Number of days absent in the last twelve months
State of health:
Is there anything about your health we should know?
What illnesses have you had?
Are you taking any medication?
Are you pregnant?
Have you seen a doctor in the past year?
Have you taken sick leave?
Have you had time off work through stress?
Do you have an underlying condition?
Do you have any condition that could affect your attendance?
Are you physically fit to carry out this job?
Would your health allow you to teach children?
Do you have any health condition that would affect your work with children?
Do you have any health issues that could put pupils at risk?
When working with children, have you had sickness absence?
Do you have a child with a disability?
Do you have any children with medical needs?
Do you have children who are disabled?
Is your child disabled?
Do you need any adjustments to do the job because of a disability?
How many days off sick has the applicant had?
Does the candidate have any disabilities?
Please comment on their health and attendance.
""".splitlines()

AT_ANY_TIME = """\
Do you need any adjustments for the interview?
Do you have a disability for which you need adjustments at interview?
Tell us about arrangements we can make for the interview or the task.
With reasonable adjustments, can you carry out the lifting that is intrinsic to the work?
For equality monitoring: do you consider yourself disabled?
Would you like to be considered under the Disability Confident guaranteed interview scheme?
What experience do you have of supporting children with medical conditions?
Do you have any experience of supporting children with medical conditions?
How would you support pupils' mental health and wellbeing?
How do you help pupils look after their mental health?
How would you promote the health of younger pupils?
What is your experience of autistic pupils?
How do you plan lessons for a class with autism and ADHD?
How would you respond to a child who is unwell?
How have you reduced pupil absence in your school?
How would you manage long-term staff absence?
How would you tackle persistent absence?
Are you willing to administer medicines?
What do you know about health and safety in the classroom?
Have you completed mental health first aid training?
Which doctor visits the school?
How do you stay organised under pressure?
Why do you want this post, and what would you bring to it?

""".splitlines()


@pytest.mark.parametrize("question", NOT_BEFORE_AN_OFFER)
def test_health_question_is_denied_before_an_offer(question: str) -> None:
    denial = deny_question(question)

    assert denial is not None
    assert denial.code == "health_question_before_offer"


@pytest.mark.parametrize("question", AT_ANY_TIME)
def test_question_the_law_allows_is_let_through(question: str) -> None:
    assert deny_question(question) is None


@pytest.mark.parametrize(
    "text",
    [
        "Do you need adjustments for the interview? Do you have a medical condition?",
        "Do you have a disability, and do you need adjustments for the interview?",
        "Do you need adjustments for the interview and have you had any illness?",
        "How do you support pupils with disabilities; are you disabled?",
    ],
)
def test_permitted_question_does_not_carry_another_one_in(text: str) -> None:
    assert deny_question(text) is not None


def test_denial_names_the_clause_and_says_what_to_ask_instead() -> None:
    denial = deny_question("Why teaching? How’s your health? When can you start?")

    assert denial is not None
    assert denial.message == (
        "“How’s your health” asks about health or absence, which must wait until an offer is made. Ask "
        "whether adjustments are needed for the interview instead, and leave the rest to the checks "
        "after the offer."
    )


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    denial = deny_question(text)

    assert denial is None or denial.message != ""


@given(st.sampled_from(NOT_BEFORE_AN_OFFER), st.sampled_from(AT_ANY_TIME))
def test_denied_question_stays_denied_beside_any_other(denied: str, allowed: str) -> None:
    assert deny_question(f"{allowed}\n{denied}") is not None
    assert deny_question(f"{denied}\n{allowed}") is not None
