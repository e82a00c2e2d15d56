"""What has to wait for an offer, and what only has its words in common with that."""

import pytest

from recruitment.domain.after_offer import (
    AfterOffer,
    find_too_early,
    is_settled_on_paper,
    matter_after_offer,
)


@pytest.mark.parametrize(
    "text",
    [
        "Excellent sickness record",
        "Good health record",
        "Good attendance and punctuality",
        "Good timekeeping and attendance",
        "Excellent record of attendance",
        "Punctual, with an excellent record of attendance",
        "Resilience and good attendance",
        "Attendance and punctuality that set an example",
        "Physically fit and able-bodied",
        "Fit to climb ladders",
        "Occupational health clearance",
        "Medical clearance",
        "In good health",
        "Physically fit and able to lift children",
        "Works with children and is physically fit",
        "Maintains a good attendance record",
        "No history of mental illness",
        "Cheerful, with no mental health problems",
        "Good eyesight and hearing",
    ],
)
def test_health_and_absence_of_the_applicant_wait(text: str) -> None:
    assert matter_after_offer(text) is AfterOffer.HEALTH


@pytest.mark.parametrize(
    "text",
    [
        "Enhanced DBS clearance",
        "Clear enhanced DBS certificate",
        "CRB check clear",
        "Clean criminal record check",
        "Enhanced disclosure of criminal records",
        "Satisfactory enhanced disclosure",
        "No convictions that bar from work with children",
        "Right to work in the UK",
        "Eligible to live and work in the UK",
        "Membership of the Protecting Vulnerable Groups scheme",
        "PVG scheme membership",
    ],
)
def test_vetting_waits(text: str) -> None:
    assert matter_after_offer(text) is AfterOffer.CHECK


@pytest.mark.parametrize("text", ["No criminal convictions", "Clean criminal record"])
def test_a_ban_on_every_record_is_a_matter_of_its_own(text: str) -> None:
    assert matter_after_offer(text) is AfterOffer.BAN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Knowledge of health and safety",
        "Able to promote the good health of pupils",
        "Experience of improving pupils’ attendance records",
        "Experience of managing staff absence",
        "Attendance at evening meetings",
        "Reliable and punctual",
        "Qualified fitness instructor",
        "Work that is fit for purpose",
        "Fit for purpose records",
        "Knowledge of DBS procedures",
        "Experience of processing enhanced DBS applications",
        "Understands right to work in the UK checks",
        "Maintains the single central record of DBS certificates",
        "Excellent communication skills",
        "Level 2 food hygiene certificate",
        "Clear record keeping",
        "Knowledge of criminal law",
        "No experience is needed",
        "No experience of criminal law is needed",
        "Ability to keep good attendance records",
        "Has good mental health first aid skills",
        "Qualified to teach physical fitness",
        "Occupational health assessment experience",
        "Experience of occupational health screening",
        "Promotes the good health of staff",
        "Helps pupils to be physically fit",
        "Supports pupils with no disability",
        "Works with no absence of rigour",
        "Able to respond to a current disclosure of abuse",
        "Able to make a clear disclosure to the safeguarding lead",
        "Able to write a clear report of a child’s disclosure",
        "Knows how to take a clear account of a disclosure",
    ],
)
def test_other_matters_need_not_wait(text: str) -> None:
    assert matter_after_offer(text) is None


@pytest.mark.parametrize(
    ("text", "letters", "found"),
    [
        ("Excellent sickness record", "R", AfterOffer.HEALTH),
        ("Excellent sickness record", "RD", AfterOffer.HEALTH),
        ("Excellent sickness record", "C", AfterOffer.HEALTH),
        ("Excellent sickness record", "", AfterOffer.HEALTH),
        ("Excellent sickness record", "D", None),
        ("Enhanced DBS certificate", "AI", AfterOffer.CHECK),
        ("Enhanced DBS certificate", "R", AfterOffer.CHECK),
        ("Enhanced DBS certificate", "", AfterOffer.CHECK),
        ("Enhanced DBS certificate", "C", None),
        ("Enhanced DBS certificate", "CD", None),
        ("No criminal record", "A", AfterOffer.BAN),
        ("No criminal record", "D", AfterOffer.BAN),
        ("Plans lessons", "R", None),
        ("Plans lessons", "", None),
    ],
)
def test_a_method_before_the_offer_comes_too_early(text: str, letters: str, found: AfterOffer | None) -> None:
    assert find_too_early(text, letters) is found


@pytest.mark.parametrize(
    "text",
    [
        "Enhanced disclosure that shows no bar to work with children",
        "Right of entry",
        "Entitled to work in the UK.",
        "Registered with the Teaching Regulation Agency",
        "Fit for the post after occupational health screening",
        "Meets the health standards for work at sea",
        "Able to meet the physical demands of the job",
        "Member of the PVG Scheme",
        "Two satisfactory references",
        "Suitable to work with children",
        "Degree certificate",
        "British citizen",
        "Full driving licence",
        "NVQ3 in childcare",
    ],
)
def test_papers_settle_it(text: str) -> None:
    assert is_settled_on_paper(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Excellent communication skills",
        "Plans lessons",
        "Able to work shifts, nights and weekends included.",
        "Can travel between schools in the working day",
        "Good teaching of physical education",
        "Keeps attendance registers up to date",
    ],
)
def test_papers_do_not_settle_what_somebody_does(text: str) -> None:
    assert is_settled_on_paper(text) is False
