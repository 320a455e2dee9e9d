"""Which texts are hard-wrapped columns, and where words go on across their line ends."""

from __future__ import annotations

import pytest

from reader.text.wrapping import is_hard_wrapped, wraps

COLUMN = """\
临溪镇的书屋每周六开门，近三
万人次来过。镇上的干部和孩子
一起读书，读完再去河边走走看
看，回来的时候天已经黑了，灯
下的人还在念着下午没有念完的
那几页，谁也不肯先走。

第二年春天，渡口也放上了书
架，船来的时候，等船的人各自
挑一本坐下。"""
PROSE = """\
临溪镇的书屋每周六开门，近三万人次来过。
镇上的干部和孩子一起读书。

第二年春天，渡口也放上了书架。
船来的时候，等船的人挑一本坐下。
谁也不肯先走。"""


def test_a_column_is_told_from_prose() -> None:
    assert is_hard_wrapped(COLUMN)
    assert not is_hard_wrapped(PROSE)


@pytest.mark.parametrize("text", ["", "\n", "一行\n两行\n三行", "# 标题\n\n正文。" * 3])
def test_a_text_of_few_lines_is_no_column(text: str) -> None:
    assert not is_hard_wrapped(text)


def test_long_lines_without_full_stops_are_no_column() -> None:
    assert not is_hard_wrapped("\n".join(["没有句号的长行" * 12] * 20))


def test_only_a_single_line_end_between_ideographs_is_a_wrap() -> None:
    text = "签\n约，\n和\n\n联\r\n系a\nb。\u3000\n十\u2028年"
    assert [text[match.start() - 1] + text[match.end()] for match in wraps(text)] == [
        "签约",
        "联系",
        "十年",
    ]
