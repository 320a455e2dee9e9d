"""What is offered stays what a fresh look finds, whatever is tagged, judged and undone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from reader.annotation.tag_set import TagKind
from reader.suggest import Suggestion
from reader.text.article import Article
from reader.text.span import Span
from reader.ui.kinds import with_narrower
from reader.ui.offered import Taken
from reader.ui.tagged_names import TaggedNames
from reader.workspace import Workspace, editing, judging, kind_editing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reader.annotation.operation import Operation
    from reader.workspace import ChangeSet

LENGTH = 300
KINDS = ("metric", "programme", "honour", "figure")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace with two articles and a kind that is one of another."""
    folder = tmp_path / "workspace"
    with Workspace.create(folder, author="lin", state=tmp_path / "state") as made:
        for first in "甲乙":
            made.add_article(Article.from_text(first + "书屋办讲座了" * (LENGTH // 6)))
        figure = TagKind("figure", "Figure", "#1f6f8b", "", parent="metric")
        made.apply(kind_editing.put_kind(made, figure))
        yield made


def proposals(chance: random.Random, count: int) -> list[Suggestion]:
    """Return suggestions by place, some on the same words, one kind that no tag set has."""
    found = []
    for _number in range(count):
        start = chance.randrange(LENGTH - 12)
        kind = chance.choice([*KINDS, "nobody's"])
        span = Span(start, start + chance.choice([1, 2, 5, 12]))
        found.append(Suggestion(span, kind, {}, 0.5, "", "rule"))
    return sorted(set_of(found), key=lambda one: one.span)


def set_of(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Return each suggestion for a place and kind once."""
    return list({(one.span, one.kind): one for one in found}.values())


def expected(workspace: Workspace, article: str, told: Sequence[Suggestion]) -> list[Suggestion]:
    """Return what is offered, by looking at every tag for every suggestion."""
    left = []
    for one in told:
        if workspace.tag_set.get(one.kind) is None:
            continue
        names = with_narrower(workspace.tag_set, [one.kind])
        taken = any(
            tag.article == article and tag.kind in names and tag.span.overlaps(one.span)
            for tag in workspace.annotations.values()
        )
        judged = (one.span.start, one.span.end, one.kind) in workspace.verdicts(article)
        if not taken and not judged:
            left.append(one)
    return left


def a_change(workspace: Workspace, chance: random.Random, told: Sequence[Suggestion]) -> Operation:
    """Return something that a reader may do."""
    article = chance.choice(list(workspace.articles))
    tags = list(workspace.annotations)
    does = chance.choice(["tag", "tag", "untag", "move", "kind", "accept", "reject", "forget"])
    start = chance.randrange(LENGTH - 40)
    span = Span(start, start + chance.choice([1, 3, 40]))
    ours = [one for one in told if one.kind in KINDS]
    if does == "untag" and tags:
        return editing.untag(workspace, chance.sample(tags, min(2, len(tags))))
    if does == "move" and tags:
        return editing.move(workspace, chance.choice(tags), span)
    if does == "kind" and tags:
        return editing.describe(workspace, chance.choice(tags), kind=chance.choice(KINDS))
    if does == "accept":
        return judging.accept(workspace, article, chance.sample(ours, 1))
    if does == "reject":
        return judging.reject(workspace, article, chance.sample(ours, chance.choice([1, 3])))
    if does == "forget":
        return judging.forget(workspace)
    return editing.tag(workspace, article, span, chance.choice(KINDS))


@pytest.mark.parametrize("seed", range(8))
def test_it_is_what_a_fresh_look_finds_after_every_change(workspace: Workspace, seed: int) -> None:
    chance = random.Random(seed)
    article = next(iter(workspace.articles))
    told = proposals(chance, 120)
    offered = Taken(workspace, article).weigh(told)
    heard: list[ChangeSet] = []
    workspace.subscribe(heard.append)
    followed = 0
    for _step in range(60):
        before = list(offered.left)
        if chance.random() < 0.2 and workspace.undo_label:
            workspace.undo()
        else:
            operation = a_change(workspace, chance, told)
            if operation.edits:
                workspace.apply(operation)
        for changes in heard:
            spans = [
                tag.span
                for sides in changes.annotations.values()
                for tag in sides
                if tag is not None and tag.article == article
            ]
            differs = offered.follow(workspace, article, spans)
            if differs is None:
                offered = Taken(workspace, article).weigh(told)
            else:
                followed += 1
                assert differs == (list(offered.left) != before)
        heard.clear()
        assert list(offered.left) == expected(workspace, article, told)
    assert followed > 20


def test_nothing_is_copied_where_nothing_changed(workspace: Workspace) -> None:
    article = next(iter(workspace.articles))
    told = [Suggestion(Span(10, 12), "metric", {}, 0.5, "", "rule")]
    offered = Taken(workspace, article).weigh(told)
    left = offered.left
    workspace.apply(editing.tag(workspace, article, Span(20, 30), "metric"))
    assert offered.follow(workspace, article, [Span(20, 30)]) is False
    assert offered.left is left


def test_a_worker_weighs_against_what_was_there_when_it_began(workspace: Workspace) -> None:
    article = next(iter(workspace.articles))
    told = [Suggestion(Span(10, 12), "metric", {}, 0.5, "", "rule")]
    taken = Taken(workspace, article)
    workspace.apply(editing.tag(workspace, article, Span(11, 30), "figure"))
    offered = taken.weigh(told)
    assert list(offered.left) == told
    assert offered.follow(workspace, article, [Span(11, 30)])
    assert not offered.left


def names(workspace: Workspace) -> set[tuple[str, str]]:
    """Return the tags that are names, by looking at all."""
    return {
        (tag.id, tag.kind)
        for tag in workspace.annotations.values()
        if tag.kind in ("programme", "honour")
    }


@pytest.mark.parametrize("seed", range(6))
def test_names_are_all_there_whatever_changes_while_they_are_gathered(
    workspace: Workspace, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    told = proposals(chance, 40)
    for _number in range(60):
        operation = a_change(workspace, chance, told)
        if operation.edits:
            workspace.apply(operation)
    gathered = TaggedNames(workspace.articles)
    workspace.subscribe(lambda changes: void(gathered.follow(changes)))
    # One look at the clock, one more article's place.
    monkeypatch.setattr("reader.ui.tagged_names.perf_counter", ticking())
    for step in range(4000):
        if gathered.complete:
            break
        gathered.gather(workspace, 1)
        if step % 5 == 0:
            operation = a_change(workspace, chance, told)
            if operation.edits:
                workspace.apply(operation)
        if step == 12:
            last = list(workspace.articles)[-1]
            workspace.apply(editing.remove_article(workspace, last))
        if step == 30:
            workspace.undo()
    assert gathered.complete
    assert {(tag.id, tag.kind) for tag in gathered.tags} == names(workspace)
    if names(workspace):
        workspace.apply(editing.untag(workspace, [min(names(workspace))[0]]))
    assert {(tag.id, tag.kind) for tag in gathered.tags} == names(workspace)


def void(_answer: object) -> None:
    """Take what a listener may not return."""


def ticking() -> Callable[[], float]:
    """Return a clock that goes on by half a second whenever it is looked at."""
    now = 0.0

    def tick() -> float:
        nonlocal now
        now += 0.5
        return now

    return tick


def test_only_names_and_verdicts_teach_anything(workspace: Workspace) -> None:
    article = next(iter(workspace.articles))
    gathered = TaggedNames(workspace.articles)
    taught: list[bool] = []
    workspace.subscribe(lambda changes: taught.append(gathered.follow(changes)))
    workspace.apply(editing.tag(workspace, article, Span(1, 3), "metric"))
    workspace.apply(editing.tag(workspace, article, Span(1, 3), "programme"))
    proposal = Suggestion(Span(5, 8), "metric", {}, 0.5, "", "rule")
    workspace.apply(judging.reject(workspace, article, [proposal]))
    assert taught == [False, True, True]


def test_a_name_that_becomes_a_figure_is_none(workspace: Workspace) -> None:
    article = next(iter(workspace.articles))
    gathered = TaggedNames()
    workspace.subscribe(lambda changes: void(gathered.follow(changes)))
    workspace.apply(editing.tag(workspace, article, Span(1, 3), "programme"))
    (tag,) = gathered.tags
    assert tag == next(iter(workspace.annotations.values()))
    workspace.apply(editing.describe(workspace, tag.id, kind="metric"))
    assert gathered.tags == []
