"""Makes the pictures of the docs anew from the sample workspace; needs no screen.

``.venv/bin/python docs/screenshots.py`` makes those that the pages show; with a
folder named after it, the window in every script too, all in that folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_aside = tempfile.TemporaryDirectory(prefix="wenmai-pictures-")
os.environ["WENMAI_STATE"] = str(Path(_aside.name) / "state")
os.environ["WENMAI_DATA"] = str(Path(_aside.name) / "data")

from PySide6.QtWidgets import QApplication  # noqa: E402

from reader.text.script import Script  # noqa: E402
from reader.ui.app import make_window, prepare  # noqa: E402

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

_SIZE = (1366, 860)


def main(folder: Path, scripts: tuple[Script, ...]) -> None:
    """Write the pictures to ``folder``, and the window in some scripts."""
    application = QApplication(sys.argv[:1])
    prepare(application)
    window = make_window(None)
    assert window is not None
    window.resize(*_SIZE)
    window.show()
    workspace = window.session.workspace
    assert workspace is not None
    first = next(iter(workspace.articles))
    tags = workspace.index(first).in_order()
    for script in scripts:
        window.session.show_script(script)
        _take(window, folder / f"window-{script.value}.png")
    window.session.show_script(Script.TAIWAN)
    window.session.choose_annotation(tags[6].id)
    _take(window, folder / "window.png")
    window.toggle_table()
    _take(window, folder / "table.png")
    window.toggle_table()
    window.toggle_changes()
    window.toggle_parallel()
    _take(window, folder / "changes.png")
    window.close()


def _take(window: MainWindow, path: Path) -> None:
    for _ in range(3):
        QApplication.processEvents()
    window.grab().save(str(path))
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), tuple(Script))
    else:
        main(Path(__file__).parent / "images", ())
