//! Grids turned, mirrored and scaled.

use super::rectangle::{rectangle, Rectangle};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::Spot;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "rot90",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid turned clockwise by a quarter.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            turned(machine, grid, |row, column| (grid.height - 1 - column, row))
        },
    },
    Primitive {
        name: "rot180",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid turned by half.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            rectangle(machine, grid.height as u64, grid.width as u64, |cells| {
                cells.copy_from_slice(grid.cells);
                cells.reverse();
            })
        },
    },
    Primitive {
        name: "rot270",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid turned anticlockwise by a quarter.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            turned(machine, grid, |row, column| (column, grid.width - 1 - row))
        },
    },
    Primitive {
        name: "hmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch upside down: mirrored at a horizontal line.",
        run: hmirror,
    },
    Primitive {
        name: "vmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch with left and right swapped: mirrored at a vertical line.",
        run: vmirror,
    },
    Primitive {
        name: "dmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch with rows and columns swapped: mirrored at the diagonal from its upper left corner.",
        run: dmirror,
    },
    Primitive {
        name: "cmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch mirrored at the diagonal from its upper right corner.",
        run: cmirror,
    },
    Primitive {
        name: "hupscale",
        signature: "(grid: Grid, factor: Integer) -> Grid",
        doc: "A grid with each column repeated.",
        run: |machine, args| {
            let rectangle = Rectangle::of(machine, args[0])?;
            upscaled(machine, rectangle, 1, factor(args[1])?)
        },
    },
    Primitive {
        name: "vupscale",
        signature: "(grid: Grid, factor: Integer) -> Grid",
        doc: "A grid with each row repeated.",
        run: |machine, args| {
            let rectangle = Rectangle::of(machine, args[0])?;
            upscaled(machine, rectangle, factor(args[1])?, 1)
        },
    },
    Primitive {
        name: "upscale",
        signature: "(element: Element@e, factor: Integer) -> Element@e",
        doc: "A grid or object with each cell made a square; an object keeps its upper left corner.",
        run: upscale,
    },
    Primitive {
        name: "downscale",
        signature: "(grid: Grid, factor: Integer) -> Grid",
        doc: "Each so many-th row and column of a grid, from the first.",
        run: downscale,
    },
];

/// A grid with rows and columns swapped, each cell fetched from the row and column that `source` gives for it.
fn turned(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    source: impl Fn(usize, usize) -> (usize, usize),
) -> Result<Value> {
    machine.spend(grid.cells.len() as u64)?;
    // Without columns, the new grid has no rows.
    rectangle(machine, grid.width as u64, grid.height as u64, |cells| {
        for (row, target) in cells.chunks_exact_mut(grid.height).enumerate() {
            for (column, cell) in target.iter_mut().enumerate() {
                let (row, column) = source(row, column);
                *cell = grid.cells[row * grid.width + column];
            }
        }
    })
}

/// A patch mirrored within its frame, or the fault of a value that is no piece.
///
/// `carry` maps a spot, given the last row and the last column of the frame; `swaps` says that rows become columns.
fn mirrored_patch(
    machine: &mut Machine,
    piece: &Value,
    swaps: bool,
    carry: impl Fn(Spot, usize, usize) -> Spot,
) -> Result<Value> {
    let size = piece.size().unwrap_or(0) as u64;
    machine.allocate(size * 8 + 64)?;
    machine.spend(size * 4)?;
    let frame = match piece {
        Value::Indices(indices) => indices.frame(),
        Value::Object(object) => object.frame(),
        Value::Set(items) if items.is_empty() => return undefined("the patch is empty"),
        other => return Err(other.unexpected("Piece")),
    };
    let (bottom, right) = (frame.height as usize - 1, frame.width as usize - 1);
    let (height, width) = match swaps {
        true => (frame.width, frame.height),
        false => (frame.height, frame.width),
    };
    let carry = |spot| carry(spot, bottom, right);
    Ok(match piece {
        Value::Indices(indices) => Value::Indices(indices.rearranged(height, width, carry)),
        Value::Object(object) => Value::Object(object.rearranged(height, width, carry)),
        other => return Err(other.unexpected("Piece")),
    })
}

/// A tuple with its elements in reverse order; `None` of other values.
fn reversed(machine: &mut Machine, value: &Value) -> Result<Option<Value>> {
    let Some(elements) = value.elements().filter(|_| !value.is_set()) else {
        return Ok(None);
    };
    machine.allocate_items(elements.len())?;
    let mut items: Vec<Value> = elements.collect();
    items.reverse();
    Ok(Some(Value::tuple(items)?))
}

fn hmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    if let Value::Grid(_) = args[0] {
        let grid = Rectangle::of(machine, args[0])?;
        return rectangle(machine, grid.height as u64, grid.width as u64, |cells| {
            for (target, row) in cells.chunks_exact_mut(grid.width).zip(grid.rows().rev()) {
                target.copy_from_slice(row);
            }
        });
    }
    // Grids of other forms, as ragged ones: any tuple.
    if let Some(tuple) = reversed(machine, args[0])? {
        return Ok(tuple);
    }
    mirrored_patch(machine, args[0], false, |spot, bottom, _| Spot::on_grid(bottom - spot.row(), spot.column()))
}

fn vmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    match args[0] {
        Value::Grid(_) => {
            let grid = Rectangle::of(machine, args[0])?;
            rectangle(machine, grid.height as u64, grid.width as u64, |cells| {
                cells.copy_from_slice(grid.cells);
                cells.chunks_exact_mut(grid.width).for_each(<[i8]>::reverse);
            })
        }
        Value::Tuple(rows) => {
            machine.allocate_items(rows.len())?;
            let mut mirrored = Vec::with_capacity(rows.len());
            for row in rows.iter() {
                let row = reversed(machine, row)?;
                mirrored.push(row.ok_or_else(|| args[0].unexpected("Piece"))?);
            }
            machine.tuple(mirrored)
        }
        piece => {
            mirrored_patch(machine, piece, false, |spot, _, right| Spot::on_grid(spot.row(), right - spot.column()))
        }
    }
}

fn dmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    if let Value::Grid(_) | Value::Tuple(_) = args[0] {
        let grid = Rectangle::of(machine, args[0])?;
        return turned(machine, grid, |row, column| (column, row));
    }
    mirrored_patch(machine, args[0], true, |spot, _, _| Spot::on_grid(spot.column(), spot.row()))
}

fn cmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    if let Value::Grid(_) | Value::Tuple(_) = args[0] {
        let grid = Rectangle::of(machine, args[0])?;
        return turned(machine, grid, |row, column| (grid.height - 1 - column, grid.width - 1 - row));
    }
    mirrored_patch(machine, args[0], true, |spot, bottom, right| {
        Spot::on_grid(right - spot.column(), bottom - spot.row())
    })
}

/// How often to repeat: never, if the number is negative.
fn factor(value: &Value) -> Result<u64> {
    Ok(value.integer()?.max(0).unsigned_abs())
}

/// A grid with each row and each column repeated.
fn upscaled(machine: &mut Machine, grid: Rectangle<'_>, down: u64, across: u64) -> Result<Value> {
    let height = (grid.height as u64).saturating_mul(down);
    let width = (grid.width as u64).saturating_mul(across);
    machine.spend(2 * grid.cells.len() as u64)?;
    let upscaled = rectangle(machine, height, width, |cells| {
        // What is written has been allocated, so that the factors are small.
        let (down, across) = (down as usize, across as usize);
        let width = grid.width * across;
        for (block, row) in cells.chunks_exact_mut(width * down).zip(grid.rows()) {
            for (cells, &colour) in block.chunks_exact_mut(across).zip(row) {
                cells.fill(colour);
            }
            let (first, rest) = block.split_at_mut(width);
            for copy in rest.chunks_exact_mut(width) {
                copy.copy_from_slice(first);
            }
        }
    })?;
    // Short rows are slow to copy.
    machine.spend(height.saturating_mul(5))?;
    Ok(upscaled)
}

fn upscale(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let factor = factor(args[1])?;
    match args[0] {
        Value::Object(object) => {
            let cells = (object.len() as u64).saturating_mul(factor.saturating_mul(factor));
            machine.allocate(cells.saturating_mul(8))?;
            machine.spend(cells)?;
            if factor == 0 {
                return Ok(Value::empty_set());
            }
            let factor = u16::try_from(factor).map_err(|_| Fault::Overflow)?;
            let object = object.upscaled(factor).ok_or(Fault::Overflow)?;
            Ok(Value::Object(object))
        }
        Value::Set(items) if items.is_empty() => Ok(Value::empty_set()),
        Value::Grid(_) | Value::Tuple(_) => {
            let rectangle = Rectangle::of(machine, args[0])?;
            upscaled(machine, rectangle, factor, factor)
        }
        other => Err(other.unexpected("Element")),
    }
}

fn downscale(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::with_rows(machine, args[0])?;
    // The sign does not matter: only the first of each group is kept.
    let factor = args[1].integer()?.unsigned_abs();
    if factor == 0 {
        return undefined("division by zero");
    }
    let (height, width) = (grid.height as u64, grid.width as u64);
    rectangle(machine, height.div_ceil(factor), width.div_ceil(factor), |cells| {
        let step = usize::try_from(factor).unwrap_or(usize::MAX);
        let width = grid.width.div_ceil(step);
        for (target, row) in cells.chunks_exact_mut(width).zip(grid.rows().step_by(step)) {
            for (cell, &colour) in target.iter_mut().zip(row.iter().step_by(step)) {
                *cell = colour;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{empty_rows, fault, given, grid, indices, integer, is_undefined, object, some_grid};
    use super::*;

    /// The result of a primitive applied again and again.
    fn repeated(name: &str, times: usize, piece: &Value) -> Value {
        (0..times).fold(piece.clone(), |piece, _| given(name, [piece]))
    }

    fn some_patch() -> impl Strategy<Value = Value> {
        let cells = prop::collection::vec((0..4, -5..5, -5..5), 1..12);
        (cells, any::<bool>()).prop_map(|(cells, coloured)| match coloured {
            true => object(&cells),
            false => indices(&cells.iter().map(|c| (c.1, c.2)).collect::<Vec<_>>()),
        })
    }

    proptest! {
        #[test]
        fn four_quarters_make_a_whole_turn(grid in some_grid(8)) {
            prop_assert_eq!(repeated("rot90", 4, &grid), grid.clone());
            prop_assert_eq!(repeated("rot90", 2, &grid), given("rot180", [grid.clone()]));
            prop_assert_eq!(repeated("rot90", 3, &grid), given("rot270", [grid]));
        }

        #[test]
        fn mirroring_twice_changes_nothing(piece in prop_oneof![some_grid(8), some_patch()]) {
            for name in ["hmirror", "vmirror", "dmirror", "cmirror"] {
                prop_assert_eq!(repeated(name, 2, &piece), piece.clone());
            }
        }

        #[test]
        fn a_grid_is_mirrored_as_the_object_of_its_cells(grid in some_grid(8)) {
            for name in ["hmirror", "vmirror", "dmirror", "cmirror"] {
                let object = given("asobject", [given(name, [grid.clone()])]);
                prop_assert_eq!(given(name, [given("asobject", [grid.clone()])]), object);
            }
        }

        #[test]
        fn upscaling_commutes_with_taking_the_object(grid in some_grid(6), factor in 0..4i64) {
            let large = given("upscale", [grid.clone(), integer(factor)]);
            let object = given("asobject", [grid.clone()]);
            let large_object = given("upscale", [object, integer(factor)]);
            prop_assert_eq!(&given("asobject", [large.clone()]), &large_object);
            if factor > 0 {
                prop_assert_eq!(given("downscale", [large, integer(factor)]), grid);
            }
        }
    }

    #[test]
    fn grids_without_cells_stay_without() {
        for name in ["rot90", "rot270", "dmirror", "cmirror"] {
            assert_eq!(given(name, [empty_rows(0)]), empty_rows(0));
            assert_eq!(given(name, [empty_rows(1)]), empty_rows(0));
        }
        for name in ["rot180", "hmirror", "vmirror"] {
            assert_eq!(given(name, [empty_rows(0)]), empty_rows(0));
            assert_eq!(given(name, [empty_rows(1)]), empty_rows(1));
        }
        for (name, rows) in [("hupscale", 1), ("vupscale", 2), ("upscale", 2)] {
            assert_eq!(given(name, [empty_rows(0), integer(2)]), empty_rows(0));
            assert_eq!(given(name, [empty_rows(1), integer(2)]), empty_rows(rows));
        }
        assert!(is_undefined("downscale", [empty_rows(0), integer(2)]));
        assert_eq!(given("downscale", [empty_rows(1), integer(2)]), empty_rows(1));
    }

    #[test]
    fn an_empty_patch_has_no_mirror_image() {
        for name in ["hmirror", "vmirror", "dmirror", "cmirror"] {
            assert!(is_undefined(name, [Value::empty_set()]));
        }
        let none = given("upscale", [Value::empty_set(), integer(2)]);
        assert_eq!(none, Value::empty_set());
    }

    #[test]
    fn rows_of_unequal_length_are_mirrored() {
        let tuple = |items: Vec<Value>| Value::tuple(items).expect("small");
        let row = |numbers: &[i64]| tuple(numbers.iter().map(|&n| integer(n)).collect());
        let ragged = tuple(vec![row(&[1, 2]), row(&[3])]);
        assert_eq!(given("hmirror", [ragged.clone()]), tuple(vec![row(&[3]), row(&[1, 2])]));
        assert_eq!(given("vmirror", [ragged]), tuple(vec![row(&[2, 1]), row(&[3])]));
    }

    #[test]
    fn no_repetition_leaves_rows_without_cells() {
        for factor in [0, -1, i64::MIN] {
            assert_eq!(given("hupscale", [grid("12/34"), integer(factor)]), empty_rows(2));
            assert_eq!(given("vupscale", [grid("12/34"), integer(factor)]), empty_rows(0));
            assert_eq!(given("upscale", [grid("12/34"), integer(factor)]), empty_rows(0));
            let none = given("upscale", [object(&[(1, 0, 0)]), integer(factor)]);
            assert_eq!(none, Value::empty_set());
        }
    }

    #[test]
    fn what_would_be_huge_is_not_made() {
        for factor in [1 << 14, 1_000_000_000, i64::MAX] {
            for piece in [grid("1"), object(&[(1, 0, 0)])] {
                assert_eq!(fault("upscale", [piece, integer(factor)]), Fault::Memory);
            }
        }
        for name in ["hupscale", "vupscale"] {
            assert_eq!(fault(name, [grid("1"), integer(i64::MAX)]), Fault::Memory);
        }
        assert_eq!(fault("vupscale", [empty_rows(1), integer(i64::MAX)]), Fault::Memory);
        let wide = object(&[(1, 0, 0), (1, 0, 60_000)]);
        assert_eq!(fault("upscale", [wide, integer(2)]), Fault::Overflow);
    }

    #[test]
    fn downscaling_needs_a_factor() {
        assert!(is_undefined("downscale", [grid("12"), integer(0)]));
        assert_eq!(given("downscale", [grid("123/456"), integer(-2)]), grid("13"));
        assert_eq!(given("downscale", [grid("123/456"), integer(i64::MIN)]), grid("1"));
    }
}
