"""``wenmai`` and ``python -m reader``: a command where one is named, else the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run a command, or open the window on a workspace.

    Neither loads what only the other needs: no command imports Qt.

    Args:
        words: What the user wrote after the program's name; ``None`` is the
            command line of this process.

    Returns:
        The exit status.
    """
    words = sys.argv[1:] if words is None else words
    if not words:
        return _open_window(None)
    from reader import cli

    # A command wins over a folder of its name; ./list is the folder.
    if len(words) == 1 and words[0] not in cli.COMMANDS and _is_folder(words[0]):
        return _open_window(Path(words[0]))
    return cli.main(words)


def _is_folder(word: str) -> bool:
    # pathlib raises where a folder is forbidden; whoever opens it says so better.
    return os.path.isdir(word)  # noqa: PTH112


def _open_window(workspace: Path | None) -> int:
    from reader.ui.app import main as open_window

    try:
        return open_window(workspace)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
