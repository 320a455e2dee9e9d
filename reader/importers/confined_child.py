"""The process in which a file of strangers is read; :mod:`confined` starts it and ends it.

It reads a line of JSON (``parser``, ``name``, ``seconds``, ``memory``) and the bytes of the
file, and writes one object: ``articles``, or ``refused`` with the sentence, or ``failed`` with
why. What it may do is little: see :class:`Guard`. That holds code in Python that a file
talked a parser into; against machine code it is no wall, but the limits stand.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from contextlib import suppress
from importlib import import_module
from math import ceil
from traceback import format_exception
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from reader import language
from reader.importers.importer import ImportRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LARGEST_RESULT: Final = 128 * 1024 * 1024
"""Bytes of JSON that are handed back at most."""

_FORBIDDEN: Final = (
    "socket.",
    "subprocess.",
    "shutil.",
    "ftplib.",
    "urllib.",
    "http.client.",
    "smtplib.",
    "webbrowser.",
    "winreg.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "os.startfile",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.utime",
    "pty.",
    "tempfile.",
)
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Guard:
    """An audit hook that lets a parser compute, and read Python's own files, and nothing else.

    Attributes:
        libraries_only: Whether files are opened in Python's own folders alone; set when
            the parser is there.
    """

    def __init__(self, folders: Iterable[str]) -> None:
        """Begin with the folders of Python and its libraries."""
        real = {os.path.realpath(one) for one in folders if one}
        self._folders = tuple(os.path.join(one, "") for one in real)  # noqa: PTH118  on every open
        self.libraries_only = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse what a parser has no need of.

        Raises:
            PermissionError: If it is refused.
        """
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, int):
                return
            writes = any(letter in (mode or "") for letter in "wax+") or flags & _WRITING
            if writes or (self.libraries_only and not self._is_of_a_library(path)):
                self._refuse(event)
        elif event.startswith(_FORBIDDEN):
            self._refuse(event)

    def _is_of_a_library(self, path: str | bytes | os.PathLike[str]) -> bool:
        return os.path.realpath(os.fsdecode(path)).startswith(self._folders)

    def _refuse(self, event: str) -> None:
        msg = f"a parser may not do this: {event}"
        raise PermissionError(msg)


class _Sentence(str):
    """A sentence that remembers how it was made, so that it can be said in the user's language."""

    __slots__ = ("fields", "template")

    template: str
    fields: dict[str, object]

    @classmethod
    def of(cls, template: str, fields: dict[str, object] | None = None) -> _Sentence:
        """Return a sentence with its fields filled in, or before that."""
        said = cls(template if fields is None else str(template).format(**fields))
        said.template, said.fields = str(template), fields or {}
        return said

    def format(self, *_: object, **fields: object) -> str:
        """Fill the fields in."""
        return _Sentence.of(self.template, fields)


def told(value: object) -> object:
    """Return a sentence, or what stands in a field of one, as JSON holds it."""
    if isinstance(value, _Sentence):
        fields = {name: told(one) for name, one in value.fields.items()}
        return {"template": value.template, "fields": fields}
    return value if isinstance(value, int | float) else str(value)


def answer(parser: str, data: bytes, name: str, guard: Guard) -> dict[str, object]:
    """Return what comes of reading a file, as an object of JSON.

    Args:
        parser: ``module:function``.
        data: The file.
        name: What messages call it.
        guard: Told when the parser is loaded.
    """
    language.use(_Sentence.of)
    try:
        module, _, function = parser.partition(":")
        parse = getattr(import_module(module), function)
        guard.libraries_only = True
        articles = parse(data, name)
        return {"articles": [[one.text, dict(one.metadata)] for one in articles]}
    except ImportRefusedError as refused:
        return {"refused": told(refused.args[0])}
    except MemoryError:
        return {"failed": "memory"}
    except BaseException as error:  # noqa: BLE001  whatever it is, the file could not be read
        return {"failed": "error", "detail": "".join(format_exception(error, limit=-5))}
    finally:
        language.use(None)


def limit(seconds: float, memory: int) -> None:
    """Bound this process's processor time and memory, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        # What was in memory when it died is nobody's to find.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # Wall-clock time is watched from outside; this ends a child whose parent is gone.
        time = ceil(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (time, time))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def own_folders() -> list[str]:
    """Return the folders of Python, its libraries and this program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    usual = sysconfig.get_paths()
    named = [usual[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    return [*named, *sys.path, package]


def main(
    stdin: BinaryIO, stdout: BinaryIO, add_hook: Callable[[Callable[..., None]], None]
) -> None:
    """Read one file and say what came of it."""
    asked = json.loads(stdin.readline())
    guard = Guard(own_folders())
    add_hook(guard)
    limit(asked["seconds"], asked["memory"])
    try:
        said = answer(asked["parser"], stdin.read(), asked["name"], guard)
        result = json.dumps(said).encode("ascii")
    except MemoryError:
        result = b'{"failed": "memory"}'
    if len(result) > LARGEST_RESULT:
        result = b'{"failed": "size"}'
    stdout.write(result)
    stdout.flush()


if __name__ == "__main__":
    out = sys.stdout.buffer
    # What a library prints is no part of the answer.
    sys.stdout = sys.stderr
    main(sys.stdin.buffer, out, sys.addaudithook)
