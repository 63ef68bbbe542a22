//! Rectangles of colours: grids, and the tuples of empty rows that cutting a grid may leave.

use std::ops::Range;

use super::Argument;
use crate::error::{undefined, Fault, Result};
use crate::grid::{Grid, Histogram};
use crate::machine::Machine;
use crate::patch::MAX_SIDE;
use crate::value::Value;

/// A grid argument whose height or width may be 0; without rows the width is 0 too.
#[derive(Clone, Copy)]
pub(super) struct Rectangle<'a> {
    pub(super) height: usize,
    pub(super) width: usize,
    /// The colours in reading order.
    pub(super) cells: &'a [i8],
    grid: Option<&'a Grid>,
}

impl<'a> Rectangle<'a> {
    /// The rectangle that a value is; fails on anything but grids and tuples of empty tuples.
    #[inline]
    pub(super) fn of(machine: &mut Machine, value: &'a Value) -> Result<Rectangle<'a>> {
        if let Value::Grid(grid) = value {
            return Ok(Rectangle { height: grid.height(), width: grid.width(), cells: grid.cells(), grid: Some(grid) });
        }
        match value.empty_rows(machine)? {
            Some(height) => Ok(Rectangle { height, width: 0, cells: &[], grid: None }),
            None => Err(value.unexpected("Grid")),
        }
    }

    /// The same, for primitives that have no result without a first row.
    #[inline]
    pub(super) fn with_rows(machine: &mut Machine, value: &'a Value) -> Result<Rectangle<'a>> {
        let rectangle = Rectangle::of(machine, value)?;
        if rectangle.height == 0 {
            return undefined("the grid is empty");
        }
        Ok(rectangle)
    }

    /// The rows from top to bottom.
    pub(super) fn rows(self) -> impl ExactSizeIterator<Item = &'a [i8]> + DoubleEndedIterator {
        (0..self.height).map(move |row| self.row(row))
    }

    /// One row; it must be inside.
    #[inline]
    pub(super) fn row(self, row: usize) -> &'a [i8] {
        &self.cells[row * self.width..(row + 1) * self.width]
    }

    /// The position in `cells` of a place, or `None` outside.
    #[inline]
    pub(super) fn offset(self, row: i64, column: i64) -> Option<usize> {
        // A negative number becomes one that is larger than any side.
        let inside = (row as u64) < self.height as u64 && (column as u64) < self.width as u64;
        inside.then(|| row as usize * self.width + column as usize)
    }

    /// How often each colour occurs, at the price of looking at all cells.
    pub(super) fn histogram(self, machine: &mut Machine) -> Result<Histogram> {
        let Some(grid) = self.grid else {
            return undefined("the grid is empty");
        };
        machine.spend(self.cells.len() as u64 / 2 + 60)?;
        Ok(grid.histogram())
    }

    /// Fails if the sides are too long for places on the grid to be packed as spots.
    pub(super) fn check_sides(self) -> Result<()> {
        if self.height.max(self.width) > MAX_SIDE as usize {
            return Err(Fault::Overflow.into());
        }
        Ok(())
    }

    /// The part in the given rows and columns, which must be inside.
    pub(super) fn cut(self, machine: &mut Machine, rows: Range<usize>, columns: Range<usize>) -> Result<Value> {
        let (height, width) = (rows.len(), columns.len());
        rectangle(machine, height as u64, width as u64, |cells| {
            if width == self.width {
                cells.copy_from_slice(&self.cells[rows.start * width..rows.end * width]);
                return;
            }
            for (target, row) in cells.chunks_exact_mut(width).zip(rows) {
                target.copy_from_slice(&self.row(row)[columns.clone()]);
            }
        })
    }

    /// A copy with some cells overwritten by a function, which may fail.
    ///
    /// Charges for the copy, not for the writing.
    pub(super) fn edited(self, machine: &mut Machine, write: impl FnOnce(&mut [i8]) -> Result<()>) -> Result<Value> {
        let Some(grid) = self.grid else {
            return empty_rows(machine, self.height as u64);
        };
        machine.allocate(self.cells.len() as u64)?;
        let mut result = Ok(());
        let grid = grid.edited(|cells| result = write(cells));
        result.map(|()| Value::Grid(grid))
    }
}

/// A new rectangle whose cells a function writes; charged before it is allocated.
///
/// `write` is not called if there are no cells.
pub(super) fn rectangle(
    machine: &mut Machine,
    height: u64,
    width: u64,
    write: impl FnOnce(&mut [i8]),
) -> Result<Value> {
    if width == 0 || height == 0 {
        return empty_rows(machine, height);
    }
    machine.allocate(height.saturating_mul(width).saturating_add(16))?;
    // Most functions write row by row, which dominates where rows are short.
    machine.spend(height.saturating_mul(3))?;
    let side = |length: u64| usize::try_from(length).map_err(|_| Fault::Memory);
    let grid = Grid::written(side(height)?, side(width)?, write).ok_or(Fault::Memory)?;
    Ok(Value::Grid(grid))
}

/// The tuple of a number of empty tuples.
fn empty_rows(machine: &mut Machine, height: u64) -> Result<Value> {
    let count = usize::try_from(height).map_err(|_| Fault::Memory)?;
    machine.allocate_items(count)?;
    machine.tuple(vec![Value::empty_tuple(); count])
}
