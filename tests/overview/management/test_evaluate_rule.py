import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

GOOD = {"education_ended": "2018-07-14", "until": "2018-08-31", "history": [{"from": "2018-09-01"}]}
BAD = {"history": [{"from": "2018-09-01", "to": "2018-08-31"}]}
PROBLEM = {
    "error": {
        "code": "invalid",
        "field": "history[0].to",
        "message": "This must not come before the start.",
    }
}


def ask(topic: str, *files: str) -> tuple[Any, int]:
    """What the command prints, as JSON, and the code it ends with."""
    out = io.StringIO()
    try:
        call_command("evaluate_rule", topic, *files, stdout=out)
    except SystemExit as end:
        return json.loads(out.getvalue()), int(str(end.code))
    return json.loads(out.getvalue()), 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


def test_file_is_answered_with_one_object(file: Path) -> None:
    file.write_text(json.dumps(GOOD))

    answer, code = ask("employment-gaps", str(file))

    assert code == 0
    assert [(gap["from"], gap["to"], gap["days_least"]) for gap in answer["gaps"]] == [
        ("2018-07-15", "2018-08-31", 48)
    ]


@pytest.mark.parametrize("files", [(), ("-",)])
def test_standard_input_is_read_where_no_file_is_named(
    files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode())))

    answer, code = ask("employment-gaps", *files)

    assert (len(answer["gaps"]), code) == (1, 0)


def test_byte_order_mark_is_no_fault(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())

    assert ask("employment-gaps", str(file))[1] == 0


def test_today_is_the_day_where_the_facts_name_none(file: Path) -> None:
    file.write_text(json.dumps({"education_ended": "2018-07-14", "history": []}))

    answer, _ = ask("employment-gaps", str(file))

    assert answer["gaps"][0]["to"] == timezone.localdate().isoformat()


def test_bad_facts_end_with_two_and_the_problem(file: Path) -> None:
    file.write_text(json.dumps(BAD))

    assert ask("employment-gaps", str(file)) == (PROBLEM, 2)


def test_array_is_answered_in_order_with_problems_in_their_places(file: Path) -> None:
    file.write_text(json.dumps([GOOD, BAD, GOOD]))

    answers, code = ask("employment-gaps", str(file))

    assert code == 2
    assert answers[1] == PROBLEM
    assert answers[0] == answers[2]
    assert list(answers[0]) == ["gaps", "overlaps", "sources"]


@pytest.mark.parametrize("facts", [[], [GOOD], [GOOD, GOOD]])
def test_array_of_good_facts_ends_with_nought(facts: list[object], file: Path) -> None:
    file.write_text(json.dumps(facts))

    answers, code = ask("employment-gaps", str(file))

    assert (len(answers), code) == (len(facts), 0)


def test_unknown_topic_ends_with_two(file: Path) -> None:
    file.write_text(json.dumps(GOOD))

    answer, code = ask("employment-gap", str(file))

    assert (answer["error"]["code"], answer["error"]["field"], code) == ("invalid", "topic", 2)


@pytest.mark.parametrize(
    "text", ["", "{", "{'history': []}", '{"history": NaN}', "[" * 100_000, "9" * 5_000, "\xff"]
)
def test_what_is_no_json_ends_with_two(text: str, file: Path) -> None:
    file.write_bytes(text.encode("latin-1"))

    answer, code = ask("employment-gaps", str(file))

    assert (answer["error"]["code"], answer["error"]["field"], code) == ("invalid", None, 2)
    assert answer["error"]["message"].startswith("This is not JSON: ")


def test_file_that_is_not_there_ends_with_two(file: Path) -> None:
    answer, code = ask("employment-gaps", str(file))

    assert code == 2
    assert answer["error"]["message"] == f"The file {file} cannot be read: No such file or directory."
