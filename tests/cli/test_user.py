"""Who works here and where this machine keeps its own files."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest

from reader.user import author_name, data_folder, state_folder

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_author_is_the_account_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMAI_AUTHOR", " 林老师 ")
    assert author_name() == "林老师"
    monkeypatch.setattr(getpass, "getuser", lambda: "mei")
    monkeypatch.setenv("WENMAI_AUTHOR", " ")
    assert author_name() == "mei"
    monkeypatch.delenv("WENMAI_AUTHOR")
    assert author_name() == "mei"


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_an_account_without_a_name_is_unknown(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def nameless() -> str:
        raise error

    monkeypatch.delenv("WENMAI_AUTHOR")
    monkeypatch.setattr(getpass, "getuser", nameless)
    assert author_name() == "unknown"


@pytest.mark.skipif(os.name == "nt", reason="names that are no text are POSIX's")
def test_an_author_can_always_be_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMAI_AUTHOR", os.fsdecode(b"lin\xff"))
    assert author_name() == r"lin\udcff"


@pytest.mark.parametrize(
    ("folder", "variable", "systems"),
    [
        (state_folder, "WENMAI_STATE", platformdirs.user_state_path),
        (data_folder, "WENMAI_DATA", platformdirs.user_data_path),
    ],
)
def test_a_folder_lies_where_the_system_keeps_it_unless_another_is_named(
    monkeypatch: pytest.MonkeyPatch,
    folder: Callable[[], Path],
    variable: str,
    systems: Callable[..., Path],
) -> None:
    monkeypatch.setenv(variable, "here/it")
    assert folder() == Path("here/it")
    monkeypatch.setenv(variable, "")
    assert folder() == systems("wenmai", appauthor=False)
    monkeypatch.delenv(variable)
    assert folder() == systems("wenmai", appauthor=False)
