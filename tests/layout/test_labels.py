"""The words that the layouts say themselves, shipped and added by a user."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel import Locale

from diptych.layout.error import LayoutError
from diptych.layout.label_checks import blanks_of
from diptych.layout.load import load_layout
from diptych.material.findings import SourceError
from diptych.material.labels import Labels
from diptych.material.languages.lacking import lacking_remark

LAYOUT = load_layout("classic")
SHIPPED = LAYOUT.languages()
ENGLISH = LAYOUT.labels("en")
Adding = Callable[[str, str], Labels]


@pytest.fixture
def adding(tmp_path: Path) -> Adding:
    """Labels of a language with a file of them beside the source."""

    def add(lang: str, text: str) -> Labels:
        (tmp_path / "labels").mkdir()
        (tmp_path / "labels" / f"{lang}.yaml").write_text(text, "utf-8")
        return LAYOUT.labels(lang, tmp_path)

    return add


def test_there_are_many_languages() -> None:
    wanted = {"en", "de", "fr", "es", "it", "nl", "pt", "ru", "ar", "he", "zh", "zh-Hant", "ja"}
    assert wanted <= set(SHIPPED)
    assert set(load_layout("primary").languages()) == set(SHIPPED)


@pytest.mark.parametrize("lang", SHIPPED)
def test_every_language_says_all_that_english_says(lang: str) -> None:
    labels = LAYOUT.labels(lang)
    assert labels.lacking == ()
    assert set(labels.words) == set(ENGLISH.words)


@pytest.mark.parametrize("lang", SHIPPED)
def test_every_language_leaves_the_same_blanks(lang: str) -> None:
    for name, wording in LAYOUT.labels(lang).words.items():
        if name != "century":
            assert blanks_of(wording) == blanks_of(ENGLISH.words[name]), name


@pytest.mark.parametrize("lang", SHIPPED)
def test_plural_forms_are_all_that_the_language_needs_for_whole_numbers(lang: str) -> None:
    rule = Locale.parse(lang, sep="-").plural_form
    needed = {rule(count) for count in range(1, 200)} - {"other"}
    counting = {name: one for name, one in LAYOUT.labels(lang).words.items() if not isinstance(one, str)}
    assert counting or not needed
    for name, forms in counting.items():
        assert set(forms) >= needed, name


_NAMES = re.compile("QR|Natural Earth|km")


@pytest.mark.parametrize("lang", ["ru", "ja", "ar", "zh", "he", "zh-Hant"])
def test_no_english_words_stand_in_a_language_of_another_script(lang: str) -> None:
    """Latin letters only where the language writes them: Chinese schools letter options from A."""
    words = LAYOUT.labels(lang).words
    for name, wording in words.items():
        if name == "option_letters" and lang.startswith("zh"):
            continue
        texts = [wording] if isinstance(wording, str) else list(wording.values())
        for text in texts:
            blank = text.format_map(dict.fromkeys(blanks_of(wording), "0"))
            assert not [
                letter for letter in _NAMES.sub("", blank) if letter.isascii() and letter.isalpha()
            ], name


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ru", {1: "1 минута", 2: "2 минуты", 5: "5 минут", 11: "11 минут", 21: "21 минута", 45: "45 минут"}),
        ("ar", {1: "دقيقة واحدة", 2: "دقيقتان", 5: "5 دقائق", 11: "11 دقيقة", 100: "100 دقيقة"}),
        ("he", {1: "דקה אחת", 2: "שתי דקות", 45: "45 דקות"}),
        ("ja", {1: "1分", 45: "45分"}),
        ("en", {1: "1 min", 45: "45 min"}),
    ],
)
def test_numbers_have_the_plural_forms_of_the_language(lang: str, said: dict[int, str]) -> None:
    labels = LAYOUT.labels(lang)
    assert {count: labels("minutes", count=count) for count in said} == said


def test_a_mark_is_one() -> None:
    assert [ENGLISH("marks", count=count) for count in (1, 2)] == ["1 mark", "2 marks"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de-AT", "Seite 2 von 5"),
        ("fr-CH", LAYOUT.labels("fr")("page_of", page=2, pages=5)),
        ("pt-BR", LAYOUT.labels("pt")("page_of", page=2, pages=5)),
        ("zh-CN", "第2页，共5页"),
        ("zh-TW", "第2頁，共5頁"),
        ("zh-HK", "第2頁，共5頁"),
        ("zh-Hant", "第2頁，共5頁"),
        ("ja-JP", "2／5ページ"),
        ("ar-EG", "صفحة 2 من 5"),
        ("he", "עמוד 2 מתוך 5"),
    ],
)
def test_a_region_has_the_words_of_its_language_in_its_script(lang: str, said: str) -> None:
    assert LAYOUT.labels(lang)("page_of", page=2, pages=5) == said


def test_a_language_without_words_tells_which_file_to_write() -> None:
    with pytest.raises(SourceError) as caught:
        LAYOUT.labels("tr")
    finding = caught.value.findings[0]
    assert "language `tr`" in finding.message
    assert "labels/tr.yaml" in finding.hint
    assert "classic/labels/en.yaml" in finding.hint


def test_a_file_beside_the_source_adds_a_language(adding: Adding) -> None:
    english = (LAYOUT.folders[0] / "labels" / "en.yaml").read_text("utf-8")
    labels = adding("tr", english.replace("Key terms", "Anahtar kavramlar"))
    assert labels("key_terms") == "Anahtar kavramlar"
    assert labels.months[3] == "Nisan"
    assert not list(lacking_remark(labels))


def test_what_a_file_lacks_is_said_in_english_and_named(adding: Adding) -> None:
    labels = adding("sv", "page: Sida\npage_of: 'Sida {page} av {pages}'\n")
    assert labels("page_of", page=1, pages=2) == "Sida 1 av 2"
    assert labels("agenda") == "Agenda"
    (remark,) = lacking_remark(labels)
    assert remark.severity == "warning"
    assert "`agenda`" in remark.message
    assert "labels/sv.yaml" in remark.hint


def test_a_file_for_a_region_says_what_differs(adding: Adding) -> None:
    labels = adding("de-AT", "agenda: Stundenbild\n")
    assert labels("agenda") == "Stundenbild"
    assert labels("key_terms") == LAYOUT.labels("de")("key_terms")


def test_a_layout_says_months_and_dates_its_own_way(adding: Adding) -> None:
    from diptych.material.dates import parse_date

    months = "[jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov, dec]"
    labels = adding("da", f"months: {months}\ndate: '{{day}}/{{month}} {{year}}'\n")
    assert labels.date(parse_date("1922-04-16")) == "16/apr 1922"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("agneda: Dagordning", ":1:1: error: no label is called `agneda`\n*did you mean `agenda`?"),
        ("page: Sida\nfigure: 'Bild {nubmer}'", ":2:9: error: nothing fills the blank `{nubmer}`\n*{number}"),
        ("page: 'Sida {page}'", "nothing fills the blank `{page}`\n*has no blanks"),
        ("figure: 'Bild {number'", "is not closed"),
        ("figure: 'Bild {number:>9}'", "is no blank"),
        ("figure: 'Bild {number.real}'", "`{number.real}` is no blank"),
        ("minutes: {one: '1 min'}", "lacks the form `other`"),
        ("minutes: {single: '1 min', other: '{count} min'}", "`single` is no plural form\n*one, two, few"),
        ("agenda: {one: Plan, other: Planer}", "counts nothing"),
        ("page: [Sida]", "one text, not a list"),
        ("months: [januari]", "twelve names"),
        ("page: Sida\npage: Sidan", "stands here a second time"),
        ("- page", "holds names and words"),
    ],
)
def test_a_mistake_in_a_file_is_told_with_its_place(adding: Adding, text: str, told: str) -> None:
    with pytest.raises(LayoutError) as caught:
        adding("sv", f"{text}\n")
    assert "sv.yaml" in str(caught.value)
    for part in told.split("\n*"):
        assert part in str(caught.value)


def test_a_layout_of_ones_own_adds_labels_for_its_templates(adding: Adding) -> None:
    assert adding("en", "house_rules: Our rules\n")("house_rules") == "Our rules"
