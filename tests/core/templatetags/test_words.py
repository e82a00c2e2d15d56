"""Small things inside a line say in words what they show in colour."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.templatetags.components import score_class
from tests.core.templatetags.rendering import render

ORDER = ["s0", "s1", "s2", "s3", "s4"]


def test_icon_is_decoration_without_a_label() -> None:
    assert render('{% icon name="search" %}') == (
        '<svg class="icon" aria-hidden="true">'
        '<use href="/static/vendor/bootstrap-icons-1.13.2/icons.svg#search"></use></svg>'
    )


def test_icon_speaks_with_a_label() -> None:
    assert render('{% icon name="x-lg" label="Close" %}').endswith(
        '</svg><span class="visually-hidden">Close</span>'
    )


@pytest.mark.parametrize(
    ("tone", "css", "symbol"),
    [
        ("neutral", "pill-neutral", "#circle"),
        ("good", "pill-good", "#check-circle-fill"),
        ("success", "pill-good", "#check-circle-fill"),
        ("error", "pill-danger", "#exclamation-octagon-fill"),
        ("waiting", "pill-waiting", "#hourglass-split"),
    ],
)
def test_status_has_tone_icon_and_word(tone: str, css: str, symbol: str) -> None:
    shown = render("{% status label=label tone=tone %}", label="Sealed", tone=tone)

    assert shown.startswith(f'<span class="pill {css}"><svg')
    assert f'{symbol}"' in shown
    assert shown.endswith("</svg>Sealed</span>")


def test_status_refuses_a_tone_nobody_knows() -> None:
    with pytest.raises(ValueError, match="unknown tone 'red'"):
        render('{% status label="Late" tone="red" %}')


def test_status_escapes_what_people_typed() -> None:
    assert "&lt;b&gt;" in render("{% status label=label %}", label="<b>")


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        (
            "essential",
            '<span class="requirement requirement-e">E<span class="visually-hidden">ssential</span></span>',
        ),
        (
            "desirable",
            '<span class="requirement requirement-d">D<span class="visually-hidden">esirable</span></span>',
        ),
    ],
)
def test_requirement_badge_reads_as_a_word(requirement: str, expected: str) -> None:
    assert render("{% requirement_badge requirement=requirement %}", requirement=requirement) == expected


@pytest.mark.parametrize("letters", ["AI", ["A", "I"], ("A", "I")])
def test_evidence_letters_show_letters_and_speak_words(letters: object) -> None:
    assert render("{% evidence_letters letters=letters %}", letters=letters) == (
        '<span class="evidence"><span aria-hidden="true">A/I</span>'
        '<span class="visually-hidden">evidence: application, interview</span></span>'
    )


def test_evidence_letters_say_when_there_are_none() -> None:
    assert render("{% evidence_letters letters=letters %}", letters=[]) == (
        '<span class="visually-hidden">evidence not stated</span>'
    )


@pytest.mark.parametrize(
    ("highest", "lowest", "expected"),
    [
        (2, 0, ["s0", "s1", "s3"]),
        (3, 0, ["s0", "s1", "s2", "s3"]),
        (4, 0, ["s0", "s1", "s2", "s3", "s4"]),
        (5, 0, ["s0", "s1", "s1", "s2", "s3", "s4"]),
        (5, 1, ["s0", "s1", "s2", "s3", "s4"]),
        (7, 1, ["s0", "s1", "s1", "s2", "s2", "s3", "s4"]),
        (1, 0, ["s0", "s3"]),
    ],
)
def test_score_class_over_the_scales_in_use(highest: int, lowest: int, expected: list[str]) -> None:
    found = [
        score_class(points=points, lowest=lowest, highest=highest) for points in range(lowest, highest + 1)
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [(Fraction(1, 2), "s1"), (Fraction(3, 2), "s1"), (Fraction(9, 5), "s2"), (Fraction(5, 2), "s2")],
)
def test_score_class_takes_a_median_between_two_points(points: Fraction, expected: str) -> None:
    assert score_class(points=points, lowest=0, highest=3) == expected


def test_score_class_of_nothing_is_never_the_lowest() -> None:
    assert score_class(points=None, lowest=0, highest=3) == "sn"


@given(lowest=st.integers(0, 2), span=st.integers(1, 10), share=st.fractions(0, 1), other=st.fractions(0, 1))
def test_score_class_never_falls_as_points_rise(
    lowest: int, span: int, share: Fraction, other: Fraction
) -> None:
    less, more = sorted([share, other])
    first, second = (
        ORDER.index(score_class(points=lowest + span * part, lowest=lowest, highest=lowest + span))
        for part in (less, more)
    )

    assert first <= second


def test_score_chip_with_and_without_words() -> None:
    assert render('{% score_chip points=3 tone="s3" %}') == '<span class="score s3">3</span>'
    assert render('{% score_chip points="–" label="Not scored" tone="sn" %}') == (
        '<span class="score sn">–</span> Not scored'
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2027, 1, 2), "02/01/2027"),
        (datetime(2027, 1, 12, 14, 5, tzinfo=UTC), "12/01/2027"),
        # Summer time: half past eleven at night in UTC is the next day in a school.
        (datetime(2027, 6, 30, 23, 30, tzinfo=UTC), "01/07/2027"),
        (None, ""),
        ("", ""),
    ],
)
def test_uk_date(value: object, expected: str) -> None:
    assert render("{{ value|uk_date }}", value=value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2027, 1, 12, 14, 5, tzinfo=UTC), "12/01/2027 at 14:05"),
        (datetime(2027, 6, 30, 23, 30, tzinfo=UTC), "01/07/2027 at 00:30"),
        (None, ""),
    ],
)
def test_uk_datetime(value: datetime | None, expected: str) -> None:
    assert render("{{ value|uk_datetime }}", value=value) == expected
