"""OpenCC with exact offsets: the one place that calls it.

``OpenCC.convert`` returns text alone. Two properties of its dictionaries make
the offsets exact all the same:

- In twelve of its configurations every entry keeps its length, so source and
  view offsets are the same number.
- In the others (regional vocabulary) only one dictionary changes lengths. Its
  values are given marks, a private code point that tells the key's length
  before and another after, and OpenCC reports its own boundaries.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import opencc

from reader.language import tr
from reader.text.alignment import Block
from reader.text.dictionaries import entries, read_config, share_folder
from reader.text.forms import undone
from reader.text.marking import MARK_BASE, MARK_END, VERIFIED, marked_config
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_log = logging.getLogger(__name__)

IDENTITY_CONFIGS: Final = (
    "s2t",
    "s2tw",
    "s2hk",
    "t2s",
    "t2tw",
    "t2hk",
    "tw2s",
    "tw2t",
    "hk2s",
    "hk2t",
)
"""Configurations of OpenCC that keep every code point's place, as this product uses them."""

# By configuration: the one dictionary that changes lengths, and the OpenCC
# configuration that ours is derived from. t2twp and t2hkp are ours: the last
# stage alone, for a text that is Traditional already.
_REGIONAL: Final = {
    "s2twp": ("TWPhrases.ocd2", "s2twp"),
    "s2hkp": ("HKPhrases.ocd2", "s2hkp"),
    "t2twp": ("TWPhrases.ocd2", "s2twp"),
    "t2hkp": ("HKPhrases.ocd2", "s2hkp"),
    "tw2sp": ("TWPhrasesRev.ocd2", "tw2sp"),
    "hk2sp": ("HKPhrasesRev.ocd2", "hk2sp"),
}
REGIONAL_CONFIGS: Final = tuple(_REGIONAL)
"""Configurations that replace regional vocabulary and so change lengths."""

# By configuration: the region whose forms are undone, and the configuration that follows.
# Both keep the other's offsets: the first keeps every place.
_CHAINED: Final = {
    "tw2hk": ("tw", "t2hk"),
    "tw2hkp": ("tw", "t2hkp"),
    "hk2tw": ("hk", "t2tw"),
    "hk2twp": ("hk", "t2twp"),
    "mixed2s": ("tw", "t2s"),
    "mixed2hk": ("tw", "s2hk"),
    "mixed2hkp": ("tw", "s2hkp"),
}
CHAINED_CONFIGS: Final = tuple(_CHAINED)
"""Configurations that undo another region's forms first, and then are what they name."""

_MARKED = re.compile(f"([\U0010f001-\U0010f0ff])([^{MARK_END}]*){MARK_END}")
# NUL makes OpenCC drop text, a lone surrogate has no UTF-8, and our own marks
# must not be read as the source's: these pass verbatim, the rest converts
# between them.
_VERBATIM = re.compile("[\0\ud800-\udfff\U0010f000-\U0010fffd]+")
_OWN_MARKS = re.compile("[\U0010f000-\U0010fffd]")


@dataclass(frozen=True, slots=True)
class Converted:
    """A converted text and the blocks where its length changed, in code points."""

    text: str
    blocks: tuple[Block, ...] = ()


class Converter:
    """One configuration of OpenCC. Made by :func:`converter`, which shares it."""

    __slots__ = ("_marks", "_pieces", "name", "notice")

    def __init__(self, name: str, pieces: Callable[[str], Converted], notice: str = "") -> None:
        """Take the configuration's name and the function that converts clean text.

        Args:
            name: The configuration's name.
            pieces: Converts what OpenCC can take.
            notice: Where it is less than its name promises, the sentence that says so.
        """
        self.name = name
        self.notice = notice
        self._pieces = pieces
        self._marks = name in _REGIONAL

    def convert(self, text: str) -> Converted:
        """Convert ``text``; characters that OpenCC cannot take pass verbatim.

        OpenCC holds the interpreter for the whole call: pass about 20,000
        code points at a time where a window must stay alive.
        """
        # Looking for what OpenCC cannot take costs as much as a tenth of the
        # conversion; a NUL is found at once, and a lone surrogate refuses by itself.
        if "\0" in text or (self._marks and _holds_own_marks(text)):
            return joined(self._around_verbatim(text))
        try:
            return self._pieces(text)
        except UnicodeEncodeError:
            return joined(self._around_verbatim(text))

    def _around_verbatim(self, text: str) -> Iterator[Converted]:
        done = 0
        for match in _VERBATIM.finditer(text):
            yield self._pieces(text[done : match.start()])
            yield Converted(match.group())
            done = match.end()
        yield self._pieces(text[done:])


def _holds_own_marks(text: str) -> bool:
    # They are supplementary characters, and few texts have one: encoding tells
    # that in a sixth of the time that the search takes.
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units != len(text) and _OWN_MARKS.search(text) is not None


def joined(pieces: Iterator[Converted]) -> Converted:
    """Put converted pieces together, moving their blocks into place."""
    texts: list[str] = []
    blocks: list[Block] = []
    source = view = 0
    for piece in pieces:
        blocks.extend(block.shifted(source, view) for block in piece.blocks)
        texts.append(piece.text)
        view += len(piece.text)
        source += len(piece.text) + sum(len(b.source) - len(b.view) for b in piece.blocks)
    return Converted("".join(texts), tuple(blocks))


# Who asks for what another thread is loading waits for it: loading it twice takes twice as long.
_loading: Final = {
    name: Lock() for name in (*IDENTITY_CONFIGS, *REGIONAL_CONFIGS, *CHAINED_CONFIGS)
}
_converters: Final[dict[str, Converter]] = {}


# By regional configuration: the one of the same script without the region's words.
_WITHOUT_WORDS: Final = {
    "s2twp": "s2tw",
    "s2hkp": "s2hk",
    "t2twp": "t2tw",
    "t2hkp": "t2hk",
    "tw2sp": "tw2s",
    "hk2sp": "hk2s",
}
# What each must answer before it is trusted: a word made longer, one made shorter or
# kept, and what a later stage reaches into a word from its side.
_PROBES: Final = {
    "s2twp": ("在互联网软件里", Converted("在網際網路軟體裡", (Block(Span(1, 4), Span(1, 5)),))),
    "t2twp": ("在互聯網軟件裏", Converted("在網際網路軟體裡", (Block(Span(1, 4), Span(1, 5)),))),
    "tw2sp": (
        "網際網路唐氏症音",
        Converted(
            "互联网唐氏综合徵音", (Block(Span(0, 4), Span(0, 3)), Block(Span(4, 7), Span(3, 8)))
        ),
    ),
    "s2hkp": ("说布拉德·皮特", Converted("説畢·彼特", (Block(Span(1, 7), Span(1, 5)),))),
    "t2hkp": ("裏布拉德·皮特說", Converted("裏畢·彼特説", (Block(Span(1, 7), Span(1, 5)),))),
    "hk2sp": ("裏畢·彼特説", Converted("里布拉德·皮特说", (Block(Span(1, 5), Span(1, 7)),))),
}


def converter(name: str) -> Converter:
    """Return the shared converter of a configuration, loading it the first time; from any thread.

    Args:
        name: One of :data:`IDENTITY_CONFIGS`, :data:`REGIONAL_CONFIGS`, :data:`CHAINED_CONFIGS`.

    Raises:
        ValueError: If there is no such configuration.
    """
    if name not in _loading:
        msg = f"no conversion is named {name!r}"
        raise ValueError(msg)
    with _loading[name]:
        if name not in _converters:
            _converters[name] = _load(name)
    return _converters[name]


def load_in_steps(name: str) -> Iterator[None]:
    """Load the converter of a configuration, yielding between the steps.

    OpenCC holds the interpreter while it loads. It shares dictionaries among those that
    are alive, so loading the inner ones first divides the longest step by about two.

    Args:
        name: One of :data:`IDENTITY_CONFIGS`, :data:`REGIONAL_CONFIGS`, :data:`CHAINED_CONFIGS`.

    Raises:
        ValueError: If there is no such configuration.
    """
    if name in _converters:
        return
    alive = []
    for inner in _inner_dictionaries(_chain(name)):
        step = {"name": "step", "conversion_chain": [{"dict": inner}]}
        # Not one folder for all steps: whoever stops half-way would leave it behind.
        with tempfile.TemporaryDirectory(prefix="wenmai-opencc-") as folder:
            path = Path(folder) / "step.json"
            path.write_text(json.dumps(step), encoding="utf-8")
            alive.append(opencc.OpenCC(str(path), _TOFU_RISK))
        yield
    converter(name)


def _inner_dictionaries(node: object) -> Iterator[dict[str, Any]]:
    """Yield the dictionaries of a configuration, by their whole paths, inner ones first."""
    if isinstance(node, list):
        for item in node:
            yield from _inner_dictionaries(item)
    elif isinstance(node, dict):
        for item in node.values():
            yield from _inner_dictionaries(item)
        if "file" in node:
            node["file"] = str(share_folder() / node["file"])
        if "type" in node:
            yield node


def _load(name: str) -> Converter:
    if name in _REGIONAL:
        return _regional(name)
    if name in _CHAINED:
        region, base = _CHAINED[name]
        last = converter(base)
        return Converter(name, _after(_undoing(region), last), last.notice)
    return Converter(name, _keeping_length(opencc.OpenCC(name, _TOFU_RISK)))


def _regional(name: str) -> Converter:
    """Return a regional configuration, or the plain one of its script where OpenCC is another.

    That is exact too, and the converter's notice says so.
    """
    try:
        pieces = _changing_length(name)
        _prove(name, pieces)
    except (OSError, ValueError, RuntimeError, subprocess.SubprocessError) as error:
        _log.warning("%s cannot be aligned: %s", name, error)
        notice = tr(
            "Regional vocabulary is not converted, as the installed OpenCC {installed} "
            "does not answer as expected; install OpenCC {version} and start again."
        ).format(installed=opencc.__version__, version=VERIFIED)
        return Converter(name, converter(_WITHOUT_WORDS[name]).convert, notice)
    return Converter(name, _adding_up(name, pieces))


def _prove(name: str, pieces: Callable[[str], Converted]) -> None:
    """Check that a regional configuration tells its blocks as it should.

    Raises:
        ValueError: If it does not.
    """
    text, expected = _PROBES[name]
    if pieces(text) != expected:
        msg = f"{text} did not become {expected.text}"
        raise ValueError(msg)
    if opencc.__version__ != VERIFIED:
        others = {file for files in stages(name) for file in files} - {_REGIONAL[name][0]}
        for dictionary in sorted(others):
            if any(len(key) != len(value) for key, value in entries(dictionary)):
                msg = f"{dictionary} changes lengths too"
                raise ValueError(msg)


def _adding_up(name: str, pieces: Callable[[str], Converted]) -> Callable[[str], Converted]:
    """Return a conversion that falls back where the lengths of its blocks do not add up."""

    def convert(text: str) -> Converted:
        converted = pieces(text)
        grown = sum(len(block.view) - len(block.source) for block in converted.blocks)
        if len(converted.text) - grown == len(text):
            return converted
        # As with the length that is kept: no dictionary entry does this.
        _log.warning("%s lost count in %d code points", name, len(text))
        return converter(_WITHOUT_WORDS[name]).convert(text)

    return convert


# The default would map 804 characters into planes that few fonts cover.
_TOFU_RISK = False


def _keeping_length(engine: opencc.OpenCC) -> Callable[[str], Converted]:
    def convert(text: str) -> Converted:
        converted: str = engine.convert(text)
        if len(converted) == len(text):
            return Converted(converted)
        # No dictionary entry does this; should a text ever manage it, converting
        # character by character is poorer but still exact.
        _log.warning("%s changed the length of %d code points", engine.config, len(text))
        singles = (engine.convert(character) for character in text)
        return Converted(
            "".join(
                single if len(single) == 1 else character
                for character, single in zip(text, singles, strict=True)
            )
        )

    return convert


def _after(first: opencc.OpenCC, last: Converter) -> Callable[[str], Converted]:
    """Return the conversion by one engine, which keeps lengths, and then by a converter."""
    prepare = _keeping_length(first)
    return lambda text: last.convert(prepare(text).text)


def _undoing(region: str) -> opencc.OpenCC:
    """Return an engine that undoes the forms of a region."""
    with tempfile.TemporaryDirectory(prefix="wenmai-opencc-") as folder:
        forms = Path(folder) / "forms.txt"
        forms.write_text(
            "".join(f"{key}\t{value}\n" for key, value in undone(region).items()), encoding="utf-8"
        )
        chain = [{"dict": {"type": "text", "file": str(forms)}}]
        config = Path(folder) / "forms.json"
        config.write_text(json.dumps({"name": region, "conversion_chain": chain}), encoding="utf-8")
        return opencc.OpenCC(str(config), _TOFU_RISK)


def _changing_length(name: str) -> Callable[[str], Converted]:
    """Return the conversion of a regional configuration, through marked dictionaries."""
    dictionary, base = _REGIONAL[name]
    config = read_config(base)
    if name != base:
        del config["conversion_chain"][:-1]
        # Segments must not cut a phrase of the only stage left.
        config["segmentation"]["dict"] = config["conversion_chain"][0]["dict"]
    followed = name.endswith("2sp")
    if followed:
        # The stage that follows keeps lengths, so it has no boundaries to tell.
        del config["conversion_chain"][1:]
    with tempfile.TemporaryDirectory(prefix="wenmai-opencc-") as folder:
        path = Path(folder) / "marked.json"
        marking = marked_config(config, dictionary, Path(folder))
        path.write_text(json.dumps(marking), encoding="utf-8")
        marked = opencc.OpenCC(str(path), _TOFU_RISK)
    if not followed:
        return lambda text: _unmarked(marked.convert(text))
    plain = opencc.OpenCC(base, _TOFU_RISK)

    def convert(text: str) -> Converted:
        # Marks inside a phrase would hide it from the stage that follows: the
        # text comes from the plain configuration, only the boundaries from the
        # marked one.
        blocks = _unmarked(marked.convert(text)).blocks
        return Converted(plain.convert(text), blocks)

    return convert


def _unmarked(marked: str) -> Converted:
    """Take the marks out of a converted text and return what they told."""
    if MARK_END not in marked:
        return Converted(marked)
    texts: list[str] = []
    blocks: list[Block] = []
    source = view = done = 0
    for match in _MARKED.finditer(marked):
        gap = match.start() - done
        source, view = source + gap, view + gap
        key_length, value = ord(match[1]) - MARK_BASE, match[2]
        blocks.append(Block(Span(source, source + key_length), Span(view, view + len(value))))
        texts += [marked[done : match.start()], value]
        source, view, done = source + key_length, view + len(value), match.end()
    texts.append(marked[done:])
    return Converted("".join(texts), tuple(blocks))


def stages(name: str) -> list[list[str]]:
    """Return the file names of the dictionaries that each stage of a configuration uses, in order.

    The stage that undoes a region's forms has one of ours, ``tw.forms`` or ``hk.forms``
    (:func:`reader.text.forms.undone`).

    Raises:
        ValueError: If there is no such configuration.
    """
    first = [[f"{_CHAINED[name][0]}.forms"]] if name in _CHAINED else []
    return first + [_files(stage) for stage in _chain(name)]


def _chain(name: str) -> list[Any]:
    """Return the stages of a configuration as OpenCC writes them, without those that are ours."""
    if name not in _loading:
        msg = f"no conversion is named {name!r}"
        raise ValueError(msg)
    name = _CHAINED[name][1] if name in _CHAINED else name
    base = _REGIONAL[name][1] if name in _REGIONAL else name
    chain: list[Any] = read_config(base)["conversion_chain"]
    return chain if name == base else chain[-1:]


def changing_keys() -> Iterator[str]:
    """Yield the words of all regional dictionaries that become longer or shorter.

    Raises:
        subprocess.CalledProcessError: If OpenCC's own tool cannot read a dictionary.
    """
    for dictionary in {dictionary for dictionary, _base in _REGIONAL.values()}:
        yield from (key for key, value in entries(dictionary) if len(key) != len(value))


def _files(node: object) -> list[str]:
    if isinstance(node, list):
        return [file for item in node for file in _files(item)]
    if isinstance(node, dict) and _TOFU_RISK is node.get("may_output_tofu", _TOFU_RISK):
        return [str(node["file"])] if "file" in node else _files(list(node.values()))
    return []
