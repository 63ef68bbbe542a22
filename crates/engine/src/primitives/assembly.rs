//! Grids made new or put together.

use super::rectangle::{rectangle, Rectangle};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "canvas",
        signature: "(value: Integer, dimensions: IntegerTuple) -> Grid",
        doc: "A grid of one colour with a height and a width.",
        run: |machine, args| {
            let colour = args[0].integer()?;
            let (height, width) = args[1].pair()?;
            let side = |length: i64| length.max(0).unsigned_abs();
            let colour = match i8::try_from(colour) {
                Ok(colour) => colour,
                // No cell needs the colour.
                Err(_) if height <= 0 || width <= 0 => 0,
                Err(_) => return Err(Fault::Overflow.into()),
            };
            rectangle(machine, side(height), side(width), |cells| cells.fill(colour))
        },
    },
    Primitive {
        name: "hconcat",
        signature: "(a: Grid, b: Grid) -> Grid",
        doc: "Two grids side by side, as many rows as the shorter has.",
        run: hconcat,
    },
    Primitive {
        name: "vconcat",
        signature: "(a: Grid, b: Grid) -> Grid",
        doc: "Two grids, the second below the first.",
        run: vconcat,
    },
    Primitive {
        name: "cellwise",
        signature: "(a: Grid, b: Grid, fallback: Integer) -> Grid",
        doc: "The cells in which two grids agree, and a given colour where they differ.",
        run: cellwise,
    },
];

fn hconcat(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (Ok(a), Ok(b)) = (Rectangle::of(machine, args[0]), Rectangle::of(machine, args[1])) else {
        // Ragged grids are joined row by row.
        let (rows, others) = (args[0].container(machine)?, args[1].container(machine)?);
        machine.allocate_items(rows.len().min(others.len()))?;
        let joined = rows.zip(others).map(|(a, b)| joined(machine, &a, &b));
        return Ok(Value::tuple(joined.collect::<Result<Vec<Value>>>()?)?);
    };
    let height = a.height.min(b.height);
    let width = a.width + b.width;
    rectangle(machine, height as u64, width as u64, |cells| {
        let rows = a.rows().zip(b.rows());
        for (target, (a, b)) in cells.chunks_exact_mut(width).zip(rows) {
            let (left, right) = target.split_at_mut(a.len());
            left.copy_from_slice(a);
            right.copy_from_slice(b);
        }
    })
}

fn vconcat(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    match (args[0], args[1]) {
        (Value::Grid(a), Value::Grid(b)) if a.width() == b.width() => {
            let height = a.height() + b.height();
            rectangle(machine, height as u64, a.width() as u64, |cells| {
                let (above, below) = cells.split_at_mut(a.cells().len());
                above.copy_from_slice(a.cells());
                below.copy_from_slice(b.cells());
            })
        }
        (a, b) => joined(machine, a, b),
    }
}

/// The elements of one tuple and then those of another.
fn joined(machine: &mut Machine, a: &Value, b: &Value) -> Result<Value> {
    for value in [a, b] {
        if value.is_set() {
            return Err(value.unexpected("Tuple"));
        }
    }
    let (first, second) = (a.container(machine)?, b.container(machine)?);
    machine.allocate_items(first.len() + second.len())?;
    machine.tuple(first.chain(second).collect())
}

fn cellwise(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (a, b) = (Rectangle::with_rows(machine, args[0])?, Rectangle::of(machine, args[1])?);
    let fallback = args[2].integer()?;
    if a.width > 0 && (a.height > b.height || a.width > b.width) {
        return undefined("the second grid is smaller than the first");
    }
    machine.spend(a.cells.len() as u64)?;
    let colour = i8::try_from(fallback);
    let mut differ = false;
    let merged = rectangle(machine, a.height as u64, a.width as u64, |cells| {
        let colour = colour.unwrap_or(0);
        for (target, (a, b)) in cells.chunks_exact_mut(a.width).zip(a.rows().zip(b.rows())) {
            for (cell, (&a, &b)) in target.iter_mut().zip(a.iter().zip(b)) {
                differ |= a != b;
                *cell = if a == b { a } else { colour };
            }
        }
    })?;
    if differ && colour.is_err() {
        return Err(Fault::Overflow.into());
    }
    Ok(merged)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{empty_rows, fault, given, grid, integer, is_undefined};
    use super::*;

    #[test]
    fn a_canvas_without_extent_has_no_cells() {
        let canvas = |height, width| given("canvas", [integer(1), Value::Pair(height, width)]);
        assert_eq!(canvas(0, 3), empty_rows(0));
        assert_eq!(canvas(3, 0), empty_rows(3));
        assert_eq!(canvas(2, -1), empty_rows(2));
        assert_eq!(canvas(i64::MIN, 1), empty_rows(0));
    }

    #[test]
    fn a_canvas_too_large_is_not_made() {
        for dims in [(1_000_000, 1_000_000), (i64::MAX, i64::MAX), (i64::MAX, 0)] {
            let dims = Value::Pair(dims.0, dims.1);
            assert_eq!(fault("canvas", [integer(1), dims]), Fault::Memory);
        }
    }

    #[test]
    fn colours_of_grids_are_small() {
        let dims = Value::Pair(1, 1);
        assert_eq!(fault("canvas", [integer(128), dims.clone()]), Fault::Overflow);
        let canvas = given("canvas", [integer(-128), dims]);
        assert_eq!(canvas.to_string(), "((-128,),)");
        let agree = given("cellwise", [grid("12"), grid("12"), integer(999)]);
        assert_eq!(agree, grid("12"));
        let differ = fault("cellwise", [grid("12"), grid("13"), integer(999)]);
        assert_eq!(differ, Fault::Overflow);
    }

    #[test]
    fn grids_without_cells_are_joined() {
        let rows = || grid("120/003");
        assert_eq!(given("hconcat", [empty_rows(0), rows()]), empty_rows(0));
        assert_eq!(given("hconcat", [empty_rows(1), rows()]), grid("120"));
        assert_eq!(given("hconcat", [rows(), empty_rows(1)]), grid("120"));
        assert_eq!(given("vconcat", [empty_rows(0), rows()]), rows());
        assert_eq!(given("vconcat", [rows(), empty_rows(0)]), rows());
        let uneven = given("vconcat", [empty_rows(1), rows()]);
        assert_eq!(uneven.to_string(), "((), (1, 2, 0), (0, 0, 3))");
    }

    #[test]
    fn grids_of_unequal_width_make_ragged_ones() {
        let ragged = given("vconcat", [grid("12"), grid("345")]);
        assert_eq!(ragged.to_string(), "((1, 2), (3, 4, 5))");
        let wider = given("hconcat", [ragged, grid("6/7/8")]);
        assert_eq!(wider.to_string(), "((1, 2, 6), (3, 4, 5, 7))");
    }

    #[test]
    fn sets_are_no_grids() {
        let fault = fault("vconcat", [Value::empty_set(), grid("1")]);
        assert!(matches!(fault, Fault::Kind { .. }));
    }

    #[test]
    fn the_second_of_two_compared_grids_must_cover_the_first() {
        let cellwise = |a, b| [a, b, integer(0)];
        assert!(is_undefined("cellwise", cellwise(empty_rows(0), grid("1"))));
        assert!(is_undefined("cellwise", cellwise(grid("1"), empty_rows(1))));
        assert!(is_undefined("cellwise", cellwise(grid("12"), grid("1"))));
        assert_eq!(given("cellwise", cellwise(empty_rows(1), grid("1"))), empty_rows(1));
        assert_eq!(given("cellwise", cellwise(grid("12"), grid("145/678"))), grid("10"));
    }
}
