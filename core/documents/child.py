"""The child's end of ``core.documents.sandbox``: ``python -m core.documents.child``.

Reads one JSON line with the target and its limits, then one line of arguments for each call, and
answers each with one JSON line. Keeps its imports few: it starts for every upload.
"""

import gc
import importlib
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from typing import IO, Any

from core.domain.errors import DomainError

MB = 1024 * 1024
FILE_BYTES = 64 * MB
OPEN_FILES = 64
NICENESS = 5
GRACE_SECONDS = 1


def main() -> None:
    requests, answers = _take_over_pipes()
    head = json.loads(requests.readline())
    _set_limits(head["memory_mb"])
    _allow_cpu(head["cpu_seconds"])
    target, misuse = _load(head["target"])
    for line in requests:
        _allow_cpu(head["cpu_seconds"])
        # The parent watches the clock. Where it was killed itself, this ends the child that it left behind.
        signal.setitimer(signal.ITIMER_REAL, head["wall_seconds"] + GRACE_SECONDS)
        answer = _call(target, json.loads(line)) if target else {"misuse": misuse}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
        if not answer.keys() & {"value", "refusal"}:
            return  # what is left of this process is not to be trusted with the next file


def _take_over_pipes() -> tuple[IO[str], IO[str]]:
    """The two pipes to the parent, moved where nothing that the target prints or reads can touch them."""
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def _set_limits(memory_mb: int) -> None:
    """Set here, before any parser is imported: between fork and exec of a threaded server nothing is safe."""
    os.nice(NICENESS)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, FILE_BYTES)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    if sys.platform != "darwin":  # macOS has the name but refuses every value
        _lower(resource.RLIMIT_AS, memory_mb * MB)


def _lower(what: int, wanted: int) -> None:
    hard = resource.getrlimit(what)[1]
    value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(what, (value, value))


def _allow_cpu(seconds: int) -> None:
    """So many seconds from now on: the kernel counts over the whole life, and each file has its own."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _load(target: str) -> tuple[Callable[..., Any] | None, str]:
    module, _, name = target.partition(":")
    try:
        return getattr(importlib.import_module(module), name), ""
    except (ImportError, AttributeError, ValueError) as error:
        return None, f"{target} cannot be loaded: {error}"


def _call(target: Callable[..., Any], arguments: list[Any]) -> dict[str, Any]:
    ran_out, value = False, None
    try:
        value = target(*arguments)
    except DomainError as error:
        return {"refusal": [error.code, error.message, error.field]}
    except MemoryError:
        ran_out = True
    except BaseException as error:  # noqa: BLE001 (parsers raise anything on a hostile file, SystemExit included)
        return {"failure": _place(error)}
    if ran_out:
        gc.collect()  # what a parser held in circles, or there is no room for the answer either
        return {"failure": "memory"}
    try:
        json.dumps(value)
    except (TypeError, ValueError) as error:
        return {"misuse": f"the answer is not JSON: {error}"}
    return {"value": value}


def _place(error: BaseException) -> str:
    """Which error and where, for the log. Never its text: that may quote from somebody's application."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {frames[-1].filename}:{frames[-1].lineno}"


if __name__ == "__main__":
    main()
