"""brat standoff: a zip of ``.txt`` and ``.ann`` files, of this product or of brat.

Tags are the text-bound annotations (``T``), with their attributes (``A``, ``M``) and notes (``#``).
Relations and events between them are none. Fragments that only white space divides are one
passage; any others are several, and a tag has one.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.annotation.attribute_lines import read_attribute_line
from reader.importers.importer import ImportRefusedError
from reader.importers.zipped import Zipped
from reader.language import mark, tr
from reader.tag_importers.importer import TagImporter, not_of_format
from reader.tag_importers.records import FileArticle, FileKind, FileTag, TagFile, plain_text
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.annotation.json_values import Value

_LABEL: Final = mark("brat standoff (zip)")
_TAG: Final = re.compile(r"(T\d+)\t(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)(?:\t|$)")
_ATTRIBUTE: Final = re.compile(r"[AM]\S*\t(\S+) (T\d+)(?: (.+))?")
_NOTE: Final = re.compile(r"#\S*\t(\S+) (T\d+)\t(.*)")
_COLOUR: Final = re.compile(r"bgColor:\s*(#[0-9A-Fa-f]{6})")
# The end of the names of this product's files: the id of the article.
_OWN_NAME: Final = re.compile(r"(?:^|[ _])([0-9a-f]{16})$")
_YES: Final = "yes"


def read(data: bytes, name: str) -> TagFile:
    """Read the standoff files of a zip.

    Raises:
        ImportRefusedError: If it is damaged, holds none, or larger than is read.
    """
    archive = Zipped(data, name)
    files = {entry: archive.read(entry) or b"" for entry in archive.names if _is_read(entry)}
    return read_files(files, name)


def _is_read(entry: str) -> bool:
    # What macOS puts beside each file is no file of anybody's.
    return entry.endswith((".ann", ".txt", "visual.conf")) and "__MACOSX/" not in entry


def read_files(files: Mapping[str, bytes], name: str) -> TagFile:
    """Read standoff files.

    Args:
        files: The bytes of each ``.ann``, of the ``.txt`` beside it, and of ``visual.conf``.
        name: What messages call all of them.

    Raises:
        ImportRefusedError: If there is no ``.ann``, or one of them is damaged.
    """
    articles: list[FileArticle] = []
    tags: list[FileTag] = []
    for entry in sorted(files):
        if not entry.endswith(".ann"):
            continue
        text = files.get(f"{entry.removesuffix('.ann')}.txt")
        article = _article(entry, None if text is None else _decoded(text, entry, name))
        articles.append(article)
        tags += _tags(_decoded(files[entry], entry, name), article, f"{name}: {entry}")
    if not articles:
        raise not_of_format(name, _LABEL)
    settings = (_decoded(files[one], one, name) for one in files if one.endswith("visual.conf"))
    kinds = (kind for written in settings for kind in _kinds(written, name))
    return TagFile(tuple(articles), tuple(tags), tuple(kinds))


def _decoded(data: bytes, entry: str, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        msg = tr(
            "{name}: {entry} is not UTF-8, which brat's files are; save it as UTF-8 again."
        ).format(name=name, entry=entry)
        raise ImportRefusedError(msg) from None


def _article(entry: str, text: str | None) -> FileArticle:
    stem = entry.rpartition("/")[2].removesuffix(".ann")
    own = _OWN_NAME.search(stem)
    if own is None:
        return FileArticle(entry, names=(stem,), text=text)
    return FileArticle(entry, own[1], names=(stem[: own.start()], stem), text=text)


def _tags(written: str, article: FileArticle, name: str) -> Iterator[FileTag]:
    """Yield the tags of an ``.ann``."""
    found: dict[str, re.Match[str]] = {}
    attributes: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for line in written.split("\n"):
        line = plain_text(line, name).removesuffix("\r")
        if match := _TAG.match(line):
            found[match[1]] = match
        elif match := _ATTRIBUTE.fullmatch(line):
            attributes[match[2]][match[1]] = match[3] or _YES
        elif match := _NOTE.fullmatch(line):
            _take_note(match[1], match[3], attributes[match[2]], notes[match[2]])
        elif line.startswith("T"):
            msg = tr("{name} is damaged (“{line}” is no annotation); export it again.").format(
                name=name, line=line[:40]
            )
            raise ImportRefusedError(msg)
    for number, match in found.items():
        places = [tuple(map(int, one.split())) for one in match[3].split(";")]
        yield FileTag(
            article=article.key,
            kind=match[2],
            start=places[0][0],
            end=places[-1][1],
            attributes=attributes[number],
            untyped=True,
            note="\n".join(notes[number]),
            problem=_problem(places, article.text),
        )


def _take_note(type_: str, said: str, attributes: dict[str, Value], notes: list[str]) -> None:
    """Take what a note says: an attribute, a remark, or the words in another script."""
    attribute = read_attribute_line(said) if type_ == "Attribute" else None
    if attribute is not None:
        attributes[attribute[0]] = attribute[1]
    elif type_ not in set(Script):
        notes.append(_unquoted(said))


def _unquoted(said: str) -> str:
    """Return a remark; one with line ends stands there as a JSON text."""
    if said.startswith('"') and "\\" in said:
        try:
            return str(json.loads(said))
        except ValueError:
            pass
    return said


def _problem(places: list[tuple[int, ...]], text: str | None) -> str:
    """Say what keeps fragments from being one passage; nothing where they are one."""
    gaps = [(one[1], other[0]) for one, other in pairwise(places)]
    if all(start <= end and text and not text[start:end].strip() for start, end in gaps):
        return ""
    return tr("it stands in several pieces")


def _kinds(written: str, name: str) -> Iterator[FileKind]:
    """Yield the kinds that brat's ``visual.conf`` describes."""
    labels: dict[str, str] = {}
    colours: dict[str, str] = {}
    section = ""
    for line in plain_text(written, name).splitlines():
        if line.startswith("["):
            section = line.strip()
        elif section == "[labels]" and "|" in line:
            kind, label, *_ = (part.strip() for part in line.split("|"))
            labels[kind] = label
        elif section == "[drawing]" and (colour := _COLOUR.search(line)):
            colours[line.split()[0]] = colour[1]
    for kind in dict.fromkeys([*labels, *colours]):
        yield FileKind(kind, labels.get(kind, ""), colours.get(kind, ""))


BRAT: Final = TagImporter("brat", _LABEL, (".zip", ".ann"), read)
