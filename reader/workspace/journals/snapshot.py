"""``snapshot.json``: what a journal adds up to, so that opening need not go through all of it.

A snapshot says nothing that the journal's segments do not say: it names the bytes that it was made
from, and whoever finds it damaged, or finds other bytes, reads the segments themselves.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from reader.annotation.annotation import Annotation
from reader.annotation.operation import (
    CorrectionEdit,
    KindEdit,
    Operation,
    VerdictEdit,
    fields_from,
    fields_json,
)
from reader.annotation.verdict import Verdict
from reader.language import tr
from reader.text.glossary import Correction
from reader.workspace.errors import DamagedError
from reader.workspace.files.json_bytes import compact
from reader.workspace.files.plain import LATEST, ClockNumber, Number, PlainVerdictEdit, is_plain_tag
from reader.workspace.journals.runs import Run, Undone  # noqa: TC001 (msgspec reads the types)
from reader.workspace.memory.held_tags import HeldTags, PlainEnded, PlainHeld
from reader.workspace.memory.merge import Digest, Registers, Stamp, TagEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.annotation.operation import Edit, Fields

FILE_NAME = "snapshot.json"
FORMAT = "wenmai-snapshot"
VERSION = 2
"""In version 1 the details of an article were one; such a snapshot is passed over."""

# {"sum":"<64 hexadecimal digits>","snapshot":{...}}
_HEAD = b'{"sum":"'
_SUM = slice(len(_HEAD), len(_HEAD) + 64)
_MIDDLE = b'","snapshot":'
_BODY = slice(_SUM.stop + len(_MIDDLE), -2)


class Covered(msgspec.Struct, frozen=True):
    """The part of a segment that a snapshot was made from.

    Attributes:
        segment: The segment's number.
        bytes: How much of it, from its beginning to the end of a line.
        lines: How many lines that is.
        refuses: The sums of refused lines that entries in it name.
        highest: The highest number of an entry in it; 0 where it has none.
        sha256: The digest of these bytes, in hexadecimal.
    """

    segment: Number
    bytes: Annotated[int, msgspec.Meta(ge=0)]
    lines: Annotated[int, msgspec.Meta(ge=0)]
    refuses: tuple[str, ...]
    highest: Annotated[int, msgspec.Meta(ge=0)]
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a writer's journal adds up to.

    Attributes:
        writer: Whose journal it is.
        seq: The highest number of an entry; 0 where there is none.
        covers: What it was made from, by segment.
        registers: What holds of every item, as this journal alone says.
        done: Numbers of the entries that undo takes back, the next one last, as runs.
        undone: Those that redo does again, the next one last, with the entries that undid them.
    """

    writer: str
    seq: int
    covers: tuple[Covered, ...] = ()
    registers: Registers = field(default_factory=Registers)
    done: tuple[Run, ...] = ()
    undone: tuple[Undone, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines it was made from."""
        return sum(covered.lines for covered in self.covers)

    def to_bytes(self) -> bytes:
        """Return the file's content: a line for every tag.

        Raises:
            TypeError, ValueError: If a tag holds what JSON cannot.
        """
        head = {
            "format": FORMAT,
            "version": VERSION,
            "writer": self.writer,
            "seq": self.seq,
            "clock": self.registers.clock,
            "covers": [msgspec.to_builtins(covered) for covered in self.covers],
            "done": self.done,
            "undone": self.undone,
        }
        body = b"".join(
            (
                msgspec.json.encode(head)[:-1],
                b',\n"tags":[\n',
                b",\n".join(_tag_lines(self.registers)),
                b'\n],\n"details":[\n',
                b",\n".join(_detail_lines(self.registers)),
                b'\n],\n"edits":[\n',
                b",\n".join(_edit_lines(self.registers)),
                b'\n],\n"kinds":[\n',
                b",\n".join(_kind_lines(self.registers)),
                b'\n],\n"verdicts":[\n',
                b",\n".join(_verdict_lines(self.registers)),
                b"\n]}",
            )
        )
        digest = hashlib.sha256(body).hexdigest().encode()
        return b"".join((_HEAD, digest, _MIDDLE, body, b"}\n"))

    @classmethod
    def from_bytes(cls, writer: str, content: bytes) -> Snapshot | None:
        """Read a snapshot of ``writer``; ``None`` for one of a version not known here.

        Raises:
            DamagedError: If it is not whole; the message says what is wrong.
        """
        view = memoryview(content)
        if (
            content[: _SUM.start] != _HEAD
            or content[_SUM.stop : _BODY.start] != _MIDDLE
            or content[-2:] != b"}\n"
        ):
            msg = tr("it is no snapshot")
            raise DamagedError(msg)
        if hashlib.sha256(view[_BODY]).hexdigest().encode() != content[_SUM]:
            msg = tr("the checksum does not match")
            raise DamagedError(msg)
        try:
            return _from_json(writer, view[_BODY])
        except (KeyError, TypeError, ValueError) as error:
            msg = tr("it is no snapshot that this version knows")
            raise DamagedError(msg) from error


class _Kind(msgspec.Struct):
    format: str
    version: int
    writer: str


class _LooseVersion(PlainEnded):
    after: dict[str, Any] | None = None


class _LooseHeld(msgspec.Struct):
    """A tag with something in it that another version wrote."""

    id: str
    versions: Annotated[list[_LooseVersion], msgspec.Meta(min_length=1)]
    ended: list[PlainEnded] = []


class _Stamped(msgspec.Struct):
    clock: ClockNumber
    seq: Number
    sum: str
    author: str
    time: str

    def stamp(self, writer: str) -> Stamp:
        return Stamp(self.clock, writer, self.seq, self.sum, self.author, self.time)


class _Fields(_Stamped):
    """What one entry says of an article's details and no later one."""

    article: str
    fields: dict[str, Any]


class _Edited(_Stamped):
    """An edit of a correction, a kind or a verdict."""

    edit: dict[str, Any]


class _Judged(_Stamped):
    """An edit of a verdict as this version writes it."""

    edit: PlainVerdictEdit


class _File(_Kind):
    seq: Annotated[int, msgspec.Meta(ge=0)]
    clock: Annotated[int, msgspec.Meta(ge=0, le=LATEST)]
    covers: tuple[Covered, ...]
    done: tuple[Run, ...]
    undone: tuple[Undone, ...]
    details: list[_Fields]
    edits: list[_Edited]


class _PlainFile(_File):
    """A snapshot in which every tag is as this version writes it."""

    tags: list[PlainHeld]
    kinds: list[_Edited] = []
    verdicts: list[msgspec.Raw] = []


class _LooseFile(_File):
    """A snapshot in which some are not."""

    tags: list[msgspec.Raw]
    kinds: list[_Edited] = []
    verdicts: list[msgspec.Raw] = []


_KIND = msgspec.json.Decoder(_Kind)
_PLAIN = msgspec.json.Decoder(_PlainFile)
_LOOSE_FILE = msgspec.json.Decoder(_LooseFile)
_HELD = msgspec.json.Decoder(PlainHeld)
_LOOSE = msgspec.json.Decoder(_LooseHeld)
_JUDGED = msgspec.json.Decoder(_Judged)
_EDITED = msgspec.json.Decoder(_Edited)


def _from_json(writer: str, body: memoryview) -> Snapshot | None:
    file = _decoded(body)
    if file.format != FORMAT or file.writer != writer:
        msg = "of another writer"
        raise ValueError(msg)
    if file.version != VERSION or not isinstance(file, _PlainFile | _LooseFile):
        return None
    registers = Registers(clock=file.clock)
    registers.tags = tags = HeldTags(registers.ended, writer)
    for held in _tags(file):
        if isinstance(held, PlainHeld):
            held.verify()
            tags.put(held)
        else:
            _put_loose(registers, writer, held)
    for said in file.details:
        for name, value in fields_from(said.fields).items():
            registers.take_field(said.article, name, (said.stamp(writer), value))
    for one in file.edits:
        _put_edit(registers, writer, one)
    for one in file.kinds:
        _put_kind(registers, writer, one)
    for raw in file.verdicts:
        _put_verdict(registers, writer, raw)
    return Snapshot(writer, file.seq, file.covers, registers, file.done, file.undone)


def _decoded(body: memoryview) -> _Kind:
    """Return what a snapshot says, or only of which kind and version it is."""
    try:
        return _PLAIN.decode(body)
    except ValueError:
        kind = _KIND.decode(body)
        return _LOOSE_FILE.decode(body) if kind.version == VERSION else kind


def _tags(file: _PlainFile | _LooseFile) -> Iterator[PlainHeld | _LooseHeld]:
    if isinstance(file, _PlainFile):
        yield from file.tags
        return
    for raw in file.tags:
        try:
            yield _HELD.decode(raw)
        except ValueError:
            yield _LOOSE.decode(raw)


def _put_loose(registers: Registers, writer: str, loose: _LooseHeld) -> None:
    versions = []
    for one in loose.versions:
        after = None if one.after is None else Annotation.from_json(one.after)
        if after is not None and after.id != loose.id:
            msg = f"{loose.id} holds {after.id}"
            raise ValueError(msg)
        versions.append(one.edit(writer, after))
    registers.tags[loose.id] = tuple(versions)
    if loose.ended:
        registers.ended[loose.id] = [one.edit(writer) for one in loose.ended]


def _put_edit(registers: Registers, writer: str, one: _Edited) -> None:
    edit = _edit_of(one)
    if not isinstance(edit, CorrectionEdit):
        msg = "something else among the corrections"
        raise TypeError(msg)
    registers.corrections[edit.key] = (one.stamp(writer), edit.after)


def _put_kind(registers: Registers, writer: str, one: _Edited) -> None:
    edit = _edit_of(one)
    if not isinstance(edit, KindEdit):
        msg = "something else among the kinds"
        raise TypeError(msg)
    registers.kinds[edit.name] = (one.stamp(writer), edit.said)


def _put_verdict(registers: Registers, writer: str, raw: msgspec.Raw) -> None:
    one: _Judged | _Edited
    try:
        one = _JUDGED.decode(raw)
        edit: Edit = one.edit.edit()
    except ValueError:
        # With something in it that another version wrote.
        one = _EDITED.decode(raw)
        edit = _edit_of(one)
    if not isinstance(edit, VerdictEdit):
        msg = "something else among the verdicts"
        raise TypeError(msg)
    registers.verdicts[edit.key] = (one.stamp(writer), edit.after)


def _edit_of(one: _Edited) -> Edit:
    (edit,) = Operation.from_json({"label": "", "edits": [one.edit]}).edits
    return edit


def _tag_lines(registers: Registers) -> Iterator[bytes]:
    tags = registers.tags
    for tag_id in tags:
        untouched = tags.untouched(tag_id) if isinstance(tags, HeldTags) else None
        if untouched is not None:
            yield msgspec.json.encode(untouched)
            continue
        versions = tags[tag_id]
        data = {
            "id": tag_id,
            "versions": [
                {**_edit_json(one), "after": one.after and one.after.to_json()} for one in versions
            ],
            "ended": [_edit_json(one) for one in registers.ended.get(tag_id, ())],
        }
        if not data["ended"]:
            del data["ended"]
        if all(one.after is None or is_plain_tag(one.after) for one in versions):
            yield msgspec.json.encode(data)
        else:
            line = compact(data)
            _LOOSE.decode(line)
            yield line


def _edit_json(edit: TagEdit) -> dict[str, Any]:
    data = _stamp_json(edit.stamp)
    before = edit.before
    if before is not None:
        data["before"] = str(before if isinstance(before, Digest) else Digest.of(before))
    if edit.settles:
        data["settles"] = edit.settles
    return data


def _stamp_json(stamp: Stamp) -> dict[str, Any]:
    return {
        "clock": stamp.clock,
        "seq": stamp.seq,
        "sum": stamp.sum,
        "author": stamp.author,
        "time": stamp.time,
    }


def _detail_lines(registers: Registers) -> Iterator[bytes]:
    """Yield a line for what each entry says of an article that no later one says otherwise."""
    for article_id, fields in registers.details.items():
        by_entry: dict[Stamp, Fields] = {}
        for name, (stamp, said) in fields.items():
            by_entry.setdefault(stamp, {})[name] = said
        for stamp, said in by_entry.items():
            data = {"article": article_id, "fields": fields_json(said)}
            yield msgspec.json.encode({**_stamp_json(stamp), **data})


def _edit_lines(registers: Registers) -> Iterator[bytes]:
    for (words, scripts), (stamp, correction) in registers.corrections.items():
        before = Correction(words, words, scripts) if correction is None else None
        edit = CorrectionEdit(before, correction)
        (held,) = Operation("", (edit,)).to_json()["edits"]
        yield msgspec.json.encode({**_stamp_json(stamp), "edit": held})


def _kind_lines(registers: Registers) -> Iterator[bytes]:
    for stamp, (kind, there) in registers.kinds.values():
        edit = KindEdit(None, kind) if there else KindEdit(kind, None)
        (held,) = Operation("", (edit,)).to_json()["edits"]
        yield msgspec.json.encode({**_stamp_json(stamp), "edit": held})


def _verdict_lines(registers: Registers) -> Iterator[bytes]:
    for (article, start, end, kind), (stamp, verdict) in registers.verdicts.items():
        gone = Verdict(article, start, end, kind, "", "", 0, accepted=False)
        edit = VerdictEdit(gone if verdict is None else None, verdict)
        (held,) = Operation("", (edit,)).to_json()["edits"]
        yield msgspec.json.encode({**_stamp_json(stamp), "edit": held})
