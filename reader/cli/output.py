"""What a command prints, as UTF-8 whatever the system's locale says."""

from __future__ import annotations

import codecs
import contextlib
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.cli.command import UserError
from reader.exporters import write_durably

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD: Final = "-"
"""Written where a file's name could be: standard output, or standard input."""

_AS_GIVEN: Final = "wenmai-as-given"
_FIRST_BYTE: Final = 0xDC80
# What would move a terminal's cursor, or begin another line.
_UNPRINTED = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]+")


def speak_utf8() -> None:
    """Make the standard streams write UTF-8 and plain line ends."""
    codecs.register_error(_AS_GIVEN, _as_given)
    for stream, errors in ((sys.stdout, _AS_GIVEN), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _as_given(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write the bytes of a file's name as they were given, and other lone surrogates by number."""
    assert isinstance(error, UnicodeEncodeError)
    number = ord(error.object[error.start])
    given = _FIRST_BYTE <= number < _FIRST_BYTE + 0x80
    # So Python keeps a byte of a name that is no UTF-8 (PEP 383).
    shown = bytes([number - _FIRST_BYTE + 0x80]) if given else f"\\u{number:04x}"
    return shown, error.start + 1


def abandon_output() -> None:
    """Drop what is not written yet, or Python fails once more when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def complain(sentence: str) -> None:
    """Print a sentence on standard error."""
    print(_on_one_line(sentence), file=sys.stderr)  # noqa: T201


def say(line: str) -> None:
    """Print a line on standard output."""
    print(_on_one_line(line))  # noqa: T201


def say_json(data: object) -> None:
    """Print data as JSON on one line of standard output."""
    print(json_text(data))  # noqa: T201


def json_text(data: object) -> str:
    """Return data as JSON on one line."""
    text = json.dumps(data, ensure_ascii=False)
    # What replaces a lone surrogate (in a file's name) is its own JSON escape.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def counted(number: int, thing: str) -> str:
    """Return a number with its noun: ``1 tag``, ``2 tags``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def write_out(target: str, chunks: Iterable[bytes]) -> None:
    """Write bytes to a file, whole or not at all, or to standard output for ``-``.

    Raises:
        ExportError: If the file could not be written.
        InsideWorkspaceError: If the file would lie in the folder of a workspace.
        UserError: If there is no standard output.
    """
    if target != STANDARD:
        # Most commands write no file, and start sooner without the store.
        from reader.workspace.files.outside import verify_outside

        verify_outside(Path(target))
        write_durably(Path(target), chunks)
        return
    output = getattr(sys.stdout, "buffer", None)
    if output is None:
        msg = "There is no standard output to write to; name a file with -o."
        raise UserError(msg)
    for chunk in chunks:
        rest = memoryview(chunk)
        # An unbuffered stream (PYTHONUNBUFFERED) may take less than it is given.
        while rest:
            rest = rest[output.write(rest) :]
        output.flush()


def _on_one_line(text: str) -> str:
    return _UNPRINTED.sub(" ", text)
