"""What each paragraph of an article is, told from the source alone: title, heading, body."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.paragraphs import Paragraphs

_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_MARKS = re.compile(r"#{1,6}[ \t]+")
_PAUSE = re.compile("[，。、；,;]")
_FULL_STOP = re.compile("[。！？；：!?…][”’」』）]*\\s*$")
_TITLE_LENGTH = 40
# A hard-wrapped column is narrow, and most of its lines stop in mid-sentence.
_WRAP_SAMPLE = 300
_WRAP_WIDTH = 60
_WRAP_SHARE = 0.5


class ParagraphStyle(Enum):
    """How a paragraph is set."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    FLUSH = "flush"
    """Body without a first-line indent: it goes on from the line before, or brings its own."""
    BLANK = "blank"


class Structure:
    """Tells the style of each paragraph of one text."""

    def __init__(self, text: str, paragraphs: Paragraphs) -> None:
        """Look at the beginning of the text; each paragraph is judged when asked for."""
        self._text = text
        self._paragraphs = paragraphs
        self._wrapped = self._is_hard_wrapped()
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
        if self._paragraphs.continued(index) or text[0].isspace():
            return ParagraphStyle.FLUSH
        if self._wrapped and index and not self._ends(index - 1):
            return ParagraphStyle.FLUSH
        return ParagraphStyle.BODY

    def marks_length(self, index: int) -> int:
        """Return how many code points of Markdown marks a heading begins with."""
        match = _MARKS.match(self._words(index))
        return match.end() if match else 0

    def _words(self, index: int) -> str:
        return self._paragraphs[index].of(self._text)

    def _ends(self, index: int) -> bool:
        """Return whether the line at ``index`` ends what it says."""
        text = self._words(index)
        return not text.strip() or bool(_FULL_STOP.search(text))

    def _find_title(self) -> int:
        for index in range(min(len(self._paragraphs), 20)):
            text = self._words(index).strip()
            if not text:
                continue
            last = index + 1 >= len(self._paragraphs)
            alone = last or not self._words(index + 1).strip()
            short = len(text) <= _TITLE_LENGTH and not _FULL_STOP.search(text)
            return index if short and (alone or not _PAUSE.search(text)) else -1
        return -1

    def _is_hard_wrapped(self) -> bool:
        broken = lines = 0
        for index in range(min(len(self._paragraphs), _WRAP_SAMPLE) - 1):
            length = len(self._words(index).strip())
            if not length:
                continue
            lines += 1
            following = self._words(index + 1).strip()
            broken += bool(length <= _WRAP_WIDTH and following and not self._ends(index))
        return lines > 4 and broken > lines * _WRAP_SHARE
