"""Pictures by strangers: what is no picture, has no end, or reaches for something else is told, at once."""

from __future__ import annotations

import io
import os
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from diptych.material.findings import SourceError
from diptych.material.pictures import PictureFile, load_picture
from diptych.material.place import Place

HERE = Place(7, 9)
SECONDS = 5


def load(folder: Path, file: str) -> PictureFile:
    started = time.process_time()
    try:
        return load_picture(folder, file, HERE)
    finally:
        assert time.process_time() - started < SECONDS


def fault(folder: Path, file: str) -> str:
    """What is told of the picture, at the place where the source names it."""
    with pytest.raises(SourceError) as error:
        load(folder, file)
    (finding,) = error.value.findings
    assert finding.place == HERE
    return finding.message


def drawing(folder: Path, inside: str, head: str = 'viewBox="0 0 9 9"') -> str:
    (folder / "p.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>', "utf-8")
    return "p.svg"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, packed: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def saved(folder: Path, mode: str, kind: str, file: str, **options: object) -> str:
    Image.new(mode, (40, 30)).save(folder / file, kind, **options)
    return file


@pytest.mark.parametrize(
    "data",
    {
        "nothing": b"",
        "text": b"hello",
        "a page": b"<html><script>alert(1)</script></html>",
        "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n",
        "no pixels": png(0, 0, b""),
        "billions of pixels": png(50_000, 50_000, zlib.compress(bytes(1000))),
        "a thread": png(1, 25_000_000, zlib.compress(bytes(100))),
        "pixels that break off": png(99, 99, zlib.compress(bytes(9000)))[:90],
        "no packed pixels": png(99, 99, b""),
    }.items(),
    ids=lambda item: item[0],
)
def test_what_is_no_picture_is_told(data: tuple[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(data[1])
    assert "p.png" in fault(tmp_path, "p.png")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "BMP"])
def test_another_format_is_told_by_its_name(kind: str, tmp_path: Path) -> None:
    assert f"is a {kind} picture" in fault(tmp_path, saved(tmp_path, "RGB", kind, "p.png"))


def test_pictures_for_the_press_become_pictures_for_screens(tmp_path: Path) -> None:
    picture = load(tmp_path, saved(tmp_path, "CMYK", "JPEG", "p.jpg"))
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.mode == "RGB"


@pytest.mark.parametrize(
    ("orientation", "upright"), [(0, (40, 30)), (3, (40, 30)), (6, (30, 40)), (65535, (40, 30))]
)
def test_a_picture_stands_as_its_camera_meant_it(
    orientation: int, upright: tuple[int, int], tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = load(tmp_path, saved(tmp_path, "RGB", "JPEG", "p.jpg", exif=exif))
    assert (picture.width, picture.height) == upright
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == upright


@pytest.mark.parametrize(
    "name",
    [
        *("../p.png", "/etc/passwd", "/dev/zero", "/proc/self/environ", "file:///etc/passwd"),
        *("//a.example/p.png", "https://a.example/p.png", "ftp://a.example/p", "data:image/png;base64,AA"),
        *("..", "~/p.png", "%2e%2e/p"),
        *("a" * 5000, "a/" * 3000 + "p.png", "C:\\p.png", "\\\\a\\p.png", "here/../../p.png"),
    ],
    ids=lambda name: name[:24],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "p.png").write_bytes(png(2, 2, zlib.compress(bytes(14))))
    assert fault(tmp_path / "source", name)


@pytest.mark.parametrize(
    "put",
    [
        os.mkfifo,
        Path.mkdir,
        lambda at: at.symlink_to("/etc/passwd"),
        lambda at: at.symlink_to("/dev/zero"),
        lambda at: at.symlink_to(at),
        lambda at: at.symlink_to("nowhere"),
    ],
    ids=["a pipe", "a folder", "a link out", "a link to a device", "a ring", "a link to nothing"],
)
def test_what_is_no_file_of_the_folder_is_not_opened(put: Callable[[Path], None], tmp_path: Path) -> None:
    put(tmp_path / "p.png")
    assert "p.png" in fault(tmp_path, "p.png")


def test_a_folder_of_thousands_of_files_is_not_searched_for_ever(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number}.png").touch()
    assert "there is no picture" in fault(tmp_path, "zz.png")


ENDLESS = {
    "a script": "<script>alert(1)</script>",
    "a page inside": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "a picture of the web": '<image href="http://a.example/p.png" width="5" height="5"/>',
    "a file": '<image href="file:///etc/passwd" width="5" height="5"/>',
    "a drawing as data": '<image href="data:image/svg+xml;base64,AAAA" width="5" height="5"/>',
    "an imported sheet": '<style>@import url("http://a.example/x.css");</style>',
    "a font": "<style>@font-face{font-family:x;src:url(file:///etc/passwd)}</style>",
    "a colour of the web": '<rect style="fill:url(http://a.example/x)" width="5" height="5"/>',
    "an unfinished address": '<rect fill="url(" style="{{{;;:" width="5"/>',
    "a drawing of itself": '<g id="a"><use href="#a"/></g>',
    "a million copies": '<defs><rect id="a0"/>'
    + "".join(f'<g id="a{n + 1}">{f"""<use href="#a{n}"/>""" * 10}</g>' for n in range(8))
    + '</defs><use href="#a8"/>',
    "groups in groups": "<g>" * 5_000 + "</g>" * 5_000,
    "a gradient that repeats": '<linearGradient id="g" spreadMethod="repeat"/>',
    "markers on markers": '<marker id="m"><path d="M0 0L1 1L2 2" marker-mid="url(#m)"/></marker>',
    "a blur of everything": '<filter id="f"><feGaussianBlur stdDeviation="99999"/></filter>',
    "a long selector": "<style>* * * * * * * * {fill:red}</style>",
    "a huge circle": '<circle r="1e12"/>',
    "a long transform": f'<g transform="{"rotate(" * 2_000}"/>',
    "many attributes": "<rect " + " ".join(f'a{n}="1"' for n in range(500)) + "/>",
    "a novel": f"<text>{'word ' * 9_000}</text>",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_drawing_that_runs_reaches_out_or_has_no_end_is_told(name: str, tmp_path: Path) -> None:
    try:
        load(tmp_path, drawing(tmp_path, ENDLESS[name]))
        assert name == "an unfinished address"  # an address of nothing reaches nothing
    except SourceError as error:
        assert error.findings[0].place == HERE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a.example/svg11.dtd">',
    ],
)
def test_a_drawing_declares_nothing(doctype: str, encoding: str, tmp_path: Path) -> None:
    text = f'{doctype}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    (tmp_path / "p.svg").write_bytes(text.encode(encoding))
    assert "p.svg" in fault(tmp_path, "p.svg")


@pytest.mark.parametrize(
    "size",
    [
        *(
            "0 0 0 0",
            "0 0 -5 5",
            "0 0 nan 5",
            "0 0 inf inf",
            "0 0 1e9 1e9",
            "0 0 1e-9 1e-9",
            "0 0 a b",
            "1 2 3",
        ),
        "0 0 1 100000000",
    ],
)
def test_a_drawing_of_no_size_is_told(size: str, tmp_path: Path) -> None:
    assert "p.svg" in fault(tmp_path, drawing(tmp_path, "", f'viewBox="{size}"'))


@pytest.mark.parametrize("prologue", ['<?xml version="1.0" encoding="nonsense"?>', "\0\0", "<!--", "&lol;"])
def test_a_drawing_that_is_no_xml_is_told(prologue: str, tmp_path: Path) -> None:
    drawing(tmp_path, "")
    (tmp_path / "p.svg").write_text(prologue + (tmp_path / "p.svg").read_text("utf-8"), "utf-8")
    assert "p.svg" in fault(tmp_path, "p.svg")
