from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from reader.workspace import NotAWorkspaceError, editing
from reader.workspace.checks import check as module
from reader.workspace.checks.check import Finding, check
from reader.workspace.files.article_file import article_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.text.article import Article
    from reader.workspace import Workspace

    Tag = Callable[..., Annotation]
    Journal = Callable[[Workspace], Path]


def forge(path: Path, old: bytes, new: bytes) -> None:
    """Change every line of a journal, and make its sum right again."""
    content = b""
    for line in path.read_bytes().splitlines():
        body = line[34:-1].replace(old, new)
        digest = hashlib.sha256(body).hexdigest()[:16].encode()
        content += b'{"sum":"' + digest + b'","entry":' + body + b"}\n"
    path.write_bytes(content)


def only(folder: Path) -> Finding:
    (finding,) = check(folder)
    return finding


def test_a_sound_workspace_has_no_findings_and_is_not_touched(
    workspace: Workspace, article: Article, tag: Tag, folder: Path
) -> None:
    tag(workspace, 0, 3)
    gone = tag(workspace, 5, 8)
    workspace.apply(editing.untag(workspace, [gone.id]))
    workspace.apply(editing.remove_article(workspace, article.id))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert check(folder) == []
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_damaged_article_is_an_error(
    workspace: Workspace, article: Article, tag: Tag, folder: Path
) -> None:
    tag(workspace, 0, 3)
    path = article_path(folder, article.id)
    path.write_bytes(path.read_bytes()[:-20])
    assert only(folder) == Finding(
        path,
        f"articles/{article.id}.json is damaged (it is not JSON); import the same text again, "
        "or put the file back from a backup.",
        "error",
    )


def test_every_damaged_line_is_an_error(
    workspace: Workspace, tag: Tag, journal: Journal, folder: Path
) -> None:
    for start in range(3):
        tag(workspace, start, start + 3)
    path = journal(workspace)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0].replace(b"metric", b"honour") + b"?\n" + lines[2])
    one, two = check(folder)
    name = f"annotations/{workspace.writer}/0001.jsonl"
    assert one == Finding(
        path,
        f"Line 1 of {name} is damaged (the checksum does not match); "
        "put the file back from a backup if there is one.",
        "error",
    )
    assert two.message.startswith(f"Line 2 of {name} is damaged (not a line of a journal)")


def test_a_torn_tail_is_only_a_note(
    workspace: Workspace, tag: Tag, journal: Journal, folder: Path
) -> None:
    tag(workspace, 0, 3)
    path = journal(workspace)
    path.write_bytes(path.read_bytes() + b'{"sum":')
    finding = only(folder)
    assert (finding.path, finding.severity) == (path, "note")
    assert finding.message.startswith("The last line of ")


def test_a_journal_that_cannot_be_read_is_an_error(
    workspace: Workspace, journal: Journal, folder: Path
) -> None:
    journal(workspace).mkdir(parents=True)
    finding = only(folder)
    assert finding.severity == "error"
    assert "could not be read (Is a directory)" in finding.message


def test_a_missing_article_is_an_error_for_each_tag(
    workspace: Workspace, article: Article, tag: Tag, folder: Path
) -> None:
    made = tag(workspace, 0, 3)
    path = article_path(folder, article.id)
    path.unlink()
    assert only(folder) == Finding(
        path,
        f"Tag {made.id} (metric, “清溪镇”) belongs to articles/{article.id}.json, which is "
        "missing; import it again.",
        "error",
    )


@pytest.mark.parametrize(
    ("old", "new", "severity", "sentence"),
    [
        ('"end":3', '"end":300', "error", "stands at 0 to 300, but {file} has only 30 characters."),
        ('"end":3', '"end":0', "error", "does not quote the words at 0 to 0 of {file}, “”."),
        ("清溪镇", "青溪镇", "error", "does not quote the words at 0 to 3 of {file}, “清溪镇”."),
        (
            '"suffix":"办',
            '"suffix":"力',
            "error",
            "other words around 0 to 3 than {file} has; tag them again.",
        ),
        (
            '"metric"',
            '"colour"',
            "error",
            "is of a kind that the tag set does not have; change its kind.",
        ),
    ],
)
def test_a_tag_that_does_not_fit_is_found(
    workspace: Workspace,
    tag: Tag,
    journal: Journal,
    folder: Path,
    old: str,
    new: str,
    severity: str,
    sentence: str,
) -> None:
    made = tag(workspace, 0, 3)
    forge(journal(workspace), old.encode(), new.encode())
    finding = only(folder)
    assert finding.severity == severity
    assert finding.message.startswith(f"Tag {made.id} (")
    assert finding.message.endswith(sentence.format(file=f"{made.article}.json"))


def test_a_damaged_manifest_is_found_and_the_rest_verified(
    workspace: Workspace, article: Article, tag: Tag, folder: Path
) -> None:
    tag(workspace, 0, 3)
    article_path(folder, article.id).unlink()
    (folder / "workspace.json").write_bytes(b"{")
    manifest, missing = check(folder)
    assert (manifest.path, manifest.severity) == (folder / "workspace.json", "error")
    assert "is damaged; put back a copy" in manifest.message
    assert missing.severity == "error"


def test_a_newer_format_is_a_note(workspace: Workspace, folder: Path) -> None:
    manifest = folder / "workspace.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"version": 1', b'"version": 4'))
    finding = only(folder)
    assert (finding.path, finding.severity) == (manifest, "note")
    assert "newer Wenmai (format 4)" in finding.message


def test_what_is_no_workspace_is_not_checked(
    workspace: Workspace, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotAWorkspaceError, match="is not a workspace"):
        check(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(module, "check_journals", fail)
    with pytest.raises(NotAWorkspaceError, match=r"could not be read \(Input/output error\)"):
        check(folder)


def test_what_the_sums_do_not_vouch_for_is_an_error(
    workspace: Workspace, article: Article, folder: Path
) -> None:
    for path in (folder / "workspace.json", article_path(folder, article.id)):
        path.write_bytes(
            path.read_bytes().replace(b"Metric", b"Metrik").replace(b'"script"', b'"script" ')
        )
    manifest, filed = check(folder)
    assert (manifest.severity, filed.severity) == ("error", "error")
    assert "is not as Wenmai wrote it" in manifest.message
    assert filed.message.startswith("What stands before the text in articles/")


def test_a_workspace_without_its_folders_has_nothing_damaged(
    workspace: Workspace, folder: Path, article: Article
) -> None:
    article_path(folder, article.id).unlink()
    for name in ("articles", "annotations"):
        (folder / name).rmdir()
    assert check(folder) == []
