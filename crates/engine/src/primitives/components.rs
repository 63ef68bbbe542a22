//! The connected parts of a picture: labels for the cells that belong together.

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

/// The directions in which cells touch.
pub(super) fn touching(diagonal: bool) -> &'static [(isize, isize)] {
    &NEIGHBOURS[..if diagonal { 8 } else { 4 }]
}

/// The position of a neighbour, if it is inside.
#[inline]
pub(super) fn neighbour(grid: &Grid, at: usize, (down, right): (isize, isize)) -> Option<usize> {
    let width = grid.width();
    let row = (at / width).checked_add_signed(down)?;
    let column = (at % width).checked_add_signed(right)?;
    (row < grid.height() && column < width).then(|| row * width + column)
}

/// The parts of the cells that a condition admits, in reading order; touching cells are of one part if they may join.
pub(super) fn components(
    machine: &mut Machine,
    grid: &Grid,
    diagonal: bool,
    admits: impl Fn(i8) -> bool,
    joins: impl Fn(i8, i8) -> bool,
) -> Result<Components> {
    let cells = grid.cells();
    machine.allocate(2 * cells.len() as u64)?;
    machine.spend(8 * cells.len() as u64)?;
    let directions = touching(diagonal);
    let mut labels = vec![0u16; cells.len()];
    let mut count = 0u16;
    let mut open = Vec::new();
    for start in 0..cells.len() {
        if labels[start] != 0 || !admits(cells[start]) || count == u16::MAX {
            continue;
        }
        count += 1;
        labels[start] = count;
        open.push(start);
        while let Some(at) = open.pop() {
            for &direction in directions {
                let Some(next) = neighbour(grid, at, direction) else {
                    continue;
                };
                if labels[next] == 0 && admits(cells[next]) && joins(cells[at], cells[next]) {
                    labels[next] = count;
                    open.push(next);
                }
            }
        }
    }
    Ok(Components { labels, count: usize::from(count) })
}

/// The connected parts of what has a colour, each of one colour or not.
pub(super) fn parts(machine: &mut Machine, grid: &Grid, univalued: bool, diagonal: bool) -> Result<Components> {
    components(machine, grid, diagonal, |colour| colour != 0, |a, b| !univalued || a == b)
}

/// The connected parts of the ground, and which of them reach the border of the grid.
pub(super) fn ground(machine: &mut Machine, grid: &Grid) -> Result<(Components, Vec<bool>)> {
    let parts = components(machine, grid, false, |colour| colour == 0, |_, _| true)?;
    let mut is_open = vec![false; parts.count + 1];
    let (height, width) = (grid.height(), grid.width());
    for (at, &label) in parts.labels.iter().enumerate() {
        let (row, column) = (at / width, at % width);
        is_open[usize::from(label)] |= row == 0 || column == 0 || row + 1 == height || column + 1 == width;
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

    fn around(&mut self, row: usize, column: usize) {
        self.top = self.top.min(row);
        self.left = self.left.min(column);
        self.bottom = self.bottom.max(row);
        self.right = self.right.max(column);
    }
}

impl Components {
    /// What each part spans, the first part's at 0.
    pub(super) fn spans(&self, width: usize) -> Vec<Span> {
        let mut spans = vec![Span { top: usize::MAX, left: usize::MAX, bottom: 0, right: 0 }; self.count];
        for (at, &label) in self.labels.iter().enumerate() {
            if let Some(part) = usize::from(label).checked_sub(1) {
                spans[part].around(at / width, at % width);
            }
        }
        spans
    }
}

/// What the cells that are not black span; `None` if all are.
pub(super) fn content(grid: &Grid) -> Option<Span> {
    let is_lit = |row: &[i8]| row.iter().any(|&colour| colour != 0);
    let top = grid.rows().position(is_lit)?;
    let bottom = grid.rows().rposition(is_lit)?;
    let (mut left, mut right) = (usize::MAX, 0);
    for row in grid.rows() {
        if let Some(first) = row.iter().position(|&colour| colour != 0) {
            left = left.min(first);
            right = right.max(row.iter().rposition(|&colour| colour != 0).unwrap_or(first));
        }
    }
    Some(Span { top, left, bottom, right })
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
