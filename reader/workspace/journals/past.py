"""The past of a workspace: every operation of every writer, in the order of their times.

The journals themselves are read, as snapshots hold only what came of them. What is kept of an
operation is what a list shows and a filter asks for; the rest stays in its line until
somebody wants it. Everything here only reads, and may happen on any thread.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reader.annotation.operation import (
    DESCRIBED,
    AnnotationEdit,
    ArticleEdit,
    KindEdit,
    VerdictEdit,
)
from reader.text.search import search_pattern
from reader.workspace.errors import DamagedError
from reader.workspace.files.conflict_copies import copied_number, segment_number
from reader.workspace.files.entry import Entry
from reader.workspace.journals.journal import journals_in, signature_of, sum_before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.annotation.operation import Edit
    from reader.workspace.journals.journal import Signature

_OFTEN = 1 << 16
"""Bytes between two reports of how far the reading is."""


class Step(msgspec.Struct, frozen=True, gc=False):
    """One operation, as its line in a journal says.

    Attributes:
        time: When it was made, UTC in ISO 8601.
        clock: Lamport's, which decides between two of one time.
        writer: Whose journal it stands in.
        seq: Its number there.
        sum: The sum of its line.
        author: Who made it.
        label: What was done.
        reverts: ``undo`` or ``redo``; empty where it is neither.
        articles: Ids of the articles that it is about.
        tags: Ids of the tags.
        kind: The kind of the first tag; empty where there is none.
        start: Where the first tag stands, in code points of the source.
        end: Where it ends.
        texts: Words of everything it is about, set apart by NUL: first the quote of the first
            tag, the title of the first article, the first correction or the first kind of tag.
        path: The file that it was read in.
        offset: Where its line begins there, in bytes.
        length: How long its line is, in bytes, with its end.
        refuses: The sums of lines that were refused before it and do not count.
    """

    time: str
    clock: int
    writer: str
    seq: int
    sum: str
    author: str
    label: str
    reverts: str
    articles: tuple[str, ...]
    tags: tuple[str, ...]
    kind: str
    start: int
    end: int
    texts: str
    path: str
    offset: int
    length: int
    refuses: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, str, int, str]:
        """Sort key: the later one is greater."""
        return self.time, self.clock, self.writer, self.seq, self.sum

    @property
    def words(self) -> str:
        """What its first tag quotes, or what else it is about."""
        return self.texts.partition("\0")[0]


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of a file was read.

    Attributes:
        signature: The file's state then.
        length: Its bytes, up to the end of the last whole line.
        last: The sum of that line.
    """

    signature: Signature
    length: int
    last: bytes


@dataclass(frozen=True, slots=True)
class Known:
    """How much of a past was read.

    Attributes:
        files: Of each file.
        seqs: The highest number of an operation, by writer.
    """

    files: Mapping[Path, Mark] = field(default_factory=dict)
    seqs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading.

    Attributes:
        steps: What was read, the earliest first.
        known: How much is read now, to go on from.
        whole: Whether these are all steps, rather than those that were added.
    """

    steps: list[Step]
    known: Known
    whole: bool


@dataclass(frozen=True, slots=True)
class PastFilter:
    """Which steps are shown: those that fit every part.

    Attributes:
        article: An article's id; empty lets all through.
        tag: A tag's id, likewise.
        author: Who made it, likewise.
        text: Words of a quote, note, attribute or title, in any script, width and case.
    """

    article: str = ""
    tag: str = ""
    author: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        """Whether it may keep a step from being shown."""
        return bool(self.article or self.tag or self.author or self.text)

    def fitting(self, steps: Iterable[Step]) -> list[Step]:
        """Return the steps that fit, in the order given."""
        pattern = search_pattern(self.text)
        return [
            step
            for step in steps
            if (not self.author or step.author == self.author)
            and (not self.article or self.article in step.articles)
            and (not self.tag or self.tag in step.tags)
            and (not self.text or pattern.search(step.texts) is not None)
        ]


@dataclass(frozen=True, slots=True)
class _File:
    """A segment, or a synchroniser's copy of one."""

    path: Path
    writer: str
    number: int
    copy: bool
    signature: Signature


class _OtherwiseError(Exception):
    """The files do not simply go on from where they were."""


def ignore(_done: int, _total: int) -> None:
    """Follow no progress."""


def read_past(
    folders: Sequence[Path],
    since: Known | None = None,
    step: Callable[[int, int], None] = ignore,
) -> Reading:
    """Read what a workspace's journals say was done.

    Args:
        folders: The workspace, and what lies beside it with journals of its own.
        since: How much is known; only what was added is read then, where that can be told.
        step: Called with the bytes read and the bytes there are; what it raises ends the reading.

    Raises:
        OSError: If a folder cannot be listed. A file that cannot be read is passed over.
    """
    files = _files(folders)
    if since is not None:
        try:
            return _read_on(files, since, step)
        except _OtherwiseError:
            pass
    return _read_all(files, step)


def entry_at(step: Step) -> Entry | None:
    """Return all that a step's line says; ``None`` where it is there no longer."""
    try:
        with Path(step.path).open("rb") as lines:
            lines.seek(step.offset)
            entry = Entry.from_line(step.writer, lines.read(step.length).rstrip(b"\r\n"))
    except (OSError, DamagedError):
        return None
    return entry if entry.sum == step.sum else None


def _files(folders: Sequence[Path]) -> list[_File]:
    found = []
    for writer, journals in journals_in(folders).items():
        for path in sorted(path for journal in journals for path in journal.iterdir()):
            number = segment_number(path.name)
            number, copy = (number, False) if number else (copied_number(path.name), True)
            if number is not None:
                found.append(_File(path, writer, number, copy, signature_of(path.stat())))
    return sorted(found, key=lambda one: (one.writer, one.copy, one.number))


def _read_all(files: Sequence[_File], step: Callable[[int, int], None]) -> Reading:
    progress = _Progress(sum(file.signature[0] for file in files), step)
    marks: dict[Path, Mark] = {}
    seqs: dict[str, int] = {}
    journals: list[list[Step]] = []
    for writer, group in groupby(files, key=lambda one: one.writer):
        parts = []
        for file in group:
            steps, marks[file.path] = _read(file, 0, b"", progress)
            parts.append((file, steps))
        counted = _counted(parts)
        seqs[writer] = max((one.seq for one in counted), default=0)
        journals.append(sorted(counted, key=_order))
    return Reading(list(merge(*journals, key=_order)), Known(marks, seqs), whole=True)


def _read_on(files: Sequence[_File], since: Known, step: Callable[[int, int], None]) -> Reading:
    """Read what was added.

    Raises:
        _OtherwiseError: If anything else happened.
    """
    marks, seqs = dict(since.files), dict(since.seqs)
    if marks.keys() - {file.path for file in files}:
        raise _OtherwiseError
    seen = {path: mark.signature for path, mark in marks.items()}
    changed = [file for file in files if seen.get(file.path) != file.signature]
    progress = _Progress(sum(file.signature[0] for file in changed), step)
    added: list[Step] = []
    for file in changed:
        mark = marks.get(file.path, Mark((0, 0, 0), 0, b""))
        if file.copy or not _goes_on(file, mark):
            raise _OtherwiseError
        steps, marks[file.path] = _read(file, mark.length, mark.last, progress)
        for one in steps:
            if one.seq <= seqs.get(file.writer, 0):
                raise _OtherwiseError
            seqs[file.writer] = one.seq
        added += steps
    return Reading(sorted(added, key=_order), Known(marks, seqs), whole=False)


def _goes_on(file: _File, mark: Mark) -> bool:
    """Return whether a file still begins with what was read of it."""
    try:
        return file.signature[0] >= mark.length and sum_before(file.path, mark.length) == mark.last
    except OSError:
        return False


def _order(step: Step) -> tuple[str, int, str, int, str]:
    return step.order


class _Progress:
    """Tells now and then how far the reading is."""

    def __init__(self, total: int, step: Callable[[int, int], None]) -> None:
        self._total = total
        self._step = step
        self._done = self._told = 0

    def add(self, count: int) -> None:
        self._done += count
        if self._done - self._told >= _OFTEN:
            self._told = self._done
            self._step(self._done, self._total)


def _read(file: _File, start: int, last: bytes, progress: _Progress) -> tuple[list[Step], Mark]:
    """Read the steps of a file from some byte on, and how far that goes."""
    steps: list[Step] = []
    offset = start
    try:
        with file.path.open("rb") as lines:
            lines.seek(start)
            for line in lines:
                progress.add(len(line))
                content = line.rstrip(b"\r\n")
                entry = _entry(file.writer, content)
                if entry is None and not line.endswith(b"\n"):
                    # Somebody is writing it, or was killed.
                    break
                if entry is not None:
                    steps.append(_step(entry, file.path, offset, len(line)))
                offset += len(line)
                last = content[8:24] or last
    except OSError:
        # Opening the workspace has named it.
        pass
    return steps, Mark(file.signature, offset, last)


def _entry(writer: str, content: bytes) -> Entry | None:
    try:
        return Entry.from_line(writer, content)
    except DamagedError:
        return None


def _counted(parts: Sequence[tuple[_File, list[Step]]]) -> list[Step]:
    """Return what counts of a writer's files: nothing that was refused, nothing twice."""
    refused = {one for _, steps in parts for step in steps for one in step.refuses}
    kept: dict[tuple[int, str], Step] = {}
    for _, steps in parts:
        for step in steps:
            if step.sum not in refused:
                kept.setdefault((step.seq, step.sum), step)
    return list(kept.values())


def _step(entry: Entry, path: Path, offset: int, length: int) -> Step:
    """Return what is kept of an entry; equal words are kept once."""
    articles: dict[str, None] = {}
    texts: dict[str, None] = {}
    edits = entry.operation.edits
    for edit in edits:
        articles.update((sys.intern(one), None) for one in _articles(edit))
        texts.update((one, None) for one in _texts(edit))
    tags = [edit for edit in edits if isinstance(edit, AnnotationEdit)]
    first = (tags[0].after or tags[0].before) if tags else None
    return Step(
        time=entry.time,
        clock=entry.clock,
        writer=sys.intern(entry.writer),
        seq=entry.seq,
        sum=entry.sum,
        author=sys.intern(entry.author),
        label=sys.intern(entry.operation.label),
        reverts=entry.reverts.direction if entry.reverts else "",
        articles=tuple(articles),
        tags=tuple(edit.id for edit in tags),
        kind=sys.intern(first.kind) if first else "",
        start=first.span.start if first else 0,
        end=first.span.end if first else 0,
        texts="\0".join(texts),
        path=sys.intern(str(path)),
        offset=offset,
        length=length,
        refuses=entry.refuses,
    )


def _articles(edit: Edit) -> Iterator[str]:
    if isinstance(edit, AnnotationEdit):
        yield from (side.article for side in (edit.after, edit.before) if side is not None)
    elif isinstance(edit, ArticleEdit):
        yield edit.article
    elif isinstance(edit, VerdictEdit):
        yield edit.key[0]


def _texts(edit: Edit) -> Iterator[str]:
    if isinstance(edit, AnnotationEdit):
        for tag in (edit.after, edit.before):
            if tag is not None:
                yield from (
                    tag.quote,
                    *filter(None, (tag.note, *map(str, tag.attributes.values()))),
                )
    elif isinstance(edit, ArticleEdit):
        yield from (edit.after.title, edit.before.title)
        changed = edit.changes.keys() & set(DESCRIBED)
        for details in (edit.after, edit.before):
            yield from (said for name, said in details.described.items() if name in changed)
    elif isinstance(edit, KindEdit):
        yield from (one.label for one in (edit.after, edit.before) if one)
    elif isinstance(edit, VerdictEdit):
        yield from (one.words for one in (edit.after, edit.before) if one)
    else:
        yield from (f"{one.words} → {one.shown}" for one in (edit.after, edit.before) if one)
