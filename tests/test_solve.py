from __future__ import annotations

from collections.abc import Sequence

from arcsynth import Grid, Program, Sample, Task, grade, solve
from arcsynth.solve import KnownProgram, known_programs

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
    solutions = solve(small_tasks, effort=EFFORT, strategies=["enumerate"])
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


def test_a_program_is_not_tried_on_the_task_it_was_learned_on(small_tasks: tuple[Task, ...]) -> None:
    task = small_tasks[0]
    mirror = Program.parse("vmirror(I)")
    for learned_on, strategies in ((frozenset({task.key}), set()), (frozenset({"other"}), {"library"})):
        known = [KnownProgram(mirror, learned_on)]
        (solution,) = solve([task], library=known, effort=0.00001, strategies=["library"]).tasks
        assert {p.strategy for p in solution.proposals if p.matched == len(task.demo)} == strategies
