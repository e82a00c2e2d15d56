"""Write the single central record of a school, or of every school of a trust, into a workbook."""

from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, time
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from compliance.exports.central_record import write_central_record
from compliance.selectors.central_record import SchoolRecord, list_central_records
from core.domain.numbers import number_in
from core.domain.school_time import SCHOOL_TIME, day_of, moment_of
from core.models import School

DAYS = ("%Y-%m-%d", "%d/%m/%Y")


class Command(BaseCommand):
    help = "Writes the single central record into an Excel workbook, as it stands or as it stood at a moment."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument(
            "--school", help="a school, by its URN, name or number here; with its trust's own team"
        )
        which.add_argument("--trust", help="every school of this trust, by its name")
        parser.add_argument(
            "--as-at",
            help="a past day (2026-09-01 or 01/09/2026: its end) or moment (2026-09-01T10:30); else now",
        )
        parser.add_argument("file", help="the workbook to write, such as record.xlsx")

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        schools = find_schools(school=options["school"], trust=options["trust"])
        at = read_moment(options["as_at"], now=now) if options["as_at"] else None
        every = School.objects.order_by().values_list("pk", flat=True)  # no team is kept from who runs this
        records = list_central_records(
            school_ids=[school.pk for school in schools], at=at, now=now, teams=frozenset(every)
        )
        path = Path(options["file"])
        try:
            with closing(write_central_record(records, now=now)) as made, path.open("wb") as target:
                copyfileobj(made, target)
        except OSError as error:
            raise CommandError(f"The file {path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path}: {in_words(records)}")


def in_words(records: Sequence[SchoolRecord]) -> str:
    """How much was written; a trust's own team is no school."""
    lines = sum(len(record.lines) for record in records)
    teams = sum(record.school.is_central_team for record in records)
    schools = len(records) - teams
    words = f"{lines} line{'' if lines == 1 else 's'} of {schools} school{'' if schools == 1 else 's'}"
    return f"{words}, with the trust's own team" if teams else words


def find_schools(*, school: str | None, trust: str | None) -> list[School]:
    """The one school, or every school of the trust. Raises ``CommandError`` for none or several of a name."""
    schools = School.objects.order_by("name", "pk")
    if trust is not None:
        found = list(schools.filter(trust__name__iexact=trust.strip()))
        if not found:
            raise CommandError(f"There is no trust called {trust}, or it has no schools.")
        return found
    wanted = (school or "").strip()
    for way in ({"urn": wanted}, {"name__iexact": wanted}, {"pk": number_in(wanted)}):
        if wanted and None not in way.values() and (found := list(schools.filter(**way))):
            break
    else:
        raise CommandError(f"There is no school {wanted}. Give its URN or its whole name.")
    if len(found) > 1:
        raise CommandError(f"There are {len(found)} schools called {wanted}. Give the URN.")
    return found


def read_moment(text: str, *, now: datetime) -> datetime | None:
    """The moment written down, None for today. Raises ``CommandError`` for one that is none, or to come."""
    day = next((found for form in DAYS if (found := parse_day(text, form)) is not None), None)
    moment = moment_of(day.date()) if day else parse_with_time(text)
    if moment is None:
        raise CommandError(f"{text} is no day or moment. Write 2026-09-01 or 2026-09-01T10:30.")
    if day is not None and day.date() == day_of(now):
        return None
    if moment > now:
        raise CommandError(f"{text} has not come yet.")
    return moment


def parse_day(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), form).replace(tzinfo=SCHOOL_TIME)
    except ValueError:
        return None


def parse_with_time(text: str) -> datetime | None:
    """A moment; without an offset by the clock on the wall of a school in England."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError:
        return None
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment_of(moment.date(), time(moment.hour, moment.minute, moment.second, moment.microsecond))
