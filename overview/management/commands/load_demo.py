"""Fills an empty demonstration database with the invented trust."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.models import School
from overview.demonstration import PASSWORD, load_demonstration
from overview.demonstration.people import ACCOUNTS, ADMINISTRATOR


class Command(BaseCommand):
    help = "Load the demonstration. Only in demonstration mode (APPOINT_DEMO=1), so never beside real people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--fresh", action="store_true", help="empty the demonstration database first")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where it is loaded already")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("This is not a demonstration. Set APPOINT_DEMO=1, or use `make demo`.")
        if options["fresh"]:
            call_command("flush", interactive=False, verbosity=0)
        if School.objects.exists():
            if not options["if_empty"]:
                raise CommandError("There are schools here already. `make demo` starts afresh.")
        else:
            load_demonstration(timezone.now())
        self.say_who()

    def say_who(self) -> None:
        self.stdout.write(f"Sign in with the password {PASSWORD} as one of:")
        for name, email, _role, purpose in ACCOUNTS:
            self.stdout.write(f"  {email:34} {name}, {purpose}")
        self.stdout.write(f"  {ADMINISTRATOR[1]:34} {ADMINISTRATOR[0]}, trust administrator")
