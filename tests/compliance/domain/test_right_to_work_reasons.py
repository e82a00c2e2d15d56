"""What a school office reads about a check of the right to work."""

from dataclasses import replace
from datetime import date

import pytest

from compliance.domain.right_to_work import Engagement, Worker, judge_right_to_work
from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DocumentId, Route
from compliance.domain.right_to_work_reasons import reason_for

PASSPORT = RightToWorkCheck(
    document_id=DocumentId.A1,
    route=Route.MANUAL,
    original_seen=True,
    clipped=False,
    checked_date=date(2026, 8, 24),
    start_date=date(2026, 9, 1),
)
PERMISSION = RightToWorkCheck(
    document_id=DocumentId.B1_ONLINE,
    route=Route.ONLINE,
    checked_date=date(2026, 8, 24),
    start_date=date(2026, 9, 1),
    permission_end=date(2028, 2, 27),
    share_code="W12345678",
)
AN_EMPLOYEE = "An employee has to be checked."
A_PASSPORT_COUNTS = (
    "The check counts. A British passport or one showing the right of abode is on list A, for good: nothing "
    "has to be repeated."
)
PERMISSION_COUNTS = (
    "The check counts. An online profile showing permission with an end date is on list B, group 1: until "
    "the permission ends."
)


def sentences(check: RightToWorkCheck, as_at: date, worker: Worker) -> str:
    return reason_for(judge_right_to_work(check, worker, as_at=as_at))


@pytest.mark.parametrize(
    ("engagement", "as_at", "expected"),
    [
        (Engagement.EMPLOYEE, date(2026, 9, 30), AN_EMPLOYEE),
        (
            Engagement.WORKER_CONTRACT,
            date(2026, 9, 30),
            "Until 30 September 2026 somebody on a worker's contract did not have to be checked.",
        ),
        (
            Engagement.WORKER_CONTRACT,
            date(2026, 10, 1),
            "Since 1 October 2026 somebody on a worker's contract has to be checked too.",
        ),
        (
            Engagement.SELF_EMPLOYED,
            date(2026, 10, 1),
            "Somebody truly self-employed, with clients of their own, does not have to be checked.",
        ),
        (
            Engagement.BUSINESS,
            date(2026, 10, 1),
            "An ordinary contract with a business needs no check of its people by the school.",
        ),
        (None, date(2026, 10, 1), "Who has to be checked depends on the engagement, which is not known."),
    ],
)
def test_who_has_to_be_checked(engagement: Engagement | None, as_at: date, expected: str) -> None:
    said = sentences(RightToWorkCheck(), as_at, Worker(engagement=engagement))

    assert said == f"{expected} Whether the check counts cannot be said yet: record what is missing."


def test_check_for_good_whose_evidence_is_kept() -> None:
    worker = Worker(engagement=Engagement.EMPLOYEE, left_date=date(2026, 10, 31))

    assert sentences(PASSPORT, date(2026, 11, 22), worker) == (
        f"{AN_EMPLOYEE} {A_PASSPORT_COUNTS} On 22 November 2026 the statutory excuse stands. The evidence is "
        "kept until 31 October 2028, then destroyed."
    )


def test_check_before_the_start() -> None:
    assert sentences(PASSPORT, date(2026, 8, 31), Worker(engagement=Engagement.EMPLOYEE)) == (
        f"{AN_EMPLOYEE} {A_PASSPORT_COUNTS} The statutory excuse begins on 1 September 2026."
    )


def test_check_that_has_run_out_with_an_application_made_in_time() -> None:
    worker = Worker(engagement=Engagement.EMPLOYEE, employed=True, in_time_application=True)

    assert sentences(PERMISSION, date(2028, 4, 1), worker) == (
        f"{AN_EMPLOYEE} {PERMISSION_COUNTS} On 1 April 2028 the statutory excuse has ended. Check again by "
        "27 February 2028. That is no working day: aim for 25 February 2028. The application made in time "
        "carries the excuse to 26 March 2028, to obtain a Positive Verification Notice."
    )


def test_follow_up_on_a_working_day_is_said_shortly() -> None:
    check = replace(PERMISSION, permission_end=date(2028, 2, 29))

    assert sentences(check, date(2026, 11, 22), Worker(engagement=Engagement.EMPLOYEE)) == (
        f"{AN_EMPLOYEE} {PERMISSION_COUNTS} On 22 November 2026 the statutory excuse stands. Check again by "
        "29 February 2028."
    )


def test_check_that_does_not_count() -> None:
    check = replace(PASSPORT, original_seen=False)

    assert sentences(check, date(2026, 11, 22), Worker(engagement=Engagement.EMPLOYEE)) == (
        f"{AN_EMPLOYEE} The check does not count, for the problems named."
    )


@pytest.mark.parametrize("document", DocumentId)
def test_every_document_is_named_in_a_sentence(document: DocumentId) -> None:
    title = RightToWorkCheck(document_id=document).document

    assert title is not None
    assert title.title.split()[0] in {"a", "an", "proof"}
