//! Grids cut: parts of them, and single cells.

use std::ops::Range;

use super::rectangle::{rectangle, Rectangle};
use super::segmentation::uniform_lines;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "crop",
        signature: "(grid: Grid, start: IntegerTuple, dims: IntegerTuple) -> Grid",
        doc: "The part of a grid from a place, of a height and a width; a negative start counts from the end.",
        run: |machine, args| {
            let rectangle = Rectangle::of(machine, args[0])?;
            crop(machine, rectangle, args[1].pair()?, args[2].pair()?)
        },
    },
    Primitive {
        name: "subgrid",
        signature: "(patch: Patch, grid: Grid) -> Grid",
        doc: "The part of a grid in a patch's frame.",
        run: |machine, args| {
            let Some(frame) = args[0].patch(machine)?.frame() else {
                return undefined("the patch is empty");
            };
            let start = (i64::from(frame.corner.row), i64::from(frame.corner.column));
            let dims = (i64::from(frame.height), i64::from(frame.width));
            let rectangle = Rectangle::of(machine, args[1])?;
            crop(machine, rectangle, start, dims)
        },
    },
    Primitive {
        name: "trim",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without its outermost rows and columns.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            let inner = |length: usize| 1.min(length)..length.saturating_sub(1).max(1.min(length));
            grid.cut(machine, inner(grid.height), inner(grid.width))
        },
    },
    Primitive {
        name: "tophalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The upper half of a grid, without the middle row.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            grid.cut(machine, 0..grid.height / 2, 0..grid.width)
        },
    },
    Primitive {
        name: "bottomhalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The lower half of a grid, without the middle row.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            grid.cut(machine, grid.height.div_ceil(2)..grid.height, 0..grid.width)
        },
    },
    Primitive {
        name: "lefthalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The left half of a grid, without the middle column.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            columns(machine, grid, 0..grid.width / 2)
        },
    },
    Primitive {
        name: "righthalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The right half of a grid, without the middle column.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            columns(machine, grid, grid.width.div_ceil(2)..grid.width)
        },
    },
    Primitive {
        name: "hsplit",
        signature: "(grid: Grid, n: Integer) -> Tuple[Grid]",
        doc: "A grid cut from left to right into a number of parts of equal width; where it does not divide evenly, a \
              column is left out between them.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(machine, args[0])?;
            split(machine, grid.width, args[1].integer()?, |machine, columns| {
                grid.cut(machine, 0..grid.height, columns)
            })
        },
    },
    Primitive {
        name: "vsplit",
        signature: "(grid: Grid, n: Integer) -> Tuple[Grid]",
        doc:
            "A grid cut from top to bottom into a number of parts of equal height; where it does not divide evenly, a \
              row is left out between them.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(machine, args[0])?;
            split(machine, grid.height, args[1].integer()?, |machine, rows| grid.cut(machine, rows, 0..grid.width))
        },
    },
    Primitive {
        name: "compress",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without the rows and columns that have one colour only.",
        run: compress,
    },
    Primitive {
        name: "index",
        signature: "(grid: Grid, loc: IntegerTuple) -> Integer",
        doc: "The colour at a place of a grid; nothing outside.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(machine, args[0])?;
            let (row, column) = args[1].pair()?;
            let colour = grid.offset(row, column).map(|at| i64::from(grid.cells[at]));
            Ok(colour.map_or(Value::None, Value::Integer))
        },
    },
];

/// The part of a sequence from a start, of a size, as Python slices it: a negative end counts from the sequence's end.
fn slice(length: usize, start: i64, size: i64) -> Range<usize> {
    let clamp = |bound: i64| match bound < 0 {
        true => length.saturating_sub(usize::try_from(bound.unsigned_abs()).unwrap_or(usize::MAX)),
        false => length.min(usize::try_from(bound).unwrap_or(usize::MAX)),
    };
    let first = clamp(start);
    first..clamp(start.saturating_add(size)).max(first)
}

fn crop(machine: &mut Machine, grid: Rectangle<'_>, start: (i64, i64), dims: (i64, i64)) -> Result<Value> {
    let rows = slice(grid.height, start.0, dims.0);
    grid.cut(machine, rows, slice(grid.width, start.1, dims.1))
}

/// Some columns of a grid; without columns there are no rows either.
fn columns(machine: &mut Machine, grid: Rectangle<'_>, columns: Range<usize>) -> Result<Value> {
    if columns.is_empty() {
        return Ok(Value::empty_tuple());
    }
    grid.cut(machine, 0..grid.height, columns)
}

/// The tuple of `parts` cuts of equal length, with gaps of one between them if the length does not divide evenly.
fn split(
    machine: &mut Machine,
    length: usize,
    parts: i64,
    cut: impl Fn(&mut Machine, Range<usize>) -> Result<Value>,
) -> Result<Value> {
    if parts == 0 {
        return undefined("division by zero");
    }
    let parts = usize::try_from(parts).unwrap_or(0);
    machine.allocate_items(parts)?;
    let mut cuts = Vec::with_capacity(parts);
    if let Some(size) = length.checked_div(parts) {
        let gap = usize::from(length % parts != 0);
        for part in 0..parts {
            let start = length.min(part.saturating_mul(size + gap));
            cuts.push(cut(machine, start..length.min(start + size))?);
        }
    }
    machine.tuple(cuts)
}

fn compress(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::of(machine, args[0])?;
    let (rows, columns) = uniform_lines(machine, grid)?;
    let kept = |lines: &[bool]| lines.iter().filter(|&&uniform| !uniform).count();
    let (height, width) = (kept(&rows), kept(&columns));
    machine.spend((height * grid.width) as u64)?;
    rectangle(machine, height as u64, width as u64, |cells| {
        let kept_rows = grid.rows().zip(&rows).filter(|(_, &uniform)| !uniform);
        for (target, (row, _)) in cells.chunks_exact_mut(width).zip(kept_rows) {
            let kept = row.iter().zip(&columns).filter(|(_, &uniform)| !uniform);
            for (cell, (&colour, _)) in target.iter_mut().zip(kept) {
                *cell = colour;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{empty_rows, fault, given, grid, indices, integer, is_undefined, some_grid};
    use super::*;
    use crate::error::Fault;

    fn tuple(items: Vec<Value>) -> Value {
        Value::tuple(items).expect("a small tuple")
    }

    fn crop(grid: Value, start: (i64, i64), dims: (i64, i64)) -> Value {
        given("crop", &[grid, Value::Pair(start.0, start.1), Value::Pair(dims.0, dims.1)])
    }

    #[test]
    fn cropping_slices_as_python_does() {
        let whole = || grid("123/456/789");
        assert_eq!(crop(whole(), (1, 1), (5, 5)), grid("56/89"));
        assert_eq!(crop(whole(), (-2, -2), (1, 1)), grid("5"));
        assert_eq!(crop(whole(), (-2, 0), (2, 3)), empty_rows(0));
        assert_eq!(crop(whole(), (0, -1), (2, 1)), empty_rows(2));
        assert_eq!(crop(whole(), (0, 0), (-1, -1)), grid("12/45"));
        assert_eq!(crop(whole(), (i64::MIN, 0), (2, 2)), empty_rows(0));
        assert_eq!(crop(whole(), (i64::MAX, 0), (i64::MAX, 2)), empty_rows(0));
        assert_eq!(crop(whole(), (0, 0), (i64::MAX, i64::MAX)), whole());
    }

    #[test]
    fn a_frame_partly_above_the_grid_is_sliced_from_below() {
        let patch = indices(&[(-1, 0), (0, 1)]);
        assert_eq!(given("subgrid", [patch, grid("123/456")]), empty_rows(0));
    }

    #[test]
    fn small_grids_have_no_inside() {
        for (rows, inside) in [("1", 0), ("12/34", 0), ("1/2/3", 1), ("12/34/56", 1)] {
            assert_eq!(given("trim", [grid(rows)]), empty_rows(inside));
        }
    }

    #[test]
    fn halves_of_a_single_line_are_empty() {
        assert_eq!(given("tophalf", [grid("12")]), empty_rows(0));
        assert_eq!(given("bottomhalf", [grid("12")]), empty_rows(0));
        assert_eq!(given("lefthalf", [grid("1/2")]), empty_rows(0));
        assert_eq!(given("righthalf", [grid("1/2")]), empty_rows(0));
    }

    #[test]
    fn grids_without_cells_have_parts_without_cells() {
        let names = ["trim", "tophalf", "bottomhalf", "lefthalf", "righthalf"];
        for name in names {
            assert_eq!(given(name, [empty_rows(0)]), empty_rows(0));
            assert_eq!(given(name, [empty_rows(1)]), empty_rows(0));
        }
        assert_eq!(given("compress", [empty_rows(0)]), empty_rows(0));
        assert_eq!(given("compress", [empty_rows(1)]), empty_rows(1));
        assert_eq!(crop(empty_rows(0), (0, 0), (1, 1)), empty_rows(0));
        assert_eq!(crop(empty_rows(1), (0, 0), (1, 1)), empty_rows(1));
        let patch = indices(&[(0, 0)]);
        assert_eq!(given("subgrid", [patch, empty_rows(1)]), empty_rows(1));
        for rows in [grid("1"), empty_rows(0)] {
            assert!(is_undefined("subgrid", [Value::empty_set(), rows]));
        }
        let place = Value::Pair(0, 0);
        assert!(is_undefined("index", [empty_rows(0), place.clone()]));
        assert_eq!(given("index", [empty_rows(1), place]), Value::None);
    }

    #[test]
    fn splits_of_grids_without_cells() {
        for name in ["hsplit", "vsplit"] {
            assert!(is_undefined(name, [empty_rows(0), integer(2)]));
        }
        let halves = |rows| tuple(vec![empty_rows(rows), empty_rows(rows)]);
        assert_eq!(given("hsplit", [empty_rows(1), integer(2)]), halves(1));
        assert_eq!(given("vsplit", [empty_rows(1), integer(2)]), halves(0));
    }

    #[test]
    fn uneven_splits_leave_lines_out() {
        let parts = tuple(vec![grid("1"), grid("3")]);
        assert_eq!(given("hsplit", [grid("123"), integer(2)]), parts);
        let parts = tuple(vec![empty_rows(1), empty_rows(1)]);
        assert_eq!(given("hsplit", [grid("1"), integer(2)]), parts);
    }

    #[test]
    fn splitting_needs_a_number_of_parts() {
        for name in ["hsplit", "vsplit"] {
            assert!(is_undefined(name, [grid("12"), integer(0)]));
            assert_eq!(given(name, [grid("12"), integer(-3)]), Value::empty_tuple());
            assert_eq!(fault(name, [grid("12"), integer(i64::MAX)]), Fault::Memory);
        }
    }

    #[test]
    fn compressing_may_leave_rows_without_cells() {
        assert_eq!(given("compress", [grid("12/12")]), empty_rows(2));
        assert_eq!(given("compress", [grid("11/11")]), empty_rows(0));
    }

    #[test]
    fn places_outside_have_no_colour() {
        for place in [(-1, 0), (0, -1), (1, 0), (0, 2), (i64::MIN, i64::MAX)] {
            let colour = given("index", [grid("12"), Value::Pair(place.0, place.1)]);
            assert!(matches!(colour, Value::None));
        }
    }

    proptest! {
        #[test]
        fn the_halves_and_the_middle_make_the_whole(grid in some_grid(7)) {
            let left = given("lefthalf", [grid.clone()]);
            let turned = given("rot270", [given("tophalf", [given("rot90", [grid.clone()])])]);
            prop_assert_eq!(left, turned);
            let right = given("righthalf", [grid.clone()]);
            let turned = given("rot270", [given("bottomhalf", [given("rot90", [grid])])]);
            prop_assert_eq!(right, turned);
        }
    }
}
