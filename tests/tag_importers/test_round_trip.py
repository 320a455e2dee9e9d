"""What goes out in one of the four formats comes back in, as far as the format carries it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.exporters.export import Export, ExportArticle, select
from reader.exporters.registry import exporter_named
from reader.tag_importers.fitting import How
from reader.tag_importers.registry import read_tags, tag_importer_named, tag_importers
from reader.text.article import Article
from reader.workspace import Workspace
from tests.exporters.hard import ALL_TYPES, BARE, HARD, OTHER, TAG_SET, TIME, hard_export, row
from tests.tag_importers.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotation.annotation import Annotation
    from reader.tag_importers.importer import TagImporter
    from tests.tag_importers.conftest import Place

each = pytest.mark.parametrize("importer", tag_importers(), ids=lambda one: one.name)

# What a program takes for the end of a line; no fragment of brat's holds one.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def out(importer: TagImporter, export: Export) -> bytes:
    exporter = exporter_named(importer.name)
    assert exporter is not None
    assert exporter.suffix in importer.suffixes
    return b"".join(exporter.chunks(export))


def expected(importer: TagImporter, one: Annotation) -> tuple[object, ...]:
    """Return what a format carries of a tag."""
    start, end = one.span.start, one.span.end
    carried: tuple[str, ...] = (one.id, one.author, one.created, one.modified)
    if importer.name == "qdpx":
        carried = (one.author, *(re.sub(r"\.\d+", ".000000", time) for time in carried[2:]))
    if importer.name == "brat":
        carried = ("here", NOW, NOW)
        start += len(one.quote) - len(one.quote.lstrip(_LINE_ENDS))
        end -= len(one.quote) - len(one.quote.rstrip(_LINE_ENDS))
    said = (one.article, start, end, one.kind, frozenset(one.attributes.items()), one.note)
    return (*said, *carried)


def came(importer: TagImporter, one: Annotation) -> tuple[object, ...]:
    said = (one.article, one.span.start, one.span.end, one.kind)
    carried = {"brat": (), "qdpx": ()}.get(importer.name, (one.id,))
    more = (one.author, one.created, one.modified)
    return (*said, frozenset(one.attributes.items()), one.note, *carried, *more)


@each
def test_every_tag_comes_back_as_it_was(
    importer: TagImporter, make_place: Callable[..., Place]
) -> None:
    export = hard_export()
    place = make_place(HARD, OTHER, BARE, tag_set=TAG_SET)
    fitted, kinds, taken = place.bring_in(importer.read(out(importer, export), "file"))
    assert fitted.unplaced == ()
    assert fitted.count(How.OFFSETS) == len(export.rows)
    tags = [one.annotation for one in export.rows]
    wanted = [expected(importer, one) for one in tags]
    assert {came(importer, one) for one in place.tags} == set(wanted)
    assert len(place.tags) == len(wanted)
    # The tag set does not know the kind of one tag; it is made.
    assert [kind.name for kind in kinds.new] == ["gone"]
    assert (taken.there, taken.left_out) == (0, 0)


@each
def test_numbers_stay_numbers(importer: TagImporter, make_place: Callable[..., Place]) -> None:
    place = make_place(HARD, OTHER, BARE, tag_set=TAG_SET)
    place.bring_in(importer.read(out(importer, hard_export()), "file"))
    (held,) = (one.attributes for one in place.tags if one.quote == "𠮷野家")
    assert held == ALL_TYPES
    assert [type(held[name]) for name in ALL_TYPES] == [type(one) for one in ALL_TYPES.values()]


@each
def test_nothing_comes_in_twice(importer: TagImporter, make_place: Callable[..., Place]) -> None:
    data = out(importer, hard_export())
    place = make_place(HARD, OTHER, BARE, tag_set=TAG_SET)
    place.bring_in(importer.read(data, "file"))
    number = len(place.tags)
    _, kinds, taken = place.bring_in(importer.read(data, "file"))
    assert taken.edits == ()
    assert taken.there == number == len(place.tags)
    assert kinds.new == ()


@each
def test_what_two_people_tagged_alike_comes_in_twice_and_once_more_never(
    importer: TagImporter, make_place: Callable[..., Place]
) -> None:
    tags = [row(HARD, "老人", f"by{who}", author=who) for who in ("lin", "wang")]
    export = replace(hard_export(), rows=select(tags))
    place = make_place(HARD, tag_set=TAG_SET)
    place.bring_in(importer.read(out(importer, export), "file"))
    place.bring_in(importer.read(out(importer, export), "file"))
    assert len(place.tags) == 2


@each
def test_kinds_are_made_as_they_were_as_far_as_the_file_says(
    importer: TagImporter, make_place: Callable[..., Place]
) -> None:
    place = make_place(HARD, OTHER)
    _, kinds, _ = place.bring_in(importer.read(out(importer, hard_export()), "file"))
    made = {kind.name: kind for kind in kinds.new}
    assert made["event"].label == ("活动 / <事件>" if importer.name == "brat" else "活动 | <事件>")
    assert made["event"].colour == "#123456"
    if importer.name in ("json", "w3c"):
        assert made["event"] == replace(TAG_SET.kinds[3], order=None, key="4")
        assert made["lecture"].parent == "event"


@each
def test_it_comes_in_from_the_disk_and_one_undo_takes_it_back(
    importer: TagImporter, tmp_path: Path
) -> None:
    from reader.annotation.tag_set import TagSet
    from reader.tag_importers.fitting import fit
    from reader.tag_importers.taking import kinds_for, known_articles, operation, take
    from reader.workspace import editing

    path = tmp_path / f"tags{importer.suffixes[0]}"
    path.write_bytes(out(importer, hard_export()))
    with Workspace.create(tmp_path / "w", author="here", state=tmp_path / "state") as workspace:
        for article in (HARD, OTHER, BARE):
            workspace.add_article(article)
        file = read_tags(path)
        fitted = fit(file, known_articles(workspace))
        kinds = kinds_for(file, [tag.kind for tag in file.tags], workspace.tag_set, {})
        taken = take(fitted, kinds, workspace)
        made = editing.take_tag_set(workspace, TagSet(kinds.new))
        workspace.apply(operation(made.edits, taken))
        assert len(workspace.annotations) == len(hard_export().rows)
        assert workspace.undo_label == "Import tags"
        workspace.undo()
        assert not workspace.annotations
        assert workspace.tag_set.get("gone") is None
        assert not workspace.has_tag("number")
        workspace.redo()
        assert len(workspace.annotations) == len(hard_export().rows)
        assert workspace.has_tag("number") is (importer.name in ("json", "w3c"))


texts = st.text("甲乙丙 。a1\n\r\u2028𠮷\u3000", min_size=1, max_size=40)
values = st.one_of(
    st.text('甲\n\t"\\= {𠮷', max_size=5), st.integers(), st.floats(allow_nan=False, width=32)
).filter(lambda one: one not in (float("inf"), float("-inf")))
notes = st.text('甲 \n\t"\\#𠮷', max_size=8)


@st.composite
def exports(draw: st.DrawFn) -> Export:
    articles = [Article.from_text(text, title="题") for text in {"标题", *draw(st.lists(texts))}]
    rows = []
    for number in range(draw(st.integers(0, 6))):
        article = draw(st.sampled_from(articles))
        start = draw(st.integers(0, len(article.text) - 1))
        end = draw(st.integers(start + 1, len(article.text)))
        # brat has no place for a tag of nothing but line ends, and says so.
        words = article.text[start:end].strip("\n\r\u2028") or "标题"
        if words not in article.text:
            continue
        rows.append(
            row(
                article,
                words,
                f"t{number}",
                draw(st.sampled_from(["metric", "event", "lecture", "62 奖项-x"])),
                attributes=draw(st.dictionaries(st.text("ab 甲=", min_size=1), values, max_size=3)),
                note=draw(notes),
            )
        )
    shown = tuple(ExportArticle(one, one.title, one.script) for one in articles)
    return Export(select(rows), TAG_SET, "w", TIME, articles=shown)


@each
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(export=exports())
def test_any_tags_come_back(
    importer: TagImporter, make_place: Callable[..., Place], export: Export
) -> None:
    place = make_place(*(one.article for one in export.articles), tag_set=TAG_SET)
    fitted, _, _ = place.bring_in(importer.read(out(importer, export), "file"))
    assert fitted.unplaced == ()
    wanted = [expected(importer, one.annotation) for one in export.rows]
    assert sorted(map(repr, (came(importer, one) for one in place.tags))) == sorted(
        map(repr, wanted)
    )


def test_every_format_is_found_by_its_name() -> None:
    assert [one.name for one in tag_importers()] == ["json", "w3c", "qdpx", "brat"]
    for one in tag_importers():
        assert tag_importer_named(one.name) is one
    assert tag_importer_named("csv") is None
