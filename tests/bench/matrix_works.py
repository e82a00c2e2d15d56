"""What is measured of training: a school's matrix on the page, and the trust's as a file."""

from contextlib import closing

from django.core.management import call_command
from django.urls import reverse

from cpd.exports.training_matrix import write_training_matrix
from cpd.selectors.training_matrix import get_training_matrix, list_training_matrices
from tests.bench import matrix_bare
from tests.bench.headings import SCHOOLS
from tests.bench.matrix_filling import fill_training
from tests.bench.record_filling import NOW, FilledTrust
from tests.bench.trust_report import TrustMeasured
from tests.bench.works import (
    Work,
    analyse,
    describe_database,
    describe_python,
    get,
    measure_side_by_side,
    say,
    signed_in,
)

TODAY = NOW.date()


def measure_matrix(sizes: list[int]) -> TrustMeasured:
    call_command("migrate", verbosity=0)
    filled = []
    for size in sizes:
        say(f"filling a trust of {SCHOOLS} schools and {size:,} people with training")
        filled.append(fill_training(SCHOOLS, size))
    analyse()
    costs = measure_side_by_side([list_matrix_works(one) for one in filled], sizes)
    return TrustMeasured(describe_database(), describe_python(), tuple(sizes), costs)


def list_matrix_works(filled: FilledTrust) -> dict[str, Work]:
    client, school = signed_in(filled.officer), filled.schools[0]
    ids, day = [one.pk for one in filled.schools], TODAY.isoformat()
    agree_on_people(filled, day)
    page = reverse("cpd:training-matrix", args=[school.pk]) + f"?day={TODAY:%d/%m/%Y}"

    def export() -> int:
        matrices = list_training_matrices(school_ids=ids, as_at=TODAY)
        with closing(write_training_matrix(matrices, now=NOW)) as file:
            return len(file.read())

    return {
        "a school's matrix, read and judged": lambda: get_training_matrix(school_id=school.pk, as_at=TODAY),
        "a school's rows in bare SQL": lambda: matrix_bare.fetch_school(school.pk, day),
        "a school's page": lambda: get(client, page),
        "a school's page, expired or missing": lambda: get(client, f"{page}&state=trouble"),
        "the trust's matrix, read and judged": lambda: list_training_matrices(school_ids=ids, as_at=TODAY),
        "the trust's rows in bare SQL": lambda: matrix_bare.fetch_trust(school.trust_id or 0, day),
        "the trust as xlsx": export,
    }


def agree_on_people(filled: FilledTrust, day: str) -> None:
    """As many people by either way; measuring one that is wrong would be worth nothing."""
    school = filled.schools[0]
    bare = {row[0] for row in matrix_bare.fetch_school(school.pk, day)}
    matrix = get_training_matrix(school_id=school.pk, as_at=TODAY)
    if {row.engagement_id for row in matrix.rows} != bare:
        raise SystemExit("The ways of reading the matrix do not agree.")
