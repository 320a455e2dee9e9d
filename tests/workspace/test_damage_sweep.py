"""Every file cut at every byte, and with flipped bits: nothing wrong is ever loaded silently."""

from __future__ import annotations

import os
import random
import shutil
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotation.operation import Operation
from reader.suggest.suggestion import Suggestion
from reader.text.article import Article
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace import NotAWorkspaceError, Workspace, editing, judging
from reader.workspace.journals.compaction import compact, read_compacted
from tests.workspace import independent_reader
from tests.workspace.crash_work import LONG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# The everyday run takes every seventh byte.
STEP = 1 if LONG else 7
FLIPS = 1_000 if LONG else 150
KINDS = {
    "manifest": "workspace.json",
    "article": "articles/*.json",
    "journal": "annotations/*/*.jsonl",
    "snapshot": "annotations/*/snapshot.json",
}
Seen = tuple[Any, ...]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


def seen(workspace: Workspace) -> Seen:
    return (
        {one: article.text for one, article in workspace.articles.items()},
        dict(workspace.annotations),
        {one: workspace.details(one) for one in workspace.articles},
        workspace.glossary.entries,
        workspace.tag_set,
        set(workspace.all_verdicts),
    )


def make(base: Path, kind: str) -> None:
    """Make a small workspace that holds some of everything."""
    article = Article.from_text("清溪镇办了十二场讲座。\n", metadata={"file": "清溪.txt"})
    with Workspace.create(base / "w", author="lin", state=base / "state") as workspace:
        workspace.add_article(article)
        tags = [
            editing.tag(workspace, article.id, Span(one, one + 2), "metric", {"value": one})
            for one in range(3)
        ]
        workspace.apply(Operation("Accept all", tuple(one.edits[0] for one in tags)))
        first, second, _ = workspace.annotations
        workspace.apply(editing.describe(workspace, first, note="看过"))
        workspace.apply(editing.untag(workspace, [second]))
        workspace.undo()
        workspace.apply(editing.retitle(workspace, article.id, "改过的题目"))
        workspace.apply(editing.correct(workspace, Correction("讲座", "講席", frozenset())))
        some = Suggestion(Span(5, 8), "honour", {}, 0.5, "", "honour.title")
        workspace.apply(judging.reject(workspace, article.id, [some]))
        journal = base / "w" / "annotations" / workspace.writer
    if kind == "snapshot":
        compact(journal, read_compacted(journal))


@pytest.fixture
def damage(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[bytes], None]:
    """Return what puts other bytes in the place of a file, opens the workspace, and judges."""
    kind: str = request.param
    make(tmp_path / "good", kind)
    root = tmp_path / "bad"
    # Where the workspace was first there is none any more, as after moving it.
    (tmp_path / "good" / "w").rename(tmp_path / "kept")
    shutil.copytree(tmp_path / "kept", root / "w")
    shutil.copytree(tmp_path / "good" / "state", root / "state")
    with Workspace.open(root / "w", author="lin", state=root / "state") as workspace:
        whole = seen(workspace)
        assert workspace.problems == ()
        assert len(whole[1]) == 3
    (path,) = (root / "w").glob(KINDS[kind])
    good = {one: one.read_bytes() for one in root.rglob("*") if one.is_file()}

    def damage(content: bytes) -> None:
        for one in [one for one in root.rglob("*") if one.is_file()]:
            if one not in good:
                one.unlink()
        for one, bytes_ in good.items():
            one.write_bytes(bytes_)
        path.write_bytes(content)
        judge(root, kind, whole)

    damage.path = path  # type: ignore[attr-defined]
    return damage


def judge(root: Path, kind: str, whole: Seen) -> None:
    expected = independent_reader.read(root / "w")[0] if kind == "journal" else []
    try:
        with Workspace.open(root / "w", author="lin", state=root / "state") as workspace:
            found, problems = seen(workspace), workspace.problems
    except NotAWorkspaceError as error:
        refused = str(error)
        assert kind == "manifest"
        assert "workspace.json is damaged" in refused or "newer Wenmai" in refused
        return
    assert found == whole or problems, "something else was loaded, and nothing was said"
    if kind == "snapshot":
        assert found == whole
    if kind == "article":
        assert found[0] in (whole[0], {})
        assert found[1] in (whole[1], {})
    if kind == "manifest":
        assert found[:4] == whole[:4]
    if kind == "journal":
        tags = [tag.to_json() for tag in found[1].values()]
        assert sorted(tags, key=itemgetter("id")) == sorted(expected, key=itemgetter("id"))


@pytest.mark.slow
@pytest.mark.parametrize("damage", KINDS, indirect=True)
def test_a_file_cut_short_anywhere_is_noticed(damage: Any) -> None:
    content = damage.path.read_bytes()
    for length in range(0, len(content), STEP):
        damage(content[:length])


@pytest.mark.slow
@pytest.mark.parametrize("damage", KINDS, indirect=True)
def test_a_flipped_bit_is_noticed_or_does_nothing(damage: Any) -> None:
    content = damage.path.read_bytes()
    chance = random.Random(len(content))
    for _ in range(FLIPS):
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        damage(bytes(flipped))
