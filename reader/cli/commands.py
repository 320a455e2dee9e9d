"""Which commands there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.cli.article import ARTICLE
from reader.cli.backup import BACKUP
from reader.cli.check import CHECK
from reader.cli.clean import CLEAN
from reader.cli.convert import CONVERT
from reader.cli.corpus import CORPUS
from reader.cli.export import EXPORT
from reader.cli.import_files import IMPORT
from reader.cli.import_tags import IMPORT_TAGS
from reader.cli.kinds import KINDS
from reader.cli.list_articles import LIST
from reader.cli.restore import RESTORE
from reader.cli.suggest import SUGGEST
from reader.cli.tag import TAG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.cli.command import Command

COMMANDS: Final[Mapping[str, Command]] = {
    command.name: command
    for command in (
        IMPORT,
        IMPORT_TAGS,
        LIST,
        ARTICLE,
        KINDS,
        CONVERT,
        CLEAN,
        SUGGEST,
        CORPUS,
        TAG,
        EXPORT,
        CHECK,
        BACKUP,
        RESTORE,
    )
}
"""Every command by its name, in the order the help lists them."""
