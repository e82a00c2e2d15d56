"""Any invented record, in any invented layout, is read back as it truly is."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.domain.central_record_reading import (
    reading_from_json,
    reading_to_answer,
    reading_to_json,
)
from compliance.readers.central_record.workbook import read_central_record
from core.domain.schools import SchoolType
from tests.compliance.record_workbooks.build import invent_workbook
from tests.compliance.record_workbooks.fields import AS_AT
from tests.compliance.record_workbooks.judge import faults


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=10_000_000))
def test_an_invented_workbook_is_read_back(seed: int) -> None:
    data, truth = invent_workbook(seed)

    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.xlsx"
        path.write_bytes(data)
        reading = read_central_record(str(path), school=SchoolType.ACADEMY, as_at=AS_AT)

    assert faults(reading_to_answer(reading), truth) == []
    assert reading_from_json(reading_to_json(reading)) == reading


def test_the_judge_sees_every_kind_of_fault() -> None:
    data, truth = invent_workbook(3)
    empty = {"cells": [], "people": [], "columns": []}

    assert len(faults(empty, truth)) >= len(truth.cells) + len(truth.people)
    assert data[:2] == b"PK"


def test_a_seed_always_makes_the_same_truth() -> None:
    assert invent_workbook(11)[1] == invent_workbook(11)[1]
    assert invent_workbook(11)[1] != invent_workbook(12)[1]
