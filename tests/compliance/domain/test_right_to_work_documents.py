"""Every document by every route, written out."""

from datetime import date

import pytest

from compliance.domain.right_to_work import RightToWork, Worker, judge_right_to_work
from compliance.domain.right_to_work_check import RightToWorkCheck
from compliance.domain.right_to_work_documents import DOCUMENTS, DocumentId, Route

# document: its list, and whether it counts by hand, online, by a digital service, by the Checking Service
TABLE = {
    "A1": ("A", "yes", "no", "yes", "no"),
    "A2": ("A", "yes", "no", "yes", "no"),
    "A3": ("A", "no", "no", "no", "yes"),
    "A4": ("A", "yes", "no", "no", "no"),
    "A5": ("A", "yes", "no", "no", "no"),
    "A6": ("A", "yes", "no", "no", "no"),
    "A7": ("A", "yes", "no", "no", "no"),
    "A8": ("A", "yes", "no", "no", "no"),
    "A-online": ("A", "no", "yes", "no", "no"),
    "A-presettled": ("A", "no", "yes", "no", "no"),
    "B1-1": ("B1", "yes", "no", "no", "no"),
    "B1-2": ("B1", "no", "no", "no", "yes"),
    "B1-3": ("B1", "yes", "no", "no", "no"),
    "B1-4": ("B1", "yes", "no", "no", "no"),
    "B1-online": ("B1", "no", "yes", "no", "no"),
    "B2-1": ("B2", "no", "no", "no", "yes"),
    "B2-2": ("B2", "no", "no", "no", "yes"),
    "B2-3": ("B2", "no", "no", "no", "yes"),
    "B2-4": ("B2", "no", "no", "no", "yes"),
    "biometric_residence_permit": (None, "no", "no", "no", "no"),
    "birth_certificate_alone": (None, "no", "no", "no", "no"),
    "driving_licence": (None, "no", "no", "no", "no"),
    "national_insurance_number_alone": (None, "no", "no", "no", "no"),
}
ROUTES = ("manual", "online", "digital", "employer_checking_service")
CELLS = [
    (document, route, listed, verdict == "yes")
    for document, (listed, *verdicts) in TABLE.items()
    for route, verdict in zip(ROUTES, verdicts, strict=True)
]


def judge(document: str, route: str) -> RightToWork:
    """A check in which everything else is as it should be."""
    check = RightToWorkCheck(
        document_id=DocumentId(document),
        document_expiry=date(2031, 1, 1),
        route=Route(route),
        original_seen=True,
        clipped=False,
        checked_date=date(2026, 11, 2),
        start_date=date(2026, 11, 9),
        permission_end=date(2028, 2, 29),
        pvn_date=date(2026, 10, 31),
        share_code="W12345678",
        share_code_created=date(2026, 10, 1),
    )
    return judge_right_to_work(check, Worker(), as_at=date(2026, 11, 22))


def test_table_names_every_document_and_route() -> None:
    assert (set(TABLE), set(ROUTES)) == (set(DocumentId), set(Route))
    assert set(DOCUMENTS) == set(DocumentId)


@pytest.mark.parametrize(("document", "route", "listed", "accepted"), CELLS)
def test_document_by_route(document: str, route: str, listed: str | None, accepted: bool) -> None:
    judged = judge(document, route)

    assert (judged.list, judged.accepted) == (listed, accepted)


@pytest.mark.parametrize(
    ("document", "route"), [(document, route) for document, route, _, accepted in CELLS if accepted]
)
def test_fitting_route_leaves_nothing_to_say(document: str, route: str) -> None:
    judged = judge(document, route)

    assert (judged.problems, judged.excuse_from, judged.excuse_now) == ((), date(2026, 11, 9), True)


@pytest.mark.parametrize(
    ("document", "route"), [(document, route) for document, route, listed, ok in CELLS if listed and not ok]
)
def test_wrong_route_is_the_one_problem_and_leaves_no_excuse(document: str, route: str) -> None:
    judged = judge(document, route)

    assert [problem.code for problem in judged.problems] == ["wrong_route"]
    assert (judged.excuse_from, judged.excuse_until, judged.excuse_now) == (None, None, False)
    assert (judged.follow_up_due, judged.follow_up_target) == (None, None)


def test_wrong_route_names_the_right_ones() -> None:
    passport, profile = judge("A1", "online"), judge("A-presettled", "manual")

    assert [problem.reason for problem in passport.problems] == [
        (
            "A check with the online service does not fit a British passport or one showing the right of "
            "abode, and gives no excuse. It is checked by hand or with a digital verification service."
        )
    ]
    assert [problem.reason for problem in profile.problems] == [
        (
            "A check by hand does not fit an online profile showing pre-settled status, and gives no excuse. "
            "It is checked with the online service."
        )
    ]


@pytest.mark.parametrize(("document", "route", "listed", "accepted"), CELLS)
def test_limit_is_that_of_the_list(document: str, route: str, listed: str | None, accepted: bool) -> None:
    limits = {"A": None, "B1": date(2028, 2, 29), "B2": date(2027, 4, 30), None: None}
    judged = judge(document, route)

    expected = limits[listed] if accepted else None
    assert (judged.excuse_until, judged.follow_up_due) == (expected, expected)


@pytest.mark.parametrize("document", [document for document, (listed, *_) in TABLE.items() if listed is None])
def test_document_that_is_no_evidence_says_only_that(document: str) -> None:
    check = RightToWorkCheck(document_id=DocumentId(document))
    judged = judge_right_to_work(check, Worker(), as_at=date(2026, 11, 22))

    assert [problem.code for problem in judged.problems] == ["document_not_acceptable"]
    assert (judged.accepted, judged.list) == (False, None)
