"""Jump to the last tag of an article, against a QTextEdit that does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.perf.measure import Contender, Line, characters, lines, medians
from tests.perf.stage import EDITOR, show_again
from tests.perf.texts import article_text, tag_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.text.span import Span
    from tests.perf.plain_editor import PlainEditor
    from tests.perf.stage import Reader, Stage


def jumping(stage: Stage) -> Iterator[Line]:
    """Measure the first jump after opening, and a later one."""
    for length in stage.plan.sizes:
        yield from _case(stage, length, again=False)
        yield from _case(stage, length, again=True)


def _case(stage: Stage, length: int, *, again: bool) -> list[Line]:
    tags = length // 100
    editor = stage.editor()
    folder = stage.workspace(length, tags)
    jumps = [_Jump(reader, folder, again=again) for reader in stage.readers()]
    contenders = [Contender(one.reader.name, one.run, one.prepare) for one in jumps]
    text, spans = article_text(length), tag_spans(length, tags)
    prepare = partial(_prepare_editor, editor, text, spans, again=again)
    contenders.append(Contender(EDITOR, partial(editor.jump, spans[-1]), prepare, editor.clear))
    measured = medians(contenders, stage.plan.repeats)
    names = [one.reader.name for one in jumps]
    case = f"{'again' if again else 'first'}, {characters(length, tags)}"
    return lines("jump", case, measured, EDITOR, names=names)


def _prepare_editor(editor: PlainEditor, text: str, spans: list[Span], *, again: bool) -> None:
    editor.show_text(text, spans)
    if again:
        editor.jump(spans[-1])
        editor.jump(spans[0])


class _Jump:
    """One reader that jumps to the last tag of one article again and again."""

    def __init__(self, reader: Reader, folder: Path, *, again: bool) -> None:
        self.reader = reader
        self._folder = folder
        self._again = again
        self._first_id = self._last_id = ""

    def prepare(self) -> None:
        show_again(self.reader, self._folder)
        session = self.reader.session
        assert session.workspace is not None
        assert session.article is not None
        tags = session.workspace.index(session.article.id).in_order()
        self._first_id, self._last_id = tags[0].id, tags[-1].id
        if self._again:
            self.run()
            session.choose_annotation(self._first_id)
            self.reader.paint()

    def run(self) -> None:
        self.reader.session.choose_annotation(self._last_id)
        self.reader.paint()
