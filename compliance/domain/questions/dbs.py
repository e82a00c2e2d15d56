"""The topic ``dbs``: what a certificate is worth, and whether the barred list is checked by itself."""

from datetime import date

from compliance.domain.categories import WorkerCategory
from compliance.domain.dbs import CheckReason, DbsCase, DbsVerdict, UpdateCheck, UpdateResult, judge_dbs
from compliance.domain.dbs_certificate import NOTHING_KNOWN, Applicant, Certificate, Level, Workforce
from compliance.domain.findings import Finding
from compliance.domain.questions.role_facts import read_school_type
from core.domain.facts import Fact, Facts
from core.domain.sources import cite

FIELDS = (
    "as_at",
    "category",
    "school_type",
    "regulated_activity",
    "applicant",
    "start_date",
    "certificate",
    "worked_with_children_until",
    "update_service",
    "barred_list_check_reason",
    "policy_renewal_months",
)
APPLICANT_FIELDS = ("name", "former_names", "birth_date")
CERTIFICATE_FIELDS = (
    "number",
    "issued_date",
    "level",
    "workforce",
    "barred_list",
    "name",
    "original_seen_date",
    "own_school",
    "copy_stored_date",
)
UPDATE_FIELDS = ("consent", "original_seen", "result", "checked_date")


def answer(facts: object, today: date) -> dict[str, object]:
    """What the certificate is worth as at ``as_at`` or else today, under the rules of the start.

    Raises ``DomainError`` for facts that cannot be, such as an original seen before it was issued.
    """
    given = Facts.read(facts, FIELDS)
    return _answer(judge_dbs(_read_case(given, today)))


def _answer(judged: DbsVerdict) -> dict[str, object]:
    return {
        "number": judged.number,
        "outcome": judged.outcome,
        "reason": judged.reason,
        "barred_list_check": judged.barred_list_check,
        "barred_list_reason": judged.barred_list_reason,
        "problems": [_finding(one) for one in judged.problems],
        "warnings": [_finding(one) for one in judged.warnings],
        "policy_due": judged.policy_due.isoformat() if judged.policy_due else None,
        "copy_destroy_by": judged.copy_destroy_by.isoformat() if judged.copy_destroy_by else None,
        "sources": cite(*judged.sources),
    }


def _finding(one: Finding) -> dict[str, str]:
    return {"code": one.code, "reason": one.reason}


def _read_case(given: Facts, today: date) -> DbsCase:
    category, regulated = given.get("category"), given.get("regulated_activity")
    applicant, certificate, update = (
        given.get(one) for one in ("applicant", "certificate", "update_service")
    )
    check_reason, renewal = given.get("barred_list_check_reason"), given.get("policy_renewal_months")
    as_at = _day(given, "as_at") or today
    return DbsCase(
        as_at=as_at,
        category=category.one_of(WorkerCategory) if category else None,
        school_type=read_school_type(given),
        regulated_activity=regulated.yes_or_no() if regulated else None,
        applicant=_read_applicant(applicant, as_at) if applicant else NOTHING_KNOWN,
        start_date=_day(given, "start_date"),
        certificate=_read_certificate(certificate) if certificate else None,
        worked_until=_day(given, "worked_with_children_until"),
        update_check=_read_update(update) if update else None,
        check_reason=check_reason.one_of(CheckReason) if check_reason else None,
        renewal_months=renewal.months() if renewal else None,
    )


def _day(given: Facts, name: str) -> date | None:
    fact = given.get(name)
    return fact.day() if fact else None


def _read_applicant(fact: Fact, as_at: date) -> Applicant:
    given = fact.facts(APPLICANT_FIELDS)
    name, former = given.get("name"), given.get("former_names")
    birth_date = _day(given, "birth_date")
    if birth_date and birth_date > as_at:
        given.need("birth_date").refuse("This must not come after the day asked for.")
    return Applicant(
        name=name.text() if name else None,
        former_names=tuple(item.text() for item in former.items()) if former else (),
        birth_date=birth_date,
    )


def _read_certificate(fact: Fact) -> Certificate:
    given = fact.facts(CERTIFICATE_FIELDS)
    level, workforce, name = given.get("level"), given.get("workforce"), given.get("name")
    barred_list, own_school = given.get("barred_list"), given.get("own_school")
    issued = _day(given, "issued_date")
    return Certificate(
        number=_read_number(given.get("number")),
        issued_date=issued,
        level=level.one_of(Level) if level else None,
        workforce=workforce.one_of(Workforce) if workforce else None,
        barred_list=barred_list.yes_or_no() if barred_list else None,
        name=name.text() if name else None,
        original_seen_date=_day_from(given, "original_seen_date", issued),
        own_school=own_school.yes_or_no() if own_school else None,
        copy_stored_date=_day_from(given, "copy_stored_date", issued),
    )


def _read_number(fact: Fact | None) -> str | None:
    """Any text at all: a malformed number is answered, not refused."""
    if fact is None:
        return None
    return fact.value if isinstance(fact.value, str) else fact.text()


def _day_from(given: Facts, name: str, earliest: date | None) -> date | None:
    day = _day(given, name)
    if day and earliest and day < earliest:
        given.need(name).refuse("This must not come before the certificate was issued.")
    return day


def _read_update(fact: Fact) -> UpdateCheck | None:
    """None where nothing at all is known of a check."""
    given = fact.facts(UPDATE_FIELDS)
    consent, seen, result = given.get("consent"), given.get("original_seen"), given.get("result")
    update = UpdateCheck(
        consent=consent.yes_or_no() if consent else None,
        original_seen=seen.yes_or_no() if seen else None,
        result=result.one_of(UpdateResult) if result else None,
        checked_date=_day(given, "checked_date"),
    )
    return None if update == UpdateCheck() else update
