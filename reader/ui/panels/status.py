"""The status line: saved or not, what is selected, what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from reader.language import tr
from reader.text.script import SourceScript

if TYPE_CHECKING:
    from reader.text.article import Article
    from reader.text.span import Span
    from reader.ui.session import Arrival, Session

_MESSAGE_MS = 6000
_ARRIVAL_MS = 8000
_LONGEST_SLICE = 28


class StatusLine(QStatusBar):
    """Follows a session.

    Attributes:
        cancelled: The user asks to stop the work whose progress is shown.
    """

    cancelled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show what the session has open."""
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self._saved = QLabel()
        self._saved.setObjectName("saved")
        self._passage = QLabel()
        self._article = QLabel()
        self._article.setObjectName("articleFacts")
        self._others = QLabel()
        self._others.setObjectName("others")
        for label in (self._saved, self._passage, self._others, self._article):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(160)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self.addWidget(self._saved)
        self.addWidget(self._passage, 1)
        for widget in (self._progress, self._cancel, self._others, self._article):
            self.addPermanentWidget(widget)
        self._progress.hide()
        self._cancel.hide()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_ARRIVAL_MS)
        self._quiet.timeout.connect(self._others.clear)
        session.opened.connect(self._on_opened)
        session.arrived.connect(self._on_arrived)
        session.saved.connect(self._on_saved)
        session.unsaved.connect(self._on_unsaved)
        session.passage_chosen.connect(self._on_passage)
        session.article_shown.connect(self._on_article)
        session.script_shown.connect(self._on_changed)
        session.changed.connect(self._on_changed)

    def say(self, sentence: str) -> None:
        """Show a sentence for some seconds."""
        self.showMessage(sentence, _MESSAGE_MS)

    @Slot(object)
    def show_progress(self, progress: tuple[int, int] | None) -> None:
        """Show how far a long job is; ``None`` when it is over."""
        self._progress.setVisible(progress is not None)
        self._cancel.setVisible(progress is not None)
        if progress is not None:
            done, total = progress
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    @property
    def saved_text(self) -> str:
        """What is said of the last edit."""
        return self._saved.text()

    @property
    def passage_text(self) -> str:
        """What is said of the selected passage."""
        return self._passage.text()

    @property
    def others_text(self) -> str:
        """What is said of others' edits, for some seconds."""
        return self._others.text()

    @Slot(object)
    def _on_opened(self, _workspace: object) -> None:
        self._show_where()
        self._others.clear()

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self._show_where()

    def _show_where(self) -> None:
        """Say that all is saved, and where, if that is not the workspace's folder."""
        workspace = self._session.workspace
        assert workspace is not None
        if workspace.read_only:
            self._saved.setText(self.tr("Read-only"))
        elif workspace.overlay:
            self._saved.setText(self.tr("Saved on this machine"))
        else:
            self._saved.setText(self.tr("Saved"))
        self._saved.setToolTip(workspace.read_only or workspace.overlay)

    @Slot(object)
    def _on_arrived(self, arrival: Arrival) -> None:
        """Say who changed something."""
        if arrival.count == 1:
            said = self.tr("1 change by {who}")
        else:
            said = self.tr("{count:,} changes by {who}")
        names = [name for name in arrival.authors if name != self._session.author]
        if len(names) < len(arrival.authors):
            names.append(self.tr("you, elsewhere"))
        who = tr(", ").join(names) or self.tr("others")
        self._others.setText(said.format(count=arrival.count, who=who))
        self._quiet.start()

    @Slot()
    def _on_unsaved(self) -> None:
        self._saved.setText(self.tr("Not saved"))

    @Slot(object)
    def _on_passage(self, span: Span) -> None:
        article = self._session.article
        if article is None or not span:
            self._passage.setText("")
            return
        # What is selected now is news; an older sentence would cover it.
        self.clearMessage()
        words = span.of(article.text).replace("\n", "⏎").replace("\r", "")
        if len(words) > _LONGEST_SLICE:
            half = _LONGEST_SLICE // 2
            words = f"{words[:half]}…{words[-half:]}"
        self._passage.setText(
            self.tr("{count} characters: “{words}”  ({start}–{end})").format(
                count=len(span), words=words, start=span.start, end=span.end
            )
        )

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._on_article(self._session.article)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        source = self._session.source_script()
        if article is None or source is None:
            self._article.setText("")
            return
        names = {
            SourceScript.SIMPLIFIED: self.tr("written in Simplified"),
            SourceScript.TRADITIONAL: self.tr("written in Traditional"),
            SourceScript.MIXED: self.tr("Traditional with Simplified residue"),
            SourceScript.UNDETERMINED: self.tr("script undetermined"),
        }
        said = self.tr("{count:,} characters · {script}")
        if self._session.is_cleaned:
            said = self.tr("{count:,} characters · {script} · cleaned up")
        self._article.setText(said.format(count=len(article.text), script=names[source]))
