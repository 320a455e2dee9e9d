"""What is known of an article besides its text: kept, said, undone, merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.journals.past import read_past
from reader.workspace.replacing import replace_article

if TYPE_CHECKING:
    from collections.abc import Callable

    Open = Callable[..., Workspace]

KNOWN = {"source": "清溪晚报", "date": "11月2日", "author": "林", "url": "https://example.org"}
NOTHING = dict.fromkeys(KNOWN, "")


@pytest.fixture
def found(workspace: Workspace) -> Article:
    """Return an article of which its file said something."""
    article = Article.from_text("石桥的书屋开门了", metadata={"file": "a.html", **KNOWN})
    workspace.add_article(article)
    return article


def say(workspace: Workspace, article: Article, **said: str) -> None:
    workspace.apply(editing.describe_article(workspace, article.id, said))


def test_what_the_file_said_holds_until_somebody_says_otherwise(
    workspace: Workspace, found: Article, article: Article, open_again: Open
) -> None:
    assert workspace.details(found.id).described == KNOWN
    assert workspace.details(article.id).described == NOTHING
    say(workspace, found, source="  清溪\n早报 ", author="")
    with open_again() as again:
        assert again.details(found.id).described == {**KNOWN, "source": "清溪 早报", "author": ""}


def test_an_edit_is_one_step_of_undo(workspace: Workspace, found: Article) -> None:
    say(workspace, found, title="书屋", source="早报", date="2026")
    assert workspace.undo_label == "Edit article details"
    workspace.undo()
    details = workspace.details(found.id)
    assert (details.title, details.described) == (found.title, KNOWN)
    workspace.redo()
    assert workspace.details(found.id).title == "书屋"


def test_fields_said_out_of_sight_of_each_other_all_stay(
    workspace: Workspace, found: Article, open_elsewhere: Open
) -> None:
    other = open_elsewhere()
    say(workspace, found, source="早报")
    say(other, found, author="吴", date="2026-11")
    for window in (workspace, other):
        window.take(window.look())
    expected = {**KNOWN, "source": "早报", "author": "吴", "date": "2026-11"}
    assert workspace.details(found.id).described == expected
    assert other.details(found.id).described == expected


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2026年11月2日", "2026-11-02"), ("２０２６/１１", "2026-11"), ("2026", "2026"), (" ", "")],
)
def test_a_date_is_kept_as_exactly_as_it_is_known(
    workspace: Workspace, found: Article, written: str, kept: str
) -> None:
    say(workspace, found, date=written)
    assert workspace.details(found.id).date == kept


def test_a_date_as_the_file_wrote_it_may_stay(workspace: Workspace, found: Article) -> None:
    say(workspace, found, date="11月2日", author="吴")
    assert workspace.details(found.id).described == {**KNOWN, "author": "吴"}
    assert editing.describe_article(workspace, found.id, KNOWN | {"author": "吴"}).edits == ()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"date": "2026-02-30"}, "Date is a date such as 2026-11-22, .* not “2026-02-30”"),
        ({"editor": "林"}, "An article has no “editor”; say one of title, source"),
    ],
)
def test_what_cannot_be_is_refused(
    workspace: Workspace, found: Article, said: dict[str, str], sentence: str
) -> None:
    with pytest.raises(RefusedError, match=sentence):
        editing.describe_article(workspace, found.id, said)
    assert workspace.details(found.id).described == KNOWN


def test_an_article_that_is_gone_is_refused(workspace: Workspace, found: Article) -> None:
    workspace.apply(editing.remove_article(workspace, found.id))
    with pytest.raises(RefusedError, match="There is no article"):
        say(workspace, found, source="早报")


def test_an_empty_title_gives_its_own_back(workspace: Workspace, found: Article) -> None:
    say(workspace, found, title="书屋")
    say(workspace, found, title=" ")
    assert workspace.details(found.id).title == found.title


def test_a_later_text_keeps_what_is_known_unless_its_file_says_it(
    workspace: Workspace, found: Article
) -> None:
    say(workspace, found, source="早报", url="")
    later = Article.from_text(
        "石桥的书屋开门了，来了三千人", metadata={"date": "2026-11-03", "author": ""}
    )
    replace_article(workspace, found.id, later)
    assert workspace.details(later.id).described == {
        "source": "早报", "date": "2026-11-03", "author": "林", "url": "",
    }  # fmt: skip


def test_what_was_said_of_a_later_text_before_stays(workspace: Workspace, found: Article) -> None:
    later = Article.from_text("石桥的书屋开门了，来了三千人")
    workspace.add_article(later)
    say(workspace, later, source="日报")
    workspace.apply(editing.remove_article(workspace, later.id))
    say(workspace, found, source="早报")
    replace_article(workspace, found.id, later)
    assert workspace.details(later.id).source == "日报"


def test_the_history_is_searched_for_what_was_changed(workspace: Workspace, found: Article) -> None:
    say(workspace, found, source="早报")
    (step,) = read_past([workspace.folder]).steps
    assert step.words == found.title
    assert set(step.texts.split("\0")) == {found.title, "早报", "清溪晚报"}
