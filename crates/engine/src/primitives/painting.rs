//! Grids with some cells in another colour.

use super::arguments::Patch;
use super::rectangle::Rectangle;
use super::{Args, Argument, Primitive};
use crate::error::{Fault, Result};
use crate::machine::Machine;
use crate::patch::{Cell, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "fill",
        signature: "(grid: Grid, value: Integer, patch: Patch) -> Grid",
        doc: "A grid with the places of a patch in one colour.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(args[0])?;
            let colour = args[1].integer()?;
            fill(machine, grid, colour, args[2], |_| true)
        },
    },
    Primitive {
        name: "paint",
        signature: "(grid: Grid, obj: Object) -> Grid",
        doc: "A grid with an object painted onto it.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(args[0])?;
            paint(machine, grid, args[1], |_| true)
        },
    },
    Primitive {
        name: "underfill",
        signature: "(grid: Grid, value: Integer, patch: Patch) -> Grid",
        doc: "A grid with those places of a patch in one colour that have the most common colour.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            let background = grid.histogram(machine)?.most_common();
            let colour = args[1].integer()?;
            fill(machine, grid, colour, args[2], |colour| colour == background)
        },
    },
    Primitive {
        name: "underpaint",
        signature: "(grid: Grid, obj: Object) -> Grid",
        doc: "A grid with an object painted onto the places that have the most common colour.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            let background = grid.histogram(machine)?.most_common();
            paint(machine, grid, args[1], |colour| colour == background)
        },
    },
    Primitive {
        name: "cover",
        signature: "(grid: Grid, patch: Patch) -> Grid",
        doc: "A grid with the places of a patch in the most common colour.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            let background = grid.histogram(machine)?.most_common();
            fill(machine, grid, i64::from(background), args[1], |_| true)
        },
    },
    Primitive {
        name: "move",
        signature: "(grid: Grid, obj: Object, offset: IntegerTuple) -> Grid",
        doc: "A grid with an object covered by the most common colour and painted again at an offset.",
        run: move_object,
    },
];

/// Writes a colour at a place, if that is on the grid and its present colour is admitted.
#[inline]
fn write(
    grid: Rectangle<'_>,
    cells: &mut [i8],
    (row, column): (i64, i64),
    colour: i64,
    admits: impl Fn(i8) -> bool,
) -> Result<()> {
    let Some(cell) = grid.offset(row, column).map(|at| &mut cells[at]) else {
        return Ok(());
    };
    if admits(*cell) {
        *cell = i8::try_from(colour).map_err(|_| Fault::Overflow)?;
    }
    Ok(())
}

fn row_and_column(place: Place) -> (i64, i64) {
    (i64::from(place.row), i64::from(place.column))
}

/// A grid with the places of a patch in one colour, where their present colour is admitted.
fn fill(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    colour: i64,
    patch: &Value,
    admits: impl Fn(i8) -> bool,
) -> Result<Value> {
    machine.spend(patch.size().unwrap_or(0) as u64 * 2)?;
    match patch {
        Value::Indices(indices) => grid.edited(machine, |cells| {
            indices
                .places()
                .try_for_each(|place| write(grid, cells, row_and_column(place), colour, &admits))
        }),
        Value::Object(object) => grid.edited(machine, |cells| {
            object.cells().try_for_each(|cell| {
                write(grid, cells, row_and_column(cell.place), colour, &admits)
            })
        }),
        // Tuples, and sets that spread too far to be a patch.
        other => {
            let places = other.container()?.map(|element| match element {
                Value::Pair(row, column) => Ok((row, column)),
                Value::Cell(cell) => Ok(row_and_column(cell.place)),
                _ => Err(other.unexpected("Patch")),
            });
            let places = places.collect::<Result<Vec<(i64, i64)>>>()?;
            grid.edited(machine, |cells| {
                places
                    .into_iter()
                    .try_for_each(|place| write(grid, cells, place, colour, &admits))
            })
        }
    }
}

/// A grid with an object painted onto it, where the present colour is admitted.
fn paint(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    object: &Value,
    admits: impl Fn(i8) -> bool,
) -> Result<Value> {
    machine.spend(object.size().unwrap_or(0) as u64 * 3)?;
    let put = |cells: &mut [i8], cell: Cell| {
        let place = row_and_column(cell.place);
        write(grid, cells, place, i64::from(cell.colour), &admits)
    };
    match object {
        Value::Object(object) => grid.edited(machine, |cells| {
            object.cells().try_for_each(|cell| put(cells, cell))
        }),
        // In a tuple of cells, later ones are painted over earlier ones.
        Value::Tuple(items) | Value::Set(items) => grid.edited(machine, |cells| {
            items.iter().try_for_each(|item| {
                let cell = item.as_cell().ok_or_else(|| object.unexpected("Object"))?;
                put(cells, cell)
            })
        }),
        other => Err(other.unexpected("Object")),
    }
}

fn move_object(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::of(args[0])?;
    let background = i64::from(grid.histogram(machine)?.most_common());
    let (down, right) = args[2].pair()?;
    let object = match args[1].patch()? {
        Patch::Object(object) => object,
        Patch::Empty => return Ok(args[0].clone()),
        Patch::Indices(_) => return Err(args[1].unexpected("Object")),
    };
    machine.spend(object.len() as u64 * 5)?;
    grid.edited(machine, |cells| {
        for cell in object.cells() {
            write(grid, cells, row_and_column(cell.place), background, |_| {
                true
            })?;
        }
        for cell in object.cells() {
            let (row, column) = row_and_column(cell.place);
            // A place out of range is off the grid.
            if let (Some(row), Some(column)) = (row.checked_add(down), column.checked_add(right)) {
                write(grid, cells, (row, column), i64::from(cell.colour), |_| true)?;
            }
        }
        Ok(())
    })
}
