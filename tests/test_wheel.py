"""The wheel that `make wheel` builds works where there is nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REQUIRED = bool(os.environ.get("CI"))


def built() -> Path | None:
    """The wheel of `make wheel`, if it is there and of what is here now."""
    wheels = sorted((ROOT / "target" / "wheels").glob("arcsynth-*.whl"), key=lambda path: path.stat().st_mtime)
    sources = [*ROOT.glob("crates/**/*.rs"), *ROOT.glob("python/**/*.py"), *ROOT.glob("python/**/*.dsl")]
    newest = max(path.stat().st_mtime for path in sources)
    return wheels[-1] if wheels and wheels[-1].stat().st_mtime > newest else None


@pytest.mark.timeout(300)
def test_the_wheel_works_in_an_empty_environment(tmp_path: Path) -> None:
    """It brings all that it needs: the command is there, and solves a task."""
    wheel = built()
    if wheel is None:
        if REQUIRED:
            pytest.fail("no wheel of these sources in target/wheels: run make wheel before")
        pytest.skip("needs the wheel of these sources: make wheel")
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    constraints = {"PIP_CONSTRAINT": str(ROOT / "constraints.txt"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    # Neither this checkout nor this environment may help.
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    installed = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", wheel],
        env={**clean, **constraints},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert installed.returncode == 0, installed.stderr
    command = tmp_path / "empty" / "bin" / "arcsynth"
    asks = [command, "--version"]
    version = subprocess.run(asks, env=clean, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert version.stdout.startswith("arcsynth ")
    call = [command, "solve", "67a3c6ac", "--data", "arc1-train", "--effort", "0.05", "--run", "r", "--json"]
    solved = subprocess.run(call, env=clean, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(solved.stdout)["solved_tasks"] == ["67a3c6ac"]
    assert (tmp_path / "r" / "report.html").exists()
    assert shutil.which("ray", path=str(tmp_path / "empty" / "bin")) is None, "Ray is an extra"
    asks = [*call[:-3], "--run", "c", "--cluster", "local"]
    asked = subprocess.run(asks, env=clean, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert asked.returncode == 1
    assert "pip install 'arcsynth[cluster]'" in asked.stderr
