"""Files that are not what they should be: each is one sentence, and nothing else is lost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.workspace import NotAWorkspaceError, RefusedError, Workspace, WorkspaceError
from reader.workspace.backups.backup import back_up
from reader.workspace.backups.restoring import restore
from reader.workspace.checks.check import check, examine
from reader.workspace.files.article_file import article_path
from reader.workspace.journals.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Journal = Callable[[Workspace], Path]

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_an_article_whose_title_was_changed_is_shown_and_reported(
    workspace: Workspace, article: Article, folder: Path
) -> None:
    path = article_path(folder, article.id)
    path.write_bytes(path.read_bytes().replace("讲座".encode(), "讲坛".encode(), 1))
    loaded = load(folder)
    assert loaded.articles[article.id].article.text == article.text
    assert loaded.problems == [
        (
            f"The text in articles/{article.id}.json is as it was brought in, but what stands "
            "before it (title, script, time) is not as it was written; put the file back from a "
            "backup."
        )
    ]


def test_a_manifest_that_somebody_changed_is_used_and_reported(
    workspace: Workspace, folder: Path, open_again: Callable[[], Workspace]
) -> None:
    path = folder / "workspace.json"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"Metric"', b'"Metrik"'))
    again = open_again()
    assert again.tag_set.kinds[0].label == "Metrik"
    (problem,) = again.problems
    assert problem.startswith(f"{path} is not as Wenmai wrote it")
    path.write_bytes(whole)
    assert open_again().problems == ()


def test_who_opens_a_restored_copy_after_closing_the_first_is_another_writer(
    workspace: Workspace, tag: Tag, folder: Path, tmp_path: Path, state: Path
) -> None:
    first = tag(workspace, 0, 3)
    workspace.close()
    back_up(folder, tmp_path / "w.zip")
    restore(tmp_path / "w.zip", tmp_path / "copy")
    made = {first.id: first}
    writers = set()
    for place, start in ((tmp_path / "copy", 3), (folder, 6), (tmp_path / "copy", 9)):
        with Workspace.open(place, author="lin", state=state) as opened:
            one = tag(opened, start, start + 3)
            made[one.id] = one
            writers.add((place, opened.writer))
    assert len({writer for _, writer in writers}) == 2
    # The two folders may be united again: no number was given twice.
    for journal in (tmp_path / "copy" / "annotations").iterdir():
        if not (folder / "annotations" / journal.name).exists():
            shutil.copytree(journal, folder / "annotations" / journal.name)
    with Workspace.open(folder, author="lin", state=state) as united:
        assert united.problems == ()
        assert dict(united.annotations) == made


def test_going_back_to_an_older_backup_in_the_same_place_makes_another_writer(
    workspace: Workspace, tag: Tag, folder: Path, tmp_path: Path, state: Path
) -> None:
    tag(workspace, 0, 3)
    writer = workspace.writer
    back_up(folder, tmp_path / "w.zip")
    lost = tag(workspace, 5, 8)
    workspace.close()
    folder.rename(tmp_path / "newer")
    restore(tmp_path / "w.zip", folder)
    with Workspace.open(folder, author="lin", state=state) as older:
        assert older.writer != writer
        tag(older, 6, 9)
    # What was made after the backup can be brought in again.
    shutil.rmtree(folder / "annotations" / writer)
    shutil.copytree(tmp_path / "newer" / "annotations" / writer, folder / "annotations" / writer)
    with Workspace.open(folder, author="lin", state=state) as united:
        assert united.problems == ()
        assert lost.id in united.annotations
        assert len(united.annotations) == 3


@posix
def test_linked_articles_and_journals_are_read_where_they_lead(
    workspace: Workspace, article: Article, tag: Tag, journal: Journal, open_again: Open
) -> None:
    made = tag(workspace, 0, 3)
    workspace.close()
    for path in (article_path(workspace.folder, article.id), journal(workspace)):
        real = workspace.folder.parent / path.name
        path.rename(real)
        path.symlink_to(real)
    again = open_again("mei")
    assert again.problems == ()
    assert dict(again.annotations) == {made.id: made}
    assert check(workspace.folder) == []


@posix
@pytest.mark.parametrize("target", ["nowhere", "loop"])
def test_links_that_lead_nowhere_are_one_sentence_each(
    workspace: Workspace,
    article: Article,
    tag: Tag,
    journal: Journal,
    open_again: Open,
    target: str,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    folder = workspace.folder
    paths = [article_path(folder, article.id), journal(workspace)]
    for path in paths:
        path.unlink()
        path.symlink_to(path if target == "loop" else "nowhere")
    again = open_again("mei")
    article_problem, journal_problem = again.problems
    assert article_problem.startswith(f"The article file articles/{article.id}.json is damaged (")
    assert journal_problem.startswith(
        f"The journal annotations/{workspace.writer}/0001.jsonl could"
    )
    assert len(examine(folder).errors) == 2
    assert all(path.is_symlink() for path in paths)


@posix
def test_a_pipe_or_device_in_a_journals_place_does_not_stop_the_opening(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open
) -> None:
    made = tag(workspace, 0, 3)
    workspace.close()
    other = journal(workspace).parent.with_name("aaaaaaaaaa")
    other.mkdir()
    os.mkfifo(other / "0001.jsonl")
    (other / "0002.jsonl").symlink_to("/dev/zero")
    again = open_again("mei")
    assert dict(again.annotations) == {made.id: made}
    assert [problem.split(" could")[0] for problem in again.problems] == [
        "The journal annotations/aaaaaaaaaa/0001.jsonl",
        "The journal annotations/aaaaaaaaaa/0002.jsonl",
    ]


@pytest.mark.parametrize("gone", [["articles"], ["annotations"], ["articles", "annotations"]])
def test_missing_folders_lose_nothing_else(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open, gone: list[str]
) -> None:
    made = tag(workspace, 0, 3)
    workspace.close()
    for name in gone:
        (workspace.folder / name).rename(workspace.folder.parent / name)
    again = open_again()
    assert dict(again.annotations) == {}
    assert len(again.problems) == 1
    again.add_article(article) if "articles" in gone else None
    tag(again, 5, 8)
    again.close()
    for name in gone:
        for path in (workspace.folder.parent / name).iterdir():
            if not (workspace.folder / name / path.name).exists():
                path.rename(workspace.folder / name / path.name)
    assert made.id in open_again().annotations


@pytest.mark.parametrize("depth", [500, 100_000])
def test_deep_nesting_in_a_journal_is_a_damaged_line(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, depth: int
) -> None:
    from reader.workspace.files.entry import _line

    made = tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    body = b'{"seq":2,"clock":2,"reverts":' + b"[" * depth + b"]" * depth + b"}"
    path.write_bytes(path.read_bytes() + _line(body))
    again = open_again("mei")
    (problem,) = again.problems
    assert problem.startswith(f"Line 2 of the journal annotations/{workspace.writer}/0001.jsonl")
    assert dict(again.annotations) == {made.id: made}


_OPEN_HUGE = """
import sys
from pathlib import Path
from reader.workspace import Workspace
folder, state = map(Path, sys.argv[1:])
with Workspace.open(folder, author="mei", state=state) as workspace:
    print(*workspace.problems, len(workspace.annotations), sep="\\n")
status = Path("/proc/self/status").read_text().splitlines()
print(next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM")))
"""
# The peak that getrusage tells has in it what the tests' own process took before the fork.


@pytest.mark.parametrize("clock", [2**52 + 1, 2**53 - 1])
@pytest.mark.parametrize("live", [False, True])
def test_a_clock_beyond_all_sense_is_a_damaged_line_and_blocks_nobody(
    workspace: Workspace, tag: Tag, open_again: Open, folder: Path, clock: int, live: bool
) -> None:
    tag(workspace, 0, 2)
    journal = folder / "annotations" / "brokenaaaa" / "0001.jsonl"
    body = (
        b'{"seq":1,"clock":%d,"time":"2026-11-22T08:00:00.000000Z","author":"x","reverts":null,'
        b'"operation":{"label":"x","edits":[{"annotation":"a","before":null,"after":{"id":"a",'
        b'"article":"%b","start":0,"end":1,"quote":"\xe6\xb8\x85","prefix":"","suffix":"",'
        b'"kind":"metric","attributes":{},"note":"","author":"x","created":"","modified":""}}]}}'
    ) % (clock, next(iter(workspace.articles)).encode())
    journal.parent.mkdir()
    digest = hashlib.sha256(body).hexdigest()[:16].encode()
    journal.write_bytes(b'{"sum":"%b","entry":%b}\n' % (digest, body))
    if live:
        workspace.take(workspace.look())
    else:
        workspace.close()
        workspace = open_again()
        (problem,) = workspace.problems
        assert problem.startswith(f"Line 1 of the journal annotations/{journal.parent.name}/")
    tag(workspace, 3, 5)
    assert len(workspace.annotations) == 2
    assert len([one for one in check(folder) if one.severity == "error"]) == 1


def test_the_highest_clock_there_is_refuses_with_the_reason(
    workspace: Workspace, tag: Tag, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(type(workspace._contents), "clock", 2**52)
    with pytest.raises(RefusedError) as refusal:
        tag(workspace, 0, 2)
    assert str(refusal.value) == (
        "“Tag” was not done, because a broken program left the highest number there is in "
        f"{folder / 'annotations'}; put the journals back from a backup."
    )


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted in Linux' way")
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_line_of_two_hundred_megabytes_is_set_aside_without_being_read_twice(
    workspace: Workspace, tag: Tag, journal: Journal, state: Path, end: bytes
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    megabytes = 200
    with path.open("ab") as file:
        for _ in range(megabytes):
            file.write(b"x" * 1_000_000)
        file.write(end)
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_HUGE, workspace.folder, state],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    problem, tags, memory = done.stdout.splitlines()
    assert "0001.jsonl" in problem
    assert tags == "1"
    assert int(memory) < 2.5 * megabytes + 150


def test_whatever_bits_are_flipped_nothing_wrong_is_shown_silently(
    workspace: Workspace, tag: Tag, tmp_path: Path, state: Path
) -> None:
    for start in (0, 3, 6):
        tag(workspace, start, start + 3)
    workspace.undo()
    workspace.close()
    whole = set(map(repr, workspace.annotations.values()))
    titles = {workspace.details(one).title for one in workspace.articles}
    files = [path for path in workspace.folder.rglob("*") if path.is_file()]
    rng = random.Random(7)
    silent = 0
    for number in range(120):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(workspace.folder, copy)
        path = copy / rng.choice(files).relative_to(workspace.folder)
        content = bytearray(path.read_bytes())
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        path.write_bytes(content)
        with (
            contextlib.suppress(NotAWorkspaceError),
            Workspace.open(copy, author="mei", state=state) as opened,
        ):
            if not opened.problems and not opened.read_only:
                silent += 1
                assert set(map(repr, opened.annotations.values())) == whole
                assert {opened.details(one).title for one in opened.articles} == titles
                assert opened.tag_set == workspace.tag_set
        shutil.rmtree(copy)
    assert silent < 12


@pytest.mark.parametrize("name", ["workspace.json", "articles", "annotations"])
def test_a_file_in_the_place_of_a_folder_and_the_other_way_round_is_one_sentence(
    workspace: Workspace, tag: Tag, state: Path, name: str
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = workspace.folder / name
    path.rename(workspace.folder.parent / "aside")
    if name == "workspace.json":
        path.mkdir()
        with pytest.raises(WorkspaceError) as error:
            Workspace.open(workspace.folder, author="mei", state=state)
        assert str(error.value).startswith(f"{path} could not be read")
        return
    path.write_text("in the way")
    with Workspace.open(workspace.folder, author="mei", state=state) as again:
        assert dict(again.annotations) == {}
    assert path.read_text() == "in the way"
