"""Two people change one tag apart: both versions are kept, seen, and one of them is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.text.article import Article
from reader.ui.panels.review_items import ReviewKind, review_items
from reader.workspace import editing
from reader.workspace.replacing import orphans, replace_article
from tests.ui.sharing import look, tagged

if TYPE_CHECKING:
    from reader.ui.panels.review_list import ReviewList
    from reader.workspace import Workspace
    from tests.ui.driving import Driver

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


def dispute(mine: Driver, li: Workspace, words: str = "活动150场") -> str:
    """Have two people change a tag out of sight of each other; return its id."""
    disputed = tagged(mine.workspace, words)
    li.take(li.look())
    li.apply(
        editing.describe(li, disputed, note="李：当月", attributes={"value": 15, "unit": "场"})
    )
    operation = editing.describe(
        mine.workspace, disputed, note="全年", attributes={"value": 150, "unit": "场"}
    )
    assert mine.session.apply(operation)
    look(mine)
    li.take(li.look())
    return disputed


@pytest.fixture
def disputed(mine: Driver, li: Workspace) -> str:
    """Return the id of a tag in conflict."""
    return dispute(mine, li)


def review(driver: Driver) -> ReviewList:
    return driver.window.review


def chips(driver: Driver) -> list[str]:
    choice = driver.window.side.choice
    return [chip.text() for chip in choice.chips] if choice.isVisible() else []


def heads(driver: Driver) -> list[str]:
    """Return who made each version, without the time."""
    cards = review(driver).versions.cards
    return [
        " · ".join(part for part in card.head.split(" · ") if ":" not in part) for card in cards
    ]


def test_a_conflict_is_counted_and_marked_where_the_tag_is(mine: Driver, disputed: str) -> None:
    assert chips(mine) == ["Tags", "Review 1"]
    assert mine.window.menus.actions["focus_review"].isEnabled()
    row = mine.window.tags.tag_list.list_view.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert row.disputed
    assert row.details.startswith("to settle · ")
    mine.window.grab()
    editor = mine.window.tags.editor
    other = tagged(mine.workspace, "活动151场")
    mine.session.choose_annotation(other)
    assert not editor.settle_button.isVisible()
    mine.session.choose_annotation(disputed)
    assert editor.settle_button.isVisible()
    text = editor.settle_button.text()
    assert text in ("2 versions (tester, 李): settle…", "2 versions (李, tester): settle…")


def test_a_conflict_that_begins_or_ends_while_its_tag_is_open_is_said_there(
    mine: Driver, li: Workspace
) -> None:
    disputed = tagged(mine.workspace, "活动150场")
    mine.session.choose_annotation(disputed)
    li.take(li.look())
    li.apply(editing.describe(li, disputed, note="李"))
    mine.session.describe(note="我")
    editor = mine.window.tags.editor
    assert not editor.settle_button.isVisible()
    look(mine)
    assert editor.settle_button.isVisible()
    li.take(li.look())
    li.apply(editing.settle(li, disputed, li.conflicts[disputed].heads[0]))
    look(mine)
    assert not editor.settle_button.isVisible()
    assert chips(mine) == []


def test_the_versions_stand_beside_each_other_and_what_differs_is_emphasised(
    mine: Driver, disputed: str
) -> None:
    mine.session.choose_annotation(disputed)
    mine.bot.mouseClick(mine.window.tags.editor.settle_button, LEFT)
    assert mine.window.side.shows_review
    cards = review(mine).versions.cards
    assert heads(mine) in (["tester · shown now", "李"], ["李 · shown now", "tester"])
    assert cards[0].button.hasFocus()
    ground = f'<span style="background-color:{mine.window.theme.match}">'
    words = {card.head.split(" · ")[0]: card.words for card in cards}
    assert f"{ground}150</span>" in words["tester"]
    assert f"{ground}<i>全年</i></span>" in words["tester"]
    assert f"{ground}15</span>" in words["李"]
    assert f"{ground}<i>李：当月</i></span>" in words["李"]
    # What both say is not.
    assert "场" in words["李"]
    assert f"{ground}场</span>" not in words["李"]
    assert "“活动150场”" in words["李"]
    assert f"{ground}“" not in words["李"]
    assert "did not see each other" in review(mine)._why.text()
    assert not review(mine).put_button.isVisible()
    mine.window.grab()


@pytest.mark.parametrize("kept", ["tester", "李"])
def test_one_version_is_kept_with_the_keys_everywhere_and_undone(
    mine: Driver, li: Workspace, disputed: str, kept: str
) -> None:
    other = dispute(mine, li, "活动151场")
    mine.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert review(mine).rows.hasFocus()
    chosen = mine.session.annotation
    assert chosen is not None
    assert chosen.id == disputed
    mine.key(ENTER, widget=review(mine).rows)
    (place,) = [n for n, head in enumerate(heads(mine)) if head.startswith(kept)]
    cards = review(mine).versions.cards
    for card in cards[:place]:
        mine.key(Qt.Key.Key_Tab, widget=card.button)
    assert cards[place].button.hasFocus()
    mine.key(Qt.Key.Key_Space, widget=cards[place].button)
    assert list(mine.workspace.conflicts) == [other]
    note = mine.workspace.annotations[disputed].note
    assert note == ("全年" if kept == "tester" else "李：当月")
    assert chips(mine) == ["Tags", "Review 1"]
    # The keyboard is on the versions of the next.
    following = mine.session.annotation
    assert following is not None
    assert following.id == other
    assert review(mine).versions.has_keyboard
    li.take(li.look())
    assert list(li.conflicts) == [other]
    assert li.annotations[disputed].note == note
    # Escape goes back to the list, Return to the versions again.
    mine.key(Qt.Key.Key_Escape, widget=review(mine).versions.cards[0].button)
    assert review(mine).rows.hasFocus()
    mine.key(ENTER, widget=review(mine).rows)
    mine.key(Qt.Key.Key_Space, widget=review(mine).versions.cards[0].button)
    assert chips(mine) == []
    assert not mine.window.side.shows_review
    assert mine.surface.hasFocus()
    assert mine.workspace.undo_label == "Settle conflict"
    mine.session.undo()
    assert not mine.workspace.conflicts


def test_a_conflict_that_somebody_else_settles_goes_and_the_reader_stays(
    mine: Driver, li: Workspace, disputed: str
) -> None:
    other = dispute(mine, li, "活动151场")
    mine.window.show_review()
    surface = mine.surface
    mine.drag(mine.find("第20段"))
    before = (surface.verticalScrollBar().value(), mine.session.passage)
    (head, _) = li.conflicts[disputed].heads
    li.apply(editing.settle(li, disputed, head))
    look(mine)
    assert [item.id for item in review(mine).items] == [other]
    assert review(mine).chosen is None
    assert review(mine).versions.cards == []
    assert (surface.verticalScrollBar().value(), mine.session.passage) == before
    # The other one is chosen, and gets another version meanwhile.
    mine.key(Qt.Key.Key_Down, widget=review(mine).rows)
    assert review(mine).chosen is not None
    surface.reveal(mine.find("第20段"))
    place = surface.verticalScrollBar().value()
    li.apply(editing.describe(li, other, note="李：又改"))
    look(mine)
    assert surface.verticalScrollBar().value() == place
    assert any("李：又改" in card.words for card in review(mine).versions.cards)


def test_an_article_that_somebody_adds_takes_nobody_away_from_their_place(
    mine: Driver, li: Workspace, disputed: str
) -> None:
    mine.window.show_review()
    other = next(one for one in mine.workspace.articles if one != mine.article.id)
    mine.session.show_article(other)
    li.add_article(Article.from_text("第三篇\n新到的文章。"))
    look(mine)
    assert mine.article.id == other
    mine.session.retitle(other, "别的")
    assert mine.article.id == other
    chosen = review(mine).chosen
    assert chosen is not None
    assert chosen.id == disputed


def test_a_tag_that_one_changed_and_the_other_deleted_is_a_conflict_too(
    mine: Driver, li: Workspace
) -> None:
    disputed = tagged(mine.workspace, "活动150场")
    li.take(li.look())
    assert mine.session.apply(editing.describe(mine.workspace, disputed, note="全年"))
    for number in range(3):
        tagged(li, "接待读者", occurrence=number)
    li.apply(editing.untag(li, [disputed]))
    look(mine)
    assert disputed not in mine.workspace.annotations
    (item,) = review_items(mine.workspace)
    assert (item.kind, item.annotation.note) == (ReviewKind.CONFLICT, "全年")
    mine.session.show_article(next(one for one in mine.workspace.articles if one != item.article))
    mine.window.show_review()
    assert mine.article.id == item.article
    assert mine.session.passage == item.annotation.span
    words = [card.words for card in review(mine).versions.cards]
    assert "deleted" in words[0]
    # Delete and Put here are for tags that wait for a place.
    review(mine).delete()
    review(mine).put_here()
    assert list(mine.workspace.conflicts) == [disputed]
    assert mine.window.refusal.isHidden()
    mine.bot.mouseClick(review(mine).versions.cards[1].button, LEFT)
    assert not mine.workspace.conflicts
    assert mine.workspace.annotations[disputed].note == "全年"


def test_a_read_only_workspace_shows_its_conflicts_and_settles_none(
    mine: Driver, disputed: str
) -> None:
    mine.workspace.read_only = "It is read only."
    mine.window.show_review()
    cards = review(mine).versions.cards
    assert len(cards) == 2
    assert not any(card.button.isEnabled() for card in cards)


def test_a_conflict_that_is_another_by_now_is_refused_aloud(
    mine: Driver, li: Workspace, disputed: str
) -> None:
    (head, _) = mine.workspace.conflicts[disputed].heads
    li.apply(editing.settle(li, disputed, head))
    look(mine)
    assert not mine.session.settle(disputed, head)
    assert "have changed; look at them again" in mine.window.refusal.sentence


def test_what_is_to_be_settled_waits_for_a_place_only_then(mine: Driver, li: Workspace) -> None:
    disputed = dispute(mine, li)
    later = Article.from_text(mine.article.text.replace("活动150场", "若干活动"))
    replace_article(mine.workspace, mine.article.id, later)
    assert [orphan.annotation.id for orphan in orphans(mine.workspace)] == [disputed]
    assert len(review_items(mine.workspace)) == 1
    assert review_items(None) == []


def test_a_tag_in_conflict_that_waits_for_a_place_too_is_listed_once(
    mine: Driver, li: Workspace
) -> None:
    disputed = tagged(mine.workspace, "活动150场")
    li.take(li.look())
    for number in range(3):
        tagged(li, "接待读者", occurrence=number)
    li.apply(editing.describe(li, disputed, note="李"))
    later = Article.from_text(mine.article.text + "后记。\n")
    replace_article(mine.workspace, mine.article.id, later)
    look(mine)
    assert list(mine.workspace.conflicts) == [disputed]
    assert disputed in [orphan.annotation.id for orphan in orphans(mine.workspace)]
    items = [item for item in review_items(mine.workspace) if item.id == disputed]
    assert [item.kind for item in items] == [ReviewKind.CONFLICT]
    assert items[0].article == later.id


def test_conflicts_are_listed_in_reading_order(mine: Driver, li: Workspace) -> None:
    later = dispute(mine, li, "活动250场")
    first = dispute(mine, li, "活动50场")
    assert [item.id for item in review_items(mine.workspace)] == [first, later]
    details = review(mine).rows.model().index(0, 0).data(Qt.ItemDataRole.UserRole).details
    assert details == "2 versions · 书屋的一年"
    review(mine).show_conflict("nothing")
    assert review(mine).chosen is None
