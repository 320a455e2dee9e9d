"""Taking in what others did: into what a workspace holds, beside what it did itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.workspace.journals.journal import entries_of
from reader.workspace.journals.writer import was_forked
from reader.workspace.memory.changes import ChangeSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.workspace.files.entry import Entry
    from reader.workspace.journals.loading import Loaded
    from reader.workspace.journals.news import News
    from reader.workspace.journals.own_journal import OwnJournal
    from reader.workspace.memory.contents import Contents


def is_forked(own: OwnJournal, news: News) -> bool:
    """Return whether somebody else writes under our name."""
    whole = news.whole.journals.get(own.id, []) if news.whole else []
    return was_forked(whole) or (news.own and own.was_changed())


def take_in(
    news: News, contents: Contents, own: OwnJournal | None, session: Sequence[Entry]
) -> ChangeSet:
    """Take news into the contents, and return what they changed.

    Args:
        news: What others did.
        contents: What the workspace holds.
        own: Our own journal; ``None`` where nobody but others write it.
        session: What we have written since the workspace was opened.
    """
    changes = ChangeSet()
    for filed in news.whole.articles.values() if news.whole else news.articles:
        if not contents.has(filed.article.id):
            changes = changes.then(contents.add(filed))
    for article_id in news.gone:
        if contents.has(article_id):
            changes = changes.then(contents.drop(article_id))
    if news.whole is not None:
        registers = news.whole.registers(_all_entries(news.whole, own, session))
        changes = changes.then(contents.become(registers))
    return changes.then(contents.take(news.entries)) if news.entries else changes


def _all_entries(
    loaded: Loaded, own: OwnJournal | None, session: Sequence[Entry]
) -> Iterator[Entry]:
    """Yield what was read, with our own journal as we know it.

    A line of ours that was read while it was written may have been refused since.
    """
    name, first = (own.id, own.first_of_session) if own else ("", 0)
    for writer, segments in loaded.journals.items():
        for entry in entries_of(segments):
            if writer != name or entry.seq < first:
                yield entry
    yield from session
