"""Pages of one appraisal: what each part sees, and what they can do without a script."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import School, User
from cpd.models import Appraisal, Objective, ReviewSide, Signature
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal, make_cycle, make_objective, make_side
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db

OWN_DRAFT, MANAGER_DRAFT = "What I would not say yet", "What she must not read yet"


@pytest.fixture
def school() -> School:
    return make_school()


def user_as(who: str, appraisal: Appraisal) -> User:
    school = appraisal.engagement.school
    made = {
        "appraisee": lambda: appraisal.engagement.person.user,
        "appraiser": lambda: appraisal.appraiser,
        "head": lambda: make_user(Role.HEADTEACHER, school=school),
        "hr": lambda: make_user(Role.HR_OFFICER, school=school),
        "line_manager": lambda: make_user(Role.LINE_MANAGER, school=school),
        "staff": lambda: make_user(Role.STAFF_MEMBER, school=school),
        "stranger": lambda: make_user(Role.HEADTEACHER, school=make_school()),
    }
    user: User = made[who]()
    return user


def sign_in(client: Client, who: str, appraisal: Appraisal) -> User:
    user = user_as(who, appraisal)
    client.force_login(user)
    return user


def address(name: str, appraisal: Appraisal, **more: object) -> str:
    return reverse(f"cpd:{name}", kwargs={"pk": appraisal.pk} | more)


def page_of(client: Client, appraisal: Appraisal) -> str:
    return client.get(address("appraisal-detail", appraisal)).content.decode()


@pytest.mark.parametrize("who", ["appraisee", "appraiser", "head", "hr"])
def test_drafts_are_on_no_page_but_their_writers(client: Client, school: School, who: str) -> None:
    """Pages, the report and the API of one appraisal in which both drafts stand."""
    appraisal = make_appraisal(school=school, state="mid_year_reviewed")
    make_side(appraisal, "mid_year", "manager", is_shared=True, text="Shared in February")
    make_side(appraisal, "final", "self", text=OWN_DRAFT)
    make_side(appraisal, "final", "manager", text=MANAGER_DRAFT, development_needs=MANAGER_DRAFT)
    sign_in(client, who, appraisal)
    addresses = (
        address("appraisal-detail", appraisal),
        address("review-edit", appraisal, phase="final"),
        reverse("cpd:appraisal-person", args=[appraisal.engagement_id]),
        reverse("cpd:appraisal-list"),
        f"/api/v1/appraisals/{appraisal.pk}/",
        "/api/v1/appraisals/",
    )
    words = "".join(client.get(one).content.decode() for one in addresses)
    assert (OWN_DRAFT in words) == (who == "appraisee")
    assert (MANAGER_DRAFT in words) == (who == "appraiser")
    assert ("Shared in February" in words) == (who in {"appraisee", "appraiser"})


@pytest.mark.parametrize("who", ["line_manager", "staff", "stranger"])
@pytest.mark.parametrize("name", ["appraisal-detail", "appraisal-report", "appraisal-sign", "objective-add"])
def test_to_a_stranger_it_is_not_there(client: Client, school: School, who: str, name: str) -> None:
    appraisal = make_appraisal(school=school)
    sign_in(client, who, appraisal)
    assert client.get(address(name, appraisal)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("who", ["head", "hr"])
def test_whoever_writes_no_side_has_no_page_to_write(client: Client, school: School, who: str) -> None:
    appraisal = make_appraisal(school=school, state="mid_year_reviewed")
    sign_in(client, who, appraisal)
    found = client.get(address("review-edit", appraisal, phase="final"))
    assert found.status_code == HTTPStatus.NOT_FOUND
    assert client.post(address("review-autosave", appraisal, phase="final")).status_code == 404


@pytest.mark.parametrize("phase", ["autumn", "FINAL"])
def test_an_unknown_review_is_not_there(client: Client, school: School, phase: str) -> None:
    appraisal = make_appraisal(school=school)
    sign_in(client, "appraisee", appraisal)
    assert client.get(address("review-edit", appraisal, phase=phase)).status_code == HTTPStatus.NOT_FOUND


def test_a_review_that_is_not_open_says_so(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school)
    sign_in(client, "appraisee", appraisal)
    found = client.get(address("review-edit", appraisal, phase="final"))
    assert found.status_code == HTTPStatus.CONFLICT
    assert "not being written at this stage" in found.content.decode()


def test_draft_is_saved_and_shared_by_plain_posts(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    sign_in(client, "appraisee", appraisal)
    edit = address("review-edit", appraisal, phase="mid_year")
    client.post(edit, {"text": "It goes", "version": 0, "action": "save"})
    assert list(ReviewSide.objects.values_list("text", "version", "shared_at")) == [("It goes", 1, None)]
    client.post(edit, {"text": "It goes well.", "version": 1, "action": "share"})
    stored = ReviewSide.objects.get()
    assert (stored.text, stored.shared_at is not None) == ("It goes well.", True)
    assert client.get(edit).status_code == HTTPStatus.CONFLICT


def test_whoever_has_shared_their_side_is_not_waited_for(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    sign_in(client, "appraisee", appraisal)
    before = client.get(reverse("cpd:appraisal-list")).context["own"][0]
    make_side(appraisal, "mid_year", "self", is_shared=True)
    after = client.get(reverse("cpd:appraisal-list")).context["own"][0]
    own, manager = appraisal.engagement.person.full_name, appraisal.appraiser.name
    assert (before.is_my_turn, before.waiting_for) == (True, f"{own} and {manager}")
    assert (after.is_my_turn, after.waiting_for) == (False, manager)


def test_the_page_says_who_will_read_it(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    sign_in(client, "appraisee", appraisal)
    words = client.get(address("review-edit", appraisal, phase="mid_year")).content.decode()
    assert (
        f"{appraisal.appraiser.name} reads it then, the head from “Final review to sign” on, "
        "HR from “Signed by both” on; nobody else does."
    ) in words


def test_a_window_left_behind_keeps_what_was_typed(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    make_side(appraisal, "mid_year", "self", text="Saved elsewhere", version=4)
    sign_in(client, "appraisee", appraisal)
    edit = address("review-edit", appraisal, phase="mid_year")
    answer = client.post(edit, {"text": "Typed here", "version": 3, "action": "save"})
    words = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "\nTyped here</textarea>" in words
    assert "Saved elsewhere" in words
    assert 'name="version" value="4"' in words
    assert ReviewSide.objects.get().text == "Saved elsewhere"
    client.post(edit, {"text": "Typed here", "version": 4, "action": "save"})
    assert ReviewSide.objects.get().text == "Typed here"


def test_a_draft_saves_itself_and_says_when_it_cannot(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="objectives_agreed")
    sign_in(client, "appraiser", appraisal)
    save = address("review-autosave", appraisal, phase="mid_year")
    assert client.post(save, {"text": "One", "version": 0}).json() == {"saved": True, "version": 1}
    late = client.post(save, {"text": "Two", "version": 0})
    assert (late.status_code, late.json()["saved"], late.json()["final"]) == (409, False, True)
    assert client.post(save, {"text": "Three", "version": "x"}).status_code == 422
    assert ReviewSide.objects.get().text == "One"


def test_a_final_review_without_its_ratings_keeps_what_was_typed(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="mid_year_reviewed")
    objective = make_objective(appraisal)
    sign_in(client, "appraiser", appraisal)
    edit = address("review-edit", appraisal, phase="final")
    typed = {"text": "A good year.", "version": 0, "action": "share", "overall_rating": "met"}
    answer = client.post(edit, typed)
    words = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose a rating for objective 1." in words
    assert "A good year." in words
    assert client.post(edit, typed | {f"rating_{objective.pk}": "met"}).status_code == HTTPStatus.FOUND
    assert Appraisal.objects.get().state == "final_drafted"


@pytest.mark.parametrize("has_pay", [True, False])
def test_pay_is_asked_where_the_policy_uses_it(client: Client, school: School, has_pay: bool) -> None:
    appraisal = make_appraisal(school=school, state="mid_year_reviewed")
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    numbers = {"most_objectives": 3, "appeal_working_days": 10, "term_weeks": 12}
    client.post(
        reverse("cpd:appraisal-policy", args=[school.pk]),
        numbers | ({"has_pay_recommendation": "on"} if has_pay else {}),
    )
    sign_in(client, "appraiser", appraisal)
    words = client.get(address("review-edit", appraisal, phase="final")).content.decode()
    assert ("Recommendation on pay" in words) == has_pay


@pytest.mark.parametrize(
    ("move", "who", "given"),
    [
        (("planned", "objectives_agreed", "objectives_agreed"), "appraiser", {}),
        (("objectives_agreed", "objectives_reopened", "planned"), "appraiser", {"reason": "New class"}),
        (("objectives_agreed", "mid_year_left_out", "mid_year_reviewed"), "appraiser", {"reason": "Away"}),
        (("final_drafted", "sent_back", "mid_year_reviewed"), "head", {"reason": "Again"}),
        (("appeal_decided", "closed", "closed"), "hr", {}),
        (("planned", "suspended", "suspended"), "hr", {"reason": "Secondment"}),
        (("suspended", "resumed", "objectives_agreed"), "head", {"reason": "Back"}),
        (("mid_year_reviewed", "ended_early", "closed"), "hr", {"reason": "Has left"}),
        (("suspended", "ended_early", "closed"), "head", {"reason": "Has left"}),
    ],
)
def test_moves_are_plain_posts(
    client: Client, school: School, move: tuple[str, str, str], who: str, given: dict[str, str]
) -> None:
    state, event, expected = move
    appraisal = make_appraisal(school=school, state=state)
    make_objective(appraisal)
    sign_in(client, who, appraisal)
    page = address("appraisal-move", appraisal, event=event)
    assert client.get(page).status_code == HTTPStatus.OK
    if given:
        assert client.post(page, {"reason": ""}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert client.post(page, given).status_code == HTTPStatus.FOUND
    assert Appraisal.objects.get(pk=appraisal.pk).state == expected


def test_a_move_that_is_not_mine_changes_nothing_and_says_why(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school)
    make_objective(appraisal)
    sign_in(client, "appraisee", appraisal)
    answer = client.post(address("appraisal-move", appraisal, event="objectives_agreed"))
    assert "is done by the appraiser" in answer.content.decode()
    assert Appraisal.objects.get().state == "planned"
    nowhere = client.get(address("appraisal-move", appraisal, event="signed"))
    assert nowhere.status_code == HTTPStatus.NOT_FOUND


def test_both_sign_and_the_appraisee_appeals(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school, state="final_drafted")
    make_side(appraisal, is_shared=True, overall_rating="met")
    for who in ("appraisee", "appraiser"):
        sign_in(client, who, appraisal)
        client.post(address("appraisal-sign", appraisal), {"comment": f"By the {who}"})
    assert Signature.objects.count() == 2
    sign_in(client, "appraisee", appraisal)
    assert client.post(address("appraisal-appeal", appraisal), {"reason": ""}).status_code == 422
    client.post(address("appraisal-appeal", appraisal), {"reason": "The group was changed twice."})
    sign_in(client, "hr", appraisal)
    assert "The group was changed twice." in page_of(client, appraisal)
    client.post(
        address("appraisal-appeal-decide", appraisal), {"outcome": "upheld", "reason": "It was changed."}
    )
    assert Appraisal.objects.get().state == "appeal_decided"


def test_objectives_are_written_changed_and_taken_out(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school)
    sign_in(client, "appraisee", appraisal)
    add = address("objective-add", appraisal)
    assert client.post(add, {"text": "", "success_measures": "Kept"}).status_code == 422
    client.post(add, {"text": "Lead the choir", "due_date": "31/8/2027"})
    objective = Objective.objects.get()
    assert str(objective.due_date) == "2027-08-31"
    client.post(reverse("cpd:objective-edit", args=[objective.pk]), {"text": "Lead both choirs"})
    objective.refresh_from_db()
    assert objective.text == "Lead both choirs"
    remove = reverse("cpd:objective-remove", args=[objective.pk])
    assert client.post(remove, {"remove-reason": ""}).status_code == 422
    client.post(remove, {"remove-reason": "Twice"})
    assert Objective.objects.count() == 0


def test_evidence_with_a_file_is_handed_to_the_parts_alone(client: Client, school: School) -> None:
    appraisal = make_appraisal(school=school)
    objective = make_objective(appraisal)
    sign_in(client, "appraiser", appraisal)
    client.post(
        reverse("cpd:objective-evidence", args=[objective.pk]),
        {
            "text": "Record sheet",
            "seen_date": "1/9/2026",
            "file": SimpleUploadedFile("sheet.txt", b"Four mornings"),
        },
    )
    evidence = objective.evidence.get()
    address_of_file = reverse("cpd:objective-file", args=[evidence.pk])
    answers = {}
    for who in ("appraisee", "head", "staff", "line_manager"):
        sign_in(client, who, appraisal)
        answer = client.get(address_of_file)
        answers[who] = answer.status_code
        if answer.streaming:
            answer.getvalue()
    assert answers == {"appraisee": 200, "head": 200, "staff": 404, "line_manager": 404}


def test_the_appraiser_is_changed_by_hr(client: Client, school: School) -> None:
    appraisal, new = make_appraisal(school=school), make_user(Role.LINE_MANAGER, school=school)
    sign_in(client, "hr", appraisal)
    change = address("appraisal-appraiser", appraisal)
    assert client.post(change, {"appraiser": "", "reason": "x"}).status_code == 422
    client.post(change, {"appraiser": new.pk, "reason": "On leave"})
    assert Appraisal.objects.get().appraiser_id == new.pk


def test_my_page_holds_mine_and_those_i_hold_apart(client: Client, school: School) -> None:
    mine = make_appraisal(school=school)
    make_appraisal(school=school)
    sign_in(client, "appraisee", mine)
    context = client.get(reverse("cpd:appraisal-list")).context
    assert ([card.appraisal for card in context["own"]], context["held"]) == ([mine], [])
    sign_in(client, "appraiser", mine)
    context = client.get(reverse("cpd:appraisal-list")).context
    assert (context["own"], [card.appraisal for card in context["held"]]) == ([], [mine])


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_database_little(
    client: Client,
    school: School,
    number: int,
    assert_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    cycle = make_cycle(school=school)
    appraiser = make_user(Role.LINE_MANAGER, school=school)
    for _ in range(number):
        appraisal = make_appraisal(
            school=school, cycle=cycle, appraiser=appraiser, state="final_drafted", opened_at=NOW
        )
        for _ in range(number):
            objective = make_objective(appraisal)
            objective.evidence.create(text="x", seen_date=NOW.date(), added_at=NOW, added_by=appraiser)
        final = make_side(appraisal, is_shared=True, overall_rating="met")
        final.ratings.create(objective=objective, rating="met")
    client.force_login(appraiser)
    with assert_queries(12):
        client.get(address("appraisal-detail", appraisal))
    with assert_queries(7):
        client.get(reverse("cpd:appraisal-list"))
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    with assert_queries(8):
        client.get(reverse("cpd:appraisal-cycle-detail", args=[cycle.pk]))
    with assert_queries(12):
        client.get(reverse("cpd:appraisal-cycle-open", args=[cycle.pk]))
    with assert_queries(9):
        client.get(reverse("cpd:appraisal-moderation", args=[cycle.pk]))


@pytest.mark.parametrize(
    ("who", "name", "state"),
    [
        ("appraisee", "appraisal-sign", "objectives_agreed"),
        ("appraiser", "appraisal-appeal", "signed"),
        ("hr", "appraisal-appeal-decide", "signed"),
    ],
)
def test_what_is_not_mine_to_do_now_leads_back_and_says_so(
    client: Client, school: School, who: str, name: str, state: str
) -> None:
    appraisal = make_appraisal(school=school, state=state)
    sign_in(client, who, appraisal)
    response = client.get(address(name, appraisal), follow=True)
    assert response.redirect_chain == [(address("appraisal-detail", appraisal), HTTPStatus.FOUND)]
    assert "is not yours to do now" in response.content.decode()


def test_hr_finds_the_cycles_where_appraisals_are(client: Client, school: School) -> None:
    mine, others = make_cycle(school=school, name="Ours"), make_cycle(school=make_school(), name="Theirs")
    client.force_login(make_user(Role.HR_OFFICER, school=school))
    page = client.get(reverse("cpd:appraisal-list")).content.decode()
    assert [cycle.name in page for cycle in (mine, others)] == [True, False]


@pytest.mark.parametrize(("days", "may_appeal"), [(0, True), (40, False)])
def test_appeal_is_offered_as_long_as_it_is_possible(
    client: Client, school: School, days: int, may_appeal: bool
) -> None:
    appraisal = make_appraisal(school=school, state="signed")
    make_side(appraisal, is_shared=True, overall_rating="met")
    for part in ("appraisee", "appraiser"):
        Signature.objects.create(
            appraisal=appraisal,
            signed_as=part,
            signed_at=timezone.now() - timedelta(days=days),
            signed_by=appraisal.appraiser,
        )
    sign_in(client, "appraisee", appraisal)
    page = page_of(client, appraisal)
    appeal = address("appraisal-appeal", appraisal)
    assert (appeal in page, "Appeals were possible until" in page) == (may_appeal, not may_appeal)
