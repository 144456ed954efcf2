"""The XML of which QTI 2.1 is made."""

from __future__ import annotations

from lxml import etree
from lxml.builder import ElementMaker

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMAS = {
    QTI: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    PACKAGE: "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
}

Element = etree._Element


def maker(namespace: str = QTI) -> ElementMaker:
    """What makes elements of the namespace: `e.p("words", e.em("more"))`."""
    return ElementMaker(namespace=namespace, nsmap={None: namespace})


def root(name: str, *children: Element, namespace: str = QTI, **attributes: str) -> Element:
    """The outermost element of a file, which says which schema it follows."""
    nsmap = {None: namespace, "xsi": _XSI}
    made = ElementMaker(namespace=namespace, nsmap=nsmap)(name, **attributes)
    made.set(f"{{{_XSI}}}schemaLocation", f"{namespace} {_SCHEMAS[namespace]}")
    made.extend(children)
    return made


def file_bytes(element: Element) -> bytes:
    """The element as a file. It stays on one line: between two words in a row, indents would show."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["xsi"])
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8")


def amount(value: float) -> str:
    """Marks as QTI writes them; shares add up to the whole again."""
    return str(float(value))
