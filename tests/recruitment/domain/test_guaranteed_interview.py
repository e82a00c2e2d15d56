import pytest

from core.domain.errors import DomainError
from recruitment.domain.guaranteed_interview import Applicant, check_limit_reason, guarantee_interviews
from recruitment.domain.scoring import Criterion, Requirement, Scale, Sheet, score_application

CRITERIA = (
    Criterion("e", Requirement.ESSENTIAL, 1, frozenset("A")),
    Criterion("d", Requirement.DESIRABLE, 10, frozenset("A")),
)


def applicant(
    name: str, essential: int | None, desirable: int | None = 0, *, opted_in: bool = True
) -> Applicant:
    sheet = Sheet("Okafor", name, submitted=True, scores={"e": essential, "d": desirable})
    return Applicant(name, opted_in, score_application(CRITERIA, Scale(0, 30), 1, [sheet], {}))


def field(size: int, *opted_in: Applicant) -> list[Applicant]:
    """A field of that many, of whom only some opted in."""
    others = [applicant(f"Other {n}", 30, 30, opted_in=False) for n in range(size - len(opted_in))]
    return [*others, *opted_in]


@pytest.mark.parametrize(("essential", "invited"), [(0, ()), (1, ("C07",)), (2, ("C07",))])
def test_who_opted_in_and_meets_every_essential_is_invited(essential: int, invited: tuple[str, ...]) -> None:
    found = guarantee_interviews(field(5, applicant("C07", essential, 30)))

    assert (found.invited, found.beyond_limit, found.unsettled) == (invited, (), ())


def test_who_did_not_opt_in_is_not_listed() -> None:
    assert guarantee_interviews([applicant("C07", 30, 30, opted_in=False)]).invited == ()


def test_missing_score_leaves_it_unsettled() -> None:
    found = guarantee_interviews(
        [applicant("C07", None), applicant("C08", 1, None), applicant("C09", 0, None)]
    )

    assert (found.invited, found.unsettled) == ((), ("C07", "C08"))


def test_limit_takes_the_best_qualified_of_a_very_large_field() -> None:
    qualifying = [applicant(f"C{n:02}", 1, n) for n in range(1, 13)]

    found = guarantee_interviews(field(300, *qualifying), limit=10)

    assert found.invited == tuple(f"C{n:02}" for n in range(12, 2, -1))
    assert found.beyond_limit == ("C02", "C01")
    assert found.reason == (
        "300 applications; 12 opted in and meet every essential criterion. The field is very large and 10 "
        "guaranteed interviews can be held: the best qualified by score are taken, 10 in all."
    )


@pytest.mark.parametrize("limit", [12, 13, None])
def test_limit_that_is_not_reached_leaves_nobody_out(limit: int | None) -> None:
    qualifying = [applicant(f"C{n:02}", 1, n) for n in range(1, 13)]

    found = guarantee_interviews(field(300, *qualifying), limit=limit)

    assert (len(found.invited), found.beyond_limit) == (12, ())
    assert found.reason == (
        "300 applications; 12 opted in and meet every essential criterion. All of them are "
        "offered an interview."
    )


@pytest.mark.parametrize(
    ("qualifying", "reason"),
    [
        (0, "nobody who opted in meets every essential criterion yet."),
        (1, "1 opted in and meets every essential criterion. That one is offered an interview."),
        (2, "2 opted in and meet every essential criterion. All of them are offered an interview."),
    ],
)
def test_reason_counts_in_words_a_person_would_use(qualifying: int, reason: str) -> None:
    some = [applicant(f"C{n:02}", 1) for n in range(qualifying)]

    assert guarantee_interviews(field(5, *some)).reason == f"5 applications; {reason}"


def test_limit_never_parts_equals() -> None:
    qualifying = [applicant("C01", 5), applicant("C02", 4), applicant("C03", 4), applicant("C04", 3)]

    found = guarantee_interviews(qualifying, limit=2)

    assert (found.invited, found.beyond_limit) == (("C01", "C02", "C03"), ("C04",))
    assert found.reason.endswith(
        "3 in all. The last of them have the same result, so none of these is left out."
    )


def test_essentials_alone_order_equal_totals() -> None:
    found = guarantee_interviews([applicant("C01", 10, 1), applicant("C02", 20, 0)], limit=1)

    assert (found.invited, found.beyond_limit) == (("C02",), ("C01",))


def test_everybody_qualifies_where_nothing_is_assessed() -> None:
    nothing = score_application((), Scale(0, 3), 1, [Sheet("Okafor", "C01", submitted=True, scores={})], {})

    assert guarantee_interviews([Applicant("C01", opted_in=True, result=nothing)], limit=1).invited == (
        "C01",
    )


def test_only_those_who_opted_in_need_be_given() -> None:
    found = guarantee_interviews([applicant("C01", 5), applicant("C02", 4)], limit=1, applied=300)

    assert (found.invited, found.reason.partition(";")[0]) == (("C01",), "300 applications")


def test_limit_reason_is_kept_without_blanks() -> None:
    assert check_limit_reason(" Five days of interviews.\n") == "Five days of interviews."


@pytest.mark.parametrize("reason", ["", " \n"])
def test_limit_needs_a_reason(reason: str) -> None:
    with pytest.raises(DomainError) as caught:
        check_limit_reason(reason)

    assert (caught.value.code, caught.value.field) == ("reason_missing", "reason")


@pytest.mark.parametrize("limit", [0, -1])
def test_limit_under_one_is_refused(limit: int) -> None:
    with pytest.raises(DomainError) as caught:
        guarantee_interviews([], limit=limit)

    assert (caught.value.code, caught.value.field) == ("limit_too_low", "limit")
