"""Runs commands as a user would, in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from reader.__main__ import main
from reader.user import state_folder
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TALK = "社区讲座\n街道办了62场互联网讲座，老人发展兴趣。\n"
OLD = "臺灣的社區\n\n里長辦了三場讀書會，120多萬人次參加。\n"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one sentence of a command that was refused."""
        assert self.status == 2
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENMAI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("WENMAI_AUTHOR", "lin")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    def command(*words: object) -> Outcome:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Outcome(status, out, err)

    return command


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, Path]:
    """Two files to import; the line ends are written as they stand."""
    files = {"talk": tmp_path / "talk.txt", "old": tmp_path / "old.txt"}
    files["talk"].write_text(TALK, "utf-8", newline="")
    files["old"].write_text(OLD, "utf-8", newline="")
    return files


@pytest.fixture
def open_workspace(tmp_path: Path) -> Callable[[], Any]:
    return lambda: Workspace.open(tmp_path / "ws", author="mei", state=state_folder())


@pytest.fixture
def workspace(tmp_path: Path, texts: dict[str, Path], run: Callable[..., Outcome]) -> Path:
    """A workspace with both texts and no tags."""
    folder = tmp_path / "ws"
    assert run("import", folder, *texts.values(), "--create").status == 0
    return folder


@pytest.fixture
def tagged(workspace: Path, run: Callable[..., Outcome]) -> Path:
    """The workspace with a metric and a programme in one article, a metric in the other."""
    attributes = ["--attr", "value=62", "unit=场", "--note", "年度"]
    assert run("tag", workspace, "社区讲座", 9, 12, "metric", *attributes).status == 0
    assert run("tag", workspace, "社区讲座", 0, 4, "programme").status == 0
    assert run("tag", workspace, "臺灣的社區", 17, 24, "metric").status == 0
    return workspace
