"""What a workspace holds now: articles, their details, their tags, counts and indexes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.annotation.index import AnnotationIndex
from reader.annotation.operation import AnnotationEdit, ArticleDetails, ArticleEdit
from reader.text.glossary import Glossary
from reader.workspace.changes import ChangeSet
from reader.workspace.corrections import in_order
from reader.workspace.merge import put_correction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotation.annotation import Annotation
    from reader.annotation.operation import CorrectionEdit, CorrectionKey, Operation
    from reader.annotation.tag_set import TagSet
    from reader.text.article import Article
    from reader.text.glossary import Correction
    from reader.workspace.article_file import FiledArticle
    from reader.workspace.merge import United

Sides = tuple["Annotation | None", "Annotation | None"]


def stands_in(annotation: Annotation, article: Article) -> bool:
    """Return whether a tag's passage lies in the article and holds the words it quotes."""
    span = annotation.span
    return (
        bool(span)
        and span.end <= len(article.text)
        and span.of(article.text) == annotation.anchor.quote
    )


@dataclass(slots=True)
class _Shelf:
    """One article with the tags that stand in it, removed or not."""

    filed: FiledArticle
    counts: dict[str, int]
    tags: dict[str, Annotation] = field(default_factory=dict)
    index: AnnotationIndex | None = None

    def put(self, annotation: Annotation) -> None:
        self.tags[annotation.id] = annotation
        self.counts[annotation.kind] = self.counts.get(annotation.kind, 0) + 1
        if self.index is not None:
            self.index.put(annotation)

    def take(self, annotation: Annotation) -> None:
        del self.tags[annotation.id]
        self.counts[annotation.kind] -= 1
        if self.index is not None:
            self.index.remove(annotation.id)


class Contents:
    """The state that the journals and article files add up to.

    A tag is shown where its article is, unless that was removed or the tag
    does not stand in it; whatever is not shown is kept beside.

    Attributes:
        articles: What is shown, in order of import, then title; read-only and live.
        annotations: The tags shown; read-only and live.
        glossary: The corrections, the one for fewer scripts later.
    """

    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]
    glossary: Glossary

    def __init__(self, tag_set: TagSet, filed: Iterable[FiledArticle], united: United) -> None:
        """Begin with what was read."""
        self._kinds = [kind.name for kind in tag_set]
        self._details = dict(united.details)
        self._corrections = dict(united.corrections)
        self.glossary = Glossary(tuple(in_order(self._corrections.values())))
        self._shelves: dict[str, _Shelf] = {}
        self._articles: dict[str, Article] = {}
        self._annotations: dict[str, Annotation] = {}
        self._hidden: dict[str, Annotation] = {}
        self.articles = MappingProxyType(self._articles)
        self.annotations = MappingProxyType(self._annotations)
        for one in sorted(filed, key=lambda one: one.order):
            article = one.article
            self._shelves[article.id] = self._shelf(one)
            if not self.details(article.id).removed:
                self._articles[article.id] = article
        for annotation in united.annotations.values():
            self._put(annotation)

    def details(self, article_id: str) -> ArticleDetails:
        """Return an article's details, removed or not.

        Raises:
            KeyError: If there is no such article.
        """
        shelf = self._shelves[article_id]
        return self._details.get(article_id) or ArticleDetails(shelf.filed.article.title)

    def article(self, article_id: str) -> Article:
        """Return an article, removed or not.

        Raises:
            KeyError: If there is no such article.
        """
        return self._shelves[article_id].filed.article

    def has(self, article_id: str) -> bool:
        """Return whether there is such an article, removed or not."""
        return article_id in self._shelves

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return a tag, shown or not."""
        return self._annotations.get(annotation_id) or self._hidden.get(annotation_id)

    def correction(self, key: CorrectionKey) -> Correction | None:
        """Return the correction of these words and scripts."""
        return self._corrections.get(key)

    def index(self, article_id: str) -> AnnotationIndex:
        """Return an article's tags by place; built when first asked for, then kept.

        Raises:
            KeyError: If there is no such article.
        """
        shelf = self._shelves[article_id]
        if shelf.index is None:
            shelf.index = AnnotationIndex()
            for annotation in shelf.tags.values():
                shelf.index.put(annotation)
        return shelf.index

    def counts(self, article_id: str) -> Mapping[str, int]:
        """Return an article's tags by kind; read-only and live.

        Raises:
            KeyError: If there is no such article.
        """
        return MappingProxyType(self._shelves[article_id].counts)

    def adrift(self) -> dict[str, int]:
        """Return how many tags are kept that stand in no article at hand, by its id."""
        numbers: defaultdict[str, int] = defaultdict(int)
        for annotation in self._hidden.values():
            shelf = self._shelves.get(annotation.article)
            if shelf is None or annotation.id not in shelf.tags:
                numbers[annotation.article] += 1
        return dict(numbers)

    def add(self, filed: FiledArticle) -> ChangeSet:
        """Take in an article that was not there; tags that waited for it come with it."""
        article = filed.article
        self._shelves[article.id] = self._shelf(filed)
        waiting = [one for one in self._hidden.values() if one.article == article.id]
        if not self.details(article.id).removed:
            self._show(article.id)
        changed: dict[str, Sides] = {}
        for annotation in waiting:
            del self._hidden[annotation.id]
            self._put(annotation)
            if annotation.id in self._annotations:
                changed[annotation.id] = (None, annotation)
        return ChangeSet(MappingProxyType(changed), frozenset([article.id]))

    def apply(self, operation: Operation) -> ChangeSet:
        """Make an operation's edits, which fit the state, and return what they changed."""
        changed: dict[str, Sides] = {}
        articles = set()
        corrections = []
        for edit in operation.edits:
            if isinstance(edit, AnnotationEdit):
                sides = {edit.id: self._edit(edit)}
            elif isinstance(edit, ArticleEdit):
                articles.add(edit.article)
                sides = self._edit_details(edit)
            else:
                corrections.append(edit)
                continue
            for annotation_id, (before, after) in sides.items():
                first = changed.get(annotation_id, (before, None))[0]
                changed[annotation_id] = (first, after)
        seen = {key: sides for key, sides in changed.items() if sides[0] is not sides[1]}
        glossary = bool(corrections) and self._correct(corrections)
        return ChangeSet(MappingProxyType(seen), frozenset(articles), glossary)

    def _correct(self, edits: Iterable[CorrectionEdit]) -> bool:
        """Edit the glossary; return whether that made another of it."""
        before = self.glossary
        for edit in edits:
            put_correction(self._corrections, edit)
        self.glossary = Glossary(tuple(in_order(self._corrections.values())))
        return self.glossary != before

    def _shelf(self, filed: FiledArticle) -> _Shelf:
        return _Shelf(filed, dict.fromkeys(self._kinds, 0))

    def _put(self, annotation: Annotation) -> None:
        shelf = self._shelves.get(annotation.article)
        stands = shelf is not None and stands_in(annotation, shelf.filed.article)
        if shelf is not None and stands:
            shelf.put(annotation)
        shown = stands and annotation.article in self._articles
        (self._annotations if shown else self._hidden)[annotation.id] = annotation

    def _edit(self, edit: AnnotationEdit) -> Sides:
        before = self._annotations.get(edit.id)
        kept = before or self._hidden.pop(edit.id, None)
        if kept is not None and edit.id in self._shelves[kept.article].tags:
            self._shelves[kept.article].take(kept)
        if edit.after is None:
            self._annotations.pop(edit.id, None)
        else:
            self._put(edit.after)
        return before, self._annotations.get(edit.id)

    def _edit_details(self, edit: ArticleEdit) -> dict[str, Sides]:
        self._details[edit.article] = edit.after
        if edit.before.removed == edit.after.removed:
            return {}
        tags = self._shelves[edit.article].tags
        if edit.after.removed:
            del self._articles[edit.article]
            for annotation_id, annotation in tags.items():
                del self._annotations[annotation_id]
                self._hidden[annotation_id] = annotation
            return {annotation_id: (tag, None) for annotation_id, tag in tags.items()}
        self._show(edit.article)
        for annotation_id, annotation in tags.items():
            del self._hidden[annotation_id]
            self._annotations[annotation_id] = annotation
        return {annotation_id: (None, tag) for annotation_id, tag in tags.items()}

    def _show(self, article_id: str) -> None:
        """Put an article into its place in the order."""
        last = next(reversed(self._articles), None)
        self._articles[article_id] = self.article(article_id)
        if last is None or self._order(last) < self._order(article_id):
            return
        ordered = sorted(self._articles, key=self._order)
        articles = [(one, self._articles[one]) for one in ordered]
        self._articles.clear()
        self._articles.update(articles)

    def _order(self, article_id: str) -> tuple[str, str, str]:
        return self._shelves[article_id].filed.order
