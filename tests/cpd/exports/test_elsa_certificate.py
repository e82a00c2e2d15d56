"""The certificate of attendance: what it says can be read, and it is a tagged file."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from core.domain.permissions import Role
from cpd.exports.elsa_certificate import build_certificate
from cpd.models import ElsaRegistration
from cpd.services.elsa_records import attest_attendance
from tests.factories import make_actor
from tests.factories.elsa import make_elsa, make_session

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)


def read(elsa: ElsaRegistration) -> tuple[PdfReader, str]:
    hr = make_actor(Role.HR_OFFICER, school=elsa.engagement.school)
    pdf = build_certificate(attest_attendance(registration_id=elsa.pk, by=hr, now=NOW))
    reader = PdfReader(BytesIO(pdf))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_certificate_says_who_attests_what() -> None:
    elsa = make_elsa(days=4, registration_number="HEP-0417")
    make_session(elsa, date(2026, 10, 6), session_hours="2.5")
    make_session(elsa, date(2026, 10, 7), attended=False)
    reader, text = read(elsa)
    person = elsa.engagement.person
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert f"ELSA training and supervision of {person.full_name}, up to 28/11/2026" in text
    assert "4 of 6" in text
    assert "1 session, 2.5 hours" in text
    assert "06/10/2026" in text
    assert "07/10/2026" not in text
    assert "It is not the provider’s certificate" in text
    assert f"Attested for {elsa.engagement.school.name} by" in text


def test_certificate_of_nothing_says_so() -> None:
    _reader, text = read(make_elsa(days=0))
    assert "None is recorded that conforms to the provider’s rules." in text
