"""Erases central-record workbooks that nobody has touched for 90 days, with all that was read of them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from compliance.services.workbooks import KEPT_DAYS, forget_workbooks


class Command(BaseCommand):
    help = f"Erase uploaded central-record workbooks untouched for {KEPT_DAYS} days. Run it every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")

    def handle(self, *_args: Any, **options: Any) -> None:
        count = forget_workbooks(now=timezone.now(), dry_run=options["dry_run"])
        self.stdout.write(f"Workbooks {'that would be ' if options['dry_run'] else ''}erased: {count}.")
