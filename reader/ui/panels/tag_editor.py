"""The form of the chosen tag: kind, attributes, note. What is typed is never lost or misplaced.

A field that the reader has changed is *typed* until what it says is saved. Typed
fields are saved when the keyboard leaves them, and at the latest when another
tag is chosen, then to the tag that they were typed for. What cannot be saved
stays in its field, and waits there when the reader comes back to the tag.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.tag_set import AttributeType, InvalidAttributeError, TagSet
from reader.text.script import Script, SourceScript
from reader.ui.panels.elements import SPACE, ChipRow, Hint, kind_colour, mark_in, paint_in, sized
from reader.ui.reading.typography import faces
from reader.workspace import editing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import Attribute, AttributeValue
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_LABELS = 76
_QUOTE_LINES = 4
_NOTE_LINES = (2, 6)
# A quote is shown up to this many code points; the article has the rest.
_QUOTE = 1000


def written(value: AttributeValue | None) -> str:
    """Return a value as its field shows it, and as :meth:`Attribute.parse` reads it."""
    return "" if value is None else str(value)


def _passes_to_window(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Return whether a field leaves a key to the window: undo (or redo) with nothing of its own."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (not undo and event.matches(QKeySequence.StandardKey.Undo)) or (
        not redo and event.matches(QKeySequence.StandardKey.Redo)
    )


class LineInput(QLineEdit):
    """A line of text.

    Attributes:
        finished: The reader is done with it, for now.
    """

    finished = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.composing = False
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

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether a word is being composed."""
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

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
        self.addItems(["", *choices])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self.finished)

    @property
    def typed(self) -> bool:
        """Whether the reader chose another word than the one shown first."""
        return self.currentText() != self._put

    def text(self) -> str:
        """Return the word."""
        return self.currentText()

    def put(self, text: str, *, typed: bool = False) -> None:
        """Show a word, also one that is no choice, as imports may bring."""
        while self.count() > self._own:
            self.removeItem(self._own)
        if self.findText(text) < 0:
            self.addItem(text)
        self.setCurrentIndex(self.findText(text))
        if not typed:
            self._put = text

    def lock(self, *, locked: bool) -> None:
        """Let it be read only."""
        self.setEnabled(not locked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form; a wheel that passes over must not change a tag."""
        event.ignore()


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
        choice = attribute.type is AttributeType.CHOICE
        super().__init__(attribute.name, ChoiceInput(attribute.choices) if choice else LineInput())
        self._attribute = attribute
        self.input.setObjectName(f"field_{attribute.name}")
        self.input.setAccessibleName(attribute.label)
        self.label = QLabel(attribute.label)
        self.label.setObjectName("fieldLabel")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        paint_in(self.label, theme.soft_ink)
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
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
        return self._attribute.parse(self.input.text())

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.input.setAccessibleDescription(sentence)


class Form(QWidget):
    """The fields of one kind."""

    def __init__(self, attributes: tuple[Attribute, ...], theme: Theme) -> None:
        """Lay the fields out, a label before each."""
        super().__init__()
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


class TagEditor(QWidget):
    """Edits what is said of the chosen tag.

    Attributes:
        settle_asked: The versions of a tag shall be shown, to choose from; carries its id.
    """

    settle_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the chosen tag."""
        super().__init__(parent)
        self.setObjectName("tagEditor")
        self._session = session
        self._theme = theme
        self._id: str | None = None
        self._kind = ""
        self._forms: dict[str, Form] = {}
        self._empty = self._form = Form((), theme)
        self._drafts: dict[tuple[str, str], str] = {}
        self._saving = False
        self._make_parts()
        self._lay_out()
        session.opened.connect(self._on_opened)
        session.annotation_chosen.connect(self._on_chosen)
        session.changed.connect(self._on_changed)
        self._on_opened(session.workspace)

    def _make_parts(self) -> None:
        self._kinds = ChipRow(self._theme)
        self._kinds.setObjectName("kindChips")
        self._kinds.setAccessibleName(self.tr("Kind"))
        self._kinds.picked.connect(self._on_kind)
        self.settle_button = QPushButton()
        self.settle_button.setObjectName("settle")
        self.settle_button.clicked.connect(self._on_settle)
        self._bar = QWidget()
        self._bar.setFixedWidth(3)
        self._bar.setAutoFillBackground(True)
        self._quote = GrowingText(1, _QUOTE_LINES)
        self._quote.setObjectName("quote")
        self._quote.setAccessibleName(self.tr("Quote"))
        self._quote.setReadOnly(True)
        self._quote.document().setDocumentMargin(0)
        # It is read, not filled in: none of what the window's sheet gives to fields.
        self._quote.setStyleSheet("border: none; padding: 0; background: transparent")
        self._quote.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._others = _words("otherAttributes", self._theme.soft_ink)
        self._note_label = _words("fieldLabel", self._theme.soft_ink)
        self._note_label.setText(self.tr("Note"))
        self._note = NoteInput()
        self._note.setObjectName("note")
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setToolTip(self.tr("Saved when you leave it, or with Ctrl+Return"))
        self._note.finished.connect(self.commit_pending)
        self._note_entry = Entry("", self._note)
        self._facts = _words("tagFacts", self._theme.soft_ink)

    def _lay_out(self) -> None:
        quote = QHBoxLayout()
        quote.setSpacing(SPACE)
        quote.addWidget(self._bar)
        quote.addWidget(self._quote, 1)
        self._place = QVBoxLayout()
        self._place.addWidget(self._empty)
        body = QWidget()
        body.setObjectName("tagForm")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, SPACE, 0, SPACE)
        layout.setSpacing(SPACE)
        kinds = QHBoxLayout()
        kinds.setContentsMargins(SPACE, 0, SPACE, 0)
        kinds.addWidget(self._kinds)
        layout.addLayout(kinds)
        inner = QVBoxLayout()
        # A chip's words stand a space within it: everything else begins where they do.
        inner.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        inner.setSpacing(SPACE)
        inner.addWidget(self.settle_button)
        inner.addLayout(quote)
        inner.addLayout(self._place)
        for widget in (self._others, self._note_label, self._note, self._facts):
            inner.addWidget(widget)
        layout.addLayout(inner)
        layout.addStretch(1)
        self._body = QScrollArea()
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setWidget(body)
        self._hint = Hint(self._theme)
        self._hint.setText(self.tr("Choose a tag to see and edit it."))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self._body)

    @Slot()
    def focus_first(self) -> None:
        """Put the keyboard into the first field of the chosen tag."""
        if self._id is not None:
            field = self._entries()[0].input
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Saving

    @Slot()
    def commit_pending(self) -> bool:
        """Save what is typed, to the tag it was typed for, as one step of undo.

        Returns:
            Whether nothing typed is left unsaved. What does not fit its
            attribute, or was refused, stays in its field.
        """
        annotation = self._annotation()
        if annotation is None or self._saving:
            return True
        if any(entry.input.composing for entry in self._entries()):
            QGuiApplication.inputMethod().commit()
        typed = [entry for entry in self._form.entries if entry.input.typed]
        fitting = [entry for entry in typed if entry.fits()]
        attributes = dict(annotation.attributes)
        for entry in fitting:
            _put_value(attributes, entry)
        note = self._note.text() if self._note.typed else annotation.note
        if not self._describe(annotation, attributes=attributes, note=note):
            return False
        for entry in fitting:
            entry.load(written(attributes.get(entry.name)))
        self._note_entry.load(note)
        self._follow()
        return len(fitting) == len(typed)

    def _describe(
        self,
        annotation: Annotation,
        *,
        kind: str | None = None,
        attributes: dict[str, AttributeValue] | None = None,
        note: str | None = None,
    ) -> bool:
        """Change the tag shown, which need not be the chosen one any more.

        Returns:
            Whether the tag is now as asked.
        """
        assert self._session.workspace is not None
        operation = editing.describe(
            self._session.workspace, annotation.id, kind=kind, attributes=attributes, note=note
        )
        if not operation.edits:
            return True
        self._saving = True
        try:
            return self._session.apply(operation)
        finally:
            self._saving = False

    @Slot(object)
    def _on_kind(self, kind: str) -> None:
        self.commit_pending()
        annotation = self._annotation()
        if annotation is not None and self._describe(annotation, kind=kind):
            self._follow()

    # Showing

    @Slot(object)
    def _on_opened(self, workspace: Workspace | None) -> None:
        """Make the forms of the workspace's kinds."""
        self._id = None
        self._drafts.clear()
        for form in self._forms.values():
            form.hide()
            form.deleteLater()
        self._form = self._empty
        tag_set = workspace.tag_set if workspace else TagSet(())
        self._forms = {kind.name: Form(kind.attributes, self._theme) for kind in tag_set}
        tip = self.tr("Make it a tag of the kind {kind}")
        self._kinds.set_chips(
            [(one.name, one.label, one.colour, tip.format(kind=one.label)) for one in tag_set]
        )
        entries = [entry for form in self._forms.values() for entry in form.entries]
        for form in self._forms.values():
            self._place.addWidget(form)
        for entry in entries:
            entry.input.finished.connect(self.commit_pending)
            entry.input.lock(locked=self._read_only)
        self._note.lock(locked=self._read_only)
        self._kinds.setEnabled(not self._read_only)
        order = [*self._kinds.chips, *(entry.input for entry in entries), self._note]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self._show()

    @property
    def _read_only(self) -> bool:
        workspace = self._session.workspace
        return workspace is not None and bool(workspace.read_only)

    @Slot(object)
    def _on_chosen(self, _annotation_id: str | None) -> None:
        self.commit_pending()
        self._keep_drafts()
        self._show()

    @Slot()
    def _on_settle(self) -> None:
        self.commit_pending()
        self.settle_asked.emit(self._id)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        annotation = self._annotation()
        if self._id in changes.conflicts and annotation is not None:
            self._show_dispute(annotation)
        if not self._saving and self._id in changes.annotations:
            self._follow(others=changes.others)

    def _annotation(self) -> Annotation | None:
        """Return the tag shown, as it is now."""
        if self._session.workspace is None or self._id is None:
            return None
        return self._session.workspace.annotations.get(self._id)

    def _entries(self) -> list[Entry]:
        return [*self._form.entries, self._note_entry]

    def _show(self) -> None:
        """Show the chosen tag, or that none is."""
        annotation = self._session.annotation
        # Hiding a field takes the keyboard from it, which must save nothing now.
        self._id = None
        self._stack.setCurrentIndex(annotation is not None)
        if annotation is None:
            return
        self._form.hide()
        self._form = self._forms.get(annotation.kind, self._empty)
        self._form.show()
        for entry in self._entries():
            entry.load(_stored(annotation, entry.name))
            draft = self._drafts.pop((annotation.id, entry.name), None)
            if draft is not None:
                entry.restore(draft)
        self._id = annotation.id
        self._show_facts(annotation)

    def _follow(self, *, others: bool = False) -> None:
        """Show what the tag holds now, but for the fields that the reader is typing in."""
        annotation = self._annotation()
        if annotation is None:
            # The session chooses none in a moment, and says so.
            return
        if self._forms.get(annotation.kind, self._empty) is not self._form:
            if others and any(entry.input.composing for entry in self._entries()):
                # A form that goes would take the half-composed word along; saving it follows.
                return
            self._keep_drafts()
            self._show()
            return
        for entry in self._entries():
            entry.follow(_stored(annotation, entry.name), others=others)
        self._show_facts(annotation)

    def _keep_drafts(self) -> None:
        """Keep what could not be saved until its tag is shown again."""
        if self._id is not None:
            for entry in self._entries():
                if entry.input.typed:
                    self._drafts[self._id, entry.name] = entry.input.text()

    def _show_facts(self, annotation: Annotation) -> None:
        """Show what is not edited here, and the kind."""
        workspace, source = self._session.workspace, self._session.source_script()
        assert workspace is not None
        colour = kind_colour(workspace.tag_set, annotation.kind)
        self._kinds.set_on(annotation.kind)
        mark_in(self._bar, colour, self._theme)
        quote = annotation.quote
        quote = quote[:_QUOTE] + "…" if len(quote) > _QUOTE else quote
        if quote != self._quote.toPlainText():
            families = faces(Script.ORIGINAL, source or SourceScript.SIMPLIFIED)
            self._quote.document().setDefaultFont(sized(self.font(), families, larger=3))
            self._quote.setPlainText(quote)
        self._show_dispute(annotation)
        own = {entry.name for entry in self._form.entries}
        others = [(name, one) for name, one in annotation.attributes.items() if name not in own]
        self._others.setText("\n".join(f"{name}: {value}" for name, value in others))
        self._others.setVisible(bool(others))
        span = annotation.span
        self._facts.setText(
            f"{annotation.author} · {_local(annotation.created)} · {span.start}–{span.end}"
        )
        self._facts.setToolTip(
            self.tr("Last changed {time}. The offsets count characters of the source.").format(
                time=_local(annotation.modified)
            )
        )

    def _show_dispute(self, annotation: Annotation) -> None:
        """Say whether there are other versions of the tag."""
        workspace = self._session.workspace
        assert workspace is not None
        conflict = workspace.conflicts.get(annotation.id)
        self.settle_button.setVisible(conflict is not None)
        if conflict is not None:
            authors = ", ".join(dict.fromkeys(head.author for head in conflict.heads))
            said = self.tr("{count} versions ({authors}): settle…")
            self.settle_button.setText(said.format(count=len(conflict.heads), authors=authors))


def _words(name: str, colour: str) -> QLabel:
    """Return a label of plain words that can be selected."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    paint_in(label, colour)
    return label


def _stored(annotation: Annotation, name: str) -> str:
    """Return what a tag holds under an attribute's name, or its note, as it is written."""
    return written(annotation.attributes.get(name)) if name else annotation.note


def _put_value(attributes: dict[str, AttributeValue], entry: AttributeEntry) -> None:
    """Put in what a field says, which fits."""
    if entry.unchanged:
        return
    value = entry.value()
    if value is None:
        attributes.pop(entry.name, None)
    else:
        attributes[entry.name] = value


def _local(time: str) -> str:
    """Return a time of the store, UTC in ISO 8601, in this machine's zone and short."""
    try:
        moment = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return time
    return moment.strftime("%Y-%m-%d %H:%M")
