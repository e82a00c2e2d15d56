"""What is measured of the central record: a school's page, now and of then, and the trust's file."""

from contextlib import closing
from datetime import timedelta

from django.core.management import call_command
from django.urls import reverse

from compliance.exports.central_record import write_central_record
from compliance.selectors.central_record import get_central_record, list_central_records
from tests.bench import record_bare
from tests.bench.headings import SCHOOLS
from tests.bench.record_filling import NOW, RECORDED, FilledTrust, fill_trust
from tests.bench.trust_report import TrustMeasured
from tests.bench.works import (
    Work,
    analyse,
    describe_database,
    describe_python,
    get,
    measure_side_by_side,
    say,
    signed_in,
)

PAST = RECORDED + timedelta(days=100)
DAY = NOW.date().isoformat()


def measure_record(sizes: list[int]) -> TrustMeasured:
    call_command("migrate", verbosity=0)
    filled = []
    for size in sizes:
        say(f"filling a trust of {SCHOOLS} schools and {size:,} engagements")
        filled.append(fill_trust(SCHOOLS, size))
    analyse()
    costs = measure_side_by_side([list_record_works(one) for one in filled], sizes)
    return TrustMeasured(describe_database(), describe_python(), tuple(sizes), costs)


def list_record_works(filled: FilledTrust) -> dict[str, Work]:
    client = signed_in(filled.officer)
    school = filled.schools[0]
    ids = [one.pk for one in filled.schools]
    agree_on_lines(filled)
    page, inspection = (
        reverse(f"compliance:{name}", kwargs={"pk": school.pk}) for name in ("record", "record-inspection")
    )
    past = f"&day={PAST:%d/%m/%Y}"

    def export() -> int:
        with closing(
            write_central_record(list_central_records(school_ids=ids, at=None, now=NOW), now=NOW)
        ) as file:
            return len(file.read())

    return {
        "a school's record, read and judged": lambda: get_central_record(
            school_id=school.pk, at=None, now=NOW
        ),
        "the same as at a past moment": lambda: get_central_record(school_id=school.pk, at=PAST, now=NOW),
        "a school's rows in bare SQL": lambda: record_bare.fetch_school(school.pk, DAY),
        "a school's page": lambda: get(client, f"{page}?show=all"),
        "a school's page as at a past day": lambda: get(client, f"{page}?show=all{past}"),
        "a school's page in inspection mode": lambda: get(client, inspection),
        "the trust's record, read and judged": lambda: list_central_records(school_ids=ids, at=None, now=NOW),
        "the trust's rows in bare SQL": lambda: record_bare.fetch_trust(school.trust_id or 0, DAY),
        "the trust as xlsx": export,
    }


def agree_on_lines(filled: FilledTrust) -> None:
    """As many lines by either way, now and then; measuring one that is wrong would be worth nothing."""
    school = filled.schools[0]
    bare = {row[0] for row in record_bare.fetch_school(school.pk, DAY)}
    for moment in (None, PAST):
        record = get_central_record(school_id=school.pk, at=moment, now=NOW)
        if {line.engaged.engagement_id for line in record.lines} != bare:
            raise SystemExit("The ways of reading the record do not agree.")
