//! Legends: pairs of colours set apart in a grid, which say what stands for what.

use super::components::{components, Span};
use super::rectangle::rectangle;
use super::scenes::ground_of;
use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "legend",
        signature: "(grid: Grid) -> Grid",
        doc: "The table of the pairs of colours that a grid shows apart from all else: blocks of two columns, whose rows \
              are pairs, or of two rows, whose columns are.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let pairs = Legend::of(machine, grid)?.pairs(grid)?;
            rectangle(machine, pairs.len() as u64, 2, |cells| {
                for (row, (from, to)) in cells.chunks_exact_mut(2).zip(&pairs) {
                    row.copy_from_slice(&[*from, *to]);
                }
            })
        },
    },
    Primitive {
        name: "unlegend",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid with ground in the place of its legend.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let legend = Legend::of(machine, grid)?;
            if legend.blocks.is_empty() {
                return undefined("there is no legend");
            }
            machine.allocate(grid.cells().len() as u64)?;
            Ok(Value::Grid(grid.edited(|cells| {
                for (row, column) in legend.blocks.iter().flat_map(|&block| places(block)) {
                    cells[row * grid.width() + column] = legend.ground;
                }
            })))
        },
    },
];

/// The longest legend in one block.
const MAX_LENGTH: usize = 9;

/// The blocks of a legend.
struct Legend {
    ground: i8,
    blocks: Vec<Span>,
}

impl Legend {
    fn of(machine: &mut Machine, grid: &Grid) -> Result<Legend> {
        let ground = ground_of(machine, grid)?;
        let parts = components(machine, grid, false, |colour| colour != ground, |_, _| true)?;
        let mut sizes = vec![0usize; parts.count + 1];
        parts.labels.iter().for_each(|&label| sizes[usize::from(label)] += 1);
        let is_block = |&(at, span): &(usize, Span)| {
            let (height, width) = (span.height(), span.width());
            height.min(width) <= 2
                && height.max(width) <= MAX_LENGTH
                && sizes[at + 1] == height * width
                && !pairs_of(grid, span).is_empty()
        };
        let blocks = parts.spans(grid.width()).into_iter().enumerate().filter(is_block).map(|(_, span)| span).collect();
        Ok(Legend { ground, blocks })
    }

    /// All pairs; undefined if there is none, or one colour stands for several.
    fn pairs(&self, grid: &Grid) -> Result<Vec<(i8, i8)>> {
        let mut pairs: Vec<(i8, i8)> = Vec::new();
        for pair in self.blocks.iter().flat_map(|&block| pairs_of(grid, block)) {
            match pairs.iter().find(|known| known.0 == pair.0) {
                Some(known) if *known == pair => {}
                Some(_) => return undefined("one colour stands for several"),
                None => pairs.push(pair),
            }
        }
        if pairs.is_empty() {
            return undefined("there is no legend");
        }
        Ok(pairs)
    }
}

/// The pairs of different colours that a block consists of: its rows, or its columns; none if it is no legend.
fn pairs_of(grid: &Grid, block: Span) -> Vec<(i8, i8)> {
    let colour = |row: usize, column: usize| grid.cells()[row * grid.width() + column];
    let rows = || (block.top..=block.bottom).map(|row| (colour(row, block.left), colour(row, block.right)));
    let columns = || (block.left..=block.right).map(|column| (colour(block.top, column), colour(block.bottom, column)));
    if block.width() == 2 && rows().all(|(from, to)| from != to) {
        rows().collect()
    } else if block.height() == 2 && columns().all(|(from, to)| from != to) {
        columns().collect()
    } else {
        Vec::new()
    }
}

fn places(block: Span) -> impl Iterator<Item = (usize, usize)> {
    (block.top..=block.bottom).flat_map(move |row| (block.left..=block.right).map(move |column| (row, column)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};

    #[test]
    fn pairs_stand_in_rows_or_columns() {
        assert_eq!(given("legend", [grid("120000/340000/000555/000055")]), grid("12/34"));
        assert_eq!(given("legend", [grid("1230/4560/0000/0777/0070")]), grid("14/25/36"));
        assert_eq!(given("legend", [grid("12000/00055/34055/00005")]), grid("12/34"));
    }

    #[test]
    fn what_is_no_pair_is_no_legend() {
        assert!(is_undefined("legend", [grid("11000/00055/00055")]));
        assert!(is_undefined("legend", [grid("1200/0000/0013")]));
        assert!(is_undefined("unlegend", [grid("1000/0000")]));
    }

    #[test]
    fn the_rest_is_left() {
        assert_eq!(given("unlegend", [grid("12000/00055/34055/00005")]), grid("00000/00055/00055/00005"));
    }
}
