//! What can be said of a grid as a picture, in a number: by which pictures are told apart and summarised.

use super::partitions::grids;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
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
        run: |machine, args| count(machine, args[0].grid()?, |a, b| a == b && a != 0, false),
    },
    Primitive {
        name: "clusters",
        signature: "(grid: Grid) -> Integer",
        doc: "How many parts of coloured cells a grid has that hang together, also over corners.",
        run: |machine, args| count(machine, args[0].grid()?, |a, b| a != 0 && b != 0, true),
    },
    Primitive {
        name: "holes",
        signature: "(grid: Grid) -> Integer",
        doc: "How many connected black parts of a grid do not touch its border.",
        run: holes,
    },
    Primitive {
        name: "symmetries",
        signature: "(grid: Grid) -> Integer",
        doc: "How many of its seven rotations and mirror images a grid equals.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 * 7)?;
            integer((1..8).filter(|&turn| is_symmetric(grid, turn)).count())
        },
    },
    Primitive {
        name: "oddone",
        signature: "(grids: Tuple[Grid], aspect: (Grid) -> a) -> Grid",
        doc: "The only one of some grids on which a function gives what it gives on no other of them.",
        run: odd_one,
    },
];

fn integer(count: usize) -> Result<Value> {
    Ok(Value::Integer(count as i64))
}

fn histogram(machine: &mut Machine, grid: &Grid) -> Result<crate::grid::Histogram> {
    machine.spend(grid.cells().len() as u64 / 2 + 60)?;
    Ok(grid.histogram())
}

/// The parts of a grid whose neighbouring cells are joined by a condition on their colours: for each cell the number of
/// its part, or `None` where it would not join a cell of its own colour.
fn label(machine: &mut Machine, grid: &Grid, joins: fn(i8, i8) -> bool, diagonal: bool) -> Result<Labels> {
    let (cells, width) = (grid.cells(), grid.width());
    machine.allocate(cells.len() as u64 * 8)?;
    machine.spend(cells.len() as u64 * if diagonal { 20 } else { 12 })?;
    let mut parts: Vec<Option<usize>> = vec![None; cells.len()];
    let (mut count, mut open) = (0, Vec::new());
    for start in 0..cells.len() {
        if parts[start].is_some() || !joins(cells[start], cells[start]) {
            continue;
        }
        parts[start] = Some(count);
        open.push(start);
        while let Some(at) = open.pop() {
            let (row, column) = ((at / width) as i64, (at % width) as i64);
            for (down, right) in [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)] {
                if down != 0 && right != 0 && !diagonal {
                    break;
                }
                let Some(next) = grid.offset(row + down, column + right) else {
                    continue;
                };
                if parts[next].is_none() && joins(cells[at], cells[next]) {
                    parts[next] = Some(count);
                    open.push(next);
                }
            }
        }
        count += 1;
    }
    Ok(Labels { parts, count })
}

struct Labels {
    parts: Vec<Option<usize>>,
    count: usize,
}

fn count(machine: &mut Machine, grid: &Grid, joins: fn(i8, i8) -> bool, diagonal: bool) -> Result<Value> {
    integer(label(machine, grid, joins, diagonal)?.count)
}

fn holes(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let labels = label(machine, grid, |a, b| a == 0 && b == 0, false)?;
    let (height, width) = (grid.height(), grid.width());
    let mut is_open = vec![false; labels.count];
    for (at, part) in labels.parts.iter().enumerate() {
        let (row, column) = (at / width, at % width);
        if row == 0 || column == 0 || row + 1 == height || column + 1 == width {
            if let Some(part) = *part {
                is_open[part] = true;
            }
        }
    }
    integer(is_open.iter().filter(|&&open| !open).count())
}

/// Whether a grid equals its image under one of the eight symmetries of the square, numbered in three bits: exchange of
/// rows and columns, then mirroring of the columns, then of the rows.
pub(super) fn is_symmetric(grid: &Grid, turn: usize) -> bool {
    let (height, width) = (grid.height(), grid.width());
    if turn & 4 != 0 && height != width {
        return false;
    }
    (0..height).all(|row| {
        (0..width).all(|column| {
            let (mut i, mut j) = if turn & 4 != 0 { (column, row) } else { (row, column) };
            if turn & 1 != 0 {
                i = height - 1 - i;
            }
            if turn & 2 != 0 {
                j = width - 1 - j;
            }
            grid.row(i)[j] == grid.row(row)[column]
        })
    })
}

fn odd_one(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grids = grids(machine, args[0])?;
    machine.allocate_items(grids.len())?;
    let values: Vec<Value> = grids.iter().cloned().map(Value::Grid).collect();
    let aspects = values.iter().map(|grid| machine.apply(args[1], &[grid])).collect::<Result<Vec<Value>>>()?;
    let weight: u64 = aspects.iter().map(Value::weight).sum();
    machine.spend(weight.saturating_mul(aspects.len() as u64))?;
    let is_single = |aspect: &Value| aspects.iter().filter(|&other| other == aspect).count() == 1;
    let mut odd = values.iter().zip(&aspects).filter(|(_, aspect)| is_single(aspect));
    match (odd.next(), odd.next()) {
        (Some((grid, _)), None) => Ok(grid.clone()),
        (Some(_), Some(_)) => undefined("several grids differ from all others"),
        (None, _) => undefined("no grid differs from all others"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;
    use crate::function::Function;

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
    fn holes_do_not_touch_the_border() {
        assert_eq!(given("holes", [grid("11110/10101/11110/00010")]), integer(2));
        assert_eq!(given("holes", [grid("101/101")]), integer(0));
    }

    #[test]
    fn symmetries_are_counted() {
        assert_eq!(given("symmetries", [grid("11/11")]), integer(7));
        assert_eq!(given("symmetries", [grid("121/121")]), integer(3));
        assert_eq!(given("symmetries", [grid("12/34")]), integer(0));
        assert_eq!(given("symmetries", [grid("12/21")]), integer(3));
    }

    #[test]
    fn the_odd_one_differs_in_an_aspect() {
        let aspect = |name| Value::Function(Function::Primitive(super::super::find(name).expect("a primitive")));
        let pictures = Value::tuple(vec![grid("10"), grid("20"), grid("22")]).expect("a small tuple");
        assert_eq!(given("oddone", [pictures.clone(), aspect("ink")]), grid("22"));
        assert_eq!(given("oddone", [pictures.clone(), aspect("leastcolor")]), grid("22"));
        assert!(is_undefined("oddone", [pictures, aspect("width")]));
    }
}
