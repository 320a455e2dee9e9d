"""The output folder: parts that are whole or not there, and the manifest that names them.

``manifest.json`` says what the suggestions were made of, and of which parts they
consist; while a run lasts, ``progress.jsonl`` beside it takes a line for each part that
is on disk. A run that was killed goes on from both.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from typing import TYPE_CHECKING, Any, Final

import msgspec
from filelock import FileLock, Timeout

from reader.corpus.errors import CorpusError
from reader.durable import make_folder, replace_file, sync_folder
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.corpus.plan import Plan
    from reader.corpus.work import Done

MANIFEST: Final = "manifest.json"
_PROGRESS: Final = "progress.jsonl"
_LOCK: Final = ".wenmai.lock"
_FORMAT: Final = "wenmai-corpus-suggestions"
_VERSION: Final = 1
_PART = re.compile(r"part-\d{5,}\.(parquet|jsonl)")


class Output:
    """The folder of one corpus's suggestions, while this process writes it.

    Attributes:
        folder: The folder, from the root.
        entries: What the manifest says of each shard that is done, by its number.
    """

    __slots__ = ("_form", "_plan", "entries", "folder")

    def __init__(self, folder: Path, plan: Plan) -> None:
        """Take a folder that :func:`opened_output` made ready."""
        self.folder = folder
        self.entries: dict[int, dict[str, Any]] = {}
        self._plan = plan
        assert plan.options.format is not None
        self._form = plan.options.format

    def commit(self, done: Done) -> None:
        """Give a shard's file its name, and write down that it is there.

        Raises:
            OSError: If that fails; the shard is then not done.
        """
        part = self._plan.shards[done.number].part(self._form)
        (self.folder / done.temporary).replace(self.folder / part)
        line = msgspec.json.encode({"shard": done.number, **done.entry}) + b"\n"
        with (self.folder / _PROGRESS).open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        # Both names, the part's and at first that of the progress.
        sync_folder(self.folder)
        self.entries[done.number] = done.entry

    def write_manifest(self) -> None:
        """Write the manifest with all that is done; what the progress held is then in it.

        Raises:
            OSError: If that fails.
        """
        for left in self.folder.glob(".wenmai-*.tmp"):
            left.unlink(missing_ok=True)
        data = {
            "format": _FORMAT,
            "version": _VERSION,
            "complete": self.complete,
            **self._plan.identity(),
            "shards": [
                {
                    "part": shard.part(self._form),
                    "rows_of": [
                        {"file": one.source.name, "first_row": one.first_row, "rows": one.rows}
                        for one in shard.pieces
                    ],
                    "done": self.entries.get(shard.number),
                }
                for shard in self._plan.shards
            ],
        }
        _replace_manifest(self.folder, data)
        (self.folder / _PROGRESS).unlink(missing_ok=True)
        sync_folder(self.folder)

    @property
    def complete(self) -> bool:
        """Whether every shard is done."""
        return len(self.entries) == len(self._plan.shards)

    def take_up(self, manifest: dict[str, Any] | None) -> None:
        """Take what an earlier run did, as far as it is on disk as it was written.

        Raises:
            CorpusError: If the folder holds a part that nobody wrote down.
            OSError: If a file cannot be read.
        """
        found = _finished(self.folder, manifest)
        for shard in self._plan.shards:
            part = self.folder / shard.part(self._form)
            entry = found.get(shard.number)
            if manifest is None and os.path.lexists(part):
                msg = tr(
                    "{path} is there already and no manifest names it; choose another folder."
                ).format(path=part)
                raise CorpusError(msg)
            if entry is not None and _is_as_written(part, entry):
                self.entries[shard.number] = entry


@contextlib.contextmanager
def opened_output(folder: Path, plan: Plan, *, restart: bool) -> Iterator[Output]:
    """Make an output folder ready for a plan, and keep others from writing it.

    Args:
        folder: It is made if it is not there.
        plan: What is to be done.
        restart: Whether to throw away what an earlier run wrote; other files stay.

    Raises:
        CorpusError: If the folder holds the suggestions of something else, or is in use.
        OSError: If it cannot be read or written.
    """
    folder = folder.absolute()
    make_folder(folder)
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        msg = tr(
            "Another command is writing {path}; wait for it, or choose another folder."
        ).format(path=folder)
        raise CorpusError(msg) from None
    try:
        manifest = _read_manifest(folder)
        if manifest is not None and restart:
            _throw_away(folder, manifest)
            manifest = None
        if manifest is not None:
            _check_same(folder, manifest, plan)
        output = Output(folder, plan)
        output.take_up(manifest)
        output.write_manifest()
        yield output
    finally:
        lock.release()


def _read_manifest(folder: Path) -> dict[str, Any] | None:
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] == _FORMAT and data["version"] == _VERSION:
            parts = [shard["part"] for shard in data["shards"]]
            if all(_PART.fullmatch(part) for part in parts):
                return {**data}
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        pass
    msg = tr(
        "{path} is no manifest that this version of Wenmai can read; choose another folder."
    ).format(path=path)
    raise CorpusError(msg)


def _replace_manifest(folder: Path, data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    replace_file(folder / MANIFEST, [text.encode("utf-8"), b"\n"])


def _throw_away(folder: Path, manifest: dict[str, Any]) -> None:
    # Who reads the folder meanwhile is not told that all of it is there.
    shards = [{**shard, "done": None} for shard in manifest["shards"]]
    _replace_manifest(folder, {**manifest, "complete": False, "shards": shards})
    # The manifest goes last: what it names is ours as long as it is there.
    for shard in shards:
        (folder / shard["part"]).unlink(missing_ok=True)
    (folder / _PROGRESS).unlink(missing_ok=True)
    sync_folder(folder)
    (folder / MANIFEST).unlink()


def _check_same(folder: Path, manifest: dict[str, Any], plan: Plan) -> None:
    """See that a folder's suggestions are of the same input, options and rules."""
    what = {
        "input": tr("another input"),
        "options": tr("other options"),
        "rules": tr("other rules"),
    }
    for name, value in plan.identity().items():
        if manifest.get(name) != value:
            msg = tr(
                "{folder} holds suggestions of {what}; choose another folder, or begin anew with "
                "--restart."
            ).format(folder=folder, what=what[name])
            raise CorpusError(msg)


def _finished(folder: Path, manifest: dict[str, Any] | None) -> dict[int, dict[str, Any]]:
    """Return what was written down of the shards that are done, by number."""
    if manifest is None:
        return {}
    found = {
        number: shard["done"]
        for number, shard in enumerate(manifest["shards"])
        if shard["done"] is not None
    }
    with contextlib.suppress(FileNotFoundError), (folder / _PROGRESS).open("rb") as file:
        for line in file:
            # The last line of a run that was killed may be torn.
            with contextlib.suppress(ValueError):
                entry = msgspec.json.decode(line)
                found[entry.pop("shard")] = entry
    return found


def _is_as_written(part: Path, entry: dict[str, Any]) -> bool:
    try:
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return False
    return digest == str(entry["sha256"])
