"""A draft comes out of storage as it went in; a reading becomes a draft without a judgement of its own."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.person_specification import (
    DocumentLine,
    Duty,
    ReadCriterion,
    Reading,
    ReadProfile,
    ReadSpecification,
    SourceLine,
)
from recruitment.domain.profile_draft import LONGEST, ProfileDraft
from recruitment.domain.review import Answers, Draft, ListHead
from recruitment.domain.review_storage import draft_from_json, draft_from_reading, draft_to_json
from recruitment.domain.row_undo import Step
from recruitment.domain.rows import Row

WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
NUMBER = st.integers(1, 500)
ROW = st.builds(
    Row,
    key=NUMBER,
    text=WORDS,
    section=WORDS,
    requirement=st.sampled_from(["essential", "desirable", None]),
    evidence=st.text("ACIRTPOD", max_size=4),
    is_trainable=st.booleans(),
    specification=st.integers(0, 3),
    group=st.integers(0, 3),
    page=st.none() | NUMBER,
    line=st.none() | NUMBER,
    unread=st.none() | NUMBER,
    check=st.lists(WORDS, max_size=3).map(tuple),
    accepted=st.lists(WORDS, max_size=3).map(tuple),
    is_left_out=st.booleans(),
)
ROWS = st.lists(ROW, max_size=4).map(tuple)
DUTY = st.builds(Duty, section=st.none() | WORDS, text=WORDS)
PROFILE = st.builds(
    ProfileDraft,
    **dict.fromkeys((*LONGEST, "purpose"), WORDS),
    duties=st.lists(DUTY, max_size=3).map(tuple),
)
DRAFT = st.builds(
    Draft,
    profile=PROFILE,
    lists=st.lists(
        st.builds(
            ListHead, WORDS, st.dictionaries(WORDS, WORDS, max_size=3).map(lambda key: tuple(key.items()))
        ),
        max_size=2,
    ).map(tuple),
    rows=ROWS,
    lines=st.lists(st.builds(DocumentLine, st.none() | NUMBER, NUMBER, WORDS), max_size=4).map(tuple),
    unread=st.lists(WORDS, max_size=3).map(tuple),
    noted=st.lists(WORDS, max_size=3).map(tuple),
    answers=st.builds(Answers, WORDS, WORDS),
    steps=st.lists(st.builds(Step, WORDS, st.lists(NUMBER, max_size=4).map(tuple), ROWS), max_size=2).map(
        tuple
    ),
)


@given(DRAFT)
def test_a_draft_survives_storage(draft: Draft) -> None:
    assert draft_from_json(json.loads(json.dumps(draft_to_json(draft)))) == draft


def test_characters_that_no_database_keeps_are_left_away() -> None:
    draft = Draft(
        ProfileDraft(title="Cook\0"),
        (ListHead("A\ud800"),),
        (Row(1, "Kind\0 and calm"),),
        (DocumentLine(None, 1, "\udfff\0"),),
        ("a\0b",),
    )

    stored = draft_from_json(draft_to_json(draft))

    assert (stored.profile.title, stored.lists[0].title, stored.rows[0].text) == (
        "Cook",
        "A?",
        "Kind and calm",
    )
    assert (stored.lines[0].text, stored.unread) == ("?", ("ab",))


def test_a_reading_becomes_a_draft() -> None:
    reading = Reading(
        ReadProfile(title="Teaching Assistant", grade="Grade 3", duties=(Duty(None, "Support reading"),)),
        (
            ReadSpecification(
                "First",
                {"A": "Application form"},
                (
                    ReadCriterion(
                        "Kind", "Attributes", None, ("I", "A"), None, SourceLine(2, 9), ("requirement",)
                    ),
                ),
            ),
            ReadSpecification(
                None, {}, (ReadCriterion("First aid certificate, or willing to train", None, "desirable"),)
            ),
        ),
        unread=("Page 2 of 4",),
        lines=(DocumentLine(2, 9, "Kind"),),
    )

    draft = draft_from_reading(reading)

    assert draft.rows == (
        Row(1, "Kind", "Attributes", None, "AI", page=2, line=9, check=("requirement",)),
        Row(
            2,
            "First aid certificate, or willing to train",
            "",
            "desirable",
            is_trainable=True,
            specification=1,
            group=1,
        ),
    )
    assert draft.lists == (ListHead("First", (("A", "Application form"),)), ListHead(""))
    assert draft.profile == ProfileDraft(
        title="Teaching Assistant", grade="Grade 3", duties=(Duty(None, "Support reading"),)
    )
    assert (draft.unread, draft.lines) == (reading.unread, reading.lines)


def test_a_reading_stored_before_answers_were_kept_still_opens() -> None:
    stored = draft_to_json(Draft(ProfileDraft(title="Caretaker"), (), ()))
    del stored["profile"]["answers"]

    assert replace(draft_from_json(stored), answers=Answers()) == Draft(
        ProfileDraft(title="Caretaker"), (), ()
    )
