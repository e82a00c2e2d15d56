"""Sends the reminders that are due, each once."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.services.reminders import SentReminders, send_reminders
from core.domain.dates import parse_day
from core.models import School
from overview.due_things import gather_due_things


def day_given(text: str) -> date:
    """A day of the command line. Raises ``ArgumentTypeError`` for anything but YYYY-MM-DD."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise ArgumentTypeError(f"Give the day as YYYY-MM-DD, not {text!r}.") from error


class Command(BaseCommand):
    help = "Send the reminders that are due, one mail a person. Run it every morning; twice does no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on", type=day_given, metavar="YYYY-MM-DD", help="send what is due on this day, not today"
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would be sent")

    def handle(self, *_args: Any, **options: Any) -> None:
        today = options["on"] or timezone.localdate()
        schools = list(School.objects.order_by("pk").values_list("pk", flat=True))
        sent = send_reminders(
            things=gather_due_things(schools, today=today),
            today=today,
            now=timezone.now(),
            site=settings.SITE_ADDRESS,
            dry_run=options["dry_run"],
        )
        self.say(sent, dry_run=options["dry_run"])
        if sent.failed:
            raise CommandError(
                f"No mail could be handed over for {', '.join(sent.failed)}. Check the mail settings; "
                "the next run tries again."
            )

    def say(self, sent: SentReminders, *, dry_run: bool) -> None:
        verb = "would be sent" if dry_run else "sent"
        people = f"{len(sent.mails)} {'person' if len(sent.mails) == 1 else 'people'}"
        self.stdout.write(f"Reminders {verb}: {sent.reminders}, in one mail each to {people}.")
        for name in sent.nobody_at:
            self.stdout.write(
                f"Nobody looks after the checks of {name}: give somebody there the role HR officer."
            )
