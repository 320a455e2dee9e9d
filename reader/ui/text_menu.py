"""The menu of the text, and the word that it was opened on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMenu

from reader.text.glossary import LONGEST

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.ui.frame import Frame
    from reader.ui.menus import Menus
    from reader.ui.reading.conversion_marks import SourceWord
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.session import Session


class TextMenu(QObject):
    """Offers what can be done with the words or the tag under the pointer."""

    def __init__(self, window: Frame, session: Session, menus: Menus) -> None:
        """Open wherever a surface of the window is asked for its menu."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._menus = menus
        self._pointed_at: SourceWord | None = None
        session.article_shown.connect(self._on_article)
        window.parallel.menu_asked.connect(self._on_asked)

    def word(self) -> tuple[str, str]:
        """Return the words of the source that are selected, or were pointed at, and their shown."""
        view, passage = self._session.view(), self._session.passage
        if view is not None and passage and len(passage) <= LONGEST:
            # A word that goes on across the line end of a narrow column is one word.
            words = view.to_flat(passage).of(view.flat.source)
            return _on_one_line(words), _on_one_line(view.text_of(passage))
        if self._pointed_at is not None:
            return _on_one_line(self._pointed_at.words), _on_one_line(self._pointed_at.shown)
        return "", ""

    @Slot(object)
    def _on_article(self, _article: object) -> None:
        self._pointed_at = None

    @Slot(object, object)
    def _on_asked(self, surface: ReadingSurface, point: QPoint) -> None:
        self._pointed_at = surface.source_at(point.toPointF())
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        under = surface.annotations_at(point.toPointF())
        if under and not self._session.passage:
            self._session.choose_annotation(under[0].id)
        menu.addActions(self._menus.kinds)
        menu.addSeparator()
        for name in ("tag_all", "untag", "copy", "find", "wrong_conversion"):
            menu.addAction(self._menus.actions[name])
        menu.popup(surface.viewport().mapToGlobal(point))


def _on_one_line(words: str) -> str:
    return "".join(words.split())
