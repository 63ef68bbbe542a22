"""Every code block of the README and the documentation is executed, on small inputs where it asks for much."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from arcsynth import read_programs

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

BLOCK = re.compile(r"^(?:<!-- not run: (?P<reason>.+) -->\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$", re.M | re.S)

COMMAND = """\
#!/bin/sh
# The real command line; `solve` and `evolve` get less to do, whatever the page asks for: the last of an option counts.
verb="$1"
case "$verb" in
solve) set -- "$@" --limit 3 --effort 0.01 ;;
evolve) set -- "$@" --limit 3 --rounds 2 ;;
esac
exec {python} -c 'from arcsynth.cli import main; main()' "$@"
"""

SETUP = """
arcsynth evolve --data arc1-train --library library.sqlite --run runs/demo/evolve
arcsynth solve --data arc1-train --run runs/demo/solve
printf 'def solve_67a3c6ac(I):\\n    return vmirror(I)\\n' > solvers.py
"""
"""What the README's examples of single verbs take as given: the demo has run, there is a file of programs."""


@dataclass(frozen=True)
class Block:
    """A fenced block of a page, and why it is not run, if it is not."""

    page: str
    language: str
    text: str
    reason: str | None


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [Block(page.name, match["language"], match["text"], match["reason"]) for match in BLOCK.finditer(text)]


EVERY = [block for page in PAGES for block in blocks(page)]


def test_every_block_says_what_it_is() -> None:
    for block in EVERY:
        assert block.language in {"python", "sh", "text"}, block
    fences = sum(page.read_text(encoding="utf-8").count("\n```") for page in PAGES)
    assert fences == 2 * len(EVERY)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_shell_blocks_of_a_page_run(page: Path, tmp_path: Path) -> None:
    scripts = [block.text for block in blocks(page) if block.language == "sh" and block.reason is None]
    if not scripts:
        return
    command = tmp_path / "bin" / "arcsynth"
    command.parent.mkdir()
    command.write_text(COMMAND.format(python=sys.executable))
    command.chmod(0o755)
    script = "set -e\n" + (SETUP if page.name == "README.md" else "") + "\n".join(scripts)
    environment = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "block", [block for block in EVERY if block.language == "python"], ids=lambda block: block.page
)
def test_a_python_block_runs(block: Block, tmp_path: Path) -> None:
    if block.text.startswith("def solve_"):
        assert all(candidate.program is not None for candidate in read_programs(block.text))
        return
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", block.text], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
