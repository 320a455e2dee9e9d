"""spaCy reads the rows as what they are, and what cannot be written is named beside them."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from spacy.training.converters.conll_ner_to_docs import conll_ner_to_docs

from reader.exporters.conll import CONLL
from reader.text.article import Article
from tests.exporters.hard import BARE, HARD, OTHER, hard_export, row

if TYPE_CHECKING:
    from reader.exporters.export import Export


def files(export: Export) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(b"".join(CONLL.chunks(export)))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def table(text: str) -> list[dict[str, str]]:
    rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    header, *lines = list(rows)
    return [dict(zip(header, line, strict=True)) for line in lines]


def articles(conll: str) -> list[list[list[str]]]:
    """Return the rows of each article, cut into cells."""
    parts = conll.split("-DOCSTART-\t-X-\tO\n\n")
    assert parts[0] == ""
    return [[line.split("\t") for line in part.split("\n") if line] for part in parts[1:]]


def test_every_character_that_is_no_space_has_its_row_and_place() -> None:
    found = articles(files(hard_export())["tags.conll"])
    for article, rows in zip((HARD, OTHER, BARE), found, strict=True):
        expected = [(char, str(at)) for at, char in enumerate(article.text) if not char.isspace()]
        assert [(char, at) for char, at, _ in rows] == expected


def test_a_reader_of_others_finds_the_tags_that_won() -> None:
    conll = files(hard_export())["tags.conll"]
    docs = list(conll_ner_to_docs(conll, n_sents=0, no_print=True))
    found = [(ent.label_, ent.text.replace(" ", "")) for doc in docs for ent in doc.ents]
    assert found == [
        ("event", "𠮷野家"),
        ("programme", "62场“互联网讲座”"),
        ("lecture", "兴趣。最后"),
        ("62_奖项-x", "𡈼一行𠮷"),
        ("gone", "#完"),
        ("metric", "讲座62场"),
        ("event", "六层六层六层"),
    ]


def test_the_others_are_named_with_what_they_gave_way_to() -> None:
    found = files(hard_export())
    lost = {one["id"]: one for one in table(found["left_out.tsv"])}
    assert {name: one["why"] for name, one in lost.items()} == {
        "number": "overlaps over",
        "same": "overlaps over",
        "overlaps": "overlaps over",
        **{f"n{at}": "overlaps n0" for at in range(1, 6)},
    }
    assert lost["overlaps"]["quote"] == "讲座”，#老人&<b>"
    assert lost["overlaps"]["start"] == str(HARD.text.index("讲座”"))
    counts = table(found["articles.tsv"])
    assert [(one["written"], one["left_out"]) for one in counts] == [
        ("5", "3"),
        ("2", "5"),
        ("0", "0"),
    ]
    assert counts[0]["sha256"] == HARD.sha256


def test_lines_are_sentences_but_not_inside_a_tag() -> None:
    conll = files(hard_export())["tags.conll"]
    first = conll.split("-DOCSTART-\t-X-\tO\n\n")[1]
    sentences = [
        "".join(line.split("\t")[0] for line in part.split("\n"))
        for part in first.strip().split("\n\n")
    ]
    assert sentences == [
        "𠮷野家讲座",
        "街道办了62场“互联网讲座”，#老人&<b>发展兴趣。最后𡈼一行𠮷",
        "#完",
    ]


def test_a_tag_of_nothing_but_space_is_left_out() -> None:
    article = Article.from_text("甲\u3000\n乙")
    found = files(hard_export(row(article, "\u3000\n", "space\udcff")))
    lost = table(found["left_out.tsv"])[-1]
    assert (lost["id"], lost["why"]) == ("space\\udcff", "covers nothing but white space")


def test_a_text_that_ends_in_a_line_end_has_no_empty_sentence() -> None:
    assert files(hard_export())["tags.conll"].endswith("\n\n")
    assert "\n\n\n" not in files(hard_export())["tags.conll"]


@given(text=st.text("甲乙# \n\r\u3000𠮷", min_size=1), data=st.data())
def test_no_two_tags_share_a_character_and_none_is_lost(text: str, data: st.DataObject) -> None:
    article = Article.from_text(text)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 4))
    rows = []
    for number, (start, length) in enumerate(data.draw(st.lists(spans, max_size=6))):
        one = row(article, text[start : start + length], f"t{number}", kind=f"k{number}")
        rows.append(one)
    found = files(hard_export(*rows))
    written = [line for line in articles(found["tags.conll"]) if line]
    own = written[-1] if rows and any(not char.isspace() for char in text) else []
    covered: dict[str, set[str]] = {}
    for _char, at, label in own:
        if label != "O":
            covered.setdefault(label[2:], set()).add(at)
    lost = {one["id"] for one in table(found["left_out.tsv"])}
    for one in rows:
        tag = one.annotation
        places = {str(at) for at in range(tag.span.start, tag.span.end) if not text[at].isspace()}
        assert (tag.id in lost) != (covered.get(tag.kind) == places and bool(places))


def test_the_preview_is_the_rows() -> None:
    shown = CONLL.beginning(hard_export())
    assert isinstance(shown, str)
    assert shown.startswith("-DOCSTART-\t-X-\tO\n\n𠮷\t0\tB-event\n野\t1\tI-event\n")
