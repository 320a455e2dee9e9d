"""The details of one kind of tag: what it is called, its colour, key, place and attributes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from reader.annotation.kind_rules import COLOUR
from reader.language import tr
from reader.ui.dialogs.attribute_table import AttributeTable
from reader.ui.dialogs.colour_field import ColourField
from reader.ui.dialogs.tag_set_model import colour_sentences, nameless, proposed_name, suggestions
from reader.ui.kinds import with_narrower
from reader.ui.panels.elements import SPACE, paint_in, wrapped_label
from reader.ui.panels.tag_fields import LineInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.annotation.tag_set import TagKind, TagSet
    from reader.ui.theme import Theme
    from reader.workspace import Workspace

_SUGGESTED: Final = 8
_KEY_WIDTH: Final = 64


class KindForm(QWidget):
    """The fields of one kind.

    Attributes:
        edited: The reader changed something.
        label: What the kind is called.
        name: What its tags are stored as.
        key: The key that tags.
        parent_kind: The broader kind.
        colour: Its colour.
        attributes: What its tags carry.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._filling = False
        self._taken: frozenset[str] = frozenset()
        self._is_new = False
        self.label = LineInput()
        self.name = LineInput()
        self.key = KeyField()
        self.parent_kind = QComboBox()
        self.colour = ColourField(theme)
        self.attributes = AttributeTable()
        self._key_said = _sentence("kindKeySaid", theme)
        self._colour_said = _sentence("kindColourSaid", theme)
        self._assemble()
        self.label.textChanged.connect(self._on_label)
        self.name.textChanged.connect(self._on_edited)
        self.key.textChanged.connect(self._on_edited)
        self.parent_kind.currentIndexChanged.connect(self._on_edited)
        self.colour.edited.connect(self._on_edited)
        self.attributes.model.edited.connect(self._on_edited)

    def _assemble(self) -> None:
        for widget, name, spoken in (
            (self.label, "kindLabel", self.tr("Name")),
            (self.name, "kindName", self.tr("Stored as")),
            (self.key, "kindKey", self.tr("Key that tags a selection")),
            (self.parent_kind, "kindParent", self.tr("Broader kind that it is one of")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(spoken)
        self.name.setToolTip(
            self.tr("Tags are stored and exported under it, so it never changes once it is saved")
        )
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(2 * SPACE)
        rows.setVerticalSpacing(SPACE)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.addRow(self.tr("Na&me"), _beside(self.label, self.tr("S&tored as"), self.name))
        rows.addRow(self.tr("&Key"), _beside(self.key, self.tr("&Part of"), self.parent_kind))
        rows.addRow("", self._key_said)
        rows.addRow(self.tr("C&olour"), self.colour)
        rows.addRow("", self._colour_said)
        rows.addRow(self.tr("Attributes"), self.attributes)
        for said, field in ((self.tr("Na&me"), self.label), (self.tr("&Key"), self.key)):
            _buddy(self, said, field)
        _buddy(self, self.tr("C&olour"), self.colour.digits)
        self._key_said.hide()
        self._colour_said.hide()

    def in_order(self) -> list[QWidget]:
        """Return what the keyboard goes through."""
        return [
            *(self.label, self.name, self.key, self.parent_kind),
            *(self.colour.digits, self.colour.swatches),
            *self.attributes.in_order(),
        ]

    def begin(self) -> None:
        """Put the keyboard where a kind begins."""
        self.label.setFocus()
        self.label.selectAll()

    def finish(self) -> None:
        """Take what is being written into a cell of the attributes."""
        editor = self.focusWidget()
        if editor is not None and self.attributes.view.viewport().isAncestorOf(editor):
            self.attributes.finish()

    # Showing

    def show_kind(self, workspace: Workspace, wanted: TagKind, now: TagKind | None) -> None:
        """Show a kind as it is wanted.

        Args:
            workspace: Whose kind it is.
            wanted: The kind.
            now: As it is saved; ``None`` where it is not.
        """
        tag_set = workspace.tag_set
        self._is_new = now is None
        self._taken = frozenset(kind.name for kind in tag_set)
        self._filling = True
        for field, text in (
            # What comes with Wenmai is called as the reader's language does.
            (self.label, tr(wanted.label) if wanted.label else ""),
            (self.name, wanted.name),
            (self.key, wanted.key.upper()),
        ):
            if field.text() != text:
                field.put(text)
        self.name.lock(locked=not self._is_new)
        self._offer_parents(tag_set, wanted)
        self.colour.show_colour(wanted.colour)
        stored = now.attributes if now is not None else ()
        self.attributes.model.show(wanted.attributes, (one.name for one in stored))
        self._filling = False

    def _offer_parents(self, tag_set: TagSet, wanted: TagKind) -> None:
        below = with_narrower(tag_set, [wanted.name])
        with QSignalBlocker(self.parent_kind):
            self.parent_kind.clear()
            self.parent_kind.addItem(self.tr("(none)"), "")
            for depth, kind in tag_set.tree():
                if kind.name not in below:
                    self.parent_kind.addItem("   " * depth + tr(kind.label), kind.name)
            self.parent_kind.setCurrentIndex(max(0, self.parent_kind.findData(wanted.parent)))

    def show_colours(self, tag_set: TagSet, wanted: TagKind) -> None:
        """Offer colours beside those of the other kinds, and say what is to be said of this one."""
        others = type(tag_set)(tuple(one for one in tag_set if one.name != wanted.name))
        self.colour.swatches.offer(suggestions(others, _SUGGESTED))
        self.colour.samples.show_sample(wanted.colour, tr(wanted.label))
        said = []
        if COLOUR.fullmatch(wanted.colour):
            said = colour_sentences(
                tag_set, replace(wanted, label=tr(wanted.label) if wanted.label else nameless())
            )
        self._colour_said.setText(" ".join(said))
        self._colour_said.setVisible(bool(said))

    def show_key(self, sentence: str, *, refused: bool) -> None:
        """Say what else the key does."""
        paint_in(self._key_said, self._theme.danger if refused else self._theme.soft_ink)
        self._key_said.setText(sentence)
        self._key_said.setVisible(bool(sentence))
        self.key.setAccessibleDescription(sentence)

    # What is written

    def kind(self, wanted: TagKind, now: TagKind | None) -> TagKind:
        """Return the kind that the fields say.

        Args:
            wanted: As it was wanted before: what has no field stays.
            now: As it is saved; what is called as it was keeps its own name for it.
        """
        label = self.label.text().strip()
        for one in (wanted, now):
            if one is not None and tr(one.label) == label:
                label = one.label
        key = self.key.text().lower()
        if now is not None and now.key.lower() == key:
            key = now.key
        return replace(
            wanted,
            name=self.name.text().strip() if self._is_new else wanted.name,
            label=label,
            colour=self.colour.colour(),
            key=key,
            parent=str(self.parent_kind.currentData() or ""),
            attributes=self.attributes.model.attributes,
        )

    @Slot(str)
    def _on_label(self, label: str) -> None:
        """Propose a name to store, unless the reader wrote one."""
        if self._filling:
            return
        if self._is_new and not self.name.isModified():
            with QSignalBlocker(self.name):
                self.name.put(proposed_name(label, self._taken, "kind"))
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()


class KeyField(LineInput):
    """A key: the one pressed is the one taken; Backspace takes none."""

    def __init__(self) -> None:
        """Begin without a key."""
        super().__init__()
        self.setFixedWidth(_KEY_WIDTH)
        self.setPlaceholderText(self.tr("none"))
        self.setToolTip(self.tr("Press a letter or digit; Backspace for none"))
        # The key itself is meant, not what an input method makes of it.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key."""
        text = event.text()
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.setText("")
        elif event.modifiers() & control or not text.strip() or not text.isprintable():
            event.ignore()
            if event.key() == Qt.Key.Key_Space:
                self.setText("")
        else:
            self.setText(text[:1].upper())
        self.selectAll()


def _beside(first: QWidget, said: str, second: QWidget) -> QWidget:
    """Return two fields in a row, with a label before the second."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * SPACE)
    row.addWidget(first, 0 if isinstance(first, KeyField) else 3)
    label = QLabel(said)
    label.setBuddy(second)
    row.addWidget(label)
    row.addWidget(second, 2)
    return box


def _buddy(form: QWidget, said: str, field: QLineEdit) -> None:
    """Let the letter of a label give the keyboard to its field, not to the box about it."""
    for label in form.findChildren(QLabel):
        if label.text() == said:
            label.setBuddy(field)


def _sentence(name: str, theme: Theme) -> QLabel:
    label = wrapped_label()
    label.setObjectName(name)
    # Left to itself it takes the width at which it looks square.
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    paint_in(label, theme.soft_ink)
    return label
