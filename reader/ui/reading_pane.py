"""The middle of the window: an article's title, its text in the script chosen, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.annotation.index import AnnotationIndex
from reader.text.script import Script, SourceScript
from reader.ui.describe import annotation_html
from reader.ui.elided_label import ElidedLabel
from reader.ui.panels.script_bar import Legend, ScriptBar
from reader.ui.reading_places import ReadingPlaces

if TYPE_CHECKING:
    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.text.span import Span
    from reader.ui.reading.parallel import ParallelView
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.workspace import ChangeSet, Workspace


class ReadingPane(QWidget):
    """Has the reading surface show what the session has open.

    Attributes:
        column: What stands below one another: the header, the text, the legend.
        scripts: The buttons of the scripts.
    """

    def __init__(self, session: Session, parallel: ParallelView, theme: Theme) -> None:
        """Put a header above the surfaces, and the legend below; show nothing yet."""
        super().__init__()
        self._session = session
        self._surface = parallel.main
        self._theme = theme
        self._places = ReadingPlaces(self._surface, session.state, self)
        self._title = ElidedLabel()
        self._title.setObjectName("articleTitle")
        self.scripts = ScriptBar(session)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._header())
        self.column.addWidget(parallel, 1)
        self.column.addWidget(self._foot())
        self._surface.describe = self._describe

    def _header(self) -> QWidget:
        header = QWidget()
        header.setObjectName("header")
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._title, 1)
        row.addWidget(self.scripts)
        return header

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("foot")
        legend = QHBoxLayout(foot)
        legend.setContentsMargins(12, 4, 12, 4)
        legend.addStretch(1)
        legend.addWidget(Legend(self._session, self._theme))
        legend.addStretch(1)
        return foot

    def follow(self) -> None:
        """Show what the session has open from now on, and tell it what is selected and clicked."""
        session, surface = self._session, self._surface
        session.opened.connect(self._on_opened)
        session.article_shown.connect(self._on_article)
        session.script_shown.connect(self._on_script)
        session.changed.connect(self._on_changed)
        session.annotation_chosen.connect(self._on_annotation)
        surface.passage_selected.connect(session.choose_passage)
        surface.annotation_clicked.connect(session.choose_annotation)
        surface.annotation_moved.connect(self._on_moved)

    @Slot(object)
    def go_to(self, annotation_id: str) -> None:
        """Go to the words of the chosen tag, if it is that one, also where they were left."""
        annotation = self._session.annotation
        if annotation is not None and annotation.id == annotation_id:
            self._surface.reveal(annotation.span)

    @Slot(object)
    def select(self, span: Span) -> None:
        """Select a place where a tag may belong."""
        self._surface.select(span)
        if span:
            self._surface.reveal(span)

    # What the session tells

    @Slot(object)
    def _on_opened(self, workspace: Workspace) -> None:
        self._surface.set_tag_set(workspace.tag_set)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        self._places.leave()
        if article is None:
            # The window may be closing.
            self._places.save()
        workspace = self._session.workspace
        if article is None or workspace is None:
            self._surface.show_article(
                None, AnnotationIndex(), Script.ORIGINAL, SourceScript.SIMPLIFIED
            )
            self._title.setText("")
            return
        self._surface.show_article(
            self._session.view(),
            workspace.index(article.id),
            self._session.script,
            workspace.script(article.id),
        )
        self._places.come(workspace.id, article.id)
        self._surface.setFocus()
        self._title.setText(workspace.details(article.id).title)

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        view, source = self._session.view(), self._session.source_script()
        if view is not None and source is not None:
            self._surface.show_view(view, script, source)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        workspace, article = self._session.workspace, self._session.article
        if changes.tag_set and workspace is not None:
            self._surface.set_tag_set(workspace.tag_set)
        if workspace is None or article is None:
            return
        if article.id in changes.articles and article.id in workspace.articles:
            self._title.setText(workspace.details(article.id).title)
            self._on_script(self._session.script)
        if article.id in changes.touched:
            self._surface.update_marks(changes.of(article.id))

    @Slot(object)
    def _on_annotation(self, annotation_id: str | None) -> None:
        self._surface.set_chosen(annotation_id)
        annotation = self._session.annotation
        if annotation is not None:
            self._surface.reveal(annotation.span)

    # What the surface asks

    @Slot(object)
    def _on_moved(self, span: Span) -> None:
        annotation = self._session.annotation
        if annotation is not None and span != annotation.span:
            self._session.move(span)

    def _describe(self, annotation: Annotation) -> str:
        workspace = self._session.workspace
        assert workspace is not None
        return annotation_html(annotation, workspace.tag_set, self._theme)
