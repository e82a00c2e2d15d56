"""Which criteria of an appointment become needs, in which words, and what may follow what."""

import pytest

from cpd.domain.development import (
    MOVES,
    NEED_COLUMNS,
    CriterionResult,
    NeedKind,
    NeedOrigin,
    NeedStatus,
    Reader,
    Standing,
    deny_deciding_for_oneself,
    deny_move,
    is_elsa_training,
    origin_of,
    propose_needs,
    word_need,
)

WILLING = "Completed, or a willingness to undertake, ELSA training"


def result(**fields: object) -> CriterionResult:
    defaults: dict[str, object] = {
        "criterion_id": 7,
        "text": "Experience of home visits",
        "requirement": "desirable",
        "is_trainable": False,
        "standing": Standing.NOT_MET,
    }
    return CriterionResult(**defaults | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("requirement", "is_trainable", "standing", "is_complete", "origin"),
    [
        ("desirable", False, Standing.NOT_MET, False, NeedOrigin.DESIRABLE_NOT_MET),
        ("desirable", False, Standing.MET, False, None),
        ("desirable", False, Standing.NOT_ASSESSED, False, None),
        ("essential", False, Standing.NOT_MET, False, NeedOrigin.ESSENTIAL_WITH_DEVELOPMENT),
        ("essential", False, Standing.MET, False, None),
        ("essential", False, Standing.NOT_ASSESSED, False, None),
        ("essential", True, Standing.MET, False, NeedOrigin.TRAINABLE),
        ("essential", True, Standing.MET, True, None),
        ("desirable", True, Standing.NOT_MET, False, NeedOrigin.TRAINABLE),
        ("desirable", True, Standing.NOT_ASSESSED, False, NeedOrigin.TRAINABLE),
        ("desirable", False, Standing.NOT_MET, True, None),
    ],
)
def test_origin_of_each_standing(
    requirement: str, is_trainable: bool, standing: Standing, is_complete: bool, origin: NeedOrigin | None
) -> None:
    found = result(
        requirement=requirement, is_trainable=is_trainable, standing=standing, is_complete=is_complete
    )
    assert origin_of(found) == origin


def test_need_carries_words_source_and_note_of_the_panel() -> None:
    (need,) = propose_needs([result(panel_note="Tom Ellery: none named", source="Vacancy A, interview")])
    assert (need.kind, need.text, need.origin_key) == (
        NeedKind.OBJECTIVE,
        "Work towards: Experience of home visits",
        "criterion-7",
    )
    assert (need.origin_text, need.origin_requirement) == ("Experience of home visits", "desirable")
    assert (need.origin_source, need.panel_note) == ("Vacancy A, interview", "Tom Ellery: none named")


def test_reason_for_appointing_all_the_same_belongs_to_the_essential_alone() -> None:
    needs = propose_needs(
        [
            result(criterion_id=1, requirement="essential", panel_note="Helen Marsh: thin"),
            result(criterion_id=2, requirement="essential"),
            result(criterion_id=3),
            result(criterion_id=4, requirement="essential", is_trainable=True, standing=Standing.MET),
        ],
        override_reason="Will be trained by Easter",
    )
    assert [need.panel_note for need in needs] == [
        "Helen Marsh: thin\nAppointed all the same: Will be trained by Easter",
        "Appointed all the same: Will be trained by Easter",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("criterion", "need"),
    [
        (WILLING, "Complete: ELSA training"),
        (
            (
                "To have completed, or a willingness to undertake, the national induction training "
                "for Learning Mentors and ELSA training"
            ),
            "Complete: the national induction training for Learning Mentors and ELSA training",
        ),
        (
            "Paediatric first aid training is desirable but can be provided.",
            "Complete: Paediatric first aid training",
        ),
        ("ELSA qualification or started ELSA training.", "Complete: ELSA qualification"),
        ("ELSA training", "Complete: ELSA training"),
        ("A degree", "Complete: A degree"),
    ],
)
def test_training_is_worded_as_what_is_to_be_done(criterion: str, need: str) -> None:
    assert word_need(criterion, NeedKind.TRAINING) == need


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (WILLING, NeedKind.TRAINING),
        ("Paediatric first aid", NeedKind.TRAINING),
        ("GCSE mathematics", NeedKind.TRAINING),
        ("Trainers worn on the field", NeedKind.OBJECTIVE),
        ("Enthusiastic", NeedKind.OBJECTIVE),
    ],
)
def test_kind_follows_the_words(text: str, kind: NeedKind) -> None:
    assert propose_needs([result(text=text)])[0].kind == kind


@pytest.mark.parametrize(
    ("text", "is_elsa"),
    [(WILLING, True), ("Emotional literacy support", True), ("Elsa is her name", True), ("Else", False)],
)
def test_elsa_training_is_known_by_its_name(text: str, is_elsa: bool) -> None:
    assert is_elsa_training(text) == is_elsa


@pytest.mark.parametrize("status", list(NeedStatus))
@pytest.mark.parametrize("target", list(NeedStatus))
def test_every_move_is_allowed_or_denied_by_the_table(status: NeedStatus, target: NeedStatus) -> None:
    allowed = {
        ("proposed", "accepted"),
        ("proposed", "dropped"),
        ("accepted", "planned"),
        ("accepted", "met"),
        ("accepted", "dropped"),
        ("planned", "planned"),
        ("planned", "met"),
        ("planned", "dropped"),
        ("dropped", "accepted"),
    }
    assert (target in MOVES[status]) == ((status.value, target.value) in allowed)
    assert (deny_move(status, target) is None) == ((status.value, target.value) in allowed)


def test_denial_says_what_to_do_first() -> None:
    denial = deny_move(NeedStatus.PROPOSED, NeedStatus.PLANNED)
    assert denial is not None
    assert denial.message == "This need cannot be planned: it is still only proposed: accept it first."


def test_nobody_decides_about_themselves() -> None:
    denial = deny_deciding_for_oneself(is_own=True)
    assert denial is not None
    assert denial.code == "own_record"
    assert deny_deciding_for_oneself(is_own=False) is None


def test_the_person_reads_no_note_of_the_panel() -> None:
    kept_back = set(NEED_COLUMNS[Reader.SCHOOL]) - set(NEED_COLUMNS[Reader.PERSON])
    assert kept_back == {"origin_source", "panel_note", "reason", "decided_at", "decided_by__name"}
    assert NEED_COLUMNS[Reader.MANAGER] == NEED_COLUMNS[Reader.SCHOOL]
