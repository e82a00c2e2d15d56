"""Write the training matrix of a school, or of every school of a trust, into a workbook."""

from argparse import ArgumentParser
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compliance.management.commands.export_central_record import DAYS, find_schools, parse_day
from cpd.exports.training_matrix import write_training_matrix
from cpd.selectors.training_matrix import list_training_matrices


class Command(BaseCommand):
    help = "Writes people by training into an Excel workbook, for today or for a day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--school", help="a school: its URN, its name or its number here")
        which.add_argument("--trust", help="every school of this trust, by its name")
        parser.add_argument("--as-at", help="the day to judge by (2027-03-27 or 27/03/2027); else today")
        parser.add_argument("file", help="the workbook to write, such as training.xlsx")

    def handle(self, **options: Any) -> None:
        """Exit status 1 for a school, a day or a file that will not do."""
        schools = find_schools(school=options["school"], trust=options["trust"])
        as_at = read_day(options["as_at"]) if options["as_at"] else timezone.localdate()
        matrices = list_training_matrices(school_ids=[school.pk for school in schools], as_at=as_at)
        path = Path(options["file"])
        try:
            with (
                closing(write_training_matrix(matrices, now=timezone.now())) as made,
                path.open("wb") as target,
            ):
                copyfileobj(made, target)
        except OSError as error:
            raise CommandError(f"The file {path} cannot be written: {error.strerror}.") from error
        people = sum(len(matrix.rows) for matrix in matrices)
        places = "school" if len(matrices) == 1 else "schools"
        self.stdout.write(f"{path}: {people} people of {len(matrices)} {places}, as at {as_at:%d/%m/%Y}")


def read_day(text: str) -> date:
    """The day written down. Raises ``CommandError`` for one that is none."""
    found = next((day for form in DAYS if (day := parse_day(text, form)) is not None), None)
    if found is None:
        raise CommandError(f"{text} is no day. Write 2027-03-27 or 27/03/2027.")
    return found.date()
