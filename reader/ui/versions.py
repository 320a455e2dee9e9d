"""What the program is made of, with versions."""

from __future__ import annotations

from reader import __version__


def versions() -> list[tuple[str, str]]:
    """Return what the program is made of, each with its version."""
    # Slow to import, and rarely asked for.
    import platform
    from importlib import metadata

    import PySide6
    from PySide6.QtCore import qVersion

    return [
        ("Wenmai", __version__),
        ("Python", platform.python_version()),
        ("PySide6", PySide6.__version__),
        ("Qt", qVersion()),
        ("OpenCC", metadata.version("opencc")),
    ]
