"""Corrections: what can be said, how a glossary file is read, what wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.glossary import (
    Correction,
    Corrections,
    Glossary,
    InvalidCorrectionError,
)
from reader.text.script import Script

WORDS = st.text(st.sampled_from("干部幹好人参与𠮷政协SQL8"), min_size=1, max_size=8)
SCRIPTS = st.frozensets(st.sampled_from([one for one in Script if one is not Script.ORIGINAL]))
CORRECTIONS = st.builds(Correction, WORDS, WORDS, SCRIPTS)


@pytest.mark.parametrize(
    ("words", "shown", "scripts", "said"),
    [
        ("", "乙", (), "both the words"),
        ("甲", "", (), "both the words"),
        ("甲" * 65, "乙", (), "longer than the 64"),
        ("甲，乙", "丙", (), "“甲，乙” holds punctuation"),
        ("甲", "乙 丙", (), "“乙 丙” holds punctuation"),
        ("甲\n乙", "丙", (), "holds punctuation"),
        ("甲", "乙", (Script.ORIGINAL,), "never converted"),
    ],
)
def test_what_cannot_be_found_or_shown_is_refused_in_one_sentence(
    words: str, shown: str, scripts: tuple[Script, ...], said: str
) -> None:
    with pytest.raises(InvalidCorrectionError, match=said):
        Correction(words, shown, frozenset(scripts))


@given(st.lists(CORRECTIONS, max_size=8))
def test_a_glossary_file_reads_back_as_it_was(entries: list[Correction]) -> None:
    glossary = Glossary(tuple(entries))
    assert Glossary.parse(glossary.format()) == glossary


def test_comments_empty_lines_and_a_byte_order_mark_say_nothing() -> None:
    text = "\ufeff# words\tshown\n\n好干部\t好幹部\tzh-Hant zh-Hant-TW\r\n云姑娘\t云姑娘\n"
    assert Glossary.parse(text).entries == (
        Correction("好干部", "好幹部", frozenset((Script.TRADITIONAL, Script.TAIWAN))),
        Correction("云姑娘", "云姑娘"),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("好干部", "Line 2 .* separated by tabs"),
        ("甲\t乙\t\t丁", "Line 2 .* separated by tabs"),
        ("甲\t乙\tzh-Hant-XX", "Line 2 .*“zh-Hant-XX” is no script; there are zh-Hans"),
        ("甲\t\tzh-Hant", "Line 2 .*both the words"),
    ],
)
def test_a_line_that_is_no_correction_is_named(line: str, said: str) -> None:
    with pytest.raises(InvalidCorrectionError, match=said):
        Glossary.parse(f"# first\n{line}\n")


def test_the_stronger_glossary_counts_and_each_script_has_its_own() -> None:
    weak = Glossary((Correction("云", "雲"), Correction("干", "幹", frozenset((Script.TAIWAN,)))))
    strong = Glossary((Correction("云", "云", frozenset((Script.HONG_KONG,))),))
    both = weak + strong
    assert both.corrections(Script.TAIWAN).pairs == (("云", "雲"), ("干", "幹"))
    assert both.corrections(Script.HONG_KONG).pairs == (("云", "云"),)
    assert not both.corrections(Script.ORIGINAL)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=6), st.text("干部幹好人参与政协", max_size=20))
def test_the_longest_words_are_found_first_as_by_hand(
    pairs: list[tuple[str, str]], text: str
) -> None:
    shown = dict(pairs)
    expected = []
    place = 0
    while place < len(text):
        fitting = [words for words in shown if text.startswith(words, place)]
        if fitting:
            words = max(fitting, key=len)
            expected.append((place, place + len(words), shown[words]))
            place += len(words)
        else:
            place += 1
    assert list(Corrections(pairs).found_in(text)) == expected


def test_corrections_of_the_same_content_are_the_same() -> None:
    assert Corrections([("甲", "乙"), ("丙", "丁")]) == Corrections([("丙", "丁"), ("甲", "乙")])
    assert len({Corrections([("甲", "乙")]), Corrections([("甲", "乙")])}) == 1
    assert Corrections([("甲", "乙")]) != Corrections()
    assert Corrections() != ()
