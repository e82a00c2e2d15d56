"""What every test may lean on: settled Hypothesis profiles and a ceiling on queries."""

import gc
import os
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from _pytest import runner
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


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> object:
    """As pytest runs a test, but from a frame so wide that the frames of all calls below have room beside it.

    Python asks the system for 16 kB of frames at a time and, until its releases of spring 2026, gives them
    back as soon as the first call in them returns. Whatever calls again and again just at such an end pays
    for that each time: a fifth of the time of a page, at the depth at which pages are tested.
    """
    return runner.pytest_runtest_protocol(item, nextitem)


ROOM_IN_BYTES = 1 << 20  # what is not used of it takes no memory
pytest_runtest_protocol.__code__ = pytest_runtest_protocol.__code__.replace(
    co_stacksize=ROOM_IN_BYTES // 2 // 8
)


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
