"""One person's development: who finds the page, what each reader sees on it, and what can be done from it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.domain.permissions import Role
from core.models import Engagement, School, User
from cpd.models import DevelopmentNeed, Induction, JobDescriptionReview, Probation
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal
from tests.factories.compliance import make_engagement
from tests.factories.development import (
    make_induction,
    make_job_description_review,
    make_manager,
    make_need,
    make_own_user,
    make_probation,
    make_scored_appointment,
    make_step,
)

pytestmark = pytest.mark.django_db

NOTE = "Tom Ellery: keen, has not begun"


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def engagement(school: School) -> Engagement:
    return make_engagement(school=school)


def address(name: str, pk: int) -> str:
    return reverse(f"cpd:{name}", kwargs={"pk": pk})


def sign_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def as_hr(client: Client, school: School) -> Client:
    return sign_in(client, make_user(Role.HR_OFFICER, school=school))


def page(client: Client, engagement: Engagement) -> str:
    response = client.get(address("person-development", engagement.pk))
    assert response.status_code == 200
    return response.content.decode()


def test_the_panels_note_is_for_manager_and_hr(client: Client, engagement: Engagement) -> None:
    make_need(engagement)
    make_need(engagement, "dropped", reason="A reason for the file")
    for reader in (make_manager(engagement), make_user(Role.HEADTEACHER, school=engagement.school)):
        text = page(sign_in(client, reader), engagement)
        assert NOTE in text
        assert "A reason for the file" in text
    text = page(sign_in(client, make_own_user(engagement)), engagement)
    assert "Completed, or a willingness to undertake, ELSA training" in text
    for hidden in (NOTE, "A reason for the file", "reference LM-1"):
        assert hidden not in text


def test_hr_reads_their_own_page_as_the_person_they_are(client: Client, engagement: Engagement) -> None:
    make_need(engagement)
    make_induction(engagement)
    text = page(sign_in(client, make_own_user(engagement, Role.HR_OFFICER)), engagement)
    assert "This is your own page" in text
    assert NOTE not in text
    assert "Done today" not in text
    assert "/accept/" not in text


@pytest.mark.parametrize("role", [Role.STAFF_MEMBER, Role.LINE_MANAGER, Role.PANEL_MEMBER])
def test_colleagues_find_nothing(client: Client, engagement: Engagement, role: Role) -> None:
    make_need(engagement)
    sign_in(client, make_user(role, school=engagement.school))
    assert client.get(address("person-development", engagement.pk)).status_code == 404


OWN_DOORS = (
    ("needs-propose", "engagement"),
    ("need-add", "engagement"),
    ("induction-begin", "engagement"),
    ("job-description-plan", "engagement"),
    ("need-accept", "need"),
    ("need-plan", "need"),
    ("need-carry", "need"),
    ("need-meet", "need"),
    ("need-drop", "need"),
    ("step-done", "step"),
    ("induction-item", "item"),
    ("induction-item-reopen", "item"),
    ("probation-review", "review"),
    ("probation-decide", "probation"),
    ("job-description-review", "job_description"),
)


def rows_of(engagement: Engagement) -> dict[str, int]:
    need = make_need(engagement)
    probation = make_probation(engagement)
    return {
        "engagement": engagement.pk,
        "need": need.pk,
        "step": make_step(need).pk,
        "item": make_induction(engagement).items.get(position=1).pk,
        "probation": probation.pk,
        "review": probation.reviews.get().pk,
        "job_description": make_job_description_review(engagement).pk,
    }


@pytest.mark.parametrize("who", ["oneself", "a stranger"])
def test_nobody_opens_a_deciding_door_to_themselves_or_to_strangers(
    client: Client, engagement: Engagement, who: str
) -> None:
    rows = rows_of(engagement)
    role = Role.HR_OFFICER
    user = make_own_user(engagement, role) if who == "oneself" else make_user(role, school=make_school())
    sign_in(client, user)
    answers = {
        (
            name,
            client.get(address(name, rows[row])).status_code,
            client.post(address(name, rows[row])).status_code,
        )
        for name, row in OWN_DOORS
    }
    posted_only = {"needs-propose", "need-carry", "induction-begin"}
    assert answers == {(name, 405 if name in posted_only else 404, 404) for name, _ in OWN_DOORS}


def test_manager_opens_every_deciding_door(client: Client, engagement: Engagement) -> None:
    rows = rows_of(engagement)
    sign_in(client, make_manager(engagement))
    opened = {name for name, row in OWN_DOORS if client.get(address(name, rows[row])).status_code == 200}
    assert opened == {name for name, _ in OWN_DOORS} - {"needs-propose", "need-carry", "induction-begin"}


def test_needs_are_proposed_by_a_button(client: Client, school: School) -> None:
    engagement, _ = make_scored_appointment(
        school, (("Home visits", "desirable", "I", 1), ("Care", "essential", "I", 1)), ((0, 2), (0, 2))
    )
    as_hr(client, school)
    response = client.post(address("needs-propose", engagement.pk), follow=True)
    assert "Work towards: Home visits" in response.content.decode()
    client.post(address("needs-propose", engagement.pk))
    assert DevelopmentNeed.objects.count() == 1


def test_a_need_is_accepted_planned_and_met_on_its_pages(client: Client, engagement: Engagement) -> None:
    need = make_need(engagement)
    as_hr(client, engagement.school)
    back = address("person-development", engagement.pk)
    accepted = client.post(
        address("need-accept", need.pk), {"text": "Train as an ELSA", "kind": "training", "target_date": ""}
    )
    assert accepted.url == back
    proposed = client.get(address("need-plan", need.pk)).context["form"]
    assert [row[0].initial for row in proposed.rows][:7] == [
        *(f"ELSA training, day {number} of 6" for number in range(1, 7)),
        "First supervision with an educational psychologist",
    ]
    day = timezone.localdate() + timedelta(days=3)
    plan = {"step_1_text": "Day 1", "step_1_date": f"{day:%d/%m/%Y}", "step_2_text": "", "step_2_date": ""}
    assert client.post(address("need-plan", need.pk), plan).url == back
    step = need.steps.get()
    done = client.post(address("step-done", step.pk), {"done_date": f"{timezone.localdate():%d/%m/%Y}"})
    assert done.url == back
    met = client.post(
        address("need-meet", need.pk),
        {"met_date": f"{timezone.localdate():%d/%m/%Y}", "evidence": "Certificate seen", "training": ""},
    )
    assert met.url == back
    need.refresh_from_db()
    assert (need.status, need.evidence) == ("met", "Certificate seen")


@pytest.mark.parametrize(
    ("posted", "shown"),
    [
        ({"step_1_text": "Day 1", "step_1_date": ""}, "Say on which day step 1 is."),
        ({"step_1_text": "", "step_1_date": "01/01/2040"}, "Say what is done in step 1."),
        ({"step_1_text": "Day 1", "step_1_date": "01/01/2020"}, "Every day of this plan is past."),
        ({"step_1_text": "", "step_1_date": ""}, "Write down at least one step with a day."),
        ({"step_1_text": "Kept words", "step_1_date": "soon"}, "must be a date"),
    ],
)
def test_a_plan_that_does_not_hold_is_shown_again(
    client: Client, engagement: Engagement, posted: dict[str, str], shown: str
) -> None:
    need = make_need(engagement, "accepted")
    as_hr(client, engagement.school)
    response = client.post(address("need-plan", need.pk), posted)
    assert response.status_code == 422
    text = response.content.decode()
    assert shown in text
    assert all(value in text for value in posted.values())
    assert need.steps.count() == 0


def test_what_was_typed_is_not_lost(client: Client, engagement: Engagement) -> None:
    need = make_need(engagement, "accepted")
    as_hr(client, engagement.school)
    tomorrow = f"{timezone.localdate() + timedelta(days=1):%d/%m/%Y}"
    response = client.post(
        address("need-meet", need.pk), {"met_date": tomorrow, "evidence": "Seen twice", "training": ""}
    )
    assert response.status_code == 422
    assert "This day has not come yet." in response.content.decode()
    assert "Seen twice" in response.content.decode()


def test_induction_is_begun_and_ticked_off_from_the_page(client: Client, engagement: Engagement) -> None:
    as_hr(client, engagement.school)
    client.post(address("induction-begin", engagement.pk))
    item = Induction.objects.get().items.order_by("position")[0]
    today = f"{timezone.localdate():%d/%m/%Y}"
    client.post(address("induction-item", item.pk), {"outcome": "done", "settled_date": today, "reason": ""})
    item.refresh_from_db()
    assert item.outcome == "done"
    client.post(address("induction-item-reopen", item.pk), {"reason": "Her colleague's"})
    item.refresh_from_db()
    assert item.outcome == "open"
    wrong = client.post(
        address("induction-item", item.pk), {"outcome": "not_needed", "settled_date": today, "reason": ""}
    )
    assert wrong.status_code == 422
    assert "Say in a few words why it is not needed." in wrong.content.decode()


@pytest.mark.parametrize(("days", "is_shown"), [(365, True), (366, False), (-3, True)])
def test_induction_is_offered_to_newcomers(client: Client, school: School, days: int, is_shown: bool) -> None:
    start = timezone.localdate() - timedelta(days=days)
    engagement = make_engagement(school=school, start_date=start)
    as_hr(client, school)
    assert ("Begin the induction" in page(client, engagement)) == is_shown
    make_induction(engagement)
    assert "Fire procedures, part 1" in page(client, engagement)


def test_why_an_induction_cannot_begin_is_said(client: Client, school: School) -> None:
    engagement = make_engagement(school=school, category=None)
    as_hr(client, school)
    assert "Describe the role on the staff record first" in page(client, engagement)
    response = client.post(address("induction-begin", engagement.pk), follow=True)
    assert "Describe the role on the staff record first." in response.content.decode()


def test_probation_is_reviewed_and_decided_on_its_pages(client: Client, engagement: Engagement) -> None:
    probation = make_probation(engagement)
    as_hr(client, engagement.school)
    today = f"{timezone.localdate():%d/%m/%Y}"
    client.post(
        address("probation-review", probation.reviews.get().pk), {"held_date": today, "note": "Settled in"}
    )
    refused = client.post(
        address("probation-decide", probation.pk),
        {"outcome": "extended", "reason": "Away for weeks", "new_end_date": "01/01/2027"},
    )
    assert refused.status_code == 422
    assert "Away for weeks" in refused.content.decode()
    client.post(
        address("probation-decide", probation.pk),
        {"outcome": "passed", "reason": "Reliable and kind", "new_end_date": ""},
    )
    assert Probation.objects.get().is_over
    text = page(sign_in(client, make_own_user(engagement)), engagement)
    assert "Settled in" in text
    assert "Reliable and kind" in text


def test_job_description_is_reviewed_with_the_postholder(client: Client, engagement: Engagement) -> None:
    review = make_job_description_review(engagement)
    as_hr(client, engagement.school)
    facts: dict[str, Any] = {
        "consulted_date": f"{timezone.localdate():%d/%m/%Y}",
        "postholder_words": "",
        "is_agreed": "yes",
        "outcome": "unchanged",
        "new_version": "",
        "reason": "It fits",
    }
    refused = client.post(address("job-description-review", review.pk), facts)
    assert (refused.status_code, "It fits" in refused.content.decode()) == (422, True)
    client.post(address("job-description-review", review.pk), facts | {"postholder_words": "Nothing to add"})
    assert JobDescriptionReview.objects.get().outcome == "unchanged"
    assert "Nothing to add" in page(client, engagement)
    assert client.get(address("job-description-review", review.pk)).status_code == 404


def test_both_versions_stand_side_by_side(client: Client, engagement: Engagement) -> None:
    review = make_job_description_review(engagement)
    version = review.version
    newer = version.job_profile.versions.create(
        number=2,
        title=version.title,
        hours="37 hours",
        confirmed_at=version.confirmed_at,
        confirmed_by=version.confirmed_by,
    )
    sign_in(client, make_manager(engagement))
    text = client.get(address("job-description-review", review.pk)).content.decode()
    assert "Both versions side by side" in text
    assert "Version 1" in text
    assert "37 hours" in text
    assert "Taken out" in text
    assert newer.number == 2


def test_an_objective_is_put_into_the_appraisal_by_a_button(client: Client) -> None:
    appraisal = make_appraisal(school=make_school())
    need = make_need(appraisal.engagement, "accepted", kind="objective", text="Lead a group")
    sign_in(client, appraisal.appraiser)
    assert "Put into the appraisal" in page(client, appraisal.engagement)
    client.post(address("need-carry", need.pk))
    text = page(client, appraisal.engagement)
    assert "In the appraisal" in text
    assert "Put into the appraisal" not in text
    assert appraisal.objectives.get().text == "Lead a group"


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_database_little(
    client: Client,
    school: School,
    assert_queries: Callable[..., AbstractContextManager[object]],
    number: int,
) -> None:
    engagement, _ = make_scored_appointment(school, (("Care", "essential", "I", 1),), ((2,), (2,)))
    induction = make_induction(engagement, items=number)
    by = engagement.created_by
    induction.items.update(
        outcome="done", settled_date=timezone.localdate(), settled_at=timezone.now(), settled_by=by
    )
    probation = make_probation(engagement)
    for place in range(number):
        need = make_need(engagement, "planned")
        make_step(need, 1)
        make_step(need, 2, done_date=timezone.localdate(), done_by=by)
        probation.reviews.create(
            due_date=timezone.localdate() + timedelta(days=100 + place),
            held_date=timezone.localdate(),
            note="Held",
            recorded_at=timezone.now(),
            recorded_by=by,
        )
    make_manager(engagement)
    as_hr(client, school)
    with assert_queries(12):
        page(client, engagement)
