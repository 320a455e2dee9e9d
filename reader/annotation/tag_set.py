"""Tag sets: the kinds of tag, how they look, and the attributes they carry."""

from __future__ import annotations

import datetime
import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from reader.annotation.json_values import Unknown, Value, known, offset, text, unknown
from reader.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AttributeValue = Value
"""What an attribute holds."""

# An input method writes １，０００ and ９．５; what they stand for is 0xFEE0 lower.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# 2026, 2026-11, 2026-11-22, 2026/11/22, 2026.11.22, 2026年, 2026年11月, 2026年11月22日
_DATE = re.compile(
    r"(\d{4})(?:年|(?:-|/|\.|年)(\d{1,2})(?:月|(?:-|/|\.|月)(\d{1,2})日?)?)?", re.ASCII
)
_KIND = frozenset(["name", "label", "colour", "key", "attributes", "parent", "order"])
_ATTRIBUTE = frozenset(["name", "label", "type", "choices"])

YES: Final = mark("yes")
NO: Final = mark("no")
_YES_NO = {
    **dict.fromkeys(["yes", "y", "true", "1", "是", "有"], YES),
    **dict.fromkeys(["no", "n", "false", "0", "否", "无", "無"], NO),
}


class AttributeType(StrEnum):
    """What an attribute's value is.

    A date is kept as text in ISO 8601, as exactly as it is known: ``2026``, ``2026-11`` or
    ``2026-11-22``. What is yes or no is kept as one of these two texts.
    """

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    CHOICE = "choice"
    DATE = "date"
    YES_NO = "yes_no"


class InvalidAttributeError(ValueError):
    """A value that does not fit its attribute; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a tag kind.

    Attributes:
        name: The key it is stored and exported under.
        label: What the user reads.
        type: What its value is.
        choices: The values of a choice, in the order shown.
        unknown: Fields of a newer format, kept as they were read.
    """

    name: str
    label: str
    type: AttributeType = AttributeType.TEXT
    choices: tuple[str, ...] = ()
    unknown: Unknown = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The texts of which a value is one, in the order shown; none where it is any."""
        if self.type is AttributeType.YES_NO:
            return (YES, NO)
        return self.choices if self.type is AttributeType.CHOICE else ()

    def parse(self, written: str) -> AttributeValue | None:
        """Read a value as the user wrote it; ``None`` where nothing is written.

        Raises:
            InvalidAttributeError: If it is not of the attribute's type.
        """
        written = written.strip()
        if not written:
            return None
        match self.type:
            case AttributeType.NUMBER | AttributeType.INTEGER:
                return self._parse_number(written)
            case AttributeType.DATE:
                return self._parse_date(written)
            case AttributeType.YES_NO:
                value = _YES_NO.get(written.translate(_HALF_WIDTH).casefold())
            case AttributeType.CHOICE:
                value = written if written in self.choices else None
            case _:
                value = written
        if value is None:
            msg = tr("{label} is one of {choices}, not “{written}”.").format(
                label=tr(self.label), choices=tr(", ").join(map(tr, self.values)), written=written
            )
            raise InvalidAttributeError(msg)
        return value

    def _parse_date(self, written: str) -> str:
        found = _DATE.fullmatch(written.translate(_HALF_WIDTH).replace(" ", ""))
        parts = [int(part) for part in found.groups() if part] if found else []
        try:
            # What is not said is the first.
            datetime.date(*[*parts, 1, 1][:3])
        except (TypeError, ValueError):
            msg = tr(
                "{label} is a date such as 2026-11-22, 2026-11 or 2026, not “{written}”."
            ).format(label=tr(self.label), written=written)
            raise InvalidAttributeError(msg) from None
        return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])

    def _parse_number(self, written: str) -> int | float:
        plain = written.translate(_HALF_WIDTH).replace(",", "").replace("_", "")
        try:
            return int(plain)
        except ValueError:
            pass
        if self.type is AttributeType.NUMBER:
            try:
                number = float(plain)
            except ValueError:
                number = math.nan
            if math.isfinite(number):
                return number
        what = tr("a whole number") if self.type is AttributeType.INTEGER else tr("a number")
        msg = tr("{label} is {what}, not “{written}”.").format(
            label=tr(self.label), what=what, written=written
        )
        raise InvalidAttributeError(msg)

    def to_json(self) -> dict[str, Any]:
        """Return the attribute as it stands in a kind."""
        data: dict[str, Any] = {
            **known(self.unknown),
            "name": self.name,
            "label": self.label,
            "type": self.type.value,
        }
        if self.choices:
            data["choices"] = list(self.choices)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Attribute:
        """Read an attribute.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        return cls(
            name=_word(data["name"]),
            label=_word(data["label"]),
            type=AttributeType(data["type"]),
            choices=tuple(_word(choice) for choice in data.get("choices", ())),
            unknown=unknown(data, _ATTRIBUTE),
        )


@dataclass(frozen=True, slots=True)
class TagKind:
    """One kind of tag.

    Attributes:
        name: The key it is stored and exported under. It never changes; the label may.
        label: What the user reads.
        colour: ``#rrggbb``.
        key: The key that tags a selection; empty where there is none.
        attributes: What its tags carry.
        parent: The name of the broader kind that it is one of; empty where there is none.
        order: Its place among the kinds, the lowest first; ``None`` is where ``workspace.json``
            has it, or behind all.
        unknown: Fields of a newer format, kept as they were read.
    """

    name: str
    label: str
    colour: str
    key: str
    attributes: tuple[Attribute, ...] = ()
    parent: str = ""
    order: int | None = None
    unknown: Unknown = ()

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute of that name, if the kind has it."""
        return next((one for one in self.attributes if one.name == name), None)

    def to_json(self) -> dict[str, Any]:
        """Return the kind as it stands in ``workspace.json`` and in journals."""
        data: dict[str, Any] = {
            **known(self.unknown),
            "name": self.name,
            "label": self.label,
            "colour": self.colour,
            "key": self.key,
            "attributes": [attribute.to_json() for attribute in self.attributes],
        }
        if self.parent:
            data["parent"] = self.parent
        if self.order is not None:
            data["order"] = self.order
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> TagKind:
        """Read a kind.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        name, order = _word(data["name"]), data.get("order")
        return cls(
            name=name,
            label=_word(data["label"]),
            colour=text(data["colour"]),
            key=_word(data["key"]),
            attributes=tuple(Attribute.from_json(one) for one in data["attributes"]),
            parent=text(data.get("parent", "")),
            order=None if order is None else offset(order),
            unknown=unknown(data, _KIND),
        )


@dataclass(frozen=True, slots=True)
class TagSet:
    """The kinds of tag a workspace uses, in the order shown."""

    kinds: tuple[TagKind, ...]

    def __iter__(self) -> Iterator[TagKind]:
        """Yield the kinds in the order shown."""
        return iter(self.kinds)

    def get(self, name: str) -> TagKind | None:
        """Return the kind of that name, if there is one."""
        return next((kind for kind in self.kinds if kind.name == name), None)

    def children(self, name: str) -> tuple[TagKind, ...]:
        """Return the kinds right below a kind, in order; below ``""`` those that have no parent."""
        return tuple(kind for kind in self.kinds if kind.parent == name)

    def ancestors(self, name: str) -> tuple[TagKind, ...]:
        """Return the broader kinds that a kind is one of, the nearest first."""
        found: list[TagKind] = []
        kind = self.get(name)
        while kind is not None and (kind := self.get(kind.parent)) and kind not in found:
            found.append(kind)
        return tuple(found)

    def tree(self, below: str = "", depth: int = 0) -> Iterator[tuple[int, TagKind]]:
        """Yield every kind with how deep it stands, each behind the broader kind it is one of."""
        for kind in self.children(below):
            yield depth, kind
            yield from self.tree(kind.name, depth + 1)

    def to_json(self) -> dict[str, Any]:
        """Return the tag set as it stands in ``workspace.json``."""
        return {"kinds": [kind.to_json() for kind in self.kinds]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> TagSet:
        """Read a tag set.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        return cls(tuple(TagKind.from_json(kind) for kind in data["kinds"]))


def _word(value: object) -> str:
    """Return a text; a number that somebody wrote by hand (``"key": 1``) is taken as one."""
    return str(value) if type(value) is int else text(value)


# The colours are told apart whichever cones a reader lacks (after Okabe and Ito 2008,
# darkened to stand on paper); colours.py measures it.
DEFAULT_TAG_SET = TagSet(
    (
        TagKind(
            "metric",
            "Metric",
            "#0069a8",
            "1",
            (
                Attribute("value", "Value", AttributeType.NUMBER),
                Attribute("unit", "Unit"),
                Attribute(
                    "bound", "Bound", AttributeType.CHOICE, ("exact", "about", "over", "under")
                ),
                Attribute("measures", "Measures"),
            ),
        ),
        TagKind(
            "programme",
            "Programme",
            "#006b4b",
            "2",
            (Attribute("name", "Name"), Attribute("organiser", "Organiser")),
        ),
        TagKind(
            "honour",
            "Honour",
            "#b84a00",
            "3",
            (
                Attribute("title", "Title"),
                Attribute("awarded_by", "Awarded by"),
                Attribute("year", "Year", AttributeType.INTEGER),
                Attribute("status", "Status", AttributeType.CHOICE, ("awarded", "candidate")),
            ),
        ),
    )
)
"""Metrics, programmes and honours, as docs/tagging-guide.md defines them."""
