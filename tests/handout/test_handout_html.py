"""The HTML of the handout: what is printed, in which order, and by which rules of authoring."""

from __future__ import annotations

import re

from tests.handout.printed import EVERYTHING, html_of, html_of_content, with_content

SOURCE = "sources: [{id: one, title: The one, extract: Old words}]\n"
QUESTIONS = """
- question: Which?
  options: [First option, Second option]
  answer: B
- question: Which ones?
  options: [One, Two, Three]
  answer: A, C
- question: Why?
  marks: 3
- question: Discuss.
  kind: essay
  lines: 5
"""


def test_it_is_the_same_text_every_time() -> None:
    text = EVERYTHING.read_text("utf-8")
    assert html_of(text, EVERYTHING.parent) == html_of(text, EVERYTHING.parent)


def test_list_items_hold_no_paragraphs_and_links_no_elements() -> None:
    html = html_of(EVERYTHING.read_text("utf-8"), EVERYTHING.parent)
    assert not re.search(r"<li(?: [^>]*)?>(?:(?!</li>).)*<p[ >]", html, re.DOTALL)
    assert not re.search(r"<a [^>]*>[^<]*<(?!/a>)", html)


def test_what_is_for_the_deck_alone_is_left_out() -> None:
    assert "hidden point" not in html_of_content("- points: [hidden point]\n  only: deck\n- text: Shown.")


def test_a_section_with_nothing_to_print_has_no_heading() -> None:
    text = with_content("- text: Shown.") + "  - title: Unseen\n    content: [{text: Deck., only: deck}]\n"
    assert "Unseen" not in html_of(text)


def test_parts_without_facts_have_no_heading() -> None:
    html = html_of_content("- text: Shown.")
    assert re.findall(r"<h\d[^>]*>", html) == [
        '<h1 data-running="A lesson">',
        '<h2 class="section" data-running="Part">',
    ]


def test_deep_sections_stay_within_six_levels() -> None:
    text, indent = "title: Deep\nsections:", ""
    for depth in range(1, 9):
        text += f"\n{indent}  - title: Depth {depth}\n{indent}    content: [{{text: Words.}}]"
        text += f"\n{indent}    sections:" if depth < 8 else ""
        indent += "    "
    levels = re.findall(r"<h(\d)", html_of(text))
    assert levels == ["1", "2", "3", "4", "5", "6", "6", "6", "6"]


def test_the_timeline_is_printed_once() -> None:
    facts = "timeline: [{date: 1922, event: It happened}]\n"
    inside = html_of(facts + with_content("- timeline: Inside"))
    behind = html_of(facts + with_content("- text: Words."))
    assert inside.count("It happened") == behind.count("It happened") == 1
    assert ">Timeline</h2>" in behind
    assert ">Timeline</h2>" not in inside


def test_events_stand_in_the_order_of_time() -> None:
    content = "- timeline: T\n  events: [{date: 1930, event: Later}, {date: 1910, event: Sooner}]"
    html = html_of_content(content)
    assert html.index("Sooner") < html.index("Later")


def test_a_source_that_no_section_shows_is_printed_behind_them() -> None:
    assert html_of(SOURCE + with_content("- source: one")).count("Old words") == 1
    behind = html_of(SOURCE + with_content("- text: Words."))
    assert behind.index(">Sources</h2>") < behind.index("Old words")


def test_a_source_that_is_shown_twice_has_its_anchor_once() -> None:
    html = html_of(SOURCE + with_content("- source: one\n- source: one"))
    assert html.count("Old words") == 2
    assert html.count('id="one"') == 1


def test_notes_are_numbered_and_lead_there_and_back() -> None:
    html = html_of_content("- text: First^[Note one.] and second^[Note two.].")
    assert '<a id="call:2" href="#note:2" title="Note 2">2</a>' in html
    assert re.search(
        r'<li id="note:2"[^>]*>.*<a class="back" href="#call:2"[^>]*>2</a></span> Note two.</li>', html
    )


def test_the_address_of_a_link_is_printed_in_a_note() -> None:
    html = html_of_content("- text: See [the archive](https://example.org/a) and https://example.org.")
    assert '<a href="https://example.org/a">the archive</a><sup class="call"' in html
    assert '<a href="https://example.org/a">https://example.org/a</a></li>' in html


def test_a_link_to_what_the_handout_lacks_is_plain_text() -> None:
    content = """
- text: See [there](#gone) and [here](#stays).
- text: A.
  id: gone
  only: deck
- text: B.
  id: stays
"""
    html = html_of_content(content)
    assert "See there and" in html
    assert '<a class="inner" href="#stays">here</a>' in html
    assert '<div id="stays">' in html


def test_each_work_of_a_citation_leads_to_its_own_entry() -> None:
    references = "references: [{id: a, title: Book A, issued: 1900}, {id: b, title: Book B, issued: 1901}]\n"
    html = html_of(
        with_content('- text: "Said [@a, p. 2; @b]."').replace("sections:", references + "sections:")
    )
    first = '<em><a class="inner" href="#a">Book A</a></em><a class="inner" href="#a">\u00a01900, 2</a>'
    assert f'({first}; <em><a class="inner" href="#b">' in html
    assert '<li id="b">' in html


def test_lists_inside_prose_nest_and_count_on() -> None:
    html = html_of_content("- text: |\n    3. Three\n       - below\n    4. Four\n\n    After.")
    assert '<ol start="3"><li>Three<ul><li>below</li></ul></li><li>Four</li></ol>' in html
    assert "<p>After.</p>" in html


def test_gaps_of_a_question_are_counted_from_one_and_apart_from_those_of_the_text() -> None:
    html = html_of_content('- text: "[a]{gap}"\n- question: "[b]{gap} [c]{gap}"\n- text: "[d]{gap}"')
    assert re.findall(r"blank (\d)", html) == ["1", "1", "2", "2"]


def test_questions_give_what_their_kind_needs() -> None:
    html = html_of_content(QUESTIONS)
    assert "Tick the right answer." in html
    assert "Tick the right answers." in html
    assert [group.count('"line"') for group in html.split('class="side label"')[1:]] == [0, 0, 4, 5]
    assert '<span class="letter" data-tag="Lbl">B</span> Second option' in html


def test_matching_and_ordering_are_mixed_but_complete() -> None:
    content = """
- question: Match.
  pairs: [{left: L1, right: R1}, {left: L2, right: R2}, {left: L3, right: R3}]
- question: Order.
  order: [O1, O2, O3]
"""
    html = html_of_content(content)
    rights, items = re.findall(r"R\d", html), re.findall(r"</span>(O\d)", html)
    assert sorted(rights) == ["R1", "R2", "R3"] != rights
    assert sorted(items) == ["O1", "O2", "O3"] != items
    assert re.findall(r"L\d", html) == ["L1", "L2", "L3"]


def test_a_row_header_is_the_cell_in_the_first_column_even_beside_a_tall_one() -> None:
    content = """
- table: T
  header: [A, B]
  header_column: true
  rows:
    - [{cell: tall, rowspan: 2}, "1"]
    - ["2"]
    - [low, "3"]
"""
    heads = re.findall(r'<th scope="row"[^>]*>([^<]*)<', html_of_content(content))
    assert heads == ["tall", "low"]


def test_markup_of_the_source_is_never_markup_of_the_page() -> None:
    html = html_of_content("- text: \"<script>alert('x')</script> & <b>bold</b>\"")
    assert "<script" not in html
    assert "&lt;b&gt;bold" in html


def test_callouts_say_their_kind_in_words() -> None:
    content = "\n".join(
        f"- callout: Words.\n  kind: {kind}" for kind in ("note", "warning", "example", "tip")
    )
    labels = re.findall(r'<p class="side label">(\w+)</p>', html_of_content(content))
    assert labels == ["Note", "Warning", "Example", "Tip"]
