"""The sample workspace: five articles about invented places, some tagged already."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import Annotation
from reader.annotation.operation import AnnotationEdit, Operation
from reader.assets import resource
from reader.importers import import_file
from reader.text.span import Span
from reader.workspace.workspace import Workspace

if TYPE_CHECKING:
    from reader.text.article import Article

_AUTHOR = "Wenmai"
_NAMES = ("simplified", "traditional", "residue", "rare-characters", "long")


def make_sample(folder: Path) -> None:
    """Make the sample workspace in a folder that does not exist.

    Its tags belong to a writer of their own, so that a user's Undo does not
    begin with taking them back.

    Raises:
        WorkspaceError: If the folder cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".wenmai-sample-", dir=folder.parent) as aside:
        making = Path(aside) / "workspace"
        state = Path(aside) / "state"
        with Workspace.create(making, author=_AUTHOR, state=state) as workspace:
            for name in _NAMES:
                article = import_file(resource("samples", f"{name}.txt"))
                workspace.add_article(article)
                workspace.apply(
                    _tags(workspace, article, resource("samples", f"{name}.tags.jsonl"))
                )
        shutil.move(making, folder)


def _tags(workspace: Workspace, article: Article, path: Path) -> Operation:
    """Return the operation that makes the tags of a sample article."""
    now = workspace.now()
    edits = []
    for line in path.read_text("utf-8").splitlines():
        tag = json.loads(line)
        annotation = Annotation(
            id=workspace.new_id(),
            article=article.id,
            anchor=Anchor.at(article.text, Span(tag["start"], tag["end"])),
            kind=tag["kind"],
            attributes=tag["attrs"],
            author=_AUTHOR,
            created=now,
            modified=now,
        )
        edits.append(AnnotationEdit(None, annotation))
    return Operation("Tag", tuple(edits))
