"""Which criterion of one list answers to which of another, and the order in which both are shown."""

from hypothesis import given
from hypothesis import strategies as st

from recruitment.domain.criteria_pairs import in_order_of_both, pair_texts

MODEL = [
    "Displays commitment to the protection and safeguarding of children and young people",
    "Effective oral and written communication skills across a range of audiences",
    "ICT skills to support administration including using Google drive",
    "The ability to develop and maintain effective working relationships with other team members",
    "2 years minimum experience working with children and young people in a paid capacity",
    "A good sense of humour",
]
OWN = [
    "Strong communication and interpersonal skills.",
    "Able to build positive relationships",
    "Full driving licence",
    "Knowledge of safeguarding and child protection procedures.",
    "Experience with effective use of ICT to support learning",
]


def test_two_documents_are_paired_by_what_they_ask_for() -> None:
    """Different words, and often another kind of demand."""
    pairs = pair_texts(MODEL, OWN)

    assert {OWN[new]: MODEL[old] for new, old in pairs.items()} == {
        OWN[0]: MODEL[1],
        OWN[1]: MODEL[3],
        OWN[3]: MODEL[0],
        OWN[4]: MODEL[2],
    }


def test_the_best_pair_is_made_first_wherever_it_stands() -> None:
    before = ["Knowledge of phonics", "Knowledge of phonics in Key Stage 1"]
    after = ["Knowledge of phonics in Key Stage 2", "knowledge of phonics"]

    assert pair_texts(before, after) == {0: 1, 1: 0}


def test_an_amount_that_was_changed_is_a_change_and_not_another_criterion() -> None:
    assert pair_texts(["Level 2 certificate in childcare"], ["Level 3 certificate in childcare"]) == {0: 0}


def test_one_common_word_makes_no_pair() -> None:
    before = ["Willing to attend training with pupils", "Able to support pupils", "Pupils first"]
    after = ["Knowledge of how pupils learn", "Degree", "Patience"]

    assert pair_texts(before, after) == {}


def test_both_lists_are_shown_in_the_order_of_the_second() -> None:
    before, after = ["a", "b", "c", "d"], ["x", "c", "b", "y"]
    partners = {1: 2, 2: 1}

    assert list(in_order_of_both(before, after, partners)) == [
        ("a", None),
        (None, "x"),
        ("c", "c"),
        ("d", None),
        ("b", "b"),
        (None, "y"),
    ]


WORDINGS = st.lists(st.sampled_from([*MODEL, *OWN]), max_size=8)


@given(WORDINGS, WORDINGS)
def test_every_criterion_is_shown_once_and_no_two_have_one_partner(
    before: list[str], after: list[str]
) -> None:
    partners = pair_texts(before, after)
    shown = list(in_order_of_both(before, after, partners))

    assert len(set(partners.values())) == len(partners)
    assert [new for _, new in shown if new is not None] == after
    assert sorted(old for old, _ in shown if old is not None) == sorted(before)


@given(WORDINGS)
def test_a_list_pairs_with_itself_word_for_word(texts: list[str]) -> None:
    assert all(texts[old] == texts[new] for new, old in pair_texts(texts, texts).items())
