from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.utf16 import Utf16Map

TEXTS = st.text(
    st.one_of(
        st.sampled_from("a汉\n\r\u2028"),
        st.sampled_from("𠮷👨\U00010000\U0010ffff"),
        st.sampled_from("\uffff\ue000\ud800\udfff"),
        st.characters(exclude_categories=()),
    ),
    max_size=30,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_offset_maps_as_the_encoder_counts(text: str) -> None:
    table = Utf16Map(text)
    for offset in range(len(text) + 1):
        assert table.to_units(offset) == units(text[:offset])
        assert table.to_points(units(text[:offset])) == offset


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_middle_of_a_surrogate_pair_belongs_to_its_character(text: str) -> None:
    table = Utf16Map(text)
    for offset, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert table.to_points(units(text[:offset]) + 1) == offset


def test_plain_text_needs_no_table() -> None:
    assert Utf16Map("plain").to_units(5) == 5
    assert Utf16Map("").to_points(0) == 0
