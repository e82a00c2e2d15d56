"""What is wrong with a DBS certificate, whatever else speaks for the person.

What is not known of a certificate is not taken for granted: no level recorded is as much a problem as the
wrong one. Only a name that cannot be compared is a warning, for the original shows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.domain.findings import Finding
from compliance.domain.names import is_name_of
from compliance.domain.sources import dbs as sources
from core.domain.dates import add_months

_NUMBER = re.compile(r"[0-9]{12}")
COPY_MONTHS = 6


class Level(StrEnum):
    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"


class Workforce(StrEnum):
    CHILD = "child"
    ADULT = "adult"
    CHILD_AND_ADULT = "child_and_adult"


WITH_CHILDREN = frozenset({Workforce.CHILD, Workforce.CHILD_AND_ADULT})


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate as it was shown; None is not known. ``own_school``: this school applied for it."""

    number: str | None = None
    issued_date: date | None = None
    level: Level | None = None
    workforce: Workforce | None = None
    barred_list: bool | None = None
    name: str | None = None
    original_seen_date: date | None = None
    own_school: bool | None = None
    copy_stored_date: date | None = None

    @property
    def copy_destroy_by(self) -> date | None:
        """The last day a copy may be kept."""
        return add_months(self.copy_stored_date, COPY_MONTHS) if self.copy_stored_date else None

    def policy_due(self, renewal_months: int | None) -> date | None:
        """When the school's own policy renews it; the law never does."""
        if self.issued_date is None or renewal_months is None:
            return None
        return add_months(self.issued_date, renewal_months)


@dataclass(frozen=True, slots=True)
class Applicant:
    name: str | None = None
    former_names: tuple[str, ...] = ()
    birth_date: date | None = None


NOTHING_KNOWN = Applicant()


def normalise_number(text: str) -> str | None:
    """The twelve digits of a certificate number without blanks, or None where it is malformed."""
    digits = "".join(text.split())
    return digits if _NUMBER.fullmatch(digits) else None


def certificate_problems(
    certificate: Certificate, applicant: Applicant, *, regulated: bool | None, must_be_seen: bool
) -> Iterator[Finding]:
    """Why the certificate cannot be accepted; ``regulated`` is None where that is not known.

    It must have been seen unless the person may start without relying on it.
    """
    if certificate.number is None or normalise_number(certificate.number) is None:
        yield Finding(
            "number_malformed",
            "A certificate number has twelve digits: copy it again from the original.",
            sources.CERTIFICATE_NUMBER,
        )
    if certificate.level != Level.ENHANCED:
        yield Finding("wrong_level", "The certificate must be an enhanced one.", sources.LEVEL_AND_WORKFORCE)
    if certificate.workforce not in WITH_CHILDREN:
        yield Finding(
            "wrong_workforce",
            "The certificate must be for the child workforce, or for both child and adult.",
            sources.LEVEL_AND_WORKFORCE,
        )
    yield from _barred_list_problems(certificate, regulated=regulated)
    if _is_another_name(certificate, applicant):
        yield Finding(
            "name_mismatch",
            f"The certificate is for {certificate.name}, the applicant is {applicant.name}. Record evidence "
            "of an earlier name, or apply for a new certificate.",
            sources.NAMES_CHECKED,
        )
    if must_be_seen and certificate.original_seen_date is None:
        yield Finding(
            "original_not_seen",
            "Nobody has recorded seeing the original: ask the applicant to show it.",
            sources.ORIGINAL_SEEN,
        )


def certificate_warnings(
    certificate: Certificate,
    applicant: Applicant,
    *,
    as_at: date,
    start_date: date | None,
    renewal_months: int | None,
    regulated: bool | None,
) -> Iterator[Finding]:
    """What does not stand in the way but needs somebody's eye.

    A barred list asked for without right is one: the certificate stands, the question was not permitted.
    """
    seen, due = certificate.original_seen_date, certificate.policy_due(renewal_months)
    if regulated is False and certificate.barred_list and certificate.own_school:
        yield Finding(
            "barred_list_not_permitted",
            "This is not regulated activity, so the school must not have asked for the barred list with it.",
            sources.BARRED_LIST_OUTSIDE,
        )
    if seen and start_date and seen > start_date:
        yield Finding(
            "seen_after_start",
            "The original was seen only after the start. That is for exceptions: note why.",
            sources.ORIGINAL_SEEN,
        )
    if certificate.name is None or applicant.name is None:
        yield Finding(
            "name_not_compared",
            "The names have not been compared: record the one on the certificate and the applicant's.",
            sources.NAMES_CHECKED,
        )
    if due and due <= as_at:
        yield Finding(
            "policy_renewal_due",
            "Your policy asks for a renewal. The law sets no expiry, so the certificate still stands.",
            sources.NO_EXPIRY,
        )
    if certificate.copy_destroy_by and as_at > certificate.copy_destroy_by:
        yield Finding(
            "copy_kept_too_long",
            "A copy may be kept for six months at most: destroy it, and keep the fact and the decision only.",
            sources.COPIES,
        )


def _barred_list_problems(certificate: Certificate, *, regulated: bool | None) -> Iterator[Finding]:
    if regulated and not certificate.barred_list:
        yield Finding(
            "barred_list_missing",
            "This is regulated activity, so the certificate must include the children's barred list.",
            sources.LEVEL_AND_WORKFORCE,
        )
    if regulated is None and not certificate.barred_list:
        yield Finding(
            "regulated_activity_not_known",
            "Whether the barred list is needed depends on regulated activity: decide that first.",
            sources.LEVEL_AND_WORKFORCE,
        )


def _is_another_name(certificate: Certificate, applicant: Applicant) -> bool:
    if certificate.name is None or applicant.name is None:
        return False
    return not is_name_of(certificate.name, applicant.name, applicant.former_names)
