//! Where things point to by their own shape, what they send out there, and their images across others.

use super::scenes::ground_of;
use super::strokes::{charge_copy, places, Way};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::{Cell, Frame, Indices, Object, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "opening",
        signature: "(obj: Object) -> IntegerTuple",
        doc: "The direction from an object's middle to what its frame holds beside it.",
        run: opening,
    },
    Primitive {
        name: "emit",
        signature: "(obj: Object, direction: IntegerTuple) -> Indices",
        doc: "A line that goes on from the middle of the side, or from the corner, of an object's frame in a direction.",
        run: emit,
    },
    Primitive {
        name: "across",
        signature: "(place: Integer, other: Object, obj: Object) -> Object",
        doc: "The mirror image of an object about another that it lies above, below or beside: about the line of it that \
              is near for 0, its middle for 1, the line that is far for 2.",
        run: across,
    },
    Primitive {
        name: "sprout",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid where every line goes on over the ground from its free ends, and from where it leaves a larger thing.",
        run: sprout,
    },
];

/// How far lines are sent: farther than any grid of a task.
const FAR: i32 = 32;

fn object(value: &Value) -> Result<&Object> {
    match value {
        Value::Object(object) if !object.is_empty() => Ok(object),
        _ => undefined("there is no object"),
    }
}

fn opening(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let object = object(args[0])?;
    let frame = object.frame();
    machine.spend(12 * object.len() as u64)?;
    let count = i64::from(frame.height) * i64::from(frame.width) - object.len() as i64;
    if count < 1 {
        return undefined("the object fills its frame");
    }
    // What the frame holds beside the object is as much to one side as the object is to the other.
    let (mut down, mut right) = (0, 0);
    for place in object.indices().places() {
        down -= 2 * i64::from(place.row) - i64::from(2 * frame.corner.row + frame.height - 1);
        right -= 2 * i64::from(place.column) - i64::from(2 * frame.corner.column + frame.width - 1);
    }
    match (down.signum(), right.signum()) {
        (0, 0) => undefined("the object is open to no side"),
        (down, right) => Ok(Value::Pair(down, right)),
    }
}

fn emit(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let frame = object(args[0])?.frame();
    let (down, right) = match args[1].pair()? {
        (0, 0) => return undefined("the direction is zero"),
        (down, right) => (down.signum() as i32, right.signum() as i32),
    };
    machine.spend(60)?;
    // The first and the last line from which to go on.
    let starts = |from: i32, to: i32, step: i32| match step {
        0 => ((from + to).div_euclid(2), (from + to + 1).div_euclid(2)),
        step if step > 0 => (to + 1, to + 1),
        _ => (from - 1, from - 1),
    };
    let rows = starts(frame.corner.row, frame.bottom(), down);
    let columns = starts(frame.corner.column, frame.right(), right);
    let mut line: Vec<Place> = Vec::new();
    for row in rows.0..=rows.1 {
        for column in columns.0..=columns.1 {
            line.extend((0..FAR).map(|step| Place::new(row + down * step, column + right * step)));
        }
    }
    machine.allocate(8 * line.len() as u64)?;
    machine.spend(8 * line.len() as u64)?;
    Indices::new(&line).map(Value::Indices).ok_or_else(|| Fault::Overflow.into())
}

/// The line, doubled, about which the extent of one object is mirrored by another; `None` if they overlap in it.
fn mirror(place: i64, (from, to): (i32, i32), (first, last): (i32, i32)) -> Option<i32> {
    let (near, far) = match () {
        () if last < from => (from, to),
        () if first > to => (to, from),
        () => return None,
    };
    Some(match place {
        0 => 2 * near,
        1 => from + to,
        _ => 2 * far,
    })
}

fn across(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let place = args[0].integer()?;
    let (other, object) = (object(args[1])?, object(args[2])?);
    if !(0..=2).contains(&place) {
        return undefined("the places of mirrors are numbered from 0 to 2");
    }
    machine.allocate(16 * object.len() as u64)?;
    machine.spend(20 + 12 * object.len() as u64)?;
    let rows = |frame: Frame| (frame.corner.row, frame.bottom());
    let columns = |frame: Frame| (frame.corner.column, frame.right());
    let row = mirror(place, rows(other.frame()), rows(object.frame()));
    let column = mirror(place, columns(other.frame()), columns(object.frame()));
    let cells: Vec<Cell> = match (row, column) {
        (Some(row), None) => {
            object.cells().map(|cell| Cell::new(cell.colour, row - cell.place.row, cell.place.column)).collect()
        }
        (None, Some(column)) => {
            object.cells().map(|cell| Cell::new(cell.colour, cell.place.row, column - cell.place.column)).collect()
        }
        _ => return undefined("the objects do not face each other"),
    };
    Object::new(&cells).map(Value::Object).ok_or_else(|| Fault::Overflow.into())
}

fn sprout(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    const WAYS: [Way; 8] = [(-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1)];
    let grid = args[0].grid()?;
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    machine.spend(60 * grid.cells().len() as u64)?;
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    for (from, &colour) in places(grid).zip(grid.cells()).filter(|(_, &colour)| colour != ground) {
        let is_same = |way: usize| {
            let (down, right) = WAYS[way % 8];
            grid.get(from.0 + down, from.1 + right) == Some(colour)
        };
        let same: Vec<usize> = (0..8).filter(|&way| is_same(way)).collect();
        // The line comes from one side: from a single cell, or from one and what is beside that at the thing it leaves.
        let is_end = |&way: &usize| {
            let is_beside = |other: usize| (other + 8 - way) % 8 == 1 || (way + 8 - other) % 8 == 1;
            same.iter().all(|&other| other == way || way % 2 == 1 && is_beside(other))
        };
        let Some(way) = same.iter().copied().find(is_end) else {
            continue;
        };
        let start = drawn.len();
        let (down, right) = WAYS[way];
        drawn.extend(super::strokes::free_run(grid, ground, from, (-down, -right)).map(|at| (at, colour)));
        let steps = (drawn.len() - start) as u64;
        machine.allocate(16 * steps)?;
        machine.spend(30 + 4 * steps)?;
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, colour)| cells[at] = colour))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, indices, integer, is_undefined, object};
    use super::*;

    #[test]
    fn an_object_is_open_where_its_frame_is_not_filled() {
        let cup = object(&[(1, 0, 0), (1, 0, 2), (1, 1, 0), (1, 1, 1), (1, 1, 2)]);
        assert_eq!(given("opening", [cup]), Value::Pair(-1, 0));
        let corner = object(&[(1, 0, 0), (1, 1, 0), (1, 1, 1)]);
        assert_eq!(given("opening", [corner]), Value::Pair(-1, 1));
        assert!(is_undefined("opening", [object(&[(1, 0, 0)])]));
    }

    #[test]
    fn a_line_goes_on_from_a_side_or_a_corner() {
        let bar = object(&[(1, 3, 3), (1, 4, 3)]);
        let line = given("emit", [bar.clone(), Value::Pair(0, 1)]);
        let two: Vec<(i32, i32)> = (4..36).flat_map(|column| [(3, column), (4, column)]).collect();
        assert_eq!(line, indices(&two));
        let slope: Vec<(i32, i32)> = (0..32).map(|step| (2 - step, 4 + step)).collect();
        assert_eq!(given("emit", [bar.clone(), Value::Pair(-1, 1)]), indices(&slope));
        assert!(is_undefined("emit", [bar, Value::Pair(0, 0)]));
    }

    #[test]
    fn objects_are_mirrored_about_others() {
        let wall = || object(&[(2, 3, 0), (2, 4, 0)]);
        let dot = |row, column| object(&[(1, row, column)]);
        let mirrored = |place, row, column| given("across", [integer(place), wall(), dot(row, column)]);
        assert_eq!(mirrored(0, 1, 0), dot(5, 0));
        assert_eq!(mirrored(1, 1, 0), dot(6, 0));
        assert_eq!(mirrored(2, 1, 0), dot(7, 0));
        assert_eq!(mirrored(2, 5, 0), dot(1, 0));
        assert_eq!(mirrored(0, 3, 2), dot(3, -2));
        assert!(is_undefined("across", [integer(0), wall(), dot(0, 3)]));
        assert!(is_undefined("across", [integer(3), wall(), dot(1, 0)]));
    }

    #[test]
    fn lines_go_on_from_their_free_ends() {
        assert_eq!(given("sprout", [grid("0000/0110/0000")]), grid("0000/1111/0000"));
        assert_eq!(given("sprout", [grid("1100/1100/0010/0000")]), grid("1100/1100/0010/0001"));
        assert_eq!(given("sprout", [grid("1110/0100/0000/0200")]), grid("1111/0100/0100/0200"));
        assert_eq!(given("sprout", [grid("110/110/000")]), grid("110/110/000"));
    }
}
