"""Script-insensitive search: a folded form in which 政协 and 政協 are the same.

Folding maps one code point to one, so an offset in the folded text is an
offset in the source.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from reader.text.conversion import converter

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
# By way of the Traditional form (昵 to 暱) to the Simplified one, from Hong Kong's
# forms (衞 枱) and Taiwan's (著) too: t2s alone leaves a thousand of these apart.
_CHAIN = ("s2t", "hk2s", "tw2s")


@cache
def folding_table() -> dict[int, int]:
    """Return what each code point that folds is folded to."""
    codes = [code for start, end in _BLOCKS for code in range(start, end)]
    lines = "\n".join(map(chr, codes))
    for name in _CHAIN:
        lines = converter(name).convert(lines).text
    table = {}
    for code, character in zip(codes, lines.split("\n"), strict=True):
        folded = unicodedata.normalize("NFKC", character).lower()
        if len(folded) == 1 and ord(folded) != code:
            table[code] = ord(folded)
    return table


def fold(text: str) -> str:
    """Return ``text`` with script, width and case folded away, code point by code point."""
    return text.translate(folding_table())
