"""Where a rule stands: linked at its publisher's, or under the name of whoever published the page."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.domain.publishers import host_of, quoted_at, unchecked_address
from core.domain.sources import LegalSource, SourceAnswer
from core.templatetags.components.registry import register


@register.simple_tag
def source_link(*, source: LegalSource | SourceAnswer) -> SafeString:
    """The title, linked where it can be read.

    Where the rule was read in somebody else's account, the publisher's own address is linked if it is known,
    and the words beside it say that nobody has checked it there. Otherwise the account says whose it is (“as
    quoted at stammeringlaw.org.uk”), so that nobody takes it for the publisher's own.
    """
    if isinstance(source, LegalSource):
        return _named(source.title, source.url, source.official_url)
    return _named(source["title"], source["url"], None)


def _named(title: str, url: str | None, official_url: str | None) -> SafeString:
    if own := unchecked_address(title, url, official_url):
        return format_html("{} (not yet checked at {})", _link(own, title), host_of(own))
    if not url:
        return format_html("{}", title)
    if other := quoted_at(title, url):
        return format_html("{}, {}", title, _link(url, f"as quoted at {other}"))
    return _link(url, title)


def _link(url: str, words: str) -> SafeString:
    return format_html('<a href="{}" rel="noreferrer">{}</a>', url, words)
