"""What HTML says about an element with attributes goes into its structure element.

`data-tag` names its structure type, `data-alt` its alternative text, `data-spoken` words in place of its own,
`data-numbering` how the items of a list are told apart, `lang` its language; `aria-label` is the summary of a
table.
"""

from __future__ import annotations

from typing import Any

from diptych.pdf.structure import dictionary, string

_SVG = "{http://www.w3.org/2000/svg}svg"


def mend_element(element: Any, source: Any, fields: bool) -> None:
    """Tell the structure element what its HTML element says; `fields` where the file has any."""
    _mend_kind(element, source)
    if source.get("lang") and source.tag not in ("html", "body"):
        element["Lang"] = string(source.get("lang"))
    if fields and source.get("data-field"):
        element["K"].append(element["K"].pop(0))  # the field comes after the words in its box
    if source.get("data-spoken") and element["S"] == "/Span" and not (fields and _holds_field(source)):
        element["ActualText"] = string(source.get("data-spoken"))
    if element["S"] == "/TH" and "A" in element:
        element["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"


def _mend_kind(element: Any, source: Any) -> None:
    if source.tag == _SVG and source.get("data-tag") and "Alt" in element:
        element["S"] = f"/{source.get('data-tag')}"
    if source.get("data-tag") and element["S"] in ("/Div", "/Span", "/NonStruct") and source.tag != "li":
        element["S"] = f"/{source.get('data-tag')}"
    if source.tag == "code" and element["S"] == "/NonStruct":
        element["S"] = "/Code"
    if source.get("data-alt"):
        element["Alt"] = string(source.get("data-alt"))
    if source.get("aria-label") and element["S"] == "/Table":
        element["A"] = dictionary({"O": "/Table", "Summary": string(source.get("aria-label"))})


def _holds_field(source: Any) -> bool:
    """Whether words in place of its own would keep readers from a field."""
    return source.find(".//*[@data-field]") is not None
