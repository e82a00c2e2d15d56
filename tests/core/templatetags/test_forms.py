"""Fields name themselves, say what is wrong in plain words, and the summary leads to them."""

import pytest
from django import forms

from tests.core.templatetags.rendering import render


class PostForm(forms.Form):
    title = forms.CharField(label="Post title", help_text="As in the advert.")
    duties = forms.CharField(label="Duties", widget=forms.Textarea, required=False)
    phase = forms.ChoiceField(label="Phase", choices=[("", "Choose"), ("primary", "Primary")])
    contract = forms.ChoiceField(
        label="Contract", choices=[("p", "Permanent"), ("f", "Fixed term")], widget=forms.RadioSelect
    )
    closes = forms.DateField(label="Closing date")
    hours = forms.DecimalField(label="Hours", required=False)
    paper = forms.FileField(label="Document")
    agreed = forms.BooleanField(label="I have read it", help_text="All of it.")
    version = forms.IntegerField(widget=forms.HiddenInput)


def field(name: str, form: forms.Form | None = None, options: str = "") -> str:
    return render("{% field field=field " + options + " %}", field=(form or PostForm())[name])


def test_field_of_text_has_label_hint_and_description() -> None:
    shown = field("title")

    assert '<label for="id_title">Post title</label>' in shown
    assert '<div class="hint" id="id_title_hint">As in the advert.</div>' in shown
    assert 'aria-describedby="id_title_hint"' in shown
    assert 'class="form-control"' in shown
    assert "aria-invalid" not in shown


def test_field_says_when_it_is_optional() -> None:
    assert '<label for="id_duties">Duties <span class="optional">(optional)</span></label>' in field("duties")
    assert "optional" not in field("title")


def test_field_takes_hint_or_none_instead_of_the_help_text() -> None:
    assert "As in the advert." not in field("title", options='hint="Short."')
    assert '<div class="hint" id="id_title_hint">Short.</div>' in field("title", options='hint="Short."')
    assert "hint" not in field("title", options="hint=None")


def test_field_of_a_date_shows_an_example_and_is_short() -> None:
    shown = field("closes")

    assert '<div class="field width-date">' in shown
    assert "For example, 27/3/2027" in shown


def test_field_of_a_choice_is_a_select() -> None:
    assert '<select name="phase" class="form-select"' in field("phase")


def test_field_of_radios_is_a_group_with_a_label_for_each() -> None:
    shown = field("contract", options="inline=True")

    assert "<legend>Contract</legend>" in shown
    assert '<div class="choices-inline">' in shown
    assert '<label for="id_contract_0">Permanent</label>' in shown
    assert '<label for="id_contract_1">Fixed term</label>' in shown
    assert shown.count('class="form-check-input"') == 2


def test_field_of_a_tick_has_its_label_behind_it() -> None:
    shown = field("agreed")

    assert shown.index('type="checkbox"') < shown.index('<label for="id_agreed">I have read it')
    assert '<span class="hint d-block" id="id_agreed_hint">All of it.</span>' in shown
    assert shown.count("All of it.") == 1


def test_field_of_a_file_can_be_a_place_to_drop_it() -> None:
    assert '<div class="field dropzone">' in field("paper", options="drop=True")


def test_field_that_is_hidden_is_only_its_input() -> None:
    assert field("version", PostForm(initial={"version": 3})) == (
        '<input type="hidden" name="version" value="3" id="id_version">'
    )


def test_field_shows_no_placeholder() -> None:
    form = PostForm()
    form.fields["title"].widget.attrs["placeholder"] = "Title"

    assert "placeholder" not in field("title", form)


def test_field_keeps_what_was_typed_and_points_at_its_error() -> None:
    shown = field("closes", PostForm({"closes": "soon"}))

    assert 'value="soon"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'aria-describedby="id_closes_hint id_closes_error"' in shown
    assert 'id="id_closes_error"' in shown
    assert "field-invalid" in shown


def test_field_refuses_a_width_nobody_knows() -> None:
    with pytest.raises(ValueError, match="unknown width 'wide'"):
        field("title", options='width="wide"')


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("title", {}, "Fill in “Post title”."),
        ("phase", {}, "Choose an answer for “Phase”."),
        ("contract", {}, "Choose an answer for “Contract”."),
        ("closes", {}, "Fill in “Closing date”."),
        ("paper", {}, "Choose a file for “Document”."),
        ("agreed", {}, "Tick “I have read it” to go on."),
        ("closes", {"closes": "31/2/2027"}, "“Closing date” must be a date, such as 27/3/2027."),
        ("hours", {"hours": "lots"}, "“Hours” must be a number."),
    ],
)
def test_errors_that_django_words_are_said_our_way(name: str, data: dict[str, str], expected: str) -> None:
    assert expected in field(name, PostForm(data))


def test_errors_that_a_form_words_are_left_alone() -> None:
    form = PostForm({})
    form.fields["title"].error_messages["required"] = "Every post has a title."

    assert "Every post has a title." in field("title", form)
    assert "Fill in" not in field("title", form)


def test_error_summary_leads_to_each_field() -> None:
    form = PostForm({"title": "ELSA", "version": "x"})
    form.add_error(None, "The panel has only one member.")
    shown = render("{% error_summary form=form %}", form=form)

    assert '<div class="error-summary" role="alert" tabindex="-1" data-focus>' in shown
    assert '<li><a href="#id_phase">Choose an answer for “Phase”.</a></li>' in shown
    assert '<li><a href="#id_contract_0">Choose an answer for “Contract”.</a></li>' in shown
    assert "<li>The panel has only one member.</li>" in shown
    assert "#id_version" not in shown
    assert "Post title" not in shown


def test_error_summary_gathers_several_forms() -> None:
    forms_ = [PostForm({}, prefix="a"), PostForm({}, prefix="b")]
    shown = render("{% error_summary forms=forms %}", forms=forms_)

    assert 'href="#id_a-title"' in shown
    assert 'href="#id_b-title"' in shown


def test_error_summary_is_nothing_without_errors() -> None:
    assert render("{% error_summary form=form %}", form=PostForm()) == ""


def test_relabel_names_a_field_for_label_and_errors_alike() -> None:
    form = PostForm({})
    shown = render(
        '{% relabel field=form.title label="Name of the post" %}'
        "{% error_summary form=form %}{% field field=form.title %}",
        form=form,
    )

    assert shown.count("Fill in “Name of the post”.") == 2
    assert '<label for="id_title">Name of the post</label>' in shown
    assert "Post title" not in shown


def test_fieldset_asks_one_question() -> None:
    shown = render(
        '{% fieldset legend="Who?" hint="One." error="Choose." large=True %}<p>Fields</p>{% endfieldset %}'
    )

    assert shown.startswith('<fieldset class="fieldset fieldset-large"><legend>Who?</legend>')
    assert '<p class="hint">One.</p>' in shown
    assert '<span class="visually-hidden">Error: </span>Choose.' in shown
    assert shown.endswith("<p>Fields</p></fieldset>")
