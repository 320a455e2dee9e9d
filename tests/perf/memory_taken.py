"""The processes that the memory benchmark asks what they grew by."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

_IDLE, _LOADING = 0.5, 2.0

if TYPE_CHECKING:
    from tests.perf.stage import Reader


def main(name: str, folder: Path, length: int, tags: int) -> None:
    """Show the article, and print by how many kibibytes the process grew."""
    from PySide6.QtWidgets import QApplication

    from reader.ui.app import prepare

    application = QApplication(sys.argv[:1])
    prepare(application)
    grown = _editor(length, tags) if name == "QTextEdit" else _reader(name, folder)
    sys.stdout.write(f"{grown}\n")
    sys.stdout.flush()
    # Nothing is left to be done.
    os._exit(0)


def _reader(name: str, folder: Path) -> int:
    from tests.perf.stage import SURFACE, SurfaceAlone, WholeWindow, open_workspace

    with tempfile.TemporaryDirectory() as state:
        make = SurfaceAlone if name == SURFACE else WholeWindow
        reader: Reader = make(Path(state))
        article = open_workspace(reader, folder)
        _show_a_page(reader)
        # The dictionaries of the other scripts are loaded when nothing has moved for a while.
        _rest(_LOADING)
        before = _resident()
        reader.session.show_article(article)
        reader.paint()
        _rest()
        assert reader.session.workspace is not None
        last = reader.session.workspace.index(article).in_order()[-1]
        reader.session.choose_annotation(last.id)
        reader.paint()
        _rest()
        grown = _resident() - before
        reader.session.close()
        return grown


def _editor(length: int, tags: int) -> int:
    from PySide6.QtCore import QSize

    from tests.perf.plain_editor import PlainEditor
    from tests.perf.stage import SurfaceAlone
    from tests.perf.texts import article_text, tag_spans

    with tempfile.TemporaryDirectory() as state:
        typography = SurfaceAlone(Path(state)).surface.typography
    editor = PlainEditor(QSize(860, 720), typography)
    editor.show_text(_page(), [])
    text, spans = article_text(length), tag_spans(length, tags)
    _rest()
    before = _resident()
    editor.show_text(text, spans)
    _rest()
    editor.jump(spans[-1])
    _rest()
    return _resident() - before


def _page() -> str:
    """Return a page of text: what it shows loads the faces and fills their caches."""
    from tests.perf.texts import article_text

    return article_text(2_000)


def _show_a_page(reader: Reader) -> None:
    from reader.annotation.index import AnnotationIndex
    from reader.text.script import Script, SourceScript
    from reader.text.view import ScriptView

    view = ScriptView(_page(), None)
    nothing = AnnotationIndex()
    reader.surface.show_article(view, nothing, Script.ORIGINAL, SourceScript.SIMPLIFIED)
    reader.paint()


def _rest(idle: float = _IDLE) -> None:
    """Let the event loop do all that it does when nothing is asked of it."""
    from PySide6.QtCore import QCoreApplication

    idle_since = time.perf_counter()
    while time.perf_counter() - idle_since < idle:
        start = time.perf_counter()
        QCoreApplication.processEvents()
        if time.perf_counter() - start > 0.002:
            idle_since = time.perf_counter()
        time.sleep(0.001)
    gc.collect()


def _resident() -> int:
    """Return what the process has in memory, in kibibytes; Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1])


if __name__ == "__main__":
    # As __main__ does: the repository's tests, whatever else is installed.
    _tests = ModuleType("tests")
    _tests.__path__ = [str(Path(__file__).resolve().parents[1])]
    sys.modules["tests"] = _tests
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
