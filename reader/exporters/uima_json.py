"""UIMA CAS as JSON (version 0.4 of the format): a zip with a file for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reader.annotation.attribute_lines import json_line
from reader.exporters.exporter import KINDS, Exporter, Offsets
from reader.exporters.uima_types import UimaTypes
from reader.exporters.zipped import file_name, zipped
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.exporters.export import Export, ExportArticle
    from reader.exporters.uima_types import Feature, UimaType

_SOFA: Final = 1
_DOCUMENT: Final = 2
_FIRST: Final = 3


def _chunks(export: Export) -> Iterator[bytes]:
    yield from zipped(_members(export), export.exported)


def _members(export: Export) -> Iterator[tuple[str, Iterator[bytes]]]:
    types = UimaTypes(export)
    described = json_line({one.name: _type(one) for one in types.types})
    for one, features in types.articles():
        document = _document(one, features, described)
        yield file_name(one, ".json"), map(str.encode, document)


def _type(one: UimaType) -> dict[str, Any]:
    features = {name: {"%NAME": name, "%RANGE": range_} for name, range_ in one.features.items()}
    return {
        "%NAME": one.name,
        "%SUPER_TYPE": one.parent,
        "%DESCRIPTION": one.description,
        **features,
    }


def _document(one: ExportArticle, features: Iterator[Feature], types: str) -> Iterator[str]:
    """Yield the CAS of an article."""
    yield f'{{"%TYPES": {types},\n"%FEATURE_STRUCTURES": [\n'
    sofa = {
        "%ID": _SOFA,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text/plain",
        "sofaString": one.article.text,
    }
    yield json_line(sofa)
    number = _FIRST
    for number, feature in enumerate(features, _FIRST):
        if number == _FIRST:
            # The article's own covers it all, and comes first.
            type_ = "uima.tcas.DocumentAnnotation"
            yield _feature(type_, _DOCUMENT, feature, {"language": "zh"})
        yield _feature(feature.type, number, feature, feature.values)
    yield f'\n],\n"%VIEWS": {{"_InitialView": {{"%SOFA": {_SOFA}, "%MEMBERS": [{_DOCUMENT}'
    yield from (f", {member}" for member in range(_FIRST, number + 1))
    yield "]}}}\n"


def _feature(type_: str, number: int, feature: Feature, values: dict[str, Any]) -> str:
    data = {
        "%ID": number,
        "%TYPE": type_,
        "@sofa": _SOFA,
        "begin": feature.begin,
        "end": feature.end,
        **values,
    }
    return ",\n" + json_line(data)


def _preview(export: Export) -> str:
    """Return the CAS of the first articles."""
    return "".join(
        "".join(_document(one, features, "{}")) for one, features in UimaTypes(export).articles()
    )


CAS_JSON = Exporter(
    "casjson",
    mark("UIMA CAS JSON (zip)"),
    ".zip",
    _chunks,
    Offsets.UTF_16,
    loses=(KINDS,),
    remedy=mark("Each kind is a type of its own."),
    proof="dkpro-cassis",
    preview=_preview,
)
