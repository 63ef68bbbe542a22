//! Grids as pictures: black cells are the ground, what has a colour lies upon it.

use super::components::{content, cut, written};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "overlay",
        signature: "(grid: Grid, cover: Grid) -> Grid",
        doc: "A grid on which another of the same size is laid, whose black cells let it show through.",
        run: |machine, args| together(machine, args, |below, above| if above == 0 { below } else { above }),
    },
    Primitive {
        name: "within",
        signature: "(grid: Grid, mask: Grid) -> Grid",
        doc: "The cells of a grid at which another of the same size is not black.",
        run: |machine, args| together(machine, args, |cell, mask| if mask == 0 { 0 } else { cell }),
    },
    Primitive {
        name: "without",
        signature: "(grid: Grid, mask: Grid) -> Grid",
        doc: "The cells of a grid at which another of the same size is black.",
        run: |machine, args| together(machine, args, |cell, mask| if mask == 0 { cell } else { 0 }),
    },
    Primitive {
        name: "tint",
        signature: "(grid: Grid, value: Integer) -> Grid",
        doc: "A grid in which all that is not black has one colour.",
        run: |machine, args| {
            let colour = colour(args[1])?;
            each(machine, args[0].grid()?, |cell| if cell == 0 { 0 } else { colour })
        },
    },
    Primitive {
        name: "keepcolor",
        signature: "(grid: Grid, value: Integer) -> Grid",
        doc: "The cells of one colour, all else black.",
        run: |machine, args| {
            let colour = colour(args[1])?;
            each(machine, args[0].grid()?, |cell| if cell == colour { cell } else { 0 })
        },
    },
    Primitive {
        name: "negative",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid in which what was black has the most common other colour, and all else is black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let ink = ink(machine, grid)?;
            each(machine, grid, |cell| if cell == 0 { ink } else { 0 })
        },
    },
    Primitive {
        name: "grounded",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid in which black and the most common colour have changed places.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 / 2 + 60)?;
            let common = grid.histogram().most_common();
            each(machine, grid, |cell| match cell {
                0 => common,
                _ if cell == common => 0,
                _ => cell,
            })
        },
    },
    Primitive {
        name: "commoncell",
        signature: "(grid: Grid) -> Grid",
        doc: "A single cell of the most common colour but black.",
        run: |machine, args| {
            let ink = ink(machine, args[0].grid()?)?;
            cell(machine, ink)
        },
    },
    Primitive {
        name: "rarecell",
        signature: "(grid: Grid) -> Grid",
        doc: "A single cell of the least common colour but black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 / 2 + 60)?;
            let counts = grid.histogram();
            match counts.counts().filter(|&(colour, _)| colour != 0).min_by_key(|&(_, count)| count) {
                Some((colour, _)) => cell(machine, colour),
                None => undefined("the grid is black"),
            }
        },
    },
    Primitive {
        name: "content",
        signature: "(grid: Grid) -> Grid",
        doc: "The part of a grid that all cells which are not black span.",
        run: |machine, args| window(machine, args[0].grid()?, args[0].grid()?),
    },
    Primitive {
        name: "window",
        signature: "(grid: Grid, mask: Grid) -> Grid",
        doc: "The part of a grid that the cells span at which another of the same size is not black.",
        run: |machine, args| window(machine, args[0].grid()?, args[1].grid()?),
    },
];

/// A colour argument.
pub(super) fn colour(value: &Value) -> Result<i8> {
    match i8::try_from(value.integer()?) {
        Ok(colour) => Ok(colour),
        Err(_) => undefined("no colour is that large"),
    }
}

/// The most common colour but black.
pub(super) fn ink(machine: &mut Machine, grid: &Grid) -> Result<i8> {
    machine.spend(grid.cells().len() as u64 / 2 + 60)?;
    let counts = grid.histogram();
    let most = counts.counts().filter(|&(colour, _)| colour != 0).max_by_key(|&(colour, n)| (n, -i16::from(colour)));
    most.map_or_else(|| undefined("the grid is black"), |(colour, _)| Ok(colour))
}

fn cell(machine: &mut Machine, colour: i8) -> Result<Value> {
    written(machine, 1, 1, |cells| cells[0] = colour).map(Value::Grid)
}

/// A copy with each cell changed by itself.
pub(super) fn each(machine: &mut Machine, grid: &Grid, change: impl Fn(i8) -> i8) -> Result<Value> {
    machine.allocate(grid.cells().len() as u64 + 24)?;
    Ok(Value::Grid(grid.edited(|cells| {
        for cell in cells {
            *cell = change(*cell);
        }
    })))
}

/// Two grids of one size combined cell by cell.
fn together(machine: &mut Machine, args: Args<'_>, combine: impl Fn(i8, i8) -> i8) -> Result<Value> {
    let (grid, other) = (args[0].grid()?, args[1].grid()?);
    if grid.height() != other.height() || grid.width() != other.width() {
        return undefined("the grids differ in size");
    }
    machine.allocate(grid.cells().len() as u64 + 24)?;
    Ok(Value::Grid(grid.edited(|cells| {
        for (cell, &other) in cells.iter_mut().zip(other.cells()) {
            *cell = combine(*cell, other);
        }
    })))
}

fn window(machine: &mut Machine, grid: &Grid, mask: &Grid) -> Result<Value> {
    if grid.height() != mask.height() || grid.width() != mask.width() {
        return undefined("the grids differ in size");
    }
    machine.spend(mask.cells().len() as u64 / 2)?;
    match content(mask) {
        Some(span) => cut(machine, grid, span).map(Value::Grid),
        None => undefined("the grid is black"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};

    #[test]
    fn black_lets_the_grid_show_through() {
        assert_eq!(given("overlay", [grid("12/34"), grid("50/06")]), grid("52/36"));
        assert!(is_undefined("overlay", [grid("12/34"), grid("50")]));
    }

    #[test]
    fn a_mask_keeps_or_removes_what_it_covers() {
        assert_eq!(given("within", [grid("12/34"), grid("50/06")]), grid("10/04"));
        assert_eq!(given("without", [grid("12/34"), grid("50/06")]), grid("02/30"));
        assert_eq!(given("window", [grid("123/456"), grid("000/011")]), grid("56"));
        assert!(is_undefined("window", [grid("12"), grid("00")]));
    }

    #[test]
    fn colours_are_kept_changed_and_exchanged() {
        assert_eq!(given("tint", [grid("102/030"), integer(7)]), grid("707/070"));
        assert_eq!(given("keepcolor", [grid("102/030"), integer(3)]), grid("000/030"));
        assert_eq!(given("negative", [grid("102/011")]), grid("010/100"));
        assert_eq!(given("grounded", [grid("202/021")]), grid("020/201"));
        assert!(is_undefined("tint", [grid("1"), integer(1000)]));
        assert!(is_undefined("negative", [grid("00")]));
    }

    #[test]
    fn cells_stand_for_the_colours_of_a_grid() {
        assert_eq!(given("commoncell", [grid("000/211")]), grid("1"));
        assert_eq!(given("rarecell", [grid("000/211")]), grid("2"));
    }

    #[test]
    fn the_content_is_what_has_a_colour() {
        assert_eq!(given("content", [grid("0000/0102/0000")]), grid("102"));
        assert!(is_undefined("content", [grid("0")]));
    }
}
