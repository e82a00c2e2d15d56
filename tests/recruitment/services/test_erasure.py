"""An application taken out for good: nothing of it is left in any table, history or file."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db.models import ForeignKey, Model, OneToOneField
from django.test import TestCase
from pytest_django import DjangoAssertNumQueries

from core.models import Person
from core.services.erasure import Erased, Rows, erase, preview_erasure
from recruitment.models import Application, Vacancy
from recruitment.services.erasure import plan_application_erasure
from tests.factories.everywhere import files_holding, tables_holding
from tests.factories.people import make_user
from tests.factories.recruitment import make_application
from tests.factories.whole_application import make_ended_vacancy, make_whole_application

pytestmark = pytest.mark.django_db
GOES, STAYS = "Quillfeather", "Bramblewick"


@pytest.fixture(autouse=True)
def own_files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def vacancy() -> Vacancy:
    return make_ended_vacancy()


def make_second(application: Application) -> Application:
    """Another application of the same person, for another vacancy of the school."""
    vacancy = make_ended_vacancy(school=application.vacancy.school, reference="AGAIN-2")
    return make_application(vacancy, person=application.person)


def take_out(*applications: Application) -> Erased:
    plan = plan_application_erasure(
        application_ids=[one.pk for one in applications],
        person_ids=[one.person_id for one in applications],
    )
    with TestCase.captureOnCommitCallbacks(execute=True):
        return erase(erasure=plan)


def test_planted_application_is_everywhere_before(vacancy: Vacancy) -> None:
    make_whole_application(vacancy, GOES)

    plan = plan_application_erasure(application_ids=[0], person_ids=[])
    about_candidates = {part.model._meta.label for part in plan.parts} - {
        "recruitment.ApplicationDraft",  # only says which application it became
        "recruitment.ApplicationDocument",
    }
    assert about_candidates - set(tables_holding(GOES)) == set()
    assert len(files_holding(GOES)) == 2


def test_nothing_is_left_and_the_other_candidate_stays_whole(vacancy: Vacancy) -> None:
    goes = make_whole_application(vacancy, GOES)
    make_whole_application(vacancy, STAYS)
    tables, files = tables_holding(STAYS), files_holding(STAYS)
    take_out(goes)

    assert (tables_holding(GOES), files_holding(GOES)) == ([], [])
    assert (tables_holding(STAYS), files_holding(STAYS)) == (tables, files)
    assert len(tables) > 20


def test_what_is_shown_is_what_goes(vacancy: Vacancy) -> None:
    application = make_whole_application(vacancy, GOES)
    plan = plan_application_erasure(application_ids=[application.pk], person_ids=[application.person_id])
    shown = preview_erasure(erasure=plan)
    erased = take_out(application)

    assert sum(one.rows + one.history for one in shown.counts) + len(shown.files) == erased.rows
    assert shown.files == [f"{GOES}.pdf", f"reference {GOES}.pdf"]
    assert (erased.files, erased.people, shown.people) == (2, 1, {application.person_id})


def test_files_stay_until_the_rows_are_gone_for_certain(vacancy: Vacancy) -> None:
    application = make_whole_application(vacancy, GOES)
    plan = plan_application_erasure(application_ids=[application.pk], person_ids=[])
    with TestCase.captureOnCommitCallbacks() as callbacks:
        erase(erasure=plan)

    assert (len(callbacks), len(files_holding(GOES))) == (2, 2)


def test_person_with_another_application_stays(vacancy: Vacancy) -> None:
    application = make_whole_application(vacancy, GOES)
    other = make_application(
        make_ended_vacancy(school=vacancy.school, reference="AGAIN-2"), person=application.person
    )
    erased = take_out(application)

    assert (erased.people, Person.objects.filter(pk=other.person_id).count()) == (0, 1)


def test_person_goes_with_the_last_of_two_applications_taken_out_together(vacancy: Vacancy) -> None:
    application = make_whole_application(vacancy, GOES)
    other = make_application(
        make_ended_vacancy(school=vacancy.school, reference="AGAIN-2"), person=application.person
    )
    erased = take_out(application, other)

    assert (erased.people, tables_holding(GOES)) == (1, [])


def test_person_who_signs_in_stays(vacancy: Vacancy) -> None:
    application = make_application(vacancy)
    Person.objects.filter(pk=application.person_id).update(user=make_user())

    assert take_out(application).people == 0
    assert Person.objects.filter(pk=application.person_id).exists()


def test_preview_changes_nothing_and_costs_three_queries(
    vacancy: Vacancy, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    application = make_whole_application(vacancy, GOES)
    before = tables_holding(GOES)
    plan = plan_application_erasure(application_ids=[application.pk], person_ids=[application.person_id])
    with django_assert_num_queries(3):
        preview_erasure(erasure=plan)

    assert tables_holding(GOES) == before


def tables_referring_to(model: type[Model]) -> set[type[Model]]:
    """Tables with a key to this one or to one of those, and so on; histories go with their rows."""
    found: set[type[Model]] = set()
    waiting = [model]
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


def test_every_table_that_refers_to_an_application_is_taken_out_with_it() -> None:
    plan = plan_application_erasure(application_ids=[], person_ids=[])
    covered = {part.model for part in plan.parts if isinstance(part, Rows)}

    assert tables_referring_to(Application) - covered == set()
