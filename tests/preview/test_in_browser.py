"""The preview in a real browser, while a source is edited, broken, mended, removed and renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.preview.serving import LESSON, Preview

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CHROMIUM and "DIPTYCH_EVERY_TEST" not in os.environ,
        reason="there is no Chromium: apt install chromium",
    ),
]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    preview = Preview(tmp_path_factory.mktemp("preview"))
    yield preview
    preview.close()


@pytest.fixture(scope="module")
def page(preview: Preview) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page: Any = browser.new_page(viewport={"width": 1200, "height": 800})
        page.told = []
        page.on("console", lambda message: page.told.append(message.text))
        page.on("pageerror", lambda error: page.told.append(str(error)))
        page.set_default_timeout(60_000)
        page.goto(preview.address)
        page.locator("#pages .leaf").first.wait_for()
        yield page
        browser.close()


def test_pages_and_slides_stand_side_by_side(page: Any) -> None:
    handout, deck = page.locator("#handout").bounding_box(), page.locator("#deck").bounding_box()
    assert handout["x"] + handout["width"] <= deck["x"] + 1
    assert page.locator("#slides .leaf").count() > 3


def test_a_saved_change_shows_and_is_marked(page: Any, preview: Preview) -> None:
    preview.write(LESSON.replace("Others follow it", "Sisters follow it"))
    page.locator("#slides .leaf.new img[alt*='Sisters follow it']").wait_for()
    page.locator("#pages .leaf img[alt*='Sisters follow it']").wait_for()


def test_a_mistake_is_told_and_goes_when_it_is_mended(page: Any, preview: Preview) -> None:
    preview.write(LESSON.replace("sections:", "sectoins:"))
    page.locator("#findings").wait_for(state="visible")
    assert "did you mean `sections`?" in page.locator("#finding-list").inner_text()
    assert "to mend" in page.locator("#status").inner_text()
    page.locator(".leaf.stale").first.wait_for()
    preview.write(LESSON)
    page.locator("#findings").wait_for(state="hidden")
    assert page.locator(".leaf.stale").count() == 0


def test_keys_lead_from_slide_to_slide(page: Any) -> None:
    page.locator("body").press("s")
    page.keyboard.press("j")
    assert page.locator(":focus").get_attribute("aria-label").startswith("Slide 2")
    page.keyboard.press("ArrowUp")
    assert page.locator(":focus").get_attribute("aria-label").startswith("Slide 1")
    page.keyboard.press("h")
    assert page.locator(":focus").get_attribute("aria-label").startswith("Page 1")


def test_who_cannot_see_hears_where_things_are(page: Any) -> None:
    for role, name in (("region", "Handout"), ("region", "Slides"), ("status", ""), ("main", "")):
        assert page.get_by_role(role, **({"name": name} if name else {})).count() == 1
    assert all(image.get_attribute("alt") for image in page.locator(".leaf img").all())


def test_light_and_dark_can_be_chosen(page: Any) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page.locator("#scheme").select_option(scheme)
        grounds.append(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
    assert grounds == ["rgb(233, 236, 238)", "rgb(16, 28, 36)"]


def test_a_removed_source_is_told_and_comes_back(page: Any, preview: Preview) -> None:
    away = preview.source.with_suffix(".bak")
    preview.source.rename(away)
    page.locator("#pages .leaf").first.wait_for(state="detached")
    assert "sources" in page.locator("#status").inner_text()
    away.rename(preview.source)
    page.locator("#pages .leaf").first.wait_for()


def test_a_renamed_source_is_shown_by_its_new_name(page: Any, preview: Preview) -> None:
    renamed = preview.source.parent.with_name("bees")
    preview.source.parent.rename(renamed)
    page.locator("#source option[value='bees']").wait_for(state="attached")
    renamed.rename(preview.source.parent)
    page.locator("#source option[value='ants']").wait_for(state="attached")
    page.locator("#pages .leaf").first.wait_for()


def test_the_browser_complained_of_nothing(page: Any) -> None:
    assert page.told == []
