"""The plain form is the same in every script and setting, and leads back to the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.suggest.plain import Plain, plain_words

PARTS = st.sampled_from(
    [
        *"三萬人次書香政協，。、“”「」《》：",
        "62",
        "ABC",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\u3000",
        '"',
        "#",
    ]
)
TEXTS = st.lists(PARTS, max_size=60).map("".join)
COLUMN = "清溪镇的老街上人们说起这里的变\n" * 6


@settings(deadline=None)
@given(TEXTS)
@example("说起这里的变化")
def test_every_place_is_a_place_of_the_source(text: str) -> None:
    for source in (text, COLUMN + text):
        plain = Plain(source)
        places = [plain.source_at(place) for place in range(len(plain.text))]
        assert places == sorted(set(places))
        for place, at in enumerate(places):
            if plain.text[place] not in "\n “”":
                assert plain_words(source[at]) == plain.text[place]


@settings(deadline=None)
@given(TEXTS)
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    plain = Plain(text)
    kept = "".join(plain.text.split())
    whole = "".join(plain_words(text).split())
    assert kept.replace("“", '"').replace("”", '"') == whole.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("「書香」１２３，ＡＢ", "“书香”123，ab"),
        ("办了 62 场", "办了62场"),
        ("同心 共筑", "同心 共筑"),
        ("open source", "open source"),
        ("一行。\n二行", "一行。\n二行"),
        ("标题\n\n正文从这里开始", "标题\n\n正文从这里开始"),
        ('说起"书香"二字', "说起“书香”二字"),
        ("走进政协‧青年說・一家", "走进政协·青年说·一家"),
        ("", ""),
        ("\n\n", ""),
        ("  首行", "首行"),
    ],
)
def test_the_plain_form(source: str, plain: str) -> None:
    assert Plain(source).text.replace("\n\n", "\n") == plain.replace("\n\n", "\n")


LONG = "他们把闲置的厂房改造成书屋又挨家挨户征求意见还为老人开设了智能手机课堂组织孩子们共读一本书"


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        (f"{LONG}办在历史文化街\n\n区里，人们都来", True),
        (f"{LONG}，\n\n“人们”都来", True),
        (f"{LONG}。\n\n人们都来", False),
        (f"{LONG}：\n\n人们都来", False),
        (f"{LONG}\n\n\n\n人们都来", False),
        (f"{LONG}\n\n# 人们都来", False),
        (f"{LONG}\n\n一、人们都来", False),
        (f"{LONG}\n\n（二）人们都来", False),
        (f"{LONG}\n\n—人们都来", False),
        (f"# {LONG}\n\n人们都来", False),
        (f"{LONG}\n人们都来", False),
        ("小标题\n\n人们都来", False),
        (f"{COLUMN}他们办在历史文化街\n区里", True),
        (f"{COLUMN}他们办在历史文化街\n\n区里", True),
        (f"{COLUMN}他们办在历史文化街。\n区里", True),
        (f"{COLUMN}他们办在历史文化街。\n\n区里", False),
        (f"{COLUMN}他们办在历史文化街\n# 区里", False),
        (f"{COLUMN}他们办在历史文化街 \n 区里", True),
        (f"{COLUMN}# 小标题\n\n区里", False),
    ],
)
def test_a_sentence_goes_on_behind_a_line_end(source: str, joined: bool) -> None:
    assert ("\n" not in Plain(source).text[-12:]) is joined


def test_words_are_given_without_line_ends_in_the_article_s_own_script() -> None:
    plain = Plain(COLUMN + "這裡辦了「書\n香」讀書會")
    start = plain.text.index("书香")
    end = plain.text.index("会") + 1
    assert plain.words(start, end) == "書香」讀書會"
    assert plain.simplified(start, end) == "书香」读书会"
    assert plain.source[slice(*plain.source_range(start, start + 2))] == "書\n香"


def test_words_of_a_simplified_text_are_left_alone() -> None:
    plain = Plain("乾隆年间的App，１２场")
    assert plain.simplified(0, len(plain.text)) == "乾隆年间的App，１２场"
    assert plain.words(0, 2) == "乾隆"
    assert plain.simplified(2, 4) == "年间"


@pytest.mark.parametrize(
    "words", ["书香政协在這裡：", "書香政協於此開辦、後來：", "𠮷野家，書香政協："]
)
def test_a_long_text_is_folded_as_a_short_one(words: str) -> None:
    for times in (300, 60):
        filler = "人们说起老街的变化总是笑着摇头" * times
        assert plain_words(filler + words * 90) == filler + plain_words(words) * 90
    assert plain_words(words * 300) == plain_words(words) * 300
