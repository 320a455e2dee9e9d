"""What a file with tags would bring, before it does; one step of undo."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.tag_set import TagSet
from reader.collecting import CollectionPause
from reader.language import tr
from reader.tag_importers.fitting import NO_ARTICLE, How
from reader.tag_importers.taking import kinds_for, operation, take
from reader.text.paragraphs import LINE_END
from reader.ui.kinds import listed
from reader.ui.panels.elements import SPACE, paint_in, sans_faces, sized, wrapped_label
from reader.workspace import WorkspaceError, editing

if TYPE_CHECKING:
    from reader.tag_importers.fitting import Fitted, Unplaced
    from reader.tag_importers.taking import Kinds, Taken
    from reader.ui.session import Session
    from reader.ui.theme import Theme

# More tags that have no place are counted, not listed; more characters of one are cut off.
_LISTED: Final = 200
_QUOTE: Final = 60
# Of the list of these, so many are on the screen at once.
_LINES: Final = 8
# Of more tags it is not looked at beforehand which are there already.
_LOOKED_AT: Final = 5_000
_WIDTH: Final = 640
# Kinds beyond these scroll.
_KINDS_SHOWN: Final = 5
# After this the sentence that says so is on the screen.
_PAINTED_MS: Final = 50
_LEFT_OUT: Final = ""
"""What a choice holds that leaves the tags of a kind out; no kind has this name."""
_NEW: Final = "new"


class ImportTagsDialog(QDialog):
    """Says how many tags fit, asks for the kinds that are not known, and brings the tags in.

    Attributes:
        told: It was done; carries the sentence that says what.
    """

    told = Signal(object)

    def __init__(
        self, parent: QWidget | None, session: Session, fitted: Fitted, name: str, theme: Theme
    ) -> None:
        """Show what came of reading a file.

        Args:
            parent: The window asked from.
            session: What is open.
            fitted: The tags with their places.
            name: The file's.
            theme: The window's colours.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("importTagsDialog")
        self.setWindowTitle(self.tr("Import tags"))
        self._session = session
        self._fitted = fitted
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        self._column.setSpacing(SPACE)
        self._choices: dict[str, QComboBox] = {}
        self._sentence = QLabel()
        self._buttons = QDialogButtonBox()
        self._import = self._buttons.addButton(
            self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._import.setObjectName("importTags")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._assemble(name)
        self._buttons.accepted.connect(self._on_import)
        self._buttons.rejected.connect(self.reject)
        session.opened.connect(self.reject)
        self._show_choice()

    # Putting together

    def _assemble(self, name: str) -> None:
        heading = self._line(self.tr("Tags of {name}").format(name=name))
        heading.setObjectName("panelHeader")
        heading.setFont(sized(self.font(), [*self.font().families()], larger=2))
        self._column.addSpacing(SPACE)
        for sentence in self._sentences():
            self._line(sentence)
        if self._fitted.unplaced:
            self._column.addWidget(self._list())
        if self._fitted.missing:
            hint = self._line(self._missing())
            paint_in(hint, self._theme.soft_ink)
        unknown = self._kinds().unknown
        if unknown:
            self._column.addSpacing(SPACE)
            self._line(self.tr("Kinds that this workspace does not have:"))
            self._column.addWidget(self._choosing(list(unknown)))
        self._column.addSpacing(SPACE)
        self._sentence.setObjectName("importTagsSentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        paint_in(self._sentence, self._theme.soft_ink)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _line(self, sentence: str) -> QLabel:
        label = wrapped_label(sentence)
        self._column.addWidget(label)
        return label

    def _sentences(self) -> list[str]:
        """Return how many tags fit, and how."""
        by_offsets, by_quote = self._fitted.count(How.OFFSETS), self._fitted.count(How.QUOTE)
        unplaced = len(self._fitted.unplaced)
        said = []
        if by_offsets:
            sentence = self.tr("{count:,} tags stand exactly where the file says.")
            if by_offsets == 1:
                sentence = self.tr("1 tag stands exactly where the file says.")
            said.append(sentence.format(count=by_offsets))
        if by_quote:
            sentence = self.tr("{count:,} tags were found by their words.")
            if by_quote == 1:
                sentence = self.tr("1 tag was found by its words.")
            said.append(sentence.format(count=by_quote))
        if unplaced:
            sentence = self.tr("{count:,} tags have no certain place and stay out:")
            if unplaced == 1:
                sentence = self.tr("1 tag has no certain place and stays out:")
            said.append(sentence.format(count=unplaced))
        return said

    def _missing(self) -> str:
        if len(self._fitted.missing) == 1:
            return self.tr("1 article is not in the workspace; import it, then the tags again.")
        said = self.tr(
            "{count:,} articles are not in the workspace; import them, then the tags again."
        )
        return said.format(count=len(self._fitted.missing))

    def _list(self) -> QListWidget:
        view = QListWidget()
        view.setObjectName("unplacedTags")
        view.setAccessibleName(self.tr("Tags without a certain place"))
        source = self._session.source_script()
        if source is not None:
            view.setFont(sized(self.font(), sans_faces(source)))
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._fitted.unplaced[:_LISTED]:
            item = QListWidgetItem(self._shown(one))
            item.setToolTip(_reason(one))
            view.addItem(item)
        more = len(self._fitted.unplaced) - _LISTED
        if more > 0:
            view.addItem(self.tr("and {count:,} more").format(count=more))
        lines = min(_LINES, view.count())
        view.setFixedHeight(lines * view.sizeHintForRow(0) + SPACE)
        return view

    def _shown(self, one: Unplaced) -> str:
        """Return a tag that has no place on one line."""
        quote = LINE_END.sub("⏎", one.quote[:_QUOTE]) + ("…" if len(one.quote) > _QUOTE else "")
        kind = self._tag_set.get(one.tag.kind)
        label = one.tag.kind if kind is None else tr(kind.label)
        said = tr("“{words}”").format(words=quote) if quote else ""
        return " · ".join(filter(None, (said, label, _reason(one))))

    def _choosing(self, names: list[str]) -> QWidget:
        """Return the kinds that are not known, each with what its tags become."""
        counts = Counter(one.tag.kind for one in self._fitted.placed)
        unknown = self._kinds().unknown
        box = QWidget()
        rows = QGridLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(2 * SPACE)
        rows.setVerticalSpacing(SPACE)
        rows.setColumnStretch(1, 1)
        for number, name in enumerate(names):
            said = self.tr("{kind} ({count:,})").format(
                kind=unknown[name].label, count=counts[name]
            )
            label = QLabel(said)
            label.setTextFormat(Qt.TextFormat.PlainText)
            choice = QComboBox()
            choice.setObjectName("importedKind")
            choice.setAccessibleName(unknown[name].label)
            choice.addItem(self.tr("Make a new kind"), _NEW)
            for kind in listed(self._tag_set):
                choice.addItem(tr(kind.label), f"={kind.name}")
            choice.addItem(self.tr("Leave its tags out"), _LEFT_OUT)
            choice.currentIndexChanged.connect(self._show_choice)
            label.setBuddy(choice)
            self._choices[name] = choice
            rows.addWidget(label, number, 0)
            rows.addWidget(choice, number, 1)
        if len(names) <= _KINDS_SHOWN:
            return box
        area = QScrollArea()
        area.setWidget(box)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        height = self._choices[names[0]].sizeHint().height() + SPACE
        area.setFixedHeight(_KINDS_SHOWN * height)
        return area

    # What is chosen

    @property
    def _tag_set(self) -> TagSet:
        workspace = self._session.workspace
        return TagSet(()) if workspace is None else workspace.tag_set

    def _kinds(self) -> Kinds:
        chosen: dict[str, str | None] = {}
        for name, choice in self._choices.items():
            data = str(choice.currentData())
            if data != _NEW:
                chosen[name] = data.removeprefix("=") or None
        used = [one.tag.kind for one in self._fitted.placed]
        return kinds_for(self._fitted.file, used, self._tag_set, chosen)

    def _taken(self) -> Taken:
        workspace = self._session.workspace
        assert workspace is not None
        return take(self._fitted, self._kinds(), workspace)

    @Slot()
    def _show_choice(self) -> None:
        """Say how many tags would come in."""
        if len(self._fitted.placed) > _LOOKED_AT:
            self._sentence.setText(
                self.tr("Tags that are there already stay as they are. One Undo takes it back.")
            )
            return
        taken = self._taken()
        count = len(taken.edits)
        self._import.setEnabled(count > 0)
        said = self.tr("{count:,} tags will be imported. One Undo takes it back.")
        if count == 1:
            said = self.tr("1 tag will be imported. One Undo takes it back.")
        if not count:
            said = self.tr("Nothing is left to be imported.")
        if taken.there:
            there = self.tr("{there:,} are in the workspace already.").format(there=taken.there)
            said = self.tr("{there} {said}").format(there=there, said=said)
        self._sentence.setText(said.format(count=count))

    @Slot()
    def _on_import(self) -> None:
        """Say that it is being done, and do it when that is seen."""
        if self._buttons.isEnabled():
            self._buttons.setEnabled(False)
            self._sentence.setText(self.tr("Importing the tags…"))
            QTimer.singleShot(_PAINTED_MS, self._do)

    @Slot()
    def _do(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            with CollectionPause():
                kinds, taken = self._kinds(), self._taken()
            made = editing.take_tag_set(workspace, TagSet(kinds.new))
            done = self._session.apply(operation(made.edits, taken))
        except WorkspaceError as error:
            self._session.refused.emit(str(error))
            done = False
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._buttons.setEnabled(True)
        if done:
            said = self.tr("Imported: {count}. Undo takes all of it back.")
            self.told.emit(said.format(count=f"{len(taken.edits):,}"))
            self.accept()
        else:
            self._show_choice()

    def reject(self) -> None:
        """Leave, but not while it is being done."""
        if self._buttons.isEnabled():
            super().reject()


def _reason(one: Unplaced) -> str:
    """Return why a tag has no place; where its article is not there, which that is."""
    why = tr(one.why)
    return f"{one.named}: {why}" if one.why == NO_ARTICLE else why
