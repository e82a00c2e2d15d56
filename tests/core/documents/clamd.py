"""A virus scanner that speaks ClamAV's protocol on a socket of this machine, in a thread of the test."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

HARMFUL = b"harmful-on-purpose"


@dataclass
class Clamd:
    """Finds ``HARMFUL``; otherwise gives its answer, after so many bytes if it is to break off early."""

    address: str
    answer: bytes = b"stream: OK\0"
    hangs_up_after: int | None = None
    received: list[bytes] = field(default_factory=list)

    def serve(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection, connection.makefile("rb") as stream, suppress(OSError):
                    self._converse(connection, stream)

    def _converse(self, connection: socket.socket, stream: IO[bytes]) -> None:
        if stream.read(10) != b"zINSTREAM\0":
            connection.sendall(b"UNKNOWN COMMAND\0")
            return
        data = b""
        while length := struct.unpack("!I", stream.read(4))[0]:
            data += stream.read(length)
            if self.hangs_up_after is not None and len(data) > self.hangs_up_after:
                connection.sendall(self.answer)
                return
        self.received.append(data)
        found = b"stream: Appoint.Test-Signature FOUND\0"
        connection.sendall(found if HARMFUL in data else self.answer)


@contextmanager
def running_clamd(socket_path: Path | None = None) -> Iterator[Clamd]:
    if socket_path is None:
        listener = socket.create_server(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    else:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(socket_path))
        listener.listen()
        address = str(socket_path)
    clamd = Clamd(address)
    thread = threading.Thread(target=clamd.serve, args=(listener,))
    thread.start()
    try:
        yield clamd
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits in accept
        listener.close()
        thread.join(timeout=5)


def unused_address() -> str:
    """An address of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"127.0.0.1:{taken.getsockname()[1]}"
