"""Runs a parser in a child process that cannot take the server with it.

Parsers written in C abort the whole process on files of a few kilobytes, others loop or ask for all
memory. The child gets limits on memory, processor time, clock time and file size, none of the server's
environment, and is killed with everything it started when it is done or late.
"""

import contextlib
import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from core.documents.refusals import refuse
from core.domain.errors import DomainError

logger = logging.getLogger(__name__)

PROJECT_ROOT = Path(__file__).resolve().parents[2]
ANSWER_BYTES = 32 * 1024 * 1024
TOO_LONG = "document_takes_too_long"
_COMMAND = [sys.executable, "-s", "-m", "core.documents.child"]
_KEPT_VARIABLES = ("LD_LIBRARY_PATH", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Limits:
    """For each call: memory of the process, processor time, and time by the clock with starting up."""

    memory_mb: int = 1024
    cpu_seconds: int = 20
    wall_seconds: float = 30


@dataclass(frozen=True, slots=True)
class Outcome[T]:
    """What became of one of several files: its value, or why there is none."""

    value: T | None = None
    error: DomainError | None = None

    def unwrap(self) -> T:
        """The value. Raises the ``DomainError`` where there is one instead."""
        if self.error is not None:
            raise self.error
        return self.value  # type: ignore[return-value]


class SandboxMisuseError(Exception):
    """The calling code is wrong, not the file: no such target, or an answer that is not JSON."""


def run_limited(target: str, *args: Any, limits: Limits | None = None) -> Any:
    """Call ``target`` ("package.module:function") with JSON-able arguments in a limited child.

    Returns what it returned. Raises the ``DomainError`` that it raised, or one of our own
    (``document_unreadable``, ``document_needs_too_much_memory``, ``document_takes_too_long``) where it
    crashed or went over a limit.
    """
    return run_limited_each(target, [args], limits)[0].unwrap()


def run_limited_each(
    target: str, list_of_args: Sequence[Sequence[Any]], limits: Limits | None = None
) -> list[Outcome[Any]]:
    """``run_limited`` for many files: one child serves them in turn, and each has limits of its own.

    A file that breaks the child costs only itself: the next goes to a fresh child. The outcomes come in the
    order of ``list_of_args``.
    """
    requests = [json.dumps(list(args)) for args in list_of_args]
    outcomes: list[Outcome[Any]] = []
    while len(outcomes) < len(requests):
        outcomes += _serve(target, requests[len(outcomes) :], limits or Limits())
    return outcomes


def _serve(target: str, requests: Sequence[str], limits: Limits) -> list[Outcome[Any]]:
    """The outcomes of one child's life: up to the last request, or to the first that broke it."""
    outcomes: list[Outcome[Any]] = []
    with _Child(target, requests, limits) as child:
        for _ in requests:
            try:
                outcomes.append(_outcome(child.next_answer()))
            except _ChildLostError as lost:
                logger.warning("%s was stopped: %s", target, lost)
                # What earlier files left behind must not decide over this one: it is tried again alone.
                if lost.code == TOO_LONG or not outcomes:
                    outcomes.append(Outcome(error=refuse(lost.code)))
                break
    return outcomes


def _outcome(answer: dict[str, Any]) -> Outcome[Any]:
    if "value" in answer:
        return Outcome(value=answer["value"])
    if "refusal" in answer:
        return Outcome(error=DomainError(*answer["refusal"]))
    if "misuse" in answer:
        raise SandboxMisuseError(answer["misuse"])
    if answer["failure"] == "memory":
        raise _ChildLostError("document_needs_too_much_memory", "out of memory")
    raise _ChildLostError("document_unreadable", answer["failure"])


class _ChildLostError(Exception):
    """The child is of no more use: it died, is late, or met an error nobody expected."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class _Child:
    """One child process, from its start until it and everything it started are gone."""

    def __init__(self, target: str, requests: Sequence[str], limits: Limits) -> None:
        self.limits = limits
        head = {"target": target, **asdict(limits)}
        # All requests lie in a file, not in a pipe: writing can never wait for a child that does not read.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
            lines.write("\n".join([json.dumps(head), *requests]) + "\n")
            lines.seek(0)
            self.process = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
                _COMMAND,
                stdin=lines,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=PROJECT_ROOT,
                env=_minimal_environment(),
                start_new_session=True,
            )
        assert self.process.stdout is not None  # noqa: S101 (asked for above)
        self.answers = self.process.stdout
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.answers, selectors.EVENT_READ)
        self.pending = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self.selector.close()
        self.answers.close()

    def next_answer(self) -> dict[str, Any]:
        line = self._next_line(time.monotonic() + self.limits.wall_seconds)
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _ChildLostError("document_unreadable", "garbled answer") from error
        return answer if isinstance(answer, dict) else {"failure": "garbled answer"}

    def _next_line(self, deadline: float) -> bytes:
        """The child's next line; ``_ChildLostError`` where it dies, is late, or never ends the line."""
        end = self.pending.find(b"\n")
        while end < 0:
            if len(self.pending) > ANSWER_BYTES:
                raise _ChildLostError("document_needs_too_much_memory", "answer too long")
            if not self.selector.select(max(deadline - time.monotonic(), 0)):
                raise _ChildLostError(TOO_LONG, "out of time by the clock")
            data = os.read(self.answers.fileno(), 1 << 16)
            if not data:
                raise self._how_it_died()
            searched = len(self.pending)
            self.pending += data
            end = self.pending.find(b"\n", searched)
        line = bytes(self.pending[:end])
        del self.pending[: end + 1]
        return line

    def _how_it_died(self) -> _ChildLostError:
        code = self._end()
        if code == -signal.SIGXCPU:
            return _ChildLostError(TOO_LONG, "out of processor time")
        return _ChildLostError("document_unreadable", f"the child ended with {code}")

    def _end(self) -> int:
        """Kill the child's whole group, then collect it. One that has already ended keeps its own code."""
        if self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):  # it is ending by itself
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()  # whatever became of the group, the wait below must end
        return self.process.wait()


def _minimal_environment() -> dict[str, str]:
    """No keys, passwords or addresses of the server: a parser needs none of them."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {"PATH": os.defpath, "LANG": "C.UTF-8", **kept}
