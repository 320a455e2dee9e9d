"""What a correction would do to the article shown; knows no widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from reader.text.glossary import Corrections
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.text.wrapping import is_hard_wrapped

_SAMPLES: Final = 5
# Code points shown on each side of the words.
_CONTEXT: Final = 9
_LINE_END: Final = "(?:\r\n|[\n\r\u2028\u2029])?"
_SENTENCE_END: Final = re.compile("[。！？；\n\r\u2028\u2029]")

Marked = tuple[str, str, str]
"""What stands before some words, the words, and what stands after them."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One place, as it is shown now and as it would be."""

    before: Marked
    after: Marked


@dataclass(frozen=True, slots=True)
class Preview:
    """What a correction would do.

    Attributes:
        count: How often its words stand in the article.
        samples: The first of these places.
    """

    count: int
    samples: tuple[Sample, ...]


def preview(
    source: str, config: str | None, now: Corrections, words: str, shown: str | None
) -> Preview:
    """Show the first places of words as they are and as they would be.

    Args:
        source: The article's text.
        config: The configuration that shows it.
        now: What is corrected already.
        words: The words; at least one.
        shown: What would be shown for them; ``None`` where that is not known yet.
    """
    between = _LINE_END if is_hard_wrapped(source) else ""
    pattern = re.compile(between.join(map(re.escape, words)))
    before = ScriptView(source, config, now)
    after = before
    if shown is not None:
        after = ScriptView(source, config, Corrections([*now.pairs, (words, shown)]))
    samples = (
        Sample(_marked(before, span), _marked(after, span))
        for span in (Span(*match.span()) for match in pattern.finditer(source))
    )
    return Preview(sum(1 for _ in pattern.finditer(source)), tuple(islice(samples, _SAMPLES)))


def _marked(view: ScriptView, words: Span) -> Marked:
    """Return words in a view with what stands around them in the same sentence."""
    text = view.source
    left, right = max(0, words.start - _CONTEXT), words.end + _CONTEXT
    ends = [match.end() for match in _SENTENCE_END.finditer(text, left, words.start)]
    following = _SENTENCE_END.search(text, words.end, right)
    part = view.slice(Span(ends[-1] if ends else left, following.start() if following else right))
    place = part.alignment.to_view(words.shifted(-part.span.start))
    # Of words broken by a column's end, the line end is of no interest here.
    return (
        " ".join(part.text[: place.start].lstrip("，、；：”’」』》）").split()),
        "".join(place.of(part.text).split()),
        " ".join(part.text[place.end :].split()),
    )
