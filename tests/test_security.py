"""SECURITY.md promises nothing that is not tested, and the supply chain is pinned."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def promises() -> list[str]:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    promised = text[text.index("## Programs") : text.index("## What is not promised")]
    return re.findall(r"^- .*?(?=^- |^#|\Z)", promised, flags=re.MULTILINE | re.DOTALL)


def test_every_promise_names_tests_that_exist() -> None:
    found = promises()
    assert len(found) > 20
    for promise in found:
        named = re.findall(r"`((?:tests|crates)/[\w/.]+)(?:::(\w+))?`", promise)
        assert named, promise
        for file, test in named:
            source = (ROOT / file).read_text(encoding="utf-8")
            assert f"def {test}(" in source if test else re.search(r"def test_|#\[test\]", source), (file, test)


def test_every_crate_and_package_is_pinned() -> None:
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    names = {package["name"] for package in locked}
    for manifest in ROOT.glob("crates/*/Cargo.toml"):
        wanted = tomllib.loads(manifest.read_text(encoding="utf-8"))
        assert {*wanted.get("dependencies", {}), *wanted.get("dev-dependencies", {})} <= names
    assert all("checksum" in package for package in locked if not package["name"].startswith("arcsynth"))
    pinned = dict(
        line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if "==" in line
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    wanted_names = {re.split(r"[\[<>=~! ]", one)[0].lower() for one in wanted} - {"arcsynth"}
    assert wanted_names <= {name.lower() for name in pinned}
