"""All rules on one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.suggest.gazetteer import Name, known
from reader.suggest.honours import honours
from reader.suggest.metrics import figures, shares
from reader.suggest.programmes import programmes
from reader.suggest.reading import Ranges, Reading
from reader.suggest.suggestion import Proposal, Suggestion
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

KINDS: Final = ("metric", "programme", "honour")
"""The kinds that there are rules for."""


def suggest(
    text: str, *, gazetteer: Iterable[Name] = (), kinds: Collection[str] = KINDS
) -> list[Suggestion]:
    """Return what the rules propose to tag in a text, in order of place.

    Args:
        text: An article's source text, in any script, hard-wrapped or not.
        gazetteer: Names that are known, to be found wherever they stand.
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
    proposals += known(reading, gazetteer)
    return [_suggestion(reading, one) for one in _apart(proposals, reading.doubled)]


def _apart(proposals: list[Proposal], doubled: Ranges) -> list[Proposal]:
    """Return the proposals in order, the surest and then the longest where one kind overlaps."""
    proposals.sort(key=lambda one: (one.start, -one.end, -one.confidence))
    kept: dict[str, Proposal] = {}
    chosen: list[Proposal] = []
    for one in proposals:
        last = kept.get(one.kind)
        if last is not None and one.start < last.end:
            if (one.start, one.end) == (last.start, last.end) or one.confidence <= last.confidence:
                continue
            chosen.remove(last)
        elif doubled.hold(one.start, one.end):
            continue
        kept[one.kind] = one
        chosen.append(one)
    return chosen


def _suggestion(reading: Reading, proposal: Proposal) -> Suggestion:
    return Suggestion(
        Span(*reading.plain.source_range(proposal.start, proposal.end)),
        proposal.kind,
        proposal.attributes,
        proposal.confidence,
        proposal.reason,
        proposal.rule,
    )
