"""Which tags a table shows, and in which order. Knows no Qt.

All tags stand in order at any time, so that a filter costs one look at each, and an
edit a search for one place among them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reader.text.folding import fold
from reader.text.search import search_pattern
from reader.ui.kinds import listed, shown_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.annotation.annotation import Annotation
    from reader.annotation.tag_set import TagKind
    from reader.workspace import Workspace

    Key = Callable[[Annotation], Any]


class Column(IntEnum):
    """The columns, from the left."""

    KIND = 0
    QUOTE = 1
    ARTICLE = 2
    ATTRIBUTES = 3
    NOTE = 4
    AUTHOR = 5
    MODIFIED = 6


@dataclass(frozen=True, slots=True)
class TagFilter:
    """Which tags are shown: those that fit every part.

    Attributes:
        kinds: Names of kinds; none lets all through.
        article: An article's id; ``None`` lets all through.
        text: Words of quote, note or an attribute, in any script, width and case.
    """

    kinds: frozenset[str] = frozenset()
    article: str | None = None
    text: str = ""

    def __bool__(self) -> bool:
        """Whether it may keep a tag from being shown."""
        return bool(self.kinds or self.article is not None or self.text)


class TagRows:
    """The tags of a workspace in order, and those of them that fit a filter.

    It holds the tags as the changes told so far have left them, so that no
    change meets a row that knows the next one already.

    Attributes:
        shown: The tags that fit, in order.
        filter: Which tags those are.
        levels: Column and whether descending, the one sorted by last first; each
            decides between those that are equal by the ones before it.
        titles: Title of each article by id, also of one that is gone.
        workspace: Whose tags these are.
    """

    def __init__(
        self, workspace: Workspace | None, levels: Iterable[tuple[Column, bool]] = ()
    ) -> None:
        """Show every tag of a workspace, in reading order or sorted."""
        self.workspace = workspace
        self.levels = list(levels)
        self.titles: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._all = {} if workspace is None else dict(workspace.annotations)
        self._texts: dict[str, str] = {}
        self._kinds = self._places_of_kinds()
        self.read_articles()
        self._order = list(self._all.values())
        self.filter = TagFilter()
        self.arrange_anew()

    def __len__(self) -> int:
        """Number of tags, shown or not."""
        return len(self._all)

    def get(self, annotation_id: str) -> Annotation | None:
        """Return a tag, shown or not."""
        return self._all.get(annotation_id)

    def kind(self, name: str) -> TagKind | None:
        """Return the kind of that name, if the tag set has it."""
        found = self._kinds.get(name)
        return found[1] if found else None

    def with_ids(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the rows of the tags that are shown, by id, from the top."""
        wanted = frozenset(ids)
        if not wanted:
            return {}
        return {one.id: row for row, one in enumerate(self.shown) if one.id in wanted}

    # Following changes

    def read_kinds(self) -> None:
        """Take the kinds as they are now, and their order where it is sorted by."""
        self._kinds = self._places_of_kinds()
        if any(column in (Column.KIND, Column.ATTRIBUTES) for column, _ in self.levels):
            self.arrange_anew()

    def _places_of_kinds(self) -> dict[str, tuple[int, TagKind]]:
        kinds = listed(None if self.workspace is None else self.workspace.tag_set)
        return {kind.name: (place, kind) for place, kind in enumerate(kinds)}

    def read_articles(self) -> bool:
        """Read titles and places of the articles; return whether the order may be another."""
        before, places = dict(self.titles), dict(self._places)
        articles: Mapping[str, Any] = {} if self.workspace is None else self.workspace.articles
        for place, article_id in enumerate(articles):
            assert self.workspace is not None
            self.titles[article_id] = self.workspace.details(article_id).title
            self._places[article_id] = place
        retitled = any(self.titles[article_id] != title for article_id, title in before.items())
        kept = [article_id for article_id in articles if article_id in places]
        moved = any(places[one] > places[after] for one, after in pairwise(kept))
        return moved or (retitled and any(column is Column.ARTICLE for column, _ in self.levels))

    def keep(self, annotation_id: str, after: Annotation | None) -> None:
        """Hold a tag as it is now, ``None`` where it is no more; ``shown`` stays."""
        before = self._all.pop(annotation_id, None)
        self._texts.pop(annotation_id, None)
        if before is not None:
            del self._order[self._place_in(self._order, before)]
        if after is not None:
            self._all[annotation_id] = after
            self._order.insert(self._place_in(self._order, after), after)

    def keep_many(self, changes: Mapping[str, Annotation | None]) -> None:
        """Hold many tags as they are now, and show those that fit."""
        self._order = [one for one in self._order if one.id not in changes]
        for annotation_id in changes:
            self._all.pop(annotation_id, None)
        for annotation_id, after in changes.items():
            self.keep(annotation_id, after)
        self.narrow(self.filter)

    # The filter

    def narrow(self, to: TagFilter) -> None:
        """Show what fits a filter."""
        self.filter = to
        self._pattern = search_pattern(to.text)
        self.shown = [one for one in self._order if self.fits(one)] if to else list(self._order)

    def fits(self, annotation: Annotation) -> bool:
        """Return whether the filter lets a tag through."""
        only = self.filter
        return (
            (not only.kinds or annotation.kind in only.kinds)
            and (only.article is None or annotation.article == only.article)
            and (not only.text or self._pattern.search(self._text(annotation)) is not None)
        )

    def _text(self, annotation: Annotation) -> str:
        """Return the words that a filter looks at; no match reaches over a NUL."""
        text = self._texts.get(annotation.id)
        if text is None:
            kind = self.kind(annotation.kind)
            held = annotation.attributes.items()
            values = dict.fromkeys(str(value) for _name, value in held)
            # Choices are found as they are read, and as they are stored.
            values |= dict.fromkeys(
                shown_value(kind.attribute(name), value) for name, value in held if kind
            )
            text = "\0".join((annotation.quote, annotation.note, *values))
            self._texts[annotation.id] = text
        return text

    # The order

    def sort_by(self, column: Column | None, *, descending: bool = False) -> None:
        """Sort by a column, equals by those before it; ``None`` is reading order."""
        if column is None:
            self.levels = []
            self.arrange_anew()
            return
        before = [level for level in self.levels if level[0] is not column]
        self.levels = [(column, descending), *before]
        self._read_keys()
        for tags in (self._order, self.shown):
            tags.sort(key=self._keys[0][0], reverse=descending)

    def arrange_anew(self) -> None:
        """Put everything in order, whatever order it has."""
        self._read_keys()
        self._order.sort(key=self._reading_key)
        for key, descending in reversed(self._keys):
            self._order.sort(key=key, reverse=descending)
        self.narrow(self.filter)

    def _read_keys(self) -> None:
        self._keys = [
            (self._key(column, descending=descending), descending)
            for column, descending in self.levels
        ]

    def place_of(self, annotation: Annotation) -> int:
        """Return the row where a tag stands, or would stand."""
        return self._place_in(self.shown, annotation)

    def _place_in(self, tags: list[Annotation], annotation: Annotation) -> int:
        """Search a place as :meth:`arrange_anew` would find it."""
        keys = [key(annotation) for key, _ in self._keys]
        last = self._reading_key(annotation)

        def comes_after(one: Annotation) -> bool:
            """Return whether the annotation does not come before ``one``, or is it."""
            for (key, descending), own in zip(self._keys, keys, strict=True):
                other = key(one)
                if other != own:
                    return (own < other) is not descending
            return last <= self._reading_key(one)

        return bisect_left(tags, True, key=comes_after)

    def _reading_key(self, annotation: Annotation) -> tuple[int, int, int, str]:
        span = annotation.anchor.span
        return self._places[annotation.article], span.start, -span.end, annotation.id

    def _key(self, column: Column, *, descending: bool) -> Key:
        """Return the sort key of a column; what is empty comes last either way."""
        match column:
            case Column.KIND:
                return self._kind_key
            case Column.QUOTE:
                return _quote_key
            case Column.ARTICLE:
                return self._article_key
            case Column.ATTRIBUTES:
                return self._attributes_key(descending=descending)
            case Column.NOTE:
                return lambda one: ((not one.note) is not descending, _collated(one.note))
            case Column.AUTHOR:
                return lambda one: _collated(one.author)
            case _:
                return lambda one: one.modified

    def _kind_key(self, annotation: Annotation) -> tuple[int, str]:
        found = self._kinds.get(annotation.kind)
        return found[0] if found else len(self._kinds), annotation.kind

    def _article_key(self, annotation: Annotation) -> tuple[bytes, int]:
        return _collated(self.titles[annotation.article]), self._places[annotation.article]

    def _attributes_key(self, *, descending: bool) -> Key:
        """Return a key by kind, then value by value: numbers as numbers, before words."""
        names = {
            name: tuple(attribute.name for attribute in kind.attributes)
            for name, (_, kind) in self._kinds.items()
        }
        # One flat tuple, three items a value: nested ones take three times as long to compare.
        none = (not descending, True, b"")

        def key(one: Annotation) -> tuple[Any, ...]:
            held = one.attributes
            parts: list[Any] = [(not held) is not descending, *self._kind_key(one)]
            for name in names.get(one.kind) or sorted(held):
                value = held.get(name, "")
                if value == "":
                    parts += none
                elif isinstance(value, str):
                    parts += (descending, True, _collated(value))
                else:
                    parts += (descending, False, value)
            return tuple(parts)

        return key


def _quote_key(annotation: Annotation) -> bytes:
    # Too many are different for a cache to pay.
    return _collated.__wrapped__(annotation.anchor.quote)


@lru_cache(maxsize=4096)
def _collated(text: str) -> bytes:
    """Return a sort key: common characters by pinyin in any script, the rare before them.

    GB 18030 has the 3,755 characters of GB 2312's first level in the order of
    their pinyin, on every machine alike; a system's own collation is not, and
    takes ten times as long.
    """
    return fold(text).encode("gb18030", "replace")
