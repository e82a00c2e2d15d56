"""A source is linked under the name of whoever published the page."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.sources import LegalSource
from tests.architecture.test_legal_sources import list_sources
from tests.core.templatetags.rendering import render

OFFICIAL = "https://www.legislation.gov.uk/ukpga/2010/15/section/60"
ACT = LegalSource(
    "Equality Act 2010",
    "Section 60",
    "statute",
    url=OFFICIAL,
)
ACCOUNT = "https://www.stammeringlaw.org.uk/employment/?a=1&b=2"
QUOTED = LegalSource("Disability Confident", "Interviews", "custom", url=ACCOUNT)
KCSIE = LegalSource(
    "Keeping children safe in education",
    "Part three",
    "guidance",
    url="https://user-s7hizqk.cld.bz/1-General-Information/92",
    last_checked=date(2026, 11, 22),
    verified=True,
)
COPIES = ("cld.bz", "flipbuilder.com", "issuu.com", "kervinandbarnes.co.uk")


def shown(source: object) -> str:
    return render("{% source_link source=rule %}", rule=source)


def test_the_publishers_own_page_is_linked_by_its_title() -> None:
    assert shown(ACT) == f'<a href="{OFFICIAL}" rel="noreferrer">Equality Act 2010</a>'


def test_somebody_elses_page_says_whose_it_is() -> None:
    assert shown(QUOTED) == (
        'Disability Confident, <a href="https://www.stammeringlaw.org.uk/employment/?a=1&amp;b=2"'
        ' rel="noreferrer">as quoted at stammeringlaw.org.uk</a>'
    )


@pytest.mark.parametrize("url", [ACCOUNT, None])
def test_the_publishers_address_is_linked_as_not_yet_checked(url: str | None) -> None:
    assert shown(replace(ACT, url=url, official_url=OFFICIAL)) == (
        f'<a href="{OFFICIAL}" rel="noreferrer">Equality Act 2010</a> (not yet checked at legislation.gov.uk)'
    )


@pytest.mark.parametrize("source", [KCSIE, KCSIE.as_answer(), replace(KCSIE, verified=False)])
def test_a_well_known_document_is_linked_at_its_publishers_by_its_title(source: object) -> None:
    assert shown(source) == (
        '<a href="https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"'
        ' rel="noreferrer">Keeping children safe in education</a> (not yet checked at gov.uk)'
    )


def test_no_rule_shows_the_host_of_a_copy_of_a_well_known_document() -> None:
    pages = [shown(source) for source in list_sources()]

    assert [page for page in pages if any(host in page for host in COPIES)] == []


def test_without_an_address_it_is_named() -> None:
    assert shown(replace(QUOTED, title="A < B", url=None)) == "A &lt; B"


def test_the_source_of_an_answer_is_shown_alike() -> None:
    assert shown(QUOTED.as_answer()) == shown(QUOTED)
