"""A window with hands, and tags made from gold files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.text.article import Article
    from reader.ui.main_window import MainWindow
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.session import Session
    from reader.workspace import Workspace


@dataclass
class Driver:
    """A window with hands: it points, presses and types as a user does."""

    window: MainWindow
    session: Session
    bot: QtBot

    @property
    def surface(self) -> ReadingSurface:
        """The reading surface."""
        return self.window.surface

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        assert self.session.workspace is not None
        return self.session.workspace

    @property
    def article(self) -> Article:
        """The article shown."""
        assert self.session.article is not None
        return self.session.article

    def add(self, *articles: Article) -> None:
        """Add articles and show the first of them."""
        assert self.session.add_articles(articles) == []
        self.session.show_article(articles[0].id)

    def point(self, offset: int, *, end: bool = False) -> QPoint:
        """Return the viewport's point at the left edge of a character (or its right edge)."""
        self.surface.reveal(Span(offset, offset))
        rects = self.surface.rects(Span(offset, offset + 1))
        assert rects, f"character {offset} is not on the screen"
        rect = rects[-1] if end else rects[0]
        x = rect.right() - 2 if end else rect.left() + 2
        return QPointF(x, rect.center().y()).toPoint()

    def click(self, offset: int, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Click on a character."""
        self.bot.mouseClick(
            self.surface.viewport(),
            Qt.MouseButton.LeftButton,
            modifier or Qt.KeyboardModifier.NoModifier,
            self.point(offset),
        )

    def drag(self, span: Span) -> None:
        """Select a passage with the mouse."""
        viewport = self.surface.viewport()
        left = Qt.MouseButton.LeftButton
        self.surface.reveal(Span(span.end - 1, span.end))
        self.surface.reveal(span)
        # A character that joins the one before has no box of its own.
        boxes = self.surface.rects(span)
        start = QPointF(boxes[0].left() + 2, boxes[0].center().y()).toPoint()
        end = QPointF(boxes[-1].right() - 1, boxes[-1].center().y()).toPoint()
        self.bot.mousePress(viewport, left, pos=start)
        self.bot.mouseMove(viewport, QPoint((start.x() + end.x()) // 2, end.y()))
        self.bot.mouseMove(viewport, end)
        self.bot.mouseRelease(viewport, left, pos=end)

    def key(
        self,
        key: Qt.Key | str,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        """Press a key on the surface, or on another widget."""
        target = widget or self.surface
        if target is self.surface:
            self.surface.setFocus()
        self.bot.keyClick(target, key, modifier)

    def find(self, words: str, occurrence: int = 0) -> Span:
        """Return where words stand in the source of the article shown."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.article.text.index(words, start + 1)
        return Span(start, start + len(words))


def gold_operation(workspace: Workspace, article: Article, lines: Iterable[str]) -> Operation:
    """Return one operation that makes the tags of a gold file."""
    now = workspace.now()
    edits = []
    for line in lines:
        gold = json.loads(line)
        annotation = Annotation(
            id=workspace.new_id(),
            article=article.id,
            anchor=Anchor.at(article.text, Span(gold["start"], gold["end"])),
            kind=gold["kind"],
            attributes=gold["attrs"],
            author="gold",
            created=now,
            modified=now,
        )
        edits.append(AnnotationEdit(None, annotation))
    return Operation("Tag", tuple(edits))
