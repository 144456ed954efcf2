"""Dates, numbers, lists and quotation marks as readers of each language write them."""

from __future__ import annotations

import pytest

from diptych.layout.load import load_layout
from diptych.material.dates import parse_date
from diptych.material.inline import InlineReader
from diptych.material.labels import Labels
from diptych.material.languages.locales import locale_of
from diptych.material.languages.tags import tags_of
from diptych.material.quotes import quotation_marks

LAYOUT = load_layout("classic")
# A day, a month, a year, a span of years, a span of days, a year before Christ, about, a decade.
EDTF = ("1922-04-16", "1922-04", "1922", "1925/1933", "1922-04-16/1922-04-18", "-0043", "1922~", "192X")
TOLD = {
    "en": "16 April 1922|April 1922|1922|1925–1933|16–18 April 1922|44 BC|about 1922|1920s",
    "en-US": "April 16, 1922|April 1922|1922|1925–1933|April 16–18, 1922|44 BC|about 1922|1920s",
    "de": "16. April 1922|April 1922|1922|1925–1933|16.–18. April 1922|44 v. Chr.|um 1922|1920er",
    "fr": "16 avril 1922|avril 1922|1922|1925–1933|16–18 avril 1922|44 av. J.-C.|vers 1922|années 1920",
    "es": "16 de abril de 1922|abril de 1922|1922|1925–1933|16–18 de abril de 1922|44 a. C.|hacia 1922"
    "|década de 1920",
    "it": "16 aprile 1922|aprile 1922|1922|1925–1933|16–18 aprile 1922|44 a.C.|1922 circa|anni 1920",
    "nl": "16 april 1922|april 1922|1922|1925–1933|16–18 april 1922|44 v.Chr.|rond 1922|jaren 1920",
    "pt": "16 de abril de 1922|abril de 1922|1922|1925–1933|16–18 de abril de 1922|44 a.C.|por volta de 1922"
    "|década de 1920",
    "ru": "16 апреля 1922 г.|апрель 1922 г.|1922|1925–1933|16–18 апреля 1922 г.|44 до н. э.|около 1922"
    "|1920-е годы",
    "ar": "16 أبريل 1922|أبريل 1922|1922|1925–1933|16–18 أبريل 1922|44 ق.م.|نحو 1922|عقد 1920",
    "he": "16 באפריל 1922|אפריל 1922|1922|1925–1933|16–18 באפריל 1922|44 לפנה״ס|בסביבות 1922|שנות ה־1920",
    "zh": "1922年4月16日|1922年4月|1922年|1925—1933年|1922年4月16—18日|公元前44年|约1922年|1920年代",
    "zh-TW": "1922年4月16日|1922年4月|1922年|1925—1933年|1922年4月16—18日|西元前44年|約1922年|1920年代",
    "ja": "1922年4月16日|1922年4月|1922年|1925～1933年|1922年4月16～18日|紀元前44年|1922年ごろ|1920年代",
}


def told(labels: Labels, edtf: str) -> str:
    return labels.date(parse_date(edtf)).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("lang", TOLD)
def test_dates_are_told_as_the_language_tells_them(lang: str) -> None:
    labels = LAYOUT.labels(lang)
    assert [told(labels, edtf) for edtf in EDTF] == TOLD[lang].split("|")


def test_every_shipped_language_has_its_dates_checked() -> None:
    assert {tags_of(lang)[-1] for lang in TOLD} == set(LAYOUT.languages())


@pytest.mark.parametrize(
    ("lang", "edtf", "said"),
    [
        ("ru", "1922-04/..", "с апреля 1922 г."),
        ("ru", "-0043-03-15", "15 марта 44 до н. э."),
        ("ru", "19XX", "XX век"),
        ("de", "-01XX", "2. Jahrhundert v. Chr."),
        ("zh", "19XX", "20世纪"),
        ("zh", "-0043-03-15", "公元前44年3月15日"),
        ("ja", "../1922", "1922年まで"),
        ("ja", "1922-21", "1922年春"),
        ("en", "-0508/-0026", "509–27 BC"),
        ("en", "1922?/1923", "1922 (?) – 1923"),
        ("ar-SY", "1922-04", "نيسان 1922"),
    ],
)
def test_a_date_with_more_to_it_is_told_too(lang: str, edtf: str, said: str) -> None:
    assert told(LAYOUT.labels(lang), edtf) == said


def test_no_line_ends_between_day_and_month() -> None:
    day = parse_date("1922-04-16")
    assert "16.\u00a0April" in LAYOUT.labels("de").date(day)
    assert "16\u00a0April" in LAYOUT.labels("en").date(day)
    assert "April\u00a016" in LAYOUT.labels("en-US").date(day)


@pytest.mark.parametrize(
    ("lang", "number", "part"),
    [
        ("en", "12,345.5", "12.5%"),
        ("de", "12.345,5", "12,5 %"),
        ("de-CH", "12’345.5", "12.5%"),
        ("fr", "12 345,5", "12,5 %"),
        ("es", "12.345,5", "12,5 %"),
        ("ru", "12 345,5", "12,5 %"),
        ("ar", "12,345.5", "12.5%"),
        ("he", "12,345.5", "12.5%"),
        ("zh", "12,345.5", "12.5%"),
        ("ja", "12,345.5", "12.5%"),
    ],
)
def test_numbers_and_percent_follow_the_language(lang: str, number: str, part: str) -> None:
    labels = LAYOUT.labels(lang)
    plain = str.maketrans("\u00a0\u202f", "  ")
    assert labels.number(12345.5, 1).translate(plain) == number
    assert labels.percent(12.5, 1).translate(plain) == part


@pytest.mark.parametrize(
    ("lang", "row"),
    [("en", "a, b and c"), ("de", "a, b und c"), ("ru", "a, b и c"), ("zh", "a、b和c"), ("ja", "a、b、c")],
)
def test_words_stand_in_a_row_as_the_language_lists_them(lang: str, row: str) -> None:
    assert LAYOUT.labels(lang).listed(["a", "b", "c"]) == row


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("en-GB", "“”‘’"),
        ("en-US", "“”‘’"),
        ("de-AT", "„“‚‘"),
        ("de-CH", "«»‹›"),
        ("fr-FR", "«\u202f\u202f»“”"),
        ("fr-CH", "«»‹›"),
        ("pt-PT", "«»“”"),
        ("pt-BR", "“”‘’"),
        ("ru", "«»„“"),
        ("ar-EG", "«»“”"),
        ("he", "״״׳׳"),
        ("zh-CN", "“”‘’"),
        ("zh-TW", "「」『』"),
        ("ja-JP", "「」『』"),
        ("xx", "“”‘’"),
    ],
)
def test_quotation_marks_are_those_of_the_country(lang: str, marks: str) -> None:
    assert "".join(quotation_marks(lang)) == marks


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("zh", "他说\"你好\"，又说：\"'不'是'是'吗\"。", "他说“你好”，又说：“‘不’是‘是’吗”。"),
        ("ja", "これは\"*重要*な'点'\"です。", "これは「重要な『点』」です。"),
        ("he", 'צה"ל וצ\'ילה אמרו "שלום"', "צה״ל וצ׳ילה אמרו ״שלום״"),
        ("he", "עמ' 5", "עמ׳ 5"),
        ("en", 'the "古" isn\'t', "the “古” isn’t"),
    ],
)
def test_straight_marks_are_turned_without_spaces_too(lang: str, typed: str, said: str) -> None:
    assert InlineReader(lang).rich(typed).plain() == said


@pytest.mark.parametrize(
    ("lang", "locale"), [("en", "en_001"), ("zh-TW", "zh_Hant_TW"), ("de-DE-1996", "de_DE"), ("xx", "en_001")]
)
def test_a_language_has_the_nearest_locale(lang: str, locale: str) -> None:
    assert str(locale_of(lang)) == locale
