"""What is kept of somebody's training goes with their personnel file."""

from datetime import date

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from simple_history.models import HistoricalChanges

from compliance.models import Snooze
from core.domain.permissions import Role
from core.models import Document
from core.services.erasure import erase
from cpd.models import ElsaAttestation, ElsaCaseload, ElsaRegistration, Training, TrainingRequirement
from cpd.services.elsa_records import attest_attendance
from cpd.services.erasure import plan_development_erasure
from tests.factories import make_actor, make_school, make_trust
from tests.factories.compliance import make_engagement
from tests.factories.development import make_need
from tests.factories.elsa import make_elsa, make_session
from tests.factories.everywhere import tables_holding
from tests.factories.people import NOW
from tests.factories.training import make_course, make_requirement, make_training
from tests.factories.whole_leaver import make_whole_leaver

pytestmark = pytest.mark.django_db
# What a school keeps of itself. A training log under review is forgotten after 90 days.
OF_THE_SCHOOL = {"organisation", "workbook_reading"}


def test_leaver_of_the_retention_tests_has_something_in_every_table_about_somebody() -> None:
    make_whole_leaver(make_school(), "Quayside")
    about_somebody = {
        model
        for model in apps.get_app_config("cpd").get_models()
        if not issubclass(model, HistoricalChanges) and model.DataProtection.retention not in OF_THE_SCHOOL
    }
    assert [model for model in about_somebody if not model._base_manager.exists()] == []
    assert len(about_somebody) > 25


def test_what_was_put_off_goes_with_what_it_was_about() -> None:
    school = make_school()
    leaver = make_whole_leaver(school, "Quayside")
    make_whole_leaver(school, "Redkite")
    of_the_other = set(Snooze.objects.filter(reason__contains="Redkite").values_list("pk", flat=True))
    own_keys = Snooze.objects.filter(reason__contains="Quayside").exclude(rule="recheck")
    assert own_keys.count() > 10

    erase(erasure=plan_development_erasure(school_id=school.pk, person_ids=[leaver.person_id]))

    assert own_keys.count() == 0
    kept = set(Snooze.objects.filter(reason__contains="Redkite").values_list("pk", flat=True))
    assert kept == of_the_other


def test_training_goes_with_its_history_and_certificate_and_nobody_elses() -> None:
    leaver, colleague = make_engagement(), make_engagement()
    course = make_course("faw")
    certificate = Document(
        school=leaver.school,
        kind="pdf",
        original_name="c.pdf",
        size_bytes=1,
        sha256="0" * 64,
        uploaded_at=NOW,
    )
    certificate.file.save("upload", ContentFile(b"%PDF"))
    make_training(leaver, course, provider="Quayside First Aid", certificate=certificate)
    make_requirement(
        course, leaver.school, required_of="person", engagement=leaver, reason="Quayside First Aid rota"
    )
    kept = make_training(colleague, course, provider="Red Kite Training")

    erase(erasure=plan_development_erasure(school_id=leaver.school_id, person_ids=[leaver.person_id]))

    assert tables_holding("Quayside First Aid") == []
    assert list(Training.objects.order_by("pk")) == [kept]
    assert (TrainingRequirement.objects.count(), Document.objects.count()) == (0, 0)


def test_training_goes_that_is_evidence_at_another_school_of_the_trust() -> None:
    trust = make_trust()
    leaver = make_engagement(school=make_school(trust=trust))
    elsewhere = make_engagement(school=make_school(trust=trust), person=leaver.person)
    training = make_training(leaver, make_course("faw"))
    need = make_need(elsewhere, "met", evidence="First aid at work, completed 04/09/2026", training=training)

    erase(erasure=plan_development_erasure(school_id=leaver.school_id, person_ids=[leaver.person_id]))

    need.refresh_from_db()
    assert Training.objects.count() == 0
    assert (need.training, need.evidence) == (None, "First aid at work, completed 04/09/2026")


def test_elsa_ledger_goes_with_its_history_and_nobody_elses() -> None:
    leaver, colleague = make_engagement(), make_engagement()
    elsa = make_elsa(engagement=leaver, line_manager="Quayside Samira", registration_number="Quayside 1")
    session = make_session(elsa, date(2026, 10, 6), supervisor_name="Dr Quayside")
    numbers = {"children_one_to_one": 5, "children_in_groups": 4, "sessions_held": 38}
    ElsaCaseload.objects.create(registration=elsa, half_term_first=date(2026, 9, 1), **numbers)
    hr = make_actor(Role.HR_OFFICER, school=leaver.school)
    attest_attendance(registration_id=elsa.pk, by=hr, now=NOW)
    for rule, key in (
        ("elsa_session", f"supervision-{session.pk}"),
        ("elsa_registration", f"elsa-{elsa.pk}"),
    ):
        Snooze.objects.create(
            rule=rule,
            record_key=key,
            due_date=date(2027, 1, 1),
            school=leaver.school,
            until_date=date(2026, 12, 1),
            reason="Quayside is closed",
            snoozed_at=NOW,
            snoozed_by=leaver.created_by,
        )
    kept = make_elsa(engagement=colleague)

    erase(erasure=plan_development_erasure(school_id=leaver.school_id, person_ids=[leaver.person_id]))

    assert tables_holding("Quayside") == []
    assert list(ElsaRegistration.objects.order_by("pk")) == [kept]
    assert (ElsaCaseload.objects.count(), ElsaAttestation.objects.count(), kept.days.count()) == (0, 0, 6)
