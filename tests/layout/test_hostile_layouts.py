"""Layouts by strangers design pages: they run no code, open no file but their own, and end in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.layout.load import LayoutError, load_layout
from diptych.material.findings import SourceError
from tests.handout.printed import HEAD, read

LESSON = HEAD + "sections: [{title: Trees, content: [Words.]}]\n"


def put(folder: Path, theme: str = "", **files: str) -> Path:
    """A layout `odd` that extends the shipped one; files by name, `__` for a slash."""
    for name, text in {"theme.yaml": f"name: Odd\nextends: classic\n{theme}", **files}.items():
        path = folder / "odd" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def fault(folder: Path) -> str:
    """What is told of the layout when a lesson is printed with it."""
    with pytest.raises((LayoutError, SourceError)) as error:
        layout = load_layout("odd", [folder])
        Press(read(LESSON, layout=layout), layout).print(Edition())
    return str(error.value)


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__[1].__subclasses__()",
        "rich.__func__.__globals__",
        "material.__init__.__globals__['__builtins__']",
        "prose.keywords",
        "prose.func",
        "lipsum.__globals__['os'].popen('id')",
        "self.__init__.__globals__",
        "cycler.__init__.__globals__.os",
        "''|attr('__class__')",
        "'{0.__class__}'.format(material)",
        "setting.type.text.regular.unlink()",
        "setting.type.text.regular.read_bytes()",
        "range(999999999)|list",
        "1 / 0",
        "10 ** 99999999",
        "'a' * 1000000000",
        "material.sections.__class__",
        "notes.append('x')",
    ],
)
def test_a_template_reaches_nothing_behind_what_it_prints(expression: str, tmp_path: Path) -> None:
    text = '{% extends "classic/handout.html" %}{% block title %}{{ ' + expression + " }}{% endblock %}"
    put(tmp_path, **{"handout__handout.html": text})
    assert "handout.html" in fault(tmp_path)


@pytest.mark.parametrize(
    "name", ["../odd.html", "/etc/passwd", "../../secret.txt", "classic/../../../../etc/passwd"]
)
def test_a_template_includes_templates_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    text = '{% extends "classic/handout.html" %}{% block title %}{% include "' + name + '" %}{% endblock %}'
    put(tmp_path, **{"handout__handout.html": text})
    assert name in fault(tmp_path)


@pytest.mark.parametrize(
    "rule",
    [
        '@import "https://a.example/x.css";',
        '@import "file:///etc/passwd";',
        "body { background: url(https://a.example/x.png) }",
        "body { background: url(file:///etc/passwd) }",
        "body { background: url(../../../../etc/passwd) }",
        "body { background: url(../deck/fonts.yaml) }",
        "@font-face { font-family: x; src: url(file:///etc/passwd) } body { font-family: x }",
        "body { background: url('data:image/svg+xml,<svg/>') }",
    ],
)
def test_a_style_sheet_fetches_nothing_from_elsewhere(rule: str, tmp_path: Path) -> None:
    put(tmp_path, **{"handout__custom.css": rule})
    assert fault(tmp_path)


@pytest.mark.parametrize(
    "theme",
    [
        "a: &a [x, x]\nb: [*a, *a]\n",
        "a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
        "a: !!python/object/apply:os.system ['touch pwned']\n",
        f"a: {'[' * 100_000}",
        f"a: {'x' * 5_000_000}",
    ],
    ids=["aliases", "merge keys", "a tag", "lists without end", "megabytes"],
)
def test_a_theme_that_multiplies_or_runs_code_is_told_by_its_file(theme: str, tmp_path: Path) -> None:
    assert "theme.yaml" in fault(put(tmp_path, theme))


def test_a_theme_takes_fonts_from_its_own_folders(tmp_path: Path) -> None:
    (tmp_path / "secret.ttf").write_bytes(b"secret")
    styles = "".join(f", {style}: ../../secret.ttf" for style in ("regular", "italic", "bold", "bold_italic"))
    put(tmp_path, f"fonts:\n  ours: {{family: Ours{styles}}}\n", **{"fonts__x": ""})
    assert "no font file `../../secret.ttf`" in fault(tmp_path)


def test_a_link_out_of_a_layout_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("body { color: red }", "utf-8")
    put(tmp_path / "layouts", **{"handout__x": ""})
    (tmp_path / "layouts" / "odd" / "handout" / "mine.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(LayoutError, match=r"has no `handout/mine\.css`"):
        load_layout("odd", [tmp_path / "layouts"]).find("handout/mine.css")


@pytest.mark.parametrize("name", ["../odd", "/tmp/odd", "a/b", "..", ".", "", "a\\b"])
def test_a_layout_has_a_name_and_no_path(name: str, tmp_path: Path) -> None:
    put(tmp_path)
    with pytest.raises((LayoutError, KeyError)):
        load_layout(name, [tmp_path / "odd"])


@pytest.mark.parametrize("key", ["colours", "fonts", "handout", "deck", "code"])
def test_a_value_where_keys_belong_is_told_with_its_file(tmp_path: Path, key: str) -> None:
    theme = tmp_path / "mine" / "theme.yaml"
    theme.parent.mkdir()
    theme.write_text(f"extends: classic\n{key}: 7\n", "utf-8")
    with pytest.raises(LayoutError, match=f"theme.yaml: `{key}` holds keys and values, not `7`"):
        load_layout("mine", [tmp_path])
