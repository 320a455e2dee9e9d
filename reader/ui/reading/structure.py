"""What each paragraph of an article is, told from the source alone.

Title, headings, the line that names the writers, captions of pictures, and body: recognised by
form, with care, since what is set apart wrongly disturbs more than what is not set apart.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from reader.text.wrapping import FULL_STOP, is_hard_wrapped

if TYPE_CHECKING:
    from reader.text.paragraphs import Paragraphs

_PAUSE_OR_STOP = re.compile("[，。、；,;！？!?…]")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_MARKS = re.compile(r"#{1,6}[ \t]+")
_PAUSE = re.compile("[，。、；,;]")
_TITLE_LENGTH = 40
_HEADING_LENGTH = 24
_BYLINE_LENGTH = 60
_CAPTION_LENGTH = 90
# What a heading without marks stands above, in code points.
_BELOW_HEADING = 30
_NUMBER = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    "|第[一二三四五六七八九十百]{1,4}[章节節部篇回])\\s*"
)
_OPEN = "[\\s（(【□■◎●◆▲△○☐]*"
_NAMES = "[\u4e00-\u9fff\u3400-\u4dbf·•・○ \u3000、，,/／|丨：:]{2,40}"
_WRITER = (
    "(?:(?:本报|本報|本刊|本网|本網|本社|新华社|新華社|见习|見習|实习|實習|特约|特約|首席)*"
    "(?:记者|記者|通讯员|通訊員|撰稿人?|撰文)|供稿|作者|编辑|編輯|责编|責編|责任编辑|責任編輯|来源|來源"
    "|文[/／]图|文[/／]圖|文)"
)
_BYLINE = re.compile(f"{_OPEN}{_WRITER}[\\s：:/／|丨]+{_NAMES}[）)】]?\\s*$")
_SHOWN = re.compile(
    "\\s*[▲▼△]?\\s*(?:图为|圖為|图片说明|圖片說明|[图圖][一二三四五六七八九\\d①-⑳]+[：:、 ])"
)
_TAKEN = re.compile(
    "(?:^|[\\s。（(／/])(?:[\u4e00-\u9fff·]{2,4}\\s*[/／]?\\s*(?:摄影?|攝影?|供图|供圖)"
    "|(?:摄影?|攝影?|图|圖|供图|供圖)\\s*[/／：:]\\s*[\u4e00-\u9fff·]{2,4}|资料图片|資料圖片)[）)]?\\s*$"
)


class ParagraphStyle(Enum):
    """How a paragraph is set."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    FLUSH = "flush"
    """Body without a first-line indent: it goes on from the line before, or brings its own."""
    BYLINE = "byline"
    """Who wrote it, or where it comes from."""
    CAPTION = "caption"
    """What a picture shows and who took it."""
    BLANK = "blank"


class Structure:
    """Tells the style of each paragraph of one text."""

    def __init__(self, text: str, paragraphs: Paragraphs) -> None:
        """Look at the beginning of the text; each paragraph is judged when asked for."""
        self._text = text
        self._paragraphs = paragraphs
        self._wrapped = is_hard_wrapped(text)
        self._title = self._find_title()

    def style(self, index: int) -> ParagraphStyle:
        """Return the style of a paragraph."""
        text = self._words(index)
        if not text.strip():
            return ParagraphStyle.BLANK
        if index == self._title:
            return ParagraphStyle.TITLE
        if _HEADING.match(text):
            return ParagraphStyle.HEADING
        if self._paragraphs.continued(index) or self._goes_on(index):
            return ParagraphStyle.FLUSH
        apart = self._set_apart(index, text)
        if apart is not None:
            return apart
        return ParagraphStyle.FLUSH if text[0].isspace() else ParagraphStyle.BODY

    def _set_apart(self, index: int, text: str) -> ParagraphStyle | None:
        """Return what a line is that is no body, told by its form and by what stands around it."""
        if _is_byline(text):
            return ParagraphStyle.BYLINE
        if _is_caption(text):
            return ParagraphStyle.CAPTION
        return ParagraphStyle.HEADING if self._is_heading(index, text.strip()) else None

    def _is_heading(self, index: int, words: str) -> bool:
        """Return whether a line without marks is short, numbered or alone, and above a long one."""
        if len(words) > _HEADING_LENGTH or _PAUSE_OR_STOP.search(_NUMBER.sub("", words)):
            return False
        alone = self._is_blank(index - 1) and self._is_blank(index + 1)
        if not (alone or _NUMBER.match(words)):
            return False
        below = index + 2 if self._is_blank(index + 1) else index + 1
        return self._paragraphs.has(below) and len(self._words(below)) > _BELOW_HEADING

    def _is_blank(self, index: int) -> bool:
        return index >= 0 and self._paragraphs.has(index) and not self._words(index).strip()

    def ends_paragraph(self, index: int) -> bool:
        """Return whether what stands at ``index`` ends there; the next line may go on with it."""
        following = index + 1
        if not self._paragraphs.has(following):
            return True
        return not (self._paragraphs.continued(following) or self._goes_on(following))

    def _goes_on(self, index: int) -> bool:
        """Return whether a hard-wrapped line goes on from the one before."""
        return bool(self._wrapped and index and not self._ends(index - 1))

    def marks_length(self, index: int) -> int:
        """Return how many code points of Markdown marks a heading begins with."""
        match = _MARKS.match(self._words(index))
        return match.end() if match else 0

    def _words(self, index: int) -> str:
        return self._paragraphs[index].of(self._text)

    def _ends(self, index: int) -> bool:
        """Return whether the line at ``index`` ends what it says."""
        text = self._words(index)
        if index == self._title or _HEADING.match(text) or _is_byline(text) or _is_caption(text):
            return True
        return not text.strip() or bool(FULL_STOP.search(text))

    def _find_title(self) -> int:
        for index in range(20):
            if not self._paragraphs.has(index):
                break
            text = self._words(index).strip()
            if not text:
                continue
            last = not self._paragraphs.has(index + 1)
            alone = last or not self._words(index + 1).strip()
            short = len(text) <= _TITLE_LENGTH and not FULL_STOP.search(text)
            return index if short and (alone or not _PAUSE.search(text)) else -1
        return -1


def _is_byline(text: str) -> bool:
    return len(text) <= _BYLINE_LENGTH and _BYLINE.match(text) is not None


def _is_caption(text: str) -> bool:
    return len(text) <= _CAPTION_LENGTH and bool(_SHOWN.match(text) or _TAKEN.search(text))
