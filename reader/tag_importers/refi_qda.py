"""REFI-QDA projects (``.qdpx``), of this product or of any program for qualitative research.

Read are the selections in plain text, one tag for each coding. Pictures, sounds, pages of a PDF and
cases are not tags of a text. A selection without a coding is of the kind ``quotation``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.annotation.attribute_lines import read_attribute_lines
from reader.importers.importer import ImportRefusedError
from reader.importers.safe_xml import parse_xml
from reader.importers.zipped import Zipped
from reader.language import mark, tr
from reader.tag_importers.importer import TagImporter, not_of_format
from reader.tag_importers.records import FileArticle, FileKind, FileTag, TagFile, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LABEL: Final = mark("REFI-QDA project")
_PROJECT: Final = ".qde"
_INTERNAL: Final = "internal://"
_NAMED: Final = "kind: "
_QUOTATION: Final = "quotation"


def read(data: bytes, name: str) -> TagFile:
    """Read the codings of a project.

    Raises:
        ImportRefusedError: If it is damaged, no project, or larger than is read.
    """
    archive = Zipped(data, name)
    entry = next((one for one in archive.names if one.lower().endswith(_PROJECT)), None)
    if entry is None:
        raise not_of_format(name, _LABEL)
    root = parse_xml(archive.read(entry) or b"", name)
    project = _Project(root, archive, name)
    articles: list[FileArticle] = []
    tags: list[FileTag] = []
    for source in root.iterfind("{*}Sources/{*}TextSource"):
        article = project.article(source)
        articles.append(article)
        for selection in source.iterfind("{*}PlainTextSelection"):
            tags += project.tags(selection, article)
    return TagFile(tuple(articles), tuple(tags), tuple(project.kinds.values()))


@dataclass(frozen=True, slots=True)
class _Made:
    """Who made something, and when."""

    author: str
    created: str
    modified: str


class _Project:
    """A project, with what its selections refer to."""

    def __init__(self, root: _Element, archive: Zipped, name: str) -> None:
        self._name = name
        self._archive = archive
        # Programs differ in the letter case of the folder of the sources.
        self._entries = {one.casefold(): one for one in archive.names}
        self._users = {
            self._say(one, "guid"): self._say(one, "name")
            for one in root.iterfind("{*}Users/{*}User")
        }
        self.kinds = {self._say(one, "guid"): self._kind(one) for one in _codes(root)}
        self._notes = {
            self._say(one, "guid"): self._text_of(one) or ""
            for one in root.iterfind("{*}Notes/{*}Note")
        }

    def _say(self, node: _Element, attribute: str) -> str:
        return plain_text(node.get(attribute), self._name)

    def _inside(self, node: _Element, path: str) -> str:
        return plain_text(node.findtext(path), self._name)

    def _kind(self, code: _Element) -> FileKind:
        """Return a code as a kind; this product says in the description what it calls it."""
        label = self._say(code, "name")
        first = self._inside(code, "{*}Description").partition("\n")[0]
        name = first.removeprefix(_NAMED) if first.startswith(_NAMED) else label
        return FileKind(name, label, self._say(code, "color"))

    def article(self, source: _Element) -> FileArticle:
        """Return an article with its text, as far as the project has it as plain text."""
        key, title = self._say(source, "guid"), self._say(source, "name")
        said = self._inside(source, "{*}Description").split("\n")
        sums = (line.partition(": ") for line in said)
        sha256 = next((value for name, _, value in sums if name == "sha256"), "")
        text = self._text_of(source)
        return FileArticle(key, sha256=sha256, names=(title,), text=text)

    def _text_of(self, node: _Element) -> str | None:
        """Return the plain text of a source or a note: in the project, or in a file of the zip."""
        content = node.find("{*}PlainTextContent")
        if content is not None:
            return content.text or ""
        path = node.get("plainTextPath") or ""
        if not path.startswith(_INTERNAL):
            # Anywhere else is not for a file to say.
            return None
        entry = self._entries.get(f"sources/{path.removeprefix(_INTERNAL)}".casefold())
        data = None if entry is None else self._archive.read(entry)
        return None if data is None else _decoded(data, self._name)

    def tags(self, selection: _Element, article: FileArticle) -> Iterator[FileTag]:
        """Yield a tag for each coding of a selection."""
        start, end = _number(selection, "startPosition"), _number(selection, "endPosition")
        attributes, said = read_attribute_lines(self._inside(selection, "{*}Description"))
        notes = [self._notes.get(guid, "") for guid in self._references(selection, "{*}NoteRef")]
        codings = selection.findall("{*}Coding")
        for coding in codings or [selection]:
            codes = list(self._references(coding, "{*}CodeRef"))
            kind = self.kinds.get(codes[0]) if codes else FileKind(_QUOTATION)
            own = [self._notes.get(guid, "") for guid in self._references(coding, "{*}NoteRef")]
            remarks = dict.fromkeys([said, *notes, *own])
            made = self._made(coding, selection)
            yield FileTag(
                article=article.key,
                kind=_QUOTATION if kind is None else kind.name,
                start=start,
                end=end,
                attributes=attributes,
                note="\n".join(filter(None, remarks)),
                author=made.author,
                created=made.created,
                modified=made.modified,
            )

    def _references(self, node: _Element, path: str) -> Iterator[str]:
        for one in node.iterfind(path):
            yield self._say(one, "targetGUID")

    def _made(self, coding: _Element, selection: _Element) -> _Made:
        """Return who made a tag and when: as the coding says, else as the selection does."""
        user, created, modified = (
            self._say(coding, name) or self._say(selection, name)
            for name in ("creatingUser", "creationDateTime", "modifiedDateTime")
        )
        return _Made(self._users.get(user, ""), created, modified)


def _codes(root: _Element) -> Iterator[_Element]:
    codes = root.find("{*}CodeBook/{*}Codes")
    if codes is not None:
        yield from codes.iterfind(".//{*}Code")


def _number(node: _Element, name: str) -> int | None:
    written = node.get(name) or ""
    return int(written) if written.isdecimal() and len(written) < 10 else None


def _decoded(data: bytes, name: str) -> str:
    """Return the text of a source; the mark at its beginning is none of its characters.

    Raises:
        ImportRefusedError: If it is not UTF-8 or, with its mark, UTF-16.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        msg = tr("{name} has a text that is not UTF-8; export it again from its program.").format(
            name=name
        )
        raise ImportRefusedError(msg) from None


QDPX: Final = TagImporter("qdpx", _LABEL, (".qdpx",), read)
