"""The virus scanner, where a school runs one: ClamAV's daemon, spoken to over a local or network socket."""

import logging
import re
import socket
import struct
from pathlib import Path

from core.documents.refusals import refuse
from core.enums import ScanState

logger = logging.getLogger(__name__)

CHUNK = 1 << 16
DEFAULT_PORT = 3310
TIMEOUT_SECONDS = 30
ANSWER_BYTES = 4096


class ScannerAwayError(Exception):
    """No answer, or none that says whether the file is clean."""


def scan(path: Path, *, address: str) -> ScanState:
    """Whether a file was scanned and is clean.

    ``address`` is the path of a socket, or host:port; without one nothing is scanned, and the state says so.
    Raises ``DomainError`` where something is found, and where the scanner should answer but does not: a
    scanner that is away is never a pass.
    """
    if not address:
        return ScanState.NOT_SCANNED
    try:
        answer = _ask(path, address)
        found = _signature(answer)
    except (OSError, ValueError, ScannerAwayError) as error:
        logger.error("The virus scanner at %s gave no verdict: %s", address, error)
        raise refuse("scanner_away") from error
    if found is not None:
        logger.warning("The virus scanner found %s in an upload", found)
        raise refuse("virus_found", name=found)
    return ScanState.CLEAN


def _ask(path: Path, address: str) -> str:
    with _connect(address) as connection, path.open("rb") as file:
        connection.sendall(b"zINSTREAM\0")
        while chunk := file.read(CHUNK):
            connection.sendall(struct.pack("!I", len(chunk)) + chunk)
        connection.sendall(struct.pack("!I", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < ANSWER_BYTES and (more := connection.recv(1024)):
            answer += more
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")


def _connect(address: str) -> socket.socket:
    local = address.removeprefix("unix:")
    if not local.startswith("/"):
        return socket.create_connection(_host_and_port(address), timeout=TIMEOUT_SECONDS)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(TIMEOUT_SECONDS)
    try:
        connection.connect(local)
    except OSError:
        connection.close()
        raise
    return connection


def _host_and_port(address: str) -> tuple[str, int]:
    """ "scanner", "scanner:3310", "[::1]:3310". Raises ``ValueError`` where the port is no number."""
    host, colon, port = address.rpartition(":")
    if not colon or address.endswith("]"):
        return address.strip("[]"), DEFAULT_PORT
    return host.strip("[]"), int(port)


def _signature(answer: str) -> str | None:
    """The name of what was found, or None for a clean file."""
    verdict = answer.partition(": ")[2]
    if verdict == "OK":
        return None
    if verdict.endswith(" FOUND"):
        return re.sub(r"[^\w.()/:-]+", " ", verdict.removesuffix(" FOUND"))[:100]
    raise ScannerAwayError(answer or "no answer")
