"""Reading files of strangers in a process of their own, which can do little and not for long."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from reader.importers.confined_child import LARGEST_RESULT
from reader.importers.importer import ImportRefusedError
from reader.importers.parsed import FIELDS, Parsed
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_log = logging.getLogger(__name__)

USUAL_SECONDS: Final = 30.0
"""How long a file may take to read."""

USUAL_MEMORY: Final = 1_000_000_000
"""Bytes of address space that reading a file may take, libraries included."""

# Seconds between looks at whether somebody still waits.
_LOOK: Final = 0.1
_CHILD = "reader.importers.confined_child"
# What Python needs to start on every system; nothing else of the user's is handed over.
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL")


# Asked while a file is read; True ends it.
_stop: ContextVar[Callable[[], bool]] = ContextVar("_stop", default=bool)


@contextmanager
def until(stop: Callable[[], bool]) -> Iterator[None]:
    """End the reading of a file when ``stop``, called now and then from a thread, says so."""
    token = _stop.set(stop)
    try:
        yield
    finally:
        _stop.reset(token)


def parse_confined(
    parser: str,
    data: bytes,
    name: str,
    *,
    seconds: float = USUAL_SECONDS,
    memory: int = USUAL_MEMORY,
    what: str = mark("this kind of file"),
) -> list[Parsed]:
    """Read a file in a process of its own, without network, files or other processes.

    Args:
        parser: ``module:function`` of a :data:`~reader.importers.parsed.Parser`.
        data: The bytes of the file.
        name: What messages call it.
        seconds: How long it may take, the start of the process (about 0.1 s) included.
        memory: Bytes of address space that it may take, Python's own (about 50 MB) and
            libraries included, where the system limits it (Linux does, macOS and Windows do not).
        what: What the file should be, ``mark("a Word document")``, for the message.

    Raises:
        ImportRefusedError: If the parser refuses it, or fails, or dies, or takes too long
            or too much.
    """
    header = {"parser": parser, "name": name, "seconds": seconds, "memory": memory}
    try:
        result, late = _run(json.dumps(header).encode("ascii") + b"\n" + data, seconds)
    except OSError as error:
        raise ImportRefusedError(
            tr(
                "{name} was not read, because no process could be started for it ({reason}); "
                "close other programs and try again."
            ).format(name=name, reason=error.strerror)
        ) from error
    if late:
        raise ImportRefusedError(
            tr(
                "{name} took longer than {seconds:g} s to read; save it as plain text (.txt) "
                "and import that."
            ).format(name=name, seconds=seconds)
        )
    try:
        said = json.loads(result)
        if "articles" in said:
            return [_parsed(*one) for one in said["articles"]]
        refused = said.get("refused")
        sentence = _failure(said, name, what) if refused is None else _said(refused)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        _log.warning("The reader of a file ended without an answer: %r", error)
        sentence = _failure({}, name, what)
    raise ImportRefusedError(sentence)


def _run(message: bytes, seconds: float) -> tuple[bytes, bool]:
    """Return what the child says, and whether it was ended for being late."""
    process = subprocess.Popen(  # noqa: S603  our own module in our own Python
        [sys.executable, "-P", "-B", "-X", "utf8", "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    over, late = Event(), Event()
    watch = Thread(target=_watch, args=(process, seconds, over, late, _stop.get()), daemon=True)
    watch.start()
    result = b""
    try:
        try:
            with process.stdin:
                process.stdin.write(message)
        except OSError as error:
            _log.warning("The reader of a file ended while it was given it: %s", error)
        # A byte too many makes no JSON of it.
        result = process.stdout.read(LARGEST_RESULT + 1)
    finally:
        process.kill()
        process.stdout.close()
        process.wait()
        over.set()
        watch.join()
    return result, late.is_set()


def _watch(
    process: subprocess.Popen[bytes],
    seconds: float,
    over: Event,
    late: Event,
    stop: Callable[[], bool],
) -> None:
    """End a child that takes too long, or that nobody waits for any more."""
    end = monotonic() + seconds
    while not over.wait(max(0.0, min(_LOOK, end - monotonic()))):
        if monotonic() >= end:
            late.set()
        if late.is_set() or stop():
            process.kill()
            return


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # Found where this process finds it, from a checkout too, and never in the working folder.
    return {**kept, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}


def _parsed(text: str, metadata: Mapping[str, str]) -> Parsed:
    return Parsed(str(text), {name: str(metadata[name]) for name in FIELDS if name in metadata})


def _said(value: Any) -> str:  # noqa: ANN401  whatever JSON holds
    """Return a sentence of the child's in the user's language."""
    if not isinstance(value, dict):
        return str(value)
    fields = {name: _said(one) for name, one in value["fields"].items()}
    return tr(value["template"]).format(**fields)


def _failure(said: Mapping[str, Any], name: str, what: str) -> str:
    """Return why a file was not read, where its parser did not say."""
    why = said.get("failed")
    if why == "memory":
        return tr(
            "{name} takes more memory to read than is given to a file; save it as plain text "
            "(.txt) and import that."
        ).format(name=name)
    if why == "size":
        return tr("{name} holds too much text; split it into several files.").format(name=name)
    _log.warning("A file could not be read: %s", said.get("detail", "the reader died"))
    return tr(
        "{name} could not be read as {what} (damaged?); open it in its program and save it again."
    ).format(name=name, what=tr(what))
