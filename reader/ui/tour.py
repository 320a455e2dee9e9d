"""The tour: five steps over the window, each beside what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QWidget

from reader.language import tr
from reader.text.span import Span
from reader.ui.panels.script_bar import ScriptBar
from reader.ui.panels.tour_card import Outline, TourCard, place_beside
from reader.ui.shortcuts import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QSettings

    from reader.ui.frame import Frame
    from reader.ui.session import Session
    from reader.workspace import ChangeSet

_KEY: Final = "tour"
# Panels open, texts scroll, windows change their size: the card follows within this.
_FOLLOW_MS: Final = 80
# Of the text as much is pointed at, in code points.
_WORDS: Final = 60


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        heading: What it is about.
        words: What to do.
        target: Returns what it points at, in the window; ``None`` where that is not there.
        below: Whether the card stands rather below that than beside it.
    """

    heading: str
    words: str
    target: Callable[[], QRect | None]
    below: bool = False


class Tour(QObject):
    """Leads through the window; goes on by itself where the reader does what a step tells of.

    Attributes:
        card: What is said.
        outline: The frame around what it is said of.
    """

    def __init__(
        self,
        window: Frame,
        session: Session,
        actions: Mapping[str, QAction],
        settings: QSettings,
    ) -> None:
        """Lead nowhere yet.

        Args:
            window: The window to lead through.
            session: What it has open.
            actions: Its actions by command.
            settings: Where it is remembered that the tour was seen.
        """
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = actions
        self._settings = settings
        self._at: int | None = None
        self._steps: list[Step] = []
        self.outline = Outline(window.theme, window)
        self.card = TourCard(window.theme, window)
        self.card.on_asked.connect(self.go_on)
        self.card.back_asked.connect(self.go_back)
        self.card.skip_asked.connect(self.end)
        self._follow = QTimer(self)
        self._follow.setInterval(_FOLLOW_MS)
        self._follow.timeout.connect(self._place)
        session.article_shown.connect(self._on_article)
        session.script_shown.connect(self._on_script)
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        for name in ("find", "export"):
            actions[name].triggered.connect(self._on_found)

    @property
    def step(self) -> int | None:
        """The number of the step shown, from 0; ``None`` where the tour is not."""
        return self._at

    def begin(self) -> None:
        """Begin at the first step."""
        self._steps = self._make_steps()
        self._show(0)
        self.card.take_focus()

    @Slot()
    def go_on(self) -> None:
        """Show the next step, or end after the last."""
        self._turn(1)

    @Slot()
    def go_back(self) -> None:
        """Show the step before."""
        self._turn(-1)

    @Slot()
    def end(self) -> None:
        """End, and remember it."""
        self._at = None
        self._follow.stop()
        held = self.card.isAncestorOf(self._window.focusWidget() or self._window)
        self.card.hide()
        self.outline.hide()
        self._settings.setValue(_KEY, "seen")
        if held:
            self._window.surface.setFocus()

    def _turn(self, direction: int) -> None:
        if self._at is None:
            return
        if self._at + direction >= len(self._steps):
            self.end()
        else:
            self._show(max(0, self._at + direction))
            self.card.take_focus()

    def _show(self, number: int) -> None:
        self._at = number
        step = self._steps[number]
        self.card.tell(number + 1, len(self._steps), step.heading, step.words)
        self._place()
        self.card.show()
        self.card.raise_()
        self._follow.start()

    @Slot()
    def _place(self) -> None:
        """Put the card beside what it speaks of, wherever that is by now."""
        if self._at is None:
            return
        step = self._steps[self._at]
        target = step.target()
        room = self._window.rect()
        self.outline.setVisible(target is not None)
        if target is None:
            foot = room.center() - QPoint(self.card.width() // 2, self.card.height() // 2)
            self.card.move(foot)
            return
        self.outline.frame(target)
        self.outline.raise_()
        self.card.move(place_beside(target, self.card.size(), room, below=step.below))
        self.card.raise_()

    # What the reader does

    def _did(self, number: int) -> None:
        """Go on where the reader did what a step tells of; the focus stays where the work is."""
        if self._at == number:
            if number + 1 < len(self._steps):
                self._show(number + 1)
            else:
                self.end()

    @Slot(object)
    def _on_article(self, article: object) -> None:
        if article is not None:
            self._did(0)

    @Slot(object)
    def _on_script(self, _script: object) -> None:
        self._did(1)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.others or not changes.annotations:
            return
        made = all(before is None for before, _after in changes.annotations.values())
        # What makes a tag is the third step; what corrects it or takes it back the fourth.
        self._did(2 if made else 3)

    @Slot(object)
    def _on_opened(self, _workspace: object) -> None:
        if self._at is not None:
            self._steps = self._make_steps()

    @Slot()
    def _on_found(self) -> None:
        self._did(4)

    # The steps

    def _make_steps(self) -> list[Step]:
        return [
            Step(
                self.tr("Choose an article"),
                self.tr(
                    "The articles of the workspace are listed here. Click one, or go from one to "
                    "the next with {keys}."
                ).format(keys=self._keys("next_article")),
                self._articles,
            ),
            Step(
                self.tr("Switch the script"),
                self.tr(
                    "Read it as it was written, in Simplified, in Traditional, as in Taiwan or in "
                    "Hong Kong: click, or press {keys} in the text. Tags stay on their words."
                ).format(keys=self._keys("cycle_script")),
                self._scripts,
                below=True,
            ),
            Step(self.tr("Tag some words"), self._tagging(), self._text),
            Step(
                self.tr("Correct the details"),
                self.tr(
                    "What is known of the chosen tag stands here; change what is wrong. {keys} "
                    "takes any step back. Whatever you do is saved at once."
                ).format(keys=self._keys("undo")),
                self._details,
            ),
            Step(
                self.tr("Find and export"),
                self.tr(
                    "{find} finds words in any script; {export} writes your tags as a table or "
                    "JSON. {help} lists every key."
                ).format(
                    find=self._keys("find"),
                    export=self._keys("export"),
                    help=self._keys("show_keyboard"),
                ),
                self._tools,
                below=True,
            ),
        ]

    def _tagging(self) -> str:
        workspace = self._session.workspace
        kinds = () if workspace is None else workspace.tag_set
        kind = next((one for one in kinds if one.key), None)
        if kind is None:
            return self.tr("Select words in the text, then press the key of a kind of tag.")
        return self.tr(
            "Select words with the mouse, or with Shift and the arrow keys, then press {key}: they "
            "are tagged as {kind}. {text} goes to the text."
        ).format(key=kind.key, kind=tr(kind.label).lower(), text=self._keys("focus_surface"))

    def _keys(self, command: str) -> str:
        shortcut = self._actions[command].shortcut()
        native = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        return native or plain(self._actions[command].text())

    # What they point at

    def _articles(self) -> QRect | None:
        return self._rect(self._window.articles)

    def _scripts(self) -> QRect | None:
        return self._rect(self._window.findChild(ScriptBar))

    def _text(self) -> QRect | None:
        """Return the box of some words of the text: the card may cover the rest."""
        surface = self._window.surface
        article = self._session.article
        if article is None or surface.pages is None:
            return None
        seen = surface.pages.visible_span()
        words = surface.selection
        if not words or not seen.start <= words.start < seen.end:
            start = next(
                (
                    layout.span.start
                    for layout, top in surface.pages.visible()
                    if top >= 0 and len(layout.span) > _WORDS
                ),
                seen.start,
            )
            words = Span(start, start + _WORDS)
        end = min(words.end, seen.end, words.start + _WORDS)
        boxes = surface.rects(Span(words.start, end))
        whole = surface.viewport().rect()
        area = QRect()
        for box in boxes:
            area = area.united(box.toAlignedRect())
        area = area.intersected(whole)
        if area.isEmpty():
            return None
        return QRect(surface.viewport().mapTo(self._window, area.topLeft()), area.size())

    def _details(self) -> QRect | None:
        return self._rect(self._window.tags.editor) or self._rect(self._window.tags)

    def _tools(self) -> QRect | None:
        bar = self._window.findChild(QToolBar, "tools")
        area = QRect()
        for name in ("find", "export"):
            button = None if bar is None else bar.widgetForAction(self._actions[name])
            area = area.united(self._rect(button) or QRect())
        return None if area.isEmpty() else area

    def _rect(self, widget: QWidget | None) -> QRect | None:
        """Return where a widget is in the window; ``None`` where it is not seen."""
        if widget is None or not widget.isVisible() or widget.size().isEmpty():
            return None
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
