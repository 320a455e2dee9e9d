from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.tag_set import DEFAULT_TAG_SET, Attribute, AttributeType, TagKind, TagSet
from reader.assets import resource
from reader.workspace.files.tag_set_file import (
    LARGEST_FILE,
    TagSetFileError,
    read_tag_set,
    write_tag_set,
)

if TYPE_CHECKING:
    from pathlib import Path

PLACE = TagKind(
    "place",
    "地点",
    "#8a4a9e",
    "4",
    (Attribute("open", "Open", AttributeType.YES_NO), Attribute("since", "S", AttributeType.DATE)),
    "area",
    7,
    (("icon", '"#"'),),
)
TAG_SET = TagSet((TagKind("area", "Area", "#123456", ""), *DEFAULT_TAG_SET, PLACE))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kinds.json"


def test_a_tag_set_goes_through_a_file_with_its_places_as_its_order(path: Path) -> None:
    write_tag_set(path, TAG_SET)
    assert read_tag_set(path) == TagSet((*TAG_SET.kinds[:-1], replace(PLACE, order=None)))
    assert "地点" in path.read_text("utf-8")
    data = json.loads(path.read_bytes())
    schema = json.loads(resource("schema", "tag-set.schema.json").read_bytes())
    assert schema["$id"] == "urn:wenmai:schema:tag-set:1"
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(data)
    for field in data:
        less = {name: value for name, value in data.items() if name != field}
        assert not validator.is_valid(less)


def written(path: Path, **changes: Any) -> Path:
    data = {"format": "wenmai-tag-set", "version": 1, **TAG_SET.to_json(), **changes}
    path.write_text(json.dumps(data), "utf-8")
    return path


def refused(path: Path) -> str:
    with pytest.raises(TagSetFileError) as error:
        read_tag_set(path)
    return str(error.value)


def test_what_is_no_tag_set_is_named(path: Path) -> None:
    sentence = f"{path} is no tag set; choose a file that “Export tag set” wrote."
    for content in (b"", b"\xff", b"[]", b"null", b'{"kinds": []}'):
        path.write_bytes(content)
        assert refused(path) == sentence
    for changes in ({"format": "other"}, {"kinds": None}, {"kinds": [{"name": "x"}]}):
        assert refused(written(path, **changes)) == sentence
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert refused(path) == sentence


def test_a_kind_that_stands_twice_is_named(path: Path) -> None:
    kinds = [kind.to_json() for kind in (*TAG_SET, PLACE)]
    assert refused(written(path, kinds=kinds)) == (
        f"{path} has two kinds “place”; take one of them out."
    )


def test_a_newer_tag_set_is_named(path: Path) -> None:
    assert refused(written(path, version=2, kinds={})) == (
        f"{path} was written by a newer Wenmai; update Wenmai to read it."
    )


def test_a_file_that_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "kinds.json"
    assert refused(path) == (
        f"{path} could not be read (No such file or directory); check its name."
    )
    with pytest.raises(TagSetFileError) as error:
        write_tag_set(path, TAG_SET)
    assert str(error.value) == (
        f"{path} could not be written (No such file or directory); choose another file or folder."
    )
