"""The reading surface as screen readers know it: a text, read as it is shown.

Offsets at this border count UTF-16 code units of the text in the script shown. A
reader asks for all of a text to find a sentence in it, so of a long article it is
told only the paragraphs around the caret, which go along with it.

PySide6 lets Python give out a text interface, but not its selection, its
attributes or its own boundaries of words and sentences: those are announced
(``reader/ui/announcer.py``), and Qt finds the boundaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import PySide6
import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Slot
from PySide6.QtGui import QAccessible, QAccessibleTextCursorEvent, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget

from reader.language import tr
from reader.text.span import Span
from reader.text.utf16 import Utf16Map
from reader.ui.reading.sheet import tags_on
from reader.ui.reading.surface import ReadingSurface

if TYPE_CHECKING:
    from reader.text.view import ScriptView
    from reader.ui.reading.pages import Pages

# An article of up to this many code points is told whole; of a longer one as much as
# this on either side of the caret.
_WHOLE: Final = 20_000
_AROUND: Final = 4_000
# How pointers go through the binding was tried with these: a wrong guess ends the program.
_TRIED: Final = ("6.11.", "6.12.")

_given: dict[int, QAccessibleWidget] = {}


class Extract:
    """The part of an article that is told, in the script shown.

    Attributes:
        view: The view that it is taken from.
        span: The source span it stands for.
        text: Its text.
    """

    def __init__(self, pages: Pages, caret: int) -> None:
        """Take the paragraphs around a source offset."""
        self.view: ScriptView = pages.view
        part = self.view.slice(_around(pages, caret))
        self.span, self.text = part.span, part.text
        self._alignment = part.alignment
        self._map = Utf16Map(part.text)
        self.length = self._map.to_units(len(part.text))

    def holds(self, pages: Pages, caret: int) -> bool:
        """Return whether a source offset is told of, in what is shown now."""
        return self.view is pages.view and self.span.start <= caret <= self.span.end

    def unit(self, offset: int) -> int:
        """Return the UTF-16 offset of a source offset."""
        local = max(0, min(offset - self.span.start, len(self.span)))
        return self._map.to_units(self._alignment.to_view(Span(local, local)).start)

    def source(self, start: int, end: int) -> Span:
        """Return the source span of UTF-16 offsets, widened to whole blocks."""
        low, high = (self._map.to_points(max(0, min(one, self.length))) for one in (start, end))
        return self._alignment.to_source(Span.between(low, high)).shifted(self.span.start)

    def units(self, start: int, end: int) -> str:
        """Return the text between UTF-16 offsets; ``-1`` is its end."""
        end = self.length if end < 0 else end
        low, high = (self._map.to_points(max(0, min(one, self.length))) for one in (start, end))
        return self.text[low:high]


class SurfaceText(QAccessibleWidget, QAccessibleTextInterface):
    """What a screen reader asks of a reading surface."""

    def __init__(self, surface: ReadingSurface) -> None:
        """Tell of a surface."""
        QAccessibleWidget.__init__(self, surface, QAccessible.Role.EditableText)
        QAccessibleTextInterface.__init__(self)
        self._surface = surface
        self._extract: Extract | None = None

    def extract(self) -> Extract | None:
        """Return what is told of now; ``None`` where no article is shown."""
        pages, caret = self._surface.pages, self._surface.caret
        if pages is None:
            self._extract = None
        elif self._extract is None or not self._extract.holds(pages, caret):
            self._extract = Extract(pages, caret)
        return self._extract

    # The widget

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:  # noqa: ANN401
        """Return the address of an interface: that of the text is the second base's."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return _pointer(shiboken6.getCppPointer(self)[1])
        found = super().interface_cast(kind)
        # None is no null pointer to the binding, and Qt would follow it.
        return _pointer(0) if found is None else found

    def state(self) -> QAccessible.State:
        """Return that the text can be selected and not edited."""
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state

    def text(self, *asked: Any) -> str:  # noqa: ANN401  two virtuals have this name
        """Return a name or a description, or the text between two UTF-16 offsets."""
        if len(asked) == 2:
            extract = self.extract()
            return "" if extract is None else extract.units(*asked)
        if asked[0] == QAccessible.Text.Description:
            return self._tags_here()
        return str(super().text(asked[0]))

    def _tags_here(self) -> str:
        """Return the tags on the caret, the shortest first, as ``Metric: 近9万人次``."""
        surface = self._surface
        if surface.pages is None:
            return ""
        found = tags_on(surface.index, surface.pages, surface.caret)
        said = []
        for one in sorted(found, key=lambda tag: len(tag.span)):
            kind = surface.tag_set.get(one.kind)
            view = surface.pages.view
            shown = view.text_of(view.shown(one.span))
            said.append(f"{tr(kind.label) if kind else one.kind}: {shown}")
        return "; ".join(said)

    # The text

    def characterCount(self) -> int:
        """Return the length of what is told, in UTF-16 code units."""
        extract = self.extract()
        return 0 if extract is None else extract.length

    def cursorPosition(self) -> int:
        """Return where the caret is."""
        extract = self.extract()
        return 0 if extract is None else extract.unit(self._surface.caret)

    def setCursorPosition(self, position: int) -> None:
        """Put the caret somewhere."""
        self._select(position, position)

    def selectionCount(self) -> int:
        """Return none: the binding cannot say where a selection is."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Select a passage."""
        self._select(start, end)

    def setSelection(self, _index: int, start: int, end: int) -> None:
        """Select a passage."""
        self._select(start, end)

    def removeSelection(self, _index: int) -> None:
        """Select nothing."""
        self._surface.select(Span(self._surface.caret, self._surface.caret))

    def characterRect(self, offset: int) -> QRect:
        """Return where a character is on the screen; empty where it is not seen."""
        extract = self.extract()
        if extract is None:
            return QRect()
        boxes = self._surface.rects(extract.source(offset, offset + 1))
        if not boxes:
            return QRect()
        box = boxes[0].toAlignedRect()
        return QRect(self._surface.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the offset nearest to a point of the screen."""
        extract = self.extract()
        if extract is None:
            return -1
        local = QPointF(self._surface.viewport().mapFromGlobal(point))
        return extract.unit(self._surface.place_at(local).start)

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Show a passage."""
        extract = self.extract()
        if extract is not None:
            self._surface.reveal(extract.source(start, end))

    def _select(self, start: int, end: int) -> None:
        extract = self.extract()
        if extract is not None:
            span = extract.source(start, end)
            self._surface.select(span)
            self._surface.reveal(span)


class Follower(QObject):
    """Tells screen readers where the caret goes."""

    def __init__(self, surface: ReadingSurface, told: SurfaceText) -> None:
        """Follow a surface."""
        super().__init__(surface)
        self._surface = surface
        self._told = told
        surface.passage_selected.connect(self._on_moved)

    @Slot(object)
    def _on_moved(self, _span: Span) -> None:
        position = self._told.cursorPosition()
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._surface, position))


def interface_of(widget: QObject) -> SurfaceText | None:
    """Return what screen readers may ask of a surface.

    Returns:
        ``None`` where this was not tried with the version that runs: Qt then tells of a
        widget with a name, and what happens in it is announced all the same.
    """
    if not isinstance(widget, ReadingSurface) or not is_tried():
        return None
    made = SurfaceText(widget)
    # Qt destroys it with its widget; until then Python must hold it.
    _given[id(widget)] = made
    widget.destroyed.connect(_let_go)
    Follower(widget, made)
    return made


def is_tried() -> bool:
    """Return whether the text interface is known to work with the version that runs."""
    return PySide6.__version__.startswith(_TRIED)


@Slot()
def _let_go() -> None:
    for key in [key for key, made in _given.items() if not shiboken6.isValid(made)]:
        del _given[key]


def _pointer(address: int) -> object:
    return shiboken6.Shiboken.VoidPtr(address)


def _around(pages: Pages, caret: int) -> Span:
    """Return the span of the paragraphs around a source offset."""
    length = len(pages.view.source)
    if length <= _WHOLE:
        return Span(0, length)
    first = pages.paragraphs.index_at(max(0, caret - _AROUND))
    last = pages.paragraphs.index_at(min(length, caret + _AROUND))
    return Span(pages.paragraphs[first].start, pages.paragraphs[last].end)
