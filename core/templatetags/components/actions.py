"""What can be pressed: buttons that lead somewhere or post, questions before what cannot be undone."""

from typing import Any

from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.components.registry import register
from core.templatetags.components.words import svg

VARIANTS = ("primary", "secondary", "danger", "quiet")
# Known by identity, so that an address left out can be told from one that came out empty.
LEFT_OUT = SafeString()


@register.inclusion_tag("core/components/button.html")
def button(
    *,
    label: str,
    href: str | None = LEFT_OUT,
    post: str | None = LEFT_OUT,
    variant: str = "secondary",
    icon: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    about: str = "",
    small: bool = False,
) -> dict[str, Any]:
    """``href`` gives a link, ``post`` a form of its own, neither a submit button of the form around it.

    ``about`` is spoken after the label where several buttons on a page share one ("Open", about C07).
    Raises ``ValueError`` where ``href`` or ``post`` is given and empty: the address was not known at this
    place of the template, and "Cancel" would submit the form.
    """
    if variant not in VARIANTS:
        raise ValueError(f"unknown variant {variant!r}: use one of {', '.join(VARIANTS)}")
    for given, address in (("href", href), ("post", post)):
        if not address and address is not LEFT_OUT:
            raise ValueError(f"{given} of the button {label!r} is empty: set it in the block that uses it")
    css = f"btn btn-{variant}{' btn-sm' if small else ''}"
    return {
        "label": label,
        "href": href,
        "post": post,
        "css": css,
        "icon_name": icon,
        "name": name,
        "value": value,
        "form_id": form,
        "about": about,
    }


@register.simple_block_tag(takes_context=True)
def confirm(
    context: Context,
    content: SafeString,
    *,
    label: str,
    post: str,
    yes: str,
    name: str = "",
    value: str = "",
    variant: str = "danger",
) -> SafeString:
    """A button that first opens what will happen (the body) and then asks; works without scripts."""
    return render_to_string(
        "core/components/confirm.html",
        {
            "csrf_token": context.get("csrf_token"),
            "content": content,
            "label": label,
            "post": post,
            "yes": yes,
            "name": name,
            "value": value,
            "variant": variant,
        },
    )


@register.simple_block_tag
def details(content: SafeString, *, summary: str, opened: bool = False) -> SafeString:
    """More about something, closed until wanted."""
    return format_html(
        '<details class="more"{}><summary>{}<span>{}</span></summary>'
        '<div class="more-body">{}</div></details>',
        SafeString(" open") if opened else "",
        svg("chevron-right"),
        summary,
        content,
    )


@register.simple_tag
def why_not(*, text: str) -> SafeString:
    """Stands where a button would be, and says why it is not there."""
    return format_html('<p class="why-not">{}<span>{}</span></p>', svg("lock-fill"), text)
