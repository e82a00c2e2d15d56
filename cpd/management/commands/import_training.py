"""Brings a school's own training log into the record, or only says what would come in."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from compliance.management.commands.export_central_record import find_schools
from core.domain.errors import DomainError
from core.domain.permissions import Actor, Permission
from core.models import School
from core.selectors import get_actor, list_people_holding
from cpd.domain.training_log import TrainingLogReading
from cpd.readers.sandboxed import read_log_file
from cpd.selectors.training_logs import LineState, plan_log
from cpd.services.training_logs import LogReport, record_lines


class Command(BaseCommand):
    help = "Bring a training log (xlsx) into the record of a school. All of it that can be read, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.xlsx")
        parser.add_argument(
            "--school", required=True, help="the school: its URN, its name or its number here"
        )
        parser.add_argument(
            "--by",
            metavar="EMAIL",
            help="who stands by it; needed where several people record training there",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would come in")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Exit status 1 for a file, school or person that will not do; nothing is brought in then."""
        school = find_schools(school=options["school"], trust=None)[0]
        by, path, dry_run = find_actor(options["by"], school), options["file"], options["dry_run"]
        try:
            reading = read_log_file(path, name=path.name)
            problems = list(list_problems(reading, school))
            with transaction.atomic():
                report = record_lines(
                    reading=reading, school_id=school.pk, left_out=(), by=by, now=timezone.now()
                )
                transaction.set_rollback(dry_run)
        except DomainError as error:
            raise CommandError(f"{path}: {error.message}") from error
        self.stdout.write("\n".join([*as_text(report, dry_run=dry_run), *problems]))


def find_actor(email: str | None, school: School) -> Actor:
    """Who stands by it: as named, or the one person who may. Raises ``CommandError`` for nobody."""
    may = list_people_holding(Permission.RECORD_DEVELOPMENT, school_id=school.pk)
    named = [one for one in may if email is None or one.email.lower() == email.strip().lower()]
    if len(named) == 1:
        return get_actor(named[0])
    if email is not None:
        raise CommandError(f"{email} may not record training at {school.name}.")
    if not may:
        raise CommandError(f"Nobody may record training at {school.name}. Give somebody the role first.")
    raise CommandError(f"Say with --by who stands by it: {', '.join(one.email for one in may)}.")


def list_problems(reading: TrainingLogReading, school: School) -> Iterator[str]:
    """Each line that cannot come in, with the reason."""
    plan = plan_log(reading, school_id=school.pk, today=timezone.localdate())
    for one in plan.of_state(LineState.PROBLEM):
        yield f"  {one.line.sheet}, row {one.line.row}: {one.line.name}, {one.line.course}. {one.why}"


def as_text(report: LogReport, *, dry_run: bool) -> Iterator[str]:
    """The report for a person at a terminal."""
    yield "Nothing is saved: this is what would come in." if dry_run else "Brought in:"
    yield f"  {report.recorded:5}  trainings"
    yield f"  {report.known:5}  on record already"
    yield f"Cannot come in: {report.problems}" if report.problems else "Nothing was left out."
