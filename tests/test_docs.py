"""The docs say what is so."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs").glob("*.md"))]
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def test_the_keyboard_page_is_what_the_menus_are_made_of() -> None:
    page = runpy.run_path(str(_ROOT / "docs" / "keyboard.py"))["page"]
    assert (_ROOT / "docs" / "keyboard.md").read_text("utf-8") == page()


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_top_level_holds_only_what_the_plan_names() -> None:
    allowed = {"pyproject.toml", "README.md", "reader", "resources", "tests", "docs"}
    # What tools leave beside the package is not in the repository.
    left = {"build", "dist"}
    names = {path.name for path in _ROOT.iterdir() if not path.name.startswith(".")}
    assert names - left <= allowed | {name for name in names if name.endswith(".egg-info")}
