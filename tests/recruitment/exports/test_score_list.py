"""Every score as CSV: one line each, safe to open, nothing sealed."""

import csv
from io import StringIO

import pytest

from core.domain.errors import NotAllowed
from recruitment.exports.score_list import stream_score_list
from tests.recruitment.exports.arrange import make_scored_stage

pytestmark = pytest.mark.django_db


def test_each_score_is_a_line() -> None:
    stage, _applications, _members = make_scored_stage()
    lines = list(csv.reader(StringIO("".join(stream_score_list(stage)).removeprefix("\ufeff"))))
    assert len(lines) == 1 + 5 * 2 * 3
    assert lines[1] == [
        "C01",
        "Gwen Pritchard",
        "'=Experience with primary-aged children",
        "Essential",
        "3",
        "3",
        "'=Ran a lunch club",
    ]
    assert lines[27] == ["C05", "Gwen Pritchard", "ELSA training", "Desirable", "1", "cannot tell", ""]


def test_sealed_stage_gives_no_list() -> None:
    stage, _applications, _members = make_scored_stage(sealed=True)
    with pytest.raises(NotAllowed):
        list(stream_score_list(stage))


def test_list_costs_two_queries_whatever_there_is(django_assert_num_queries) -> None:
    stage, _applications, _members = make_scored_stage()
    with django_assert_num_queries(2):
        list(stream_score_list(stage))
