//! Grids on which the cells of each object carry a number computed of it, and what such numbers need.

use std::cmp::Reverse;

use super::arguments::Patch;
use super::{Args, Argument, Primitive};
use crate::error::{Fault, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Frame, Object, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "mark",
        signature: "(grid: Grid, objs: Objects, measure: (Object) -> a) -> Grid",
        doc: "A grid of the same size with each object's cells in a number computed of it, and zeros elsewhere.",
        run: |machine, args| mark(machine, args, false),
    },
    Primitive {
        name: "markbox",
        signature: "(grid: Grid, objs: Objects, measure: (Object) -> a) -> Grid",
        doc: "A grid of the same size with each object's bounding box in a number computed of it, smaller boxes upon \
              larger ones, and zeros elsewhere.",
        run: |machine, args| mark(machine, args, true),
    },
    Primitive {
        name: "pervade",
        signature: "(grid: Grid, objs: Objects) -> Grid",
        doc: "A grid with the cells of each object in the greatest number that the grid has on the object.",
        run: pervade,
    },
    Primitive {
        name: "ranked",
        signature: "(grid: Grid, descending: Boolean) -> Grid",
        doc: "A grid's numbers by their rank among the different ones, from one for the least or the greatest, with \
              zeros as they are.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let mut numbers = present(machine, grid)?;
            numbers.retain(|&number| number != 0);
            if args[1].is_true() {
                numbers.reverse();
            }
            renumbered(machine, grid, &numbers)
        },
    },
    Primitive {
        name: "prevalence",
        signature: "(grid: Grid, descending: Boolean) -> Grid",
        doc: "A grid's colours by their rank in frequency, from one for the rarest or the most common.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 / 2 + 60)?;
            let mut counts: Vec<(i8, u32)> = grid.histogram().counts().collect();
            if args[1].is_true() {
                counts.sort_by_key(|&(colour, count)| (Reverse(count), colour));
            } else {
                counts.sort_by_key(|&(colour, count)| (count, colour));
            }
            let colours: Vec<i8> = counts.into_iter().map(|(colour, _)| colour).collect();
            renumbered(machine, grid, &colours)
        },
    },
    Primitive {
        name: "hollows",
        signature: "(patch: Patch) -> Integer",
        doc: "How many separate areas a patch encloses.",
        run: |machine, args| {
            let patch = args[0].patch(machine)?;
            hollows(machine, &patch).map(Value::Integer)
        },
    },
    Primitive {
        name: "mirrored",
        signature: "(obj: Object) -> Boolean",
        doc: "Whether an object is its own mirror image, left to right or top to bottom.",
        run: |machine, args| match args[0].patch(machine)? {
            Patch::Object(object) => mirrored(machine, &object).map(Value::Boolean),
            _ => Ok(Value::Boolean(true)),
        },
    },
    Primitive {
        name: "twins",
        signature: "(obj: Object, objs: Objects) -> Integer",
        doc: "How many of several objects have the same outline as one, whatever their colours.",
        run: twins,
    },
];

fn mark(machine: &mut Machine, args: Args<'_>, is_box: bool) -> Result<Value> {
    let grid = args[0].grid()?;
    let objects = args[1].container(machine)?;
    let mut marks = Vec::with_capacity(objects.len());
    machine.allocate(grid.cells().len() as u64 + objects.len() as u64 * 48)?;
    let mut price = 0;
    for value in objects {
        let number = machine.apply(args[2], &[&value])?.integer()?.clamp(-128, 127) as i8;
        if let Patch::Object(object) = value.patch(machine)? {
            let frame = object.frame();
            let area = frame.height as u64 * frame.width as u64;
            price += if is_box { area } else { object.len() as u64 };
            marks.push((object.into_owned(), area, number));
        }
    }
    machine.spend(price * 2)?;
    if is_box {
        marks.sort_by_key(|&(_, area, _)| Reverse(area));
    }
    Ok(Value::Grid(grid.edited(|cells| {
        cells.fill(0);
        let mut write = |place: Place, number: i8| {
            if let Some(at) = grid.offset(i64::from(place.row), i64::from(place.column)) {
                cells[at] = number;
            }
        };
        for (object, _, number) in &marks {
            if is_box {
                places(object.frame()).for_each(|place| write(place, *number));
            } else {
                object.cells().for_each(|cell| write(cell.place, *number));
            }
        }
    })))
}

fn pervade(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let mut objects = Vec::new();
    for value in args[1].container(machine)? {
        machine.spend(20)?;
        if let Patch::Object(object) = value.patch(machine)? {
            machine.spend(object.len() as u64 * 6)?;
            objects.push(object.into_owned());
        }
    }
    machine.allocate(grid.cells().len() as u64)?;
    Ok(Value::Grid(grid.edited(|cells| {
        for object in &objects {
            let places = || {
                let cells = object.cells();
                cells.filter_map(|cell| grid.offset(i64::from(cell.place.row), i64::from(cell.place.column)))
            };
            if let Some(greatest) = places().map(|at| grid.cells()[at]).max() {
                places().for_each(|at| cells[at] = greatest);
            }
        }
    })))
}

/// All places of a bounding box.
fn places(frame: Frame) -> impl Iterator<Item = Place> {
    let Place { row, column } = frame.corner;
    (row..=frame.bottom()).flat_map(move |row| (column..=frame.right()).map(move |column| Place::new(row, column)))
}

/// The different numbers of a grid, ascending.
fn present(machine: &mut Machine, grid: &Grid) -> Result<Vec<i8>> {
    machine.spend(grid.cells().len() as u64 + 256)?;
    Ok(grid.histogram().counts().map(|(number, _)| number).collect())
}

/// A grid with each of some numbers replaced by its position among them, counted from one; others become zero.
fn renumbered(machine: &mut Machine, grid: &Grid, numbers: &[i8]) -> Result<Value> {
    machine.allocate(grid.cells().len() as u64 + 256)?;
    machine.spend(grid.cells().len() as u64)?;
    let mut table = [0i8; 256];
    for (position, &number) in numbers.iter().enumerate() {
        table[(i16::from(number) + 128) as usize] = position.min(126) as i8 + 1;
    }
    Ok(Value::Grid(grid.edited(|cells| {
        cells.iter_mut().for_each(|cell| *cell = table[(i16::from(*cell) + 128) as usize]);
    })))
}

/// The number of connected areas of a bounding box without the patch that do not touch the box's border.
fn hollows(machine: &mut Machine, patch: &Patch) -> Result<i64> {
    let (Some(frame), Some(indices)) = (patch.frame(), patch.indices()) else {
        return Ok(0);
    };
    // A margin of one cell joins all that lies outside.
    let (height, width) = (frame.height as usize + 2, frame.width as usize + 2);
    machine.allocate((height * width) as u64 * 9)?;
    machine.spend((height * width) as u64 * 6)?;
    let mut is_open = vec![true; height * width];
    for place in indices.places() {
        let (row, column) = (place.row - frame.corner.row + 1, place.column - frame.corner.column + 1);
        is_open[row as usize * width + column as usize] = false;
    }
    let mut areas = 0;
    let mut stack = Vec::new();
    for start in 0..is_open.len() {
        if !std::mem::take(&mut is_open[start]) {
            continue;
        }
        areas += 1;
        stack.push(start);
        while let Some(at) = stack.pop() {
            let beside = [at.checked_sub(width), at.checked_sub(1), Some(at + 1), Some(at + width)];
            for next in beside.into_iter().flatten().filter(|&next| next < height * width) {
                // The margin keeps the ends of rows apart from the cells of the patch.
                if std::mem::take(&mut is_open[next]) {
                    stack.push(next);
                }
            }
        }
    }
    Ok(areas - 1)
}

fn mirrored(machine: &mut Machine, object: &Object) -> Result<bool> {
    let frame = object.frame();
    machine.allocate(object.len() as u64 * 24)?;
    machine.spend(object.len() as u64 * 16)?;
    let image = |turn: fn(Frame, Place) -> Place| {
        let cells: Vec<_> =
            object.cells().map(|cell| crate::patch::Cell { place: turn(frame, cell.place), ..cell }).collect();
        Object::new(&cells)
    };
    let across = image(|frame, place| Place::new(place.row, frame.corner.column + frame.right() - place.column));
    let along = image(|frame, place| Place::new(frame.corner.row + frame.bottom() - place.row, place.column));
    Ok([across, along].iter().flatten().any(|image| image == object))
}

fn twins(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let outline = |machine: &mut Machine, value: &Value| -> Result<_> {
        let indices = value.patch(machine)?.indices();
        let moved = indices.map(|indices| indices.moved_to(Place::new(0, 0)).ok_or(Fault::Overflow)).transpose()?;
        machine.spend(moved.as_ref().map_or(0, |moved| moved.len()) as u64 / 2 + 8)?;
        Ok(moved)
    };
    let own = outline(machine, args[0])?;
    let mut count = 0;
    for other in args[1].container(machine)? {
        count += i64::from(outline(machine, &other)? == own);
    }
    Ok(Value::Integer(count))
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::super::testing::{given, grid, integer, object};
    use crate::function::Function;
    use crate::value::Value;

    const NO: Value = Value::Boolean(false);
    const YES: Value = Value::Boolean(true);

    fn function(name: &str) -> Value {
        Value::Function(Function::Primitive(find(name).expect("a primitive")))
    }

    fn parts(rows: &str) -> Value {
        given("objects", [grid(rows), YES, NO, YES])
    }

    #[test]
    fn objects_carry_their_numbers() {
        let rows = "0330/0005/7005";
        assert_eq!(given("mark", [grid(rows), parts(rows), function("size")]), grid("0220/0002/1002"));
        let rows = "3330/3050/3000";
        assert_eq!(given("markbox", [grid(rows), parts(rows), function("size")]), grid("5550/5510/5550"));
        assert_eq!(given("mark", [grid(rows), Value::empty_set(), function("size")]), grid("0000/0000/0000"));
    }

    #[test]
    fn the_greatest_number_pervades_an_object() {
        let rows = "0330/0005/7005";
        assert_eq!(given("pervade", [grid("1230/0004/0009"), parts(rows)]), grid("1330/0009/0009"));
    }

    #[test]
    fn numbers_are_ranked() {
        assert_eq!(given("ranked", [grid("0575/9000"), NO]), grid("0121/3000"));
        assert_eq!(given("ranked", [grid("0575/9000"), YES]), grid("0323/1000"));
        assert_eq!(given("prevalence", [grid("0088/0008/4444"), YES]), grid("1133/1113/2222"));
        assert_eq!(given("prevalence", [grid("0088/0008/0444"), NO]), grid("3322/3332/3111"));
    }

    #[test]
    fn enclosed_areas_are_counted() {
        let ring = [(3, 0, 1), (3, 1, 0), (3, 1, 2), (3, 2, 1)];
        assert_eq!(given("hollows", [object(&ring)]), integer(1));
        assert_eq!(given("hollows", [object(&ring[..3])]), integer(0));
    }

    #[test]
    fn mirror_images_and_twins_are_found() {
        assert_eq!(given("mirrored", [object(&[(3, 0, 1), (3, 1, 0), (3, 1, 2)])]), YES);
        assert_eq!(given("mirrored", [object(&[(3, 0, 0), (4, 0, 1), (3, 1, 0)])]), NO);
        let objects = given("objects", [grid("110/002/200/004"), YES, NO, YES]);
        assert_eq!(given("twins", [object(&[(9, 5, 5)]), objects]), integer(3));
    }
}
