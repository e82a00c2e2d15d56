"""Where a rule stands, linked under the name of whoever published the page that is linked."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.domain.publishers import host_of, quoted_at
from core.domain.sources import LegalSource, SourceAnswer
from core.templatetags.components.registry import register


@register.simple_tag
def source_link(*, source: LegalSource | SourceAnswer) -> SafeString:
    """The title, linked where it can be read.

    An account at somebody else's site says whose (“as quoted at stammeringlaw.org.uk”), so that nobody takes
    it for the publisher's own. The publisher's address, where known and not opened yet, stands beside it.
    """
    if isinstance(source, LegalSource):
        return _named(source.title, source.url, source.official_url)
    return _named(source["title"], source["url"], None)


def _named(title: str, url: str | None, official_url: str | None) -> SafeString:
    other = quoted_at(title, url)
    if not url:
        named = format_html("{}", title)
    elif not other:
        named = _link(url, title)
    else:
        named = format_html("{}, {}", title, _link(url, f"as quoted at {other}"))
    if not official_url:
        return named
    return format_html("{} ({}, not yet checked there)", named, _link(official_url, host_of(official_url)))


def _link(url: str, words: str) -> SafeString:
    return format_html('<a href="{}" rel="noreferrer">{}</a>', url, words)
