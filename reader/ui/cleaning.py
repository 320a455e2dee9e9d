"""What is cleaned up in the article shown: the proposals, the choice, and the text that follows.

The choice is the workspace's (``reader/annotation/cleaning_choice.py``); what it leaves of the
text is made of it anew, so nothing of that is stored. Whether the reader looks at the cleaned
text or at the source is a matter of this window.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotation.cleaning_choice import CleaningChoice
    from reader.annotation.operation import ArticleDetails
    from reader.text.article import Article
    from reader.text.cleaning.cleaned import Cleaned
    from reader.text.cleaning.cleanup import Cleanup

# Looking through as many code points takes a few tens of milliseconds; for more a worker does.
_AT_ONCE: Final = 20_000
_KEPT: Final = 8


class Cleaning:
    """Holds what is proposed for the articles looked at last, and what became of their texts.

    Attributes:
        on: Whether articles are shown cleaned up, as far as that was chosen for them.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self.on = True
        self._found: OrderedDict[str, Sequence[Cleanup]] = OrderedDict()
        # With what the details say, as it is written: panels ask for every row.
        self._made: OrderedDict[str, tuple[str, Cleaned | None]] = OrderedDict()

    def proposals(self, article: Article) -> Sequence[Cleanup] | None:
        """Return what is proposed; ``None`` where a worker has to find it first."""
        found = self._found.get(article.id)
        if found is None and len(article.text) <= _AT_ONCE:
            from reader.text.cleaning.propose import propose

            found = propose(article.text)
            self.put(article.id, found)
        return found

    def put(self, article_id: str, found: Sequence[Cleanup]) -> None:
        """Take what a worker found for an article."""
        self._found[article_id] = found
        if len(self._found) > _KEPT:
            self._found.popitem(last=False)

    def cleaned(self, article: Article, details: ArticleDetails) -> Cleaned | None:
        """Return what is left of an article; ``None`` where it is to be read as it is.

        The same choice gives the same object.
        """
        if not (self.on and details.unknown):
            return None
        from reader.annotation.cleaning_choice import FIELD, choice_of

        written = dict(details.unknown).get(FIELD, "")
        made = self._made.get(article.id)
        if made is None or made[0] != written:
            choice = choice_of(details)
            if choice is None or not choice.accepted:
                return None
            found = self.proposals(article)
            if found is None:
                return None
            made = self._made[article.id] = written, _made(article, found, choice)
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made[1]


def _made(article: Article, found: Sequence[Cleanup], choice: CleaningChoice) -> Cleaned | None:
    from reader.text.cleaning.cleaned import Cleaned
    from reader.text.cleaning.propose import chosen

    cleaned = Cleaned.of(article.text, chosen(found, choice.accepted, frozenset(choice.refused)))
    return None if cleaned.changes_nothing else cleaned
