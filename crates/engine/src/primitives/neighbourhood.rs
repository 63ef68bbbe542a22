//! What cells have beside and around them, as grids of the same size.

use std::collections::VecDeque;

use super::{Args, Argument, Primitive};
use crate::error::Result;
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "beside",
        signature: "(grid: Grid, offset: IntegerTuple) -> Grid",
        doc: "The colour at an offset of each cell, and minus one where that is outside.",
        run: |machine, args| {
            let (grid, (down, right)) = (args[0].grid()?, args[1].pair()?);
            each(machine, grid, 1, |row, column| {
                grid.get(row.saturating_add(down), column.saturating_add(right)).unwrap_or(-1)
            })
        },
    },
    Primitive {
        name: "around",
        signature: "(grid: Grid, value: Integer, diagonal: Boolean) -> Grid",
        doc: "How many neighbours of each cell have a colour, those over corners included or not.",
        run: |machine, args| {
            let (grid, value) = (args[0].grid()?, args[1].integer()?);
            let neighbours = neighbours(args[2].is_true());
            each(machine, grid, neighbours.len() as u64, |row, column| {
                let is_like = |&&(down, right): &&(i64, i64)| {
                    grid.get(row + down, column + right).is_some_and(|colour| i64::from(colour) == value)
                };
                neighbours.iter().filter(is_like).count() as i8
            })
        },
    },
    Primitive {
        name: "enclosed",
        signature: "(grid: Grid, diagonal: Boolean) -> Grid",
        doc: "One where the connected part of like cells does not touch the border, and zero elsewhere.",
        run: enclosed,
    },
    Primitive {
        name: "depth",
        signature: "(grid: Grid, diagonal: Boolean) -> Grid",
        doc: "How many steps each cell is from the nearest place of another colour or outside.",
        run: depth,
    },
    Primitive {
        name: "distance",
        signature: "(grid: Grid, value: Integer, diagonal: Boolean) -> Grid",
        doc: "How many steps each cell is from the nearest cell of a colour, and minus one if there is none.",
        run: |machine, args| {
            let (grid, value) = (args[0].grid()?, args[1].integer()?);
            let starts = |colour: i8| (i64::from(colour) == value).then_some(colour);
            spread(machine, grid, args[2].is_true(), starts).map(|(steps, _)| steps)
        },
    },
    Primitive {
        name: "nearest",
        signature: "(grid: Grid, value: Integer, diagonal: Boolean) -> Grid",
        doc: "The colour of the cell nearest to each that has another colour than a given one.",
        run: |machine, args| {
            let (grid, value) = (args[0].grid()?, args[1].integer()?);
            let starts = |colour: i8| (i64::from(colour) != value).then_some(colour);
            spread(machine, grid, args[2].is_true(), starts).map(|(_, colours)| colours)
        },
    },
];

/// The offsets of the neighbours of a cell: the four beside it, then those over corners.
const NEIGHBOURS: [(i64, i64); 8] = [(-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)];

fn neighbours(is_diagonal: bool) -> &'static [(i64, i64)] {
    if is_diagonal {
        &NEIGHBOURS
    } else {
        &NEIGHBOURS[..4]
    }
}

/// A grid of the same size, each cell computed from its row and column at some price.
pub(super) fn each(machine: &mut Machine, grid: &Grid, price: u64, of: impl Fn(i64, i64) -> i8) -> Result<Value> {
    let count = grid.cells().len() as u64;
    machine.allocate(count)?;
    machine.spend(count.saturating_mul(price + 1))?;
    let width = grid.width();
    Ok(Value::Grid(grid.edited(|cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            *cell = of((at / width) as i64, (at % width) as i64);
        }
    })))
}

fn enclosed(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let neighbours = neighbours(args[1].is_true());
    let count = grid.cells().len() as u64;
    machine.allocate(count * 9)?;
    machine.spend(count * (2 + neighbours.len() as u64))?;
    let (height, width) = (grid.height(), grid.width());
    let colours = grid.cells();
    Ok(Value::Grid(grid.edited(|cells| {
        cells.fill(1);
        let mut open: Vec<usize> = Vec::new();
        for (at, cell) in cells.iter_mut().enumerate() {
            let (row, column) = (at / width, at % width);
            if row == 0 || column == 0 || row + 1 == height || column + 1 == width {
                *cell = 0;
                open.push(at);
            }
        }
        while let Some(at) = open.pop() {
            let (row, column) = ((at / width) as i64, (at % width) as i64);
            for &(down, right) in neighbours {
                if let Some(next) = grid.offset(row + down, column + right) {
                    if cells[next] == 1 && colours[next] == colours[at] {
                        cells[next] = 0;
                        open.push(next);
                    }
                }
            }
        }
    })))
}

fn depth(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let neighbours = neighbours(args[1].is_true());
    // The cells beside another colour or outside are one step away; from there inwards.
    let starts = each(machine, grid, neighbours.len() as u64, |row, column| {
        let own = grid.get(row, column);
        i8::from(neighbours.iter().any(|&(down, right)| grid.get(row + down, column + right) != own))
    })?;
    let (steps, _) = spread(machine, starts.grid()?, args[1].is_true(), |start| (start == 1).then_some(start))?;
    let steps = steps.grid()?;
    each(machine, steps, 0, |row, column| steps.get(row, column).unwrap_or(-1).saturating_add(1))
}

/// How many steps each cell is from the nearest that a condition gives a colour, and that colour; minus one if there is
/// none. Of several as near the one in the upper, then the left place counts.
fn spread(
    machine: &mut Machine,
    grid: &Grid,
    is_diagonal: bool,
    starts: impl Fn(i8) -> Option<i8>,
) -> Result<(Value, Value)> {
    let neighbours = neighbours(is_diagonal);
    let count = grid.cells().len() as u64;
    machine.allocate(count * 10)?;
    machine.spend(count * (3 + neighbours.len() as u64))?;
    let width = grid.width();
    let mut steps = vec![-1i8; grid.cells().len()];
    let mut queue = VecDeque::new();
    let colours = grid.edited(|colours| {
        for (at, colour) in colours.iter_mut().enumerate() {
            let start = starts(*colour);
            if start.is_some() {
                steps[at] = 0;
                queue.push_back(at);
            }
            *colour = start.unwrap_or(-1);
        }
        while let Some(at) = queue.pop_front() {
            let (row, column) = ((at / width) as i64, (at % width) as i64);
            for &(down, right) in neighbours {
                if let Some(next) = grid.offset(row + down, column + right) {
                    if steps[next] < 0 {
                        steps[next] = steps[at].saturating_add(1);
                        colours[next] = colours[at];
                        queue.push_back(next);
                    }
                }
            }
        }
    });
    let steps = grid.edited(|cells| cells.copy_from_slice(&steps));
    Ok((Value::Grid(steps), Value::Grid(colours)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer};
    use crate::value::Value;

    const NO: Value = Value::Boolean(false);
    const YES: Value = Value::Boolean(true);

    #[test]
    fn outside_is_minus_one() {
        let beside = given("beside", [grid("12/34"), Value::Pair(0, 1)]);
        assert_eq!(given("plus", [beside, grid("11/11")]), grid("30/50"));
    }

    #[test]
    fn neighbours_of_a_colour_are_counted() {
        assert_eq!(given("around", [grid("101/010"), integer(1), NO]), grid("030/202"));
        assert_eq!(given("around", [grid("101/010"), integer(1), YES]), grid("131/222"));
    }

    #[test]
    fn a_diagonal_gap_opens_what_is_enclosed() {
        let ring = grid("0330/3003/0333/0000");
        assert_eq!(given("enclosed", [ring.clone(), NO]), grid("0000/0110/0000/0000"));
        assert_eq!(given("enclosed", [ring, YES]), grid("0000/0000/0000/0000"));
    }

    #[test]
    fn steps_are_counted_to_the_edge_and_to_a_colour() {
        assert_eq!(given("depth", [grid("444/444/444"), NO]), grid("111/121/111"));
        assert_eq!(given("distance", [grid("200/000"), integer(2), NO]), grid("012/123"));
        assert_eq!(given("distance", [grid("200/000"), integer(2), YES]), grid("012/112"));
        assert_eq!(given("nearest", [grid("2003/0000"), integer(0), NO]), grid("2233/2233"));
    }
}
