"""Scroll by pages, and count the paragraphs laid out meanwhile against those that were seen."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Self
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from reader.ui.reading import pages as pages_module
from reader.ui.reading.paragraph_layout import ParagraphLayout
from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.stage import EDITOR, SURFACE, show_again
from tests.perf.texts import article_text, tag_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.perf.stage import Reader, Stage

_FRAME = 1000 / 60
_SEEN = "paragraphs newly on the screen"


def scrolling(stage: Stage) -> Iterator[Line]:
    """Measure a page of the longest article, then count the layouts of all its pages."""
    length = stage.plan.sizes[-1]
    tags = length // 100
    yield from _pages(stage, length, tags)
    yield from _frames(stage, length, tags)
    reader = stage.readers()[0]
    show_again(reader, stage.workspace(length, tags))
    case = characters(length, tags)
    yield _through_the_article(reader).line(f"every page, {case}")
    show_again(reader, stage.workspace(length, tags))
    yield _to_the_last_tag(reader).line(f"jump to last tag, {case}")
    yield _a_page_back(reader).line(f"then a page back, {case}")


def _pages(stage: Stage, length: int, tags: int) -> list[Line]:
    editor = stage.editor()
    editor.show_text(article_text(length), tag_spans(length, tags))
    editor.lay_out_all()
    contenders = []
    for reader in stage.readers():
        show_again(reader, stage.workspace(length, tags))
        contenders.append(Contender(reader.name, _PageDown(reader).run))
    contenders.append(Contender(EDITOR, editor.page_down))
    measured = medians(contenders, stage.plan.pages)
    editor.clear()
    names = [reader.name for reader in stage.readers()]
    return lines("scroll", f"a page, {characters(length, tags)}", measured, EDITOR, names=names)


def _frames(stage: Stage, length: int, tags: int) -> Iterator[Line]:
    """Turn pages one after the other; all but one in a hundred take no longer than this."""
    for reader in stage.readers():
        show_again(reader, stage.workspace(length, tags))
        turn_page(reader)
        times = []
        for _page in range(stage.plan.pages * 3):
            start = perf_counter()
            turn_page(reader)
            times.append((perf_counter() - start) * 1000)
        slow = sorted(times)[len(times) * 99 // 100]
        case = f"a page, p99, {characters(length, tags)}"
        yield Line("scroll", reader.name, case, slow, "one frame at 60 Hz", _FRAME)


class _PageDown:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def run(self) -> None:
        turn_page(self._reader)


def turn_page(reader: Reader, direction: int = 1) -> None:
    """Scroll by the height of the surface at once, as a touch pad does, and paint."""
    viewport = reader.surface.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(0, -direction * viewport.height()),
        QPoint(0, -direction * 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(viewport, event)
    reader.paint()


class Layouts:
    """Counts the layouts made while it is open, and the paragraphs seen; a context manager."""

    def __init__(self, reader: Reader) -> None:
        """Begin with what a reader has on the screen, which was laid out before."""
        assert reader.surface.pages is not None
        self._pages = reader.surface.pages
        self._old = self._on_screen()
        self._seen: set[int] = set()
        self._patch = patch.object(pages_module, "ParagraphLayout", wraps=ParagraphLayout)

    def __enter__(self) -> Self:
        """Begin to count."""
        self._made = self._patch.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Count no more."""
        self._patch.stop()

    def look(self) -> None:
        """Note what is on the screen now."""
        self._seen |= self._on_screen()
        assert self._seen <= self._pages.laid_out

    def line(self, case: str) -> Line:
        """Return how many layouts were made against the paragraphs newly seen."""
        seen = len(self._seen - self._old)
        return Line("scroll", SURFACE, case, self._made.call_count, _SEEN, seen, "layouts")

    def _on_screen(self) -> set[int]:
        return {index for index, _y in self._pages.place.visible(self._pages.page)}


def _through_the_article(reader: Reader) -> Layouts:
    """Turn every page from the beginning to the end."""
    assert reader.surface.pages is not None
    where = reader.surface.pages.place
    with Layouts(reader) as layouts:
        place = -1.0
        while where.value > place:
            place = where.value
            turn_page(reader)
            layouts.look()
    return layouts


def _to_the_last_tag(reader: Reader) -> Layouts:
    session = reader.session
    assert session.workspace is not None
    assert session.article is not None
    last = session.workspace.index(session.article.id).in_order()[-1]
    with Layouts(reader) as layouts:
        session.choose_annotation(last.id)
        reader.paint()
        layouts.look()
    return layouts


def _a_page_back(reader: Reader) -> Layouts:
    with Layouts(reader) as layouts:
        turn_page(reader, -1)
        layouts.look()
    return layouts
