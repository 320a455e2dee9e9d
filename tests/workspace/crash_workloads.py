"""The workloads: fifty operations and more, on disks that fail and in processes that are killed."""

from __future__ import annotations

import datetime
import errno
import os
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from unittest import mock

from reader.annotation.operation import Operation
from reader.annotation.tag_set import TagKind
from reader.suggest.suggestion import Suggestion
from reader.text.article import Article
from reader.text.glossary import Correction
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.workspace import Workspace, editing, judging, user_glossary
from reader.workspace.backups import rotation
from reader.workspace.backups.restoring import restore
from reader.workspace.backups.rotation import back_up_daily
from reader.workspace.checks.repair import repair
from reader.workspace.journals.compaction import compact, read_compacted
from reader.workspace.replacing import orphans, reattach, replace_article
from tests.workspace.crash_work import ARTICLES, LONG, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACE: Final = TagKind("place", "Place", "#8a4a9e", "4")
SEATS: Final = Correction("讲座", "講席", frozenset())
CLOUD: Final = Correction("云", "雲", frozenset([Script.TAIWAN]))


def days_of_work(work: Work) -> None:
    work.create()
    first, second = work.bring_in(0), work.bring_in(1)
    tags = [work.tag(0, start) for start in range(8)]
    work.do(editing.move(work.window, tags[0], Span(3, 6)))
    work.do(editing.describe(work.window, tags[1], attributes={"value": 12, "unit": "场"}))
    work.do(editing.describe(work.window, tags[2], kind="honour", note="看不清"))
    work.do(editing.untag(work.window, tags[3:5]))
    for _ in range(3):
        work.undo()
    work.redo()
    bulk = [editing.tag(work.window, second, Span(one, one + 1), "metric") for one in range(10)]
    work.do(Operation("Accept all", tuple(edit for one in bulk for edit in one.edits)))
    work.undo()
    work.redo()
    work.do(editing.retitle(work.window, first, "改过的题目"))
    work.do(editing.set_script(work.window, second, SourceScript.TRADITIONAL))
    work.reopen()
    work.undo()
    work.do(editing.correct(work.window, SEATS))
    work.do(editing.correct(work.window, CLOUD))
    work.do(editing.uncorrect(work.window, work.window.glossary.entries[:1]))
    work.undo()
    work.do(editing.put_kind(work.window, PLACE))
    work.do(editing.arrange_kinds(work.window, ["place", "honour"]))
    work.do(editing.remove_kind(work.window, "metric", "place"))
    work.undo()
    work.do(editing.put_kind(work.window, replace(PLACE, label="地点", parent="metric")))
    some = [Suggestion(Span(one, one + 2), "honour", {}, 0.5, "", "r") for one in range(3)]
    work.do(judging.accept(work.window, second, some))
    work.do(judging.reject(work.window, second, some[1:]))
    work.undo()
    work.undo()
    work.redo()
    work.do(judging.forget(work.window))
    work.do(editing.remove_article(work.window, first))
    work.tag(1, 3)
    work.bring_in(0)
    for number in (2, 3, 4):
        work.bring_in(number)
        work.tag(number, 1)
    work.reopen()
    for start in range(6):
        work.tag(2, start)
        if start % 2:
            work.undo()
    work.redo()
    work.do(editing.untag(work.window, list(work.window.annotations)))
    work.close()


def a_failing_disk(work: Work) -> None:
    work.create()
    work.bring_in(0)
    for failing in ({"write": errno.ENOSPC}, {"write": 0}, {"fsync": errno.EIO}):
        with work.failing(failing, once=True):
            work.tag(0, 0)
    with work.failing({"fsync": errno.EIO, "ftruncate": errno.EIO}, settled=False):
        work.tag(0, 0)
    work.tag(0, 1)
    for failing in ({"write": 0}, {"fsync": errno.EIO}):
        with work.failing(failing, once=True):
            work.tag(0, 2)
        work.tag(0, 2)
    with work.failing({"write": 0, "ftruncate": errno.EIO}):
        work.undo()
    work.undo()
    for failing in ({"rename": errno.EIO}, {"open": errno.EMFILE}, {"fsync": errno.EIO}):
        with work.failing(failing, once=True):
            work.bring_in(1)
    work.bring_in(1)
    with work.failing({"fsync": errno.EIO}, once=True):
        work.do(editing.correct(work.window, SEATS))
    work.do(editing.correct(work.window, SEATS))
    with work.failing({"rename": errno.EIO}, once=True):
        work.do(editing.put_kind(work.window, PLACE))
    work.do(editing.put_kind(work.window, PLACE))
    work.reopen()
    work.tag(1, 3)
    work.close()


def an_edit_after_a_doubtful_one(work: Work) -> None:
    """A process is killed after a line was refused that may be on disk; the next goes on there."""
    work.create()
    work.bring_in(0)
    work.tag(0, 0)
    with work.failing({"fsync": errno.EIO, "ftruncate": errno.EIO}, settled=False):
        work.tag(0, 1)
    work.die()
    work.reopen()
    work.tag(0, 2)
    work.close()


def an_import_tried_again(work: Work) -> None:
    work.create()
    with work.failing({"fsync of a folder": errno.EIO}, settled=False, once=True):
        work.bring_in(0)
    work.bring_in(0)
    work.tag(0, 1)
    work.close()


def kills(work: Work) -> None:
    work.ready(0)
    work.killed(lambda: work.tag(0, 0))
    work.killed(lambda: work.tag(0, 1))
    work.killed(lambda: work.ready(1))
    work.tag(1, 1)
    work.killed(work.undo)
    work.killed(lambda: work.do(editing.correct(work.window, SEATS)))
    work.killed(lambda: work.do(editing.put_kind(work.window, PLACE)))
    work.killed(work.reopen)
    work.tag(1, 2)
    work.close()


def a_kill_at_the_beginning(work: Work, syncs: int) -> None:
    work.killed_once(syncs, partial(work.ready, 0))
    work.ready(0)
    work.tag(0, 1)
    work.tag(0, 2)
    work.close()


def two_people(work: Work) -> None:
    work.create()
    work.bring_in(0)
    tag = work.tag(0, 0)
    work.is_alone = False
    root = work.recorder.root
    with Workspace.open(root / "w", author="chen", state=root / "other-state") as other:
        work.acknowledge("another window")
        other.apply(editing.describe(other, tag, note="陈看过"))
        work.acknowledge("their first edit")
        work.do(editing.describe(work.window, tag, note="林看过"))
        other.add_article(ARTICLES[1])
        work.acknowledge("their import")
        work.bring_in(1)
        other.apply(editing.tag(other, ARTICLES[1].id, Span(0, 3), "honour"))
        work.acknowledge("their tag")
        work.tag(0, 4)
        work.window.take(work.window.look())
        work.do(editing.describe(work.window, tag, kind="honour"))
        other.take(other.look())
        other.undo()
        work.acknowledge("their undo")
        conflict, *_ = work.window.conflicts.values()
        work.do(editing.settle(work.window, tag, conflict.heads[0]))
    work.is_alone = True
    work.reopen()
    work.undo()
    work.tag(1, 0)
    work.close()


def backups(work: Work) -> None:
    root = work.recorder.root
    work.create()
    work.bring_in(0)
    with mock.patch.object(rotation, "KEPT", 2):
        for day in range(1, 5):
            work.tag(0, day)
            back_up_daily(root / "w", today=datetime.date(2026, 11, day))
            work.acknowledge(f"backup {day}")
    work.tag(0, 5)
    work.close()
    restore(root / "w" / "backups" / "2026-11-04.zip", root / "restored")
    work.acknowledge("restore")
    work.ready()
    work.tag(0, 6)
    work.close()


def corrections_of_the_user(work: Work) -> None:
    state = work.recorder.root / "state"
    work.create()
    for removed, made in (([], [SEATS]), ([], [CLOUD]), ([SEATS], [])):
        user_glossary.amend(state, removed, made)
        work.acknowledge("correct for all workspaces")
    work.close()


@contextmanager
def _unwritable(folder: Path) -> Iterator[None]:
    access = os.access

    def denied(path: Path, mode: int) -> bool:
        return not path.is_relative_to(folder) and access(path, mode)

    with mock.patch.object(os, "access", denied):
        yield


def an_overlay(work: Work, syncs: int) -> None:
    """Edit a folder that cannot be written, and be killed while what was kept is brought in."""
    folder = work.recorder.root / "w"
    work.create()
    work.bring_in(0)
    with _unwritable(folder):
        work.reopen()
        work.tag(0, 1)
        work.bring_in(1)
        work.tag(1, 1)
        work.do(editing.correct(work.window, SEATS))
        work.undo()
        work.do(editing.remove_kind(work.window, "honour"))
        work.close()
        assert not (folder / "articles" / f"{ARTICLES[1].id}.json").exists()
    work.killed_once(syncs, work.reopen)
    work.reopen()
    work.tag(1, 2)
    work.close()


def another_version(work: Work) -> None:
    work.create()
    work.bring_in(0)
    work.tag(0, 0)
    work.tag(0, 9)
    later = Article.from_text(ARTICLES[0].text.replace("十二", "十三"))
    with work.failing({"write": errno.ENOSPC}, once=True):
        replace_article(work.window, ARTICLES[0].id, later)
    replace_article(work.window, ARTICLES[0].id, later)
    work.acknowledge("replace")
    work.undo()
    work.redo()
    (orphan,) = orphans(work.window)
    work.do(reattach(work.window, orphan.annotation.id, Span(5, 7)))
    work.reopen()
    work.undo()
    work.close()


def repairs(work: Work) -> None:
    folder = work.recorder.root / "w"
    work.create()
    work.bring_in(0)
    work.tag(0, 0)
    work.close()
    back_up_daily(folder, today=datetime.date(2026, 11, 1))
    work.acknowledge("backup")
    work.mark_damage(folder / "articles" / f"{ARTICLES[0].id}.json")
    work.mark_damage(folder / "workspace.json")
    work.begin = len(work.recorder.events)
    assert repair(folder)
    work.acknowledge("repair")
    work.reopen()
    work.tag(0, 1)
    work.close()


def compactions(work: Work) -> None:
    work.create()
    work.bring_in(0)
    for start in range(3):
        work.tag(0, start)
        work.tag(0, start + 3)
        work.undo()
        journal = work.recorder.root / "w" / "annotations" / work.window.writer
        work.close()
        compact(journal, read_compacted(journal))
        work.acknowledge("compact")
        work.reopen()
    work.undo()
    work.redo()
    work.close()


# In the everyday run every third.
_STEP: Final = 1 if LONG else 3

DOUBTFUL: Final[dict[str, Callable[[Work], None]]] = {
    "an edit after a doubtful one": an_edit_after_a_doubtful_one,
}
WORKLOADS: Final[dict[str, Callable[[Work], None]]] = {
    "days of work": days_of_work,
    "a failing disk": a_failing_disk,
    "an import tried again": an_import_tried_again,
    "kills": kills,
    "two people": two_people,
    "backups": backups,
    "another version": another_version,
    "repairs": repairs,
    "compactions": compactions,
    "corrections of the user": corrections_of_the_user,
    **{
        f"killed at sync {number}": partial(a_kill_at_the_beginning, syncs=number)
        for number in range(0, 20, _STEP)
    },
    **{
        f"bringing in, killed at sync {number}": partial(an_overlay, syncs=number)
        for number in range(0, 19, _STEP)
    },
}
