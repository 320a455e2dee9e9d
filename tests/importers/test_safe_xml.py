"""XML of strangers: nothing of theirs is expanded or fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.importers.importer import ImportRefusedError
from reader.importers.safe_xml import parse_xml
from tests.importers.hostile import LAUGHS, SECRETS

if TYPE_CHECKING:
    from pathlib import Path


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        parse_xml(data, "a.xml")
    sentence = str(caught.value)
    assert sentence.startswith("a.xml ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_comes_in_without_comments_and_instructions(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a b="1">文<!-- x --><?y z?>章<c/></a>'
    root = parse_xml(text.encode(encoding), "a.xml")
    assert (root.tag, root.text, root.get("b")) == ("a", "文章", "1")
    assert [child.tag for child in root] == ["c"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "body", ["<a>&l11;</a>", '<a b="&l11;"/>', "<a/>"], ids=["text", "attribute", "unused"]
)
def test_billions_of_laughs_are_refused(body: str, encoding: str) -> None:
    refusal(f"{LAUGHS}{body}".encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        f"{SECRETS}<a>&x;</a>",
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]><a/>',
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    ],
)
def test_other_files_are_not_fetched(text: str) -> None:
    assert "declares entities of its own" in refusal(text.encode())


def test_a_declaration_elsewhere_is_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.dtd").write_text('<!ENTITY x "from outside"><!ATTLIST a b CDATA "default">')
    where = (tmp_path / "a.dtd").as_uri()
    root = parse_xml(f'<!DOCTYPE a SYSTEM "{where}"><a>&x;</a>'.encode(), "a.xml")
    assert root.get("b") is None
    assert "outside" not in "".join(root.itertext(with_tail=False))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\xff",
        b"<a>",
        b"<a>\0</a>",
        b"<a>" * 100_000,
        b"<a>" * 3_000 + b"</a>" * 3_000,
        b"<a>" + b"x" * 11_000_000 + b"</a>",
    ],
    ids=["nothing", "binary", "open", "nul", "endless", "deep", "huge"],
)
def test_what_is_damaged_too_deep_or_too_large_is_refused(data: bytes) -> None:
    assert "its XML breaks off in line 1" in refusal(data)
