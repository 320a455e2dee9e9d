"""A later version of an article's text: its tags move where that is certain, the rest waits.

The old text stays, as an article that was replaced; the tags that wait stand on
its words until somebody says where they belong.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.annotation.anchor import Anchor
from reader.annotation.index import reading_order
from reader.annotation.operation import AnnotationEdit, ArticleDetails, ArticleEdit, Operation
from reader.annotation.reanchoring import Moved, reanchor
from reader.language import mark, tr
from reader.workspace.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.text.span import Span
    from reader.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Plan:
    """What replacing an article's text will do to its tags.

    Attributes:
        old: The article.
        new: The one with the later version.
        tags: The tags of ``old``, in reading order.
        moves: Where those that move will stand, in code points of ``new``, by their ids.
    """

    old: Article
    new: Article
    tags: tuple[Annotation, ...]
    moves: Mapping[str, Span]

    @property
    def waiting(self) -> list[str]:
        """The ids of the tags that will wait for review, in reading order."""
        return [tag.id for tag in self.tags if tag.id not in self.moves]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What replacing an article's text did.

    Attributes:
        operation: The one step of undo.
        moved: The ids of the tags that stand in the new text now.
        orphans: The ids of those that wait for review.
    """

    operation: Operation
    moved: tuple[str, ...]
    orphans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A tag that waits for review.

    Attributes:
        annotation: The tag, on the words of the old text.
        article: The id of the article with the present version, where it might belong.
    """

    annotation: Annotation
    article: str


def plan_replacement(old: Article, tags: Iterable[Annotation], new: Article) -> Plan:
    """Find out what replacing a text will do to its tags; changes nothing, needs no workspace."""
    held = tuple(tags)
    outcomes = reanchor(old.text, new.text, [tag.span for tag in held])
    moves = {
        tag.id: outcome.span
        for tag, outcome in zip(held, outcomes, strict=True)
        if isinstance(outcome, Moved)
    }
    return Plan(old, new, held, moves)


def replace_article(
    workspace: Workspace, old_id: str, new: Article, plan: Plan | None = None
) -> Replacement:
    """Put a later version in the place of an article, as one step of undo.

    Title and script go with it where the user had set them. The file of the new
    text is written before anything else changes.

    Args:
        workspace: Where.
        old_id: The article that gives way.
        new: The later version.
        plan: What was found out before; made anew where it no longer fits the tags.

    Raises:
        RefusedError: If there is no such article, the text is the same, or it could
            not be made durable; the old article stays as it is. Where the file of the new
            text was written by then, that is an article of its own.
    """
    old = workspace.articles.get(old_id)
    if old is None:
        msg = tr("There is no article {old_id} in {folder}; it may have been removed.").format(
            old_id=old_id, folder=workspace.folder
        )
        raise RefusedError(msg)
    details = workspace.details(old_id)
    if new.id == old_id:
        msg = tr("“{title}” has this very text already; there is nothing to replace.").format(
            title=details.title
        )
        raise RefusedError(msg)
    tags = tuple(workspace.index(old_id).in_order())
    if plan is None or (plan.old.id, plan.new.id, plan.tags) != (old_id, new.id, tags):
        plan = plan_replacement(old, tags, new)
    edits: list[AnnotationEdit | ArticleEdit] = []
    before = workspace.lay_aside(new, old_id)
    after = _carried(old, details, new, before)
    if after != before:
        edits.append(ArticleEdit(new.id, before, after))
    edits += [
        # Its time stays: two people who bring in the same text make the same of it.
        _moved(tag, new, plan.moves[tag.id], tag.modified)
        for tag in tags
        if tag.id in plan.moves
    ]
    edits.append(ArticleEdit(old_id, details, replace(details, removed=True, replaced_by=new.id)))
    operation = Operation(mark("Replace text"), tuple(edits))
    try:
        workspace.apply(operation)
    except RefusedError as error:
        if not workspace.bring_out(new.id):
            raise
        msg = tr(
            "{refused}; the later text is in the workspace beside it, as the article “{title}”."
        ).format(refused=str(error).rstrip("."), title=new.title)
        raise RefusedError(msg) from error
    return Replacement(operation, tuple(plan.moves), tuple(plan.waiting))


def _carried(
    old: Article, was: ArticleDetails, new: Article, now: ArticleDetails
) -> ArticleDetails:
    """Return the later version's details: what the user said of it, else of the earlier one."""
    title = was.title if was.title != old.title and now.title == new.title else now.title
    described = {
        name: said
        if said != old.metadata.get(name, "") and there == new.metadata.get(name, "")
        else there or said
        for (name, said), there in zip(was.described.items(), now.described.values(), strict=True)
    }
    return ArticleDetails(title, now.script or was.script).with_fields(described)


def orphans(workspace: Workspace) -> list[Orphan]:
    """Return the tags that wait for review, by article and in reading order."""
    replaced = workspace.replaced
    places = {article_id: place for place, article_id in enumerate(workspace.articles)}
    found = []
    for article_id in replaced:
        present = _present(article_id, replaced)
        if present in places:
            found += [Orphan(tag, present) for tag in workspace.index(article_id)]
    return sorted(found, key=lambda one: (places[one.article], reading_order(one.annotation)))


def reattach(workspace: Workspace, annotation_id: str, span: Span) -> Operation:
    """Put a tag that waits for review on a passage of the present version (code points of it).

    Raises:
        RefusedError: If no such tag waits, or there is no such passage.
    """
    orphan = _orphan(workspace, annotation_id)
    article = workspace.articles[orphan.article]
    if not span or span.end > len(article.text):
        msg = tr("{start} to {end} is no passage of “{title}”; select some of its words.").format(
            start=span.start, end=span.end, title=workspace.details(article.id).title
        )
        raise RefusedError(msg)
    edit = _moved(orphan.annotation, article, span, workspace.now())
    return Operation(mark("Put tag back"), (edit,))


def discard(workspace: Workspace, ids: Iterable[str]) -> Operation:
    """Delete tags that wait for review, as one step of undo.

    Raises:
        RefusedError: If one does not wait.
    """
    edits = (AnnotationEdit(_orphan(workspace, one).annotation, None) for one in dict.fromkeys(ids))
    return Operation(mark("Delete tag"), tuple(edits))


def _present(article_id: str, replaced: Mapping[str, str]) -> str:
    """Return the last of the versions that replaced an article one after the other."""
    seen = {article_id}
    while (following := replaced.get(article_id)) is not None and following not in seen:
        article_id = following
        seen.add(article_id)
    return article_id


def _orphan(workspace: Workspace, annotation_id: str) -> Orphan:
    for orphan in orphans(workspace):
        if orphan.annotation.id == annotation_id:
            return orphan
    msg = tr(
        "No tag {annotation_id} waits for review in {folder}; it may have been put back or deleted."
    ).format(annotation_id=annotation_id, folder=workspace.folder)
    raise RefusedError(msg)


def _moved(tag: Annotation, article: Article, span: Span, modified: str) -> AnnotationEdit:
    anchor = Anchor.at(article.text, span)
    return AnnotationEdit(tag, replace(tag, article=article.id, anchor=anchor, modified=modified))
