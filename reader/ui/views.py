"""The views of articles in other scripts, kept while the reader goes between them."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from reader.text.cleaned_view import CleanedView
from reader.text.view import ScriptView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.article import Article
    from reader.text.cleaning.cleaned import Cleaned
    from reader.text.glossary import Corrections

# Views are kept up to this many source code points in all, the newest first.
_KEPT: Final = 8_000_000


class Views:
    """Makes views, and keeps those that were asked for last."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: OrderedDict[tuple[str, str | None, int, int], ScriptView] = OrderedDict()

    def of(
        self,
        article: Article,
        config: str | None,
        corrections: Corrections,
        cleaned: Cleaned | None,
    ) -> ScriptView:
        """Return the view of an article: the same one for the same objects.

        Args:
            article: The article.
            config: OpenCC's configuration; ``None`` shows the text as it is.
            corrections: What is corrected.
            cleaned: What is left of its text; ``None`` is all.
        """
        # By identity: panels ask for every row, and hashing all of them takes longer
        # than the rest. The view holds them, so that no others get their number.
        key = article.id, config, id(corrections), id(cleaned)
        if key not in self._kept:
            if cleaned is None:
                self._kept[key] = ScriptView(article.text, config, corrections)
            else:
                self._kept[key] = CleanedView(cleaned, config, corrections)
            while len(self._kept) > 1 and self._weight() > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def corrections(self) -> Iterator[Corrections]:
        """Yield what is corrected in each that is kept."""
        return (view.corrections for view in self._kept.values())

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()

    def _weight(self) -> int:
        return sum(len(view.source) for view in self._kept.values())
