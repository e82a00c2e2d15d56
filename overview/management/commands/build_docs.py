"""Writes the generated pages of the handbook."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from overview.handbook import build_pages


class Command(BaseCommand):
    help = "Rebuild docs/generated from the code."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", default=str(Path(settings.BASE_DIR) / "docs" / "generated"))

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["output"])
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in build_pages().items():
            (folder / name).write_text(text, encoding="utf-8")
