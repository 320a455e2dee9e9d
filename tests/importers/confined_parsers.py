"""Parsers that do what a parser of strangers' files may be talked into."""

from __future__ import annotations

import ctypes
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from reader.importers.importer import ImportRefusedError
from reader.importers.parsed import Parsed
from reader.language import mark, tr


def good(data: bytes, name: str) -> list[Parsed]:
    sys.stdout.write("what a library prints")
    return [Parsed(data.decode(), {"title": name, "date": "2020-03-01", "strange": "x"})]


def loaded(_data: bytes, _name: str) -> list[Parsed]:
    """Say what is loaded that makes starting slow."""
    roots = {name.split(".")[0].casefold() for name in sys.modules}
    return [Parsed(" ".join(roots & {"pyside6", "opencc", "lxml", "charset_normalizer"}))]


def half(_data: bytes, _name: str) -> list[Parsed]:
    return [Parsed("字\ud800", {"author": "\ud800"})]


def refuses(_data: bytes, name: str) -> list[Parsed]:
    what = tr(mark("a PDF"))
    msg = tr("{name} is {what}, not plain text; save it as plain text (.txt) first.")
    raise ImportRefusedError(msg.format(name=name, what=what))


def refuses_plainly(_data: bytes, name: str) -> list[Parsed]:
    msg = f"{name} is not for me {3}."
    raise ImportRefusedError(msg)


def counts(_data: bytes, name: str) -> list[Parsed]:
    msg = tr("{name} is over {size} MB; split it into several files.")
    raise ImportRefusedError(msg.format(name=name, size=7))


def fails(_data: bytes, _name: str) -> list[Parsed]:
    return [Parsed("x")][1:2] or json.loads("{")


def leaves(_data: bytes, _name: str) -> list[Parsed]:
    sys.exit(0)


def dies(_data: bytes, _name: str) -> list[Parsed]:
    os._exit(3)


def sleeps(_data: bytes, _name: str) -> list[Parsed]:
    time.sleep(60)
    return []


def spins(_data: bytes, _name: str) -> list[Parsed]:
    while True:
        pass


def gorges(_data: bytes, _name: str) -> list[Parsed]:
    return [Parsed("x" * 2_000_000_000)]


def talks(_data: bytes, _name: str) -> list[Parsed]:
    return [Parsed("字" * 30_000_000)]


def lies(_data: bytes, _name: str) -> list[Parsed]:
    os.write(1, b'{"refused": {"template": "{a.b}", "fields": {"a": "x"}}}')
    os._exit(0)


def floods(_data: bytes, _name: str) -> list[Parsed]:
    while True:
        os.write(1, b" " * 1_000_000)


def writes(data: bytes, _name: str) -> list[Parsed]:
    Path(data.decode()).write_text("x")
    return []


def opens_to_write(data: bytes, _name: str) -> list[Parsed]:
    os.open(data.decode(), os.O_CREAT | os.O_WRONLY)
    return []


def reads(data: bytes, _name: str) -> list[Parsed]:
    return [Parsed(Path(data.decode()).read_text())]


def reads_its_own(_data: bytes, _name: str) -> list[Parsed]:
    with open(0, closefd=False):
        return [Parsed(Path(json.__file__).read_text("utf-8")[:3])]


def removes(data: bytes, _name: str) -> list[Parsed]:
    Path(data.decode()).unlink()
    return []


def calls(_data: bytes, _name: str) -> list[Parsed]:
    socket.create_connection(("127.0.0.1", 9))
    return []


def starts(_data: bytes, _name: str) -> list[Parsed]:
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return []


def forks(_data: bytes, _name: str) -> list[Parsed]:
    os.fork()
    return []


def swallows(data: bytes, _name: str) -> list[Parsed]:
    """Take every refusal for nothing, as careless libraries do."""
    for forbidden in (writes, calls, starts, removes):
        try:
            forbidden(data, "")
        except OSError:
            continue
    return [Parsed("nothing happened")]


def machine_code(_data: bytes, _name: str) -> list[Parsed]:
    ctypes.string_at(0)
    return []
