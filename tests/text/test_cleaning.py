"""What is proposed to be cleaned up, and what is left alone. All passages are invented."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.cleaning.cleaned import Cleaned
from reader.text.cleaning.cleanup import Cleanup, CleanupKind
from reader.text.cleaning.propose import chosen, propose
from reader.text.span import Span

ALL = frozenset(CleanupKind)

COLUMN = """\
　　清晨的石桥村，巷子里已经热闹起来。志愿者
们推着小车，沿着新修的步道清扫落叶；几位老
人坐在廊下，说起这两年的变化，脸上都是笑。
村委会主任介绍，全村共有志愿服务队12支，每
月开展活动四十余场，参加的村民超过千人。
"""
JOINED = (
    "　　清晨的石桥村，巷子里已经热闹起来。志愿者们推着小车，沿着新修的步道清扫落叶；"
    "几位老人坐在廊下，说起这两年的变化，脸上都是笑。村委会主任介绍，全村共有志愿服务队12支，每月开展活动四十余场，"
    "参加的村民超过千人。\n"
)


def cleaned(text: str, *kinds: CleanupKind) -> str:
    return Cleaned.of(text, chosen(propose(text), kinds or ALL)).text


def kinds_in(text: str) -> list[CleanupKind]:
    return [one.kind for one in propose(text)]


# Lines of a column


def test_a_hard_wrapped_paragraph_becomes_one_line() -> None:
    text = COLUMN + "\n" + COLUMN
    assert cleaned(text) == JOINED + "\n" + JOINED


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_any_line_end_is_joined(end: str) -> None:
    assert cleaned(COLUMN.replace("\n", end)) == JOINED.replace("\n", end)


def test_a_single_space_before_a_column_is_no_indent() -> None:
    text = " " + COLUMN.replace("　　", "") + "\n" + COLUMN + "\n 一行。\n"
    found = [one for one in propose(text) if one.kind is CleanupKind.SPACES]
    assert [one.span for one in found] == [Span(0, 1)]
    assert cleaned(text).startswith("清晨")
    assert cleaned(text).endswith("\n\n 一行。\n")


def test_a_single_space_goes_with_the_line_end_where_the_column_goes_on() -> None:
    plain = COLUMN.replace("　　", "")
    text = plain + "\n" + plain.replace("超过千人。", "今年已经") + "\n 是" + plain
    assert "今年已经是清晨" in cleaned(text)
    assert CleanupKind.SPACES not in kinds_in(text)


def test_a_first_line_may_have_lost_its_indent() -> None:
    text = COLUMN.replace(
        "　　清晨的石桥村，巷子里已经热闹起来。志愿者", "石桥村巷子里已经热闹起来。志愿者"
    )
    assert cleaned(text).startswith("石桥村巷子里已经热闹起来。志愿者们推着")


def test_a_column_that_ends_in_mid_sentence_goes_on_below_a_blank_line() -> None:
    halves = COLUMN.split("；", 1)
    middle = halves[1].index("\n")
    text = halves[0] + "；" + halves[1][:middle] + "\n\n" + halves[1][middle + 1 :]
    # Each half by itself is too short to tell; another paragraph shows the column.
    assert cleaned(COLUMN + "\n" + text) == JOINED + "\n" + JOINED


def test_a_short_line_ends_its_paragraph_even_without_a_blank_one() -> None:
    text = COLUMN.replace("　　", "") + "春去秋来，山河常新！\n" + COLUMN.replace("　　", "")
    assert "超过千人。\n春去秋来，山河常新！\n清晨的" in cleaned(text)


def test_an_indented_line_begins_a_paragraph() -> None:
    # The last line is full, and ends a sentence by chance.
    text = COLUMN.replace("千人。", "一千三。") + COLUMN
    assert cleaned(text).count("\n　　清晨") == 1


def test_where_blank_lines_part_paragraphs_a_full_line_may_end_a_sentence() -> None:
    text = (COLUMN.replace("笑。", "笑意。").replace("脸上都是", "脸上是") + "\n") * 3
    assert cleaned(text).count("\n") == 6


def test_a_line_that_is_indented_or_an_item_begins_even_after_one_that_ends_nothing() -> None:
    plain = COLUMN.replace("　　", "")
    assert "几位老\n　　人坐" in cleaned(plain.replace("\n人坐", "\n　　人坐"))
    assert "几位老\n（二）人坐" in cleaned(plain.replace("\n人坐", "\n（二）人坐"))


def test_a_number_begun_in_the_line_above_is_no_item() -> None:
    text = COLUMN.replace("几位老\n人坐在", "人在第\n一、二")
    assert "人在第一、二廊下" in cleaned(text)


def test_a_heading_below_a_line_that_ends_nothing_stays_a_heading() -> None:
    cut = COLUMN.replace("，参加的村民超过千人。", "，今年参加的村民已经")
    assert cut.split("\n")[-2].endswith("已经")
    assert "已经\n\n新变化\n\n" in cleaned(cut + "\n新变化\n\n" + COLUMN)
    assert "已经超过千人。\n" in cleaned(cut + "\n超过千人。\n\n" + COLUMN)
    assert "已经\n\n\n\n超过" in cleaned(cut + "\n\n\n超过千人。\n\n" + COLUMN)
    assert "已经\n\n　　超过" in cleaned(cut + "\n　　超过千人。\n\n" + COLUMN)
    long = COLUMN.replace("\n", "").strip()
    assert f"已经\n\n{long}" in cleaned(cut + "\n" + long + "\n\n" + COLUMN)
    narrow = "超过千人，\n石桥村里，老人\n石桥村里，孩子\n看山看水。\n"
    assert f"已经\n\n{narrow[:5]}" in cleaned(cut + "\n" + narrow)


def test_where_they_do_not_it_ends_its_paragraph() -> None:
    first = COLUMN.replace("　　", "")
    assert cleaned(first).count("\n") == 2, "the third line ends a sentence"


def test_a_speaker_begins_a_line() -> None:
    text = ("　" + COLUMN.replace("村委会主任介绍，", "主任介绍：") + "\n") * 2
    assert "笑。\n主任介绍：" in cleaned(text.replace("，全村", "全村"))


def test_words_in_latin_letters_keep_a_space_between_them() -> None:
    text = (
        "The village road was rebuilt, and the\nold bridge, which nobody used, was\n"
        "repaired by 2021, when the mayor,\nwho came from the county, opened\nit again.\n"
    )
    joined = text.replace("\n", " ").rstrip() + "\n"
    assert cleaned(text) == joined
    assert cleaned(text.replace("\n", "\r\n")) == joined.replace("\n", "\r\n")


def test_a_number_that_did_not_fit_leaves_its_line_short() -> None:
    text = COLUMN.replace(
        "村委会主任介绍，全村共有志愿服务队12支，每\n",
        "村委会主任介绍，全村共有志愿服务队\n120000支，每",
    )
    assert "志愿服务队120000支" in cleaned(text)


NARROW = "全村文明创建工作持续推进，创建工作，全村推进。\n\n全村文明\n创建工作\n持续推进\n中\n"


def test_a_very_narrow_column_is_one_where_the_text_knows_its_words() -> None:
    assert cleaned(NARROW).endswith("\n\n全村文明创建工作持续推进中\n")


LEFT_ALONE = {
    "prose, a paragraph a line": "石桥村的早晨是从扫帚声开始的。\n" * 2
    + COLUMN.replace("\n", "") * 3,
    "verse": "春眠卧听山间雨，\n夜起闲看江上云。\n小院无人花自落，\n空庭有月酒微醺。\n",
    "verse without marks": "青山原不老\n绿水本无忧\n古道通新寨\n长桥接远洲\n",
    "new verse": "我走过\n一座又一座桥\n桥下的水\n从来不问我去哪里\n而我\n只想在天亮以前回家\n",
    "a list of names": "青石镇\n白水镇\n乌江镇\n红岩镇\n金沙\n",
    "a list of titles": (
        "关于改善老街排水设施的建议\n关于加装老楼电梯工作的建议\n关于建设社区托育机构的建议\n"
    ),
    "a list whose items begin alike": (
        "关于道路，建议加宽一些并修补\n关于沟渠，建议清理一遍并加盖\n关于路灯，建议换成新的并加密\n"
    ),
    "a list whose items end alike": (
        "石桥村，村民人数八百，合格\n青石镇，居民人数九千，合格\n白水村，村民人数五百，合格\n"
    ),
    "numbered items": (
        "1、完善村规民约并张榜公布\n"
        "2、整修三座石桥和两条村道\n"
        "3、开办老年食堂和日间照料\n"
        "4、组建十支志愿服务队伍\n"
    ),
    "bullets": (
        "● 清扫街巷，修整花坛，清理沟渠\n"
        "● 慰问老人，陪伴儿童，送上餐食\n"
        "● 劝导交通，维持秩序，疏导人流\n"
    ),
    "items that end in semicolons": (
        "一是整修道路，清理沟渠，美化庭院；\n"
        "二是慰问老人，陪伴儿童，送餐上门；\n"
        "三是劝导交通，维护秩序，宣传法规。\n"
    ),
    "a table": (
        "村名    户数    人口\n"
        "石桥    三百    一千二\n"
        "青石    二百    八百\n"
        "白水    一百    四百余\n"
    ),
    "a table in Markdown": "| 村名 | 户数 |\n|---|---|\n| 石桥 | 三百 |\n| 青石 | 二百 |\n",
    "dialogue": (
        "主持人：大家好。\n"
        "老周：你好，主持人，今天来的人真不少。\n"
        "主持人：请您说说村里的变化。\n"
        "老周：变化可大了！\n"
    ),
    "a heading above prose": "石桥村的新变化\n\n" + COLUMN.replace("\n", ""),
    "headings in Markdown": "# 石桥村\n## 新变化\n### 第一节\n正文。\n",
    "an address": "石桥村村民委员会\n青石镇解放路12号\n邮编：350000\n",
    "short paragraphs": "他来了。\n她也来了。\n他们都没有说话。\n雨下得很大。\n",
}


@pytest.mark.parametrize("name", sorted(LEFT_ALONE))
def test_other_lines_are_left_alone(name: str) -> None:
    assert not propose(LEFT_ALONE[name])


@pytest.mark.parametrize("name", sorted(LEFT_ALONE))
def test_they_are_left_alone_beside_a_column_too(name: str) -> None:
    text = COLUMN + "\n" + LEFT_ALONE[name] + "\n" + COLUMN
    assert LEFT_ALONE[name] in cleaned(text)


def test_verse_within_a_wrapped_article_is_left_alone() -> None:
    verse = LEFT_ALONE["verse"]
    assert cleaned(COLUMN + "\n" + verse + "\n" + COLUMN) == f"{JOINED}\n{verse}\n{JOINED}"


# Captions that stand twice


DOUBLED = {
    "送安康送安康，，服务到家服务到家——社区医生社区医生走进石桥村走进石桥村。。": (
        "送安康，服务到家——社区医生走进石桥村。"
    ),
    "村民在村民在““读书读书··分享会分享会””上表演上表演《《石桥谣石桥谣》。》。": (
        "村民在“读书·分享会”上表演《石桥谣》。"
    ),
    "20232023年年55月月，，新桥通车新桥通车。（。（林小山林小山 摄摄））": (
        "2023年5月，新桥通车。（林小山 摄）"
    ),
    "石桥村志愿者清扫街巷石桥村志愿者清扫街巷": "石桥村志愿者清扫街巷",
    "清晨，雨停了。送安康送安康，，服务到家服务到家。。人们散了。": (
        "清晨，雨停了。送安康，服务到家。人们散了。"
    ),
}


@pytest.mark.parametrize("text", DOUBLED)
def test_words_that_stand_twice_stand_once(text: str) -> None:
    assert kinds_in(text) == [CleanupKind.CAPTIONS]
    assert cleaned(text) == DOUBLED[text]


def test_the_lines_of_a_doubled_caption_are_joined() -> None:
    text = (
        "送安康送安康，，\n社区医生社区医生\n走进走进——石桥石桥\n村委会村委会。。\n"
        "新桥通车新桥通车，，村民同乐村民同乐。。\n"
    )
    assert cleaned(text) == "送安康，社区医生走进——石桥村委会。\n新桥通车，村民同乐。\n"
    only = cleaned(text, CleanupKind.LINES)
    assert only.startswith("送安康送安康，，社区医生社区医生走进走进——石桥石桥村委会")
    assert cleaned(f"{text}\n石桥村\n说的是：\n“河水清清。”\n").startswith(cleaned(text))


def test_captions_apart_are_proposed_apart() -> None:
    text = "送安康送安康，，服务到家服务到家。。\r\n \r\n新桥通车新桥通车，，村民同乐村民同乐。。"
    assert kinds_in(text) == [CleanupKind.CAPTIONS] * 2


REDUPLICATED = [
    "年年讲月月讲，天天讲时时讲。",
    "看看、听听、想想，家家户户高高兴兴。",
    "家家户户\n高高兴兴\n",
    "盼望着，盼望着，东风来了，春天的脚步近了。",
    "盼望着，盼望着，",
    "加油加油！！",
    "石桥万岁！石桥万岁！",
    "好消息好消息",
    "快快快快，，",
    "人人事事时时处处",
    "讨论讨论，研究研究。",
    "他说——————好。",
    "…………然后呢…………",
    "《《",
    "等等，，等等",
    "村里村外，，人人都说好。",
    "啊" * 1000,
    "左右右左，，左右右左。。",
    "哈" * 16,
    "哈哈哈哈，，呵呵呵呵。。",
    "约为0.6666666666666666||左右",
    "（（一））",
]


@pytest.mark.parametrize("text", REDUPLICATED)
def test_what_people_repeat_is_left_alone(text: str) -> None:
    assert not propose(text)


def test_words_are_taken_as_few_long_ones() -> None:
    found = propose("甲乙甲乙甲乙甲乙，，丙丁丙丁。。")
    assert found[0].deleted[0] == Span(4, 8)
    found = propose("石桥石桥石桥石桥讲座讲座，，河边夜话河边夜话。。")
    assert found[0].deleted[:2] == (Span(4, 8), Span(10, 12))


# Headings set apart


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("石 桥 村\n石桥村在山里。", "石桥村\n石桥村在山里。"),
        ("—— 石 桥 村\n石桥村在山里。", "——石桥村\n石桥村在山里。"),
        ("  石　桥　新　貌  \n正文。", "  石桥新貌  \n正文。"),
        ("目 录\n正文。", "目录\n正文。"),
        ("石  桥  的  新  貌\n正文。", "石桥的新貌\n正文。"),
        ("石　　桥　　新　　貌\n正文。", "石桥新貌\n正文。"),
    ],
)
def test_the_letters_of_a_heading_are_closed_up(text: str, shown: str) -> None:
    assert kinds_in(text) == [CleanupKind.HEADINGS]
    assert cleaned(text) == shown


@pytest.mark.parametrize("gap", [" ", "  ", "　"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_heading_as_wide_as_the_column_below_it_stays_above_it(gap: str, between: str) -> None:
    words = "清晨的石溪镇巷子里已经热闹起来志愿者们推着小车沿着新修的步道清扫落叶" * 4
    for count in (4, 7, 10):
        heading = "石溪古镇的新生与未来"[:count]
        for width in range(count, 2 * count + 1):
            lines = [words[place * width : (place + 1) * width] for place in range(8)]
            column = "\n".join(lines)
            text = f"{gap.join(heading)}{between}{column}。\n"
            assert cleaned(text).startswith(f"{heading}\n"), (count, width)


@pytest.mark.parametrize(
    "text",
    [
        "甲 乙 丙 丁\n正文。",
        "春 夏 秋 冬\n正文。",
        "一 二 三 四\n正文。",
        "张 三\n正文。",
        "哈 哈 哈 哈\n正文。",
        "琴 棋 书\n正文。",
        "他说 好 的 话\n正文。",
    ],
)
def test_lists_of_letters_and_names_are_left_alone(text: str) -> None:
    assert not propose(text)


# What is printed on each page


PAGE = (
    "石桥村的早晨是从扫帚声开始的，巷子里的人们推着小车走过，老人坐在廊下说起这两年里村中许许多多的变化。\n"
    * 6
)


def test_numbers_of_pages_are_left_out() -> None:
    text = PAGE + "第3版\n" + PAGE + "- 4 -\n" + PAGE + "- 5 -\n" + PAGE + "- 6 -\n"
    assert cleaned(text) == PAGE * 4
    assert cleaned(PAGE + "Page 2 of 7\n" + PAGE + "第 3 页 共 7 页") == PAGE * 2


def test_bare_numbers_are_pages_only_where_they_count_them() -> None:
    pages = PAGE + "1\n" + PAGE + "2\n" + PAGE + "3\n"
    assert cleaned(pages) == PAGE * 3
    assert not propose(PAGE + "1\n" + PAGE + "2\n" + PAGE)
    assert not propose(PAGE + "1\n2\n3\n4\n" + PAGE)
    assert not propose(PAGE + "7\n" + PAGE + "3\n" + PAGE + "9\n")
    assert len(propose(pages + PAGE + "9\n")) == 3
    assert len(propose("9\n" + pages)) == 3


def test_a_head_that_each_page_has_is_kept_once() -> None:
    head = "石桥日报 2023年5月17日 "
    text = "".join(f"{head}{page}\n{PAGE}" for page in (1, 2, 3))
    assert cleaned(text) == f"{head}1\n" + PAGE * 3


def test_an_editor_named_on_each_page_is_kept_once() -> None:
    text = (PAGE + "责任编辑：林小山\n") * 2
    assert cleaned(text) == PAGE + "责任编辑：林小山\n" + PAGE


@pytest.mark.parametrize(
    "text",
    [
        ("石桥谣，石桥谣，\n" + PAGE) * 4,
        ("小结\n" + PAGE) * 4,
        ("2023年的石桥村，真好。\n" + PAGE) * 4,
        ("2023年5月17日上报\n" * 4 + PAGE),
        ("责任编辑：林小山\n" + PAGE),
        ("2021年5月\n" + PAGE + "2022年6月\n" + PAGE + "2023年7月\n"),
        ("第三十二条\n" + PAGE),
    ],
)
def test_refrains_and_headings_are_no_furniture(text: str) -> None:
    assert not propose(text)


def test_a_column_goes_on_across_what_a_page_has_and_only_without_it() -> None:
    middle = COLUMN.index("老\n人坐") + 1
    text = COLUMN[:middle] + "\n\n第3版\nPage 3\n\n" + COLUMN[middle + 1 :] + "\n" + COLUMN
    assert cleaned(text) == JOINED + "\n" + JOINED
    kept = cleaned(text, CleanupKind.LINES)
    assert "几位老\n\n第3版\nPage 3\n\n人坐" in kept
    heading = "石 桥 村\n" + text
    assert cleaned(heading, CleanupKind.HEADINGS) == "石桥村\n" + text


def test_letters_in_what_a_page_has_are_left_to_it() -> None:
    text = PAGE + "第 三 版\n" + PAGE
    assert kinds_in(text) == [CleanupKind.FURNITURE]
    doubled = PAGE + "第3版。。第3版。。第3版\n"
    assert not propose(doubled)


# All of them


def test_single_ones_are_refused_by_their_place() -> None:
    found = propose(COLUMN)
    made = chosen(found, {CleanupKind.LINES}, {found[1].span})
    assert made == [found[0], *found[2:]]
    assert not chosen(found, {CleanupKind.CAPTIONS})


MIXED = st.lists(
    st.one_of(
        st.sampled_from([*DOUBLED, *REDUPLICATED, *LEFT_ALONE.values(), COLUMN, NARROW, PAGE]),
        st.sampled_from(
            ["\n", "\n\n", "\r\n", " ", "第3版\n", "- 4 -\n", "石 桥 村\n", "，，", "𠮷𠮷"]
        ),
        st.text("甲乙丙，。 \n\r", max_size=20),
    ),
    max_size=8,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(MIXED)
def test_clean_ups_are_in_order_apart_and_within_the_text(text: str) -> None:
    found = propose(text)
    gaps = sorted(gap for one in found for gap in one.deleted)
    assert all(one.end <= other.start for one, other in pairwise(gaps))
    for one in found:
        assert one.deleted or one.space is not None
        assert all(gap and one.span.contains(gap) for gap in one.deleted)
        assert one.reason
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert len({one.span for one in found}) == len(found)


@settings(max_examples=150, deadline=None)
@given(MIXED)
def test_nothing_but_space_twins_and_pages_is_ever_left_out(text: str) -> None:
    for one in propose(text):
        for gap in one.deleted:
            words = gap.of(text)
            if one.kind is CleanupKind.CAPTIONS:
                assert text[gap.start - len(gap) : gap.start] == words
            elif one.kind is not CleanupKind.FURNITURE:
                assert not words.strip()
        if one.space is not None:
            assert re.match(r"[\n\r\u2028\u2029]", text[one.space])


def test_an_empty_text_has_nothing_to_clean_up() -> None:
    assert not propose("")
    assert not propose("\n\n")
    assert Cleanup(CleanupKind.LINES, Span(0, 0), (), "").shown("") == ""
