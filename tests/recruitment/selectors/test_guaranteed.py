"""The list of guaranteed interviews beside the ranking: whom it suggests, with a limit and without."""

import pytest

from recruitment.domain.scoring import UNIT_BASE
from recruitment.models import Application, Stage, StageResult
from recruitment.selectors.decisions import get_decision_page
from recruitment.selectors.guaranteed import Listed
from tests.factories import make_application, make_person, make_stage, make_vacancy

pytestmark = pytest.mark.django_db

FULL = 18  # weights of five and one, on a scale up to three


def add(stage: Stage, points: int, *, wants: bool = True, **fields: object) -> Application:
    """A candidate with so many of eighteen points, complete and meeting the essential unless told else."""
    application = make_application(stage.vacancy, wants_guaranteed_interview=wants)
    defaults = {
        "is_complete": True,
        "gate": "met",
        "total_units": points * UNIT_BASE,
        "essential_units": points * UNIT_BASE,
        "desirable_units": 0,
    }
    StageResult.objects.create(stage=stage, application=application, **defaults | fields)
    return application


@pytest.fixture
def stage() -> Stage:
    criteria = (("Work with children", "essential", "A", 5), ("First aid", "desirable", "A", 1))
    return make_stage(make_vacancy(criteria=criteria, shortlist_size=2), "application", "unsealed")


def codes(listed: tuple[Listed, ...]) -> list[str]:
    return [one.code for one in listed]


def suggested(stage: Stage) -> dict[str, tuple[str, bool, bool]]:
    rows = get_decision_page(stage, page_size=None).rows
    return {
        row.standing.code: (row.suggested_outcome, row.is_guaranteed, row.is_beyond_limit) for row in rows
    }


def test_cap_in_a_very_large_field_takes_the_best_qualified(stage: Stage) -> None:
    """Case 18: 300 applicants, a cap of ten, twelve who opted in qualify."""
    for _ in range(288):
        add(stage, FULL, wants=False)
    for points in range(1, 13):
        add(stage, points)
    Stage.objects.filter(pk=stage.pk).update(guaranteed_limit=10, guaranteed_limit_reason="Three days")
    stage.refresh_from_db()

    found = get_decision_page(stage)

    assert codes(found.guaranteed.invited) == [f"C{number}" for number in range(300, 290, -1)]
    assert codes(found.guaranteed.beyond_limit) == ["C290", "C289"]
    assert found.guaranteed.finding == (
        "300 applications; 12 opted in and meet every essential criterion. The field is very large and 10 "
        "guaranteed interviews can be held: the best qualified by score are taken, 10 in all."
    )
    assert found.guaranteed.invited[0] == Listed(Application.objects.get(code="C300").pk, "C300", "", 66.7)


def test_who_opted_in_is_on_the_list_only_with_every_essential_met(stage: Stage) -> None:
    """Case 17, and beside it one of whom nobody can say yet and one who has withdrawn."""
    add(stage, 10)
    add(stage, 12, gate="not_met")
    add(stage, 12, gate="open", is_complete=False, total_units=None, essential_units=None)
    withdrawn = add(stage, 14)
    Application.objects.filter(pk=withdrawn.pk).update(status="withdrawn")

    listed = get_decision_page(stage).guaranteed

    assert (codes(listed.invited), codes(listed.beyond_limit), codes(listed.unsettled)) == (
        ["C01"],
        [],
        ["C03"],
    )
    assert listed.finding.startswith("3 applications; 1 opted in")


def test_list_changes_what_is_suggested_and_nothing_else(stage: Stage) -> None:
    for points, wants in ((18, False), (17, False), (9, True), (8, True)):
        add(stage, points, wants=wants)

    assert suggested(stage) == {
        "C01": ("shortlisted", False, False),
        "C02": ("shortlisted", False, False),
        "C03": ("shortlisted", True, False),
        "C04": ("shortlisted", True, False),
    }

    stage.guaranteed_limit, stage.guaranteed_limit_reason = 1, "One day"
    stage.save()

    assert suggested(stage)["C03"] == ("shortlisted", True, False)
    assert suggested(stage)["C04"] == ("not_shortlisted", False, True)
    assert set(Application.objects.values_list("status", flat=True)) == {"received"}


def test_who_is_beyond_the_limit_keeps_the_place_the_ranking_gives(stage: Stage) -> None:
    add(stage, 18)
    add(stage, 17)
    stage.guaranteed_limit, stage.guaranteed_limit_reason = 1, "One day"
    stage.save()

    assert suggested(stage)["C02"] == ("shortlisted", False, True)


def test_list_covers_all_pages_and_another_limit_can_be_tried(stage: Stage) -> None:
    for points in (6, 5, 5, 4):
        add(stage, points)

    found = get_decision_page(stage, page=2, page_size=1)
    tried = found.opted_in.list_guaranteed(2)

    assert codes(found.guaranteed.invited) == ["C01", "C02", "C03", "C04"]
    assert (codes(tried.invited), codes(tried.beyond_limit)) == (["C01", "C02", "C03"], ["C04"])
    assert [row.standing.code for row in found.rows] == ["C02"]


@pytest.mark.parametrize(("names", "expected"), [(True, "Carys Beddoes"), (False, "")])
def test_list_has_names_only_where_they_may_be_shown(stage: Stage, names: bool, expected: str) -> None:
    application = add(stage, 10)
    application.person = make_person(given_name="Carys", family_name="Beddoes")
    application.save()

    (one,) = get_decision_page(stage, names=names).guaranteed.invited

    assert one.name == expected
