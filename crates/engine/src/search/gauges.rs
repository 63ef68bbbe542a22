//! Grids that show numbers by how many of their cells are coloured.

use super::finish::same_size;
use crate::grid::Grid;
use crate::primitives::completion::image;

/// The most cells of a grid that shows a number.
pub(super) const MAX_CELLS: usize = 150;

/// The only colour of a grid but black.
pub(super) fn ink(grid: &Grid) -> Option<i8> {
    let mut inks = grid.cells().iter().filter(|&&colour| colour != 0);
    let &first = inks.next()?;
    inks.all(|&colour| colour == first).then_some(first)
}

/// Whether grids may show numbers by how many cells are in the only colour of each, the same ones and more for a greater
/// number.
pub(super) fn is_number(grids: &[Grid]) -> bool {
    let Some(first) = grids.first() else {
        return false;
    };
    if grids.iter().any(|grid| grid.cells().len() > MAX_CELLS || ink(grid).is_none() || !same_size(first, grid)) {
        return false;
    }
    let mut grids: Vec<&Grid> = grids.iter().collect();
    grids.sort_by_key(|grid| grid.cells().iter().filter(|&&colour| colour != 0).count());
    let is_part = |few: &Grid, more: &Grid| few.cells().iter().zip(more.cells()).all(|(&a, &b)| a == 0 || b != 0);
    grids.windows(2).all(|pair| is_part(pair[0], pair[1])) && grids.windows(2).any(|pair| pair[0] != pair[1])
}

/// Whether an image of a grid has all coloured cells before all black ones.
pub(super) fn is_gauge(grid: &Grid, turn: i8) -> bool {
    let is_ordered = |image: Grid| image.cells().iter().skip_while(|&&colour| colour != 0).all(|&colour| colour == 0);
    image(grid, turn).is_some_and(is_ordered)
}

/// A colour, and how many cells have it in each of some grids.
pub(super) type Gauges = (i8, Vec<i64>);

/// The one colour of a row and how many cells have it in each of some grids, these before all black ones; `None` if the
/// row is otherwise. A row that is black everywhere has none.
pub(super) fn gauges(grids: &[Grid], row: usize) -> Option<Gauges> {
    let mut colours = grids.iter().flat_map(|grid| grid.row(row)).copied();
    let Some(colour) = colours.find(|&colour| colour != 0) else {
        return Some((0, vec![0; grids.len()]));
    };
    let number = |grid: &Grid| {
        let filled = grid.row(row).iter().take_while(|&&cell| cell == colour).count();
        grid.row(row)[filled..].iter().all(|&cell| cell == 0).then_some(filled as i64)
    };
    let numbers: Option<Vec<i64>> = grids.iter().map(number).collect();
    Some((colour, numbers?))
}
