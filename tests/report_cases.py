"""Runs whose pages are tested: an honest one, and one whose every name and text is an attack."""

from __future__ import annotations

import json
from pathlib import Path

from arcsynth import Program, load_tasks
from arcsynth.cli import run as arcsynth
from arcsynth.runs import Run

MARKUP = "<img src=x onerror=planted()>"
"""Would call `planted` if it ever became an element."""

CLOSING = "</script><script>planted()</script>"
"""Would end the data's element and call `planted`, if it stood there as it is."""

TASKS = ("67a3c6ac", "68b16354", "74dd1130", "3c9b0459", "045e512c")
"""Four tasks that little search solves, and one that it does not."""


def solved_run(folder: Path) -> Run:
    """Solves a few tasks; gives the run's folder, with its page."""
    path = folder / "solved"
    assert arcsynth(["solve", *TASKS, "--data", "arc1-train", "--effort", "0.01", "--run", str(path), "--json"]) == 0
    return Run(path)


def evolved_run(folder: Path) -> Run:
    """Evolves on a few tasks; gives the run's folder, with its page."""
    path = folder / "evolved"
    library = folder / "evolved.sqlite"
    call = ["evolve", *TASKS, "--data", "arc1-train", "--rounds", "3", "--library", str(library), "--run", str(path)]
    assert arcsynth([*call, "--json"]) == 0
    return Run(path)


def planted_run(folder: Path) -> Run:
    """A run whose folder, data, task ids, strategies and programs carry markup, as a foreign folder might."""
    (task,) = load_tasks("arc1-train", ["67a3c6ac"])
    body = {
        "train": [
            {"input": sample.input.rows(), "output": sample.output.rows()} for sample in task.demo if sample.output
        ],
        "test": [{"input": task.test[0].input.rows()}],
    }
    # No name of a file holds a slash; an id may hold neither that nor a backslash.
    ids = (MARKUP, "'\"><svg onload=planted()>", "{{ 7 * 7 }}", "__proto__")
    data = folder / f"data {MARKUP}.json"
    data.write_text(json.dumps(dict.fromkeys(ids, body)))
    path = folder / f"run {MARKUP}"
    call = ["solve", "--data", str(data), "--effort", "0.001", "--run", str(path), "--seed", "1"]
    assert arcsynth([*call, "--json"]) == 0
    document = json.loads((path / "results.json").read_text())
    for record in document["tasks"].values():
        record["proposals"] = [
            {
                "id": MARKUP,
                "program": text,
                "origin": MARKUP,
                "strategy": CLOSING,
                "cost": 1,
                "matched": len(task.demo),
                "similarity": 1000,
                "fuel": 1,
                "lineage": [{"program": MARKUP, "operator": CLOSING, "parents": [MARKUP], "round": 1}],
                "closed": [[CLOSING, 1]],
            }
            for text in (CLOSING, MARKUP, Program.parse("vmirror(I)").definition())
        ]
        record["attempts"] = [[{"origin": MARKUP, "program": MARKUP}] * 2]
    (path / "results.json").write_text(json.dumps(document))
    return Run(path)
