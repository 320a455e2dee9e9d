"""``wenmai check`` finds damage and says where."""

from __future__ import annotations

import json
import shutil
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
    sound = {"articles": 2, "tags": 3, "problems": [], "notes": [], "repaired": []}
    assert data == sound
    assert json.loads(run("check", tagged, "--json", "--backups", "--repair").out) == sound


def test_a_damaged_article_is_found_and_its_tags_are_not_counted(run: Run, tagged: Path) -> None:
    listed = json.loads(run("list", tagged, "--json").out)["articles"]
    path = tagged / "articles" / f"{listed[1]['id']}.json"
    path.write_bytes(path.read_bytes().replace("里長".encode(), "里民".encode()))
    done = run("check", tagged)
    assert done.status == 1
    assert done.err == ""
    problem, summary = done.out.splitlines()
    assert f"{path.name} is damaged (its text is not the one that was brought in)" in problem
    assert summary == "1 article, 2 tags: 1 problem found"
    data = json.loads(run("check", tagged, "--json").out)
    assert (data["articles"], data["tags"], data["problems"]) == (1, 2, [problem])


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
    assert f"Tag {before.id} (metric, “62场”) remembers other words around 9 to 12" in done.out


def test_a_tag_of_a_kind_that_is_gone_is_found(run: Run, tagged: Path) -> None:
    manifest = tagged / "workspace.json"
    data = json.loads(manifest.read_text("utf-8"))
    del data["tag_set"]["kinds"][1]
    del data["sum"]
    manifest.write_text(json.dumps(data), "utf-8")
    done = run("check", tagged)
    assert done.status == 1
    assert "(programme, “社区讲座”) is of a kind that the tag set does not have" in done.out
    assert "is not as Wenmai wrote it" not in done.out


def test_what_is_no_workspace_is_the_users_to_mend(run: Run, tmp_path: Path) -> None:
    assert "is not a workspace" in run("check", tmp_path).refusal


def test_a_tag_whose_words_stand_elsewhere_is_named(run: Run, tagged: Path) -> None:
    from reader.workspace.files.entry import Entry

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
    assert f"Tag {moved.id} (metric, “62场”) does not quote the words at 0 to 3" in done.out


def test_what_a_backup_holds_is_brought_back(run: Run, tagged: Path) -> None:
    (backup,) = (tagged / "backups").iterdir()
    backup.unlink()
    run("tag", tagged, "社区讲座", 13, 16, "programme")
    whole = json.loads(run("list", tagged, "--json").out)
    (journal,) = (tagged / "annotations").glob("*/*.jsonl")
    journal.write_bytes(journal.read_bytes().replace("62场".encode(), "63场".encode(), 1))
    assert run("check", tagged).status == 1
    done = run("check", tagged, "--repair")
    assert done.status == 0
    saved, brought, summary = done.out.splitlines()
    assert saved.startswith("The workspace as it was is in backups/before-repair-")
    name = f"annotations/{journal.parent.name}/0001.jsonl"
    assert brought == (
        f"1 edit was put back into {name} from its copies; the file as it was is {name}.damaged-1."
    )
    assert summary == "2 articles, 4 tags: no damage found"
    assert json.loads(run("list", tagged, "--json").out) == whole


def test_a_note_is_no_damage(run: Run, tagged: Path) -> None:
    (tagged / "workspace.sync-conflict-20261122-080000-ABCDEFG.json").write_text("{}")
    done = run("check", tagged)
    assert done.status == 0
    assert "it is not read, so compare the two and delete it" in done.out
    assert done.out.endswith("no damage found\n")


def test_a_copy_of_an_article_that_a_backup_holds_is_not_missed(run: Run, tagged: Path) -> None:
    article = min((tagged / "articles").glob("*.json"))
    copy = article.with_name(f"{article.stem} (conflicted copy).json")
    shutil.copyfile(article, copy)
    (tagged / "articles" / "notes.json").write_text("{}")
    for old in (tagged / "backups").glob("*"):
        old.unlink()
    run("article", tagged, article.stem, "--set", "title=二")
    assert (tagged / "backups").exists()
    copy.unlink()
    (tagged / "articles" / "notes.json").unlink()
    found = run("check", tagged, "--backups")
    assert "missing" not in found.out
    assert found.status == 0
