"""A parser of strangers' files can compute, for a while, and nothing else."""

from __future__ import annotations

import io
import json
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader import language
from reader.importers import confined, confined_child
from reader.importers.confined import parse_confined, until
from reader.importers.confined_child import Guard, answer, main, own_folders, told
from reader.importers.importer import ImportRefusedError
from reader.importers.parsed import Parsed
from reader.language import mark
from tests.importers import confined_parsers

if TYPE_CHECKING:
    from collections.abc import Iterator

PARSERS = "tests.importers.confined_parsers"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such call")


def read(parser: str, data: bytes = b"", **limits: Any) -> list[Parsed]:
    return parse_confined(f"{PARSERS}:{parser}", data, "a.docx", **limits)


def refusal(parser: str, data: bytes = b"", **limits: Any) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        read(parser, data, **limits)
    sentence = str(caught.value)
    assert sentence.startswith("a.docx ")
    assert sentence.endswith(".")
    return sentence


def test_what_a_parser_finds_comes_back() -> None:
    (one,) = read("good", "文章𠮷".encode())
    # Only fields that are known of, and what a library prints is none of it.
    assert one == Parsed("文章𠮷", {"title": "a.docx", "date": "2020-03-01"})


def test_nothing_slow_is_loaded_for_it() -> None:
    assert read("loaded") == [Parsed("")]


def test_half_characters_come_back_as_they_are() -> None:
    assert read("half") == [Parsed("字\ud800", {"author": "\ud800"})]


@pytest.fixture
def german() -> Iterator[None]:
    """Speak another language."""
    words = {
        "{name} is {what}, not plain text; save it as plain text (.txt) first.": (
            "{name} ist {what}, kein Text."
        ),
        "a PDF": "ein PDF",
    }
    language.use(lambda text: words.get(text, text))
    yield
    language.use(None)


@pytest.mark.usefixtures("german")
def test_a_refusal_is_said_in_the_language_of_the_window() -> None:
    assert refusal("refuses") == "a.docx ist ein PDF, kein Text."


def test_a_refusal_keeps_its_words_and_numbers() -> None:
    assert refusal("refuses_plainly") == "a.docx is not for me 3."
    assert refusal("counts") == "a.docx is over 7 MB; split it into several files."


@pytest.mark.parametrize("parser", ["fails", "leaves", "dies", "lies", "machine_code", "missing"])
def test_any_other_end_is_one_sentence(parser: str) -> None:
    assert refusal(parser, what=mark("a Word document")) == (
        "a.docx could not be read as a Word document (damaged?); open it in its program and "
        "save it again."
    )


def test_a_parser_that_takes_too_long_is_ended() -> None:
    assert "took longer than 1.5 s to read" in refusal("sleeps", seconds=1.5)
    assert "took longer than 1 s to read" in refusal("spins", seconds=1)


def test_a_parser_that_takes_too_much_is_ended() -> None:
    assert "holds too much text" in refusal("talks", memory=4_000_000_000)
    assert "could not be read" in refusal("floods")


@LINUX
def test_a_parser_that_takes_too_much_memory_is_ended() -> None:
    assert "takes more memory" in refusal("gorges", memory=500_000_000)


@pytest.mark.parametrize("parser", ["writes", "opens_to_write", "removes", "reads"])
def test_a_parser_touches_no_file(parser: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    path.write_text("kept")
    for one in (path, tmp_path / "new.txt"):
        assert "could not be read" in refusal(parser, str(one).encode())
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("kept.txt", "kept")]


def test_a_parser_reads_what_belongs_to_python() -> None:
    (one,) = read("reads_its_own")
    assert one.text == 'r""'


@pytest.mark.parametrize("parser", ["calls", "starts", pytest.param("forks", marks=POSIX)])
def test_a_parser_reaches_nobody(parser: str) -> None:
    assert "could not be read" in refusal(parser)


def test_what_is_refused_is_refused_though_it_is_passed_over(tmp_path: Path) -> None:
    (one,) = read("swallows", str(tmp_path / "new.txt").encode())
    assert one.text == "nothing happened"
    assert list(tmp_path.iterdir()) == []


def test_a_parser_that_nobody_waits_for_is_ended() -> None:
    with until(lambda: True):
        assert "could not be read" in refusal("sleeps", seconds=60)


def test_a_child_that_dies_before_it_is_given_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_CHILD", "reader.no_such_module")
    assert "could not be read" in refusal("good", b"x" * 3_000_000)


def test_a_system_that_starts_no_more_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("subprocess.Popen", full)
    assert "no process could be started for it (Resource temp" in refusal("good")


# The same inside this process, where what each part does can be seen.


def in_process(parser: str, data: bytes = b"", **header: Any) -> dict[str, Any]:
    asked = {"parser": f"{PARSERS}:{parser}", "name": "a", "seconds": 9, "memory": 1 << 33}
    out = io.BytesIO()
    hooks: list[Any] = []
    line = json.dumps({**asked, **header}).encode() + b"\n"
    main(io.BytesIO(line + data), out, hooks.append)
    (guard,) = hooks
    assert isinstance(guard, Guard)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.fixture
def no_limits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, int]]:
    limits: list[tuple[float, int]] = []
    monkeypatch.setattr(confined_child, "limit", lambda *both: limits.append(both))
    return limits


def test_the_child_answers_in_json(
    no_limits: list[tuple[float, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_process("good", "文".encode())["articles"][0][0] == "文"
    assert no_limits == [(9, 1 << 33)]
    refused = in_process("refuses")["refused"]
    assert refused["fields"] == {"name": "a", "what": {"template": "a PDF", "fields": {}}}
    assert in_process("refuses_plainly") == {"refused": "a is not for me 3."}
    failed = in_process("fails")
    assert failed["failed"] == "error"
    assert "JSONDecodeError" in failed["detail"]
    monkeypatch.setattr(confined_child, "LARGEST_RESULT", 10)
    assert in_process("good", b"x" * 20) == {"failed": "size"}


def test_the_child_says_when_memory_ends(
    no_limits: list[tuple[float, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gorge(*_: object) -> list[Parsed]:
        raise MemoryError

    monkeypatch.setattr(confined_parsers, "gorges", gorge)
    assert in_process("gorges") == {"failed": "memory"}
    # While what was found is written down, too.
    monkeypatch.setattr(confined_child, "answer", gorge)
    assert in_process("good") == {"failed": "memory"}


def test_the_language_of_this_process_is_left_as_it_was() -> None:
    answer(f"{PARSERS}:good", b"", "a", Guard([]))
    assert language.tr("x") == "x"
    assert type(language.tr("x")) is str


def test_what_stands_in_a_sentence_is_text_or_a_number() -> None:
    assert told(3) == 3
    assert told(Path("a")) == "a"


@POSIX
def test_limits_are_set_where_the_system_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    said: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, both: said.append((what, both)))
    confined_child.limit(2.5, 77)
    assert said == [
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_CPU, (4, 4)),
        (resource.RLIMIT_AS, (77, 77)),
    ]
    monkeypatch.setitem(sys.modules, "resource", None)
    confined_child.limit(2.5, 77)
    assert len(said) == 3


def test_the_guard_lets_python_be_and_refuses_the_rest(tmp_path: Path) -> None:
    guard = Guard(own_folders())
    outside, inside = str(tmp_path / "a"), json.__file__
    guard("import", ("json",))
    guard("open", (outside, "r", 0))
    guard("open", (3, "w", 0))
    for mode, flags in (("w", 0), ("r+", 0), (None, 0x241)):
        with pytest.raises(PermissionError):
            guard("open", (inside, mode, flags))
    guard.libraries_only = True
    guard("open", (inside.encode(), "r", 0))
    for path in (outside, tmp_path / "a", f"{Path(inside).parent}/../../../../../../etc/passwd"):
        with pytest.raises(PermissionError, match="may not do this: open"):
            guard("open", (path, "r", 0))
    for event in ("socket.connect", "os.system", "subprocess.Popen", "os.remove", "shutil.rmtree"):
        with pytest.raises(PermissionError, match=event):
            guard(event, ())


@POSIX
def test_the_module_is_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    header = {"parser": f"{PARSERS}:good", "name": "a", "seconds": 9, "memory": 1 << 33}

    class Stream:
        def __init__(self, data: bytes = b"") -> None:
            self.buffer = io.BytesIO(data)

    out = Stream()
    monkeypatch.setattr(sys, "stdin", Stream(json.dumps(header).encode() + b"\nx"))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "addaudithook", lambda _hook: None)
    import resource

    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)
    monkeypatch.delitem(sys.modules, "reader.importers.confined_child")
    runpy.run_module("reader.importers.confined_child", run_name="__main__")
    assert json.loads(out.buffer.getvalue())["articles"][0][0] == "x"
