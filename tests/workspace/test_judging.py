"""Suggestions are judged by operations: one step of undo, durable, merged, forgotten at once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.annotation.operation import AnnotationEdit, Operation, VerdictEdit
from reader.annotation.verdict import Verdict
from reader.suggest.suggestion import Suggestion
from reader.text.span import Span
from reader.workspace import RefusedError, editing, judging
from reader.workspace.checks.check import check, examine
from reader.workspace.files.manifest import read_manifest
from reader.workspace.journals.compaction import compact, read_compacted
from reader.workspace.journals.past import PastFilter, entry_at, read_past

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace import ChangeSet, Workspace

    Open = Callable[..., Workspace]
    Tag = Callable[..., Annotation]


def proposal(start: int = 5, end: int = 8, kind: str = "metric") -> Suggestion:
    """Return a suggestion for 十二场, or another passage of the article."""
    return Suggestion(Span(start, end), kind, {"value": 12}, 0.75, "a reason", "metric.figure")


def verdict(workspace: Workspace, article: Article, *, accepted: bool) -> Verdict:
    words = workspace.articles[article.id].text[5:8]
    return Verdict(article.id, 5, 8, "metric", words, "metric.figure", 0.75, accepted)


def judged(workspace: Workspace) -> list[Verdict]:
    return list(workspace.all_verdicts)


def tags(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.quote, one.kind) for one in workspace.annotations.values()]


def test_accepting_makes_the_tag_and_one_undo_takes_both_back(
    workspace: Workspace, article: Article
) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    workspace.apply(judging.accept(workspace, article.id, [proposal()]))
    accepted = verdict(workspace, article, accepted=True)
    assert dict(workspace.verdicts(article.id)) == {(5, 8, "metric"): accepted}
    ((tag_id, tag),) = workspace.annotations.items()
    assert (tag.quote, tag.kind, dict(tag.attributes)) == ("十二场", "metric", {"value": 12})
    workspace.undo()
    assert not judged(workspace)
    assert not workspace.annotations
    assert workspace.redo_label == "Accept suggestion"
    workspace.redo()
    assert list(workspace.annotations) == [tag_id]
    assert workspace.all_verdicts == (accepted,)
    assert [one.verdicts for one in told] == [{article.id}] * 3
    assert [len(one.annotations) for one in told] == [1] * 3


def test_rejecting_makes_no_tag_and_is_undone(workspace: Workspace, article: Article) -> None:
    changes = workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    assert changes
    assert changes.verdicts == {article.id}
    assert not changes.touched
    assert workspace.all_verdicts == (verdict(workspace, article, accepted=False),)
    assert not workspace.annotations
    workspace.undo()
    assert workspace.verdicts(article.id) == {}


def test_thousands_are_accepted_in_one_step(workspace: Workspace, other_article: Article) -> None:
    workspace.add_article(other_article)
    some = [proposal(one, one + 1) for one in range(1000)]
    operation = judging.accept(workspace, other_article.id, [*some, some[0]])
    assert len(operation.edits) == 2000
    workspace.apply(operation)
    assert len(workspace.annotations) == len(workspace.all_verdicts) == 1000
    workspace.undo()
    assert not workspace.annotations
    assert not workspace.all_verdicts


def test_suggestions_of_several_articles_are_accepted_in_one_step(
    workspace: Workspace, article: Article, other_article: Article
) -> None:
    workspace.add_article(other_article)
    both = {article.id: [proposal()], other_article.id: [proposal(0, 2, "honour")]}
    changes = workspace.apply(judging.accept_all(workspace, both))
    assert changes.verdicts == set(both)
    assert sorted(tags(workspace)) == sorted([("十二场", "metric"), ("第二", "honour")])
    workspace.undo()
    assert not workspace.annotations


def test_what_is_tagged_already_is_accepted_without_a_second_tag(
    workspace: Workspace, article: Article, tag: Tag
) -> None:
    made = tag(workspace, 5, 8)
    tag(workspace, 5, 8, "honour")
    operation = judging.accept(workspace, article.id, [proposal()])
    workspace.apply(operation)
    assert [type(edit) for edit in operation.edits] == [VerdictEdit]
    workspace.undo()
    assert made.id in workspace.annotations


def test_the_same_verdict_again_changes_nothing(workspace: Workspace, article: Article) -> None:
    for judge in (judging.accept, judging.reject):
        workspace.apply(judge(workspace, article.id, [proposal()]))
        assert judge(workspace, article.id, [proposal()]).edits == ()
        assert judge(workspace, article.id, []).edits == ()


def test_what_was_accepted_can_be_rejected_and_its_tag_stays(
    workspace: Workspace, article: Article
) -> None:
    workspace.apply(judging.accept(workspace, article.id, [proposal()]))
    workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    assert workspace.all_verdicts == (verdict(workspace, article, accepted=False),)
    assert tags(workspace) == [("十二场", "metric")]


def test_a_tag_that_is_edited_or_deleted_keeps_its_verdict(
    workspace: Workspace, article: Article
) -> None:
    workspace.apply(judging.accept(workspace, article.id, [proposal()]))
    (tag_id,) = workspace.annotations
    workspace.apply(editing.move(workspace, tag_id, Span(5, 7)))
    workspace.apply(editing.untag(workspace, [tag_id]))
    accepted = verdict(workspace, article, accepted=True)
    assert workspace.all_verdicts == (accepted,)
    # It is accepted once more: the tag comes back, and the verdict stands.
    operation = judging.accept(workspace, article.id, [proposal()])
    assert [type(edit) for edit in operation.edits] == [AnnotationEdit]


@pytest.mark.parametrize(("kind", "accepted"), [("metric", True), ("honour", False)])
def test_a_suggestion_can_be_edited_before_it_is_accepted(
    workspace: Workspace, article: Article, kind: str, *, accepted: bool
) -> None:
    operation = judging.accept_as(
        workspace, article.id, proposal(), span=Span(5, 7), kind=kind, attributes={"unit": "场"}
    )
    workspace.apply(operation)
    (tag,) = workspace.annotations.values()
    assert (tag.quote, tag.kind, dict(tag.attributes)) == ("十二", kind, {"unit": "场"})
    assert workspace.all_verdicts == (verdict(workspace, article, accepted=accepted),)
    workspace.undo()
    assert not workspace.annotations
    assert not workspace.all_verdicts


def test_what_is_not_edited_is_as_it_was_suggested(workspace: Workspace, article: Article) -> None:
    workspace.apply(judging.accept_as(workspace, article.id, proposal()))
    (tag,) = workspace.annotations.values()
    assert (tag.quote, dict(tag.attributes)) == ("十二场", {"value": 12})


def test_forgetting_takes_all_verdicts_and_leaves_the_tags(
    workspace: Workspace, article: Article, other_article: Article
) -> None:
    workspace.add_article(other_article)
    workspace.apply(judging.accept(workspace, article.id, [proposal()]))
    workspace.apply(judging.reject(workspace, other_article.id, [proposal(0, 2)]))
    held = workspace.all_verdicts
    changes = workspace.apply(judging.forget(workspace))
    assert changes.verdicts == {article.id, other_article.id}
    assert not judged(workspace)
    assert tags(workspace) == [("十二场", "metric")]
    assert judging.forget(workspace).edits == ()
    workspace.undo()
    assert workspace.all_verdicts == held


def test_what_was_learned_in_an_article_that_was_removed_stays_and_can_be_forgotten(
    workspace: Workspace, article: Article
) -> None:
    workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    workspace.apply(editing.remove_article(workspace, article.id))
    assert len(workspace.all_verdicts) == 1
    with pytest.raises(RefusedError, match=r"There is no article .*; it may have been removed"):
        judging.reject(workspace, article.id, [proposal(0, 2)])
    workspace.apply(judging.forget(workspace))
    assert workspace.verdicts(article.id) == {}
    workspace.undo()
    assert len(workspace.all_verdicts) == 1


@pytest.mark.parametrize("judge", [judging.accept, judging.reject])
@pytest.mark.parametrize("span", [Span(3, 3), Span(20, 2000), Span(2000, 2001)])
def test_what_is_no_passage_is_not_judged(
    workspace: Workspace,
    article: Article,
    judge: Callable[..., Operation],
    span: Span,
) -> None:
    with pytest.raises(RefusedError, match=r"is no passage of “.*”, which has .* characters"):
        judge(workspace, article.id, [replace(proposal(), span=span)])


def test_a_kind_that_is_not_there_is_not_accepted(workspace: Workspace, article: Article) -> None:
    with pytest.raises(RefusedError, match="There is no kind “place” in the tag set"):
        judging.accept(workspace, article.id, [proposal(kind="place")])


@pytest.mark.parametrize(("said", "kept"), [(1.7, 1), (-1, 0)])
def test_a_confidence_is_kept_from_0_to_1(
    workspace: Workspace, article: Article, said: float, kept: float
) -> None:
    sure = replace(proposal(), confidence=said)
    workspace.apply(judging.reject(workspace, article.id, [sure]))
    (held,) = workspace.all_verdicts
    assert held.confidence == kept


def test_what_does_not_fit_is_refused(workspace: Workspace, article: Article) -> None:
    one = verdict(workspace, article, accepted=True)
    for edit, why in [
        (VerdictEdit(None, None), "it is an edit of nothing"),
        (VerdictEdit(one, replace(one, start=4)), "a verdict stays with its suggestion"),
        (VerdictEdit(one, None), "the suggestion was judged in the meantime"),
        (VerdictEdit(None, replace(one, article="0" * 16)), "there is no article 0000"),
        (VerdictEdit(None, replace(one, words="十三场")), "does not hold these words there"),
        (VerdictEdit(None, replace(one, start=-1, words="")), "does not hold these words there"),
        (VerdictEdit(None, replace(one, end=5, words="")), "does not hold these words there"),
        (VerdictEdit(None, replace(one, confidence=1.5)), "a number from 0 to 1"),
    ]:
        with pytest.raises(RefusedError, match=why):
            workspace.apply(Operation("Judge", (edit,)))
    twice = (VerdictEdit(None, one), VerdictEdit(None, replace(one, accepted=False)))
    with pytest.raises(RefusedError, match="the same thing twice"):
        workspace.apply(Operation("Judge", twice))


def test_verdicts_are_there_after_opening_again(
    workspace: Workspace, article: Article, open_again: Open, folder: Path
) -> None:
    assert read_manifest(folder).version == 1
    workspace.apply(judging.accept(workspace, article.id, [proposal()]))
    workspace.apply(judging.reject(workspace, article.id, [proposal(0, 2)]))
    held = workspace.all_verdicts
    workspace.close()
    assert read_manifest(folder).version == 3
    again = open_again()
    assert again.all_verdicts == held
    again.undo()
    assert [one.accepted for one in again.all_verdicts] == [True]
    assert check(folder) == []


def test_a_snapshot_holds_verdicts_and_those_taken_back(
    workspace: Workspace, article: Article, open_again: Open, folder: Path
) -> None:
    workspace.apply(judging.accept(workspace, article.id, [proposal(), proposal(0, 2)]))
    workspace.apply(judging.reject(workspace, article.id, [proposal(2, 4)]))
    workspace.undo()
    held = workspace.all_verdicts
    workspace.close()
    journal = folder / "annotations" / workspace.writer
    assert compact(journal, read_compacted(journal))
    assert read_compacted(journal).wrong == ""
    with open_again() as again:
        assert again.all_verdicts == held
        again.undo()
        assert not judged(again)
    assert examine(folder).findings == []


def test_something_else_among_the_verdicts_of_a_snapshot_is_damage(
    workspace: Workspace, article: Article, open_again: Open, folder: Path
) -> None:
    workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    workspace.close()
    journal = folder / "annotations" / workspace.writer
    assert compact(journal, read_compacted(journal))
    path = journal / "snapshot.json"
    data = json.loads(path.read_bytes())["snapshot"]
    data["verdicts"][0]["edit"] = {
        "correction": "云",
        "before": None,
        "after": {"words": "云", "shown": "雲", "scripts": []},
    }
    body = json.dumps(data, ensure_ascii=False).encode()
    digest = hashlib.sha256(body).hexdigest().encode()
    path.write_bytes(b'{"sum":"%s","snapshot":%s}\n' % (digest, body))
    assert open_again().all_verdicts == workspace.all_verdicts
    (finding,) = examine(folder).findings
    assert "it is no snapshot that this version knows" in finding.message


def test_a_snapshot_of_a_program_that_knew_no_verdicts_is_read(
    workspace: Workspace, tag: Tag, open_again: Open, folder: Path
) -> None:
    tag(workspace, 0, 3)
    workspace.close()
    journal = folder / "annotations" / workspace.writer
    assert compact(journal, read_compacted(journal))
    path = journal / "snapshot.json"
    data = json.loads(path.read_bytes())["snapshot"]
    del data["verdicts"]
    body = json.dumps(data, ensure_ascii=False).encode()
    digest = hashlib.sha256(body).hexdigest().encode()
    path.write_bytes(b'{"sum":"%s","snapshot":%s}\n' % (digest, body))
    with open_again() as again:
        assert again.problems == ()
        assert len(again.annotations) == 1


def test_of_two_verdicts_out_of_sight_of_each_other_the_later_holds(
    workspace: Workspace, article: Article, open_elsewhere: Open
) -> None:
    other = open_elsewhere()
    workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    other.apply(judging.reject(other, article.id, [proposal(0, 2)]))
    other.apply(judging.accept(other, article.id, [proposal()]))
    changes = workspace.take(workspace.look())
    assert changes.verdicts == {article.id}
    assert changes.others
    other.take(other.look())
    assert {*workspace.all_verdicts} == {*other.all_verdicts}
    assert workspace.verdicts(article.id)[5, 8, "metric"].accepted
    assert not workspace.conflicts
    # What it said is of no account any more, so there is nothing for undo to take back.
    undone = workspace.undo()
    assert undone is not None
    assert "was changed again since" in undone.left
    assert workspace.verdicts(article.id)[5, 8, "metric"].accepted


def test_the_history_tells_of_verdicts(workspace: Workspace, article: Article) -> None:
    workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    workspace.apply(judging.forget(workspace))
    steps = read_past(workspace.roots).steps
    assert [(one.label, one.words, one.articles, one.tags) for one in steps] == [
        ("Reject suggestion", "十二场", (article.id,), ()),
        ("Forget verdicts on suggestions", "十二场", (article.id,), ()),
    ]
    entry = entry_at(steps[0])
    assert entry is not None
    made = verdict(workspace, article, accepted=False)
    assert entry.operation.edits == (VerdictEdit(None, made),)
    assert PastFilter(article=article.id, text="十二場").fitting(steps) == steps


def test_a_verdict_on_other_words_is_a_note(
    workspace: Workspace, article: Article, other_article: Article, folder: Path
) -> None:
    workspace.add_article(other_article)
    workspace.apply(judging.reject(workspace, article.id, [proposal()]))
    workspace.apply(judging.reject(workspace, other_article.id, [proposal()]))
    workspace.close()
    path = next((folder / "annotations" / workspace.writer).glob("*.jsonl"))
    first, second = path.read_bytes().splitlines()
    body = first[34:-1].replace("十二场".encode(), "十三场".encode())
    digest = hashlib.sha256(body).hexdigest()[:16].encode()
    path.write_bytes(b'{"sum":"%s","entry":%s}\n' % (digest, body) + second + b"\n")
    (folder / "articles" / f"{other_article.id}.json").unlink()
    (finding,) = check(folder)
    assert finding.severity == "note"
    assert f"“十三场” stands at 5 to 8 of {article.id}.json, which it does not" in finding.message
