"""What the conversion did, on the paragraphs shown: marks under characters, and their source.

Marks are quiet, stand close under the glyph and leave the ground and the lanes
below to the tags: dots under what changed, a wave under what had to be chosen,
a bracket under a replaced word. They are made once for a paragraph laid out and
then only painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.text.changes import Change, changes, corrected, counterparts, word_at
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.view import ScriptView, ViewSlice
    from reader.ui.reading.paragraph_layout import ParagraphLayout
    from reader.ui.theme import Theme

# Pixels above the foot of the ideograph's box, which is where the tags' lanes begin.
_RAISE = 1
# Short at each end, so that neighbours stay apart.
_SHORT = 2.0
_DOTS = (1.0, 2.0)
_WAVE, _CREST, _BROADER = 2.5, 1.1, 0.5
_BRACKET = 3.0
_SIZE = 17


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A word of the view, and what it was.

    Attributes:
        source: Where it stands in the article, in code points.
        words: The words of the source.
        shown: What is shown for them.
        character: The character of the source that was asked for.
        counterparts: What else it may become and what it became; empty where
            it has one counterpart, or where a correction has settled it.
    """

    source: Span
    words: str
    shown: str
    character: str
    counterparts: tuple[str, ...]

    @property
    def ambiguous(self) -> bool:
        """Whether the conversion had to choose."""
        return bool(self.counterparts)

    def as_html(self, theme: Theme, source_face: str, shown_face: str) -> str:
        """Return the word as rich text: from what it came, and what else could stand there."""
        arrow = f'<span style="color:{theme.soft_ink}">&nbsp;→&nbsp;</span>'
        text = _set(self.words, source_face) + arrow + _set(self.shown, shown_face)
        if self.ambiguous:
            sentence = QCoreApplication.translate("SourceWord", "{character} may be {counterparts}")
            text += f'<br><span style="color:{theme.ambiguous}">'
            text += escape(
                sentence.format(
                    character=self.character, counterparts=" · ".join(self.counterparts)
                )
            )
            text += "</span>"
        return f'<div style="white-space:nowrap">{text}</div>'


class ConversionMarks:
    """The marks of one view of an article, made for each paragraph when it is first painted.

    The paragraphs may be laid out in another view: beside the script, the original has
    the same marks under the words that they came from.
    """

    def __init__(self, view: ScriptView) -> None:
        """Read which characters have several counterparts.

        Raises:
            subprocess.CalledProcessError: If OpenCC's own tool cannot read its dictionaries.
        """
        self.view = view
        self._counterparts = counterparts(view.config)
        self._made: WeakKeyDictionary[ParagraphLayout, _ParagraphMarks] = WeakKeyDictionary()

    def paint(
        self, painter: QPainter, theme: Theme, layout: ParagraphLayout, origin: QPointF
    ) -> None:
        """Draw the marks of a paragraph whose top left is at ``origin``."""
        self._marks(layout).paint(painter, theme, origin)

    def word_at(self, layout: ParagraphLayout, offset: int) -> SourceWord | None:
        """Return the word of the source at an offset of the article, if something was done to it.

        Args:
            layout: The paragraph that holds the offset.
            offset: In code points of the source.
        """
        marks = self._marks(layout)
        start, marked = marks.part.span.start, marks.changes
        text, place = self.view.flat.source, self.view.to_flat(Span(offset, offset)).start
        found = word_at(marked, place - start)
        if found is None:
            return None
        words, shown = found[0].shifted(start), found[1].of(marks.part.text)
        chosen = any(one.ambiguous and one.source.holds(place - start) for one in marked)
        choice = self._counterparts.get(text[place], ()) if chosen else ()
        source = self.view.from_flat(words)
        return SourceWord(source, words.of(text), shown, text[place], choice)

    def _marks(self, layout: ParagraphLayout) -> _ParagraphMarks:
        marks = self._made.get(layout)
        if marks is None:
            # Wider than the paragraph where a long one was cut inside a replaced word.
            flat = self.view.flat
            part = flat.slice(self.view.to_flat(layout.span))
            certain = corrected(flat, part.span)
            found = changes(part, flat.source, self._counterparts, certain)
            marks = self._made[layout] = _ParagraphMarks(layout, self.view, part, found)
        return marks


class _ParagraphMarks:
    """The marks of one paragraph, from its own top left."""

    __slots__ = ("_brackets", "_dots", "_waves", "_weak", "changes", "part")

    def __init__(
        self, layout: ParagraphLayout, view: ScriptView, part: ViewSlice, found: Sequence[Change]
    ) -> None:
        self.part = part
        self.changes = found
        self._dots: list[QLineF] = []
        self._waves = QPainterPath()
        self._weak = QPainterPath()
        self._brackets = QPainterPath()
        for change in found:
            source = view.from_flat(change.source.shifted(part.span.start)).clipped(layout.span)
            for rect in layout.rects(source.shifted(-layout.span.start)):
                self._add(change, rect)

    def _add(self, change: Change, rect: QRectF) -> None:
        left, right = rect.left() + _SHORT, rect.right() - _SHORT
        foot = round(rect.bottom()) - _RAISE + 0.5
        if change.replaced:
            _bracket(self._brackets, left, right, foot)
        elif change.ambiguous:
            _wave(self._waves if change.changed else self._weak, left, right, foot)
        else:
            # From a whole pixel, or each dot would blur over two.
            self._dots.append(QLineF(round(left), foot, right, foot))

    def paint(self, painter: QPainter, theme: Theme, origin: QPointF) -> None:
        painter.save()
        # On whole pixels, or the finest lines would blur.
        painter.translate(round(origin.x()), round(origin.y()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(theme.change), 1.0)
        painter.setPen(pen)
        painter.drawPath(self._brackets)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DOTS)
        painter.setPen(pen)
        painter.drawLines(self._dots)
        painter.setPen(QPen(QColor(theme.weak), 1.0))
        # Twice, since the finest pen alone leaves no pixel in its whole colour.
        painter.drawPath(self._weak)
        painter.drawPath(self._weak)
        # Twice with the finest pen, half a pixel apart: one broader stroke took
        # thirty times as long.
        painter.setPen(QPen(QColor(theme.ambiguous), 1.0))
        painter.drawPath(self._waves)
        painter.translate(0.0, _BROADER)
        painter.drawPath(self._waves)
        painter.restore()


def _bracket(path: QPainterPath, left: float, right: float, foot: float) -> None:
    """Add a line whose ends turn up."""
    left, right = round(left) + 0.5, round(right) - 0.5
    path.moveTo(left, foot - _BRACKET)
    path.lineTo(left, foot)
    path.lineTo(right, foot)
    path.lineTo(right, foot - _BRACKET)


def _wave(path: QPainterPath, left: float, right: float, foot: float) -> None:
    """Add a wave of whole halves, as near to its length as fits."""
    halves = max(2, round((right - left) / _WAVE))
    step = (right - left) / halves
    path.moveTo(left, foot)
    for half in range(halves):
        crest = foot + (_CREST if half % 2 else -_CREST) * 2
        start = left + half * step
        path.quadTo(QPointF(start + step / 2, crest), QPointF(start + step, foot))


def _set(words: str, face: str) -> str:
    words = words.replace("\r\n", "⏎").replace("\n", "⏎")
    return f"<span style=\"font-family:'{face}';font-size:{_SIZE}px\">{escape(words)}</span>"
