"""Starts the window: checks what it needs, opens the workspace, runs."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import TYPE_CHECKING, Final

from reader.collecting import CollectionPause
from reader.ui import preflight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject, QSettings
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QApplication

    from reader.ui.crash import Guard
    from reader.ui.last_run import Run
    from reader.ui.main_window import MainWindow
    from reader.ui.session import Session

_SETTINGS: Final = "window.ini"
# A factory cannot be taken away again: one is enough for a process.
_served: Final[list[object]] = []
# What opening a workspace needs.
_CORE: Final = (
    "reader.workspace",
    "reader.workspace.editing",
    "reader.workspace.replacing",
    "reader.workspace.user_glossary",
    "reader.text.occurrences",
    "reader.text.units",
    "reader.text.view",
)
# Seconds after which a worker hands the interpreter over to the window.
_SWITCH: Final = 0.000_05
# Milliseconds within which the program has started.
_STARTED_MS: Final = 1_000


def main(workspace: Path | None = None) -> int:
    """Open the window and run until it is closed.

    Args:
        workspace: The folder to open; without one, the workspace of the last
            time, or the sample workspace.

    Returns:
        The exit status: 2 where the system lacks something, which one sentence
        on standard error names.
    """
    # The start makes much and throws nothing away; garbage is looked for when it is over.
    with CollectionPause() as starting:
        return _start(workspace, starting)


def _start(workspace: Path | None, starting: CollectionPause) -> int:
    _load_core()
    if sentence := preflight.missing():
        sys.stderr.write(f"{sentence}\n")
        return 2
    # Qt's modules may be loaded only after the check.
    from reader.ui.crash import Guard, begin_run
    from reader.user import state_folder

    guard = Guard(state_folder())
    guard.install()
    watched = begin_run(state_folder())
    try:
        return _run(workspace, guard, watched, starting)
    except Exception as error:  # noqa: BLE001  what nobody expected before there is a window
        guard.tell(error)
        return 1
    finally:
        if watched is not None:
            watched.close()
        guard.close()


def _run(
    workspace: Path | None, guard: Guard, watched: Run | None, starting: CollectionPause
) -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    application = QApplication(sys.argv[:1])
    QTimer.singleShot(_STARTED_MS, lambda: end_start(starting))
    prepare(application)
    if not has_chinese_font():
        sys.stderr.write(f"{preflight.NO_FONT}\n")
        if application.platformName() not in ("offscreen", "minimal"):
            QMessageBox.critical(None, "Wenmai", preflight.NO_FONT)
        return 2
    return run(application, workspace, guard, [] if watched is None else watched.ended)


def run(
    application: QApplication,
    workspace: Path | None,
    guard: Guard | None = None,
    ended: Sequence[Path] = (),
) -> int:
    """Show the window until it is closed; one that is to speak another language is made anew.

    Args:
        application: The application, prepared.
        workspace: The folder to open.
        guard: What tells of errors in the window.
        ended: The reports of earlier runs that ended unexpectedly.
    """
    import shiboken6

    first = workspace is None and is_first_start()
    serve_screen_readers()
    while True:
        window = make_window(workspace)
        if window is None:
            return 2
        if guard is not None:
            guard.window = window
        window.show()
        welcome(window, first=first, ended=ended)
        status = application.exec()
        if guard is not None:
            guard.window = None
        if not window.made_anew:
            return status
        # It goes on with what was open.
        workspace, first, ended = None, False, ()
        shiboken6.delete(window)
        del window
        # What Python still holds of it must not be taken for a part of the next one.
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def serve_screen_readers() -> None:
    """Tell screen readers of the text and of what happens, from when one asks; nothing before."""
    from PySide6.QtGui import QAccessible

    if _told not in _served:
        _served.append(_told)
        QAccessible.installFactory(_told)


def _told(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Return what screen readers may ask of a widget; ``None`` leaves that to Qt."""
    if name != "ReadingSurface":
        return None
    from PySide6.QtWidgets import QWidget

    from reader.ui.main_window import MainWindow
    from reader.ui.reading.accessible import interface_of

    window = widget.window() if isinstance(widget, QWidget) else None
    if isinstance(window, MainWindow):
        window.begin_announcing()
    return interface_of(widget)


def is_first_start() -> bool:
    """Return whether no workspace was ever opened by this user on this machine."""
    from PySide6.QtCore import QSettings

    from reader.user import state_folder

    path = state_folder() / _SETTINGS
    return not QSettings(str(path), QSettings.Format.IniFormat).contains("workspace")


def welcome(window: MainWindow, *, first: bool, ended: Sequence[Path] = ()) -> None:
    """Say what there is to say at the start.

    Args:
        window: The window, shown already.
        first: Whether this is the very first start.
        ended: The reports of earlier runs that ended unexpectedly.
    """
    from PySide6.QtCore import QCoreApplication

    if ended:
        sentence = QCoreApplication.translate(
            "Welcome",
            "Wenmai ended unexpectedly the last time; nothing that was saved is lost. "
            "The report is in {path}.",
        )
        window.notice.tell(sentence.format(path=ended[-1]))
    if first and window.session.workspace is not None and not window.saw_tour:
        window.show_tour()


def _load_core() -> None:
    """Load the core before Qt: PySide reads the source of every module that comes after it."""
    for module in _CORE:
        importlib.import_module(module)


def end_start(starting: CollectionPause) -> None:
    """Look for garbage from now on, but not among what the start made, which stays."""
    gc.freeze()
    starting.end()


def prepare(application: QApplication) -> None:
    """Give the application its name and faces; the window gives it its colours."""
    # Every call into Qt lets a worker have the interpreter; with Python's 5 ms each the window
    # would wait 30 ms and more for a page while one computes.
    sys.setswitchinterval(_SWITCH)
    from PySide6.QtGui import QFont

    from reader.ui.style import TEXT_SIZE

    application.setApplicationName("wenmai")
    application.setApplicationDisplayName("Wenmai 文脉")
    application.setDesktopFileName("wenmai")
    application.setStyle("Fusion")
    font = QFont()
    # Latin from the system's face, Han from a Chinese one rather than Qt's guess.
    font.setFamilies([application.font().family(), "Noto Sans CJK SC", "PingFang SC"])
    font.setPixelSize(TEXT_SIZE)
    application.setFont(font)


def has_chinese_font() -> bool:
    """Return whether some installed font has Chinese characters."""
    from PySide6.QtGui import QFontDatabase

    systems = QFontDatabase.WritingSystem
    return any(
        QFontDatabase.families(system)
        for system in (systems.SimplifiedChinese, systems.TraditionalChinese)
    )


def make_window(workspace: Path | None) -> MainWindow | None:
    """Make the window on a workspace; ``None`` where it cannot be opened, after saying why."""
    import shiboken6
    from PySide6.QtCore import QSettings

    from reader.ui.language import chosen, speak
    from reader.ui.main_window import MainWindow
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks
    from reader.ui.theme import Theme
    from reader.user import author_name, state_folder

    state = state_folder()
    settings = QSettings(str(state / _SETTINGS), QSettings.Format.IniFormat)
    speak(chosen(settings))
    session = Session(author=author_name(), state=state)
    tasks = Tasks()
    window = MainWindow(session, tasks, Theme.load("light"), settings)
    session.setParent(window)
    tasks.setParent(window)
    if workspace is not None:
        if not session.open(workspace):
            sys.stderr.write(f"{window.refusal.sentence}\n")
            window.close()
            # Left to Python, its parts would go in any order, which Qt does not survive.
            shiboken6.delete(window)
            return None
        return window
    open_usual(session, settings)
    return window


def open_usual(session: Session, settings: QSettings) -> None:
    """Open the workspace of the last time, or the sample workspace."""
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

    from reader.user import data_folder

    last = settings.value("workspace")
    known = isinstance(last, str) and (Path(last) / "workspace.json").is_file()
    if known and session.open(Path(str(last))):
        article = settings.value("article")
        if session.workspace is not None and article in session.workspace.articles:
            session.show_article(str(article))
        return
    from reader.workspace import WorkspaceError
    from reader.workspace.sample import make_sample

    sample = data_folder() / "sample-workspace"
    try:
        if not sample.exists():
            make_sample(sample)
    except (OSError, WorkspaceError) as error:
        session.refused.emit(
            QCoreApplication.translate(
                "Welcome", "The sample workspace could not be made: {error}"
            ).format(error=error)
        )
        return
    session.open(sample)
