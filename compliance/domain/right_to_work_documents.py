"""The documents that may show a right to work: their list, and the routes by which they are checked.

The rules held are those since 6 April 2022, when physical biometric cards ceased to be evidence.
``must_be_current`` marks documents that count only while they have not expired; British and Irish
passports count by hand after their expiry too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.sources import right_to_work as sources
from core.domain.sources import LegalSource

RULES_HELD_FROM = date(2022, 4, 6)
CLIPPED_REFUSED_FROM = date(2025, 2, 12)
VIGNETTE_LISTED_FROM = date(2025, 2, 12)


class DocumentId(StrEnum):
    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    A6 = "A6"
    A7 = "A7"
    A8 = "A8"
    A_ONLINE = "A-online"
    A_PRESETTLED = "A-presettled"
    B1_1 = "B1-1"
    B1_2 = "B1-2"
    B1_3 = "B1-3"
    B1_4 = "B1-4"
    B1_ONLINE = "B1-online"
    B2_1 = "B2-1"
    B2_2 = "B2-2"
    B2_3 = "B2-3"
    B2_4 = "B2-4"
    BIOMETRIC_RESIDENCE_PERMIT = "biometric_residence_permit"
    BIRTH_CERTIFICATE_ALONE = "birth_certificate_alone"
    DRIVING_LICENCE = "driving_licence"
    NATIONAL_INSURANCE_NUMBER_ALONE = "national_insurance_number_alone"


class Route(StrEnum):
    MANUAL = "manual"
    ONLINE = "online"
    DIGITAL = "digital"
    EMPLOYER_CHECKING_SERVICE = "employer_checking_service"


class DocumentList(StrEnum):
    """A: for good. B1: until the permission ends. B2: six months from the verification notice."""

    A = "A"
    B1 = "B1"
    B2 = "B2"


@dataclass(frozen=True, slots=True)
class RightToWorkDocument:
    """One document. ``title`` is written to stand within a sentence.

    ``refusal`` says why it is no evidence, and what to ask for instead; such a document is on no list.
    ``ruled_from`` is the day since which that is so, or since which it is on its list; what was the rule
    before that day is not held here.
    """

    title: str
    list: DocumentList | None
    routes: tuple[Route, ...]
    source: LegalSource = sources.LISTS
    must_be_current: bool = False
    is_passport: bool = False
    refused_when_clipped: bool = False
    ruled_from: date | None = None
    refusal: str | None = None


_BY_HAND = (Route.MANUAL,)
_ONLINE = (Route.ONLINE,)
_BY_SERVICE = (Route.EMPLOYER_CHECKING_SERVICE,)
_BY_HAND_OR_DIGITAL = (Route.MANUAL, Route.DIGITAL)


def _no_evidence(
    title: str, refusal: str, source: LegalSource = sources.LISTS, *, ruled_from: date | None = None
) -> RightToWorkDocument:
    return RightToWorkDocument(title, None, (), source, ruled_from=ruled_from, refusal=refusal)


DOCUMENTS: Mapping[DocumentId, RightToWorkDocument] = {
    DocumentId.A1: RightToWorkDocument(
        "a British passport or one showing the right of abode",
        DocumentList.A,
        _BY_HAND_OR_DIGITAL,
        sources.LISTS_2025,
        is_passport=True,
        refused_when_clipped=True,
    ),
    DocumentId.A2: RightToWorkDocument(
        "an Irish passport or passport card",
        DocumentList.A,
        _BY_HAND_OR_DIGITAL,
        sources.LISTS_2025,
        is_passport=True,
        refused_when_clipped=True,
    ),
    DocumentId.A3: RightToWorkDocument(
        "a Crown Dependency document showing unlimited leave", DocumentList.A, _BY_SERVICE
    ),
    DocumentId.A4: RightToWorkDocument(
        "a passport endorsed with indefinite leave or the right of abode",
        DocumentList.A,
        _BY_HAND,
        must_be_current=True,
        is_passport=True,
    ),
    DocumentId.A5: RightToWorkDocument(
        "an Immigration Status Document without a time limit, with evidence of a National Insurance number",
        DocumentList.A,
        _BY_HAND,
        must_be_current=True,
    ),
    DocumentId.A6: RightToWorkDocument(
        "a UK birth or adoption certificate, with evidence of a National Insurance number",
        DocumentList.A,
        _BY_HAND,
        sources.LISTS_2025,
    ),
    DocumentId.A7: RightToWorkDocument(
        "a birth or adoption certificate of the Channel Islands, the Isle of Man or Ireland, with evidence "
        "of a National Insurance number",
        DocumentList.A,
        _BY_HAND,
    ),
    DocumentId.A8: RightToWorkDocument(
        "a certificate of registration or naturalisation, with evidence of a National Insurance number",
        DocumentList.A,
        _BY_HAND,
    ),
    DocumentId.A_ONLINE: RightToWorkDocument(
        "an online profile showing settled status or indefinite leave", DocumentList.A, _ONLINE
    ),
    DocumentId.A_PRESETTLED: RightToWorkDocument(
        "an online profile showing pre-settled status", DocumentList.A, _ONLINE, sources.PRE_SETTLED
    ),
    DocumentId.B1_1: RightToWorkDocument(
        "a passport endorsed with leave for a limited time",
        DocumentList.B1,
        _BY_HAND,
        must_be_current=True,
        is_passport=True,
    ),
    DocumentId.B1_2: RightToWorkDocument(
        "a Crown Dependency document showing limited leave", DocumentList.B1, _BY_SERVICE
    ),
    DocumentId.B1_3: RightToWorkDocument(
        "an Immigration Status Document with a time limit, with evidence of a National Insurance number",
        DocumentList.B1,
        _BY_HAND,
        must_be_current=True,
    ),
    DocumentId.B1_4: RightToWorkDocument(
        "a passport with a 90-day entry vignette",
        DocumentList.B1,
        _BY_HAND,
        sources.LISTS_2025,
        is_passport=True,
        ruled_from=VIGNETTE_LISTED_FROM,
    ),
    DocumentId.B1_ONLINE: RightToWorkDocument(
        "an online profile showing permission with an end date",
        DocumentList.B1,
        _ONLINE,
        sources.FOLLOW_UP,
    ),
    DocumentId.B2_1: RightToWorkDocument(
        "proof of an application to the EU Settlement Scheme made by 30 June 2021, with a Positive "
        "Verification Notice",
        DocumentList.B2,
        _BY_SERVICE,
    ),
    DocumentId.B2_2: RightToWorkDocument(
        "a Certificate of Application to the EU Settlement Scheme on paper, with a Positive Verification "
        "Notice",
        DocumentList.B2,
        _BY_SERVICE,
    ),
    DocumentId.B2_3: RightToWorkDocument(
        "an Application Registration Card that permits the work, with a Positive Verification Notice",
        DocumentList.B2,
        _BY_SERVICE,
    ),
    DocumentId.B2_4: RightToWorkDocument(
        "a Positive Verification Notice on its own", DocumentList.B2, _BY_SERVICE, sources.FOLLOW_UP
    ),
    DocumentId.BIOMETRIC_RESIDENCE_PERMIT: _no_evidence(
        "a biometric residence permit",
        "A physical biometric card has been no evidence of a right to work since 6 April 2022, and all "
        "such cards ended on 31 December 2024. Ask for a share code and check online.",
        sources.ROUTES,
        ruled_from=RULES_HELD_FROM,
    ),
    DocumentId.BIRTH_CERTIFICATE_ALONE: _no_evidence(
        "a birth certificate alone",
        "A birth certificate counts only with an official document that shows the name and the permanent "
        "National Insurance number. Ask for one, or for a passport.",
        sources.LISTS_2025,
    ),
    DocumentId.DRIVING_LICENCE: _no_evidence(
        "a driving licence",
        "A driving licence says who somebody is, not that they may work. Ask for a document of list A or B, "
        "or a share code.",
    ),
    DocumentId.NATIONAL_INSURANCE_NUMBER_ALONE: _no_evidence(
        "a National Insurance number alone",
        "A National Insurance number is no evidence of a right to work. Ask for a document of list A or B, "
        "or a share code.",
    ),
}
