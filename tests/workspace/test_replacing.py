"""Replacing an article's text: what is certain moves, the rest waits, nothing is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from reader.annotation.operation import AnnotationEdit, ArticleDetails, ArticleEdit, Operation
from reader.assets import resource
from reader.text.article import Article
from reader.text.script import SourceScript
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.checks.check import check
from reader.workspace.files.article_file import article_path
from reader.workspace.replacing import (
    discard,
    orphans,
    plan_replacement,
    reattach,
    replace_article,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.workspace import ChangeSet

OLD = Article.from_text(
    "清溪镇读书节办到田间\n今年三月以来，清溪镇先后举办了十二场读书会，来了近三千名居民。\n"
    "“灯火书屋”由镇文化站和志愿服务队一起开办，评为县级示范点。\n"
)
NEW = Article.from_text(OLD.text.replace("近三千名", "近四千名").replace("田间", "田头"))
NEWER = Article.from_text(NEW.text.replace("“灯火书屋”由", "“灯光书屋”是").replace("今年", "去年"))


@pytest.fixture
def shelf(workspace: Workspace, article: Article) -> Workspace:
    """A workspace whose first article is not concerned."""
    workspace.add_article(OLD)
    return workspace


def tagged(workspace: Workspace, words: str, article: Article = OLD) -> Annotation:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    changes = workspace.apply(editing.tag(workspace, article.id, span, "metric"))
    ((_, made),) = changes.annotations.values()
    assert made is not None
    return made


def state(workspace: Workspace) -> tuple[object, ...]:
    """Everything that is shown, and everything that waits."""
    return (
        list(workspace.articles),
        dict(workspace.annotations),
        {one: workspace.details(one) for one in workspace.articles},
        [(one.annotation, one.article) for one in orphans(workspace)],
    )


def test_what_is_certain_moves_and_the_rest_waits(shelf: Workspace) -> None:
    moving, waiting = tagged(shelf, "十二场"), tagged(shelf, "近三千名")
    done = replace_article(shelf, OLD.id, NEW)
    assert (done.moved, done.orphans) == ((moving.id,), (waiting.id,))
    assert OLD.id not in shelf.articles
    assert shelf.articles[NEW.id] == NEW
    assert list(shelf.annotations) == [moving.id]
    moved = shelf.annotations[moving.id]
    assert (moved.article, moved.quote, moved.created) == (NEW.id, "十二场", moving.created)
    assert moved.span == moving.span
    assert moved.anchor.suffix.startswith("读书会，来了近四千名")
    (orphan,) = orphans(shelf)
    assert (orphan.annotation, orphan.article) == (waiting, NEW.id)
    assert shelf.replaced == {OLD.id: NEW.id}
    assert check(shelf.folder) == []


def test_one_undo_brings_everything_back_and_one_redo_does_it_again(shelf: Workspace) -> None:
    tagged(shelf, "十二场")
    tagged(shelf, "近三千名")
    before = state(shelf)
    replace_article(shelf, OLD.id, NEW)
    after = state(shelf)
    assert shelf.undo_label == "Replace text"
    shelf.undo()
    assert state(shelf) == before
    assert shelf.replaced == {NEW.id: OLD.id}
    shelf.redo()
    assert state(shelf) == after


def test_everything_is_there_for_who_opens_the_folder_next(
    shelf: Workspace, open_again: Callable[..., Workspace]
) -> None:
    tagged(shelf, "十二场")
    tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    assert state(open_again("mei")) == state(shelf)
    shelf.undo()
    assert state(open_again("mei")) == state(shelf)


def test_listeners_are_told_once_of_exactly_what_changed(shelf: Workspace) -> None:
    moving, waiting = tagged(shelf, "十二场"), tagged(shelf, "近三千名")
    told: list[ChangeSet] = []
    shelf.subscribe(told.append)
    replace_article(shelf, OLD.id, NEW)
    (changes,) = told
    assert changes.articles == {OLD.id, NEW.id}
    assert changes.annotations == {
        moving.id: (moving, shelf.annotations[moving.id]),
        waiting.id: (waiting, None),
    }
    shelf.apply(discard(shelf, [waiting.id]))
    assert told[-1].articles == {OLD.id}


def test_a_title_and_a_script_that_the_user_set_go_along(shelf: Workspace) -> None:
    shelf.apply(editing.set_script(shelf, OLD.id, SourceScript.MIXED))
    replace_article(shelf, OLD.id, NEW)
    assert shelf.details(NEW.id) == ArticleDetails("清溪镇读书节办到田头", "mixed")
    shelf.apply(editing.retitle(shelf, NEW.id, "读书节"))
    replace_article(shelf, NEW.id, NEWER)
    assert shelf.details(NEWER.id) == ArticleDetails("读书节", "mixed")


def test_an_article_that_is_there_already_keeps_its_own_tags_and_title(shelf: Workspace) -> None:
    shelf.add_article(NEW)
    own = tagged(shelf, "县级示范点", NEW)
    moving = tagged(shelf, "十二场")
    shelf.apply(editing.retitle(shelf, NEW.id, "新的"))
    before = state(shelf)
    replace_article(shelf, OLD.id, NEW)
    assert shelf.details(NEW.id).title == "新的"
    assert set(shelf.annotations) == {own.id, moving.id}
    shelf.undo()
    assert state(shelf) == before


def test_what_the_user_said_of_the_earlier_text_goes_to_one_that_is_there_already(
    shelf: Workspace,
) -> None:
    shelf.add_article(NEW)
    shelf.apply(editing.retitle(shelf, OLD.id, "读书节"))
    shelf.apply(editing.set_script(shelf, OLD.id, SourceScript.MIXED))
    replace_article(shelf, OLD.id, NEW)
    assert shelf.details(NEW.id) == ArticleDetails("读书节", "mixed")
    shelf.undo()
    assert shelf.details(NEW.id) == ArticleDetails(NEW.title)
    assert NEW.id in shelf.articles


def test_what_somebody_tagged_in_the_new_text_waits_when_replacing_is_undone(
    shelf: Workspace, open_again: Callable[..., Workspace]
) -> None:
    tag = tagged(shelf, "十二场")
    replace_article(shelf, OLD.id, NEW)
    late = tagged(open_again("mei"), "志愿服务队", NEW)
    shelf.undo()
    third = open_again("wu")
    assert third.annotations == {tag.id: tag}
    assert [(one.annotation, one.article) for one in orphans(third)] == [(late, OLD.id)]


def test_a_tag_waits_through_several_versions(shelf: Workspace) -> None:
    first, second = tagged(shelf, "近三千名"), tagged(shelf, "“灯火书屋”由")
    replace_article(shelf, OLD.id, NEW)
    replace_article(shelf, NEW.id, NEWER)
    assert [(one.annotation.id, one.article) for one in orphans(shelf)] == [
        (first.id, NEWER.id),
        (second.id, NEWER.id),
    ]
    place = NEWER.text.index("近四千名")
    shelf.apply(reattach(shelf, first.id, Span(place, place + 4)))
    assert shelf.annotations[first.id].article == NEWER.id
    assert [one.annotation.id for one in orphans(shelf)] == [second.id]
    for _ in range(3):
        shelf.undo()
    assert orphans(shelf) == []
    assert shelf.annotations == {first.id: first, second.id: second}


def test_the_first_version_may_come_back(shelf: Workspace) -> None:
    waiting, moving = tagged(shelf, "近三千名"), tagged(shelf, "十二场")
    replace_article(shelf, OLD.id, NEW)
    replace_article(shelf, NEW.id, OLD)
    assert shelf.annotations[waiting.id] == waiting
    assert shelf.annotations[moving.id].anchor == moving.anchor
    assert shelf.replaced == {NEW.id: OLD.id}
    assert orphans(shelf) == []


def test_a_tag_is_put_back_and_that_can_be_undone(shelf: Workspace) -> None:
    waiting = tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    place = NEW.text.index("近四千名")
    shelf.apply(reattach(shelf, waiting.id, Span(place, place + 4)))
    back = shelf.annotations[waiting.id]
    assert (back.quote, back.article, back.id) == ("近四千名", NEW.id, waiting.id)
    assert shelf.undo_label == "Put tag back"
    assert orphans(shelf) == []
    shelf.undo()
    assert [one.annotation for one in orphans(shelf)] == [waiting]
    shelf.redo()
    assert shelf.annotations[waiting.id].anchor == back.anchor


def test_a_tag_that_waits_is_deleted_and_that_can_be_undone(shelf: Workspace) -> None:
    one, two = tagged(shelf, "近三千名"), tagged(shelf, "田间")
    replace_article(shelf, OLD.id, NEW)
    shelf.apply(discard(shelf, [one.id, two.id, one.id]))
    assert orphans(shelf) == []
    shelf.undo()
    assert [orphan.annotation for orphan in orphans(shelf)] == [two, one]


def test_what_somebody_else_tags_in_the_old_text_meanwhile_waits_too(
    shelf: Workspace, open_again: Callable[..., Workspace]
) -> None:
    other = open_again("mei")
    replace_article(shelf, OLD.id, NEW)
    late = tagged(other, "志愿服务队")
    third = open_again("wu")
    assert OLD.id not in third.articles
    assert [one.annotation for one in orphans(third)] == [late]


def test_a_replaced_article_that_is_imported_again_is_an_article_again(shelf: Workspace) -> None:
    waiting = tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    shelf.add_article(OLD)
    assert {OLD.id, NEW.id} <= set(shelf.articles)
    assert orphans(shelf) == []
    assert shelf.annotations == {waiting.id: waiting}


def test_tags_of_a_version_that_was_removed_come_back_with_it(shelf: Workspace) -> None:
    tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    shelf.apply(editing.remove_article(shelf, NEW.id))
    assert orphans(shelf) == []
    shelf.undo()
    assert len(orphans(shelf)) == 1


def test_a_plan_that_still_fits_is_followed_and_another_is_made_anew(shelf: Workspace) -> None:
    tag = tagged(shelf, "十二场")
    plan = plan_replacement(OLD, [tag], NEW)
    assert (list(plan.moves), plan.waiting) == ([tag.id], [])
    assert replace_article(shelf, OLD.id, NEW, plan).moved == (tag.id,)
    shelf.undo()
    other = tagged(shelf, "近三千名")
    done = replace_article(shelf, OLD.id, NEW, plan)
    assert (done.moved, done.orphans) == ((tag.id,), (other.id,))


# What is refused


def test_two_people_who_bring_in_the_same_text_have_nothing_to_settle(
    shelf: Workspace, open_elsewhere: Callable[..., Workspace]
) -> None:
    moving = tagged(shelf, "十二场")
    other = open_elsewhere()
    replace_article(shelf, OLD.id, NEW)
    replace_article(other, OLD.id, NEW)
    for one, another in ((shelf, other), (other, shelf)):
        one.take(one.look())
        assert one.conflicts == {}
        another.apply(editing.describe(another, moving.id, note=another.author))
        one.take(one.look())
        assert one.annotations[moving.id].note == another.author
        assert one.conflicts == {}
    assert state(shelf) == state(other)


def test_the_same_text_replaces_nothing(shelf: Workspace) -> None:
    with pytest.raises(RefusedError, match="this very text already"):
        replace_article(shelf, OLD.id, OLD)
    with pytest.raises(RefusedError, match="There is no article"):
        replace_article(shelf, NEW.id, OLD)
    assert shelf.undo_label is None


def test_an_article_file_that_cannot_be_written_changes_nothing(
    shelf: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    tagged(shelf, "十二场")
    before = state(shelf)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.workspace.workspace.file_article", full)
    with pytest.raises(RefusedError, match="No space left on device"):
        replace_article(shelf, OLD.id, NEW)
    assert state(shelf) == before
    assert not article_path(shelf.folder, NEW.id).exists()


@pytest.mark.parametrize("known", [False, True])
def test_an_operation_that_cannot_be_written_leaves_the_new_text_to_whoever_looks(
    shelf: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    open_again: Callable[..., Workspace],
    known: bool,
) -> None:
    tag = tagged(shelf, "十二场")
    if known:
        shelf.add_article(NEW)
    told: list[ChangeSet] = []
    shelf.subscribe(told.append)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("reader.workspace.journals.journal_writer.append_durably", full)
        with pytest.raises(RefusedError, match="No space left on device") as refusal:
            replace_article(shelf, OLD.id, NEW)
    said = f"; the later text is in the workspace beside it, as the article “{NEW.title}”."
    assert str(refusal.value).endswith("and repeat it." if known else f"and repeat it{said}")
    assert [changes.articles for changes in told] == ([] if known else [frozenset([NEW.id])])
    again = open_again("mei")
    for workspace in (shelf, again):
        assert {OLD.id, NEW.id} <= set(workspace.articles)
        assert workspace.annotations == {tag.id: tag}
        assert not workspace.details(NEW.id).removed
    assert list(shelf.articles) == list(again.articles)
    # There is room again.
    replace_article(shelf, OLD.id, NEW)
    assert OLD.id not in shelf.articles
    assert NEW.id in shelf.articles


def test_a_removed_article_whose_file_was_lost_stays_removed_where_it_cannot_take_a_place(
    shelf: Workspace, monkeypatch: pytest.MonkeyPatch, open_again: Callable[..., Workspace]
) -> None:
    shelf.add_article(NEW)
    shelf.apply(editing.remove_article(shelf, NEW.id))
    article_path(shelf.folder, NEW.id).unlink()
    shelf.take(shelf.look())

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("reader.workspace.journals.journal_writer.append_durably", full)
        with pytest.raises(RefusedError, match=r"and repeat it\.$"):
            replace_article(shelf, OLD.id, NEW)
    assert NEW.id not in shelf.articles
    assert list(open_again("mei").articles) == list(shelf.articles)


def test_a_tag_is_put_back_on_words_only(shelf: Workspace) -> None:
    waiting = tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    for span in (Span(3, 3), Span(0, 10_000)):
        with pytest.raises(RefusedError, match="is no passage of “清溪镇读书节办到田头”"):
            reattach(shelf, waiting.id, span)
    with pytest.raises(RefusedError, match="No tag none waits"):
        reattach(shelf, "none", Span(0, 1))
    with pytest.raises(RefusedError, match="No tag none waits"):
        discard(shelf, ["none"])


def test_a_tag_goes_to_no_article_that_is_not_another_version(
    shelf: Workspace, article: Article
) -> None:
    waiting = tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    replace_article(shelf, NEW.id, NEWER)
    moved = reattach(shelf, waiting.id, Span(0, 3)).edits[0]
    assert isinstance(moved, AnnotationEdit)
    assert moved.after is not None
    elsewhere = editing.tag(shelf, article.id, Span(0, 3), "metric").edits[0]
    assert isinstance(elsewhere, AnnotationEdit)
    assert elsewhere.after is not None
    stray = moved.after.__class__(
        **{
            name: getattr(moved.after, name)
            for name in ("id", "kind", "author", "created", "modified")
        },
        article=article.id,
        anchor=elsewhere.after.anchor,
    )
    with pytest.raises(RefusedError, match="a tag stays in its article"):
        shelf.apply(Operation("Move tag", (AnnotationEdit(waiting, stray),)))


def test_a_tag_that_another_person_changed_meanwhile_is_not_moved_over_their_edit(
    shelf: Workspace,
) -> None:
    waiting = tagged(shelf, "近三千名")
    replace_article(shelf, OLD.id, NEW)
    operation = reattach(shelf, waiting.id, Span(0, 3))
    shelf.apply(discard(shelf, [waiting.id]))
    with pytest.raises(RefusedError, match="changed in the meantime"):
        shelf.apply(operation)


# The journal


def test_the_journal_says_which_article_took_the_place(shelf: Workspace, folder: Path) -> None:
    replace_article(shelf, OLD.id, NEW)
    (path,) = (folder / "annotations").rglob("*.jsonl")
    (line,) = path.read_bytes().splitlines()
    schema = json.loads(resource("schema", "journal-line.schema.json").read_bytes())
    jsonschema.validate(json.loads(line), schema)
    first, last = json.loads(line)["entry"]["operation"]["edits"]
    assert first["article"] == NEW.id
    assert first["before"] == {
        "title": NEW.title,
        "script": None,
        "removed": True,
        "replaced_by": OLD.id,
    }
    assert first["after"] == {"title": NEW.title, "script": None, "removed": False}
    assert last["article"] == OLD.id
    assert last["after"] == {
        "title": OLD.title,
        "script": None,
        "removed": True,
        "replaced_by": NEW.id,
    }


def test_a_crash_before_the_operation_leaves_an_article_and_every_tag(
    shelf: Workspace, open_again: Callable[..., Workspace]
) -> None:
    tag = tagged(shelf, "十二场")
    shelf.lay_aside(NEW, OLD.id)
    again = open_again("mei")
    assert {OLD.id, NEW.id} <= set(again.articles)
    assert again.annotations == {tag.id: tag}


def test_versions_that_name_each_other_end_nowhere(shelf: Workspace) -> None:
    tagged(shelf, "近三千名")
    shelf.add_article(NEW)
    edits = [
        ArticleEdit(
            one.id,
            shelf.details(one.id),
            ArticleDetails(one.title, removed=True, replaced_by=other.id),
        )
        for one, other in ((OLD, NEW), (NEW, OLD))
    ]
    shelf.apply(Operation("Replace text", tuple(edits)))
    assert orphans(shelf) == []
