//! Numbers that tell grids apart: how much there is on them, and where.

use super::components::{content, cut, ground, parts, Span};
use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::{Grid, COUNTED_RUN};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "cellcount",
        signature: "(grid: Grid) -> Integer",
        doc: "The number of cells that are not black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            Ok(number(lit(machine, grid)?))
        },
    },
    Primitive {
        name: "huecount",
        signature: "(grid: Grid) -> Integer",
        doc: "The number of colours but black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 / 2 + 60)?;
            Ok(number(grid.histogram().counts().filter(|&(colour, _)| colour != 0).count()))
        },
    },
    Primitive {
        name: "partcount",
        signature: "(grid: Grid) -> Integer",
        doc: "The number of connected parts of one colour each, also connected over corners.",
        run: |machine, args| {
            let Some(shape) = shape(machine, args[0].grid()?)? else {
                return Ok(number(0));
            };
            Ok(number(parts(machine, &shape, true, true)?.count))
        },
    },
    Primitive {
        name: "holecount",
        signature: "(grid: Grid) -> Integer",
        doc: "The number of black regions that do not reach the border.",
        run: |machine, args| {
            let Some(shape) = shape(machine, args[0].grid()?)? else {
                return Ok(number(0));
            };
            let (_, is_open) = ground(machine, &shape)?;
            Ok(number(is_open[1..].iter().filter(|&&open| !open).count()))
        },
    },
    Primitive {
        name: "gapcount",
        signature: "(grid: Grid) -> Integer",
        doc: "The number of black cells in the frame of what is not black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let span = span(machine, grid)?;
            Ok(number(span.height() * span.width() - lit(machine, grid)?))
        },
    },
    Primitive {
        name: "framearea",
        signature: "(grid: Grid) -> Integer",
        doc: "The area of the frame of what is not black.",
        run: |machine, args| span(machine, args[0].grid()?).map(|span| number(span.height() * span.width())),
    },
    Primitive {
        name: "frameheight",
        signature: "(grid: Grid) -> Integer",
        doc: "The height of the frame of what is not black.",
        run: |machine, args| span(machine, args[0].grid()?).map(|span| number(span.height())),
    },
    Primitive {
        name: "framewidth",
        signature: "(grid: Grid) -> Integer",
        doc: "The width of the frame of what is not black.",
        run: |machine, args| span(machine, args[0].grid()?).map(|span| number(span.width())),
    },
    Primitive {
        name: "frametop",
        signature: "(grid: Grid) -> Integer",
        doc: "The first row of the frame of what is not black.",
        run: |machine, args| span(machine, args[0].grid()?).map(|span| number(span.top)),
    },
    Primitive {
        name: "frameleft",
        signature: "(grid: Grid) -> Integer",
        doc: "The first column of the frame of what is not black.",
        run: |machine, args| span(machine, args[0].grid()?).map(|span| number(span.left)),
    },
    Primitive {
        name: "symmetries",
        signature: "(grid: Grid) -> Integer",
        doc: "How many of the mirrorings from left to right, from top to bottom and over the two diagonals leave the \
              frame of what is not black as it is.",
        run: |machine, args| symmetries(machine, args[0].grid()?),
    },
    Primitive {
        name: "inkindex",
        signature: "(grid: Grid) -> Integer",
        doc: "The number of the most common colour but black.",
        run: |machine, args| super::pictures::ink(machine, args[0].grid()?).map(|colour| Value::Integer(colour.into())),
    },
];

fn number(count: usize) -> Value {
    Value::Integer(count as i64)
}

fn lit(machine: &mut Machine, grid: &Grid) -> Result<usize> {
    machine.spend(grid.cells().len() as u64 / 8)?;
    let count = |run: &[i8]| run.iter().map(|&colour| u8::from(colour != 0)).sum::<u8>();
    Ok(grid.cells().chunks(COUNTED_RUN).map(|run| usize::from(count(run))).sum())
}

fn span(machine: &mut Machine, grid: &Grid) -> Result<Span> {
    machine.spend(grid.cells().len() as u64 / 4)?;
    content(grid).map_or_else(|| undefined("the grid is black"), Ok)
}

/// What is not black, cut out: the same parts and holes at less work; `None` if all is black.
fn shape(machine: &mut Machine, grid: &Grid) -> Result<Option<Grid>> {
    machine.spend(grid.cells().len() as u64 / 4)?;
    content(grid).map(|span| cut(machine, grid, span)).transpose()
}

fn symmetries(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    let span = span(machine, grid)?;
    let (height, width) = (span.height(), span.width());
    machine.spend(4 * (height * width) as u64)?;
    let at = |row: usize, column: usize| grid.cells()[(span.top + row) * grid.width() + span.left + column];
    let is_kept = |mirror: &dyn Fn(usize, usize) -> (usize, usize)| {
        (0..height).all(|row| {
            (0..width).all(|column| {
                let image = mirror(row, column);
                at(row, column) == at(image.0, image.1)
            })
        })
    };
    let mut count = usize::from(is_kept(&|row, column| (row, width - 1 - column)));
    count += usize::from(is_kept(&|row, column| (height - 1 - row, column)));
    if height == width {
        count += usize::from(is_kept(&|row, column| (column, row)));
        count += usize::from(is_kept(&|row, column| (width - 1 - column, height - 1 - row)));
    }
    Ok(number(count))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};

    #[test]
    fn marks_count_what_is_not_black() {
        let ring = || grid("0000/0330/3030/0332");
        for (name, expected) in [("cellcount", 7), ("huecount", 2), ("partcount", 2), ("holecount", 1), ("gapcount", 5)]
        {
            assert_eq!(given(name, [ring()]), integer(expected), "{name}");
        }
    }

    #[test]
    fn marks_measure_the_frame() {
        let spot = || grid("0000/0011/0000");
        let marks = [("framearea", 2), ("frameheight", 1), ("framewidth", 2), ("frametop", 1), ("frameleft", 2)];
        for (name, expected) in marks {
            assert_eq!(given(name, [spot()]), integer(expected), "{name}");
            assert!(is_undefined(name, [grid("00")]));
        }
    }

    #[test]
    fn symmetries_are_those_of_the_frame() {
        for (rows, expected) in [("11/11", 4), ("0110", 2), ("100/110", 1), ("120/000", 1), ("123/456", 0)] {
            assert_eq!(given("symmetries", [grid(rows)]), integer(expected), "{rows}");
        }
        assert_eq!(given("inkindex", [grid("0336")]), integer(3));
    }
}
