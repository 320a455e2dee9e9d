"""The processes that the start-up benchmark times: they say when they have painted, and end."""

from __future__ import annotations

import sys
import time
from typing import Any


def start_window() -> None:
    """Run the program itself, with an event loop that ends after the first paint.

    The program imports what it needs in an order of its own, so nothing of Qt may be
    imported before it.
    """
    from reader.ui import app

    run = app.run

    def run_to_the_first_paint(*given: Any) -> int:
        from PySide6.QtWidgets import QApplication

        QApplication.exec = staticmethod(_paint_and_close)  # type: ignore[method-assign]
        return run(*given)

    app.run = run_to_the_first_paint  # type: ignore[assignment]
    from reader.__main__ import main

    sys.exit(main([]))


def _paint_and_close() -> int:
    from PySide6.QtWidgets import QApplication

    from reader.ui.main_window import MainWindow

    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    _say_when_painted(window.surface.viewport())
    window.close()
    return 0


def start_bare_window() -> None:
    """Show an empty window; opencc is imported and not used."""
    import opencc  # noqa: F401
    from PySide6.QtWidgets import QApplication, QMainWindow

    _application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1400, 880)
    window.show()
    _say_when_painted(window)


def _say_when_painted(widget: object) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QWidget

    painted: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(True)
            return False

    assert isinstance(widget, QWidget)
    watch = Watch(widget)
    widget.installEventFilter(watch)
    while not painted:
        QCoreApplication.processEvents()
    sys.stdout.write(f"{time.monotonic_ns()}\n")


if __name__ == "__main__":
    {"window": start_window, "bare": start_bare_window}[sys.argv[1]]()
