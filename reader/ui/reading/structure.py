"""What each paragraph of an article is, told from the source alone: title, heading, body."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from reader.text.wrapping import FULL_STOP, is_hard_wrapped

if TYPE_CHECKING:
    from reader.text.paragraphs import Paragraphs

_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_MARKS = re.compile(r"#{1,6}[ \t]+")
_PAUSE = re.compile("[，。、；,;]")
_TITLE_LENGTH = 40


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
        if self._paragraphs.continued(index) or text[0].isspace():
            return ParagraphStyle.FLUSH
        if self._goes_on(index):
            return ParagraphStyle.FLUSH
        return ParagraphStyle.BODY

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
