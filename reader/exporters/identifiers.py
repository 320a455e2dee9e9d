"""Names that a format lets a thing have, made of names that may be anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Identifiers:
    """Gives each name an identifier of its own: ASCII letters, digits and ``_``, a letter first.

    The same name always gets the same one, and what is an identifier already stays as it is,
    unless it is reserved or another name got it first.
    """

    def __init__(self, names: Iterable[str], reserved: Iterable[str] = (), extra: str = "") -> None:
        """Give identifiers to names.

        Args:
            names: The names.
            reserved: Identifiers that none of them may get.
            extra: Other characters that an identifier may hold, but not begin with.
        """
        self._given: dict[str, str] = {}
        self._allowed = re.compile(rf"[A-Za-z0-9_{re.escape(extra)}]")
        taken = set(reserved)
        for name in dict.fromkeys(names):
            plain = "".join(
                char if self._allowed.fullmatch(char) else f"_{ord(char):x}_" for char in name
            )
            given = plain if re.match("[A-Za-z]", plain) else f"x{plain}"
            while given in taken:
                given += "_"
            taken.add(given)
            self._given[name] = given

    def __getitem__(self, name: str) -> str:
        """Return the identifier of one of the names."""
        return self._given[name]
