"""What every test may lean on: settled Hypothesis profiles and a ceiling on queries."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
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


@pytest.fixture
def assert_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> Callable[..., AbstractContextManager[object]]:
    """``with assert_queries():`` fails above the ceiling of a page, ``assert_queries(3)`` above three."""

    def limit(maximum: int = QUERIES_A_PAGE) -> AbstractContextManager[object]:
        return django_assert_max_num_queries(maximum)

    return limit
