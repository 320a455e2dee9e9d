"""Annotations, and the values they hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from reader.annotation.anchor import Anchor
from reader.annotation.annotation import _KNOWN, Annotation
from reader.annotation.operation import (
    AnnotationEdit,
    ArticleDetails,
    ArticleEdit,
    CorrectionEdit,
    Edit,
    KindEdit,
    Operation,
    VerdictEdit,
)
from reader.annotation.tag_set import TagKind
from reader.annotation.verdict import Verdict
from reader.text.glossary import Correction
from reader.text.script import Script
from reader.text.span import Span

WORDS = st.text(max_size=6)
VALUES = st.one_of(WORDS, st.integers(), st.floats(allow_nan=False, allow_infinity=False, width=64))
JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), VALUES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=4,
)


def annotation(
    start: int = 0, end: int = 1, *, name: str = "a", article: str = "x", **fields: Any
) -> Annotation:
    """Return an annotation of which only what is named matters."""
    return Annotation(
        id=name,
        article=article,
        anchor=Anchor(Span(start, end), "字" * (end - start), "", ""),
        kind=fields.pop("kind", "metric"),
        author=fields.pop("author", "tester"),
        created=fields.pop("created", "2026-11-22T00:00:00.000000Z"),
        modified=fields.pop("modified", "2026-11-22T00:00:00.000000Z"),
        **fields,
    )


def spans(length: int) -> st.SearchStrategy[Span]:
    """Spans of at least one code point."""
    edges = st.tuples(st.integers(0, length), st.integers(0, length))
    return edges.filter(lambda two: two[0] != two[1]).map(lambda two: Span.between(*two))


ANNOTATIONS = st.builds(
    Annotation,
    id=WORDS,
    article=WORDS,
    anchor=st.builds(Anchor, spans(99), WORDS, WORDS, WORDS),
    kind=WORDS,
    author=WORDS,
    created=WORDS,
    modified=WORDS,
    attributes=st.dictionaries(WORDS, VALUES, max_size=3),
    note=WORDS,
    unknown=st.dictionaries(WORDS.filter(lambda key: key not in _KNOWN), JSON, max_size=2),
)

DETAILS = st.builds(
    ArticleDetails, WORDS, st.none() | WORDS, st.booleans(), replaced_by=st.none() | WORDS
)


@st.composite
def annotation_edits(draw: st.DrawFn) -> AnnotationEdit:
    """An edit that makes, changes or takes away one annotation."""
    one = draw(ANNOTATIONS)
    changed = one.with_details(draw(WORDS), kind=draw(WORDS), note=draw(WORDS))
    sides = [(None, one), (one, None), (one, changed)]
    return AnnotationEdit(*draw(st.sampled_from(sides)))


SHOWN = st.text(st.sampled_from("干乾幹𠮷参与蔘8S"), min_size=1, max_size=4)
SCRIPTS = st.frozensets(st.sampled_from([one for one in Script if one is not Script.ORIGINAL]))
CORRECTIONS = st.builds(Correction, SHOWN, SHOWN, SCRIPTS)


@st.composite
def correction_edits(draw: st.DrawFn) -> CorrectionEdit:
    """An edit that makes, changes or takes away one correction."""
    one = draw(CORRECTIONS)
    changed = Correction(one.words, draw(SHOWN), one.scripts)
    return CorrectionEdit(*draw(st.sampled_from([(None, one), (one, None), (one, changed)])))


KINDS = st.builds(
    TagKind, WORDS, WORDS, WORDS, WORDS, parent=WORDS, order=st.none() | st.integers(-9, 9)
)


@st.composite
def kind_edits(draw: st.DrawFn) -> KindEdit:
    """An edit that makes, changes or takes away one kind of tag."""
    one, changed = draw(KINDS), draw(KINDS)
    changed = replace(changed, name=one.name)
    return KindEdit(*draw(st.sampled_from([(None, one), (one, None), (one, changed)])))


VERDICTS = st.builds(
    Verdict,
    WORDS,
    st.integers(0, 99),
    st.integers(0, 99),
    WORDS,
    WORDS,
    WORDS,
    st.floats(0, 1),
    st.booleans(),
)


@st.composite
def verdict_edits(draw: st.DrawFn) -> VerdictEdit:
    """An edit that gives, changes or takes back one verdict."""
    one = draw(VERDICTS)
    changed = replace(one, accepted=not one.accepted, rule=draw(WORDS))
    return VerdictEdit(*draw(st.sampled_from([(None, one), (one, None), (one, changed)])))


EDITS: st.SearchStrategy[Edit] = st.one_of(
    annotation_edits(),
    st.builds(ArticleEdit, WORDS, DETAILS, DETAILS),
    correction_edits(),
    kind_edits(),
    verdict_edits(),
)
OPERATIONS = st.builds(Operation, WORDS, st.lists(EDITS, max_size=4).map(tuple))
