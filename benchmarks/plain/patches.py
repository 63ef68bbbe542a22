"""What grids and patches measure, and patches made from them."""

from __future__ import annotations

from .containers import first, leastcommon, mostcommon

STEPS = ((-1, 0), (0, -1), (0, 1), (1, 0))
DIAGONALS = ((-1, -1), (-1, 1), (1, -1), (1, 1))


# What a grid or a patch measures.
def colours(element):
    if isinstance(element, tuple):
        return [colour for row in element for colour in row]
    return [colour for colour, _ in element]


def mostcolor(element):
    return mostcommon(colours(element))


def leastcolor(element):
    return leastcommon(colours(element))


def colorcount(element, value):
    return colours(element).count(value)


def palette(element):
    return frozenset(colours(element))


def numcolors(element):
    return len(palette(element))


def color(obj):
    return first(obj)[0]


def toindices(patch):
    if patch and isinstance(first(patch)[1], tuple):
        return frozenset(place for _, place in patch)
    return frozenset(patch)


def uppermost(patch):
    return min(i for i, _ in toindices(patch))


def lowermost(patch):
    return max(i for i, _ in toindices(patch))


def leftmost(patch):
    return min(j for _, j in toindices(patch))


def rightmost(patch):
    return max(j for _, j in toindices(patch))


def height(piece):
    if not piece:
        return 0
    return len(piece) if isinstance(piece, tuple) else lowermost(piece) - uppermost(piece) + 1


def width(piece):
    if not piece:
        return 0
    return len(piece[0]) if isinstance(piece, tuple) else rightmost(piece) - leftmost(piece) + 1


def shape(piece):
    return height(piece), width(piece)


def ulcorner(patch):
    return uppermost(patch), leftmost(patch)


def urcorner(patch):
    return uppermost(patch), rightmost(patch)


def llcorner(patch):
    return lowermost(patch), leftmost(patch)


def lrcorner(patch):
    return lowermost(patch), rightmost(patch)


def center(patch):
    return uppermost(patch) + height(patch) // 2, leftmost(patch) + width(patch) // 2


def vline(patch):
    return width(patch) == 1 and height(patch) == len(patch)


def hline(patch):
    return height(patch) == 1 and width(patch) == len(patch)


def square(piece):
    high, wide = shape(piece)
    return high == wide and (isinstance(piece, tuple) or high * wide == len(piece))


def manhattan(a, b):
    return min(abs(i - k) + abs(j - m) for i, j in toindices(a) for k, m in toindices(b))


def adjacent(a, b):
    return manhattan(a, b) == 1


def bordering(patch, grid):
    i, j = len(grid) - 1, len(grid[0]) - 1
    return uppermost(patch) == 0 or leftmost(patch) == 0 or lowermost(patch) == i or rightmost(patch) == j


# Patches.
def asindices(grid):
    return frozenset((i, j) for i in range(len(grid)) for j in range(len(grid[0])))


def asobject(grid):
    return frozenset((colour, (i, j)) for i, row in enumerate(grid) for j, colour in enumerate(row))


def ofcolor(grid, value):
    return frozenset((i, j) for i, row in enumerate(grid) for j, colour in enumerate(row) if colour == value)


def recolor(value, patch):
    return frozenset((value, place) for place in toindices(patch))


def shift(patch, directions):
    if not patch:
        return patch
    di, dj = directions
    if isinstance(first(patch)[1], tuple):
        return frozenset((colour, (i + di, j + dj)) for colour, (i, j) in patch)
    return frozenset((i + di, j + dj) for i, j in patch)


def normalize(patch):
    return shift(patch, (-uppermost(patch), -leftmost(patch))) if patch else patch


def dneighbors(loc):
    return frozenset((loc[0] + i, loc[1] + j) for i, j in STEPS)


def ineighbors(loc):
    return frozenset((loc[0] + i, loc[1] + j) for i, j in DIAGONALS)


def neighbors(loc):
    return dneighbors(loc) | ineighbors(loc)


def objects(grid, univalued, diagonal, without_bg):
    background = mostcolor(grid) if without_bg else None
    near = neighbors if diagonal else dneighbors
    left = {(i, j): colour for i, row in enumerate(grid) for j, colour in enumerate(row) if colour != background}
    found = set()
    while left:
        place, seed = left.popitem()
        part, edge = {(seed, place)}, [place]
        while edge:
            for place in near(edge.pop()):
                if place in left and (not univalued or left[place] == seed):
                    part.add((left.pop(place), place))
                    edge.append(place)
        found.add(frozenset(part))
    return frozenset(found)


def partition(grid):
    cells = asobject(grid)
    return frozenset(frozenset(cell for cell in cells if cell[0] == colour) for colour in palette(grid))


def fgpartition(grid):
    background = mostcolor(grid)
    return frozenset(part for part in partition(grid) if color(part) != background)


def colorfilter(objs, value):
    return frozenset(obj for obj in objs if color(obj) == value)


def sizefilter(container, n):
    return frozenset(item for item in container if len(item) == n)


def toobject(patch, grid):
    high, wide = len(grid), len(grid[0])
    return frozenset((grid[i][j], (i, j)) for i, j in toindices(patch) if 0 <= i < high and 0 <= j < wide)


def backdrop(patch):
    if not patch:
        return frozenset()
    rows, columns = range(uppermost(patch), lowermost(patch) + 1), range(leftmost(patch), rightmost(patch) + 1)
    return frozenset((i, j) for i in rows for j in columns)


def delta(patch):
    return backdrop(patch) - toindices(patch)


def frame(patch, margin):
    """The cells on the border of a patch's rectangle after it has grown by a margin on each side."""
    top, left, bottom, right = (
        uppermost(patch) - margin,
        leftmost(patch) - margin,
        lowermost(patch) + margin,
        rightmost(patch) + margin,
    )
    sides = {(i, j) for i in range(min(top, bottom), max(top, bottom) + 1) for j in (left, right)}
    return frozenset(sides | {(i, j) for j in range(min(left, right), max(left, right) + 1) for i in (top, bottom)})


def box(patch):
    return frame(patch, 0) if patch else patch


def inbox(patch):
    return frame(patch, -1)


def outbox(patch):
    return frame(patch, 1)


def corners(patch):
    return frozenset((ulcorner(patch), urcorner(patch), llcorner(patch), lrcorner(patch)))


def connect(a, b):
    (i, j), (di, dj) = a, (b[0] - a[0], b[1] - a[1])
    if di != 0 and dj != 0 and abs(di) != abs(dj):
        return frozenset()
    steps = max(abs(di), abs(dj))
    si, sj = (di > 0) - (di < 0), (dj > 0) - (dj < 0)
    return frozenset((i + si * step, j + sj * step) for step in range(steps + 1))


def shoot(start, direction):
    return connect(start, (start[0] + 42 * direction[0], start[1] + 42 * direction[1]))


def vfrontier(location):
    return frozenset((i, location[1]) for i in range(30))


def hfrontier(location):
    return frozenset((location[0], j) for j in range(30))


def occurrences(grid, obj):
    cells, part = asobject(grid), normalize(obj)
    high, wide = len(grid) - height(obj) + 1, len(grid[0]) - width(obj) + 1
    return frozenset((i, j) for i in range(high) for j in range(wide) if shift(part, (i, j)) <= cells)
