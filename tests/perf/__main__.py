"""Measures the product: ``python tests/perf``, with ``--help`` for more."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType


def _find_packages() -> None:
    """Make ``reader`` and ``tests`` those of this repository.

    ``tests`` is a folder without ``__init__``, so that any distribution which
    installs a package of that name would hide it.
    """
    root = Path(__file__).resolve().parents[2]
    sys.path[0] = str(root)
    tests = ModuleType("tests")
    tests.__path__ = [str(root / "tests")]
    sys.modules["tests"] = tests


if __name__ == "__main__":
    # Before anything imports Qt: no screen is needed.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _find_packages()
    from tests.perf.command_line import main

    sys.exit(main())
