"""The fields that a tag's attributes and its note are typed into, and the form they make up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPlainTextEdit, QWidget

from reader.annotation.tag_set import YES, AttributeType, InvalidAttributeError
from reader.language import tr
from reader.ui.panels.elements import SPACE, ComposingField, paint_in, wrapped_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.annotation.tag_set import Attribute, AttributeValue
    from reader.ui.theme import Theme

_LABELS = 76
_NUMBERS = (AttributeType.NUMBER, AttributeType.INTEGER)
_NOTE_LINES = (2, 6)
_DATE = "2026-11-22"


def written(value: AttributeValue | None) -> str:
    """Return a value as its field shows it, and as :meth:`Attribute.parse` reads it."""
    return "" if value is None else str(value)


def _passes_to_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Return whether a field leaves a key to the window.

    That is undo (or redo) with nothing of its own, and Ctrl+E, which some systems take to the
    end of a line: it exports, and End is there for that.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    control = Qt.KeyboardModifier.ControlModifier
    if event.modifiers() == control and event.key() == Qt.Key.Key_E:
        return True
    return (not undo and event.matches(QKeySequence.StandardKey.Undo)) or (
        not redo and event.matches(QKeySequence.StandardKey.Redo)
    )


class LineInput(ComposingField):
    """A line of text.

    Attributes:
        finished: The reader is done with it, for now.
    """

    finished = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.editingFinished.connect(self.finished)

    @property
    def typed(self) -> bool:
        """Whether the reader changed it, or is composing with an input method."""
        return self.isModified() or self.composing

    def put(self, text: str, *, typed: bool = False) -> None:
        """Show a text; forget what was typed, and how to take it back."""
        place = self.cursorPosition()
        self.setText(text)
        self.setModified(typed)
        self.setCursorPosition(place if self.hasFocus() else 0)

    def lock(self, *, locked: bool) -> None:
        """Let it be read only."""
        self.setReadOnly(locked)

    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, leave Undo to the window."""
        if _passes_to_window(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class ChoiceInput(QComboBox):
    """One of some words, or none.

    Attributes:
        finished: The reader chose.
    """

    finished = Signal()
    composing = False

    def __init__(self, choices: tuple[str, ...]) -> None:
        """Offer the choices, and an empty one first."""
        super().__init__()
        self._put = ""
        self._own = 1 + len(choices)
        self.addItem("", "")
        for choice in choices:
            self.addItem(self._shown(choice), choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self.finished)

    @property
    def typed(self) -> bool:
        """Whether the reader chose another word than the one shown first."""
        return self.text() != self._put

    def text(self) -> str:
        """Return the word as it is stored."""
        return str(self.currentData())

    def put(self, text: str, *, typed: bool = False) -> None:
        """Show a word, also one that is no choice, as imports may bring."""
        while self.count() > self._own:
            self.removeItem(self._own)
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))
        if not typed:
            self._put = text

    def lock(self, *, locked: bool) -> None:
        """Let it be read only."""
        self.setEnabled(not locked)

    def _shown(self, choice: str) -> str:
        """Return what is read for a choice."""
        return tr(choice)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form; a wheel that passes over must not change a tag."""
        event.ignore()


class YesNoInput(ChoiceInput):
    """Yes or no, in the reader's language, or nothing."""

    def _shown(self, choice: str) -> str:
        return self.tr("yes") if choice == YES else self.tr("no")


class GrowingText(QPlainTextEdit):
    """A text as high as its lines, between two bounds."""

    def __init__(self, fewest: int, most: int) -> None:
        """Begin empty."""
        super().__init__()
        self._fewest, self._most = fewest, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Take the height of the lines; they differ, for a fallback face may be taller."""
        heights: list[float] = []
        block = self.document().firstBlock()
        while block.isValid() and len(heights) < self._most:
            self.blockBoundingRect(block)  # lays it out
            lines = block.layout()
            heights += [lines.lineAt(line).height() for line in range(lines.lineCount())]
            block = block.next()
        plain = float(self.fontMetrics().lineSpacing())
        heights += [heights[-1] if heights else plain] * (self._fewest - len(heights))
        margins = (
            2 * self.document().documentMargin() + self.height() - self.contentsRect().height()
        )
        self.setFixedHeight(round(sum(heights[: self._most]) + margins) + 1)


class NoteInput(GrowingText):
    """The reader's remark.

    Attributes:
        finished: The reader is done with it, for now: it was left, or Ctrl+Return pressed.
    """

    finished = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(*_NOTE_LINES)
        self.composing = False

    @property
    def typed(self) -> bool:
        """Whether the reader changed it, or is composing with an input method."""
        return self.document().isModified() or self.composing

    def text(self) -> str:
        """Return the note; Qt's own plain text would turn each no-break space into a space."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def put(self, text: str, *, typed: bool = False) -> None:
        """Show a note; forget what was typed, and how to take it back."""
        if text != self.text():
            self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.document().setModified(typed)

    def lock(self, *, locked: bool) -> None:
        """Let it be read only."""
        self.setReadOnly(locked)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether a word is being composed."""
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save at Ctrl+Return."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the keyboard leaves, but not for the field's own menu."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, leave Undo to the window."""
        document = self.document()
        undo, redo = document.isUndoAvailable(), document.isRedoAvailable()
        if _passes_to_window(event, undo=undo, redo=redo):
            event.ignore()
            return False
        return super().event(event)


class Entry:
    """An input, and what the tag holds of what it shows.

    Attributes:
        name: The attribute's; empty for the note.
        input: Where the reader types.
        stored: What the tag holds, as it is written.
    """

    def __init__(self, name: str, field: LineInput | ChoiceInput | NoteInput) -> None:
        """Begin empty."""
        self.name = name
        self.input = field
        self.stored = ""

    def load(self, stored: str) -> None:
        """Show what the tag holds."""
        self.stored = stored
        self.input.put(stored)

    def follow(self, stored: str, *, others: bool = False) -> None:
        """Show what the tag holds now, unless the reader is typing here.

        Args:
            stored: What it holds.
            others: Whether somebody else changed it: then what was typed and could not be saved
                stays too, though the reader has gone on.
        """
        if stored == self.stored:
            return
        if self.input.typed and (others or self.input.hasFocus()):
            self.stored = stored
        else:
            self.load(stored)

    def restore(self, draft: str) -> None:
        """Show what was typed here earlier and could not be saved."""
        self.input.put(draft, typed=True)


class AttributeEntry(Entry):
    """One attribute: its input, its label, and the sentence that says why it is not saved."""

    def __init__(self, attribute: Attribute, theme: Theme) -> None:
        """Make the three widgets; the form lays them out."""
        super().__init__(attribute.name, _input(attribute))
        self._attribute = attribute
        self.input.setObjectName(f"field_{attribute.name}")
        self.input.setAccessibleName(tr(attribute.label))
        self.label = QLabel(tr(attribute.label))
        self.label.setObjectName("fieldLabel")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        paint_in(self.label, theme.soft_ink)
        self.error = wrapped_label()
        self.error.setObjectName("fieldError")
        self.error.hide()
        paint_in(self.error, theme.danger)

    def load(self, stored: str) -> None:
        """Show what the tag holds; nothing is wrong with that."""
        super().load(stored)
        self._say("")

    def restore(self, draft: str) -> None:
        """Show what was typed here earlier, and why it could not be saved."""
        super().restore(draft)
        self.fits()

    @property
    def unchanged(self) -> bool:
        """Whether the field says what the tag holds, be that a value of its attribute or not."""
        return self.input.text().strip() == self.stored

    def fits(self) -> bool:
        """Return whether what the field says can be saved; say why where it cannot."""
        try:
            if not self.unchanged:
                self.value()
        except InvalidAttributeError as error:
            self._say(str(error))
            return False
        return True

    def value(self) -> AttributeValue | None:
        """Return what the field says.

        Raises:
            InvalidAttributeError: If that is no value of the attribute.
        """
        text = self.input.text()
        try:
            return self._attribute.parse(text)
        except InvalidAttributeError:
            number = _number(text) if self._attribute.type in _NUMBERS else None
            if number is None:
                raise
            return self._attribute.parse(str(number))

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.input.setAccessibleDescription(sentence)


def _number(text: str) -> int | float | None:
    """Return what a numeral says as articles have it, 9.6万 or 三百二十; ``None`` if it is none."""
    # Seldom typed.
    from reader.suggest.numerals import CHINESE, value_of
    from reader.suggest.plain import plain_words

    numeral = plain_words(text.strip())
    if not re.fullmatch(f"[0-9][0-9,.]{{0,20}}[十百千万亿]{{0,3}}|[{CHINESE}点]{{1,20}}", numeral):
        return None
    try:
        return value_of(numeral)
    except ArithmeticError:
        return None


def _input(attribute: Attribute) -> LineInput | ChoiceInput:
    """Return what an attribute is written in."""
    match attribute.type:
        case AttributeType.CHOICE:
            return ChoiceInput(attribute.values)
        case AttributeType.YES_NO:
            return YesNoInput(attribute.values)
        case AttributeType.DATE:
            field = LineInput()
            such = QCoreApplication.translate("TagEditor", "such as {day}")
            field.setPlaceholderText(such.format(day=_DATE))
            tip = QCoreApplication.translate(
                "TagEditor", "As much as is known: {day}, {month}, {year}"
            )
            field.setToolTip(tip.format(day=_DATE, month=_DATE[:7], year=_DATE[:4]))
            return field
        case _:
            return LineInput()


class Form(QWidget):
    """The fields of one kind."""

    def __init__(self, attributes: tuple[Attribute, ...], theme: Theme) -> None:
        """Lay the fields out, a label before each."""
        super().__init__()
        self.attributes = attributes
        self.entries = [AttributeEntry(attribute, theme) for attribute in attributes]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        for row, entry in enumerate(self.entries):
            grid.addWidget(entry.label, 2 * row, 0)
            grid.addWidget(entry.input, 2 * row, 1)
            grid.addWidget(entry.error, 2 * row + 1, 1)
        self.hide()
