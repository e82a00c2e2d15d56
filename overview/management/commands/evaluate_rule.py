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
from overview.rules import TOPICS, Answer, get_rule

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Answers one rule from facts in JSON. An array of facts is answered item by item."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("topic", help=f"one of: {', '.join(TOPICS)}")
        parser.add_argument("file", nargs="?", default="-", help="a file of JSON; standard input if left out")

    def handle(self, **options: Any) -> None:
        answers, is_good = answer_all(options["topic"], options["file"], timezone.localdate())
        self.stdout.write(json.dumps(answers, indent=2))
        if not is_good:
            sys.exit(BAD_INPUT)


def answer_all(topic: str, file: str, today: date) -> tuple[object, bool]:
    """What to print, and whether all of the input was good."""
    try:
        rule, facts = get_rule(topic), read_json(file)
    except DomainError as error:
        return as_problem(error), False
    items = facts if isinstance(facts, list) else [facts]
    answers = [answer_one(rule, item, today) for item in items]
    shown = [shown for shown, _ in answers]
    return (shown if isinstance(facts, list) else shown[0]), all(is_good for _, is_good in answers)


def answer_one(rule: Answer, facts: object, today: date) -> tuple[dict[str, object], bool]:
    try:
        return rule(facts, today), True
    except DomainError as error:
        return as_problem(error), False


def as_problem(error: DomainError) -> dict[str, object]:
    """The body the API answers with for the same fault."""
    return {"error": {"code": error.code, "field": error.field, "message": error.message}}


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
