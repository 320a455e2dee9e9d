"""Open an article: from choosing it to its first paint, against a QTextEdit with the same text.

The index of the tags is built and the structure read within the time; the
workspace was opened before it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.stage import EDITOR, open_workspace
from tests.perf.texts import article_text, tag_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.perf.stage import Reader, Stage


def opening(stage: Stage) -> Iterator[Line]:
    """Measure every size with every number of tags."""
    for length in stage.plan.sizes:
        for tags in stage.plan.tags:
            yield from _case(stage, length, tags)


def _case(stage: Stage, length: int, tags: int) -> list[Line]:
    editor = stage.editor()
    folder = stage.workspace(length, tags)
    opened = [_Opening(reader, folder) for reader in stage.readers()]
    contenders = [Contender(one.reader.name, one.run, one.prepare) for one in opened]
    show = partial(editor.show_text, article_text(length), tag_spans(length, tags))
    contenders.append(Contender(EDITOR, show, finish=editor.clear))
    measured = medians(contenders, stage.plan.repeats)
    names = [one.reader.name for one in opened]
    return lines("open", characters(length, tags), measured, EDITOR, names=names)


class _Opening:
    """One reader that opens one article again and again."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self.reader = reader
        self._folder = folder
        self._article = ""

    def prepare(self) -> None:
        self._article = open_workspace(self.reader, self._folder)

    def run(self) -> None:
        self.reader.session.show_article(self._article)
        self.reader.paint()
