"""Pages of cycles: made, opened for chosen people, compared; policy, templates and exclusions."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.domain.categories import WorkerCategory
from core.domain.permissions import Role
from core.models import School
from cpd.models import Appraisal, AppraisalCycle, AppraisalExclusion, AppraisalTemplate
from tests.factories import make_person, make_school, make_user
from tests.factories.appraisals import make_appraisal, make_cycle, make_side
from tests.factories.compliance import make_engagement

pytestmark = pytest.mark.django_db

CYCLE = {
    "name": "Support staff 2026 to 2027",
    "kind": "support_staff",
    "first_date": "1/9/2026",
    "last_date": "31/8/2027",
    "objectives_by_date": "31/10/2026",
    "mid_year_by_date": "31/3/2027",
    "final_by_date": "31/10/2027",
}


@pytest.fixture
def school() -> School:
    return make_school()


def sign_in(client: Client, school: School, role: Role = Role.HR_OFFICER) -> None:
    client.force_login(make_user(role, school=school))


def test_a_cycle_is_made_and_people_are_chosen_next(client: Client, school: School) -> None:
    sign_in(client, school)
    add = reverse("cpd:appraisal-cycle-add")
    assert client.get(add).status_code == HTTPStatus.OK
    wrong = client.post(add, CYCLE | {"school": school.pk, "final_by_date": "1/9/2026"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Support staff 2026 to 2027" in wrong.content.decode()
    made = client.post(add, CYCLE | {"school": school.pk})
    cycle = AppraisalCycle.objects.get()
    assert made["Location"] == reverse("cpd:appraisal-cycle-open", args=[cycle.pk])
    assert (cycle.school, cycle.head_final_by_date) == (school, None)


def test_a_cycle_of_another_school_cannot_be_made(client: Client, school: School) -> None:
    sign_in(client, school)
    answer = client.post(reverse("cpd:appraisal-cycle-add"), CYCLE | {"school": make_school().pk})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert AppraisalCycle.objects.count() == 0


def test_the_page_says_who_is_in_and_who_is_not_by_which_rule(client: Client, school: School) -> None:
    today = timezone.localdate()
    cycle = make_cycle(school=school)
    for name, category in (("Abel", WorkerCategory.TA_ELSA), ("Brook", WorkerCategory.TEACHER)):
        make_engagement(school=school, person=make_person(family_name=name), category=category)
    excluded = make_engagement(school=school, person=make_person(family_name="Cole"))
    AppraisalExclusion.objects.create(
        engagement=excluded,
        ground="capability",
        valid_from=today,
        recorded_at=timezone.now(),
        recorded_by=make_user(),
    )
    make_engagement(
        school=school, person=make_person(family_name="Dale"), category=WorkerCategory.SUPPLY_AGENCY
    )
    sign_in(client, school)
    context = client.get(reverse("cpd:appraisal-cycle-open", args=[cycle.pk])).context
    assert [row["person"].engagement.person.family_name for row in context["rows"]] == ["Abel"]
    assert [(one.engagement.pk, one.eligibility.code) for one in context["others"]] == [
        (excluded.pk, "in_capability")
    ]
    assert [one.engagement.person.family_name for one in context["elsewhere"]] == ["Dale"]
    assert context["number_elsewhere"] == 1


def test_what_was_chosen_stays_where_it_cannot_be_opened(client: Client, school: School) -> None:
    cycle, manager = make_cycle(school=school), make_user(Role.LINE_MANAGER, school=school)
    first, second = (make_engagement(school=school) for _ in range(2))
    sign_in(client, school)
    opening = reverse("cpd:appraisal-cycle-open", args=[cycle.pk])
    typed = {"chosen": [first.pk, second.pk], f"appraiser_{first.pk}": manager.pk}
    answer = client.post(opening, typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [(row["is_chosen"], row["appraiser"]) for row in answer.context["rows"]] == [
        (True, str(manager.pk)),
        (True, ""),
    ]
    assert Appraisal.objects.count() == 0
    client.post(opening, typed | {f"appraiser_{second.pk}": manager.pk})
    assert Appraisal.objects.count() == 2
    listed = client.get(reverse("cpd:appraisal-cycle-detail", args=[cycle.pk]))
    assert listed.context["total"] == 2


def test_a_cycle_is_searched(client: Client, school: School) -> None:
    cycle = make_cycle(school=school)
    first, _second = (make_appraisal(school=school, cycle=cycle) for _ in range(2))
    Appraisal.objects.filter(pk=first.pk).update(state="closed")
    sign_in(client, school)
    page = reverse("cpd:appraisal-cycle-detail", args=[cycle.pk])
    name = first.engagement.person.family_name
    for query in (f"?q={name}", "?state=closed", f"?q={first.appraiser.name}"):
        cards = client.get(page + query).context["cards"]
        assert [card.appraisal.pk for card in cards] == [first.pk]


@pytest.mark.parametrize("number", [4, 5])
def test_small_numbers_are_shown_to_the_head_alone(client: Client, school: School, number: int) -> None:
    cycle, appraiser = make_cycle(school=school), make_user(Role.LINE_MANAGER, school=school)
    for _ in range(number):
        appraisal = make_appraisal(school=school, cycle=cycle, appraiser=appraiser, state="signed")
        make_side(appraisal, is_shared=True, overall_rating="met")
    page = reverse("cpd:appraisal-moderation", args=[cycle.pk])
    seen = {}
    for role in (Role.HEADTEACHER, Role.HR_OFFICER):
        sign_in(client, school, role)
        moderation = client.get(page).context["moderation"]
        seen[role] = [one.counts is not None for one in (moderation.whole, *moderation.appraisers)]
    assert seen == {Role.HEADTEACHER: [True, True], Role.HR_OFFICER: [number >= 5] * 2}


def test_ratings_are_counted_once_shared_and_for_hr_once_signed(client: Client, school: School) -> None:
    cycle = make_cycle(school=school)
    for state, is_shared in (("mid_year_reviewed", False), ("final_drafted", True), ("signed", True)):
        appraisal = make_appraisal(school=school, cycle=cycle, state=state)
        make_side(appraisal, is_shared=is_shared, overall_rating="exceeded")
    page = reverse("cpd:appraisal-moderation", args=[cycle.pk])
    totals = {}
    for role in (Role.HEADTEACHER, Role.HR_OFFICER):
        sign_in(client, school, role)
        moderation = client.get(page).context["moderation"]
        totals[role] = (moderation.whole.total, moderation.waiting)
    assert totals == {Role.HEADTEACHER: (2, 1), Role.HR_OFFICER: (1, 2)}


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER])
@pytest.mark.parametrize("name", ["detail", "open"])
def test_cycles_are_hrs_and_the_heads(client: Client, school: School, role: Role, name: str) -> None:
    cycle = make_cycle(school=school)
    sign_in(client, school, role)
    found = client.get(reverse(f"cpd:appraisal-cycle-{name}", args=[cycle.pk]))
    assert found.status_code == HTTPStatus.FORBIDDEN


def test_a_template_is_made_and_changed(client: Client, school: School) -> None:
    sign_in(client, school)
    typed = {"school": school.pk, "name": "Teaching assistants", "kind": "support_staff"}
    add = reverse("cpd:appraisal-template-add")
    client.post(add, typed | {"self_prompts": "What went well?"})
    template = AppraisalTemplate.objects.get()
    assert client.post(add, typed).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    edit = reverse("cpd:appraisal-template-edit", args=[template.pk])
    client.post(edit, typed | {"name": "Assistants", "self_prompts": "What was hard?"})
    template.refresh_from_db()
    assert (template.name, template.self_prompts) == ("Assistants", "What was hard?")
    listed = client.get(reverse("cpd:appraisal-template-list")).content.decode()
    assert "Assistants" in listed


def test_policy_wants_numbers_that_make_sense(client: Client, school: School) -> None:
    sign_in(client, school)
    page = reverse("cpd:appraisal-policy", args=[school.pk])
    numbers = {"most_objectives": 0, "appeal_working_days": 10, "term_weeks": 12}
    assert client.post(page, numbers).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.post(page, numbers | {"most_objectives": 1}).status_code == HTTPStatus.FOUND


def test_capability_is_recorded_and_ended_on_the_persons_page(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school)
    sign_in(client, school, Role.HEADTEACHER)
    add = reverse("cpd:appraisal-exclusion-add", args=[appraisal.engagement_id])
    assert client.get(add).status_code == HTTPStatus.OK
    today = f"{timezone.localdate():%d/%m/%Y}"
    assert client.post(add, {"valid_from": today}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(add, {"ground": "capability", "valid_from": today})
    assert Appraisal.objects.get().state == "suspended"
    end = reverse("cpd:appraisal-exclusion-end", args=[AppraisalExclusion.objects.get().pk])
    assert client.post(end, {"valid_until": "1/1/2020"}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(end, {"valid_until": today})
    assert Appraisal.objects.get().state == "planned"


@pytest.mark.parametrize(
    ("who", "sees"),
    [("appraisee", True), ("appraiser", True), ("hr", True), ("head", True), ("manager", False)],
)
def test_why_somebody_is_out_is_for_those_with_a_part(
    client: Client, school: School, who: str, sees: bool
) -> None:
    appraisal, manager = make_appraisal(school=school), make_user(Role.LINE_MANAGER, school=school)
    appraisal.engagement.line_management.update(manager=manager)
    AppraisalExclusion.objects.create(
        engagement=appraisal.engagement,
        ground="capability",
        valid_from=timezone.localdate(),
        recorded_at=timezone.now(),
        recorded_by=appraisal.appraiser,
    )
    users = {
        "appraisee": appraisal.engagement.person.user,
        "appraiser": appraisal.appraiser,
        "hr": make_user(Role.HR_OFFICER, school=school),
        "head": make_user(Role.HEADTEACHER, school=school),
        "manager": manager,
    }
    client.force_login(users[who])
    page = client.get(reverse("cpd:appraisal-person", args=[appraisal.engagement_id]))
    assert page.status_code == HTTPStatus.OK
    assert ("Capability procedure" in page.content.decode()) == sees


def test_a_line_manager_who_is_not_the_appraiser_sees_no_appraisal(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school)
    manager = make_user(Role.LINE_MANAGER, school=school)
    managed = appraisal.engagement.line_management.get()
    managed.manager = manager
    managed.save()
    client.force_login(manager)
    page = client.get(reverse("cpd:appraisal-person", args=[appraisal.engagement_id]))
    assert (page.status_code, page.context["cards"]) == (HTTPStatus.OK, [])
