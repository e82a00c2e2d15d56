"""What every test may lean on: settled Hypothesis profiles and a ceiling on queries."""

import gc
import os
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.contrib.contenttypes.management import create_contenttypes
from django.db.models.signals import post_migrate
from hypothesis import HealthCheck, settings
from pytest_django.fixtures import DjangoAssertNumQueries

# The default profile tries the same examples on every machine and on every day, so that a red test is red for
# everybody. HYPOTHESIS_PROFILE=explore looks further than that, with other examples each time.
settings.register_profile(
    "deterministic",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=1_000, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "deterministic"))

QUERIES_A_PAGE = 12
FIXTURES_WITH_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="leave out the tests that ask no database, whose answers no other database could change",
    )


# Files that take longest, begun first so that no worker is left with one at the end.
BEGUN_FIRST = ("tests/e2e/", "tests/recruitment/views/test_seal.py", "tests/overview/test_demonstration.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(BEGUN_FIRST))
    if not config.getoption("--database-only"):
        return
    config.hook.pytest_deselected(items=[item for item in items if not asks_a_database(item)])
    items[:] = [item for item in items if asks_a_database(item)]


def pytest_collection_finish() -> None:
    """What was collected stays to the end; going through it for garbage took a fifth of all time."""
    gc.collect()
    gc.freeze()


def asks_a_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & FIXTURES_WITH_DATABASE)


@pytest.fixture(scope="session", autouse=True)
def without_django_permissions() -> None:
    """Django lists its own permissions for every model again whenever a test has emptied the database.

    Nothing asks for them: what a role may do is code (core/domain/permissions.py).
    """
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    post_migrate.disconnect(create_contenttypes)


@pytest.fixture
def assert_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> Callable[..., AbstractContextManager[object]]:
    """``with assert_queries():`` fails above the ceiling of a page, ``assert_queries(3)`` above three."""

    def limit(maximum: int = QUERIES_A_PAGE) -> AbstractContextManager[object]:
        return django_assert_max_num_queries(maximum)

    return limit
