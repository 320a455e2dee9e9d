"""What could be cleaned up in a text, and the text with some of it made."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.text.cleaning.captions import captions
from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.cleaning.furniture import furniture
from reader.text.cleaning.headings import SURE, headings, letters_in
from reader.text.cleaning.lines import joins
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence


def propose(text: str) -> Sequence[Cleanup]:
    """Return the clean-ups that a text may want, by place. It takes time in proportion to it.

    Line ends are judged on the text with everything else cleaned up.
    """
    pages = list(furniture(text))
    first = [one for one in (*captions(text), *headings(text)) if _outside(one, pages)]
    first += pages
    cleaned = Cleaned.of(text, first)
    doubled = [cleaned.to_cleaned(one.span) for one in first if one.kind is CleanupKind.CAPTIONS]
    joined: Iterable[Cleanup] = joins(cleaned.text, doubled)
    if first:
        joined = (_in_source(one, cleaned) for one in joined)
    heads = [
        one.span
        for one in first
        if one.kind is CleanupKind.HEADINGS and letters_in(text, one.span) >= SURE
    ]
    if heads:
        joined = (one for one in joined if not _touches(text, one.span, heads))
    return sorted([*first, *joined], key=lambda one: (one.span.start, one.span.end))


def chosen(
    proposed: Iterable[Cleanup],
    kinds: Collection[CleanupKind],
    refused: Collection[Span] = (),
) -> list[Cleanup]:
    """Return the clean-ups that a reader accepted.

    Lines between which stands something of a page are joined only where that is taken away.

    Args:
        proposed: What :func:`propose` returned.
        kinds: The kinds accepted.
        refused: The places of single ones that are refused all the same.
    """
    everything = list(proposed)
    made = [one for one in everything if one.kind in kinds and one.span not in refused]
    kept = {id(one) for one in made}
    stays = [
        one.span.start
        for one in everything
        if one.kind is CleanupKind.FURNITURE and id(one) not in kept
    ]
    return [one for one in made if not (stays and _holds_any(one, stays))]


def _holds_any(one: Cleanup, places: Sequence[int]) -> bool:
    if one.kind is not CleanupKind.LINES:
        return False
    index = bisect_left(places, one.span.start)
    return index < len(places) and places[index] < one.span.end


def _touches(text: str, join: Span, heads: Sequence[Span]) -> bool:
    """Return whether a join would put a heading whose letters are set apart into running text."""
    index = bisect_left(heads, join.end, key=lambda head: head.start)
    before = heads[index - 1] if index else None
    behind = heads[index] if index < len(heads) else None
    return (before is not None and not text[before.end : join.start].strip()) or (
        behind is not None and not text[join.end : behind.start].strip()
    )


def _outside(one: Cleanup, pages: Sequence[Cleanup]) -> bool:
    """Return whether a clean-up is not in a line that is taken away whole."""
    index = bisect_left(pages, one.span.end, key=lambda page: page.span.start) - 1
    return index < 0 or pages[index].span.end <= one.span.start


def _in_source(join: Cleanup, cleaned: Cleaned) -> Cleanup:
    """Return a join of the cleaned text as one of the source, without what is taken away."""
    space = None if join.space is None else cleaned.after(join.space)
    gaps = tuple(gap for one in join.deleted for gap in _kept(one, cleaned))
    alone = len(gaps) == 1 and join.deleted == (join.span,)
    span = gaps[0] if alone else cleaned.to_source(join.span)
    return Cleanup(join.kind, span, gaps, join.reason, space)


def _kept(gap: Span, cleaned: Cleaned) -> Iterator[Span]:
    """Yield the stretches of the source that a stretch of the cleaned text is made of."""
    whole = cleaned.to_source(gap)
    if len(whole) == len(gap):
        yield whole
        return
    done = whole.start
    for taken in cleaned.deleted_in(whole):
        if taken.start > done:
            yield Span(done, taken.start)
        done = taken.end
    # It ends with a character of the cleaned text.
    yield Span(done, whole.end)
