"""Tag sets: the kinds of tag, how they look, and the attributes they carry."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AttributeValue = str | int | float
"""What an attribute holds."""

# An input method writes １，０００ and ９．５; what they stand for is 0xFEE0 lower.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


class AttributeType(StrEnum):
    """What an attribute's value is."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    CHOICE = "choice"


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
    """

    name: str
    label: str
    type: AttributeType = AttributeType.TEXT
    choices: tuple[str, ...] = ()

    def parse(self, text: str) -> AttributeValue | None:
        """Read a value as the user wrote it; ``None`` where nothing is written.

        Raises:
            InvalidAttributeError: If it is not of the attribute's type.
        """
        text = text.strip()
        if not text:
            return None
        if self.type is AttributeType.CHOICE and text not in self.choices:
            msg = f"{self.label} is one of {', '.join(self.choices)}, not “{text}”."
            raise InvalidAttributeError(msg)
        if self.type in (AttributeType.NUMBER, AttributeType.INTEGER):
            return self._parse_number(text)
        return text

    def _parse_number(self, text: str) -> int | float:
        plain = text.translate(_HALF_WIDTH).replace(",", "").replace("_", "")
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
        what = "a whole number" if self.type is AttributeType.INTEGER else "a number"
        msg = f"{self.label} is {what}, not “{text}”."
        raise InvalidAttributeError(msg)


@dataclass(frozen=True, slots=True)
class TagKind:
    """One kind of tag.

    Attributes:
        name: The key it is stored and exported under.
        label: What the user reads.
        colour: ``#rrggbb``.
        key: The key that tags a selection.
        attributes: What its tags carry.
    """

    name: str
    label: str
    colour: str
    key: str
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute of that name, if the kind has it."""
        return next((one for one in self.attributes if one.name == name), None)


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

    def to_json(self) -> dict[str, Any]:
        """Return the tag set as it stands in ``workspace.json``."""
        return {
            "kinds": [
                {
                    "name": kind.name,
                    "label": kind.label,
                    "colour": kind.colour,
                    "key": kind.key,
                    "attributes": [_attribute_json(attribute) for attribute in kind.attributes],
                }
                for kind in self.kinds
            ]
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> TagSet:
        """Read a tag set.

        Raises:
            KeyError, TypeError, ValueError: If it is not one.
        """
        return cls(
            tuple(
                TagKind(
                    name=str(kind["name"]),
                    label=str(kind["label"]),
                    colour=str(kind["colour"]),
                    key=str(kind["key"]),
                    attributes=tuple(_attribute_from(one) for one in kind["attributes"]),
                )
                for kind in data["kinds"]
            )
        )


def _attribute_json(attribute: Attribute) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": attribute.name,
        "label": attribute.label,
        "type": attribute.type.value,
    }
    if attribute.choices:
        data["choices"] = list(attribute.choices)
    return data


def _attribute_from(data: Mapping[str, Any]) -> Attribute:
    return Attribute(
        name=str(data["name"]),
        label=str(data["label"]),
        type=AttributeType(data["type"]),
        choices=tuple(str(choice) for choice in data.get("choices", ())),
    )


# The colours are told apart by readers with any common colour vision (after
# Okabe and Ito 2008, darkened to stand on paper).
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
            "#00795a",
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
