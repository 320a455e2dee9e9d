"""The journal's line: one operation, and the sum that proves it whole."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import msgspec

from reader.annotation.json_values import text
from reader.annotation.operation import Operation
from reader.language import tr
from reader.workspace.errors import DamagedError
from reader.workspace.files.json_bytes import compact, parse
from reader.workspace.files.plain import (
    LARGEST,
    LATEST,
    MixedEntry,
    MixedOperation,
    PlainEdit,
    PlainEntry,
    PlainOperation,
    PlainReverts,
    PlainVerdictEdit,
    RawEntry,
    plain_operation,
)

# {"sum":"0123456789abcdef","entry":{...}}
_HEAD = b'{"sum":"'
_MIDDLE = b'","entry":'
_SUM = slice(len(_HEAD), len(_HEAD) + 16)
_BETWEEN = slice(_SUM.stop, _SUM.stop + len(_MIDDLE))
_BODY = slice(_BETWEEN.stop, -1)

_PLAIN = msgspec.json.Decoder(PlainEntry)
_RAW = msgspec.json.Decoder(RawEntry)
_EDIT = msgspec.json.Decoder(PlainEdit)
_VERDICT_EDIT = msgspec.json.Decoder(PlainVerdictEdit)
_VERDICT = b'{"verdict":'
_ENCODER = msgspec.json.Encoder()

Direction = Literal["undo", "redo"]


@dataclass(frozen=True, slots=True)
class Reverts:
    """Which entry an undo or a redo is about."""

    writer: str
    seq: int
    direction: Direction


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation in a journal.

    Attributes:
        writer: Whose journal it stands in.
        seq: Its number there, from 1 up.
        clock: Lamport's: more than that of every entry its writer had seen.
        time: When it was made, UTC in ISO 8601.
        author: Who made it.
        reverts: The entry that it undoes or redoes.
        operation: What it did.
        sum: The sum of its line; empty where no line was read or written yet.
        refuses: The sums of lines before it that were refused and may be on disk all the
            same: they do not count.
    """

    writer: str
    seq: int
    clock: int
    time: str
    author: str
    reverts: Reverts | None
    operation: Operation
    sum: str = field(default="", compare=False)
    refuses: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, str, int, str]:
        """Sort key that puts the entries of all writers in one order, the same for every reader."""
        return self.clock, self.writer, self.seq, self.sum

    def to_line(self) -> bytes:
        """Return the journal's line, with its line end; it is read as this entry again.

        Raises:
            ValueError, TypeError: If no line is, because the operation holds what
                JSON cannot, or what the format does not have.
        """
        reverts = self.reverts
        numbers = max(self.seq, reverts.seq if reverts else 1) <= LARGEST
        numbers = numbers and self.clock <= LATEST
        texts = type(self.author) is str and not self.refuses
        if numbers and texts and (plain := plain_operation(self.operation)):
            # Nothing but texts and numbers, so that reading the line would prove nothing new.
            with contextlib.suppress(UnicodeEncodeError):
                return _line(_ENCODER.encode(self._plain(plain)))
        data = {
            "seq": self.seq,
            "clock": self.clock,
            "time": self.time,
            "author": self.author,
            "reverts": reverts
            and {"writer": reverts.writer, "seq": reverts.seq, "as": reverts.direction},
            **({"refuses": list(self.refuses)} if self.refuses else {}),
            "operation": self.operation.to_json(),
        }
        line = _line(compact(data))
        try:
            same = Entry.from_line(self.writer, line[:-1]) == self
        except DamagedError as error:
            raise ValueError(str(error)) from error
        if not same:
            msg = tr("it would be read as something else")
            raise ValueError(msg)
        return line

    def _plain(self, operation: PlainOperation | MixedOperation) -> PlainEntry | MixedEntry:
        reverts = self.reverts
        said = (
            self.seq,
            self.clock,
            self.time,
            self.author,
            None
            if reverts is None
            else PlainReverts(reverts.writer, reverts.seq, reverts.direction),
        )
        if isinstance(operation, MixedOperation):
            return MixedEntry(*said, operation)
        return PlainEntry(*said, operation)

    @classmethod
    def from_line(cls, writer: str, line: bytes) -> Entry:
        """Read a line, without its line end.

        Raises:
            DamagedError: If it is not whole; the message says what is wrong.
        """
        if line[: _SUM.start] != _HEAD or line[_BETWEEN] != _MIDDLE or line[-1:] != b"}":
            msg = tr("not a line of a journal")
            raise DamagedError(msg)
        body, digest = line[_BODY], line[_SUM]
        if _sum(body) != digest:
            msg = tr("the checksum does not match")
            raise DamagedError(msg)
        # Most lines are plain, and the rest is read as slowly as before.
        with contextlib.suppress(ValueError, RecursionError):
            return _from_plain(writer, _decoded(body), digest.decode())
        try:
            return _from_json(writer, parse(body), digest.decode())
        except (KeyError, TypeError, ValueError) as error:
            msg = tr("not an entry that this version knows")
            raise DamagedError(msg) from error


def sum_of(line: bytes) -> str:
    """Return the sum that stands in a line."""
    return line[_SUM].decode()


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode()


def _line(body: bytes) -> bytes:
    return b"".join((_HEAD, _sum(body), _MIDDLE, body, b"}\n"))


def _decoded(body: bytes) -> PlainEntry | MixedEntry:
    """Read an entry that is about tags and verdicts alone.

    Raises:
        ValueError, RecursionError: If it is about something else, or of another version.
    """
    if _VERDICT not in body:
        return _PLAIN.decode(body)
    raw = _RAW.decode(body)
    edits = [
        (_VERDICT_EDIT if bytes(one).startswith(_VERDICT) else _EDIT).decode(one)
        for one in raw.operation.edits
    ]
    operation = MixedOperation(raw.operation.label, edits)
    return MixedEntry(raw.seq, raw.clock, raw.time, raw.author, raw.reverts, operation)


def _from_plain(writer: str, plain: PlainEntry | MixedEntry, digest: str) -> Entry:
    reverts = plain.reverts
    operation = plain.operation
    return Entry(
        writer,
        plain.seq,
        plain.clock,
        plain.time,
        plain.author,
        None if reverts is None else Reverts(reverts.writer, reverts.seq, reverts.direction),
        Operation(operation.label, tuple(edit.edit() for edit in operation.edits)),
        digest,
    )


def _from_json(writer: str, data: Any, digest: str) -> Entry:  # noqa: ANN401 (JSON is any)
    reverts = data["reverts"]
    return Entry(
        writer,
        _number(data["seq"]),
        _number(data["clock"], LATEST),
        text(data["time"]),
        text(data["author"]),
        None if reverts is None else _reverts(reverts),
        Operation.from_json(data["operation"]),
        digest,
        tuple(text(one) for one in data.get("refuses", ())),
    )


def _reverts(data: Any) -> Reverts:  # noqa: ANN401 (JSON is any)
    if data["as"] not in ("undo", "redo"):
        msg = f"neither undo nor redo: {data['as']!r}"
        raise ValueError(msg)
    return Reverts(text(data["writer"]), _number(data["seq"]), cast("Direction", data["as"]))


def _number(value: object, largest: int = LARGEST) -> int:
    if type(value) is not int or not 1 <= value <= largest:
        msg = f"not a number that counts: {value!r}"
        raise ValueError(msg)
    return value
