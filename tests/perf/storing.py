"""Keeping tags, against SQLite: an edit, many edits as one, opening, memory.

SQLite writes as safely as the journal does (WAL, ``synchronous=FULL``), on the same disk and in the
same run. It holds a row for each article with its text and a row for each tag with what the tag's
object in the journal has, the attributes as JSON. It gets its rows ready made, has no second index
and keeps no history, so it does the least that a program could ask of it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sqlite3
import tracemalloc
from collections import defaultdict
from dataclasses import replace
from functools import partial
from itertools import islice
from statistics import median, quantiles
from time import perf_counter_ns
from typing import TYPE_CHECKING

import msgspec

from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.article import Article
from reader.workspace import Workspace
from reader.workspace.files.entry import Entry
from reader.workspace.journals.compaction import compact, read_compacted
from tests.perf.measure import Contender, Line, medians
from tests.perf.texts import article_text, tagging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.annotation.annotation import Annotation
    from tests.perf.stage import Stage

_STORE, _ROWS = "store", "SQLite, rows by article"
_LENGTH, _STEP = 6_000, 200

_TABLES = """
CREATE TABLE article (id TEXT PRIMARY KEY, title TEXT, script TEXT, sha256 TEXT, imported TEXT,
                      metadata TEXT, text TEXT);
CREATE TABLE tag (id TEXT PRIMARY KEY, article TEXT, start INTEGER, "end" INTEGER, quote TEXT,
                  prefix TEXT, suffix TEXT, kind TEXT, attributes TEXT, note TEXT, author TEXT,
                  created TEXT, modified TEXT);
"""
_PUT_ARTICLE = "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)"
_PUT_TAG = "INSERT INTO tag VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_IMPORTED = "2026-11-01T08:00:00.000000Z"

Row = tuple[object, ...]


def storing(stage: Stage) -> Iterator[Line]:
    """Measure with few tags and with many."""
    few, many = (_Shelves(stage, *size) for size in stage.plan.stored)
    yield from _opening(many, stage.plan.repeats)
    yield from _memory(many)
    yield from _editing(few, many, stage.plan.edits)
    yield from _accepting(many, stage.plan.accepted, stage.plan.repeats)


class _Shelves:
    """The same articles and tags, in a workspace and in a database."""

    def __init__(self, stage: Stage, articles: int, tags: int) -> None:
        self.case = f"{tags:,} tags, {articles:,} articles"
        self.tags = tags
        self._state = stage.folder / "state"
        self._folder = stage.folder / f"store-{articles}-{tags}"
        self._database = stage.folder / f"store-{articles}-{tags}.sqlite"
        self.articles = [Article.from_text(text) for text in _texts(articles)]
        self._made = 0
        made = self.new_tags(tags)
        with self.open(new=True) as workspace:
            for article in self.articles:
                workspace.add_article(article)
        self._write_journal(made)
        with self.connect() as database, database:
            database.executescript(_TABLES)
            database.executemany(_PUT_ARTICLE, map(_article_row, self.articles))
            database.executemany(_PUT_TAG, map(_tag_row, made))

    def _write_journal(self, tags: Iterable[Annotation]) -> None:
        """Write what a tag at a time leaves on disk, without its hundred thousand fsyncs."""
        writer = "benchmarks"
        journal = self._folder / "annotations" / writer
        journal.mkdir(parents=True)
        with (journal / "0001.jsonl").open("wb") as lines:
            for number, tag in enumerate(tags, 1):
                entry = Entry(
                    writer, number, number, tag.created, tag.author, None, tagging_of(tag)
                )
                lines.write(entry.to_line())
        assert compact(journal, read_compacted(journal))

    def open(self, *, new: bool = False) -> Workspace:
        open_ = Workspace.create if new else Workspace.open
        return open_(self._folder, author="benchmark", state=self._state)

    @contextlib.contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._database)
        try:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=FULL")
            yield database
        finally:
            database.close()

    def new_tags(self, count: int) -> list[Annotation]:
        """Return tags that are in neither yet, spread over all articles."""
        each = -(-count // len(self.articles))
        made = [
            edit.after
            for article in self.articles
            for operation in tagging(article.id, article.text, each)
            for edit in operation.edits
            if isinstance(edit, AnnotationEdit) and edit.after
        ]
        self._made += 1
        return [
            replace(tag, id=f"{self._made:08x}{number:08x}")
            for number, tag in enumerate(islice(made, count))
        ]

    def forget(self) -> None:
        """Have the system forget what the files hold, so that they are read from the disk."""
        files = [self._database, *(path for path in self._folder.rglob("*") if path.is_file())]
        for path in files if hasattr(os, "posix_fadvise") else ():
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def _texts(count: int) -> Iterator[str]:
    """Yield different texts, about as long as the articles of the genre."""
    source = article_text(_LENGTH + count * _STEP)
    for number in range(count):
        yield source[number * _STEP :][:_LENGTH]


def tagging_of(*tags: Annotation) -> Operation:
    """Return the operation that makes tags."""
    return Operation("Tag", tuple(AnnotationEdit(None, tag) for tag in tags))


def _article_row(article: Article) -> Row:
    metadata = json.dumps(dict(article.metadata))
    name, script = article.title, article.script.value
    return article.id, name, script, article.sha256, _IMPORTED, metadata, article.text


def _tag_row(tag: Annotation) -> Row:
    held = tag.to_json()
    held["attributes"] = json.dumps(held["attributes"], ensure_ascii=False)
    return tuple(held.values())


# Opening


def _opening(many: _Shelves, repeats: int) -> Iterator[Line]:
    """Open with nothing in memory, as far as a program can use what it gets."""
    held: list[Workspace] = []

    def all_tags() -> None:
        held.append(many.open())
        assert len(list(held[0].annotations.values())) >= many.tags

    def close() -> None:
        while held:
            held.pop().close()

    measured = medians(
        (
            Contender(_STORE, lambda: held.append(many.open()), many.forget, close),
            Contender(_ROWS, partial(_load, many), many.forget),
            Contender("all", all_tags, many.forget, close),
        ),
        repeats,
    )
    for what, name in (("open", _STORE), ("open, use all", "all")):
        yield Line("store", _STORE, f"{what}, {many.case}", measured[name], _ROWS, measured[_ROWS])


def _load(many: _Shelves) -> object:
    """Load what a workspace holds: articles by id, each with its tags by id, attributes parsed.

    A tag stays the row that SQLite makes; its attributes are a dictionary, since a text of JSON
    would be of no use.
    """
    with many.connect() as database:
        articles = {row[0]: row for row in database.execute("SELECT * FROM article")}
        tags: defaultdict[str, dict[str, Row]] = defaultdict(dict)
        parse = msgspec.json.Decoder().decode
        for row in database.execute("SELECT * FROM tag"):
            tags[row[1]][row[0]] = row, parse(row[8])
    return articles, tags


def _memory(many: _Shelves) -> Iterator[Line]:
    """Weigh an open workspace, as it is opened and once every tag was used."""
    gc.collect()
    tracemalloc.start()
    try:
        rows = _load(many)
        gc.collect()
        baseline = tracemalloc.get_traced_memory()[0]
        del rows
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        with many.open() as workspace:
            gc.collect()
            opened = tracemalloc.get_traced_memory()[0] - before
            assert len(list(workspace.annotations.values())) >= many.tags
            gc.collect()
            used = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    for what, value in (("opened", opened), ("all used", used)):
        yield Line(
            "store",
            _STORE,
            f"memory, {what}, {many.case}",
            value / 1e6,
            _ROWS,
            baseline / 1e6,
            "MB",
        )


# Editing


def _editing(few: _Shelves, many: _Shelves, edits: int) -> Iterator[Line]:
    """Make tags, each alone, turn by turn; from the call to when it is on disk."""
    times: dict[str, list[int]] = {"few": [], "many": [], "commit": []}
    with few.open() as small, many.open() as large, many.connect() as database:
        for small_tag, large_tag in zip(few.new_tags(edits), many.new_tags(edits), strict=True):
            makers: dict[str, Callable[[], object]] = {
                "few": partial(small.apply, tagging_of(small_tag)),
                "many": partial(large.apply, tagging_of(large_tag)),
                "commit": partial(_commit, database, [_tag_row(large_tag)]),
            }
            for name, make in makers.items():
                start = perf_counter_ns()
                make()
                times[name].append(perf_counter_ns() - start)
    against = (
        ("few", few.case, "commit", "SQLite, one commit"),
        ("many", many.case, "commit", "SQLite, one commit"),
        ("many", many.case, "few", f"with {few.case}"),
    )
    figures: tuple[Callable[[Sequence[int]], float], ...] = (_p95, median)
    for at in figures:
        for name, case, baseline, called in against:
            case = f"edit, {at.__name__.strip('_')} of {edits:,}, {case}"
            value, base = (at(times[one]) / 1e6 for one in (name, baseline))
            yield Line("store", _STORE, case, value, called, base)


def _p95(times: Sequence[int]) -> float:
    return quantiles(times, n=20)[-1]


def _commit(database: sqlite3.Connection, rows: Sequence[Row]) -> None:
    with database:
        database.executemany(_PUT_TAG, rows)


def _accepting(many: _Shelves, accepted: int, repeats: int) -> Iterator[Line]:
    """Make many tags as one step, which undo takes back again."""
    with many.open() as workspace, many.connect() as database:
        operation = tagging_of(*many.new_tags(accepted))
        rows = [_tag_row(tag) for tag in many.new_tags(accepted)]
        called = f"SQLite, one commit of {accepted:,}"

        def take_back() -> None:
            with database:
                database.executemany("DELETE FROM tag WHERE id = ?", [(row[0],) for row in rows])

        measured = medians(
            (
                Contender(_STORE, partial(workspace.apply, operation), finish=workspace.undo),
                Contender(called, partial(_commit, database, rows), finish=take_back),
            ),
            repeats,
        )
        case = f"accept {accepted:,} tags, {many.case}"
        yield Line("store", _STORE, case, measured[_STORE], called, measured[called])
