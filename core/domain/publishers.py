"""Whose address it is: a source that is linked at its publisher's own site, or quoted at somebody else's.

What the State publishes stands at the sites of ``OFFICIAL_HOSTS``; a council's page on a department's rule is
an account of it. Other publishers are known by the name in the title of the source.

Of some documents the publisher's own address is certain by its form (``OFFICIAL_DOCUMENTS``), although the
rule was read in somebody else's account. People are shown the document, and that nobody has checked it there.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

OFFICIAL_HOSTS = frozenset({"legislation.gov.uk", "legislation.data.gov.uk", "gov.uk"})
# Hosts, with all below them, and the names in a title that they are the own site of.
PUBLISHERS: Mapping[str, tuple[str, ...]] = {
    "acas.org.uk": ("Acas",),
    "buckinghamshire.gov.uk": ("Buckinghamshire",),
    "canada.ca": ("Canada",),
    "cefm.co.uk": ("CEFM",),
    "dbs.gov.uk": ("DBS", "Disclosure and Barring Service"),
    "education.gov.uk": ("Department for Education", "Induction for early career teachers"),
    "elsanetwork.org": ("ELSA Network:", "Cheshire West"),
    "epm.co.uk": ("EPM",),
    "equalityhumanrights.com": ("Equality and Human Rights Commission",),
    "hse.gov.uk": ("Health and Safety Executive",),
    "ico.org.uk": ("Information Commissioner", "ICO"),
    "lancashire.gov.uk": ("Lancashire",),
    "londondeanery.ac.uk": ("London Deanery",),
    "pjhlaw.co.uk": ("PJH Law",),
    "safeguardinginschools.co.uk": ("Safeguarding in Schools",),
    "scotland.gov.uk": ("Scottish Government",),
    "soas.ac.uk": ("SOAS",),
    "stoneking.co.uk": ("Stone King",),
    "unlock.org.uk": ("Unlock",),
}

# By title, without what follows a comma there: an edition, a schedule.
OFFICIAL_DOCUMENTS: Mapping[str, str] = {
    "Education (School Teachers' Appraisal) (England) Regulations 2012": (
        "https://www.legislation.gov.uk/uksi/2012/115"
    ),
    "Education and Skills Act 2008": "https://www.legislation.gov.uk/ukpga/2008/25",
    "Equality Act 2010": "https://www.legislation.gov.uk/ukpga/2010/15",
    "Early years foundation stage statutory framework": (
        "https://www.gov.uk/government/publications/early-years-foundation-stage-framework--2"
    ),
    "Home Office: employer's guide to right to work checks": (
        "https://www.gov.uk/government/publications/right-to-work-checks-employers-guide"
    ),
    "Keeping children safe in education": (
        "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"
    ),
    "Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975": (
        "https://www.legislation.gov.uk/uksi/1975/1023"
    ),
    "Safeguarding Vulnerable Groups Act 2006": "https://www.legislation.gov.uk/ukpga/2006/47",
    "School Staffing (England) Regulations 2009": "https://www.legislation.gov.uk/uksi/2009/2680",
    "Statutory framework for the early years foundation stage": (
        "https://www.gov.uk/government/publications/early-years-foundation-stage-framework--2"
    ),
}


def unchecked_address(title: str, url: str | None, official_url: str | None = None) -> str:
    """The publisher's own address, where what was read stands elsewhere or nowhere; empty where unknown.

    ``official_url`` is one that the source itself names, down to the section.
    """
    if url and is_own_site(title, url):
        return ""
    return official_url or OFFICIAL_DOCUMENTS.get(title.partition(",")[0], "")


def host_of(url: str) -> str:
    """The host of an address as people know it, without “www.” and a stop at its end."""
    return (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")


def quoted_at(title: str, url: str | None) -> str:
    """The site whose account of it is linked; empty where it is the publisher's own, or none."""
    return host_of(url) if url and not is_own_site(title, url) else ""


def is_own_site(title: str, url: str) -> bool:
    """Whether what the title names is published at this address by its own publisher."""
    host = host_of(url)
    if host in OFFICIAL_HOSTS:
        return True
    names = (own for site, own in PUBLISHERS.items() if host == site or host.endswith(f".{site}"))
    return any(name in title for own in names for name in own)
