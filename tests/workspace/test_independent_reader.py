"""docs/file-format.md is enough: a reader written from it alone finds the same state."""

from __future__ import annotations

import ast
import errno
import os
import random
import shutil
from contextlib import ExitStack, suppress
from dataclasses import asdict
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotation.operation import Operation
from reader.annotation.tag_set import TagKind
from reader.suggest.suggestion import Suggestion
from reader.text.article import Article
from reader.text.glossary import Correction
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.workspace import AlreadyThereError, RefusedError, Workspace, editing, judging
from reader.workspace.journals.compaction import compact, read_compacted
from tests.workspace import independent_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Container

ARTICLES = [Article.from_text(f"第{number}篇\n清溪镇办了十二场讲座。\n") for number in range(4)]
WORDS = ["讲座", "干部", "云", "里"]
LINES_OF_CODE = 46


def act(workspace: Workspace, chance: random.Random) -> None:
    """Do anything that a window can do."""
    articles, tags = list(workspace.articles), list(workspace.annotations)
    what = chance.choice(["tag", "tag", "edit", "edit", "untag", "bulk", "undo", "redo", "more"])
    kinds = [kind.name for kind in workspace.tag_set]
    if not articles or chance.random() < 0.05:
        with suppress(AlreadyThereError):
            workspace.add_article(chance.choice(ARTICLES))
    elif what == "tag" or not tags:
        start = chance.randrange(10)
        span = Span(start, start + chance.randint(1, 4))
        workspace.apply(editing.tag(workspace, chance.choice(articles), span, chance.choice(kinds)))
    elif what == "edit":
        note, kind = str(chance.random()), chance.choice(kinds)
        workspace.apply(editing.describe(workspace, chance.choice(tags), kind=kind, note=note))
    elif what == "untag":
        workspace.apply(editing.untag(workspace, [chance.choice(tags)]))
    elif what == "bulk":
        made = [
            editing.tag(workspace, chance.choice(articles), Span(one, one + 2), kinds[-1]).edits[0]
            for one in range(5)
        ]
        workspace.apply(Operation("Accept all", tuple(made)))
    elif what == "undo":
        workspace.undo()
    elif what == "redo":
        workspace.redo()
    else:
        more(workspace, chance, chance.choice(articles))


def more(workspace: Workspace, chance: random.Random, article_id: str) -> None:
    words = chance.choice(WORDS)
    conflicts = list(workspace.conflicts.values())
    if conflicts and chance.random() < 0.5:
        conflict = chance.choice(conflicts)
        workspace.apply(editing.settle(workspace, conflict.id, chance.choice(conflict.heads)))
        return
    workspace.apply(
        chance.choice(
            [
                editing.retitle(workspace, article_id, str(chance.random())),
                editing.set_script(workspace, article_id, SourceScript.TRADITIONAL),
                editing.remove_article(workspace, article_id),
                editing.correct(workspace, Correction(words, "某" * len(words), frozenset())),
                editing.uncorrect(workspace, workspace.glossary.entries[:1]),
                change_kinds(workspace, chance),
                change_kinds(workspace, chance),
                judge(workspace, chance, article_id),
                judge(workspace, chance, article_id),
            ]
        )
    )


def judge(workspace: Workspace, chance: random.Random, article_id: str) -> Operation:
    if chance.random() < 0.1:
        return judging.forget(workspace)
    kind = chance.choice([kind.name for kind in workspace.tag_set])
    proposals = [
        Suggestion(Span(one, one + 2), kind, {"value": one}, chance.random(), "", "metric.figure")
        for one in range(chance.randrange(4))
    ]
    return chance.choice([judging.accept, judging.reject])(workspace, article_id, proposals)


def change_kinds(workspace: Workspace, chance: random.Random) -> Operation:
    kinds = list(workspace.tag_set)
    some, other = chance.choice(kinds), chance.choice(kinds)
    if len(kinds) > 3 and some is not other and chance.random() < 0.6:
        return editing.remove_kind(workspace, some.name, other.name)
    name = chance.choice(["place", "person", some.name])
    colour = f"#{chance.randrange(1 << 24):06x}"
    return editing.put_kind(workspace, TagKind(name, name, colour, "", parent=""))


def refused(workspace: Workspace, chance: random.Random) -> None:
    """Try something on a disk that fails, so that the journal goes on in a new segment."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        if chance.random() < 0.5:
            patch.setattr(os, "ftruncate", fail)
        with suppress(RefusedError):
            act(workspace, chance)


def rich(base: Path, chance: random.Random) -> Path:
    """Make a workspace that several people edited, often out of sight of each other."""
    folder = base / "w"
    Workspace.create(folder, author="lin", state=base / "0").close()
    for _ in range(3):
        with ExitStack() as stack:
            windows = [
                stack.enter_context(Workspace.open(folder, author="lin", state=base / str(one)))
                for one in range(3)
            ]
            for _ in range(40):
                window = chance.choice(windows)
                if chance.random() < 0.1:
                    window.take(window.look())
                with suppress(RefusedError):
                    (refused if chance.random() < 0.05 else act)(window, chance)
    return folder


def segments(folder: Path) -> list[Path]:
    return sorted(folder.glob("annotations/*/*.jsonl"))


def flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def nothing(_folder: Path, _chance: random.Random) -> None:
    """As the windows left it."""


def damaged(folder: Path, chance: random.Random) -> None:
    for path in segments(folder):
        if path.stat().st_size:
            flip(path, chance)
    article = chance.choice(sorted(folder.glob("articles/*.json")))
    article.write_text(article.read_text("utf-8").replace("十二", "十三"), "utf-8")
    cut = chance.choice(segments(folder))
    cut.write_bytes(cut.read_bytes()[: chance.randint(0, cut.stat().st_size)])


def synchronised(folder: Path, chance: random.Random) -> None:
    """Half of a journal is in a synchroniser's copy, in part twice, with other line ends."""
    for path in segments(folder):
        lines = path.read_bytes().splitlines(keepends=True)
        middle = chance.randint(0, len(lines))
        path.write_bytes(b"".join(lines[:middle]))
        rest = b"".join(lines[chance.randint(0, middle) :])
        path.with_name(f"{path.stem} (conflicted copy).jsonl").write_bytes(rest)
    journal = segments(folder)[0].parent
    shutil.copytree(journal, journal.with_name(f"{journal.name}.sync-conflict-1"))
    path = segments(folder)[0]
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def compacted(folder: Path, chance: random.Random) -> None:
    for journal in sorted((folder / "annotations").iterdir()):
        compact(journal, read_compacted(journal))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("then", [nothing, damaged, synchronised, compacted])
def test_the_format_is_enough_to_find_the_same_state(
    tmp_path: Path, seed: int, then: Callable[[Path, random.Random], None]
) -> None:
    chance = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        folder = rich(tmp_path, chance)
        then(folder, chance)
        tags, versions, articles, corrections, kinds, verdicts = independent_reader.read(folder)
        with Workspace.open(folder, author="lin", state=tmp_path / "new") as workspace:
            found = [tag.to_json() for tag in workspace.annotations.values()]
            conflicts = {
                one: [head.annotation and head.annotation.to_json() for head in conflict.heads]
                for one, conflict in workspace.conflicts.items()
            }
            details = {one: asdict(workspace.details(one)) for one in workspace.articles}
            stored = {one.name: workspace.stored_kind(one.name) or one for one in workspace.tag_set}
            judged = {one.key: one.to_json() for one in workspace.all_verdicts}
            glossary = {(one.words, one.shown) for one in workspace.glossary.entries}
    assert sorted(found, key=itemgetter("id")) == sorted(tags, key=itemgetter("id"))
    assert tags
    there = {one: article for one, article in articles.items() if not article["removed"]}
    assert conflicts == several(versions, there)
    assert details.keys() == there.keys()
    for one, said in details.items():
        assert (said["title"], said["script"]) == (there[one]["title"], there[one]["script"])
    assert {name: kind.to_json() for name, kind in stored.items()} == kinds
    assert judged == {key: one for key, one in verdicts.items() if one}
    made = [edit["after"] for edit in corrections.values() if edit["after"]]
    assert glossary == {(one["words"], one["shown"]) for one in made}


def several(tags: dict[str, Any], shown: Container[str]) -> dict[str, list[Any]]:
    """Return the versions of the tags of which there is more than one, in articles shown."""
    found = {}
    for one, held in tags.items():
        versions = list(held.values())
        different = [v for place, v in enumerate(versions) if v not in versions[place + 1 :]]
        if len(different) > 1 and any(v and v["article"] in shown for v in different):
            found[one] = different
    return found


def test_it_has_46_lines_of_code_and_knows_nothing_of_the_product() -> None:
    path = Path(independent_reader.__file__)
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.FunctionDef)
    words = {
        line
        for node in ast.walk(tree)
        if isinstance(node, documented) and ast.get_docstring(node)
        for line in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)
    }
    lines = path.read_text("utf-8").splitlines()
    code = [line for number, line in enumerate(lines, 1) if line.strip() and number not in words]
    assert len(code) <= LINES_OF_CODE
    imported = [
        node.names[0].name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert set(imported) <= {"hashlib", "json", "re", "pathlib"}
