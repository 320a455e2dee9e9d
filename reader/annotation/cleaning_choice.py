"""Which clean-ups of an article's text its readers accepted: one of the article's details.

It says kinds, and the few of these kinds that are refused all the same: what the kinds are
worth in a text is found again each time, so an article with thousands of joined lines has a
line of JSON. It is kept as a field of the details by its name, so it is merged with the
others, field by field, and a program that does not know it keeps it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from reader.annotation.json_values import offset, text
from reader.text.cleaning.cleanup import CleanupKind
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotation.operation import ArticleDetails
    from reader.text.cleaning.cleanup import Cleanup

FIELD: Final = "cleaning"
"""The name of the field."""


@dataclass(frozen=True, slots=True)
class CleaningChoice:
    """What a reader wants cleaned up.

    Attributes:
        kinds: The kinds accepted; those of a newer program are kept.
        refused: The places of single ones of these kinds that are refused, in order.
    """

    kinds: frozenset[str] = frozenset()
    refused: tuple[Span, ...] = field(default=())

    @classmethod
    def of(cls, accepted: Iterable[Cleanup], refused: Iterable[Cleanup]) -> CleaningChoice:
        """Return the choice of some clean-ups and not of others.

        A kind of which none is accepted is not among the kinds.
        """
        kinds = frozenset(one.kind.value for one in accepted)
        places = sorted(one.span for one in refused if one.kind.value in kinds)
        return cls(kinds, tuple(places))

    @property
    def accepted(self) -> frozenset[CleanupKind]:
        """The kinds that this program knows."""
        return frozenset(kind for kind in CleanupKind if kind.value in self.kinds)

    def to_json(self) -> dict[str, Any]:
        """Return it as it stands in a journal."""
        data: dict[str, Any] = {"kinds": sorted(self.kinds)}
        if self.refused:
            data["refused"] = [[span.start, span.end] for span in self.refused]
        return data

    @classmethod
    def from_json(cls, data: Any) -> CleaningChoice:  # noqa: ANN401  JSON is anything
        """Read a choice.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: If it is none.
        """
        spans = (Span(offset(start), offset(end)) for start, end in data.get("refused", []))
        return cls(frozenset(map(text, data["kinds"])), tuple(sorted(spans)))


def choice_of(details: ArticleDetails) -> CleaningChoice | None:
    """Return what was chosen for an article; ``None`` where nobody was asked.

    What cannot be read, as a newer program wrote it, is as if nobody was.
    """
    for name, value in details.unknown:
        if name == FIELD:
            try:
                return CleaningChoice.from_json(json.loads(value))
            except (AttributeError, KeyError, TypeError, ValueError):
                return None
    return None


def with_choice(details: ArticleDetails, choice: CleaningChoice | None) -> ArticleDetails:
    """Return the details with another choice."""
    value = None if choice is None else json.dumps(choice.to_json())
    return details.with_fields({FIELD: value})
