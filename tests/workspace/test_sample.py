"""The sample workspace is whole, and its tags are nobody's to undo by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.text.script import SourceScript
from reader.workspace import Workspace, WorkspaceError
from reader.workspace.checks.check import check
from reader.workspace.sample import make_sample

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sample_has_articles_of_each_script_a_long_one_and_tags(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "sample"
    make_sample(folder)
    assert check(folder) == []
    assert [path.name for path in folder.parent.iterdir()] == ["sample"]
    with Workspace.open(folder, author="reader", state=tmp_path / "state") as workspace:
        scripts = {workspace.script(one) for one in workspace.articles}
        assert scripts >= {
            SourceScript.SIMPLIFIED,
            SourceScript.TRADITIONAL,
            SourceScript.MIXED,
        }
        assert max(len(article.text) for article in workspace.articles.values()) > 9000
        for article_id in workspace.articles:
            assert min(workspace.counts(article_id).values()) > 0
        assert workspace.undo_label is None
        assert {tag.author for tag in workspace.annotations.values()} == {"Wenmai"}


def test_a_folder_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    with pytest.raises((OSError, WorkspaceError)):
        make_sample(tmp_path / "file" / "sample")
