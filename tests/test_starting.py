from __future__ import annotations

from pathlib import Path

from arcsynth import load_tasks
from arcsynth._engine import validate
from arcsynth.starting import FoundProgram, found_programs, read_found, starting_programs, write_found

EXACT = 1000


def test_found_programs_are_written_and_read(tmp_path: Path) -> None:
    programs = [
        FoundProgram("hmirror(I)", ("a" * 32,), "constant in round 2 of evolve-1-1, of x"),
        FoundProgram("vconcat(I, hmirror(I))", ("b" * 32, "c" * 32), "crossover in round 3 of evolve-1-1, of x and y"),
    ]
    path = tmp_path / "found.dsl"
    assert write_found(path, programs) == 2
    first, second = read_found(path.read_text(encoding="utf-8"))
    assert (first.learned_on, first.origin) == (programs[1].learned_on, programs[1].origin)
    assert (second.learned_on, second.origin) == (programs[0].learned_on, programs[0].origin)
    assert first.text.startswith("def found_1(I):")


def test_found_programs_solve_the_demo_pairs_that_they_were_learned_on() -> None:
    found = found_programs()
    assert 0 < len(found) <= 300
    assert len({program for program, _ in found}) == len(found)
    assert not {program for program, _ in found} & set(starting_programs())
    tasks = [task.without_answers() for task in load_tasks("arc1-train")]
    places = {task.key: place for place, task in enumerate(tasks)}
    jobs = [(number, places[key]) for number, (_, origin) in enumerate(found) for key in origin.learned_on]
    assert len(jobs) >= len(found)
    for (number, place), alone in zip(jobs, validate([program for program, _ in found], tasks, jobs), strict=True):
        demo = alone.scores[: len(tasks[place].demo)]
        assert demo == [EXACT] * len(demo), f"{found[number][1].text} on {tasks[place].id}"
