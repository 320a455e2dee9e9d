"""All rules on one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.suggest.gazetteer import Gazetteer, known
from reader.suggest.honours import honours
from reader.suggest.metrics import figures, shares
from reader.suggest.programmes import programmes
from reader.suggest.reading import Ranges, Reading
from reader.suggest.suggestion import made

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.suggest.gazetteer import Name
    from reader.suggest.suggestion import Proposal, Suggestion

KINDS: Final = ("metric", "programme", "honour")
"""The kinds that there are rules for."""


def suggest(
    text: str, *, gazetteer: Gazetteer | Iterable[Name] = (), kinds: Collection[str] = KINDS
) -> list[Suggestion]:
    """Return what the rules propose to tag in a text, in order of place.

    Args:
        text: An article's source text, in any script, hard-wrapped or not.
        gazetteer: Names that are known, to be found wherever they stand. For many texts
            they are better put in order once.
        kinds: Which of :data:`KINDS` the rules look for; the gazetteer is looked for whole.
    """
    reading = Reading(text)
    proposals: list[Proposal] = []
    if "metric" in kinds:
        proposals += figures(reading)
        proposals += shares(reading)
    if "honour" in kinds or "programme" in kinds:
        titles = honours(reading)
        if "honour" in kinds:
            proposals += titles
        if "programme" in kinds:
            proposals += programmes(reading, titles)
    if not isinstance(gazetteer, Gazetteer):
        gazetteer = Gazetteer(gazetteer)
    proposals += known(reading, gazetteer)
    place = reading.plain.source_range
    return [made(one, *place(one.start, one.end)) for one in _apart(proposals, reading.doubled)]


def _apart(proposals: list[Proposal], doubled: Ranges) -> list[Proposal]:
    """Return the proposals in order, the surest and then the longest where one kind overlaps."""
    proposals.sort(key=_place)
    reached = dict.fromkeys((one.kind for one in proposals), 0)
    kept: dict[str, int] = {}
    chosen: list[Proposal | None] = []
    for one in proposals:
        kind = one.kind
        if one.start < reached[kind]:
            last = chosen[kept[kind]]
            if last is None or _stays(last, one):
                continue
            chosen[kept[kind]] = None
        elif doubled and doubled.hold(one.start, one.end):
            continue
        reached[kind] = one.end
        kept[kind] = len(chosen)
        chosen.append(one)
    return [one for one in chosen if one is not None]


def _place(proposal: Proposal) -> tuple[int, int, float]:
    return proposal.start, -proposal.end, -proposal.confidence


def _stays(last: Proposal, one: Proposal) -> bool:
    """Return whether the first of two proposals that overlap stays."""
    same = (one.start, one.end) == (last.start, last.end)
    return same or one.confidence <= last.confidence
