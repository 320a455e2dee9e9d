"""Random work on a workspace, beside a model so simple that it cannot be wrong."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.annotation.operation import ArticleDetails
from reader.text.article import Article
from reader.text.glossary import Correction
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.workspace import AlreadyThereError, Workspace, editing
from reader.workspace.checks.check import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import Operation
    from reader.workspace import ChangeSet

ARTICLES = [
    Article.from_text(text)
    for text in ("清溪镇办了十二场讲座", "𠮷野家\r\n三千人参加", "東岸\u2028社區\u00a0音樂會", "𠀀")
]
CONVERTED = [script for script in Script if script is not Script.ORIGINAL]
LENGTH = max(len(article.text) for article in ARTICLES)


@dataclass
class Model:
    """All that is true, in plain dictionaries that are copied whole."""

    articles: list[str] = field(default_factory=list)
    details: dict[str, ArticleDetails] = field(default_factory=dict)
    tags: dict[str, Annotation] = field(default_factory=dict)
    shown: dict[tuple[str, Script], str] = field(default_factory=dict)

    def copy(self) -> Model:
        return Model(list(self.articles), dict(self.details), dict(self.tags), dict(self.shown))

    def shown_articles(self) -> list[str]:
        return [one for one in self.articles if not self.details[one].removed]

    def shown_tags(self) -> dict[str, Annotation]:
        shown = self.shown_articles()
        return {tag.id: tag for tag in self.tags.values() if tag.article in shown}


class Work(RuleBasedStateMachine):
    """Everything that a user can do to a workspace, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="wenmai-model-"))
        self.model = Model()
        self.done: list[tuple[Model, Model, str]] = []
        self.undone: list[tuple[Model, Model, str]] = []
        self.told: list[ChangeSet] = []

    @initialize()
    def create(self) -> None:
        self.workspace = Workspace.create(self.base / "w", author="lin", state=self.base / "state")
        self.workspace.subscribe(self.told.append)

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.workspace.close()
            assert check(self.workspace.folder) == []
        shutil.rmtree(self.base)

    def change(self, act: Callable[[], ChangeSet | None], after: Model) -> None:
        """Act, and verify that what is told is exactly the difference between two states."""
        before = self.model
        self.told.clear()
        changes = act()
        assert changes is not None
        assert self.told == ([changes] if changes else [])
        old, new = before.shown_tags(), after.shown_tags()
        assert dict(changes.annotations) == {
            one: (old.get(one), new.get(one)) for one in old | new if old.get(one) != new.get(one)
        }
        assert changes.articles == {
            one for one in after.articles if before.details.get(one) != after.details[one]
        }
        if before.shown != after.shown:
            assert changes.glossary
        self.model = after

    def do(self, operation: Operation, after: Model) -> None:
        if not operation.edits:
            assert after == self.model
            return
        self.done.append((self.model, after, operation.label))
        self.undone.clear()
        self.change(lambda: self.workspace.apply(operation), after)

    def article(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.model.shown_articles()))

    def tagged(self, data: st.DataObject) -> Annotation:
        return data.draw(st.sampled_from(list(self.model.shown_tags().values())))

    def span(self, data: st.DataObject, article_id: str) -> Span:
        length = len(self.workspace.articles[article_id].text)
        start = data.draw(st.integers(0, length - 1))
        return Span(start, data.draw(st.integers(start + 1, length)))

    @rule(article=st.sampled_from(ARTICLES))
    def bring_in(self, article: Article) -> None:
        after = self.model.copy()
        details = self.model.details.get(article.id)
        if details is None:
            after.articles.append(article.id)
            after.details[article.id] = ArticleDetails(article.title)
        elif details.removed:
            after.details[article.id] = replace(details, removed=False)
            self.done.append((self.model, after, "Bring article back"))
            self.undone.clear()
        else:
            with pytest.raises(AlreadyThereError):
                self.workspace.add_article(article)
            return
        self.change(lambda: self.workspace.add_article(article), after)

    @precondition(lambda self: self.model.shown_articles())
    @rule(data=st.data(), kind=st.sampled_from(["metric", "programme", "honour"]))
    def tag(self, data: st.DataObject, kind: str) -> None:
        article_id = self.article(data)
        operation = editing.tag(self.workspace, article_id, self.span(data, article_id), kind)
        (edit,) = operation.edits
        after = self.model.copy()
        after.tags[edit.id] = edit.after  # type: ignore[union-attr, assignment]
        self.do(operation, after)

    @precondition(lambda self: self.model.shown_tags())
    @rule(data=st.data())
    def untag(self, data: st.DataObject) -> None:
        ids = data.draw(st.sets(st.sampled_from(list(self.model.shown_tags())), min_size=1))
        after = self.model.copy()
        for one in ids:
            del after.tags[one]
        self.do(editing.untag(self.workspace, sorted(ids)), after)

    @precondition(lambda self: self.model.shown_tags())
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        tag = self.tagged(data)
        span = self.span(data, tag.article)
        operation = editing.move(self.workspace, tag.id, span)
        self.edit_tag(tag, operation)
        assert self.model.tags[tag.id].quote == span.of(self.workspace.articles[tag.article].text)

    @precondition(lambda self: self.model.shown_tags())
    @rule(
        data=st.data(),
        kind=st.none() | st.sampled_from(["metric", "honour"]),
        attributes=st.none() | st.dictionaries(st.text(max_size=3), st.text() | st.integers()),
        note=st.none() | st.text(),
    )
    def describe(
        self,
        data: st.DataObject,
        kind: str | None,
        attributes: dict[str, str | int] | None,
        note: str | None,
    ) -> None:
        tag = self.tagged(data)
        operation = editing.describe(
            self.workspace, tag.id, kind=kind, attributes=attributes, note=note
        )
        self.edit_tag(tag, operation)

    def edit_tag(self, tag: Annotation, operation: Operation) -> None:
        after = self.model.copy()
        for edit in operation.edits:
            after.tags[tag.id] = edit.after  # type: ignore[assignment]
        self.do(operation, after)

    @precondition(lambda self: self.model.shown_articles())
    @rule(data=st.data(), title=st.sampled_from(["清溪", "東岸", ""]))
    def retitle(self, data: st.DataObject, title: str) -> None:
        article_id = self.article(data)
        own = self.workspace.articles[article_id].title
        self.edit_details(
            editing.retitle(self.workspace, article_id, title), article_id, title=title or own
        )

    @precondition(lambda self: self.model.shown_articles())
    @rule(data=st.data(), script=st.none() | st.sampled_from(SourceScript))
    def set_script(self, data: st.DataObject, script: SourceScript | None) -> None:
        article_id = self.article(data)
        operation = editing.set_script(self.workspace, article_id, script)
        self.edit_details(operation, article_id, script=script and script.value)

    @precondition(lambda self: self.model.shown_articles())
    @rule(data=st.data())
    def remove_article(self, data: st.DataObject) -> None:
        article_id = self.article(data)
        operation = editing.remove_article(self.workspace, article_id)
        self.edit_details(operation, article_id, removed=True)

    def edit_details(self, operation: Operation, article_id: str, **changes: object) -> None:
        after = self.model.copy()
        after.details[article_id] = replace(after.details[article_id], **changes)  # type: ignore[arg-type]
        self.do(operation, after)

    @rule(
        words=st.sampled_from(["干部", "里", "云"]),
        shown=st.sampled_from(["幹部", "裡", "云"]),
        scripts=st.frozensets(st.sampled_from(CONVERTED)),
    )
    def correct(self, words: str, shown: str, scripts: frozenset[Script]) -> None:
        after = self.model.copy()
        after.shown |= {(words, script): shown for script in scripts or CONVERTED}
        correction = Correction(words, shown, scripts)
        self.do(editing.correct(self.workspace, correction), after)

    @precondition(lambda self: self.workspace.glossary.entries)
    @rule(data=st.data())
    def uncorrect(self, data: st.DataObject) -> None:
        entries = self.workspace.glossary.entries
        removed = data.draw(st.sets(st.sampled_from(entries), min_size=1))
        after = self.model.copy()
        left = [one for one in entries if one not in removed]
        after.shown = {
            (one.words, script): one.shown
            for one in sorted(left, key=lambda one: -(len(one.scripts) or len(Script)))
            for script in one.scripts or CONVERTED
        }
        self.do(editing.uncorrect(self.workspace, removed), after)

    @rule()
    def undo(self) -> None:
        if not self.done:
            assert self.workspace.undo() is None
            return
        step = self.done.pop()
        self.undone.append(step)
        self.change(self.workspace.undo, self.returned_to(step[0]))

    @rule()
    def redo(self) -> None:
        if not self.undone:
            assert self.workspace.redo() is None
            return
        step = self.undone.pop()
        self.done.append(step)
        self.change(self.workspace.redo, self.returned_to(step[1]))

    def returned_to(self, past: Model) -> Model:
        """Articles brought in since are no part of undo."""
        now = self.model
        return Model(
            list(now.articles), now.details | past.details, dict(past.tags), dict(past.shown)
        )

    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.base / "w", author="lin", state=self.base / "state")
        assert self.workspace.problems == ()
        self.workspace.subscribe(self.told.append)

    @rule(article=st.sampled_from(ARTICLES))
    def look_at_the_index(self, article: Article) -> None:
        """The index is built when it is first looked at; whenever that is, it is right."""
        if article.id in self.model.articles:
            tags = [tag for tag in self.model.tags.values() if tag.article == article.id]
            index = self.workspace.index(article.id)
            assert len(index) == len(tags)
            for offset in range(LENGTH):
                here = {tag.id for tag in index.overlapping(Span(offset, offset + 1))}
                assert here == {tag.id for tag in tags if tag.span.holds(offset)}

    @invariant()
    def the_workspace_is_as_the_model_says(self) -> None:
        if not hasattr(self, "workspace"):
            return
        workspace, model = self.workspace, self.model
        assert list(workspace.articles) == model.shown_articles()
        assert dict(workspace.annotations) == model.shown_tags()
        for article_id in model.articles:
            assert workspace.details(article_id) == model.details[article_id]
            counts = dict.fromkeys(["metric", "programme", "honour"], 0)
            for tag in model.tags.values():
                counts[tag.kind] += tag.article == article_id
            assert dict(workspace.counts(article_id)) == counts
        words = {words for words, _ in model.shown}
        for script in CONVERTED:
            pairs = {key[0]: shown for key, shown in model.shown.items() if key[1] is script}
            assert dict(workspace.glossary.corrections(script).pairs) == pairs
        assert {one.words for one in workspace.glossary.entries} == words
        assert workspace.undo_label == (self.done[-1][2] if self.done else None)
        assert workspace.redo_label == (self.undone[-1][2] if self.undone else None)


Work.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestWork = pytest.mark.slow(Work.TestCase)
