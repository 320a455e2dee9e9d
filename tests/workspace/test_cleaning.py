"""What is cleaned up in an article: undone, merged and kept like all else that is said of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.cleaning_choice import CleaningChoice, choice_of, with_choice
from reader.annotation.operation import ArticleDetails
from reader.assets import resource
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.span import Span
from reader.workspace import RefusedError, Workspace, editing
from reader.workspace.cleaning import clean_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.text.article import Article

    Open = Callable[..., Workspace]

LINES = CleaningChoice(frozenset(["lines"]))
SOME = CleaningChoice(frozenset(["lines", "captions"]), (Span(2, 3), Span(5, 7)))


def chosen(workspace: Workspace, article: Article) -> CleaningChoice | None:
    return choice_of(workspace.details(article.id))


def test_a_choice_is_kept_undone_and_done_again(
    workspace: Workspace, article: Article, open_again: Open
) -> None:
    assert chosen(workspace, article) is None
    changes = workspace.apply(clean_up(workspace, article.id, LINES))
    assert article.id in changes.articles
    workspace.apply(clean_up(workspace, article.id, SOME))
    assert chosen(workspace, article) == SOME
    workspace.undo()
    assert chosen(workspace, article) == LINES
    workspace.undo()
    assert chosen(workspace, article) is None
    workspace.redo()
    workspace.redo()
    workspace.close()
    with open_again() as again:
        assert chosen(again, article) == SOME
        assert again.articles[article.id].text == article.text


def test_the_same_choice_once_more_changes_nothing(workspace: Workspace, article: Article) -> None:
    workspace.apply(clean_up(workspace, article.id, SOME))
    assert not clean_up(workspace, article.id, SOME).edits


def test_an_article_that_is_gone_is_refused(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="There is no article nowhere"):
        clean_up(workspace, "nowhere", LINES)


def test_a_choice_and_a_title_made_out_of_sight_of_each_other_both_stay(
    workspace: Workspace, open_elsewhere: Open, article: Article
) -> None:
    other = open_elsewhere()
    workspace.apply(clean_up(workspace, article.id, SOME))
    other.apply(editing.retitle(other, article.id, "二"))
    workspace.take(workspace.look())
    other.take(other.look())
    for window in (workspace, other):
        assert chosen(window, article) == SOME
        assert window.details(article.id).title == "二"


def test_of_two_choices_the_later_one_stays(
    workspace: Workspace, open_elsewhere: Open, article: Article
) -> None:
    other = open_elsewhere()
    workspace.apply(clean_up(workspace, article.id, LINES))
    other.take(other.look())
    other.apply(clean_up(other, article.id, SOME))
    workspace.take(workspace.look())
    assert chosen(workspace, article) == chosen(other, article) == SOME


def test_the_journal_holds_it_as_its_schema_says(
    workspace: Workspace, folder: Path, article: Article
) -> None:
    workspace.apply(clean_up(workspace, article.id, SOME))
    (path,) = folder.rglob("*.jsonl")
    line: dict[str, Any] = json.loads(path.read_bytes().splitlines()[-1])
    schema = json.loads(resource("schema", "journal-line.schema.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(line)
    after = line["entry"]["operation"]["edits"][0]["after"]
    assert after["cleaning"] == {"kinds": ["captions", "lines"], "refused": [[2, 3], [5, 7]]}
    details = {"$defs": schema["$defs"], "$ref": "#/$defs/details"}
    wrongs: list[object] = ["all", {"refused": []}, {"kinds": [1]}, {"kinds": [], "refused": [[1]]}]
    for wrong in wrongs:
        said = {**after, "cleaning": wrong}
        assert not jsonschema.Draft202012Validator(details).is_valid(said)


def cleanup(kind: CleanupKind, start: int) -> Cleanup:
    span = Span(start, start + 1)
    return Cleanup(kind, span, (span,), "")


def test_a_choice_says_kinds_and_what_of_them_is_refused() -> None:
    lines = [cleanup(CleanupKind.LINES, n) for n in (9, 3, 6)]
    page = cleanup(CleanupKind.FURNITURE, 1)
    choice = CleaningChoice.of(lines[:1], [*lines[1:], page])
    assert choice.kinds == frozenset(["lines"])
    assert choice.refused == (Span(3, 4), Span(6, 7))
    assert choice.accepted == frozenset([CleanupKind.LINES])
    assert CleaningChoice.of([], lines) == CleaningChoice()
    assert CleaningChoice.from_json(choice.to_json()) == choice
    assert CleaningChoice.from_json(LINES.to_json()) == LINES


def test_kinds_of_a_newer_program_are_kept() -> None:
    choice = CleaningChoice.from_json({"kinds": ["lines", "marks"], "refused": []})
    assert choice.accepted == frozenset([CleanupKind.LINES])
    assert choice.to_json()["kinds"] == ["lines", "marks"]


@pytest.mark.parametrize(
    "value",
    ["[]", "3", '{"kinds": [1]}', '{"kinds": ["lines"], "refused": [[2, 1]]}', "{}", "null"],
)
def test_what_is_no_choice_is_none(value: str) -> None:
    details = ArticleDetails("一", unknown=(("else", "1"), ("cleaning", value)))
    assert choice_of(details) is None


def test_a_choice_can_be_taken_away() -> None:
    details = with_choice(ArticleDetails("一"), SOME)
    assert choice_of(details) == SOME
    assert with_choice(details, None) == ArticleDetails("一")
