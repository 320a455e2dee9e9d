"""Finding all places of the same words, as a task of pure data; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.occurrences import Words
    from reader.text.span import Span
    from reader.ui.tasks import Progress

LIMIT: Final = 20_000
"""So many places are found at most: more are nothing that anyone looks through."""
# Progress is told after so many code points.
_TOLD: Final = 250_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        search: The search.
        places: Where the words stand in each article that has them, in order and apart.
        limited: Whether there are more.
    """

    search: OccurrenceSearch
    places: dict[str, Sequence[Span]] = field(default_factory=dict)
    limited: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class OccurrenceSearch:
    """A search for words.

    Attributes:
        words: The words.
        texts: The id and the source text of each article to look through.
    """

    words: Words
    texts: Sequence[tuple[str, str]]

    def run(self, progress: Progress) -> Found:
        """Look through one article after the other; cancelled, return what is found so far."""
        total = sum(len(text) for _, text in self.texts)
        done = told = count = 0
        places: dict[str, Sequence[Span]] = {}
        for article, text in self.texts:
            spans: list[Span] = []
            for span in self.words.occurrences(text):
                if progress.cancelled or count == LIMIT:
                    break
                spans.append(span)
                count += 1
            else:
                done += len(text)
                if done - told >= _TOLD:
                    told = done
                    progress.report(done, total)
            if spans:
                places[article] = spans
            if progress.cancelled or count == LIMIT:
                break
        return Found(self, places, limited=count == LIMIT)
