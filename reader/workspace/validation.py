"""Whether an operation fits the state it is to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.operation import AnnotationEdit, ArticleEdit, key_of
from reader.text.script import SourceScript
from reader.workspace.contents import stands_in
from reader.workspace.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import ArticleDetails, CorrectionEdit, Edit, Operation
    from reader.annotation.tag_set import TagSet
    from reader.workspace.contents import Contents

_SCRIPTS = frozenset(script.value for script in SourceScript)


def validate(operation: Operation, contents: Contents, tag_set: TagSet | None) -> None:
    """Verify that every edit fits.

    The edits happen one after the other: a tag may be made in an article that
    the same operation brings back.

    Args:
        operation: The operation.
        contents: The state.
        tag_set: The kinds there are; ``None`` for an undo or a redo, as what there was
            before may be of a kind that is no longer there.

    Raises:
        RefusedError: If one does not.
    """
    for _, fault in _faults(operation, contents, tag_set):
        if fault:
            msg = f"“{operation.label}” was not done: {fault}."
            raise RefusedError(msg)


def fitting(operation: Operation, contents: Contents) -> tuple[Edit, ...]:
    """Return the edits of an undo or a redo that fit, one after the other, the others left out."""
    return tuple(edit for edit, fault in _faults(operation, contents, None) if not fault)


def _faults(
    operation: Operation, contents: Contents, tag_set: TagSet | None
) -> Iterator[tuple[Edit, str]]:
    """Yield each edit with what keeps it from fitting."""
    changed: dict[str, ArticleDetails] = {}
    versions = _versions(operation, contents)
    seen: set[tuple[type, object]] = set()
    for edit in operation.edits:
        if isinstance(edit, AnnotationEdit):
            fault = _annotation_fault(edit, contents, tag_set, changed, versions)
        elif isinstance(edit, ArticleEdit):
            fault = _article_fault(edit, contents, changed)
        else:
            fault = _correction_fault(edit, contents)
        yield edit, fault or _repetition(edit, seen)


def _repetition(edit: Edit, seen: set[tuple[type, object]]) -> str:
    of_what = (type(edit), _name(edit))
    if of_what in seen:
        return "it changes the same thing twice; make two steps of it"
    seen.add(of_what)
    return ""


def _name(edit: Edit) -> object:
    if isinstance(edit, AnnotationEdit):
        return edit.id
    return edit.article if isinstance(edit, ArticleEdit) else edit.key


def _versions(operation: Operation, contents: Contents) -> frozenset[frozenset[str]]:
    """Return which two articles are versions of one text, one after the other.

    Asked only where a tag goes from one to another.
    """
    if not any(map(_changes_article, operation.edits)):
        return frozenset()
    pairs = {frozenset(pair) for pair in contents.replaced().items()}
    for edit in operation.edits:
        if isinstance(edit, ArticleEdit):
            pairs |= {
                frozenset((edit.article, side.replaced_by))
                for side in (edit.before, edit.after)
                if side.replaced_by
            }
    return frozenset(pairs)


def _changes_article(edit: Edit) -> bool:
    sides = (edit.before, edit.after) if isinstance(edit, AnnotationEdit) else ()
    return len({side.article for side in sides if side is not None}) > 1


def _annotation_fault(
    edit: AnnotationEdit,
    contents: Contents,
    tag_set: TagSet | None,
    changed: dict[str, ArticleDetails],
    versions: frozenset[frozenset[str]],
) -> str:
    if edit.before is None and edit.after is None:
        return "it is an edit of nothing"
    if not contents.has(edit.article):
        return f"there is no article {edit.article} in the workspace; import it first"
    details = changed.get(edit.article) or contents.details(edit.article)
    # A replaced article still has the tags that wait for review.
    if details.removed and not details.replaced_by:
        return f"“{details.title}” was removed from the workspace; import it again first"
    if not _is_present(edit, contents):
        return "the tag was changed in the meantime; look at it again and repeat the edit"
    if edit.after is None:
        return ""
    return _tag_fault(edit.before, edit.after, contents, tag_set, versions)


def _is_present(edit: AnnotationEdit, contents: Contents) -> bool:
    """Return whether an edit is of the tag as it is; one that settles, of any version of it."""
    if edit.settles:
        return edit.before in contents.versions(edit.id)
    return contents.annotation(edit.id) == edit.before


def _tag_fault(
    before: Annotation | None,
    after: Annotation,
    contents: Contents,
    tag_set: TagSet | None,
    versions: frozenset[frozenset[str]],
) -> str:
    if before is not None and not _is_version(before.article, after.article, versions):
        return "a tag stays in its article; delete it and make another"
    if not stands_in(after, contents.article(after.article)):
        return "the article does not hold these words there; select the passage again"
    if tag_set is not None and tag_set.get(after.kind) is None:
        return f"the tag set has no kind “{after.kind}”; choose another kind"
    return ""


def _is_version(one: str, other: str, versions: frozenset[frozenset[str]]) -> bool:
    """Return whether a text became another, by one version or several, in either direction."""
    known, reached = {one}, {one}
    while reached and other not in known:
        reached = {to for pair in versions if pair & reached for to in pair} - known
        known |= reached
    return other in known


def _article_fault(
    edit: ArticleEdit, contents: Contents, changed: dict[str, ArticleDetails]
) -> str:
    if not contents.has(edit.article):
        return f"there is no article {edit.article} in the workspace; import it first"
    present, changes = contents.details(edit.article), edit.changes
    # What it only carries along may have changed: it says nothing of that.
    if present.with_fields(edit.inverted().changes) != present:
        return "the article was changed in the meantime; look at it again and repeat the edit"
    script = changes.get("script")
    if script is not None and script not in _SCRIPTS:
        return f"“{script}” is no script; choose one of {', '.join(sorted(_SCRIPTS))}"
    changed[edit.article] = present.with_fields(changes)
    return ""


def _correction_fault(edit: CorrectionEdit, contents: Contents) -> str:
    if edit.before is None and edit.after is None:
        return "it is an edit of nothing"
    if edit.before and edit.after and key_of(edit.before) != key_of(edit.after):
        return "a correction stays of its words and scripts; remove it and make another"
    if contents.correction(edit.key) != edit.before:
        return "the correction was changed in the meantime; look at it again and repeat the edit"
    return ""
