"""What a PDF says about itself in XMP: its licence, and that an archive's copy is PDF/UA too."""

from __future__ import annotations

from xml.sax.saxutils import escape

_END = b"</rdf:RDF>"
_LICENCE = (
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">'
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>'
    "</rdf:Description>"
)
# ISO 14289-1, 5, and the schema that PDF/A wants declared for it (ISO 19005-3, 6.6.2.3).
_UA = """\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def with_licence(rdf: bytes, licence: str) -> bytes:
    """The RDF with the licence as `dc:rights`, in its one `rdf:RDF`: readers of PDF/UA look at no second."""
    return _with(rdf, _LICENCE.format(escape(licence))) if licence else rdf


def with_claim_of_ua(rdf: bytes) -> bytes:
    """The RDF of a PDF/A file, which says that it is PDF/UA-1 as well."""
    return _with(rdf, _UA)


def _with(rdf: bytes, description: str) -> bytes:
    return rdf.replace(_END, description.encode() + _END)
