"""Files that are not what they should be: each is one sentence, and nothing else is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.article_file import article_path
from reader.workspace.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.text.article import Article
    from reader.workspace import Workspace


def test_an_article_whose_title_was_changed_is_shown_and_reported(
    workspace: Workspace, article: Article, folder: Path
) -> None:
    path = article_path(folder, article.id)
    path.write_bytes(path.read_bytes().replace("讲座".encode(), "讲坛".encode(), 1))
    loaded = load(folder)
    assert loaded.articles[article.id].article.text == article.text
    assert loaded.problems == [
        (
            f"The text in articles/{article.id}.json is as it was brought in, but what stands "
            "before it (title, script, time) is not as it was written; put the file back from a "
            "backup."
        )
    ]


def test_a_manifest_that_somebody_changed_is_used_and_reported(
    workspace: Workspace, folder: Path, open_again: Callable[[], Workspace]
) -> None:
    path = folder / "workspace.json"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"Metric"', b'"Metrik"'))
    again = open_again()
    assert again.tag_set.kinds[0].label == "Metrik"
    (problem,) = again.problems
    assert problem.startswith(f"{path} is not as Wenmai wrote it")
    path.write_bytes(whole)
    assert open_again().problems == ()
