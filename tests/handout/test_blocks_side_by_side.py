"""Columns in print: side by side, read one after the other, their lists real lists."""

from __future__ import annotations

from pathlib import Path

import page

from tests.handout.printed import html_of_content, printed, tags, with_content, words_of

TWO = """
- side_by_side:
    - heading: Yesterday
      text: Cards were punched.
      points: [By hand, By machine]
    - heading: Today
      points: [Keys are pressed]
"""


def long_columns(count: int) -> str:
    listed = "".join(
        f"        - Point {n} of {{}}, in so many words that it takes two lines\n" for n in range(count)
    )
    return "- side_by_side:\n" + "".join(f"    - points:\n{listed.format(*[name] * count)}" for name in "AB")


def test_columns_are_read_one_after_the_other() -> None:
    (text,) = words_of(printed(with_content(TWO)).data)
    order = ["Yesterday", "Cards were punched.", "By hand", "By machine", "Today", "Keys are pressed"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_their_points_are_lists_and_no_table_is_told() -> None:
    kinds = [tag.kind for tag in tags(printed(with_content(TWO)).data)]
    assert kinds.count("/L") == 2
    assert kinds.count("/LI") == 3
    assert not {"/Table", "/TR", "/TD"} & set(kinds)


def test_they_meet_pdf_ua_on_one_page_and_on_several(tmp_path: Path) -> None:
    for content in (TWO, long_columns(60)):
        path = tmp_path / "handout.pdf"
        path.write_bytes(printed(with_content(content)).data)
        report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
        assert report["is_compliant"], report["failures"]


def test_long_columns_go_on_side_by_side_over_the_page() -> None:
    pages = words_of(printed(with_content(long_columns(60))).data)
    assert len(pages) > 1
    assert all("of A" in one and "of B" in one for one in pages)


def test_short_columns_stay_together() -> None:
    before = "- text: |\n" + "    Words before it.\n\n" * 44
    pages = words_of(printed(with_content(before + TWO.strip())).data)
    assert len(pages) > 1
    assert sum("Yesterday" in one for one in pages) == 1
    assert next(one for one in pages if "Yesterday" in one).count("Keys are pressed") == 1


def test_a_column_without_a_heading_prints_none() -> None:
    html = html_of_content("- side_by_side:\n    - points: [A]\n    - {heading: Second, text: B}")
    assert html.count("column-heading") == 1
