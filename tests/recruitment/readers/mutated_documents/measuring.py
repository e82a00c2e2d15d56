"""Reads a copy as an upload is read, in a process of its own, and says what that took.

The guards and the limits are those of an upload. The process is a fork of one that has the readers loaded,
so that thousands of copies can be measured; its memory counts all that is loaded as well.
"""

import json
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.documents import child
from core.documents.archive import inspect_archive
from core.documents.guard import Candidate, Inspection, inspect_each
from core.documents.pdf import inspect_pdf
from core.documents.sandbox import TOO_LONG, Outcome
from recruitment.readers.child_target import read_to_json
from recruitment.readers.sandboxed import READING_LIMITS, SPECIFICATION_KINDS

READ = "read"


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one file: ``read``, the code of a refusal, or what broke; and what that took."""

    outcome: str
    seconds: float = 0.0
    megabytes: float = 0.0
    is_broken: bool = False


def measure_each(paths: Sequence[Path]) -> list[Measured]:
    """One answer for each file: the guard's where it refuses, else the reader's."""
    inspected = inspect_each([Candidate(path, path.name) for path in paths], allowed=SPECIFICATION_KINDS)
    return [_measure(path, outcome) for path, outcome in zip(paths, inspected, strict=True)]


def _measure(path: Path, outcome: Outcome[Inspection]) -> Measured:
    inspector = {".pdf": inspect_pdf, ".docx": inspect_archive, ".xlsx": inspect_archive}.get(path.suffix)
    guarded = _in_a_fork(inspector, [str(path)]) if inspector else Measured(READ)
    if outcome.error or outcome.value is None:
        code = outcome.error.code if outcome.error else ""
        return Measured(code, guarded.seconds, guarded.megabytes, guarded.is_broken)
    reading = _in_a_fork(read_to_json, [str(path), outcome.value.kind.value])
    return Measured(
        reading.outcome,
        guarded.seconds + reading.seconds,
        max(guarded.megabytes, reading.megabytes),
        guarded.is_broken or reading.is_broken,
    )


def _in_a_fork(target: Callable[..., Any], arguments: list[str]) -> Measured:
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _answer(target, arguments, sending)
        finally:  # out of memory even here: nothing of the parent's may be cleared up by its fork
            os._exit(1)
    os.close(sending)
    with os.fdopen(receiving, "rb") as stream:
        said = json.loads(stream.read() or b"null")
    _, status, usage = os.wait4(pid, 0)
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    if said is None:
        if os.waitstatus_to_exitcode(status) == -signal.SIGXCPU:  # that limit held; told in words too
            return Measured(TOO_LONG, seconds, megabytes)
        return Measured(f"ended with {os.waitstatus_to_exitcode(status)}", seconds, megabytes, is_broken=True)
    return Measured(said["outcome"], seconds, megabytes, said["is_broken"])


def _answer(target: Callable[..., Any], arguments: list[str], sending: int) -> None:
    """Everything in the fork: nothing of the parent's may run in it, so it ends without clearing up."""
    child._set_limits(READING_LIMITS.memory_mb)
    child._allow_cpu(READING_LIMITS.cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, READING_LIMITS.wall_seconds * 4)
    answer = child._call(target, arguments)
    if "value" in answer:
        said = {"outcome": READ, "is_broken": False}
    elif "refusal" in answer:
        said = {"outcome": answer["refusal"][0], "is_broken": False}
    elif answer.get("failure") == "memory":  # the limit held, and the sender is told so in words
        said = {"outcome": "document_needs_too_much_memory", "is_broken": False}
    else:
        said = {"outcome": str(answer.get("failure") or answer), "is_broken": True}
    os.write(sending, json.dumps(said).encode())
    os._exit(0)
