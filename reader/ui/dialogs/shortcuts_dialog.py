"""Which keys do what, and the giving of other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.ui.actions import ACTIONS, TAG
from reader.ui.fuzzy import Name, words_of
from reader.ui.panels.elements import SPACE, ComposingField, clearable, paint_in
from reader.ui.shortcuts import menu_path, native, normal, plain, title

if TYPE_CHECKING:
    from reader.ui.session import Session
    from reader.ui.shortcuts import Clash, Shortcuts
    from reader.ui.theme import Theme

_SIZE: Final = 720, 600
_KEYS_WIDTH: Final = 190
_COMMAND: Final = Qt.ItemDataRole.UserRole
_NAMES: Final = Qt.ItemDataRole.UserRole + 1


class ShortcutsDialog(QDialog):
    """A searchable table of every action with its keys; a key pressed is given at once."""

    @classmethod
    def open_on(
        cls, window: QWidget, session: Session, shortcuts: Shortcuts, theme: Theme
    ) -> ShortcutsDialog:
        """Open it over a window, or bring the one that is open forward."""
        dialog = window.findChild(cls) or cls(window, session, shortcuts, theme)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def __init__(
        self, window: QWidget, session: Session, shortcuts: Shortcuts, theme: Theme
    ) -> None:
        """List every action."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._theme = theme
        self._session = session
        self._shortcuts = shortcuts
        self._clash: Clash | None = None
        self._pressed = ""
        self.search = ComposingField()
        self.table = QTableWidget(0, 3)
        self.edit = QKeySequenceEdit()
        self.also = QCheckBox(self.tr("&Keep the present keys too"))
        self.sentence = QLabel()
        self.take_button = QPushButton(self.tr("&Take it"))
        self.none_button = QPushButton(self.tr("&No key"))
        self.reset_button = QPushButton(self.tr("&Usual keys"))
        self.reset_all_button = QPushButton(self.tr("Usual keys for &all"))
        self._name_parts()
        self._assemble()
        self._fill()
        self._connect()
        self.table.setCurrentCell(0, 0)
        self.resize(*_SIZE)

    # Putting together

    def _name_parts(self) -> None:
        for part, name, said in (
            (self.search, "shortcutSearch", self.tr("Find an action or a key")),
            (self.table, "shortcutTable", self.tr("Actions and their keys")),
            (self.edit, "shortcutEdit", self.tr("New keys")),
            (self.also, "shortcutAlso", ""),
            (self.take_button, "takeShortcut", ""),
            (self.none_button, "noShortcut", ""),
            (self.reset_button, "resetShortcut", ""),
            (self.reset_all_button, "resetShortcuts", ""),
        ):
            part.setObjectName(name)
            if said:
                part.setAccessibleName(said)
        self.search.setPlaceholderText(self.tr("Find an action or a key"))
        clearable(self.search)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setMinimumWidth(_KEYS_WIDTH)
        inner = self.edit.findChild(QLineEdit)
        if inner is not None:
            inner.setPlaceholderText(self.tr("Press the new keys"))
        self.sentence.setObjectName("shortcutSentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumHeight(2 * self.fontMetrics().lineSpacing())

    def _assemble(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Menu"), self.tr("Keys")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(2, _KEYS_WIDTH)
        label = QLabel(self.tr("Ne&w keys"))
        label.setBuddy(self.edit)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        own = (self.take_button, self.none_button, self.reset_button, self.reset_all_button)
        # Return among the actions goes on to the new keys; it shall press no button.
        for button in (*own, *buttons.findChildren(QPushButton)):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE + 2)
        column.addWidget(self.search)
        column.addWidget(table, 1)
        column.addLayout(_line(label, self.edit, self.also, None))
        column.addLayout(_line(self.sentence, self.take_button))
        foot = _line(self.none_button, self.reset_button, self.reset_all_button, None)
        foot.addWidget(buttons)
        column.addLayout(foot)
        column.setStretchFactor(table, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.table.currentCellChanged.connect(self._on_row)
        self.table.activated.connect(self._on_activated)
        self.edit.keySequenceChanged.connect(self._on_pressed)
        self.take_button.clicked.connect(self._on_take)
        self.none_button.clicked.connect(self._on_none)
        self.reset_button.clicked.connect(self._on_reset)
        self.reset_all_button.clicked.connect(self._on_reset_all)
        self._shortcuts.changed.connect(self._show_keys)

    # The table

    def _fill(self) -> None:
        rows = [("", words, menu_path(TAG), native((key,))) for key, words in self._kinds()]
        rows += [(spec.command, title(spec), menu_path(spec.menu), "") for spec in ACTIONS]
        self.table.setRowCount(len(rows))
        for number, (command, *cells) in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setData(_COMMAND, command)
                self.table.setItem(number, column, item)
            if not command:
                self._item(number, 2).setToolTip(self._kind_sentence())
        self._show_keys()

    def _kinds(self) -> list[tuple[str, str]]:
        workspace = self._session.workspace
        said = self.tr("Tag as {kind}")
        kinds = () if workspace is None else workspace.tag_set.kinds
        return [(kind.key, said.format(kind=tr(kind.label).lower())) for kind in kinds]

    def _kind_sentence(self) -> str:
        return self.tr("The key of a kind of tag belongs to the tag set, and is set there.")

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    @property
    def command(self) -> str:
        """The action of the row that the keyboard is on; empty for a kind of tag, or for none."""
        row = self.table.currentRow()
        if row < 0 or self.table.isRowHidden(row):
            return ""
        return str(self._item(row, 0).data(_COMMAND))

    @Slot()
    def _show_keys(self) -> None:
        """Show every action's keys as they are now; other than usual in bold."""
        for row in range(self.table.rowCount()):
            keys = self._item(row, 2)
            command = str(keys.data(_COMMAND))
            if command:
                keys.setText(self._shortcuts.shown(command))
                differs = self._shortcuts.differs(command)
                font = keys.font()
                font.setBold(differs)
                keys.setFont(font)
                usual = next(native(map(normal, s.keys)) for s in ACTIONS if s.command == command)
                keys.setToolTip(
                    self.tr("Usually: {keys}").format(keys=usual or "—") if differs else ""
                )
            words = [self._item(row, column).text() for column in range(3)]
            # Whatever language it speaks, what an action is called in English finds it too.
            words += [f"{plain(s.text)} {plain(s.menu)}" for s in ACTIONS if s.command == command]
            self._item(row, 0).setData(_NAMES, Name(" ".join(words)).text)
        self._show_buttons()

    @Slot()
    def _narrow(self) -> None:
        """Show the rows that have every word typed."""
        words = words_of(self.search.text())
        first = -1
        for row in range(self.table.rowCount()):
            fits = all(word in self._item(row, 0).data(_NAMES) for word in words)
            self.table.setRowHidden(row, not fits)
            if fits and first < 0:
                first = row
        if first >= 0 and self.table.isRowHidden(self.table.currentRow()):
            self.table.setCurrentCell(first, 0)
        self._on_row()

    # Giving keys

    @Slot()
    def _on_row(self) -> None:
        """Begin anew with another action."""
        self._forget()
        self._show_buttons()
        row = self.table.currentRow()
        kind = row >= 0 and not self._item(row, 0).data(_COMMAND)
        self._say(self._kind_sentence() if kind else "")

    @Slot()
    def _on_activated(self) -> None:
        if self.command:
            self.edit.setFocus()

    def _show_buttons(self) -> None:
        command = self.command
        for part in (self.edit, self.also, self.none_button, self.reset_button):
            part.setEnabled(bool(command))
        if command:
            self.none_button.setEnabled(bool(self._shortcuts.keys(command)))
            self.reset_button.setEnabled(self._shortcuts.differs(command))
        self.reset_all_button.setEnabled(
            any(self._shortcuts.differs(spec.command) for spec in ACTIONS)
        )
        self.take_button.setVisible(self._clash is not None and bool(self._clash.command))

    def _forget(self) -> None:
        """Forget what was pressed."""
        self._clash, self._pressed = None, ""
        self.edit.clear()

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        paint_in(self.sentence, self._theme.danger if refused else self._theme.soft_ink)
        self.sentence.setText(sentence)

    @Slot(QKeySequence)
    def _on_pressed(self, sequence: QKeySequence) -> None:
        """Give the keys that were pressed, or say what stands in the way."""
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        command = self.command
        if not key or not command:
            return
        self._pressed = key
        self._clash = self._shortcuts.clash(command, key)
        if self._clash is None:
            self._give()
        else:
            self._say(self._clash.sentence, refused=True)
            self._show_buttons()

    @Slot()
    def _on_take(self) -> None:
        self._give()
        self.edit.setFocus()

    def _give(self) -> None:
        command, key = self.command, self._pressed
        present = self._shortcuts.keys(command) if self.also.isChecked() else ()
        self._forget()
        self._shortcuts.give(command, (*(one for one in present if one != key), key))
        self._tell()

    @Slot()
    def _on_none(self) -> None:
        self._forget()
        self._shortcuts.give(self.command, ())
        self._tell()

    @Slot()
    def _on_reset(self) -> None:
        self._forget()
        self._shortcuts.reset(self.command)
        self._tell()

    @Slot()
    def _on_reset_all(self) -> None:
        self._forget()
        self._shortcuts.reset_all()
        self._show_buttons()
        self._say(self.tr("Every action has its usual keys."))

    def _tell(self) -> None:
        """Say which keys the action has now."""
        command = self.command
        name = next(title(spec) for spec in ACTIONS if spec.command == command)
        keys = self._shortcuts.shown(command)
        said = self.tr("“{action}”: {keys}") if keys else self.tr("“{action}” has no key.")
        self._show_buttons()
        self._say(said.format(action=name, keys=keys))


def _line(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; ``None`` is room between them, a sentence takes what is left."""
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, int(isinstance(widget, QLabel) and widget.wordWrap()))
    return row
