"""What families of tasks are made with: random choices, canvases, shapes, and the registry of families."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from arcsynth import Grid, Sample, Task

Cells = npt.NDArray[np.int8]
Pair = tuple[Cells, Cells]
Place = tuple[int, int]
Item = TypeVar("Item")

TRIES = 400
"""How often a sample is begun anew where something finds no place, or shows nothing."""

SQUARE = np.ones((3, 3), np.int8)
"""A solid square of three by three cells."""


class CrowdedError(Exception):
    """What was to be drawn finds no place, or would show nothing: begin the sample anew."""


@dataclass
class Maker:
    """The random choices for one sample of a task.

    `a` to `d` are colours that are the same in all samples of the task; `others` gives colours of the sample's own.
    `number` says how many samples of the task come before.
    """

    chance: random.Random
    palette: Sequence[int]
    choices: dict[str, object]
    task_chance: random.Random
    number: int = 0

    @property
    def a(self) -> int:
        """The first colour of the task."""
        return self.palette[0]

    @property
    def b(self) -> int:
        """The second colour of the task."""
        return self.palette[1]

    @property
    def c(self) -> int:
        """The third colour of the task."""
        return self.palette[2]

    @property
    def d(self) -> int:
        """The fourth colour of the task."""
        return self.palette[3]

    def others(self, count: int) -> list[int]:
        """Distinct colours that none of `a` to `d` is."""
        return self.chance.sample(list(self.palette[4:]), count)

    def once(self, name: str, options: Sequence[Item]) -> Item:
        """A choice that is the same in all samples of the task."""
        if name not in self.choices:
            self.choices[name] = self.task_chance.choice(options)
        return self.choices[name]  # type: ignore[return-value]

    def by_turns(self, name: str, options: Sequence[Item]) -> Item:
        """The options one after the other, from sample to sample, so that the demo pairs show several."""
        first = self.once(name, range(len(options)))
        return options[(first + self.number) % len(options)]

    def int(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included."""
        return self.chance.randint(low, high)

    def pick(self, options: Sequence[Item]) -> Item:
        """One of the options."""
        return self.chance.choice(options)

    def some(self, options: Sequence[Item], count: int) -> list[Item]:
        """`count` of the options, in a random order."""
        if count > len(options):
            raise CrowdedError
        return self.chance.sample(list(options), count)

    def coin(self) -> bool:
        """True every other time."""
        return self.chance.random() < 0.5

    def blank(self, low: int = 8, high: int = 16, colour: int = 0) -> Cells:
        """A canvas of a random size."""
        return np.full((self.int(low, high), self.int(low, high)), colour, np.int8)

    def noise(self, height: int, width: int, colours: Sequence[int], density: float = 1.0) -> Cells:
        """Cells of random colours, so many of them as `density` says; the others black."""
        cells = np.zeros((height, width), np.int8)
        for at in np.ndindex(height, width):
            if self.chance.random() < density:
                cells[at] = self.pick(colours)
        return cells

    def scatter(self, canvas: Cells, colour: int, count: int, gap: int = 0) -> list[Place]:
        """Draw single cells on black ones, and say where."""
        return [self.put(canvas, np.full((1, 1), colour, np.int8), gap) for _ in range(count)]

    def blob(self, cells: int, height: int = 3, width: int = 3) -> Cells:
        """A mask of so many cells, joined by their sides, within a box; cut to its bounds."""
        mask = np.zeros((height, width), np.int8)
        mask[self.int(0, height - 1), self.int(0, width - 1)] = 1
        for _ in range(min(cells, height * width) - 1):
            mask[self.pick([at for at in np.ndindex(height, width) if not mask[at] and _touches(mask, at)])] = 1
        return crop(mask)

    def box(self, low: int, high: int) -> Cells:
        """A solid mask of a random size."""
        return np.ones((self.int(low, high), self.int(low, high)), np.int8)

    def odd_one(self) -> Cells:
        """A mask of three by three cells that no turn and no mirror maps to itself."""
        for _ in range(TRIES):
            mask = self.blob(self.int(4, 6))
            if mask.shape == (3, 3) and not any(np.array_equal(mask, turn(mask, number)) for number in range(1, 8)):
                return mask
        raise CrowdedError

    def put(self, canvas: Cells, patch: Cells, gap: int = 1, within: tuple[slice, slice] | None = None) -> Place:
        """Draw a patch where there is nothing on `gap` cells around, and say where its upper left corner is."""
        rows, columns = within or (slice(0, canvas.shape[0]), slice(0, canvas.shape[1]))
        height, width = patch.shape
        places = [
            (row, column)
            for row in range(rows.start, rows.stop - height + 1)
            for column in range(columns.start, columns.stop - width + 1)
            if not canvas[max(row - gap, 0) : row + height + gap, max(column - gap, 0) : column + width + gap].any()
        ]
        if not places:
            raise CrowdedError
        at = self.pick(places)
        draw(canvas, patch, at)
        return at


def _touches(mask: Cells, at: tuple[int, ...]) -> bool:
    row, column = at
    around = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
    return any(0 <= y < mask.shape[0] and 0 <= x < mask.shape[1] and mask[y, x] for y, x in around)


STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""To the right, down, to the left, up: each a right turn after the one before."""


def inside(canvas: Cells, at: Place) -> bool:
    """Whether a place lies on a canvas."""
    return 0 <= at[0] < canvas.shape[0] and 0 <= at[1] < canvas.shape[1]


def after(at: Place, step: Place) -> Place:
    """The place one step on."""
    return at[0] + step[0], at[1] + step[1]


def draw(canvas: Cells, patch: Cells, at: Place) -> None:
    """Draw a patch's cells that are not black onto the canvas."""
    row, column = at
    window = canvas[row : row + patch.shape[0], column : column + patch.shape[1]]
    if window.shape != patch.shape:
        raise CrowdedError
    np.copyto(window, patch, where=patch != 0)


def frame(height: int, width: int, thickness: int = 1) -> Cells:
    """A hollow rectangle as a mask."""
    mask = np.ones((height, width), np.int8)
    mask[thickness : height - thickness, thickness : width - thickness] = 0
    return mask


def laid_out(cells: list[list[Cells]], colour: int) -> Cells:
    """Panes in rows and columns with lines between."""
    rows = []
    for row in cells:
        parts = []
        for pane in row:
            parts += [pane, np.full((pane.shape[0], 1), colour, np.int8)]
        rows += [np.hstack(parts[:-1]), np.full((1, np.hstack(parts[:-1]).shape[1]), colour, np.int8)]
    return np.vstack(rows[:-1])


def crop(cells: Cells) -> Cells:
    """What there is, cut to its bounds."""
    rows, columns = np.nonzero(cells)
    if not len(rows):
        raise CrowdedError
    return cells[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].copy()


def turn(cells: Cells, number: int) -> Cells:
    """One of the eight turns and mirrors of a rectangle; 0 leaves it as it is."""
    return np.rot90(cells.T if number >= 4 else cells, number % 4)


def recoloured(cells: Cells, colours: dict[int, int]) -> Cells:
    return np.vectorize(lambda colour: colours.get(int(colour), int(colour)), otypes=[np.int8])(cells)


Make = Callable[[Maker], Pair]


@dataclass(frozen=True)
class Family:
    """Tasks of one rule: `make` makes a random pair that shows it."""

    concept: str
    name: str
    make: Make = field(repr=False)

    def task(self, seed: int) -> Task:
        """The task of a seed: three demo pairs, or four, and one or two tests.

        All its grids are turned the same way, so that what falls in one task rises in another.
        """
        chance = random.Random(f"{self.concept}/{self.name}/{seed}")
        palette = chance.sample(range(1, 10), 9)
        choices: dict[str, object] = {}
        turned = chance.randrange(8)
        demo_count, test_count = chance.choice((3, 3, 4)), chance.choice((1, 1, 2))
        samples: list[Sample] = []
        for _ in range(TRIES):
            try:
                given, wanted = self.make(Maker(chance, palette, choices, chance, len(samples)))
            except CrowdedError:
                continue
            sample = Sample(_grid(given, turned), _grid(wanted, turned))
            if sample.input != sample.output and all(sample.input != other.input for other in samples):
                samples.append(sample)
            if len(samples) == demo_count + test_count:
                return Task(f"{self.name}-{seed}", tuple(samples[:demo_count]), tuple(samples[demo_count:]))
        raise RuntimeError(f"{self.name}: no sample found for seed {seed}")


def _grid(cells: Cells, turned: int) -> Grid:
    return Grid(turn(cells, turned).tolist())


FAMILIES: list[Family] = []
"""All families, in the order of their concepts."""


def family(concept: str) -> Callable[[Make], Make]:
    """Registers a function that makes a pair as a family of the concept, under the function's name."""

    def register(make: Make) -> Make:
        # Tasks are told apart by their families' names.
        if any(one.name == make.__name__ for one in FAMILIES):
            raise ValueError(f"there are two families of the name {make.__name__}")
        FAMILIES.append(Family(concept, make.__name__, make))
        return make

    return register
