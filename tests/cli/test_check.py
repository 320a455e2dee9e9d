"""``wenmai check`` finds damage and says where."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    Run = Callable[..., Any]


def test_a_sound_workspace_has_no_damage(run: Run, tagged: Path) -> None:
    done = run("check", tagged)
    assert done == type(done)(0, "2 articles, 3 tags: no damage found\n", "")
    data = json.loads(run("check", tagged, "--json").out)
    assert data == {"articles": 2, "tags": 3, "problems": []}


def test_a_damaged_article_is_found_and_its_tags_are_named(run: Run, tagged: Path) -> None:
    listed = json.loads(run("list", tagged, "--json").out)["articles"]
    path = tagged / "articles" / f"{listed[1]['id']}.json"
    path.write_bytes(path.read_bytes().replace("里長".encode(), "里民".encode()))
    done = run("check", tagged)
    assert done.status == 1
    assert done.err == ""
    *problems, summary = done.out.splitlines()
    assert path.name in problems[0]
    assert "quotes “120多萬人次”, which is not found at 17 to 24" in problems[-1]
    assert summary == f"1 article, 2 tags: {len(problems)} problems found"
    data = json.loads(run("check", tagged, "--json").out)
    assert data == {"articles": 1, "tags": 2, "problems": problems}


def test_a_damaged_journal_is_found(run: Run, tagged: Path) -> None:
    (journal,) = (tagged / "annotations").glob("*/*.jsonl")
    journal.write_bytes(journal.read_bytes().replace("62场".encode(), "63场".encode(), 1))
    done = run("check", tagged)
    assert done.status == 1
    assert journal.name in done.out
    assert "2 articles, 2 tags: 1 problem found" in done.out


def test_a_context_that_is_not_there_is_found(run: Run, tagged: Path, open_workspace: Run) -> None:
    with open_workspace() as opened:
        before = next(iter(opened.annotations.values()))
        after = before.with_anchor(replace(before.anchor, prefix="别的话"), opened.now())
        opened.apply(Operation("Edit tag", (AnnotationEdit(before, after),)))
    done = run("check", tagged)
    assert done.status == 1
    assert f"Tag {before.id} in “社区讲座” remembers other words around it" in done.out


def test_a_tag_of_a_kind_that_is_gone_is_found(run: Run, tagged: Path) -> None:
    manifest = tagged / "workspace.json"
    data = json.loads(manifest.read_text("utf-8"))
    del data["tag_set"]["kinds"][1]
    manifest.write_text(json.dumps(data), "utf-8")
    done = run("check", tagged)
    assert done.status == 1
    assert "is a “programme”, which the tag set does not have" in done.out


def test_what_is_no_workspace_is_the_users_to_mend(run: Run, tmp_path: Path) -> None:
    assert "is not a workspace" in run("check", tmp_path).refusal


def test_a_tag_whose_words_stand_elsewhere_is_named(run: Run, tagged: Path) -> None:
    from reader.workspace.entry import Entry

    (journal,) = (tagged / "annotations").glob("*/*.jsonl")
    writer = journal.parent.name
    lines = journal.read_bytes().splitlines()
    entry = Entry.from_line(writer, lines[0])
    (edit,) = entry.operation.edits
    assert isinstance(edit, AnnotationEdit)
    assert edit.after is not None
    moved = edit.after.with_anchor(replace(edit.after.anchor, span=Span(0, 3)), edit.after.modified)
    lines[0] = (
        replace(entry, operation=Operation("Tag", (AnnotationEdit(None, moved),)))
        .to_line()
        .rstrip(b"\n")
    )
    journal.write_bytes(b"\n".join([*lines, b""]))
    done = run("check", tagged)
    assert done.status == 1
    assert f"Tag {moved.id} quotes “62场”, which is not found at 0 to 3" in done.out
