from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.workspace import ChangeSet, Workspace, editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation


def test_nothing_changed_is_false() -> None:
    assert not ChangeSet()
    assert ChangeSet(articles=frozenset("a"))
    assert ChangeSet({"a": (None, None)})
    assert ChangeSet(glossary=True)
    assert ChangeSet(verdicts=frozenset("a"))


def test_verdicts_of_both_of_two_changes_are_told() -> None:
    both = ChangeSet(verdicts=frozenset("a")).then(ChangeSet(verdicts=frozenset("b")))
    assert both.verdicts == {"a", "b"}
    assert not both.touched


def test_it_touches_the_articles_of_tags_made_and_deleted(
    workspace: Workspace, tag: Callable[..., Annotation]
) -> None:
    made = tag(workspace, 0, 3)
    changes = workspace.apply(editing.untag(workspace, [made.id]))
    assert changes.touched == {made.article}
    assert ChangeSet(changes.annotations, frozenset("a")).touched == {made.article, "a"}


def test_of_an_article_it_tells_what_came_to_it_and_left_it(
    workspace: Workspace, tag: Callable[..., Annotation]
) -> None:
    here = tag(workspace, 0, 3)
    there = replace(here, article="elsewhere")
    changes = ChangeSet({"a": (here, there), "b": (None, here), "c": (there, None)})
    assert changes.of(here.article) == [(here, None), (None, here)]
    assert changes.of("elsewhere") == [(None, there), (there, None)]
    assert changes.of("nowhere") == []
