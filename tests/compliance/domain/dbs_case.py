"""A teacher's start with this school's own certificate, all in order, for tests to spoil."""

from dataclasses import replace
from datetime import date

from compliance.domain.categories import WorkerCategory
from compliance.domain.dbs import (
    DbsCase,
    DbsVerdict,
    UpdateCheck,
    UpdateResult,
    judge_dbs,
)
from compliance.domain.dbs_certificate import Applicant, Certificate, Level, Workforce

OWN = Certificate(
    number="001234567890",
    issued_date=date(2026, 10, 1),
    level=Level.ENHANCED,
    workforce=Workforce.CHILD,
    barred_list=True,
    name="Anne Clarke",
    original_seen_date=date(2026, 10, 12),
    own_school=True,
)
OTHERS = replace(OWN, own_school=False)
ANNE = Applicant("Anne Clarke", birth_date=date(1990, 4, 2))
CASE = DbsCase(
    as_at=date(2026, 11, 22),
    category=WorkerCategory.TEACHER,
    applicant=ANNE,
    start_date=date(2026, 11, 23),
    certificate=OWN,
)
CURRENT = UpdateCheck(
    consent=True, original_seen=True, result=UpdateResult.BLANK_NO_NEW, checked_date=date(2026, 11, 2)
)
RECENT = date(2026, 9, 30)
LONG_AGO = date(2026, 8, 22)


def judge(**changes: object) -> DbsVerdict:
    return judge_dbs(replace(CASE, **changes))


def problems(judged: DbsVerdict) -> list[str]:
    return [one.code for one in judged.problems]


def warnings(judged: DbsVerdict) -> list[str]:
    return [one.code for one in judged.warnings]
