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
            let grid = Rectangle::with_rows(machine, args[0])?;
            let colour = args[1].integer()?;
            fill(machine, grid, colour, args[2], |_| true)
        },
    },
    Primitive {
        name: "paint",
        signature: "(grid: Grid, obj: Object) -> Grid",
        doc: "A grid with an object painted onto it.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(machine, args[0])?;
            paint(machine, grid, args[1], |_| true)
        },
    },
    Primitive {
        name: "underfill",
        signature: "(grid: Grid, value: Integer, patch: Patch) -> Grid",
        doc: "A grid with those places of a patch in one colour that have the most common colour.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
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
            let grid = Rectangle::of(machine, args[0])?;
            let background = grid.histogram(machine)?.most_common();
            paint(machine, grid, args[1], |colour| colour == background)
        },
    },
    Primitive {
        name: "cover",
        signature: "(grid: Grid, patch: Patch) -> Grid",
        doc: "A grid with the places of a patch in the most common colour.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
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
    machine.spend(patch.size().unwrap_or(0) as u64)?;
    match patch {
        Value::Indices(indices) => grid.edited(machine, |cells| {
            indices.places().try_for_each(|place| write(grid, cells, row_and_column(place), colour, &admits))
        }),
        Value::Object(object) => grid.edited(machine, |cells| {
            object.cells().try_for_each(|cell| write(grid, cells, row_and_column(cell.place), colour, &admits))
        }),
        // A tuple of places.
        Value::Grid(places) if places.width() == 2 => {
            machine.allocate_items(places.cells().len())?;
            machine.allocate(places.height() as u64 * 16)?;
            let place = |row: &[i8]| (i64::from(row[0]), i64::from(row[1]));
            grid.edited(machine, |cells| {
                places.rows().try_for_each(|row| write(grid, cells, place(row), colour, &admits))
            })
        }
        // Other tuples, and sets that spread too far to be a patch.
        other => {
            let places = other.container(machine)?;
            machine.allocate(places.len() as u64 * 16)?;
            let places = places.map(|element| match element {
                Value::Pair(row, column) => Ok((row, column)),
                Value::Cell(cell) => Ok(row_and_column(cell.place)),
                _ => Err(other.unexpected("Patch")),
            });
            let places = places.collect::<Result<Vec<(i64, i64)>>>()?;
            grid.edited(machine, |cells| {
                places.into_iter().try_for_each(|place| write(grid, cells, place, colour, &admits))
            })
        }
    }
}

/// A grid with an object painted onto it, where the present colour is admitted.
fn paint(machine: &mut Machine, grid: Rectangle<'_>, object: &Value, admits: impl Fn(i8) -> bool) -> Result<Value> {
    machine.spend(object.size().unwrap_or(0) as u64 * 2)?;
    let put = |cells: &mut [i8], cell: Cell| {
        let place = row_and_column(cell.place);
        write(grid, cells, place, i64::from(cell.colour), &admits)
    };
    match object {
        Value::Object(object) => grid.edited(machine, |cells| object.cells().try_for_each(|cell| put(cells, cell))),
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
    let grid = Rectangle::of(machine, args[0])?;
    let background = i64::from(grid.histogram(machine)?.most_common());
    let (down, right) = args[2].pair()?;
    let object = match args[1].patch(machine)? {
        Patch::Object(object) => object,
        Patch::Empty => return Ok(args[0].clone()),
        Patch::Indices(_) => return Err(args[1].unexpected("Object")),
    };
    machine.spend(object.len() as u64 * 5)?;
    grid.edited(machine, |cells| {
        for cell in object.cells() {
            write(grid, cells, row_and_column(cell.place), background, |_| true)?;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{empty_rows, fault, given, grid, indices, integer, is_undefined, object, some_grid};
    use super::*;

    fn cells(cells: &[(i64, i64, i64)]) -> Value {
        let cell = |&(colour, row, column): &(i64, i64, i64)| {
            Value::tuple(vec![integer(colour), Value::Pair(row, column)]).expect("a cell")
        };
        Value::tuple(cells.iter().map(cell).collect()).expect("a small tuple")
    }

    #[test]
    fn the_last_of_several_cells_at_a_place_is_seen() {
        assert_eq!(given("paint", [grid("00"), object(&[(1, 0, 0), (2, 0, 0)])]), grid("20"));
        assert_eq!(given("paint", [grid("00"), cells(&[(2, 0, 0), (1, 0, 0)])]), grid("10"));
    }

    #[test]
    fn underpainting_keeps_the_first_of_several_cells_at_a_place() {
        let painted = given("underpaint", [grid("000"), cells(&[(2, 0, 0), (1, 0, 0)])]);
        assert_eq!(painted, grid("200"));
    }

    #[test]
    fn cells_outside_the_grid_are_not_painted() {
        let far = [(1, -1, 0), (1, 0, 2), (300, 7, 7)];
        assert_eq!(given("paint", [grid("00"), object(&far)]), grid("00"));
        let move_to = |offset: (i64, i64)| {
            let offset = Value::Pair(offset.0, offset.1);
            given("move", [grid("001"), object(&[(1, 0, 2)]), offset])
        };
        assert_eq!(move_to((0, -2)), grid("100"));
        assert_eq!(move_to((i64::MAX, i64::MIN)), grid("000"));
        assert_eq!(move_to((i64::MAX, i64::MAX)), grid("000"));
    }

    #[test]
    fn colours_painted_are_small() {
        let paint = fault("paint", [grid("00"), object(&[(300, 0, 0)])]);
        assert_eq!(paint, Fault::Overflow);
        let fill = |patch| [grid("00"), integer(300), patch];
        assert_eq!(fault("fill", fill(indices(&[(0, 0)]))), Fault::Overflow);
        assert_eq!(given("fill", fill(Value::empty_set())), grid("00"));
        assert_eq!(given("fill", fill(indices(&[(5, 5)]))), grid("00"));
    }

    #[test]
    fn places_too_far_apart_for_indices_are_filled() {
        let places = vec![Value::Pair(0, 1), Value::Pair(1 << 40, 0)];
        let places = Value::set(places).expect("a small set");
        assert_eq!(given("fill", [grid("00"), integer(3), places]), grid("03"));
    }

    #[test]
    fn grids_without_cells_have_nothing_to_paint_on() {
        for patch in [object(&[(1, 0, 0)]), Value::empty_set()] {
            for rows in [0, 1] {
                let none = empty_rows(rows);
                let covered = [none.clone(), patch.clone()];
                let moved = [none.clone(), patch.clone(), Value::Pair(0, 0)];
                let filled = [none.clone(), integer(1), patch.clone()];
                assert!(is_undefined("cover", &covered));
                assert!(is_undefined("move", &moved));
                assert!(is_undefined("underpaint", &covered));
                assert!(is_undefined("underfill", &filled));
                if rows == 0 {
                    assert!(is_undefined("paint", &covered));
                    assert!(is_undefined("fill", &filled));
                } else {
                    assert_eq!(given("paint", &covered), none);
                    assert_eq!(given("fill", &filled), none);
                }
            }
        }
    }

    #[test]
    fn painting_nothing_changes_nothing() {
        let nothing = [Value::empty_set(), Value::empty_tuple()];
        for patch in nothing {
            for name in ["paint", "underpaint", "cover"] {
                assert_eq!(given(name, [grid("12"), patch.clone()]), grid("12"));
            }
            for name in ["fill", "underfill"] {
                let filled = given(name, [grid("12"), integer(5), patch.clone()]);
                assert_eq!(filled, grid("12"));
            }
            let moved = given("move", [grid("12"), patch, Value::Pair(1, 1)]);
            assert_eq!(moved, grid("12"));
        }
    }

    #[test]
    fn only_objects_are_painted() {
        for args in [[grid("12"), indices(&[(0, 0)])], [grid("12"), grid("12")]] {
            assert!(matches!(fault("paint", &args), Fault::Kind { .. }));
        }
    }

    proptest! {
        #[test]
        fn painting_a_grids_cells_gives_the_grid(grid in some_grid(7)) {
            let Value::Grid(cells) = &grid else { unreachable!("a grid") };
            let dims = Value::Pair(cells.height() as i64, cells.width() as i64);
            let canvas = given("canvas", [integer(-1), dims]);
            let object = given("asobject", [grid.clone()]);
            prop_assert_eq!(&given("paint", [canvas.clone(), object.clone()]), &grid);
            prop_assert_eq!(&given("underpaint", [canvas, object]), &grid);
        }
    }
}
