"""Choosing a colour: suggestions, its digits, and how it looks in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.colours import GRAPHIC, contrast
from reader.annotation.kind_rules import COLOUR
from reader.ui.panels.elements import SPACE, paint_dot, paint_line
from reader.ui.panels.tag_fields import LineInput
from reader.ui.theme import NAMES, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.ui.panels.elements import Index

_SWATCH: Final = 26
_SAMPLE: Final = 52


class ColourField(QWidget):
    """A colour, written or chosen.

    Attributes:
        edited: Another colour is written or chosen; carries what is written, be it one or not.
        digits: Where it is written.
        swatches: The suggestions.
        samples: How it looks.
    """

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Begin without a colour."""
        super().__init__()
        self.digits = LineInput()
        self.digits.setObjectName("kindColour")
        self.digits.setAccessibleName(self.tr("Colour, as # and six digits"))
        self.digits.setFixedWidth(100)
        self.swatches = Swatches(theme)
        self.samples = ThemeSamples()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.digits)
        row.addWidget(self.swatches)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self.samples)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self.digits.textChanged.connect(self._on_typed)
        self.swatches.chosen.connect(self._on_chosen)

    def colour(self) -> str:
        """Return what is written, in small letters."""
        return self.digits.text().strip().lower()

    def show_colour(self, colour: str) -> None:
        """Show a colour."""
        if colour != self.colour():
            self.digits.put(colour)
        self.swatches.mark(colour)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self.swatches.mark(self.colour())
        self.edited.emit(self.colour())

    @Slot(object)
    def _on_chosen(self, colour: str) -> None:
        self.digits.setText(colour)


class Swatches(QListWidget):
    """Colours to choose from, in a row: a click takes one, or Space where the keyboard is.

    Attributes:
        chosen: A colour was chosen; carries it.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Begin without colours."""
        super().__init__()
        self._theme = theme
        self.marked = ""
        self.setObjectName("kindSwatches")
        self.setAccessibleName(self.tr("Suggested colours"))
        self.setToolTip(self.tr("Colours that are told apart from those of the other kinds"))
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setItemDelegate(_SwatchDelegate(theme, self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("background: transparent")
        self.setFixedHeight(_SWATCH)
        self.itemClicked.connect(self._on_clicked)

    def offer(self, colours: Sequence[str]) -> None:
        """Offer colours."""
        if [self.item(row).text() for row in range(self.count())] == list(colours):
            return
        self.clear()
        for colour in colours:
            self.addItem(QListWidgetItem(colour))
        self.setFixedWidth(_SWATCH * len(colours) + 2)

    def mark(self, colour: str) -> None:
        """Mark the one that is a colour."""
        self.marked = colour
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the colour that the keyboard is on."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentItem() is not None:
            self.chosen.emit(self.currentItem().text())
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.text())


class _SwatchDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: Swatches) -> None:
        super().__init__(parent)
        self._theme = theme
        self._swatches = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return a square."""
        return QSize(_SWATCH, _SWATCH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill a square; a ring is about the one that is chosen, and where the keyboard is."""
        colour = str(index.data())
        box = QRectF(option.rect).adjusted(4, 4, -4, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, 4, 4)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if colour == self._swatches.marked or focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent if focused else self._theme.ink), 1.6))
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)
        painter.restore()


class ThemeSamples(QWidget):
    """How tags in a colour look in each theme, with the colour's contrast to the paper."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("kindSamples")
        self._themes = [Theme.load(name) for name in NAMES]
        self._names = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "sepia": self.tr("Sepia"),
        }
        self._colour = self._word = ""
        self.setFixedHeight(_SAMPLE)

    def show_sample(self, colour: str, word: str) -> None:
        """Show a word in a colour; nothing where that is none."""
        self._colour = colour if COLOUR.fullmatch(colour) else ""
        self._word = word or "文脉"
        self.setAccessibleName(" ".join(self.sentences()))
        self.setToolTip("\n".join(self.sentences()))
        self.update()

    def contrasts(self) -> list[tuple[str, float, float]]:
        """Return each theme's name, the colour's contrast there, and as the theme shows it."""
        if not self._colour:
            return []
        return [
            (
                self._names[theme.name],
                contrast(self._colour, theme.paper),
                contrast(theme.mark(self._colour), theme.paper),
            )
            for theme in self._themes
        ]

    def sentences(self) -> list[str]:
        """Return what is to be said of the contrasts."""
        said = []
        for name, own, shown in self.contrasts():
            if own < GRAPHIC:
                sentence = self.tr(
                    "{theme}: the contrast is {own:.1f}, so it is shown with {shown:.1f}."
                )
            else:
                sentence = self.tr("{theme}: the contrast is {own:.1f}.")
            said.append(sentence.format(theme=name, own=own, shown=shown))
        return said

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw a piece of paper for each theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrasts = self.contrasts()
        width = (self.width() - SPACE * (len(self._themes) - 1)) / len(self._themes)
        for place, theme in enumerate(self._themes):
            box = QRectF(place * (width + SPACE), 0, width, self.height())
            self._paint_paper(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), theme)
            if contrasts:
                name, own, shown = contrasts[place]
                said = f"{name} {own:.1f}" + (f" → {shown:.1f}" if own < GRAPHIC else "")
                self._paint_words(painter, box, theme, said)
        painter.end()

    def _paint_paper(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(box, 5, 5)

    def _paint_words(self, painter: QPainter, box: QRectF, theme: Theme, said: str) -> None:
        """Draw a tagged word, and below it what its contrast is."""
        metrics = self.fontMetrics()
        room = int(box.width()) - 4 * SPACE
        word = metrics.elidedText(self._word, Qt.TextElideMode.ElideRight, room)
        left, middle = box.left() + SPACE, box.top() + box.height() * 0.3
        after = paint_dot(painter, left, middle, theme.mark(self._colour)) + 6
        high = metrics.height()
        wash = QRectF(after - 2, middle - high / 2, metrics.horizontalAdvance(word) + 4, high)
        painter.fillRect(wash, theme.tint(self._colour))
        painter.fillRect(
            QRectF(wash.left(), wash.bottom() - 1, wash.width(), 2),
            QColor(theme.mark(self._colour)),
        )
        painter.setPen(QColor(theme.ink))
        paint_line(painter, after, middle, word)
        painter.setPen(QColor(theme.soft_ink))
        paint_line(painter, left, box.top() + box.height() * 0.76, said)
