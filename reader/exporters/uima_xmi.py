"""UIMA CAS as XMI: a zip with an ``.xmi`` for each article and their ``TypeSystem.xml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.exporters.exporter import KINDS, Exporter, Offsets
from reader.exporters.uima_types import UimaTypes, type_system
from reader.exporters.xml_text import DECLARATION, element, opening
from reader.exporters.zipped import file_name, zipped
from reader.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.exporters.export import Export, ExportArticle
    from reader.exporters.uima_types import Feature

_SOFA: Final = 1
_DOCUMENT: Final = 2
_FIRST: Final = 3
_NAMESPACES: Final = {
    "xmlns:xmi": "http://www.omg.org/XMI",
    "xmlns:cas": "http:///uima/cas.ecore",
    "xmlns:tcas": "http:///uima/tcas.ecore",
    "xmlns:wenmai": "http:///wenmai.ecore",
    "xmlns:kind": "http:///wenmai/kind.ecore",
    "xmi:version": "2.0",
}


def _chunks(export: Export) -> Iterator[bytes]:
    yield from zipped(_members(export), export.exported)


def _members(export: Export) -> Iterator[tuple[str, Iterator[bytes]]]:
    types = UimaTypes(export)
    yield "TypeSystem.xml", iter([type_system(types.types).encode()])
    for one, features in types.articles():
        yield file_name(one, ".xmi"), map(str.encode, _document(one, features))


def _document(one: ExportArticle, features: Iterator[Feature]) -> Iterator[str]:
    """Yield the CAS of an article."""
    yield DECLARATION + opening("xmi:XMI", _NAMESPACES) + "\n"
    yield element("cas:NULL", {"xmi:id": "0"}) + "\n"
    number = _FIRST
    for number, feature in enumerate(features, _FIRST):
        if number == _FIRST:
            # The article's own covers it all, and comes first.
            yield _feature("tcas:DocumentAnnotation", _DOCUMENT, feature, {"language": "zh"})
        package, _, name = feature.type.rpartition(".")
        values = {key: str(value) for key, value in feature.values.items()}
        yield _feature(f"{package.rpartition('.')[2]}:{name}", number, feature, values)
    sofa = {
        "xmi:id": str(_SOFA),
        "sofaNum": "1",
        "sofaID": "_InitialView",
        "mimeType": "text/plain",
        "sofaString": one.article.text,
    }
    yield element("cas:Sofa", sofa) + "\n"
    yield f'<cas:View sofa="{_SOFA}" members="{_DOCUMENT}'
    yield from (f" {member}" for member in range(_FIRST, number + 1))
    yield '"/>\n</xmi:XMI>\n'


def _feature(name: str, number: int, feature: Feature, values: dict[str, str]) -> str:
    attributes = {
        "xmi:id": str(number),
        "sofa": str(_SOFA),
        "begin": str(feature.begin),
        "end": str(feature.end),
        **values,
    }
    return element(name, attributes) + "\n"


def _preview(export: Export) -> str:
    """Return the CAS of the first article."""
    return "".join(
        "".join(_document(one, features)) for one, features in UimaTypes(export).articles()
    )


XMI = Exporter(
    "xmi",
    mark("UIMA CAS XMI (zip)"),
    ".zip",
    _chunks,
    Offsets.UTF_16,
    loses=(KINDS,),
    remedy=mark("Each kind is a type of its own; control characters become U+FFFD."),
    proof="dkpro-cassis",
    preview=_preview,
)
