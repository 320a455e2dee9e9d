"""Reading a workspace's folder: everything that is whole, and sentences for what is not."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.collecting import CollectionPause
from reader.language import tr
from reader.workspace.errors import DamagedError, NotAWorkspaceError, reason, shown
from reader.workspace.files.article_file import FOLDER as ARTICLES
from reader.workspace.files.article_file import article_files, read_article
from reader.workspace.files.durable import FileChangedError, make_folder, write_durably
from reader.workspace.files.manifest import changed_sentence, read_manifest
from reader.workspace.journals.compaction import read_compacted, registers_of_all
from reader.workspace.journals.journal import DAMAGED, FOLDER, journals_in
from reader.workspace.journals.journal_writer import mend_tail
from reader.workspace.journals.snapshot import FILE_NAME as SNAPSHOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reader.workspace.files.article_file import FiledArticle
    from reader.workspace.files.entry import Entry
    from reader.workspace.journals.journal import Segment
    from reader.workspace.journals.snapshot import Snapshot
    from reader.workspace.memory.merge import Registers


@dataclass(slots=True)
class Loaded:
    """What a folder holds.

    Attributes:
        articles: By id.
        damaged_articles: Ids whose file is there but cannot be trusted.
        journals: Every writer's segments, without the entries that a snapshot covers.
        snapshots: The snapshots of journals, by writer.
        problems: Sentences for the user.
    """

    articles: dict[str, FiledArticle] = field(default_factory=dict)
    damaged_articles: set[str] = field(default_factory=set)
    journals: dict[str, list[Segment]] = field(default_factory=dict)
    snapshots: dict[str, Snapshot] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def registers(self, entries: Iterable[Entry]) -> Registers:
        """Return what the snapshots and these entries say together, once."""
        return registers_of_all(self.snapshots.values(), entries)


def load(folder: Path, beside: Sequence[Path] = (), *, whole: bool = False) -> Loaded:
    """Read the articles and journals of a workspace; nothing is written.

    Args:
        folder: The workspace.
        beside: Folders that are laid out as it, and hold what could not be written there.
        whole: Whether to read all of every journal, snapshot or not.

    Raises:
        NotAWorkspaceError: If its folders cannot be listed.
    """
    loaded = Loaded()
    try:
        with CollectionPause():
            _load_manifest(folder, loaded)
            for one in (folder, *beside):
                _load_articles(one, loaded, folder)
            for writer, journals in journals_in((folder, *beside)).items():
                _load_journal(writer, journals, loaded, whole=whole)
    except OSError as error:
        msg = tr(
            "The workspace {folder} could not be read ({reason}); make its folders "
            "readable and open it again."
        ).format(folder=folder, reason=reason(error))
        raise NotAWorkspaceError(msg) from error
    return loaded


def _load_journal(writer: str, journals: Sequence[Path], loaded: Loaded, *, whole: bool) -> None:
    read = read_compacted(*journals, whole=whole)
    loaded.journals[writer] = read.segments
    if read.snapshot is not None:
        loaded.snapshots[writer] = read.snapshot
    if read.wrong:
        name = f"{FOLDER}/{journals[0].name}/{SNAPSHOT}"
        loaded.problems.append(
            tr(
                "The snapshot {name} is damaged ({wrong}), so the journal beside it was read "
                "instead; nothing is missing, and there is nothing to do."
            ).format(name=name, wrong=read.wrong)
        )


def _load_manifest(folder: Path, loaded: Loaded) -> None:
    # Who opens the workspace reads it first, and raises what is wrong with it.
    with contextlib.suppress(NotAWorkspaceError):
        if changed := changed_sentence(folder, read_manifest(folder)):
            loaded.problems.append(changed)


def _load_articles(holder: Path, loaded: Loaded, folder: Path) -> None:
    for path in article_files(holder):
        if path.stem in loaded.articles:
            continue
        try:
            filed = loaded.articles[path.stem] = read_article(path)
            if not filed.intact:
                loaded.problems.append(
                    tr(
                        "The text in {path} is as it was brought in, but what stands before it "
                        "(title, script, time) is not as it was written; put the file back from a "
                        "backup."
                    ).format(path=shown(path, folder))
                )
        except DamagedError as error:
            loaded.damaged_articles.add(path.stem)
            loaded.problems.append(
                tr(
                    "The article file {path} is damaged ({error}) and was left as it is; import "
                    "the same text again, or put the file back from a backup, to see it and its "
                    "tags."
                ).format(path=shown(path, folder), error=error)
            )


def mend_own_tail(folder: Path, segments: list[Segment]) -> list[str]:
    """Cut what a crash left half written at the end of our own journal.

    Returns:
        Sentences for the user.
    """
    last = segments[-1]
    try:
        cut = mend_tail(last)
    except (OSError, FileChangedError):
        # The journal goes on in a new segment; what is torn here is never read.
        return []
    if not cut:
        return []
    sentence = tr(
        "The last edit in {path} was cut short when the program stopped; it had not "
        "been reported as saved and was dropped."
    ).format(path=shown(last.path, folder))
    return [sentence]


def report_damage(folder: Path, journals: dict[str, list[Segment]], own: str | None) -> list[str]:
    """Say which lines of journals are damaged, and copy them into our own folder.

    Args:
        folder: The workspace's folder.
        journals: Every writer's segments.
        own: Our writer; ``None`` copies nothing.

    Returns:
        Sentences for the user.
    """
    sentences = []
    for segment in (segment for segments in journals.values() for segment in segments):
        name = shown(segment.path, folder)
        if segment.unreadable:
            sentences.append(
                tr(
                    "The journal {name} could not be read ({unreadable}), so its edits are "
                    "missing; make it readable and open the workspace again."
                ).format(name=name, unreadable=segment.unreadable)
            )
        if segment.damaged:
            kept = _set_aside(folder, segment, own)
            sentences.append(
                tr(
                    "{lines} of the journal {name} cannot be read ({what}){kept}; every other edit "
                    "is here, and a copy of that file from a backup may bring back the rest."
                ).format(lines=_lines(segment), name=name, what=segment.damaged[0].what, kept=kept)
            )
        if segment.forked:
            sentences.append(
                tr(
                    "{edits} others of the same writer, as two copies of Wenmai wrote {name} under "
                    "one name; all of them count, and there is nothing to do."
                ).format(edits=_edits(len(segment.forked)), name=name)
            )
    return sentences


def _edits(number: int) -> str:
    return (
        tr("1 edit has the number of")
        if number == 1
        else tr("{number} edits have the numbers of").format(number=number)
    )


def _lines(segment: Segment) -> str:
    first = segment.damaged[0].number
    if len(segment.damaged) == 1:
        return tr("Line {first}").format(first=first)
    return tr("{count} lines, from line {first} on,").format(
        count=len(segment.damaged), first=first
    )


def _set_aside(folder: Path, segment: Segment, own: str | None) -> str:
    """Copy a segment's damaged lines; return what the sentence says of it."""
    if own is None:
        return ""
    aside = folder / FOLDER / own / DAMAGED
    try:
        make_folder(aside)
        for line in segment.damaged:
            digest = hashlib.sha256(line.content).hexdigest()[:16]
            path = aside / f"{segment.path.parent.name}-{segment.path.stem}-{digest}.txt"
            if not path.exists():
                write_durably(path, line.content)
    except OSError:
        return ""
    return tr(" and was copied to {aside}").format(aside=shown(aside, folder))


def report_adrift(folder: Path, loaded: Loaded, adrift: dict[str, int]) -> list[str]:
    """Say which tags are kept without their article, where no other sentence does."""
    sentences = []
    for article_id, number in sorted(adrift.items()):
        name = f"{ARTICLES}/{article_id}.json"
        if article_id in loaded.articles:
            sentences.append(
                tr(
                    "1 tag quotes words that do not stand in {name}; it is kept in the journal but "
                    "not shown, and “wenmai check” names it."
                ).format(name=name)
                if number == 1
                else tr(
                    "{number} tags quote words that do not stand in {name}; they are kept in the "
                    "journal but not shown, and “wenmai check” names them."
                ).format(number=number, name=name)
            )
        elif article_id not in loaded.damaged_articles:
            sentences.append(
                tr(
                    "1 tag belongs to an article whose file {name} is missing in {folder}; it is "
                    "kept and comes back when the article is imported again."
                ).format(name=name, folder=folder)
                if number == 1
                else tr(
                    "{number} tags belong to an article whose file {name} is missing in {folder}; "
                    "they are kept and come back when the article is imported again."
                ).format(number=number, name=name, folder=folder)
            )
    return sentences
