"""Workspaces that older versions wrote open as they were, and what newer ones add is kept.

The folders in ``versions/`` were written by the programs of those versions, and are never
written again.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotation.operation import ArticleDetails
from reader.text.glossary import Correction
from reader.text.script import Script
from reader.text.span import Span
from reader.workspace import Workspace, editing
from reader.workspace.checks.check import examine
from reader.workspace.files.entry import Entry
from reader.workspace.files.manifest import raise_version, read_manifest
from reader.workspace.files.migrations import FIRST_VERSION, MIGRATIONS, VERSION, migrated

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.text.article import Article

    Open = Callable[..., Workspace]

WRITTEN = Path(__file__).with_name("versions")
VERSIONS = range(FIRST_VERSION, VERSION + 1)
TAGS = {
    ("十二场", 6, "metric", "场", "年度", "lin"),
    ("𠮷野书屋", 12, "programme", "", "", "lin"),
    ("三場", 12, "metric", "場", "", "lin"),
}


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest, folder: Path) -> int:
    """Put a workspace of a version into the folder, and return the version."""
    shutil.copytree(WRITTEN / str(request.param), folder)
    number: int = request.param
    return number


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_there_is_a_workspace_of_every_version() -> None:
    assert sorted(path.name for path in WRITTEN.iterdir()) == [str(one) for one in VERSIONS]
    assert [one.version for one in MIGRATIONS] == list(VERSIONS)[1:]


def test_a_workspace_of_every_version_opens_as_it_was(
    version: int, folder: Path, open_again: Open
) -> None:
    assert read_manifest(folder).version == version
    before = tree(folder)
    workspace = open_again()
    assert workspace.problems == ()
    assert workspace.read_only == ""
    assert {
        (tag.quote, tag.span.start, tag.kind, tag.attributes.get("unit", ""), tag.note, tag.author)
        for tag in workspace.annotations.values()
    } == TAGS
    details = {workspace.details(one).title: workspace.details(one) for one in workspace.articles}
    assert details == {
        "石桥的书屋": ArticleDetails("石桥的书屋"),
        "東岸里辦讀書會": ArticleDetails("東岸里辦讀書會", "mixed"),
    }
    assert len(workspace.glossary.entries) == (2 if version > 1 else 0)
    kinds = [kind.label for kind in workspace.tag_set]
    assert kinds == (["地点", "数字"] if version > 2 else ["Metric"]) + ["Programme", "Honour"]
    assert workspace.kind_problems == ()
    assert examine(folder).findings == []
    workspace.close()
    # Reading migrates nothing.
    assert tree(folder) == before


def test_a_workspace_of_every_version_can_be_worked_in(
    version: int, folder: Path, open_again: Open
) -> None:
    before = tree(folder)
    workspace = open_again()
    article = workspace.articles["5391affed38a6124"]
    workspace.apply(editing.tag(workspace, article.id, Span(0, 4), "programme"))
    assert read_manifest(folder).version == version
    workspace.apply(editing.correct(workspace, Correction("云", "云")))
    assert read_manifest(folder).version == max(version, 2)
    workspace.close()
    again = open_again("mei")
    assert again.problems == ()
    assert len(again.annotations) == 4
    after = tree(folder)
    # What was there was not rewritten, but for the version.
    assert all(after[name] == before[name] for name in before if name != "workspace.json")


@pytest.mark.parametrize("wanted", VERSIONS)
def test_a_migration_keeps_all_that_it_does_not_know(
    version: int, folder: Path, wanted: int
) -> None:
    path = folder / "workspace.json"
    data = json.loads(path.read_bytes())
    data.pop("sum", None)
    data["owner"] = {"name": "林", "rooms": [1, None]}
    data["tag_set"]["shared"] = True
    path.write_text(json.dumps(data))
    raise_version(folder, wanted)
    raised = json.loads(path.read_bytes())
    # A sum that is not there comes with the first change.
    assert (raised.pop("sum", None) is None) is (wanted <= version)
    assert raised == data | {"version": max(version, wanted)}
    assert read_manifest(folder).intact


def test_every_step_is_taken() -> None:
    assert migrated({"version": 1, "id": "x"}, VERSION) == {"version": VERSION, "id": "x"}
    assert migrated({"version": VERSION}, 1) == {"version": VERSION}


def rewritten(path: Path, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Put fields into every entry of a journal as a newer version may; return its bytes."""
    from reader.workspace.files.entry import _line  # the sum of what this version does not write
    from reader.workspace.files.json_bytes import compact, parse

    content = b""
    for line in path.read_bytes().splitlines():
        data = parse(line)["entry"]
        change(data)
        content += _line(compact(data))
    path.write_bytes(content)
    return content


def add_unknown(entry: dict[str, Any]) -> None:
    entry["device"] = {"name": "平板"}
    entry["operation"]["why"] = ["because", 1.5, None]
    for edit in entry["operation"]["edits"]:
        edit["confidence"] = 1
        for side in ("before", "after"):
            if edit[side] is not None:
                edit[side]["newer"] = {"deep": [edit[side].get("title"), "汉\ud800", 2**60]}


def test_fields_of_a_newer_version_survive_all_that_is_done(
    version: int, folder: Path, open_again: Open
) -> None:
    journals = (folder / "annotations").glob("*/0001.jsonl")
    journal = next(path for path in journals if b'"clock":1,' in path.read_bytes())
    written = rewritten(journal, add_unknown)
    workspace = open_again()
    assert workspace.problems == ()
    (one,) = (tag for tag in workspace.annotations.values() if tag.quote == "十二场")
    article_id = one.article
    workspace.apply(editing.describe(workspace, one.id, note="改"))
    workspace.apply(editing.retitle(workspace, article_id, "新题"))
    if version > 1:
        (held,) = (one for one in workspace.glossary.entries if one.words == "书屋")
        workspace.apply(editing.uncorrect(workspace, [held]))
        workspace.undo()
    workspace.close()
    assert journal.read_bytes() == written
    own = folder / "annotations" / workspace.writer / "0001.jsonl"
    edits = [
        edit
        for line in own.read_bytes().splitlines()
        for edit in json.loads(line)["entry"]["operation"]["edits"]
    ]
    deep = [edits[0]["after"]["newer"], edits[1]["after"]["newer"]]
    assert deep == [
        {"deep": [None, "汉\ud800", 2**60]},
        {"deep": ["石桥的书屋", "汉\ud800", 2**60]},
    ]
    if version > 1:
        assert edits[3]["after"]["newer"] == {"deep": [None, "汉\ud800", 2**60]}
    assert open_again("mei").problems == ()


def test_an_article_removed_and_brought_back_keeps_what_a_newer_version_said(
    workspace: Workspace, article: Article, folder: Path, open_again: Open
) -> None:
    workspace.apply(editing.retitle(workspace, article.id, "甲"))
    journal = folder / "annotations" / workspace.writer / "0001.jsonl"
    workspace.close()
    rewritten(journal, add_unknown)
    again = open_again()
    again.apply(editing.remove_article(again, article.id))
    again.add_article(article)
    (name, _), *_ = again.details(article.id).unknown
    assert name == "newer"
    assert not again.details(article.id).removed


def test_an_entry_with_unknown_fields_is_an_entry(folder: Path) -> None:
    shutil.copytree(WRITTEN / "2", folder)
    for path in (folder / "annotations").glob("*/0001.jsonl"):
        lines = path.read_bytes().splitlines()
        plain = [Entry.from_line("k3v7q2mz5a", line) for line in lines]
        rewritten(path, lambda entry: entry.update(device=1))
        newer = [Entry.from_line("k3v7q2mz5a", line) for line in path.read_bytes().splitlines()]
        assert newer == plain


def test_an_unknown_field_of_a_correction_makes_no_other_correction() -> None:
    one = Correction("干部", "幹部", frozenset([Script.TAIWAN]), (("newer", "1"),))
    assert one.holds_for(Script.TAIWAN)
    assert one.as_line() == "干部\t幹部\tzh-Hant-TW"
