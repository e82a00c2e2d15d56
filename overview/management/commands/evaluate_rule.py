"""Ask a rule from the command line: facts as JSON in, its answer as JSON out, nothing stored."""

import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any, Never

from django.core.management.base import BaseCommand
from django.utils import timezone

from core.domain.errors import DomainError
from core.domain.facts import invalid
from overview.rules import TOPICS, answer_all, as_problem, get_rule

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Answers one rule from facts in JSON. An array of facts is answered item by item."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("topic", help=f"one of: {', '.join(TOPICS)}")
        parser.add_argument("file", nargs="?", default="-", help="a file of JSON; standard input if left out")

    def handle(self, **options: Any) -> None:
        answers, is_good = answer_file(options["topic"], options["file"], timezone.localdate())
        self.stdout.write(json.dumps(answers, indent=2))
        if not is_good:
            sys.exit(BAD_INPUT)


def answer_file(topic: str, file: str, today: date) -> tuple[object, bool]:
    """What to print, and whether all of the input was good."""
    try:
        rule, facts = get_rule(topic), read_json(file)
    except DomainError as error:
        return as_problem(error), False
    return answer_all(rule, facts, today)


def read_json(file: str) -> object:
    """The JSON of a file, or of standard input for ``-``. Raises ``DomainError`` where it cannot be read."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise invalid(None, f"The file {file} cannot be read: {error.strerror}.") from error
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise invalid(None, f"This is not JSON: {error}.") from error


def refuse_constant(name: str) -> Never:
    raise ValueError(f"{name} is not a number")
