"""Links between the pages of one person, only where they lead somewhere."""

import pytest

from cpd.templatetags.development import PERSON_PAGES, address_of, person_pages
from tests.factories import make_school
from tests.factories.compliance import make_engagement


def test_a_page_that_is_not_there_has_no_address() -> None:
    assert address_of("cpd:person-development", 7) == "/development/people/7/"
    assert address_of("cpd:no-such-page", 7) == ""


@pytest.mark.django_db
@pytest.mark.parametrize(("category", "is_elsa"), [("ta_elsa", True), ("teacher", False), (None, False)])
def test_the_ledger_is_linked_for_those_it_can_be_about(category: str | None, is_elsa: bool) -> None:
    engagement = make_engagement(school=make_school(), category=category)
    found = {page["label"] for page in person_pages(engagement=engagement)["pages"]}
    there = {
        label for label, name, for_elsas in PERSON_PAGES if address_of(name, 1) and (is_elsa or not for_elsas)
    }
    assert found == there
