"""Forgets whatever somebody began and never finished: forms of applicants, workbooks, training logs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from compliance.services.workbooks import forget_workbooks
from cpd.services.training_logs import forget_logs
from recruitment.domain.draft_retention import CLOSED_DAYS, UNTOUCHED_DAYS
from recruitment.services.application_drafts import purge_drafts


class Command(BaseCommand):
    help = "Delete forms, workbooks and training logs that nobody finished. Run it every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be deleted")

    def handle(self, *_args: Any, **options: Any) -> None:
        now, dry_run = timezone.now(), options["dry_run"]
        forms = purge_drafts(untouched_days=UNTOUCHED_DAYS, closed_days=CLOSED_DAYS, now=now, dry_run=dry_run)
        workbooks = forget_workbooks(now=now, dry_run=dry_run)
        logs = forget_logs(now=now, dry_run=dry_run)
        self.stdout.write(
            f"{'Would be deleted' if dry_run else 'Deleted'}: "
            f"{forms.untouched + forms.closed} unfinished forms, {workbooks} central-record workbooks, "
            f"{logs} training logs."
        )
