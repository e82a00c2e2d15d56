"""The queries say what the table says: state, part and side, drafts and shared sides."""

from itertools import product

import pytest

from core.domain.permissions import NOBODY, Actor, Role
from core.models import School
from core.selectors import get_actor
from cpd.domain.appraisal_states import Part, State
from cpd.domain.appraisal_visibility import Side, may_read
from cpd.models import Appraisal
from cpd.selectors.appraisal_reading import has_part, part_of, visible_appraisals, visible_sides
from tests.factories import make_school, make_user
from tests.factories.appraisals import make_appraisal, make_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school()


def actor_with(part: Part | None, appraisal: Appraisal) -> Actor:
    """Somebody with that part; a line manager of the school who is not the appraiser has none."""
    school = appraisal.engagement.school
    match part:
        case Part.APPRAISEE:
            return get_actor(appraisal.engagement.person.user)
        case Part.APPRAISER:
            return get_actor(appraisal.appraiser)
        case Part.MODERATOR:
            return get_actor(make_user(Role.HEADTEACHER, school=school))
        case Part.HR:
            return get_actor(make_user(Role.HR_OFFICER, school=school))
    return get_actor(make_user(Role.LINE_MANAGER, school=school))


@pytest.mark.parametrize("state", State)
def test_every_side_is_read_by_whom_the_table_names(school: School, state: State) -> None:
    """A draft and a shared side of each kind, read by each part and by a stranger."""
    drafts, shared = (make_appraisal(school=school, state=state.value) for _ in range(2))
    for side in Side:
        make_side(drafts, side=side.value)
        make_side(shared, side=side.value, is_shared=True)
    for part, appraisal in product((*Part, None), (drafts, shared)):
        seen = visible_sides(actor_with(part, appraisal)).filter(appraisal=appraisal)
        expected = {side.value for side in Side if may_read(state, part, side, is_shared=appraisal is shared)}
        assert set(seen.values_list("side", flat=True)) == expected, (state, part)


@pytest.mark.parametrize("part", [*Part, None])
def test_part_is_the_same_in_words_and_in_the_query(school: School, part: Part | None) -> None:
    appraisal = make_appraisal(school=school)
    make_appraisal(school=make_school())
    actor = actor_with(part, appraisal)
    found = {one for one in Part if Appraisal.objects.filter(has_part(actor, one)).exists()}
    assert part_of(actor, appraisal) is part
    assert found == ({part} if part else set())
    assert list(visible_appraisals(actor)) == ([appraisal] if part else [])


@pytest.mark.parametrize("role", [Role.HEADTEACHER, Role.HR_OFFICER, Role.LINE_MANAGER])
def test_nobody_moderates_their_own_appraisal(school: School, role: Role) -> None:
    appraisal = make_appraisal(school=school, state="final_drafted")
    own = get_actor(make_user(role, school=school))
    appraisal.engagement.person.user_id = own.user_id
    appraisal.engagement.person.save(update_fields=["user"])
    make_side(appraisal)
    assert part_of(own, appraisal) is Part.APPRAISEE
    assert list(visible_sides(own)) == []


def test_the_head_who_appraises_does_not_moderate(school: School) -> None:
    head = make_user(Role.HEADTEACHER, school=school)
    appraisal = make_appraisal(school=school, appraiser=head)
    assert part_of(get_actor(head), appraisal) is Part.APPRAISER


def test_an_appraiser_without_the_role_any_more_reads_nothing(school: School) -> None:
    former = make_user(Role.STAFF_MEMBER, school=school)
    appraisal = make_appraisal(school=school, appraiser=former)
    make_side(appraisal, is_shared=True)
    assert part_of(get_actor(former), appraisal) is None
    assert list(visible_sides(get_actor(former))) == []
    assert list(visible_appraisals(get_actor(former))) == []


def test_appraisee_who_left_the_staff_role_reads_nothing(school: School) -> None:
    appraisal = make_appraisal(school=school)
    make_side(appraisal, side="self")
    user = appraisal.engagement.person.user
    assert user is not None
    user.roles.all().delete()
    assert part_of(get_actor(user), appraisal) is None
    assert list(visible_sides(get_actor(user))) == []


@pytest.mark.parametrize(
    "role", [Role.STAFF_MEMBER, Role.INSPECTOR, Role.PANEL_MEMBER, Role.TRUST_ADMINISTRATOR]
)
def test_other_roles_of_the_school_find_nothing(school: School, role: Role) -> None:
    appraisal = make_appraisal(school=school, state="closed")
    make_side(appraisal, is_shared=True)
    actor = get_actor(make_user(role, school=school))
    assert list(visible_appraisals(actor)) == []
    assert list(visible_sides(actor)) == []


def test_somebody_signed_out_finds_nothing(school: School) -> None:
    appraisal = make_appraisal(school=school)
    assert part_of(NOBODY, appraisal) is None
    assert list(visible_appraisals(NOBODY)) == []
