"""A workspace that several people have open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.span import Span
from reader.workspace import editing

if TYPE_CHECKING:
    from reader.workspace import Workspace
    from tests.ui.driving import Driver

LINES = "".join(f"第{n}段：书屋全年举办活动{n}场，接待读者三千人次。\n" for n in range(300))
TEXT = f"书屋的一年\n{LINES}"
OTHER = "另一篇\n山里的图书馆办了12场讲座。\n"


def tagged(workspace: Workspace, words: str, kind: str = "metric", occurrence: int = 0) -> str:
    """Tag words of the first article; return the tag's id."""
    (article, *_) = workspace.articles.values()
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(words, start + 1)
    changes = workspace.apply(
        editing.tag(workspace, article.id, Span(start, start + len(words)), kind)
    )
    return next(iter(changes.annotations))


def look(driver: Driver) -> None:
    """Have the window look now, and wait until it has."""
    neighbours = driver.window.neighbours
    driver.bot.waitUntil(lambda: not neighbours._looking, timeout=10_000)
    neighbours.look()
    driver.bot.waitUntil(lambda: not neighbours._looking, timeout=10_000)
