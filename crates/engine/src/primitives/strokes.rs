//! Lines drawn on the ground of a grid: from cells of a colour, between them, around them, and filled regions.

use super::scenes::ground_of;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::Cell;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "beam",
        signature: "(grid: Grid, value: Integer, line: Integer, direction: IntegerTuple) -> Grid",
        doc: "A grid with lines from all cells of a colour in a direction over the ground until they meet something.",
        run: |machine, args| {
            let way = args[3].pair()?;
            if way == (0, 0) {
                return undefined("a direction of no length leads nowhere");
            }
            rays(machine, args, &[way])
        },
    },
    Primitive {
        name: "rays",
        signature: "(grid: Grid, value: Integer, line: Integer, axes: Integer) -> Grid",
        doc:
            "A grid with lines from all cells of a colour both ways over the ground along rows (0), columns (1), both \
              (2), diagonals (3) or all (4).",
        run: |machine, args| {
            let both: Vec<Way> =
                axes(args[3])?.iter().flat_map(|&(down, right)| [(down, right), (-down, -right)]).collect();
            rays(machine, args, &both)
        },
    },
    Primitive {
        name: "join",
        signature: "(grid: Grid, value: Integer, line: Integer, axes: Integer) -> Grid",
        doc: "A grid with lines over the ground between cells of a colour along rows (0), columns (1), both (2), \
              diagonals (3) or all (4).",
        run: |machine, args| {
            let colour = args[1].integer()?;
            let line = colour_of(args[2])?;
            bridge(machine, args[0], axes(args[3])?, |from, to| {
                (i64::from(from) == colour && from == to).then_some(line)
            })
        },
    },
    Primitive {
        name: "joinlike",
        signature: "(grid: Grid, axes: Integer) -> Grid",
        doc: "A grid with lines over the ground between cells of equal colours in that colour along rows (0), columns \
              (1), both (2), diagonals (3) or all (4).",
        run: |machine, args| bridge(machine, args[0], axes(args[1])?, |from, to| (from == to).then_some(from)),
    },
    Primitive {
        name: "bridge",
        signature: "(grid: Grid, value: Integer, target: Integer, line: Integer) -> Grid",
        doc: "A grid with lines over the ground along rows and columns from cells of one colour to cells of another.",
        run: |machine, args| {
            let (one, other) = (args[1].integer()?, args[2].integer()?);
            let line = colour_of(args[3])?;
            bridge(machine, args[0], AXES[2], |from, to| {
                let ends = (i64::from(from), i64::from(to));
                (ends == (one, other) || ends == (other, one)).then_some(line)
            })
        },
    },
    Primitive {
        name: "ricochet",
        signature: "(grid: Grid, value: Integer, line: Integer, direction: IntegerTuple) -> Grid",
        doc: "A grid with a slanting line from each cell of a colour, thrown back by what it meets and by the sides.",
        run: ricochet,
    },
    Primitive {
        name: "pour",
        signature: "(grid: Grid, value: Integer, line: Integer, diagonal: Boolean) -> Grid",
        doc: "A grid with the ground that is connected to cells of a colour in another colour.",
        run: |machine, args| {
            let colour = args[1].integer()?;
            flood(machine, args[0].grid()?, colour_of(args[2])?, args[3].is_true(), |grid, _, at| {
                i64::from(grid.cells()[at]) == colour
            })
        },
    },
    Primitive {
        name: "drown",
        signature: "(grid: Grid, line: Integer, diagonal: Boolean) -> Grid",
        doc: "A grid with the ground that is connected to the border in a colour.",
        run: |machine, args| {
            let (line, diagonal) = (colour_of(args[1])?, args[2].is_true());
            flood(machine, args[0].grid()?, line, diagonal, is_open)
        },
    },
    Primitive {
        name: "fillin",
        signature: "(grid: Grid, line: Integer, diagonal: Boolean) -> Grid",
        doc: "A grid with the ground that is not connected to the border in a colour.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let line = colour_of(args[1])?;
            let ground = ground_of(machine, grid)?;
            let is_reached = reached(machine, grid, ground, args[2].is_true(), is_open)?;
            Ok(Value::Grid(grid.edited(|cells| {
                let inside = cells.iter_mut().zip(&is_reached).filter(|(cell, &reached)| **cell == ground && !reached);
                inside.for_each(|(cell, _)| *cell = line);
            })))
        },
    },
    Primitive {
        name: "plant",
        signature: "(grid: Grid, value: Integer, stencil: Tuple[Cell]) -> Grid",
        doc: "A grid with cells at given offsets around all cells of a colour painted where there is ground.",
        run: stamp,
    },
    Primitive {
        name: "spiral",
        signature: "(grid: Grid, line: Integer) -> Grid",
        doc: "A grid with a line that winds from the upper left corner inwards with a gap of one cell.",
        run: spiral,
    },
];

/// A step down and to the right.
pub(super) type Way = (i64, i64);

/// What the numbers of axes mean.
const AXES: [&[Way]; 5] =
    [&[(0, 1)], &[(1, 0)], &[(0, 1), (1, 0)], &[(1, 1), (1, -1)], &[(0, 1), (1, 0), (1, 1), (1, -1)]];

pub(super) fn axes(number: &Value) -> Result<&'static [Way]> {
    match usize::try_from(number.integer()?).ok().and_then(|number| AXES.get(number)) {
        Some(axes) => Ok(axes),
        None => undefined("axes are numbered from 0 to 4"),
    }
}

pub(super) fn colour_of(value: &Value) -> Result<i8> {
    i8::try_from(value.integer()?).map_err(|_| Fault::Overflow.into())
}

/// The places of a grid's cells, in reading order.
pub(super) fn places(grid: &Grid) -> impl Iterator<Item = Way> {
    let width = grid.width() as i64;
    (0..grid.cells().len() as i64).map(move |at| (at / width, at % width))
}

pub(super) fn charge_copy(machine: &mut Machine, grid: &Grid) -> Result<()> {
    machine.allocate(grid.cells().len() as u64)?;
    machine.spend(2 * grid.cells().len() as u64)
}

/// The places from beside a place in a direction as long as there is ground.
pub(super) fn free_run(grid: &Grid, ground: i8, from: Way, way: Way) -> impl Iterator<Item = usize> + '_ {
    let place = move |step: i64| {
        let at =
            grid.offset(from.0.checked_add(way.0.checked_mul(step)?)?, from.1.checked_add(way.1.checked_mul(step)?)?);
        at.filter(|&at| grid.cells()[at] == ground)
    };
    (1..).map_while(place)
}

fn rays(machine: &mut Machine, args: Args<'_>, ways: &[Way]) -> Result<Value> {
    let grid = args[0].grid()?;
    let (colour, line) = (args[1].integer()?, colour_of(args[2])?);
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let mut drawn = Vec::new();
    for (from, &cell) in places(grid).zip(grid.cells()) {
        if i64::from(cell) == colour {
            for &way in ways {
                let start = drawn.len();
                drawn.extend(free_run(grid, ground, from, way));
                let steps = (drawn.len() - start) as u64;
                machine.allocate(8 * steps)?;
                machine.spend(3 * steps)?;
            }
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|at| cells[at] = line))))
}

/// Lines over the ground between cells, in the colour that their two colours have.
fn bridge(machine: &mut Machine, grid: &Value, ways: &[Way], line: impl Fn(i8, i8) -> Option<i8>) -> Result<Value> {
    let grid = grid.grid()?;
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    for (from, &cell) in places(grid).zip(grid.cells()).filter(|(_, &cell)| cell != ground) {
        for &way in ways {
            let start = drawn.len();
            drawn.extend(free_run(grid, ground, from, way).map(|at| (at, cell)));
            let steps = (drawn.len() - start) as i64 + 1;
            machine.allocate(16 * steps as u64)?;
            machine.spend(4 * steps as u64)?;
            let end = grid.get(from.0 + way.0 * steps, from.1 + way.1 * steps);
            match end.and_then(|end| line(cell, end)) {
                Some(colour) => drawn[start..].iter_mut().for_each(|(_, painted)| *painted = colour),
                None => drawn.truncate(start),
            }
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, colour)| cells[at] = colour))))
}

fn ricochet(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (colour, line) = (args[1].integer()?, colour_of(args[2])?);
    let direction = args[3].pair()?;
    if !matches!(direction, (-1 | 1, -1 | 1)) {
        return undefined("the direction is not diagonal");
    }
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let is_free = |place: Way| grid.get(place.0, place.1) == Some(ground);
    let mut drawn = Vec::new();
    for (from, _) in places(grid).zip(grid.cells()).filter(|(_, &cell)| i64::from(cell) == colour) {
        let (mut place, mut way) = (from, direction);
        for _ in 0..2 * grid.cells().len() {
            machine.spend(8)?;
            let next = (place.0 + way.0, place.1 + way.1);
            if is_free(next) {
                drawn.extend(grid.offset(next.0, next.1));
                place = next;
                continue;
            }
            let (below, beside) = ((place.0 + way.0, place.1), (place.0, place.1 + way.1));
            way = match (is_free(below), is_free(beside)) {
                (true, false) => (way.0, -way.1),
                // The border ahead ends the line.
                (false, true) if grid.get(below.0, below.1).is_some() => (-way.0, way.1),
                _ => break,
            };
            if !is_free((place.0 + way.0, place.1 + way.1)) {
                break;
            }
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|at| cells[at] = line))))
}

/// Whether a cell of the ground lies on the border.
fn is_open(grid: &Grid, ground: i8, at: usize) -> bool {
    let (row, column) = (at / grid.width(), at % grid.width());
    let is_on_border = row == 0 || column == 0 || row + 1 == grid.height() || column + 1 == grid.width();
    is_on_border && grid.cells()[at] == ground
}

/// Which cells of the ground are connected to cells that a condition admits as sources.
fn reached(
    machine: &mut Machine,
    grid: &Grid,
    ground: i8,
    diagonal: bool,
    is_source: impl Fn(&Grid, i8, usize) -> bool,
) -> Result<Vec<bool>> {
    let cells = grid.cells();
    machine.allocate(cells.len() as u64 * 10)?;
    machine.spend(cells.len() as u64 * if diagonal { 12 } else { 7 })?;
    const WAYS: [Way; 8] = [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)];
    let ways = if diagonal { &WAYS[..] } else { &WAYS[..4] };
    let mut is_reached = vec![false; cells.len()];
    let mut waiting: Vec<usize> = (0..cells.len()).filter(|&at| is_source(grid, ground, at)).collect();
    waiting.iter().for_each(|&at| is_reached[at] = cells[at] == ground);
    let width = grid.width();
    while let Some(at) = waiting.pop() {
        let (row, column) = ((at / width) as i64, (at % width) as i64);
        for &(down, right) in ways {
            if let Some(next) = grid.offset(row + down, column + right) {
                if cells[next] == ground && !is_reached[next] {
                    is_reached[next] = true;
                    waiting.push(next);
                }
            }
        }
    }
    Ok(is_reached)
}

fn flood(
    machine: &mut Machine,
    grid: &Grid,
    line: i8,
    diagonal: bool,
    is_source: impl Fn(&Grid, i8, usize) -> bool,
) -> Result<Value> {
    let ground = ground_of(machine, grid)?;
    let is_reached = reached(machine, grid, ground, diagonal, is_source)?;
    charge_copy(machine, grid)?;
    Ok(Value::Grid(grid.edited(|cells| {
        cells.iter_mut().zip(&is_reached).filter(|(_, &reached)| reached).for_each(|(cell, _)| *cell = line);
    })))
}

fn stamp(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let colour = args[1].integer()?;
    let elements = args[2].container(machine)?;
    machine.allocate(16 * elements.len() as u64)?;
    let mut stencil: Vec<Cell> = Vec::new();
    for cell in elements {
        stencil.push(cell.as_cell().ok_or_else(|| args[2].unexpected("Tuple[Cell]"))?);
    }
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let count = grid.cells().iter().filter(|&&cell| i64::from(cell) == colour).count();
    let strokes = (count as u64).saturating_mul(stencil.len() as u64);
    machine.allocate(strokes.saturating_mul(16))?;
    machine.spend(strokes.saturating_mul(3))?;
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    for (from, _) in places(grid).zip(grid.cells()).filter(|(_, &cell)| i64::from(cell) == colour) {
        for cell in &stencil {
            let offset = (i64::from(cell.place.row), i64::from(cell.place.column));
            if let Some(at) = grid.offset(from.0 + offset.0, from.1 + offset.1) {
                if grid.cells()[at] == ground || offset == (0, 0) {
                    drawn.push((at, i8::try_from(cell.colour).map_err(|_| Fault::Overflow)?));
                }
            }
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, colour)| cells[at] = colour))))
}

fn spiral(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let line = colour_of(args[1])?;
    charge_copy(machine, grid)?;
    machine.spend(8 * grid.cells().len() as u64)?;
    Ok(Value::Grid(grid.edited(|cells| {
        let offset = |place: Way| grid.offset(place.0, place.1);
        let (mut place, mut way): (Way, Way) = ((0, 0), (0, 1));
        cells[0] = line;
        let mut turns = 0;
        // A cell is drawn if the one behind it is not part of the line yet.
        while turns < 2 {
            let next = (place.0 + way.0, place.1 + way.1);
            let behind = (next.0 + way.0, next.1 + way.1);
            let is_open = offset(behind).is_none_or(|at| cells[at] != line);
            match offset(next).filter(|&at| is_open && cells[at] != line) {
                Some(at) => {
                    cells[at] = line;
                    place = next;
                    turns = 0;
                }
                None => {
                    way = (way.1, -way.0);
                    turns += 1;
                }
            }
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{call, given, grid, integer, is_undefined};
    use super::*;

    #[test]
    fn beams_and_rays_end_where_they_meet_something() {
        let scene = || grid("0000/0100/0020");
        assert_eq!(given("beam", [scene(), integer(1), integer(3), Value::Pair(-1, 0)]), grid("0300/0100/0020"));
        assert_eq!(given("rays", [scene(), integer(1), integer(3), integer(0)]), grid("0000/3133/0020"));
        assert_eq!(given("rays", [scene(), integer(1), integer(3), integer(3)]), grid("3030/0100/3020"));
        assert!(is_undefined("rays", [scene(), integer(1), integer(3), integer(5)]));
        assert!(is_undefined("beam", [scene(), integer(1), integer(3), Value::Pair(0, 0)]));
    }

    #[test]
    fn lines_join_cells_that_see_each_other() {
        assert_eq!(given("join", [grid("1001/0020/1001"), integer(1), integer(3), integer(2)]), grid("1331/3023/1331"));
        assert_eq!(given("joinlike", [grid("10010020"), integer(0)]), grid("11110020"));
        assert_eq!(given("joinlike", [grid("1020100000"), integer(0)]), grid("1020100000"));
        assert_eq!(given("bridge", [grid("1002/0000"), integer(2), integer(1), integer(5)]), grid("1552/0000"));
    }

    #[test]
    fn lines_are_thrown_back_by_the_sides() {
        let bounced = given("ricochet", [grid("000/000/000/000/100"), integer(1), integer(2), Value::Pair(-1, 1)]);
        assert_eq!(bounced, grid("200/020/002/020/100"));
        assert!(is_undefined("ricochet", [grid("10"), integer(1), integer(2), Value::Pair(0, 2)]));
    }

    #[test]
    fn floods_stop_at_walls() {
        let walls = || grid("00200/10200/00200");
        assert_eq!(given("pour", [walls(), integer(1), integer(3), Value::Boolean(false)]), grid("33200/13200/33200"));
        let ring = || grid("00000/02220/02020/02220/00000");
        assert_eq!(given("fillin", [ring(), integer(4), Value::Boolean(false)]), grid("00000/02220/02420/02220/00000"));
        assert_eq!(given("drown", [ring(), integer(4), Value::Boolean(false)]), grid("44444/42224/42024/42224/44444"));
    }

    #[test]
    fn stencils_are_painted_on_ground() {
        let stencil = Value::tuple(vec![Value::Cell(Cell::new(5, 0, 1)), Value::Cell(Cell::new(6, 1, 0))]);
        let painted = call("plant", [grid("100/020/001"), integer(1), stencil.expect("small")]).expect("a grid");
        assert_eq!(painted, grid("150/620/001"));
    }

    #[test]
    fn spirals_wind_inwards() {
        assert_eq!(
            given("spiral", [grid("00000/00000/00000/00000/00000"), integer(3)]),
            grid("33333/00003/33303/30003/33333")
        );
    }
}
