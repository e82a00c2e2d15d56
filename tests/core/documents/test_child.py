"""The child on its own, as it is when its parent has been killed."""

import json
import signal
import subprocess
import sys
from pathlib import Path

from core.documents.sandbox import PROJECT_ROOT


def run_child(target: str, arguments: list[object], folder: Path) -> subprocess.CompletedProcess[str]:
    head = {"target": target, "memory_mb": 512, "cpu_seconds": 5, "wall_seconds": 0.5}
    requests = folder / "requests"
    requests.write_text(f"{json.dumps(head)}\n{json.dumps(arguments)}\n")
    with requests.open() as lines:
        return subprocess.run(
            [sys.executable, "-m", "core.documents.child"],
            stdin=lines,
            capture_output=True,
            text=True,
            cwd=PROJECT_ROOT,
            timeout=60,
            check=False,
        )


def test_child_answers_one_line_for_each_request(tmp_path: Path) -> None:
    ended = run_child("tests.core.documents.targets:echo", ["Caretaker"], tmp_path)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, '{"value": ["Caretaker"]}\n', "")


def test_child_without_a_parent_ends_itself(tmp_path: Path) -> None:
    ended = run_child("tests.core.documents.targets:sleep", [600], tmp_path)

    assert (ended.returncode, ended.stdout) == (-signal.SIGALRM, "")
