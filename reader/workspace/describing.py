"""What is known of an article besides its text: title, source, date, author, address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.annotation.operation import DESCRIBED, ArticleEdit, Operation
from reader.annotation.tag_set import Attribute, AttributeType, InvalidAttributeError
from reader.language import mark, tr
from reader.workspace.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.workspace.workspace import Workspace

DETAILS: Final = ("title", *DESCRIBED)
"""What may be said of an article, in the order shown."""

_DATE: Final = Attribute("date", mark("Date"), AttributeType.DATE)


def describe_article(workspace: Workspace, article_id: str, said: Mapping[str, str]) -> Operation:
    """Say something of an article.

    Args:
        workspace: Where.
        article_id: Which.
        said: Some of :data:`DETAILS`, each on one line; an empty title gives the article's own
            back. What is as before stays as it is, so a date that a file wrote in its own way
            need not be one.

    Raises:
        RefusedError: If there is no such article or detail, or the date is none.
    """
    if article_id not in workspace.articles:
        msg = tr("There is no article {article_id} in {folder}; it may have been removed.").format(
            article_id=article_id, folder=workspace.folder
        )
        raise RefusedError(msg)
    unknown = [name for name in said if name not in DETAILS]
    if unknown:
        msg = tr("An article has no “{name}”; say one of {names}.").format(
            name=unknown[0], names=", ".join(DETAILS)
        )
        raise RefusedError(msg)
    before = workspace.details(article_id)
    wanted = {name: " ".join(value.split()) for name, value in said.items()}
    if "title" in wanted:
        wanted["title"] = wanted["title"] or workspace.articles[article_id].title
    if wanted.get("date", before.date) != before.date:
        wanted["date"] = _date(wanted["date"])
    after = replace(before, **wanted)  # type: ignore[arg-type]  # DETAILS are all texts
    edits = () if after == before else (ArticleEdit(article_id, before, after),)
    return Operation(mark("Edit article details"), edits)


def _date(written: str) -> str:
    try:
        return str(_DATE.parse(written) or "")
    except InvalidAttributeError as error:
        raise RefusedError(str(error)) from None
