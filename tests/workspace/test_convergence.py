"""Several people, several folders, a synchroniser without manners: all end in one state.

Each machine has a folder of its own. Files are copied between them in any order, in part,
twice, and late; where a synchroniser would find two versions of a file it leaves a copy
beside it. Windows look and take at any time. In the end, when everything was copied
everywhere, every window and every fresh reader show what a reader of five lines finds
in all entries ever acknowledged.
"""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from reader.annotation.operation import AnnotationEdit, ArticleEdit, Operation
from reader.annotation.tag_set import DEFAULT_TAG_SET, TagKind
from reader.suggest.suggestion import Suggestion
from reader.text.article import Article
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing, judging
from tests.workspace.long_run import LONG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotation.annotation import Annotation
    from reader.workspace import ChangeSet
    from reader.workspace.journals.news import News

ARTICLE = Article.from_text("清溪镇办了十二场讲座")
OTHER = Article.from_text("東岸社區辦了三場音樂會")
MACHINES = ["lin", "chen", "wu"]
NOTES = st.sampled_from(["", "甲", "乙"])


def journals(folder: Path) -> list[Path]:
    return sorted((folder / "annotations").rglob("*.jsonl"))


def lines_in(folders: Iterable[Path]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return every whole line of every journal, by writer and sum."""
    found = {}
    for folder in folders:
        for path in journals(folder):
            for line in path.read_bytes().splitlines():
                if line.endswith(b"}}"):
                    data = json.loads(line)
                    found[path.parent.name, data["sum"]] = data["entry"]
    return found


def oracle(
    lines: dict[tuple[str, str], dict[str, Any]],
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any], list[Any]]:
    """Return the versions of every tag, the details of every article, every kind and verdict.

    By the format's words.
    """
    in_order = sorted(
        (entry["clock"], writer, entry["seq"], digest, entry)
        for (writer, digest), entry in lines.items()
    )
    heads: dict[str, list[tuple[Any, list[Any]]]] = {}
    details: dict[str, dict[str, Any]] = {}
    kinds = {kind.name: {"after": kind.to_json()} for kind in DEFAULT_TAG_SET}
    verdicts: dict[tuple[Any, ...], Any] = {}
    for _, writer, seq, _, entry in in_order:
        for edit in entry["operation"]["edits"]:
            if "verdict" in edit:
                verdicts[tuple(edit["verdict"])] = edit["after"]
                continue
            if "article" in edit:
                held = details.setdefault(edit["article"], {})
                for names in (["title"], ["script"], ["removed", "replaced_by"]):
                    if any(edit["before"].get(one) != edit["after"].get(one) for one in names):
                        held.update({one: edit["after"].get(one) for one in names})
                continue
            if "kind" in edit:
                kinds[edit["kind"]] = edit
                continue
            ends = edit.get("settles")
            kept = [
                head
                for head in heads.get(edit["annotation"], [])
                if (head[1] not in ends if ends else head[0] != edit["before"])
            ]
            heads[edit["annotation"]] = [*kept, (edit["after"], [writer, seq])]
    versions = {tag_id: [version for version, _ in held] for tag_id, held in heads.items()}
    used = {held[-1]["kind"] for held in versions.values() if held[-1]}
    there = {
        name: edit["after"] or edit["before"]
        for name, edit in kinds.items()
        if edit["after"] or name in used
    }
    return versions, details, there, [one for one in verdicts.values() if one]


def by_place(verdicts: Iterable[Any]) -> list[Any]:
    return sorted(verdicts, key=itemgetter("article", "start", "end", "kind"))


def shown(workspace: Workspace) -> tuple[Any, ...]:
    return (
        {one.id: one.to_json() for one in workspace.annotations.values()},
        {one: workspace.details(one) for one in workspace.articles},
        workspace.conflicts,
        workspace.tag_set,
        workspace.kind_problems,
        {one: dict(workspace.counts(one)) for one in workspace.articles},
        by_place(one.to_json() for one in workspace.all_verdicts),
    )


class Machines(RuleBasedStateMachine):
    """What people do, and what a synchroniser does to them."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="wenmai-machines-"))
        # Names come out in the same order in every run, so that a failure can be run again.
        chance = random.Random(0)
        self.patches: list[Any] = [
            patch("secrets.choice", chance.choice),
            patch("secrets.token_hex", lambda length: chance.randbytes(length).hex()),
        ]
        for one in self.patches:
            one.start()
        self.open: dict[str, Workspace] = {}
        self.news: dict[str, News] = {}
        self.copies = 0

    def folder(self, machine: str) -> Path:
        return self.base / machine / "workspace"

    def window(self, machine: str) -> Workspace:
        if machine not in self.open:
            self.open[machine] = Workspace.open(
                self.folder(machine), author=machine, state=self.base / machine / "state"
            )
            assert self.open[machine].problems == ()
        return self.open[machine]

    @initialize()
    def begin(self) -> None:
        first, *rest = MACHINES
        state = self.base / first / "state"
        with Workspace.create(self.folder(first), author=first, state=state) as workspace:
            workspace.add_article(ARTICLE)
            workspace.add_article(OTHER)
        for machine in rest:
            shutil.copytree(self.folder(first), self.folder(machine))

    def teardown(self) -> None:
        try:
            if self.folder(MACHINES[-1]).exists():
                self.everything_arrives_everywhere()
        finally:
            for workspace in self.open.values():
                workspace.close()
            for one in self.patches:
                one.stop()
            shutil.rmtree(self.base)

    # What people do

    @rule(
        machine=st.sampled_from(MACHINES),
        start=st.integers(0, 6),
        article=st.booleans(),
        kind=st.sampled_from(["metric", "metric", "honour", "place"]),
    )
    def tag(self, machine: str, start: int, article: bool, kind: str) -> None:
        workspace = self.window(machine)
        article_id = (ARTICLE if article else OTHER).id
        if article_id in workspace.articles and workspace.tag_set.get(kind):
            span = Span(start, start + 2)
            workspace.apply(editing.tag(workspace, article_id, span, kind))

    def chosen(self, machine: str, which: int) -> Annotation | None:
        tags = sorted(self.window(machine).annotations.values(), key=lambda one: one.id)
        return tags[which % len(tags)] if tags else None

    @rule(machine=st.sampled_from(MACHINES), which=st.integers(0, 5), note=NOTES)
    def describe(self, machine: str, which: int, note: str) -> None:
        tag = self.chosen(machine, which)
        if tag is not None:
            workspace = self.window(machine)
            workspace.apply(editing.describe(workspace, tag.id, note=note))

    @rule(machine=st.sampled_from(MACHINES), which=st.integers(0, 5))
    def untag(self, machine: str, which: int) -> None:
        tag = self.chosen(machine, which)
        if tag is not None:
            self.window(machine).apply(editing.untag(self.window(machine), [tag.id]))

    @rule(machine=st.sampled_from(MACHINES), note=NOTES)
    def describe_all(self, machine: str, note: str) -> None:
        workspace = self.window(machine)
        edits = tuple(
            AnnotationEdit(one, one.with_details(workspace.now(), note=note))
            for one in workspace.annotations.values()
        )
        workspace.apply(Operation("Edit all", edits))

    @rule(
        machine=st.sampled_from(MACHINES),
        title=st.sampled_from(["一", "二", None]),
        script=st.sampled_from(["zh-Hans", "zh-Hant", None]),
        removed=st.booleans(),
    )
    def change_article(
        self, machine: str, title: str | None, script: str | None, removed: bool
    ) -> None:
        workspace = self.window(machine)
        if ARTICLE.id in workspace.articles:
            before = workspace.details(ARTICLE.id)
            after = type(before)(title or before.title, script or before.script, removed)
            workspace.apply(Operation("Change", (ArticleEdit(ARTICLE.id, before, after),)))
        else:
            workspace.add_article(ARTICLE)

    @rule(
        machine=st.sampled_from(MACHINES),
        name=st.sampled_from(["place", "honour", "spot"]),
        label=st.sampled_from(["一", "二", "三"]),
        key=st.sampled_from(["", "4", "5"]),
        parent=st.sampled_from(["", "place", "spot", "metric"]),
    )
    def put_kind(self, machine: str, name: str, label: str, key: str, parent: str) -> None:
        workspace = self.window(machine)
        kind = TagKind(name, label, "#123456", key, (), parent)
        # What does not go with the other kinds here is refused.
        with suppress(RefusedError):
            workspace.apply(editing.put_kind(workspace, kind))
            assert workspace.tag_set.get(name)

    @rule(
        machine=st.sampled_from(MACHINES),
        name=st.sampled_from(["place", "honour", "spot", "metric"]),
        move_to=st.sampled_from([None, "place", "metric", "programme"]),
    )
    def remove_kind(self, machine: str, name: str, move_to: str | None) -> None:
        workspace = self.window(machine)
        with suppress(RefusedError):
            workspace.apply(editing.remove_kind(workspace, name, move_to))
            assert workspace.tag_set.get(name) is None

    @rule(machine=st.sampled_from(MACHINES), names=st.permutations(["metric", "honour", "place"]))
    def arrange_kinds(self, machine: str, names: list[str]) -> None:
        workspace = self.window(machine)
        there = [name for name in names if workspace.tag_set.get(name)]
        workspace.apply(editing.arrange_kinds(workspace, there))

    @rule(
        machine=st.sampled_from(MACHINES),
        article=st.booleans(),
        starts=st.lists(st.integers(0, 4), max_size=3),
        kind=st.sampled_from(["metric", "honour"]),
        rule=st.sampled_from(["metric.figure", "gazetteer"]),
        accepted=st.booleans(),
    )
    def judge(
        self, machine: str, article: bool, starts: list[int], kind: str, rule: str, accepted: bool
    ) -> None:
        workspace = self.window(machine)
        article_id = ARTICLE.id if article else OTHER.id
        judged = judging.accept if accepted else judging.reject
        proposals = [
            Suggestion(Span(one, one + 2), kind, {}, 0.5, "", rule) for one in sorted(starts)
        ]
        # Of a kind that is gone, or in an article that is, nothing is tagged.
        with suppress(RefusedError):
            workspace.apply(judged(workspace, article_id, proposals))
            held = workspace.verdicts(article_id)
            assert all(held[one, one + 2, kind].accepted is accepted for one in starts)

    @rule(machine=st.sampled_from(MACHINES))
    def forget(self, machine: str) -> None:
        workspace = self.window(machine)
        workspace.apply(judging.forget(workspace))
        assert workspace.all_verdicts == ()

    @rule(machine=st.sampled_from(MACHINES))
    def undo(self, machine: str) -> None:
        self.window(machine).undo()

    @rule(machine=st.sampled_from(MACHINES))
    def redo(self, machine: str) -> None:
        self.window(machine).redo()

    @rule(machine=st.sampled_from(MACHINES), which=st.integers(0, 3))
    def settle(self, machine: str, which: int) -> None:
        workspace = self.window(machine)
        for tag_id, conflict in sorted(workspace.conflicts.items())[:1]:
            head = conflict.heads[which % len(conflict.heads)]
            if head.annotation is None or head.annotation.article in workspace.articles:
                shown = conflict.heads[-1].annotation
                if shown is None or shown.article in workspace.articles:
                    workspace.apply(editing.settle(workspace, tag_id, head))
                    assert tag_id not in workspace.conflicts

    # What windows do

    @rule(machine=st.sampled_from(MACHINES))
    def look(self, machine: str) -> None:
        self.news[machine] = self.window(machine).look()

    @rule(machine=st.sampled_from(MACHINES))
    def take(self, machine: str) -> None:
        if machine not in self.news:
            return
        workspace = self.window(machine)
        before, kinds = dict(workspace.annotations), workspace.tag_set
        verdicts = set(workspace.all_verdicts)
        told: list[ChangeSet] = []
        leave = workspace.subscribe(told.append)
        changes = workspace.take(self.news.pop(machine))
        leave()
        assert told == ([changes] if changes else [])
        after = dict(workspace.annotations)
        assert changes.tag_set is (workspace.tag_set != kinds)
        others = verdicts ^ set(workspace.all_verdicts)
        assert changes.verdicts == {one.article for one in others}
        assert dict(changes.annotations) == {
            one: (before.get(one), after.get(one))
            for one in before | after
            if before.get(one) != after.get(one)
        }

    @rule(machine=st.sampled_from(MACHINES))
    def close(self, machine: str) -> None:
        self.news.pop(machine, None)
        if machine in self.open:
            self.open.pop(machine).close()

    # What the synchroniser does

    def writers_of(self, machine: str) -> set[str]:
        return {self.window(machine).writer}

    @rule(
        to=st.sampled_from(MACHINES),
        source=st.sampled_from(MACHINES),
        which=st.integers(0, 9),
        part=st.sampled_from([1.0, 1.0, 0.7, 0.3]),
        as_copy=st.booleans(),
    )
    def copy(self, to: str, source: str, which: int, part: float, as_copy: bool) -> None:
        """Copy a file, or the beginning of one, over what is there or beside it."""
        paths = journals(self.folder(source))
        if not paths or source == to:
            return
        path = paths[which % len(paths)]
        content = path.read_bytes()
        content = content[: int(len(content) * part)]
        target = self.folder(to) / path.relative_to(self.folder(source))
        own = target.parent.name in self.writers_of(to)
        there = target.read_bytes() if target.exists() else b""
        if own or not content.startswith(there[: len(content)]):
            # No synchroniser overwrites what is newer here.
            as_copy = True
        target.parent.mkdir(parents=True, exist_ok=True)
        if as_copy:
            self.copies += 1
            number = target.name[:4]
            target = target.with_name(f"{number}.sync-conflict-{self.copies}.jsonl")
        target.write_bytes(content)

    @rule(machine=st.sampled_from(MACHINES), second=st.sampled_from(MACHINES))
    def copy_everything(self, machine: str, second: str) -> None:
        self.bring(self.folder(machine), self.folder(second))

    def bring(self, source: Path, target: Path) -> None:
        for path in journals(source):
            to = target / path.relative_to(source)
            to.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            if not to.exists() or len(to.read_bytes()) < len(content):
                to.write_bytes(content)

    # What has to be

    def everything_arrives_everywhere(self) -> None:
        for machine in MACHINES:
            self.window(machine)
        for _ in range(2):
            for source in MACHINES:
                for target in MACHINES:
                    self.bring(self.folder(source), self.folder(target))
        versions, details, kinds, verdicts = oracle(
            lines_in(self.folder(machine) for machine in MACHINES)
        )
        states = []
        for machine in MACHINES:
            workspace = self.window(machine)
            workspace.take(workspace.look())
            workspace.take(workspace.look())
            assert not workspace.look()
            states.append(shown(workspace))
            fresh_state = self.base / machine / "fresh"
            with Workspace.open(workspace.folder, author="x", state=fresh_state) as fresh:
                states.append(shown(fresh))
                assert fresh.problems == ()
        for state in states[1:]:
            assert state == states[0]
        self.matches(states[0], versions, details)
        stored = {
            one.name: (workspace.stored_kind(one.name) or one).to_json()
            for one in workspace.tag_set
        }
        assert stored == kinds
        assert states[0][-1] == by_place(verdicts)
        assert all(workspace.tag_set.get(tag["kind"]) for tag in states[0][0].values())

    def matches(
        self, state: tuple[Any, ...], versions: dict[str, Any], details: dict[str, Any]
    ) -> None:
        tags, articles, conflicts = state[:3]
        gone = {one for one, said in details.items() if said.get("removed")}
        assert set(articles) == {ARTICLE.id, OTHER.id} - gone
        for article_id, said in articles.items():
            imported = ARTICLE if article_id == ARTICLE.id else OTHER
            held = details.get(article_id, {})
            assert said.title == held.get("title", imported.title)
            assert said.script == held.get("script")
        assert tags == {
            tag_id: held[-1]
            for tag_id, held in versions.items()
            if held[-1] is not None and held[-1]["article"] not in gone
        }
        several = {}
        for tag_id, held in versions.items():
            once = [one for place, one in enumerate(held) if one not in held[place + 1 :]]
            if len(once) > 1 and any(one and one["article"] not in gone for one in once):
                several[tag_id] = once
        assert several == {
            tag_id: [head.annotation and head.annotation.to_json() for head in conflict.heads]
            for tag_id, conflict in conflicts.items()
        }


Machines.TestCase.settings = settings(
    max_examples=LONG or 25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestMachines = pytest.mark.slow(Machines.TestCase)
