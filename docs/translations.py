"""Brings the translations up to date with the program, by Qt's own tools.

Run it as ``.venv/bin/python docs/translations.py``: lupdate puts new texts into
``resources/translations/*.ts``, lrelease makes the ``.qm`` files that the window loads.
Texts that lupdate cannot see (the menus' data, the sentences of the core, the tag set of a new
workspace) are handed to it as a file of calls.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotation.tag_set import DEFAULT_TAG_SET
from reader.ui.actions import ACTIONS, MENUS, SURFACE_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "zh_TW")
CORE = "core"
"""The context of what is said below the window."""
_NAMELESS = re.compile(r"<context>\s*<name></name>.*?</context>\n", re.DOTALL)


def ts_file(language: str) -> Path:
    """Return where a language's texts are translated."""
    return FOLDER / f"wenmai_{language}.ts"


def texts() -> Iterator[tuple[str, str]]:
    """Yield what lupdate cannot see: a context and a text."""
    for title in MENUS:
        yield "Menus", title
    for action in ACTIONS:
        yield "Menus", action.text
        if action.tool:
            yield "Menus", action.tool
        yield from (("Menus", part) for part in action.menu.split("/")[1:])
    for keys, what in SURFACE_KEYS:
        yield "KeyboardSheet", keys
        yield "KeyboardSheet", what
    for kind in DEFAULT_TAG_SET:
        yield CORE, kind.label
        for attribute in kind.attributes:
            yield CORE, attribute.label
            yield from ((CORE, choice) for choice in attribute.choices)
    for path in sorted((ROOT / "reader").rglob("*.py")):
        in_window = path.is_relative_to(ROOT / "reader" / "ui")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _hidden_in_window(tree) if in_window else _said_below(tree)


def _said_below(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for call in _calls(tree, "tr", "mark"):
        yield CORE, call


def _hidden_in_window(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the texts of a module's own ``_translated``, whose context it names, and the core's."""
    contexts = list(_calls(tree, "QCoreApplication.translate"))
    for text in _calls(tree, "_translated"):
        yield contexts[0], text
    for text in _calls(tree, "mark", "tr"):
        yield CORE, text


def _calls(tree: ast.Module, *names: str) -> Iterator[str]:
    """Yield the first argument of the calls of some functions, where it is a literal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def update() -> None:
    """Bring the translations' files up to date; what is new in them is marked unfinished."""
    FOLDER.mkdir(exist_ok=True)
    tools = Path(sys.executable).parent
    sources = [str(path) for path in sorted((ROOT / "reader" / "ui").rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        hidden = Path(folder, "hidden.py")
        lines = (f"QCoreApplication.translate({c!r}, {t!r})\n" for c, t in dict.fromkeys(texts()))
        hidden.write_text("".join(lines), encoding="utf-8")
        for language in LANGUAGES:
            options = ["-locations", "none", "-no-obsolete", "-silent"]
            options += ["-source-language", "en_GB", "-target-language", language]
            files = [*sources, str(hidden), "-ts", str(ts_file(language))]
            subprocess.run([tools / "pyside6-lupdate", *files, *options], check=True)
            _drop_nameless(ts_file(language))


def _drop_nameless(path: Path) -> None:
    """Take out what lupdate found without a context: the core's ``tr``, which is in ``CORE``."""
    written = path.read_text(encoding="utf-8")
    path.write_text(_NAMELESS.sub("", written), encoding="utf-8", newline="\n")


def release() -> None:
    """Make the files that the window loads."""
    tools = Path(sys.executable).parent
    for language in LANGUAGES:
        source = ts_file(language)
        subprocess.run(
            [tools / "pyside6-lrelease", source, "-qm", source.with_suffix(".qm"), "-silent"],
            check=True,
        )


if __name__ == "__main__":
    update()
    release()
