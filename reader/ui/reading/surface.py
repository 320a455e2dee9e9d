"""The reading surface: an article in one script, its tags, and a selection on its words.

Everything it holds is in source code points, so another script changes what is
painted and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip

from reader.annotation.index import AnnotationIndex
from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.text.script import Script
from reader.text.span import Span
from reader.ui.reading.article_area import ArticleArea
from reader.ui.reading.caret import Move, step
from reader.ui.reading.conversion_marks import ConversionMarks
from reader.ui.reading.minimap import WIDTH, Mapped, Minimap, Sides
from reader.ui.reading.painting import Marked, paint
from reader.ui.reading.pointer import Pointer
from reader.ui.reading.selecting import Selection
from reader.ui.reading.sheet import Sheet
from reader.ui.reading.typography import faces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QWidget

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagSet
    from reader.suggest.suggestion import Suggestion
    from reader.text.script import SourceScript
    from reader.text.units import Unit
    from reader.text.view import ScriptView
    from reader.ui.reading.conversion_marks import SourceWord
    from reader.ui.theme import Theme

# With Ctrl, the arrows are actions of the window.
_MOVES = {
    Qt.Key.Key_Left: Move.CHARACTER_BACK,
    Qt.Key.Key_Right: Move.CHARACTER_ON,
    Qt.Key.Key_Up: Move.LINE_UP,
    Qt.Key.Key_Down: Move.LINE_DOWN,
    Qt.Key.Key_Home: Move.LINE_START,
    Qt.Key.Key_End: Move.LINE_END,
}
_FAR_MOVES = {Qt.Key.Key_Home: Move.ARTICLE_START, Qt.Key.Key_End: Move.ARTICLE_END}


class ReadingSurface(ArticleArea):
    """Shows an article and lets its reader select passages and tags.

    Attributes:
        passage_selected: Carries the selected :class:`Span` of the source; empty for none.
        annotation_clicked: Carries the id of the tag clicked, or ``None``.
        annotation_moved: Carries the :class:`Span` that the chosen tag's end was dragged to.
        clicked: A click selected nothing; carries the id of the tag there, or ``None``.
        marked: Other tags or matches are marked.
        minimap: The map of the article at the right edge.
        describe: Called with a tag; returns the rich text shown beside the pointer.
    """

    passage_selected = Signal(object)
    annotation_clicked = Signal(object)
    annotation_moved = Signal(object)
    clicked = Signal(object)
    marked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(theme, parent)
        self._tag_set: TagSet = DEFAULT_TAG_SET
        self._index = AnnotationIndex()
        self._chosen: str | None = None
        self._matches: Sequence[Span] = ()
        self._current_match: Span | None = None
        self._suggestions: Sequence[Suggestion] = ()
        self._suggested: Suggestion | None = None
        self._shows_changes = False
        self._conversion: ConversionMarks | None = None
        self._told: tuple[ScriptView, str] | None = None
        self._selection = Selection()
        self._caret_shown = False
        self._changed: Sides | None = ()
        self._pointer = Pointer(self._selection, self)
        self._connect_pointer()
        self.minimap = Minimap(theme, self.viewport())
        self.minimap.went.connect(self._on_map)
        self.arranged.connect(self._map_marks)
        self.marked.connect(self._map_marks)
        self.describe: Callable[[Annotation], str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A read-only surface leaves the input method off, so that single keys
        # reach us while it is composing elsewhere.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self._on_theme)

    def _connect_pointer(self) -> None:
        self._pointer.selected.connect(self._tell_selection)
        self._pointer.clicked.connect(self.annotation_clicked)
        self._pointer.clicked.connect(self.clicked)
        self._pointer.moved.connect(self.annotation_moved)
        self._pointer.dragged.connect(self.viewport().update)
        self._pointer.frame.connect(self._scroll_with_pointer)

    # What is shown

    def show_article(
        self,
        view: ScriptView | None,
        index: AnnotationIndex,
        script: Script,
        source_script: SourceScript,
    ) -> None:
        """Show an article from its beginning.

        Args:
            view: The article in ``script``; ``None`` shows an empty page.
            index: Its tags; read whenever the surface paints.
            script: The script shown.
            source_script: The script it was written in.
        """
        self._index = index
        self._matches, self._current_match = (), None
        self._suggestions, self._suggested = (), None
        self._caret_shown = False
        self._take_pages(view, script, source_script)
        self._pointer.let_go()
        self._selection.begin(self._pages)
        self._mark_conversion()
        self._refresh()
        self.arranged.emit()

    def set_tag_set(self, tag_set: TagSet) -> None:
        """Take the kinds and their colours."""
        self._tag_set = tag_set
        self._mark_anew()

    def set_chosen(self, annotation_id: str | None) -> None:
        """Mark a tag as the chosen one; the end of another is not dragged any more."""
        if annotation_id != self._chosen:
            self._pointer.let_go()
        self._chosen = annotation_id
        self._mark_anew()

    def set_matches(self, matches: Sequence[Span], current: Span | None) -> None:
        """Mark what was found, in order; ``current`` more strongly."""
        self._matches = matches
        self._current_match = current
        self._mark_anew()

    def set_suggestions(
        self, suggestions: Sequence[Suggestion], current: Suggestion | None
    ) -> None:
        """Mark what is proposed to be tagged, by place; ``current`` more strongly."""
        self._suggestions, self._suggested = suggestions, current
        self._mark_anew()

    def update_marks(self, changed: Sides | None = None) -> None:
        """Paint the tags as they now are, here and wherever the same article is shown.

        Args:
            changed: The tags of the article that became others; ``None`` where any may have.
        """
        known = self._changed is not None and changed is not None
        self._changed = (*(self._changed or ()), *(changed or ())) if known else None
        self._mark_anew()

    def _mark_anew(self) -> None:
        self.viewport().update()
        self.marked.emit()

    @property
    def index(self) -> AnnotationIndex:
        """The tags of the article shown."""
        return self._index

    @property
    def tag_set(self) -> TagSet:
        """The kinds and their colours."""
        return self._tag_set

    @property
    def chosen(self) -> str | None:
        """The id of the chosen tag."""
        return self._chosen

    @property
    def matches(self) -> tuple[Sequence[Span], Span | None]:
        """What was found, and the one that the reader is at."""
        return self._matches, self._current_match

    @property
    def suggestions(self) -> tuple[Sequence[Suggestion], Suggestion | None]:
        """What is proposed to be tagged, and the one that the reader is at."""
        return self._suggestions, self._suggested

    @property
    def shows_changes(self) -> bool:
        """Whether what the conversion did is marked."""
        return self._shows_changes

    def show_changes(self, *, on: bool) -> None:
        """Mark the characters that the conversion changed, or had to choose for."""
        self._shows_changes = on
        self._mark_conversion()
        self._mark_anew()

    def tell_conversion_of(self, view: ScriptView | None, face: str = "") -> None:
        """Mark here, and tell of, what another view of the same article does with the words.

        Args:
            view: That view; ``None`` stands for the one shown here.
            face: The face that its words are shown in.
        """
        told = None if view is None else (view, face)
        if told != self._told:
            self._told = told
            self._mark_conversion()
            self.viewport().update()

    @Slot()
    def _on_theme(self) -> None:
        """Paint in other colours; all but the marks of Markdown is painted anew anyway."""
        if self._pages is not None:
            self._pages.set_marks_colour(self._theme.soft_ink)
        self.viewport().update()

    def _on_other_view(self) -> None:
        """Mark what the conversion to another script does."""
        self._mark_conversion()

    def _mark_conversion(self) -> None:
        """Make ready to mark; what a paragraph has is found when it is painted."""
        self._conversion = None
        if self._shows_changes:
            self._conversion = self._conversion_marks()

    def _conversion_marks(self) -> ConversionMarks | None:
        if self._pages is None:
            return None
        return ConversionMarks(self._pages.view if self._told is None else self._told[0])

    @property
    def selection(self) -> Span:
        """The selected passage in source code points, widened to whole blocks; may be empty."""
        return self._selection.span

    @property
    def caret(self) -> int:
        """The end of the selection that moves, as a source offset."""
        return self._selection.caret

    def select(self, span: Span) -> None:
        """Select a passage without scrolling."""
        self.show_selection(span)
        self._tell_selection()

    def show_selection(self, span: Span) -> None:
        """Show a passage as selected without telling of it: it was selected elsewhere."""
        self._selection.put(span)
        self.viewport().update()

    def go(self, unit: Unit, direction: int, *, extend: bool) -> None:
        """Go to where a unit begins, or extend the selection by a whole one, or back by one."""
        self._selection.go(unit, direction, extend=extend)
        self._follow_caret()

    def grow(self) -> None:
        """Select the next larger thing around the caret, or around what was clicked."""
        self._selection.grow()
        self._tell_selection()

    def shrink(self) -> None:
        """Select the next smaller thing; at last nothing."""
        self._selection.shrink()
        self._tell_selection()

    def stand_again(self, offset: int, y: float) -> None:
        """Stand where the reader was before, with the caret there too.

        Args:
            offset: A source offset; beyond the end, the end.
            y: Where the top of its line was in the viewport.
        """
        if self._pages is None:
            return
        offset = min(offset, len(self._pages.view.source))
        self._pages.stand_with(offset, y)
        self._selection.put(Span(offset, offset))
        self._move()
        self.passage_selected.emit(self.selection)

    def selected_text(self) -> str:
        """Return the selected words in the script shown."""
        return "" if self._pages is None else self._pages.view.text_of(self.selection)

    def step(self, offset: int, direction: int) -> int:
        """Return the next offset where a passage may begin or end."""
        return offset if self._pages is None else step(self._pages, offset, direction)

    @Slot()
    def copy(self) -> None:
        """Put the selected words on the clipboard, in the script shown."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    @Slot()
    def select_all(self) -> None:
        """Select the whole article."""
        if self._pages is not None:
            self.select(Span(0, len(self._pages.view.source)))

    @Slot()
    def clear_selection(self) -> None:
        """Select nothing; a second time, choose no tag."""
        if self.selection:
            self._selection.clear()
            self._tell_selection()
        else:
            self.annotation_clicked.emit(None)

    # The map

    def _refresh(self) -> None:
        """Bring the map into line with the place too."""
        super()._refresh()
        self._place_map()

    @Slot()
    def _map_marks(self) -> None:
        """Have the map show the marks as they now are."""
        mapped = None
        if self._pages is not None and self._has_map:
            marks = self._index, self._tag_set, self._matches, self._current_match
            mapped = Mapped(self._pages, *marks)
        self.minimap.show_marks(mapped, self._changed)
        self._changed = ()
        self._place_map()

    def _place_map(self) -> None:
        if self._pages is not None and self._pages.complete:
            self.minimap.show_place(self._pages.place.value, self._page(), self._pages.height)
        else:
            self.minimap.hide()

    @property
    def _has_map(self) -> bool:
        """Whether there is a map: where another surface scrolls this one too, that has it."""
        return self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff

    @Slot(object)
    def _on_map(self, y: float) -> None:
        """Go where the map was pressed."""
        self.verticalScrollBar().setValue(round(y - self._page() / 2))

    @Slot()
    def _scroll_with_pointer(self) -> None:
        """Scroll while a selection is dragged past an edge."""
        y = self.viewport().mapFromGlobal(self.cursor().pos()).y()
        over = min(0, y) + max(0, y - self.viewport().height())
        if over and self._pages is not None:
            self._pages.place.move(over * 0.5, self._page())
            self._move()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible paragraphs and nothing else."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.paper))
        sheet = self._sheet()
        if sheet is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, event.rect(), self._theme, sheet, self._marked())
        box = self.caret_box()
        if box is not None and self.hasFocus() and self._caret_shown and not self.selection:
            painter.fillRect(box.adjusted(-0.5, 0, 0.5, 0), QColor(self._theme.accent))

    def _marked(self) -> Marked:
        return Marked(
            self._tag_set,
            self._chosen,
            self._pointer.dragged_span,
            self.selection,
            self._matches,
            self._current_match,
            self._conversion,
            self._suggestions,
            self._suggested,
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the pane, at the same words."""
        super().resizeEvent(event)
        room = self.viewport().rect()
        self.minimap.setGeometry(room.adjusted(max(0, room.width() - WIDTH), 0, 0, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, extend the selection, or turn the page."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier or self._pages is None:
            super().keyPressEvent(event)
        elif key in (moves := _FAR_MOVES if control else _MOVES):
            self._selection.move(moves[key], extend=extend)
            self._follow_caret()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._turn_page(1 if key == Qt.Key.Key_PageDown else -1, extend=extend)
        elif key == Qt.Key.Key_Space:
            self.scroll_by((-1 if extend else 1) * (self._page() - self._typography.line))
        else:
            super().keyPressEvent(event)

    def _turn_page(self, direction: int, *, extend: bool) -> None:
        if not extend:
            self.scroll_by(direction * (self._page() - self._typography.line))
            return
        for _line in range(max(1, int(self._page() / self._typography.line) - 1)):
            move = Move.LINE_DOWN if direction > 0 else Move.LINE_UP
            self._selection.move(move, extend=True)
        self._follow_caret()

    def _follow_caret(self) -> None:
        """Show where the caret went, and tell what is selected."""
        self.reveal(Span(self.caret, self.caret))
        self._tell_selection()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection, extend one, or take hold of a tag's end."""
        sheet = self._sheet()
        if sheet is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._glide.stop()
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pointer.press(sheet, event.position(), self._chosen, extend=extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection or drag the end of a tag."""
        sheet = self._sheet()
        if sheet is None:
            return
        self._pointer.move(sheet, event.position())
        shape = self._pointer.shape(sheet, event.position(), self._chosen)
        if shape is not None:
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection or a drag; a click on a tag chooses it."""
        sheet = self._sheet()
        if sheet is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(sheet, event.position(), self._chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the name or the clause under the pointer."""
        sheet = self._sheet()
        if sheet is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(sheet, event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of the word and the tags under the pointer when it rests there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            notes = self.notes_at(QPointF(event.pos()))
            if notes:
                QToolTip.showText(event.globalPos(), "<hr>".join(notes), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def notes_at(self, point: QPointF) -> list[str]:
        """Return what is told beside the pointer, as rich text."""
        notes = []
        word = self.source_at(point) if self._shows_changes else None
        if word is not None:
            written = faces(Script.ORIGINAL, self._source_script, self._typography.face)[0]
            shown = self._typography.families[0] if self._told is None else self._told[1]
            notes.append(word.as_html(self._theme, written, shown))
        if self.describe is not None:
            notes += map(self.describe, self.annotations_at(point))
        return notes

    # Under the pointer

    def annotations_at(self, point: QPointF) -> list[Annotation]:
        """Return the tags on the character at a point of the viewport, the shortest first."""
        sheet = self._sheet()
        return [] if sheet is None else sheet.annotations_at(point)

    def source_at(self, point: QPointF) -> SourceWord | None:
        """Return the word at a point of the viewport with its source.

        Returns:
            ``None`` where the conversion neither changed anything nor had to choose.
        """
        offset = self.character_at(point)
        marks = self._conversion or self._conversion_marks()
        if offset is None or self._pages is None or marks is None:
            return None
        return marks.word_at(self._pages.layout_of(offset), offset)

    def rects(self, span: Span) -> list[QRectF]:
        """Return the visible boxes of a source span in the viewport, one a line."""
        sheet = self._sheet()
        return [] if sheet is None else sheet.rects(span)

    def character_at(self, point: QPointF) -> int | None:
        """Return the source offset of the character at a point of the viewport, if there is one."""
        sheet = self._sheet()
        return None if sheet is None else sheet.character_at(point)

    def place_at(self, point: QPointF) -> Span:
        """Return the source offset nearest to a point of the viewport, or the block it is in."""
        sheet = self._sheet()
        return Span(0, 0) if sheet is None else sheet.place_at(point)

    def caret_box(self) -> QRectF | None:
        """Return the box of the caret in the viewport, if it is on the screen."""
        box = None if self._pages is None else self._pages.caret(self.caret)
        return None if box is None else box.translated(self._left(), 0.0)

    def _sheet(self) -> Sheet | None:
        """Return what stands where; ``None`` where nothing is shown."""
        return None if self._pages is None else Sheet(self._pages, self._left(), self._index)

    @Slot()
    def _tell_selection(self) -> None:
        self._caret_shown = True
        self.viewport().update()
        self.passage_selected.emit(self.selection)
