"""What a conversion changed, and where it had to choose.

Some characters stand for several of the other script (发 for 發 and 髮, 里 for 裏
and 里): there OpenCC chose, by a phrase or for want of one, and there a reader
should look. Where it chose to leave such a character, that was a choice too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.text.conversion import stages
from reader.text.dictionaries import all_entries, entries
from reader.text.forms import undone
from reader.text.span import Span
from reader.text.wrapping import is_hard_wrapped, wraps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.text.view import ScriptView, ViewSlice

# No correction holds one of these, and a view is cut into chunks at them.
_CLAUSE: Final = re.compile("[。，、；：！？”」》）]")
# How far from a span the ends of its clause are looked for.
_FAR: Final = 400
# OpenCC lists forms of the supplementary planes (開: 开 𫔭) that nobody writes
# and few fonts cover: they are no choice.
_LAST_COMMON: Final = "\uffff"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that the conversion changed, or that it had to choose for.

    Attributes:
        source: Where it stands in the slice's source, in code points from the
            slice's start.
        view: What stands for it in the slice's text.
        ambiguous: Whether each of its characters has several counterparts.
            Never for a replaced or a corrected word: there the whole was chosen.
        changed: Whether the text differs; what does not is ambiguous.
    """

    source: Span
    view: Span
    ambiguous: bool
    changed: bool

    @property
    def replaced(self) -> bool:
        """Whether it is a word that was replaced by a longer or shorter one."""
        return len(self.source) != len(self.view)


def changes(
    part: ViewSlice,
    source: str,
    ambiguous: Mapping[str, tuple[str, ...]] | None = None,
    certain: Sequence[Span] = (),
) -> list[Change]:
    """Return what a view changed, in order: the blocks, and between them the longest runs alike.

    Args:
        part: A slice of the view.
        source: The article's whole text.
        ambiguous: The characters with several counterparts, from :func:`counterparts`.
        certain: Where in the article someone has said what is shown, from
            :func:`corrected`, in order; nothing there is ambiguous.
    """
    words = part.span.of(source)
    settled = {
        offset - part.span.start for span in certain for offset in range(span.start, span.end)
    }
    if words == part.text and not ambiguous:
        return []

    def doubtful(offset: int) -> bool:
        return words[offset] in (ambiguous or {}) and offset not in settled

    found: list[Change] = []
    done = view = 0
    for block in part.alignment.blocks:
        gap = Span(done, block.source.start)
        found += _runs(words, part.text, gap, view - done, doubtful)
        found.append(Change(block.source, block.view, ambiguous=False, changed=True))
        done, view = block.source.end, block.view.end
    found += _runs(words, part.text, Span(done, len(words)), view - done, doubtful)
    return found


def corrected(view: ScriptView, span: Span) -> list[Span]:
    """Return the words that a correction settled in a source span and around it, in order.

    They are found as the view finds them: in a hard-wrapped column across its line ends.

    Args:
        view: The view of the article.
        span: In code points of the source.
    """
    if not view.corrections:
        return []
    source = view.source
    start = _CLAUSE.search(source[max(0, span.start - _FAR) : span.start][::-1])
    end = _CLAUSE.search(source, span.end, span.end + _FAR)
    first = span.start - start.start() if start else max(0, span.start - _FAR)
    text = source[first : end.start() if end else span.end + _FAR]
    ends = [match.span() for match in wraps(text)] if is_hard_wrapped(source) else []
    kept = [*range(len(text))]
    for wrap_start, wrap_end in reversed(ends):
        del kept[wrap_start:wrap_end]
    words = "".join(text[place] for place in kept) if ends else text
    return [
        Span(first + kept[begin], first + kept[last - 1] + 1)
        for begin, last, _shown in view.corrections.found_in(words)
    ]


def _runs(
    words: str, shown: str, gap: Span, shift: int, doubtful: Callable[[int], bool]
) -> Iterator[Change]:
    """Yield the runs of a gap, which advances on both sides together."""

    def kind(offset: int) -> tuple[bool, bool]:
        return doubtful(offset), words[offset] != shown[offset + shift]

    for (ambiguous, changed), run in groupby(range(gap.start, gap.end), kind):
        if ambiguous or changed:
            offsets = list(run)
            span = Span(offsets[0], offsets[-1] + 1)
            yield Change(span, span.shifted(shift), ambiguous, changed)


@cache
def counterparts(config: str | None) -> Mapping[str, tuple[str, ...]]:
    """Return the characters with several counterparts, each with these, OpenCC's usual one first.

    Read from OpenCC's own dictionaries when first asked (about 20 ms for each).

    Args:
        config: The configuration of a view; ``None`` changes nothing.

    Raises:
        ValueError: If there is no such configuration.
        subprocess.CalledProcessError: If OpenCC's own tool cannot read a dictionary.
    """
    found: dict[str, tuple[str, ...]] = {}
    for files in [] if config is None else stages(config):
        stage = _stage(tuple(files))
        found = {
            character: _common(
                further
                for value in found.get(character, (character,))
                for further in stage.get(value, (value,))
            )
            for character in [*found, *stage]
        }
    return MappingProxyType({key: values for key, values in found.items() if len(values) > 1})


def _common(values: Iterator[str]) -> tuple[str, ...]:
    """Return the values without repetition, and without the uncommon ones."""
    return tuple(value for value in dict.fromkeys(values) if value <= _LAST_COMMON)


def _stage(files: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what each character may become in one stage of a configuration."""
    found: dict[str, tuple[str, ...]] = {}
    # The phrases last: what they make of a character is not its usual counterpart.
    for file in sorted(files, key=lambda file: "Phrases" in file):
        for key, values in _characters(file).items():
            found[key] = (*found.get(key, ()), *values)
    return found


@cache
def _characters(file: str) -> Mapping[str, tuple[str, ...]]:
    """Return the counterparts of single characters that a dictionary knows."""
    if file.endswith(".forms"):
        return _by_character(undone(file.removesuffix(".forms")).items())
    if "Phrases" not in file:
        return {key: tuple(values) for key, values in all_entries(file)}
    if "VariantsRev" not in file:
        # Their phrases only apply what the characters' dictionary lists.
        return {}
    # 看著 is 看着 but 著名 stays: here only the phrases know that there is a choice.
    return _by_character(entries(file))


def _by_character(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return what each character becomes in words that keep their length."""
    found: dict[str, tuple[str, ...]] = {}
    for key, value in pairs:
        for character, becomes in zip(key, value, strict=True):
            found[character] = (*found.get(character, ()), becomes)
    return found


def word_at(found: Sequence[Change], offset: int) -> tuple[Span, Span] | None:
    """Return what to show a reader who asks of the code point at ``offset`` of the source.

    That is the replaced word; or all the changed characters in a row around it, which
    is a word or a phrase more often than not; or the one character that was left.

    Args:
        found: The changes of a slice.
        offset: Within the slice.

    Returns:
        The spans in the source and in the text of the slice, or ``None`` where
        nothing was changed or chosen.
    """
    index = bisect_right(found, offset, key=lambda change: change.source.start) - 1
    if index < 0 or not found[index].source.holds(offset):
        return None
    change = found[index]
    if not change.changed:
        view = change.view.start + offset - change.source.start
        return Span(offset, offset + 1), Span(view, view + 1)
    first = last = index
    while first > 0 and _joins(found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _joins(found[last], found[last + 1]):
        last += 1
    return (
        Span(found[first].source.start, found[last].source.end),
        Span(found[first].view.start, found[last].view.end),
    )


def _joins(one: Change, other: Change) -> bool:
    """Return whether two changes are read as one word."""
    touching = one.source.end == other.source.start
    return touching and all(part.changed and not part.replaced for part in (one, other))
