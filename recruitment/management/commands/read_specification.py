"""Reads job documents and prints what they say."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from core.documents.guard import Candidate
from core.documents.sandbox import Outcome
from recruitment.readers.sandboxed import read_documents


class Command(BaseCommand):
    help = "Read job documents (docx, pdf, xlsx, html, txt) and print what they say."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a line, in the order of the files"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Exit status 1 where a file could not be read; the others are printed all the same."""
        outcomes = read_documents([Candidate(path, path.name) for path in options["files"]])
        for path, outcome in zip(options["files"], outcomes, strict=True):
            self.stdout.write(as_json(outcome) if options["json"] else as_text(path, outcome))
        if any(outcome.error for outcome in outcomes):
            raise SystemExit(1)


def as_json(outcome: Outcome[dict[str, Any]]) -> str:
    """One line for one file: its reading, or why there is none."""
    if outcome.error is not None:
        error = {"code": outcome.error.code, "message": outcome.error.message}
        return json.dumps({"error": error}, ensure_ascii=False)
    reading = {name: part for name, part in (outcome.value or {}).items() if name != "lines"}
    return json.dumps(reading, ensure_ascii=False)


def as_text(path: Path, outcome: Outcome[dict[str, Any]]) -> str:
    """The reading for a person at a terminal: title, criteria and findings."""
    if outcome.error is not None:
        return f"{path}: {outcome.error.message}\n"
    reading = outcome.value or {}
    out = [f"{path}: {reading['profile']['title'] or 'no job title found'}"]
    number = 0
    for specification in reading["specifications"]:
        for criterion in specification["criteria"]:
            number += 1
            facts = [
                criterion["requirement"] or "not stated",
                "/".join(criterion["evidence"]) or "no evidence stated",
            ]
            looks = f"  (check {', '.join(criterion['check'])})" if criterion["check"] else ""
            out.append(f"{number:4}. {criterion['text']}  [{', '.join(facts)}]{looks}")
    out += [f"      not used: {text}" for text in reading["unread"]]
    out += [f"  {finding['code']}: {finding['message']}" for finding in reading["findings"]]
    return "\n".join(out) + "\n"
