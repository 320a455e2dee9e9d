"""Go to: a character, a share, a paragraph or a tag of the article, said in a few keys."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from reader.language import tr
from reader.text.folding import fold
from reader.text.paragraphs import LINE_END, Paragraphs
from reader.text.span import Span
from reader.ui.dialogs.overlay import Overlay, Row
from reader.ui.panels.elements import UNKNOWN_COLOUR, sans_faces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.annotation.annotation import Annotation
    from reader.text.view import ScriptView
    from reader.ui.reading.surface import ReadingSurface
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_SHOWN: Final = 100
_WORDS: Final = 32
_QUOTE: Final = 60
# Python refuses to read a number of thousands of digits, and no place has one.
_OFFSET: Final = re.compile(r"\d[\d,_ ]{0,40}")
_SHARE: Final = re.compile(r"(\d+(?:\.\d+)?) ?%")
_PARAGRAPH: Final = re.compile(r"[¶p§] ?(\d{1,20})|第? ?(\d{1,20}) ?段", re.IGNORECASE)
_NUMBER: Final = re.compile(r"# ?(\d{1,20})")
_PLACE_KEY, _TAG_KEY = "place ", "tag "


class GoTo(Overlay):
    """Shows what lies at the place that is typed; the text moves only when it is chosen."""

    def __init__(
        self, window: QWidget, session: Session, surface: ReadingSurface, theme: Theme
    ) -> None:
        """Go about in the article that a surface shows; there must be one."""
        super().__init__(window, theme)
        assert session.workspace is not None
        assert session.article is not None
        self._surface = surface
        self._session = session
        self._article = session.article
        self._workspace = session.workspace
        script = self._workspace.script(self._article.id)
        self._families = tuple(sans_faces(script))
        self._tags = self._workspace.index(self._article.id).in_order()
        self._words: list[str] = []
        self._starts: list[int] = []
        self._hint = ""
        self.setObjectName("goTo")
        self.setAccessibleName(self.tr("Go to"))
        self.field.setObjectName("goToField")
        self.field.setAccessibleName(self.tr("Character, share, paragraph or tag"))
        self.field.setPlaceholderText(self.tr("Go to…"))
        self.view.setObjectName("goToList")
        self.view.setAccessibleName(self.tr("Places"))

    # What lies there

    def rows_for(self, query: str) -> Sequence[Row]:
        """Return the place that is meant, and the tags with the words typed."""
        self._hint = ""
        # Full-width digits, commas and signs mean the same.
        asked = unicodedata.normalize("NFKC", query).strip()
        if not asked:
            self._hint = self.tr(
                "A character (12,345), a share (40%), a paragraph (¶12), a tag (#3) "
                "or words of a tag."
            )
            return ()
        if match := _NUMBER.fullmatch(asked):
            return self._numbered(int(match[1]))
        places = self._places(asked)
        found = [*places, *self._with_words(query.strip())]
        if not found and not self._hint:
            self._hint = self.tr("No tag of this article has these words.")
        return found[:_SHOWN]

    def hint_for(self, query: str, rows: Sequence[Row]) -> str:  # noqa: ARG002
        """Return what can be typed, or why there is no such place."""
        return self._hint

    def _places(self, asked: str) -> list[Row]:
        length = len(self._article.text)
        if _OFFSET.fullmatch(asked):
            offset = int(re.sub(r"\D", "", asked))
            if offset > length:
                self._hint = self.tr("The article has {count} characters.").format(
                    count=f"{length:,}"
                )
                return []
            said = self.tr("Character {offset} of {count}")
            return [self._place(offset, said.format(offset=f"{offset:,}", count=f"{length:,}"))]
        if match := _SHARE.fullmatch(asked):
            share = float(match[1])
            if share > 100:
                self._hint = self.tr("The article ends at 100%.")
                return []
            offset = min(length, round(length * share / 100))
            said = self.tr("{share}%, character {offset} of {count}")
            words = said.format(share=match[1], offset=f"{offset:,}", count=f"{length:,}")
            return [self._place(offset, words)]
        if match := _PARAGRAPH.fullmatch(asked):
            return self._paragraph(int(match[1] or match[2]))
        return []

    def _paragraph(self, number: int) -> list[Row]:
        starts = self._starts = self._starts or _paragraph_starts(self._view())
        if not 1 <= number <= len(starts):
            said = self.tr("The article has {count} paragraphs.")
            self._hint = said.format(count=f"{len(starts):,}")
            return []
        said = self.tr("Paragraph {number} of {count}")
        words = said.format(number=f"{number:,}", count=f"{len(starts):,}")
        return [self._place(starts[number - 1], words)]

    def _place(self, offset: int, said: str) -> Row:
        view = self._view()
        end = len(view.source)
        if offset < end:
            words = view.text_of(Span(offset, min(end, offset + _WORDS)))
        else:
            words = "…" + view.text_of(Span(max(0, end - _WORDS // 2), end))
        shown = LINE_END.sub("⏎", words)
        return Row(f"{_PLACE_KEY}{offset}", said, shown, families=self._families)

    def _view(self) -> ScriptView:
        view = self._session.view()
        assert view is not None
        return view

    def _numbered(self, number: int) -> list[Row]:
        if 1 <= number <= len(self._tags):
            return [self._tag(number - 1)]
        said = self.tr("The article has {count} tags.")
        self._hint = said.format(count=f"{len(self._tags):,}")
        return []

    def _with_words(self, words: str) -> list[Row]:
        """Return the tags whose quote or note has words, in any script."""
        if not self._words:
            self._words = [fold(f"{tag.quote}\n{tag.note}") for tag in self._tags]
        wanted = fold(words)
        rows: list[Row] = []
        for number, text in enumerate(self._words):
            if wanted in text:
                rows.append(self._tag(number))
                if len(rows) == _SHOWN:
                    break
        return rows

    def _tag(self, number: int) -> Row:
        tag = self._tags[number]
        kind = self._workspace.tag_set.get(tag.kind)
        quote = LINE_END.sub("⏎", tag.quote[:_QUOTE]) + ("…" if len(tag.quote) > _QUOTE else "")
        return Row(
            _TAG_KEY + tag.id,
            quote,
            tr(kind.label) if kind else tag.kind,
            f"#{number + 1:,}",
            colour=kind.colour if kind else UNKNOWN_COLOUR,
            families=self._families,
        )

    # Going there

    def take(self, row: Row) -> None:
        """Go to a place, or choose a tag and go to it."""
        surface = self._surface
        if self._session.article is not self._article:
            return
        if row.key.startswith(_TAG_KEY):
            tag = self._found(row.key.removeprefix(_TAG_KEY))
            if tag is not None:
                self._session.choose_annotation(tag.id)
                surface.reveal(tag.span)
        else:
            offset = self._character(int(row.key.removeprefix(_PLACE_KEY)))
            place = Span(offset, offset)
            surface.select(place)
            surface.reveal(place)
        surface.setFocus()

    def _found(self, annotation_id: str) -> Annotation | None:
        """Return a tag as it is by now: others may have moved or deleted it."""
        return self._workspace.annotations.get(annotation_id)

    def _character(self, offset: int) -> int:
        """Return where the character that an offset lies in begins."""
        if offset >= len(self._article.text):
            return offset
        surface = self._surface
        return surface.step(surface.step(offset, 1), -1)


def _paragraph_starts(view: ScriptView) -> list[int]:
    """Return where the paragraphs that say something begin; a long one counts once."""
    text = view.flat.source
    paragraphs = Paragraphs(text)
    return [
        view.from_flat(Span(span.start, span.start)).start
        for number, span in enumerate(paragraphs)
        if not paragraphs.continued(number) and span.of(text).strip()
    ]
