"""What is in the package."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from diptych.exchange.qti.elements import Element, packaging, qti
from diptych.exchange.qti.item import Item


def manifest(items: Sequence[Item], name: str, test: str) -> Element:
    """The `manifest`: the test, and the items on which it depends. `test` is the name of its file."""
    needs = [packaging("dependency", identifierref=item.identifier) for item in items]
    resources = [
        packaging(
            "resource",
            packaging("file", href=test),
            *needs,
            identifier=name,
            type="imsqti_test_xmlv2p1",
            href=test,
        ),
        *(_resource(item) for item in items),
    ]
    return packaging(
        "manifest",
        packaging("metadata", packaging("schema", "QTIv2.1 Package"), packaging("schemaversion", "1.0.0")),
        packaging("organizations"),
        packaging("resources", *resources),
        identifier=f"{name}-package",
    )


def _resource(item: Item) -> Element:
    parts = [packaging("file", href=item.file)]
    for interaction in _interactions(item.element):
        parts.insert(0, packaging("metadata", qti("qtiMetadata", qti("interactionType", interaction))))
    return packaging(
        "resource", *parts, identifier=item.identifier, type="imsqti_item_xmlv2p1", href=item.file
    )


def _interactions(item: Element) -> list[str]:
    """The kind of interaction, if it stands on its own.

    Canvas knows an ordering by this alone, and would misread gaps in a text by it.
    """
    below = item.findall("{*}itemBody/*")
    names = [etree.QName(element).localname for element in below]
    return [name for name in names if name.endswith("Interaction")]
