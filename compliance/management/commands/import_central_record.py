"""Brings a school's own central-record workbook into the record, or only says what would come in."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from compliance.domain.import_report import ImportReport
from compliance.domain.workbook_choices import WorkbookChoices
from compliance.domain.workbook_import import plan_import
from compliance.readers.central_record.sandboxed import read_workbook
from compliance.selectors.workbooks import list_known
from compliance.services.central_record_import import import_people
from core.domain.dates import parse_day
from core.domain.errors import DomainError
from core.domain.permissions import Actor, Permission
from core.domain.schools import SchoolType
from core.models import School, User
from core.selectors import get_actor, list_people_holding


class Command(BaseCommand):
    help = "Bring a single central record (xlsx) into the record of a school. All of it, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.xlsx")
        parser.add_argument("--school", required=True, metavar="URN", help="the school, by its URN")
        parser.add_argument(
            "--as-at", metavar="YYYY-MM-DD", help="the day to judge dates by; today if left out"
        )
        parser.add_argument(
            "--by",
            metavar="EMAIL",
            help="who stands by it; needed where several people may bring in a workbook at the school",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would come in")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Exit status 1 for a file, school or person that will not do; nothing is brought in then."""
        school = _school(options["school"])
        by = _actor(options["by"], school)
        as_at, path = _day(options["as_at"]), options["file"]
        try:
            report = _bring_in(path, school=school, as_at=as_at, by=by, dry_run=options["dry_run"])
        except DomainError as error:
            raise CommandError(f"{path}: {error.message}") from error
        self.stdout.write("\n".join(as_text(report, dry_run=options["dry_run"])))


def _bring_in(path: Path, *, school: School, as_at: date, by: Actor, dry_run: bool) -> ImportReport:
    """With the categories and repairs that are proposed; leavers and doubtful namesakes stay out."""
    kind = SchoolType(school.school_type)
    reading = read_workbook(path, name=path.name, school=kind, as_at=as_at)
    known = list_known(by, school_id=school.pk)
    plan = plan_import(reading, WorkbookChoices(), known=known, school=kind, as_at=as_at)
    with transaction.atomic():
        report = import_people(plan, school_id=school.pk, by=by, now=timezone.now())
        transaction.set_rollback(dry_run)
    return report


def _school(urn: str) -> School:
    found = list(School.objects.filter(urn=urn.strip()).order_by("pk")) if urn.strip() else []
    if len(found) != 1:
        raise CommandError(f"There is no school with the URN {urn}. Look it up on the page of the school.")
    return found[0]


def _actor(email: str | None, school: School) -> Actor:
    """Who stands by it: as named, or the one person who may."""
    may = list_people_holding(Permission.IMPORT_CENTRAL_RECORD, school_id=school.pk)
    named: list[User] = [one for one in may if email is None or one.email.lower() == email.strip().lower()]
    if len(named) == 1:
        return get_actor(named[0])
    if email is not None:
        raise CommandError(f"{email} may not bring in a workbook at {school.name}.")
    if not may:
        raise CommandError(f"Nobody may bring in a workbook at {school.name}. Give somebody the role first.")
    raise CommandError(f"Say with --by who stands by it: {', '.join(one.email for one in may)}.")


def _day(text: str | None) -> date:
    if text is None:
        return timezone.localdate()
    try:
        return parse_day(text)
    except ValueError as error:
        raise CommandError(f"--as-at must be a day written YYYY-MM-DD, not {text}.") from error


def as_text(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    """The report for a person at a terminal."""
    yield "Nothing is saved: this is what would come in." if dry_run else "Brought in:"
    yield f"  {report.people_new:5}  people who were not known"
    yield f"  {report.people_known:5}  people known already"
    yield f"  {report.posts:5}  posts"
    yield f"  {len(report.checks):5}  checks, {report.date_missing} of them without a date"
    yield f"  {report.already:5}  checks that stood in the record already"
    yield "Left out:" if report.skipped else "Nothing was left out."
    yield from (f"  {one.place}  {one.name}, {one.what}: {one.why}" for one in report.skipped)
