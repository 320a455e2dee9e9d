"""Texts that are dense with what OpenCC matches, and spans of a text."""

from __future__ import annotations

from functools import cache

import opencc
from hypothesis import strategies as st

from reader.text.span import Span
from tests.text.opencc_replay import dictionary

PUNCTUATION = "。，、；：！？“”‘’「」『』《》（）…—·,.;:!?()[] \t　"
LINE_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
SUPPLEMENTARY = "𠮷𠀀𣲗𡋾𬭚👨👩🏽\U0001f468\U00020000\U0002f800"

_REGIONAL = ("TWPhrases", "TWPhrasesRev", "HKPhrases", "HKPhrasesRev")
_OTHER = (
    "STPhrases",
    "STPhrases_GeneratedFromRegionalPhrases",
    "TSPhrases",
    "STCharacters",
    "TSCharacters",
    "TWVariants",
    "TWVariantsPhrases",
    "TWVariantsRev",
    "TWVariantsRevPhrases",
    "HKVariants",
    "HKVariantsPhrases",
    "HKVariantsRev",
    "HKVariantsRevPhrases",
    "CJK_Compatibility_Ideographs",
)


def plain(config: str, text: str) -> str:
    """Convert with OpenCC itself, as the product configures it."""
    converted: str = _engine(config).convert(text)
    return converted


@cache
def _engine(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config, False)


def _keys(name: str) -> list[str]:
    return [key for key, _ in dictionary(name)]


def _phrases() -> st.SearchStrategy[str]:
    """Keys of every dictionary, the regional ones more often and in Simplified too."""
    regional = [key for name in _REGIONAL for key in _keys(name)]
    changing = [
        key for name in _REGIONAL for key, value in dictionary(name) if len(key) != len(value)
    ]
    simplified = plain("t2s", "\n".join(changing)).split("\n")
    return st.one_of(
        st.sampled_from(changing),
        st.sampled_from(simplified),
        st.sampled_from(regional),
        *(st.sampled_from(_keys(name)) for name in _OTHER),
    )


def _fragments(phrases: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        phrases.map(lambda key: key[1:]),
        phrases.map(lambda key: key[:-1]),
        phrases.map(lambda key: key[len(key) // 2 :]),
    )


PHRASES = _phrases()
OPENCC_TEXTS = st.lists(
    st.one_of(
        PHRASES,
        PHRASES,
        _fragments(PHRASES),
        st.sampled_from(PUNCTUATION),
        st.sampled_from(LINE_ENDS),
        st.sampled_from(SUPPLEMENTARY),
        st.sampled_from(["A", "U盘", "2024年", "ﾊ", "Ａ", "\u200d", "\ufe00", "\U000e0100"]),
    ),
    max_size=14,
).map("".join)
"""Texts of dictionary keys and fragments of them, with nothing that OpenCC itself mangles."""


def spans(length: int) -> st.SearchStrategy[Span]:
    """Spans within a text of that length, empty ones included."""
    offsets = st.integers(0, length)
    return st.builds(Span.between, offsets, offsets)
