"""A small workspace, and ways to look at its files."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from reader.text.article import Article
from reader.text.span import Span
from reader.workspace import Workspace, editing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.annotation.annotation import Annotation

TEXT = "清溪镇办了十二场讲座\n𠮷野家\r\n三千人参加，评为先进社区。\n"


@pytest.fixture(scope="session")
def article() -> Article:
    """Return an article with a supplementary character and mixed line ends."""
    return Article.from_text(TEXT, metadata={"file": "清溪.txt"})


@pytest.fixture(scope="session")
def other_article() -> Article:
    return Article.from_text("第二篇\n" + "東岸社區辦了三場音樂會。\n" * 100)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Return the folder of this machine's writers."""
    return tmp_path / "state"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def open_again(folder: Path, state: Path) -> Iterator[Callable[..., Workspace]]:
    """Return what opens the workspace's folder once more; it is closed when the test ends."""
    with ExitStack() as stack:

        def open_again(author: str = "lin") -> Workspace:
            return stack.enter_context(Workspace.open(folder, author=author, state=state))

        yield open_again


@pytest.fixture
def open_elsewhere(folder: Path, tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """Return what opens the workspace's folder on another machine, named by its author."""
    with ExitStack() as stack:

        def open_elsewhere(author: str = "chen", where: Path = folder) -> Workspace:
            state = tmp_path / f"state of {author}"
            return stack.enter_context(Workspace.open(where, author=author, state=state))

        yield open_elsewhere


@pytest.fixture
def workspace(folder: Path, state: Path, article: Article) -> Iterator[Workspace]:
    """Return an open workspace with one article."""
    with Workspace.create(folder, author="lin", state=state) as workspace:
        workspace.add_article(article)
        yield workspace


@pytest.fixture
def tag(article: Article) -> Callable[..., Annotation]:
    """Return what tags a passage by its offsets and returns the tag."""

    def tag(workspace: Workspace, start: int, end: int, kind: str = "metric") -> Annotation:
        changes = workspace.apply(editing.tag(workspace, article.id, Span(start, end), kind))
        ((_, after),) = changes.annotations.values()
        assert after is not None
        return after

    return tag


@pytest.fixture
def crash() -> Callable[[Workspace], None]:
    """Return what ends a workspace as a killed process leaves it: only its lock is gone."""

    def crash(workspace: Workspace) -> None:
        own = workspace._own
        assert own is not None
        own._writer.release()
        workspace._closed = True

    return crash


@pytest.fixture
def journal(folder: Path) -> Callable[[Workspace], Path]:
    """Return what finds the first segment that a workspace writes."""

    def journal(workspace: Workspace) -> Path:
        return folder / "annotations" / workspace.writer / "0001.jsonl"

    return journal
