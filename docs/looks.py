"""Makes the sheets of docs/looks.md: the window in every theme, language, script and scale.

``.venv/bin/python docs/looks.py`` needs no screen. With a folder named after it the single
pictures, in full size, stay in that folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_aside = tempfile.TemporaryDirectory(prefix="wenmai-looks-")
os.environ["WENMAI_STATE"] = str(Path(_aside.name) / "state")
os.environ["WENMAI_DATA"] = str(Path(_aside.name) / "data")

from PySide6.QtCore import QRect, QSettings, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from reader.text.script import Script  # noqa: E402
from reader.ui.app import make_window, prepare  # noqa: E402
from reader.user import state_folder  # noqa: E402

THEMES = ("light", "dark", "sepia")
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
SCALES = ("1", "2")
_SIZE = (1366, 768)
_CELL = (600, 338)
_GAP = 8


def picture(theme: str, language: str, script: Script, scale: str) -> str:
    """Return the name of one picture."""
    return f"{theme}-{language}-{script.value}-{scale}00.png"


def take(folder: Path, language: str, scale: str) -> None:
    """Write the pictures of one language, at the scale that this process was started with."""
    application = QApplication(sys.argv[:1])
    prepare(application)
    settings = QSettings(str(state_folder() / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", language)
    settings.sync()
    window = make_window(None)
    assert window is not None
    window.resize(*_SIZE)
    window.show()
    workspace = window.session.workspace
    assert workspace is not None
    first = next(iter(workspace.articles))
    window.session.show_article(first)
    window.session.choose_annotation(workspace.index(first).in_order()[4].id)
    for theme, script in product(THEMES, Script):
        window.appearance.choose(theme)
        window.session.show_script(script)
        for _ in range(4):
            application.processEvents()
        window.grab().save(str(folder / picture(theme, language, script, scale)))
    window.close()


def sheet(folder: Path, theme: str, scale: str) -> QImage:
    """Return the pictures of a theme at a scale: a row a script, a column a language."""
    width, height = _CELL
    columns, rows = len(LANGUAGES), len(Script)
    whole = QImage(
        columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP, QImage.Format.Format_RGB32
    )
    whole.fill(Qt.GlobalColor.gray)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for (row, script), (column, language) in product(enumerate(Script), enumerate(LANGUAGES)):
        image = QImage(str(folder / picture(theme, language, script, scale)))
        assert not image.isNull()
        image.setDevicePixelRatio(1.0)
        small = image.scaled(
            width,
            height,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        at = QRect(_GAP + column * (width + _GAP), _GAP + row * (height + _GAP), width, height)
        painter.drawImage(at.topLeft(), small)
    painter.end()
    return whole


def main(folder: Path) -> None:
    """Take every picture, each language and scale in a process of its own, and make the sheets."""
    for language, scale in product(LANGUAGES, SCALES):
        subprocess.run(
            [sys.executable, __file__, "--take", str(folder), language, scale],
            check=True,
            env={**os.environ, "QT_SCALE_FACTOR": scale},
        )
    images = Path(__file__).parent / "images"
    for theme, scale in product(THEMES, SCALES):
        path = images / f"looks-{theme}-{scale}00.webp"
        if not sheet(folder, theme, scale).save(str(path), quality=80):
            sys.exit(f"{path} could not be written.")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--take"]:
        take(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(_aside.name))
