"""The baseline for reading: Qt's own text widget, used as well as it can be used."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from tests.perf.watch import PaintWatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

    from reader.text.span import Span
    from reader.ui.reading.typography import Typography

_LONGEST_TAG = 20


class PlainEditor:
    """A read-only QTextEdit that shows a text as the surface sets it.

    Same face, size, column, first-line indent, justification and distance of
    lines. Of the ways that were tried it uses the fastest: the text goes into a
    document that nothing shows yet, so that the widget lays out the first screen
    alone; and only the tags on the screen are extra selections.
    """

    def __init__(self, size: QSize, typography: Typography) -> None:
        """Show an empty widget of a size in pixels."""
        self._typography = typography
        self._starts: list[int] = []
        self._tags: Sequence[Span] = ()
        self._mark = QTextCharFormat()
        self._mark.setBackground(QColor("#dde8ee"))
        self._mark.setFontUnderline(True)
        self._edit = QTextEdit()
        self._edit.setReadOnly(True)
        self._edit.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._edit.setLineWrapColumnOrWidth(round(typography.measure * typography.ideograph))
        self._edit.resize(size)
        self._document = QTextDocument()
        self._edit.setDocument(self._document)
        self._edit.show()
        QCoreApplication.processEvents()
        self._watch = PaintWatch(self._edit.viewport())

    def clear(self) -> None:
        """Show nothing, and delete what was shown.

        Left to itself it would go on laying out in the event loop, at the cost
        of whoever is measured next.
        """
        empty = QTextDocument()
        self._edit.setExtraSelections([])
        self._edit.setDocument(empty)
        shiboken6.delete(self._document)
        self._document = empty
        self._edit.viewport().repaint()

    def show_text(self, text: str, tags: Sequence[Span]) -> None:
        """Show a text with its tags (which are in order), up to the first paint."""
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._typography.font())
        cursor = QTextCursor(document)
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(text)
        self._edit.setDocument(document)
        shiboken6.delete(self._document)
        self._document = document
        self._tags = tags
        self._starts = [tag.start for tag in tags]
        self._paint()

    def jump(self, tag: Span) -> None:
        """Go to a tag and select it, up to the paint."""
        self._edit.setTextCursor(self._cursor(tag))
        self._edit.ensureCursorVisible()
        self._paint()

    def page_down(self) -> None:
        """Scroll on by the height of the widget, up to the paint."""
        bar = self._edit.verticalScrollBar()
        bar.setValue(bar.value() + self._edit.viewport().height())
        self._paint()

    def lay_out_all(self) -> None:
        """Lay the whole text out, as the widget does in its idle time."""
        self._document.pageCount()
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Close the widget."""
        self._edit.close()
        self._edit.deleteLater()

    def _paint(self) -> None:
        if self._tags:
            self._mark_visible_tags()
        self._edit.viewport().repaint()
        self._watch.verify()

    def _mark_visible_tags(self) -> None:
        shown = self._edit.viewport().rect()
        first = self._edit.cursorForPosition(shown.topLeft()).position()
        last = self._edit.cursorForPosition(shown.bottomRight()).position()
        low = bisect_left(self._starts, first - _LONGEST_TAG)
        high = bisect_left(self._starts, last)
        selections = []
        for tag in self._tags[low:high]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(tag)
            selection.format = self._mark
            selections.append(selection)
        self._edit.setExtraSelections(selections)

    def _cursor(self, span: Span) -> QTextCursor:
        """Return a cursor that selects a span; the texts of the benchmarks are all BMP."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _block_format(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        form.setLineHeight(self._typography.line, fixed.value)
        form.setTextIndent(self._typography.indent * self._typography.ideograph)
        form.setAlignment(Qt.AlignmentFlag.AlignJustify)
        return form
