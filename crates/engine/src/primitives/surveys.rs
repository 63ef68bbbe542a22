//! What can be said of a grid as a picture, in a number: by which pictures are told apart and summarised.

use super::completion::source;
use super::components::parts;
use super::{Argument, Primitive};
use crate::error::Result;
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "ink",
        signature: "(grid: Grid) -> Integer",
        doc: "How many cells of a grid are not black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 / 4)?;
            integer(grid.cells().iter().filter(|&&colour| colour != 0).count())
        },
    },
    Primitive {
        name: "inkcolor",
        signature: "(grid: Grid) -> Integer",
        doc: "The most common colour of a grid beside black, or black where there is no other.",
        run: |machine, args| {
            let counts = histogram(machine, args[0].grid()?)?;
            let fold = |best: (i8, u32), next: (i8, u32)| if next.1 > best.1 { next } else { best };
            let inks = counts.counts().filter(|&(colour, _)| colour != 0);
            Ok(Value::Integer(inks.fold((0, 0), fold).0.into()))
        },
    },
    Primitive {
        name: "rareink",
        signature: "(grid: Grid) -> Integer",
        doc: "The least common colour of a grid beside black, or black where there is no other.",
        run: |machine, args| {
            let counts = histogram(machine, args[0].grid()?)?;
            let inks = counts.counts().filter(|&(colour, _)| colour != 0);
            Ok(Value::Integer(inks.min_by_key(|&(_, count)| count).map_or(0, |(colour, _)| colour).into()))
        },
    },
    Primitive {
        name: "blots",
        signature: "(grid: Grid) -> Integer",
        doc: "How many connected parts of one colour a grid has, the black ones not counted.",
        run: |machine, args| integer(parts(machine, args[0].grid()?, true, false)?.count),
    },
    Primitive {
        name: "clusters",
        signature: "(grid: Grid) -> Integer",
        doc: "How many parts of coloured cells a grid has that hang together, also over corners.",
        run: |machine, args| integer(parts(machine, args[0].grid()?, false, true)?.count),
    },
    Primitive {
        name: "selfimages",
        signature: "(grid: Grid) -> Integer",
        doc: "How many of its seven rotations and mirror images a grid equals.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 * 7)?;
            integer((1..8).filter(|&turn| is_symmetric(grid, turn)).count())
        },
    },
];

fn integer(count: usize) -> Result<Value> {
    Ok(Value::Integer(count as i64))
}

fn histogram(machine: &mut Machine, grid: &Grid) -> Result<crate::grid::Histogram> {
    machine.spend(grid.cells().len() as u64 / 2 + 60)?;
    Ok(grid.histogram())
}

/// Whether a grid equals its image under one of the eight symmetries of the square, numbered in three bits: exchange of
/// rows and columns, then mirroring of the columns, then of the rows.
pub(crate) fn is_symmetric(grid: &Grid, turn: i8) -> bool {
    let (height, width) = (grid.height(), grid.width());
    let is_possible = turn & 4 == 0 || height == width;
    let is_shown = |row: usize, column: usize| grid.cells()[source(grid, turn, row, column)] == grid.row(row)[column];
    is_possible && (0..height).all(|row| (0..width).all(|column| is_shown(row, column)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer};

    #[test]
    fn ink_is_what_is_not_black() {
        assert_eq!(given("ink", [grid("102/033")]), integer(4));
        assert_eq!(given("inkcolor", [grid("102/033")]), integer(3));
        assert_eq!(given("rareink", [grid("122/033")]), integer(1));
        assert_eq!(given("inkcolor", [grid("00")]), integer(0));
        assert_eq!(given("rareink", [grid("00")]), integer(0));
    }

    #[test]
    fn parts_are_counted() {
        let picture = grid("1120/0102/3000");
        assert_eq!(given("blots", [picture.clone()]), integer(4));
        assert_eq!(given("clusters", [picture]), integer(1));
    }

    #[test]
    fn symmetries_are_counted() {
        assert_eq!(given("selfimages", [grid("11/11")]), integer(7));
        assert_eq!(given("selfimages", [grid("121/121")]), integer(3));
        assert_eq!(given("selfimages", [grid("12/34")]), integer(0));
        assert_eq!(given("selfimages", [grid("12/21")]), integer(3));
    }
}
