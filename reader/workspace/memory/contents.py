"""What a workspace holds now: articles, their details, their tags, counts and indexes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.annotation.annotation import Annotation
from reader.annotation.index import AnnotationIndex
from reader.annotation.operation import DESCRIBED, ArticleDetails, ArticleEdit
from reader.text.glossary import Glossary
from reader.workspace.files.plain import PlainTag, places, quote_stands, tag_of
from reader.workspace.memory.changes import ChangeSet
from reader.workspace.memory.conflicts import conflict_of
from reader.workspace.memory.corrections import in_order
from reader.workspace.memory.held_tags import MadeTags, latest
from reader.workspace.memory.kinds import present_kinds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from reader.annotation.operation import CorrectionKey
    from reader.annotation.tag_set import TagKind, TagSet
    from reader.annotation.verdict import Verdict, VerdictKey
    from reader.text.article import Article
    from reader.text.glossary import Correction
    from reader.workspace.files.article_file import FiledArticle
    from reader.workspace.files.entry import Entry
    from reader.workspace.memory.conflicts import Conflict
    from reader.workspace.memory.merge import Registers, Touched

_Held = Annotation | PlainTag
Sides = tuple["Annotation | None", "Annotation | None"]
Place = tuple[int, int, str]
"""Where in an article something was suggested, and of which kind: start, end, kind."""
_Shown = tuple[dict[str, bool], "Mapping[str, Conflict]"]


def stands_in(annotation: Annotation, article: Article) -> bool:
    """Return whether a tag's passage lies in the article and holds the words it quotes."""
    return quote_stands(annotation, article.text)


@dataclass(slots=True)
class _Shelf:
    """One article with the tags that stand in it, removed or not."""

    filed: FiledArticle
    counts: dict[str, int]
    tags: dict[str, _Held] = field(default_factory=dict)
    index: AnnotationIndex | None = None
    # Where the tags start and end, noted as they are read: to visit ten thousand again
    # when the article is opened would take longer than to show it.
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    longest: int = 0

    def read(self, annotation: _Held) -> None:
        span = annotation if isinstance(annotation, PlainTag) else annotation.anchor.span
        self.tags[annotation.id] = annotation
        self.counts[annotation.kind] = self.counts.get(annotation.kind, 0) + 1
        start, end = span.start, span.end
        self.starts.append(start)
        self.ends.append(end)
        if end - start > self.longest:
            self.longest = end - start

    def indexed(self) -> AnnotationIndex:
        if self.index is None:
            if len(self.starts) == len(self.tags):
                starts, ends, longest = self.starts, self.ends, self.longest
            else:
                starts, ends = places(self.tags.values())
                longest = None
            self.index = AnnotationIndex.of(self.tags, starts, ends, tag_of, longest)
            self._forget_places()
        return self.index

    def _forget_places(self) -> None:
        self.starts, self.ends, self.longest = [], [], 0

    def put(self, annotation: _Held) -> None:
        self._forget_places()
        self.tags[annotation.id] = annotation
        self.counts[annotation.kind] = self.counts.get(annotation.kind, 0) + 1
        if self.index is not None:
            self.index.put(tag_of(annotation))

    def take(self, annotation: _Held) -> None:
        self._forget_places()
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
        tag_set: The kinds of tag there are.
        kind_problems: Sentences about kinds that were made or removed out of sight of each other.
    """

    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]
    glossary: Glossary
    tag_set: TagSet
    kind_problems: tuple[str, ...]

    def __init__(
        self, tag_set: TagSet, filed: Iterable[FiledArticle], registers: Registers
    ) -> None:
        """Begin with what was read; ``tag_set`` is that of ``workspace.json``."""
        self._base = self.tag_set = tag_set
        self.kind_problems = ()
        self._kinds = [kind.name for kind in tag_set]
        self._registers = registers
        # Kinds that were removed; each is there all the same as long as a tag is of it.
        self._gone: frozenset[str] = frozenset()
        self._gone_touched = False
        self.glossary = self._glossary()
        # By article, those that were taken back left out.
        self._verdicts: dict[str, dict[Place, Verdict]] = {}
        self._judge(registers.verdicts)
        self._conflicts: dict[str, Conflict] = {}
        # Articles whose file is written while the operation that puts them in the place of
        # others is not yet; by their ids the ids of those.
        self._aside: dict[str, str] = {}
        self._shelves: dict[str, _Shelf] = {}
        self._articles: dict[str, Article] = {}
        # Tags of a snapshot are made when somebody asks for them.
        self._annotations: dict[str, _Held] = {}
        self._hidden: dict[str, _Held] = {}
        self.articles = MappingProxyType(self._articles)
        self.annotations = MadeTags(self._annotations)
        for one in sorted(filed, key=lambda one: one.order):
            article = one.article
            self._shelves[article.id] = self._shelf(one)
            if not self.details(article.id).removed:
                self._articles[article.id] = article
        shelves, shown = self._shelves, self._articles
        for tag_id, tag, disputed in latest(registers):
            if tag is not None:
                # As _put does, which would take twice as long for a hundred thousand.
                shelf = shelves.get(tag.article)
                place = self._hidden
                if shelf is not None and quote_stands(tag, shelf.filed.article.text):
                    shelf.read(tag)
                    if tag.article in shown:
                        place = self._annotations
                place[tag_id] = tag
            if disputed:
                self._find_conflict(tag_id)
        self._renew_kinds()

    @property
    def clock(self) -> int:
        """The highest clock of any entry taken in; 0 without entries."""
        return self._registers.clock

    @property
    def conflicts(self) -> dict[str, Conflict]:
        """The tags of which several versions stand beside each other, in articles shown."""
        return {
            tag_id: conflict
            for tag_id, conflict in self._conflicts.items()
            if any(
                head.annotation is not None and head.annotation.article in self._articles
                for head in conflict.heads
            )
        }

    def details(self, article_id: str) -> ArticleDetails:
        """Return an article's details, removed or not.

        Raises:
            KeyError: If there is no such article.
        """
        shelf = self._shelves[article_id]
        present = self._aside.get(article_id)
        article = shelf.filed.article
        details = ArticleDetails(article.title, removed=present is not None, replaced_by=present)
        known = {name: said for name, said in article.metadata.items() if name in DESCRIBED}
        said = known | self._registers.fields(article_id)
        return details.with_fields(said) if said else details

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
        held = self._annotations.get(annotation_id) or self._hidden.get(annotation_id)
        return None if held is None else tag_of(held)

    def correction(self, key: CorrectionKey) -> Correction | None:
        """Return the correction of these words and scripts."""
        said = self._registers.corrections.get(key)
        return said[1] if said else None

    def verdict(self, key: VerdictKey) -> Verdict | None:
        """Return what was made of a suggestion; ``None`` where it was not judged."""
        article_id, start, end, kind = key
        return self._verdicts.get(article_id, {}).get((start, end, kind))

    def verdicts(self, article_id: str) -> Mapping[Place, Verdict]:
        """Return the verdicts on suggestions in an article, by place and kind; read-only.

        They are there also where the article was removed, or is missing.
        """
        return MappingProxyType(self._verdicts.get(article_id, {}))

    def all_verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdicts on all suggestions of the workspace."""
        return tuple(one for held in self._verdicts.values() for one in held.values())

    def kind(self, name: str) -> TagKind | None:
        """Return a kind as it was last said to be; ``None`` where it was removed, or never was.

        It may differ from that in ``tag_set``, where what other kinds have gave it another key.
        """
        said = self._registers.kinds.get(name)
        if said is None:
            return self._base.get(name)
        return said[1].kind if said[1].there else None

    def knows_kind(self, name: str) -> bool:
        """Return whether there is or was such a kind: a tag of it brings it back."""
        return name in self._registers.kinds or self._base.get(name) is not None

    def of_kind(self, name: str) -> Iterator[Annotation]:
        """Yield all tags of a kind, those that are not shown included."""
        for tag in chain(self._annotations.values(), self._hidden.values()):
            if tag.kind == name:
                yield tag_of(tag)

    def index(self, article_id: str) -> AnnotationIndex:
        """Return an article's tags by place; built when first asked for, then kept.

        Raises:
            KeyError: If there is no such article.
        """
        return self._shelves[article_id].indexed()

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

    def replaced(self) -> dict[str, str]:
        """Return the articles that gave way to a later version, each with the id of that."""
        said = ((one, self._registers.removal(one)) for one in self._registers.details)
        return {
            article_id: removal[1]
            for article_id, removal in said
            if removal and removal[0] and removal[1] and article_id in self._shelves
        }

    def lay_aside(self, filed: FiledArticle, present: str) -> None:
        """Take in an article that was not there, not to be shown before an operation says so.

        Until then, and when that is undone, ``present`` is the version of the text that
        counts: what somebody tagged in the other one meanwhile waits for review.
        """
        self._aside[filed.article.id] = present
        self.add(filed)

    def bring_out(self, article_id: str) -> ChangeSet:
        """Show an article that was laid aside, unless an operation said what it is."""
        if article_id not in self._aside or article_id in self._registers.details:
            return ChangeSet()
        del self._aside[article_id]
        conflicts = self.conflicts
        changed: dict[str, Sides] = {}
        self._flip(article_id, changed)
        return ChangeSet(
            MappingProxyType(changed),
            frozenset([article_id]),
            conflicts=_different(conflicts, self.conflicts),
        )

    def add(self, filed: FiledArticle) -> ChangeSet:
        """Take in an article that was not there; tags that waited for it come with it."""
        article = filed.article
        conflicts = self.conflicts
        self._shelves[article.id] = self._shelf(filed)
        waiting = [one for one in self._hidden.values() if one.article == article.id]
        if not self._is_removed(article.id):
            self._show(article.id)
        changed: dict[str, Sides] = {}
        for annotation in waiting:
            del self._hidden[annotation.id]
            if self._put(annotation):
                changed[annotation.id] = (None, tag_of(annotation))
        return ChangeSet(
            MappingProxyType(changed),
            frozenset([article.id]),
            conflicts=_different(conflicts, self.conflicts),
        )

    def drop(self, article_id: str) -> ChangeSet:
        """Let go of an article whose file is there no longer; its tags wait for it.

        Raises:
            KeyError: If there is no such article.
        """
        conflicts = self.conflicts
        shelf = self._shelves.pop(article_id)
        self._articles.pop(article_id, None)
        changed: dict[str, Sides] = {}
        for tag_id, tag in shelf.tags.items():
            self._hidden[tag_id] = tag
            if self._annotations.pop(tag_id, None) is not None:
                changed[tag_id] = (tag_of(tag), None)
        return ChangeSet(
            MappingProxyType(changed),
            frozenset([article_id]),
            conflicts=_different(conflicts, self.conflicts),
        )

    def know_kinds(self, tag_set: TagSet) -> ChangeSet:
        """Take in other kinds of ``workspace.json``, and return what that changes."""
        self._base = tag_set
        return ChangeSet(tag_set=self._renew_kinds())

    def versions(self, tag_id: str) -> tuple[Annotation | None, ...]:
        """Return the versions of a tag that stand beside each other, the one shown last."""
        return tuple(edit.after for edit in self._registers.tags.get(tag_id, ()))

    def take(self, entries: Collection[Entry]) -> ChangeSet:
        """Take in entries, and return what they changed.

        An entry that comes late, as it was made before others that are here, changes
        only what no later one has changed.
        """
        articles = {
            edit.article
            for entry in entries
            for edit in entry.operation.edits
            if isinstance(edit, ArticleEdit)
        }
        before = self._shown(articles)
        return self._changes(self._registers.take(entries), before)

    def become(self, registers: Registers) -> ChangeSet:
        """Hold what another reading of the journals came to, and return what that changes."""
        touched = self._registers.differences(registers)
        before = self._shown(touched.articles)
        # What was seen and is gone may come back.
        registers.clock = max(registers.clock, self.clock)
        self._registers = registers
        return self._changes(touched, before)

    def _shown(self, articles: Iterable[str]) -> _Shown:
        """Return what is shown before something is said of these articles."""
        removed = {one: self._is_removed(one) for one in articles}
        return removed, self.conflicts if removed else {}

    def _changes(self, touched: Touched, before: _Shown) -> ChangeSet:
        """Show what the registers hold now."""
        changed: dict[str, Sides] = {}
        for article_id, was_removed in before[0].items():
            if was_removed != self._is_removed(article_id):
                self._flip(article_id, changed)
        conflicts = set()
        articles = set(touched.articles)
        for tag_id in touched.tags:
            articles |= self._waits_in(tag_id)
            old, new = self._renew(tag_id)
            articles |= self._waits_in(tag_id)
            changed[tag_id] = (changed.get(tag_id, (old, None))[0], new)
            if self._find_conflict(tag_id):
                conflicts.add(tag_id)
        if before[0]:
            conflicts |= _different(before[1], self.conflicts)
        return ChangeSet(
            MappingProxyType({key: two for key, two in changed.items() if two[0] is not two[1]}),
            frozenset(one for one in articles if one in self._shelves),
            bool(touched.corrections) and self._renew_glossary(),
            frozenset(conflicts),
            bool(touched.kinds or self._gone_touched) and self._renew_kinds(),
            self._judge(touched.verdicts),
        )

    def _judge(self, keys: Iterable[VerdictKey]) -> frozenset[str]:
        """Hold what the registers say of suggestions; return the articles where that is new."""
        changed = set()
        for key in keys:
            article_id, start, end, kind = key
            held, place = self._verdicts.setdefault(article_id, {}), (start, end, kind)
            before, after = held.get(place), self._registers.verdicts.get(key, (None, None))[1]
            if after == before:
                continue
            changed.add(article_id)
            if after is None:
                del held[place]
            else:
                held[place] = after
        return frozenset(changed)

    def _find_conflict(self, tag_id: str) -> bool:
        """Find out what there is to settle of a tag; return whether that changed."""
        before = self._conflicts.pop(tag_id, None)
        now = conflict_of(tag_id, self._registers.tags.get(tag_id, ()))
        if now is not None:
            self._conflicts[tag_id] = now
        return now != before

    def _renew_kinds(self) -> bool:
        """Find out which kinds there are, and count by them; return whether they are others."""
        before, self._gone_touched = self.tag_set, False
        said = {name: one for name, (_, one) in self._registers.kinds.items()}
        self._gone = frozenset(name for name, one in said.items() if not one.there)
        every = chain(self._annotations.values(), self._hidden.values()) if self._gone else ()
        used = {tag.kind for tag in every} & self._gone
        self.tag_set, self.kind_problems = present_kinds(self._base, said, used)
        names = [kind.name for kind in self.tag_set]
        if names != self._kinds:
            self._count_by(names)
        return self.tag_set != before

    def _count_by(self, names: list[str]) -> None:
        """Count the tags of other kinds from now on, those of none at all included."""
        before, self._kinds = self._kinds, names
        for shelf in self._shelves.values():
            for kind in before:
                if not shelf.counts[kind]:
                    del shelf.counts[kind]
            for kind in names:
                shelf.counts.setdefault(kind, 0)

    def _renew_glossary(self) -> bool:
        """Make the glossary anew; return whether it is another one."""
        before = self.glossary
        self.glossary = self._glossary()
        return self.glossary != before

    def _glossary(self) -> Glossary:
        corrections = (one for _, one in self._registers.corrections.values())
        return Glossary(tuple(in_order(one for one in corrections if one is not None)))

    def _shelf(self, filed: FiledArticle) -> _Shelf:
        return _Shelf(filed, dict.fromkeys(self._kinds, 0))

    def _put(self, annotation: _Held) -> bool:
        """Put a tag where it belongs; return whether it is shown."""
        shelf = self._shelves.get(annotation.article)
        stands = shelf is not None and quote_stands(annotation, shelf.filed.article.text)
        if shelf is not None and stands:
            shelf.put(annotation)
        shown = stands and annotation.article in self._articles
        (self._annotations if shown else self._hidden)[annotation.id] = annotation
        return shown

    def _renew(self, tag_id: str) -> Sides:
        """Put the version of a tag in its place that holds now; return what is shown of it."""
        held = self._annotations.get(tag_id)
        before = None if held is None else tag_of(held)
        after = self._registers.version(tag_id)
        kept = held or self._hidden.pop(tag_id, None)
        if kept is not None:
            shelf = self._shelves.get(kept.article)
            if shelf is not None and tag_id in shelf.tags:
                shelf.take(kept)
        for one in (kept, after) if self._gone else ():
            self._gone_touched |= one is not None and one.kind in self._gone
        # One that is shown still keeps its place among them.
        if after is not None and self._put(after):
            return before, after
        self._annotations.pop(tag_id, None)
        return before, None

    def _waits_in(self, tag_id: str) -> set[str]:
        """Return the replaced article in which a tag waits for review, if it does."""
        tag = self._hidden.get(tag_id)
        said = None if tag is None else self._registers.removal(tag.article)
        return set() if tag is None or not said or not said[1] else {tag.article}

    def _is_removed(self, article_id: str) -> bool:
        said = self._registers.removal(article_id)
        return said[0] if said else article_id in self._aside

    def _flip(self, article_id: str, changed: dict[str, Sides]) -> None:
        """Show or hide an article that was removed or brought back, with its tags."""
        shelf = self._shelves.get(article_id)
        if shelf is None:
            return
        if self._is_removed(article_id):
            del self._articles[article_id]
            for tag_id, tag in shelf.tags.items():
                del self._annotations[tag_id]
                self._hidden[tag_id] = tag
                changed[tag_id] = (tag_of(tag), None)
            return
        self._show(article_id)
        for tag_id, tag in shelf.tags.items():
            del self._hidden[tag_id]
            self._annotations[tag_id] = tag
            changed[tag_id] = (None, tag_of(tag))

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


def _different(before: Mapping[str, Conflict], after: Mapping[str, Conflict]) -> frozenset[str]:
    return frozenset(one for one in {**before, **after} if before.get(one) != after.get(one))
