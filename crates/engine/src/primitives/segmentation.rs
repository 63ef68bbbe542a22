//! Parts of a grid: objects, partitions, places of a colour, occurrences.

use super::objects::{objects, sort_by_colour};
use super::occurrences::occurrences;
use super::rectangle::Rectangle;
use super::{Args, Argument, Primitive};
use crate::error::Result;
use crate::machine::Machine;
use crate::patch::{Indices, Object, Spot, Tint};
use crate::value::Value;

use super::arguments::Patch;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "asindices",
        signature: "(grid: Grid) -> Indices",
        doc: "All places of a grid.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            places_where(machine, grid, |_| true)
        },
    },
    Primitive {
        name: "ofcolor",
        signature: "(grid: Grid, value: Integer) -> Indices",
        doc: "The places of a grid that have a colour.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
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
        run: |machine, args| partition(machine, Rectangle::of(args[0])?, None),
    },
    Primitive {
        name: "fgpartition",
        signature: "(grid: Grid) -> Objects",
        doc: "For each colour of a grid but the most common, the object of all its cells.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            let background = grid.histogram(machine)?.most_common();
            partition(machine, grid, Some(background))
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
    Indices::from_spots(spots).map_or_else(Value::empty_set, Value::Indices)
}

/// The places of a grid whose colours a condition admits.
fn places_where(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    admits: impl Fn(i8) -> bool,
) -> Result<Value> {
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
    match args[0].patch()? {
        Patch::Empty => Ok(Value::empty_set()),
        // A tuple of places stays the tuple that it is.
        Patch::Indices(_) => Ok(args[0].clone()),
        Patch::Object(object) => {
            machine.allocate(object.len() as u64 * 4 + 64)?;
            if object.only_colour().is_none() {
                // The places of several colours have to be sorted.
                machine.spend(object.len() as u64 * 8)?;
            }
            Ok(Value::Indices(object.indices()))
        }
    }
}

/// An object for each colour of a grid but the one left out.
fn partition(machine: &mut Machine, grid: Rectangle<'_>, left_out: Option<i8>) -> Result<Value> {
    if grid.cells.is_empty() {
        return Ok(Value::empty_set());
    }
    grid.check_sides()?;
    let histogram = grid.histogram(machine)?;
    machine.allocate(grid.cells.len() as u64 * 12 + 1024)?;
    machine.spend(grid.cells.len() as u64 * 3)?;
    let mut starts = [0; 256];
    let mut end = 0;
    for (colour, count) in histogram.counts() {
        starts[usize::from(colour as u8)] = end;
        end += count as usize;
    }
    let mut next = starts;
    let mut spots = vec![Spot::on_grid(0, 0); grid.cells.len()];
    for (row, colours) in grid.rows().enumerate() {
        for (column, &colour) in colours.iter().enumerate() {
            let at = &mut next[usize::from(colour as u8)];
            spots[*at] = Spot::on_grid(row, column);
            *at += 1;
        }
    }
    let parts = histogram
        .counts()
        .filter(|&(colour, _)| Some(colour) != left_out)
        .filter_map(|(colour, count)| {
            let start = starts[usize::from(colour as u8)];
            Object::solid(&spots[start..start + count as usize], i32::from(colour))
        })
        .map(Value::Object)
        .collect::<Vec<_>>();
    machine.allocate_items(parts.len())?;
    Ok(Value::set(parts)?)
}

fn toobject(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let patch = args[0].patch()?;
    let grid = Rectangle::with_rows(args[1])?;
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
    let grid = Rectangle::of(args[0])?;
    grid.check_sides()?;
    machine.allocate(grid.cells.len() as u64 * 16 + 64)?;
    machine.spend(grid.cells.len() as u64 * 5)?;
    let mut tints = Vec::with_capacity(grid.cells.len());
    for (row, colours) in grid.rows().enumerate() {
        let cells = colours.iter().enumerate();
        tints.extend(
            cells.map(|(column, &colour)| Tint::of(i32::from(colour), Spot::on_grid(row, column))),
        );
    }
    Ok(object_value(&mut tints))
}

/// The object of a grid's cells in reading order; the empty set if there are none.
fn object_value(tints: &mut [Tint]) -> Value {
    sort_by_colour(tints);
    Object::from_tints(tints).map_or_else(Value::empty_set, Value::Object)
}

/// Whether each row, and whether each column, has one colour only.
pub(super) fn uniform_lines(
    machine: &mut Machine,
    grid: Rectangle<'_>,
) -> Result<(Vec<bool>, Vec<bool>)> {
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
    let grid = Rectangle::with_rows(args[0])?;
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
    Ok(Value::set(lines)?)
}
