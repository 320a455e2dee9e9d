"""The visible control for the script, and the legend of the kinds of tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from reader.text.script import Script

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.annotation.tag_set import TagKind
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import Workspace

_DOT = 9.0


class ScriptBar(QWidget):
    """Five joined buttons, one for each script; the one shown is down."""

    def __init__(self, session: Session, _theme: Theme, parent: QWidget | None = None) -> None:
        """Follow a session and drive it."""
        super().__init__(parent)
        self.setObjectName("scriptBar")
        self._session = session
        self._group = QButtonGroup(self)
        self._buttons: dict[Script, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        names = {
            Script.ORIGINAL: (self.tr("Original"), self.tr("the untouched source")),
            Script.SIMPLIFIED: (self.tr("简"), self.tr("Simplified characters")),
            Script.TRADITIONAL: (self.tr("繁"), self.tr("Traditional characters")),
            Script.TAIWAN: (self.tr("臺"), self.tr("Taiwan's standard")),
            Script.HONG_KONG: (self.tr("港"), self.tr("Hong Kong's standard")),
        }
        for number, (script, (label, name)) in enumerate(names.items(), 1):
            button = QToolButton()
            button.setText(label)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(name)
            button.setToolTip(
                self.tr("{name} (Ctrl+{number}; S for the next)").format(name=name, number=number)
            )
            self._group.addButton(button, number)
            self._buttons[script] = button
            row.addWidget(button)
        self._buttons[session.script].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)
        session.script_shown.connect(self._on_script)

    def button(self, script: Script) -> QToolButton:
        """Return the button of a script."""
        return self._buttons[script]

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        for script, one in self._buttons.items():
            if one is button:
                self._session.show_script(script)

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        self._buttons[script].setChecked(True)


class Legend(QWidget):
    """The kinds of the tag set; a click tags the selected passage."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self.setObjectName("legend")
        self._session = session
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        session.opened.connect(self._on_opened)
        if session.workspace is not None:
            self._on_opened(session.workspace)

    def entries(self) -> list[LegendEntry]:
        """Return the entries, in the order of the tag set."""
        return self.findChildren(LegendEntry)

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        for old in self.entries():
            self._row.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        for kind in workspace.tag_set:
            entry = LegendEntry(kind, self._theme, self)
            entry.clicked.connect(self._on_clicked)
            self._row.addWidget(entry)

    @Slot()
    def _on_clicked(self) -> None:
        entry = self.sender()
        assert isinstance(entry, LegendEntry)
        self._session.tag(entry.kind)


class LegendEntry(QAbstractButton):
    """A kind's dot, label and key.

    Attributes:
        kind: The kind's name.
    """

    def __init__(self, kind: TagKind, theme: Theme, parent: QWidget) -> None:
        """Stand for a kind."""
        super().__init__(parent)
        self.kind = kind.name
        self._key = kind.key
        self._colour = QColor(kind.colour)
        self._theme = theme
        self.setText(kind.label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Tag as {kind}").format(kind=kind.label.lower()))
        self.setToolTip(
            self.tr("Tag the selected passage as {kind} ({key})").format(
                kind=kind.label.lower(), key=kind.key
            )
        )

    def sizeHint(self) -> QSize:
        """Return room for dot, label and key."""
        metrics = self.fontMetrics()
        width = 30 + metrics.horizontalAdvance(self.text()) + self._key_width()
        return QSize(round(width), metrics.height() + 10)

    def _key_width(self) -> float:
        return max(18.0, self.fontMetrics().horizontalAdvance(self._key) + 10.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, the label and the key as a small cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(self._theme.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.chosen))
            painter.drawRoundedRect(box, 5, 5)
        middle = box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(QPointF(11.0, middle), _DOT / 2, _DOT / 2)
        painter.setPen(QColor(self._theme.ink))
        width = self.fontMetrics().horizontalAdvance(self.text())
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(20, 0, width + 2, self.height()), vertical, self.text())
        cap = QRectF(26 + width, middle - 8, self._key_width(), 16)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(QColor(self._theme.soft_ink))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
