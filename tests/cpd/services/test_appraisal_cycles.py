"""Cycles made and opened: who is in, who is not, and with which objectives."""

from datetime import date

import pytest

from compliance.domain.categories import WorkerCategory
from core.domain.errors import DomainError
from core.domain.permissions import Actor, Role
from core.models import School
from core.selectors import get_actor
from cpd.domain.appraisal import CycleKind
from cpd.domain.appraisal_writing import usual_dates
from cpd.models import (
    Appraisal,
    AppraisalCycle,
    AppraisalEvent,
    AppraisalExclusion,
    AppraisalTemplate,
    LineManagement,
    Objective,
)
from cpd.selectors.appraisal_cycles import judge_people
from cpd.services.appraisal_cycles import Chosen, create_cycle, open_appraisals
from cpd.services.appraisal_settings import save_template, set_policy
from tests.factories import make_school, make_user
from tests.factories.appraisals import START, make_cycle
from tests.factories.compliance import make_engagement
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return get_actor(make_user(Role.HR_OFFICER, school=school))


def code_of(call: object, **given: object) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as refused:
        call(**given)  # type: ignore[operator]
    return refused.value.code, refused.value.field


def dates(**changed: date) -> dict[str, date | None]:
    return {"first_date": START} | usual_dates(CycleKind.TEACHERS, START) | changed


def test_a_cycle_is_made_once_a_name_with_its_days_in_order(school: School, hr: Actor) -> None:
    given = {"school_id": school.pk, "name": "Teachers", "kind": CycleKind.TEACHERS, "by": hr, "now": NOW}
    late = dates(mid_year_by_date=date(2026, 10, 30))
    assert code_of(create_cycle, dates=late, **given) == ("dates_out_of_order", "mid_year_by_date")
    cycle = create_cycle(dates=dates(mid_year_by_date=date(2026, 10, 31)), **given)  # type: ignore[arg-type]
    assert code_of(create_cycle, dates=dates(), **given) == ("name_taken", "name")
    assert list(AppraisalCycle.objects.values_list("pk", "head_final_by_date")) == [
        (cycle.pk, date(2027, 12, 31))
    ]


@pytest.mark.parametrize("role", [Role.LINE_MANAGER, Role.STAFF_MEMBER, Role.TRUST_ADMINISTRATOR])
def test_cycles_are_made_by_hr_and_the_head_alone(school: School, role: Role) -> None:
    actor = get_actor(make_user(role, school=school))
    given = {"school_id": school.pk, "name": "T", "kind": CycleKind.TEACHERS, "dates": dates(), "now": NOW}
    assert code_of(create_cycle, by=actor, **given)[0] == "not_permitted"


def test_opening_gives_everybody_the_objectives_of_the_template(school: School, hr: Actor) -> None:
    cycle = make_cycle(school=school)
    template = AppraisalTemplate.objects.create(
        school=school, name="TA", kind="support_staff", standard_objectives="Know the next step\n\nSafe play"
    )
    people = [make_engagement(school=school) for _ in range(2)]
    manager = make_user(Role.LINE_MANAGER, school=school)
    opened = open_appraisals(
        cycle_id=cycle.pk,
        chosen=[Chosen(one.pk, manager.pk) for one in people],
        template_id=template.pk,
        by=hr,
        now=NOW,
    )
    assert [one.engagement_id for one in opened] == [one.pk for one in people]
    texts = Objective.objects.order_by("appraisal_id", "position").values_list("text", "origin")
    assert list(texts) == [("Know the next step", "Template: TA"), ("Safe play", "Template: TA")] * 2
    assert AppraisalEvent.objects.filter(kind="opened", by_id=hr.user_id).count() == 2
    assert Appraisal.history.count() == 2


def test_whoever_is_out_is_not_taken_in(school: School, hr: Actor) -> None:
    cycle, manager = make_cycle(school=school), make_user(Role.LINE_MANAGER, school=school)
    ours = make_engagement(school=school)
    excluded = make_engagement(school=school)
    AppraisalExclusion.objects.create(
        engagement=excluded,
        ground="capability",
        valid_from=START,
        recorded_at=NOW,
        recorded_by=manager,
    )
    teacher = make_engagement(school=school, category=WorkerCategory.TEACHER)
    elsewhere = make_engagement(school=make_school())
    given = {"cycle_id": cycle.pk, "template_id": None, "by": hr, "now": NOW}
    for one, code in ((excluded, "not_in_cycle"), (teacher, "not_in_cycle"), (elsewhere, "not_here")):
        chosen = [Chosen(ours.pk, manager.pk), Chosen(one.pk, manager.pk)]
        assert code_of(open_appraisals, chosen=chosen, **given)[0] == code
    assert Appraisal.objects.count() == 0
    chosen = [Chosen(ours.pk, manager.pk)]
    open_appraisals(chosen=chosen, **given)  # type: ignore[arg-type]
    assert code_of(open_appraisals, chosen=chosen, **given)[0] == "in_it_already"
    assert code_of(open_appraisals, chosen=[], **given)[0] == "nobody_chosen"


def test_an_appraiser_manages_and_is_somebody_else(school: School, hr: Actor) -> None:
    cycle, engagement = make_cycle(school=school), make_engagement(school=school)
    own = make_user(Role.LINE_MANAGER, school=school)
    engagement.person.user = own
    engagement.person.save(update_fields=["user"])
    given = {"cycle_id": cycle.pk, "template_id": None, "by": hr, "now": NOW}
    strangers = (own.pk, make_user(Role.STAFF_MEMBER, school=school).pk, 0)
    for appraiser_id in strangers:
        found = code_of(open_appraisals, chosen=[Chosen(engagement.pk, appraiser_id)], **given)
        assert found == ("no_appraiser", f"appraiser_{engagement.pk}")


def test_a_template_is_for_the_kind_and_the_school(school: School, hr: Actor) -> None:
    cycle, engagement = make_cycle(school=school), make_engagement(school=school)
    manager = make_user(Role.LINE_MANAGER, school=school)
    teachers = AppraisalTemplate.objects.create(school=school, name="T", kind="teachers")
    elsewhere = AppraisalTemplate.objects.create(school=make_school(), name="TA", kind="support_staff")
    for template in (teachers, elsewhere):
        given = {"cycle_id": cycle.pk, "template_id": template.pk, "by": hr, "now": NOW}
        found = code_of(open_appraisals, chosen=[Chosen(engagement.pk, manager.pk)], **given)
        assert found == ("no_template", "template")


def test_the_line_manager_of_the_day_is_proposed(school: School) -> None:
    cycle, engagement = make_cycle(school=school), make_engagement(school=school)
    former, present = (make_user(Role.LINE_MANAGER, school=school) for _ in range(2))
    change = date(2026, 10, 31)
    LineManagement.objects.create(engagement=engagement, manager=former, valid_from=START, valid_until=change)
    LineManagement.objects.create(engagement=engagement, manager=present, valid_from=date(2026, 11, 1))
    for day, manager in ((change, former), (date(2026, 11, 1), present)):
        assert [one.manager_id for one in judge_people(cycle, today=day)] == [manager.pk]


def test_exclusions_count_on_their_days(school: School) -> None:
    cycle, engagement = make_cycle(school=school), make_engagement(school=school)
    AppraisalExclusion.objects.create(
        engagement=engagement,
        ground="induction",
        valid_from=date(2026, 11, 1),
        valid_until=date(2026, 11, 3),
        recorded_at=NOW,
        recorded_by=make_user(),
    )
    days = (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 3), date(2026, 11, 4))
    codes = [judge_people(cycle, today=day)[0].eligibility.code for day in days]
    assert codes == ["in", "in_induction", "in_induction", "in"]


def test_policy_and_templates_are_the_schools_own(school: School, hr: Actor) -> None:
    numbers = {"most_objectives": 4, "appeal_working_days": 5, "term_weeks": 13}
    for _ in range(2):
        policy = set_policy(school_id=school.pk, has_pay_recommendation=True, by=hr, now=NOW, **numbers)
    assert (policy.most_objectives, policy.history.count()) == (4, 2)
    template = save_template(
        template=AppraisalTemplate(school=school, name="TA", kind="support_staff"), by=hr, now=NOW
    )
    twin = AppraisalTemplate(school=school, name="TA", kind="teachers")
    assert code_of(save_template, template=twin, by=hr, now=NOW) == ("name_taken", "name")
    save_template(template=template, by=hr, now=NOW)
    stranger = get_actor(make_user(Role.HR_OFFICER, school=make_school()))
    assert code_of(save_template, template=template, by=stranger, now=NOW)[0] == "not_permitted"
