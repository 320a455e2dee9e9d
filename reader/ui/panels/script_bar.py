"""The visible control for the script, and the legend of the kinds of tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.text.script import Script
from reader.ui.kinds import listed
from reader.ui.panels.elements import DOT, SPACE, paint_dot, paint_line, sized

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont, QPaintEvent

    from reader.annotation.tag_set import TagKind
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

# As many kinds as have room to say what they are called.
_IN_A_ROW = 6


class ScriptBar(QWidget):
    """Five joined buttons, one for each script; the one shown is down."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow a session and drive it."""
        super().__init__(parent)
        self.setObjectName("scriptBar")
        self._session = session
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._add("originalScript", self.tr("Original"), self.tr("Original: the untouched source"))
        self._add("simplifiedScript", "简", self.tr("Simplified"))
        self._add("traditionalScript", "繁", self.tr("Traditional"))
        self._add("taiwanScript", "臺", self.tr("Taiwan"))
        self._add("hongKongScript", "港", self.tr("Hong Kong"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_script(session.script)
        self._group.idToggled.connect(self._on_toggled)
        session.script_shown.connect(self._on_script)

    def _add(self, name: str, label: str, full_name: str) -> None:
        number = len(self._group.buttons())
        button = QToolButton()
        button.setObjectName(name)
        button.setText(label)
        button.setCheckable(True)
        button.setAccessibleName(full_name)
        button.setToolTip(full_name)
        self._group.addButton(button, number)
        self._row.addWidget(button)

    def show_keys(self, keys: Mapping[Script, str], cycling: str) -> None:
        """Say beside the pointer which keys show a script, and which the next one."""
        for script, own in keys.items():
            button = self.button(script)
            cycles = self.tr("{keys} cycles").format(keys=cycling) if cycling else ""
            said = "; ".join(part for part in (own, cycles) if part)
            name = button.accessibleName()
            button.setToolTip(f"{name} ({said})" if said else name)

    def button(self, script: Script) -> QAbstractButton:
        """Return the button of a script."""
        return self._group.button(list(Script).index(script))

    @Slot(int, bool)
    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self._session.show_script(list(Script)[number])

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        self.button(script).setChecked(True)


class Legend(QWidget):
    """The kinds of the tag set, each with its colour and key; a click tags the selection."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self.setObjectName("legend")
        self._session = session
        self._theme = theme
        self._entries: list[LegendEntry] = []
        self._lines: list[QWidget] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE // 2)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        if session.workspace is not None:
            self._on_opened(session.workspace)

    def entries(self) -> list[LegendEntry]:
        """Return the entries, in the order of the tag set."""
        return list(self._entries)

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        self._entries.clear()
        while self._lines:
            line = self._lines.pop()
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, kind in enumerate(listed(workspace.tag_set)):
            if place % _IN_A_ROW == 0:
                row = self._new_line()
            entry = LegendEntry(kind, self._theme, self._lines[-1])
            entry.clicked.connect(self._on_clicked)
            row.addWidget(entry)
            self._entries.append(entry)

    def _new_line(self) -> QHBoxLayout:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        self._rows.addWidget(line)
        self._lines.append(line)
        return row

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.tag_set and self._session.workspace is not None:
            self._on_opened(self._session.workspace)

    @Slot()
    def _on_clicked(self) -> None:
        entry = self.sender()
        assert isinstance(entry, LegendEntry)
        self._session.tag(entry.kind)


class LegendEntry(QAbstractButton):
    """A kind's dot, label and key; in a narrow place the label is cut short.

    Attributes:
        kind: The kind's name.
    """

    def __init__(self, kind: TagKind, theme: Theme, parent: QWidget) -> None:
        """Stand for a kind."""
        super().__init__(parent)
        self.kind = kind.name
        self._key = kind.key.upper()
        self._colour = kind.colour
        self._theme = theme
        self.setObjectName("legendEntry")
        self.setText(tr(kind.label))
        # A click leaves the focus on the text, so that the single keys go on working there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        tip = self.tr("Tag the selected passage as {kind} ({key})")
        self.setAccessibleName(self.tr("Tag as {kind}").format(kind=tr(kind.label).lower()))
        self.setToolTip(tip.format(kind=tr(kind.label).lower(), key=self._key))

    def sizeHint(self) -> QSize:
        """Return room for dot, label and key."""
        return QSize(self._width(self._label_width), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return room for dot, the beginning of the label, and key."""
        short = self.fontMetrics().horizontalAdvance("国…")
        return QSize(self._width(min(short, self._label_width)), self._height)

    @property
    def _label_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 1

    @property
    def _height(self) -> int:
        return self.fontMetrics().height() + SPACE

    def _width(self, label: int) -> int:
        return round(SPACE + DOT + 6 + label + 6 + self._cap_width + SPACE)

    @property
    def _cap_width(self) -> float:
        return max(16.0, QFontMetricsF(self._cap_font).horizontalAdvance(self._key) + 8)

    @property
    def _cap_font(self) -> QFont:
        return sized(self.font(), self.font().families(), larger=-2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, the label and the key as a small cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle = self._theme, self.height() / 2
        if self.underMouse() or self.hasFocus():
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QColor(theme.accent if self.hasFocus() else theme.chosen))
            painter.setBrush(QColor(theme.line if self.isDown() else theme.chosen))
            painter.drawRoundedRect(box, 5, 5)
        left = paint_dot(painter, float(SPACE), middle, theme.mark(self._colour)) + 6
        cap = QRectF(self.width() - SPACE - self._cap_width, middle - 8, self._cap_width, 16)
        painter.setPen(QColor(theme.ink))
        label = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(cap.left() - 6 - left)
        )
        paint_line(painter, left, middle, label)
        self._paint_cap(painter, cap)

    def _paint_cap(self, painter: QPainter, cap: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(theme.soft_ink))
        painter.setFont(self._cap_font)
        width = QFontMetricsF(self._cap_font).horizontalAdvance(self._key)
        paint_line(painter, cap.center().x() - width / 2, cap.center().y(), self._key)
