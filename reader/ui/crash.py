"""What happens where nobody expected an error: it is told once, logged, and nothing is lost.

Every way by which an error can go astray leads here: exceptions in slots and
in Qt's overrides, in threads, in destructors, from workers, and what Qt itself says.
"""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from reader.ui import diagnostics
from reader.ui.last_run import Run
from reader.ui.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    from reader.ui.dialogs.error_dialog import ErrorDialog
    from reader.ui.main_window import MainWindow

_log = logging.getLogger(__name__)

# The same error, over and over, is written out this often.
_WRITTEN: Final = 3
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder(state: Path) -> Path:
    """Return the folder for the log and for reports of hard crashes."""
    return state / "logs"


class Guard(QObject):
    """Catches what nobody caught, from :meth:`install` to :meth:`close`.

    Attributes:
        window: The window to tell it in, once there is one.
        dialog: The dialog that tells of an error, while it is open.
        log: The program's log.
    """

    _caught = Signal(object)

    def __init__(self, state: Path) -> None:
        """Write the log to a folder of this machine's; catch nothing yet."""
        super().__init__()
        self.window: MainWindow | None = None
        self.dialog: ErrorDialog | None = None
        self.log = diagnostics.Log(log_folder(state))
        self._seen: dict[tuple[Any, ...], Trouble] = {}
        self._restore: list[Callable[[], object]] = []
        # Never at once: an exception may come from the middle of painting.
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch errors from now on."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        messages = qInstallMessageHandler(self._on_qt_message)

        def restore() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            qInstallMessageHandler(messages)

        self._restore.append(restore)

    def close(self) -> None:
        """Catch no more."""
        while self._restore:
            self._restore.pop()()
        self.log.close()
        self.window = None
        self._seen.clear()

    def tell(self, error: Exception) -> None:
        """Tell of an error that somebody caught who cannot go on."""
        self._take(type(error), error, error.__traceback__)

    @property
    def troubles(self) -> list[Trouble]:
        """All errors so far, each once."""
        return list(self._seen.values())

    # Where errors come from

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._leave()
        else:
            self._take(kind, error, trace)

    def _on_thread(self, raised: threading.ExceptHookArgs) -> None:
        if not issubclass(raised.exc_type, SystemExit):
            self._take(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _on_unraisable(self, raised: sys.UnraisableHookArgs) -> None:
        self._take(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        logging.getLogger("qt").log(_LEVELS[kind], "%s", message)

    def _take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log an error from whatever thread, and have it told in the main one."""
        found = Trouble.of(kind, error, trace)
        trouble = self._seen.setdefault(found.key, found)
        if trouble is not found:
            trouble.count += 1
        if trouble.count <= _WRITTEN:
            _log.error("%s", trouble.sentence, exc_info=(kind, error or kind(), trace))
        if self.window is None:
            if trouble is found:
                sys.stderr.write(
                    f"Wenmai met an error it did not expect ({trouble.sentence}); "
                    f"the report is in {self.log.path}.\n"
                )
        else:
            self._caught.emit(trouble)

    def _leave(self) -> None:
        """Do what Ctrl+C in a terminal asks for."""
        if self.window is not None:
            self.window.close()

    # Telling

    @Slot(object)
    def _on_caught(self, trouble: Trouble) -> None:
        """Tell of an error the first time; after that it only counts."""
        if self.window is None:
            return
        if self.dialog is not None:
            self.dialog.count(self.troubles)
        elif trouble.count == 1:
            self._tell(trouble, kept=self._keep_work())

    def _keep_work(self) -> bool:
        """Save what is being typed, and return whether it was: all else is on disk already."""
        assert self.window is not None
        try:
            self.window.commit_pending()
        except Exception:  # noqa: BLE001  it may be the very thing that is broken
            _log.exception("What was being typed could not be saved")
            return False
        return True

    def _tell(self, trouble: Trouble, *, kept: bool) -> None:
        from PySide6.QtWidgets import QApplication

        from reader.ui.dialogs.error_dialog import ErrorDialog

        self.dialog = ErrorDialog(
            QApplication.activeModalWidget() or self.window, trouble, self.report, kept=kept
        )
        self.dialog.quit_asked.connect(self._on_quit)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def report(self) -> str:
        """Return what to send to who can help."""
        happened = "\n".join(
            f"{trouble.traceback}(times: {trouble.count})" for trouble in self._seen.values()
        )
        session = None if self.window is None else self.window.session
        return diagnostics.report(self.window, session, happened=happened)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_quit(self) -> None:
        from PySide6.QtWidgets import QApplication

        if self.window is not None:
            QApplication.closeAllWindows()


def begin_run(state: Path) -> Run | None:
    """Watch over a hard crash of this run; ``None`` where this machine's folder is read-only."""
    try:
        return Run(log_folder(state))
    except OSError as error:
        _log.warning("Hard crashes are not reported: %s", error)
        return None
