"""OpenCC's algorithm once more, in plain Python, as an oracle for text and boundaries.

It reads the installed configurations and dictionaries, segments by longest match
(an unmatched run is one segment), and sends each segment through the stages of
the chain: within a group that short-circuits, the first dictionary with any match
wins; within a union, the longest match. Ideographic description sequences are
left out: no text that is compared here holds one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reader.text.dictionaries import entries, read_config
from reader.text.forms import undone

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def dictionary(name: str) -> tuple[tuple[str, str], ...]:
    """Return the entries of an installed dictionary, dumped once."""
    return tuple(entries(f"{name}.ocd2"))


class Table:
    """Keys and values, matched by longest prefix."""

    def __init__(self, pairs: dict[str, str]) -> None:
        self.values = pairs
        self._lengths: dict[str, list[int]] = {}
        for key in pairs:
            lengths = self._lengths.setdefault(key[0], [])
            if len(key) not in lengths:
                lengths.append(len(key))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def longest_key(self, text: str, start: int) -> str | None:
        for length in self._lengths.get(text[start : start + 1], ()):
            if text[start : start + length] in self.values:
                return text[start : start + length]
        return None


@dataclass(frozen=True)
class Token:
    """What one match (or one unmatched character) became."""

    key: str
    value: str


class Replay:
    """One configuration of OpenCC, without the dictionaries of rare output (tofu)."""

    def __init__(self, name: str, *, last_stage_only: bool = False) -> None:
        config = read_config(name)
        chain = [_tables(stage["dict"]) for stage in config["conversion_chain"]]
        self._normalization = [_tables(stage["dict"]) for stage in config["normalization"]]
        self._segmentation = (
            _tables(config["segmentation"]["dict"])
            if "segmentation" in config and not last_stage_only
            else None
        )
        self._chain = chain[-1:] if last_stage_only else chain

    def convert(self, text: str) -> tuple[str, list[list[int]]]:
        """Return the converted text and ``[source_start, source_end, view_start, view_end]``
        of every match that changed its length."""
        for tables in self._normalization:
            text = "".join(token.value for token in _tokens(text, tables))
        texts: list[str] = []
        blocks: list[list[int]] = []
        source = view = 0
        for segment in self._segments(text):
            converted, inner = self._through_chain(segment)
            blocks += [[a + source, b + source, c + view, d + view] for a, b, c, d in inner]
            source += len(segment)
            view += len(converted)
            texts.append(converted)
        return "".join(texts), blocks

    def _through_chain(self, segment: str) -> tuple[str, list[list[int]]]:
        changes: list[list[list[int]]] = []
        for tables in self._chain:
            tokens = list(_tokens(segment, tables))
            changes.append(_changes(tokens))
            segment = "".join(token.value for token in tokens)
        # One stage at most changes lengths, so its offsets are the source's
        # before it and the view's after it.
        changing = [blocks for blocks in changes if blocks]
        assert len(changing) <= 1
        return segment, changing[0] if changing else []

    def _segments(self, text: str) -> Iterator[str]:
        if self._segmentation is None:
            yield text
            return
        unmatched = ""
        for token, matched in _matches(text, self._segmentation):
            if not matched:
                unmatched += token.key
                continue
            if unmatched:
                yield unmatched
            unmatched = ""
            yield token.key
        if unmatched:
            yield unmatched


def _tokens(text: str, tables: list[Table]) -> Iterator[Token]:
    return (token for token, _ in _matches(text, tables))


def _matches(text: str, tables: list[Table]) -> Iterator[tuple[Token, bool]]:
    start = 0
    while start < len(text):
        for table in tables:
            key = table.longest_key(text, start)
            if key is not None:
                yield Token(key, table.values[key]), True
                start += len(key)
                break
        else:
            yield Token(text[start], text[start]), False
            start += 1


def _changes(tokens: list[Token]) -> list[list[int]]:
    blocks = []
    source = view = 0
    for token in tokens:
        if len(token.key) != len(token.value):
            blocks.append([source, source + len(token.key), view, view + len(token.value)])
        source += len(token.key)
        view += len(token.value)
    return blocks


def _tables(node: dict[str, Any]) -> list[Table]:
    if node["type"] != "group":
        return [] if node.get("may_output_tofu") else [_table(node["file"])]
    if node["match_policy"] == "union":
        return [_union(tuple(child["file"] for child in node["dicts"]))]
    return [table for child in node["dicts"] for table in _tables(child)]


@cache
def _table(file: str) -> Table:
    return Table(dict(dictionary(file.removesuffix(".ocd2"))))


@cache
def _union(files: tuple[str, ...]) -> Table:
    pairs: dict[str, str] = {}
    for file in reversed(files):
        pairs.update(dictionary(file.removesuffix(".ocd2")))
    return Table(pairs)


class Chained:
    """Forms of a region undone, and then another configuration."""

    def __init__(self, region: str, last: Replay) -> None:
        self._forms = [Table(dict(undone(region)))]
        self._last = last

    def convert(self, text: str) -> tuple[str, list[list[int]]]:
        """Convert as :meth:`Replay.convert` does."""
        return self._last.convert("".join(token.value for token in _tokens(text, self._forms)))


CHAINED = {
    "tw2hk": ("tw", "t2hk"),
    "tw2hkp": ("tw", "t2hkp"),
    "hk2tw": ("hk", "t2tw"),
    "hk2twp": ("hk", "t2twp"),
    "mixed2s": ("tw", "t2s"),
    "mixed2hk": ("tw", "s2hk"),
    "mixed2hkp": ("tw", "s2hkp"),
}


@cache
def replay(config: str) -> Replay | Chained:
    """Return the shared replay of a configuration of ours."""
    if config in CHAINED:
        region, base = CHAINED[config]
        last = replay(base)
        assert isinstance(last, Replay)
        return Chained(region, last)
    if config in ("t2twp", "t2hkp"):
        return Replay(f"s{config[1:]}", last_stage_only=True)
    return Replay(config)
