"""What is cleaned up in an article, as an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotation.cleaning_choice import choice_of, with_choice
from reader.annotation.operation import ArticleEdit, Operation
from reader.language import mark, tr
from reader.workspace.errors import RefusedError

if TYPE_CHECKING:
    from reader.annotation.cleaning_choice import CleaningChoice
    from reader.workspace.workspace import Workspace


def clean_up(workspace: Workspace, article_id: str, choice: CleaningChoice) -> Operation:
    """Say what of an article's text is cleaned up. The text itself stays as it is.

    Raises:
        RefusedError: If there is no such article.
    """
    if article_id not in workspace.articles:
        msg = tr("There is no article {article_id} in {folder}; it may have been removed.").format(
            article_id=article_id, folder=workspace.folder
        )
        raise RefusedError(msg)
    before = workspace.details(article_id)
    edit = ArticleEdit(article_id, before, with_choice(before, choice))
    return Operation(mark("Clean up text"), () if choice_of(before) == choice else (edit,))
