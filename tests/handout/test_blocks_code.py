"""Program listings in print: every space kept, numbers that nobody copies or hears, lines that go on."""

from __future__ import annotations

import io
import re
from pathlib import Path

import outloud
import page
import pytest
from pypdf import PdfReader

from tests.handout.printed import html_of_content, printed, tags, with_content, words_of

PROGRAM = '''def mean(values):
    """As "typed" -- with dots..."""
    if not values:
        return None

    return sum(values)  /  len(values)'''


def listing(code: str, more: str = "") -> str:
    lines = "".join(f"    {row}\n" if row else "\n" for row in code.split("\n"))
    return f"- code: |\n{lines}{more}"


def extracted(data: bytes) -> str:
    return "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(data)).pages)


@pytest.fixture(scope="module")
def data() -> bytes:
    content = listing(PROGRAM, "  caption: A mean\n  language: python\n") + listing("print(6 * 7)")
    return printed(with_content(content)).data


def test_every_line_comes_out_of_the_file_with_its_spaces(data: bytes) -> None:
    lines = extracted(data).split("\n")
    for row in PROGRAM.split("\n"):
        assert not row or row in lines


def test_the_numbers_of_lines_are_no_text(data: bytes) -> None:
    text = extracted(data)
    begin, end = text.index("def mean"), text.index("len(values)")
    assert not re.search(r"\d", text[begin:end])
    drawings = html_of_content(listing(PROGRAM)).count("<svg class=")
    assert drawings == len(PROGRAM.split("\n"))


def test_a_listing_of_few_lines_has_no_numbers() -> None:
    assert "<svg" not in html_of_content(listing("a\nb\nc\nd"))
    assert html_of_content(listing("a\nb\nc\nd\ne")).count("<svg") == 5


def test_listings_are_numbered_and_their_captions_follow_them(data: bytes) -> None:
    text = " ".join(words_of(data))
    assert (
        text.index("len(values)") < text.index("Listing 1") < text.index("print(6") < text.index("Listing 2")
    )
    assert "A mean (Python)" in text


def test_programs_are_tagged_as_code(data: bytes) -> None:
    kinds = [tag.kind for tag in tags(data)]
    assert kinds.count("/Code") == 2


def test_it_meets_pdf_ua(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
    assert outloud.check(str(path)).errors == 0


def test_quotes_dashes_and_markup_stay_as_typed(data: bytes) -> None:
    assert '"""As "typed" -- with dots..."""' in extracted(data)
    html = html_of_content(listing("a = b < c & *d* <b>"))
    assert "a = b &lt; c &amp; *d* &lt;b&gt;" in html


def test_a_line_that_is_too_long_goes_on_with_a_mark() -> None:
    long = "    total = " + " + ".join(f"value_{number}" for number in range(30))
    data = printed(with_content(listing(f"if it:\n{long}"))).data
    assert re.sub(r"\s+", "", long) in re.sub(r"\s+", "", extracted(data))
    assert "may-wrap" in html_of_content(listing(long))
    assert "may-wrap" not in html_of_content(listing("short()"))


def test_lines_wider_than_the_column_get_the_width_of_the_page() -> None:
    assert 'class="listing wide' in html_of_content(listing("x" * 80))
    assert 'class="listing wide' not in html_of_content(listing("x" * 60))


def test_a_short_listing_stays_on_one_page_and_a_long_one_goes_on() -> None:
    before = "- text: |\n" + "    Words before it.\n\n" * 34
    short = printed(with_content(before + listing("\n".join(f"step_{n}()" for n in range(20))))).data
    (only,) = [one for one in words_of(short) if "step_0()" in one]
    assert "step_19()" in only
    long = printed(with_content(listing("\n".join(f"step_{n}()" for n in range(120))))).data
    pages = [one for one in words_of(long) if "step_" in one]
    assert len(pages) > 1
    assert all(one.count("step_") > 1 for one in pages)
