"""An article on the screen: how it is set, where its reader stands, how that place is scrolled.

What is marked in it, selected and done with it is the surface's, which is one of these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractScrollArea

from reader.text.script import Script, SourceScript
from reader.ui.reading.gliding import Glide
from reader.ui.reading.pages import Pages
from reader.ui.reading.typography import Typography, faces

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from reader.text.span import Span
    from reader.text.view import ScriptView
    from reader.ui.theme import Theme

_MARGIN = 36
# Between two steps, so that a key pressed meanwhile comes first.
_FINDING_MS = 2
# The same before the first step: the first screen is painted before.
_FIRST_MS = 20
# In ideographs: the stroke of a line's last one (颱) may reach beyond its box, and
# Qt would break the line before it, in one script and not in the other.
_SLACK = 0.1


class ArticleArea(QAbstractScrollArea):
    """Holds an article's paragraphs and scrolls through them.

    Attributes:
        zoomed: Carries the steps that the reader asks to zoom by.
        scrolled: The place in the article is another, by the reader or by a command.
        arranged: Another article, script, size or column is shown.
    """

    zoomed = Signal(object)
    scrolled = Signal()
    arranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._script = Script.ORIGINAL
        self._source_script = SourceScript.SIMPLIFIED
        self._typography = Typography(tuple(faces(self._script, self._source_script)))
        self._glide = Glide(self)
        self._glide.stepped.connect(self._on_glide)
        # What is below the first screens of a long article is found while nothing else is done.
        self._finding = QTimer(self)
        self._finding.timeout.connect(self._find_more)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar)

    # What is shown

    def _take_pages(
        self, view: ScriptView | None, script: Script, source_script: SourceScript
    ) -> None:
        """Hold an article, from its beginning, or none; whoever calls refreshes."""
        self._glide.stop()
        self._choose_faces(script, source_script)
        self._pages = None
        if view is not None:
            self._pages = Pages(view, self._typography, self._column(), self._page())
            self._pages.set_marks_colour(self._theme.soft_ink)

    def show_view(self, view: ScriptView, script: Script, source_script: SourceScript) -> None:
        """Show the same article in another script, at the same words."""
        self._choose_faces(script, source_script)
        if self._pages is not None:
            self._glide.stop()
            self._pages.set_view(view, self._typography)
            self._on_other_view()
            self._refresh()
            self.arranged.emit()

    def _on_other_view(self) -> None:
        """Make ready to show the same article in another script."""

    @property
    def typography(self) -> Typography:
        """How the text is set."""
        return self._typography

    def set_typography(self, typography: Typography) -> None:
        """Set the text otherwise, at the same words; its families follow from its face."""
        families = tuple(faces(self._script, self._source_script, typography.face))
        self._typography = replace(typography, families=families)
        self._fit()

    @property
    def pages(self) -> Pages | None:
        """The paragraphs shown."""
        return self._pages

    @property
    def source_script(self) -> SourceScript:
        """The script that the article was written in."""
        return self._source_script

    def reveal(self, span: Span) -> None:
        """Scroll to a passage if it is not on the screen."""
        if self._pages is not None:
            self._glide.stop()
            self._pages.reveal(span)
            self._move()

    def stand_with(self, offset: int, y: float) -> None:
        """Stand so that the line of a source offset has its top at ``y`` of the viewport.

        Nothing is told: this is how a surface follows another.
        """
        if self._pages is not None:
            self._glide.stop()
            self._pages.stand_with(offset, y)
            self._refresh()

    # Geometry

    def _choose_faces(self, script: Script, source_script: SourceScript) -> None:
        self._script, self._source_script = script, source_script
        old = self._typography
        self._typography = replace(old, families=tuple(faces(script, source_script, old.face)))

    @property
    def measure(self) -> int:
        """Length of a full line, in ideographs: the typography's, or what the pane has room for."""
        room = max(1.0, (self.viewport().width() - 2 * _MARGIN) / self._typography.ideograph)
        return min(self._typography.measure, int(room))

    def _column(self) -> float:
        """Return the width of the column in pixels."""
        return (self.measure + _SLACK) * self._typography.ideograph

    def _left(self) -> float:
        return max(_MARGIN / 2, round((self.viewport().width() - self._column()) / 2))

    def _page(self) -> float:
        return float(self.viewport().height())

    def _fit(self) -> None:
        if self._pages is not None:
            self._pages.set_format(self._typography, self._column(), self._page())
        self._refresh()
        self.arranged.emit()

    def _move(self) -> None:
        """Show another place of the article, and tell that it is another."""
        self._refresh()
        self.scrolled.emit()

    def _refresh(self) -> None:
        """Bring the scroll bar into line with the place, and paint."""
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        if self._pages is None:
            bar.setRange(0, 0)
        else:
            bar.setRange(0, max(0, round(self._pages.height - self._page())))
            bar.setPageStep(round(self._page()))
            bar.setSingleStep(round(self._typography.line))
            bar.setValue(round(self._pages.place.value))
            if not self._pages.complete and not self._finding.isActive():
                self._finding.start(_FIRST_MS)
        bar.blockSignals(False)
        self.viewport().update()

    @Slot()
    def _find_more(self) -> None:
        """Find some more paragraphs of a long article; when all are found, its height is known."""
        if self._pages is not None and self._pages.find_more():
            self._finding.setInterval(_FINDING_MS)
            return
        self._finding.stop()
        self._refresh()
        self.arranged.emit()

    # Scrolling

    @Slot(object)
    def _on_scroll_bar(self, value: int) -> None:
        if self._pages is not None:
            self._glide.stop()
            self._pages.place.go_to(value, self._page())
            self._move()

    def scroll_by(self, distance: float) -> None:
        """Glide down (or up) by pixels."""
        self._glide.add(distance)

    @property
    def gliding(self) -> bool:
        """Whether it glides still."""
        return self._glide.going

    @Slot(object)
    def _on_glide(self, distance: float) -> None:
        if self._pages is None:
            self._glide.stop()
            return
        before = self._pages.place.value
        self._pages.place.move(distance, self._page())
        if abs(self._pages.place.value - before) < 0.01:
            self._glide.stop()
        self._move()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the pane, at the same words."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turn:
                self.zoomed.emit(1 if turn > 0 else -1)
        elif not event.pixelDelta().isNull() and self._pages is not None:
            self._pages.place.move(-event.pixelDelta().y(), self._page())
            self._move()
        else:
            self.scroll_by(-turn / 120 * 3 * self._typography.line)
        event.accept()
