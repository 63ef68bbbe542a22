//! The connected parts of a picture: labels for the cells that belong together.

use std::ops::Range;

use super::runs::Joined;
use crate::error::Result;
use crate::grid::Grid;
use crate::machine::Machine;

/// The four neighbours over edges, then the four over corners.
pub(super) const NEIGHBOURS: [(isize, isize); 8] =
    [(-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)];

/// Cells that belong together, by number.
pub(super) struct Components {
    /// For each cell its part, from 1; 0 for cells that belong to none.
    pub(super) labels: Vec<u16>,
    /// The number of parts.
    pub(super) count: usize,
}

/// The parts of the cells that a condition admits, in reading order; touching cells are of one part if they may join.
///
/// What joins must be an equivalence.
pub(super) fn components(
    machine: &mut Machine,
    grid: &Grid,
    diagonal: bool,
    admits: impl Fn(i8) -> bool,
    joins: impl Fn(i8, i8) -> bool,
) -> Result<Components> {
    machine.allocate(5 * grid.cells().len() as u64)?;
    machine.spend(5 * grid.cells().len() as u64)?;
    Ok(if diagonal { labelled::<true>(grid, admits, joins) } else { labelled::<false>(grid, admits, joins) })
}

/// How many parts are told apart; what lies in others is in none.
const MAX_PARTS: usize = u16::MAX as usize - 1;

/// The parts of a grid, each kind of neighbourhood compiled for itself.
fn labelled<const DIAGONAL: bool>(
    grid: &Grid,
    admits: impl Fn(i8) -> bool,
    joins: impl Fn(i8, i8) -> bool,
) -> Components {
    let joined = Joined::new::<DIAGONAL>(grid.cells(), grid.width(), admits, joins);
    let mut labels = vec![0; grid.cells().len()];
    for run in joined.runs.iter().filter(|run| run.part < MAX_PARTS) {
        labels[run.start..run.end].fill(run.part as u16 + 1);
    }
    Components { labels, count: joined.count.min(MAX_PARTS) }
}

/// The cells of a grid with a border of one colour around them, so that every cell has eight neighbours.
pub(super) struct Padded {
    pub(super) cells: Vec<i8>,
    /// The distance between cells below each other.
    pub(super) stride: usize,
}

impl Padded {
    pub(super) fn new(grid: &Grid, border: i8) -> Padded {
        let stride = grid.width() + 2;
        let mut cells = vec![border; stride * (grid.height() + 2)];
        for (target, row) in cells.chunks_exact_mut(stride).skip(1).zip(grid.rows()) {
            target[1..=row.len()].copy_from_slice(row);
        }
        Padded { cells, stride }
    }

    /// The distances to the first of the neighbours, those over edges before those over corners.
    pub(super) fn steps<const COUNT: usize>(&self) -> [isize; COUNT] {
        std::array::from_fn(|at| NEIGHBOURS[at].0 * self.stride as isize + NEIGHBOURS[at].1)
    }

    /// From the first cell inside to the last one: those with all neighbours, and the border between their rows.
    fn middle(&self) -> Range<usize> {
        self.stride + 1..self.cells.len() - self.stride - 1
    }

    /// The middle of other cells in this form.
    pub(super) fn inner<'c, T>(&self, cells: &'c mut [T]) -> &'c mut [T] {
        &mut cells[self.middle()]
    }

    /// For each cell of the middle the one at a distance.
    pub(super) fn beside(&self, step: isize) -> &[i8] {
        let middle = self.middle();
        &self.cells[middle.start.wrapping_add_signed(step)..][..middle.len()]
    }

    /// The cells inside the border, in the form of a grid.
    pub(super) fn inside(&self, grid: &Grid) -> Grid {
        let rows = self.cells.chunks_exact(self.stride).skip(1);
        grid.edited(|cells| {
            for (target, row) in cells.chunks_exact_mut(self.stride - 2).zip(rows) {
                target.copy_from_slice(&row[1..=target.len()]);
            }
        })
    }
}

/// The connected parts of what has a colour, each of one colour or not.
pub(super) fn parts(machine: &mut Machine, grid: &Grid, univalued: bool, diagonal: bool) -> Result<Components> {
    match univalued {
        true => components(machine, grid, diagonal, |colour| colour != 0, |a, b| a == b),
        false => components(machine, grid, diagonal, |colour| colour != 0, |_, _| true),
    }
}

/// The number of connected parts of one colour each, neighbours over corners among them; black is no part.
pub(crate) fn part_count(grid: &Grid) -> usize {
    parts_of(grid.cells(), grid.width())
}

/// The same of cells in rows of a width.
pub(crate) fn parts_of(cells: &[i8], width: usize) -> usize {
    Joined::new::<true>(cells, width, |colour| colour != 0, |a, b| a == b).count
}

/// The connected parts of the ground, and which of them reach the border of the grid.
pub(super) fn ground(machine: &mut Machine, grid: &Grid) -> Result<(Components, Vec<bool>)> {
    let parts = components(machine, grid, false, |colour| colour == 0, |_, _| true)?;
    let mut is_open = vec![false; parts.count + 1];
    let last = grid.height() - 1;
    for (row, labels) in parts.labels.chunks_exact(grid.width()).enumerate() {
        if row == 0 || row == last {
            labels.iter().for_each(|&label| is_open[usize::from(label)] = true);
        }
        for label in [labels[0], labels[labels.len() - 1]] {
            is_open[usize::from(label)] = true;
        }
    }
    is_open[0] = true;
    Ok((parts, is_open))
}

/// The rows and columns that some cells span.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) top: usize,
    pub(super) left: usize,
    /// The last row.
    pub(super) bottom: usize,
    /// The last column.
    pub(super) right: usize,
}

impl Span {
    pub(super) fn height(self) -> usize {
        self.bottom + 1 - self.top
    }

    pub(super) fn width(self) -> usize {
        self.right + 1 - self.left
    }

    fn around(&mut self, row: usize, left: usize, right: usize) {
        self.top = self.top.min(row);
        self.left = self.left.min(left);
        self.bottom = self.bottom.max(row);
        self.right = self.right.max(right);
    }
}

impl Components {
    /// What each part spans, the first part's at 0.
    pub(super) fn spans(&self, width: usize) -> Vec<Span> {
        let mut spans = vec![Span { top: usize::MAX, left: usize::MAX, bottom: 0, right: 0 }; self.count];
        for (row, labels) in self.labels.chunks_exact(width).enumerate() {
            // A run of one part at a time.
            let mut left = 0;
            for run in labels.chunk_by(|a, b| a == b) {
                let right = left + run.len() - 1;
                if let Some(part) = usize::from(run[0]).checked_sub(1) {
                    spans[part].around(row, left, right);
                }
                left = right + 1;
            }
        }
        spans
    }
}

/// What the cells that are not black span; `None` if all are.
pub(super) fn content(grid: &Grid) -> Option<Span> {
    let (cells, width) = (grid.cells(), grid.width());
    let first = first_lit(cells)?;
    let last = last_lit(cells)?;
    let (top, bottom) = (first / width, last / width);
    // Each row can only widen what the rows above it span.
    let (mut left, mut right) = (first % width, last % width);
    if left > right {
        std::mem::swap(&mut left, &mut right);
    }
    for row in cells[top * width..(bottom + 1) * width].chunks_exact(width) {
        left = row[..left].iter().position(|&colour| colour != 0).unwrap_or(left);
        right += row[right..].iter().rposition(|&colour| colour != 0).unwrap_or(0);
    }
    Some(Span { top, left, bottom, right })
}

/// So many cells are looked at in one step where most are black.
const STRETCH: usize = 16;

fn is_lit(cells: &[i8]) -> bool {
    cells.iter().fold(0, |all, &colour| all | colour) != 0
}

/// The position of the first cell that is not black.
fn first_lit(cells: &[i8]) -> Option<usize> {
    let start = STRETCH * cells.chunks_exact(STRETCH).take_while(|stretch| !is_lit(stretch)).count();
    cells[start..].iter().position(|&colour| colour != 0).map(|at| start + at)
}

/// The position of the last cell that is not black.
fn last_lit(cells: &[i8]) -> Option<usize> {
    let behind = STRETCH * cells.rchunks_exact(STRETCH).take_while(|stretch| !is_lit(stretch)).count();
    cells[..cells.len() - behind].iter().rposition(|&colour| colour != 0)
}

/// The part of a grid within a span, which must be inside.
pub(super) fn cut(machine: &mut Machine, grid: &Grid, span: Span) -> Result<Grid> {
    let (height, width) = (span.height(), span.width());
    written(machine, height, width, |cells| {
        for (target, row) in cells.chunks_exact_mut(width).zip(grid.rows().skip(span.top)) {
            target.copy_from_slice(&row[span.left..=span.right]);
        }
    })
}

/// A new grid whose cells a function writes, black at first; charged before it is allocated.
pub(super) fn written(
    machine: &mut Machine,
    height: usize,
    width: usize,
    write: impl FnOnce(&mut [i8]),
) -> Result<Grid> {
    machine.allocate((height.saturating_mul(width) as u64).saturating_add(24))?;
    machine.spend(3 * height as u64)?;
    Grid::written(height, width, write).ok_or_else(|| crate::error::Fault::Undefined("the grid is empty").into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::machine::Limits;

    /// The directions in which cells touch.
    fn touching(diagonal: bool) -> &'static [(isize, isize)] {
        &NEIGHBOURS[..if diagonal { 8 } else { 4 }]
    }

    /// The position of a neighbour, if it is inside.
    fn neighbour(grid: &Grid, at: usize, (down, right): (isize, isize)) -> Option<usize> {
        let width = grid.width();
        let row = (at / width).checked_add_signed(down)?;
        let column = (at % width).checked_add_signed(right)?;
        (row < grid.height() && column < width).then(|| row * width + column)
    }

    /// The parts as a fill from each cell in reading order finds them.
    fn filled(grid: &Grid, univalued: bool, diagonal: bool) -> Vec<u16> {
        let cells = grid.cells();
        let mut labels = vec![0; cells.len()];
        let mut count = 0;
        for start in 0..cells.len() {
            if cells[start] == 0 || labels[start] != 0 {
                continue;
            }
            count += 1;
            labels[start] = count;
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                for next in touching(diagonal).iter().filter_map(|&step| neighbour(grid, at, step)) {
                    let joins = cells[next] != 0 && (!univalued || cells[next] == cells[at]);
                    if joins && labels[next] == 0 {
                        labels[next] = count;
                        open.push(next);
                    }
                }
            }
        }
        labels
    }

    fn labels(grid: &Grid, univalued: bool, diagonal: bool) -> (Vec<u16>, usize) {
        let mut machine = Machine::new(Limits::default());
        let parts = parts(&mut machine, grid, univalued, diagonal).expect("enough fuel");
        (parts.labels, parts.count)
    }

    proptest! {
        #[test]
        fn parts_are_those_that_a_fill_finds(
            cells in prop::collection::vec(0..3i8, 1..200),
            width in 1..16usize,
            univalued: bool,
            diagonal: bool,
        ) {
            let height = cells.len() / width;
            if let Some(grid) = Grid::new(height, width, &cells[..height * width]) {
                let expected = filled(&grid, univalued, diagonal);
                let count = usize::from(expected.iter().copied().max().unwrap_or(0));
                prop_assert_eq!(labels(&grid, univalued, diagonal), (expected, count));
            }
        }
    }

    #[test]
    fn parts_beyond_the_largest_number_are_none() {
        let cells = [0, 1].repeat(70_000);
        let grid = Grid::new(1, cells.len(), &cells).expect("a grid");
        let (labels, count) = labels(&grid, true, true);
        assert_eq!(count, MAX_PARTS);
        assert_eq!(usize::from(labels[2 * count - 1]), MAX_PARTS);
        assert!(labels[2 * count..].iter().all(|&label| label == 0));
    }
}
