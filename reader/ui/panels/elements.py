"""What the panels draw and lay out alike: a kind's dot, chips, rows, quiet sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLayout,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from reader.text.script import SourceScript
from reader.text.utf16 import Utf16Map
from reader.ui.theme import Colour, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QInputMethodEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QLayoutItem

    from reader.annotation.tag_set import TagSet
    from reader.ui.theme import Theme

SPACE = 8
"""Pixels of the panels' grid."""
DOT = 9.0
"""Diameter of a kind's dot."""
UNKNOWN_COLOUR = "#777777"
"""The colour of a kind that the tag set does not have."""

INKS: Final = {
    QPalette.ColorRole.WindowText: "inkRole",
    QPalette.ColorRole.Window: "groundRole",
}
"""The property of a widget that says what it was painted in: a colour of the theme, a kind's, or
one that stays."""

Index = QModelIndex | QPersistentModelIndex

_KIND = "kind "
_RADIUS = 6.0
_SIMPLIFIED = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC")
_TRADITIONAL = ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC")
_WINDOWS = {_SIMPLIFIED: "Microsoft YaHei", _TRADITIONAL: "Microsoft JhengHei"}


def sans_faces(source: SourceScript) -> list[str]:
    """Return the sans-serif families for words in the script an article was written in.

    Named, because Qt left to itself may take a Japanese face for Chinese.
    """
    traditional = source in (SourceScript.TRADITIONAL, SourceScript.MIXED)
    families = _TRADITIONAL if traditional else _SIMPLIFIED
    return [*families, _WINDOWS[families], "sans-serif"]


def sized(font: QFont, families: Sequence[str], *, larger: int = 0) -> QFont:
    """Return ``font`` in other families, some pixels larger (or smaller)."""
    changed = QFont(font)
    changed.setPixelSize(max(8, QFontInfo(font).pixelSize() + larger))
    changed.setFamilies(list(families))
    return changed


def kind_colour(tag_set: TagSet, kind: str) -> str:
    """Return the colour of a kind, grey where the tag set does not have it."""
    found = tag_set.get(kind)
    return found.colour if found else UNKNOWN_COLOUR


def paint_dot(painter: QPainter, left: float, middle: float, colour: str) -> float:
    """Draw a kind's dot; return where the space after it begins."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(left, middle - DOT / 2, DOT, DOT))
    return left + DOT


def paint_line(painter: QPainter, left: float, middle: float, text: str) -> float:
    """Draw one line in the painter's font, centred about ``middle``; return where it ends."""
    metrics = QFontMetricsF(painter.font())
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, baseline), text)
    return left + metrics.horizontalAdvance(text)


def wrapped(text: str, font: QFont, width: float, count: int) -> list[str]:
    """Break ``text`` into at most ``count`` lines, the last one elided where more follows.

    Args:
        text: On one line.
        font: What it is set in.
        width: Length of a line in pixels.
        count: At least 1.
    """
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    units = Utf16Map(text)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < count and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(units.to_points(line.textStart()))
    layout.endLayout()
    lines = [text[start:end].rstrip() for start, end in pairwise(starts)]
    # Even an empty text has one line.
    last = text[starts[-1] :]
    return [*lines, QFontMetricsF(font).elidedText(last, Qt.TextElideMode.ElideRight, width)]


def paint_row(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, chosen: bool
) -> None:
    """Draw the ground of a row: chosen, under the pointer, or where the keyboard is."""
    box = QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5)
    state = option.state
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(QColor(theme.chosen))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        # The ground alone is too faint to tell which row it is.
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 7, 3, box.height() - 14), 1.5, 1.5)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(mixed(theme.panel, theme.chosen, 0.45))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.accent), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def clearable(field: QLineEdit) -> None:
    """Give a field a button that clears it, with a name for screen readers."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("Field", "Clear"))


class Hint(QLabel):
    """A quiet sentence in the place of what is not there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(3 * SPACE, 4 * SPACE, 3 * SPACE, 2 * SPACE)
        paint_in(self, theme.soft_ink)


def wrapped_label(text: str = "") -> QLabel:
    """Return a label of plain text that takes as many lines as it needs."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def paint_in(label: QLabel, colour: str) -> None:
    """Set the words of a label in a colour; a theme's is exchanged with the theme."""
    _paint(label, QPalette.ColorRole.WindowText, colour)


def ground_in(widget: QWidget, colour: str) -> None:
    """Fill behind a widget with a colour; a theme's is exchanged with the theme."""
    _paint(widget, QPalette.ColorRole.Window, colour)
    widget.setAutoFillBackground(True)


def mark_in(widget: QWidget, colour: str, theme: Theme) -> None:
    """Fill a widget with a kind's colour, as the theme shows it."""
    ground_in(widget, theme.mark(colour))
    widget.setProperty(INKS[QPalette.ColorRole.Window], _KIND + colour)


def shown_in(theme: Theme, painted: str) -> str:
    """Return what a property of ``INKS`` stands for in a theme."""
    if painted.startswith(_KIND):
        return theme.mark(painted.removeprefix(_KIND))
    return theme.colours.get(painted, painted)


def _paint(widget: QWidget, part: QPalette.ColorRole, colour: str) -> None:
    widget.setProperty(INKS[part], colour.role if isinstance(colour, Colour) else colour)
    palette = widget.palette()
    palette.setColor(part, QColor(colour))
    widget.setPalette(palette)


class ComposingField(QLineEdit):
    """A field that knows whether an input method is composing in it.

    Attributes:
        composed: An input method has ended a composition.
        composing: Whether one is under way.
    """

    composed = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether something is half-composed: what it replaces is gone from the text."""
        was, self.composing = self.composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self.composing:
            self.composed.emit()


class Chip(QAbstractButton):
    """A small button that is on or off, with a kind's dot. Its owner says when it is on.

    Attributes:
        picked: Carries the chip's value when it is clicked.
    """

    picked = Signal(object)

    def __init__(
        self, value: str, label: str, colour: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Make a chip.

        Args:
            value: What it stands for.
            label: What the user reads.
            colour: Its dot's colour; empty for none.
            theme: The window's colours.
            parent: Owner.
        """
        super().__init__(parent)
        self.value = value
        self._colour = colour
        self._theme = theme
        self.setObjectName("chip")
        self.setText(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self.value)

    def nextCheckState(self) -> None:
        """Stay as it is: its owner follows what was picked."""

    def sizeHint(self) -> QSize:
        """Return the room its dot and its words take."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * SPACE
        if self._colour:
            width += round(DOT) + 6
        return QSize(width, self.fontMetrics().height() + SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the chip: filled where it is on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        theme, on = self._theme, self.isChecked()
        line = theme.accent if self.hasFocus() else theme.edge
        painter.setPen(QPen(QColor(line), 1.0) if on or self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if on or self.isDown():
            painter.setBrush(QColor(theme.chosen))
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(mixed(theme.panel, theme.chosen, 0.45))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left, middle = float(SPACE), box.center().y()
        if self._colour:
            left = paint_dot(painter, left, middle, theme.mark(self._colour)) + 6
        painter.setPen(QColor(theme.ink if on else theme.soft_ink))
        paint_line(painter, left, middle, self.text())


class ChipRow(QWidget):
    """Chips of which one is on, in as many lines as they need.

    Attributes:
        picked: Carries the value of a chip that was clicked.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without chips."""
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(4)
        self.setLayout(self._flow)
        self.chips: list[Chip] = []

    def set_chips(self, chips: Sequence[tuple[str, str, str, str]]) -> None:
        """Show chips, each ``(value, label, colour, tool tip)``; the keyboard stays on its one."""
        held = next((chip.value for chip in self.chips if chip.hasFocus()), None)
        while self.chips:
            old = self.chips.pop()
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for value, label, colour, tip in chips:
            chip = Chip(value, label, colour, self._theme, self)
            chip.setToolTip(tip)
            chip.picked.connect(self.picked)
            self._flow.addWidget(chip)
            self.chips.append(chip)
            if value == held:
                chip.setFocus()
        self.keep_lines()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height of as many lines as the width asks for."""
        super().resizeEvent(event)
        self.keep_lines()

    def keep_lines(self) -> None:
        """Take the height of the lines that the chips shown need."""
        # A splitter that is short of room asks for no height at a width, and would cut lines off.
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def relabel(self, labels: Sequence[str]) -> None:
        """Give the chips, in order, other words."""
        for chip, label in zip(self.chips, labels, strict=True):
            if chip.text() != label:
                chip.setText(label)
                chip.updateGeometry()
        self.keep_lines()

    def set_on(self, value: str | None) -> None:
        """Switch on the chip of a value, and every other off."""
        for chip in self.chips:
            chip.setChecked(chip.value == value)


class FlowLayout(QLayout):
    """Lays widgets out in lines, as words are."""

    def __init__(self, spacing: int) -> None:
        """Begin empty, with ``spacing`` pixels between widgets and between lines."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or ``None`` past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that fewer lines fit where it is wider."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget into its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the room of all on one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Walk through the lines within ``rect``; return their height."""
        left, top, line = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.left() + rect.width():
                left, top, line = rect.left(), top + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            line = max(line, size.height())
        return top + line - rect.top()
