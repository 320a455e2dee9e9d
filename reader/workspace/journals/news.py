"""What others did to a workspace since it was last looked at.

Looking reads only, and may happen on another thread than the workspace's; taking it in
happens there. Only bytes behind the known ends of journals are read. What a journal
does not simply go on with (it is shorter, other, or a synchroniser's copy came to
it) is rare, and has everything read anew.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.workspace.errors import DamagedError, NotAWorkspaceError
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.article_file import article_path, read_article
from reader.workspace.files.conflict_copies import copied_number, segment_number
from reader.workspace.files.manifest import FILE_NAME, read_manifest
from reader.workspace.journals.journal import journals_in, read_segment, signature_of, sum_before
from reader.workspace.journals.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from reader.annotation.tag_set import TagSet
    from reader.workspace.files.article_file import FiledArticle
    from reader.workspace.files.entry import Entry
    from reader.workspace.journals.journal import Segment, Signature
    from reader.workspace.journals.loading import Loaded
    from reader.workspace.journals.own_journal import OwnJournal


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of a segment was taken in.

    Attributes:
        signature: The file's state then.
        length: Its bytes up to the end of the last line that was whole.
        last: The sum of that line.
        damaged: The lines before that which could not be read.
    """

    signature: Signature
    length: int
    last: bytes
    damaged: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, segment: Segment, before: Mark | None = None) -> Mark:
        """Return how much of a segment was read, behind what was taken in before."""
        damaged = tuple(line.content for line in segment.damaged)
        damaged = (before.damaged if before else ()) + damaged
        return cls(segment.signature, segment.length, segment.last, damaged)


@dataclass(frozen=True, slots=True)
class Known:
    """How much of a workspace was taken in.

    Attributes:
        segments: Of each segment, and of each copy of one.
        seqs: The highest number of an entry, by writer.
        articles: Ids of the articles whose files were there.
        manifest: The state of ``workspace.json``.
    """

    segments: Mapping[Path, Mark] = field(default_factory=dict)
    seqs: Mapping[str, int] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    manifest: Signature = (0, 0, 0)

    @classmethod
    def of(cls, loaded: Loaded, manifest: Signature) -> Known:
        """Return how much was loaded."""
        return cls(
            {
                segment.path: Mark.of(segment)
                for segments in loaded.journals.values()
                for segment in segments
            },
            {
                writer: max((part.highest for part in segments), default=0)
                for writer, segments in loaded.journals.items()
            },
            frozenset(loaded.articles),
            manifest,
        )


@dataclass(frozen=True, slots=True)
class News:
    """What others did; false where that is nothing.

    Attributes:
        base: What was known before.
        known: What is known with it.
        entries: What they wrote.
        articles: What they brought in.
        gone: Ids of articles whose files are there no longer.
        tag_set: The kinds of tag, where they changed.
        whole: All that the workspace holds, where more happened than that journals went on.
        own: Whether our own journal seems to be changed by somebody else.
    """

    base: Known
    known: Known
    entries: tuple[Entry, ...] = ()
    articles: tuple[FiledArticle, ...] = ()
    gone: frozenset[str] = frozenset()
    tag_set: TagSet | None = None
    whole: Loaded | None = None
    own: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to take in."""
        return bool(
            self.entries or self.articles or self.gone or self.tag_set or self.whole or self.own
        )


class _MoreHappenedError(Exception):
    """A journal did not simply go on."""


class Lookout:
    """Looks at a workspace's files from time to time.

    Attributes:
        known: What the workspace has taken in; only its own thread changes that.
    """

    def __init__(
        self,
        folder: Path,
        workspace_id: str,
        overlays: Callable[[], Sequence[Path]],
        own: Callable[[], OwnJournal | None],
        known: Known,
    ) -> None:
        """Look at ``folder`` and what lies beside it, leaving out what we write ourselves."""
        self._folder = folder
        self._id = workspace_id
        self._overlays = overlays
        self._own = own
        self.known = known
        # What may be in the middle of being written is looked at twice.
        self._doubtful: dict[Path, Signature] = {}
        self._missing: frozenset[str] = frozenset()

    def look(self, *, whole: bool = False) -> News:
        """Return what others did since; reads only.

        Args:
            whole: Whether to read everything anew.
        """
        base = self.known
        try:
            manifest = signature_of((self._folder / FILE_NAME).stat())
            if manifest != base.manifest and read_manifest(self._folder).id != self._id:
                # Another workspace lies where ours was.
                return News(base, base)
            return self._read_anew(base, manifest) if whole else self._look(base, manifest)
        except (OSError, NotAWorkspaceError):
            # The folder is away for a moment, as a network drive can be.
            return News(base, base)

    def _look(self, base: Known, manifest: Signature) -> News:
        segments, seqs = dict(base.segments), dict(base.seqs)
        entries: list[Entry] = []
        own = False
        try:
            for path, writer in self._files():
                if self._is_own(path, writer):
                    own = own or self._is_changed(path)
                    continue
                segment = self._grown(path, writer, base)
                if segment is not None:
                    entries += _in_order(segment, seqs)
                    segments[path] = Mark.of(segment, base.segments.get(path))
        except _MoreHappenedError:
            return self._read_anew(base, manifest)
        articles, gone = self._articles(base)
        tag_set = None if manifest == base.manifest else read_manifest(self._folder).tag_set
        here = (base.articles | {one.article.id for one in articles}) - gone
        return News(
            base,
            Known(segments, seqs, here, manifest),
            tuple(entries),
            tuple(articles),
            gone,
            tag_set,
            own=own,
        )

    def _read_anew(self, base: Known, manifest: Signature) -> News:
        loaded = load(self._folder, self._overlays(), whole=True)
        known = Known.of(loaded, manifest)
        kept = replace(known, articles=known.articles | base.articles)
        tag_set = read_manifest(self._folder).tag_set
        return News(base, kept, tag_set=tag_set, whole=loaded)

    def _files(self) -> Iterator[tuple[Path, str]]:
        folders = (self._folder, *self._overlays())
        for writer, journals in journals_in(folders).items():
            for journal in journals:
                with os.scandir(journal) as files:
                    names = [file.name for file in files]
                for name in sorted(names):
                    if segment_number(name) is not None or copied_number(name) is not None:
                        yield journal / name, writer

    def _is_own(self, path: Path, writer: str) -> bool:
        own = self._own()
        return own is not None and writer == own.id and segment_number(path.name) is not None

    def _is_changed(self, path: Path) -> bool:
        """Return whether a segment of ours is not as we left it."""
        own = self._own()
        if own is None or path != own.path:
            return own is not None and path not in own.paths
        return not own.is_as_left()

    def _grown(self, path: Path, writer: str, base: Known) -> Segment | None:
        """Return what was added to a segment; ``None`` where that is nothing, or not yet whole."""
        mark = base.segments.get(path)
        signature = signature_of(path.stat())
        if mark is not None and mark.signature == signature:
            return None
        if segment_number(path.name) is None:
            raise _MoreHappenedError
        start = mark.length if mark else 0
        if mark and (signature[0] < start or sum_before(path, start) != mark.last):
            raise _MoreHappenedError
        if mark and _is_mended(path, writer, mark):
            raise _MoreHappenedError
        segment = read_segment(path, writer, start)
        if segment.unreadable:
            return None
        if segment.damaged and self._doubtful.get(path) != signature:
            self._doubtful[path] = signature
            return None
        segment.last = segment.last or (mark.last if mark else b"")
        return segment if segment.length > start else None

    def _articles(self, base: Known) -> tuple[list[FiledArticle], frozenset[str]]:
        there: dict[str, Path] = {}
        for folder in (self._folder, *self._overlays()):
            inside = folder / ARTICLES
            if inside.is_dir():
                with os.scandir(inside) as files:
                    names = [file.name for file in files]
                ids = (name[:-5] for name in names if name.endswith(".json") and name[0] != ".")
                there |= {one: article_path(folder, one) for one in ids if one not in there}
        new = [
            filed for one in there.keys() - base.articles if (filed := self._article(there[one]))
        ]
        missing = base.articles - there.keys()
        gone, self._missing = missing & self._missing, missing
        return sorted(new, key=lambda one: one.order), gone

    def _article(self, path: Path) -> FiledArticle | None:
        signature = signature_of(path.stat())
        if self._doubtful.get(path) == signature:
            return None
        try:
            filed = read_article(path)
        except DamagedError:
            # It may not be whole yet.
            self._doubtful[path] = signature
            return None
        self._doubtful.pop(path, None)
        return filed


def _is_mended(path: Path, writer: str, mark: Mark) -> bool:
    """Return whether lines that could not be read are others now.

    A synchroniser may have brought what stands behind a hole before what fills it.
    """
    if not mark.damaged:
        return False
    damaged = [line.content for line in read_segment(path, writer).damaged]
    return tuple(damaged[: len(mark.damaged)]) != mark.damaged


def _in_order(segment: Segment, seqs: dict[str, int]) -> list[Entry]:
    """Return a segment's entries, of which each must come behind those that are known."""
    last = seqs.get(segment.writer, 0)
    for entry in segment.entries:
        if entry.seq <= last:
            raise _MoreHappenedError
        last = entry.seq
    seqs[segment.writer] = last
    return segment.entries
