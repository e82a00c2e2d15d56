"""The central record helps on: to the tab where somebody stands, to what to ask of a certificate."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.domain.permissions import Role
from core.models import School
from tests.compliance.views.record_people import address, sign_in
from tests.compliance.views.test_record import named, names_on, open_record
from tests.factories import make_school
from tests.factories.compliance import make_certificate

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> School:
    return make_school(name="Mill Lane Primary School", urn="123456")


def test_a_name_that_is_not_in_the_tab_is_pointed_to_where_it_is(client: Client, school: School) -> None:
    named(school, "Here")
    named(school, "Coming", start_date=timezone.localdate() + timedelta(days=9))
    named(school, "Gone", end_date=timezone.localdate() - timedelta(days=9))
    sign_in(client, Role.HR_OFFICER, school=school)

    page = open_record(client, school, "?q=coming")
    links = dict(re.findall(r'<a href="(\?[^"]*q=coming[^"]*)">([^<]*)</a>', page))

    assert list(links.values()) == ["Yet to start: 1 found", "Look among the leavers"]
    assert [names_on(open_record(client, school, one.replace("&amp;", "&"))) for one in links] == [
        ["Coming, Kim"],
        [],
    ]
    assert "Look among the leavers" not in open_record(client, school, "?q=here")


def test_a_certificate_nobody_dated_shows_what_is_printed_and_what_to_ask(
    client: Client, school: School
) -> None:
    engagement = named(school, "Alder")
    make_certificate(engagement, done_date=None, is_date_missing=True)
    sign_in(client, Role.HR_OFFICER, school=school)

    page = client.get(
        address("record-line", school, engagement_id=engagement.pk), {"criterion": "enhanced_dbs"}
    ).content.decode()

    assert "<dt>Issued</dt><dd>10/08/2026" in page
    assert "Ask who saw the original and when, then record that day." in page
