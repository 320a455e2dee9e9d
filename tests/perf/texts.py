"""Articles and tags for the benchmarks: in the genre, invented, the same on every machine.

The text is put together from a table of phrases, so that no two paragraphs are
alike, words repeat about as often as in a newspaper, and there is something to
convert in every sentence (干部, 里, 后, 发展) and some regional vocabulary (网络, 软件).
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.tag_set import AttributeValue

PARAGRAPH = 200
"""Code points of a paragraph, its line end included."""

_TIMES = (
    "去年春天",
    "今年以来",
    "入冬以后",
    "“十四五”期间",
    "三月里的一个周末",
    "汛期过后",
    "项目启动之初",
    "开学第一周",
    "截至年底",
    "记者走访时",
    "连续三年来",
    "台风刚过",
)
_PLACES = (
    "漪南县砚浦镇",
    "临溪市东苑街道",
    "禾川区柳堤村",
    "云岫县松台乡",
    "沅水新区",
    "青樾镇里仁社区",
    "岚州老城",
    "湖东县只园村",
    "石桥铺",
    "桐岭自治县",
    "南浦岛",
    "丰余乡",
)
_PEOPLE = (
    "驻村干部",
    "镇文化站站长",
    "社区网格员",
    "退休教师",
    "返乡创业的年轻人",
    "县融媒体中心记者",
    "志愿服务队队员",
    "图书馆馆员",
    "党员代表",
    "合作社理事长",
    "中学校长",
    "卫生院医生",
)
_DEEDS = (
    "把闲置的厂房改造成书屋",
    "挨家挨户征求意见",
    "为老人开设智能手机课堂",
    "组织孩子们共读一本书",
    "牵头修复了百年老戏台",
    "带着乡亲们发展林下经济",
    "在网络平台上直播讲解",
    "用一款软件登记借阅信息",
    "把矛盾化解在院坝里",
    "整理出几大本口述档案",
    "向全社会发出倡议",
    "为困难家庭送去米面和药品",
    "打通了服务群众的最后一公里",
    "制作了一批介绍乡土历史的视频",
)
_NAMES = (
    "灯下共读",
    "春苗计划",
    "百村书香",
    "万家灯火",
    "河畔讲堂",
    "一户一档",
    "乡音回响",
    "银龄课堂",
    "红色驿站",
    "田间学校",
    "清风书院",
    "暖冬行动",
)
_KINDS = ("行动", "工程", "品牌", "活动", "项目", "机制", "论坛")
_MEASURES = (
    "累计开展{noun}{number}场",
    "服务群众超过{number}人次",
    "藏书达到{number}册",
    "带动{number}户农户增收",
    "覆盖{number}个行政村",
    "收到建议{number}条",
    "满意率升至{percent}%",
    "投入资金近{number}万元",
    "参与者来自{number}所学校",
    "为全县节约支出约{number}元",
)
_NOUNS = ("读书会", "宣讲", "义诊", "培训", "座谈", "展演", "法律咨询")
_HONOURS = (
    "获评省级“书香之乡”",
    "被列为全国基层治理典型案例",
    "荣获第{number}届民间文化奖",
    "入选“最美阅读空间”名单",
    "被授予“模范集体”称号",
    "入围年度公益项目提名",
)
_SAYINGS = (
    "只要门开着，就会有人走进来",
    "数字后面是一张张面孔",
    "事情要一件一件办，话要一句一句说",
    "干部多跑腿，群众少跑路",
    "书里的世界比山还大",
    "不求轰轰烈烈，但求细水长流",
    "过去是等人来，现在是请进来",
    "孩子们发现，原来历史就在脚下",
)
_LINKS = ("与此同时，", "后来，", "更重要的是，", "在此基础上，", "事实证明，", "眼下，", "")
_KIND_NAMES = ("metric", "programme", "honour")


@cache
def article_text(length: int) -> str:
    """Return an article of ``length`` code points, in paragraphs of 200, written in Simplified."""
    source = random.Random(f"article of {length}")
    title = "一座县城的读书声"
    parts = [f"{title}\n"]
    reached = len(parts[0])
    while reached < length:
        room = min(PARAGRAPH - reached % PARAGRAPH, length - reached)
        parts.append(_paragraph(source, room))
        reached += room
    return "".join(parts)


def _paragraph(source: random.Random, length: int) -> str:
    """Return a paragraph of ``length`` code points; the last is a line end."""
    words = ""
    while len(words) < length:
        words += _sentence(source)
    return f"{words[: length - 2]}。\n"[-length:]


def _sentence(source: random.Random) -> str:
    pick = source.choice
    form = source.randrange(5)
    if form == 0:
        return (
            f"{pick(_TIMES)}，{pick(_PLACES)}的{pick(_PEOPLE)}{pick(_DEEDS)}，{_measure(source)}。"
        )
    if form == 1:
        programme = f"“{pick(_NAMES)}”{pick(_KINDS)}"
        measures = f"{_measure(source)}，{_measure(source)}"
        return f"{pick(_LINKS)}{programme}从{pick(_PLACES)}起步，{measures}。"
    if form == 2:
        return f"“{pick(_SAYINGS)}。”{pick(_PEOPLE)}一边说，一边{pick(_DEEDS)}。"
    if form == 3:
        honour = pick(_HONOURS).format(number=source.randint(2, 19))
        return f"{pick(_TIMES)}，{pick(_PLACES)}的“{pick(_NAMES)}”{pick(_KINDS)}{honour}。"
    return f"{pick(_LINKS)}{pick(_PEOPLE)}{pick(_DEEDS)}；{pick(_TIMES)}，又{pick(_DEEDS)}。"


def _measure(source: random.Random) -> str:
    number = source.choice((source.randint(3, 99), source.randint(100, 9999), 12000, 34000))
    return source.choice(_MEASURES).format(
        noun=source.choice(_NOUNS), number=number, percent=source.randint(60, 99)
    )


def tag_spans(length: int, count: int) -> list[Span]:
    """Return ``count`` passages, spread evenly over a text of ``length`` code points, in order.

    Each has 4 to 16 code points; neighbours overlap only where so many do not
    fit beside one another.
    """
    source = random.Random(f"{count} tags in {length}")
    step = (length - 40) / count if count else 0.0
    spans = []
    for number in range(count):
        start = 10 + int(number * step + source.random() * step * 0.4)
        spans.append(Span(start, start + source.randint(4, 16)))
    return spans


def tagging(article_id: str, text: str, count: int) -> Iterator[Operation]:
    """Yield the operations that tag an article, up to a thousand tags in each."""
    source = random.Random(f"attributes of {count}")
    edits: list[AnnotationEdit] = []
    for number, span in enumerate(tag_spans(len(text), count)):
        annotation = Annotation(
            id=f"{article_id[:6]}{number:010d}",
            article=article_id,
            anchor=Anchor.at(text, span),
            kind=_KIND_NAMES[number % len(_KIND_NAMES)],
            author="benchmark",
            created="2026-11-01T08:00:00.000000Z",
            modified="2026-11-01T08:00:00.000000Z",
            attributes=_attributes(source, number),
        )
        edits.append(AnnotationEdit(None, annotation))
        if len(edits) == 1000:
            yield Operation("Tag", tuple(edits))
            edits = []
    if edits:
        yield Operation("Tag", tuple(edits))


def _attributes(source: random.Random, number: int) -> dict[str, AttributeValue]:
    if number % len(_KIND_NAMES) == 0:
        return {"value": source.randint(1, 99999), "unit": "人次", "bound": "over"}
    if number % len(_KIND_NAMES) == 1:
        return {"name": source.choice(_NAMES)}
    return {"title": "模范集体", "year": source.randint(2010, 2026), "status": "awarded"}
