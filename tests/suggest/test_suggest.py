"""Suggestions as a whole: kinds, reasons, known names, what overlaps, and the three forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import language
from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.assets import resource
from reader.suggest import KINDS, Name, suggest
from reader.suggest.cues import cues, rows
from reader.suggest.plain import plain_words
from reader.suggest.quotes import find_quotes
from reader.text.conversion import converter
from tests.suggest.written import Passage, passages

if TYPE_CHECKING:
    from reader.suggest import Suggestion

FILES = ("metrics", "programmes", "honours", "metric_traps", "programme_traps", "honour_traps")
EVERY = [one for name in FILES[:3] for one in passages(name)]
SENTENCES = st.lists(st.sampled_from(EVERY), min_size=1, max_size=8)


def said(one: Suggestion, text: str) -> tuple[object, ...]:
    """Return what a suggestion says, whatever script and setting it was found in."""
    words = "".join(one.span.of(text).split())
    return (
        one.kind,
        plain_words(words),
        one.attributes.get("value"),
        one.attributes.get("bound"),
        one.attributes.get("year"),
        one.attributes.get("status"),
        one.confidence,
        one.rule,
        *(
            plain_words("".join(str(one.attributes.get(name, "")).split()))
            for name in ("unit", "name", "title", "measures", "organiser", "awarded_by")
        ),
    )


def wrapped(text: str, width: int) -> str:
    """Return a text as a narrow column: a column's line ends wherever it is full."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.integers(6, 30))
def test_an_article_gives_the_same_in_simplified_traditional_and_hard_wrapped_form(
    sentences: list[Passage], width: int
) -> None:
    # Long enough that its lines tell a column.
    ahead = "人们说起老街的变化总是笑着摇头也总是舍不得走" * 9
    text = f"{ahead}。" + "".join(one.text for one in sentences)
    plain = [said(one, text) for one in suggest(text)]
    for other in (
        converter("s2t").convert(text).text,
        converter("s2tw").convert(text).text.translate(str.maketrans("“”‘’", "「」『』")),
    ):
        assert [said(one, other) for one in suggest(other)] == plain
        column = wrapped(other, width)
        assert [said(one, column) for one in suggest(column)] == plain
    column = wrapped(text, width)
    found = suggest(column)
    assert [said(one, column) for one in found] == plain
    places = [at for at, one in enumerate(column) if one != "\n"]
    assert [(one.span.start, one.span.end) for one in found] == [
        (places[one.span.start], places[one.span.end - 1] + 1) for one in suggest(text)
    ]


@settings(deadline=None)
@given(
    st.text(
        st.sampled_from([*"一二三十百万62场“”‘’「」《》，。、\n 获评奖第届的等级单位·年/成分之"])
    )
)
def test_any_text_gives_spans_of_it_in_order(text: str) -> None:
    found = suggest(text)
    assert found == sorted(found, key=lambda one: one.span)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert 0 < one.confidence <= 1
        assert one.reason


@pytest.mark.parametrize("passage", EVERY[::4], ids=lambda passage: passage.text[:16])
def test_attributes_are_those_of_the_tag_set(passage: Passage) -> None:
    for one in suggest(passage.text):
        kind = DEFAULT_TAG_SET.get(one.kind)
        assert kind is not None
        for name, value in one.attributes.items():
            attribute = kind.attribute(name)
            assert attribute is not None
            assert attribute.parse(str(value)) == value


TEXT = "清溪镇打造“书香清溪”品牌，举办讲座62场。2024年，镇里荣获“全省文明镇”称号。"


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kinds_asked_for_are_looked_for(kind: str) -> None:
    assert [one.kind for one in suggest(TEXT, kinds=[kind])] == [kind]
    assert suggest(TEXT, kinds=[]) == []


def test_reasons_are_said_in_the_reader_s_language() -> None:
    language.use(lambda text: text.replace("followed by", "后面是"))
    try:
        assert suggest(TEXT)[0].reason == "“…” 后面是 品牌"
    finally:
        language.use(None)
    assert suggest(TEXT)[0].reason == "“…” followed by 品牌"


def test_a_known_name_is_found_in_every_script_and_across_line_ends() -> None:
    names = [Name("渡口夜話", "programme", {"name": "渡口夜话"}), Name("夜话", "programme")]
    for text in ("参加了渡口夜话的人。", "參加了渡口夜話的人。"):
        (one,) = suggest(text, gazetteer=names)
        assert plain_words(one.span.of(text)) == "渡口夜话"
        assert one.attributes == {"name": "渡口夜话"}
        assert (one.confidence, one.rule) == (0.9, "gazetteer")
        assert "渡口夜話" in one.reason
    column = "人们说起老街的变化总是笑着摇头\n" * 6 + "参加了渡口\n夜话的人"
    (one,) = suggest(column, gazetteer=names)
    assert one.span.of(column) == "渡口\n夜话"


def test_an_empty_name_is_nowhere() -> None:
    assert suggest("参加了渡口夜话的人。", gazetteer=[Name("", "programme")]) == []
    assert suggest("") == []


def test_the_surest_stays_where_one_kind_overlaps() -> None:
    text = "开展“书香清溪”活动。"
    for confidence, words in ((0.99, "书香清溪”活动"), (0.1, "书香清溪")):
        name = Name("书香清溪”活动", "programme", confidence=confidence)
        (one,) = suggest(text, gazetteer=[name])
        assert one.span.of(text) == words
    name = Name("“书香清溪", "programme", confidence=0.95)
    (one,) = suggest(text, gazetteer=[name])
    assert one.span.of(text) == "“书香清溪"
    (one,) = suggest(text, gazetteer=[Name("“书香清溪", "programme", confidence=0.2)])
    assert one.span.of(text) == "书香清溪"


def test_a_caption_whose_glyphs_a_scanner_doubled_is_left_out() -> None:
    doubled = "办讲座办讲座62场场62场场，，荣获荣获““书香清溪书香清溪””活动活动。。"
    assert suggest(doubled) == []


def test_a_unit_is_written_as_the_article_writes_it() -> None:
    for text, unit in (("歷時3個多月。", "個月"), ("历时3个多月。", "个月"), ("辦了62場。", "場")):
        (one,) = suggest(text)
        assert one.attributes["unit"] == unit


def test_json_is_what_the_scorer_reads() -> None:
    programme = suggest(TEXT)[0].to_json(TEXT)
    assert programme["quote"] == TEXT[programme["start"] : programme["end"]] == "书香清溪"
    assert programme["attrs"] == {"name": "书香清溪", "organiser": "清溪镇"}
    assert programme["confidence"] == 0.92


def test_every_list_says_what_it_is_for_and_names_a_cue_once() -> None:
    files = sorted(resource("suggest").glob("*.txt"))
    assert len(files) > 15
    for file in files:
        first = file.read_text("utf-8").splitlines()[0]
        assert first.startswith("# "), file.name
        named = [row[0] for row in rows(file.stem)]
        assert len(named) == len(set(named)) == len(cues(file.stem)), file.name


def test_lists_are_folded_when_they_are_loaded() -> None:
    assert all(word == plain_words(word) for row in rows("programme-nouns") for word in row)


def test_every_rule_has_a_name_of_its_kind() -> None:
    for one in suggest("".join(one.text for one in EVERY)):
        assert re.fullmatch(rf"{one.kind}\.[a-z-]+", one.rule)


def test_hundreds_of_names_are_found_wherever_else_they_stand() -> None:
    names = [
        f"{one}{other}读书{last}" for one in "春夏秋冬" for other in SECONDS for last in "会社"
    ]
    text = "".join(f"举办“{name}”活动。后来的{name}更好，{name[:4]}不算。" for name in names)
    assert len(names) > 300
    places = [one.span.of(text) for one in suggest(text, kinds=["programme"])]
    assert places == [name for name in names for _ in range(2)]


SECONDS = "东西南北中前后左右上下内外大小多少高低长短新旧明暗清浊冷暖干湿轻重快慢远近深浅"


@pytest.mark.parametrize("text", ["“‘甲乙丙丁’”", "甲“乙丙\n丁戊”己", "“甲‘乙”丙’", "甲”乙”丙"])
def test_marks_within_marks_and_marks_alone_are_read(text: str) -> None:
    for quote in find_quotes(text):
        assert quote.words == text[quote.start : quote.end]
        assert "\n" not in quote.words


@pytest.mark.parametrize(
    ("text", "organiser"),
    [
        ("“灯下课堂”品牌由梧溪县委宣传部联合县妇联发起，办了很久。", "梧溪县委宣传部"),
        ("“燈下課堂”公益項目由共青團梧溪縣委主辦。", "共青團梧溪縣委"),
        ("由县文化馆举办的“灯下课堂”活动走进山村。", "县文化馆"),
        ("“灯下课堂”活动由于下雨改在礼堂举办。", None),
        ("“灯下课堂”活动由小到大。", None),
    ],
)
def test_who_runs_a_programme_may_be_said_behind_its_name(text: str, organiser: str | None) -> None:
    (programme,) = (one for one in suggest(text) if one.kind == "programme")
    assert programme.attributes.get("organiser") == organiser


@pytest.mark.parametrize("noun", ["书吧", "書房", "便利店", "药店", "自助图书馆"])
def test_what_is_open_all_day_is_no_metric(noun: str) -> None:
    found = suggest(f"全县建成24小时{noun}12座。")
    assert [one.attributes["value"] for one in found if one.kind == "metric"] == [12]


def test_a_list_of_those_who_work_for_a_title_names_candidates() -> None:
    text = "云岭村入选第三批全国乡村振兴示范县创建名单。"
    (honour,) = (one for one in suggest(text) if one.kind == "honour")
    assert honour.span.of(text) == "第三批全国乡村振兴示范县"
    assert honour.attributes["status"] == "candidate"
