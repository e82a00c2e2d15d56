"""What a wording asks somebody to do, and with what."""

import pytest

from recruitment.domain.wording_activity import activity_of


@pytest.mark.parametrize(
    ("text", "verbs", "thing"),
    [
        ("experience of planning art clubs", {"plan"}, {"art", "club"}),
        ("able to confidently lead school trips in the area", {"lead"}, {"school", "trip"}),
        ("plans, leads and records phonics lessons", {"plan", "lead", "record"}, {"phonic", "lesson"}),
        ("ability to liaise with parents", {"liais"}, {"family"}),
        ("proven track record of managing a budget", {"manag"}, {"budget"}),
        ("recording breakfast clubs", {"record"}, {"breakfast", "club"}),
    ],
)
def test_the_activity_stands_first(text: str, verbs: set[str], thing: set[str]) -> None:
    activity = activity_of(text)

    assert (activity.verbs, activity.thing) == (verbs, thing)


def test_what_the_thing_is_bound_to_is_known() -> None:
    activity = activity_of("able to write clear reports for governors in english")

    assert (activity.thing, activity.link, activity.bound) == ({"report"}, "for", {"governor"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "experience of phonics",
        "experience of working with children",
        "able to use spreadsheets",
        "elsa training",
        "experience as a learning mentor",
        "understanding of child development",
        "experience in nursery",
    ],
)
def test_what_names_no_activity_has_none(text: str) -> None:
    activity = activity_of(text)

    assert (activity.verbs, activity.thing) == (set(), set())


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("experience of planning clubs", "experience of leading clubs", True),
        ("experience of leading clubs", "experience of recording clubs", True),
        ("experience of planning art clubs", "experience of planning breakfast club", True),
        ("experience of planning art clubs", "experience of planning clubs", False),
        ("experience of planning trips", "experience of organising trips", False),
        ("experience of planning and leading trips", "experience of leading trips", False),
        ("experience of reading recovery", "experience of teaching reading recovery", False),
        ("able to build positive relationships", "able to form professional relationships", False),
        ("experience of teaching pupils", "experience of teaching children", False),
        ("experience of clubs", "experience of leading clubs", False),
        ("writes reports for parents", "writes reports for governors", True),
        ("writes reports for parents", "writes reports", False),
        ("writes reports for parents", "writes reports in clear english", False),
        ("supporting children with autism", "supporting children with dyslexia", True),
        ("monitoring pupil data", "entering pupil data", True),
        ("experience of planning and leading art clubs", "experience of recording art clubs", True),
    ],
)
def test_activities_differ_where_each_names_what_the_other_lacks(one: str, other: str, differ: bool) -> None:
    assert activity_of(one).is_other_than(activity_of(other)) is differ
    assert activity_of(other).is_other_than(activity_of(one)) is differ
