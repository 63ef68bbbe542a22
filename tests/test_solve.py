from __future__ import annotations

from collections.abc import Iterator, Sequence

from arcsynth import Grid, Program, Sample, Task, grade, solve
from arcsynth.known import KnownProgram, known_programs
from arcsynth.rank import Origin

EFFORT = 0.05


def with_noise(tasks: Sequence[Task]) -> list[Task]:
    """The same tasks with every test output replaced by the same wrong grid."""
    noise = Grid([[9, 8, 7]])
    return [Task(task.id, task.demo, tuple(Sample(sample.input, noise) for sample in task.test)) for task in tasks]


def test_small_tasks_are_solved_and_graded(small_tasks: tuple[Task, ...]) -> None:
    solutions = solve(small_tasks, library=known_programs(None), effort=EFFORT)
    graded = grade(solutions.submission(), small_tasks)
    assert {"67a3c6ac", "68b16354", "74dd1130"} <= set(graded.solved_tasks)


def test_the_enumeration_finds_programs_by_itself(small_tasks: tuple[Task, ...]) -> None:
    solutions = solve(small_tasks, effort=5 * EFFORT, strategies=["enumerate"])
    found = {solution.task: solution.proposals[0] for solution in solutions.tasks if solution.fits_demo}
    assert {"67a3c6ac", "68b16354", "74dd1130", "3c9b0459", "a416b8f3"} <= set(found)
    assert {proposal.strategy for proposal in found.values()} == {"enumerate"}


def test_test_outputs_do_not_matter(small_tasks: tuple[Task, ...]) -> None:
    known = known_programs(None)
    submission = solve(small_tasks, library=known, effort=EFFORT).submission().to_json()
    assert solve(with_noise(small_tasks), library=known, effort=EFFORT).submission().to_json() == submission


def test_the_number_of_threads_does_not_matter(small_tasks: tuple[Task, ...]) -> None:
    one, two = (solve(small_tasks, effort=EFFORT, threads=threads).submission() for threads in (1, 2))
    assert one.to_json() == two.to_json()


def test_proposals_run_again_from_their_text(small_tasks: tuple[Task, ...]) -> None:
    for task, solution in zip(small_tasks, solve(small_tasks, effort=EFFORT).tasks, strict=True):
        proposal = solution.proposals[0]
        program = Program.parse(proposal.program.definition())
        assert [program.run(sample.input) for sample in task.test] == proposal.outputs


def test_what_was_learned_on_a_task_is_recalled_there_not_found(small_tasks: tuple[Task, ...]) -> None:
    (task,) = (task for task in small_tasks if task.id == "67a3c6ac")
    mirror, own, other = Program.parse("vmirror(I)"), frozenset({task.key}), frozenset({"other"})
    for known, origins in (
        (KnownProgram(mirror, other), {Origin.FOUND}),
        (KnownProgram(mirror, own), {Origin.RECALLED}),
        (KnownProgram(mirror, own, saw_answers_of=own), set()),
    ):
        solutions = solve([task], library=[known], effort=0.00001, strategies=["library"])
        attempts = [attempt for attempts in solutions.tasks[0].attempts for attempt in attempts]
        assert {attempt.origin for attempt in attempts if attempt.program == mirror.id} == origins
        assert bool(grade(solutions.found(), [task]).solved_tasks) == (origins == {Origin.FOUND})
        assert bool(grade(solutions.submission(), [task]).solved_tasks) == bool(origins)


def test_a_strategy_may_be_written_in_python(small_tasks: tuple[Task, ...]) -> None:
    def turns(task: Task) -> Iterator[Program]:
        assert all(sample.output is None for sample in task.test)
        yield from (Program.parse(f"{name}(I)") for name in ("rot90", "rot180", "vmirror"))

    solutions = solve(small_tasks, strategies=["library"], proposers=[turns], effort=0.001)
    assert "67a3c6ac" in grade(solutions.found(), small_tasks).solved_tasks
