//! Parts of a grid: objects, partitions, places of a colour, occurrences.

use super::arguments::Patch;
use super::objects::{objects, sort_by_colour};
use super::occurrences::occurrences;
use super::rectangle::Rectangle;
use super::{Args, Argument, Primitive};
use crate::error::Result;
use crate::grid::Histogram;
use crate::machine::Machine;
use crate::patch::{Indices, Object, Spot, Tint};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "asindices",
        signature: "(grid: Grid) -> Indices",
        doc: "All places of a grid.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            places_where(machine, grid, |_| true)
        },
    },
    Primitive {
        name: "ofcolor",
        signature: "(grid: Grid, value: Integer) -> Indices",
        doc: "The places of a grid that have a colour.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            match i8::try_from(args[1].integer()?) {
                Ok(wanted) => places_where(machine, grid, |colour| colour == wanted),
                Err(_) => Ok(Value::empty_set()),
            }
        },
    },
    Primitive {
        name: "toindices",
        signature: "(patch: Patch) -> Indices",
        doc: "The places of a patch, without their colours.",
        run: toindices,
    },
    Primitive {
        name: "objects",
        signature: "(grid: Grid, univalued: Boolean, diagonal: Boolean, without_bg: Boolean) -> Objects",
        doc: "The connected parts of a grid: of one colour each or not, also connected over corners or not, \
              without the most common colour or with it.",
        run: objects,
    },
    Primitive {
        name: "partition",
        signature: "(grid: Grid) -> Objects",
        doc: "For each colour of a grid, the object of all its cells.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            if grid.cells.is_empty() {
                return Ok(Value::empty_set());
            }
            let histogram = grid.histogram(machine)?;
            partition(machine, grid, &histogram, None)
        },
    },
    Primitive {
        name: "fgpartition",
        signature: "(grid: Grid) -> Objects",
        doc: "For each colour of a grid but the most common, the object of all its cells.",
        run: |machine, args| {
            let grid = Rectangle::of(machine, args[0])?;
            let histogram = grid.histogram(machine)?;
            partition(machine, grid, &histogram, Some(histogram.most_common()))
        },
    },
    Primitive {
        name: "toobject",
        signature: "(patch: Patch, grid: Grid) -> Object",
        doc: "The cells of a grid at the places of a patch.",
        run: toobject,
    },
    Primitive {
        name: "asobject",
        signature: "(grid: Grid) -> Object",
        doc: "All cells of a grid as one object.",
        run: asobject,
    },
    Primitive {
        name: "occurrences",
        signature: "(grid: Grid, obj: Object) -> Indices",
        doc: "The places at which the upper left corner of an object's frame may lie so that a grid shows the object \
              there.",
        run: occurrences,
    },
    Primitive {
        name: "frontiers",
        signature: "(grid: Grid) -> Objects",
        doc: "The rows and columns of a grid that have one colour only.",
        run: frontiers,
    },
];

/// The indices of spots; the empty set if there are none.
pub(super) fn indices_value(spots: Vec<Spot>) -> Value {
    Indices::from_spots(&spots).map_or_else(Value::empty_set, Value::Indices)
}

/// The places of a grid whose colours a condition admits.
fn places_where(machine: &mut Machine, grid: Rectangle<'_>, admits: impl Fn(i8) -> bool) -> Result<Value> {
    grid.check_sides()?;
    machine.spend(grid.cells.len() as u64)?;
    let count = grid.cells.iter().filter(|&&colour| admits(colour)).count();
    machine.allocate(count as u64 * 4 + 64)?;
    machine.spend(count as u64)?;
    let mut spots = Vec::with_capacity(count);
    for (row, colours) in grid.rows().enumerate() {
        for (column, &colour) in colours.iter().enumerate() {
            if admits(colour) {
                spots.push(Spot::on_grid(row, column));
            }
        }
    }
    Ok(indices_value(spots))
}

fn toindices(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    match args[0] {
        Value::Object(object) => places_of(machine, object),
        Value::Indices(_) => Ok(args[0].clone()),
        other => match other.patch(machine)? {
            Patch::Empty => Ok(Value::empty_set()),
            // A tuple of places stays the tuple that it is.
            Patch::Indices(_) => Ok(args[0].clone()),
            Patch::Object(object) => places_of(machine, &object),
        },
    }
}

fn places_of(machine: &mut Machine, object: &Object) -> Result<Value> {
    machine.allocate(object.len() as u64 * 4 + 64)?;
    if object.only_colour().is_none() {
        // The places of several colours have to be sorted.
        machine.spend(object.len() as u64 * 8)?;
    }
    Ok(Value::Indices(object.indices()))
}

/// An object for each colour of a grid but the one left out.
fn partition(machine: &mut Machine, grid: Rectangle<'_>, histogram: &Histogram, left_out: Option<i8>) -> Result<Value> {
    grid.check_sides()?;
    machine.allocate(grid.cells.len() as u64 * 12 + 1024)?;
    machine.spend(grid.cells.len() as u64 * 3)?;
    let mut next = [0u32; 256];
    let mut end = 0;
    for (colour, count) in histogram.counts() {
        next[usize::from(colour as u8)] = end;
        end += count;
    }
    let mut spots = vec![Spot::on_grid(0, 0); grid.cells.len()];
    for (row, colours) in grid.rows().enumerate() {
        for (column, &colour) in colours.iter().enumerate() {
            let at = &mut next[usize::from(colour as u8)];
            spots[*at as usize] = Spot::on_grid(row, column);
            *at += 1;
        }
    }
    let part = |(colour, count): (i8, u32)| {
        let end = next[usize::from(colour as u8)] as usize;
        let object = Object::solid(&spots[end - count as usize..end], i32::from(colour));
        object.map(Value::Object)
    };
    let colours = histogram.counts();
    let kept = colours.filter(|&(colour, _)| Some(colour) != left_out);
    let parts: Vec<Value> = kept.filter_map(part).collect();
    machine.allocate_items(parts.len())?;
    machine.set(parts)
}

fn toobject(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let patch = args[0].patch(machine)?;
    let grid = Rectangle::with_rows(machine, args[1])?;
    grid.check_sides()?;
    machine.allocate(patch.len() as u64 * 20 + 64)?;
    machine.spend(patch.len() as u64 * 6)?;
    let Some(indices) = patch.indices() else {
        return Ok(Value::empty_set());
    };
    let mut tints = Vec::with_capacity(indices.len());
    for place in indices.places() {
        let (row, column) = (i64::from(place.row), i64::from(place.column));
        if let Some(at) = grid.offset(row, column) {
            let spot = Spot::on_grid(row as usize, column as usize);
            tints.push(Tint::of(i32::from(grid.cells[at]), spot));
        }
    }
    Ok(object_value(&mut tints))
}

fn asobject(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::of(machine, args[0])?;
    grid.check_sides()?;
    machine.allocate(grid.cells.len() as u64 * 16 + 64)?;
    machine.spend(grid.cells.len() as u64 * 5)?;
    let (mut row, mut column) = (0, 0);
    let tints = grid.cells.iter().map(|&colour| {
        let spot = Spot::on_grid(row, column);
        column += 1;
        if column == grid.width {
            (row, column) = (row + 1, 0);
        }
        Tint::of(i32::from(colour), spot)
    });
    // Each cell is like the one before it.
    let is_plain = grid.cells.split_first().is_none_or(|(_, others)| *others == grid.cells[..others.len()]);
    let object = if is_plain {
        Object::filling(grid.height, grid.width, tints)
    } else {
        let mut tints: Vec<Tint> = tints.collect();
        sort_by_colour(&mut tints);
        Object::filling(grid.height, grid.width, tints.into_iter())
    };
    Ok(object.map_or_else(Value::empty_set, Value::Object))
}

/// The object of a grid's cells in reading order; the empty set if there are none.
fn object_value(tints: &mut [Tint]) -> Value {
    sort_by_colour(tints);
    Object::from_tints(tints).map_or_else(Value::empty_set, Value::Object)
}

/// Whether each row, and whether each column, has one colour only.
pub(super) fn uniform_lines(machine: &mut Machine, grid: Rectangle<'_>) -> Result<(Vec<bool>, Vec<bool>)> {
    machine.allocate((grid.height + grid.width) as u64)?;
    machine.spend(grid.cells.len() as u64)?;
    // A row without cells has no colour.
    let one_colour = |row: &[i8]| row.first().is_some_and(|a| row.iter().all(|b| a == b));
    let rows = grid.rows().map(one_colour).collect();
    let mut columns = vec![true; grid.width];
    if let Some(first) = grid.rows().next() {
        for row in grid.rows() {
            for ((uniform, a), b) in columns.iter_mut().zip(row).zip(first) {
                *uniform &= a == b;
            }
        }
    }
    Ok((rows, columns))
}

fn frontiers(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::with_rows(machine, args[0])?;
    grid.check_sides()?;
    let (rows, columns) = uniform_lines(machine, grid)?;
    let count = |lines: &[bool]| lines.iter().filter(|&&uniform| uniform).count();
    let (across, down) = (count(&rows), count(&columns));
    let cells = (across * grid.width + down * grid.height) as u64;
    machine.allocate(cells * 8 + (across + down) as u64 * 64)?;
    machine.allocate_items(across + down)?;
    machine.spend(cells * 4)?;
    let mut lines = Vec::with_capacity(across + down);
    let mut spots = Vec::with_capacity(grid.height.max(grid.width));
    let mut push = |spots: &[Spot], colour: i8| {
        lines.extend(Object::solid(spots, i32::from(colour)).map(Value::Object));
    };
    for row in (0..grid.height).filter(|&row| rows[row]) {
        spots.clear();
        spots.extend((0..grid.width).map(|column| Spot::on_grid(row, column)));
        push(&spots, grid.row(row)[0]);
    }
    for column in (0..grid.width).filter(|&column| columns[column]) {
        spots.clear();
        spots.extend((0..grid.height).map(|row| Spot::on_grid(row, column)));
        push(&spots, grid.row(0)[column]);
    }
    machine.set(lines)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{empty_rows, given, grid, indices, integer, is_undefined, object, some_grid};
    use super::*;

    #[test]
    fn grids_without_cells_have_no_parts() {
        for rows in [0, 1] {
            let none = empty_rows(rows);
            for name in ["asindices", "partition", "asobject"] {
                assert_eq!(given(name, [none.clone()]), Value::empty_set());
            }
            let no_places = given("ofcolor", [none.clone(), integer(0)]);
            assert_eq!(no_places, Value::empty_set());
            assert!(is_undefined("fgpartition", [none]));
        }
    }

    #[test]
    fn places_of_nothing_are_nothing() {
        assert_eq!(given("toindices", [Value::empty_set()]), Value::empty_set());
        assert_eq!(given("toindices", [Value::empty_tuple()]), Value::empty_set());
    }

    #[test]
    fn a_tuple_of_places_is_kept_as_it_is() {
        let places = Value::tuple(vec![Value::Pair(300, 2), Value::Pair(1, 2)]).expect("small");
        assert_eq!(given("toindices", [places.clone()]), places);
    }

    #[test]
    fn a_grid_without_a_first_row_has_no_object_and_no_frontiers() {
        let patch = indices(&[(0, 0)]);
        assert!(is_undefined("toobject", [patch.clone(), empty_rows(0)]));
        assert!(is_undefined("toobject", &[Value::empty_set(), empty_rows(0)]));
        assert!(is_undefined("frontiers", [empty_rows(0)]));
        assert_eq!(given("toobject", [patch, empty_rows(1)]), Value::empty_set());
        assert_eq!(given("frontiers", [empty_rows(1)]), Value::empty_set());
    }

    #[test]
    fn the_places_of_a_patch_outside_a_grid_are_left_out() {
        let patch = indices(&[(-1, 0), (0, 1), (2, 0), (1, 2)]);
        assert_eq!(given("toobject", [patch, grid("12/34")]), object(&[(2, 0, 1)]));
    }

    #[test]
    fn no_place_has_a_colour_out_of_range() {
        let none = given("ofcolor", [grid("12"), integer(257)]);
        assert_eq!(none, Value::empty_set());
    }

    #[test]
    fn the_only_cell_is_one_frontier() {
        let line = object(&[(4, 0, 0)]);
        let lines = Value::set(vec![line]).expect("small");
        assert_eq!(given("frontiers", [grid("4")]), lines);
    }

    proptest! {
        #[test]
        fn the_parts_of_a_grid_are_its_cells(grid in some_grid(7)) {
            let parts = given("partition", [grid.clone()]);
            let cells: Vec<Value> = parts
                .elements()
                .into_iter()
                .flatten()
                .flat_map(|part| part.elements().into_iter().flatten().collect::<Vec<_>>())
                .collect();
            prop_assert_eq!(Value::set(cells).ok(), Some(given("asobject", [grid])));
        }

        #[test]
        fn a_grid_shows_all_its_cells_at_all_its_places(grid in some_grid(9)) {
            let places = given("asindices", [grid.clone()]);
            let shown = given("toobject", [places.clone(), grid.clone()]);
            prop_assert_eq!(&shown, &given("asobject", [grid]));
            prop_assert_eq!(given("toindices", [shown]), places);
        }
    }
}
