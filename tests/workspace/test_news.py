"""Two windows on one folder: what one does, the other sees."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.annotation.tag_set import TagSet
from reader.text.glossary import Correction
from reader.text.span import Span
from reader.workspace import ChangeSet, RefusedError, Workspace, editing
from reader.workspace.files.article_file import article_path
from reader.workspace.files.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace.journals.news import News

    Tag = Callable[..., Annotation]
    Open = Callable[..., Workspace]
    Journal = Callable[[Workspace], Path]


def taken(workspace: Workspace) -> ChangeSet:
    """Look, take, and return what the listeners were told."""
    told: list[ChangeSet] = []
    leave = workspace.subscribe(told.append)
    changes = workspace.take(workspace.look())
    leave()
    assert told == ([changes] if changes else [])
    assert changes.others is bool(changes)
    assert not workspace.look()
    return changes


def same(*workspaces: Workspace) -> None:
    """Verify that all show one state, and that opening would show it too."""
    first = workspaces[0]
    with Workspace.open(first.folder, author="x", state=first.folder.parent / "fresh") as fresh:
        for one in workspaces:
            assert dict(one.annotations) == dict(fresh.annotations)
            assert list(one.articles) == list(fresh.articles)
            assert one.conflicts == fresh.conflicts
            assert one.glossary == fresh.glossary
            for article_id in fresh.articles:
                assert one.details(article_id) == fresh.details(article_id)
                assert one.counts(article_id) == fresh.counts(article_id)
                assert one.index(article_id).in_order() == fresh.index(article_id).in_order()


def with_seq(line: bytes, seq: int, refuses: bytes = b"") -> bytes:
    """Return a journal's line with another number, and the sum that fits."""
    entry = json.loads(line)["entry"]
    body = line[34:-2].replace(b'"seq":%d,' % entry["seq"], b'"seq":%d,' % seq, 1)
    if refuses:
        body = body[:-1] + b',"refuses":["%s"]}' % refuses[8:24]
    return b'{"sum":"%s","entry":%s}\n' % (hashlib.sha256(body).hexdigest()[:16].encode(), body)


def test_what_another_window_does_is_seen(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, article: Article
) -> None:
    other = open_elsewhere()
    assert not other.look()
    made = tag(workspace, 0, 3)
    news = other.look()
    assert news
    assert dict(other.annotations) == {}
    changes = other.take(news)
    assert dict(changes.annotations) == {made.id: (None, made)}
    edited = other.apply(editing.describe(other, made.id, note="存疑")).annotations[made.id][1]
    assert dict(taken(workspace).annotations) == {made.id: (made, edited)}
    workspace.apply(editing.retitle(workspace, article.id, "清溪"))
    workspace.apply(editing.correct(workspace, Correction("干部", "幹部")))
    changes = taken(other)
    assert changes.articles == {article.id}
    assert changes.glossary
    same(workspace, other)


def test_looking_reads_only_what_is_new(
    workspace: Workspace,
    open_elsewhere: Open,
    tag: Tag,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(2):
        tag(workspace, 0, 3)
    other = open_elsewhere()
    opened: list[Path] = []
    real = Path.open

    def recorded(path: Path, *arguments: object, **words: object) -> object:
        opened.append(path)
        return real(path, *arguments, **words)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", recorded)
        assert not other.look()
    assert opened == []
    tag(workspace, 5, 8)
    path = journal(workspace)
    # What lies before is not looked at again: damage there is found when it is next opened.
    content = path.read_bytes()
    path.write_bytes(b"x" * 20 + content[20:])
    assert len(taken(other).annotations) == 1


def test_an_edit_made_meanwhile_is_not_lost_to_late_news(
    workspace: Workspace, open_elsewhere: Open, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    other = open_elsewhere()
    workspace.apply(editing.describe(workspace, made.id, note="先"))
    news = other.look()
    tag(other, 5, 8)
    other.apply(editing.describe(other, made.id, note="后"))
    other.take(news)
    assert other.annotations[made.id].note == "后"
    assert [head.annotation.note for head in other.conflicts[made.id].heads if head.annotation] == [
        "先",
        "后",
    ]
    taken(workspace)
    same(workspace, other)


def test_the_clock_goes_ahead_of_what_was_taken(
    workspace: Workspace, open_elsewhere: Open, tag: Tag
) -> None:
    other = open_elsewhere()
    made = [tag(workspace, 0, 3) for _ in range(5)][-1]
    taken(other)
    other.apply(editing.untag(other, [made.id]))
    taken(workspace)
    assert made.id not in workspace.annotations
    assert workspace.conflicts == {}


def test_half_a_line_waits_until_it_is_whole(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    tag(workspace, 5, 8)
    path = journal(workspace)
    whole = path.read_bytes()
    start = whole.index(b"\n") + 1
    for length in range(start, len(whole) - 1, 20):
        path.write_bytes(whole[:length])
        assert not other.look()
    path.write_bytes(whole[:-1])
    assert len(taken(other).annotations) == 1
    path.write_bytes(whole)
    assert not other.look()
    tag(workspace, 6, 9)
    assert len(taken(other).annotations) == 1
    same(workspace, other)


def test_other_files_beside_a_journal_are_no_news(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    for name in ("notes.txt", ".0001.jsonl.1a2b.tmp", "0001.jsonl.bak"):
        journal(workspace).with_name(name).write_bytes(b"x")
    assert not other.look()


def test_a_line_that_stays_damaged_is_passed_over_the_second_time(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    path = journal(workspace)
    workspace.close()
    content = path.read_bytes()
    damaged = b"0" * len(content[:-1]) + b"\n"
    third = with_seq(content, 3)
    path.write_bytes(content + damaged + third)
    # It may be in the middle of being copied.
    assert not other.look()
    path.write_bytes(content + with_seq(content, 2) + third)
    assert [entry.seq for entry in other.look().entries] == [2, 3]
    path.write_bytes(content + damaged + third)
    assert not other.look()
    assert [entry.seq for entry in other.look().entries] == [3]
    other.take(other.look())
    assert not other.look()


def test_a_hole_that_is_filled_after_it_was_passed_over_is_read(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    made = [tag(workspace, start, start + 3) for start in (0, 1, 2, 3)]
    path = journal(workspace)
    workspace.close()
    lines = path.read_bytes().splitlines(keepends=True)
    # A synchroniser may bring the blocks of a file in any order.
    hole = bytes(len(lines[1]) - 1) + b"\n"
    path.write_bytes(lines[0] + hole + lines[2])
    opened_with_it = open_elsewhere()
    path.write_bytes(lines[0])
    other = open_elsewhere("gao")
    path.write_bytes(lines[0] + hole + lines[2])
    assert not other.look()
    taken(other)
    for one in (opened_with_it, other):
        assert set(one.annotations) == {made[0].id, made[2].id}
    path.write_bytes(lines[0] + hole + lines[2] + lines[3])
    for one in (opened_with_it, other):
        assert not one.look().whole
        assert dict(taken(one).annotations) == {made[3].id: (None, made[3])}
    path.write_bytes(b"".join(lines))
    for one in (opened_with_it, other):
        assert dict(taken(one).annotations) == {made[1].id: (None, made[1])}
    same(opened_with_it, other)


def test_a_damaged_line_that_was_passed_over_and_is_mended_later_counts(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    made = [tag(workspace, start, start + 2) for start in (4, 5, 6)]
    path = journal(workspace)
    whole = path.read_bytes()
    one, two, three, four = whole.splitlines(keepends=True)
    hole = b"0" * (len(two) - 1) + b"\n"
    path.write_bytes(one + hole + three)
    assert not other.look()
    assert list(taken(other).annotations) == [made[1].id]
    path.write_bytes(one + hole + three + four)
    assert list(taken(other).annotations) == [made[2].id]
    path.write_bytes(whole)
    assert list(taken(other).annotations) == [made[0].id]
    same(other)


def test_what_was_refused_elsewhere_goes_again(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    kept = tag(workspace, 0, 3)
    other = open_elsewhere()
    before = journal(workspace).read_bytes()
    refused = tag(workspace, 5, 8)
    taken(other)
    assert refused.id in other.annotations
    mine = tag(other, 6, 9)
    clock = other._contents.clock
    # As a writer leaves it whose disk failed after another had read the line.
    journal(workspace).write_bytes(before)
    changes = taken(other)
    assert dict(changes.annotations) == {refused.id: (refused, None)}
    assert set(other.annotations) == {kept.id, mine.id}
    assert other._contents.clock == clock


def test_what_is_written_next_comes_behind_what_was_seen_and_is_gone(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    other = open_elsewhere()
    before = [tag(workspace, 0, 3) for _ in range(3)]
    lines = journal(workspace).read_bytes().splitlines(keepends=True)
    taken(other)
    journal(workspace).write_bytes(lines[0])
    assert len(taken(other).annotations) == 2
    other.apply(editing.untag(other, [before[0].id]))
    assert json.loads(journal(other).read_bytes())["entry"]["clock"] == 4


def test_a_refused_line_is_dropped_once_the_next_segment_tells(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    refused, done = tag(workspace, 5, 8), tag(workspace, 6, 9)
    path = journal(workspace)
    one, two, three = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(one + two)
    taken(other)
    path.with_name("0002.jsonl").write_bytes(with_seq(three, 2, refuses=two))
    changes = taken(other)
    assert dict(changes.annotations) == {refused.id: (refused, None), done.id: (None, done)}


def test_a_new_segment_goes_on(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    made = tag(workspace, 5, 8)
    path = journal(workspace)
    one, two = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(one)
    path.with_name("0002.jsonl").write_bytes(two)
    assert dict(taken(other).annotations) == {made.id: (None, made)}


def test_a_file_that_was_only_touched_or_written_again_is_no_news(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    path = journal(workspace)
    os.utime(path, ns=(1, 1))
    assert not other.look()
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    copy.replace(path)
    assert not other.look()


def test_a_journal_that_became_another_is_read_anew(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    tag(workspace, 0, 3)
    other = open_elsewhere()
    made = tag(workspace, 5, 8)
    path = journal(workspace)
    _, two = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(two + two)
    changes = taken(other)
    assert changes.annotations[made.id] == (None, made)
    same(other)


def test_a_folder_that_is_away_for_a_moment_changes_nothing(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    other = open_elsewhere()
    folder.rename(folder.with_name("away"))
    folder.mkdir()
    assert not other.look()
    folder.rmdir()
    assert not other.look()
    folder.with_name("away").rename(folder)
    assert not other.look()
    assert list(other.annotations) == [made.id]


def test_a_segment_that_cannot_be_read_now_is_read_later(
    workspace: Workspace,
    open_elsewhere: Open,
    tag: Tag,
    journal: Journal,
) -> None:
    other = open_elsewhere()
    tag(workspace, 0, 3)
    path = journal(workspace)
    content = path.read_bytes()
    path.unlink()
    path.mkdir()
    assert not other.look()
    path.rmdir()
    path.write_bytes(content)
    assert len(taken(other).annotations) == 1


def test_articles_come_and_go(
    workspace: Workspace, open_elsewhere: Open, other_article: Article, folder: Path
) -> None:
    other = open_elsewhere()
    workspace.add_article(other_article)
    assert taken(other).articles == {other_article.id}
    assert list(other.articles) == list(workspace.articles)
    tagged = other.apply(editing.tag(other, other_article.id, Span(0, 3), "metric"))
    ((tag_id, _),) = tagged.annotations.items()
    path = article_path(folder, other_article.id)
    content = path.read_bytes()
    path.unlink()
    # A synchroniser may be replacing it.
    assert not other.look()
    path.write_bytes(content)
    assert not other.look()
    path.unlink()
    assert not other.look()
    changes = taken(other)
    assert changes.articles == {other_article.id}
    assert changes.annotations[tag_id][1] is None
    assert other_article.id not in other.articles
    with pytest.raises(KeyError):
        other.details(other_article.id)
    path.write_bytes(content)
    changes = taken(other)
    assert changes.annotations[tag_id][0] is None
    taken(workspace)
    same(workspace, other)


def test_a_removed_article_may_go_altogether(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, article: Article, folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.apply(editing.remove_article(workspace, article.id))
    other = open_elsewhere()
    article_path(folder, article.id).unlink()
    assert not other.look()
    news = other.look()
    changes = other.take(news)
    assert changes.articles == {article.id}
    assert not changes.annotations
    # The same news once more are none.
    assert not other.take(news)


def test_an_article_that_was_brought_in_here_meanwhile_is_no_news(
    workspace: Workspace, open_elsewhere: Open, other_article: Article
) -> None:
    other = open_elsewhere()
    workspace.add_article(other_article)
    news = other.look()
    other.add_article(other_article)
    assert not other.take(news)
    assert not other.look()


def test_an_article_that_is_not_whole_yet_waits(
    workspace: Workspace, open_elsewhere: Open, other_article: Article, folder: Path
) -> None:
    other = open_elsewhere()
    workspace.add_article(other_article)
    path = article_path(folder, other_article.id)
    content = path.read_bytes()
    path.write_bytes(content[:100])
    assert not other.look()
    assert not other.look()
    path.write_bytes(content)
    assert taken(other).articles == {other_article.id}


def test_tags_come_before_their_article_and_wait_for_it(
    workspace: Workspace, open_elsewhere: Open, other_article: Article, folder: Path
) -> None:
    other = open_elsewhere()
    workspace.add_article(other_article)
    path = article_path(folder, other_article.id)
    content = path.read_bytes()
    path.unlink()
    workspace.apply(editing.tag(workspace, other_article.id, Span(0, 3), "metric"))
    workspace.apply(editing.retitle(workspace, other_article.id, "二"))
    workspace.apply(editing.tag(workspace, other_article.id, Span(3, 5), "metric"))
    workspace.apply(editing.remove_article(workspace, other_article.id))
    assert not taken(other)
    workspace.undo()
    workspace.undo()
    assert not taken(other)
    path.write_bytes(content)
    assert len(taken(other).annotations) == 1
    assert other.details(other_article.id).title == "二"


def test_a_removed_article_takes_its_tags_along_elsewhere(
    workspace: Workspace, open_elsewhere: Open, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 0, 3)
    other = open_elsewhere()
    workspace.apply(editing.remove_article(workspace, article.id))
    changes = taken(other)
    assert dict(changes.annotations) == {made.id: (made, None)}
    assert not other.articles
    workspace.undo()
    assert dict(taken(other).annotations) == {made.id: (None, made)}
    same(workspace, other)


def test_other_kinds_of_tag_are_known_at_once(
    workspace: Workspace, open_elsewhere: Open, folder: Path, tag: Tag, article: Article
) -> None:
    other = open_elsewhere()
    tag(workspace, 0, 3, "honour")
    taken(other)
    counts = other.counts(article.id)
    manifest = read_manifest(folder)
    kinds = [kind for kind in manifest.tag_set if kind.name != "programme"]
    kinds = [replace(kinds[0], name="place"), *[one for one in kinds if one.name != "honour"]]
    (folder / "workspace.json").write_bytes(
        replace(manifest, tag_set=TagSet(tuple(kinds))).to_bytes()
    )
    changes = taken(other)
    assert changes.tag_set
    assert [kind.name for kind in other.tag_set] == ["place", "metric"]
    assert dict(counts) == {"place": 0, "metric": 0, "honour": 1}
    (folder / "workspace.json").write_bytes(b"{")
    assert not other.look()


def test_what_is_closed_takes_nothing(workspace: Workspace, open_elsewhere: Open, tag: Tag) -> None:
    other = open_elsewhere()
    tag(workspace, 0, 3)
    news = other.look()
    other.close()
    assert not other.take(news)
    assert not other.annotations


def test_a_workspace_open_for_reading_sees_others_too(
    workspace: Workspace, folder: Path, tmp_path: Path, tag: Tag
) -> None:
    state = tmp_path / "file"
    state.touch()
    with Workspace.open(folder, author="lin", state=state) as other:
        assert other.read_only
        tag(workspace, 0, 3)
        assert len(taken(other).annotations) == 1
        with pytest.raises(RefusedError, match="for reading only"):
            tag(other, 0, 3)


def test_our_own_line_in_the_middle_of_being_written_is_no_news(
    workspace: Workspace, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look on another thread may see a line that is refused a moment later."""
    tag(workspace, 0, 3)
    news: list[News] = []
    real = os.fsync

    def look_then_fail(descriptor: int) -> None:
        if not news:
            news.append(workspace.look())
            raise OSError(5, "Input/output error")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", look_then_fail)
        with pytest.raises(RefusedError):
            tag(workspace, 5, 8)
    writer = workspace.writer
    assert not workspace.take(news[0])
    assert len(workspace.annotations) == 1
    assert workspace.writer == writer
    tag(workspace, 6, 9)
    assert not workspace.take(news[0])
    assert len(workspace.annotations) == 2


def test_our_own_refused_line_is_in_no_news_of_everything(
    workspace: Workspace,
    open_elsewhere: Open,
    tag: Tag,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = open_elsewhere()
    tag(workspace, 0, 3)
    tag(other, 4, 7)
    path = journal(workspace)
    shutil.copy(path, path.with_name("0001 (1).jsonl"))
    news: list[News] = []

    def look_then_fail(_: int) -> None:
        news.append(other.look())
        raise OSError(5, "Input/output error")

    for first in (True, False):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", look_then_fail)
            with pytest.raises(RefusedError):
                tag(other, 5, 8)
        assert news[0].whole is not None
        assert other.take(news[0]) if first else not other.take(news[0])
        assert sorted(one.span.start for one in other.annotations.values()) == [0, 4]
        same(other)


def test_news_of_everything_leave_our_own_journal_to_us(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    other = open_elsewhere()
    made = tag(other, 0, 3)
    theirs = tag(workspace, 5, 8)
    taken(other)
    path = journal(workspace)
    shutil.copy(path, path.with_name("0001 (conflicted copy).jsonl"))
    news = other.look()
    assert news.whole is not None
    # What was read of our own journal is older than what we have done since.
    later = tag(other, 6, 9)
    other.apply(editing.untag(other, [made.id]))
    assert not other.take(news)
    assert set(other.annotations) == {theirs.id, later.id}
    same(other)


def test_news_of_everything_that_others_overtook_are_read_again(
    workspace: Workspace, open_elsewhere: Open, tag: Tag, journal: Journal
) -> None:
    other, third = open_elsewhere(), open_elsewhere("wu")
    tag(workspace, 0, 3)
    path = journal(workspace)
    shutil.copy(path, path.with_name("0001-LAPTOP.jsonl"))
    old = other.look()
    path.with_name("0001-LAPTOP.jsonl").unlink()
    theirs = tag(third, 5, 8)
    other.take(other.look())
    other.take(old)
    assert theirs.id in other.annotations
    same(other)
