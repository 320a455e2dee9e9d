"""The dictionaries and configurations of the installed OpenCC, read."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import opencc


def share_folder() -> Path:
    """Return the folder of OpenCC's dictionaries and configurations."""
    return Path(opencc.__file__).parent / "clib" / "share" / "opencc"


def read_config(name: str) -> dict[str, Any]:
    """Return one of OpenCC's own configurations."""
    config: dict[str, Any] = json.loads((share_folder() / f"{name}.json").read_text("utf-8"))
    return config


def entries(dictionary: str) -> list[tuple[str, str]]:
    """Return the keys of an installed dictionary, each with the value OpenCC chooses.

    Args:
        dictionary: File name, such as ``TWPhrases.ocd2``.

    Raises:
        subprocess.CalledProcessError: If the wheel's own tool cannot read it.
    """
    return [(key, values[0]) for key, values in all_entries(dictionary)]


def all_entries(dictionary: str) -> list[tuple[str, list[str]]]:
    """Return the keys of an installed dictionary, each with every value, OpenCC's choice first.

    Args:
        dictionary: File name, such as ``STCharacters.ocd2``.

    Raises:
        subprocess.CalledProcessError: If the wheel's own tool cannot read it.
    """
    share = share_folder()
    tool = (
        share.parent.parent
        / "bin"
        / ("opencc_dict.exe" if sys.platform == "win32" else "opencc_dict")
    )
    with tempfile.TemporaryDirectory(prefix="wenmai-opencc-") as folder:
        dump = Path(folder) / "dump.txt"
        subprocess.run(  # noqa: S603  the tool that the pinned wheel ships
            [tool, "-i", share / dictionary, "-f", "ocd2", "-o", dump, "-t", "text"],
            check=True,
            capture_output=True,
        )
        rows = (line.split("\t") for line in dump.read_text("utf-8").splitlines())
        return [(key, values.split(" ")) for key, values in rows]
