"""C types are made out as cffi makes them out."""

from __future__ import annotations

import pytest

from diptych.pdf.quick_types import quick_reader
from diptych.pdf.weasyprint_import import import_weasyprint

PLAIN = (
    "PangoRectangle *",
    "FcChar8 **",
    "PangoLogAttr[]",
    "hb_codepoint_t[17]",
    "char[4]",
    "unsigned int *",
)
OTHERS = ("unsigned char *", "void *", "struct unheard_of")


@pytest.mark.parametrize("text", [*PLAIN, *OTHERS])
def test_a_type_is_what_cffi_says(text: str) -> None:
    parser = import_weasyprint().text.ffi.ffi._parser
    assert quick_reader(parser)(text) == type(parser).parse_type(parser, text)


def test_what_is_no_type_is_a_fault_as_before() -> None:
    parser = import_weasyprint().text.ffi.ffi._parser
    with pytest.raises(Exception, match="cannot parse"):
        quick_reader(parser)("no_such_type *")
