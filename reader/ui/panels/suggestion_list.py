"""The panel of suggestions: what the rules propose for the article shown, and the current one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panels.elements import SPACE, ChipRow, Hint, sans_faces, sized
from reader.ui.panels.rows import RowList
from reader.ui.panels.suggestion_model import SuggestionDelegate, SuggestionModel, row_of
from reader.ui.reading.typography import faces

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.suggest.suggestion import Suggestion
    from reader.ui.session import Session
    from reader.ui.suggesting import Suggesting
    from reader.ui.theme import Theme

_PLACE: Final = "place"
_CONFIDENCE: Final = "confidence"


class _Rows(RowList):
    """The rows.

    Attributes:
        accepted: Return was pressed.
        rejected: Backspace or Delete was pressed.
        edited: E was pressed.
        left: Escape was pressed.
    """

    accepted = Signal()
    rejected = Signal()
    edited = Signal()
    left = Signal()

    def _signal_for(self, event: QKeyEvent) -> SignalInstance | None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        own = {
            Qt.Key.Key_Return: self.accepted,
            Qt.Key.Key_Enter: self.accepted,
            Qt.Key.Key_Backspace: self.rejected,
            Qt.Key.Key_Delete: self.rejected,
            Qt.Key.Key_E: self.edited,
            Qt.Key.Key_Escape: self.left,
        }
        return own.get(Qt.Key(event.key())) if plain else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge the current row."""
        signal = self._signal_for(event)
        if signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit()


class SuggestionList(QWidget):
    """Lists what is proposed, in either order; the row that the keyboard is on is the current one.

    Attributes:
        accept_asked: The current one is to be accepted.
        reject_asked: It is to be rejected.
        edit_asked: It is to be accepted, and its details edited.
        all_asked: Many are to be accepted at once.
        surface_asked: The keyboard should go to the text.
    """

    accept_asked = Signal()
    reject_asked = Signal()
    edit_asked = Signal()
    all_asked = Signal()
    surface_asked = Signal()

    def __init__(
        self,
        session: Session,
        suggesting: Suggesting,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is proposed now."""
        super().__init__(parent)
        self.setObjectName("suggestionList")
        self._session = session
        self._suggesting = suggesting
        self._theme = theme
        self._quiet = False
        self._model = SuggestionModel(session, self)
        self._delegate = SuggestionDelegate(theme, self)
        self.rows = _Rows()
        self.order = ChipRow(theme)
        self.hint = Hint(theme)
        self.all_button = QPushButton(self.tr("Accept &many…"))
        self.card = QLabel()
        self.accept_button = QPushButton(self.tr("Accept"))
        self.reject_button = QPushButton(self.tr("Reject"))
        self.edit_button = QPushButton(self.tr("Edit"))
        self._stack = QStackedWidget()
        self._below = QWidget()
        self._name()
        self._assemble()
        self._connect()
        self.refresh()

    def _name(self) -> None:
        self.rows.setObjectName("suggestionRows")
        self.rows.setAccessibleName(self.tr("Suggestions"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(self._delegate)
        self.order.setObjectName("suggestionOrder")
        self.order.setAccessibleName(self.tr("Order of suggestions"))
        self.order.set_chips(
            [
                (_PLACE, self.tr("By place"), "", self.tr("As they stand in the article")),
                (_CONFIDENCE, self.tr("By confidence"), "", self.tr("The surest first")),
            ]
        )
        self.all_button.setObjectName("acceptMany")
        self.all_button.setToolTip(self.tr("Accept all above a confidence, after a look at them"))
        self.card.setObjectName("suggestionCard")
        self.card.setTextFormat(Qt.TextFormat.RichText)
        self.card.setWordWrap(True)
        for button, tip in (
            (self.accept_button, self.tr("Make the tag (Enter)")),
            (self.reject_button, self.tr("Do not suggest it again (Backspace)")),
            (self.edit_button, self.tr("Make the tag and go to its details (E)")),
        ):
            button.setToolTip(tip)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, 0, SPACE, 0)
        head.addWidget(self.order, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.accept_button, self.reject_button, self.edit_button):
            buttons.addWidget(button, 1)
        card = QVBoxLayout(self._below)
        card.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        card.setSpacing(SPACE)
        card.addWidget(self.card)
        card.addLayout(buttons)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 2 * SPACE)
        foot.addWidget(self.all_button, 1)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE // 2, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._below)
        column.addLayout(foot)

    def _connect(self) -> None:
        session, suggesting = self._session, self._suggesting
        self.order.picked.connect(self._on_order)
        self.rows.selectionModel().currentChanged.connect(self._on_row)
        self.rows.clicked.connect(self._on_row)
        for signal, asked in (
            (self.rows.accepted, self.accept_asked),
            (self.rows.rejected, self.reject_asked),
            (self.rows.edited, self.edit_asked),
            (self.rows.left, self.surface_asked),
            (self.accept_button.clicked, self.accept_asked),
            (self.reject_button.clicked, self.reject_asked),
            (self.edit_button.clicked, self.edit_asked),
            (self.all_button.clicked, self.all_asked),
        ):
            signal.connect(asked)
        suggesting.changed.connect(self.refresh)
        suggesting.counted.connect(self._show_hint)
        suggesting.chosen.connect(self._on_chosen)
        session.script_shown.connect(self._on_script)
        self._theme.changed.connect(self._on_theme)

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Show what is proposed now."""
        # Rows are reset: what is current meanwhile is nobody's choice.
        self._quiet = True
        self._set_faces()
        self._model.show(self._suggesting.listed)
        self._quiet = False
        self.order.set_on(self._suggesting.order)
        self._show_hint()
        self._show_current(self._suggesting.current)

    @Slot()
    def _show_hint(self) -> None:
        """Say why there is nothing, and what to do next."""
        article, empty = self._session.article, not self._model.rowCount()
        self._stack.setCurrentWidget(self.hint if empty else self.rows)
        self.order.setVisible(not empty)
        self.all_button.setEnabled(article is not None)
        if not empty:
            return
        if article is None:
            sentence = self.tr("Open an article to see what could be tagged in it.")
        elif not self._suggesting.has_read(article.id):
            sentence = self.tr("Reading the article…")
        else:
            sentence = self.tr(
                "Nothing is left to judge in this article. Go on to the next one, or select "
                "words in the text and tag them."
            )
        self.hint.setText(sentence)

    def _set_faces(self) -> None:
        source = self._session.source_script()
        if source is not None:
            self._delegate.set_faces(faces(self._session.script, source))
            self.card.setFont(sized(self.font(), sans_faces(source)))

    @Slot(object)
    def _on_script(self, _script: object) -> None:
        self._set_faces()
        self.rows.viewport().update()
        self._show_current(self._suggesting.current)

    @Slot()
    def _on_theme(self) -> None:
        """Write the card in other colours."""
        self._show_current(self._suggesting.current)

    @Slot(object)
    def _on_chosen(self, suggestion: Suggestion | None) -> None:
        self._show_current(suggestion)

    def _show_current(self, suggestion: Suggestion | None) -> None:
        article = self._session.article
        self._model.mark(suggestion)
        self._quiet = True
        self.rows.put_current(self._model.index_of(suggestion))
        self._quiet = False
        self.rows.viewport().update()
        self._below.setVisible(suggestion is not None)
        if suggestion is None or article is None:
            return
        row = row_of(self._session, suggestion, article.id)
        soft = self._theme.soft_ink
        lines = [f"<b>{escape(row.words)}</b>", escape(row.told)]
        lines.append(
            f'<span style="color:{soft}">{escape(f"{row.kind} · {row.sure} · {row.reason}")}</span>'
        )
        self.card.setText("<br>".join(filter(None, lines)))

    # What the reader does

    def begin(self) -> None:
        """Take the keyboard, at the current suggestion or the first."""
        if not self._model.rowCount():
            self.all_button.setFocus()
            return
        self.rows.setFocus()
        if self._suggesting.current is None:
            self._suggesting.choose(self._model.suggestion(0))

    @Slot(object)
    def _on_order(self, order: str) -> None:
        self._suggesting.put_in_order("confidence" if order == _CONFIDENCE else "place")

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self._suggesting.choose(self._model.suggestion(index.row()))
