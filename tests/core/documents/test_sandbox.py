"""Whatever a parser does to itself, the server gets an answer in time and goes on."""

import time
from pathlib import Path

import pytest

from core.documents.sandbox import Limits, SandboxMisuseError, run_limited, run_limited_each
from core.domain.errors import DomainError

TARGETS = "tests.core.documents.targets"


def refusal_of(name: str, *args: object, limits: Limits | None = None) -> DomainError:
    with pytest.raises(DomainError) as caught:
        run_limited(f"{TARGETS}:{name}", *args, limits=limits)
    return caught.value


def is_alive(pid: int) -> bool:
    """A process that has ended but not been collected by its new parent counts as gone."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in {"Z", "X"}


def test_run_limited_returns_what_the_target_returns() -> None:
    answer = run_limited(f"{TARGETS}:echo", "Mrs Khan’s lärm\n", 3, None, [{"a": 1.5}])

    assert answer == ["Mrs Khan’s lärm\n", 3, None, [{"a": 1.5}]]


def test_run_limited_raises_the_same_domain_error() -> None:
    error = refusal_of("refuse", "pages_missing", "document")

    assert (error.code, error.message, error.field) == (
        "pages_missing",
        "Ask the office for another copy.",
        "document",
    )


@pytest.mark.parametrize("name", ["abort", "leave"])
def test_run_limited_ends_without_an_answer_as_unreadable(name: str) -> None:
    assert refusal_of(name).code == "document_unreadable"


def test_run_limited_unexpected_error_is_unreadable_and_not_quoted_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = refusal_of("fail", "National insurance QQ123456C")

    assert error.code == "document_unreadable"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "ValueError at " in caplog.text
    assert "QQ123456C" not in caplog.text


def test_run_limited_stack_overflow_in_c_is_bounded() -> None:
    assert refusal_of("recurse_in_c", 1_000_000).code == "document_unreadable"


def test_run_limited_within_its_memory_passes() -> None:
    assert run_limited(f"{TARGETS}:allocate", 300, limits=Limits(memory_mb=512)) == 300 * 1024 * 1024


def test_run_limited_over_its_memory_is_refused() -> None:
    assert refusal_of("allocate", 512, limits=Limits(memory_mb=512)).code == "document_needs_too_much_memory"


def test_run_limited_loop_ends_at_the_processor_limit() -> None:
    started = time.monotonic()

    error = refusal_of("loop_forever", limits=Limits(cpu_seconds=1, wall_seconds=60))

    assert error.code == "document_takes_too_long"
    assert time.monotonic() - started < 30


def test_run_limited_sleep_ends_at_the_clock_limit() -> None:
    started = time.monotonic()

    error = refusal_of("sleep", 600, limits=Limits(wall_seconds=0.5))

    assert error.code == "document_takes_too_long"
    assert time.monotonic() - started < 10


def test_run_limited_printing_and_reading_do_not_reach_the_pipes() -> None:
    assert run_limited(f"{TARGETS}:chatter", '{"value": "forged"}\n') == ""


def test_run_limited_each_target_that_reads_does_not_eat_the_next_request() -> None:
    long_words = "Caretaker " * 5_000

    outcomes = run_limited_each(f"{TARGETS}:chatter", [[long_words], [long_words]])

    assert [outcome.value for outcome in outcomes] == ["", ""]


def test_run_limited_kills_what_the_target_leaves_behind() -> None:
    pid = run_limited(f"{TARGETS}:leave_a_process_behind", 600)

    end = time.monotonic() + 5
    while is_alive(pid) and time.monotonic() < end:
        time.sleep(0.01)
    assert is_alive(pid) is False


def test_run_limited_writes_no_more_than_allowed(tmp_path: Path) -> None:
    path = tmp_path / "swollen"

    assert refusal_of("fill_the_disk", str(path), 65).code == "document_unreadable"
    assert path.stat().st_size == 64 * 1024 * 1024


def test_run_limited_opens_no_more_files_than_allowed() -> None:
    assert run_limited(f"{TARGETS}:open_sockets", 20) == 20
    assert refusal_of("open_sockets", 65).code == "document_unreadable"


def test_run_limited_answer_beyond_bounds_is_refused() -> None:
    assert refusal_of("answer_at_length", 33).code == "document_needs_too_much_memory"


def test_run_limited_child_knows_nothing_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "harbour-lights")
    monkeypatch.setenv("DATABASE_URL", "postgres://appoint:pw@db/appoint")

    names = set(run_limited(f"{TARGETS}:environment"))

    assert names - {"LD_LIBRARY_PATH", "TMPDIR", "LC_CTYPE"} == {"PATH", "LANG"}


def test_run_limited_child_does_not_load_django() -> None:
    loaded = run_limited(f"{TARGETS}:loaded_modules")

    assert [name for name in loaded if name.split(".")[0] in {"django", "pypdf", "docx", "openpyxl"}] == []


@pytest.mark.parametrize("target", [f"{TARGETS}:nothing", "core.documents.nowhere:read", "no_colon"])
def test_run_limited_missing_target_is_a_fault_of_the_code(target: str) -> None:
    with pytest.raises(SandboxMisuseError):
        run_limited(target)


def test_run_limited_answer_that_is_not_json_is_a_fault_of_the_code() -> None:
    with pytest.raises(SandboxMisuseError):
        run_limited(f"{TARGETS}:answer_with_a_set")


@pytest.mark.parametrize("ending", ["return", "abort", "sleep"])
def test_run_limited_leaves_no_child_and_no_open_file(tmp_path: Path, ending: str) -> None:
    note = tmp_path / "pid"
    before = set(Path("/dev/fd").iterdir())

    run_limited_each(f"{TARGETS}:announce", [[str(note), ending]], Limits(wall_seconds=2))

    assert set(Path("/dev/fd").iterdir()) <= before
    assert Path(f"/proc/{note.read_text()}").exists() is False


def test_run_limited_each_serves_all_files_from_one_child() -> None:
    outcomes = run_limited_each(f"{TARGETS}:process_id", [[], [], []])

    assert len({outcome.unwrap() for outcome in outcomes}) == 1


def test_run_limited_each_of_no_files_is_empty() -> None:
    assert run_limited_each(f"{TARGETS}:echo", []) == []


def test_run_limited_each_goes_on_after_a_crash() -> None:
    outcomes = run_limited_each(f"{TARGETS}:abort_if", [[False], [True], [True], [False]])

    assert [outcome.value for outcome in outcomes] == ["read", None, None, "read"]
    assert [outcome.error and outcome.error.code for outcome in outcomes] == [
        None,
        "document_unreadable",
        "document_unreadable",
        None,
    ]


def test_run_limited_each_goes_on_in_the_same_child_after_a_refusal() -> None:
    outcomes = run_limited_each(f"{TARGETS}:refuse", [["first", None], ["second", None]])

    assert [outcome.error and outcome.error.code for outcome in outcomes] == ["first", "second"]


def test_run_limited_each_goes_on_after_the_clock_ran_out() -> None:
    outcomes = run_limited_each(f"{TARGETS}:sleep", [[0], [600], [0]], Limits(wall_seconds=2))

    assert [outcome.error.code if outcome.error else outcome.value for outcome in outcomes] == [
        "slept",
        "document_takes_too_long",
        "slept",
    ]


def test_run_limited_each_gives_every_file_its_own_processor_time() -> None:
    outcomes = run_limited_each(f"{TARGETS}:work", [[0.8]] * 3, Limits(cpu_seconds=1))

    assert [outcome.value for outcome in outcomes] == ["worked"] * 3


def test_run_limited_each_does_not_let_earlier_files_use_up_memory() -> None:
    outcomes = run_limited_each(f"{TARGETS}:keep_allocating", [[400]] * 3, Limits(memory_mb=1024))

    assert [outcome.value for outcome in outcomes] == [1, 2, 1]


def test_run_limited_each_answers_more_than_a_pipe_holds() -> None:
    outcomes = run_limited_each(f"{TARGETS}:answer_at_length", [[3], [0], [2]])

    assert [len(outcome.unwrap()) for outcome in outcomes] == [3 * 1024 * 1024, 0, 2 * 1024 * 1024]
