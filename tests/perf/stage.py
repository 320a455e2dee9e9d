"""What the benchmarks measure: the surface by itself, the whole window, and their workspaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QSize, Qt, Slot
from PySide6.QtTest import QTest

from reader.annotation.index import AnnotationIndex
from reader.text.article import Article
from reader.text.script import Script, SourceScript
from reader.ui.main_window import MainWindow
from reader.ui.reading.surface import ReadingSurface
from reader.ui.session import Session
from reader.ui.tasks import Tasks
from reader.ui.theme import Theme
from reader.workspace import Workspace
from tests.perf.plain_editor import PlainEditor
from tests.perf.texts import article_text, tagging
from tests.perf.watch import PaintWatch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.workspace import ChangeSet

SURFACE, WINDOW, EDITOR = "surface", "window", "QTextEdit"
_SIZE = QSize(860, 720)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured.

    Attributes:
        sizes: Lengths of the articles in code points, rising.
        tags: Numbers of tags, rising.
        repeats: Rounds of each measurement.
        pages: Rounds of scrolling by a page.
        scripts: How many scripts there are to switch to besides Taiwan's.
        stored: Numbers of articles and tags of a small and a large workspace.
        edits: How many single edits are timed.
        accepted: How many tags are made as one step.
        tagged: Few tags and many, of an article in which one more is made.
        vast: Length of an article that nobody should have to wait for.
    """

    sizes: Sequence[int]
    tags: Sequence[int]
    repeats: int
    pages: int
    scripts: int
    stored: tuple[tuple[int, int], tuple[int, int]]
    edits: int
    accepted: int
    tagged: tuple[int, int]
    vast: int


FULL = Plan(
    sizes=(10_000, 100_000, 1_000_000),
    tags=(0, 1_000, 10_000),
    repeats=7,
    pages=100,
    scripts=5,
    stored=((10, 1_000), (1_000, 100_000)),
    edits=500,
    accepted=10_000,
    tagged=(100, 100_000),
    vast=10_000_000,
)
QUICK = Plan(
    sizes=(2_000, 6_000),
    tags=(0, 40),
    repeats=1,
    pages=3,
    scripts=1,
    stored=((1, 20), (2, 60)),
    edits=10,
    accepted=30,
    tagged=(2, 60),
    vast=60_000,
)


class Reader(Protocol):
    """Something that shows articles: the surface by itself or the window."""

    name: str
    session: Session
    surface: ReadingSurface

    def paint(self) -> None:
        """Paint whatever has changed, and fail where that is nothing of the surface."""

    def take_keys(self) -> None:
        """Bring the keyboard to the surface."""

    def press(self, key: str) -> None:
        """Press the key of a kind."""

    def close(self) -> None:
        """Close it."""


class SurfaceAlone(QObject):
    """The surface on a session, connected as the main window connects it, and no panel."""

    name = SURFACE

    def __init__(self, state: Path) -> None:
        """Show an empty surface."""
        super().__init__()
        self.session = Session(author="benchmark", state=state, parent=self)
        self.surface = ReadingSurface(Theme.load("light"))
        self.surface.resize(_SIZE)
        self.surface.show()
        QCoreApplication.processEvents()
        self._watch = PaintWatch(self.surface.viewport())
        self.session.article_shown.connect(self._on_article)
        self.session.script_shown.connect(self._on_script)
        self.session.changed.connect(self._on_changed)
        self.session.annotation_chosen.connect(self._on_annotation)
        self.surface.passage_selected.connect(self.session.choose_passage)

    def paint(self) -> None:
        """Paint the viewport at once, with ``repaint``."""
        self.surface.viewport().repaint()
        self._watch.verify()

    def take_keys(self) -> None:
        """Do nothing: no key is pressed."""

    def press(self, key: str) -> None:
        """Do what the key of a kind does."""
        workspace = self.session.workspace
        assert workspace is not None
        self.session.tag(next(kind.name for kind in workspace.tag_set if kind.key == key))

    def close(self) -> None:
        """Close the surface and the workspace."""
        self.session.close()
        discard(self.surface)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        workspace = self.session.workspace
        if article is None or workspace is None:
            nothing = AnnotationIndex()
            self.surface.show_article(None, nothing, Script.ORIGINAL, SourceScript.SIMPLIFIED)
            return
        self.surface.show_article(
            self.session.view(),
            workspace.index(article.id),
            self.session.script,
            workspace.script(article.id),
        )

    @Slot(object)
    def _on_script(self, script: Script) -> None:
        view, source = self.session.view(), self.session.source_script()
        if view is not None and source is not None:
            self.surface.show_view(view, script, source)

    @Slot(object)
    def _on_changed(self, _changes: ChangeSet) -> None:
        self.surface.viewport().update()

    @Slot(object)
    def _on_annotation(self, annotation_id: str | None) -> None:
        self.surface.set_chosen(annotation_id)
        annotation = self.session.annotation
        if annotation is not None:
            self.surface.reveal(annotation.span)


class WholeWindow:
    """The main window with all its panels."""

    name = WINDOW

    def __init__(self, state: Path) -> None:
        """Show the window with nothing open."""
        settings = QSettings(str(state / "window.ini"), QSettings.Format.IniFormat)
        self.session = Session(author="benchmark", state=state)
        tasks = Tasks()
        self._window = MainWindow(self.session, tasks, Theme.load("light"), settings)
        self.session.setParent(self._window)
        tasks.setParent(self._window)
        self.surface = self._window.surface
        self._window.show()
        QCoreApplication.processEvents()
        self._watch = PaintWatch(self.surface.viewport())

    def paint(self) -> None:
        """Let the event loop lay out and paint all that has changed, the panels too."""
        run_event_loop()
        self._watch.verify()

    def take_keys(self) -> None:
        """Activate the window, since keys go to the one that is active."""
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
        self.surface.setFocus()

    def press(self, key: str) -> None:
        """Press the key of a kind on the surface."""
        QTest.keyClick(self.surface, ord(key), Qt.KeyboardModifier.NoModifier)

    def close(self) -> None:
        """Close the window, and the workspace with it."""
        self._window.close()
        discard(self._window)


def run_event_loop() -> None:
    """Do all that waits to be done, as the event loop would.

    Outside of ``exec`` Qt leaves what was to be deleted later where it is, so
    that old panels would go on being painted.
    """
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def discard(widget: QWidget) -> None:
    """Delete a widget that has been shown."""
    widget.close()
    widget.deleteLater()
    run_event_loop()


class Stage:
    """Makes what a benchmark needs, and takes it down.

    Attributes:
        plan: How much is measured.
        folder: Where workspaces are made.
    """

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Begin with nothing."""
        self.plan = plan
        self.folder = folder
        self._readers: list[Reader] = []
        self._editor: PlainEditor | None = None

    def readers(self) -> Sequence[Reader]:
        """Return the surface by itself and the window, made when first asked for."""
        if not self._readers:
            state = self.folder / "state"
            self._readers = [SurfaceAlone(state), WholeWindow(state)]
        return self._readers

    def editor(self) -> PlainEditor:
        """Return the baseline, of the same size as the surface."""
        if self._editor is None:
            self._editor = PlainEditor(_SIZE, self.readers()[0].surface.typography)
        return self._editor

    def workspace(self, length: int, tags: int) -> Path:
        """Return the folder of a workspace with a short article and then the one to measure."""
        folder = self.folder / f"{length}-{tags}"
        if not folder.exists():
            state = self.folder / "state"
            with Workspace.create(folder, author="benchmark", state=state) as workspace:
                workspace.add_article(Article.from_text("先开的一篇短文。\n"))
                article = Article.from_text(article_text(length))
                workspace.add_article(article)
                for operation in tagging(article.id, article.text, tags):
                    workspace.apply(operation)
        return folder

    def close(self) -> None:
        """Close all that was shown."""
        for reader in self._readers:
            reader.close()
        if self._editor is not None:
            self._editor.close()


def open_workspace(reader: Reader, folder: Path) -> str:
    """Open a workspace anew, which shows its short article; return the other's id.

    Nothing of the article to be measured is at hand then: no index, no view.
    """
    reader.session.show_script(Script.ORIGINAL)
    assert reader.session.open(folder)
    reader.paint()
    return _ids(reader)[1]


def open_article(reader: Reader, folder: Path) -> str:
    """Open a workspace anew and show the article to be measured; return its id."""
    article = open_workspace(reader, folder)
    reader.session.show_article(article)
    reader.paint()
    return article


def show_again(reader: Reader, folder: Path) -> None:
    """Show the article to be measured from its beginning, with nothing of it laid out.

    A workspace that is open already is not read again.
    """
    reader.session.show_script(Script.ORIGINAL)
    workspace = reader.session.workspace
    if workspace is None or workspace.folder != folder:
        open_workspace(reader, folder)
    short, measured = _ids(reader)
    for article in (short, measured):
        reader.session.show_article(article)
    reader.paint()


def _ids(reader: Reader) -> Sequence[str]:
    assert reader.session.workspace is not None
    return list(reader.session.workspace.articles)
