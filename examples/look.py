"""Load a task, write a program, score it, search for one, and look: what a notebook would do, cell by cell."""

from pathlib import Path

from arcsynth import Program, grade, load_tasks, score, solve

# Two training tasks. In a notebook, a task is a picture: its last line `tasks[0]` draws it.
tasks = load_tasks("arc1-train", ["67a3c6ac", "7468f01a"])
print([task.id for task in tasks], tasks[0].demo[0].input.shape)

# A program over the input grid I. It is parsed and typed, never executed as Python.
mirror = Program.parse("vmirror(I)")
print(mirror.id, mirror.size, mirror.cost, mirror.nested())
assert mirror.run(tasks[0].demo[0].input) == tasks[0].demo[0].output

# Score it on both tasks, on demo samples and on test samples whose answers are known; records are what pandas takes.
scores = score([mirror], tasks)
for record in scores.to_records():
    print(record["task"], record["matched"], "of", record["samples"])
assert [result.matched == result.samples for result in scores.results] == [True, False]

# Search: the test outputs are removed before anything looks at the tasks, and graded afterwards.
solutions = solve(tasks, effort=0.02)
for record in solutions.to_records():
    print(record["task"], record["fits_demo"], record["program"])
print("solved:", grade(solutions.submission(), tasks).solved_tasks)

# What a notebook shows without being asked, as a page to open in a browser.
shown = [tasks[0], tasks[0].demo[0].input, mirror, scores, solutions]
Path("look.html").write_text("<!doctype html><meta charset=utf-8>" + "".join(one._repr_html_() for one in shown))
print("wrote look.html")
