"""What screen readers are told of: what was tagged, chosen, switched, found or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.language import tr
from reader.ui.panels.find_bar import FindBar
from reader.ui.panels.script_bar import ScriptBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.annotation.annotation import Annotation
    from reader.text.script import Script
    from reader.text.span import Span
    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.workspace import ChangeSet

_LONGEST: Final = 80


def announce(widget: QWidget, sentence: str, *, now: bool = False) -> None:
    """Have a sentence spoken.

    Args:
        widget: Where it happened.
        sentence: What is said.
        now: Whether it may interrupt what is being said.
    """
    event = QAccessibleAnnouncementEvent(widget, sentence)
    levels = QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Assertive if now else levels.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Follows a window and has said what its reader would see."""

    def __init__(self, window: Frame, session: Session) -> None:
        """Begin; made only where a screen reader asks."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._found = ""
        session.saved.connect(self._on_saved)
        session.annotation_chosen.connect(self._on_chosen)
        session.script_shown.connect(self._on_script)
        session.refused.connect(self._on_refused)
        session.told.connect(self._on_told)
        session.hinted.connect(self._on_told)
        session.passage_chosen.connect(self._on_passage)
        # The number of matches is shown after they are marked, and typing marks often.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._tell_found)
        window.surface.marked.connect(self._later.start)

    @Slot(object)
    def _on_saved(self, changes: ChangeSet) -> None:
        sides = list(changes.annotations.values())
        made = [after for before, after in sides if before is None and after is not None]
        gone = [before for before, after in sides if before is not None and after is None]
        if len(made) == 1:
            self._say(self.tr("Tagged. {tag}").format(tag=self._words(made[0])))
        elif made:
            self._say(self.tr("{count} passages tagged").format(count=len(made)))
        elif len(gone) == 1:
            self._say(self.tr("Tag deleted. {tag}").format(tag=self._words(gone[0])))
        elif gone:
            self._say(self.tr("{count} tags deleted").format(count=len(gone)))

    @Slot(object)
    def _on_chosen(self, _annotation_id: object) -> None:
        if self._session.annotation is not None:
            self._say(self._words(self._session.annotation))

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        bar = self._window.findChild(ScriptBar)
        if bar is not None:
            self._say(bar.button(script).accessibleName())

    @Slot(object)
    def _on_refused(self, sentence: str) -> None:
        announce(self._window, sentence, now=True)

    @Slot(object)
    def _on_told(self, sentence: str) -> None:
        if sentence:
            self._say(sentence)

    @Slot(object)
    def _on_passage(self, passage: Span) -> None:
        view = self._session.view()
        if passage and view is not None:
            self._say(self.tr("Selected: {words}").format(words=_short(view.text_of(passage))))

    @Slot()
    def _tell_found(self) -> None:
        bar = self._window.findChild(FindBar)
        found = bar.count_text if bar is not None and bar.isVisible() else ""
        if found and found != self._found:
            self._say(found)
        self._found = found

    def _words(self, annotation: Annotation) -> str:
        """Return a tag as ``Metric: 近9万人次``, in the script shown."""
        kind = self._window.surface.tag_set.get(annotation.kind)
        view, article = self._session.view(), self._session.article
        quote = annotation.quote
        if view is not None and article is not None and article.id == annotation.article:
            quote = view.text_of(annotation.span)
        label = tr(kind.label) if kind else annotation.kind
        return self.tr("{kind}: {words}").format(kind=label, words=_short(quote))

    def _say(self, sentence: str) -> None:
        announce(self._window.surface, sentence)


def _short(words: str) -> str:
    words = "".join(words.split("\n"))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
