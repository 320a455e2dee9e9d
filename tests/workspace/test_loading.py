from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.text.span import Span
from reader.workspace import NotAWorkspaceError, Workspace, editing
from reader.workspace.files.article_file import article_path
from reader.workspace.files.entry import Entry
from reader.workspace.journals import loading as module
from reader.workspace.journals import writer as writer_module
from reader.workspace.journals.journal import entries_of, read_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Crash = Callable[[Workspace], None]
    Journal = Callable[[Workspace], Path]


def fail(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.slow
def test_our_torn_last_line_is_cut_at_whatever_byte_it_broke(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, crash: Crash
) -> None:
    first = tag(workspace, 0, 3)
    path = journal(workspace)
    start = path.stat().st_size
    second = tag(workspace, 5, 8)
    crash(workspace)
    whole = path.read_bytes()
    for length in range(start, len(whole) + 1):
        path.write_bytes(whole[:length])
        with open_again() as again:
            complete = length >= len(whole) - 1
            expected = {first.id: first} | ({second.id: second} if complete else {})
            assert dict(again.annotations) == expected
            assert path.read_bytes() == (whole if complete else whole[:start])
            assert bool(again.problems) is (start < length and not complete)
            assert all("0001.jsonl was cut short when" in one for one in again.problems)


def test_a_torn_last_line_is_explained(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, crash: Crash
) -> None:
    tag(workspace, 0, 3)
    crash(workspace)
    path = journal(workspace)
    path.write_bytes(path.read_bytes()[:-5])
    (problem,) = open_again().problems
    assert problem == (
        f"The last edit in annotations/{workspace.writer}/0001.jsonl was cut short when the "
        "program stopped; it had not been reported as saved and was dropped."
    )


def test_after_a_torn_line_was_cut_the_journal_goes_on(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    path.write_bytes(path.read_bytes() + b'{"sum":"01')
    with open_again() as again:
        tag(again, 5, 8)
    assert [entry.seq for entry in entries_of(read_journal(path.parent))] == [1, 2]
    with open_again() as last:
        assert len(last.annotations) == 2
        assert last.problems == ()


def test_a_torn_line_that_cannot_be_cut_is_left_behind(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    path.write_bytes(path.read_bytes() + b'{"sum":"01')
    with monkeypatch.context() as patch:
        patch.setattr(module, "mend_tail", fail)
        again = open_again()
    tag(again, 5, 8)
    assert path.with_name("0002.jsonl").exists()
    again.close()
    assert len(open_again().annotations) == 2


def test_another_writers_torn_tail_is_neither_reported_nor_cut(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    content = path.read_bytes() + b'{"sum":"01'
    path.write_bytes(content)
    second = open_again()
    assert (second.problems, len(second.annotations)) == ((), 1)
    assert path.read_bytes() == content


def test_a_damaged_line_is_set_aside_and_every_other_edit_kept(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, folder: Path
) -> None:
    made = [tag(workspace, start, start + 3) for start in range(3)]
    workspace.close()
    path = journal(workspace)
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b'"kind":"metric"', b'"kind":"honour"')
    path.write_bytes(b"\n".join(lines))
    content = path.read_bytes()
    copies = set()
    for _ in range(2):
        with open_again() as again:
            assert list(again.annotations) == [made[0].id, made[2].id]
            (problem,) = again.problems
            assert problem == (
                f"Line 2 of the journal annotations/{again.writer}/0001.jsonl cannot be read "
                f"(the checksum does not match) and was copied to annotations/{again.writer}/"
                "damaged; every other edit is here, and a copy of that file from a backup may "
                "bring back the rest."
            )
            tag_file = folder / "annotations" / again.writer / "damaged"
            (copy,) = tag_file.iterdir()
            assert copy.read_bytes() == lines[1]
            copies.add(copy.stat().st_ino)
            assert path.read_bytes() == content
    assert len(copies) == 1, "the copy was written again"


def test_a_number_lost_with_a_damaged_line_is_not_given_again(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open
) -> None:
    tag(workspace, 0, 3)
    tag(workspace, 5, 8)
    workspace.close()
    path = journal(workspace)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"seq":2', b'"seq":3'))
    with open_again() as again:
        tag(again, 6, 9)
    path.write_bytes(whole + path.read_bytes().splitlines(keepends=True)[-1])
    assert [entry.seq for entry in entries_of(read_journal(path.parent))] == [1, 2, 3]


def test_damage_in_another_journal_is_copied_to_ours(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, folder: Path
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    path.write_bytes(b"\x00\xff\n\xfe\n" + path.read_bytes())
    second = open_again()
    (problem,) = second.problems
    assert problem.startswith(
        f"2 lines, from line 1 on, of the journal annotations/{workspace.writer}/0001.jsonl "
    )
    copies = sorted((folder / "annotations" / second.writer / "damaged").iterdir())
    assert sorted(copy.read_bytes() for copy in copies) == [b"\x00\xff", b"\xfe"]
    assert all(copy.name.startswith(f"{workspace.writer}-0001-") for copy in copies)
    assert len(second.annotations) == 1


def test_damage_that_cannot_be_copied_is_reported_all_the_same(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    path.write_bytes(b"x\n" + path.read_bytes())
    monkeypatch.setattr(module, "write_durably", fail)
    again = open_again()
    (problem,) = again.problems
    assert "cannot be read (not a line of a journal); every other edit is here" in problem
    assert len(again.annotations) == 1


def test_a_damaged_article_is_left_alone_and_its_tags_wait(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open, folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    workspace.close()
    path = article_path(folder, article.id)
    damaged = path.read_bytes().replace("清溪".encode(), "青溪".encode())
    path.write_bytes(damaged)
    with open_again() as again:
        (problem,) = again.problems
        assert problem == (
            f"The article file articles/{article.id}.json is damaged (its text is not the one "
            "that was brought in) and was left as it is; import the same text again, or put the "
            "file back from a backup, to see it and its tags."
        )
        assert (dict(again.articles), dict(again.annotations)) == ({}, {})
        assert path.read_bytes() == damaged
        changes = again.add_article(article)
        assert dict(changes.annotations) == {made.id: (None, made)}
        assert path.with_name(f"{path.name}.damaged-1").read_bytes() == damaged
    with open_again() as last:
        assert (last.problems, dict(last.annotations)) == ((), {made.id: made})


def test_tags_of_a_missing_article_are_counted_and_kept(
    workspace: Workspace, article: Article, tag: Tag, open_again: Open, folder: Path
) -> None:
    tag(workspace, 0, 3)
    article_path(folder, article.id).unlink()
    file = f"articles/{article.id}.json is missing in {folder}"
    (problem,) = open_again().problems
    assert problem == (
        f"1 tag belongs to an article whose file {file}; it is kept and comes back when the "
        "article is imported again."
    )
    tag(workspace, 5, 8)
    (problem,) = open_again().problems
    assert problem == (
        f"2 tags belong to an article whose file {file}; they are kept and come back when the "
        "article is imported again."
    )


def test_a_tag_that_does_not_quote_its_article_is_not_shown(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open, article: Article
) -> None:
    good = tag(workspace, 0, 3)
    path = journal(workspace)
    edit = editing.tag(workspace, article.id, workspace.annotations[good.id].span, "metric")
    (made,) = (one.after for one in edit.edits)
    lying = Entry.from_line(workspace.writer, path.read_bytes()[:-1]).to_line()
    lying = lying.replace(good.id.encode(), made.id.encode()).replace(b'"end":3', b'"end":4')  # type: ignore[union-attr]
    lying = lying.replace(b'"seq":1', b'"seq":2')
    digest = hashlib.sha256(lying[34:-2]).hexdigest()[:16].encode()
    path.write_bytes(path.read_bytes() + lying[:8] + digest + lying[24:])
    again = open_again()
    assert list(again.annotations) == [good.id]
    assert again.counts(article.id)["metric"] == 1
    (problem,) = again.problems
    assert problem == (
        f"1 tag quotes words that do not stand in articles/{article.id}.json; it is kept in the "
        "journal but not shown, and “wenmai check” names it."
    )


def test_a_journal_of_ours_that_cannot_be_read_makes_us_another_writer(
    workspace: Workspace, tag: Tag, journal: Journal, open_again: Open
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    content = path.read_bytes()
    path.unlink()
    path.mkdir()
    with open_again() as again:
        assert again.writer != workspace.writer
        (problem,) = again.problems
        assert problem == (
            f"The journal annotations/{workspace.writer}/0001.jsonl could not be read (Is a "
            "directory), so its edits are missing; make it readable and open the workspace again."
        )
        tag(again, 5, 8)
    path.rmdir()
    path.write_bytes(content)
    with open_again() as last:
        assert len(last.annotations) == 2
        assert last.writer == again.writer


def test_without_another_identity_it_is_open_for_reading(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    open_again: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    path = journal(workspace)
    path.unlink()
    path.mkdir()
    monkeypatch.setattr(writer_module, "write_durably", fail)
    assert "open for reading only" in open_again().read_only


def test_folders_that_git_does_not_keep_may_be_missing(
    folder: Path, state: Path, article: Article, tag: Tag
) -> None:
    Workspace.create(folder, author="lin", state=state).close()
    (folder / "articles").rmdir()
    (folder / "annotations").rmdir()
    with Workspace.open(folder, author="lin", state=state) as workspace:
        assert workspace.problems == ()
        workspace.add_article(article)
        tag(workspace, 0, 3)
    with Workspace.open(folder, author="lin", state=state) as workspace:
        assert len(workspace.annotations) == 1


def test_a_folder_that_cannot_be_listed_is_no_crash_and_holds_no_writer(
    workspace: Workspace, open_again: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()
    with monkeypatch.context() as patch:
        patch.setattr(module, "article_files", fail)
        with pytest.raises(NotAWorkspaceError) as error:
            open_again()
    # The exception keeps every frame alive, and yet the writer is free.
    assert open_again().writer == workspace.writer
    assert "could not be read (No space left on device)" in str(error.value)


def test_a_newer_workspace_that_cannot_be_listed_is_no_crash_either(
    workspace: Workspace, open_again: Open, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    manifest = folder / "workspace.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"version": 1', b'"version": 4'))
    monkeypatch.setattr(module, "article_files", fail)
    with pytest.raises(NotAWorkspaceError):
        open_again()


def test_texts_of_other_editors_come_through(
    folder: Path, state: Path, tag: Tag, open_again: Open
) -> None:
    article = Article.from_text("\ufeff𠀀\r\nNBSP\u00a0U+2028\u2028末")
    with Workspace.create(folder, author="lin", state=state) as workspace:
        workspace.add_article(article)
        length = len(article.text)
        workspace.apply(editing.tag(workspace, article.id, Span(0, length), "metric"))
    again = open_again()
    assert again.articles[article.id].text == article.text
    assert [one.quote for one in again.annotations.values()] == [article.text]
