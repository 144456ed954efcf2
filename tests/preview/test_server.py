"""The preview answers its own page on this machine, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.preview.serving import LESSON, Preview


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    preview = Preview(tmp_path_factory.mktemp("preview"))
    yield preview
    told = preview.close()
    assert "Traceback" not in told


def test_it_is_reached_on_this_machine_alone(preview: Preview) -> None:
    assert preview.address.startswith("http://127.0.0.1:")


def test_pages_and_slides_are_shown_with_their_words_and_lines(preview: Preview) -> None:
    made = preview.made()
    assert made["title"] == "Ants"
    assert len(made["pages"]) == 1
    assert "Ants leave a scent" in made["pages"][0]["words"]
    slide = next(one for one in made["slides"] if "Others follow it" in one["words"])
    assert slide["line"] == 6
    assert slide["link"].endswith("/sources/ants/ants.yaml:6:9")


def test_every_picture_is_a_png_that_may_be_kept(preview: Preview) -> None:
    made = preview.made()
    leaves = [*made["pages"], *made["slides"]]
    assert len(leaves) > 3
    for leaf in leaves:
        status, headers, data = preview.ask(f"/picture/{leaf['digest']}")
        assert (status, headers["Content-Type"], data[:4]) == (200, "image/png", b"\x89PNG")


def test_a_mistake_is_told_while_the_last_good_pages_stay(preview: Preview) -> None:
    before = preview.made()
    preview.write(LESSON.replace("lang:", "lnag:"))
    broken = preview.until(lambda source: source["stale"])
    assert broken["findings"][0]["line"] == 2
    assert "did you mean `lang`?" in broken["findings"][0]["told"]
    assert broken["pages"] == before["pages"]
    preview.write(LESSON)
    assert preview.until(lambda source: not source["stale"] and not source["busy"])["findings"] == []


def test_only_what_changed_has_another_picture(preview: Preview) -> None:
    before = [one["digest"] for one in preview.made()["slides"]]
    preview.write(LESSON.replace("Others follow it", "All others follow it"))
    after = preview.until(lambda source: any("All others" in one["words"] for one in source["slides"]))
    changed = [one for one, digest in zip(after["slides"], before, strict=True) if one["digest"] != digest]
    assert len(changed) == 1
    preview.write(LESSON)
    preview.until(lambda source: [one["digest"] for one in source["slides"]] == before)


def test_a_page_from_elsewhere_learns_nothing(preview: Preview) -> None:
    own = f"127.0.0.1:{preview.port}"
    for headers in (
        {"Host": "evil.example"},
        {"Host": f"evil.example:{preview.port}"},
        {"Host": own, "Origin": "https://evil.example"},
        {"Host": own, "Origin": "null"},
    ):
        status, _, data = preview.ask("/state", headers=headers)
        assert (status, data) == (403, b"")
    assert preview.ask("/state", headers={"Host": own, "Origin": f"http://{own}"})[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../make_docs.py",
        "/%2e%2e/ants.yaml",
        "/sources/ants/ants.yaml",
        "/picture/",
        "/picture/../x",
        "//etc/passwd",
    ],
)
def test_nothing_but_the_page_is_served(preview: Preview, path: str) -> None:
    status, _, data = preview.ask(path)
    assert (status, data) == (404, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(preview: Preview, method: str) -> None:
    assert preview.ask("/state", method)[0] == 501


def test_the_page_loads_nothing_from_elsewhere(preview: Preview) -> None:
    for path in ("/", "/page.css", "/page.js", "/icon.svg"):
        status, headers, data = preview.ask(path)
        assert status == 200
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; img-src 'self'")
        assert b"http" not in data.replace(b"http://www.w3.org/2000/svg", b"")
