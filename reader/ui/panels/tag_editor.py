"""The form of the chosen tag: kind, attributes, note. What is typed is never lost or misplaced.

A field that the reader has changed is *typed* until what it says is saved. Typed
fields are saved when the keyboard leaves them, and at the latest when another
tag is chosen, then to the tag that they were typed for. What cannot be saved
stays in its field, and waits there when the reader comes back to the tag.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reader.language import tr
from reader.text.script import Script, SourceScript
from reader.ui.describe import local_time
from reader.ui.kinds import listed
from reader.ui.panels.elements import (
    SPACE,
    ChipRow,
    Hint,
    kind_colour,
    mark_in,
    paint_in,
    sized,
    wrapped_label,
)
from reader.ui.panels.tag_fields import AttributeEntry, Entry, Form, GrowingText, NoteInput, written
from reader.ui.reading.typography import faces
from reader.workspace import editing

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import AttributeValue
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace

_QUOTE_LINES = 4
# A quote is shown up to this many code points; the article has the rest.
_QUOTE = 1000


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
    def _on_opened(self, _workspace: Workspace | None) -> None:
        """Take the workspace's kinds; their forms are made when first shown."""
        self._id = None
        self._drafts.clear()
        for form in self._forms.values():
            form.hide()
            form.deleteLater()
        self._form = self._empty
        self._forms = {}
        self._offer_kinds()
        self._note.lock(locked=self._read_only)
        self._kinds.setEnabled(not self._read_only)
        self._show()

    def _offer_kinds(self) -> None:
        workspace = self._session.workspace
        tip = self.tr("Make it a tag of the kind {kind}")
        kinds = listed(workspace.tag_set if workspace else None)
        self._kinds.set_chips(
            [(one.name, tr(one.label), one.colour, tip.format(kind=tr(one.label))) for one in kinds]
        )

    def _take_kinds(self) -> None:
        """Take the kinds as they are now; forms with other fields are made anew when shown."""
        workspace = self._session.workspace
        assert workspace is not None
        self._offer_kinds()
        kinds = {kind.name: kind for kind in workspace.tag_set}
        for name, form in list(self._forms.items()):
            if name not in kinds or kinds[name].attributes != form.attributes:
                del self._forms[name]
                if form is not self._form:
                    form.deleteLater()

    def _form_of(self, kind: str) -> Form:
        """Return the form of a kind; an empty one where the tag set does not have it."""
        workspace = self._session.workspace
        found = workspace.tag_set.get(kind) if workspace else None
        if found is None:
            return self._empty
        if kind not in self._forms:
            form = self._forms[kind] = Form(found.attributes, self._theme)
            self._place.addWidget(form)
            for entry in form.entries:
                entry.input.finished.connect(self.commit_pending)
                entry.input.lock(locked=self._read_only)
        return self._forms[kind]

    def _set_tab_order(self) -> None:
        """Have the keyboard go through the form shown as the eye does, however many there are."""
        order = [*self._kinds.chips[-1:], *(one.input for one in self._form.entries), self._note]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

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
        if changes.tag_set:
            self._take_kinds()
        if not self._saving and (changes.tag_set or self._id in changes.annotations):
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
        before = self._form
        before.hide()
        self._form = self._form_of(annotation.kind)
        self._set_tab_order()
        self._form.show()
        if before not in (self._empty, *self._forms.values()):
            # Its kind has other fields by now, or is gone.
            before.deleteLater()
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
        if self._form_of(annotation.kind) is not self._form:
            if others and any(entry.input.composing for entry in self._entries()):
                # A form that goes would take the half-composed word along; saving it follows.
                return
            held = next((one.name for one in self._entries() if one.input.hasFocus()), None)
            self._keep_drafts()
            self._show()
            for entry in self._entries():
                if entry.name == held:
                    entry.input.setFocus()
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
            f"{annotation.author} · {local_time(annotation.created)} · {span.start}–{span.end}"
        )
        self._facts.setToolTip(
            self.tr("Last changed {time}. The offsets count characters of the source.").format(
                time=local_time(annotation.modified)
            )
        )

    def _show_dispute(self, annotation: Annotation) -> None:
        """Say whether there are other versions of the tag."""
        workspace = self._session.workspace
        assert workspace is not None
        conflict = workspace.conflicts.get(annotation.id)
        self.settle_button.setVisible(conflict is not None)
        if conflict is not None:
            authors = tr(", ").join(dict.fromkeys(head.author for head in conflict.heads))
            said = self.tr("{count} versions ({authors}): settle…")
            self.settle_button.setText(said.format(count=len(conflict.heads), authors=authors))


def _words(name: str, colour: str) -> QLabel:
    """Return a label of plain words that can be selected."""
    label = wrapped_label()
    label.setObjectName(name)
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
