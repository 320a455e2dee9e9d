"""The operations that the window and the command line do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    CorrectionEdit,
    Operation,
    key_of,
)
from reader.language import mark, tr
from reader.workspace.describing import describe_article
from reader.workspace.errors import RefusedError
from reader.workspace.kind_editing import arrange_kinds, put_kind, remove_kind, take_tag_set
from reader.workspace.memory.corrections import with_corrections, without_corrections

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.annotation.tag_set import AttributeValue
    from reader.text.glossary import Correction
    from reader.text.script import SourceScript
    from reader.text.span import Span
    from reader.workspace.memory.conflicts import Head
    from reader.workspace.workspace import Workspace

__all__ = [
    "arrange_kinds",
    "bring_back",
    "correct",
    "correct_all",
    "describe",
    "describe_article",
    "move",
    "put_kind",
    "remove_article",
    "remove_kind",
    "retitle",
    "set_script",
    "settle",
    "tag",
    "take_tag_set",
    "uncorrect",
    "untag",
]


def tag(
    workspace: Workspace,
    article_id: str,
    span: Span,
    kind: str,
    attributes: Mapping[str, AttributeValue] | None = None,
) -> Operation:
    """Tag a passage.

    Args:
        workspace: Where.
        article_id: The article.
        span: The passage, in code points of the source.
        kind: The name of a kind of the tag set.
        attributes: What is known of it already.

    Raises:
        RefusedError: If there is no such article, passage or kind.
    """
    if workspace.tag_set.get(kind) is None:
        kinds = ", ".join(one.name for one in workspace.tag_set)
        msg = tr("There is no kind “{kind}” in the tag set; choose one of {kinds}.").format(
            kind=kind, kinds=kinds
        )
        raise RefusedError(msg)
    now = workspace.now()
    made = Annotation(
        id=workspace.new_id(),
        article=article_id,
        anchor=_anchor(workspace, article_id, span),
        kind=kind,
        author=workspace.author,
        created=now,
        modified=now,
        attributes=attributes or {},
    )
    return Operation(mark("Tag"), (AnnotationEdit(None, made),))


def untag(workspace: Workspace, ids: Iterable[str]) -> Operation:
    """Delete tags, as one step of undo.

    Raises:
        RefusedError: If one is not there.
    """
    once = dict.fromkeys(ids)
    edits = tuple(AnnotationEdit(_annotation(workspace, one), None) for one in once)
    return Operation(mark("Delete tag"), edits)


def move(workspace: Workspace, annotation_id: str, span: Span) -> Operation:
    """Put a tag on another passage of its article (code points of the source).

    Raises:
        RefusedError: If there is no such tag or passage.
    """
    before = _annotation(workspace, annotation_id)
    if before.span == span:
        return Operation(mark("Move tag"), ())
    anchor = _anchor(workspace, before.article, span)
    return Operation(
        mark("Move tag"), (AnnotationEdit(before, before.with_anchor(anchor, workspace.now())),)
    )


def describe(
    workspace: Workspace,
    annotation_id: str,
    *,
    kind: str | None = None,
    attributes: Mapping[str, AttributeValue] | None = None,
    note: str | None = None,
) -> Operation:
    """Change a tag's kind, all its attributes, or its note; ``None`` leaves each as it is.

    The operation has no edits where nothing would change.

    Raises:
        RefusedError: If there is no such tag.
    """
    before = _annotation(workspace, annotation_id)
    after = before.with_details(before.modified, kind=kind, attributes=attributes, note=note)
    if after == before:
        return Operation(mark("Edit tag"), ())
    return Operation(
        mark("Edit tag"), (AnnotationEdit(before, replace(after, modified=workspace.now())),)
    )


def bring_back(workspace: Workspace, state: Annotation) -> Operation:
    """Bring back an earlier state of a tag, also of one that was deleted.

    A tag that went over to a later version of its text stays where it stands now; one that is
    gone comes back on the words that it stood on. There are no edits where nothing would change.

    Args:
        workspace: Where.
        state: What the tag is to be again.

    Raises:
        RefusedError: If its article is not there.
    """
    before = workspace.annotations.get(state.id) or _waiting(workspace, state.id)
    if before is None:
        _verify_article(workspace, state)
    elif before.article != state.article:
        state = replace(state, article=before.article, anchor=before.anchor)
    if before is not None and replace(state, modified=before.modified) == before:
        return Operation(mark("Bring back tag"), ())
    return Operation(
        mark("Bring back tag"), (AnnotationEdit(before, replace(state, modified=workspace.now())),)
    )


def settle(workspace: Workspace, annotation_id: str, head: Head) -> Operation:
    """Settle a conflict: one version of a tag holds from now on, and the others end.

    Undo gives back the version that was shown before; the conflict stays settled.

    Args:
        workspace: Where.
        annotation_id: A tag of ``workspace.conflicts``.
        head: The version to hold, one of those of the conflict.

    Raises:
        RefusedError: If the conflict is another one, or settled, by now.
    """
    conflict = workspace.conflicts.get(annotation_id)
    if conflict is None or head not in conflict.heads:
        msg = tr(
            "The versions of tag {annotation_id} to choose from have changed; look at them again."
        ).format(annotation_id=annotation_id)
        raise RefusedError(msg)
    shown = conflict.heads[-1].annotation
    if shown is None and head.annotation is None:
        # An edit is of something: here of the version that ends.
        shown = conflict.heads[0].annotation
    edit = AnnotationEdit(shown, head.annotation, conflict.settles)
    return Operation(mark("Settle conflict"), (edit,))


def retitle(workspace: Workspace, article_id: str, title: str) -> Operation:
    """Give an article another title, on one line; an empty one gives its own back.

    Raises:
        RefusedError: If there is no such article.
    """
    before = _details(workspace, article_id)
    title = " ".join(title.split()) or workspace.articles[article_id].title
    return _article_edit(mark("Rename article"), article_id, before, replace(before, title=title))


def set_script(workspace: Workspace, article_id: str, script: SourceScript | None) -> Operation:
    """Say which script an article is written in; ``None`` goes back to the one detected.

    Raises:
        RefusedError: If there is no such article.
    """
    before = _details(workspace, article_id)
    after = replace(before, script=None if script is None else script.value)
    return _article_edit(mark("Set script"), article_id, before, after)


def remove_article(workspace: Workspace, article_id: str) -> Operation:
    """Take an article out of the workspace. Its file and tags stay, and come back with it.

    Raises:
        RefusedError: If there is no such article.
    """
    before = _details(workspace, article_id)
    return _article_edit(mark("Remove article"), article_id, before, replace(before, removed=True))


def correct(
    workspace: Workspace, correction: Correction, *, instead_of: Correction | None = None
) -> Operation:
    """Correct the conversion in this workspace.

    What else was said of the same words in the same scripts gives way. The
    operation has no edits where nothing would change.

    Args:
        workspace: Where.
        correction: What is shown from now on.
        instead_of: A correction that it takes the place of.

    Raises:
        RefusedError: If ``instead_of`` is not there.
    """
    replaced = [] if instead_of is None else [instead_of]
    return _glossary_operation(workspace, mark("Correct conversion"), replaced, [correction])


def correct_all(workspace: Workspace, corrections: Iterable[Correction]) -> Operation:
    """Correct the conversion of many words, as one step of undo; a later correction counts."""
    return _glossary_operation(workspace, mark("Import corrections"), [], corrections)


def uncorrect(workspace: Workspace, corrections: Iterable[Correction]) -> Operation:
    """Remove corrections, as one step of undo.

    Raises:
        RefusedError: If one is not there.
    """
    return _glossary_operation(workspace, mark("Remove correction"), [*corrections], [])


def _glossary_operation(
    workspace: Workspace, label: str, removed: Sequence[Correction], made: Iterable[Correction]
) -> Operation:
    now = workspace.glossary.entries
    for one in removed:
        if one not in now:
            msg = tr(
                "There is no correction of “{words}” as “{shown}” in {folder}; it may have "
                "been removed."
            ).format(words=one.words, shown=one.shown, folder=workspace.folder)
            raise RefusedError(msg)
    before = {key_of(one): one for one in now}
    after = with_corrections(without_corrections(before, removed), made)
    edits = (
        CorrectionEdit(before.get(key), after.get(key))
        for key in dict.fromkeys([*before, *after])
        if before.get(key) != after.get(key)
    )
    return Operation(label, tuple(edits))


def _article_edit(
    label: str, article_id: str, before: ArticleDetails, after: ArticleDetails
) -> Operation:
    return Operation(label, () if before == after else (ArticleEdit(article_id, before, after),))


def _waiting(workspace: Workspace, annotation_id: str) -> Annotation | None:
    """Return a tag that waits on an earlier version of its text."""
    waiting = (tag for one in workspace.replaced for tag in workspace.index(one))
    return next((tag for tag in waiting if tag.id == annotation_id), None)


def _verify_article(workspace: Workspace, state: Annotation) -> None:
    try:
        details = workspace.details(state.article)
    except KeyError:
        msg = tr(
            "The article that “{quote}” stood in is not in {folder}; import it again, and "
            "then bring the tag back."
        ).format(quote=state.quote, folder=workspace.folder)
        raise RefusedError(msg) from None
    if details.removed and not details.replaced_by:
        msg = tr(
            "“{title}”, which “{quote}” stood in, was removed from the workspace; import "
            "it again, and then bring the tag back."
        ).format(title=details.title, quote=state.quote)
        raise RefusedError(msg)


def _annotation(workspace: Workspace, annotation_id: str) -> Annotation:
    try:
        return workspace.annotations[annotation_id]
    except KeyError:
        msg = tr("There is no tag {annotation_id} in {folder}; it may have been deleted.").format(
            annotation_id=annotation_id, folder=workspace.folder
        )
        raise RefusedError(msg) from None


def _details(workspace: Workspace, article_id: str) -> ArticleDetails:
    if article_id not in workspace.articles:
        msg = tr("There is no article {article_id} in {folder}; it may have been removed.").format(
            article_id=article_id, folder=workspace.folder
        )
        raise RefusedError(msg)
    return workspace.details(article_id)


def _anchor(workspace: Workspace, article_id: str, span: Span) -> Anchor:
    details = _details(workspace, article_id)
    text = workspace.articles[article_id].text
    try:
        return Anchor.at(text, span)
    except ValueError:
        msg = tr(
            "{start} to {end} is no passage of “{title}”, which has {count} characters; "
            "choose a start and a later end within it."
        ).format(start=span.start, end=span.end, title=details.title, count=len(text))
        raise RefusedError(msg) from None
