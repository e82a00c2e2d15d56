"""The scanner's verdicts, over real sockets."""

import tempfile
from pathlib import Path

import pytest

from core.documents.scanner import _host_and_port, scan
from core.domain.errors import DomainError
from core.enums import ScanState
from tests.core.documents.builders import saved
from tests.core.documents.clamd import HARMFUL, Clamd, running_clamd, unused_address


@pytest.fixture
def clamd():
    with running_clamd() as scanner:
        yield scanner


def refusal_of(path: Path, address: str) -> DomainError:
    with pytest.raises(DomainError) as caught:
        scan(path, address=address)
    return caught.value


def test_scan_without_a_scanner_says_so(tmp_path: Path) -> None:
    assert scan(saved(tmp_path, HARMFUL), address="") is ScanState.NOT_SCANNED


@pytest.mark.parametrize("size", [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 1 << 20])
def test_scan_sends_the_whole_file(tmp_path: Path, clamd: Clamd, size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)

    state = scan(saved(tmp_path, data[:size]), address=clamd.address)

    assert state is ScanState.CLEAN
    assert clamd.received == [data[:size]]


@pytest.mark.parametrize("prefix", ["", "unix:"])
def test_scan_speaks_to_a_local_socket(tmp_path: Path, prefix: str) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,  # the path of a socket may not be long
        running_clamd(Path(folder) / "clamd") as clamd,
    ):
        assert scan(saved(tmp_path, b"ok"), address=prefix + clamd.address) is ScanState.CLEAN


def test_scan_refuses_what_is_found_and_names_it(tmp_path: Path, clamd: Clamd) -> None:
    error = refusal_of(saved(tmp_path, b"x" * 70_000 + HARMFUL), clamd.address)

    assert error.code == "virus_found"
    assert "(Appoint.Test-Signature)" in error.message


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: OK FOUNDER\0",
        b"OK\0",
        b"stream: \xff\xff",
    ],
)
def test_scan_takes_no_other_answer_for_a_pass(tmp_path: Path, clamd: Clamd, answer: bytes) -> None:
    clamd.answer = answer

    assert refusal_of(saved(tmp_path, b"ok"), clamd.address).code == "scanner_away"


def test_scan_cut_off_in_the_middle_is_no_pass(tmp_path: Path, clamd: Clamd) -> None:
    clamd.hangs_up_after = 1
    clamd.answer = b"INSTREAM size limit exceeded. ERROR\0"

    assert refusal_of(saved(tmp_path, b"x" * (1 << 22)), clamd.address).code == "scanner_away"


@pytest.mark.parametrize("address", ["/nowhere/clamd.sock", "unix:/nowhere/clamd.sock", "localhost:port"])
def test_scan_with_an_address_nobody_answers_is_refused(tmp_path: Path, address: str) -> None:
    assert refusal_of(saved(tmp_path, b"ok"), address).code == "scanner_away"


def test_scan_with_the_scanner_away_is_refused(tmp_path: Path) -> None:
    assert refusal_of(saved(tmp_path, b"ok"), unused_address()).code == "scanner_away"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("scanner:3311", ("scanner", 3311)),
        ("scanner", ("scanner", 3310)),
        ("[::1]:3311", ("::1", 3311)),
        ("[::1]", ("::1", 3310)),
    ],
)
def test_addresses_are_read_as_people_write_them(address: str, expected: tuple[str, int]) -> None:
    assert _host_and_port(address) == expected
