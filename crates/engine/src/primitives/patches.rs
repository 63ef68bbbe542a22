//! Patches moved, and patches made of places and of other patches.

use super::arguments::Patch;
use super::measures::frame;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::{Frame, Indices, NoLine, Place, Surroundings};
use crate::value::Value;

/// How far `shoot` goes, in steps.
const SHOT: i64 = 42;

/// How long frontiers are, in cells.
const FRONTIER: i64 = 30;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "shift",
        signature: "(patch: Patch@p, directions: IntegerTuple) -> Patch@p",
        doc: "The patch moved by a vector.",
        run: |machine, args| {
            let (rows, columns) = args[1].pair()?;
            moved(machine, args[0], |frame| {
                let row = i64::from(frame.corner.row).checked_add(rows);
                let column = i64::from(frame.corner.column).checked_add(columns);
                place(row.ok_or(Fault::Overflow)?, column.ok_or(Fault::Overflow)?)
            })
        },
    },
    Primitive {
        name: "normalize",
        signature: "(patch: Patch@p) -> Patch@p",
        doc: "The patch moved so that its upper left corner is the origin.",
        run: |machine, args| moved(machine, args[0], |_| Ok(Place::new(0, 0))),
    },
    Primitive {
        name: "dneighbors",
        signature: "(loc: IntegerTuple) -> Indices",
        doc: "The four places above, below, left and right of a place.",
        run: |_, args| around(args, Surroundings::Sides),
    },
    Primitive {
        name: "ineighbors",
        signature: "(loc: IntegerTuple) -> Indices",
        doc: "The four places that touch a place at its corners.",
        run: |_, args| around(args, Surroundings::Corners),
    },
    Primitive {
        name: "neighbors",
        signature: "(loc: IntegerTuple) -> Indices",
        doc: "The eight places around a place.",
        run: |_, args| around(args, Surroundings::All),
    },
    Primitive {
        name: "corners",
        signature: "(patch: Patch) -> Indices",
        doc: "The four corners of a patch's bounding box.",
        run: |machine, args| match frame(machine, args[0])? {
            None => machine.set(vec![Value::empty_tuple()]),
            Some(frame) => {
                let (top, left) = (frame.corner.row, frame.corner.column);
                let corners =
                    [top, frame.bottom()].map(|row| [left, frame.right()].map(|column| Place::new(row, column)));
                Ok(Value::indices(corners.as_flattened())?)
            }
        },
    },
    Primitive {
        name: "connect",
        signature: "(a: IntegerTuple, b: IntegerTuple) -> Indices",
        doc: "The straight or diagonal line between two places; empty where there is none.",
        run: |machine, args| line(machine, args[0].pair()?, args[1].pair()?),
    },
    Primitive {
        name: "vfrontier",
        signature: "(location: IntegerTuple) -> Indices",
        doc: "The first thirty places of the column of a place.",
        run: |machine, args| {
            let column = i64::from(args[0].place()?.column);
            line(machine, (0, column), (FRONTIER - 1, column))
        },
    },
    Primitive {
        name: "hfrontier",
        signature: "(location: IntegerTuple) -> Indices",
        doc: "The first thirty places of the row of a place.",
        run: |machine, args| {
            let row = i64::from(args[0].place()?.row);
            line(machine, (row, 0), (row, FRONTIER - 1))
        },
    },
    Primitive {
        name: "backdrop",
        signature: "(patch: Patch) -> Indices",
        doc: "All places of a patch's bounding box.",
        run: |machine, args| match frame(machine, args[0])? {
            None => Ok(Value::empty_set()),
            Some(frame) => Ok(Value::indices(&all_places(machine, frame)?)?),
        },
    },
    Primitive {
        name: "delta",
        signature: "(patch: Patch) -> Indices",
        doc: "The places of a patch's bounding box that the patch leaves free.",
        run: |machine, args| {
            let patch = args[0].patch(machine)?;
            let (Some(frame), Some(indices)) = (patch.frame(), patch.indices()) else {
                return Ok(Value::empty_set());
            };
            let mut taken = indices.places().peekable();
            let mut free = all_places(machine, frame)?;
            // Both run in reading order.
            free.retain(|place| taken.next_if_eq(place).is_none());
            Ok(Value::indices(&free)?)
        },
    },
    Primitive {
        name: "inbox",
        signature: "(patch: Patch) -> Indices",
        doc: "The outline of the box one cell inside a patch's bounding box.",
        run: |machine, args| outline(machine, args[0], 1),
    },
    Primitive {
        name: "outbox",
        signature: "(patch: Patch) -> Indices",
        doc: "The outline of the box one cell outside a patch's bounding box.",
        run: |machine, args| outline(machine, args[0], -1),
    },
    Primitive {
        name: "box",
        signature: "(patch: Patch) -> Indices",
        doc: "The outline of a patch's bounding box.",
        run: |machine, args| match args[0].size() {
            Some(0) => Ok(args[0].clone()),
            _ => outline(machine, args[0], 0),
        },
    },
    Primitive {
        name: "shoot",
        signature: "(start: IntegerTuple, direction: IntegerTuple) -> Indices",
        doc: "The line from a place 42 steps in a direction.",
        run: |machine, args| {
            let (start, direction) = (args[0].pair()?, args[1].pair()?);
            let end = |from: i64, step: i64| {
                let way = step.checked_mul(SHOT)?;
                from.checked_add(way)
            };
            let row = end(start.0, direction.0).ok_or(Fault::Overflow)?;
            let column = end(start.1, direction.1).ok_or(Fault::Overflow)?;
            line(machine, start, (row, column))
        },
    },
];

/// The place at a row and a column, if it is in range.
fn place(row: i64, column: i64) -> Result<Place> {
    let row = i32::try_from(row).map_err(|_| Fault::Overflow)?;
    let column = i32::try_from(column).map_err(|_| Fault::Overflow)?;
    Ok(Place::new(row, column))
}

/// The patch with its corner where `corner` says; the cells themselves are shared.
fn moved(machine: &mut Machine, value: &Value, corner: impl FnOnce(Frame) -> Result<Place>) -> Result<Value> {
    let moved = match value {
        Value::Indices(indices) => {
            let corner = corner(indices.frame())?;
            indices.moved_to(corner).map(Value::Indices)
        }
        Value::Object(object) => {
            let corner = corner(object.frame())?;
            object.moved_to(corner).map(Value::Object)
        }
        other => {
            machine.allocate_items(other.size().unwrap_or(0))?;
            match other.patch(machine)? {
                // An empty tuple stays a tuple.
                Patch::Empty => Some(other.clone()),
                Patch::Indices(indices) => {
                    let corner = corner(indices.frame())?;
                    indices.moved_to(corner).map(Value::Indices)
                }
                Patch::Object(object) => {
                    let corner = corner(object.frame())?;
                    object.moved_to(corner).map(Value::Object)
                }
            }
        }
    };
    Ok(moved.ok_or(Fault::Overflow)?)
}

/// Places around a place.
fn around(args: Args<'_>, which: Surroundings) -> Result<Value> {
    let (row, column) = args[0].pair()?;
    let indices = Indices::around(place(row, column)?, which);
    Ok(indices.map(Value::Indices).ok_or(Fault::Overflow)?)
}

/// The places of a line, both ends included; empty if it is neither straight nor diagonal.
pub(super) fn line(machine: &mut Machine, from: (i64, i64), to: (i64, i64)) -> Result<Value> {
    let (start, end) = (place(from.0, from.1)?, place(to.0, to.1)?);
    let steps = i64::from(start.row.abs_diff(end.row).max(start.column.abs_diff(end.column)));
    machine.allocate(12 * (steps as u64 + 1))?;
    match Indices::line(start, end) {
        Ok(line) => Ok(line.map(Value::Indices).ok_or(Fault::Overflow)?),
        Err(NoLine) => Ok(Value::empty_set()),
    }
}

/// All places of a frame in reading order.
fn all_places(machine: &mut Machine, frame: Frame) -> Result<Vec<Place>> {
    machine.allocate(12 * frame.height as u64 * frame.width as u64)?;
    let rows = frame.corner.row..=frame.bottom();
    Ok(rows
        .flat_map(|row| {
            let columns = frame.corner.column..=frame.right();
            columns.map(move |column| Place::new(row, column))
        })
        .collect())
}

/// The outline of the box that lies so many cells inside a patch's bounding box.
///
/// Sides that would pass each other are exchanged, as in the DSL's reference.
fn outline(machine: &mut Machine, patch: &Value, inset: i32) -> Result<Value> {
    let Some(frame) = frame(machine, patch)? else {
        return undefined("the patch is empty");
    };
    let sides = |low: i32, high: i32| {
        let (low, high) = (low + inset, high - inset);
        (low.min(high), low.max(high))
    };
    let (top, bottom) = sides(frame.corner.row, frame.bottom());
    let (left, right) = sides(frame.corner.column, frame.right());
    machine.allocate(24 * ((bottom - top) as u64 + (right - left) as u64 + 2))?;
    let mut places: Vec<Place> = Vec::new();
    for row in top..=bottom {
        if row == top || row == bottom {
            places.extend((left..=right).map(|column| Place::new(row, column)));
        } else {
            places.push(Place::new(row, left));
            places.push(Place::new(row, right));
        }
    }
    Ok(Value::indices(&places)?)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{fault, given, indices, is_undefined, object};
    use super::*;

    #[test]
    fn far_places_end_as_errors() {
        let far = Value::Pair(1_000_000_000, 1_000_000_000);
        assert_eq!(fault("connect", [Value::Pair(0, 0), far.clone()]), Fault::Memory);
        assert_eq!(fault("shift", [indices(&[(0, 0)]), far.clone()]), Fault::Overflow);
        let further = Value::Pair(i64::MAX, 0);
        for name in ["shoot", "connect"] {
            assert_eq!(fault(name, [further.clone(), Value::Pair(1, 0)]), Fault::Overflow);
        }
        assert_eq!(fault("neighbors", [further]), Fault::Overflow);
        let wide = indices(&[(0, 0), (60_000, 60_000)]);
        assert_eq!(fault("backdrop", [wide.clone()]), Fault::Memory);
        assert_eq!(fault("delta", [wide]), Fault::Memory);
    }

    #[test]
    fn nothing_stays_nothing() {
        let nothing = Value::empty_set();
        for name in ["normalize", "backdrop", "delta", "box"] {
            assert_eq!(given(name, [nothing.clone()]), nothing);
        }
        assert_eq!(given("shift", [nothing.clone(), Value::Pair(1, 1)]), nothing);
        assert_eq!(given("corners", [nothing.clone()]).to_string(), "{()}");
        assert!(is_undefined("inbox", [nothing.clone()]));
        assert!(is_undefined("outbox", [nothing]));
    }

    #[test]
    fn moving_keeps_colours() {
        let cells = object(&[(2, 5, 5), (1, 6, 7)]);
        let normalized = object(&[(2, 0, 0), (1, 1, 2)]);
        assert_eq!(given("normalize", [cells.clone()]), normalized);
        assert_eq!(given("shift", [normalized, Value::Pair(5, 5)]), cells);
    }
}
