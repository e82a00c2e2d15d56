"""Makes the first account of a new installation: a trust administrator, with the trust and a school."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from core.domain.permissions import Role
from core.enums import SchoolPhase, SchoolType
from core.models import RoleAssignment, School, Trust, User


class Command(BaseCommand):
    help = "Make a trust (or a single school's own), its first school and its administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--trust", required=True, help="name of the trust; for a single school, the school's name"
        )
        parser.add_argument("--school", required=True, help="name of the first school")
        parser.add_argument("--type", required=True, choices=SchoolType.values)
        parser.add_argument("--phase", required=True, choices=SchoolPhase.values)
        parser.add_argument("--email", required=True, help="the administrator's e-mail address")
        parser.add_argument("--name", required=True, help="the administrator's name")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        email = options["email"].strip().lower()
        if User.objects.filter(email=email).exists():
            raise CommandError("Somebody already signs in with this e-mail address.")
        trust, _ = Trust.objects.get_or_create(name=options["trust"])
        School.objects.get_or_create(
            name=options["school"],
            trust=trust,
            defaults={"school_type": options["type"], "phase": options["phase"]},
        )
        user = User.objects.create_user(email=email, name=options["name"])
        RoleAssignment.objects.create(
            user=user, role=Role.TRUST_ADMINISTRATOR, trust=trust, granted_at=timezone.now()
        )
        self.stdout.write(
            f"{user.name} is trust administrator of {trust.name}.\n"
            f"Set a password with: manage.py changepassword {email}"
        )
