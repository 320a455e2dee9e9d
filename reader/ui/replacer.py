"""Replacing an article's text: the file, the preview, the step, and the offer after an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.importers import ImportRefusedError, import_path
from reader.language import tr
from reader.ui.dialogs.replace_dialog import ReplaceDialog
from reader.workspace.replacing import plan_replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.ui.panels.offer_bar import OfferBar, Pair
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Tasks
    from reader.ui.theme import Theme
    from reader.workspace import Workspace
    from reader.workspace.replacing import Plan


class Replacer(QObject):
    """Leads through replacing the text of an article.

    Attributes:
        replaced: An article has another text; carries the :class:`Plan` that was followed.
    """

    replaced = Signal(object)

    def __init__(
        self, session: Session, tasks: Tasks, theme: Theme, bar: OfferBar, parent: QObject
    ) -> None:
        """Act on a session; ``parent`` is the window that asks."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._theme = theme
        self._bar = bar
        bar.replace_asked.connect(self._on_offer_taken)

    def begin(self, old: Article, path: Path) -> None:
        """Read a file in a worker, and find out there what replacing the text will do."""
        workspace = self._session.workspace
        assert workspace is not None
        self._start(_Finding(old, workspace.index(old.id).in_order(), path, None))

    def offer(self, articles: Sequence[Article]) -> None:
        """Ask whether articles just imported are later texts of others, as their names say."""
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            self._bar.offer(_pairs(workspace, articles))

    @Slot(object)
    def _on_offer_taken(self, pair: Pair) -> None:
        workspace = self._session.workspace
        assert workspace is not None
        old, new = (workspace.articles[one] for one in pair)
        self._start(_Finding(old, workspace.index(old.id).in_order(), None, new))

    def _start(self, finding: _Finding) -> None:
        self._tasks.start(finding.run, self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, found: Plan | str) -> None:
        workspace = self._session.workspace
        if isinstance(found, str):
            self._session.refused.emit(found)
        elif workspace is not None and found.old.id in workspace.articles:
            self._ask(workspace, found)

    def _ask(self, workspace: Workspace, plan: Plan) -> None:
        title, script = workspace.details(plan.old.id).title, workspace.script(plan.old.id)
        if plan.old.id == plan.new.id:
            said = self.tr("“{title}” has this very text already; there is nothing to replace.")
            self._session.refused.emit(said.format(title=title))
            return
        window = self.parent()
        agreed = ReplaceDialog.run(window, plan, title, script, self._theme)  # type: ignore[arg-type]
        if agreed and self._session.replace_article(plan):
            self.replaced.emit(plan)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error


class _Finding:
    """Reading a later text and finding out what becomes of the tags, as a task of pure data."""

    def __init__(
        self, old: Article, tags: Sequence[Annotation], path: Path | None, new: Article | None
    ) -> None:
        self._old = old
        self._tags = tags
        self._path = path
        self._new = new

    def run(self, _progress: Progress) -> Plan | str:
        """Return the plan, or the sentence that says why there is none."""
        new = self._new
        if new is None:
            assert self._path is not None
            try:
                articles = import_path(self._path)
            except ImportRefusedError as error:
                return str(error)
            if len(articles) != 1:
                said = tr("{path} holds {count} articles; choose a file with one text.")
                return said.format(path=self._path, count=len(articles))
            (new,) = articles
        return plan_replacement(self._old, self._tags, new)


def _pairs(workspace: Workspace, articles: Iterable[Article]) -> list[Pair]:
    """Return each new article with an older one of the same title or the same file."""
    new_ids = {article.id for article in articles}
    older = [one for one in workspace.articles.values() if one.id not in new_ids]
    pairs: list[Pair] = []
    for article in articles:
        names = _names(workspace, article)
        found = next((one for one in older if names & _names(workspace, one)), None)
        if found is not None and article.id in workspace.articles:
            pairs.append((found.id, article.id))
            older.remove(found)
    return pairs


def _names(workspace: Workspace, article: Article) -> set[tuple[str, str]]:
    named = {("title", article.title), ("file", article.metadata.get("file", ""))}
    if article.id in workspace.articles:
        named.add(("title", workspace.details(article.id).title))
    return {(what, name) for what, name in named if name}
