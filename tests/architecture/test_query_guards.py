"""The guards against slow pages notice what they are there for."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from zeal import NPlusOneError
from zeal.middleware import zeal_middleware

from core.models import School, Trust
from tests.factories.people import make_school, make_trust

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_schools() -> None:
    for name in ("Ashcombe Learning Trust", "Brackley Green Learning Trust"):
        make_school(trust=make_trust(name=name))


def name_every_trust(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        ", ".join(school.trust.name for school in School.objects.order_by("pk") if school.trust)
    )


def name_every_trust_at_once(request: HttpRequest) -> HttpResponse:
    schools = School.objects.select_related("trust").order_by("pk")
    return HttpResponse(", ".join(school.trust.name for school in schools if school.trust))


@pytest.mark.usefixtures("two_schools")
def test_a_page_that_asks_once_per_row_is_refused() -> None:
    with pytest.raises(NPlusOneError, match=r"School\.trust"):
        zeal_middleware(name_every_trust)(RequestFactory().get("/"))


@pytest.mark.usefixtures("two_schools")
def test_a_page_that_joins_is_not() -> None:
    response = zeal_middleware(name_every_trust_at_once)(RequestFactory().get("/"))

    assert response.content.decode() == "Ashcombe Learning Trust, Brackley Green Learning Trust"


def test_every_request_of_a_test_passes_the_guard() -> None:
    assert settings.MIDDLEWARE[0] == "zeal.middleware.zeal_middleware"


@pytest.mark.parametrize(("queries", "is_refused"), [(12, False), (13, True)])
def test_assert_queries_stops_at_the_ceiling_of_a_page(
    assert_queries: Callable[..., AbstractContextManager[object]], queries: int, is_refused: bool
) -> None:
    def ask() -> None:
        with assert_queries():
            for _ in range(queries):
                Trust.objects.exists()

    if is_refused:
        with pytest.raises(pytest.fail.Exception):
            ask()
    else:
        ask()
