"""The command, its JSON lines and its exit status."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

DOCUMENTS = Path(__file__).resolve().parents[3] / "fixtures" / "documents"


def test_files_are_answered_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    names = ["elsa-home-link-worker.docx", "learning-mentor-elsa.pdf", "elsa-home-link-worker.txt"]

    call_command("read_specification", *[str(DOCUMENTS / name) for name in names], json=True)

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [sum(len(part["criteria"]) for part in answer["specifications"]) for answer in answers] == [
        41,
        20,
        41,
    ]
    assert [sorted(answer) for answer in answers] == [["findings", "profile", "specifications", "unread"]] * 3


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 this is no document")

    with pytest.raises(SystemExit) as stopped:
        call_command(
            "read_specification",
            str(tmp_path / "none.docx"),
            str(broken),
            str(DOCUMENTS / "learning-mentor-elsa.txt"),
            json=True,
        )

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert stopped.value.code == 1
    assert [answer.get("error", {}).get("code") for answer in answers] == [
        "file_missing",
        "pdf_damaged",
        None,
    ]
    assert answers[2]["profile"]["title"] == "Learning Mentor / ELSA"


def test_without_json_a_person_can_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("read_specification", str(DOCUMENTS / "elsa-home-link-worker.txt"))

    printed = capsys.readouterr().out
    assert "36. Enthusiastic  [essential, I]" in printed
    assert "contradiction: “ELSA qualification or started ELSA training” is essential" in printed
