"""What a page says of its article: title, source, date, author, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from reader.importers.html_lines import Line

# Names of <meta>, in lower case, the surest first. Offices' pages follow a standard of their own.
_NAMED: Final = {
    "title": ("articletitle", "og:title", "twitter:title", "dc.title"),
    "source": ("contentsource", "source", "article:source", "mediaid"),
    "date": (
        *("pubdate", "publishdate", "article:published_time", "og:release_date", "publish_date"),
        *("weibo: article:create_at", "datepublished", "dc.date", "date"),
    ),
    "author": ("author", "article:author", "byl"),
    "url": ("url", "og:url"),
}
_SITE: Final = ("og:site_name", "sitename")
_SAVED = re.compile(
    r"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s>]+)|<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"
)
# Where browsers write what they saved a page from.
_BEGINNING: Final = 4096
_DATE = re.compile(r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_DATE_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?!\d)|/t((?:19|20)\d\d)(\d\d)(\d\d)_"
)
_SOURCE = re.compile("(?:来源|來源|稿源|文章来源|信息来源)\\s*[：:]\\s*([^\\s|｜丨【\\[（(]{1,30})")
_AUTHOR = re.compile(
    "(?:^|[\\s|｜\u3000\u00a0（(])(?:作者|文|撰文)\\s*[：:/／]\\s*([^\\s|｜丨【\\[（()）]{2,20})"
)
_REPORTER = re.compile(
    "[（(]?(?:本报|本刊|本网|本社|新华社|見習|见习|实习|实习生|特约)*(?:记者|記者)[\\s：:]*"
    "((?:[\u4e00-\u9fff·]{2,4}[\\s、，]*){1,4})(?:[/／]?文[/／]?[图圖摄]?|[/／].{2,4}(?:报道|報導))?[）)]?"
)
_SITE_NAME = re.compile("\\s*[_|｜丨]\\s*|\\s+[-–—]+\\s+|--|——(?=[^——]{2,12}$)|-(?=[^-]{2,12}$)")
_WHITE = re.compile("[\\s\u00a0]+")
_LONGEST_LINE: Final = 160
_LONGEST_TITLE: Final = 120
# So many lines from the top may be the title.
_TOP: Final = 200


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself out of sight.

    Attributes:
        named: What stands in ``<meta>``, by name in lower case; the first of a name counts.
        linked: What it says as JSON for search engines, by field.
        title: What stands in ``<title>``.
        times: The moments that ``<time>`` gives.
        address: Where it says it is at home.
    """

    named: Mapping[str, str]
    linked: Mapping[str, str]
    title: str
    times: Sequence[str]
    address: str

    def values(self, field: str) -> list[str]:
        """Return what it says of a field, the surest first."""
        said = [self.named.get(name, "") for name in _NAMED[field]]
        return [*said, self.linked.get(field, "")]


def declared_by(root: HtmlElement) -> Declared:
    """Return what a page says of itself in its head and its scripts, before these are taken out."""
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        named.setdefault(name.casefold(), _plain(element.get("content", "")))
    title = root.find(".//title")
    canonical = root.xpath("//link[@rel='canonical']/@href")
    return Declared(
        named,
        _linked_data(root),
        "" if title is None else _plain(title.text_content()),
        [element.get("datetime", "") for element in root.iter("time")],
        str(canonical[0]) if canonical else "",
    )


def metadata_of(
    page: str, declared: Declared, lines: Sequence[Line]
) -> tuple[dict[str, str], int | None]:
    """Return what a page says of its article, and the place of the line that is its title.

    Args:
        page: The page as it was saved.
        declared: What it says out of sight.
        lines: Its lines, from the top.
    """
    title, place = _title(declared, lines)
    beside = [*lines[place or 0 :], *lines[: place or 0]]
    short = [one.text for one in beside if len(one.text) <= _LONGEST_LINE and "。" not in one.text]
    url = _address(page, declared)
    sources = declared.values("source")
    authors = [*declared.values("author"), *_found(_AUTHOR, short)]
    dates = [*declared.values("date"), *declared.times, *short]
    sites = [declared.named.get(name, "") for name in _SITE]
    known = {
        "title": title,
        "source": _first([sources[0], *_found(_SOURCE, short), *sources[1:], *sites]),
        "date": _first([*map(iso_date, dates), _date_in(url)]),
        "author": _first([*authors, *_found(_REPORTER, short, whole=True)]),
        "url": url,
    }
    return {key: value for key, value in known.items() if value}, place


def iso_date(text: str) -> str:
    """Return the first date in a text as ISO 8601, or nothing where there is none."""
    for found in _DATE.finditer(text):
        iso = _iso(found.groups())
        if iso:
            return iso
    return ""


def _iso(parts: Sequence[str]) -> str:
    try:
        return date(*map(int, parts)).isoformat()
    except ValueError:
        return ""


def _date_in(url: str) -> str:
    found = _DATE_IN_ADDRESS.search(url)
    return _iso([part for part in found.groups() if part]) if found else ""


def _plain(text: str) -> str:
    return _WHITE.sub(" ", text).strip()


def _first(candidates: Iterable[str]) -> str:
    """Return the first that says something."""
    return next((plain for one in candidates if (plain := _plain(one))), "")


def _found(pattern: re.Pattern[str], texts: Iterable[str], *, whole: bool = False) -> Iterator[str]:
    for text in texts:
        found = pattern.fullmatch(text.strip()) if whole else pattern.search(text)
        if found is not None:
            yield found[1].rstrip("、，）)】] \u3000")


def _title(declared: Declared, lines: Sequence[Line]) -> tuple[str, int | None]:
    """Return the title, and the place of its line on the page if it has one.

    A line that is the beginning of what the page calls itself is the title; pages put
    their own name behind it.
    """
    said = [name for name in declared.values("title") if name]
    names = [*said, declared.title] if declared.title else said
    short = [(place, _plain(line.text)) for place, line in enumerate(lines[:_TOP])]
    matching = [
        (len(text), -place)
        for place, text in short
        if 1 < len(text) <= _LONGEST_TITLE and any(name.startswith(text) for name in names)
    ]
    if matching:
        place = -max(matching)[1]
        return short[place][1], place
    for place, text in short:
        if lines[place].element.tag == "h1" and not lines[place].linked:
            return text, place
    return said[0] if said else _SITE_NAME.split(declared.title)[0], None


def _address(page: str, declared: Declared) -> str:
    """Return where a page came from; only the web counts."""
    saved = _SAVED.search(page[:_BEGINNING])
    candidates = [*(saved.groups() if saved else ()), declared.address, *declared.values("url")]
    return next((one for one in candidates if one and one.startswith(("http://", "https://"))), "")


def _linked_data(root: HtmlElement) -> dict[str, str]:
    """Return what the page says of itself in JSON for search engines, where it is an article."""
    import json

    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            said = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        for one in _objects(said):
            if "headline" in one:
                return {
                    "title": _words(one["headline"]),
                    "date": _words(one.get("datePublished")),
                    "author": _words(one.get("author")),
                    "source": _words(one.get("publisher")),
                    "url": _words(one.get("url")),
                }
    return {}


def _objects(said: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  whatever JSON holds
    """Yield the objects at the top, in a list, or in a graph."""
    if isinstance(said, dict):
        yield said
        said = said.get("@graph")
    if isinstance(said, list):
        yield from (one for one in said if isinstance(one, dict))


def _words(value: Any) -> str:  # noqa: ANN401  whatever JSON holds
    """Return a text, the name of an object, or those of a list of them."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return "、".join(filter(None, (_words(one) for one in value if not isinstance(one, list))))
    return _plain(value) if isinstance(value, str) else ""
