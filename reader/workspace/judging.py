"""The operations that judge suggestions: accepted, rejected, and all of it forgotten.

A verdict is about a suggestion, and a tag about the text. So a tag that came of a suggestion may
be edited or deleted: the suggestion stays accepted until somebody rejects it, and is not made
again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.operation import Operation, VerdictEdit
from reader.annotation.verdict import Verdict
from reader.language import mark, tr
from reader.workspace.editing import tag
from reader.workspace.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotation.operation import Edit
    from reader.annotation.tag_set import AttributeValue
    from reader.annotation.verdict import Proposed, VerdictKey
    from reader.text.span import Span
    from reader.workspace.workspace import Workspace


def accept(workspace: Workspace, article_id: str, proposals: Iterable[Proposed]) -> Operation:
    """Accept suggestions: make their tags, and remember that they were right, as one step of undo.

    Where a tag of the same kind is on the same passage already, no second one is made. The
    operation has no edits where nothing would change.

    Args:
        workspace: Where.
        article_id: The article that the suggestions are for.
        proposals: The suggestions, one or thousands.

    Raises:
        RefusedError: If there is no such article, passage or kind.
    """
    return accept_all(workspace, {article_id: proposals})


def accept_all(workspace: Workspace, proposals: Mapping[str, Iterable[Proposed]]) -> Operation:
    """Accept suggestions for several articles, as one step of undo.

    Args:
        workspace: Where.
        proposals: The suggestions by the id of the article that they are for.

    Raises:
        RefusedError: If there is no such article, passage or kind.
    """
    edits: list[Edit] = []
    for article_id, some in proposals.items():
        for verdict, proposal in _verdicts(workspace, article_id, some, accepted=True):
            edits += _tag_edits(workspace, article_id, proposal)
            edits += _verdict_edits(workspace, verdict)
    return Operation(mark("Accept suggestion"), tuple(edits))


def accept_as(
    workspace: Workspace,
    article_id: str,
    proposal: Proposed,
    *,
    span: Span | None = None,
    kind: str | None = None,
    attributes: Mapping[str, AttributeValue] | None = None,
) -> Operation:
    """Accept a suggestion that the user has edited first, as one step of undo.

    The verdict is on what was suggested, so that it is not suggested again. It counts as accepted
    where the kind is the one suggested, and as rejected where the user chose another.

    Args:
        workspace: Where.
        article_id: The article.
        proposal: The suggestion as it was made.
        span: The passage to tag instead (code points of the source).
        kind: The kind to tag it as instead.
        attributes: What the tag says instead.

    Raises:
        RefusedError: If there is no such article, passage or kind.
    """
    kind = proposal.kind if kind is None else kind
    made = tag(
        workspace,
        article_id,
        proposal.span if span is None else span,
        kind,
        proposal.attributes if attributes is None else attributes,
    )
    ((verdict, _),) = _verdicts(workspace, article_id, [proposal], accepted=kind == proposal.kind)
    edits = (*made.edits, *_verdict_edits(workspace, verdict))
    return Operation(mark("Accept suggestion"), edits)


def reject(workspace: Workspace, article_id: str, proposals: Iterable[Proposed]) -> Operation:
    """Reject suggestions, as one step of undo; they are not made again. Tags stay as they are.

    One that was accepted before counts as rejected from then on.

    Args:
        workspace: Where.
        article_id: The article that the suggestions are for.
        proposals: The suggestions, one or thousands.

    Raises:
        RefusedError: If there is no such article or passage.
    """
    edits = [
        edit
        for verdict, _ in _verdicts(workspace, article_id, proposals, accepted=False)
        for edit in _verdict_edits(workspace, verdict)
    ]
    return Operation(mark("Reject suggestion"), tuple(edits))


def forget(workspace: Workspace) -> Operation:
    """Forget all that was accepted and rejected, as one step of undo; all tags stay."""
    edits = tuple(VerdictEdit(one, None) for one in workspace.all_verdicts)
    return Operation(mark("Forget verdicts on suggestions"), edits)


def _verdicts(
    workspace: Workspace, article_id: str, proposals: Iterable[Proposed], *, accepted: bool
) -> list[tuple[Verdict, Proposed]]:
    """Return the verdicts on some suggestions; one for each place and kind, the first."""
    article = workspace.articles.get(article_id)
    if article is None:
        msg = tr("There is no article {article_id} in {folder}; it may have been removed.").format(
            article_id=article_id, folder=workspace.folder
        )
        raise RefusedError(msg)
    found: dict[VerdictKey, tuple[Verdict, Proposed]] = {}
    for one in proposals:
        start, end, words = one.span.start, one.span.end, one.span.of(article.text)
        confidence = min(max(one.confidence, 0.0), 1.0)
        verdict = Verdict(article_id, start, end, one.kind, words, one.rule, confidence, accepted)
        if len(words) != end - start or not words:
            msg = tr(
                "{start} to {end} is no passage of “{title}”, which has {count} characters; "
                "choose a start and a later end within it."
            ).format(
                start=start,
                end=end,
                title=workspace.details(article_id).title,
                count=len(article.text),
            )
            raise RefusedError(msg)
        found.setdefault(verdict.key, (verdict, one))
    return list(found.values())


def _tag_edits(workspace: Workspace, article_id: str, proposal: Proposed) -> tuple[Edit, ...]:
    there = workspace.index(article_id).overlapping(proposal.span)
    if any(one.span == proposal.span and one.kind == proposal.kind for one in there):
        return ()
    return tag(workspace, article_id, proposal.span, proposal.kind, proposal.attributes).edits


def _verdict_edits(workspace: Workspace, verdict: Verdict) -> tuple[VerdictEdit, ...]:
    article_id, *_ = verdict.key
    before = workspace.verdicts(article_id).get((verdict.start, verdict.end, verdict.kind))
    return () if before == verdict else (VerdictEdit(before, verdict),)
