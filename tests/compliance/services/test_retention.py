"""Destruction: two people, all or nothing, and afterwards nothing left but the record of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db.models import ForeignKey, Model, OneToOneField
from django.test import TestCase

from compliance.domain.categories import CheckType
from compliance.models import Check, DestructionBatch, LegalHold, RightToWorkEvidence
from compliance.selectors.retention import list_retention_items
from compliance.services.erasure import plan_personnel_file_erasure
from compliance.services.retention import (
    cancel_destruction,
    confirm_destruction,
    lift_hold,
    place_hold,
    preview_destruction,
    propose_destruction,
)
from core.domain.errors import DomainError, NotAllowed
from core.domain.permissions import Actor, Role
from core.models import Engagement, Person, School
from core.services.erasure import Rows
from recruitment.models import Application
from tests.factories.compliance import make_certificate, make_engagement
from tests.factories.dated import make_document
from tests.factories.everywhere import files_holding, tables_holding
from tests.factories.people import NOW, make_actor, make_person, make_school
from tests.factories.recruitment import make_application, make_vacancy
from tests.factories.whole_application import make_ended_vacancy, make_whole_application
from tests.factories.whole_leaver import make_whole_leaver

pytestmark = pytest.mark.django_db
GOES, STAYS = "Quillfeather", "Bramblewick"
TODAY = date(2027, 11, 2)


@pytest.fixture(autouse=True)
def own_files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def hr(school: School) -> Actor:
    return make_actor(Role.HR_OFFICER, school=school)


@pytest.fixture
def head(school: School) -> Actor:
    return make_actor(Role.HEADTEACHER, school=school)


def keys_of(school: School, kind: str) -> list[str]:
    return [one.record_key for one in list_retention_items([school.pk], today=TODAY, kinds=[kind])]


def propose(school: School, kind: str, by: Actor, keys: list[str] | None = None) -> DestructionBatch:
    return propose_destruction(
        kind=kind,
        school_id=school.pk,
        record_keys=keys_of(school, kind) if keys is None else keys,
        by=by,
        today=TODAY,
        now=NOW,
    )


def confirm(batch: DestructionBatch, by: Actor) -> DestructionBatch:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return confirm_destruction(batch_id=batch.pk, by=by, today=TODAY, now=NOW)


def refuses(code: str, act: object, *args: object, **named: object) -> None:
    with pytest.raises(DomainError) as raised:
        act(*args, **named)  # type: ignore[operator]

    assert raised.value.code == code


def test_application_is_gone_and_the_record_stays(school: School, hr: Actor, head: Actor) -> None:
    vacancy = make_ended_vacancy(school=school)
    make_whole_application(vacancy, GOES)
    stays = make_whole_application(vacancy, STAYS)
    tables = tables_holding(STAYS)
    (key,) = [key for key in keys_of(school, "unsuccessful_application") if not key.endswith(f"-{stays.pk}")]
    batch = propose(school, "unsuccessful_application", hr, [key])
    shown = preview_destruction(batch=batch, today=TODAY)
    confirmed = confirm(batch, head)

    assert (tables_holding(GOES), files_holding(GOES)) == ([], [])
    assert tables_holding(STAYS) == tables
    assert (confirmed.status, confirmed.settled_by_id, confirmed.proposed_by_id) == (
        "destroyed",
        head.user_id,
        hr.user_id,
    )
    assert (confirmed.file_count, confirmed.person_count) == (2, 1)
    assert confirmed.row_count == sum(one.rows + one.history for one in shown.erasure.counts) + 2
    assert [item.description for item in confirmed.items.order_by("pk")] == [
        f"Application for Learning Mentor, {vacancy.reference}"
    ]


def test_leaver_is_gone_and_the_colleague_stays(school: School, hr: Actor, head: Actor) -> None:
    leaver = make_whole_leaver(school, GOES)
    make_whole_leaver(school, STAYS)
    tables, files = tables_holding(STAYS), files_holding(STAYS)
    batch = propose(school, "personnel_file", hr, [f"personnel-file-p{leaver.person_id}-s{school.pk}"])
    confirm(batch, head)

    assert (tables_holding(GOES), files_holding(GOES)) == ([], [])
    assert (tables_holding(STAYS), files_holding(STAYS)) == (tables, files)
    assert (len(tables) > 60, len(files)) == (True, 6)


def test_right_to_work_evidence_goes_and_the_check_stays(school: School, hr: Actor, head: Actor) -> None:
    make_whole_leaver(school, GOES)
    confirm(propose(school, "right_to_work", hr), head)
    check = Check.objects.get(check_type=CheckType.RIGHT_TO_WORK)

    assert (check.document, check.reference_number, check.evidence_seen, check.note) == (None, "", "", "")
    assert (check.state, check.done_date, check.done_by) == ("done", date(2026, 8, 20), "Nia Owen")
    assert RightToWorkEvidence.objects.count() == 0
    assert files_holding(f"passport {GOES}") == []
    assert len(files_holding(f"dbs {GOES}")) == 1
    assert keys_of(school, "right_to_work") == []


def test_dbs_copy_goes_and_what_the_check_says_stays(school: School, hr: Actor, head: Actor) -> None:
    engagement = make_engagement(school=school)
    scan = make_document(school, name=f"{GOES}.pdf", body=f"%PDF {GOES}".encode())
    check = make_certificate(engagement, document=scan)
    other = make_certificate(
        make_engagement(school=school), document=make_document(school, uploaded_at=NOW.replace(year=2027))
    )
    batch = confirm(propose(school, "dbs_copy", hr), head)
    check.refresh_from_db()
    other.refresh_from_db()

    assert (check.document, check.reference_number, check.outcome) == (None, "001234567890", "clear")
    assert other.document is not None
    assert (tables_holding(GOES), files_holding(GOES)) == ([], [])
    assert (batch.row_count, batch.file_count, batch.person_count) == (2, 1, 0)


def test_leaver_who_applied_again_keeps_that_application(school: School, hr: Actor, head: Actor) -> None:
    leaver = make_whole_leaver(school, GOES)
    again = make_application(make_vacancy(school=school, reference="AGAIN-1"), person=leaver.person)
    batch = confirm(propose(school, "personnel_file", hr), head)

    assert list(Application.objects.order_by("pk")) == [again]
    assert (batch.person_count, Person.objects.filter(pk=leaver.person_id).count()) == (0, 1)


def test_leaver_of_another_school_keeps_what_that_school_holds(
    school: School, hr: Actor, head: Actor
) -> None:
    leaver = make_whole_leaver(school, GOES)
    elsewhere = make_engagement(person=leaver.person, job_title="Cook")
    check = make_certificate(elsewhere)
    confirm(propose(school, "personnel_file", hr), head)

    assert list(Engagement.objects.order_by("pk")) == [elsewhere]
    assert list(Check.objects.order_by("pk")) == [check]


def test_own_proposal_is_confirmed_by_somebody_else(school: School, hr: Actor) -> None:
    make_whole_leaver(school, GOES)
    batch = propose(school, "personnel_file", hr)

    refuses("own_proposal", confirm, batch, hr)
    assert len(tables_holding(GOES)) > 30


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.HR_OFFICER, Role.HEADTEACHER}])
def test_destruction_is_for_those_who_manage_retention(school: School, hr: Actor, role: Role) -> None:
    person = make_whole_leaver(school, GOES).person
    other = make_actor(role, school=school)
    batch = propose(school, "dbs_copy", hr)

    refuses("not_permitted", propose, school, "personnel_file", other)
    refuses("not_permitted", confirm, batch, other)
    refuses("not_permitted", cancel_destruction, batch_id=batch.pk, by=other, now=NOW)
    refuses(
        "not_permitted",
        place_hold,
        school_id=school.pk,
        person_id=person.pk,
        reason="Claim",
        by=other,
        now=NOW,
    )


def test_stranger_confirms_nothing(school: School, hr: Actor) -> None:
    make_whole_leaver(school, GOES)
    batch = propose(school, "personnel_file", hr)

    refuses("not_permitted", confirm, batch, make_actor(Role.HEADTEACHER, school=make_school()))


def test_nothing_chosen_is_said(school: School, hr: Actor) -> None:
    refuses("nothing_chosen", propose, school, "dbs_copy", hr, [])


def test_what_is_not_due_cannot_be_proposed(school: School, hr: Actor) -> None:
    make_whole_leaver(school, GOES)

    refuses("not_due", propose, school, "personnel_file", hr, ["personnel-file-p999-s1"])
    refuses("not_due", propose, school, "dbs_copy", hr, keys_of(school, "personnel_file"))
    assert DestructionBatch.objects.count() == 0


def test_what_is_proposed_cannot_be_proposed_again_until_cancelled(
    school: School, hr: Actor, head: Actor
) -> None:
    make_whole_leaver(school, GOES)
    batch = propose(school, "personnel_file", hr)

    refuses("not_due", propose, school, "personnel_file", head)
    cancelled = cancel_destruction(batch_id=batch.pk, by=hr, now=NOW)
    assert cancelled.status == "cancelled"
    assert propose(school, "personnel_file", head).status == "proposed"


def test_settled_stays_settled(school: School, hr: Actor, head: Actor) -> None:
    make_whole_leaver(school, GOES)
    batch = propose(school, "personnel_file", hr)
    confirm(batch, head)

    refuses("settled", confirm, batch, head)
    refuses("settled", cancel_destruction, batch_id=batch.pk, by=head, now=NOW)


def test_hold_placed_meanwhile_stops_all_of_it(school: School, hr: Actor, head: Actor) -> None:
    leaver = make_whole_leaver(school, GOES)
    make_whole_leaver(school, STAYS)
    batch = propose(school, "personnel_file", hr)
    place_hold(school_id=school.pk, person_id=leaver.person_id, reason="Claim", by=hr, now=NOW)
    shown = preview_destruction(batch=batch, today=TODAY)

    assert (len(shown.items), shown.missing) == (1, 1)
    refuses("changed_since", confirm, batch, head)
    assert tables_holding(GOES) == tables_holding(STAYS)
    assert DestructionBatch.objects.get().status == "proposed"


KINDS = ["personnel_file", "unsuccessful_application", "dbs_copy", "right_to_work"]


@pytest.mark.parametrize("number", [1, 3])
def test_preview_costs_the_same_for_one_and_three(
    number: int, school: School, hr: Actor, assert_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    for place in range(number):
        leaver = make_whole_leaver(school, f"{GOES}{place}")
        make_whole_application(leaver.offer.application.vacancy, f"{STAYS}{place}")
    found = {}
    for kind in KINDS:
        batch = propose(school, kind, hr)
        with assert_queries(8):
            shown = preview_destruction(batch=batch, today=TODAY)
        found[kind] = (len(shown.items), shown.missing)

    assert found == dict.fromkeys(KINDS, (number, 0))


def test_hold_is_lifted_for_a_reason_once(school: School, hr: Actor) -> None:
    person = make_person()
    hold = place_hold(school_id=school.pk, person_id=person.pk, reason=" Claim ", by=hr, now=NOW)

    refuses("reason_missing", lift_hold, hold_id=hold.pk, reason=" ", by=hr, now=NOW)
    lifted = lift_hold(hold_id=hold.pk, reason="Settled", by=hr, now=NOW)
    assert (lifted.reason, lifted.lift_reason, lifted.lifted_by_id) == ("Claim", "Settled", hr.user_id)
    refuses("lifted_already", lift_hold, hold_id=hold.pk, reason="Settled", by=hr, now=NOW)


def test_hold_needs_a_reason_and_stands_once(school: School, hr: Actor) -> None:
    vacancy = make_vacancy(school=school)
    named = {"school_id": school.pk, "vacancy_id": vacancy.pk, "by": hr, "now": NOW}
    place_hold(**named, reason="Claim")  # type: ignore[arg-type]

    refuses("held_already", place_hold, **named, reason="Claim")
    refuses("reason_missing", place_hold, **named, reason="")
    assert LegalHold.objects.count() == 1


def test_lifting_at_another_school_is_not_allowed(school: School, hr: Actor) -> None:
    hold = place_hold(school_id=school.pk, person_id=make_person().pk, reason="Claim", by=hr, now=NOW)

    with pytest.raises(NotAllowed):
        lift_hold(hold_id=hold.pk, reason="x", by=make_actor(Role.HR_OFFICER, school=make_school()), now=NOW)


def tables_referring_to(*models: type[Model]) -> set[type[Model]]:
    """Tables with a key to one of these or to one of those, and so on; histories go with their rows."""
    found: set[type[Model]] = set()
    waiting = list(models)
    while waiting:
        for relation in waiting.pop()._meta.get_fields(include_hidden=True):
            table = relation.related_model
            is_reference = relation.auto_created and isinstance(
                getattr(relation, "field", None), ForeignKey | OneToOneField
            )
            if is_reference and not hasattr(table, "instance_type") and table not in found:
                found.add(table)
                waiting.append(table)
    return found


def test_every_table_that_refers_to_a_leaver_is_taken_out_with_them() -> None:
    plan = plan_personnel_file_erasure(school_id=0, person_ids=[], today=TODAY)
    covered = {part.model for part in plan.parts if isinstance(part, Rows)}

    assert tables_referring_to(Person) - covered == set()
