"""A need becomes an objective of the appraisal, and a final review becomes needs."""

from contextlib import nullcontext
from datetime import timedelta

import pytest

from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement
from core.selectors import get_actor
from cpd.domain.development import NeedKind
from cpd.models import Appraisal, DevelopmentNeed, Objective
from cpd.selectors.person_development import people_within_reach
from cpd.services.needs import accept_need
from cpd.services.needs_gathered import gather_needs
from cpd.services.needs_in_appraisal import carry_into_appraisal
from cpd.services.objectives import remove_objective
from tests.factories import make_actor, make_school
from tests.factories.appraisals import make_appraisal, make_cycle, make_side
from tests.factories.development import (
    make_manager,
    make_need,
    make_own_user,
    make_scored_appointment,
)
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()
LATER = TODAY + timedelta(days=90)


@pytest.fixture
def appraisal() -> Appraisal:
    return make_appraisal(school=make_school())


@pytest.fixture
def engagement(appraisal: Appraisal) -> Engagement:
    return appraisal.engagement


@pytest.fixture
def appraiser(appraisal: Appraisal) -> Actor:
    return get_actor(appraisal.appraiser)


def accept(need: DevelopmentNeed, by: Actor, kind: NeedKind = NeedKind.OBJECTIVE) -> DevelopmentNeed:
    return accept_need(
        need_id=need.pk, kind=kind, text="Use the shared drive", target_date=LATER, by=by, now=NOW
    )


def test_an_accepted_objective_joins_the_open_appraisal(
    appraisal: Appraisal, engagement: Engagement, appraiser: Actor
) -> None:
    need = accept(make_need(engagement, kind="objective", origin_text="ICT skills"), appraiser)
    objective = Objective.objects.get(appraisal=appraisal)
    assert (objective.text, objective.origin, objective.due_date) == (
        "Use the shared drive",
        "ICT skills",
        LATER,
    )
    assert (need.objective, need.status) == (objective, "accepted")


def test_training_joins_nothing(engagement: Engagement, appraiser: Actor) -> None:
    assert accept(make_need(engagement), appraiser, NeedKind.TRAINING).objective is None
    assert Objective.objects.count() == 0


def test_whoever_has_no_part_in_the_appraisal_accepts_all_the_same(engagement: Engagement) -> None:
    Appraisal.objects.update(state="signed")
    hr = make_actor(Role.HR_OFFICER, school=engagement.school)
    need = accept(make_need(engagement, kind="objective"), hr)
    assert (need.status, need.objective, Objective.objects.count()) == ("accepted", None, 0)


def test_what_waited_is_put_into_the_appraisal_later(engagement: Engagement, appraiser: Actor) -> None:
    need = make_need(engagement, "accepted", kind="objective", origin_text="", origin="added")
    carry_into_appraisal(need_id=need.pk, by=appraiser, now=NOW)
    need.refresh_from_db()
    assert need.objective is not None
    assert need.objective.origin == "Added later"
    with pytest.raises(NotAllowed) as again:
        carry_into_appraisal(need_id=need.pk, by=appraiser, now=NOW)
    assert again.value.code == "carried_already"


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("training", "accepted", "no_objective"),
        ("objective", "proposed", "no_objective"),
        ("objective", "dropped", "no_objective"),
        ("objective", "met", "no_objective"),
        ("objective", "planned", None),
    ],
)
def test_only_an_accepted_objective_is_carried(
    engagement: Engagement, appraiser: Actor, kind: str, status: str, code: str | None
) -> None:
    need = make_need(engagement, status, kind=kind)
    found = None
    try:
        carry_into_appraisal(need_id=need.pk, by=appraiser, now=NOW)
    except NotAllowed as error:
        found = error.code
    assert found == code


def test_without_an_open_appraisal_it_says_so(engagement: Engagement, appraiser: Actor) -> None:
    need = make_need(engagement, "accepted", kind="objective")
    Appraisal.objects.all().delete()
    with pytest.raises(DomainError) as error:
        carry_into_appraisal(need_id=need.pk, by=appraiser, now=NOW)
    assert error.value.code == "no_open_appraisal"


def test_nobody_carries_their_own(engagement: Engagement) -> None:
    need = make_need(engagement, "accepted", kind="objective")
    own = get_actor(engagement.person.user)
    with pytest.raises(NotAllowed) as error:
        carry_into_appraisal(need_id=need.pk, by=own, now=NOW)
    assert error.value.code == "own_record"


def test_a_need_outlives_the_objective_it_became(engagement: Engagement, appraiser: Actor) -> None:
    need = accept(make_need(engagement, kind="objective"), appraiser)
    remove_objective(objective_id=need.objective_id, reason="Put otherwise", by=appraiser, now=NOW)
    need.refresh_from_db()
    assert (need.status, need.objective) == ("accepted", None)


def test_final_reviews_become_needs_once(
    appraisal: Appraisal, engagement: Engagement, appraiser: Actor
) -> None:
    Appraisal.objects.update(state="signed")
    make_side(
        appraisal, is_shared=True, development_needs="Team-Teach refresher\n\nMakaton", overall_rating="met"
    )
    for _ in range(2):
        gather_needs(engagement_id=engagement.pk, by=appraiser, now=NOW)
    needs = DevelopmentNeed.objects.order_by("pk").values_list("text", "kind", "origin", "origin_source")
    source = f"Final review, {appraisal.cycle.name}"
    assert list(needs) == [
        ("Team-Teach refresher", "training", "final_review", source),
        ("Makaton", "training", "final_review", source),
    ]


def test_a_draft_of_a_final_review_is_nobodys_need(
    appraisal: Appraisal, engagement: Engagement, appraiser: Actor
) -> None:
    make_side(appraisal, development_needs="Not said yet", overall_rating="met")
    with pytest.raises(DomainError) as error:
        gather_needs(engagement_id=engagement.pk, by=appraiser, now=NOW)
    assert error.value.code == "nothing_to_go_by"
    assert DevelopmentNeed.objects.count() == 0


@pytest.mark.parametrize(
    ("state", "who", "gets_it"),
    [
        ("final_drafted", "appraiser", False),
        ("final_drafted", "hr", False),
        ("final_drafted", "head", False),
        ("suspended", "hr", False),
        ("signed", "appraiser", True),
        ("signed", "hr", True),
        ("signed", "head", True),
        ("signed", "another line manager", False),
        ("closed", "hr", True),
        ("closed", "another line manager", False),
    ],
)
def test_a_final_review_leaves_something_to_whoever_reads_it_once_it_is_signed(
    appraisal: Appraisal, appraiser: Actor, state: str, who: str, gets_it: bool
) -> None:
    Appraisal.objects.update(state=state, resumes_as="final_drafted" if state == "suspended" else "")
    make_side(appraisal, is_shared=True, development_needs="Makaton", overall_rating="met")
    engagement = appraisal.engagement
    school = engagement.school
    actors = {
        "appraiser": lambda: appraiser,
        "hr": lambda: make_actor(Role.HR_OFFICER, school=school),
        "head": lambda: make_actor(Role.HEADTEACHER, school=school),
        "another line manager": lambda: get_actor(make_manager(engagement)),
    }
    if who == "another line manager":
        engagement.line_management.update(valid_until=TODAY - timedelta(days=1))
    by = actors[who]()
    found = people_within_reach(by, today=TODAY).get(pk=engagement.pk).has_final_review
    with nullcontext() if gets_it else pytest.raises(DomainError, match="Nothing to go by"):
        gather_needs(engagement_id=engagement.pk, by=by, now=NOW)

    needs = [one.text for one in DevelopmentNeed.objects.order_by("pk")]
    assert (needs, found) == ((["Makaton"], True) if gets_it else ([], False))


def test_appointment_and_review_come_together() -> None:
    engagement, _ = make_scored_appointment(
        make_school(), (("Home visits", "desirable", "I", 1), ("Care", "essential", "I", 1)), ((0, 2), (0, 2))
    )
    make_own_user(engagement)
    appraisal = make_appraisal(
        engagement=engagement,
        cycle=make_cycle(school=engagement.school),
        school=engagement.school,
        state="signed",
    )
    make_side(appraisal, is_shared=True, development_needs="Makaton", overall_rating="met")
    hr = make_actor(Role.HR_OFFICER, school=engagement.school)
    found = gather_needs(engagement_id=engagement.pk, by=hr, now=NOW)
    assert [one.origin for one in found] == ["desirable_not_met", "final_review"]
