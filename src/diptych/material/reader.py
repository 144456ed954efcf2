"""A source's text becomes Material, or every finding that stands in the way."""

from __future__ import annotations

import dataclasses
import types
import typing
from difflib import get_close_matches
from typing import Any, Literal

from diptych.material.addresses import Address, code_problem
from diptych.material.allowances import Allowances, read_allowances
from diptych.material.blocks import AnyBlock, Question, QuestionKind
from diptych.material.characters import character_problem
from diptych.material.date_advice import date_advice
from diptych.material.dates import Date
from diptych.material.fields import Node
from diptych.material.finding_names import FindingName
from diptych.material.findings import Finding, SourceError
from diptych.material.formulas.notation import Notation
from diptych.material.inline import InlineReader
from diptych.material.limits import MAX_ITEMS, MAX_TEXT, largest
from diptych.material.line_ends import on_one_line
from diptych.material.maps.coordinates import Coordinates
from diptych.material.markup import Prose, Rich
from diptych.material.model import Material
from diptych.material.parsing import PARSERS
from diptych.material.place import Place
from diptych.material.scalars import Datum, FilePath, Minutes, Verbatim
from diptych.material.tree import Mapping, Scalar, Sequence, Tree, read_tree
from diptych.material.vocabulary import Key, block_kinds, keys_of, shorthand
from diptych.material.wording import NAMES, TYPE_WORDS, article, closest, did_you_mean, listed, words_for
from diptych.material.yaml_mistakes.meant import as_meant, joined_entries

_MISSING = object()


def read_material(text: str) -> Material:
    """The material that a source's text describes.

    Raises SourceError with every finding, in the order of the file, where there is any.
    """
    tree, findings = read_tree(text)
    reader = _Reader(_language_of(tree), text.splitlines())
    material = reader.material(tree)
    found = (*findings, *joined_entries(text), *reader.findings, *reader.inline.findings)
    if found:
        problems = sorted(found, key=lambda one: one.place)
        raise SourceError(as_meant(problems, text.splitlines()))
    return typing.cast(Material, material)


def _language_of(tree: Tree) -> str:
    """The document's language, which decides quotation marks before anything else is read."""
    lang = tree.get("lang") if isinstance(tree, Mapping) else None
    return lang.text if isinstance(lang, Scalar) and lang.text else "en"


class _Reader:
    """Reads trees as the kinds of value that the model declares; gathers findings on the way."""

    def __init__(self, lang: str, lines: list[str]) -> None:
        self.findings: list[Finding] = []
        self.inline = InlineReader(lang, lines=lines)

    def material(self, tree: Tree) -> Any:
        if isinstance(tree, Mapping):
            return self.node(tree, Material)
        return self.fail(tree.place, "wrong-shape", "a source is a mapping of keys", "begin with `title: …`")

    def fail(self, place: Place, kind: FindingName, message: str, hint: str = "") -> Any:
        """Note a finding; the value is missing from what is read."""
        self.findings.append(Finding(place, message, hint, kind=kind))
        return _MISSING

    def value(self, tree: Tree, kind: Any, name: str) -> Any:
        """The tree as a value of the kind, or _MISSING with a finding."""
        origin = typing.get_origin(kind)
        if origin is tuple:
            return self.items(tree, typing.get_args(kind)[0], name)
        if kind == AnyBlock:
            return self.block(tree)
        if origin in {types.UnionType, typing.Union}:
            return self.value(tree, typing.get_args(kind)[0], name)
        if isinstance(kind, type) and issubclass(kind, Node):
            return self.node(tree, kind, name)
        if kind is Coordinates:
            tree = _one_text(tree)
        if not isinstance(tree, Scalar):
            return self.not_a_text(tree, kind, name)
        return self.scalar(tree, kind, name)

    def items(self, tree: Tree, kind: Any, name: str) -> Any:
        """A list; one text stands for a list of one."""
        if isinstance(tree, Mapping):
            return self.fail(tree.place, "wrong-shape", f"`{name}` is a list", "begin each entry with `- `")
        trees = tree.items if isinstance(tree, Sequence) else (tree,)
        if len(trees) > MAX_ITEMS:
            message = f"`{name}` has {len(trees):,} entries, and may have {MAX_ITEMS:,}"
            return self.fail(tree.place, "too-much", message, "part them")
        given = [item for item in trees if not _empty(item) or _may_be_empty(kind)]
        values = tuple(self.value(item, kind, name) for item in given)
        sound = tuple(value for value in values if value is not _MISSING)
        return _MISSING if values and not sound else sound

    def not_a_text(self, tree: Tree, kind: Any, name: str) -> Any:
        found = "a list" if isinstance(tree, Sequence) else "a mapping"
        hint = "write one text"
        if kind in {Rich, Prose}:
            hint = "put text that begins with [ or { or holds a colon in quotes; give one text, not several"
        message = f"`{name}` is {words_for(kind)}, and this is {found}"
        return self.fail(tree.place, "wrong-shape", message, hint)

    def scalar(self, scalar: Scalar, kind: Any, name: str) -> Any:
        """A text as plain text, marked-up text, number, date or one of some words."""
        text = scalar.text.strip()
        if len(text) > MAX_TEXT:
            message = f"`{name}` is longer than {MAX_TEXT:,} characters"
            return self.fail(scalar.place, "too-much", message, "split it")
        problem, hint = character_problem(text)
        if problem:
            return self.fail(scalar.place, "unprintable-character", f"`{name}` holds {problem}", hint)
        if kind is Rich:
            return self.inline.rich(text, scalar.place)
        if kind is Prose:
            return self.inline.prose(scalar.text, scalar.place, scalar.style == "literal")
        if kind is Verbatim:
            return Verbatim(scalar.text.rstrip().expandtabs(4))
        if kind is str:
            return on_one_line(text)
        if kind is Datum:
            return Datum(on_one_line(text), scalar.place)
        if kind is Notation:
            return self.inline.notation(scalar.text.rstrip(), scalar.place) or _MISSING
        if kind is FilePath:
            return FilePath(text, scalar.place)
        if kind is Address:
            unfit = code_problem(text)
            return self.fail(scalar.place, "bad-address", *unfit) if unfit else Address(text)
        return self.parsed(scalar, text, kind, name)

    def parsed(self, scalar: Scalar, text: str, kind: Any, name: str) -> Any:
        if typing.get_origin(kind) is Literal:
            return self.choice(scalar, text, tuple(filter(None, typing.get_args(kind))), name)
        try:
            value = PARSERS[kind](text)
        except ValueError as error:
            detail = f" ({error})" if "there is no" in str(error) else ""
            word, hint = TYPE_WORDS[kind]
            hint = (date_advice(text) or hint) if kind is Date else hint
            return self.fail(scalar.place, NAMES[kind], f"`{name}: {text}` is not {word}{detail}", hint)
        if kind is int and value > largest(name):
            message = f"`{name}: {text}` is more than {largest(name):,}"
            return self.fail(scalar.place, "number-out-of-range", message)
        return Minutes(value, scalar.place) if kind is Minutes else value

    def choice(self, scalar: Scalar, text: str, choices: tuple[str, ...], name: str) -> Any:
        if text in choices:
            return text
        message = f"`{name}` cannot be `{text}`"
        return self.fail(scalar.place, "word-not-allowed", message, did_you_mean(text, choices))

    def node(self, tree: Tree, kind: type[Node], name: str = "") -> Any:
        """A mapping as a value of the model."""
        short = shorthand(kind)
        if isinstance(tree, Scalar) and short:
            value = self.scalar(tree, next(key.kind for key in keys_of(kind) if key.name == short), short)
            return kind(**{short: value}, place=tree.place)
        if not isinstance(tree, Mapping):
            keys = listed([key.name for key in keys_of(kind)][:6])
            hint = f"write {keys} as keys"
            return self.fail(tree.place, "wrong-shape", f"an entry of `{name}` is a mapping", hint)
        return self.mapping(tree, kind, name)

    def mapping(self, tree: Mapping, kind: type[Node], name: str) -> Any:
        keys = {key.name: key for key in keys_of(kind)}
        values: dict[str, Any] = {}
        for key_scalar, value_tree in tree.entries:
            key = keys.get(key_scalar.text)
            if key is None:
                self.unknown_key(key_scalar, tuple(keys), name)
            elif key.kind is Allowances:
                values[key.attribute] = read_allowances(value_tree, tree, not name, self.findings)
            elif not _empty(value_tree):
                values[key.attribute] = self.value(value_tree, key.kind, key.name)
        self.check_required(tree, keys, values, name)
        if any(key.required and values.get(key.attribute, _MISSING) is _MISSING for key in keys.values()):
            return _MISSING
        present = {name: value for name, value in values.items() if value is not _MISSING}
        return kind(**present, place=tree.place)

    def unknown_key(self, key: Scalar, known: tuple[str, ...], name: str) -> None:
        inside = f" in {article(name)}" if name else ""
        message = f"`{key.text}` is no key{inside}"
        self.fail(key.place, "unknown-key", message, did_you_mean(key.text, known))

    def check_required(self, tree: Mapping, keys: dict[str, Key], values: dict[str, Any], name: str) -> None:
        inside = f" from {article(name)}" if name else ""
        misspelt = {closest(key.text, tuple(keys)) for key, _ in tree.entries if key.text not in keys}
        for key in keys.values():
            if key.required and key.attribute not in values and key.name not in misspelt:
                hint = f"write `{key.name}:` with a list below it"
                if isinstance(key.example, str):
                    hint = f"for example `{key.name}: {key.example}`"
                self.fail(_key_place(tree, key.name), "missing-key", f"`{key.name}` is missing{inside}", hint)
            elif key.required and values.get(key.attribute) == ():
                message, hint = f"`{key.name}` is empty", "give at least one entry"
                self.fail(_key_place(tree, key.name), "missing-key", message, hint)

    def block(self, tree: Tree) -> Any:
        """A block, told by its main key; a bare text is a paragraph."""
        kinds = block_kinds()
        if isinstance(tree, Scalar):
            return self.bare_block(tree)
        if not isinstance(tree, Mapping):
            return self.fail(
                tree.place, "wrong-shape", "a block is a mapping", f"begin it with {listed(kinds)}"
            )
        names = [key.text for key, _ in tree.entries]
        found = [name for name in names if name in kinds]
        owners = [name for name in found if all(other in _names(kinds[name]) for other in found)]
        if len(owners) == 1:
            value = self.node(tree, kinds[owners[0]], owners[0])
            return _with_kind(value) if isinstance(value, Question) else value
        if found:
            both = listed(found, "and")
            message = f"one block cannot be {both} at once"
            return self.fail(tree.place, "two-blocks-in-one", message, "begin a new one with `- `")
        return self.no_block(tree, names)

    def bare_block(self, tree: Scalar) -> Any:
        kinds = block_kinds()
        if tree.text in {"page_break", "slide_break"}:
            return kinds[tree.text](place=tree.place)
        if " " not in tree.text and get_close_matches(tree.text, kinds, cutoff=0.8):
            return self.unknown_block(tree)
        return kinds["text"](**{"text": self.scalar(tree, Prose, "text")}, place=tree.place)

    def no_block(self, tree: Mapping, names: list[str]) -> Any:
        kinds = tuple(block_kinds())
        for key, _ in tree.entries:
            if get_close_matches(key.text, kinds, cutoff=0.7):
                return self.unknown_block(key)
        message = f"a block with {listed(names, 'and')} has no main key" if names else "this block is empty"
        return self.fail(tree.place, "unknown-block", message, f"give it one of {listed(kinds)}")

    def unknown_block(self, word: Scalar) -> Any:
        hint = did_you_mean(word.text, tuple(block_kinds()))
        return self.fail(word.place, "unknown-block", f"`{word.text}` is no block", hint)


def _empty(tree: Tree) -> bool:
    return isinstance(tree, Scalar) and tree.style == "plain" and tree.text in {"", "~"}


def _one_text(tree: Tree) -> Tree:
    """`[52.52, 13.40]` as one text: coordinates are often written so."""
    parts = tree.items if isinstance(tree, Sequence) else ()
    texts = [part.text for part in parts if isinstance(part, Scalar)]
    return Scalar(", ".join(texts), tree.place) if len(texts) == len(parts) == 2 else tree


def _may_be_empty(kind: Any) -> bool:
    """An empty cell of a table means an empty cell, an empty datum a missing one."""
    return kind is Datum or (isinstance(kind, type) and issubclass(kind, Node) and shorthand(kind) == "cell")


def _names(kind: type[Node]) -> set[str]:
    return {key.name for key in keys_of(kind)}


def _key_place(tree: Mapping, name: str) -> Place:
    """Where the key stands with no value, or where its mapping begins."""
    return next((key.place for key, _ in tree.entries if key.text == name), tree.place)


def _with_kind(question: Question) -> Question:
    """The question with the kind that its keys tell, where the author gave none."""
    kind: QuestionKind
    if question.options:
        kind = "multiple_choice"
    elif question.pairs:
        kind = "matching"
    elif question.order:
        kind = "ordering"
    else:
        gaps = any(span.gap for paragraph in question.question.paragraphs for span in paragraph.rich.spans)
        kind = "cloze" if gaps else question.kind
    default = next(key.default for key in keys_of(Question) if key.name == "kind")
    return dataclasses.replace(question, kind=kind) if question.kind == default else question
