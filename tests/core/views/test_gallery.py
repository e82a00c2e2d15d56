"""The gallery is open where people try things out, and renders every component."""

import pytest
from django.test import Client
from django.urls import reverse

from core.domain.permissions import Role
from core.views.gallery import EXAMPLES
from tests.factories import make_school, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client) -> Client:
    client.force_login(make_user(Role.STAFF_MEMBER, school=make_school()))
    return client


def test_gallery_renders_every_example(signed_in: Client, settings, assert_queries) -> None:
    settings.DEMONSTRATION = True
    with assert_queries(4):
        page = signed_in.get(reverse("core:gallery")).content.decode()

    anchors = [name for _, examples in EXAMPLES for _, name in examples]
    assert [name for name in anchors if f'id="{name}"' not in page] == []
    assert "&lt;p&gt;" not in page.split('id="timeline"')[1].split("Markup")[0]


def test_gallery_grid_has_one_class_a_cell(signed_in: Client, settings) -> None:
    settings.DEMONSTRATION = True
    page = signed_in.get(reverse("core:gallery")).content.decode()

    assert '<td class="s3">3</td>' in page
    assert '<td class="sn">–</td>' in page
    assert page.count('<tr><th scope="row"><a href="#grid">') == 8


def test_gallery_is_closed_in_a_school(signed_in: Client, settings) -> None:
    settings.DEMONSTRATION = settings.DEBUG = False

    assert signed_in.get(reverse("core:gallery")).status_code == 404


def test_gallery_is_closed_to_strangers(client: Client, settings) -> None:
    settings.DEMONSTRATION = True
    answer = client.get(reverse("core:gallery"))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
