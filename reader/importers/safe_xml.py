"""XML of strangers: no entity of theirs is expanded, and no file or address is followed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.importers.importer import ImportRefusedError
from reader.language import tr

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_log = logging.getLogger(__name__)


def safe_parser() -> XMLParser:
    """Return a parser that expands nothing, loads nothing and stops at huge or deep documents."""
    from lxml.etree import XMLParser

    return XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def parse_xml(data: bytes, name: str) -> _Element:
    """Return the root of an XML document; comments and processing instructions are left out.

    A document that declares entities is refused, whatever it does with them: no format that
    is read here needs any, and expanding them is how a small file fills the memory
    or hands over another one.

    Args:
        data: The document, in the encoding it says.
        name: What messages call it.

    Raises:
        ImportRefusedError: If it is damaged, too deep or too large, or declares entities.
    """
    from lxml.etree import LxmlError, fromstring

    try:
        root = fromstring(data, safe_parser())
    except (LxmlError, ValueError) as error:
        _log.info("%s is no XML that is read here: %s", name, error)
        raise ImportRefusedError(
            tr(
                "{name} is damaged, or built to do harm: its XML breaks off in line {line}; save "
                "it again in the program it comes from."
            ).format(name=name, line=getattr(error, "lineno", None) or 1)
        ) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ImportRefusedError(
            tr(
                "{name} declares entities of its own, which could fill the memory or fetch other "
                "files; save it without them."
            ).format(name=name)
        )
    return root
