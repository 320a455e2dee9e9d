"""How text is set: each change shows at once in the window behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.reading.typography import (
    INDENTS,
    LARGEST,
    LEADINGS,
    MEASURES,
    SMALLEST,
    SPACES,
    installed_faces,
)
from reader.ui.shortcuts import plain

if TYPE_CHECKING:
    from reader.ui.reading_settings import ReadingSettings

_STEP: Final = 2


class ReadingDialog(QDialog):
    """Stands beside the text while the reader tries what suits; nothing waits for it."""

    @classmethod
    def open_on(cls, window: QWidget, settings: ReadingSettings) -> ReadingDialog:
        """Open it over a window, or bring the one that is open forward."""
        dialog = window.findChild(cls) or cls(settings, window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def __init__(self, settings: ReadingSettings, parent: QWidget | None) -> None:
        """Show how the text is set."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("readingDialog")
        self.setWindowTitle(self.tr("Reading"))
        self._settings = settings
        self._showing = False
        self._face = QComboBox()
        self._face.addItem(self.tr("Usual serif"), "")
        for face in installed_faces():
            self._face.addItem(face, face)
        self._size = _whole(SMALLEST, LARGEST, self.tr(" px"), _STEP)
        self._leading = _fraction(LEADINGS, 0.1, self.tr(" × size"), 1)
        self._measure = _whole(*MEASURES, self.tr(" characters"))
        self._indent = _whole(*INDENTS, self.tr(" characters"))
        self._space = _fraction(SPACES, 0.25, self.tr(" lines"), 2)
        self._tight = QCheckBox(self.tr("&Close up where two meet (，“ 。”)"))
        self._hanging = QCheckBox(self.tr("Stops may stand in the &margin"))
        self._hanging.setToolTip(
            self.tr(
                "A comma or a full stop that a line has no room for stands beside it; not in "
                "Traditional script, where stops stand in the middle of their square."
            )
        )
        self._room = QLabel()
        self._room.setObjectName("room")
        self._assemble()
        self._show()
        self._face.activated.connect(self._on_changed)
        for box in (self._size, self._measure, self._indent):
            box.valueChanged.connect(self._on_changed)
        for fine in (self._leading, self._space):
            fine.valueChanged.connect(self._on_changed)
        for switch in (self._tight, self._hanging):
            switch.toggled.connect(self._on_changed)
        settings.changed.connect(self._show)

    def _assemble(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, title, widget in self._rows():
            widget.setObjectName(name)
            if not isinstance(widget, QCheckBox):
                # A check box says itself what it is.
                widget.setAccessibleName(plain(title))
            form.addRow(title, widget)
            if widget is self._measure:
                form.addRow("", self._room)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        reset = buttons.addButton(self.tr("&Reset"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.setObjectName("resetReading")
        for button in buttons.buttons():
            # Return in a field sets its number; it shall not close or reset as well.
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        reset.clicked.connect(self._settings.reset)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(buttons)

    def _rows(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("face", self.tr("&Face"), self._face),
            ("size", self.tr("&Size"), self._size),
            ("leading", self.tr("&Line spacing"), self._leading),
            ("measure", self.tr("Line l&ength"), self._measure),
            ("indent", self.tr("First-line &indent"), self._indent),
            ("space", self.tr("Space after &paragraphs"), self._space),
            ("tight", self.tr("Punctuation"), self._tight),
            ("hanging", "", self._hanging),
        )

    @Slot()
    def _show(self) -> None:
        """Show how the text is set, whoever set it so."""
        now = self._settings.typography
        self._showing = True
        self._face.setCurrentIndex(max(0, self._face.findData(now.face)))
        self._size.setValue(now.size)
        self._leading.setValue(now.leading)
        self._measure.setValue(now.measure)
        self._indent.setValue(now.indent)
        self._space.setValue(now.space)
        self._tight.setChecked(now.tight)
        self._hanging.setChecked(now.hanging)
        room = self._settings.room
        self._room.setText(
            self.tr("The window has room for {count}.").format(count=room)
            if room < now.measure
            else ""
        )
        self._showing = False

    @Slot()
    def _on_changed(self) -> None:
        if self._showing:
            return
        self._settings.use(
            replace(
                self._settings.typography,
                face=self._face.currentData(),
                size=self._size.value(),
                leading=round(self._leading.value(), 2),
                measure=self._measure.value(),
                indent=self._indent.value(),
                space=round(self._space.value(), 2),
                tight=self._tight.isChecked(),
                hanging=self._hanging.isChecked(),
            )
        )


def _whole(least: int, most: int, unit: str, step: int = 1) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setSuffix(unit)
    _calm(box)
    return box


def _fraction(bounds: tuple[float, float], step: float, unit: str, decimals: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(*bounds)
    box.setSingleStep(step)
    box.setSuffix(unit)
    _calm(box)
    return box


def _calm(box: QAbstractSpinBox) -> None:
    """Take a number when it is typed to its end, or at each press of an arrow."""
    box.setKeyboardTracking(False)
    box.setMinimumWidth(170)
