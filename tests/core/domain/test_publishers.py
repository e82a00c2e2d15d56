"""Whose address it is."""

import pytest

from core.domain.publishers import OFFICIAL_DOCUMENTS, host_of, is_own_site, quoted_at, unchecked_address

KCSIE = "Keeping children safe in education"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Equality Act 2010", "https://legislation.gov.uk/ukpga/2010/15/section/19/2022-07-01/data.html"),
        ("Equality Act 2010, explanatory notes", "http://www.legislation.gov.uk./ukpga/2010/15/notes"),
        (KCSIE, "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"),
        ("DBS: status checks by organisations", "https://onlinehelp.dbs.gov.uk/article/qed00186"),
        ("Unlock: asking the right question", "https://recruit.unlock.org.uk/asking-the-right-question/"),
        ("Discriminatory job adverts (PJH Law, solicitors)", "http://www.pjhlaw.co.uk/blog/"),
        ("Buckinghamshire: DBS checks", "https://schoolsweb.buckinghamshire.gov.uk/hr-zone/"),
        ("Anything", None),
    ],
)
def test_the_publishers_own_site_needs_no_word(title: str, url: str | None) -> None:
    assert quoted_at(title, url) == ""


@pytest.mark.parametrize(
    ("title", "url", "site"),
    [
        ("Equality Act 2010", "https://www.stammeringlaw.org.uk/employment/", "stammeringlaw.org.uk"),
        ("Acas guidance on age", "https://ashtonslegal.co.uk/insights/", "ashtonslegal.co.uk"),
        ("Equality and Human Rights Commission: adverts", "https://sparqa.com/insights/", "sparqa.com"),
        ("Disclosure and Barring Service", "https://www.lexology.com/library/", "lexology.com"),
        (
            "Statutory induction of teachers in England",
            "https://schoolgovernors.thekeysupport.com/news/",
            "schoolgovernors.thekeysupport.com",
        ),
        (
            "Crime and Policing Act 2026",
            "https://www.schools.norfolk.gov.uk/article/",
            "schools.norfolk.gov.uk",
        ),
        (KCSIE, "https://issuu.com./fsedesign/docs/", "issuu.com"),
        (
            "Equality Act 2010",
            "https://legislation.gov.uk.example.org/ukpga",
            "legislation.gov.uk.example.org",
        ),
        ("Unlock: a question", "https://notunlock.org.uk/", "notunlock.org.uk"),
    ],
)
def test_somebody_elses_account_is_named(title: str, url: str, site: str) -> None:
    assert quoted_at(title, url) == site


def test_a_publishers_site_is_not_official_for_the_rules_of_others() -> None:
    assert is_own_site("Equality Act 2010", "https://recruit.unlock.org.uk/asking/") is False


GOV_UK = "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"
SECTION = "https://www.legislation.gov.uk/ukpga/2010/15/section/60"
COPY = "https://user-s7hizqk.cld.bz/1-General-Information/92"


@pytest.mark.parametrize(
    ("title", "url", "official_url", "address"),
    [
        (KCSIE, COPY, None, GOV_UK),
        (KCSIE, None, None, GOV_UK),
        (f"{KCSIE}, September 2025", COPY, None, GOV_UK),
        ("Equality Act 2010", COPY, None, "https://www.legislation.gov.uk/ukpga/2010/15"),
        ("Equality Act 2010", COPY, SECTION, SECTION),
        ("Equality Act 2010", SECTION, SECTION, ""),
        ("Equality Act 2010", f"{SECTION}/2022-07-01/data.html", None, ""),
        ("Equality Act 2010 and its critics", COPY, None, ""),
        ("Guidance on shortlisting", COPY, None, ""),
        ("School policy", None, None, ""),
    ],
)
def test_the_publishers_own_address_of_what_was_read_elsewhere(
    title: str, url: str | None, official_url: str | None, address: str
) -> None:
    assert unchecked_address(title, url, official_url) == address


def test_official_addresses_are_those_of_the_state() -> None:
    assert {host_of(url) for url in OFFICIAL_DOCUMENTS.values()} == {"gov.uk", "legislation.gov.uk"}


def test_an_address_without_a_host_has_none() -> None:
    assert host_of("mailto:somebody") == ""
