"""What is kept of somebody's training goes with their personnel file."""

import pytest
from django.core.files.base import ContentFile

from core.models import Document
from core.services.erasure import erase
from cpd.models import Training, TrainingRequirement
from cpd.services.erasure import plan_development_erasure
from tests.factories.compliance import make_engagement
from tests.factories.everywhere import tables_holding
from tests.factories.people import NOW
from tests.factories.training import make_course, make_requirement, make_training

pytestmark = pytest.mark.django_db


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
