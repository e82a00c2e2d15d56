"""Objectives added, changed, taken out; evidence put forward."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.models import School
from core.selectors import get_actor
from cpd.models import Appraisal, AppraisalPolicy, Objective, ObjectiveEvidence
from cpd.selectors.appraisals import find_open_appraisal
from cpd.services.objectives import add_evidence, add_objective, change_objective, remove_objective
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal, make_cycle, make_objective
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


def actor_as(who: str, appraisal: Appraisal) -> Actor:
    school = appraisal.engagement.school
    users = {
        "appraisee": lambda: appraisal.engagement.person.user,
        "appraiser": lambda: appraisal.appraiser,
        "head": lambda: make_user(Role.HEADTEACHER, school=school),
        "hr": lambda: make_user(Role.HR_OFFICER, school=school),
        "stranger": lambda: make_user(Role.LINE_MANAGER, school=school),
    }
    return get_actor(users[who]())


def code_of(call: object, **given: object) -> str:
    with pytest.raises(DomainError) as refused:
        call(**given)  # type: ignore[operator]
    return refused.value.code


@pytest.mark.parametrize(
    ("state", "who"),
    [
        ("planned", {"appraisee", "appraiser", "head", "hr"}),
        ("objectives_agreed", {"appraiser"}),
        ("mid_year_reviewed", {"appraiser"}),
        ("final_drafted", set()),
        ("closed", set()),
        ("suspended", set()),
    ],
)
def test_who_adds_an_objective_when(school: School, state: str, who: set[str]) -> None:
    added = set()
    for one in ("appraisee", "appraiser", "head", "hr", "stranger"):
        appraisal = make_appraisal(school=school, state=state)
        try:
            add_objective(appraisal=appraisal, text="Learn to sign", by=actor_as(one, appraisal), now=NOW)
            added.add(one)
        except DomainError:
            assert appraisal.objectives.count() == 0
    assert added == who


def test_an_objective_keeps_what_it_grew_from(school: School) -> None:
    appraisal = make_appraisal(school=school)
    by = actor_as("hr", appraisal)
    objective = add_objective(
        appraisal=appraisal, text=" Train as an ELSA ", origin="Desirable: ELSA training", by=by, now=NOW
    )
    objective.refresh_from_db()
    assert (objective.text, objective.origin, objective.position, objective.added_by_id) == (
        "Train as an ELSA",
        "Desirable: ELSA training",
        1,
        by.user_id,
    )


@pytest.mark.parametrize("most", [1, 3])
def test_the_policy_says_how_many_there_may_be(school: School, most: int) -> None:
    AppraisalPolicy.objects.create(school=school, most_objectives=most)
    appraisal = make_appraisal(school=school)
    given = {"appraisal": appraisal, "text": "One more", "by": actor_as("appraiser", appraisal), "now": NOW}
    for _ in range(most):
        add_objective(**given)  # type: ignore[arg-type]
    assert code_of(add_objective, **given) == "too_many_objectives"
    assert appraisal.objectives.count() == most


def test_an_objective_says_something(school: School) -> None:
    appraisal = make_appraisal(school=school)
    given = {"appraisal": appraisal, "by": actor_as("appraiser", appraisal), "now": NOW}
    assert code_of(add_objective, text="  ", **given) == "words_missing"


def change(objective: Objective, by: Actor, reason: str = "") -> Objective:
    return change_objective(
        objective_id=objective.pk,
        text="In other words",
        success_measures="",
        evidence_wanted="",
        due_date=None,
        reason=reason,
        by=by,
        now=NOW,
    )


def test_an_agreed_objective_changes_for_a_reason_that_is_kept(school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    objective, by = make_objective(appraisal, "Old words"), actor_as("appraiser", appraisal)
    assert code_of(change, objective=objective, by=by) == "reason_missing"
    assert code_of(change, objective=objective, by=actor_as("appraisee", appraisal), reason="x") == (
        "not_your_part"
    )
    change(objective, by, "The group has changed")
    latest = Objective.history.order_by("-history_id")[0]
    assert (latest.text, latest.history_change_reason) == ("In other words", "The group has changed")


def test_before_they_are_agreed_both_change_them_freely(school: School) -> None:
    appraisal = make_appraisal(school=school)
    objective = make_objective(appraisal)
    assert change(objective, actor_as("appraisee", appraisal)).text == "In other words"


def test_what_has_evidence_is_not_taken_out(school: School) -> None:
    appraisal = make_appraisal(school=school)
    objective, by = make_objective(appraisal), actor_as("appraiser", appraisal)
    given = {"objective_id": objective.pk, "by": by, "now": NOW}
    assert code_of(remove_objective, reason=" ", **given) == "reason_missing"
    add_evidence(text="Seen", seen_date=NOW.date(), **given)  # type: ignore[arg-type]
    assert code_of(remove_objective, reason="Twice", **given) == "has_evidence"
    ObjectiveEvidence.objects.all().delete()
    remove_objective(reason="Twice", **given)  # type: ignore[arg-type]
    assert Objective.objects.count() == 0
    assert Objective.history.order_by("-history_id")[0].history_change_reason == "Twice"


def test_the_last_agreed_objective_stays(school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    objective = make_objective(appraisal)
    given = {"objective_id": objective.pk, "reason": "x", "by": actor_as("appraiser", appraisal), "now": NOW}
    assert code_of(remove_objective, **given) == "last_objective"


def test_positions_go_on_after_the_highest(school: School) -> None:
    appraisal = make_appraisal(school=school)
    by = actor_as("appraiser", appraisal)
    first, _second = make_objective(appraisal), make_objective(appraisal)
    remove_objective(objective_id=first.pk, reason="Twice", by=by, now=NOW)
    assert add_objective(appraisal=appraisal, text="Third", by=by, now=NOW).position == 3


@pytest.mark.parametrize(("days", "code"), [(0, None), (1, "date_ahead")])
def test_evidence_is_of_a_day_that_has_come(school: School, days: int, code: str | None) -> None:
    appraisal = make_appraisal(school=school)
    given = {
        "objective_id": make_objective(appraisal).pk,
        "text": "Reading ages of the group",
        "seen_date": NOW.date() + timedelta(days=days),
        "by": actor_as("appraisee", appraisal),
        "now": NOW,
    }
    if code is None:
        assert add_evidence(**given).text == "Reading ages of the group"  # type: ignore[arg-type]
    else:
        assert code_of(add_evidence, **given) == code


@pytest.mark.parametrize("who", ["head", "hr", "stranger"])
def test_evidence_is_put_forward_by_the_two_alone(school: School, who: str) -> None:
    appraisal = make_appraisal(school=school)
    given = {"objective_id": make_objective(appraisal).pk, "text": "x", "seen_date": NOW.date(), "now": NOW}
    assert code_of(add_evidence, by=actor_as(who, appraisal), **given) in {"not_your_part", "no_part"}


def test_a_file_is_kept_with_the_evidence(school: School) -> None:
    appraisal = make_appraisal(school=school)
    evidence = add_evidence(
        objective_id=make_objective(appraisal).pk,
        text="Record sheet",
        seen_date=NOW.date(),
        upload=SimpleUploadedFile("sheet.txt", b"Four mornings a week"),
        by=actor_as("appraisee", appraisal),
        now=NOW,
    )
    assert evidence.document is not None
    assert (evidence.document.original_name, evidence.document.school_id) == ("sheet.txt", school.pk)


def test_evidence_ends_with_the_signatures(school: School) -> None:
    appraisal = make_appraisal(school=school, state="signed")
    given = {"objective_id": make_objective(appraisal).pk, "text": "x", "seen_date": NOW.date(), "now": NOW}
    assert code_of(add_evidence, by=actor_as("appraisee", appraisal), **given) == "evidence_closed"


def test_the_open_appraisal_is_that_of_the_newest_cycle(school: School) -> None:
    old = make_appraisal(school=school, cycle=make_cycle(school=school, first_date=date(2026, 8, 1)))
    new = make_appraisal(school=school, engagement=old.engagement, cycle=make_cycle(school=school))
    assert find_open_appraisal(engagement_id=old.engagement_id) == new
    Appraisal.objects.filter(pk=new.pk).update(state="signed")
    assert find_open_appraisal(engagement_id=old.engagement_id) == old
    Appraisal.objects.filter(pk=old.pk).update(state="closed")
    assert find_open_appraisal(engagement_id=old.engagement_id) is None
