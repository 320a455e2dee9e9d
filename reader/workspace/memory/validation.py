"""Whether an operation fits the state it is to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.operation import (
    AnnotationEdit,
    ArticleEdit,
    KindEdit,
    VerdictEdit,
    key_of,
)
from reader.language import mark, tr
from reader.text.script import SourceScript
from reader.workspace.errors import RefusedError
from reader.workspace.memory.contents import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import ArticleDetails, CorrectionEdit, Edit, Operation
    from reader.annotation.tag_set import TagSet
    from reader.workspace.memory.contents import Contents

_SCRIPTS = frozenset(script.value for script in SourceScript)
_CHANGED = mark("the tag was changed in the meantime; look at it again and repeat the edit")


class _Kinds:
    """The kinds that the tags of an operation may be of."""

    def __init__(self, operation: Operation, contents: Contents, tag_set: TagSet) -> None:
        self._contents = contents
        self._tag_set = tag_set
        self._made = {
            edit.name
            for edit in operation.edits
            if isinstance(edit, KindEdit) and edit.after is not None
        }

    def fault(self, kind: str) -> str:
        there = self._tag_set.get(kind) is not None or kind in self._made
        if there or self._contents.knows_kind(kind):
            return ""
        return tr("the tag set has no kind “{kind}”; choose another kind").format(kind=kind)


def validate(operation: Operation, contents: Contents, tag_set: TagSet | None) -> None:
    """Verify that every edit fits.

    The edits happen one after the other: a tag may be made in an article that
    the same operation brings back, or of a kind that it makes. A tag may also be of a kind that
    was removed: that kind comes back with it.

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
            msg = tr("“{label}” was not done: {fault}.").format(
                label=tr(operation.label), fault=fault
            )
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
    kinds = None if tag_set is None else _Kinds(operation, contents, tag_set)
    seen: set[tuple[type, object]] = set()
    fitting: list[Edit] = []
    for edit in operation.edits:
        if isinstance(edit, AnnotationEdit):
            fault = _annotation_fault(edit, contents, kinds, changed, versions)
        elif isinstance(edit, ArticleEdit):
            fault = _article_fault(edit, contents, changed)
        elif isinstance(edit, KindEdit):
            fault = _kind_fault(edit, fitting, contents)
        elif isinstance(edit, VerdictEdit):
            fault = _verdict_fault(edit, contents)
        else:
            fault = _correction_fault(edit, contents)
        fault = fault or _repetition(edit, seen)
        if not fault:
            fitting.append(edit)
        yield edit, fault


def _repetition(edit: Edit, seen: set[tuple[type, object]]) -> str:
    of_what = (type(edit), _name(edit))
    if of_what in seen:
        return tr("it changes the same thing twice; make two steps of it")
    seen.add(of_what)
    return ""


def _name(edit: Edit) -> object:
    if isinstance(edit, AnnotationEdit):
        return edit.id
    if isinstance(edit, KindEdit):
        return edit.name
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
    kinds: _Kinds | None,
    changed: dict[str, ArticleDetails],
    versions: frozenset[frozenset[str]],
) -> str:
    if edit.before is None and edit.after is None:
        return tr("it is an edit of nothing")
    if _changes_kind_alone(edit):
        # Wherever it stands: no tag is left of a kind that is removed.
        return _kind_change_fault(edit, contents, kinds)
    if not contents.has(edit.article):
        return tr("there is no article {article} in the workspace; import it first").format(
            article=edit.article
        )
    details = changed.get(edit.article) or contents.details(edit.article)
    # A replaced article still has the tags that wait for review.
    if details.removed and not details.replaced_by:
        return tr("“{title}” was removed from the workspace; import it again first").format(
            title=details.title
        )
    if not _is_present(edit, contents):
        return tr(_CHANGED)
    if edit.after is None:
        return ""
    return _tag_fault(edit.before, edit.after, contents, kinds, versions)


def _is_present(edit: AnnotationEdit, contents: Contents) -> bool:
    """Return whether an edit is of the tag as it is; one that settles, of any version of it."""
    if edit.settles:
        return edit.before in contents.versions(edit.id)
    return contents.annotation(edit.id) == edit.before


def _tag_fault(
    before: Annotation | None,
    after: Annotation,
    contents: Contents,
    kinds: _Kinds | None,
    versions: frozenset[frozenset[str]],
) -> str:
    if before is not None and not _is_version(before.article, after.article, versions):
        return tr("a tag stays in its article; delete it and make another")
    if not stands_in(after, contents.article(after.article)):
        return tr("the article does not hold these words there; select the passage again")
    return "" if kinds is None else kinds.fault(after.kind)


def _changes_kind_alone(edit: AnnotationEdit) -> bool:
    before, after = edit.before, edit.after
    if before is None or after is None or before.kind == after.kind:
        return False
    return after == before.with_details(after.modified, kind=after.kind)


def _kind_change_fault(edit: AnnotationEdit, contents: Contents, kinds: _Kinds | None) -> str:
    if not _is_present(edit, contents):
        return tr(_CHANGED)
    return "" if kinds is None or edit.after is None else kinds.fault(edit.after.kind)


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
        return tr("there is no article {article} in the workspace; import it first").format(
            article=edit.article
        )
    present, changes = contents.details(edit.article), edit.changes
    # What it only carries along may have changed: it says nothing of that.
    if present.with_fields(edit.inverted().changes) != present:
        return tr("the article was changed in the meantime; look at it again and repeat the edit")
    script = changes.get("script")
    if script is not None and script not in _SCRIPTS:
        return tr("“{script}” is no script; choose one of {scripts}").format(
            script=script, scripts=", ".join(sorted(_SCRIPTS))
        )
    changed[edit.article] = present.with_fields(changes)
    return ""


def _correction_fault(edit: CorrectionEdit, contents: Contents) -> str:
    if edit.before is None and edit.after is None:
        return tr("it is an edit of nothing")
    if edit.before and edit.after and key_of(edit.before) != key_of(edit.after):
        return tr("a correction stays of its words and scripts; remove it and make another")
    if contents.correction(edit.key) != edit.before:
        return tr(
            "the correction was changed in the meantime; look at it again and repeat the edit"
        )
    return ""


def _kind_fault(edit: KindEdit, done: Iterable[Edit], contents: Contents) -> str:
    if edit.before is None and edit.after is None:
        return tr("it is an edit of nothing")
    if edit.before and edit.after and edit.before.name != edit.after.name:
        return tr("a kind keeps the name that its tags are stored under; make another kind")
    if contents.kind(edit.name) != edit.before:
        return tr("the kind was changed in the meantime; look at it again and repeat the edit")
    if edit.after is None and (left := _left_of(edit.name, done, contents)):
        tags = tr("1 tag is") if left == 1 else tr("{left:,} tags are").format(left=left)
        return tr("{tags} of this kind; say which kind they become").format(tags=tags)
    return ""


def _verdict_fault(edit: VerdictEdit, contents: Contents) -> str:
    before, after = edit.before, edit.after
    if before is None and after is None:
        return tr("it is an edit of nothing")
    if before and after and before.key != after.key:
        return tr("a verdict stays with its suggestion; make another")
    if contents.verdict(edit.key) != before:
        return tr("the suggestion was judged in the meantime; look at it again and repeat it")
    if after is None:
        return ""
    if not contents.has(after.article):
        return tr("there is no article {article} in the workspace; import it first").format(
            article=after.article
        )
    # Whether the article was removed does not matter: what was learned from it stays.
    source = contents.article(after.article).text
    if not 0 <= after.start < after.end or source[after.start : after.end] != after.words:
        return tr("the article does not hold these words there; look at the suggestions again")
    if not 0 <= after.confidence <= 1:
        return tr("a confidence is a number from 0 to 1")
    return ""


def _left_of(kind: str, done: Iterable[Edit], contents: Contents) -> int:
    """Return how many tags are of a kind after these edits."""
    tags = {one.id for one in contents.of_kind(kind)}
    for edit in done:
        if isinstance(edit, AnnotationEdit):
            is_of_it = edit.after is not None and edit.after.kind == kind
            (tags.add if is_of_it else tags.discard)(edit.id)
    return len(tags)
