"""Deletes application forms that somebody began on the public page and never sent."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.domain.errors import DomainError
from recruitment.domain.draft_retention import CLOSED_DAYS, UNTOUCHED_DAYS
from recruitment.services.application_drafts import purge_drafts


class Command(BaseCommand):
    help = "Delete unfinished application forms that are no longer needed. Run it every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--untouched-days",
            type=int,
            default=UNTOUCHED_DAYS,
            metavar="DAYS",
            help="delete forms nobody has typed into for so many days (%(default)s)",
        )
        parser.add_argument(
            "--closed-days",
            type=int,
            default=CLOSED_DAYS,
            metavar="DAYS",
            help="delete forms whose vacancy has been closed for so many days (%(default)s)",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would be deleted")

    def handle(self, *_args: Any, **options: Any) -> None:
        untouched_days, closed_days = options["untouched_days"], options["closed_days"]
        try:
            purged = purge_drafts(
                untouched_days=untouched_days,
                closed_days=closed_days,
                now=timezone.now(),
                dry_run=options["dry_run"],
            )
        except DomainError as error:
            raise CommandError(error.message) from error
        self.stdout.write(
            f"Unfinished forms {'that would be ' if options['dry_run'] else ''}deleted: "
            f"{purged.untouched} untouched for {untouched_days} days, "
            f"{purged.closed} of vacancies closed for {closed_days} days."
        )
