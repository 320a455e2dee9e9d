"""What is printed goes out as UTF-8, whatever it holds."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from reader.cli.output import say, speak_utf8

if TYPE_CHECKING:
    import pytest


def test_the_bytes_of_a_name_go_out_as_they_came_and_other_surrogates_by_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    speak_utf8()
    for line in ("文.txt", "\udcff.txt", "\ud800没有", "a\udcff\ud800\udc80b"):
        say(line)
    sys.stdout.flush()
    assert out.getvalue().split(b"\n") == [
        "文.txt".encode(),
        b"\xff.txt",
        "\\ud800没有".encode(),
        b"a\xff\\ud800\x80b",
        b"",
    ]
