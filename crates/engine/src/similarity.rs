//! How similar what a program gives is to what it should give.

use crate::grid::{Grid, COUNTED_RUN};
use crate::scoreboard::{Score, EXACT};
use crate::value::Value;

/// How similar a value is to the expected grid, in thousandths: the share of equal cells.
///
/// Grids of different sizes are laid upon each other at the upper left corner; cells that only one of them has count as
/// different. Only an equal grid scores 1000; what is no grid scores 0.
pub fn similarity(value: &Value, expected: &Grid) -> Score {
    let Value::Grid(grid) = value else {
        return 0;
    };
    if grid == expected {
        return EXACT;
    }
    let equal: usize = if grid.width() == expected.width() {
        equal_cells(grid.cells(), expected.cells())
    } else {
        grid.rows().zip(expected.rows()).map(|(row, other)| equal_cells(row, other)).sum()
    };
    let area = grid.height().max(expected.height()) * grid.width().max(expected.width());
    (equal * 1000 / area).min(999) as Score
}

/// The number of positions at which two runs of cells agree.
fn equal_cells(left: &[i8], right: &[i8]) -> usize {
    let agree = |(left, right): (&[i8], &[i8])| left.iter().zip(right).map(|(a, b)| u8::from(a == b)).sum::<u8>();
    left.chunks(COUNTED_RUN).zip(right.chunks(COUNTED_RUN)).map(|runs| usize::from(agree(runs))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[i8]]) -> Grid {
        Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a grid")
    }

    #[test]
    fn similarity_counts_cells_and_sizes() {
        let expected = grid(&[&[1, 2], &[3, 4]]);
        let score = |rows: &[&[i8]]| similarity(&Value::Grid(grid(rows)), &expected);
        assert_eq!(score(&[&[1, 2], &[3, 4]]), EXACT);
        assert_eq!(score(&[&[1, 2], &[3, 0]]), 750);
        assert_eq!(score(&[&[1, 2, 0], &[3, 4, 0]]), 666);
        assert_eq!(score(&[&[9]]), 0);
        assert_eq!(similarity(&Value::Integer(3), &expected), 0);
    }

    #[test]
    fn cells_agree_row_by_row_however_many_there_are() {
        let (wide, wider) = (Grid::new(30, 29, &[7; 870]), Grid::new(30, 30, &[7; 900]));
        let (wide, wider) = (wide.expect("a grid"), wider.expect("a grid"));
        assert_eq!(similarity(&Value::Grid(wide.clone()), &wider), 966);
        let one_off = wider.edited(|cells| cells[899] = 0);
        assert_eq!(similarity(&Value::Grid(one_off), &wider), 998);
    }
}
