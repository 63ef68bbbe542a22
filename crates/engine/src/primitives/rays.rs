//! What cells see in a direction, and what the lines through them hold, as grids of the same size.

use super::strokes::{axes, Way};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "ray",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "The first other colour that each cell sees in a direction, and minus one if there is none.",
        run: |machine, args| {
            let (grid, direction) = (args[0].grid()?, direction(args[1])?);
            swept(machine, grid, direction, |own, next| match next {
                Some((colour, _)) if colour != own => colour,
                Some((_, seen)) => seen,
                None => -1,
            })
        },
    },
    Primitive {
        name: "reach",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "How many steps each cell is in a direction from another colour or from outside.",
        run: |machine, args| {
            let (grid, direction) = (args[0].grid()?, direction(args[1])?);
            swept(machine, grid, direction, |own, next| match next {
                Some((colour, steps)) if colour == own => steps.saturating_add(1),
                _ => 1,
            })
        },
    },
    Primitive {
        name: "shade",
        signature: "(grid: Grid, value: Integer, direction: IntegerTuple) -> Grid",
        doc: "One where a cell of a colour lies somewhere in a direction, and zero elsewhere.",
        run: |machine, args| {
            let (grid, value) = (args[0].grid()?, args[1].integer()?);
            swept(machine, grid, direction(args[2])?, |_, next| match next {
                Some((colour, seen)) => i8::from(seen == 1 || i64::from(colour) == value),
                None => 0,
            })
        },
    },
    Primitive {
        name: "steps",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "How many cells lie in a direction of each cell.",
        run: |machine, args| {
            let (grid, direction) = (args[0].grid()?, direction(args[1])?);
            swept(machine, grid, direction, |_, next| next.map_or(0, |(_, steps)| steps.saturating_add(1)))
        },
    },
    Primitive {
        name: "brink",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "The colour of the last cell that lies in a direction of each cell: that at the border.",
        run: |machine, args| {
            let (grid, direction) = (args[0].grid()?, direction(args[1])?);
            swept(machine, grid, direction, |own, next| next.map_or(own, |(_, last)| last))
        },
    },
    Primitive {
        name: "crossed",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "How many runs of a colour other than black lie in a direction of each cell, its own not counted.",
        run: |machine, args| {
            let (grid, direction) = (args[0].grid()?, direction(args[1])?);
            swept(machine, grid, direction, |own, next| match next {
                Some((colour, runs)) if colour != own && colour != 0 => runs.saturating_add(1),
                Some((_, runs)) => runs,
                None => 0,
            })
        },
    },
    Primitive {
        name: "run",
        signature: "(grid: Grid, axes: Integer) -> Grid",
        doc: "How many cells the longest run of one colour has that each cell lies in along some axes: 0 for rows, 1 for \
              columns, 2 for both, 3 for diagonals, 4 for all.",
        run,
    },
    Primitive {
        name: "tally",
        signature: "(grid: Grid, value: Integer, direction: IntegerTuple) -> Grid",
        doc: "How many cells have a colour on the line through each cell.",
        run: |machine, args| {
            let value = args[1].integer()?;
            lined(machine, args[0].grid()?, direction(args[2])?, |line| {
                let count = line.iter().filter(|&&colour| i64::from(colour) == value).count();
                count.min(127) as i8
            })
        },
    },
    Primitive {
        name: "apart",
        signature: "(grid: Grid, value: Integer, direction: IntegerTuple) -> Grid",
        doc: "How many rows each cell is from the nearest row that holds a colour, where the direction is along rows, \
              and how many columns otherwise; minus one if there is none.",
        run: apart,
    },
    Primitive {
        name: "uniform",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "The colour of the line through each cell, and minus one if it has several.",
        run: |machine, args| {
            lined(machine, args[0].grid()?, direction(args[1])?, |line| {
                let first = line[0];
                if line.iter().all(|&colour| colour == first) {
                    first
                } else {
                    -1
                }
            })
        },
    },
    Primitive {
        name: "prevailing",
        signature: "(grid: Grid, value: Integer, direction: IntegerTuple) -> Grid",
        doc: "The most common colour but a given one on the line through each cell, and minus one if there is none.",
        run: prevailing,
    },
];

/// A pair of steps down and to the right, of which one at least is not zero.
fn direction(value: &Value) -> Result<(i64, i64)> {
    match value.pair()? {
        (0, 0) => undefined("the direction is zero"),
        (down, right) => Ok((down, right)),
    }
}

/// A grid of the same size, each cell computed from its colour and, where that is inside, from the colour and the result
/// of the next cell in a direction.
fn swept(
    machine: &mut Machine,
    grid: &Grid,
    (down, right): (i64, i64),
    of: impl Fn(i8, Option<(i8, i8)>) -> i8,
) -> Result<Value> {
    let count = grid.cells().len() as u64;
    machine.allocate(count)?;
    machine.spend(count * 3)?;
    let (width, colours) = (grid.width(), grid.cells());
    // What a cell depends on is computed before it: from the far end on.
    let is_forward = (down, right) < (0, 0);
    Ok(Value::Grid(grid.edited(|cells| {
        for step in 0..colours.len() {
            let at = if is_forward { step } else { colours.len() - 1 - step };
            let (row, column) = ((at / width) as i64, (at % width) as i64);
            let next = grid.offset(row.saturating_add(down), column.saturating_add(right));
            cells[at] = of(colours[at], next.map(|next| (colours[next], cells[next])));
        }
    })))
}

/// A grid of the same size, each cell computed from all cells on the line through it.
fn lined(machine: &mut Machine, grid: &Grid, (down, right): (i64, i64), of: impl Fn(&[i8]) -> i8) -> Result<Value> {
    let count = grid.cells().len() as u64;
    machine.allocate(count * 9)?;
    machine.spend(count * 6)?;
    let (width, colours) = (grid.width(), grid.cells());
    let (mut line, mut places) = (Vec::new(), Vec::new());
    Ok(Value::Grid(grid.edited(|cells| {
        for at in 0..colours.len() {
            let (mut row, mut column) = ((at / width) as i64, (at % width) as i64);
            if grid.offset(row.saturating_sub(down), column.saturating_sub(right)).is_some() {
                continue;
            }
            line.clear();
            places.clear();
            while let Some(place) = grid.offset(row, column) {
                line.push(colours[place]);
                places.push(place);
                (row, column) = (row.saturating_add(down), column.saturating_add(right));
            }
            let result = of(&line);
            places.iter().for_each(|&place| cells[place] = result);
        }
    })))
}

fn run(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, axes) = (args[0].grid()?, axes(args[1])?);
    let count = grid.cells().len() as u64;
    machine.allocate(count)?;
    machine.spend(count * 12 * axes.len() as u64)?;
    let (width, colours) = (grid.width(), grid.cells());
    let place = |at: usize, (down, right): Way, steps: i64| {
        grid.offset((at / width) as i64 + down * steps, (at % width) as i64 + right * steps)
    };
    let mut longest = vec![0; colours.len()];
    for &way in axes {
        for (first, &colour) in colours.iter().enumerate() {
            let is_alike = |steps: i64| place(first, way, steps).filter(|&at| colours[at] == colour);
            if is_alike(-1).is_some() {
                continue;
            }
            let cells = || (0..).map_while(is_alike);
            let length = cells().count().min(127) as i8;
            cells().for_each(|at| longest[at] = length.max(longest[at]));
        }
    }
    Ok(Value::Grid(grid.edited(|cells| cells.copy_from_slice(&longest))))
}

fn apart(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, value) = (args[0].grid()?, args[1].integer()?);
    let is_along_rows = match direction(args[2])? {
        (0, _) => true,
        (_, 0) => false,
        _ => return undefined("the direction is a diagonal"),
    };
    let (count, width) = (grid.cells().len(), grid.width());
    machine.allocate(count as u64 + 60)?;
    machine.spend(count as u64 * 2)?;
    let line = |at: usize| if is_along_rows { at / width } else { at % width };
    let mut steps = vec![None; if is_along_rows { grid.height() } else { width }];
    for (at, _) in grid.cells().iter().enumerate().filter(|(_, &colour)| i64::from(colour) == value) {
        steps[line(at)] = Some(0);
    }
    // What a line is from the nearest one before it, then from the nearest on either side.
    let lines = steps.len();
    for (from, to) in (1..lines).map(|at| (at - 1, at)).chain((1..lines).rev().map(|at| (at, at - 1))) {
        let next: Option<i8> = steps[from].map(|steps: i8| steps.saturating_add(1));
        steps[to] = [steps[to], next].into_iter().flatten().min();
    }
    Ok(Value::Grid(grid.edited(|cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            *cell = steps[line(at)].unwrap_or(-1);
        }
    })))
}

fn prevailing(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, value) = (args[0].grid()?, args[1].integer()?);
    let direction = direction(args[2])?;
    // Each line counts its colours anew, and starts from where a step back leaves the grid.
    let (height, width) = (grid.height() as u64, grid.width() as u64);
    let (down, right) = (direction.0.unsigned_abs().min(height), direction.1.unsigned_abs().min(width));
    let lines = (down * width + right * height).min(height * width);
    machine.spend(lines * 120)?;
    lined(machine, grid, direction, |line| {
        let mut counts = [0u32; 256];
        for &colour in line.iter().filter(|&&colour| i64::from(colour) != value) {
            counts[(i16::from(colour) + 128) as usize] += 1;
        }
        let mut best = (0, -1);
        for (bin, &count) in counts.iter().enumerate() {
            if count > best.0 {
                best = (count, (bin as i16 - 128) as i8);
            }
        }
        best.1
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use crate::value::Value;

    const RIGHT: Value = Value::Pair(0, 1);
    const UP: Value = Value::Pair(-1, 0);

    #[test]
    fn a_cell_sees_the_first_other_colour() {
        assert_eq!(given("plus", [given("ray", [grid("00320"), RIGHT]), grid("11111")]), grid("44310"));
        assert_eq!(given("reach", [grid("00320"), RIGHT]), grid("21111"));
        assert_eq!(given("reach", [grid("0/0/3"), UP]), grid("1/2/1"));
        assert!(is_undefined("ray", [grid("0"), Value::Pair(0, 0)]));
    }

    #[test]
    fn the_last_cell_in_a_direction_is_at_the_border() {
        assert_eq!(given("brink", [grid("123/456"), Value::Pair(0, -1)]), grid("111/444"));
        assert_eq!(given("brink", [grid("123/456"), Value::Pair(1, 1)]), grid("563/456"));
    }

    #[test]
    fn runs_are_counted_in_a_direction() {
        assert_eq!(given("crossed", [grid("0330203"), RIGHT]), grid("3222110"));
        assert_eq!(given("crossed", [grid("1/2/0/2"), UP]), grid("0/1/2/2"));
    }

    #[test]
    fn cells_lie_in_runs_of_their_colour() {
        assert_eq!(given("run", [grid("1102/0122"), integer(0)]), grid("2211/1122"));
        assert_eq!(given("run", [grid("1102/0122"), integer(1)]), grid("1212/1212"));
        assert_eq!(given("run", [grid("100/012/201"), integer(4)]), grid("322/231/123"));
        assert!(is_undefined("run", [grid("1"), integer(5)]));
    }

    #[test]
    fn rows_and_columns_are_so_far_apart() {
        let dots = || grid("0000/0200/0000/0000");
        assert_eq!(given("apart", [dots(), integer(2), RIGHT]), grid("1111/0000/1111/2222"));
        assert_eq!(given("apart", [dots(), integer(2), UP]), grid("1012/1012/1012/1012"));
        let none = given("apart", [dots(), integer(3), UP]);
        assert_eq!(given("plus", [none, grid("1111/1111/1111/1111")]), grid("0000/0000/0000/0000"));
        assert!(is_undefined("apart", [dots(), integer(2), Value::Pair(1, 1)]));
    }

    #[test]
    fn a_colour_is_seen_through_others() {
        assert_eq!(given("shade", [grid("00320"), integer(2), RIGHT]), grid("11100"));
    }

    #[test]
    fn places_are_counted_from_the_border() {
        assert_eq!(given("steps", [grid("777/777"), UP]), grid("000/111"));
        assert_eq!(given("steps", [grid("777/777"), Value::Pair(1, 1)]), grid("110/000"));
    }

    #[test]
    fn lines_are_summed_up() {
        assert_eq!(given("tally", [grid("120/110"), integer(1), RIGHT]), grid("111/222"));
        assert_eq!(given("tally", [grid("120/110"), integer(1), Value::Pair(1, 1)]), grid("200/120"));
        assert_eq!(given("plus", [given("uniform", [grid("11/12"), RIGHT]), grid("11/11")]), grid("22/00"));
        assert_eq!(given("prevailing", [grid("0102/0000/2220"), integer(0), UP]), grid("2122/2122/2122"));
    }
}
