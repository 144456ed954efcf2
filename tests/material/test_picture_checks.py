"""Authors are told of pictures that their slides show too little of, or too coarsely."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from diptych.material.findings import Finding
from diptych.material.picture_checks import picture_warnings
from diptych.material.pictures import load_picture
from diptych.material.place import NOWHERE
from diptych.material.reader import read_material


def warnings(folder: Path, size: tuple[int, int], asked: str) -> list[Finding]:
    Image.new("RGB", size).save(folder / "p.png")
    source = (
        "title: A lesson\nsections:\n  - title: Light\n    content:\n"
        f"      - figure: p.png\n        alt: A field.\n        on_slide: {asked}\n"
    )
    pictures = {"p.png": load_picture(folder, "p.png", NOWHERE)}
    return list(picture_warnings(read_material(source), pictures))


@pytest.mark.parametrize("size", [(1000, 2000), (9000, 1000)], ids=["tall", "wide"])
def test_a_crop_that_leaves_less_than_a_third_is_told(size: tuple[int, int], tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, size, "full")
    assert found.severity == "warning"
    assert "of the picture `p.png`" in found.message
    assert found.place.line == 5


def test_a_picture_of_too_few_pixels_is_told(tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, (500, 300), "full")
    assert "too few pixels" in found.message


@pytest.mark.parametrize("asked", ["whole", "fill", "full"])
def test_a_picture_that_suits_its_slide_is_passed_over(asked: str, tmp_path: Path) -> None:
    assert warnings(tmp_path, (1600, 1000), asked) == []


def test_a_picture_that_stays_whole_may_have_any_shape(tmp_path: Path) -> None:
    assert warnings(tmp_path, (100, 4000), "whole") == []
