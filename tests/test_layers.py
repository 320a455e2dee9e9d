"""The floors below the window know no Qt and nothing above them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_LOAD = """
import sys
from importlib import import_module
from pkgutil import walk_packages
package = import_module(sys.argv[1])
for module in walk_packages(package.__path__, package.__name__ + "."):
    import_module(module.name)
print("\\n".join(sys.modules))
"""


@pytest.mark.parametrize(
    ("package", "below"),
    [("reader.text", ()), ("reader.annotation", ("reader.text",))],
)
def test_a_package_loads_only_what_stands_below_it(package: str, below: tuple[str, ...]) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _LOAD, package],
        check=True,
        capture_output=True,
        text=True,
        cwd=_ROOT,
    ).stdout.split()
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]
    beside = ("reader.assets", "reader.durable", "reader.language", "reader.user")
    allowed = ("reader", *beside, package, *below)
    assert [
        name
        for name in loaded
        if name.split(".")[0] == "reader"
        and name not in allowed
        and not name.startswith(tuple(f"{one}." for one in (package, *below)))
    ] == []
    assert f"{package}.{'span' if package == 'reader.text' else 'index'}" in loaded
