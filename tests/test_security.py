"""SECURITY.md promises nothing that is not tested, and the supply chain is pinned."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

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


@pytest.mark.skipif(shutil.which("cargo") is None, reason="needs cargo")
def test_every_crate_is_free_and_from_the_registry() -> None:
    """What `make deny` checks too, as far as it goes without cargo-deny."""
    allowed = set(tomllib.loads((ROOT / "deny.toml").read_text(encoding="utf-8"))["licenses"]["allow"])
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--offline"]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if asked.returncode:
        pytest.skip("needs the crates on this machine: build first")
    packages = json.loads(asked.stdout)["packages"]
    assert len(packages) > 20
    for package in packages:
        assert package["source"] in (None, "registry+https://github.com/rust-lang/crates.io-index"), package["name"]
        parts = package["license"].replace("/", " OR ").split(" AND ")
        for part in parts:
            assert allowed & {one.strip(" ()") for one in part.split(" OR ")}, (package["name"], package["license"])
