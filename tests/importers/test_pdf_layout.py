"""The reading order of a page of a PDF: columns, headlines, vertical text, blocks."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from reader.importers.pdf_text import read
from tests.importers.pdf_writer import Pdf, Words, column, lines

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_page(words: Iterable[Words], *, rotate: int = 0) -> str:
    pdf = Pdf()
    pdf.page(words, rotate=rotate)
    (parsed,) = read(pdf.to_bytes(), "a.pdf")
    return parsed.text.removesuffix("\n")


def shuffled(*groups: Iterable[Words]) -> list[Words]:
    """Put words into the file in an order that says nothing."""
    words = [one for group in groups for one in group]
    random.Random(7).shuffle(words)
    return words


def order(text: str) -> str:
    """Return which columns are read after each other, a line each, without their filling."""
    return re.sub("这里是.*", "", text)


def numbered(mark: str, rows: int) -> str:
    return "\n".join(f"{mark}{row}" for row in range(rows))


class TestColumns:
    @pytest.mark.parametrize("columns", [1, 2, 3, 4])
    def test_are_read_one_after_the_other_below_their_headline(self, columns: int) -> None:
        marks = "甲乙丙丁"[:columns]
        text = read_page(
            shuffled(
                [Words(60, 1040, "横跨各栏的大标题", 24 + 6 * columns)],
                *(column(50 + 176 * at, 980, mark, 8) for at, mark in enumerate(marks)),
                [Words(390, 30, "12", 9)],
            )
        )
        body = "\n".join(numbered(mark, 8) for mark in marks)
        assert order(text) == f"横跨各栏的大标题\n\n{body}\n\n12"

    def test_lines_of_columns_that_the_file_holds_row_by_row(self) -> None:
        rows = zip(column(50, 900, "甲", 6), column(240, 900, "乙", 6), strict=True)
        text = read_page(words for row in rows for words in row)
        assert order(text) == numbered("甲", 6) + "\n" + numbered("乙", 6)

    def test_of_different_height(self) -> None:
        text = read_page(shuffled(column(50, 900, "甲", 12), column(240, 893, "乙", 4)))
        assert order(text) == numbered("甲", 12) + "\n" + numbered("乙", 4)

    def test_an_article_above_one_with_other_columns(self) -> None:
        text = read_page(
            shuffled(
                [Words(60, 1050, "上篇三栏的大标题横跨全部栏目了", 30)],
                *(column(50 + 240 * at, 1000, mark, 8, 21) for at, mark in enumerate("甲乙丙")),
                [Words(60, 850, "下篇标题", 24)],
                *(column(50 + 180 * at, 815, mark, 9 - at) for at, mark in enumerate("子丑寅卯")),
            )
        )
        upper = "\n".join(numbered(mark, 8) for mark in "甲乙丙")
        lower = "\n".join(numbered(mark, 9 - at) for at, mark in enumerate("子丑寅卯"))
        assert order(text) == f"上篇三栏的大标题横跨全部栏目了\n\n{upper}\n\n下篇标题\n\n{lower}"

    @pytest.mark.parametrize("seed", range(4))
    @pytest.mark.parametrize("wide_first", [True, False])
    def test_articles_that_touch(self, wide_first: bool, seed: int) -> None:
        tops = (1000, 888) if wide_first else (860, 1000)
        words = [
            *(
                one
                for at in range(3)
                for one in column(50 + 240 * at, tops[0], "甲乙丙"[at], 8, 21)
            ),
            *(one for at in range(4) for one in column(50 + 180 * at, tops[1], "子丑寅卯"[at], 10)),
        ]
        random.Random(seed).shuffle(words)
        wide = "\n".join(numbered(mark, 8) for mark in "甲乙丙")
        narrow = "\n".join(numbered(mark, 10) for mark in "子丑寅卯")
        text = order(read_page(words)).replace("\n\n", "\n")
        assert text == (f"{wide}\n{narrow}" if wide_first else f"{narrow}\n{wide}")

    def test_a_column_beside_an_article_with_a_headline_of_its_own(self) -> None:
        text = read_page(
            shuffled(
                column(50, 1050, "甲", 20),
                [Words(240, 1040, "右侧文章标题", 24)],
                column(240, 1010, "乙", 16),
                column(420, 1010, "丙", 16),
            )
        )
        right = numbered("乙", 16) + "\n" + numbered("丙", 16)
        assert order(text) == f"{numbered('甲', 20)}\n\n右侧文章标题\n\n{right}"

    def test_a_short_headline_over_the_middle_column_comes_first(self) -> None:
        text = read_page(
            shuffled(
                [Words(250, 1050, "短题", 36)],
                *(column(50 + 180 * at, 1000, mark, 6) for at, mark in enumerate("甲乙丙")),
            )
        )
        assert order(text).startswith("短题\n\n甲0\n")

    def test_the_cells_of_a_table_are_read_row_by_row(self) -> None:
        text = read_page(
            [
                *lines(60, 900, ["年份", "2019", "2020", "2021"]),
                *lines(160, 900, ["地区生产总值", "35", "38", "40"]),
                *lines(300, 900, ["增长", "5.2%", "3.1%", "8.0%"]),
            ]
        )
        assert text == "年份 地区生产总值 增长\n2019 35 5.2%\n2020 38 3.1%\n2021 40 8.0%"

    def test_what_stands_beside_nothing_is_no_column(self) -> None:
        low = column(240, 600, "乙", 4)
        assert order(read_page(shuffled(column(50, 900, "甲", 4), low))) == (
            f"{numbered('甲', 4)}\n\n{numbered('乙', 4)}"
        )


class TestBlocks:
    def test_an_empty_line_stands_before_an_indented_paragraph(self) -> None:
        text = read_page(
            [
                *lines(
                    50,
                    900,
                    ["第一段的文字一直写到行末为止", "又是一整行文字一直写到行末了", "完。"],
                ),
                Words(70, 858, "第二段从这里开始写到行末"),
                *lines(50, 844, ["又是一整行文字一直写到行末了", "也完。"]),
            ]
        )
        assert text.split("\n\n")[1].startswith("第二段")
        assert text.count("\n\n") == 1

    def test_one_indented_by_its_own_blanks(self) -> None:
        text = read_page(lines(50, 900, ["甲乙丙丁戊己", "\u3000庚辛壬癸子", "子丑寅卯辰巳"]))
        assert text == "甲乙丙丁戊己\n\n\u3000庚辛壬癸子\n子丑寅卯辰巳"

    def test_paragraphs_of_one_indented_line_each(self) -> None:
        text = read_page(
            [
                Words(50, 900, "标题顶格而且写得比正文的行还要长"),
                *lines(70, 886, ["第一段一行。", "第二段一行。"]),
            ]
        )
        assert text == "标题顶格而且写得比正文的行还要长\n\n第一段一行。\n\n第二段一行。"

    def test_lines_indented_alike_are_one_paragraph(self) -> None:
        text = read_page(
            [
                Words(50, 900, "顶格的一行写到行末为止"),
                *lines(70, 886, ["引用的文字写到行末", "引用的文字也到行末", "引用完了。"]),
            ]
        )
        assert (
            text == "顶格的一行写到行末为止\n\n引用的文字写到行末\n引用的文字也到行末\n引用完了。"
        )

    def test_a_quotation_narrower_than_its_column(self) -> None:
        quoted = ["引用的文字写到边上", "引用的文字写到边上", "完", "又一段文字在此了"]
        text = read_page(
            [Words(50, 900, "顶格的一行一直写到行末为止才算完"), *lines(70, 886, quoted)]
        )
        assert text.split("\n\n")[1:] == ["\n".join(quoted[:3]), quoted[3]]

    def test_other_sizes_and_wider_gaps(self) -> None:
        text = read_page(
            [
                Words(50, 900, "小标题", 14),
                *lines(50, 884, ["正文一", "正文二", "正文三"]),
                *lines(50, 820, ["另一块", "又一行"]),
            ]
        )
        assert text == "小标题\n\n正文一\n正文二\n正文三\n\n另一块\n又一行"

    def test_a_paragraph_goes_on_at_the_head_of_the_next_column(self) -> None:
        text = read_page(
            [
                *lines(50, 900, ["第一栏的文字写到行末", "还没有说完就到了栏底"]),
                Words(50, 872, "还没有说完就到了栏底"),
                *lines(240, 900, ["在第二栏接着往下说的", "在第二栏接着往下说的", "说完。"]),
            ]
        )
        assert "\n\n" not in text

    @pytest.mark.parametrize(
        ("last", "first"),
        [("到这里正好说完一整段。", "另起一段的文字在此"), ("没说完", "另起一段的文字在此")],
    )
    def test_and_begins_there_where_the_one_before_is_full(self, last: str, first: str) -> None:
        text = read_page(
            [
                *lines(50, 900, ["第一栏的文字写到行末了", "第一栏的文字写到行末了", last]),
                *lines(240, 900, [first, "接着往下说这么一行字", "说完。"]),
            ]
        )
        assert f"{last}\n\n{first}" in text

    def test_and_where_the_next_column_begins_indented(self) -> None:
        text = read_page(
            [
                *lines(50, 900, ["第一栏的文字写到行末了"] * 3),
                Words(260, 900, "另起一段的文字在此"),
                *lines(240, 886, ["接着往下说这么一行字啊"] * 3),
            ]
        )
        assert "了\n\n另起" in text

    def test_a_headline_of_two_lines_is_one_block(self) -> None:
        text = read_page(
            [*lines(100, 1040, ["第一行大标题", "第二行大标题"], 36, 42), *column(50, 950, "甲", 8)]
        )
        assert text.startswith("第一行大标题\n第二行大标题\n\n甲0")


class TestGlyphs:
    @pytest.mark.parametrize("shift", [(0.4, 0), (0, 0.5), (-1, 0.7), (0, 0)])
    def test_doubled_to_look_bold_are_read_once(self, shift: tuple[float, float]) -> None:
        across, up = shift
        said = "送宣传all11——……"
        text = read_page([Words(50, 900, said), Words(50 + across, 900 + up, said)])
        assert text == said

    def test_doubled_one_by_one(self) -> None:
        words = [
            Words(50 + 10 * at + shift, 900, one)
            for at, one in enumerate("凝聚共识")
            for shift in (0, 0.3, 0.6)
        ]
        assert read_page(words) == "凝聚共识"

    def test_beside_each_other_are_read_twice(self) -> None:
        assert read_page([Words(50, 900, "叠"), Words(53, 900, "叠")]) == "叠叠"
        pdf = Pdf(codes={"l": 1})
        pdf.page(operators=b"BT /F1 10 Tf 20 Tz 50 900 Td <00010001> Tj ET")
        (parsed,) = read(pdf.to_bytes(), "a.pdf")
        assert parsed.text == "ll\n"

    def test_words_that_are_said_twice_stay(self) -> None:
        assert read_page([Words(50, 900, "年年讲月月讲 ill 1,000")]) == "年年讲月月讲 ill 1,000"

    def test_gaps_between_words_are_spaces_and_between_characters_are_not(self) -> None:
        text = read_page(
            [
                Words(50, 900, "GDP"),
                Words(70, 900, "grew"),
                *(Words(50 + 20 * at, 880, one) for at, one in enumerate("厦门市")),
                Words(50, 860, "市"),
                Words(62, 860, "政协"),
            ]
        )
        assert text == "GDP grew\n厦门市\n市政协"

    def test_blanks_between_words_are_kept_and_at_the_end_are_not(self) -> None:
        assert read_page([Words(50, 900, "王 惠兵  "), Words(300, 900, " ")]) == "王 惠兵"

    def test_parts_of_a_line_in_any_order(self) -> None:
        parts = [Words(90, 900, "后半句也在"), Words(142, 900, "尾"), Words(50, 900, "前半句在")]
        assert read_page(parts) == "前半句在后半句也在尾"

    def test_smaller_type_in_a_line_stays_in_it(self) -> None:
        assert read_page(
            [Words(50, 900, "注释"), Words(71, 904, "1", 5), Words(75, 900, "在此")]
        ) == ("注释1在此")

    def test_outside_of_the_page_is_nothing(self) -> None:
        assert read_page([Words(50, 900, "看得见"), Words(50, 1200, "看不见")]) == "看得见"
        assert read_page([Words(50, 900, "看得见"), Words(50, 800, "看不见", 1e8)]) == "看得见"
        assert read_page([Words(50, 900, "看得见"), Words(50, 800, "看不见", 0)]) == "看得见"
        vast = Words(400 - 5e7, 550 - 3.8e7, "大", 1e8)
        assert read_page([Words(50, 900, "看得见"), vast]) == "看得见"


class TestDirections:
    def test_vertical_columns_are_read_from_the_right(self) -> None:
        texts = ["竖排第一列文字", "竖排第二列文字", "尾列"]
        words = [Words(500 - 30 * at, 900, one, 20, vertical=True) for at, one in enumerate(texts)]
        assert read_page(shuffled(words)) == "\n".join(texts)

    def test_vertical_tiers_are_read_from_the_top(self) -> None:
        filling = "竖排文字一列到底"
        upper = [f"上{at}{filling}" for at in range(6)]
        lower = [f"下{at}{filling}" for at in range(6)]
        words = [
            Words(700 - 20 * at, top, text, 12, vertical=True)
            for top, tier in ((1000, upper), (850, lower))
            for at, text in enumerate(tier)
        ]
        assert read_page(shuffled(words)) == "\n".join(upper + lower)

    def test_glyphs_set_one_below_the_other_are_vertical_text(self) -> None:
        texts = ["竖排第一列文字", "竖排第二列文字", "尾列"]
        words = [
            Words(500 - 30 * at, 900 - 22 * down, one, 20)
            for at, text in enumerate(texts)
            for down, one in enumerate(text)
        ]
        assert read_page(words) == "\n".join(texts)

    def test_numbers_across_vertical_lines_stay_in_them(self) -> None:
        words = [
            Words(500, 900, "二月", 20, vertical=True),
            Words(490, 842, "12", 20),
            Words(500, 836, "日开会", 20, vertical=True),
            Words(460, 900, "第二列在此", 20, vertical=True),
        ]
        assert read_page(words) == "二月12日开会\n第二列在此"

    def test_masthead_and_page_number_across_a_vertical_page(self) -> None:
        words = [
            Words(700, 40, "12", 10),
            Words(500, 900, "竖排第一列文字", 20, vertical=True),
            Words(460, 900, "竖排第二列文字", 20, vertical=True),
            Words(300, 1000, "报头", 30),
        ]
        assert read_page(words) == "报头\n\n竖排第一列文字\n竖排第二列文字\n\n12"

    def test_a_vertical_headline_beside_columns(self) -> None:
        text = read_page(
            shuffled(
                [Words(60, 1050, "竖题大字", 30, vertical=True)],
                column(110, 1050, "甲", 14),
                column(290, 1050, "乙", 14),
            )
        )
        assert order(text) == f"竖题大字\n\n{numbered('甲', 14)}\n{numbered('乙', 14)}"

    @pytest.mark.parametrize("rotate", [0, 90, 180, 270])
    def test_a_page_seen_turned(self, rotate: int) -> None:
        texts = ["转动的页面", "第二行文字", "第三行"]
        assert read_page(lines(300, 1050, texts), rotate=rotate) == "\n".join(texts)

    def test_a_watermark_stands_last(self) -> None:
        pdf = Pdf()
        pdf.page(
            lines(50, 900, ["正文第一行", "正文第二行"]),
            operators=b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 60 860 Tm <00010002> Tj ET",
        )
        (parsed,) = read(pdf.to_bytes(), "a.pdf")
        assert parsed.text == "正文第一行\n正文第二行\n\n正文\n"

    def test_nothing_but_a_watermark(self) -> None:
        pdf = Pdf()
        pdf.codes = {"水": 1}
        pdf.page(operators=b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 60 860 Tm <0001> Tj ET")
        (parsed,) = read(pdf.to_bytes(), "a.pdf")
        assert parsed.text == "水\n"
