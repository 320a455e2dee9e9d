"""What every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is nothing that a test asserts.
settings.register_profile("untimed", deadline=None)
# The gate takes the same examples each time: what it says of a change, it says of that change.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("untimed")

# Before anything imports Qt: no test needs a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the files with slow tests first, so that no process waits for them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep writers' ids, settings and the sample workspace out of the tester's own folders."""
    base = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("WENMAI_STATE", str(base / "state"))
    monkeypatch.setenv("WENMAI_DATA", str(base / "data"))
    monkeypatch.setenv("WENMAI_AUTHOR", "tester")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real articles and their gold tags, or skip."""
    if not (_SHARED / "articles").is_dir():
        pytest.skip("the real articles are not in the repository and not beside it")
    return _SHARED
