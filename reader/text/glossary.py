"""Corrections of the conversion: words that are shown as someone has said, whatever OpenCC says.

A correction beats OpenCC in every stage and comes out verbatim: its words are
taken out of the text before OpenCC sees it, the longest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from reader.assets import resource
from reader.language import tr
from reader.text.paragraphs import LINE_END
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 64
"""Length of the longest words that a correction may have, in code points."""

# The view is cut into chunks at these, and a correction must not lie across a cut.
_FORBIDDEN = re.compile(
    "[。，、；：！？“”‘’「」『』《》（）\\s\0\ud800-\udfff\U0010f000-\U0010fffd]"
)
_COLUMNS = 3


class InvalidCorrectionError(ValueError):
    """A correction that cannot be made; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that are shown otherwise than OpenCC would.

    Attributes:
        words: The words as they stand in the source.
        shown: What is shown for them; the same words where they must never be converted.
        scripts: The scripts it holds for; empty for every script but the original.
        unknown: Names of fields of a newer format, and their values as JSON.

    Raises:
        InvalidCorrectionError: If a side is empty, too long, or holds punctuation or white space.
    """

    words: str
    shown: str
    scripts: frozenset[Script] = frozenset()
    unknown: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be found or shown."""
        for side in (self.words, self.shown):
            if not side:
                raise InvalidCorrectionError(
                    tr("A correction needs both the words and what is shown.")
                )
            if len(side) > LONGEST:
                msg = tr(
                    "“{side}…” is longer than the {length} characters of a correction."
                ).format(side=side[:12], length=LONGEST)
                raise InvalidCorrectionError(msg)
            if _FORBIDDEN.search(side):
                msg = tr(
                    "“{side}” holds punctuation or white space; a correction is of words alone."
                ).format(side=side)
                raise InvalidCorrectionError(msg)
        if Script.ORIGINAL in self.scripts:
            raise InvalidCorrectionError(tr("The original is never converted, so never corrected."))

    def holds_for(self, script: Script) -> bool:
        """Return whether the correction is made in a script."""
        return script is not Script.ORIGINAL and (not self.scripts or script in self.scripts)

    def as_line(self) -> str:
        """Return the correction as a line of a glossary file, without its end."""
        return "\t".join((self.words, self.shown, " ".join(sorted(self.scripts))))


class Corrections:
    """The corrections made in one script: what each words become.

    Two of the same content are equal, so that a view can be kept by them.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        """Take pairs of words and what is shown; the last of the same words counts."""
        self.pairs = tuple(sorted(dict(pairs).items()))
        self._shown = dict(self.pairs)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.pairs)

    def __eq__(self, other: object) -> bool:
        """Compare by content."""
        return isinstance(other, Corrections) and self.pairs == other.pairs

    def __hash__(self) -> int:
        """Hash by content."""
        return hash(self.pairs)

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """The words by their first character, the longest first."""
        words: dict[str, list[str]] = {}
        for one in sorted(self._shown, key=len, reverse=True):
            words.setdefault(one[0], []).append(one)
        return words

    @cached_property
    def _first(self) -> re.Pattern[str]:
        """Matches where words may begin: at a first character with a second one after it."""
        alone = [words for words in self._shown if len(words) == 1]
        longer = [words for words in self._shown if len(words) > 1]
        seconds = _one_of(words[1] for words in longer)
        return re.compile(f"{_one_of(alone)}|{_one_of(words[0] for words in longer)}(?={seconds})")

    def found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield ``(start, end, shown)`` of each correction's words, in order and apart.

        One pattern of all the words would try each of them at each place.
        """
        done = 0
        for match in self._first.finditer(text):
            start = match.start()
            if start < done:
                continue
            for words in self._by_first[match.group()]:
                if text.startswith(words, start):
                    done = start + len(words)
                    yield start, done, self._shown[words]
                    break


def _one_of(characters: Iterable[str]) -> str:
    """Return a pattern for one of some characters; it matches nothing where there are none."""
    found = "".join(sorted(set(characters)))
    return f"[{re.escape(found)}]" if found else "(?!)"


NO_CORRECTIONS = Corrections()
"""OpenCC alone."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Corrections in an order: a later one of the same words and script counts."""

    entries: tuple[Correction, ...] = ()

    @staticmethod
    @cache
    def shipped() -> Glossary:
        """Return the glossary of known errors that comes with the product."""
        return Glossary.parse(resource("glossary.tsv").read_text("utf-8"))

    @classmethod
    def parse(cls, text: str) -> Glossary:
        """Read a glossary file: words, what is shown, scripts; separated by tabs.

        The scripts are BCP 47 tags separated by spaces; none stands for every
        script. Empty lines and lines that begin with ``#`` say nothing.

        Raises:
            InvalidCorrectionError: If a line is no correction; the message tells which.
        """
        entries = []
        for number, line in enumerate(LINE_END.split(text.removeprefix("\ufeff")), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    entries.append(_parse_line(line))
                except InvalidCorrectionError as error:
                    msg = tr("Line {number} of the glossary: {error}").format(
                        number=number, error=error
                    )
                    raise InvalidCorrectionError(msg) from error
        return cls(tuple(entries))

    def format(self) -> str:
        """Return the glossary as a file that :meth:`parse` reads."""
        return "".join(f"{entry.as_line()}\n" for entry in self.entries)

    def __add__(self, stronger: Glossary) -> Glossary:
        """Return both; where they differ, the right one counts."""
        return Glossary(self.entries + stronger.entries)

    def corrections(self, script: Script) -> Corrections:
        """Return what is corrected in a script."""
        return Corrections(
            (entry.words, entry.shown) for entry in self.entries if entry.holds_for(script)
        )


def _parse_line(line: str) -> Correction:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 1 < len(cells) <= _COLUMNS:
        msg = tr("words, what is shown and the scripts are separated by tabs.")
        raise InvalidCorrectionError(msg)
    scripts = cells[2].split() if len(cells) == _COLUMNS else []
    known = {script.value for script in Script}
    for script in scripts:
        if script not in known:
            raise InvalidCorrectionError(
                tr("“{script}” is no script; there are {names}.").format(
                    script=script, names=_names()
                )
            )
    return Correction(cells[0], cells[1], frozenset(map(Script, scripts)))


def _names() -> str:
    return ", ".join(script.value for script in Script if script is not Script.ORIGINAL)
