"""The XML of which a package is made."""

from __future__ import annotations

from types import MappingProxyType

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_SCHEMAS = MappingProxyType(
    {
        _QTI: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
        _PACKAGE: "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    }
)

Element = etree._Element


def qti(tag: str, *parts: Element | str, **attributes: str) -> Element:
    """An element of QTI, or of the XHTML inside it, that holds these elements and words."""
    return _made(_QTI, tag, parts, attributes)


def packaging(tag: str, *parts: Element | str, **attributes: str) -> Element:
    """An element of a manifest."""
    return _made(_PACKAGE, tag, parts, attributes)


def file_bytes(element: Element) -> bytes:
    """The element as a file, which says where its schema lies.

    All is on one line: an indent between two words in a row would be read as a space.
    """
    namespace = etree.QName(element).namespace or ""
    element.set(_SCHEMA_LOCATION, f"{namespace} {_SCHEMAS[namespace]}")
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8")


def _made(namespace: str, tag: str, parts: tuple[Element | str, ...], attributes: dict[str, str]) -> Element:
    nsmap = {None: namespace}
    element = etree.Element(f"{{{namespace}}}{tag}", attributes, nsmap=nsmap)  # type: ignore[arg-type]
    for part in parts:
        if not isinstance(part, str):
            element.append(part)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + part
        else:
            element.text = (element.text or "") + part
    return element
