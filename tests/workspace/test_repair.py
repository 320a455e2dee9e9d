"""What is damaged comes back from backups and synchronisers' copies; nothing is deleted."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from reader.durable import replace_file
from reader.text.glossary import Correction
from reader.workspace import NotAWorkspaceError, RefusedError, Workspace, WorkspaceError, editing
from reader.workspace.backups.backup import back_up
from reader.workspace.backups.restoring import open_backup
from reader.workspace.backups.rotation import back_up_daily
from reader.workspace.backups.sources import Sources, backup_files
from reader.workspace.checks import repair as module
from reader.workspace.checks.check import Report, examine, is_copy_of
from reader.workspace.checks.repair import repair
from reader.workspace.files.article_file import article_path
from reader.workspace.files.entry import Entry
from reader.workspace.journals.compaction import compact, read_compacted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Journal = Callable[[Workspace], Path]
    Open = Callable[..., Workspace]

COPY = "sync-conflict-20261122-080000-ABCDEFG"


@pytest.fixture
def used(workspace: Workspace, tag: Tag) -> Workspace:
    """Return a closed workspace with four tags and today's backup."""
    for start in range(0, 12, 3):
        tag(workspace, start, start + 2)
    workspace.close()
    assert back_up_daily(workspace.folder) is not None
    return workspace


def state_of(folder: Path, open_again: Open) -> tuple[object, ...]:
    workspace = open_again()
    try:
        assert workspace.problems == ()
        return dict(workspace.annotations), list(workspace.articles), workspace.tag_set
    finally:
        workspace.close()


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def sound(folder: Path) -> bool:
    return not examine(folder, backups=True).errors


def test_a_sound_workspace_is_left_alone(used: Workspace, folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert repair(folder) == []
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def damage_article(folder: Path) -> Path:
    (path,) = (folder / "articles").glob("????????????????.json")
    path.write_bytes(path.read_bytes()[:-40])
    return path


def damage_title(folder: Path) -> Path:
    (path,) = (folder / "articles").glob("????????????????.json")
    path.write_bytes(path.read_bytes().replace("讲座".encode(), "讲坛".encode(), 1))
    return path


def remove_article(folder: Path) -> Path:
    (path,) = (folder / "articles").glob("????????????????.json")
    path.unlink()
    return path


def snapshot_of(used: Workspace) -> Path:
    """Make the snapshot that a longer journal would have."""
    journal = used.folder / "annotations" / used.writer
    assert compact(journal, read_compacted(journal))
    return journal / "snapshot.json"


def damage_manifest(folder: Path) -> Path:
    path = folder / "workspace.json"
    path.write_bytes(b"")
    return path


def damage_line(folder: Path) -> Path:
    (path,) = (folder / "annotations").glob("*/0001.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"seq":2', b'"seq":3'))
    return path


def cut_journal(folder: Path) -> Path:
    (path,) = (folder / "annotations").glob("*/0001.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0])
    return path


def remove_journal(folder: Path) -> Path:
    (path,) = (folder / "annotations").glob("*/0001.jsonl")
    shutil.rmtree(path.parent)
    return path


DAMAGES = [
    damage_article,
    damage_title,
    remove_article,
    damage_manifest,
    damage_line,
    cut_journal,
    remove_journal,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_what_the_backup_holds_comes_back(
    used: Workspace, folder: Path, open_again: Open, damage: Callable[[Path], Path]
) -> None:
    whole = state_of(folder, open_again)
    path = damage(folder)
    as_it_was = path.read_bytes() if path.exists() else None
    assert not sound(folder)
    saved, done = repair(folder)
    assert saved.startswith("The workspace as it was is in backups/before-repair-")
    assert path.relative_to(folder).as_posix() in done
    (before,) = (folder / "backups").glob("before-repair-*.zip")
    with open_backup(before) as backup:
        name = path.relative_to(folder).as_posix()
        kept = b"".join(backup.read(name)) if name in backup.kept.files else None
    assert kept == as_it_was
    assert sound(folder)
    assert state_of(folder, open_again) == whole
    aside = path.with_name(f"{path.name}.damaged-1")
    assert (aside.read_bytes() if aside.exists() else None) == as_it_was
    if as_it_was is not None:
        assert f"the file as it was is {aside.relative_to(folder).as_posix()}" in done
    assert repair(folder) == []


@pytest.mark.parametrize("damage", DAMAGES[:4])
def test_a_synchronisers_copy_will_do(
    used: Workspace, folder: Path, open_again: Open, damage: Callable[[Path], Path]
) -> None:
    whole = state_of(folder, open_again)
    shutil.rmtree(folder / "backups")
    for path in (folder / "workspace.json", *(folder / "articles").iterdir()):
        shutil.copy(path, path.with_name(f"{path.stem}.{COPY}.json"))
    assert sound(folder)
    path = damage(folder)
    _, done = repair(folder)
    assert f"was put back from {path.relative_to(folder).as_posix()[:-5]}.{COPY}.json" in done
    assert state_of(folder, open_again) == whole


def test_a_damaged_line_comes_back_from_a_copy_of_the_journal(
    used: Workspace, folder: Path, open_again: Open
) -> None:
    whole = state_of(folder, open_again)
    shutil.rmtree(folder / "backups")
    (path,) = (folder / "annotations").glob("*/0001.jsonl")
    shutil.copy(path, path.with_name(f"0001.{COPY}.jsonl"))
    damage_line(folder)
    _, done = repair(folder)
    assert "1 edit was put back into" in done
    assert state_of(folder, open_again) == whole


def test_of_several_copies_the_first_whole_one_is_taken(
    used: Workspace, folder: Path, article: Article
) -> None:
    path = article_path(folder, article.id)
    path.with_name(f"{article.id} (1).json").write_bytes(b"damaged too")
    damage_article(folder)
    _, done = repair(folder)
    assert f"articles/{article.id}.json was put back from the backup backups/" in done


def test_what_no_copy_holds_is_left_as_it_is_and_reported(used: Workspace, folder: Path) -> None:
    shutil.rmtree(folder / "backups")
    paths = [damage(folder) for damage in (damage_article, damage_manifest, damage_line)]
    before = [path.read_bytes() for path in paths]
    assert repair(folder) == []
    assert not (folder / "backups").exists()
    assert [path.read_bytes() for path in paths] == before
    assert len(examine(folder).errors) >= 3


def test_a_damaged_backup_is_reported_and_the_next_one_used(
    used: Workspace, folder: Path, open_again: Open
) -> None:
    whole = state_of(folder, open_again)
    (good,) = backup_files(folder)
    content = good.read_bytes()
    bad = folder / "backups" / "2999-01-01.zip"
    bad.write_bytes(content[:80] + b"\0" * 20 + content[100:])
    (folder / "backups" / "2999-01-02.zip").write_bytes(b"no zip")
    errors = [one.message for one in examine(folder, backups=True).errors]
    assert all("choose another backup, and delete this one." in one for one in errors)
    assert len(errors) == 2
    cut_journal(folder)
    assert "3 edits were put back" in repair(folder)[1]
    assert state_of(folder, open_again) == whole
    assert bad.exists()


def test_the_version_fits_the_journals_when_the_manifest_comes_from_an_older_backup(
    workspace: Workspace, folder: Path, open_again: Open, tmp_path: Path
) -> None:
    back_up_daily(folder)
    workspace.apply(editing.correct(workspace, Correction("干部", "幹部")))
    workspace.close()
    assert json.loads((folder / "workspace.json").read_bytes())["version"] == 2
    damage_manifest(folder)
    repair(folder)
    assert json.loads((folder / "workspace.json").read_bytes())["version"] == 2
    assert open_again().problems == ()


def test_a_newer_workspace_and_what_is_none_are_refused(
    used: Workspace, folder: Path, tmp_path: Path
) -> None:
    path = folder / "workspace.json"
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 9'))
    with pytest.raises(RefusedError, match=r"newer Wenmai wrote it \(format 9\); update Wenmai"):
        repair(folder)
    with pytest.raises(NotAWorkspaceError):
        repair(tmp_path)


def test_a_disk_that_fails_is_named(
    used: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage_line(folder)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module, "replace_file", fail)
    with pytest.raises(WorkspaceError, match=r"could not be mended \(No space left on device\)"):
        repair(folder)


@pytest.mark.parametrize("damage", [damage_article, damage_line])
def test_a_drive_without_hard_links_will_do(
    used: Workspace,
    folder: Path,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Path], Path],
) -> None:
    whole = state_of(folder, open_again)

    monkeypatch.setattr(os, "link", no_links)
    path = damage(folder)
    damaged = path.read_bytes()
    repair(folder)
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == damaged
    assert state_of(folder, open_again) == whole


def test_a_folder_or_a_link_to_nowhere_in_an_articles_place_is_set_aside(
    used: Workspace, folder: Path, article: Article
) -> None:
    path = article_path(folder, article.id)
    path.unlink()
    path.mkdir()
    repair(folder)
    assert path.is_file()
    assert path.with_name(f"{path.name}.damaged-1").is_dir()
    path.unlink()
    path.symlink_to("nowhere")
    assert not sound(folder)
    repair(folder)
    assert not path.is_symlink()
    assert path.with_name(f"{path.name}.damaged-2").is_symlink()
    assert sound(folder)


def test_what_a_window_appends_meanwhile_is_kept(
    used: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "annotations" / used.writer / "0001.jsonl"
    first, *_, last = path.read_bytes().splitlines()
    appended = replace(Entry.from_line(used.writer, last), seq=99, clock=99).to_line()
    damage_line(folder)

    def replace_late(target: Path, chunks: Any) -> None:
        if target == path:
            with path.open("ab") as file:
                file.write(appended)
        replace_file(target, chunks)

    monkeypatch.setattr(module, "replace_file", replace_late)
    assert len(repair(folder)) == 2
    lines = path.read_bytes().splitlines(keepends=True)
    assert (lines[0].rstrip(), lines[-1]) == (first, appended)
    assert len(lines) == 5
    assert sound(folder)


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("windows", [True, False])
def test_of_what_is_appended_while_a_journal_is_replaced_only_whole_lines_are_carried_over(
    used: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch, links: bool, windows: bool
) -> None:
    monkeypatch.setattr(module, "_WINDOWS", windows)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    path = folder / "annotations" / used.writer / "0001.jsonl"
    last = path.read_bytes().splitlines()[-1]
    appended = replace(Entry.from_line(used.writer, last), seq=99, clock=99).to_line()
    damage_line(folder)

    def replace_late(target: Path, chunks: Any) -> None:
        if target == path:
            with path.open("ab") as file:
                file.write(appended + appended[:40])
        replace_file(target, chunks)

    monkeypatch.setattr(module, "replace_file", replace_late)
    repair(folder)
    # Windows cannot be asked for a file that was replaced and has no other name.
    assert (path.read_bytes().splitlines(keepends=True)[-1] == appended) is (links or not windows)
    assert sound(folder)


def test_where_a_window_went_on_in_the_mended_file_its_lines_before_stand_beside_it(
    used: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "annotations" / used.writer / "0001.jsonl"
    entry = Entry.from_line(used.writer, path.read_bytes().splitlines()[-1])
    before, after = (replace(entry, seq=seq, clock=seq).to_line() for seq in (98, 99))
    damage_line(folder)

    def replace_between(target: Path, chunks: Any) -> None:
        if target == path:
            with path.open("ab") as file:
                file.write(before)
        replace_file(target, chunks)
        if target == path:
            with path.open("ab") as file:
                file.write(after)

    monkeypatch.setattr(module, "replace_file", replace_between)
    repair(folder)
    assert path.read_bytes().endswith(after)
    (beside,) = path.parent.glob("0001 (kept ????????).jsonl")
    assert beside.read_bytes() == before


def test_a_journal_that_was_mended_by_somebody_else_meanwhile_is_left_alone(
    used: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "annotations" / used.writer / "0001.jsonl"
    whole = path.read_bytes()
    damage_line(folder)

    def others_first(*given: Any, **named: Any) -> object:
        path.write_bytes(whole)
        return back_up(*given, **named)

    monkeypatch.setattr(module, "back_up", others_first)
    assert len(repair(folder)) == 1
    assert path.read_bytes() == whole
    assert [one.name for one in path.parent.iterdir()] == ["0001.jsonl"]


def test_a_workspace_is_backed_up_only_where_something_is_mended(
    used: Workspace, folder: Path
) -> None:
    damage_line(folder)
    repair(folder)
    before = sorted((folder / "backups").iterdir())
    assert len(before) == 2
    # What no backup of before holds whole is not mended, and needs no further one.
    (path,) = (folder / "annotations").glob("*/0001.jsonl")
    with path.open("ab") as file:
        file.write(b"no line\n" * 2)
    assert not sound(folder)
    assert repair(folder) == []
    assert sorted((folder / "backups").iterdir()) == before


def test_the_backup_before_a_repair_holds_what_is_kept_outside_the_folder(
    used: Workspace, folder: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept" / "annotations" / used.writer / "0002.jsonl"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"")
    damage_line(folder)
    repair(folder, [tmp_path / "kept"])
    newest, _ = backup_files(folder)
    with open_backup(newest) as backup:
        assert f"annotations/{used.writer}/0002.jsonl" in backup.kept.files


def test_a_window_that_is_open_goes_on_after_a_repair(
    workspace: Workspace, tag: Tag, journal: Journal, folder: Path, open_again: Open
) -> None:
    made = [tag(workspace, start, start + 2) for start in range(0, 9, 3)]
    back_up_daily(folder)
    path = journal(workspace)
    # The same length, so that the window does not notice.
    path.write_bytes(path.read_bytes().replace("清溪".encode(), "青溪".encode(), 1))
    assert len(repair(folder)) == 2
    made.append(tag(workspace, 13, 15))
    workspace.close()
    assert sound(folder)
    assert dict(open_again().annotations) == {one.id: one for one in made}


def test_missing_articles_and_edits_are_told_only_where_backups_are_asked_for(
    used: Workspace, folder: Path, article: Article
) -> None:
    cut_journal(folder)
    assert examine(folder).errors == []
    (lacking,) = examine(folder, backups=True).errors
    assert lacking.message == (
        f"annotations/{used.writer}/0001.jsonl lacks 3 edits that the backups hold; "
        "wenmai check --repair brings back."
    )
    article_path(folder, article.id).unlink()
    messages = [one.message for one in examine(folder, backups=True).errors]
    assert f"articles/{article.id}.json is missing; the backups hold it." in messages


def test_copies_that_synchronisers_made_are_noted(
    used: Workspace, folder: Path, article: Article
) -> None:
    (folder / f"workspace.{COPY}.json").write_text("{}")
    (folder / "articles" / f"{article.id} (1).json").write_text("{}")
    (folder / "articles" / "mine.json").write_text("{}")
    (path,) = (folder / "annotations").glob("*/0001.jsonl")
    shutil.copy(path, path.with_name("0001 (conflicted copy).jsonl"))
    report = examine(folder)
    assert report.errors == []
    assert [one.path.name for one in report.findings] == [
        f"workspace.{COPY}.json",
        f"{article.id} (1).json",
        "0001 (conflicted copy).jsonl",
    ]
    assert (report.articles, report.tags) == (1, 4)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("workspace.json", False),
        (f"workspace.{COPY}.json", True),
        ("workspace (林的冲突副本 2026-11-22).json", True),
        ("workspace-LAPTOP.json", True),
        ("workspaces.json", False),
        ("workspace.json.damaged-1", False),
        ("other.json", False),
    ],
)
def test_copies_are_known_by_their_names(name: str, expected: bool) -> None:
    assert is_copy_of(name, "workspace.json") is expected


def test_a_copy_that_cannot_be_read_is_none(
    used: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "workspace 2.json").write_text("{}")
    kind = type(folder)

    def fail(_: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    sources = Sources(folder)
    monkeypatch.setattr(kind, "read_bytes", fail)
    found = sources.copies("workspace.json", lambda name: is_copy_of(name, "workspace.json"))
    assert [one.found_in.split("-")[0] for one in found] == ["the backup backups/2026"]


def test_a_report_counts_what_is_shown(
    used: Workspace, folder: Path, article: Article, open_again: Open
) -> None:
    again = open_again()
    again.apply(editing.remove_article(again, article.id))
    report = examine(folder)
    assert (report.articles, report.tags, report.findings) == (0, 0, [])
    assert Report().errors == []
    back_up(folder, folder / "backups" / "mine.zip")
    assert next(path.name for path in backup_files(folder)) == "mine.zip"


def test_a_sound_snapshot_is_verified_and_left_alone(used: Workspace, folder: Path) -> None:
    snapshot_of(used)
    assert examine(folder).findings == []
    assert (examine(folder).articles, examine(folder).tags) == (1, 4)


@pytest.mark.parametrize("how", ["damaged", "another"])
def test_a_snapshot_that_cannot_be_trusted_is_set_aside(
    used: Workspace, folder: Path, open_again: Open, how: str
) -> None:
    whole = state_of(folder, open_again)
    path = snapshot_of(used)
    content = path.read_bytes()
    if how == "damaged":
        wrong = content.replace("十二".encode(), "十三".encode(), 1)
    else:
        body = content[len(b'{"sum":"') + 64 + len(b'","snapshot":') : -2]
        body = body.replace(b'"kind":"metric"', b'"kind":"honour"', 1)
        digest = hashlib.sha256(body).hexdigest().encode()
        wrong = b'{"sum":"' + digest + b'","snapshot":' + body + b"}\n"
    assert wrong != content
    path.write_bytes(wrong)
    (finding,) = examine(folder).errors
    assert finding.path == path
    assert "the journal beside it says it all, so nothing is lost" in finding.message
    _, done = repair(folder)
    aside = path.with_name("snapshot.json.damaged-1")
    assert done.startswith(f"annotations/{used.writer}/snapshot.json was set aside as")
    assert aside.read_bytes() == wrong
    assert not path.exists()
    assert state_of(folder, open_again) == whole


def test_a_snapshot_that_holds_what_the_journal_lost_is_never_set_aside(
    used: Workspace, folder: Path, open_again: Open
) -> None:
    whole = state_of(folder, open_again)
    path = snapshot_of(used)
    shutil.rmtree(folder / "backups")
    damaged = cut_journal(folder)
    (finding,) = examine(folder).errors
    assert "was made from lines that the journal beside it does not have any more" in (
        finding.message
    )
    assert examine(folder).tags == 4
    assert repair(folder) == []
    assert path.exists()
    assert dict(open_again().annotations) == whole[0]
    assert damaged.exists()
