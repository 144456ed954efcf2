"""Structure elements of a PDF as objects of pydyf: made, looked up, and put right in lists and notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def dictionary(values: dict[str, Any]) -> Any:
    """A PDF dictionary."""
    import pydyf  # type: ignore[import-untyped]

    return pydyf.Dictionary(values)


def array(values: Iterable[Any]) -> Any:
    """A PDF array."""
    import pydyf

    return pydyf.Array(values)


def string(text: str) -> Any:
    """A PDF text string."""
    import pydyf

    return pydyf.String(text)


def stream(data: bytes, entries: dict[str, Any], compress: bool = False) -> Any:
    """A PDF stream with these entries in its dictionary."""
    import pydyf

    return pydyf.Stream([data], entries, compress)


def added(pdf: Any, thing: Any) -> Any:
    """The object, which the file now has."""
    pdf.add_object(thing)
    return thing


def object_of(pdf: Any, reference: bytes) -> Any:
    """The object that a reference means."""
    return pdf.objects[int(reference.split()[0])]


def kind_of(kid: Any, pdf: Any) -> str:
    """The structure type; empty for what is no element but content."""
    return str(object_of(pdf, kid).get("S")) if isinstance(kid, bytes) else ""


def put_list_item_right(item: Any, pdf: Any) -> None:
    """Labels stand beside one body, which holds all else (ISO 32000-1, table 336)."""
    kinds = [kind_of(kid, pdf) for kid in item["K"]]
    parts = [part for kid in item["K"] for part in _list_parts(kid, pdf)]
    labels = [part for part in parts if kind_of(part, pdf) == "/Lbl"]
    if set(kinds) <= {"/Lbl", "/LBody"} and kinds.count("/LBody") < 2 and len(labels) == kinds.count("/Lbl"):
        return
    body = _element("/LBody", [part for part in parts if part not in labels], item, pdf)
    for label in labels:
        object_of(pdf, label)["P"] = item.reference
    item["K"][:] = [*labels, body.reference]


def put_note_into(item: Any, name: str, pdf: Any) -> Any:
    """The note that the body of a list item becomes, with the name that it needs (ISO 14289-1, 7.9)."""
    body = next(object_of(pdf, kid) for kid in item["K"] if kind_of(kid, pdf) == "/LBody")
    note = _element("/Note", body["K"], body, pdf)
    note["ID"] = string(name)
    body["K"][:] = [note.reference]
    return note


def join_columns(whole: Any, pdf: Any) -> None:
    """A list that is set in columns is one list still."""
    columns = [kid for kid in whole["K"] if kind_of(kid, pdf) == "/L"]
    if columns and len(columns) == len(whole["K"]):
        whole["K"][:] = [item for column in columns for item in object_of(pdf, column)["K"]]
        for item in whole["K"]:
            object_of(pdf, item)["P"] = whole.reference


def _element(kind: str, kids: Iterable[Any], parent: Any, pdf: Any) -> Any:
    """A new element on its parent's page, which takes these kids over."""
    values = {"Type": "/StructElem", "S": kind, "P": parent.reference, "Pg": parent["Pg"], "K": array(kids)}
    element = added(pdf, dictionary(values))
    for kid in element["K"]:
        if isinstance(kid, bytes):
            object_of(pdf, kid)["P"] = element.reference
    return element


def _list_parts(kid: Any, pdf: Any) -> list[Any]:
    """The element; of a body what it holds."""
    return list(object_of(pdf, kid)["K"]) if kind_of(kid, pdf) == "/LBody" else [kid]
