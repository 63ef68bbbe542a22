//! Grids laid out anew: repeated, stretched, thinned, sorted.

use super::components::{parts, written};
use super::pieces::picked;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

/// The longest side that a layout may have.
pub(super) const MAX_SIDE: usize = 60;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "tile",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc: "A grid repeated from the upper left corner over a height and a width.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            laid_out(machine, grid, args[1].pair()?, |at, length, _| at % length)
        },
    },
    Primitive {
        name: "mirrortile",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc: "A grid repeated over a height and a width, every second time mirrored.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            laid_out(machine, grid, args[1].pair()?, |at, length, _| match at / length % 2 {
                0 => at % length,
                _ => length - 1 - at % length,
            })
        },
    },
    Primitive {
        name: "stretch",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc:
            "A grid scaled up to a height and a width, each cell by the nearest one, or evenly down, each by the most \
              common colour, the least of several.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            if let Some(shrunk) = shrunk(machine, grid, args[1].pair()?)? {
                return Ok(shrunk);
            }
            laid_out(machine, grid, args[1].pair()?, |at, length, whole| at * length / whole)
        },
    },
    Primitive {
        name: "place",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc: "A grid in the upper left corner of a black one of a height and a width.",
        run: |machine, args| placed(machine, args[0].grid()?, args[1].pair()?, |_| 0),
    },
    Primitive {
        name: "placemiddle",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc: "A grid in the middle of a black one of a height and a width.",
        run: |machine, args| placed(machine, args[0].grid()?, args[1].pair()?, |room| room / 2),
    },
    Primitive {
        name: "outer",
        signature: "(pattern: Grid, tile: Grid) -> Grid",
        doc: "A grid with a tile at each cell of a pattern that is not black.",
        run: |machine, args| outer(machine, args[0].grid()?, args[1].grid()?, |_, tile| tile),
    },
    Primitive {
        name: "tintedouter",
        signature: "(pattern: Grid, tile: Grid) -> Grid",
        doc: "A grid with a tile's shape at each cell of a pattern, in the pattern's colours.",
        run: |machine, args| {
            outer(machine, args[0].grid()?, args[1].grid()?, |pattern, tile| if tile == 0 { 0 } else { pattern })
        },
    },
    Primitive {
        name: "thinned",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without the rows and columns that equal the one before them.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            lines(
                machine,
                grid,
                |row| row == 0 || grid.row(row) != grid.row(row - 1),
                |column| column == 0 || grid.rows().any(|row| row[column] != row[column - 1]),
            )
        },
    },
    Primitive {
        name: "condensed",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid scaled down as far as it consists of equal squares of one colour each.",
        run: condensed,
    },
    Primitive {
        name: "unspaced",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without its black rows and columns.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            lines(
                machine,
                grid,
                |row| grid.row(row).iter().any(|&colour| colour != 0),
                |column| grid.rows().any(|row| row[column] != 0),
            )
        },
    },
    Primitive {
        name: "sortrows",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid whose rows are sorted by how many of their cells are not black, the fewest first.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(2 * grid.cells().len() as u64)?;
            let mut rows: Vec<usize> = (0..grid.height()).collect();
            rows.sort_by_key(|&row| grid.row(row).iter().filter(|&&colour| colour != 0).count());
            picked(machine, grid, &rows, &(0..grid.width()).collect::<Vec<_>>())
        },
    },
    Primitive {
        name: "sortcolumns",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid whose columns are sorted by how many of their cells are not black, the fewest first.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(2 * grid.cells().len() as u64)?;
            let mut columns: Vec<usize> = (0..grid.width()).collect();
            columns.sort_by_key(|&column| grid.rows().filter(|row| row[column] != 0).count());
            picked(machine, grid, &(0..grid.height()).collect::<Vec<_>>(), &columns)
        },
    },
    Primitive {
        name: "denoised",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without the cells that no other cell of their colour touches, over edges or corners.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let parts = parts(machine, grid, true, true)?;
            let mut sizes = vec![0u32; parts.count + 1];
            for &label in &parts.labels {
                sizes[usize::from(label)] += 1;
            }
            machine.allocate(grid.cells().len() as u64 + 24)?;
            Ok(Value::Grid(grid.edited(|cells| {
                for (cell, &label) in cells.iter_mut().zip(&parts.labels) {
                    *cell = if sizes[usize::from(label)] > 1 { *cell } else { 0 };
                }
            })))
        },
    },
];

fn sides((height, width): (i64, i64)) -> Result<(usize, usize)> {
    let side = |length: i64| usize::try_from(length).ok().filter(|length| (1..=MAX_SIDE).contains(length));
    match (side(height), side(width)) {
        (Some(height), Some(width)) => Ok((height, width)),
        _ => undefined("a side is out of range"),
    }
}

/// A grid scaled down to a height and a width, if it divides evenly into as many blocks.
fn shrunk(machine: &mut Machine, grid: &Grid, (rows, columns): (i64, i64)) -> Result<Option<Value>> {
    let (Ok(rows), Ok(columns)) = (usize::try_from(rows), usize::try_from(columns)) else {
        return Ok(None);
    };
    let divides = |length: usize, count: usize| count > 0 && length % count == 0;
    let is_same = rows == grid.height() && columns == grid.width();
    if is_same || !divides(grid.height(), rows) || !divides(grid.width(), columns) {
        return Ok(None);
    }
    let (height, width) = (grid.height() / rows, grid.width() / columns);
    machine.spend(2 * grid.cells().len() as u64 + 12 * (rows * columns) as u64)?;
    machine.allocate((rows * columns) as u64 + 24)?;
    let block = |at: usize| {
        let (row, column) = (at / columns * height, at % columns * width);
        let mut counts = [0usize; 10];
        for line in (row..row + height).map(|row| &grid.row(row)[column..column + width]) {
            let numbers = line.iter().filter_map(|&colour| usize::try_from(colour).ok());
            numbers.for_each(|colour| counts.get_mut(colour).into_iter().for_each(|count| *count += 1));
        }
        (0..10).max_by_key(|&colour| (counts[colour], std::cmp::Reverse(colour))).map_or(0, |colour| colour as i8)
    };
    let cells: Vec<i8> = (0..rows * columns).map(block).collect();
    Ok(Grid::new(rows, columns, &cells).map(Value::Grid))
}

/// A grid of the given size; a function gives for a position, the grid's own length and the new one where it comes from.
fn laid_out(
    machine: &mut Machine,
    grid: &Grid,
    dims: (i64, i64),
    from: impl Fn(usize, usize, usize) -> usize,
) -> Result<Value> {
    let (height, width) = sides(dims)?;
    if (height, width) == (grid.height(), grid.width()) {
        return undefined("the grid has this size");
    }
    if height < grid.height() || width < grid.width() {
        return undefined("the grid is larger");
    }
    let rows: Vec<usize> = (0..height).map(|row| from(row, grid.height(), height)).collect();
    let columns: Vec<usize> = (0..width).map(|column| from(column, grid.width(), width)).collect();
    picked(machine, grid, &rows, &columns)
}

/// A grid on a larger black one; a function gives the distance from the upper left for the room that is left.
fn placed(machine: &mut Machine, grid: &Grid, dims: (i64, i64), distance: impl Fn(usize) -> usize) -> Result<Value> {
    let (height, width) = sides(dims)?;
    let (Some(below), Some(beside)) = (height.checked_sub(grid.height()), width.checked_sub(grid.width())) else {
        return undefined("the grid is too large");
    };
    let (top, left) = (distance(below), distance(beside));
    let placed = written(machine, height, width, |cells| {
        for (target, line) in cells.chunks_exact_mut(width).skip(top).zip(grid.rows()) {
            target[left..left + line.len()].copy_from_slice(line);
        }
    })?;
    Ok(Value::Grid(placed))
}

fn outer(machine: &mut Machine, pattern: &Grid, tile: &Grid, colour: impl Fn(i8, i8) -> i8) -> Result<Value> {
    let (height, width) = (pattern.height() * tile.height(), pattern.width() * tile.width());
    if height > MAX_SIDE || width > MAX_SIDE {
        return undefined("the grid would be too large");
    }
    machine.spend(2 * (height * width) as u64)?;
    let product = written(machine, height, width, |cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            let (row, column) = (at / width, at % width);
            let pattern = pattern.row(row / tile.height())[column / tile.width()];
            let tile = tile.row(row % tile.height())[column % tile.width()];
            *cell = if pattern == 0 { 0 } else { colour(pattern, tile) };
        }
    })?;
    Ok(Value::Grid(product))
}

/// The rows and columns that conditions admit.
fn lines(
    machine: &mut Machine,
    grid: &Grid,
    admits_row: impl Fn(usize) -> bool,
    admits_column: impl Fn(usize) -> bool,
) -> Result<Value> {
    machine.spend(3 * grid.cells().len() as u64)?;
    let rows: Vec<usize> = (0..grid.height()).filter(|&row| admits_row(row)).collect();
    let columns: Vec<usize> = (0..grid.width()).filter(|&column| admits_column(column)).collect();
    picked(machine, grid, &rows, &columns)
}

fn condensed(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (height, width, cells) = (grid.height(), grid.width(), grid.cells());
    for factor in (2..=height.min(width)).rev().filter(|factor| height % factor == 0 && width % factor == 0) {
        machine.spend(cells.len() as u64 / 2 + 4)?;
        let is_wide = |row: &[i8]| row.chunks_exact(factor).all(|square| square.iter().all(|&cell| cell == square[0]));
        let is_square = |rows: &[i8]| {
            let (first, others) = rows.split_at(width);
            is_wide(first) && others.chunks_exact(width).all(|row| row == first)
        };
        if cells.chunks_exact(factor * width).all(is_square) {
            let (rows, columns): (Vec<_>, Vec<_>) =
                ((0..height).step_by(factor).collect(), (0..width).step_by(factor).collect());
            return picked(machine, grid, &rows, &columns);
        }
    }
    undefined("the grid consists of no larger squares")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use crate::value::Value;

    #[test]
    fn grids_are_laid_out_over_a_size() {
        let pair = || grid("12");
        assert_eq!(given("tile", [pair(), Value::Pair(2, 3)]), grid("121/121"));
        assert_eq!(given("mirrortile", [pair(), Value::Pair(1, 5)]), grid("12211"));
        assert_eq!(given("stretch", [pair(), Value::Pair(2, 4)]), grid("1122/1122"));
        assert_eq!(given("stretch", [grid("1133/1233/4455"), Value::Pair(1, 2)]), grid("13"));
        assert!(is_undefined("stretch", [grid("123"), Value::Pair(1, 2)]));
        assert_eq!(given("place", [pair(), Value::Pair(2, 3)]), grid("120/000"));
        assert_eq!(given("placemiddle", [pair(), Value::Pair(3, 4)]), grid("0000/0120/0000"));
        assert!(is_undefined("tile", [pair(), Value::Pair(0, 3)]));
        assert!(is_undefined("place", [pair(), Value::Pair(1, 1)]));
    }

    #[test]
    fn tiles_stand_at_the_cells_of_a_pattern() {
        assert_eq!(given("outer", [grid("10/02"), grid("30/03")]), grid("3000/0300/0030/0003"));
        assert_eq!(given("tintedouter", [grid("10/02"), grid("30/03")]), grid("1000/0100/0020/0002"));
    }

    #[test]
    fn lines_are_left_out_or_sorted() {
        assert_eq!(given("thinned", [grid("1122/1122/0022")]), grid("12/02"));
        assert_eq!(given("condensed", [grid("1122/1122/0022/0022")]), grid("12/02"));
        assert!(is_undefined("condensed", [grid("1122/1122/0022")]));
        assert_eq!(given("unspaced", [grid("000/102/000")]), grid("12"));
        assert_eq!(given("sortrows", [grid("11/00/20")]), grid("00/20/11"));
        assert_eq!(given("sortcolumns", [grid("10/10")]), grid("01/01"));
        assert_eq!(given("denoised", [grid("1102/0000/0301")]), grid("1100/0000/0000"));
    }
}
