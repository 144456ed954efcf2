"""Questions as an IMS QTI 2.1 package has them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from zipfile import ZipFile

import pytest
from lxml import etree

from diptych.exchange.gift import gift_text
from diptych.exchange.qti.package import qti_package
from tests.handout.printed import EVERYTHING, read, with_content

Element = etree._Element
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONE_OF_EACH = """
- {question: Who signed?, options: [Lenin, Chicherin, Stalin], answer: B, marks: 2}
- {question: Which?, kind: multiple_choice, options: [a, b, c], answer: 'A, C', marks: 3}
- {question: Where?, answer: Rapallo}
- {question: Why?, answer: Because both were shunned by the victors of the war., marks: 4}
- {question: What was where?, kind: matching, pairs: [{left: Kazan, right: gas}, {left: Lipetsk, right: air}]}
- {question: Order these., kind: ordering, order: [one, two, three]}
- {question: 'The [treaty]{gap} of [Rapallo]{gap}.', kind: cloze}
- {question: 'The [treaty]{gap} of [Rapallo]{gap}.', kind: cloze, word_bank: true, marks: 2}
- {question: Discuss., kind: essay, answer: Secretpoint, explanation: Openly told., marks: 10}
"""


@dataclass(frozen=True)
class Parsed:
    """One file of a package, asked in XPath; names without a prefix are those of its namespace."""

    tree: Element

    def all(self, path: str) -> list[Element]:
        found = self.tree.xpath(path, namespaces={"q": etree.QName(self.tree).namespace or ""})
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, Element)]

    def one(self, path: str) -> Element:
        (found,) = self.all(path)
        return found

    def texts(self, path: str) -> list[str]:
        return ["".join(str(text) for text in found.itertext()) for found in self.all(path)]

    def names(self, path: str, attribute: str = "identifier") -> list[str]:
        return [found.get(attribute, "") for found in self.all(path)]

    def right(self) -> list[str]:
        """The words of the right answers, whatever identifiers they have."""
        said = {
            one.get("identifier"): "".join(map(str, one.itertext())) for one in self.all("//*[@identifier]")
        }
        values = self.texts("//q:correctResponse/q:value")
        return [" – ".join(said.get(name, name) for name in _split(value, said)) for value in values]

    def marks(self) -> dict[str, float]:
        return {
            entry.get("mapKey", ""): float(entry.get("mappedValue", "")) for entry in self.all("//q:mapEntry")
        }

    def source(self) -> str:
        return etree.tostring(self.tree, encoding="unicode")


def _split(value: str, known: dict[str | None, str]) -> list[str]:
    """A value is an identifier, two of them, or words."""
    names = value.split()
    return names if all(name in known for name in names) else [value]


def files(content: str, head: str = "") -> dict[str, Parsed]:
    data, _ = qti_package(read(head + with_content(content)))
    with ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: Parsed(etree.fromstring(package.read(name))) for name in package.namelist()}


def item(content: str) -> Parsed:
    return files(content)["question-1.xml"]


def test_the_package_holds_what_its_manifest_and_its_test_name() -> None:
    package = files(ONE_OF_EACH)
    items = sorted(set(package) - {"assessment.xml", "imsmanifest.xml"})
    assert len(items) == 9
    manifest, test = package["imsmanifest.xml"], package["assessment.xml"]
    assert manifest.names("//q:resource", "href") == ["assessment.xml", *items]
    assert manifest.names("//q:file", "href") == ["assessment.xml", *items]
    assert test.names("//q:assessmentItemRef", "href") == items
    own = [package[name].tree.get("identifier") for name in items]
    assert test.names("//q:assessmentItemRef") == own
    assert manifest.names("//q:resource")[1:] == own
    assert manifest.names("//q:dependency", "identifierref") == own
    assert len(set(own)) == 9


def test_every_response_is_declared_and_asked_for_once() -> None:
    items = [found for name, found in files(ONE_OF_EACH).items() if name.startswith("question")]
    assert len(items) == 9
    for found in items:
        declared = found.names("//q:responseDeclaration")
        assert declared == found.names("//*[@responseIdentifier]", "responseIdentifier")
        assert set(found.names("//q:mapResponse")) <= set(declared)


def test_items_have_the_titles_and_marks_of_the_paper() -> None:
    package = files(ONE_OF_EACH)
    assert package["question-4.xml"].tree.get("title") == "Question 4"
    assert package["question-4.xml"].texts("//*[@identifier='MAXSCORE']") == ["4.0"]
    assert package["question-3.xml"].texts("//*[@identifier='MAXSCORE']") == ["1.0"]
    test = package["assessment.xml"]
    assert test.tree.get("title") == "A lesson"
    worth = test.names("//q:weight", "value")
    assert worth == ["2.0", "3.0", "1.0", "4.0", "1.0", "1.0", "1.0", "2.0", "10.0"]
    assert test.texts("//*[@identifier='MAXSCORE']") == ["25.0"]


def test_of_one_right_option_one_can_be_chosen() -> None:
    made = item("- {question: Who signed?, options: [Lenin, Chicherin, Stalin], answer: B, marks: 2}")
    assert made.texts("//q:itemBody/q:div/q:p") == ["Who signed?"]
    assert made.texts("//q:simpleChoice") == ["Lenin", "Chicherin", "Stalin"]
    assert made.right() == ["Chicherin"]
    assert made.one("//q:choiceInteraction").get("maxChoices") == "1"
    assert made.one("//q:choiceInteraction").get("shuffle") == "false"
    assert made.names("//q:setOutcomeValue/q:variable") == ["MAXSCORE"]


def test_of_several_right_options_each_earns_its_share() -> None:
    made = item("- {question: Which?, kind: multiple_choice, options: [a, b, c], answer: 'A, C', marks: 3}")
    assert made.right() == ["a", "c"]
    assert made.one("//q:responseDeclaration").get("cardinality") == "multiple"
    assert made.one("//q:choiceInteraction").get("maxChoices") == "0"
    assert made.marks() == {"choice-1": 1.5, "choice-2": -3.0, "choice-3": 1.5}
    assert made.one("//q:mapping").get("lowerBound") == "0"


def test_a_choice_without_a_right_answer_is_asked_and_not_marked() -> None:
    made = item("- {question: Your view?, kind: multiple_choice, options: [a, b]}")
    assert made.texts("//q:simpleChoice") == ["a", "b"]
    assert not made.all("//q:correctResponse | //q:mapping | //q:responseProcessing")


def test_a_matching_stands_as_it_is_printed() -> None:
    pairs = "[{left: Kazan, right: tanks}, {left: Lipetsk, right: air}, {left: Tomka, right: gas}]"
    made = item(f"- {{question: What was where?, kind: matching, pairs: {pairs}, marks: 3}}")
    assert made.texts("//q:simpleMatchSet[1]/*") == ["Kazan", "Lipetsk", "Tomka"]
    assert made.texts("//q:simpleMatchSet[2]/*") != ["tanks", "air", "gas"]
    assert made.names("//q:simpleMatchSet[2]/*") == ["right-1", "right-2", "right-3"]
    assert made.right() == ["Kazan – tanks", "Lipetsk – air", "Tomka – gas"]
    assert list(made.marks().values()) == [1.0, 1.0, 1.0]


def test_where_two_right_sides_say_the_same_either_will_do() -> None:
    pairs = "[{left: Kazan, right: tanks}, {left: Lipetsk, right: air}, {left: Kama, right: tanks}]"
    made = item(f"- {{question: What was where?, kind: matching, pairs: {pairs}, marks: 3}}")
    assert len(made.right()) == 3
    assert len(made.marks()) == 5


def test_an_ordering_stands_as_it_is_printed_and_platforms_are_told_what_it_is() -> None:
    package = files("- {question: Order these., kind: ordering, order: [one, two, three]}")
    made = package["question-1.xml"]
    assert made.right() == ["one", "two", "three"]
    assert made.texts("//q:simpleChoice") != ["one", "two", "three"]
    assert made.names("//q:simpleChoice") == ["choice-1", "choice-2", "choice-3"]
    assert made.one("//q:responseDeclaration").get("cardinality") == "ordered"
    assert package["imsmanifest.xml"].texts("//*[local-name()='interactionType']") == ["orderInteraction"]


def test_paper_gift_and_package_mix_in_the_same_order() -> None:
    content = "- {question: Order these., kind: ordering, order: [one, two, three, four, five]}"
    mixed = item(content).texts("//q:simpleChoice")
    gift = gift_text(read(with_content(content)))
    assert sorted(mixed, key=lambda word: gift.index(f"={word} ")) == mixed


def test_a_short_answer_is_compared_however_it_is_typed() -> None:
    made = item('- {question: Which years?, answer: "Lenin\'s 1922–1933", marks: 2}')
    assert made.one("//q:itemBody/q:p/q:textEntryInteraction").get("responseIdentifier") == "RESPONSE"
    assert made.texts("//q:correctResponse/q:value") == ["Lenin's 1922-1933"]
    assert made.marks() == {"Lenin's 1922-1933": 2.0, "Lenin’s 1922–1933": 2.0}
    assert set(made.names("//q:mapEntry", "caseSensitive")) == {"false"}


@pytest.mark.parametrize(
    "question",
    [
        "{question: Why?, answer: Secretpoint because both were shunned by the victors.}",
        "{question: Discuss., kind: essay, answer: '- Secretpoint', lines: 8}",
    ],
)
def test_what_a_teacher_reads_is_expected_before_the_scorer_alone(question: str) -> None:
    made = item(f"- {question}")
    assert len(made.all("//q:extendedTextInteraction")) == 1
    assert made.one("//q:itemBody/q:rubricBlock").get("view") == "scorer"
    assert "Secretpoint" in made.texts("//q:rubricBlock")[0]
    rubric = made.one("//q:rubricBlock")
    rubric.getparent().remove(rubric)  # type: ignore[union-attr]
    assert "Secretpoint" not in made.source()


def test_gaps_are_written_in() -> None:
    made = item("- {question: 'The [treaty]{gap} of [Rapallo]{gap}.', kind: cloze, marks: 3}")
    assert made.texts("//q:itemBody/q:div/q:p") == ["The  of ."]
    assert len(made.all("//q:div/q:p/q:textEntryInteraction")) == 2
    assert len(set(made.names("//q:textEntryInteraction", "expectedLength"))) == 1
    assert made.right() == ["treaty", "Rapallo"]
    assert made.marks() == {"treaty": 1.5, "Rapallo": 1.5}
    assert made.names("//q:sum/q:mapResponse") == ["RESPONSE_1", "RESPONSE_2"]


def test_gaps_with_a_word_bank_offer_its_words() -> None:
    made = item("- {question: '[One]{gap}, [two]{gap}, [One]{gap}.', kind: cloze, word_bank: true}")
    offered = [[str(word.text) for word in menu] for menu in made.all("//q:inlineChoiceInteraction")]
    assert len(offered) == 3
    assert offered[0] == offered[1] == offered[2]
    assert sorted(offered[0]) == ["One", "two"]
    assert made.right() == ["One", "two", "One"]


def test_a_gap_outside_a_cloze_stays_a_blank() -> None:
    made = item("- {question: 'The [treaty]{gap} of?', options: [Rapallo, Kazan], answer: A}")
    assert made.texts("//q:div/q:p") == ["The ____ of?"]
    assert "treaty" not in made.source()


def test_lists_in_a_question_are_lists_and_keep_their_numbers() -> None:
    text = "Fill in:\n\n1. a [x]{gap}\n   - deep [y]{gap}\n2. b\n\nThen:\n\n3. c"
    made = item("- kind: cloze\n  question: |\n    " + text.replace("\n", "\n    "))
    assert [item.split()[0] for item in made.texts("//q:div/q:ol/q:li")] == ["a", "b"]
    assert made.names("//q:ol/q:li/q:ul/q:li/*", "responseIdentifier") == ["RESPONSE_2"]
    assert made.texts("//q:div/q:div") == ["3. c"]


def test_markup_becomes_xhtml() -> None:
    made = item(
        "- {question: 'Is *H~2~O* < x^2^ & **`a`** [nass]{lang=de}, [see](https://example.org/?a=1&b=2)?', "
        "options: ['*yes*', '</p>'], answer: A}"
    )
    assert made.texts("//q:em/q:sub") == ["2"]
    assert made.texts("//q:sup") == ["2"]
    assert made.texts("//q:strong/q:code") == ["a"]
    assert made.one("//q:span").get(LANG) == "de"
    assert made.one("//q:a").get("href") == "https://example.org/?a=1&b=2"
    assert made.texts("//q:simpleChoice/q:em") == ["yes"]
    assert made.texts("//q:simpleChoice") == ["yes", "</p>"]
    assert made.texts("//q:div/q:p") == ["Is H2O < x2 & a nass, see?"]


def test_notes_and_citations_stand_in_parentheses() -> None:
    references = (
        "references: [{id: carr1951, type: book, title: Relations, issued: 1951, author: [{family: Carr}]}]\n"
    )
    content = "- {question: 'Who says so [@carr1951, p. 12]?^[A *note*.]', answer: Carr}"
    made = files(content, references)["question-1.xml"]
    assert made.texts("//q:div/q:p") == ["Who says so (Carr\u00a01951, 12)? (A note.)"]


def test_an_explanation_is_shown_when_an_answer_was_given() -> None:
    content = "- {question: Where?, answer: Rapallo, explanation: 'It *was* there.'}"
    package = files(content)
    made = package["question-1.xml"]
    feedback = made.one("//q:modalFeedback")
    assert made.texts("//q:modalFeedback") == ["It was there."]
    assert made.texts("//q:setOutcomeValue/q:baseValue") == [feedback.get("identifier")]
    assert feedback.get("title") == "Why"
    assert package["assessment.xml"].one("//q:itemSessionControl").get("showFeedback") == "true"
    assert "there" not in made.texts("//q:itemBody")[0]


@pytest.mark.parametrize(
    ("question", "template"),
    [
        ("{question: Where?, answer: Rapallo, marks: 2}", "map_response"),
        ("{question: Order., kind: ordering, order: [one, two]}", "match_correct"),
        ("{question: Who?, options: [a, b], answer: A}", "match_correct"),
    ],
)
def test_the_templates_of_the_standard_are_named_where_they_say_it_all(question: str, template: str) -> None:
    found = item(f"- {question}").one("//q:responseProcessing")
    assert found.get("template") == TEMPLATES + template
    assert len(found) == 0


def test_the_right_answers_earn_all_marks_and_no_more() -> None:
    items = [found for name, found in files(ONE_OF_EACH).items() if name.startswith("question")]
    sums = {
        found.tree.get("title"): (
            sum(marks for marks in found.marks().values() if marks > 0),
            float(found.texts("//*[@identifier='MAXSCORE']")[0]),
        )
        for found in items
        if found.marks()
    }
    assert len(sums) == 5
    assert all(earned == pytest.approx(worth) for earned, worth in sums.values())


def test_items_say_their_language() -> None:
    package = files("- {question: Where?, answer: a}\n- {question: Wo?, answer: b, lang: de}")
    assert [package[f"question-{number}.xml"].tree.get(LANG) for number in (1, 2)] == ["en-GB", "de"]


def test_files_keep_their_order_beyond_nine_questions() -> None:
    names = [name for name in files("- {question: Where?, answer: a}\n" * 11) if name.startswith("question")]
    assert len(names) == 11
    assert names[0] == "question-01.xml"
    assert names[-1] == "question-11.xml"


def test_the_same_bytes_come_twice() -> None:
    source = EVERYTHING.read_text(encoding="utf-8")
    first, second = (qti_package(read(source, EVERYTHING.parent)) for _ in range(2))
    assert first == second
    assert first[1] == 6
    with ZipFile(io.BytesIO(first[0])) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_lessons_of_other_titles_name_their_questions_otherwise() -> None:
    lesson = with_content("- {question: Where?, answer: a}")
    names = set()
    for title in ("A lesson", "Another lesson"):
        data, _ = qti_package(read(lesson.replace("A lesson", title)))
        with ZipFile(io.BytesIO(data)) as package:
            names.add(etree.fromstring(package.read("question-1.xml")).get("identifier"))
    assert len(names) == 2


def test_a_lesson_without_questions_makes_no_package() -> None:
    assert qti_package(read(with_content("- points: [a, b]"))) == (b"", 0)


def test_a_formula_is_mathml_with_words() -> None:
    content = "- {question: 'What is $\\sqrt{16}$?', options: ['$4$', '$\\frac{1}{2}$'], answer: A}"
    data, _ = qti_package(read(with_content(content)))
    with ZipFile(io.BytesIO(data)) as package:
        item = package.read("question-1.xml").decode()
    assert 'alttext="the square root of 16"' in item
    assert "<msqrt><mrow><mn>16</mn></mrow></msqrt>" in item
    assert "<mfrac>" in item
