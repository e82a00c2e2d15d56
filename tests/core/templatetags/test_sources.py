"""A source is linked under the name of whoever published the page."""

from dataclasses import replace

from core.domain.sources import LegalSource
from tests.core.templatetags.rendering import render

OFFICIAL = "https://www.legislation.gov.uk/ukpga/2010/15/section/60"
ACT = LegalSource(
    "Equality Act 2010",
    "Section 60",
    "statute",
    url=OFFICIAL,
)
QUOTED = replace(ACT, url="https://www.stammeringlaw.org.uk/employment/?a=1&b=2")


def shown(source: object) -> str:
    return render("{% source_link source=rule %}", rule=source)


def test_the_publishers_own_page_is_linked_by_its_title() -> None:
    assert shown(ACT) == f'<a href="{OFFICIAL}" rel="noreferrer">Equality Act 2010</a>'


def test_somebody_elses_page_says_whose_it_is() -> None:
    assert shown(QUOTED) == (
        'Equality Act 2010, <a href="https://www.stammeringlaw.org.uk/employment/?a=1&amp;b=2"'
        ' rel="noreferrer">as quoted at stammeringlaw.org.uk</a>'
    )


def test_the_publishers_address_stands_beside_it_as_not_yet_checked() -> None:
    assert shown(replace(QUOTED, official_url=OFFICIAL)) == (
        f'{shown(QUOTED)} (<a href="{OFFICIAL}" rel="noreferrer">legislation.gov.uk</a>, '
        "not yet checked there)"
    )


def test_without_an_address_it_is_named() -> None:
    assert shown(replace(ACT, title="A < B", url=None)) == "A &lt; B"


def test_the_source_of_an_answer_is_shown_alike() -> None:
    assert shown(QUOTED.as_answer()) == shown(QUOTED)
