from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from arcsynth import Library, Task, evolve, load_tasks
from arcsynth._engine import operators
from arcsynth.errors import UsageError
from arcsynth.evolve import WITH_TEST, Evolution
from arcsynth.library import MEASURE
from arcsynth.measuring import CHALLENGERS, round_measures, starting_measures
from arcsynth.standings import Standings
from test_solve import with_noise


def run(path: Path, tasks: tuple[Task, ...], **options: object) -> tuple[Evolution, bytes]:
    """Evolves into a new library; gives the report and the library as text without times."""
    with Library.open(path / "library.sqlite") as library:
        evolution = evolve(tasks, library, rounds=3, **options)  # type: ignore[arg-type]
        assert library.check() == []
        library.export(path / "library.jsonl", timings=False)
    return evolution, (path / "library.jsonl").read_bytes()


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    return tmp_path / "a", tmp_path / "b"


def test_rounds_add_up(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    evolution, _ = run(folders[0], small_tasks)
    assert [report.round for report in evolution.rounds] == [1, 2, 3]
    samples = sum(len(task.demo) + len(task.test) for task in small_tasks)
    for report in evolution.rounds:
        assert report.evaluations == report.unique * samples
        assert report.unique <= report.candidates
        assert report.measured <= report.evaluations
        assert report.rejected == 0
        assert report.kept > 0
    assert evolution.rounds[-1].tasks_solved >= 3


def test_nothing_is_tried_twice(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    with Library.open(folders[0] / "library.sqlite") as library:
        evolution = evolve(small_tasks, library, rounds=4)
        challengers = CHALLENGERS * len(evolution.rounds)
        assert library.stats().tried == sum(report.unique for report in evolution.rounds) + challengers


def test_the_number_of_threads_does_not_matter(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    assert run(folders[0], small_tasks, threads=1)[1] == run(folders[1], small_tasks, threads=2)[1]


def test_test_outputs_do_not_matter(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    assert run(folders[0], small_tasks)[1] == run(folders[1], tuple(with_noise(small_tasks)))[1]


def test_seeds_matter(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    assert run(folders[0], small_tasks, seed=1)[1] != run(folders[1], small_tasks, seed=2)[1]


def test_learning_from_test_outputs_is_recorded(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    run(folders[0], small_tasks, with_test=True)
    with Library.open(folders[0] / "library.sqlite", readonly=True) as library:
        stats = library.stats()
        assert stats.results_with_test == stats.results > 0
        assert {program.origin for program in library.programs()} - {"found"} == {"written", WITH_TEST, "measure"}


def test_a_resumed_run_is_an_uninterrupted_one(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    for path, stops in ((folders[0], (5,)), (folders[1], (2, 3, 5))):
        with Library.open(path / "library.sqlite") as library:
            rounds = [
                report.round for stop in stops for report in evolve(small_tasks, library, rounds=stop, run="r").rounds
            ]
            assert rounds == [1, 2, 3, 4, 5]
            library.export(path / "library.jsonl", timings=False)
    assert (folders[0] / "library.jsonl").read_bytes() == (folders[1] / "library.jsonl").read_bytes()


def test_a_run_goes_on_only_as_it_began(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    with Library.open(folders[0] / "library.sqlite") as library:
        evolve(small_tasks, library, rounds=1, run="r")
        for options in ({"seed": 1}, {"candidates": 31}, {"with_test": True}, {"per_task": True}):
            with pytest.raises(UsageError, match="begun with other tasks, candidates, rates or seed"):
                evolve(small_tasks, library, rounds=2, run="r", **options)  # type: ignore[arg-type]
        with pytest.raises(UsageError):
            evolve(small_tasks[:2], library, rounds=2, run="r")


def test_each_task_may_have_a_brood_of_its_own(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    with Library.open(folders[0] / "library.sqlite") as library:
        evolution = evolve(small_tasks, library, rounds=4, candidates=8, per_task=True)
        last = evolution.rounds[-1]
        assert last.unique <= last.candidates <= 8 * len(small_tasks)
        # A candidate of one task alone is run on that task alone.
        assert last.evaluations < last.unique * sum(len(task.demo) + len(task.test) for task in small_tasks)
        assert library.check() == []


def test_operators_may_be_left_out(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    with Library.open(folders[0] / "library.sqlite") as library:
        rates = dict.fromkeys(operators(), 0.0) | {"compute": 1.0}
        evolution = evolve(small_tasks, library, rounds=2, rates=rates)
        assert evolution.rounds[0].operators.keys() == {"start"}
        assert evolution.rounds[1].operators.keys() == {"compute"}
        report = evolution.rounds[1].operators["compute"]
        assert report.survived <= report.unique <= report.bred == evolution.rounds[1].candidates
        with pytest.raises(ValueError, match="no operator"):
            evolve(small_tasks, library, rounds=3, rates={"magic": 1.0})


def test_what_closes_a_difference_is_kept_though_it_solves_nothing(folders: tuple[Path, Path]) -> None:
    (task,) = load_tasks("arc1-train", ["045e512c"])
    with Library.open(folders[0] / "library.sqlite") as library:
        evolve([task], library, rounds=4, candidates=200)
        found = [result for _, result in library.elites(task.key) if result.niche != MEASURE]
        assert all(0 < result.closed <= 1000 for result in found)
        assert not any(result.solved for result in found)
        board = {program.id for program, _ in library.best(task.key)}
        assert any(result.program not in board for result in found), "no niche keeps what the board would lose"


def test_measures_are_bred_and_kept_with_scores_of_their_own(
    folders: tuple[Path, Path], small_tasks: tuple[Task, ...]
) -> None:
    with Library.open(folders[0] / "library.sqlite") as library:
        evolve(small_tasks, library, rounds=12)
        best = [
            (program, result)
            for task in small_tasks
            for program, result in library.elites(task.key)
            if result.niche == MEASURE
        ]
        assert best
        assert all(0 < result.matched <= result.samples for _, result in best)
        assert {program.origin for program, _ in best} == {"measure"}
        solvers = {parent.program.id for parent in library.parents()}
        assert solvers.isdisjoint(program.id for program, _ in best)
        standings = Standings(library)
        standings.refresh()
        chosen = round_measures(standings, seed=0, number=13, tried=set())
        assert len(chosen.niches) == 2 * (len(chosen.ids) - len(chosen.challengers))
        assert all(program.is_measure for program in chosen.programs)


def test_the_starting_measures_are_well_typed() -> None:
    assert len(starting_measures()) >= 8
    assert all(program.is_measure and program.is_well_typed() for program in starting_measures().values())


def test_boards_in_memory_are_those_of_the_file(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    with (
        Library.open(folders[0] / "library.sqlite") as library,
        Library.open(folders[0] / "library.sqlite") as other,
    ):
        mine = Standings(library)
        for rounds in (2, 4):
            evolve(small_tasks, other, rounds=rounds, run="r")
            mine.refresh()
            fresh = Standings(library)
            fresh.refresh()
            assert mine.best(1000) == fresh.best(1000)
            for task in small_tasks:
                assert mine.board(task.key) == fresh.board(task.key)
                threshold = library.threshold(task.key)
                floor = (threshold.matched, threshold.similarity, threshold.fuel) if threshold else None
                assert mine.floor(task.key) == floor
                assert mine.is_solved(task.key) == (task.key in library.solved([task.key]))


def test_processes_evolve_into_one_library(folders: tuple[Path, Path], small_tasks: tuple[Task, ...]) -> None:
    path = folders[0] / "library.sqlite"
    given = [*(task.id for task in small_tasks), "--data", "arc1-train", "--library", str(path)]
    verb = [sys.executable, "-c", "from arcsynth.cli import main; main()", "evolve", *given, "--rounds", "4", "--json"]
    calls = [[*verb, "--threads", "1", "--seed", str(seed), "--run", str(folders[seed] / "run")] for seed in (0, 1)]
    processes = [subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for call in calls]
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors.decode()
    with Library.open(path, readonly=True) as library:
        assert library.check() == []
        assert [run.round for run in library.runs()] == [4, 4]
        assert {birth.run for program in library.programs() for birth in library.lineage(program.id)} >= {
            run.id for run in library.runs()
        }
