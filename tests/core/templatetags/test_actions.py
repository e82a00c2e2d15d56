"""Buttons lead, post or submit; what cannot be undone asks first."""

import pytest

from tests.core.templatetags.rendering import render


def test_button_with_href_is_a_link() -> None:
    assert render('{% button label="Open" href="/o/" about="C07" %}') == (
        '<a class="btn btn-secondary" href="/o/">'
        '<span>Open<span class="visually-hidden"> C07</span></span></a>'
    )


def test_button_alone_submits_the_form_around_it() -> None:
    assert render('{% button label="Save" variant="primary" name="step" value="2" %}') == (
        '<button type="submit" class="btn btn-primary" name="step" value="2"><span>Save</span></button>'
    )


def test_button_submits_another_form_by_its_id() -> None:
    assert ' form="leave"' in render('{% button label="Leave" form="leave" %}')


def test_button_with_post_is_a_form_of_its_own_with_the_token() -> None:
    shown = render('{% button label="Publish" post="/p/" %}', csrf_token="secret")

    assert shown == (
        '<form method="post" action="/p/"><input type="hidden" name="csrfmiddlewaretoken" value="secret">'
        '<button type="submit" class="btn btn-secondary"><span>Publish</span></button></form>'
    )


def test_button_small_with_icon() -> None:
    shown = render('{% button label="Add" small=True icon="plus-lg" %}')

    assert 'class="btn btn-secondary btn-sm"' in shown
    assert '#plus-lg"' in shown


def test_button_refuses_a_variant_nobody_knows() -> None:
    with pytest.raises(ValueError, match="unknown variant 'big'"):
        render('{% button label="Save" variant="big" %}')


@pytest.mark.parametrize("given", ["href", "post"])
@pytest.mark.parametrize(
    "context", [{}, {"address": ""}, {"address": None}], ids=["unknown", "empty", "none"]
)
def test_button_refuses_an_empty_address(given: str, context: dict[str, str | None]) -> None:
    """Else "Cancel" would submit the form it stands in."""
    with pytest.raises(ValueError, match=f"{given} of the button 'Cancel' is empty"):
        render(f'{{% button label="Cancel" {given}=address %}}', **context)


def test_confirm_explains_and_posts_with_the_token() -> None:
    shown = render(
        '{% confirm label="Withdraw" post="/w/" yes="Withdraw it" name="why" value="1" %}<p>It closes.</p>'
        "{% endconfirm %}",
        csrf_token="secret",
    )

    assert '<summary class="btn btn-danger">Withdraw</summary>' in shown
    assert '<form class="confirm-panel" method="post" action="/w/">' in shown
    assert 'name="csrfmiddlewaretoken" value="secret"' in shown
    assert "<p>It closes.</p>" in shown
    assert (
        '<button type="submit" class="btn btn-danger confirm-solid" name="why" value="1">Withdraw it</button>'
    ) in shown


@pytest.mark.parametrize(("opened", "expected"), [(True, True), (False, False)])
def test_details_open_only_when_asked(opened: bool, expected: bool) -> None:
    shown = render('{% details summary="How" opened=opened %}Body{% enddetails %}', opened=opened)

    assert shown.startswith('<details class="more" open>') is expected
    assert '<div class="more-body">Body</div>' in shown


def test_why_not_stands_in_for_a_button() -> None:
    shown = render('{% why_not text="Two sheets are missing." %}')

    assert shown.startswith('<p class="why-not"><svg')
    assert shown.endswith("<span>Two sheets are missing.</span></p>")
