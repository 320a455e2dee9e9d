"""What a report tells of the program: versions, screens, counts, the last lines of the log.

A report is made to be sent to somebody. It holds no text of an article: Chinese
characters are counted instead of shown, wherever they come from.
"""

from __future__ import annotations

import logging
import re
import sys
from collections import deque
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.ui.versions import versions

if TYPE_CHECKING:
    from reader.ui.frame import Frame
    from reader.ui.session import Session

LOG_NAME: Final = "wenmai.log"
"""The file of the folder of :func:`reader.ui.crash.log_folder` that is written now."""

_SIZE, _KEPT = 256 * 1024, 3
_REMEMBERED: Final = 40
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Han with its extensions, kana, bopomofo, hangul, full-width forms, private use.
# Compiled where a report is made: that takes milliseconds, and most starts need none.
_TEXT: Final = (
    "[\u2e80-\u2fff\u3001-\u30ff\u3100-\u31ff\u3400-\u9fff\uac00-\ud7ff\ue000-\ufaff"
    "\uff01-\uffee\U00020000-\U000fffff]+"
)


class LastLines(logging.Handler):
    """Remembers the last lines of the log, for a report."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        super().__init__()
        self.lines: deque[str] = deque(maxlen=_REMEMBERED)

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line; of a traceback the log file has the rest."""
        try:
            self.lines.append(self.format(record).partition("\n")[0])
        except Exception:  # noqa: BLE001  whoever logs must not fail for it
            self.handleError(record)


class LogFile(logging.Handler):
    """Writes the log to a rotating file, which is opened for the first line."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet."""
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            self._file = self._opened()
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        # Loads the half of a network stack, which a good day has no use for.
        from logging.handlers import RotatingFileHandler

        made: logging.Handler
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            made = RotatingFileHandler(
                self._path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
            )
        except OSError as error:
            sys.stderr.write(f"No log is written, {self._path} cannot be: {error}\n")
            made = logging.NullHandler()
        made.setFormatter(self.formatter)
        return made


class Log:
    """The program's log: a rotating file, and its last lines.

    Attributes:
        path: The file.
        last: The last lines.
    """

    def __init__(self, folder: Path) -> None:
        """Take every line from now on; where the folder cannot be written, remember only."""
        self.path = folder / LOG_NAME
        self.last = LastLines()
        self._handlers = (self.last, LogFile(self.path))
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.INFO)
        for handler in self._handlers:
            handler.setFormatter(logging.Formatter(_FORMAT))
            root.addHandler(handler)

    def close(self) -> None:
        """Write no more."""
        root = logging.getLogger()
        root.setLevel(self._level)
        for handler in self._handlers:
            root.removeHandler(handler)
            handler.close()


def facts(window: Frame | None, session: Session | None) -> list[tuple[str, str]]:
    """Return what is known of the program, the machine and the window, without any text."""
    import platform

    return [
        *versions(),
        ("System", platform.platform()),
        *_shown(),
        *([] if window is None else _window(window)),
        *([] if session is None else _session(session)),
    ]


def report(window: Frame | None, session: Session | None, *, happened: str = "") -> str:
    """Return what to send to who can help.

    Args:
        window: The window, where there is one.
        session: What it has open.
        happened: What happened, with the traceback.
    """
    parts = [f"Wenmai, {datetime.now().astimezone():%Y-%m-%d %H:%M %z}"]
    if happened:
        parts += ["", happened.rstrip()]
    try:
        parts += ["", *(f"{name}: {value}" for name, value in facts(window, session))]
    except Exception as error:  # noqa: BLE001  what is broken already must not hide the report
        parts += ["", f"The rest could not be found out: {error!r}"]
    if lines := last_lines():
        parts += ["", "Last lines of the log", *lines]
    return without_text("\n".join(parts)) + "\n"


def last_lines() -> list[str]:
    """Return the last lines of the log, the newest last; none where no log is kept."""
    kept = (one for one in logging.getLogger().handlers if isinstance(one, LastLines))
    return [line for one in kept for line in one.lines]


def without_text(words: str) -> str:
    """Return words with Chinese characters counted, and with the home folder as ``~``."""
    home = str(Path.home())
    if len(home) > 1:
        words = words.replace(home, "~")
    return re.sub(_TEXT, _counted, words)


def _counted(match: re.Match[str]) -> str:
    return f"[{len(match.group())} characters]"


def _shown() -> list[tuple[str, str]]:
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return []
    font = application.font()
    screens = (
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():.2f}, "
        f"{screen.logicalDotsPerInch():.0f} dpi"
        for screen in QGuiApplication.screens()
    )
    return [
        ("Windows by", QGuiApplication.platformName()),
        ("Font", f"{', '.join(font.families())}, {font.pixelSize()} px"),
        ("Screens", "; ".join(screens)),
        ("Language", f"{QLocale().name()} (system: {QLocale.system().name()})"),
    ]


def _window(window: Frame) -> list[tuple[str, str]]:
    typography = window.surface.typography
    return [
        ("Theme", f"{window.theme.name} (chosen: {window.appearance.choice})"),
        ("Text", f"{typography.families[0]}, {typography.size} px"),
    ]


def _session(session: Session) -> list[tuple[str, str]]:
    workspace = session.workspace
    if workspace is None:
        return [("Workspace", "none")]
    counts = [f"{len(workspace.articles)} articles", f"{len(workspace.annotations)} tags"]
    if session.article is not None:
        counts.append(f"{len(session.article.text)} characters shown")
    states = (("read only", workspace.read_only), ("kept aside", workspace.overlay))
    counts += [name for name, value in states if value]
    return [("Script", session.script.value), ("Workspace", ", ".join(counts))]
