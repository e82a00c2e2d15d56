"""What the child is asked to do in the tests of the sandbox: behave, and misbehave in every way."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from core.domain.errors import DomainError

MB = 1024 * 1024
kept: list[bytearray] = []


def echo(*values: Any) -> list[Any]:
    return list(values)


def loaded_modules() -> list[str]:
    return sorted(sys.modules)


def environment() -> dict[str, str]:
    return dict(os.environ)


def process_id() -> int:
    return os.getpid()


def refuse(code: str, field: str | None) -> None:
    raise DomainError(code, "Ask the office for another copy.", field)


def fail(text: str) -> None:
    raise ValueError(text)


def leave() -> None:
    raise SystemExit(0)


def abort() -> None:
    os.abort()


def abort_if(unlucky: bool) -> str:
    if unlucky:
        os.abort()
    return "read"


def allocate(megabytes: int) -> int:
    return len(bytearray(megabytes * MB))


def keep_allocating(megabytes: int) -> int:
    """As a parser that never gives anything back."""
    kept.append(bytearray(megabytes * MB))
    return len(kept)


def recurse_in_c(depth: int) -> None:
    nested: list[Any] = []
    for _ in range(depth):
        nested = [nested]
    repr(nested)


def loop_forever() -> None:
    while True:
        pass


def work(seconds: float) -> str:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return "worked"


def announce(path: str, ending: str) -> None:
    """Leave the process id in a file, then end in one of the ways a parser ends."""
    Path(path).write_text(str(os.getpid()))
    if ending == "abort":
        os.abort()
    if ending == "sleep":
        time.sleep(600)


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def chatter(text: str) -> str:
    """Prints in every way there is, as C libraries do, and reads what is not meant for it."""
    print(text)  # noqa: T201
    sys.stderr.write(text)
    os.write(1, text.encode())
    subprocess.run(["/bin/echo", text], check=True)  # noqa: S603
    return sys.stdin.read()


def leave_a_process_behind(seconds: int) -> int:
    return subprocess.Popen(["/bin/sleep", str(seconds)]).pid  # noqa: S603


def fill_the_disk(path: str, megabytes: int) -> None:
    with Path(path).open("wb") as file:
        for _ in range(megabytes):
            file.write(b"\0" * MB)


def open_sockets(number: int) -> int:
    return len([socket.socket() for _ in range(number)])


def answer_at_length(megabytes: int) -> str:
    return "a" * (megabytes * MB)


def answer_with_a_set() -> set[int]:
    return {1}


def size_of(path: str) -> int:
    return Path(path).stat().st_size
