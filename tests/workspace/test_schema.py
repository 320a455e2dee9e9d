"""The schemas in ``resources/`` describe the files that the product really writes."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from reader.annotation.anchor import Anchor
from reader.annotation.operation import AnnotationEdit
from reader.annotation.tag_set import Attribute, AttributeType, TagKind
from reader.assets import resource
from reader.suggest.suggestion import Suggestion
from reader.text.glossary import Correction
from reader.text.script import Script, SourceScript
from reader.text.span import Span
from reader.workspace import editing, judging
from reader.workspace.backups.backup import back_up
from reader.workspace.backups.backup_manifest import Kept
from reader.workspace.files.article_file import read_article
from reader.workspace.files.entry import Entry
from reader.workspace.files.json_bytes import parse
from reader.workspace.files.manifest import Manifest
from reader.workspace.files.whole_file import is_intact

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]


PLACE = TagKind(
    "place", "Place", "#8a4a9e", "4", (Attribute("since", "Since", AttributeType.DATE),)
)


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads(resource("schema", f"{name}.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:wenmai:schema:{name}:1"
    return jsonschema.Draft202012Validator(schema)


def lines(folder: Path) -> list[Any]:
    (path,) = folder.rglob("*.jsonl")
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.fixture
def used(workspace: Workspace, article: Article, tag: Tag) -> Workspace:
    """Return a workspace in which everything was done once."""
    one, two = tag(workspace, 0, 3), tag(workspace, 5, 8, "honour")
    workspace.apply(editing.describe(workspace, one.id, attributes={"value": 1.5, "unit": "场"}))
    workspace.apply(editing.untag(workspace, [one.id, two.id]))
    workspace.undo()
    workspace.redo()
    workspace.apply(editing.retitle(workspace, article.id, "清溪"))
    workspace.apply(editing.set_script(workspace, article.id, SourceScript.MIXED))
    correction = Correction("干部", "幹部", frozenset((Script.TAIWAN, Script.HONG_KONG)))
    workspace.apply(editing.correct(workspace, correction))
    workspace.apply(editing.correct(workspace, Correction("干部", "乾部", correction.scripts)))
    workspace.apply(editing.correct_all(workspace, [Correction("云", "云")]))
    workspace.apply(editing.uncorrect(workspace, [Correction("云", "云")]))
    workspace.apply(editing.put_kind(workspace, PLACE))
    workspace.apply(editing.put_kind(workspace, replace(PLACE, parent="metric", key="")))
    workspace.apply(editing.remove_kind(workspace, "place"))
    some = [Suggestion(Span(one, one + 2), "honour", {}, 0.5, "", "honour.title") for one in (0, 4)]
    workspace.apply(judging.accept(workspace, article.id, some))
    workspace.apply(judging.reject(workspace, article.id, some[:1]))
    workspace.apply(judging.forget(workspace))
    said = {"source": "晚报", "date": "2026-11", "author": "林", "url": "https://example.org"}
    workspace.apply(editing.describe_article(workspace, article.id, said))
    workspace.apply(editing.describe_article(workspace, article.id, {"source": ""}))
    workspace.apply(editing.remove_article(workspace, article.id))
    return workspace


def test_every_file_that_is_written_fits_its_schema(used: Workspace, article: Article) -> None:
    folder = used.folder
    validator("workspace").validate(json.loads((folder / "workspace.json").read_bytes()))
    validator("article").validate(
        json.loads((folder / "articles" / f"{article.id}.json").read_bytes())
    )
    written = lines(folder)
    assert len(written) == 21
    for line in written:
        validator("journal-line").validate(line)


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("workspace", ["format"], "other"),
        ("workspace", ["version"], 0),
        ("workspace", ["id"], "../x"),
        ("workspace", ["tag_set", "kinds", 0, "attributes", 2, "choices"], None),
        ("workspace", ["tag_set", "kinds", 0, "colour"], "red"),
        ("article", ["sha256"], "0"),
        ("article", ["script"], "zh-Latn"),
        ("article", ["metadata"], {"pages": 3}),
        ("article", ["imported"], "2026-11-22"),
        ("journal-line", ["sum"], "xyz"),
        ("journal-line", ["entry", "seq"], 0),
        ("journal-line", ["entry", "clock"], 2**52 + 1),
        ("journal-line", ["entry", "reverts"], {"writer": "a", "seq": 1, "as": "do"}),
        ("journal-line", ["entry", "operation", "edits"], []),
        ("journal-line", ["entry", "operation", "edits", 0, "after"], None),
        ("journal-line", ["entry", "operation", "edits", 0, "settles"], []),
        ("journal-line", ["entry", "operation", "edits", 0, "settles"], [["a"]]),
        ("journal-line", ["entry", "operation", "edits", 0, "settles"], [["a", 0]]),
        ("journal-line", ["entry", "operation", "edits", 0, "after", "start"], -1),
        ("journal-line", ["entry", "operation", "edits", 0, "after", "attributes"], {"a": []}),
    ],
)
def test_what_does_not_fit_is_refused(
    used: Workspace, article: Article, name: str, path: list[Any], value: object
) -> None:
    folder = used.folder
    data = {
        "workspace": json.loads((folder / "workspace.json").read_bytes()),
        "article": json.loads((folder / "articles" / f"{article.id}.json").read_bytes()),
        "journal-line": lines(folder)[0],
    }[name]
    validator(name).validate(data)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator(name).validate(data)


def test_what_nobody_knows_of_an_article_is_absent(used: Workspace) -> None:
    (data, *_) = [line for line in lines(used.folder) if "source" in str(line)]
    validator("journal-line").validate(data)
    data["entry"]["operation"]["edits"][0]["after"]["source"] = ""
    with pytest.raises(jsonschema.ValidationError):
        validator("journal-line").validate(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["correction"], ""),
        (["before"], {"words": "干部", "shown": "干部"}),
        (["before", "scripts"], ["original"]),
        (["before", "scripts"], ["zh-Hant", "zh-Hant"]),
        (["before", "shown"], ""),
        (["after", "words"], "字" * 65),
        (["before"], None),
    ],
)
def test_an_edit_of_a_correction_that_does_not_fit_is_refused(
    used: Workspace, path: list[str], value: object
) -> None:
    data = lines(used.folder)[9]
    edit = data["entry"]["operation"]["edits"][0]
    assert edit["before"]
    assert edit["after"]
    if path == ["before"] and value is None:
        edit["after"] = None
    validator("journal-line").validate(lines(used.folder)[9])
    holder = edit
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator("journal-line").validate(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["kind"], ""),
        (["after", "name"], ""),
        (["after", "colour"], "red"),
        (["after", "order"], 1.5),
        (["after", "parent"], ""),
        (["after", "attributes", 0, "type"], "colour"),
        (["after", "attributes"], None),
        (["correction"], "云"),
        (["annotation"], "a"),
        (["after"], None),
    ],
)
def test_an_edit_of_a_kind_that_does_not_fit_is_refused(
    used: Workspace, path: list[Any], value: object
) -> None:
    data = lines(used.folder)[12]
    holder = edit = data["entry"]["operation"]["edits"][0]
    assert edit["kind"] == "place"
    assert edit["before"] is None
    validator("journal-line").validate(data)
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator("journal-line").validate(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["verdict"], "x"),
        (["verdict", 1], -1),
        (["verdict", 3], ""),
        (["after", "confidence"], 1.5),
        (["after", "accepted"], "yes"),
        (["after", "words"], None),
        (["before"], {}),
        (["annotation"], "a"),
        (["kind"], "metric"),
        (["after"], None),
    ],
)
def test_a_verdict_that_does_not_fit_is_refused(
    used: Workspace, path: list[Any], value: object
) -> None:
    data = lines(used.folder)[15]
    holder = edit = data["entry"]["operation"]["edits"][1]
    assert edit["verdict"][1:] == [0, 2, "honour"]
    assert edit["before"] is None
    validator("journal-line").validate(data)
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator("journal-line").validate(data)


def test_a_settled_conflict_and_an_undo_of_nothing_fit(used: Workspace) -> None:
    settling, undo = lines(used.folder)[1], lines(used.folder)[4]
    settling["entry"]["operation"]["edits"][0]["settles"] = [["k3v7q2mz5a", 1]]
    validator("journal-line").validate(settling)
    assert undo["entry"]["reverts"]["as"] == "undo"
    undo["entry"]["operation"]["edits"] = []
    validator("journal-line").validate(undo)


def test_nothing_is_written_that_has_no_schema(
    used: Workspace, state: Path, tmp_path: Path
) -> None:
    used.close()
    (used.folder / "backups").mkdir()
    back_up(used.folder, used.folder / "backups" / "2026-11-22.zip")
    schemas = {
        "workspace.json": "workspace",
        "articles/*.json": "article",
        "annotations/*/*.jsonl": "journal-line",
        "annotations/*/snapshot.json": "snapshot",
        "writers/*/*.json": "writer",
    }
    seen = set()
    for folder in (used.folder, state):
        for path in folder.rglob("*"):
            name = path.relative_to(folder).as_posix()
            if not path.is_file() or path.suffix == ".lock":
                continue
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    validator("backup").validate(json.loads(archive.read("backup.json")))
                seen.add("backup")
                continue
            (schema,) = (schemas[one] for one in schemas if fnmatch(name, one))
            for line in path.read_bytes().splitlines() if schema == "journal-line" else ():
                validator(schema).validate(json.loads(line))
            if schema != "journal-line":
                validator(schema).validate(json.loads(path.read_bytes()))
            seen.add(schema)
    assert seen >= {"workspace", "article", "journal-line", "writer", "backup"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], "other"),
        (["workspace"], 7),
        (["created"], "2026-11-22"),
        (["files", "../x"], {"bytes": 1, "sha256": "0" * 64}),
        (["files", "/x"], {"bytes": 1, "sha256": "0" * 64}),
        (["files", "a//b"], {"bytes": 1, "sha256": "0" * 64}),
        (["files", "a\\b"], {"bytes": 1, "sha256": "0" * 64}),
        (["files", "workspace.json", "bytes"], -1),
        (["files", "workspace.json", "sha256"], "0"),
        (["unreadable"], None),
    ],
)
def test_a_backup_that_does_not_fit_is_refused(path: list[str], value: object) -> None:
    kept = Kept("x", "2026-11-22T08:00:00.000000Z", {"workspace.json": (2, "0" * 64)}, ("a/b",))
    data = json.loads(kept.to_bytes())
    validator("backup").validate(data)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator("backup").validate(data)


def test_the_example_in_the_documentation_is_what_the_product_writes(tmp_path: Path) -> None:
    document = (resource().parent / "docs" / "file-format.md").read_text("utf-8")
    examples = [block.split("```", 1)[0] for block in document.split("```json\n")[1:]]
    assert len(examples) == 3
    for name, example in zip(("workspace", "article", "journal-line"), examples, strict=True):
        validator(name).validate(json.loads(example))
    manifest, article, line = (example.encode() for example in examples)
    assert Manifest.from_json(parse(manifest)).version == 1
    assert is_intact(manifest)
    assert is_intact(article)
    path = tmp_path / f"{json.loads(article)['id']}.json"
    path.write_bytes(article)
    filed = read_article(path)
    assert filed.to_bytes() == article
    entry = Entry.from_line("k3v7q2mz5a", line.removesuffix(b"\n"))
    assert entry.to_line() == line
    (edit,) = entry.operation.edits
    assert isinstance(edit, AnnotationEdit)
    assert edit.after is not None
    assert edit.after.anchor == Anchor.at(filed.article.text, edit.after.span)
