//! The connected parts of a picture: labels for the cells that belong together.

use smallvec::SmallVec;

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
    machine.allocate(5 * grid.cells().len() as u64)?;
    machine.spend(5 * grid.cells().len() as u64)?;
    let Padded { cells, stride } = Padded::new(grid, 0);
    let steps = Padded::steps(stride, diagonal);
    // What is outside counts as labelled.
    let mut labels = vec![OUTSIDE; cells.len()];
    for row in 1..=grid.height() {
        labels[row * stride + 1..][..grid.width()].fill(0);
    }
    let mut count = 0u16;
    let mut open = Vec::new();
    for start in stride..cells.len() - stride {
        if labels[start] != 0 || !admits(cells[start]) || count == OUTSIDE - 1 {
            continue;
        }
        count += 1;
        labels[start] = count;
        open.push(start);
        while let Some(at) = open.pop() {
            for &step in &steps {
                let next = at.wrapping_add_signed(step);
                if labels[next] == 0 && admits(cells[next]) && joins(cells[at], cells[next]) {
                    labels[next] = count;
                    open.push(next);
                }
            }
        }
    }
    let mut inside = Vec::with_capacity(grid.cells().len());
    for row in 1..=grid.height() {
        inside.extend_from_slice(&labels[row * stride + 1..][..grid.width()]);
    }
    Ok(Components { labels: inside, count: usize::from(count) })
}

/// The label of what is outside a grid.
const OUTSIDE: u16 = u16::MAX;

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

    /// The distances to the neighbours.
    pub(super) fn steps(stride: usize, diagonal: bool) -> SmallVec<[isize; 8]> {
        touching(diagonal).iter().map(|&(down, right)| down * stride as isize + right).collect()
    }

    /// A grid made of what a function gives for each place inside; its arguments are the cell's number and its place.
    pub(super) fn redrawn(&self, grid: &Grid, colour: impl Fn(usize, usize) -> i8) -> Grid {
        let mut number = 0;
        grid.edited(|cells| {
            for (row, line) in cells.chunks_exact_mut(self.stride - 2).enumerate() {
                let start = (row + 1) * self.stride + 1;
                for (column, cell) in line.iter_mut().enumerate() {
                    *cell = colour(number, start + column);
                    number += 1;
                }
            }
        })
    }
}

/// The connected parts of what has a colour, each of one colour or not.
pub(super) fn parts(machine: &mut Machine, grid: &Grid, univalued: bool, diagonal: bool) -> Result<Components> {
    components(machine, grid, diagonal, |colour| colour != 0, |a, b| !univalued || a == b)
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
        for (row, labels) in self.labels.chunks_exact(width).enumerate() {
            for (column, &label) in labels.iter().enumerate() {
                if let Some(part) = usize::from(label).checked_sub(1) {
                    spans[part].around(row, column);
                }
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
