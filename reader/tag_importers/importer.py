"""What a tag importer is, and the JSON that two of them read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tag_importers.records import TagFile


@dataclass(frozen=True, slots=True)
class TagImporter:
    """One format that tags are read from.

    Attributes:
        name: The key of the format, the same as of the exporter that writes it.
        label: What the user reads in a file dialog.
        suffixes: Endings of its files, lower case, each with its dot.
        read: Takes the bytes of a file and what messages call it, and raises
            :class:`~reader.importers.importer.ImportRefusedError`.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], TagFile]


def parse_json(data: bytes, name: str) -> Any:  # noqa: ANN401  what a file holds is not known
    """Return what a JSON file holds.

    Raises:
        ImportRefusedError: If it is no JSON, or nested too deep; the message names the file.
    """
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        reason = tr("it is not UTF-8")
    except RecursionError:
        reason = tr("it is nested too deep")
    except json.JSONDecodeError as error:
        reason = tr("it breaks off in line {line}").format(line=error.lineno)
    except ValueError:
        reason = tr("it holds a number that JSON does not have")
    msg = tr("{name} is no JSON that is read here ({reason}); export it again.").format(
        name=name, reason=reason
    )
    raise ImportRefusedError(msg)


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


class OtherFormatError(ImportRefusedError):
    """A file that is of another format than it was read as."""


def not_of_format(name: str, label: str) -> OtherFormatError:
    """Return what refuses a file of another format.

    Args:
        name: What messages call the file.
        label: What the format is called.
    """
    return OtherFormatError(
        tr("{name} holds no tags as “{label}”; choose the format that it was exported in.").format(
            name=name, label=tr(label)
        )
    )
