"""The history: everything that was done in the workspace, by whom and when, the latest on top."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.annotation.operation import AnnotationEdit, ArticleEdit
from reader.text.paragraphs import LINE_END
from reader.text.search import LONGEST
from reader.text.span import Span
from reader.ui.panels.elements import SPACE, Hint, clearable, paint_in
from reader.ui.panels.history_details import HistoryDetails
from reader.ui.panels.history_model import HistoryModel
from reader.ui.panels.history_view import HistoryView
from reader.ui.past_reader import Finding, Narrowing, PastReader
from reader.workspace.journals.past import PastFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import Edit
    from reader.ui.session import Session
    from reader.ui.tasks import Tasks
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet
    from reader.workspace.files.entry import Entry
    from reader.workspace.journals.past import Reading, Step

_TYPING_MS: Final = 150
_QUOTE: Final = 16
_SHARES: Final = (590, 300)
_NOWHERE: Final = Span(0, 0)


class History(QWidget):
    """Lists the steps; one can be gone to, and what it changed be brought back.

    Attributes:
        passage_asked: Carries the id of the tag to be seen, which may be the chosen one already.
        place_asked: Carries the :class:`Span` of the article shown where a deleted tag stood.
        surface_asked: The keyboard should go to the text.
    """

    passage_asked = Signal(object)
    place_asked = Signal(object)
    surface_asked = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Read nothing until it is shown."""
        super().__init__(parent)
        self.setObjectName("history")
        self._session = session
        self._tasks = tasks
        self._steps: list[Step] = []
        self._filter = PastFilter()
        self._tag = ""
        self._met: Step | None = None
        self._shown: Step | None = None
        self._reader = PastReader(session, tasks, self)
        self._model = HistoryModel(session, theme, self)
        self.view = HistoryView(self._model, theme)
        self.details = HistoryDetails(session, self._model, theme)
        self.article, self.author, self.text = QComboBox(), QComboBox(), QLineEdit()
        self.text.setMaxLength(LONGEST)
        self.tag_button = QPushButton()
        self._count = QLabel()
        self._hint = Hint(theme)
        self._pages = QStackedWidget()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        # A batch of imports tells of each article; their names are read once, after it.
        self._offering = QTimer(self)
        self._offering.setSingleShot(True)
        paint_in(self._count, theme.soft_ink)
        self._assemble()
        self._connect()
        self._on_opened()

    def _assemble(self) -> None:
        self.view.setObjectName("historyRows")
        self.view.setAccessibleName(self.tr("History of the workspace"))
        for combo, name, width in (
            (self.article, self.tr("Article"), 180),
            (self.author, self.tr("Author"), 130),
        ):
            combo.setAccessibleName(name)
            combo.setFixedWidth(width)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.article.view().setMinimumWidth(380)
        self.text.setAccessibleName(self.tr("Words"))
        self.text.setPlaceholderText(self.tr("Quote, note, attribute or title"))
        self.text.setToolTip(self.tr("Show the steps with these words, in any script"))
        clearable(self.text)
        self.text.setMaximumWidth(280)
        self.tag_button.setToolTip(self.tr("Show the steps of all tags again"))
        self.tag_button.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE, 6, SPACE, 6)
        bar.setSpacing(SPACE)
        for widget, share in ((self.article, 0), (self.author, 0), (self.text, 1)):
            bar.addWidget(widget, share)
        bar.addWidget(self.tag_button)
        bar.addStretch(1)
        bar.addWidget(self._count)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._hint)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._pages)
        split.addWidget(self.details)
        split.setStretchFactor(0, 1)
        split.setSizes(list(_SHARES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        session = self._session
        self._reader.read.connect(self._on_read)
        self._reader.progressed.connect(self._on_progress)
        self.view.step_met.connect(self._on_met)
        self.view.step_chosen.connect(self._on_chosen)
        self.view.left.connect(self.surface_asked)
        self.details.edit_met.connect(self._on_edit)
        self.article.currentIndexChanged.connect(self._narrow)
        self.author.currentIndexChanged.connect(self._narrow)
        self.text.textChanged.connect(self._on_text)
        self.text.returnPressed.connect(self.view.setFocus)
        self._typing.timeout.connect(self._narrow)
        self._offering.timeout.connect(self._offer)
        self.tag_button.clicked.connect(self._on_every_tag)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.script_shown.connect(self._on_script)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read."""
        super().showEvent(event)
        self._reader.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more."""
        super().hideEvent(event)
        self._reader.end()

    # What is shown

    @property
    def steps(self) -> list[Step]:
        """The steps shown, the latest first."""
        return [self._model.step(row) for row in range(self._model.rowCount())]

    @property
    def count_text(self) -> str:
        """How many steps there are, in words."""
        return self._count.text()

    @property
    def hint_text(self) -> str:
        """What is said where there is no row."""
        return self._hint.text() if self._pages.currentWidget() is self._hint else ""

    def show_tag(self, annotation: Annotation) -> None:
        """Show the steps of one tag alone."""
        self._tag = annotation.id
        quote = LINE_END.sub("⏎", annotation.quote)
        short = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"
        # An ampersand would underline what follows.
        self.tag_button.setText(f"“{short}” ✕".replace("&", "&&"))
        self.tag_button.setAccessibleName(self.tr("Show the steps of all tags again"))
        self.tag_button.show()
        for combo in (self.article, self.author):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        with QSignalBlocker(self.text):
            self.text.clear()
        self._narrow()

    @Slot()
    def _on_every_tag(self) -> None:
        self._tag = ""
        self.tag_button.hide()
        self._narrow()

    @Slot()
    def _on_text(self) -> None:
        self._typing.start()

    @Slot(object)
    def _on_opened(self, _workspace: object = None) -> None:
        self._steps = []
        self._authors: set[str] = set()
        self._tag = ""
        self.tag_button.hide()
        self._met = None
        for combo in (self.article, self.author):
            with QSignalBlocker(combo):
                combo.clear()
        self._offer()
        self._show([])

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.articles:
            self._offering.start()
        if changes.articles or changes.tag_set:
            self._model.refresh()

    @Slot(object)
    def _on_script(self, _script: object) -> None:
        self._model.refresh()

    @Slot()
    def _offer(self) -> None:
        """Offer the articles and authors that there are; what is chosen stays so."""
        workspace = self._session.workspace
        articles = []
        if workspace is not None:
            articles = [(one, workspace.details(one).title) for one in workspace.articles]
        for combo, every, items in (
            (self.article, self.tr("All articles"), articles),
            (self.author, self.tr("Everyone"), [(one, one) for one in sorted(self._authors)]),
        ):
            chosen = combo.currentData()
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(every, "")
                for data, words in items:
                    combo.addItem(words, data)
                combo.setCurrentIndex(max(0, combo.findData(chosen)))

    # Reading

    @Slot(object)
    def _on_progress(self, progress: tuple[int, int] | None) -> None:
        if progress is not None:
            done, total = progress
            part = done * 100 // total if total else 0
            self._count.setText(self.tr("Reading… {part} %").format(part=part))

    @Slot(object)
    def _on_read(self, reading: Reading) -> None:
        if reading.whole:
            self._steps = reading.steps
            self._authors = {step.author for step in reading.steps}
            self._offer()
            self._narrow(anew=True)
            return
        for step in reading.steps:
            insort(self._steps, step, key=lambda one: one.order)
        authors = {step.author for step in reading.steps}
        if authors - self._authors:
            self._authors |= authors
            self._offer()
        self.view.add(self._filter.fitting(reading.steps))
        self._show_count()
        if self.view.current is None:
            self.view.go_to(None)

    @Slot()
    def _narrow(self, *, anew: bool = False) -> None:
        """Show what fits the filter; found in a worker, for there may be very much."""
        self._typing.stop()
        only = PastFilter(
            self.article.currentData() or "",
            self._tag,
            self.author.currentData() or "",
            self.text.text().strip(),
        )
        if only == self._filter and not anew:
            return
        self._filter = only
        if only:
            self._tasks.start(Narrowing(self._steps, only).run, self._on_narrowed, self._on_failed)
        else:
            self._show(self._steps)

    @Slot(object)
    def _on_narrowed(self, found: tuple[PastFilter, int, list[Step]]) -> None:
        only, seen, steps = found
        if only == self._filter and seen == len(self._steps):
            self._show(steps)
        elif only == self._filter:
            # More came meanwhile.
            self._narrow(anew=True)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error

    def _show(self, steps: Sequence[Step]) -> None:
        met = self._met
        self._model.show_steps(steps)
        self._show_count()
        self.view.go_to(met)

    def _show_count(self) -> None:
        shown, total = self._model.rowCount(), len(self._steps)
        said = (
            self.tr("{shown:,} of {total:,} steps") if self._filter else self.tr("{total:,} steps")
        )
        if total == 1 and not self._filter:
            said = self.tr("1 step")
        self._count.setText(said.format(shown=shown, total=total))
        self._pages.setCurrentWidget(self.view if shown else self._hint)
        if self._filter:
            self._hint.setText(self.tr("No step fits these filters."))
        else:
            self._hint.setText(
                self.tr(
                    "Every tag that is made, changed or deleted will stand here, with who did it "
                    "and when; any earlier state of a tag can be brought back."
                )
            )

    # Choosing

    @Slot(object)
    def _on_met(self, step: Step | None) -> None:
        """Show what a step changed; its line is read in a worker, for it may be long."""
        self._met = step
        if step is None:
            self.details.show_step(None, None)
        else:
            self._tasks.start(Finding(step).run, self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, found: tuple[Step, Entry | None]) -> None:
        step, entry = found
        if step == self._met and self._session.workspace is not None:
            self._shown = step
            self.details.show_step(step, entry)

    @Slot(object)
    def _on_chosen(self, step: Step) -> None:
        """Go to what a step was about."""
        edit = self.details.edit if step == self._shown else None
        if edit is not None:
            self._on_edit(edit)
        elif step.tags:
            self._go(step.articles[0], step.tags[0], Span(step.start, step.end), step.words)
        elif step.articles:
            self._go(step.articles[0])

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        """Go to what an edit was about."""
        if isinstance(edit, AnnotationEdit):
            side = edit.after or edit.before
            assert side is not None
            self._go(side.article, side.id, side.span, side.quote)
        elif isinstance(edit, ArticleEdit):
            self._go(edit.article)

    def _go(
        self, article_id: str, tag_id: str = "", span: Span = _NOWHERE, quote: str = ""
    ) -> None:
        """Go to a tag, or to where it stood, or to an article; the keyboard stays here."""
        workspace = self._session.workspace
        assert workspace is not None
        holder = self.window().focusWidget()
        if tag_id in workspace.annotations:
            self._session.choose_annotation(tag_id)
            self.passage_asked.emit(tag_id)
        elif article_id in workspace.articles:
            self._session.choose_annotation(None)
            self._session.show_article(article_id)
            if span and span.of(workspace.articles[article_id].text) == quote:
                self.place_asked.emit(span)
        else:
            sentence = self.tr("“{title}” is not in the workspace any more.")
            self._session.told.emit(sentence.format(title=self._model.title(article_id)))
        if holder is not None and self.isAncestorOf(holder):
            holder.setFocus()
