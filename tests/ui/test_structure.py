"""What is set apart, by the form of a line and by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from reader.annotation.index import AnnotationIndex
from reader.text.paragraphs import Paragraphs
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.text.view import ScriptView
from reader.ui.reading.structure import ParagraphStyle, Structure
from reader.ui.reading.surface import ReadingSurface
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_BODY = "临溪镇的书屋每周六开门，近三万人次来过；干部和孩子一起读书，读到天黑才散。"
TITLE, HEADING, PLAIN = ParagraphStyle.TITLE, ParagraphStyle.HEADING, ParagraphStyle.BODY
BYLINE, CAPTION, FLUSH = ParagraphStyle.BYLINE, ParagraphStyle.CAPTION, ParagraphStyle.FLUSH


def styles(text: str) -> list[ParagraphStyle]:
    """Return the style of every line that is not blank."""
    paragraphs = Paragraphs(text)
    structure = Structure(text, paragraphs)
    found = [structure.style(index) for index in range(len(paragraphs))]
    return [style for style in found if style is not ParagraphStyle.BLANK]


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 王小山",
        "本報記者 王小山 李大河",
        "□ 本报记者 王小山 通讯员 周一白",
        "（新华社记者 王小山）",
        "记者：王小山",
        "特约撰稿 王小山",
        "特約撰稿人：王小山",
        "文/图 临溪镇书屋",
        "文／王小山",
        "作者：王小山",
        "来源：临溪日报",
        "責任編輯：李大河",
    ],
)
def test_who_wrote_it_is_set_apart(line: str) -> None:
    assert styles(f"河边的书屋\n{line}\n{_BODY}\n{_BODY}") == [TITLE, BYLINE, PLAIN, PLAIN]


@pytest.mark.parametrize(
    "line",
    [
        "图为读者在书屋里读书。王小山 摄",
        "圖為讀者在書屋裡讀書",
        "孩子们在书屋里。（王小山摄）",
        "读者在书屋里读书 王小山/摄",
        "书屋一角 摄影：王小山",
        "书屋一角。图/王小山",
        "图①：书屋的早晨",
        "书屋的早晨（资料图片）",
    ],
)
def test_what_a_picture_shows_is_set_apart(line: str) -> None:
    assert styles(f"河边的书屋\n{_BODY}\n{line}\n{_BODY}") == [TITLE, PLAIN, CAPTION, PLAIN]


def test_a_column_begins_anew_below_a_caption() -> None:
    lines = ["她说这条小溪从前很清后来的人把书桌搬", "到了河边孩子们在那里看书看到太阳落山"]
    text = "\n".join(["河边的书屋", "图为书屋一角 王小山 摄", *lines * 6]) + "。"
    assert styles(text)[:4] == [TITLE, CAPTION, PLAIN, FLUSH]


@pytest.mark.parametrize(
    "line",
    [
        "记者在书屋里看到，孩子们读得很认真。",
        "本报讯（记者 王小山）临溪镇的书屋每周六开门，近三万人次来过。",
        "作者是谁，没有人知道。",
        "文章写得好。",
        "图书馆里人很多。",
        "他爱好摄影，也爱读书。",
        "图为" + "读者在书屋里读书" * 12,
        "记者 " + "王小山 " * 20,
        "来了三个人",
        "一、书桌搬到河边，书架靠着墙，",
        "他说：好",
    ],
)
def test_body_is_not_set_apart(line: str) -> None:
    assert styles(f"河边的书屋\n{_BODY}\n{line}\n{_BODY}") == [TITLE, PLAIN, PLAIN, PLAIN]


@pytest.mark.parametrize(
    "lines",
    [
        "一、从等人来到请进来",
        "（二）把书桌搬到河边",
        "第三章 河边",
        "\n把书桌搬到河边\n",
        "## 河边",
    ],
)
def test_a_heading_is_numbered_or_alone_or_marked(lines: str) -> None:
    text = f"河边的书屋\n\n{_BODY}\n{lines}\n{_BODY}"
    assert styles(text) == [TITLE, PLAIN, HEADING, PLAIN]


@pytest.mark.parametrize("below", ["", "\n二、河", "\n\n\n", "\n\n短"])
def test_a_short_line_above_nothing_long_is_no_heading(below: str) -> None:
    text = f"河边的书屋\n\n{_BODY}\n一、从等人来到请进来{below}"
    assert HEADING not in styles(text)


def test_a_line_that_brings_its_own_indent_has_no_second_one() -> None:
    assert styles(f"河边的书屋\n\n\u3000\u3000{_BODY}") == [TITLE, FLUSH]


def test_a_column_begins_anew_below_who_wrote_it() -> None:
    lines = [
        "她说这条小溪从前很清后来的人把书桌搬",
        "到了河边孩子们在那里看书看到太阳落山",
    ]
    text = "\n".join(["河边的书屋", "本报记者 王小山", *lines * 6]) + "。"
    assert styles(text)[:4] == [TITLE, BYLINE, PLAIN, FLUSH]


def test_a_byline_and_a_caption_are_smaller_and_softer_and_the_source_stays(qtbot: QtBot) -> None:
    text = f"河边的书屋\n\n本报记者 王小山\n{_BODY}\n图为河边的书屋。王小山 摄"
    theme = Theme.load("light")
    surface = ReadingSurface(theme)
    qtbot.addWidget(surface)
    surface.resize(900, 600)
    view = ScriptView(text, None)
    surface.show_article(view, AnnotationIndex(), Script.ORIGINAL, SourceScript.SIMPLIFIED)
    surface.show()
    qtbot.waitExposed(surface)
    image = surface.viewport().grab().toImage()
    darkest = {}
    for words in ("本报记者", "临溪镇的", "图为河边"):
        (box,) = surface.rects(Span(text.index(words), text.index(words) + 4))
        darkest[words] = (
            min(
                QColor(image.pixel(x, y)).lightness()
                for x in range(round(box.left()), round(box.right()))
                for y in range(round(box.top()), round(box.bottom()))
            ),
            box.height(),
        )
    body, size = darkest.pop("临溪镇的")
    for ink, height in darkest.values():
        assert ink > body + 20
        assert height < size
    surface.select(Span(0, len(text)))
    assert surface.selected_text() == text
