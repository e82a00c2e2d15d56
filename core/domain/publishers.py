"""Whose address it is: a source that is linked at its publisher's own site, or quoted at somebody else's.

What the State publishes stands at the sites of ``OFFICIAL_HOSTS``; a council's page on a department's rule is
an account of it. Other publishers are known by the name in the title of the source.
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
