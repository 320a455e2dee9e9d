"""What the REFI-QDA standard 1.5 asks of the elements that we write, as XML schemas for lxml.

Written from the standard's own tables (https://www.qdasoftware.org): which elements stand in
which, in which order and how often, and the type of each attribute. An element or attribute
that is not here is refused, even where the standard has it: we write none.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

_XSD: Final = "http://www.w3.org/2001/XMLSchema"
# Children in their order, each with how often it may stand there ("" once, "?", "*" or "+").
_CODES: Final = {"CodeBook": "Codes", "Codes": "Code+", "Code": "Description? NoteRef* Code*"}
_PROJECT: Final = _CODES | {
    "Project": "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? "
    "Description? NoteRef*",
    "Users": "User+",
    "Sources": "TextSource+",
    "Notes": "Note+",
    "TextSource": "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef*",
    "PlainTextSelection": "Description? Coding* NoteRef*",
    "Coding": "CodeRef NoteRef*",
}
_PROJECT_TEXTS: Final = ("Description", "PlainTextContent")
# Attributes with their type; those that must be there have a "!".
_MADE: Final = "creatingUser:guid creationDateTime:xsd:dateTime"
_CHANGED: Final = f"{_MADE} modifyingUser:guid modifiedDateTime:xsd:dateTime"
_ATTRIBUTES: Final = {
    "Project": "name:xsd:string! origin:xsd:string creatingUserGUID:guid "
    "creationDateTime:xsd:dateTime modifyingUserGUID:guid modifiedDateTime:xsd:dateTime "
    "basePath:xsd:string",
    "User": "guid:guid! name:xsd:string id:xsd:string",
    "Code": "guid:guid! name:xsd:string! isCodable:xsd:boolean! color:rgb",
    "TextSource": f"guid:guid! name:xsd:string richTextPath:xsd:string plainTextPath:xsd:string "
    f"{_CHANGED}",
    "PlainTextSelection": "guid:guid! name:xsd:string startPosition:xsd:integer! "
    f"endPosition:xsd:integer! {_CHANGED}",
    "Coding": f"guid:guid! {_MADE}",
    "CodeRef": "targetGUID:guid!",
    "NoteRef": "targetGUID:guid!",
}
_HEX: Final = "[0-9a-fA-F]"
_GUID: Final = "-".join(f"{_HEX}{{{count}}}" for count in (8, 4, 4, 4, 12))


def project_schema() -> etree.XMLSchema:
    """Return the schema of ``project.qde`` in a QDPX."""
    return _schema("urn:QDA-XML:project:1.0", "Project", _PROJECT, _ATTRIBUTES)


def codebook_schema() -> etree.XMLSchema:
    """Return the schema of a QDC, whose codes have no notes."""
    codes = _CODES | {"CodeBook": "Codes Sets?", "Code": "Description? Code*"}
    return _schema(
        "urn:QDA-XML:codebook:1.0",
        "CodeBook",
        codes,
        {
            "CodeBook": "origin:xsd:string",
            "Code": _ATTRIBUTES["Code"],
        },
    )


def _schema(
    namespace: str, root: str, children: dict[str, str], attributes: dict[str, str]
) -> etree.XMLSchema:
    types = {**dict.fromkeys(attributes, ""), **children}
    # A note is a text like a source.
    types = {name: said for name, said in types.items() if name != "Note"}
    body = "".join(_type(name, said, attributes.get(name, "")) for name, said in types.items())
    text = (
        f'<xsd:schema xmlns="{namespace}" xmlns:xsd="{_XSD}" targetNamespace="{namespace}" '
        f'elementFormDefault="qualified"><xsd:element name="{root}" type="{root}"/>{body}'
        f'<xsd:simpleType name="guid"><xsd:restriction base="xsd:token">'
        f'<xsd:pattern value="{_GUID}"/></xsd:restriction></xsd:simpleType>'
        '<xsd:simpleType name="rgb"><xsd:restriction base="xsd:token">'
        f'<xsd:pattern value="#({_HEX}{{6}}|{_HEX}{{3}})"/></xsd:restriction></xsd:simpleType>'
        "</xsd:schema>"
    )
    return etree.XMLSchema(etree.fromstring(text))


def _type(name: str, children: str, attributes: str) -> str:
    elements = "".join(map(_element, children.split()))
    said = "".join(map(_attribute, attributes.split()))
    return (
        f'<xsd:complexType name="{name}"><xsd:sequence>{elements}</xsd:sequence>{said}'
        "</xsd:complexType>"
    )


def _element(said: str) -> str:
    name = said.rstrip("?*+")
    least = 0 if said[-1] in "?*" else 1
    most = "unbounded" if said[-1] in "*+" else "1"
    kind = {"Note": "TextSource"}.get(name, name)
    if name in _PROJECT_TEXTS:
        kind = "xsd:string"
    elif kind not in _PROJECT and kind not in _ATTRIBUTES:
        # Nothing of the kind is written; whatever stands there is refused.
        return ""
    return f'<xsd:element name="{name}" type="{kind}" minOccurs="{least}" maxOccurs="{most}"/>'


def _attribute(said: str) -> str:
    name, _, kind = said.rstrip("!").partition(":")
    use = ' use="required"' if said.endswith("!") else ""
    return f'<xsd:attribute name="{name}" type="{kind}"{use}/>'
