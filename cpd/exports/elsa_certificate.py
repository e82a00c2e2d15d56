"""The certificate of an ELSA's attendance as PDF: what was attended, and who stands by it."""

from pathlib import Path

from core.domain.school_time import SCHOOL_TIME
from core.pdf import render_pdf
from cpd.models import ElsaAttestation

TEMPLATE = Path(__file__).parent / "templates" / "elsa_certificate.typ"


def build_certificate(attestation: ElsaAttestation) -> bytes:
    """The certificate as it was attested; what changed since is not in it."""
    moment = attestation.attested_at
    attested = f"{moment.astimezone(SCHOOL_TIME):%d/%m/%Y at %H:%M}"
    return render_pdf(TEMPLATE, attestation.facts | {"attested_at": attested}, now=moment)
