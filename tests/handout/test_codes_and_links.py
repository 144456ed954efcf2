"""QR codes in handouts, read as a camera reads them, and programs whose words are set off."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from pypdf import PdfReader

from tests.handout.printed import all_bytes, html_of_content, printed, tags, with_content, words_of

CODE = "- qr: https://docs.python.org/3/library/bisect.html\n  caption: The module bisect\n"
LINKS = "- text: See [one page](https://one.example/a), [another](https://two.example/) and [one page](https://one.example/a)."


def scanned(data: bytes) -> list[str]:
    found: list[str] = []
    for sheet in pypdfium2.PdfDocument(data):
        image = sheet.render(scale=3).to_pil().convert("L")
        found += [str(one.text) for one in zxingcpp.read_barcodes(image)]
    return found


def test_a_code_is_printed_as_a_vector_with_its_address_beside_it(tmp_path: Path) -> None:
    data = printed(with_content(CODE)).data
    assert scanned(data) == ["https://docs.python.org/3/library/bisect.html"]
    assert not [image for sheet in PdfReader(io.BytesIO(data)).pages for image in sheet.images]
    assert "The module bisect docs.python.org/3/library/bisect.html" in " ".join(words_of(data))
    assert [tag.kind for tag in tags(data)].count("/Figure") == 1
    assert b"QR code: https://docs.python.org/3/library/bisect.html" in all_bytes(data)
    path = tmp_path / "handout.pdf"
    path.write_bytes(data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]


def test_the_address_of_the_document_stands_in_the_imprint() -> None:
    data = printed("address: https://school.example/x\n" + with_content("- text: Words.")).data
    assert scanned(data) == ["https://school.example/x"]
    assert "school.example/x" in " ".join(words_of(data))


def test_every_link_is_printed_once_as_a_code_where_the_author_wants_it() -> None:
    data = printed("handout: {qr: links}\n" + with_content(LINKS)).data
    assert sorted(scanned(data)) == ["https://one.example/a", "https://two.example/"]
    assert scanned(printed(with_content(LINKS)).data) == []


def test_words_of_programs_are_set_off_and_come_out_of_the_file_as_typed() -> None:
    rows = ["def half(n):", '    """Half of it."""', "    return n // 2  # rounded"]
    content = "- code: |\n" + "".join(f"    {row}\n" for row in rows)
    text = "\n".join(
        one.extract_text()
        for one in PdfReader(io.BytesIO(printed(with_content(f"{content}  language: python")).data)).pages
    ).split("\n")
    assert all(row in text for row in rows)
    html = html_of_content(f"{content}  language: Python")
    assert 'font-weight: bold">def</span>' in html.replace("def ", "def")
    assert "font-style: italic" in html


def test_emphasised_lines_and_output_are_printed() -> None:
    html = html_of_content("- code: |\n    a = 1\n    b = 2\n  emphasise: 2\n  output: done\n")
    assert html.count("emphasised") == 1
    assert "Output" in html and "done" in html
