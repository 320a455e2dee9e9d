"""Tags that nobody sees because their article was removed out of sight of whoever made them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.annotation.operation import AnnotationEdit
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.workspace.files.entry import Entry
    from reader.workspace.memory.changes import ChangeSet
    from reader.workspace.memory.contents import Contents


def unshown_sentence(
    arrived: Iterable[Entry],
    session: Iterable[Entry],
    changes: ChangeSet,
    shown: Collection[str],
    contents: Contents,
) -> str:
    """Return what to say of tags and removals that met; empty where none did.

    Args:
        arrived: What others did.
        session: What was done here since the workspace was opened.
        changes: What came of taking in ``arrived``.
        shown: The ids of the articles that were shown before.
        contents: What is held since.
    """
    theirs = {one for one in _tags(arrived) if one not in changes.annotations}
    ours = {one for one in _tags(session) if _is_gone(one, changes)}
    numbers: Counter[str] = Counter()
    for tag_id in theirs | ours:
        tag = contents.annotation(tag_id)
        if tag is None or not contents.has(tag.article):
            continue
        details = contents.details(tag.article)
        met = tag_id in ours or tag.article not in shown
        # A replaced article has its tags in the list of those to review.
        if met and details.removed and not details.replaced_by:
            numbers[tag.article] += 1
    return " ".join(
        _sentence(contents.details(article_id).title, number)
        for article_id, number in sorted(numbers.items())
    )


def _tags(entries: Iterable[Entry]) -> set[str]:
    return {
        edit.id
        for entry in entries
        for edit in entry.operation.edits
        if isinstance(edit, AnnotationEdit) and edit.after is not None
    }


def _is_gone(tag_id: str, changes: ChangeSet) -> bool:
    before, after = changes.annotations.get(tag_id, (None, None))
    return before is not None and after is None


def _sentence(title: str, number: int) -> str:
    is_kept = (
        tr("1 tag made in it is not shown; it is kept, and comes")
        if number == 1
        else tr("{number:,} tags made in it are not shown; they are kept, and come").format(
            number=number
        )
    )
    return tr(
        "“{title}” is removed from the workspace, so {is_kept} back when the article "
        "is imported again."
    ).format(title=title, is_kept=is_kept)
