"""Script-insensitive search: a folded form in which 政协 and 政協 are the same.

Folding maps one code point to one, so an offset in the folded text is an
offset in the source.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from reader.text.conversion import converter
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Blocks with characters that fold: Latin to Latin Extended-B, Greek and Cyrillic;
# Han with its extensions and compatibility forms; half- and full-width forms.
_BLOCKS = (
    (0x41, 0x250),
    (0x370, 0x530),
    (0x3400, 0xA000),
    (0xF900, 0xFB00),
    (0xFF00, 0xFFF0),
    (0x20000, 0x323B0),
)
# Between two characters of a query a hard-wrapped line may break.
_WRAP = r"(?:\r\n|[\n\r\u2028\u2029])?"


@cache
def _table() -> dict[int, int]:
    """Return the folding of every code point that folds."""
    codes = [code for start, end in _BLOCKS for code in range(start, end)]
    simplified = converter("t2s").convert("\n".join(map(chr, codes))).text.split("\n")
    table = {}
    for code, character in zip(codes, simplified, strict=True):
        folded = unicodedata.normalize("NFKC", character).lower()
        if len(folded) == 1 and ord(folded) != code:
            table[code] = ord(folded)
    return table


def fold(text: str) -> str:
    """Return ``text`` with script, width and case folded away, code point by code point."""
    return text.translate(_table())


def find_all(query: str, folded: str) -> Iterator[Span]:
    """Yield where ``query`` stands in a folded text, in order and apart.

    Args:
        query: What to find, in any script, width and case; a hard line wrap
            may lie between any two of its characters.
        folded: A text that :func:`fold` returned.
    """
    if not query:
        return
    pattern = _WRAP.join(re.escape(character) for character in fold(query))
    for match in re.finditer(pattern, folded):
        yield Span(match.start(), match.end())
